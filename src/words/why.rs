//! Why a date is what it is, in a sentence (F2).

use chrono::{Datelike, NaiveDate};

use super::{basis_name, counted, day, day_and_year, weekday};
use crate::calendar::{DayOff, WorkCalendar, WorkWeek};
use crate::plan::{Direction, Eves, PersonId, PlanParts, Responsible, Unit};
use crate::schedule::{Basis, Derivation, Known, Schedule, StepFacts, Wait};

/// More weekend days than this are counted rather than named.
const NAMED_WEEKENDS: usize = 8;

/// Why a step is due on its day, `Wed 9 Sep 2026: 3 working days after Thu 3 Sep (step 1, done); skipped Sat 5, Sun 6, Mon
/// 7 (Labor Day)`. Of what is still open after its day, the day that was counted comes first, and then the day it is due
/// now. None where nothing is counted for it.
pub fn why(plan: &PlanParts, schedule: &Schedule, facts: &StepFacts) -> Option<String> {
    let who = plan.step(facts.step).and_then(|step| step.who);
    why_by(plan, schedule.calendar(facts.step), who, facts)
}

/// The same for a step that is counted by a calendar, and done by somebody.
pub fn why_by(
    plan: &PlanParts,
    calendar: Option<&WorkCalendar>,
    who: Option<Responsible>,
    facts: &StepFacts,
) -> Option<String> {
    let (found, due) = (facts.derivation?, facts.due?);
    let is_open_yet = facts.overdue_since.is_some() || (due > found.earliest && !facts.wait.is_choosy());
    let first = if is_open_yet { found.earliest } else { due };
    let mut parts = vec![format!("{}: {}", day_and_year(first), counting(plan, &found))];
    let skipped = skipped(plan, calendar, who, &found);
    if found.span.unit().rolls() && found.landed != found.earliest {
        let (to, off) = (if found.earliest > found.landed { "next" } else { "last" }, skipped.join(", "));
        parts.push(format!(
            "that is {}; off: {off}; so the {to} working day is taken",
            short(found.landed, Some(found.from))
        ));
    } else if !skipped.is_empty() && found.span.unit() == Unit::WorkingDays {
        parts.push(format!("skipped {}", skipped.join(", ")));
    }
    parts.extend(window(facts, &found, due));
    if is_open_yet {
        let since = facts.overdue_since.filter(|since| *since != first);
        let since = since.map(|since| format!(" after {}", short(since, None))).unwrap_or_default();
        parts.push(format!("still open{since}, so it is due now, {}", short(due, None)));
    }
    Some(parts.join("; "))
}

/// `3 working days after Thu 3 Sep (step 1, done)`.
fn counting(plan: &PlanParts, found: &Derivation) -> String {
    let from = short(found.from, None);
    let name = basis_name(plan, found.basis);
    let label = match found.basis {
        Basis::Start | Basis::Event(_) => name,
        Basis::Step { known, .. } => match known {
            Known::Due | Known::LastAttempt => name,
            Known::Done => format!("{name}, done"),
            Known::Skipped => format!("{name}, skipped"),
        },
        Basis::Attempt(_) => format!("{name}, in vain"),
        Basis::Touchpoint(_) => name,
        Basis::Date(_) | Basis::Chosen(_) => String::new(),
    };
    let label = if label.is_empty() { label } else { format!(" ({label})") };
    let span = counted(found.span);
    match (found.span.length(), found.direction) {
        (0, _) if matches!(found.basis, Basis::Chosen(_)) => format!("chosen for {from}"),
        (0, _) => format!("the same day as {from}{label}"),
        (_, Direction::After) => format!("{span} after {from}{label}"),
        (_, Direction::Before) => format!("{span} before {from}{label}"),
    }
}

/// `Sat 5`, `Mon 7 (Labor Day)`; the month where it is another than the day before's.
fn skipped(
    plan: &PlanParts,
    calendar: Option<&WorkCalendar>,
    who: Option<Responsible>,
    found: &Derivation,
) -> Vec<String> {
    let person: Option<PersonId> = match who {
        Some(Responsible::Person(person)) => Some(person),
        _ => None,
    };
    let days_off = calendar.map(|calendar| found.days_off(calendar)).unwrap_or_default();
    let is_weekend = |off: &DayOff| matches!(off, DayOff::Weekend(_));
    let weekends = days_off.iter().filter(|(_, off)| is_weekend(off)).count();
    let is_counted = weekends > NAMED_WEEKENDS;
    let mut before = found.from;
    let mut named = Vec::new();
    for (date, off) in days_off.iter().filter(|(_, off)| !(is_counted && is_weekend(off))) {
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

fn window(facts: &StepFacts, found: &Derivation, due: NaiveDate) -> Option<String> {
    let last = facts.latest.map(|latest| format!(" until {}", short(latest, None))).unwrap_or_default();
    let is_moved = facts.overdue_since.is_none() && due != found.earliest;
    if facts.wait.is_choosy() && is_moved {
        let wish = wish(facts.wait);
        return Some(format!("from {} on{last}, the first day {wish}", short(found.earliest, None)));
    }
    facts.latest.map(|_| format!("any day{last} will do"))
}

/// What is wished of a day: `that is a Tuesday or Thursday and not right before a holiday`.
fn wish(wait: Wait) -> String {
    let weekdays = wait.weekdays.map(|days| format!("that is a {}", either(days)));
    let eves = (wait.eves == Eves::Avoided).then(|| "that is not right before a holiday".to_owned());
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
