//! JSON as a tree: what stands in a text, before anybody asks what it means.
//!
//! Strict to RFC 8259: what this takes, every reader of JSON takes. Numbers and texts keep pointing into the
//! text they were read from, as far as they can.

use std::borrow::Cow;

use crate::store::Unreadable;

/// How deep lists and objects may stand in each other; a plan needs no ten levels.
const DEEPEST: usize = 128;

/// What ends a run of plain characters in quotes.
fn is_plain(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | ..b' ')
}

/// One value in a text.
#[derive(Debug, PartialEq)]
pub(super) enum Node<'a> {
    /// A number, `true`, `false` or `null`, as it is written.
    Bare(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    /// Fields in the order of the text, those of one name too.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// Reads a whole text.
    pub(super) fn parse(text: &'a str) -> Result<Self, Unreadable> {
        let mut parser = Parser { text, at: 0 };
        let node = parser.value(0)?;
        match parser.token() {
            None => Ok(node),
            Some(_) => Err(parser.stop()),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    /// How many bytes are behind.
    at: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Result<Node<'a>, Unreadable> {
        match self.token() {
            Some(b'[' | b'{') if depth == DEEPEST => Err(self.stop()),
            Some(b'[') => {
                let mut entries = Vec::new();
                self.entries(b']', |parser| {
                    entries.push(parser.value(depth + 1)?);
                    Ok(())
                })?;
                Ok(Node::List(entries))
            }
            Some(b'{') => {
                let mut fields = Vec::new();
                self.entries(b'}', |parser| {
                    parser.expect(b'"')?;
                    let name = parser.quoted()?;
                    parser.expect(b':')?;
                    fields.push((name, parser.value(depth + 1)?));
                    Ok(())
                })?;
                Ok(Node::Object(fields))
            }
            Some(b'"') => {
                self.at += 1;
                self.quoted().map(Node::Text)
            }
            _ => self.bare().map(Node::Bare),
        }
    }

    /// The entries of a list or fields of an object, from the opening bracket to the closing one.
    fn entries(
        &mut self,
        close: u8,
        mut entry: impl FnMut(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        self.at += 1;
        if self.token() != Some(close) {
            entry(self)?;
            while self.token() == Some(b',') {
                self.at += 1;
                entry(self)?;
            }
        }
        self.expect(close)
    }

    /// What stands there without quotes.
    fn bare(&mut self) -> Result<&'a str, Unreadable> {
        let word = self.run(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        let literals = ["true", "false", "null"];
        if literals.contains(&word) || is_number(word) {
            return Ok(word);
        }
        let can_go_on = literals.iter().any(|literal| literal.starts_with(word));
        if self.peek().is_none() && (can_go_on || is_number(&format!("{word}0"))) {
            return Err(self.stop());
        }
        Err(Unreadable::NotJson { line: self.line() })
    }

    /// What stands in quotes, from behind the opening one.
    fn quoted(&mut self) -> Result<Cow<'a, str>, Unreadable> {
        let mut text = Cow::Borrowed("");
        loop {
            text += self.run(is_plain);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    self.at += 1;
                    text.to_mut().push(self.escaped()?);
                }
                _ => return Err(self.stop()),
            }
        }
    }

    /// The character that an escape stands for, from behind the backslash.
    fn escaped(&mut self) -> Result<char, Unreadable> {
        let escape = self.peek().ok_or_else(|| self.stop())?;
        let c = match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.escaped_unit();
            }
            _ => return Err(self.stop()),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character of a `\u` escape, or of the two that make a pair, from behind the `u`.
    fn escaped_unit(&mut self) -> Result<char, Unreadable> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) {
            for expected in [b'\\', b'u'] {
                if self.peek() != Some(expected) {
                    return Err(self.stop());
                }
                self.at += 1;
            }
            let low = self.hex()?.wrapping_sub(0xdc00);
            code = if low < 0x400 { 0x1_0000 + ((code - 0xd800) << 10) + low } else { 0xdc00 };
        }
        char::from_u32(code).ok_or_else(|| Unreadable::NotJson { line: self.line() })
    }

    fn hex(&mut self) -> Result<u32, Unreadable> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.stop())?;
            self.at += 1;
        }
        Ok(code)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Unreadable> {
        if self.token() != Some(byte) {
            return Err(self.stop());
        }
        self.at += 1;
        Ok(())
    }

    /// The next byte that is not white space.
    fn token(&mut self) -> Option<u8> {
        self.run(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        self.peek()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The characters from here on that are of a kind.
    fn run(&mut self, is_of_kind: fn(u8) -> bool) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let run = rest.bytes().position(|byte| !is_of_kind(byte)).unwrap_or(rest.len());
        self.at += run;
        rest.get(..run).unwrap_or_default()
    }

    /// Why reading stops here: what is here does not belong, or nothing is.
    fn stop(&self) -> Unreadable {
        let line = self.line();
        if self.peek().is_none() { Unreadable::CutShort { line } } else { Unreadable::NotJson { line } }
    }

    fn line(&self) -> usize {
        1 + self.text.bytes().take(self.at).filter(|byte| *byte == b'\n').count()
    }
}

