//! Just enough of Rust's grammar to tell code from comments and texts.

/// A word or a sign of the code.
#[derive(Debug)]
pub struct Token {
    /// The line it stands on, from 1.
    pub line: usize,
    /// A whole word, or one sign.
    pub text: String,
}

/// The words and signs of a source text, without comments, texts, characters and lifetimes.
pub fn tokens(source: &str) -> Vec<Token> {
    let (mut tokens, mut line, mut rest) = (Vec::new(), 1, source);
    while let Some(first) = rest.chars().next() {
        let is_word = is_in_word(first);
        let length = if is_word {
            rest.find(|c| !is_in_word(c)).unwrap_or(rest.len())
        } else {
            skipped(rest).unwrap_or(first.len_utf8())
        };
        let (piece, after) = rest.split_at(length);
        let raw = is_word.then(|| raw_text(piece, after)).flatten().unwrap_or(0);
        let is_code = raw == 0 && (is_word || (skipped(rest).is_none() && !first.is_whitespace()));
        if is_code {
            tokens.push(Token { line, text: piece.to_owned() });
        }
        line += rest[..length + raw].matches('\n').count();
        rest = &rest[length + raw..];
    }
    tokens
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment, text, character or lifetime that starts here.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    match rest.chars().next()? {
        '"' => Some(quoted(rest, '"')),
        '\'' => Some(if is_character(rest) { quoted(rest, '\'') } else { 1 + word(&rest[1..]) }),
        _ => None,
    }
}

/// `'a'` and `'\n'` are characters, `'a` is a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

fn word(rest: &str) -> usize {
    rest.find(|c| !is_in_word(c)).unwrap_or(rest.len())
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of what follows the `r` of a raw text, such as `r#"…"#`.
fn raw_text(prefix: &str, after: &str) -> Option<usize> {
    if !matches!(prefix, "r" | "br" | "cr") {
        return None;
    }
    let hashes = after.len() - after.trim_start_matches('#').len();
    let text = after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.find(&end).map_or(after.len(), |at| hashes + 1 + at + end.len()))
}
