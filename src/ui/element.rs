//! Elements of one type, whatever their name, attributes and content.
//!
//! Leptos's `view!` gives each nesting of elements a type of its own, and code for each type: for this app that
//! was more than half of what the browser loads. An [`El`] is a Leptos view like any other, built by the same
//! renderer and kept alive by the same effects, but there is one of it.

mod browser_only;

mod build;

mod follow;

mod parts;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::Event;

pub use parts::{IntoParts, rows, swap, text, when};

/// An element to be built. It is passed from call to call, so it is no larger than a pointer.
pub struct El(Box<Blueprint>);

struct Blueprint {
    tag: &'static str,
    attributes: Vec<Attribute>,
    parts: Vec<AnyView>,
}

/// A function that is called again whenever a signal it reads changes.
pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

enum Attribute {
    Fixed(&'static str, &'static str),
    Own(&'static str, String),
    Live(&'static str, Live<Option<String>>),
    /// The day a `time` tells, in words and for machines.
    Date(Live<Option<NaiveDate>>),
    ClassWhen(&'static str, Live<bool>),
    Value(Live<String>),
    Checked(Live<bool>),
    /// A handler may hold what belongs to this thread; the browser has only one.
    On(&'static str, send_wrapper::SendWrapper<Box<dyn FnMut(Event)>>),
    Html(&'static str),
}

/// An element of that name.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Blueprint { tag, attributes: Vec::new(), parts: Vec::new() }))
}

impl El {
    /// Its classes.
    #[inline(never)]
    pub fn class(self, classes: &'static str) -> Self {
        self.fixed("class", classes)
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(Attribute::Own(name, value.into()))
    }

    /// An attribute written in the program.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> Self {
        self.with(Attribute::Fixed(name, value))
    }

    /// An attribute that follows signals; `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.with(Attribute::Live(name, Arc::new(value)))
    }

    /// The day that a `time` tells, following signals.
    pub fn date(self, date: impl Fn() -> Option<NaiveDate> + Send + Sync + 'static) -> Self {
        self.with(Attribute::Date(Arc::new(date)))
    }

    /// What listeners hear it called.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.attr("aria-label", name)
    }

    /// What listeners hear it called, following signals.
    pub fn live_name(self, name: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.live_attr("aria-label", move || Some(name()))
    }

    /// A class that is there while something is so.
    pub fn class_when(self, class: &'static str, is_so: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.with(Attribute::ClassWhen(class, Arc::new(is_so)))
    }

    /// Hidden while something is so.
    pub fn hidden_when(self, is_so: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live_attr("hidden", move || is_so().then(String::new))
    }

    /// What a field holds.
    pub fn value(self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.with(Attribute::Value(Arc::new(value)))
    }

    /// Whether a box is ticked.
    pub fn checked(self, is_ticked: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.with(Attribute::Checked(Arc::new(is_ticked)))
    }

    /// Handles an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.with(Attribute::On(event, send_wrapper::SendWrapper::new(Box::new(act))))
    }

    /// Acts on a press.
    pub fn press(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Takes what a field holds while it is typed.
    pub fn typed(self, take: impl Fn(String) + 'static) -> Self {
        self.on("input", move |event| take(event_target_value(&event)))
    }

    /// Takes whether a box was ticked.
    pub fn ticked(self, take: impl Fn(bool) + 'static) -> Self {
        self.on("change", move |event| take(event_target_checked(&event)))
    }

    /// Fixed content as HTML, written in the program: text that never changes.
    pub fn html(self, html: &'static str) -> Self {
        self.with(Attribute::Html(html))
    }

    /// Further content: text, elements, a list of either, or nothing.
    pub fn child(mut self, parts: impl IntoParts) -> Self {
        parts.add_to(&mut self.0.parts);
        self
    }

    /// Text that follows signals.
    pub fn text(self, words: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.child(text(words))
    }

    /// Content that is there while something is so.
    pub fn when(
        self,
        is_so: impl Fn() -> bool + Send + Sync + 'static,
        content: impl Fn() -> El + Send + Sync + 'static,
    ) -> Self {
        self.child(when(is_so, content))
    }

    /// Content that is made anew whenever a signal it reads changes.
    pub fn swap(self, content: impl Fn() -> AnyView + Send + Sync + 'static) -> Self {
        self.child(swap(content))
    }

    /// A row for each number; one that moves is moved, not made anew.
    pub fn rows(self, of: Memo<Vec<u32>>, row: impl Fn(u32) -> El + Send + Sync + 'static) -> Self {
        self.child(rows(of, row))
    }

    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}
