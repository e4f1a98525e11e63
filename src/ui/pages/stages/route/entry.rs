//! Fields in which one more of a list is typed, with the button that adds it.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::plan::Edit;
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, unique_id};
use crate::ui::reactive::{Var, var};

/// A field: a date or a line of text, and what it is called.
#[derive(Clone, Copy)]
pub enum Blank {
    /// A date.
    Date(&'static str),
    /// A line of text, which may stay empty.
    Text(&'static str),
}

/// What adds something and what is said once it is there, or why it cannot be added and what to do.
pub type Adding = Result<(Edit, String), String>;

/// Something to choose besides what is typed, and what puts it back once that is taken.
pub struct Choice {
    /// What is chosen with.
    pub view: El,
    /// Puts it back as it was.
    pub reset: Box<dyn Fn() + Send + Sync>,
}

/// The fields, something to choose besides, and the button. `add` takes what was typed, in order.
pub fn entry(
    blanks: &'static [Blank],
    choice: Option<Choice>,
    act: &'static str,
    add: impl Fn(&[String]) -> Adding + 'static,
) -> El {
    let texts = blanks.iter().map(|_| var(String::new())).collect();
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// The same, where something to choose follows what is typed: the texts of the fields are given, one each.
pub fn entry_of(
    blanks: &'static [Blank],
    texts: Vec<Var<String>>,
    choice: Option<Choice>,
    act: &'static str,
    add: impl Fn(&[String]) -> Adding + 'static,
) -> El {
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// What adds the typed texts to the plan.
type Add = SendWrapper<Rc<dyn Fn(&[String]) -> Adding>>;

fn erased(
    blanks: &'static [Blank],
    texts: Vec<Var<String>>,
    choice: Option<Choice>,
    act: &'static str,
    add: Add,
) -> El {
    let session = Session::here();
    let id = unique_id("entry");
    let problem_id = format!("{id}-problem");
    let problem = var(String::new());
    let (choice, reset) = choice.map(|it| (it.view, it.reset)).unzip();
    // What was typed stays until it is taken.
    let taken: Arc<dyn Fn() + Send + Sync> = {
        let (id, texts) = (id.clone(), texts.clone());
        Arc::new(move || {
            texts.iter().for_each(|text| text.set(String::new()));
            reset.iter().for_each(|reset| reset());
            platform::focus(&format!("#{id}-0"));
        })
    };
    let run = {
        let texts = texts.clone();
        Callback::new(move |(): ()| {
            let typed: Vec<_> = texts.iter().map(|text| text.get_untracked()).collect();
            let taken = taken.clone();
            let added = add(&typed).and_then(|(edit, said)| session.propose(edit, said, move || taken()));
            problem.set(added.err().unwrap_or_default());
        })
    };
    let field = |(at, (blank, text)): (usize, (&Blank, &Var<String>))| {
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
                    // What it opens would take the rest of the key for an answer.
                    event.prevent_default();
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
