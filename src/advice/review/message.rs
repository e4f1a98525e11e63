//! What is said of messages: whom they are about, and whether they own up to a silence (D7, E12-E15).

use super::{Desk, Detail, Note, Spot};
use crate::advice::word::words;

/// Below so many words about anybody a sequence's messages are too short to be judged (*ours*).
pub const MESSAGE_WORDS_AT_LEAST: usize = 8;

const ABOUT_US: [&str; 11] = ["i", "i'm", "i've", "me", "my", "we", "we're", "we've", "us", "our", "ours"];

const ABOUT_THEM: [&str; 6] = ["you", "you're", "you've", "your", "yours", "yourself"];

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

/// After so many days without a word one is forgotten, or remembered for it (E15; the number is *ours*).
const LONG_SILENCE: i64 = 90;

impl Desk<'_> {
    pub(super) fn messages_about_us(&self, note: Note<'_>) {
        for (audience, sequence) in self.plan.sequences.iter() {
            let (mut about_us, mut about_them) = (0, 0);
            for word in sequence.steps.iter().flat_map(|step| words(step.notes.as_str())) {
                about_us += usize::from(ABOUT_US.contains(&word.plain.as_str()));
                about_them += usize::from(ABOUT_THEM.contains(&word.plain.as_str()));
            }
            if about_us + about_them >= MESSAGE_WORDS_AT_LEAST && about_us > about_them {
                note(Spot::Sequence(audience), Detail::Words { about_us, about_them });
            }
        }
    }

    pub(super) fn messages_that_pretend(&self, note: Note<'_>) {
        for (_, sequence) in self.plan.sequences.iter() {
            let is_lapsed = is_about_silence(sequence.trigger.as_str());
            for step in &sequence.steps {
                if !is_lapsed && !is_about_silence(step.what.as_str()) && !self.follows_silence(step.id) {
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

    /// Whether a step comes long after the contact before it.
    fn follows_silence(&self, id: crate::plan::StepId) -> bool {
        self.touches.iter().any(|touches| {
            touches
                .windows(2)
                .any(|pair| pair[1].step == id && (pair[1].date - pair[0].date).num_days() >= LONG_SILENCE)
        })
    }
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
