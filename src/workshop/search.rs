//! Finding something by a few letters of its name.

use crate::plan::{in_plain_letters, is_letter_or_digit};

/// So many are offered at most.
pub const MOST_FOUND: usize = 12;

/// The places of the names that fit what is typed, the best first: those that begin with it, those of which words
/// begin with all that is typed, those that hold it somewhere. Nothing typed fits all.
pub fn found<'a>(names: impl Iterator<Item = &'a str>, typed: &str) -> Vec<u32> {
    let typed = in_plain_letters(typed.trim());
    let words: Vec<_> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let fit = |name: &str| {
        let name = in_plain_letters(name);
        let begins = |sought: &&str| {
            let mut own = name.split(|c| !is_letter_or_digit(c));
            own.any(|word| word.starts_with(*sought))
        };
        if name.starts_with(&typed) {
            Some(0)
        } else if words.iter().all(begins) {
            Some(1)
        } else {
            words.iter().all(|word| is_within(word, &name)).then_some(2)
        }
    };
    let fits: Vec<Option<u8>> = names.map(fit).collect();
    let of = |best: u8| (0..).zip(&fits).filter(move |(_, fit)| **fit == Some(best)).map(|(at, _)| at);
    (0..3).flat_map(of).take(MOST_FOUND).collect()
}

fn is_within(sought: &str, name: &str) -> bool {
    name.as_bytes().windows(sought.len()).any(|part| part == sought.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_the_letters_comes_first_then_words_then_the_rest() {
        let names = ["Map the route", "Email the teacher", "Tear-off sheet", "Repeat sales", "Éclair"];
        let found = |typed| found(names.into_iter(), typed);
        assert_eq!(found("tea"), [2, 1]);
        assert_eq!(found("route map"), [0]);
        assert_eq!(found("eat"), [3]);
        assert_eq!(found("éCL"), [4]);
        assert_eq!(found("ecl"), [4]);
        assert_eq!(found("zeppelin"), [] as [u32; 0]);
        assert_eq!(found(" ").len(), 5, "nothing typed fits all");
    }

    #[test]
    fn no_more_are_offered_than_one_can_look_through() {
        let names = vec!["Step"; 40];
        assert_eq!(found(names.into_iter(), "st").len(), MOST_FOUND);
    }
}
