//! Every fact of the domain has its place in the product: `docs/domain.md` is the table of them, made from the rules
//! themselves and from what the code says of itself. A fact without a place fails.
//!
//! `UPDATE_DOCS=1 cargo test --no-default-features --test domain` writes the table anew.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use followthrough::advice::Rule;

/// How many facts each part of the domain has.
const PARTS: [(char, u32); 6] = [('A', 27), ('B', 15), ('C', 10), ('D', 9), ('E', 15), ('F', 10)];

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

/// The comments of a source file.
fn comments(source: &str) -> String {
    let comments = source.lines().filter_map(|line| line.find("//").map(|at| &line[at..]));
    comments.collect::<Vec<_>>().join("\n")
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
        for fact in facts_in(&comments(&fs::read_to_string(&file).unwrap())) {
            places.entry(fact).or_default().insert(place.clone());
        }
    }
    places
}

fn table() -> String {
    let places = places();
    let mut table = String::from(
        "# Where each fact of the domain lives\n\nMade from the rules and from what the code says of itself by `tests/domain.rs`; not written by hand.\n\n| fact | where it lives |\n|---|---|\n",
    );
    for (part, most) in PARTS {
        for number in 1..=most {
            let places = places.get(&(part, number)).into_iter().flatten().cloned().collect::<Vec<_>>();
            table.push_str(&format!("| {part}{number} | {} |\n", places.join(", ")));
        }
    }
    table
}

#[test]
fn every_fact_has_a_place() {
    let places = places();
    let facts = PARTS.into_iter().flat_map(|(part, most)| (1..=most).map(move |number| (part, number)));
    let homeless: Vec<_> = facts
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
    assert_eq!(comments("let a = 1; // C8\n\"F1\""), "// C8");
}

#[test]
fn the_table_in_the_docs_is_as_the_code_says() {
    let path = root().join("docs/domain.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, table()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == table(),
        "docs/domain.md is old: UPDATE_DOCS=1 cargo test --no-default-features --test domain"
    );
}
