//! Why a text is not a plan that can be read here, and how that is said.

use std::{error, fmt};

/// Why a text cannot be read as a plan. It reads as the end of a sentence: "it ends too early, in line 3".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is JSON up to its end, but the end is missing.
    CutShort {
        /// The last line.
        line: usize,
    },
    /// It is no JSON, or JSON no plan ever looks like: nested too deeply.
    NotJson {
        /// The line where reading stopped.
        line: usize,
    },
    /// It is JSON of something else.
    NotOurs,
    /// It was written by a later version of the app, in a format not known here.
    NewerVersion(u64),
    /// It is of our format, but something in it is not as it must be.
    Wrong(Fault),
}

/// One thing that is wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in the text's own names: `plan.goals[2].text`.
    pub path: String,
    /// What is wrong there.
    pub problem: String,
}

impl Fault {
    /// A fault that is safe to show: whatever the text brings along is cut short and shown in plain sight.
    pub(crate) fn new(path: impl fmt::Display, problem: impl fmt::Display) -> Self {
        Self { path: shown(&path.to_string(), 120), problem: shown(&problem.to_string(), 240) }
    }
}

fn shown(raw: &str, longest: usize) -> String {
    let mut chars = raw.chars().map(|c| if is_hidden(c) { '\u{fffd}' } else { c });
    let mut text: String = chars.by_ref().take(longest).collect();
    if chars.next().is_some() {
        text.push('…');
    }
    text
}

/// Control characters, and those that nobody sees or that turn the text around them.
fn is_hidden(c: char) -> bool {
    let is_format = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    c.is_control() || is_format || c == '\u{feff}'
}

impl Unreadable {
    /// The same, of a text that was to be something else than a plan.
    pub(crate) fn said_of(&self, what: &str) -> String {
        match self {
            Self::CutShort { line } => format!("it ends too early, in line {line}"),
            Self::NotJson { line } => {
                format!("it is no {what} of this planner, or only part of one: line {line} cannot be read")
            }
            Self::NotOurs => format!("it is not a {what} of Followthrough"),
            Self::NewerVersion(version) => {
                format!("it was made by a newer Followthrough (format {version})")
            }
            Self::Wrong(Fault { path, problem }) => format!("“{path}” in it is wrong: {problem}"),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said_of("plan"))
    }
}

impl error::Error for Unreadable {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_brings_along_is_shown_short_and_in_plain_sight() {
        let fault = Fault::new("plan.\u{202e}eman", "x".repeat(5_000_000));
        assert_eq!(fault.path, "plan.\u{fffd}eman");
        assert_eq!(fault.problem.chars().count(), 241);
    }
}
