//! A field in which something is typed.
//!
//! What is being typed is text and stays on the screen as typed; what enters the plan is checked. Where the two
//! differ, the field says so and the plan keeps the last value that fitted.

use chrono::{Datelike, NaiveDate};
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::handlers::{Handler, typed};
use super::unique_id;
use crate::plan::{Edit, Text};
use crate::ui::{Session, words};

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
            raw => Some(raw.parse().map_err(|_| words::date_problem())?),
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
#[derive(Clone, Copy)]
struct Typing {
    session: Session,
    value: Signal<String>,
    commit: Commit,
    draft: RwSignal<Option<Draft>>,
}

impl Typing {
    /// The draft while it stands for the plan's value, else that value: an undo shows at once.
    fn shown(self) -> String {
        let value = self.value.get();
        match self.draft.get() {
            Some(Draft { raw, outcome: Err(_) }) => raw,
            Some(Draft { raw, outcome: Ok(became) }) if became == value => raw,
            _ => value,
        }
    }

    fn problem(self) -> Option<String> {
        self.draft.with(|draft| draft.as_ref().and_then(|draft| draft.outcome.clone().err()))
    }

    fn typed(self, raw: String) {
        let outcome = self.commit.run(raw.clone()).map(|()| self.value.get_untracked());
        self.draft.set(Some(Draft { raw, outcome }));
    }

    fn left(self) {
        self.session.pause();
        if self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.outcome.is_ok())) {
            self.draft.set(None);
        }
    }
}

/// A labelled field.
#[component]
pub fn Field(
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// What the plan holds.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    commit: Commit,
    /// What it holds.
    #[prop(optional)]
    kind: FieldKind,
    /// A sentence under the label.
    #[prop(optional, into)]
    hint: String,
    /// Keeps the label for listeners only, where the place says it to the eye.
    #[prop(optional)]
    quiet: bool,
    /// What stands beside the value, such as a weekday.
    #[prop(optional, into)]
    beside: Option<Signal<String>>,
) -> impl IntoView {
    let id = unique_id("field");
    let typing = Typing { session: Session::here(), value, commit, draft: RwSignal::new(None) };
    let problem = move || typing.problem().unwrap_or_default();
    let problem_id = format!("{id}-problem");
    let hint = (!hint.is_empty()).then(|| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> });
    let classes = match (kind, quiet) {
        (FieldKind::Number, _) => "field field--number",
        (FieldKind::Date, _) => "field field--date",
        _ => "field",
    };
    view! {
        <div class=classes class:field--invalid=move || !problem().is_empty()>
            <label class=if quiet { "visually-hidden" } else { "field__label" } for=id.clone()>{label}</label>
            {hint}
            <div class="field__row">
                {input(typing, kind, id)}
                {beside.map(|beside| view! { <span class="field__beside">{beside}</span> })}
            </div>
            <p class="field__message" id=problem_id>{move || problem()}</p>
        </div>
    }
}

/// The element that is typed into.
fn input(typing: Typing, kind: FieldKind, id: String) -> AnyView {
    let described_by = format!("{id}-hint {id}-problem");
    let shown = Signal::derive(move || typing.shown());
    let is_wrong = Signal::derive(move || typing.problem().map(|_| "true"));
    let on_blur: Handler<ev::FocusEvent> = Box::new(move |_| typing.left());
    if kind == FieldKind::Prose {
        view! {
            <textarea
                class="field__input field__input--prose"
                id=id
                rows="3"
                prop:value=shown
                aria-describedby=described_by
                aria-invalid=is_wrong
                on:input=typed(move |raw| typing.typed(raw))
                on:blur=on_blur
            ></textarea>
        }
        .into_any()
    } else {
        let on_input: Handler<ev::Event> = Box::new(move |event| typed_in(typing, kind, &event_target(&event)));
        view! {
            <input
                class="field__input"
                id=id
                type=if kind == FieldKind::Date { "date" } else { "text" }
                inputmode=(kind == FieldKind::Number).then_some("decimal")
                autocomplete="off"
                prop:value=shown
                aria-describedby=described_by
                aria-invalid=is_wrong
                on:input=on_input
                on:blur=on_blur
            />
        }
        .into_any()
    }
}

/// A date half typed reads as empty: it is left alone until it is whole.
fn typed_in(typing: Typing, kind: FieldKind, input: &HtmlInputElement) {
    let raw = input.value();
    let is_half_typed = kind == FieldKind::Date && raw.is_empty() && input.validity().bad_input();
    if !is_half_typed {
        typing.typed(raw);
    }
}

/// A labelled date with its weekday beside it.
#[component]
pub fn DateField(
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// What the plan holds.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// The change a date makes.
    edit: Callback<Option<NaiveDate>, Edit>,
    /// A sentence under the label.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let text = Signal::derive(move || value.get().map(words::iso).unwrap_or_default());
    let weekday = Signal::derive(move || {
        value.get().map(|date| words::weekday(date.weekday()).to_owned()).unwrap_or_default()
    });
    let commit = date_commit(move |date| edit.run(date));
    view! { <Field label value=text commit kind=FieldKind::Date hint=hint beside=weekday /> }
}
