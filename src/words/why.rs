//! Why a date is what it is, in a sentence (F2).

use chrono::{Datelike, NaiveDate};

use super::{counted, day, day_and_year, weekday};
use crate::calendar::{DayOff, WorkWeek};
use crate::plan::{Direction, PersonId, PlanParts, Responsible, StepId, Unit, Window};
use crate::schedule::{CountedFrom, Known, Why};

/// More weekend days than this are counted rather than named.
const NAMED_WEEKENDS: usize = 8;

/// `Wed 9 Sep 2026: 3 working days after Thu 3 Sep (step 1, done); skipped Sat 5, Sun 6, Mon 7 (Labor Day)`.
pub fn why(plan: &PlanParts, step: StepId, why: &Why) -> String {
    let person = match plan.step(step).and_then(|step| step.who) {
        Some(Responsible::Person(person)) => Some(person),
        _ => None,
    };
    let mut parts = vec![format!("{}: {}", day_and_year(why.due), counting(plan, why))];
    let skipped = skipped(plan, why, person);
    if why.delay.unit().rolls() && why.landed != why.earliest {
        let (to, off) = (if why.earliest > why.landed { "next" } else { "last" }, skipped.join(", "));
        parts.push(format!(
            "that is {}; off: {off}; so the {to} working day is taken",
            short(why.landed, Some(why.from))
        ));
    } else if !skipped.is_empty() && why.delay.unit() == Unit::WorkingDays {
        parts.push(format!("skipped {}", skipped.join(", ")));
    }
    parts.extend(window(why));
    if let Some(since) = why.overdue_since {
        parts.push(format!("it should have been done by {} and is still open", short(since, None)));
    } else if why.due > why.earliest && !why.window.is_choosy() {
        parts.push("it is still open and the day is over, so it is due now".to_owned());
    }
    parts.join("; ")
}

/// `3 working days after Thu 3 Sep (step 1, done)`.
fn counting(plan: &PlanParts, why: &Why) -> String {
    let from = short(why.from, None);
    let label = match why.counted_from {
        CountedFrom::Start => "the start".to_owned(),
        CountedFrom::Step(number, Known::Due) => format!("step {number}"),
        CountedFrom::Step(number, Known::Done) => format!("step {number}, done"),
        CountedFrom::Step(number, Known::Skipped) => format!("step {number}, left out"),
        CountedFrom::Step(number, Known::LastAttempt) => format!("the last attempt of step {number}"),
        CountedFrom::Event(id) => plan.event(id).map_or_else(String::new, |event| event.name.to_string()),
        CountedFrom::Attempt(times) => format!("attempt {times}, in vain"),
        CountedFrom::Date => String::new(),
    };
    let label = if label.trim().is_empty() { label } else { format!(" ({label})") };
    let span = counted(why.delay.span());
    match (why.delay.length(), why.delay.direction()) {
        (0, _) => format!("the same day as {from}{label}"),
        (_, Direction::After) => format!("{span} after {from}{label}"),
        (_, Direction::Before) => format!("{span} before {from}{label}"),
    }
}

/// `Sat 5`, `Mon 7 (Labor Day)`; the month where it is another than the day before's.
fn skipped(plan: &PlanParts, why: &Why, person: Option<PersonId>) -> Vec<String> {
    let is_weekend = |off: &DayOff| matches!(off, DayOff::Weekend(_));
    let weekends = why.skipped.iter().filter(|(_, off)| is_weekend(off)).count();
    let is_counted = weekends > NAMED_WEEKENDS;
    let mut before = why.from;
    let mut named = Vec::new();
    for (date, off) in why.skipped.iter().filter(|(_, off)| !(is_counted && is_weekend(off))) {
        let name = match off {
            DayOff::Weekend(_) => None,
            DayOff::Holiday => Some(plan.day_off_name(*date, person).unwrap_or("day off")),
        };
        let text = short(*date, Some(before));
        named.push(name.map_or(text.clone(), |name| format!("{text} ({name})")));
        before = *date;
    }
    if is_counted {
        named.insert(0, format!("{weekends} weekend days"));
    }
    named
}

fn window(why: &Why) -> Option<String> {
    let last = why.latest.map(|latest| format!(" until {}", short(latest, None))).unwrap_or_default();
    let is_moved = why.overdue_since.is_none() && why.due != why.earliest;
    if why.window.is_choosy() && is_moved {
        let wish = wish(why.window);
        return Some(format!("from {} on{last}, the first day {wish}", short(why.earliest, None)));
    }
    why.latest.map(|_| format!("any day{last} will do"))
}

/// What is wished of a day: `that is a Tuesday or Thursday and not right before a holiday`.
fn wish(window: Window) -> String {
    let weekdays = window.weekdays.map(|days| format!("that is a {}", either(days)));
    let eves =
        (window.eves == crate::plan::Eves::Avoided).then(|| "that is not right before a holiday".to_owned());
    [weekdays, eves].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

/// `Tuesday or Thursday`.
pub fn either(days: WorkWeek) -> String {
    let names: Vec<_> = super::WEEK.into_iter().filter(|day| days.is_worked(*day)).map(weekday).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// `Sat 5 Sep`, or `Sat 5` in the month of the day before.
fn short(date: NaiveDate, before: Option<NaiveDate>) -> String {
    let is_same_month =
        before.is_some_and(|before| (before.year(), before.month()) == (date.year(), date.month()));
    if is_same_month {
        format!("{} {}", date.weekday(), date.day())
    } else {
        format!("{} {}", date.weekday(), day(date))
    }
}
