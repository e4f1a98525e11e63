//! A field in which something is typed.
//!
//! What is being typed is text and stays on the screen as typed; what enters the plan is checked. Where the two
//! differ, the field says so and the plan keeps the last text that fitted, or the number there was before: of a number
//! that is none, the beginning is none either.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{unique_field, unique_id};
use crate::calendar::iso_date;
use crate::plan::{Edit, Text};
use crate::ui::Session;
use crate::ui::element::{El, Live, attr, data, el, ev, html, prop};
use crate::ui::reactive::{Var, var};
use crate::words;
use crate::workshop::FieldId;

/// Takes what was typed into the plan, or says in a sentence why not.
pub type Commit = Callback<String, Result<(), String>>;

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Prose,
    /// A number, or an amount of money.
    Number,
    /// A date.
    Date,
}

/// A commit that checks a text and sends the edit it makes.
pub fn text_commit<const MAX: usize, const LINES: bool>(
    edit: impl Fn(Text<MAX, LINES>) -> Edit + Send + Sync + 'static,
) -> Commit {
    let edit: Box<dyn Fn(Text<MAX, LINES>) -> Edit + Send + Sync> = Box::new(edit);
    let session = Session::here();
    Callback::new(move |raw: String| {
        let text = Text::parse(&raw).map_err(words::text_problem)?;
        session.try_edit(edit(text))
    })
}

/// A commit for a date; an empty field is no date.
fn date_commit(edit: impl Fn(Option<NaiveDate>) -> Edit + Send + Sync + 'static) -> Commit {
    let session = Session::here();
    Callback::new(move |raw: String| {
        let date = match raw.as_str() {
            "" => None,
            raw => Some(iso_date(raw).ok_or_else(words::date_problem)?),
        };
        session.try_edit(edit(date))
    })
}

/// What has been typed and is not, or not in these characters, what the plan holds.
#[derive(Clone)]
struct Draft {
    raw: String,
    /// The plan's value it became, or why it did not.
    outcome: Result<String, String>,
}

/// Follows the typing in one field: what to show, what is wrong, what to do with each change.
#[derive(Clone)]
struct Typing {
    session: Session,
    value: Live<String>,
    commit: Commit,
    field: FieldId,
    draft: Var<Option<Draft>>,
}

impl Typing {
    fn new(value: Live<String>, commit: Commit) -> Self {
        let (session, field) = (Session::here(), unique_field());
        Self { session, value, commit, field, draft: var(None) }
    }

    /// The draft while it stands for the plan's value, else that value: an undo shows at once.
    fn shown(&self) -> String {
        let value = (self.value)();
        match self.draft.get() {
            Some(Draft { raw, outcome: Err(_) }) => raw,
            Some(Draft { raw, outcome: Ok(became) }) if became == value => raw,
            _ => value,
        }
    }

    fn problem(&self) -> Option<String> {
        self.draft.with(|draft| draft.as_ref().and_then(|draft| draft.outcome.clone().err()))
    }

    fn typed(&self, raw: String, kind: FieldKind) {
        let taken = self.session.typing_in(self.field, || self.commit.run(raw.clone()));
        if taken.is_err() && kind == FieldKind::Number {
            self.session.abandon(self.field);
        }
        let outcome = taken.map(|()| untrack(|| (self.value)()));
        self.draft.set(Some(Draft { raw, outcome }));
    }

    /// Puts back what was there when the typing began.
    fn give_up(&self) {
        self.session.abandon(self.field);
        self.draft.set(None);
    }

    fn left(&self) {
        self.session.pause();
        // The page may be gone already: a field that is taken away loses the focus too.
        let is_taken =
            self.draft.try_with_untracked(|draft| matches!(draft, Some(Draft { outcome: Ok(_), .. })));
        if is_taken == Some(true) {
            self.draft.set(None);
        }
    }
}

/// A labelled field. A consuming builder: what is not said is left out.
pub struct Field {
    label: String,
    value: Live<String>,
    commit: Commit,
    kind: FieldKind,
    hint: &'static str,
    quiet: bool,
    beside: Option<Live<String>>,
}

impl Field {
    /// A field of one line: what it is called, what the plan holds, what takes the typing.
    pub fn new(
        label: impl Into<String>,
        value: impl Fn() -> String + Send + Sync + 'static,
        commit: Commit,
    ) -> Self {
        Self {
            label: label.into(),
            value: Arc::new(value),
            commit,
            kind: FieldKind::Line,
            hint: "",
            quiet: false,
            beside: None,
        }
    }

    /// Holds something else than a line.
    pub fn kind(self, kind: FieldKind) -> Self {
        Self { kind, ..self }
    }

    /// A sentence under the label.
    pub fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// Keeps the label for listeners only, where the place says it to the eye.
    pub fn quiet(self) -> Self {
        Self { quiet: true, ..self }
    }

    /// What stands beside the value, such as a weekday.
    fn beside(self, beside: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { beside: Some(Arc::new(beside)), ..self }
    }

