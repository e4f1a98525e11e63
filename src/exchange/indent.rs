//! JSON for people to read.

/// In a schema each field of a record has a line of its own.
pub(super) const SCHEMA_DEPTH: usize = 4;

/// A JSON text without any white space between its parts, set out in lines: what is in braces or brackets is
/// indented by two spaces, one field or entry a line.
pub(super) fn indented(compact: &str) -> String {
    set_out(compact, usize::MAX)
}

/// The same, but what is in more than so many braces and brackets stays on the line of what it belongs to.
pub(super) fn set_out(compact: &str, deepest: usize) -> String {
    let mut text = String::with_capacity(2 * compact.len());
    let mut depth = 0_usize;
    let mut is_quoted = false;
    let mut chars = compact.chars().peekable();
    while let Some(c) = chars.next() {
        if matches!(c, '}' | ']') && !is_quoted {
            if depth <= deepest {
                new_line(&mut text, depth - 1);
            }
            depth -= 1;
        }
        text.push(c);
        match c {
            '\\' => text.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            ':' => text.push(' '),
            ',' if depth > deepest => text.push(' '),
            ',' => new_line(&mut text, depth),
            '{' | '[' => match chars.next_if(|next| matches!(next, '}' | ']')) {
                Some(close) => text.push(close),
                None => {
                    depth += 1;
                    if depth <= deepest {
                        new_line(&mut text, depth);
                    }
                }
            },
            _ => {}
        }
    }
    text
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deeper_stays_on_its_line() {
        assert_eq!(
            set_out(r#"{"a":[{"b":[1,2],"c":{}},{"d":3}],"e":"x"}"#, 2),
            "{\n  \"a\": [\n    {\"b\": [1, 2], \"c\": {}},\n    {\"d\": 3}\n  ],\n  \"e\": \"x\"\n}"
        );
    }

    #[test]
    fn what_is_in_quotes_or_empty_stays_on_its_line() {
        assert_eq!(
            indented(r#"{"a":{},"b":[[],1,{"c":"{[,:\\\"]}"}]}"#),
            "{\n  \"a\": {},\n  \"b\": [\n    [],\n    1,\n    {\n      \"c\": \"{[,:\\\\\\\"]}\"\n    }\n  ]\n}"
        );
    }
}
