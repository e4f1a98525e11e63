//! How cases are made: bytes and lines are changed, values of a tree take each other's places, words are strung together.

use std::io::{Cursor, Read, Write};

use serde_json::{Map, Value};

use crate::corpus::{HOSTILE, Kind, NUMBERS, WORDS};
use crate::dice::Dice;

/// No input is larger.
const LONGEST: usize = 40_000;

/// An input of a kind, or nearly one.
pub fn made(dice: &mut Dice, kind: Kind, corpus: &[Vec<u8>]) -> Vec<u8> {
    // Small ones come sooner to what they are about.
    let among = if dice.one_in(3) { corpus.len() } else { corpus.len().div_ceil(2) };
    let mut input = corpus[dice.below(among)].clone();
    let is_tree =
        matches!(kind, Kind::Stored | Kind::File | Kind::Holidays | Kind::People | Kind::RosterFile);
    match kind {
        _ if is_tree && !dice.one_in(3) => input = changed_tree(dice, input),
        Kind::Wait | Kind::List if !dice.one_in(3) => input = strung(dice, kind, &input),
        Kind::Calendar if !dice.one_in(3) => changed_lines(dice, &mut input, corpus),
        Kind::Sheet if input.starts_with(b"PK") && !dice.one_in(4) => {
            // As it is: cut, it would only be damaged.
            return repacked(dice, &input, corpus).unwrap_or(input);
        }
        _ => changed_bytes(dice, &mut input, corpus),
    }
    if dice.one_in(10) {
        changed_bytes(dice, &mut input, corpus);
    }
    input.truncate(LONGEST);
    input
}

/// A packed file with one of its parts changed.
fn repacked(dice: &mut Dice, input: &[u8], corpus: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut parts = zip::ZipArchive::new(Cursor::new(input)).ok()?;
    let changed = dice.below(parts.len());
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        if at == changed {
            changed_bytes(dice, &mut bytes, corpus);
        }
        packed.start_file(part.name().ok()?.as_ref(), stored).ok()?;
        packed.write_all(&bytes).ok()?;
    }
    Some(packed.finish().ok()?.into_inner())
}

