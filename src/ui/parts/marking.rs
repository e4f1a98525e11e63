//! What became of a step: marked in its row, or in a dialog that asks for the day and the outcome (B5, B6).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{Look, button, outcome_select, row_button, unique_id};
use crate::calendar::iso_date;
use crate::plan::{Audience, Edit, Fate, Plan, Step, StepId};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::reactive::{Var, effect, var};
use crate::ui::{FollowedStep, Session};
use crate::words;

/// The step the dialog asks about.
#[derive(Clone, Copy)]
struct Asked(Var<Option<StepId>>);

const DIALOG: &str = "marking-dialog";

/// What became of a step, with the ways to say it.
pub fn mark_step(id: StepId, step: FollowedStep) -> [El; 3] {
    let session = Session::here();
    let Asked(asked) = expect_context();
    let facts = move || step.facts();
    let is_over = move || facts().is_some_and(|facts| !facts.is_open());
    let name = move |act: &str| {
        let what = step.read(|step| step.what.to_string()).unwrap_or_default();
        format!("{act}: step {}, {what}", step.number())
    };
    let said = move || {
        let Some(facts) = facts() else { return String::new() };
        let on = facts.due.filter(|_| !facts.is_open()).map(|day| format!(", {}", words::day_and_year(day)));
        let fate = facts.fate.map(|fate| format!("{}{}", words::fate(fate), on.unwrap_or_default()));
        let said = fate.into_iter().chain(facts.postponed.map(|_| "Put off".to_owned()));
        said.collect::<Vec<_>>().join(", ")
    };
    let ask = move || asked.set(Some(id));
    let act = move || {
        if untrack(is_over) || session.plan_now().parts_at(id) {
            ask();
        } else {
            let today = session.today_now();
            let day = words::day_and_year(today);
            if let Err(problem) =
                session.mark(id, Edit::Mark(id, today, Fate::Done(None)), &format!("Done on {day}."))
            {
                session.announce(problem);
            }
            find_focus(id);
        }
    };
    let main = el(html::Button)
        .attr(attr::Type, "button")
        .attr(attr::Id, mark_name(id))
        .class(Look::Small.classes())
        .on(ev::click, move |_| act())
        .aria_label(move || name(if is_over() { "Change" } else { "Done" }))
        .child(move || if is_over() { "Change".to_owned() } else { "Done".to_owned() });
    let other =
        row_button(Look::Quiet, "Other day", move || name("Other day or result"), ask).hidden(is_over);
    [el(html::Span).class("mark__said").child(said), main, other]
}

fn mark_name(id: StepId) -> String {
    format!("mark-{}", id.0)
}

/// What was pressed may be gone once the step is marked: the focus then goes to the button of the same step, to the
/// next step that waits, or to the heading of the page.
fn find_focus(id: StepId) {
    request_animation_frame(move || {
        for place in [format!("#{}", mark_name(id)).as_str(), ".worklist button", "main h1"] {
            platform::focus_if_lost(place);
        }
    });
}

/// The dialog that asks what became of a step. Make it before the tables that open it.
pub fn marking() -> El {
    let asked = var(None);
    provide_context(Asked(asked));
    effect(move || {
        if asked.with(Option::is_some) {
            platform::open_dialog(DIALOG);
        }
    });
    let session = Session::here();
    let content = move || {
        let plan = session.plan_now();
        match asked.get().and_then(|id| Some(questions(&plan, plan.step(id)?))) {
            Some(questions) => questions.into_any(),
            None => ().into_any(),
        }
    };
    el(html::Dialog)
        .class("dialog")
        .attr(attr::Id, DIALOG)
        .attr(attr::AriaLabelledby, "marking-title")
        .on(ev::close, move |_| {
            if !platform::is_dialog_open(DIALOG) {
                asked.get_untracked().into_iter().for_each(find_focus);
                asked.set(None);
            }
        })
        .child(content)
}

