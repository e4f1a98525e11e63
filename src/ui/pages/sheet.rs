//! The plan on paper (B9): its sequences with boxes to tick, and what else is wanted; or one sequence as a poster.
//!
//! It is made at the moment of printing, from the plan as it is then, and taken away afterwards: whatever page
//! is on the screen, printing prints the plan; but the page of today prints its list.

mod agenda;

mod poster;

mod table;

mod traceability;

use chrono::NaiveDate;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::advice::Cadence;
use crate::plan::{Action, Audience, Goal, Plan};
use crate::platform;
use crate::schedule::Schedule;
use crate::ui::element::{El, el, html};
use crate::ui::parts::cadence_on_paper;
use crate::ui::{Extra, Extras, Session, Workspace};
use crate::words;
use agenda::agenda;
use poster::poster;
use table::sequence;
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
            if let Some(whose) = extras.list {
                return agenda(&untrack(|| session.forecasts()), whose);
            }
            paper(&plan, &schedule, extras, today)
        })));
    });
    _ = window_event_listener_untyped("afterprint", move |_| {
        sheet.set_value(None);
        session.extras().update_untracked(|extras| extras.poster = None);
    });
}

fn paper(plan: &Plan, schedule: &Schedule, extras: Extras, today: NaiveDate) -> El {
    if let Some(audience) = extras.poster {
        return poster(plan, schedule, audience, today);
    }
    let title =
        [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let title = title.unwrap_or_else(|| "Follow-up plan".to_owned());
    // Of a plan without steps, what it has is what it is about.
    let has_steps = plan.steps().next().is_some();
    let has_cover = extras.has(Extra::Cover) || !has_steps;
    let printed = words::day_and_year(today);
    let sheet = el(html::Article).class("sheet").child(match has_cover {
        true => cover(plan, &title, &printed),
        false => head(plan, &title, &printed),
    });
    let sequence = |audience| sequence(plan, schedule, audience, extras, (&title, today));
    sheet
        .child(Audience::BOTH.map(sequence))
        .child(extras.has(Extra::Cadence).then(|| cadence_on_paper(plan, &Cadence::of(plan, schedule))))
        .child(extras.has(Extra::Traceability).then(|| traceability(plan, schedule, &title)))
}

/// What the sheet is, in two lines.
fn head(plan: &Plan, title: &str, printed: &str) -> El {
    let business = Some(plan.business.as_str().trim()).filter(|name| !name.is_empty() && *name != title);
    let facts: Vec<_> =
        business.map(str::to_owned).into_iter().chain([format!("Printed {printed}")]).collect();
    el(html::Header)
        .child(el(html::H1).child(title))
        .child(el(html::P).class("sheet__facts").child(facts.join(" · ")))
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
