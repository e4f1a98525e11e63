//! From goal to date, on paper (F1): a row for each action, its goal beside it, the steps with their dates.

use crate::advice::{ActionTrace, GoalTrace, TiedStep, Traceability};
use crate::plan::{Audience, PlanParts};
use crate::schedule::{Place, Schedule};
use crate::ui::element::{El, attr, el, html};
use crate::words;

/// The whole trace of a plan; nothing where there are neither goals nor steps.
pub fn traceability(plan: &PlanParts, schedule: &Schedule, title: &str) -> Option<El> {
    let traces = Traceability::all(plan, schedule);
    let is_blank = traces.iter().all(|trace| trace.goals.is_empty() && trace.orphans.is_empty());
    let columns = ["Goal", "By", "Step", "Date"].map(|words| el(html::Th).child(words));
    let running = format!("{title}: from goal to date");
    let head = el(html::Thead)
        .child(
            el(html::Tr).class("sheet__running").child(el(html::Th).attr(attr::Colspan, "4").child(running)),
        )
        .child(el(html::Tr).child(columns));
    let bodies: Vec<_> = traces.iter().flat_map(|trace| bodies(plan, trace)).collect();
    let table = el(html::Table).aria_label("From goal to date").child(head).child(bodies);
    let section = || {
        el(html::Section).class("sheet__trace").child(el(html::H2).child("From goal to date")).child(table)
    };
    (!is_blank).then(section)
}

/// The destination, each goal, the steps left over.
fn bodies(plan: &PlanParts, trace: &Traceability) -> Vec<El> {
    if trace.goals.is_empty() && trace.orphans.is_empty() {
        return Vec::new();
    }
    let name = match trace.audience {
        Some(audience) => format!("{}s", words::audience(audience)),
        None => "Not sorted yet".to_owned(),
    };
    let statement = trace.audience.map(|audience| match trace.lacks_statement {
        true => "No destination yet".to_owned(),
        false => plan.statements.of(audience).to_string(),
    });
    let destination = el(html::Th)
        .attr(attr::Colspan, "4")
        .child(el(html::Strong).child(name))
        .child(statement.map(|words| el(html::Span).class("sheet__trace-destination").child(words)));
    let goals = trace.goals.iter().map(|goal| goal_rows(plan, goal, trace.audience));
    let mut bodies =
        vec![el(html::Tbody).class("sheet__trace-audience").child(el(html::Tr).child(destination))];
    bodies.extend(goals);
    // Each in a body of its own: there may be more of them than a page holds.
    bodies.extend(
        trace
            .orphans
            .iter()
            .map(|step| el(html::Tbody).child(row("Serves no goal", "", *step, plan, trace.audience))),
    );
    bodies
}

/// A goal's rows stay together: the goal is named in the first.
fn goal_rows(plan: &PlanParts, goal: &GoalTrace, audience: Option<Audience>) -> El {
    let text = plan.goal(goal.goal).map_or_else(String::new, |goal| goal.text.to_string());
    let mut rows = Vec::new();
    if goal.actions.is_empty() {
        let none = el(html::Td).attr(attr::Colspan, "3").child("No action yet");
        rows.push(el(html::Tr).child(el(html::Td).child(text.clone())).child(none));
    }
    for ActionTrace { action, steps } in &goal.actions {
        let by = plan.action(*action).map(|(_, action)| words::by_action(action)).unwrap_or_default();
        let named = |rows: &[El]| if rows.is_empty() { text.clone() } else { String::new() };
        if steps.is_empty() {
            let cells = [named(&rows), by.clone()].map(|words| el(html::Td).child(words));
            rows.push(
                el(html::Tr).child(cells).child(el(html::Td).attr(attr::Colspan, "2").child("No step yet")),
            );
        }
        for (at, step) in steps.iter().enumerate() {
            let by = if at == 0 { by.as_str() } else { "" };
            rows.push(row(&named(&rows), by, *step, plan, audience));
        }
    }
    el(html::Tbody).child(rows)
}

/// One row; a step of the other sequence says so.
fn row(goal: &str, by: &str, step: TiedStep, plan: &PlanParts, audience: Option<Audience>) -> El {
    let TiedStep { audience: own, facts } = step;
    let what = plan.step(facts.step).map_or_else(String::new, |step| step.what.to_string());
    let name = if audience == Some(own) {
        format!("{}. {what}", facts.number)
    } else {
        format!("{} step {}: {what}", words::audience(own), facts.number)
    };
    let due = facts.due.map(words::day_and_year);
    let remark = (facts.due.is_none() || facts.overdue_since.is_some()).then(|| words::remark(&facts));
    let fate = facts.fate.map(words::fate);
    let condition = (facts.place == Place::OffPath).then(|| words::condition(&facts));
    let date = [fate, due, remark, condition].into_iter().flatten().filter(|words| !words.is_empty());
    let date = date.collect::<Vec<_>>().join(" – ");
    el(html::Tr)
        .child([goal, by].map(|words| el(html::Td).child(words)))
        .child(el(html::Td).child(name))
        .child(el(html::Td).class("sheet__due").child(date))
}
