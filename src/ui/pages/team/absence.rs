//! Days away as they are being said, with what they move before they are taken (F4, F8).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Shown;
use crate::agenda::{Forecasts, Preview, load};
use crate::calendar::iso_date;
use crate::plan::{Line, Responsible};
use crate::platform;
use crate::roster::{Absence, Cover, PersonEdit, RosterEdit, WorkspaceEdit};
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, proposed_day, select, unique_id};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::words;

/// What is typed and chosen so far.
#[derive(Clone, Copy)]
struct Draft {
    shown: Shown,
    first: Var<String>,
    last: Var<String>,
    name: Var<String>,
    cover: Var<Cover>,
}

impl Draft {
    /// The first day and the last, once both are there; one day where no last one is said.
    fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.first.with(|first| iso_date(first))?;
        let last = self.last.with(|last| if last.is_empty() { Some(first) } else { iso_date(last) })?;
        Some((first, last))
    }

    fn edit(self, (first, last): (NaiveDate, NaiveDate), name: Line) -> RosterEdit {
        let absence = Absence { first, last, name, cover: self.cover.get() };
        RosterEdit::Person(self.shown.id, PersonEdit::AddAbsence(absence))
    }

    /// What it would move, in sentences; why it cannot be, in one. None while the days are not known.
    fn told(self) -> Option<Result<Vec<String>, String>> {
        let days = self.days()?;
        if days.1 < days.0 {
            return Some(Err(words::AWAY_BACKWARD.to_owned()));
        }
        let (session, id) = (self.shown.session, self.shown.id);
        let (whole, before) = (session.whole(), session.forecasts());
        let after = match whole.edited(WorkspaceEdit::Roster(self.edit(days, Line::default()))) {
            Ok(after) => after,
            Err(refusal) => return Some(Err(words::roster_problem(&whole, refusal))),
        };
        let who = Some(Responsible::Person(id));
        let later = before.after(&after, before.today());
        let on_these = |forecasts: &Forecasts| load(forecasts, days.1).steps_of(who, days.0, days.1);
        let (steps, staying) = (on_these(&before), on_these(&later));
        let mut said = vec![words::steps_while_away(&whole.plan, id, self.cover.get(), steps, staying)];
        let preview = Preview::of(&before, &later);
        said.extend(words::preview(&after, &preview));
        Some(Ok(said))
    }

    /// Makes it one change.
    fn take(self) -> Result<(), String> {
        let name = Line::parse(&self.name.get_untracked()).map_err(words::text_problem)?;
        let days = untrack(|| self.days()).ok_or_else(words::date_problem)?;
        let session = self.shown.session;
        let edit = untrack(|| self.edit(days, name));
        let RosterEdit::Person(id, PersonEdit::AddAbsence(absence)) = &edit else { return Ok(()) };
        let said = words::absence_taken(&session.plan_now(), *id, absence);
        session.change_people(edit, said)
    }
}

/// The form, which closes once it is taken.
pub fn form(shown: Shown, is_open: Var<bool>, opener: &str) -> El {
    let draft = Draft {
        shown,
        first: proposed_day(shown.session),
        last: var(String::new()),
        name: var(String::new()),
        cover: var(Cover::Shift),
    };
    let problem = var(String::new());
    let opener = format!("#{opener}");
    let close = move || {
        is_open.set(false);
        let opener = opener.clone();
        request_animation_frame(move || platform::focus(&opener));
    };
    let leave = close.clone();
    let told = memo(move || draft.told());
    let take = move || {
        // What is said above already is not said twice.
        if untrack(|| told.with(|told| matches!(told, Some(Err(_))))) {
            return platform::focus(".team__form:focus-within input[type=date]");
        }
        match draft.take() {
            Ok(()) => close(),
            Err(words) => problem.set(words),
        }
    };
    let label = move || format!("Days away of {}", shown.name.get());
    el(html::Form)
        .class("team__form")
        .attr(attr::Novalidate, true)
        .aria_label(label)
        .on(ev::submit, move |event| {
            event.prevent_default();
            take();
        })
        .on(ev::input, move |_| problem.set(String::new()))
        .child(el(html::Div).class("team__fields").child([
            field("From", "date", draft.first),
            field("To", "date", draft.last),
            field("What it is called", "text", draft.name),
            cover(draft),
        ]))
        .child(moves(told))
        .child(el(html::P).class("field__message").attr(attr::Role, "alert").child(move || problem.get()))
        .child(
            el(html::Div)
                .class("dialog__ways")
                .child(
                    el(html::Button).attr(attr::Type, "submit").class("button button--main").child("Take it"),
                )
                .child(button(Look::Plain, "Leave it", leave)),
        )
}

/// What it would move, said whenever that changes.
fn moves(told: Memo<Option<Result<Vec<String>, String>>>) -> El {
    let sentence = |said: &String| el(html::Li).child(said.clone());
    let content = move || match told.get() {
        None => el(html::P).child("Choose the days to see what moves.").into_any(),
        Some(Err(problem)) => el(html::P).class("field__message").child(problem).into_any(),
        Some(Ok(said)) => el(html::Ul).child(said.iter().map(sentence).collect::<Vec<_>>()).into_any(),
    };
    el(html::Div)
        .class("team__moves")
        .attr(attr::Role, "group")
        .aria_label("What moves")
        .child(el(html::P).class("field__label").child("What moves"))
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(content))
}

/// What becomes of the steps.
fn cover(draft: Draft) -> El {
    let (session, id) = (draft.shown.session, draft.shown.id);
    let all = memo(move || {
        session.read(|plan| {
            let others = plan.people.iter().filter(|other| other.id != id);
            let others = others.map(|other| Cover::HandOver(other.id));
            let all = std::iter::once(Cover::Shift).chain(others).chain([Cover::Keep]);
            all.map(|cover| (cover, words::cover(plan, cover))).collect::<Vec<_>>()
        })
    });
    let value = move || {
        let chosen = draft.cover.get();
        all.with(|all| all.iter().position(|(cover, _)| *cover == chosen)).unwrap_or(0).to_string()
    };
    let options = move || {
        all.with(|all| {
            all.iter().enumerate().map(|(at, (_, words))| (at.to_string(), words.clone())).collect()
        })
    };
    select("What becomes of the steps", value, options, move |chosen: String| {
        let chosen = chosen.parse().ok().and_then(|at: usize| all.with_untracked(|all| all.get(at).cloned()));
        chosen.into_iter().for_each(|(cover, _)| draft.cover.set(cover));
    })
}

fn field(label: &'static str, kind: &'static str, text: Var<String>) -> El {
    let id = unique_id("away");
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, kind)
        .attr(attr::Autocomplete, "off")
        .prop(prop::Value, move || text.get())
        .on(ev::input, move |event| text.set(event_target_value(&event)));
    el(html::Div)
        .class(if kind == "date" { "field field--date" } else { "field" })
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(input)
}
