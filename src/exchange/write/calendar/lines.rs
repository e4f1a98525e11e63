//! Lines of a calendar file, folded (RFC 5545, 3.1).

/// The most bytes of a line, its end not counted.
const MOST: usize = 75;

/// Lines that are being written.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) struct Lines(String);

impl Lines {
    /// A property whose value is no text: it stands as it is.
    pub(in crate::exchange) fn raw(&mut self, name: &str, value: &str) {
        let start = self.0.len();
        self.0.extend([name, ":", value]);
        self.fold(start);
    }

    /// A property whose value is a text (3.3.11). Control characters but line breaks fall away.
    pub(in crate::exchange) fn text(&mut self, name: &str, value: &str) {
        let start = self.0.len();
        self.0.extend([name, ":"]);
        let mut rest = value;
        while let Some(at) = rest.bytes().position(is_remarkable) {
            let (plain, other) = rest.split_at(at);
            let mut other = other.chars();
            self.0.push_str(plain);
            match other.next() {
                Some('\n') => self.0.push_str("\\n"),
                Some(c @ ('\\' | ';' | ',')) => self.0.extend(['\\', c]),
                Some(c) if !c.is_control() => self.0.push(c),
                _ => {}
            }
            rest = other.as_str();
        }
        self.0.push_str(rest);
        self.fold(start);
    }

    /// Ends the line that begins at a place, and folds it between characters where it is too long.
    fn fold(&mut self, start: usize) {
        if self.0.len() - start > MOST {
            let line = self.0.split_off(start);
            let mut rest = &line[..];
            let mut room = MOST;
            while rest.len() > room {
                let (now, later) = rest.split_at(rest.floor_char_boundary(room));
                self.0.extend([now, "\r\n "]);
                // The space at the beginning is one of them.
                (rest, room) = (later, MOST - 1);
            }
            self.0.push_str(rest);
        }
        self.0.push_str("\r\n");
    }

    /// Lines as they stand, each with its end.
    pub(in crate::exchange) fn kept(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    pub(in crate::exchange) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// Whether a character that begins with a byte may not stand as it is. Control characters begin with a byte below the space,
/// with that of delete, or with the one before those of Latin letters.
fn is_remarkable(byte: u8) -> bool {
    matches!(byte, b'\\' | b';' | b',' | 0..0x20 | 0x7f | 0xc2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(value: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", value);
        String::from_utf8(lines.into_bytes()).unwrap()
    }

    #[test]
    fn what_means_something_in_a_calendar_is_written_as_text() {
        assert_eq!(folded("a;b,c\\d\ne\u{7}"), "SUMMARY:a\\;b\\,c\\\\d\\ne\r\n");
        assert_eq!(folded("«a\u{85}b\u{7f}»\t"), "SUMMARY:«ab»\r\n");
    }

    #[test]
    fn a_line_of_75_bytes_is_not_folded_and_one_of_76_is() {
        assert_eq!(folded(&"a".repeat(67)), format!("SUMMARY:{}\r\n", "a".repeat(67)));
        assert_eq!(folded(&"a".repeat(68)), format!("SUMMARY:{}\r\n a\r\n", "a".repeat(67)));
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_character_is_cut(value in "[a-zéß«¿語🥐👩‍🍳]{0,300}") {
            let text = folded(&value);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= MOST));
            prop_assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
        }
    }
}
