//! One sequence on one sheet, to be read from across the room: its picture of time, and a box to tick for each step.

use chrono::NaiveDate;

use super::table::tick;
use crate::plan::{Audience, Plan, Step};
use crate::schedule::{Schedule, StepFacts};
use crate::ui::element::{El, el, html};
use crate::ui::parts::timeline_on_paper;
use crate::words;

/// As many lines have room where each step has two, and more of them where its words are many.
const LINES: usize = 26;
/// As many have room where each step has one in the same size.
const CLOSE: usize = 22;
/// So long are words that still stand in one line.
const LONG: usize = 34;

/// The poster of a sequence.
pub fn poster(plan: &Plan, schedule: &Schedule, audience: Audience, today: NaiveDate) -> El {
    let (title, start) = match audience {
        Audience::Prospect => ("Before the first purchase", plan.start(Audience::Prospect)),
        Audience::Customer => ("From the first purchase on", plan.runs.customer.start),
    };
    let steps = &plan.sequences.of(audience).steps;
    let long = steps.iter().filter(|step| step.what.as_str().len() > LONG).count();
    let parts = |facts: &&StepFacts| facts.fork.is_some() || facts.attempts.count() > 1;
    let parted = schedule.steps(audience).iter().filter(parts).count();
    let class = match () {
        () if 2 * steps.len() + long + parted <= LINES => "sheet poster",
        () if steps.len() + long <= CLOSE => "sheet poster poster--close",
        () => "sheet poster poster--close poster--small",
    };
    let name = [&plan.business, &plan.name].into_iter().find(|text| !text.is_blank());
    let name = name.map(|name| el(html::P).class("poster__whose").child(name.to_string()));
    let blank = |name: &'static str, value: String| {
        el(html::P)
            .class("poster__blank")
            .child(el(html::Span).child(name))
            .child(el(html::Span).child(value))
    };
    let begun = start.map(words::day_and_year).unwrap_or_default();
    let head = el(html::Header)
        .class("poster__head")
        .child(el(html::Div).child(name).child(el(html::H1).child(title)))
        .child(el(html::Div).child(blank("For", String::new())).child(blank("Begun", begun)));
    let rows = steps
        .iter()
        .zip(schedule.steps(audience))
        .map(|(step, facts)| row(plan, schedule, step, facts, today));
    let bought = (audience == Audience::Prospect).then(|| blank("They bought on", String::new()));
    el(html::Article)
        .class(class)
        .child(head)
        .child(timeline_on_paper(plan, schedule, today, audience))
        .child(el(html::Ol).class("poster__steps").child(rows.collect::<Vec<_>>()))
        .child(
            el(html::Footer)
                .class("poster__foot")
                .child(bought)
                .child(el(html::P).child(format!("Printed {}", words::day_and_year(today)))),
        )
}

fn row(plan: &Plan, schedule: &Schedule, step: &Step, facts: &StepFacts, today: NaiveDate) -> El {
    let days =
        if facts.attempts.count() > 1 && facts.is_open() { schedule.attempts(facts) } else { Vec::new() };
    let day = |day: NaiveDate| words::day_seen(day, today);
    let tries = days.into_iter().map(|tried| {
        let small = el(html::Span).class("sheet__tick sheet__tick--small");
        el(html::Span).class("poster__try").child(small).child(day(tried))
    });
    let tries = tries.collect::<Vec<_>>();
    let due = facts.due.map(day).unwrap_or_default();
    let latest = facts.latest.filter(|latest| facts.is_open() && facts.due.is_some_and(|due| due < *latest));
    let due = match (facts.fate.filter(|fate| fate.is_over()), latest) {
        (Some(fate), _) => [&words::fate(fate), " ", &due].concat(),
        (None, Some(latest)) => [&due, " to ", &day(latest)].concat(),
        (None, None) => due,
    };
    let about = el(html::P)
        .child(el(html::Span).class("poster__if").child(words::condition(facts)))
        .child(el(html::Span).class("poster__when").child(words::wait(plan, facts)))
        .child(tries);
    let what =
        el(html::Div).class("poster__what").child(el(html::Strong).child(step.what.to_string())).child(about);
    let due = el(html::Div)
        .class("poster__due")
        .child(el(html::Strong).child(due))
        .child(el(html::P).child(words::channel_and_who(plan, step)));
    el(html::Li)
        .class(if facts.fork.is_some() { "poster__step poster__step--aside" } else { "poster__step" })
        .child(tick(facts))
        .child(el(html::Span).class("poster__number").child(facts.number.to_string()))
        .child(what)
        .child(due)
}
