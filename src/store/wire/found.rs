//! Values found in a text, each with the way to it, so that a fault says where.

use std::borrow::Cow;
use std::str::FromStr;

use super::json::Node;
use crate::store::{Fault, Unreadable};

/// A value and the way to it.
pub(crate) struct Found<'a> {
    path: String,
    node: Node<'a>,
}

/// The fields of an object that nobody has asked for so far.
pub(crate) struct Fields<'a> {
    path: String,
    fields: Vec<(Cow<'a, str>, Node<'a>)>,
}

/// How a value is written as one piece of text.
pub(crate) trait Word: Sized {
    fn word(&self) -> Cow<'_, str>;

    /// Reads it; otherwise says what it must be.
    fn from_word(word: &str) -> Result<Self, String>;
}

impl<'a> Found<'a> {
    /// All that a text holds.
    pub(super) fn in_text(text: &'a str) -> Result<Self, Unreadable> {
        Ok(Self { path: String::new(), node: Node::parse(text)? })
    }

    pub(crate) fn word<T: Word>(self) -> Result<T, Box<Fault>> {
        let problem = match &self.node {
            Node::Text(word) => match T::from_word(word) {
                Ok(value) => return Ok(value),
                Err(problem) => problem,
            },
            _ => "it must be text in quotes".to_owned(),
        };
        Err(self.fault(&problem))
    }

    /// A whole number.
    pub(crate) fn number<T: FromStr>(self) -> Result<T, Box<Fault>> {
        let number = if let Node::Bare(word) = self.node { word.parse().ok() } else { None };
        number.ok_or_else(|| self.fault("it must be a whole number, not too large"))
    }

    pub(crate) fn list<T>(
        self,
        read: impl Fn(Found<'a>) -> Result<T, Box<Fault>>,
    ) -> Result<Vec<T>, Box<Fault>> {
        let Self { path, node } = self;
        let Node::List(entries) = node else { return Err(fault(&path, "it must be a list in brackets")) };
        let mut list = Vec::with_capacity(entries.len());
        for (at, node) in entries.into_iter().enumerate() {
            list.push(read(Found { path: format!("{path}[{at}]"), node })?);
        }
        Ok(list)
    }

    /// An object of the fields that are asked for, and no others.
    pub(crate) fn object<T>(
        self,
        read: impl FnOnce(&mut Fields<'a>) -> Result<T, Box<Fault>>,
    ) -> Result<T, Box<Fault>> {
        let mut fields = self.fields()?;
        let value = read(&mut fields)?;
        fields.end()?;
        Ok(value)
    }

    pub(super) fn fields(self) -> Result<Fields<'a>, Box<Fault>> {
        match self.node {
            Node::Object(fields) => Ok(Fields { path: self.path, fields }),
            _ => Err(self.fault("it must be an object in braces")),
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.node, Node::Object(_))
    }

    fn fault(&self, problem: &str) -> Box<Fault> {
        fault(&self.path, problem)
    }
}

impl<'a> Fields<'a> {
    /// A field that must be there.
    pub(crate) fn field(&mut self, name: &str) -> Result<Found<'a>, Box<Fault>> {
        let field = self.take(name)?;
        field.ok_or_else(|| self.fault(&format!("missing field `{name}`")))
    }

    /// A field that may be missing, or `null`.
    pub(crate) fn option<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Found<'a>) -> Result<T, Box<Fault>>,
    ) -> Result<Option<T>, Box<Fault>> {
        self.take(name)?.filter(|field| field.node != Node::Bare("null")).map(read).transpose()
    }

    pub(crate) fn word<T: Word>(&mut self, name: &str) -> Result<T, Box<Fault>> {
        self.field(name)?.word()
    }

    /// A text that is not written where it is empty.
    pub(crate) fn word_or_empty<T: Word + Default>(&mut self, name: &str) -> Result<T, Box<Fault>> {
        Ok(self.option(name, Found::word)?.unwrap_or_default())
    }

    /// A whole number of 32 bits: an id, a count.
    pub(crate) fn number(&mut self, name: &str) -> Result<u32, Box<Fault>> {
        self.field(name)?.number()
    }

    /// Nobody asks for more: what is left does not belong here.
    pub(crate) fn end(&self) -> Result<(), Box<Fault>> {
        match self.fields.first() {
            None => Ok(()),
            Some((name, _)) => Err(self.fault(&format!("unknown field `{name}`"))),
        }
    }

    fn take(&mut self, name: &str) -> Result<Option<Found<'a>>, Box<Fault>> {
        let mut named = self.fields.iter().enumerate().filter(|(_, (found, _))| found == name);
        let Some((at, _)) = named.next() else { return Ok(None) };
        if named.next().is_some() {
            return Err(self.fault(&format!("duplicate field `{name}`")));
        }
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Ok(Some(Found { path, node: self.fields.remove(at).1 }))
    }

    pub(crate) fn fault(&self, problem: &str) -> Box<Fault> {
        fault(&self.path, problem)
    }
}

fn fault(path: &str, problem: &str) -> Box<Fault> {
    Box::new(Fault::new(if path.is_empty() { "." } else { path }, problem))
}
