//! For each of the next working days on which a step may be done, when the next one is due (B6, B9).

use chrono::NaiveDate;

use super::Source;
use crate::schedule::DoneOn;
use crate::ui::element::{El, attr, el, html};
use crate::words;

/// How many days are told of.
const DAYS: usize = 10;

/// Of how many steps: what comes after them moves until then.
const STEPS: usize = 40;

/// The strips of all open steps; nothing where none has one.
pub fn done_on(source: Source<'_>) -> Option<El> {
    let Source { plan, schedule, today, .. } = source;
    let strip = |(audience, facts): (_, &crate::schedule::StepFacts)| {
        let strip = DoneOn::of(plan, schedule, facts, today, DAYS)?;
        let what = plan.step(facts.step).map(|step| step.what.to_string()).unwrap_or_default();
        let name = format!("{} step {}: {what}", words::audience(audience), facts.number);
        let cells = |tag_days: Vec<String>| {
            tag_days.into_iter().map(|day| el(html::Td).child(day)).collect::<Vec<_>>()
        };
        let head = |words: String| el(html::Th).attr(attr::Scope, "row").child(words);
        let day = |day: &Option<NaiveDate>| day.map(words::day_in_column).unwrap_or_default();
        let done = strip.days.iter().map(|day| words::day_in_column(*day)).collect();
        let next = strip.next.iter().map(|(number, days)| {
            let due = days.iter().map(day).collect();
            el(html::Tr).child(head(format!("Step {number} is due"))).child(cells(due))
        });
        let table = el(html::Table)
            .aria_label(name.clone())
            .child(el(html::Tr).child(head("Done on".to_owned())).child(cells(done)))
            .child(next.collect::<Vec<_>>());
        Some(el(html::Div).class("done-on__step").child(el(html::H3).child(name)).child(table))
    };
    let strips: Vec<_> = schedule.all().filter_map(strip).take(STEPS).collect();
    (!strips.is_empty()).then(|| {
        el(html::Section)
            .class("done-on")
            .child(el(html::H2).child("Done on this day, the next one due on that"))
            .child(strips)
    })
}
