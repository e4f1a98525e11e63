//! The open plan at a glance: what is late and next, its picture of time, its seven steps with their state, its summary.

mod worklist;

use leptos::prelude::*;

use crate::agenda::Agenda;
use crate::plan::{Audience, PlanParts};
use crate::platform;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{aid_link, marking, outputs, stage_words, timeline};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage, StageState};
use worklist::worklist;

/// The page.
#[inline(never)]
pub fn home() -> El {
    let session = Session::here();
    let title = session.slice(|plan| match plan.name.as_str().trim() {
        "" => "Your plan".to_owned(),
        name => name.to_owned(),
    });
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    // Made before the list that opens it.
    let dialog = marking();
    let first = move || {
        let list = worklist(session);
        let way = way_on(session.progress().next(), has_steps.get(), list.is_some());
        el(html::Div).child(list).child(way).into_any()
    };
    el(html::Article)
        .class("home")
        .child(el(html::P).class("stage__count").child(move || business.get()))
        .child(el(html::H1).attr(attr::Tabindex, "-1").child(move || title.get()))
        .child(dialog)
        .show(move || session.has_people(), move || to_today(session))
        .child(first)
        .show(move || has_steps.get(), || group("home-time", "When it happens").child(timeline()))
        .show(move || has_steps.get(), outputs)
        .child(tasks())
        .child(aids())
        .child(summary())
}

/// What waits for the people on the plan, and the way there.
fn to_today(session: Session) -> El {
    let waits = move || {
        let forecasts = session.forecasts();
        let agenda = Agenda::ahead(&forecasts, 0);
        match words::waiting_today(agenda.late.len(), agenda.due.len()).as_str() {
            "" => "Nothing waits for your people today.".to_owned(),
            waits => format!("For your people: {waits}."),
        }
    };
    let link = el(html::A).attr(attr::Href, Route::Today.href()).child("Go to today");
    el(html::P).class("home__today").child(el(html::Span).child(waits)).child(link)
}

/// The way to the stage that comes next, if one is left: the main thing as long as nothing waits to be done.
fn way_on(next: Option<Stage>, has_steps: bool, is_quiet: bool) -> Option<El> {
    let way = el(html::P).class("home__way");
    let Some(stage) = next else {
        return (!is_quiet)
            .then(|| way.class("home__done").child("Every step is complete. Print it, and go."));
    };
    let link = el(html::A)
        .class(if is_quiet { "home__quiet" } else { "button button--main" })
        .attr(attr::Href, Route::Workshop(stage).href())
        .child(format!("Go on with {}", stage.title()));
    let hurry = (!has_steps).then(|| {
        let first = el(html::A).attr(attr::Href, Route::Workshop(Stage::Route).href());
        el(html::Span)
            .class("home__first")
            .child("In a hurry? ")
            .child(first.child("Write down the first steps"))
            .child(": what is to be done next then stands here.")
    });
    Some(way.child(link).child(hurry))
}

/// A part of the page under its heading.
fn group(id: &'static str, heading: &'static str) -> El {
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, id)
        .child(el(html::H2).attr(attr::Id, id).child(heading))
}

/// The seven steps as a list with their state, computed from the plan.
fn tasks() -> El {
    let session = Session::here();
    let task = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        el(html::Li)
            .class("tasks__task")
            .class(("tasks__task--complete", move || state() == StageState::Complete))
            .child(el(html::A).attr(attr::Href, Route::Workshop(stage).href()).child(stage.title()))
            .child(el(html::Span).class("tasks__state").child(move || stage_words(session, stage)))
    };
    let complete = move || format!("{} of 7 complete", session.progress().complete());
    group("home-steps", "The seven steps")
        .child(el(html::P).child(complete))
        .child(el(html::Ol).class("tasks").child(Stage::ALL.map(task)))
}

/// The pages beside the seven steps.
fn aids() -> El {
    let aid = |aid: Aid| {
        el(html::Li)
            .child(aid_link(aid, aid.title()))
            .child(el(html::Span).class("aids__purpose").child(aid.purpose()))
    };
    group("home-aids", "Tools").child(el(html::Ul).class("aids").child(Aid::ALL.map(aid)))
}

/// What the plan says, each with a link to change it.
fn summary() -> El {
    let rows = [
        summary_row(Stage::FreshStart, "What is sold", |plan| plan.offer.to_string()),
        summary_row(Stage::FreshStart, "Typical deal", deal),
        summary_row(Stage::Destination, "As a prospect", |plan| plan.statements.prospect.to_string()),
        summary_row(Stage::Destination, "As a customer", |plan| plan.statements.customer.to_string()),
        summary_row(Stage::Goals, "Goals", goals),
        summary_row(Stage::By, "Actions", actions),
        summary_row(Stage::Route, "Sequences", sequences),
        summary_row(Stage::Prepare, "People", people),
        summary_row(Stage::Go, "Next review", review),
    ];
    group("home-summary", "What the plan says").child(el(html::Dl).class("summary").child(rows))
}

fn summary_row(stage: Stage, name: &'static str, part: fn(&PlanParts) -> String) -> El {
    let value = Session::here().slice(part);
    let shown = move || match value.get().trim() {
        "" => el(html::Span).class("summary__blank").child("Not yet").into_any(),
        value => value.to_owned().into_any(),
    };
    let change = el(html::A)
        .attr(attr::Href, Route::Workshop(stage).href())
        .child("Change")
        .child(el(html::Span).class("visually-hidden").child(format!(" {}", name.to_ascii_lowercase())));
    el(html::Div)
        .class("summary__row")
        .child(el(html::Dt).child(name))
        .child(el(html::Dd).child(shown))
        .child(el(html::Dd).class("summary__change").child(change))
}

fn deal(plan: &PlanParts) -> String {
    let value = plan.deal_value.map(|value| platform::money(value, plan.currency));
    let contacts = plan.contacts_a_month.map(|count| format!("{count} new contacts a month"));
    [value, contacts].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn goals(plan: &PlanParts) -> String {
    if plan.goals.is_empty() {
        return String::new();
    }
    let count = |audience| plan.goals_for(audience).count();
    let (prospect, customer) = (count(Audience::Prospect), count(Audience::Customer));
    let unsorted = plan.goals.len() - prospect - customer;
    let rest = if unsorted == 0 { String::new() } else { format!(", {unsorted} not sorted yet") };
    format!("{prospect} for prospects, {customer} for customers{rest}")
}

fn actions(plan: &PlanParts) -> String {
    match (plan.actions().count(), plan.actions().filter(|(_, action)| !action.measure.is_blank()).count()) {
        (0, _) => String::new(),
        (all, measured) => format!("{all} in all, {measured} with a measure"),
    }
}

fn sequences(plan: &PlanParts) -> String {
    if plan.steps().next().is_none() {
        return String::new();
    }
    let (prospect, customer) = (plan.sequences.prospect.steps.len(), plan.sequences.customer.steps.len());
    let start = plan.start(Audience::Prospect).map(|day| format!(", from {}", words::day_and_year(day)));
    format!("{prospect} prospect steps, {customer} customer steps{}", start.unwrap_or_default())
}

fn people(plan: &PlanParts) -> String {
    let mut names = Vec::new();
    for name in plan.steps().filter_map(|step| step.who).map(|who| words::responsible(plan, who)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn review(plan: &PlanParts) -> String {
    plan.review.map(words::day_and_year).unwrap_or_default()
}
