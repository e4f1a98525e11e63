//! JSON as a tree: what stands in a text, before anybody asks what it means.
//!
//! serde_json reads it, strictly and no deeper than 128 levels. The one visitor here stands in for derived code,
//! which for a plan came to 100 kB of wasm and would not have known the way to what is wrong.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use crate::store::Unreadable;

/// One value in a text. Texts keep pointing into it, as far as they can.
#[derive(Debug, PartialEq)]
pub(super) enum Node<'a> {
    Null,
    /// `true` or `false`: nothing of ours is.
    Bool,
    /// A number; none where it is not whole, negative, or beyond 64 bits.
    Number(Option<u64>),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    /// Fields in the order of the text, those of one name too.
    Object(Vec<(String, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// Reads a whole text.
    pub(super) fn parse(text: &'a str) -> Result<Self, Unreadable> {
        serde_json::from_str(text).map_err(|error| {
            let line = error.line();
            match error.classify() {
                Category::Eof => Unreadable::CutShort { line },
                _ => Unreadable::NotJson { line },
            }
        })
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(Some(number)))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(None))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node<'de>, E> {
        Ok(Node::Number(None))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node<'de>, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Node::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_the_tree_that_stands_in_it() {
        let tree = Node::parse(r#" { "a": [1, -1, 1.5, true, null], "a": "x\ny" } "#).unwrap();
        let list = [Node::Number(Some(1)), Node::Number(None), Node::Number(None), Node::Bool, Node::Null];
        let fields = [("a", Node::List(list.into())), ("a", Node::Text("x\ny".into()))];
        assert_eq!(tree, Node::Object(fields.map(|(name, node)| (name.to_owned(), node)).into()));
    }

    #[test]
    fn what_is_cut_short_is_told_from_what_is_no_json() {
        assert_eq!(Node::parse("{\n\"a\":"), Err(Unreadable::CutShort { line: 2 }));
        assert_eq!(Node::parse(""), Err(Unreadable::CutShort { line: 1 }));
        assert_eq!(Node::parse("{\n'a'}"), Err(Unreadable::NotJson { line: 2 }));
        assert_eq!(Node::parse("{} {}"), Err(Unreadable::NotJson { line: 1 }));
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Node::parse(&nested(127)).is_ok());
        assert_eq!(Node::parse(&nested(1_000_000)), Err(Unreadable::NotJson { line: 1 }));
    }
}
