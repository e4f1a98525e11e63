//! Every fact of the domain has its place in the product. `docs/domain.md` says each in words, with the tests that show
//! it; below stands the table of where each lives, made from the rules themselves and from what the items of the code
//! say of themselves. A fact without words, without a place, or whose tests are not there, fails.
//!
//! `UPDATE_DOCS=1 cargo test --no-default-features --test domain` writes the table anew.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use followthrough::advice::Rule;

/// How many facts each part of the domain has.
const PARTS: [(char, u32); 6] = [('A', 27), ('B', 15), ('C', 10), ('D', 9), ('E', 15), ('F', 10)];

/// The heading of the table in the docs.
const TABLE: &str = "## Where each fact of the domain lives";

type Fact = (char, u32);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The facts a text names: `A11`, `E1-E6`, `B14/B15`.
fn facts_in(text: &str) -> BTreeSet<Fact> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.flat_map(facts_of_word).collect()
}

fn facts_of_word(word: &str) -> Vec<Fact> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    match (fact(first), fact(last)) {
        (Some((part, from)), Some((other, to))) if part == other && from <= to => {
            (from..=to).map(|number| (part, number)).collect()
        }
        _ => Vec::new(),
    }
}

fn fact(word: &str) -> Option<Fact> {
    let mut letters = word.chars();
    let part = letters.next()?;
    let number = letters.as_str().parse().ok()?;
    let (_, most) = PARTS.into_iter().find(|(known, _)| *known == part)?;
    (1..=most).contains(&number).then_some((part, number))
}

/// What the items of a source file say of themselves, those for tests left out. Remarks between the lines are none of
/// it.
fn sayings(source: &str) -> String {
    let items = source.split("#[cfg(test)]").next().unwrap_or_default();
    let said = items.lines().filter_map(|line| line.trim_start().strip_prefix("//"));
    said.filter(|line| line.starts_with(['/', '!'])).collect::<Vec<_>>().join("\n")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, found),
            false if path.extension().is_some_and(|it| it == "rs") => found.push(path),
            false => {}
        }
    }
}

/// What a source file is to somebody who uses the app or reads the code.
fn place_of(path: &str) -> Option<String> {
    let module = path.strip_suffix(".rs")?;
    let module = module.strip_suffix("/mod").unwrap_or(module);
    if module.ends_with("tests") || module.contains("/tests/") {
        return None;
    }
    let name = |rest: &str| rest.replace(['/', '_'], " ");
    Some(match module {
        _ if module.starts_with("ui/pages/stages/") => format!("step: {}", name(&module[16..])),
        _ if module.starts_with("ui/pages/aids/") => format!("page: {}", name(&module[14..])),
        "ui/pages/sheet" => "paper".to_owned(),
        _ if module.starts_with("ui/pages/") => format!("page: {}", name(&module[9..])),
        _ if module.starts_with("ui/words/") => format!("words: {}", name(&module[9..])),
        _ if module.starts_with("ui/") => format!("screen: {}", name(&module[3..])),
        _ => format!("`{}`", module.replace('/', "::")),
    })
}

/// Where each fact lives, the screen before the inside.
fn places() -> BTreeMap<Fact, BTreeSet<String>> {
    let mut places: BTreeMap<Fact, BTreeSet<String>> = BTreeMap::new();
    for rule in Rule::ALL {
        for fact in rule.sources().iter().flat_map(|source| facts_in(source)) {
            places.entry(fact).or_default().insert(format!("rule: {}", rule.slug()));
        }
    }
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    for file in files {
        let path = file.strip_prefix(root().join("src")).unwrap().to_str().unwrap().replace('\\', "/");
        let Some(place) = place_of(&path) else { continue };
        for fact in facts_in(&sayings(&fs::read_to_string(&file).unwrap())) {
            places.entry(fact).or_default().insert(place.clone());
        }
    }
    places
}

/// What the docs say of the facts by hand: all that stands before the table.
fn written() -> String {
    let docs = fs::read_to_string(root().join("docs/domain.md")).unwrap();
    let (written, _) = docs.split_once(TABLE).expect("the docs have the heading of the table");
    written.to_owned()
}

/// The words of each fact, with what is said of its tests: a line that begins `- **A1** `.
fn words(written: &str) -> Vec<(String, String)> {
    let lines = written.lines().filter_map(|line| line.strip_prefix("- **")?.split_once("** "));
    lines.map(|(id, words)| (id.to_owned(), words.to_owned())).collect()
}

