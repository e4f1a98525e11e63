//! Tables as text: values between commas, in quotation marks where they hold commas themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A row: its values by the names of the columns.
pub type Row = BTreeMap<String, String>;

/// The rows of a file.
pub fn read(path: &Path) -> Vec<Row> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    parse(&text, &path.display().to_string())
}

fn parse(text: &str, name: &str) -> Vec<Row> {
    let mut lines = lines(text.trim_start_matches('\u{feff}')).into_iter();
    let head = lines.next().unwrap_or_else(|| panic!("{name} is empty"));
    let row = |line: Vec<String>| {
        assert_eq!(line.len(), head.len(), "{name}: a row has other columns than the head: {line:?}");
        head.iter().cloned().zip(line).collect()
    };
    lines.map(row).collect()
}

fn lines(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut value) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => value.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut value)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut value));
                lines.push(std::mem::take(&mut line));
            }
            c => value.push(c),
        }
    }
    assert!(!is_quoted, "a quotation mark is not closed");
    if !value.is_empty() || !line.is_empty() {
        line.push(value);
        lines.push(line);
    }
    lines.retain(|line| line.iter().any(|value| !value.is_empty()));
    lines
}

#[test]
fn values_may_hold_commas_marks_and_breaks() {
    let rows = parse("a,b\r\n1,\"x, \"\"y\"\"\nz\"\n\n2,", "table");
    let values: Vec<_> = rows.iter().map(|row| (row["a"].as_str(), row["b"].as_str())).collect();
    assert_eq!(values, [("1", "x, \"y\"\nz"), ("2", "")]);
}
