//! What an element has besides its content.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use send_wrapper::SendWrapper;
use web_sys::Event;

use super::Live;

/// What happens at an event.
pub type Handler = Box<dyn FnMut(Event)>;

/// An attribute, a property or a handler, to be put on an element.
pub enum Attribute {
    Fixed(&'static str, &'static str),
    Own(&'static str, String),
    Live(&'static str, Live<Option<String>>),
    Date(Live<Option<NaiveDate>>),
    Class(&'static str, Live<bool>),
    Value(Live<String>),
    Checked(Live<bool>),
    On(Cow<'static, str>, SendWrapper<Handler>),
    InnerHtml(&'static str),
    /// Nothing after all.
    Absent,
}

/// What an attribute can be.
pub trait AttributeValue {
    /// The attribute of that name with this value.
    fn into_attribute(self, name: &'static str) -> Attribute;
}

impl AttributeValue for &'static str {
    fn into_attribute(self, name: &'static str) -> Attribute {
        Attribute::Fixed(name, self)
    }
}

impl AttributeValue for String {
    fn into_attribute(self, name: &'static str) -> Attribute {
        Attribute::Own(name, self)
    }
}

impl AttributeValue for bool {
    fn into_attribute(self, name: &'static str) -> Attribute {
        if self { Attribute::Fixed(name, "") } else { Attribute::Absent }
    }
}

impl<F, V> AttributeValue for F
where
    F: Fn() -> V + Send + Sync + 'static,
    V: LiveValue,
{
    fn into_attribute(self, name: &'static str) -> Attribute {
        Attribute::Live(name, Arc::new(move || self().into_text()))
    }
}

/// What a function may give for an attribute.
pub trait LiveValue {
    /// The attribute's text; none takes the attribute away.
    fn into_text(self) -> Option<String>;
}

impl LiveValue for String {
    fn into_text(self) -> Option<String> {
        Some(self)
    }
}

impl LiveValue for Option<String> {
    fn into_text(self) -> Self {
        self
    }
}

impl LiveValue for bool {
    fn into_text(self) -> Option<String> {
        self.then(String::new)
    }
}

/// Classes that are always there, or one that comes and goes.
pub trait Class {
    /// The attribute that sets it.
    fn into_attribute(self) -> Attribute;
}

impl Class for &'static str {
    fn into_attribute(self) -> Attribute {
        Attribute::Fixed("class", self)
    }
}

impl Class for String {
    fn into_attribute(self) -> Attribute {
        Attribute::Own("class", self)
    }
}

impl<F: Fn() -> bool + Send + Sync + 'static> Class for (&'static str, F) {
    fn into_attribute(self) -> Attribute {
        Attribute::Class(self.0, Arc::new(self.1))
    }
}

/// A property of an element that follows signals.
pub trait Property {
    /// What it holds.
    type Value;

    /// The property, following a function.
    fn follow(value: Live<Self::Value>) -> Attribute;
}

/// The properties there are.
pub mod prop {
    use super::{Attribute, Live, Property};

    /// What a field holds.
    #[derive(Clone, Copy, Debug)]
    pub struct Value;

    /// Whether a box is ticked.
    #[derive(Clone, Copy, Debug)]
    pub struct Checked;

    impl Property for Value {
        type Value = String;

        fn follow(value: Live<String>) -> Attribute {
            Attribute::Value(value)
        }
    }

    impl Property for Checked {
        type Value = bool;

        fn follow(is_ticked: Live<bool>) -> Attribute {
            Attribute::Checked(is_ticked)
        }
    }
}

/// Names for attributes.
macro_rules! keys {
    ($($(#[$meaning:meta])* $key:ident $name:expr,)*) => {
        $(
            $(#[$meaning])*
            #[derive(Clone, Copy, Debug)]
            pub struct $key;

            impl leptos::attr::AttributeKey for $key {
                const KEY: &'static str = $name;
            }
        )*
    };
}

/// The app's own attributes, which styles and tests look for.
pub mod data {
    keys! {
        /// The column of a field in a row, by which keys find it.
        Cell crate::platform::CELL,
        /// The channel that a bar stands for, by its pattern.
        Bar "data-bar",
        /// The channel of what is said, which is drawn before it.
        Channel "data-channel",
        /// A field that holds what the plan does not.
        Draft crate::platform::DRAFT,
        /// What facts a table holds.
        Facts "data-facts",
        /// The column a cell belongs to, where a table is laid out as a list.
        Label "data-label",
        /// Which way a button moves something.
        Move "data-move",
        /// The place of something in its list.
        At "data-at",
    }
}

/// The attributes of what is part of a drawing.
pub mod drawn {
    keys! {
        /// The line or the outline.
        D "d",
        /// To the right.
        X "x",
        /// Down.
        Y "y",
        /// How wide.
        Width "width",
        /// How high.
        Height "height",
        /// What is moved, and where.
        Transform "transform",
        /// What of its plane is seen.
        ViewBox "viewBox",
        /// What it is filled with.
        Fill "fill",
        /// Which end of a text stands at its place.
        TextAnchor "text-anchor",
        /// Where today lies.
        Today "data-today",
        /// Which units the size of a pattern is in.
        PatternUnits "patternUnits",
    }
}
