//! Where in a text something stands, in the text's own names.

/// One object or list that stands open.
enum Level<'a> {
    /// An object, with the name of the field that is read.
    Object(Option<&'a str>),
    /// A list, with the number of the entry that is read.
    List(usize),
}

/// The way into a JSON text up to where reading stopped, such as `plan.goals[2].text`; `.` for the whole.
///
/// It ends with the value that was read, was just closed or was about to begin. A field whose value is not
/// reached is not part of it: what is wrong there is the object.
///
/// `line` counts from 1 and `column` counts bytes, as serde does.
pub(super) fn path_to(text: &str, line: usize, column: usize) -> String {
    let mut levels = Vec::new();
    let mut quoted = "";
    let read = text.get(..offset(text, line, column)).unwrap_or(text);
    let mut chars = read.char_indices();
    while let Some((at, c)) = chars.next() {
        match (c, levels.last_mut()) {
            ('"', _) => {
                let mut is_escaped = false;
                let close = chars.find(|(_, c)| {
                    let closes = *c == '"' && !is_escaped;
                    is_escaped = *c == '\\' && !is_escaped;
                    closes
                });
                quoted = close.and_then(|(end, _)| read.get(at + 1..end)).unwrap_or_default();
            }
            ('{', _) => levels.push(Level::Object(None)),
            ('[', _) => levels.push(Level::List(0)),
            ('}' | ']', _) => drop(levels.pop()),
            (':', Some(Level::Object(name))) => *name = Some(quoted),
            (',', Some(Level::Object(name))) => *name = None,
            (',', Some(Level::List(entry))) => *entry += 1,
            _ => {}
        }
    }
    in_words(&levels)
}

/// How many bytes come before a line and column.
fn offset(text: &str, line: usize, column: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>() + column
}

fn in_words(levels: &[Level<'_>]) -> String {
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Object(None) => {}
            Level::Object(Some(name)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Level::List(entry) => path.push_str(&format!("[{entry}]")),
        }
    }
    if path.is_empty() { ".".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The way to the mark `^` in a text.
    fn path_to_mark(marked: &str) -> String {
        let (before, _) = marked.split_once('^').unwrap();
        let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        path_to(&marked.replace('^', ""), before.matches('\n').count() + 1, column)
    }

    #[test]
    fn a_path_ends_with_the_value_that_was_reached() {
        for (marked, path) in [
            ("^{}", "."),
            ("{}^", "."),
            ("{\"a\": 5^}", "a"),
            ("{\"a\":\n  ^[5]}", "a"),
            ("{\"a\": [5^]}", "a[0]"),
            ("{\"a\": [5, {\"b\": 6}^]}", "a[1]"),
            ("{\"a\": {\"é\": \"x\",\n\n \"b\": [[1], 2, \"y\"^]}}", "a.b[2]"),
            ("{\"a\": {\"b\": 1}^, \"c\": 2}", "a"),
            ("{\"a\": {\"b\": 1, \"b\"^: 2}}", "a"),
        ] {
            assert_eq!(path_to_mark(marked), path, "{marked}");
        }
    }

    #[test]
    fn what_stands_in_quotes_is_passed_over() {
        assert_eq!(path_to_mark(r#"{"a": "\"}{[,:\\", "b\"c": [",", 1^]}"#), r#"b\"c[1]"#);
    }
}