/// The tests that a fact is shown by; `None` where it says why there are none.
fn shown_by(words: &str) -> Option<Vec<&str>> {
    if let Some((_, why)) = words.split_once(" No test: ") {
        assert!(why.split_whitespace().count() > 5, "why is there no test? {words}");
        return None;
    }
    let (_, tests) = words.rsplit_once(" Shown by ").unwrap_or_else(|| panic!("no tests: {words}"));
    Some(tests.split('`').skip(1).step_by(2).collect())
}

/// The names of all tests, native and in the browser.
fn names_of_tests() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    sources(&root().join("tests"), &mut files);
    let mut names = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        for test in source.split("#[test]").skip(1) {
            let name = test.split_once("fn ").and_then(|(_, rest)| rest.split('(').next());
            names.extend(name.map(str::to_owned));
        }
    }
    for entry in fs::read_dir(root().join("tests/browser")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_str().is_some_and(|path| path.ends_with(".test.mjs")) {
            let source = fs::read_to_string(&path).unwrap();
            let titles = source.lines().filter_map(|line| line.split_once("('")?.1.split_once("', "));
            names.extend(titles.map(|(title, _)| title.to_owned()));
        }
    }
    names
}

fn table() -> String {
    let places = places();
    let mut table = String::from(
        "\n\nMade from the rules and from what the code says of itself by `tests/domain.rs`; not written by hand.\n\n| fact | where it lives |\n|---|---|\n",
    );
    table.insert_str(0, TABLE);
    for (part, most) in PARTS {
        for number in 1..=most {
            let places = places.get(&(part, number)).into_iter().flatten().cloned().collect::<Vec<_>>();
            table.push_str(&format!("| {part}{number} | {} |\n", places.join(", ")));
        }
    }
    table
}

fn facts() -> impl Iterator<Item = Fact> {
    PARTS.into_iter().flat_map(|(part, most)| (1..=most).map(move |number| (part, number)))
}

#[test]
fn every_fact_stands_in_the_docs_once_and_in_order() {
    let written = written();
    let named: Vec<_> = words(&written).into_iter().map(|(id, _)| id).collect();
    let expected: Vec<_> = facts().map(|(part, number)| format!("{part}{number}")).collect();
    assert_eq!(named, expected);
    for (id, words) in words(&written) {
        let said = words.split(" Shown by ").next().unwrap_or_default();
        assert!(said.split_whitespace().count() >= 5, "{id} is not said in words: {said}");
    }
}

#[test]
fn every_fact_is_shown_by_tests_that_are_there_or_says_why_not() {
    let (names, written) = (names_of_tests(), written());
    let mut missing = Vec::new();
    for (id, words) in words(&written) {
        let Some(tests) = shown_by(&words) else { continue };
        assert!(!tests.is_empty(), "{id} names no test");
        missing.extend(
            tests.into_iter().filter(|test| !names.contains(*test)).map(|test| format!("{id}: {test}")),
        );
    }
    assert_eq!(missing, Vec::<String>::new(), "tests that are not there");
}

#[test]
fn every_fact_has_a_place() {
    let places = places();
    let homeless: Vec<_> = facts()
        .filter(|fact| !places.contains_key(fact))
        .map(|(part, number)| format!("{part}{number}"))
        .collect();
    assert_eq!(homeless, Vec::<String>::new(), "facts without a place");
}

#[test]
fn a_fact_that_nobody_names_would_be_noticed() {
    assert_eq!(
        facts_in("E1-E3, B14/B15 and (A7)."),
        [('A', 7), ('B', 14), ('B', 15), ('E', 1), ('E', 2), ('E', 3)].into()
    );
    assert!(facts_in("A28, G1, AB1, A, 12, A0").is_empty());
    let source = "//! C8\n/// F1.\nlet a = 1; // C9\n// C1\n\"F2\"\n#[cfg(test)]\n/// F3";
    assert_eq!(facts_in(&sayings(source)), [('C', 8), ('F', 1)].into());
    assert_eq!(shown_by("Some. Shown by `a_b`; `c d`."), Some(vec!["a_b", "c d"]));
}

#[test]
fn the_table_in_the_docs_is_as_the_code_says() {
    let path = root().join("docs/domain.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, written() + &table()).unwrap();
    }
    let docs = fs::read_to_string(&path).unwrap();
    assert!(
        docs == written() + &table(),
        "docs/domain.md is old: UPDATE_DOCS=1 cargo test --no-default-features --test domain"
    );
}
