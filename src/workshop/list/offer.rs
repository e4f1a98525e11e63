//! What could follow in a line that is being typed.

use super::{Entry, PartKind};
use crate::plan::{Channel, in_small_letters};

/// What people often go on with, once they have begun so.
const PHRASES: [&str; 8] = [
    "if no answer: call again a week later",
    "if they say no: ",
    "next day",
    "tomorrow",
    "after two weeks",
    "within a week",
    "a week later",
    "immediately",
];

/// Words that could follow at the end of a line: the rest of what was begun, or a usual wait where none is said.
pub fn offer(line: &str, entry: Option<&Entry>) -> Option<&'static str> {
    let small = in_small_letters(line);
    // Letters that become others in length would not be where they are looked for.
    let starts = (0..small.len()).rev().filter(|at| small.is_char_boundary(*at));
    let begins = |at: &usize| *at == 0 || small[..*at].ends_with([' ', ',', ':']);
    let begun = starts.filter(begins).map(|at| &small[at..]).take(4).collect::<Vec<_>>();
    for tail in begun.iter().rev() {
        let is_telling = tail.chars().count() >= 3 || *tail == "if";
        if is_telling && let Some(rest) = PHRASES.iter().find_map(|phrase| phrase.strip_prefix(tail)) {
            return Some(rest).filter(|rest| !rest.is_empty());
        }
        let number = tail.strip_prefix("in ").or_else(|| tail.strip_prefix("after "));
        if let Some(number) =
            number.and_then(|number| number.parse::<u8>().ok()).filter(|number| *number < 11)
        {
            return Some(if number == 1 { " day" } else { " days" });
        }
    }
    let entry = entry.filter(|entry| {
        entry.part(PartKind::Wait).is_none() && entry.doubts.is_empty() && !line.ends_with(' ')
    })?;
    Some(match entry.step.channel? {
        Channel::Phone => " next day",
        Channel::Email | Channel::SocialChat | Channel::Comments => " in 3 days",
        Channel::Letter => " after two weeks",
        Channel::InPerson => " a week later",
        Channel::Internal => return None,
    })
}
