//! Building an element in the page.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::attribute::Attribute;
use super::browser_only::browser_only;
use super::follow::{Following, replace};
use super::{El, Live};
use crate::words;

/// An element in the page, with what keeps it alive.
pub struct Built {
    element: Element,
    /// Held to keep them running.
    children: Vec<AnyViewState>,
    bindings: Vec<Binding>,
}

/// What ties an element to signals and to events, for as long as it is held.
enum Binding {
    Signals { _effect: Following },
    Handler { event: Cow<'static, str>, act: Closure<dyn FnMut(Event)> },
}

impl Built {
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Ends all that keeps it alive; what it shows stays until it is taken out of the page.
    fn let_go(&mut self) {
        for binding in &self.bindings {
            if let Binding::Handler { event, act } = binding {
                let act = act.as_ref().unchecked_ref();
                // There is nothing to do about a refusal, and none without an event's name.
                _ = self.element.remove_event_listener_with_callback(event, act);
            }
        }
        self.bindings.clear();
        self.children.clear();
    }
}

/// An element that is taken away still hears of the end of a drag or of the focus it had: its handlers go first.
impl Drop for Built {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl Attribute {
    fn apply(self, element: &Element) -> Option<Binding> {
        match self {
            Self::Fixed(name, value) => {
                Rndr::set_attribute(element, name, value);
                None
            }
            Self::Own(name, value) => {
                Rndr::set_attribute(element, name, &value);
                None
            }
            Self::InnerHtml(html) => {
                Rndr::set_inner_html(element, html);
                None
            }
            Self::Live(name, value) => Some(follow(value, element, name, set_attribute)),
            Self::Date(date) => Some(follow_date(date, element)),
            Self::Value(value) => {
                Some(follow(Arc::new(move || Some(value())), element, "value", |element, name, value| {
                    let value = value.unwrap_or_default().into();
                    // Setting the same text again would move the caret of the person who types it.
                    if property(element, name) != value {
                        Rndr::set_property(element, name, &value);
                    }
                }))
            }
            Self::Checked(is_ticked) => {
                Some(follow_flag(is_ticked, element, "checked", |element, name, flag| {
                    Rndr::set_property(element, name, &flag.is_some().into());
                }))
            }
            Self::Class(class, is_there) => {
                Some(follow_flag(is_there, element, class, |element, class, flag| {
                    let classes = Rndr::class_list(element);
                    match flag {
                        Some(_) => Rndr::add_class(&classes, class),
                        None => Rndr::remove_class(&classes, class),
                    }
                }))
            }
            Self::On(event, act) => {
                let act = Closure::wrap(act.take());
                // Only an event without a name would be refused.
                _ = element.add_event_listener_with_callback(&event, act.as_ref().unchecked_ref());
                Some(Binding::Handler { event, act })
            }
            Self::Absent => None,
        }
    }
}

/// How an element takes a text under a name, or none.
type Set = fn(&Element, &str, Option<&str>);

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

fn property(element: &Element, name: &str) -> wasm_bindgen::JsValue {
    js_sys::Reflect::get(element, &name.into()).unwrap_or_default()
}

fn follow(value: Live<Option<String>>, element: &Element, name: &'static str, set: Set) -> Binding {
    let (element, mut before) = (element.clone(), None);
    let effect = Following::new(move || {
        let now = Some(value());
        if before != now {
            set(&element, name, now.as_ref().and_then(Option::as_deref));
            before = now;
        }
    });
    Binding::Signals { _effect: effect }
}

/// A flag is an empty text or none, as an attribute is.
fn follow_flag(flag: Live<bool>, element: &Element, name: &'static str, set: Set) -> Binding {
    follow(Arc::new(move || flag().then(String::new)), element, name, set)
}

/// One effect for the words and for what machines read of them: a page may show hundreds of dates that all move.
fn follow_date(date: Live<Option<NaiveDate>>, element: &Element) -> Binding {
    let (element, text, mut before) = (element.clone(), Rndr::create_text_node(""), None);
    Rndr::insert_node(&element, &text, None);
    let effect = Following::new(move || {
        let now = date();
        if before != now {
            set_attribute(&element, "datetime", now.map(words::iso).as_deref());
            Rndr::set_text(&text, &now.map(words::day_and_year).unwrap_or_default());
            before = now;
        }
    });
    Binding::Signals { _effect: effect }
}

impl Render for El {
    type State = Built;

    fn build(self) -> Built {
        let element = Rndr::create_element(self.0.tag, self.0.namespace);
        // The content comes before what may depend on it: a choice can only choose an option it has.
        let mut children: Vec<_> = self.0.children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        let bindings =
            self.0.attributes.into_iter().filter_map(|attribute| attribute.apply(&element)).collect();
        Built { element, children, bindings }
    }

    /// Another element takes the place of this one: its name or its attributes may be others.
    fn rebuild(self, built: &mut Built) {
        // First, so that a page and the next one are never both alive: what the first took serves the second.
        built.let_go();
        replace(built, self.build());
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(El);
browser_only!(El);
