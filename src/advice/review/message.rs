//! What is said of messages: whom they are about, and whether they own up to a silence (D7, E12-E15).

use super::{Detail, Examination, Note, Spot};
use crate::calendar::CalendarDays;
use crate::plan::{StepId, is_letter_or_digit};

/// Below so many words about anybody a sequence's messages are too short to be judged (*ours*).
pub const MESSAGE_WORDS_AT_LEAST: usize = 8;

const ABOUT_US: [&str; 10] = ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"];

const ABOUT_THEM: [&str; 5] = ["you", "your", "yours", "yourself", "yourselves"];

/// Openers that act as if there had been no silence, or that offer help at once (E14).
const PRETENDING: [&str; 9] = [
    "just checking in",
    "just wanted to check in",
    "just touching base",
    "hope you are well",
    "hope you're well",
    "how can i help",
    "can i help you",
    "can we help you",
    "is there anything i can do",
];

/// Words by which one owns up to it (E12, E13).
const OWNING: [&str; 8] =
    ["sorry", "apologise", "apologize", "apologies", "my mistake", "my fault", "should have", "lost touch"];

/// After so many days without a word one is forgotten, or remembered for it (E15; the number is *ours*). A quarter is
/// no such silence: it is a pause as people ask for (D6).
const LONG_SILENCE: CalendarDays = CalendarDays(180);

impl Examination<'_> {
    pub(super) fn messages_about_us(&self, note: Note<'_>) {
        for (audience, sequence) in self.plan.sequences.iter() {
            let (mut about_us, mut about_them) = (0, 0);
            for word in sequence.steps.iter().flat_map(|step| persons(step.notes.as_str())) {
                let is_any_of = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
                // The US is a country.
                about_us += usize::from(word != "US" && is_any_of(&ABOUT_US));
                about_them += usize::from(is_any_of(&ABOUT_THEM));
            }
            if about_us + about_them >= MESSAGE_WORDS_AT_LEAST && about_us > about_them {
                note(Spot::Sequence(audience), Detail::Words { about_us, about_them });
            }
        }
    }

    pub(super) fn messages_that_pretend(&self, note: Note<'_>) {
        let after_silence = self.steps_after_silence();
        for (_, sequence) in self.plan.sequences.iter() {
            let is_lapsed = is_about_silence(sequence.trigger.as_str());
            for step in sequence.steps.iter().filter(|step| !step.notes.is_blank()) {
                let is_late = is_lapsed || after_silence.contains(&step.id);
                if !is_late && !is_about_silence(step.what.as_str()) {
                    continue;
                }
                let message = plain(step.notes.as_str());
                let opener = PRETENDING.into_iter().find(|opener| message.contains(opener));
                let owns_up = OWNING.iter().any(|word| message.contains(word));
                if let Some(opener) = opener.filter(|_| !owns_up) {
                    note(Spot::Step(step.id), Detail::Piece(opener.to_owned()));
                }
            }
        }
    }

    /// The steps that come long after the contact before them.
    fn steps_after_silence(&self) -> Vec<StepId> {
        let pairs = self.contacts.iter().flat_map(|contacts| contacts.windows(2));
        let late = pairs.filter(|pair| {
            pair[0].audience == pair[1].audience && pair[1].days_since(&pair[0]) >= LONG_SILENCE
        });
        late.map(|pair| pair[1].step.id).collect()
    }
}

/// The words of a text that may be persons: what stands before an apostrophe, so that "you’re" is "you".
fn persons(text: &str) -> impl Iterator<Item = &str> {
    let is_mark = |c: char| !is_letter_or_digit(c);
    text.split([' ', '\n', '\t', '—', '/'])
        .filter_map(move |word| word.trim_matches(is_mark).split(['\'', '’']).next())
}

/// Whether something says that a contact has lapsed (E11).
fn is_about_silence(text: &str) -> bool {
    let text = plain(text);
    ["lapsed", "long silence", "lost touch", "back in touch", "gone quiet", "not heard from", "win back"]
        .iter()
        .any(|words| text.contains(words))
}

fn plain(text: &str) -> String {
    text.to_ascii_lowercase().replace('’', "'")
}