    /// A cell of a row: one line that grows with its words, its label for listeners only. Escape leaves it as it was.
    pub fn cell(self, cell: &'static str) -> El {
        let id = unique_id("cell");
        let typing = Typing::new(self.value, self.commit);
        let [wrong, shown, told, on_input, on_blur, on_key] = std::array::from_fn(|_| typing.clone());
        let problem_id = format!("{id}-problem");
        let input = el(html::Textarea)
            .class("cell__input")
            .attr(attr::Rows, "1")
            .attr(attr::Autocomplete, "off")
            .attr(attr::Enterkeyhint, "next")
            .attr(data::Cell, cell)
            .attr(attr::AriaDescribedby, problem_id.clone())
            .aria_label(self.label)
            .attr(attr::AriaInvalid, move || wrong.problem().map(|_| "true".to_owned()))
            .prop(prop::Value, move || shown.shown())
            .on(ev::input, move |event| on_input.typed(event_target_value(&event), FieldKind::Line))
            .on(ev::blur, move |_| on_blur.left())
            .on(ev::keydown, move |event| {
                if event.key() == "Escape" && on_key.draft.with_untracked(Option::is_some) {
                    event.stop_propagation();
                    on_key.give_up();
                }
            });
        let message = el(html::P)
            .class("field__message")
            .attr(attr::Id, problem_id)
            .attr(attr::AriaLive, "polite")
            .child(move || told.problem().unwrap_or_default());
        el(html::Div).class("cell").child([input, message])
    }

    /// The elements.
    pub fn build(self) -> El {
        let id = unique_id("field");
        let typing = Typing::new(self.value, self.commit);
        let problem = {
            let typing = typing.clone();
            move || typing.problem().unwrap_or_default()
        };
        let is_wrong = {
            let typing = typing.clone();
            move || typing.problem().is_some()
        };
        let classes = match self.kind {
            FieldKind::Number => "field field--number",
            FieldKind::Date => "field field--date",
            FieldKind::Line | FieldKind::Prose => "field",
        };
        let label = el(html::Label).class(if self.quiet { "visually-hidden" } else { "field__label" });
        let hint = el(html::P).class("field__hint").attr(attr::Id, format!("{id}-hint")).child(self.hint);
        let beside = self.beside.map(|beside| el(html::Span).class("field__beside").child(move || beside()));
        let message =
            el(html::P).class("field__message").attr(attr::Id, format!("{id}-problem")).child(problem);
        el(html::Div)
            .class(classes)
            .class(("field--invalid", is_wrong))
            .child(label.attr(attr::For, id.clone()).child(self.label))
            .child((!self.hint.is_empty()).then_some(hint))
            .child(el(html::Div).class("field__row").child(input(&typing, self.kind, id)).child(beside))
            .child(message)
    }
}

/// The element that is typed into.
fn input(typing: &Typing, kind: FieldKind, id: String) -> El {
    let element = match kind {
        FieldKind::Prose => {
            el(html::Textarea).class("field__input field__input--prose").attr(attr::Rows, "3")
        }
        FieldKind::Date => el(html::Input).class("field__input").attr(attr::Type, "date"),
        FieldKind::Number => {
            el(html::Input).class("field__input").attr(attr::Type, "text").attr(attr::Inputmode, "decimal")
        }
        FieldKind::Line => el(html::Input).class("field__input").attr(attr::Type, "text"),
    };
    let [wrong, shown, on_input, on_blur] = std::array::from_fn(|_| typing.clone());
    element
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaDescribedby, format!("{id}-hint {id}-problem"))
        .attr(attr::Id, id)
        .attr(attr::AriaInvalid, move || wrong.problem().map(|_| "true".to_owned()))
        .prop(prop::Value, move || shown.shown())
        .on(ev::input, move |event| typed(&on_input, kind, &event_target(&event)))
        .on(ev::blur, move |_| on_blur.left())
}

/// A date half typed reads as empty: it is left alone until it is whole.
fn typed(typing: &Typing, kind: FieldKind, input: &HtmlInputElement) {
    let raw = input.value();
    let is_half_typed = kind == FieldKind::Date && raw.is_empty() && input.validity().bad_input();
    if !is_half_typed {
        typing.typed(raw, kind);
    }
}

/// A labelled date with its weekday beside it.
pub fn date_field(
    label: &'static str,
    hint: &'static str,
    value: impl Fn() -> Option<NaiveDate> + Send + Sync + 'static,
    edit: impl Fn(Option<NaiveDate>) -> Edit + Send + Sync + 'static,
) -> El {
    let value: Live<Option<NaiveDate>> = Arc::new(value);
    let weekday = {
        let value = value.clone();
        move || value().map(|date| words::weekday(date.weekday()).to_owned()).unwrap_or_default()
    };
    let text = move || value().map(words::iso).unwrap_or_default();
    Field::new(label, text, date_commit(edit)).kind(FieldKind::Date).hint(hint).beside(weekday).build()
}
