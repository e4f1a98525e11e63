//! Words in a picture, and where there is room for them.

use super::super::Point;

/// A rectangle in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Area {
    /// Whether the two have a place in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    pub(super) fn around(at: Point, half: i32) -> Self {
        Self { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half }
    }
}

/// Which end of some words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

/// A line of words in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The words, as many as there is room for.
    pub text: String,
    /// Where they stand: on this line.
    pub at: Point,
    /// Which end of them stands there.
    pub anchor: Anchor,
    /// How they are said.
    pub tone: Tone,
}

/// How words are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As any.
    Plain,
    /// Of what comes next.
    Next,
    /// Of what is late.
    Late,
    /// Of a month.
    Month,
    /// Beside the axis.
    Aside,
    /// Of today.
    Today,
}

/// Above the line and below it.
pub(super) const ASCENT: i32 = 12;
pub(super) const LINE: i32 = 16;

impl Caption {
    pub(super) fn new(text: impl Into<String>, at: Point, anchor: Anchor, tone: Tone) -> Self {
        Self { text: text.into(), at, anchor, tone }
    }

    /// The room it takes, estimated on the wide side: the picture is laid out without asking the browser.
    pub fn area(&self) -> Area {
        let is_bold = matches!(self.tone, Tone::Next | Tone::Late | Tone::Today);
        let width = text_width(&self.text) * if is_bold { 9 } else { 8 } / 8;
        let left = match self.anchor {
            Anchor::Start => 0,
            Anchor::Middle => width / 2,
            Anchor::End => width,
        };
        Area { x: self.at.x - left, y: self.at.y - ASCENT, width, height: LINE }
    }
}

/// How wide a line of words is at 13 pixels, a little on the wide side for whatever font there is.
pub(super) fn text_width(text: &str) -> i32 {
    let tenths: i32 = text.chars().map(char_width).sum();
    (tenths + 9) / 10
}

/// In tenths of a pixel.
fn char_width(char: char) -> i32 {
    match char {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!'
        | '(' | ')' => 42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 116,
        'A'..='Z' => 86,
        '\0'..='\u{24f}' => 69,
        _ => 135,
    }
}

/// As much of a text as fits, up to a word where there is one; nothing where not even a few letters do.
pub(super) fn fitted(text: &str, room: i32) -> String {
    let text = text.trim();
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut width = char_width('…');
    let mut end = 0;
    let mut word = None;
    for (at, char) in text.char_indices() {
        width += char_width(char);
        if width > room * 10 {
            break;
        }
        end = at + char.len_utf8();
        if char == ' ' {
            word = Some(at);
        }
    }
    // A word that is cut is better than half of the room left empty.
    let end = word.filter(|word| 2 * word >= end).unwrap_or(end);
    let is_loose = |char: char| char == ' ' || char.is_ascii_punctuation();
    match text.get(..end).map(|text| text.trim_end_matches(is_loose)) {
        Some(text) if text.len() >= 3 => [text, "…"].concat(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_ends_at_a_word() {
        assert_eq!(fitted("Call", 100), "Call");
        assert_eq!(fitted("Send the letter, with prices", 130), "Send the letter…");
        assert_eq!(fitted("Donaudampfschifffahrt", 60), "Donaud…");
        assert_eq!(fitted("Wait", 20), "");
        for room in 0..200 {
            assert!(text_width(&fitted("Ring them, and ask how it sounds by now", room)) <= room);
        }
    }

    #[test]
    fn two_areas_overlap_where_they_have_a_place_in_common() {
        let area = |x, y| Area { x, y, width: 10, height: 10 };
        assert!(area(0, 0).overlaps(&area(9, 9)));
        assert!(!area(0, 0).overlaps(&area(10, 0)));
        assert!(!area(0, 0).overlaps(&area(0, 10)));
    }
}
