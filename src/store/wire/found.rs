//! Values found in a text, each with the way to it, so that a fault says where.

use std::borrow::Cow;

use super::json::{Field, Node};
use crate::store::Fault;

/// A value and the way to it.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a> {
    place: Place<'a>,
    node: &'a Node<'a>,
}

/// The fields of an object, some of which have been asked for.
pub(crate) struct Fields<'a> {
    place: Place<'a>,
    fields: &'a [Field<'a>],
    asked: Vec<&'static str>,
}

/// The way to a value, which is put in words only when something is wrong there.
#[derive(Clone, Copy)]
enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Entry(&'a Place<'a>, usize),
}

/// How a value is written as one piece of text.
pub(crate) trait Word: Sized {
    fn word(&self) -> Cow<'_, str>;

    /// Reads it; otherwise says what it must be.
    fn from_word(word: &str) -> Result<Self, String>;

    /// What such texts have in common, as a schema.
    fn shape() -> String;
}

/// A value that is written as one piece of text.
pub(crate) fn word<T: Word>(found: Found<'_>) -> Result<T, Box<Fault>> {
    T::from_word(found.text()?).map_err(|problem| found.place.fault(&problem))
}

/// A whole number.
pub(crate) fn number<T: TryFrom<u64>>(found: Found<'_>) -> Result<T, Box<Fault>> {
    let number = if let Node::Number(number) = found.node { *number } else { None };
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| found.place.fault("it must be a whole number, not too large"))
}

impl<'a> Found<'a> {
    /// All that a text holds.
    pub(super) fn top(node: &'a Node<'a>) -> Self {
        Self { place: Place::Top, node }
    }

    fn text(self) -> Result<&'a str, Box<Fault>> {
        match self.node {
            Node::Text(text) => Ok(text),
            _ => Err(self.place.fault("it must be text in quotes")),
        }
    }

    pub(crate) fn list<T>(self, read: fn(Found<'_>) -> Result<T, Box<Fault>>) -> Result<Vec<T>, Box<Fault>> {
        let mut list = Vec::new();
        for (at, node) in self.entries()?.iter().enumerate() {
            list.push(read(Found { place: Place::Entry(&self.place, at), node })?);
        }
        Ok(list)
    }

    fn entries(self) -> Result<&'a [Node<'a>], Box<Fault>> {
        match self.node {
            Node::List(entries) => Ok(entries),
            _ => Err(self.place.fault("it must be a list in brackets")),
        }
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

    #[inline(never)]
    pub(super) fn fields(self) -> Result<Fields<'a>, Box<Fault>> {
        match self.node {
            Node::Object(fields) => Ok(Fields { place: self.place, fields, asked: Vec::new() }),
            _ => Err(self.place.fault("it must be an object in braces")),
        }
    }

    pub(crate) fn fault(self, problem: &str) -> Box<Fault> {
        self.place.fault(problem)
    }

    pub(super) fn is_null(self) -> bool {
        *self.node == Node::Null
    }

    pub(crate) fn is_object(self) -> bool {
        matches!(self.node, Node::Object(_))
    }
}

impl Fields<'_> {
    /// A field that must be there.
    #[inline(never)]
    pub(crate) fn field(&mut self, name: &'static str) -> Result<Found<'_>, Box<Fault>> {
        match self.find(name)? {
            Some(field) => Ok(self.found(field)),
            None => Err(self.fault(&format!("missing field `{name}`"))),
        }
    }

    /// A field that may be missing, or `null`.
    pub(crate) fn option<T>(
        &mut self,
        name: &'static str,
        read: fn(Found<'_>) -> Result<T, Box<Fault>>,
    ) -> Result<Option<T>, Box<Fault>> {
        self.optional(name)?.map(read).transpose()
    }

    /// A field that may be missing, or `null`, to be read by the one who asks.
    #[inline(never)]
    pub(crate) fn optional(&mut self, name: &'static str) -> Result<Option<Found<'_>>, Box<Fault>> {
        Ok(self.find(name)?.filter(|field| field.node != Node::Null).map(|field| self.found(field)))
    }

    pub(crate) fn word<T: Word>(&mut self, name: &'static str) -> Result<T, Box<Fault>> {
        word(self.field(name)?)
    }

    #[inline(never)]
    pub(crate) fn fault(&self, problem: &str) -> Box<Fault> {
        self.place.fault(problem)
    }

    fn found<'s>(&'s self, field: &'s Field<'s>) -> Found<'s> {
        Found { place: Place::Field(&self.place, field.written()), node: &field.node }
    }

    /// Nobody asks for more: what was not asked for does not belong here.
    fn end(&self) -> Result<(), Box<Fault>> {
        match self.fields.iter().find(|field| !self.asked.contains(&&*field.name)) {
            None => Ok(()),
            Some(field) => Err(self.fault(&format!("unknown field `{}`", field.written()))),
        }
    }
}

impl<'a> Fields<'a> {
    fn find(&mut self, name: &'static str) -> Result<Option<&'a Field<'a>>, Box<Fault>> {
        self.asked.push(name);
        let mut named = self.fields.iter().filter(|field| field.name == name);
        let found = named.next();
        if let Some(second) = named.next() {
            return Err(self.fault(&format!("duplicate field `{}`", second.written())));
        }
        Ok(found)
    }
}

impl Place<'_> {
    fn fault(&self, problem: &str) -> Box<Fault> {
        let path = self.path();
        Box::new(Fault::new(if path.is_empty() { "." } else { &path }, problem))
    }

    fn path(&self) -> String {
        match self {
            Self::Top => String::new(),
            Self::Field(Self::Top, name) => (*name).to_owned(),
            Self::Field(object, name) => format!("{}.{name}", object.path()),
            Self::Entry(list, at) => format!("{}[{at}]", list.path()),
        }
    }
}
