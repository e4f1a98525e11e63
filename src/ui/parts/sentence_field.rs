//! A field in which a sentence is written: a draft until it is taken.
//!
//! Under it stands what the sentence means. It is taken on Enter, on leaving the field, or when the typing has rested;
//! until then nothing enters the plan. Escape leaves the plan as it was.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

use super::button::{Look, button};
use super::unique_id;
use crate::plan::Edit;
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, Live, attr, data, el, ev, html, prop};
use crate::ui::reactive::{Memo, Var, memo, var};

/// How long the typing rests before the sentence is taken.
const REST: Duration = Duration::from_millis(1200);

/// What a sentence means, or why it means nothing, and what can be done about that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What it means, in words, with the changes it makes; or the problem.
    pub meaning: Result<(String, Vec<Edit>), String>,
    /// What can be pressed.
    pub ways: Vec<Way>,
}

/// A way on from a sentence that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The words of its button.
    pub words: String,
    /// What it does.
    pub act: WayAct,
}

/// What a way on does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayAct {
    /// Writes another sentence.
    Write(String),
    /// Makes changes, and says so.
    Edit(Vec<Edit>, String),
}

/// What has been typed and is not, or not in these characters, what the plan holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Draft {
    text: String,
    /// The plan's value it became.
    became: Option<String>,
    /// Why the plan refused what it means.
    refused: Option<String>,
    /// Nothing was typed for a while, or the field was left: now a problem may be told.
    is_rested: bool,
}

impl Draft {
    fn typed(text: String) -> Self {
        Self { text, became: None, refused: None, is_rested: false }
    }
}

#[derive(Clone)]
struct Drafting {
    session: Session,
    id: String,
    value: Live<String>,
    understand: Arc<dyn Fn(&str) -> Understood + Send + Sync>,
    draft: Var<Option<Draft>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Drafting {
    /// The draft while it stands for the plan's value, else that value: an undo shows at once.
    fn shown(&self) -> String {
        let value = (self.value)();
        match self.draft.get() {
            Some(Draft { became: Some(became), .. }) if became != value => value,
            Some(draft) => draft.text,
            None => value,
        }
    }

    /// Something is typed that is not in the plan.
    fn is_open(&self) -> bool {
        self.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.became.is_none()))
    }

    fn typed(&self, text: String) {
        let is_value = text == untrack(|| (self.value)());
        self.draft.set((!is_value).then(|| Draft::typed(text)));
        self.stop_waiting();
        if !is_value {
            let typing = self.clone();
            let rest = move || _ = typing.take();
            self.waiting.set_value(set_timeout_with_handle(rest, REST).ok());
        }
    }

    fn stop_waiting(&self) {
        if let Some(earlier) = self.waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
    }

    /// Takes the draft into the plan, as one change; whether nothing is left to take.
    fn take(&self) -> bool {
        self.stop_waiting();
        // The page may be gone already: a field that is taken away loses the focus too.
        let Some(Some(draft)) = self.draft.try_get_untracked() else { return true };
        if draft.became.is_some() {
            return true;
        }
        let understood = untrack(|| (self.understand)(&draft.text));
        let taken = match understood.meaning {
            Ok((_, edits)) => self.carry_out(edits).map_err(Some),
            Err(_) => Err(None),
        };
        let is_taken = taken.is_ok();
        let became = is_taken.then(|| untrack(|| (self.value)()));
        let refused = taken.err().flatten();
        self.draft.set(Some(Draft { became, refused, is_rested: true, ..draft }));
        is_taken
    }

    fn carry_out(&self, edits: Vec<Edit>) -> Result<(), String> {
        self.session.pause();
        let outcome = self.session.commit(edits);
        self.session.pause();
        outcome
    }

    fn left(&self) {
        if self.take() {
            self.forget();
        }
    }

    fn forget(&self) {
        self.stop_waiting();
        self.draft.set(None);
    }

    fn pressed(&self, event: &KeyboardEvent) {
        match event.key().as_str() {
            // What cannot be taken keeps the focus.
            "Enter" if !self.take() => event.prevent_default(),
            "Enter" => self.forget(),
            "Escape" if untrack(|| self.draft.with(Option::is_some)) => {
                event.stop_propagation();
                self.forget();
            }
            _ => {}
        }
    }

    fn follow(&self, act: WayAct) {
        match act {
            WayAct::Write(text) => {
                self.draft.set(Some(Draft::typed(text)));
                self.left();
            }
            WayAct::Edit(edits, said) => match self.carry_out(edits) {
                Ok(()) => {
                    self.forget();
                    self.session.announce(said);
                }
                Err(problem) => self.session.announce(problem),
            },
        }
        platform::focus(&format!("#{}", self.id));
    }
}

