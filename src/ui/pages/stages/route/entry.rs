//! Fields in which one more of a list is typed, with the button that adds it.

use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, unique_id};

/// A field: a date or a line of text, and what it is called.
#[derive(Clone, Copy)]
pub enum Blank {
    /// A date.
    Date(&'static str),
    /// A line of text, which may stay empty.
    Text(&'static str),
}

/// The fields, something to choose besides, and the button. `add` takes what was typed, in order; it gives what to
/// announce, or why it cannot be added and what to do.
pub fn entry(
    blanks: &'static [Blank],
    choice: Option<El>,
    act: &'static str,
    add: impl Fn(&[String]) -> Result<String, String> + 'static,
) -> El {
    let texts = blanks.iter().map(|_| RwSignal::new(String::new())).collect();
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// The same, where something to choose follows what is typed: the texts of the fields are given, one each.
pub fn entry_of(
    blanks: &'static [Blank],
    texts: Vec<RwSignal<String>>,
    choice: Option<El>,
    act: &'static str,
    add: impl Fn(&[String]) -> Result<String, String> + 'static,
) -> El {
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// What adds the typed texts to the plan.
type Add = SendWrapper<Rc<dyn Fn(&[String]) -> Result<String, String>>>;

fn erased(
    blanks: &'static [Blank],
    texts: Vec<RwSignal<String>>,
    choice: Option<El>,
    act: &'static str,
    add: Add,
) -> El {
    let session = Session::here();
    let id = unique_id("entry");
    let problem_id = format!("{id}-problem");
    let problem = RwSignal::new(String::new());
    let run = {
        let (id, texts) = (id.clone(), texts.clone());
        Callback::new(move |(): ()| {
            let typed: Vec<_> = texts.iter().map(|text| text.get_untracked()).collect();
            session.pause();
            let outcome = add(&typed);
            session.pause();
            match outcome {
                Ok(words) => {
                    session.announce(words);
                    problem.set(String::new());
                    texts.iter().for_each(|text| text.set(String::new()));
                    platform::focus(&format!("#{id}-0"));
                }
                Err(words) => problem.set(words),
            }
        })
    };
    let field = |(at, (blank, text)): (usize, (&Blank, &RwSignal<String>))| {
        let (id, text) = (format!("{id}-{at}"), *text);
        let (classes, kind, label) = match *blank {
            Blank::Date(label) => ("field field--date", "date", label),
            Blank::Text(label) => ("field", "text", label),
        };
        let input = el(html::Input)
            .class("field__input")
            .attr(attr::Id, id.clone())
            .attr(attr::Type, kind)
            .attr(attr::Autocomplete, "off")
            .attr(attr::AriaDescribedby, problem_id.clone())
            .prop(prop::Value, move || text.get())
            .on(ev::input, move |event| text.set(event_target_value(&event)))
            .on(ev::keydown, move |event| {
                if event.key() == "Enter" {
                    run.run(());
                }
            });
        let label = el(html::Label).class("field__label").attr(attr::For, id).child(label);
        el(html::Div).class(classes).child(label).child(input)
    };
    let fields: Vec<_> = blanks.iter().zip(&texts).enumerate().map(field).collect();
    let row = el(html::Div).class("fields-in-a-row").child(fields).child(choice);
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, problem_id.clone())
        .attr(attr::AriaLive, "polite")
        .child(move || problem.get());
    el(html::Div)
        .class("entry")
        .child(row.child(button(Look::Plain, act, move || run.run(()))))
        .child(message)
}
