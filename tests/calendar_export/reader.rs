//! A small reader of calendar files that forgives nothing.

use std::collections::HashSet;

/// An entry as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `VEVENT` or `VTODO`.
    pub kind: String,
    /// Names with parameters, and values as they were before they were put into the file.
    pub properties: Vec<(String, String)>,
    /// Those of its alarm, if it has one.
    pub alarm: Vec<(String, String)>,
}

impl Entry {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn uid(&self) -> &str {
        self.get("UID").unwrap()
    }

    pub fn sequence(&self) -> u32 {
        self.get("SEQUENCE").unwrap().parse().unwrap()
    }

    pub fn is_cancelled(&self) -> bool {
        self.get("STATUS") == Some("CANCELLED")
    }

    /// The day it is on.
    pub fn day(&self) -> &str {
        self.get("DTSTART;VALUE=DATE").or(self.get("DUE;VALUE=DATE")).unwrap()
    }

    /// All that is said in it but its stamp and its number.
    pub fn said(&self) -> Self {
        let mut said = self.clone();
        said.properties.retain(|(name, _)| name != "DTSTAMP" && name != "SEQUENCE");
        said
    }
}

/// The entries of a file, each under a name of its own.
pub fn read(bytes: &[u8]) -> Vec<Entry> {
    let entries = read_lines(&lines(bytes));
    let names: HashSet<_> = entries.iter().map(Entry::uid).collect();
    assert_eq!(names.len(), entries.len(), "a name stands twice");
    entries
}

/// The lines as they were before they were folded.
pub fn lines(bytes: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let physical = bytes.strip_suffix(b"\r\n").expect("the last line has an end");
    for line in split(physical) {
        assert!(line.len() <= 75, "{} bytes", line.len());
        let line = str::from_utf8(line).expect("no character is cut");
        assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"\r\n") {
        parts.push(&rest[..at]);
        rest = &rest[at + 2..];
    }
    parts.push(rest);
    parts
}

fn read_lines(lines: &[String]) -> Vec<Entry> {
    let mut open: Vec<String> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').expect("a name and a value");
        match name {
            "BEGIN" => {
                open.push(value.to_owned());
                if open.len() == 2 {
                    let kind = value.to_owned();
                    entries.push(Entry { kind, properties: Vec::new(), alarm: Vec::new() });
                }
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            _ => {
                let property = (name.to_owned(), unescaped(value));
                match open.len() {
                    1 => {}
                    2 => entries.last_mut().unwrap().properties.push(property),
                    3 => entries.last_mut().unwrap().alarm.push(property),
                    depth => panic!("{line} at depth {depth}"),
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?} is still open");
    entries
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.push(match chars.next().expect("something stands after a backslash") {
                'n' => '\n',
                c @ ('\\' | ';' | ',') => c,
                c => panic!("\\{c}"),
            }),
            c => text.push(c),
        }
    }
    text
}
