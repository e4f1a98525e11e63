//! One sequence on paper, as a dated table with boxes to tick (B9).

use super::Source;
use crate::plan::{Audience, Plan, Step};
use crate::schedule::{Schedule, Status, StepFacts};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::ways_list;
use crate::ui::{Paper, Piece};
use crate::words;

/// What a table tells of a step. The last two are left out where they say nothing of any.
const COLUMNS: [(&str, &str); 7] = [
    ("Done", "sheet__box"),
    ("Step", "sheet__number"),
    ("What", "sheet__what"),
    ("When", "sheet__when"),
    ("Due", "sheet__due"),
    ("Who", "sheet__who"),
    ("With", "sheet__with"),
];

/// The table; nothing of a sequence without steps.
pub fn sequence(source: Source<'_>, audience: Audience) -> Option<El> {
    let Source { plan, schedule, paper, title, today } = source;
    let sequence = plan.sequences.of(audience);
    if sequence.steps.is_empty() {
        return None;
    }
    let name = format!("{} sequence", words::audience(audience));
    let trigger = &sequence.trigger;
    let starts = (!trigger.is_blank()).then(|| el(html::P).child(format!("Starts when: {trigger}")));
    let has_who = sequence.steps.iter().any(|step| step.who.is_some());
    let has_with = sequence.steps.iter().any(|step| !words::with(step).is_empty());
    let has = move |at: usize| at < 5 || (at == 5 && has_who) || (at == 6 && has_with);
    let columns = COLUMNS.iter().enumerate().filter(|(at, _)| has(*at));
    // The first row is one cell, so the widths are said apart.
    let (widths, columns): (Vec<_>, Vec<_>) =
        columns.map(|(_, (name, class))| (el(html::Col).class(*class), el(html::Th).child(*name))).unzip();
    let width = columns.len();
    let widths = el(html::Colgroup).child(widths);
    let running = format!("{title}: {}", name.to_ascii_lowercase());
    let head = el(html::Thead)
        .child(
            el(html::Tr)
                .class("sheet__running")
                .child(el(html::Th).attr(attr::Colspan, width.to_string()).child(running)),
        )
        .child(el(html::Tr).child(columns));
    let steps = sequence.steps.iter().zip(schedule.steps(audience));
    let rows: Vec<_> = steps
        .map(|(step, facts)| {
            let notes = notes(plan, schedule, audience, paper, step, facts);
            step_rows(plan, step, facts, notes, width, has)
        })
        .collect();
    let table = el(html::Table).aria_label(name.clone()).child(widths).child(head).child(rows);
    let section = el(html::Section).class("sheet__sequence").child(el(html::H2).child(name));
    Some(section.child(starts).child(table).child(ways_list(plan, audience, today)))
}

/// A step and what is noted on it stay together.
fn step_rows(
    plan: &Plan,
    step: &Step,
    facts: &StepFacts,
    notes: Vec<El>,
    width: usize,
    has: impl Fn(usize) -> bool,
) -> El {
    let row = words::row(plan, step, facts);
    let due = row.dated();
    let cells = [row.number.to_string(), row.what, row.when, due, row.who, row.with];
    let cells = cells.into_iter().enumerate().filter(|(at, _)| has(at + 1));
    let cells: Vec<_> = cells.map(|(_, words)| el(html::Td).child(words)).collect();
    let noted = (!notes.is_empty()).then(|| {
        let room = el(html::Td).attr(attr::Colspan, (width - 2).to_string()).child(notes);
        el(html::Tr).child(el(html::Td).attr(attr::Colspan, "2")).child(room)
    });
    el(html::Tbody).child(el(html::Tr).child(el(html::Td).child(tick(facts))).child(cells)).child(noted)
}

/// A box to tick, ticked where the step was done, struck out where it was left out.
pub fn tick(facts: &StepFacts) -> El {
    el(html::Span).class(match facts.status {
        Status::Done => "sheet__tick sheet__tick--done",
        Status::Skipped => "sheet__tick sheet__tick--skipped",
        _ => "sheet__tick",
    })
}

fn notes(
    plan: &Plan,
    schedule: &Schedule,
    audience: Audience,
    paper: Paper,
    step: &Step,
    facts: &StepFacts,
) -> Vec<El> {
    let conditions = Some(words::conditions(facts)).filter(|words| !words.is_empty());
    let reason = paper.has(Piece::Reasons).then(|| words::why(plan, schedule, facts)).flatten();
    let notes = (!step.notes.is_blank()).then(|| step.notes.to_string());
    let strip = paper.has(Piece::Lines).then(|| words::strip(plan, schedule, audience, facts)).flatten();
    let noted = [conditions, reason, notes].into_iter().flatten();
    let noted = noted.map(|words| el(html::P).class("sheet__notes").child(words));
    noted.chain(strip.map(|words| el(html::P).class("sheet__strip").child(words))).collect()
}
