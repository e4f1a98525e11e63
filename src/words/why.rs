//! Why a date is what it is, in a sentence (F2).

use chrono::{Datelike, NaiveDate};

use super::{basis_name, counted, day, day_and_year, weekday};
use crate::calendar::{DayOff, WorkCalendar, WorkWeek};
use crate::plan::{Direction, Eves, PersonId, PlanParts, Responsible, Unit};
use crate::schedule::{Basis, Derivation, Known, Schedule, StepFacts, Wait};

/// More weekend days than this are counted rather than named.
const NAMED_WEEKENDS: usize = 8;

/// More days off in a row that have no names are told by the first and the last.
const NAMED_IN_A_ROW: usize = 7;

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
    // Back from a day off one goes only back, and elsewhere only days on hold give way.
    let is_back = found.direction == Direction::Before;
    let is_held = found.landed != found.earliest
        && (!found.span.unit().rolls() || (is_back && found.earliest > found.landed));
    if found.span.unit().rolls() && found.landed != found.earliest && !is_held {
        let (to, off) = (if found.earliest > found.landed { "next" } else { "last" }, skipped.join(", "));
        parts.push(format!(
            "that is {}; off: {off}; so the {to} working day is taken",
            short(found.landed, Some(found.from))
        ));
    } else if !skipped.is_empty() && found.span.unit() == Unit::WorkingDays {
        parts.push(format!("skipped {}", skipped.join(", ")));
    }
    if is_held {
        parts.push("nothing was to be done then, so the first day after that is taken".to_owned());
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
        // What was tried last in vain is decided on that day: the gap is between tries.
        _ if found.landed == found.from && matches!(found.basis, Basis::Attempt(_)) => {
            format!("the same day as {from}{label}")
        }
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
    let name = |(date, off): &(NaiveDate, DayOff)| match off {
        DayOff::Weekend(_) => None,
        DayOff::Holiday => plan.day_off_name(*date, person),
    };
    let is_one = |one: &(NaiveDate, DayOff), other: &(NaiveDate, DayOff)| {
        one.0.succ_opt() == Some(other.0) && name(one).is_none() && name(other).is_none()
    };
    let is_long = |run: &&[(NaiveDate, DayOff)]| run.len() > NAMED_IN_A_ROW;
    let few = days_off.chunk_by(is_one).filter(|run| !is_long(run)).flatten();
    let weekends = few.filter(|(_, off)| is_weekend(off)).count();
    let is_counted = weekends > NAMED_WEEKENDS;
    let mut before = found.from;
    let mut named = Vec::new();
    for run in days_off.chunk_by(is_one) {
        if let [(first, _), .., (last, _)] = run
            && is_long(&run)
        {
            named.push(format!(
                "{} to {} (days off)",
                short(*first, Some(before)),
                short(*last, Some(*first))
            ));
            before = *last;
            continue;
        }
        for day in run.iter().filter(|(_, off)| !(is_counted && is_weekend(off))) {
            let text = short(day.0, Some(before));
            named.push(match day.1 {
                DayOff::Weekend(_) => text,
                DayOff::Holiday => format!("{text} ({})", name(day).unwrap_or("day off")),
            });
            before = day.0;
        }
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