fn questions(plan: &Plan, step: &Step) -> El {
    let session = Session::here();
    let id = step.id;
    let placed = untrack(|| session.schedule()).placed(id).map(|(audience, facts)| (audience, facts.number));
    let (audience, number) = placed.unwrap_or((Audience::Prospect, 0));
    let known = plan.runs.of(audience).mark(id).copied();
    let on = known.map_or_else(|| session.today_now(), |mark| mark.on);
    let day = var(words::iso(on));
    let outcome = var(match known.map(|mark| mark.fate) {
        Some(Fate::Done(outcome)) => outcome,
        _ => None,
    });
    let problem = var(String::new());
    // The day to come, and the fate, that are asked about.
    let ahead = var(None::<(NaiveDate, Fate, &'static str)>);
    let is_over = known.is_some_and(|mark| mark.fate.is_over());
    // What it moves is said before it is taken (F4).
    let moves = move || {
        let Some(on) = day.with(|day| iso_date(day)) else { return String::new() };
        let is_ahead = !is_over && on > session.today();
        let edit = match is_ahead {
            true => Edit::Postpone(id, Some(on)),
            false => Edit::Mark(id, on, Fate::Done(outcome.get())),
        };
        words::would_move_to(is_ahead, &session.would_move(id, edit).join(" "))
    };
    let take = move |edit: Edit, said: &str| match session.mark(id, edit, said) {
        Ok(()) => platform::close_dialog(DIALOG),
        Err(words) => problem.set(words),
    };
    let mark = move |on: NaiveDate, fate: Fate, said: &'static str| take(Edit::Mark(id, on, fate), said);
    let put_off = move || match iso_date(&day.get_untracked()) {
        None => problem.set(words::date_problem()),
        Some(to) if to <= session.today_now() => problem.set(words::put_off_to_past()),
        Some(to) => take(Edit::Postpone(id, Some(to)), &format!("{}.", words::put_off(to))),
    };
    let tell = move |fate: Fate, said: &'static str| {
        ahead.set(None);
        match iso_date(&day.get_untracked()) {
            None => problem.set(words::date_problem()),
            Some(on) if on > session.today_now() => {
                problem.set(words::mark_ahead(on, fate));
                ahead.set(Some((on, fate, said)));
            }
            Some(on) => mark(on, fate, said),
        }
    };
    let confirm = move || {
        button(Look::Plain, "Yes, mark it then", move || {
            if let Some((on, fate, said)) = ahead.get_untracked() {
                mark(on, fate, said);
            }
        })
    };
    let postponing = (!is_over).then(|| button(Look::Plain, "Put off to that day", put_off));
    let as_counted = plan.runs.of(audience).postponed(id).map(|_| {
        button(Look::Quiet, "Back to its planned day", move || {
            take(Edit::Postpone(id, None), "Back on its planned day.");
        })
    });
    let tried = match known.map(|mark| mark.fate) {
        Some(Fate::Tried(times)) => times,
        _ => 0,
    };
    let most = step.attempts.count();
    let again = (most > 1 && tried < most).then(|| {
        let label = format!("In vain: try {} of {most}", tried + 1);
        button(Look::Plain, label, move || tell(Fate::Tried(tried + 1), "Noted."))
    });
    let reopen = known.map(|_| {
        button(Look::Quiet, "Open again", move || {
            session.edit_and_say(Edit::Unmark(id), "The step is open again");
            platform::close_dialog(DIALOG);
        })
    });
    let title = format!("{} step {number}: {}", words::audience(audience), step.what);
    // Enter in a field does what the main button says.
    let form = el(html::Form).class("dialog__form").on(ev::submit, move |event| {
        event.prevent_default();
        tell(Fate::Done(outcome.get_untracked()), "Done.");
    });
    form.child([
        el(html::H2).attr(attr::Id, "marking-title").child(title),
        day_field(day, move || {
            ahead.set(None);
            problem.set(String::new());
        }),
        outcome_select(move || outcome.get(), move |chosen| outcome.set(chosen)),
        el(html::P).class("dialog__moves").attr(attr::AriaLive, "polite").child(moves),
        el(html::P).class("field__message").attr(attr::AriaLive, "polite").child(move || problem.get()),
        el(html::Div).class("dialog__ways").show(move || ahead.with(Option::is_some), confirm),
        el(html::Div)
            .class("dialog__ways")
            .child(button(Look::Main, "Done", || ()).attr(attr::Type, "submit"))
            .child(again)
            .child(button(Look::Plain, "Skipped", move || tell(Fate::Skipped, "Skipped.")))
            .child(postponing)
            .child(reopen)
            .child(as_counted)
            .child(button(Look::Quiet, "Cancel", || platform::close_dialog(DIALOG))),
    ])
}

fn day_field(day: Var<String>, changed: impl Fn() + 'static) -> El {
    let id = unique_id("marked-on");
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, "date")
        .prop(prop::Value, move || day.get())
        .on(ev::input, move |event| {
            let raw = event_target_value(&event);
            day.set(raw);
            changed();
        });
    let label = el(html::Label).class("field__label").attr(attr::For, id).child("On which day");
    el(html::Div).class("field field--date").child(label).child(input)
}
