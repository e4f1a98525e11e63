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
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node<'a> {
    Null,
    /// `true` or `false`: nothing of ours is.
    Bool,
    /// A number; none where it is not whole, negative, or beyond 64 bits.
    Number(Option<u64>),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    /// Fields in the order of the text, those of one name too.
    Object(Vec<Field<'a>>),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field<'a> {
    pub(super) name: Cow<'a, str>,
    /// What it is called in the text, where an older version called it otherwise.
    written: Option<Cow<'a, str>>,
    pub(super) node: Node<'a>,
}

impl<'a> Field<'a> {
    pub(super) fn new(name: impl Into<Cow<'a, str>>, node: Node<'a>) -> Self {
        Self { name: name.into(), written: None, node }
    }

    /// What it is called in the text.
    pub(super) fn written(&self) -> &str {
        self.written.as_ref().unwrap_or(&self.name)
    }
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

/// What stands where, for those who bring a text of an older version to a newer one.
impl<'a> Node<'a> {
    /// A new object.
    pub(super) fn object<const N: usize>(fields: [(&'a str, Self); N]) -> Self {
        Self::Object(fields.map(|(name, node)| Field::new(name, node)).into())
    }

    /// The field of that name, if this is an object that has it and says something in it.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|field| field.name == name && field.node != Self::Null).map(|field| &field.node)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        let Self::Object(fields) = self else { return None };
        let mut fields = fields.iter_mut();
        fields.find(|field| field.name == name && field.node != Self::Null).map(|field| &mut field.node)
    }

    /// The entries of a list; none where this is no list.
    pub(super) fn entries(&self) -> &[Self] {
        if let Self::List(entries) = self { entries } else { &[] }
    }

    /// The same, to be changed.
    pub(super) fn entries_mut(&mut self) -> &mut [Self] {
        if let Self::List(entries) = self { entries } else { &mut [] }
    }

    /// The entries of the list in a field.
    pub(super) fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::entries)
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn number(&self) -> Option<u64> {
        if let Self::Number(number) = self { *number } else { None }
    }

    /// Gives fields another name; faults go on to call them as the text does.
    pub(super) fn rename(&mut self, old: &str, new: &'static str) {
        let Self::Object(fields) = self else { return };
        for field in fields.iter_mut().filter(|field| field.name == old) {
            let written = std::mem::replace(&mut field.name, new.into());
            field.written.get_or_insert(written);
        }
    }

    /// Takes fields away.
    pub(super) fn remove(&mut self, name: &str) {
        if let Self::Object(fields) = self {
            fields.retain(|field| field.name != name);
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Tree)
    }
}

/// The name of a field.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Node::deserialize(from)? {
            Node::Text(name) => Ok(Self(name)),
            _ => Err(D::Error::custom("a name")),
        }
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
            let (name, node): (Name<'de>, _) = field;
            object.push(Field::new(name.0, node));
        }
        Ok(Node::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::wire::Writer;

    impl Node<'_> {
        /// The text of an object, for tests.
        pub(in crate::store::wire) fn json(&self) -> String {
            Writer::object_text(|w| self.write_fields(w))
        }

        fn write_fields(&self, w: &mut Writer) {
            let Self::Object(fields) = self else { panic!("no object: {self:?}") };
            fields.iter().for_each(|field| field.node.write(w.name(&field.name)));
        }

        fn write(&self, w: &mut Writer) {
            match self {
                Self::Null | Self::Bool | Self::Number(None) => w.null(),
                Self::Number(Some(number)) => w.number(*number),
                Self::Text(text) => w.text(text),
                Self::List(entries) => w.list(entries, |w, entry| entry.write(w)),
                Self::Object(_) => w.object(|w| self.write_fields(w)),
            }
        }
    }

    #[test]
    fn a_text_becomes_the_tree_that_stands_in_it() {
        let tree = Node::parse(r#" { "a": [1, -1, 1.5, true, null], "a": "x\ny" } "#).unwrap();
        let list = [Node::Number(Some(1)), Node::Number(None), Node::Number(None), Node::Bool, Node::Null];
        let fields = [("a", Node::List(list.into())), ("a", Node::Text("x\ny".into()))];
        assert_eq!(tree, Node::Object(fields.map(|(name, node)| Field::new(name, node)).into()));
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
