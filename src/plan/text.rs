//! Checked text: what may stand in a plan's fields.

use std::fmt;

/// Text of at most `MAX` characters without control characters.
///
/// A [`Line`] holds no line breaks; a [`Prose`] may. Spaces are kept as typed, so that what is saved is what
/// the person sees; [`Text::is_blank`] looks past them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: usize, const LINES: bool>(String);

/// One line: a name, a goal, an action, a step.
pub type Line = Text<200, false>;

/// Several lines: a statement, a message, notes.
pub type Prose = Text<4000, true>;

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// The text is longer than the field holds.
    TooLong {
        /// Characters the field holds.
        max: usize,
        /// Characters beyond that.
        excess: usize,
    },
    /// There is a NUL in it: what was taken for text is something else.
    Nul,
}

impl<const MAX: usize, const LINES: bool> Text<MAX, LINES> {
    /// Checks what was typed or read. Control characters fall away; line breaks become `\n`, or a space where
    /// the field is a single line.
    ///
    /// # Errors
    /// [`TextError::TooLong`] beyond `MAX` characters; [`TextError::Nul`] for what is no text at all.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let mut text = String::with_capacity(raw.len());
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' | '\r' => text.push(if LINES { '\n' } else { ' ' }),
                '\t' => text.push(' '),
                '\0' => return Err(TextError::Nul),
                c if c.is_control() => {}
                c => text.push(c),
            }
        }
        let length = text.chars().count();
        if length > MAX {
            return Err(TextError::TooLong { max: MAX, excess: length - MAX });
        }
        Ok(Self(text))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl Line {
    /// A line of what fits; for texts the program itself puts together.
    pub fn fitted(raw: &str) -> Self {
        Self::parse(&raw.chars().filter(|c| *c != '\0').take(200).collect::<String>()).unwrap_or_default()
    }
}

impl<const MAX: usize, const LINES: bool> fmt::Display for Text<MAX, LINES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_turns_breaks_into_spaces_and_prose_keeps_them() {
        assert_eq!(Line::parse("one\r\ntwo\u{7}").unwrap().as_str(), "one two");
        assert_eq!(Prose::parse("one\r\ntwo\rthree").unwrap().as_str(), "one\ntwo\nthree");
    }

    #[test]
    fn a_nul_is_refused_since_it_is_no_text() {
        assert_eq!(Line::parse("a\0b"), Err(TextError::Nul));
        assert_eq!(Prose::parse("\0"), Err(TextError::Nul));
        assert_eq!(Line::fitted("a\0b").as_str(), "ab");
    }

    #[test]
    fn spaces_stay_as_typed() {
        assert_eq!(Line::parse(" a b ").unwrap().as_str(), " a b ");
        assert!(Line::parse(" \t ").unwrap().is_blank());
    }

    #[test]
    fn a_text_too_long_says_by_how_much() {
        assert_eq!(Line::parse(&"é".repeat(203)), Err(TextError::TooLong { max: 200, excess: 3 }));
        assert!(Line::parse(&"é".repeat(200)).is_ok());
    }
}