/// A cell for a sentence: what the plan holds; while a text stands in it, what that means and what can be done, under
/// it. `more` leads to another way to say the same.
pub fn sentence_cell(
    label: &'static str,
    cell: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    understand: impl Fn(&str) -> Understood + Send + Sync + 'static,
    more: (&'static str, Callback<()>),
) -> El {
    let id = unique_id("sentence");
    let drafting = Drafting {
        session: Session::here(),
        id: id.clone(),
        value: Arc::new(value),
        understand: Arc::new(understand),
        draft: var(None),
        waiting: StoredValue::new(None),
    };
    let understood = {
        let drafting = drafting.clone();
        memo(move || {
            let text = drafting.draft.with(|draft| draft.as_ref().map(|draft| draft.text.clone()));
            text.map(|text| (drafting.understand)(&text))
        })
    };
    let draft = drafting.draft;
    let problem = memo(move || {
        let rested = draft.with(|draft| draft.as_ref().filter(|draft| draft.is_rested).cloned())?;
        let unread = understood.with(|it| it.as_ref().and_then(|it| it.meaning.as_ref().err().cloned()));
        rested.refused.or(unread)
    });
    // What is typed when the page goes to another is not lost; what means nothing is given up with a word.
    on_cleanup({
        let drafting = drafting.clone();
        move || {
            let text = drafting.draft.try_get_untracked().flatten().map(|draft| draft.text);
            if !drafting.take() && !untrack(|| (drafting.value)()).is_empty() {
                let text = text.unwrap_or_default();
                drafting
                    .session
                    .announce(format!("“{}” was not understood, so “{label}” is as before.", text.trim()));
            }
        }
    });
    let (left, follow) = (drafting.clone(), drafting.clone());
    let is_typed_in = move || draft.with(Option::is_some);
    el(html::Div)
        .class("cell sentence")
        .on(ev::focusout, move |event| {
            if !platform::stays_within(&event) {
                left.left();
            }
        })
        .child(input(drafting, &id, label, cell, move || problem.with(Option::is_some)))
        .show(is_typed_in, move || panel(&follow, understood, problem, more))
}

/// What stands under a sentence that is being written.
fn panel(
    drafting: &Drafting,
    understood: Memo<Option<Understood>>,
    problem: Memo<Option<String>>,
    (words, more): (&'static str, Callback<()>),
) -> El {
    let meaning = move || {
        let meaning = understood.with(|it| it.as_ref().and_then(|it| it.meaning.as_ref().ok().cloned()));
        meaning.map(|(words, _)| words).unwrap_or_default()
    };
    let ways = memo(move || {
        let is_told = problem.with(Option::is_some);
        understood.with(|it| it.as_ref().filter(|_| is_told).map(|it| it.ways.clone())).unwrap_or_default()
    });
    let follow = drafting.clone();
    let buttons = move || {
        let way = |way: Way| {
            let (follow, act) = (follow.clone(), way.act);
            button(Look::Small, way.words, move || follow.follow(act.clone()))
        };
        ways.get().into_iter().map(way).collect::<Vec<_>>()
    };
    let id = &drafting.id;
    el(html::Div)
        .class("sentence__panel")
        // A press in here is no way out of the field.
        .on(ev::mousedown, |event| event.prevent_default())
        .child(el(html::P).class("sentence__meaning").attr(attr::Id, format!("{id}-meaning")).child(meaning))
        .child(
            el(html::P)
                .class("field__message")
                .attr(attr::Id, format!("{id}-problem"))
                .attr(attr::AriaLive, "polite")
                .child(move || problem.get().unwrap_or_default()),
        )
        .child(el(html::Div).class("sentence__ways").child(move || buttons().into_any()))
        // By keyboard the row's own button leads there, so that Tab goes on to the next cell.
        .child(
            button(Look::Quiet, words, move || more.run(()))
                .class("button button--small button--quiet sentence__more")
                .attr(attr::Tabindex, "-1"),
        )
}

/// The element that is typed into: one line that grows with its words.
fn input(
    drafting: Drafting,
    id: &str,
    label: &'static str,
    cell: &'static str,
    is_wrong: impl Fn() -> bool + Send + Sync + 'static,
) -> El {
    let [shown, open, on_input, on_change, on_reset, on_key] = std::array::from_fn(|_| drafting.clone());
    el(html::Textarea)
        .class("cell__input")
        .attr(attr::Rows, "1")
        .attr(attr::Autocomplete, "off")
        .attr(attr::Autocapitalize, "none")
        .attr(attr::Spellcheck, "false")
        .attr(attr::Enterkeyhint, "next")
        .attr(attr::Id, id.to_owned())
        .attr(data::Cell, cell)
        .aria_label(label)
        .attr(attr::AriaDescribedby, format!("{id}-meaning {id}-problem"))
        .attr(attr::AriaInvalid, move || is_wrong().then(|| "true".to_owned()))
        .attr(data::Draft, move || open.is_open().then(String::new))
        .prop(prop::Value, move || shown.shown())
        .on(ev::input, move |event| on_input.typed(event_target_value(&event).replace('\n', " ")))
        // What is typed takes the place of what stands there, as in a field of one line.
        .on(ev::focus, |event| event_target::<HtmlTextAreaElement>(&event).select())
        .on(ev::change, move |_| _ = on_change.take())
        .on(ev::reset, move |_| on_reset.forget())
        .on(ev::keydown, move |event| on_key.pressed(&event))
}
