//! What an exported file is called.

use chrono::NaiveDate;

use super::Format;
use crate::plan::{Plan, is_letter_or_digit, small_letter};

/// Letters of the plan's name that a file name takes.
const LONGEST: usize = 40;

/// How the names of our own files end.
const OWN_ENDINGS: [&str; 2] = ["json", "html"];

/// The name of a plan's exported file, such as `followthrough-my-bakery-2026-11-23.json`: plain letters,
/// digits and hyphens, good on every file system.
pub fn file_name(plan: &Plan, on: NaiveDate) -> String {
    named(plan, "", on, "json")
}

/// The name of the exported file of the people on a plan, such as `followthrough-my-bakery-people-2026-11-23.json`.
pub fn roster_file_name(plan: &Plan, on: NaiveDate) -> String {
    named(plan, "people-", on, "json")
}

/// The name of a plan's file for another program, such as `followthrough-my-bakery-2026-11-23.csv`.
pub fn exported_name(plan: &Plan, format: Format, on: NaiveDate) -> String {
    let facts = format.facts();
    let is_shared = Format::ALL.iter().filter(|other| other.facts().ending == facts.ending).count() > 1;
    let is_alone = !is_shared && !OWN_ENDINGS.contains(&facts.ending);
    let what = if is_alone { String::new() } else { format!("{}-", facts.slug) };
    named(plan, &what, on, facts.ending)
}

/// The name of the planner with a plan in it, such as `followthrough-my-bakery-2026-11-23.html`.
pub fn one_file_name(plan: &Plan, on: NaiveDate) -> String {
    named(plan, "", on, "html")
}

fn named(plan: &Plan, what: &str, on: NaiveDate, ending: &str) -> String {
    let names = [plan.name.as_str(), plan.business.as_str()];
    let named = names.into_iter().map(plain).find(|name| !name.is_empty());
    let mut named = named.unwrap_or_else(|| "plan".to_owned());
    named.truncate(LONGEST);
    format!("followthrough-{}-{what}{on}.{ending}", named.trim_end_matches('-'))
}

/// What is left of a name in plain small letters and digits, its words joined by hyphens.
fn plain(name: &str) -> String {
    joined(name, |_| None)
}

/// A name as it is compared with what somebody typed: the same, and letters of other scripts as they are.
pub(super) fn comparable(name: &str) -> String {
    joined(name, |c| is_letter_or_digit(c).then(|| small_letter(c)))
}

/// The letters that stand for those of a name, its words joined by hyphens; `other` says what a letter is that has
/// no plain one.
fn joined(name: &str, other: impl Fn(char) -> Option<char>) -> String {
    let mut joined = String::new();
    for c in name.chars() {
        match unaccented(c).or_else(|| other(c)) {
            Some(letter) => joined.push(letter),
            None if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            None if joined.is_empty() || joined.ends_with('-') => {}
            None => joined.push('-'),
        }
    }
    joined.truncate(joined.trim_end_matches('-').len());
    joined
}

/// The small plain letter or digit that stands for a character, if one does. Two-letter ligatures go by their
/// first letter.
fn unaccented(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Æ' | 'à'..='æ' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ð' | 'ð' | 'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='œ' => 'o',
        'Ŕ'..='ř' => 'r',
        'ß' | 'ẞ' | 'Ś'..='š' | 'Ș' | 'ș' => 's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Line};

    fn named(name: &str) -> String {
        let plan = Plan::blank().edited(Edit::Name(Line::fitted(name))).unwrap();
        file_name(&plan, "2026-11-23".parse().unwrap())
    }

    #[test]
    fn a_file_is_called_after_its_plan_and_day() {
        assert_eq!(named("My bakery"), "followthrough-my-bakery-2026-11-23.json");
        let people = roster_file_name(&Plan::blank(), "2026-11-23".parse().unwrap());
        assert_eq!(people, "followthrough-plan-people-2026-11-23.json");
        assert_eq!(
            named("  Ann’s Café & Bäckerei, Łódź "),
            "followthrough-anns-cafe-backerei-lodz-2026-11-23.json"
        );
    }

    #[test]
    fn a_letter_and_its_capital_are_the_same_plain_letter() {
        for letters in ["ÀàÆæĀąĂ", "ÇçĆč", "ÐďĐ", "ÈëĒĚě", "Ğğ", "ÌïİıĪ", "Łł", "ÑńŇ", "ÖöØøŐŒœ", "Řř"]
        {
            let plain = plain(letters);
            let mut letters = plain.chars();
            let first = letters.next().unwrap();
            assert!(letters.all(|letter| letter == first), "{plain}");
        }
        assert_eq!(plain("ßŚşŠȘ ŤțÞ ÙüŰů ÝŸ ŹżŽ"), "sssss-tt-uuuu-yy-zzz");
    }

    #[test]
    fn a_plan_without_a_name_goes_by_its_business() {
        let plan = Plan::blank().edited(Edit::Business(Line::fitted("Bakery"))).unwrap();
        assert_eq!(file_name(&plan, "2026-11-23".parse().unwrap()), "followthrough-bakery-2026-11-23.json");
    }

    #[test]
    fn whatever_the_name_the_file_has_a_short_and_plain_one() {
        for name in
            ["", "   ", "пекарня", "../../etc", "a\\b:c*?\"<>|", "\u{202e}txt", &"long ".repeat(40), "🥐"]
        {
            let file = named(name);
            assert!(file.len() <= 70, "{file}");
            assert!(file.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{file}");
            assert!(!file.contains("--"), "{file}");
        }
        assert_eq!(named("пекарня"), "followthrough-plan-2026-11-23.json");
    }
}
