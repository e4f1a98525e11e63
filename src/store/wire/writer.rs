//! JSON, written piece by piece.

use super::Word;

/// A JSON text that grows, without white space between its parts. Commas come by themselves.
#[derive(Default)]
pub(crate) struct Writer(String);

impl Writer {
    /// The text of one object.
    pub(crate) fn object_text(fields: impl FnOnce(&mut Self)) -> String {
        let mut writer = Self::default();
        writer.object(fields);
        writer.into_text()
    }

    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(crate) fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.bare("{");
        fields(self);
        self.0.push('}');
    }

    pub(crate) fn list<T>(
        &mut self,
        entries: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.bare("[");
        for entry in entries {
            write(self, entry);
        }
        self.0.push(']');
    }

    /// The name of a field, to be followed by its value.
    pub(crate) fn name(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    pub(crate) fn word<T: Word>(&mut self, value: &T) {
        self.text(&value.word());
    }

    pub(crate) fn number(&mut self, number: u64) {
        self.bare(&number.to_string());
    }

    pub(crate) fn null(&mut self) {
        self.bare("null");
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.bare("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\n' => self.0.push_str("\\n"),
                ..' ' => self.0.push_str(&format!("\\u{:04x}", u32::from(c))),
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// What needs no quotes, or opens them; behind a comma where something stands before it.
    fn bare(&mut self, text: &str) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
        self.0.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let hostile: String = (0..0x300_u32).filter_map(char::from_u32).chain("🥐\u{2028}".chars()).collect();
        let text = Writer::object_text(|w| {
            w.name("list").list([1, u64::MAX], Writer::number);
            w.name("none").list([], |w: &mut Writer, ()| w.null());
            w.name("object").object(|w| w.name("null").null());
            w.name(&hostile).text(&hostile);
            w.name("empty").object(|_| ());
        });
        let read: Value = serde_json::from_str(&text).unwrap();
        let written = json!({
            "list": [1, u64::MAX], "none": [], "object": { "null": null }, hostile.as_str(): hostile, "empty": {}
        });
        assert_eq!(read, written);
        assert!(
            text.starts_with("{\"list\":[1,18446744073709551615],\"none\":[],\"object\":{\"null\":null},")
        );
    }
}