fn changed_bytes(dice: &mut Dice, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    for _ in 0..=dice.some(32) {
        let at = dice.below(input.len() + 1);
        let to = (at + dice.some(input.len() + 1)).min(input.len());
        match dice.below(8) {
            0 => input.truncate(at),
            1 => _ = input.drain(at..to),
            2 => {
                let part = input[at..to].to_vec();
                input.splice(at..at, part);
            }
            3 => _ = input.splice(at..at, dice.pick(WORDS).bytes()),
            4 => {
                let other = dice.pick(corpus);
                let from = dice.below(other.len() + 1);
                let part = other[from..(from + dice.some(400)).min(other.len())].to_vec();
                input.splice(at..to, part);
            }
            5 => _ = input.splice(at..at, dice.pick(NUMBERS).to_string().into_bytes()),
            6 => input.insert(at, u8::try_from(dice.below(256)).unwrap()),
            _ => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
        input.truncate(LONGEST);
    }
}

fn changed_lines(dice: &mut Dice, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    let mut lines: Vec<Vec<u8>> = input.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    for _ in 0..=dice.some(12) {
        let at = dice.below(lines.len());
        match dice.below(6) {
            0 => _ = lines.remove(at),
            1 => {
                let other = dice.below(lines.len());
                lines.swap(at, other);
            }
            2 => {
                let line = lines[at].clone();
                let times = if dice.one_in(8) { dice.some(500) } else { 1 };
                lines.splice(at..at, std::iter::repeat_n(line, times));
            }
            3 => {
                let other: Vec<&[u8]> = dice.pick(corpus).split(|byte| *byte == b'\n').collect();
                lines[at] = dice.pick(&other).to_vec();
            }
            4 => {
                // Another value in the place of one.
                let line = &mut lines[at];
                let ends =
                    line.iter().enumerate().filter(|(_, byte)| b":;=,".contains(byte)).map(|(at, _)| at + 1);
                let places: Vec<usize> = ends.chain([0, line.len()]).collect();
                let from = *dice.pick(&places);
                let to = places.iter().copied().filter(|place| *place > from).min().unwrap_or(line.len());
                let value = if dice.one_in(2) {
                    (*dice.pick(WORDS)).to_owned()
                } else {
                    dice.pick(NUMBERS).to_string()
                };
                line.splice(from..to, value.into_bytes());
            }
            _ => changed_bytes(dice, &mut lines[at], corpus),
        }
        if lines.is_empty() {
            lines.push(Vec::new());
        }
    }
    *input = lines.join(&b'\n');
}

/// Words one after the other, some of them from a whole input.
fn strung(dice: &mut Dice, kind: Kind, input: &[u8]) -> Vec<u8> {
    let whole = String::from_utf8_lossy(input).into_owned();
    let mut words: Vec<&str> = whole.split(' ').collect();
    let most = if kind == Kind::List && dice.one_in(30) { 600 } else { 12 };
    for _ in 0..=dice.some(most) {
        let at = dice.below(words.len() + 1);
        let last = words.len().saturating_sub(1);
        match dice.below(4) {
            0 if !words.is_empty() => _ = words.remove(at.min(last)),
            1 if !words.is_empty() => words[at.min(last)] = *dice.pick(WORDS),
            _ => words.insert(at, *dice.pick(WORDS)),
        }
    }
    let gap = if dice.one_in(6) { "" } else { " " };
    words.join(gap).into_bytes()
}

/// The tree of a text with other values in some places, and written as one might write it.
fn changed_tree(dice: &mut Dice, input: Vec<u8>) -> Vec<u8> {
    let text = input.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&input);
    let Ok(mut tree) = serde_json::from_slice::<Value>(text) else { return input };
    for _ in 0..=dice.some(10) {
        let donor = node(dice, &mut tree).clone();
        let place = node(dice, &mut tree);
        let other = value(dice, donor);
        match place {
            Value::Object(fields) if dice.one_in(2) => change_fields(dice, fields, other),
            Value::Array(entries) if dice.one_in(2) => {
                let at = dice.below(entries.len() + 1);
                match dice.below(4) {
                    0 if !entries.is_empty() => _ = entries.remove(at.min(entries.len() - 1)),
                    1 if !entries.is_empty() => {
                        let entry = entries[at.min(entries.len() - 1)].clone();
                        let times = if dice.one_in(8) { dice.some(220) } else { 1 };
                        entries.splice(at..at, std::iter::repeat_n(entry, times));
                    }
                    2 => entries.reverse(),
                    _ => entries.insert(at, other),
                }
            }
            place => *place = other,
        }
    }
    if dice.one_in(4) { serde_json::to_vec_pretty(&tree) } else { serde_json::to_vec(&tree) }.unwrap()
}

fn change_fields(dice: &mut Dice, fields: &mut Map<String, Value>, other: Value) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let name = if names.is_empty() || dice.one_in(8) {
        (*dice.pick(WORDS)).to_owned()
    } else {
        dice.pick(&names).clone()
    };
    if dice.one_in(3) {
        fields.remove(&name);
    } else {
        fields.insert(name, other);
    }
}

/// Another value: of another type, of the same type and hostile, or one that stands elsewhere in the tree.
fn value(dice: &mut Dice, donor: Value) -> Value {
    match dice.below(9) {
        0 => Value::Null,
        1 => Value::Bool(dice.one_in(2)),
        2 | 3 => (*dice.pick(NUMBERS)).into(),
        4 => (*dice.pick(&[-1.0, 0.5, 1e300])).into(),
        5 | 6 => (*dice.pick(HOSTILE)).into(),
        7 => Value::String("x".repeat(dice.some(5_000))),
        _ => donor,
    }
}

/// Any node of a tree.
fn node<'t>(dice: &mut Dice, tree: &'t mut Value) -> &'t mut Value {
    let mut place = tree;
    loop {
        let is_leaf = match place {
            Value::Object(fields) => fields.is_empty(),
            Value::Array(entries) => entries.is_empty(),
            _ => true,
        };
        if is_leaf || dice.one_in(5) {
            return place;
        }
        place = match place {
            Value::Object(fields) => {
                let at = dice.below(fields.len());
                fields.values_mut().nth(at).unwrap()
            }
            Value::Array(entries) => {
                let at = dice.below(entries.len());
                &mut entries[at]
            }
            leaf => return leaf,
        };
    }
}
