//! Addresses of cells in the parts of a packed spreadsheet, looked at as they go by: `AB12` and `A1:AB12` in what is called
//! `r` or `ref`. What reads them counts with them, however far out they are said to lie.

/// The most letters and the most digits in a row: there is no column beyond `XFD`, and no row beyond 1048576.
const MAX_LETTERS: u8 = 3;
const MAX_DIGITS: u8 = 7;

/// What has gone by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// The letters of the name before this, as far as it may be one that matters.
    name: [u8; 3],
    length: u8,
    at: At,
    letters: u8,
    digits: u8,
}

/// Where in a tag this is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    /// In no tag.
    #[default]
    Text,
    /// In a name.
    Name,
    /// Behind a name.
    Behind,
    /// Behind the sign that gives a name its value.
    Equals,
    /// In the value, which ends with this sign.
    Value(u8),
}

impl Addresses {
    /// Takes the next byte of a part. Whether no address so far lies further out than a sheet goes.
    pub fn allow(&mut self, byte: u8) -> bool {
        match (self.at, byte) {
            (At::Value(end), _) if byte == end => *self = Self { at: At::Name, ..Self::default() },
            (At::Value(_), b'A'..=b'Z' | b'a'..=b'z') => {
                (self.letters, self.digits) = (self.letters.saturating_add(1), 0);
            }
            (At::Value(_), b'0'..=b'9') => {
                (self.letters, self.digits) = (0, self.digits.saturating_add(1));
            }
            (At::Value(_), _) => (self.letters, self.digits) = (0, 0),
            (At::Text, b'<') => self.at = At::Name,
            (At::Text, _) => {}
            (_, b'>') => *self = Self::default(),
            (At::Name | At::Behind, b'=') => self.at = At::Equals,
            (At::Name, _) if byte.is_ascii_whitespace() => self.at = At::Behind,
            (At::Behind | At::Equals, _) if byte.is_ascii_whitespace() => {}
            (At::Equals, b'"' | b'\'') if self.is_of_cells() => self.at = At::Value(byte),
            (At::Name, _) => self.add(byte),
            (At::Behind | At::Equals, _) => {
                *self = Self { at: At::Name, ..Self::default() };
                self.add(byte);
            }
        }
        self.letters <= MAX_LETTERS && self.digits <= MAX_DIGITS
    }

    fn add(&mut self, byte: u8) {
        if let Some(place) = self.name.get_mut(usize::from(self.length)) {
            *place = byte;
        }
        self.length = self.length.saturating_add(1);
    }

    fn is_of_cells(&self) -> bool {
        matches!(self.name.get(..usize::from(self.length)), Some(b"r" | b"ref"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(text: &str) -> bool {
        let mut addresses = Addresses::default();
        text.bytes().all(|byte| addresses.allow(byte))
    }

    #[test]
    fn an_address_further_out_than_a_sheet_goes_is_not_let_through() {
        for near in [
            r#"<row r="1048576"><c r="XFD1048576" s="4"><v>12345678901</v></c></row>"#,
            r#"<dimension ref="A1:XFD1048576"/><f t="shared" ref="B2:B9" si="0">SUM(ABCD1)</f>"#,
            r#"<a longname="ABCDEFGH" r="A1" other='ABCDEFGH12345678'/>"#,
            r#"<t>r="</t><c r = "A1"/><r>=ABCDEFGHIJ</r>"#,
            r#"<t>the order r="ABCDEFGH" and ref='123456789'</t>"#,
        ] {
            assert!(allows(near), "{near}");
        }
        for far in [
            r#"<c r="AAAA1">"#,
            r#"<c r='A10485760'>"#,
            r#"<c  s="1"  r = "abcdefgh1">"#,
            r#"<row r="99999999999">"#,
            "<c\nr\n=\n\"A1:ZZZZ9\"/>",
            r#"<dimension ref="A1:B123456789"/>"#,
        ] {
            assert!(!allows(far), "{far}");
        }
    }
}