fn is_number(word: &str) -> bool {
    let word = word.strip_prefix('-').unwrap_or(word);
    let (word, exponent) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, fraction) = word.split_once('.').unwrap_or((word, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_plain = whole == "0" || !whole.starts_with('0');
    is_plain && [whole, fraction, exponent].into_iter().all(is_digits)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    use super::*;

    /// The same as another reader of JSON has it.
    fn value(node: Node<'_>) -> Value {
        match node {
            Node::Bare(word) => serde_json::from_str(word).unwrap(),
            Node::Text(text) => Value::String(text.into_owned()),
            Node::List(entries) => entries.into_iter().map(value).collect(),
            Node::Object(fields) => Value::Object(
                fields
                    .into_iter()
                    .map(|(name, field)| (name.into_owned(), value(field)))
                    .collect::<Map<_, _>>(),
            ),
        }
    }

    /// Both readers agree on a text: on what it says, or that it is cut short, or no JSON from that line on.
    fn agree(text: &str) {
        let theirs = serde_json::from_str::<Value>(text);
        match (Node::parse(text), theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(value(ours), theirs, "{text:?}"),
            (Err(Unreadable::CutShort { line }), Err(theirs)) => {
                assert!(theirs.is_eof(), "{text:?}");
                assert_eq!(line, theirs.line(), "{text:?}");
            }
            // Of an escape with wrong digits close to the end they say that it is cut short.
            (Err(Unreadable::NotJson { .. }), Err(theirs)) => {
                assert!(!theirs.is_eof() || text.contains("\\u"), "{text:?} {theirs}");
            }
            // A number too large for a machine is one all the same.
            (Ok(_), Err(theirs)) => assert!(theirs.to_string().contains("number out of range"), "{text:?}"),
            (ours, theirs) => panic!("{text:?}: {ours:?}, {theirs:?}"),
        }
    }

    #[test]
    fn it_reads_what_others_read_and_refuses_what_they_refuse() {
        for text in [
            "",
            " ",
            "null",
            "nul",
            "true",
            "tru",
            "nope",
            "0",
            "-0",
            "-",
            "00",
            "01",
            "1.",
            "1.5",
            ".5",
            "1e",
            "1E+",
            "1e+05",
            "1e5.5",
            "--1",
            "+1",
            "1-1",
            "\"",
            "\"\\",
            "\"a",
            "\"a\"",
            "\"\\n\\/\\\"\\u00e9\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud83e\\udd50\"",
            "\"\\ud83e\"",
            "\"\\ud83e\\n\"",
            "\"\\udd50\"",
            "\"\\ud83e\\ud83e\"",
            "\"\\u+123\"",
            "\"\n\"",
            "\"\u{7f}\u{80}é🥐\"",
            "[",
            "[]",
            "[1",
            "[1,",
            "[1,]",
            "[,]",
            "[1 2]",
            "]",
            "[}",
            "{",
            "{}",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" : [ { } , 1 ] }\r\n",
            "{\"a\":1}}",
            "{\"a\":1} x",
            "\u{b}1",
            "\u{a0}1",
            "'a'",
            "[1,\n2,\n",
            "// a",
            "nan",
            "Infinity",
        ] {
            agree(text);
        }
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Node::parse(&nested(DEEPEST)).is_ok());
        assert_eq!(Node::parse(&nested(DEEPEST + 1)), Err(Unreadable::NotJson { line: 1 }));
        assert_eq!(Node::parse(&"[".repeat(1_000_000)), Err(Unreadable::NotJson { line: 1 }));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_reads_as_others_do(text in "[\\[\\]{},:\"\\\\ \nu0-9ea.+tf-]{0,20}", any in any::<String>()) {
            agree(&text);
            agree(&any);
            agree(&serde_json::to_string(&[text, any]).unwrap());
        }
    }
}
