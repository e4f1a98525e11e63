//! Counting sentences as a reader does.

use super::letter::{is_capital, is_letter_or_digit, is_small};

/// Marks that end a sentence before a space.
const MARKS: [char; 4] = ['.', '!', '?', '…'];

/// Marks that end one wherever they stand.
const WIDE_MARKS: [char; 3] = ['。', '！', '？'];

/// Shortened words that something always follows.
const ALWAYS_FOLLOWED: [&str; 14] =
    ["e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "approx", "incl", "esp", "resp"];

/// Shortened words that may close a sentence.
const MAY_CLOSE: [&str; 5] = ["etc", "inc", "ltd", "co", "jr"];

/// How many sentences a text has.
///
/// A sentence ends at a run of `.`, `!`, `?` or `…` (so that "?!" and "..." are one end), with any closing quotes
/// and brackets, before white space. It goes on
/// - after a shortened word that something always follows ("e.g.", "Dr."), and after an initial ("J. Moss");
/// - before a small letter after a word that may be shortened ("etc.", "a.m."), after an ellipsis, and after a
///   closing quote.
///
/// A mark inside a word or a number ends nothing ("3.5", "example.com"). A blank line and a list item end the
/// sentence before them, and what is left without a mark counts as one. Only what holds a letter or a digit is a
/// sentence.
pub fn sentence_count(text: &str) -> usize {
    passages(text).iter().map(|passage| sentences_in(passage)).sum()
}

/// The stretches of text between blank lines and list items.
fn passages(text: &str) -> Vec<String> {
    let mut passages = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let item = line.strip_prefix(['-', '–', '*', '•']).is_some_and(|rest| rest.starts_with(' '));
        if line.is_empty() || item {
            passages.push(String::new());
        }
        if let Some(passage) = passages.last_mut() {
            passage.push_str(line);
            passage.push(' ');
        }
    }
    passages
}

fn sentences_in(passage: &str) -> usize {
    let (mut count, mut has_words, mut rest) = (0, false, passage);
    while let Some(c) = rest.chars().next() {
        let at = passage.len() - rest.len();
        rest = &rest[c.len_utf8()..];
        has_words |= is_letter_or_digit(c);
        let ends = if MARKS.contains(&c) {
            let run = c.len_utf8() + rest.len() - rest.trim_start_matches(MARKS).len();
            rest = &passage[at + run..];
            ends_sentence(&passage[..at], &passage[at..at + run], rest)
        } else {
            WIDE_MARKS.contains(&c)
        };
        if ends && has_words {
            count += 1;
            has_words = false;
        }
    }
    count + usize::from(has_words)
}

/// Whether a run of marks ends the sentence that stands before it.
fn ends_sentence(before: &str, marks: &str, after: &str) -> bool {
    let opened = after.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']']);
    let is_quoted = opened.len() < after.len();
    if !opened.is_empty() && !opened.starts_with(char::is_whitespace) {
        return false;
    }
    let goes_on_small = opened.trim_start().starts_with(is_small);
    let word = before.rsplit(|c: char| c.is_whitespace() || "(\"'“‘".contains(c)).next().unwrap_or_default();
    match marks {
        "." if is_always_followed(word) => false,
        "." if may_be_shortened(word) => !goes_on_small,
        "." | "!" | "?" if !is_quoted => true,
        _ if is_quoted || marks.starts_with("..") || marks.contains('…') => !goes_on_small,
        _ => true,
    }
}

fn is_always_followed(word: &str) -> bool {
    let mut letters = word.chars();
    let is_initial = matches!((letters.next(), letters.next()), (Some(c), None) if is_capital(c) && c != 'I');
    is_initial || ALWAYS_FOLLOWED.contains(&word.to_ascii_lowercase().as_str())
}

fn may_be_shortened(word: &str) -> bool {
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    is_dotted || MAY_CLOSE.contains(&word.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: usize, texts: &[&str]) {
        for text in texts {
            assert_eq!(sentence_count(text), count, "{text}");
        }
    }

    #[test]
    fn nothing_is_no_sentence() {
        check(0, &["", "   \n ", "...", "?!", "…", "- "]);
    }

    #[test]
    fn marks_end_sentences() {
        check(1, &["They feel at home.", "They feel at home", "At home!", "At home?!", "At home?!!"]);
        check(
            2,
            &["They come. They stay.", "They come! They stay", "Who are we? Friends.", "少し。もっと。"],
        );
        check(3, &["One. Two. Three.", "one. two. three.", "One.\nTwo.\nThree."]);
    }

    #[test]
    fn a_mark_inside_a_word_or_number_ends_nothing() {
        check(1, &["It takes 3.5 of them.", "See example.com for it.", "We ship node.js.", "Yes!t."]);
    }

    #[test]
    fn shortened_words_do_not_end_a_sentence() {
        check(
            1,
            &[
                "We bring calm, e.g. a walk in the woods.",
                "We bring calm (e.g. Tea), i.e. Rest.",
                "They meet Dr. Moss and J. Reed.",
                "Bread, cheese, etc. are there for all.",
                "From 9 a.m. to whenever they like.",
            ],
        );
        check(
            2,
            &["Bread, cheese, etc. All of it is good.", "It is open at 9 a.m. Come in.", "So do I. You too."],
        );
    }

    #[test]
    fn an_ellipsis_may_go_on() {
        check(1, &["They come... and they stay.", "They come… and stay…", "Come... stay"]);
        check(2, &["They come... They stay.", "They come… They stay."]);
    }

    #[test]
    fn quotes_and_brackets_close_with_the_sentence() {
        check(1, &["“Is this ours?” they ask.", "\"Home!\" they say (and mean it)."]);
        check(2, &["They say “home.” We smile.", "We listen. (We always do.)", "‘Home.’ That is it"]);
    }

    #[test]
    fn paragraphs_and_list_items_end_sentences() {
        check(2, &["A warm welcome\n\nA warm goodbye", "We promise\n- calm"]);
        check(4, &["We promise:\n- calm\n- care\n• company"]);
        check(1, &["A line that was\nwrapped by hand.", "well - in a way - yes"]);
    }
}
