//! The plan on paper (B9): a cover brief, the two sequences with boxes to tick, and traceability from goal to date.
//!
//! It is made at the moment of printing, from the plan as it is then, and taken away afterwards: whatever page
//! is on the screen, printing prints the plan.

mod traceability;

use chrono::NaiveDate;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::advice::Cadence;
use crate::plan::{Action, Audience, Goal, Plan, Step};
use crate::platform;
use crate::schedule::{Schedule, StepFacts};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{cadence_on_paper, ways_list};
use crate::ui::{Extras, Session, Workspace};
use crate::words;
use traceability::traceability;

/// Puts the sheet on the page whenever it is about to be printed.
pub fn print_sheet_on_demand(session: Session, workspace: Workspace) {
    let sheet = StoredValue::new_local(None::<UnmountHandle<_>>);
    _ = window_event_listener_untyped("beforeprint", move |_| {
        if !untrack(|| workspace.has_plan()) {
            return;
        }
        let Some(place) = document().get_element_by_id("sheet") else { return };
        // The day is read once, and what is on the screen follows it: paper says nothing else.
        let today = workspace.today();
        let (plan, schedule) = (session.plan_now(), untrack(|| session.schedule()));
        sheet.set_value(Some(mount_to(place.unchecked_into::<HtmlElement>(), move || {
            let extras = session.extras().get_untracked();
            paper(&plan, &schedule, extras, today)
        })));
    });
    _ = window_event_listener_untyped("afterprint", move |_| sheet.set_value(None));
}

