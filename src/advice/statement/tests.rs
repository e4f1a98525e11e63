use proptest::prelude::*;

use super::StatementNote::{Channel, Date, Long, Number};
use super::*;

/// The pieces of one kind that a text is noted for, and no others.
#[track_caller]
fn check(note: fn(String) -> StatementNote, cases: &[(&str, &[&str])]) {
    for (text, pieces) in cases {
        let expected: Vec<_> = pieces.iter().map(|piece| note((*piece).to_owned())).collect();
        assert_eq!(statement_notes(text), expected, "{text}");
    }
}

#[track_caller]
fn stays_quiet(texts: &[&str]) {
    for text in texts {
        assert_eq!(statement_notes(text), [], "{text}");
    }
}

#[test]
fn up_to_three_sentences_are_short() {
    stays_quiet(&[
        "",
        "They feel at home.",
        "One thing. Another. And a last one.",
        "Come in... and stay, e.g. for tea.",
    ]);
    assert_eq!(statement_notes("They come. They look. They stay. They return"), [Long { sentences: 4 }]);
}

#[test]
fn numbers_are_noted_with_what_they_count() {
    check(
        Number,
        &[
            ("We answer within 2 working days.", &["2 working days"]),
            ("A rise of 20% and more.", &["20%"]),
            ("A rise of 20 % and more.", &["20 %"]),
            ("Half of it, 50 per cent.", &["50 per cent"]),
            ("It costs $1,200.50 at most.", &["$1,200.50"]),
            ("It costs € 40, no more.", &["€ 40"]),
            ("It costs 40 euros.", &["40 euros"]),
            ("Done in 3.5 hours.", &["3.5 hours"]),
            ("Every 1st guest gets 10x more.", &["1st", "10x"]),
            ("An answer within two days.", &["two days"]),
            ("An answer within twenty-four hours.", &["twenty-four hours"]),
            ("Ten percent happier.", &["Ten percent"]),
            ("100 smiles, and again 100 smiles.", &["100"]),
        ],
    );
}

#[test]
fn manners_of_speaking_are_no_numbers() {
    stays_quiet(&[
        "Each visit is one of a kind.",
        "First they are heard, and one day they return.",
        "A second home, two hearts, one-on-one.",
        "We are there 24/7 and 1:1 for B2B and 3D people.",
        "The only one they trust, a thousand times over.",
        "They know us as if for twenty years.",
        "A few days of calm, and a couple of weeks of glow.",
    ]);
}

#[test]
fn dates_are_noted_whole() {
    check(
        Date,
        &[
            ("Known in town by September.", &["September"]),
            ("Known by 5 May 2027 at last.", &["5 May 2027"]),
            ("Known by the 5th of May.", &["5th of May"]),
            ("Known on March 5, 2027.", &["March 5, 2027"]),
            ("Known by May.", &["May"]),
            ("Known by the end of May.", &["May"]),
            ("A feast in August, and next March.", &["August", "March"]),
            ("A smile on Mondays and each friday.", &["Mondays", "friday"]),
            ("The best since 1987.", &["1987"]),
            ("Loved by 2026-09-01.", &["2026-09-01"]),
            ("Loved from 1/9/2026 on.", &["1/9/2026"]),
            ("Loved by the end of Q3.", &["Q3"]),
            ("Loved before Dec 2030.", &["Dec 2030"]),
        ],
    );
}

#[test]
fn words_that_only_look_like_months_stay_quiet() {
    stays_quiet(&[
        "They may come as they are.",
        "May we always deserve it.",
        "An august house. March on with us!",
        "They trust us as they may.",
        "A quarter of an hour of peace, today and tomorrow.",
        "The sun sat with us.",
    ]);
}

#[test]
fn channels_are_noted_by_name() {
    check(
        Channel,
        &[
            ("They love our e-mails.", &["e-mails"]),
            ("They love every Email and the newsletter.", &["Email", "newsletter"]),
            ("A phone call that warms the heart.", &["phone call"]),
            ("We are glad to be reached by phone.", &["by phone"]),
            ("We give everybody a call.", &["give everybody a call"]),
            ("We call them back.", &["call them back"]),
            ("A text message, a hand-written letter, a postcard.", &["text message", "letter", "postcard"]),
            ("Friends on social networks, on Instagram.", &["social networks", "Instagram"]),
            ("At home on social media and LinkedIn’s pages.", &["social media", "LinkedIn’s"]),
            ("Live chat/SMS for all.", &["Live chat", "SMS"]),
        ],
    );
}

#[test]
fn words_that_only_look_like_channels_stay_quiet() {
    stays_quiet(&[
        "They call us friends.",
        "A call to adventure, and a close call at times.",
        "We keep our word to the letter.",
        "Care with a capital letter, good lettering, and many byes.",
        "A love letter to old wood.",
        "A message of hope, a chat over coffee, a phone that lasts.",
        "Their post in life is beside us.",
        "They stay in touch and in person.",
    ]);
}

#[test]
fn a_full_stop_parts_neighbours() {
    stays_quiet(&["They come in. May they stay.", "The talk is social. Media love it."]);
    assert_eq!(statement_notes("The best since 2019. May we stay so."), [Date("2019".to_owned())]);
}

#[test]
fn length_comes_first_then_the_order_of_the_text() {
    let notes = statement_notes("E-mail on Monday. It is 3 lines. It is warm. It is ours.");
    let named = |note: fn(String) -> StatementNote, piece: &str| note(piece.to_owned());
    assert_eq!(
        notes,
        [Long { sentences: 4 }, named(Channel, "E-mail"), named(Date, "Monday"), named(Number, "3")]
    );
}

#[test]
fn strange_texts_are_taken_calmly() {
    for text in ["€", "% %", "$$$", "—/–", "\u{200d}\u{fe0f}", "May", "5", "of May 5", "🎹.🎹?!", "a’s", "’s"]
    {
        let _ = statement_notes(text);
    }
    assert_eq!(statement_notes("’s € and %"), []);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_taken_and_every_piece_is_in_it(text in "(?s)([a-zA-Z0-9%€$ .,!?…'’/–-]|May|call |[0-9]{1,4}|.){0,40}") {
        for note in statement_notes(&text) {
            match note {
                Long { sentences } => prop_assert!(sentences > MAX_SENTENCES),
                Number(piece) | Date(piece) | Channel(piece) => {
                    prop_assert!(!piece.is_empty() && text.contains(&piece), "{piece}");
                }
            }
        }
    }
}
