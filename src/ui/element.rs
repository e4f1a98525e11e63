//! Elements of one type, whatever their tag, attributes and content.
//!
//! Leptos's `view!` gives each nesting of elements a type of its own, and code for each type; even with its components
//! erased, this app would be a good deal larger (`scripts/compare-views` says by how much). An [`El`] is a Leptos view
//! like any other, built by the same renderer and kept alive by the same effects, but there is one of it.
//!
//! Tags, attributes and events are the framework's own names, so that a misspelt one does not compile:
//! `el(html::P).attr(attr::Role, "note").on(ev::click, …)`. What follows signals is a function, as in `view!`.

mod attribute;

mod browser_only;

mod build;

mod child;

mod follow;

mod rows;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::attr::AttributeKey;
use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
pub use leptos::{attr, ev, html, svg};
use send_wrapper::SendWrapper;
use web_sys::Event;

use crate::ui::reactive::Memo;
use attribute::{Attribute, Handler};
pub use attribute::{AttributeValue, Class, Property, data, drawn, prop};
pub use child::{Child, Shown, follow, for_each, show};

/// An element to be built. It is passed from call to call, so it is no larger than a pointer.
pub struct El(Box<Blueprint>);

struct Blueprint {
    tag: &'static str,
    /// That of drawings, for what is part of one.
    namespace: Option<&'static str>,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

/// A function that is called again whenever a signal it reads changes.
pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// An element with that tag.
pub fn el<T: ElementType>(_tag: T) -> El {
    #[inline(never)]
    fn erased(tag: &'static str, namespace: Option<&'static str>) -> El {
        El(Box::new(Blueprint { tag, namespace, attributes: Vec::new(), children: Vec::new() }))
    }
    erased(T::TAG, T::NAMESPACE)
}

impl El {
    /// Its classes, or a class with a function that says whether it is there: `("field--invalid", move || …)`.
    pub fn class(self, class: impl Class) -> Self {
        self.with(class.into_attribute())
    }

    /// An attribute: a text, a flag, or a function that gives either; `None` takes it away.
    pub fn attr<K: AttributeKey>(self, _key: K, value: impl AttributeValue) -> Self {
        self.with(value.into_attribute(K::KEY))
    }

    /// What assistive technology calls it.
    pub fn aria_label(self, label: impl AttributeValue) -> Self {
        self.attr(attr::AriaLabel, label)
    }

    /// Whether it is hidden.
    pub fn hidden(self, is_hidden: impl AttributeValue) -> Self {
        self.attr(attr::Hidden, is_hidden)
    }

    /// A property that follows signals: what a field holds, whether a box is ticked.
    pub fn prop<P: Property>(
        self,
        _property: P,
        value: impl Fn() -> P::Value + Send + Sync + 'static,
    ) -> Self {
        self.with(P::follow(Arc::new(value)))
    }

    /// The day that a `time` tells, in words and for machines, following signals. A page may show hundreds of dates
    /// that all move: each takes one effect instead of two.
    pub fn date(self, date: impl Fn() -> Option<NaiveDate> + Send + Sync + 'static) -> Self {
        self.with(Attribute::Date(Arc::new(date)))
    }

    /// Handles an event. A handler may hold what belongs to this thread; the browser has only one.
    pub fn on<E>(self, event: E, mut act: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        let act: Handler = Box::new(move |event: Event| act(event.unchecked_into()));
        self.with(Attribute::On(event.name(), SendWrapper::new(act)))
    }

    /// Fixed content as HTML, written in the program: text that never changes.
    pub fn inner_html(self, html: &'static str) -> Self {
        self.with(Attribute::InnerHtml(html))
    }

    /// Further content: text, elements, a function that gives either and follows signals, a list of these, or nothing.
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// Content that is there while something is so, as by `<Show when=…>`.
    pub fn show(
        self,
        when: impl Fn() -> bool + Send + Sync + 'static,
        children: impl Fn() -> El + Send + Sync + 'static,
    ) -> Self {
        self.child(show(when, children))
    }

    /// An element for each number, as by `<For each=…>`; one whose number moves is moved, not made anew.
    pub fn for_each(
        self,
        each: Memo<Vec<u32>>,
        children: impl Fn(u32) -> El + Send + Sync + 'static,
    ) -> Self {
        self.child(for_each(each, children))
    }

    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}