fn paper(plan: &Plan, schedule: &Schedule, extras: Extras, today: NaiveDate) -> El {
    let title =
        [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let title = title.unwrap_or_else(|| "Follow-up plan".to_owned());
    el(html::Article)
        .class("sheet")
        .child(cover(plan, &title, &words::day_and_year(today)))
        .child(Audience::BOTH.map(|audience| sequence(plan, schedule, audience, extras, (&title, today))))
        .child(cadence_on_paper(plan, &Cadence::of(plan, schedule)))
        .child(traceability(plan, schedule, &title))
}

/// Destinations, goals with their "by", measures.
fn cover(plan: &Plan, title: &str, printed: &str) -> El {
    let deal =
        plan.deal_value.map(|value| format!("Typical deal: {}", platform::money(value, plan.currency)));
    let review = plan.review.map(|date| format!("Next review: {}", words::day_and_year(date)));
    let facts: Vec<_> = [
        Some(plan.business.to_string()).filter(|text| !text.trim().is_empty()),
        Some(plan.offer.to_string()).filter(|text| !text.trim().is_empty()),
        deal,
        review,
        Some(format!("Printed {printed}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let has_destination = plan.statements.iter().any(|(_, statement)| !statement.is_blank());
    let destinations = has_destination.then(|| {
        let both = Audience::BOTH.map(|audience| destination(plan, audience));
        el(html::Section)
            .child(el(html::H2).child("Destination"))
            .child(el(html::Div).class("sheet__destinations").child(both))
    });
    el(html::Header)
        .class("sheet__cover")
        .child(el(html::H1).child(title))
        .child(el(html::P).class("sheet__facts").child(facts.join(" · ")))
        .child(destinations)
        .child(
            [Some(Audience::Prospect), Some(Audience::Customer), None].map(|audience| goals(plan, audience)),
        )
}

fn destination(plan: &Plan, audience: Audience) -> Option<El> {
    let statement = plan.statements.of(audience);
    let name = match audience {
        Audience::Prospect => "As a prospect",
        Audience::Customer => "As a customer",
    };
    (!statement.is_blank()).then(|| {
        el(html::Div)
            .child(el(html::H3).child(name))
            .child(el(html::P).class("sheet__statement").child(statement.to_string()))
    })
}

fn goals(plan: &Plan, audience: Option<Audience>) -> Option<El> {
    let goals: Vec<_> =
        plan.goals.iter().filter(|goal| goal.audience == audience).map(goal_on_paper).collect();
    let name = match audience {
        Some(Audience::Prospect) => "Goals for prospects",
        Some(Audience::Customer) => "Goals for customers",
        None => "Goals not sorted yet",
    };
    (!goals.is_empty()).then(|| {
        el(html::Section)
            .class("sheet__goals")
            .child(el(html::H2).child(name))
            .child(el(html::Ul).child(goals))
    })
}

fn goal_on_paper(goal: &Goal) -> El {
    let action = |action: &Action| {
        el(html::Li).child("by ").child(action.text.to_string()).child(measure_on_paper(action))
    };
    el(html::Li)
        .child(el(html::Strong).child(goal.text.to_string()))
        .child(el(html::Ul).child(goal.actions.iter().map(action).collect::<Vec<_>>()))
}

fn measure_on_paper(action: &Action) -> Option<El> {
    let measure = &action.measure;
    if measure.is_blank() {
        return None;
    }
    let part = |name: &str, text: &str| {
        if text.trim().is_empty() { String::new() } else { format!("{name} {text}. ") }
    };
    let by = measure.by.map(|by| format!("By {}. ", words::day_and_year(by))).unwrap_or_default();
    let parts = [
        part("Measure:", measure.metric.as_str()),
        part("Target:", measure.target.as_str()),
        by,
        part("Result:", measure.result.as_str()),
    ];
    Some(el(html::Span).class("sheet__measure").child(parts.concat()))
}

/// One sequence as a dated table with a box to tick.
fn sequence(
    plan: &Plan,
    schedule: &Schedule,
    audience: Audience,
    extras: Extras,
    (title, today): (&str, NaiveDate),
) -> El {
    let name = format!("{} sequence", words::audience(audience));
    let trigger = &plan.sequences.of(audience).trigger;
    let starts = (!trigger.is_blank()).then(|| el(html::P).child(format!("Starts when: {trigger}")));
    let steps = &plan.sequences.of(audience).steps;
    let rows: Vec<_> = steps
        .iter()
        .zip(schedule.steps(audience))
        .map(|(step, facts)| row(plan, schedule, audience, extras, step, facts))
        .collect();
    let empty = steps
        .is_empty()
        .then(|| el(html::Tr).child(el(html::Td).attr(attr::Colspan, "7").child("No steps yet.")));
    let running = format!("{title}: {}", name.to_ascii_lowercase());
    let columns = ["Step", "What", "When", "Due", "Who", "With"].map(|words| el(html::Th).child(words));
    let head = el(html::Thead)
        .child(
            el(html::Tr).class("sheet__running").child(el(html::Th).attr(attr::Colspan, "7").child(running)),
        )
        .child(el(html::Tr).child(el(html::Th).class("sheet__box").child("Done")).child(columns));
    let table =
        el(html::Table).aria_label(name.clone()).child(head).child(el(html::Tbody).child(rows).child(empty));
    el(html::Section)
        .class("sheet__sequence")
        .child(el(html::H2).child(name))
        .child(starts)
        .child(table)
        .child(ways_list(plan, audience, today))
}

fn row(
    plan: &Plan,
    schedule: &Schedule,
    audience: Audience,
    extras: Extras,
    step: &Step,
    facts: &StepFacts,
) -> El {
    let row = words::row(plan, step, facts);
    let due = row.dated();
    let note = |words: String| el(html::P).class("sheet__notes").child(words);
    let conditions = (!row.conditions.is_empty()).then(|| note(row.conditions));
    let reason = extras.reasons.then(|| words::why(plan, schedule, facts)).flatten().map(note);
    let notes = (!step.notes.is_blank()).then(|| note(step.notes.to_string()));
    let strip = extras.strips.then(|| words::strip(plan, schedule, audience, facts)).flatten();
    let strip = strip.map(|words| note(words).class("sheet__notes sheet__strip"));
    el(html::Tr)
        .child(el(html::Td).class("sheet__box").child(el(html::Span).class("sheet__tick")))
        .child(el(html::Td).child(row.number.to_string()))
        .child(el(html::Td).child(row.what).child(conditions).child(reason).child(notes).child(strip))
        .child(el(html::Td).child(row.when))
        .child(el(html::Td).class("sheet__due").child(due))
        .child(el(html::Td).child(row.who))
        .child(el(html::Td).child(row.with))
}
