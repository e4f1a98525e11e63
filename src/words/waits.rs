//! What is said while a wait is typed: what it means, what is wrong with it, and what would put it right.

use chrono::{Datelike, NaiveDate};

use super::{day_and_year, day_of};
use crate::plan::{Fate, PlainDays, Plan, Span, StepId};
use crate::schedule::{Notice, Schedule};
use crate::workshop::{Hint, Kind, Problem, Reading, Setting, read_wait};

/// What a sentence means for a step: `2 working days after step 1: Wed 9 Dec 2026`.
pub fn wait_reading(plan: &Plan, step: StepId, today: NaiveDate, reading: Reading) -> String {
    let Ok(edited) = plan.edited(reading.edit(step)) else { return String::new() };
    let schedule = Schedule::on(&edited, today);
    let Some(dated) = schedule.step(step) else { return String::new() };
    let timing = super::wait(&edited, dated);
    match (dated.due, dated.notice) {
        (Some(due), notice) => {
            let day = format!("{timing}: {}", day_and_year(due));
            match notice.filter(|notice| *notice == Notice::NoSuitingDay) {
                Some(notice) => format!("{day}. {}", super::notice(notice)),
                None => day,
            }
        }
        (None, Some(notice)) => format!("{timing}. {}", super::notice(notice)),
        (None, None) => timing,
    }
}

/// What a hint does, for the button that does it; with the day the step would be due.
pub fn wait_hint(plan: &Plan, step: StepId, today: NaiveDate, hint: &Hint) -> String {
    let setting = Setting { plan, step, today };
    let (words, reading) = match hint {
        Hint::AddEvent(_, name) => return format!("Add the event “{}”", name.as_str().trim()),
        Hint::Write(text) => (format!("“{text}”"), read_wait(text, setting).ok()),
        Hint::PlainDays(_, reading) => (super::counted(reading.longest()), Some(*reading)),
    };
    match reading.and_then(|reading| reading.due(plan, step, today)) {
        Some(due) => format!("{words}: {} {}", due.weekday(), day_of(due)),
        None => words,
    }
}

/// What is said when an event was added to count from it.
pub fn event_added(name: &str) -> String {
    format!("Added the event “{}”. Give it a date under “Events”.", name.trim())
}

/// What is said when it was settled what many plain days are.
pub fn days_settled(days: PlainDays) -> String {
    let days = match days {
        PlainDays::Working => "working days",
        PlainDays::Calendar => "days of the calendar, weekends too",
    };
    format!("From now on, more than {} days in this plan are {days}.", PlainDays::MOST_UNASKED)
}

/// Why a wait was not understood, and what can be written.
pub fn wait_problem(text: &str, problem: &Problem) -> String {
    let quoted = text.get(problem.place.clone()).unwrap_or(text).trim();
    match &problem.kind {
        Kind::Empty => "Write when this step comes, such as “3 days” or “within a fortnight”.".to_owned(),
        Kind::Unclear => format!(
            "“{quoted}” is not understood here. Write for example “3 days”, “2 weeks after the start”, “within a fortnight” or “10 days before the renewal”."
        ),
        Kind::Unfinished => format!("Something is missing after “{quoted}”."),
        Kind::TooLong => format!("“{quoted}” is too long. Write at most {}.", Span::MAX_LENGTH),
        Kind::Fraction => {
            format!("“{quoted}” is not a whole number. Count in whole days, weeks or months.")
        }
        Kind::Negative => {
            "To count back, write from what: “3 days before the renewal”.".to_owned()
        }
        Kind::Backward => "Write the shorter wait first, such as “5 to 10 days”.".to_owned(),
        Kind::SecondLength => format!("“{quoted}” says two waits. Write one, such as “9 calendar days” or “5 to 10 days”."),
        Kind::SaidTwice => format!("“{quoted}” says a second time what was said before. Leave one of the two out."),
        Kind::NotAbove(above) => super::step_above_problem(*above),
        Kind::AmbiguousDate => format!(
            "“{quoted}” could be two dates. Write the month as a word and the year in full, such as “1 Sep 2027”."
        ),
        Kind::NoSuchDay => format!("There is no day “{quoted}”."),
        Kind::OtherWeekday => format!("“{quoted}” falls on another weekday."),
        Kind::BeyondCalendar => format!("“{quoted}” is beyond the years this calendar knows, 1800 to 2399."),
        Kind::NotADay => format!("“{quoted}” is not one day. Write a date, such as “1 Sep 2027”."),
        Kind::TimeOfDay => format!("“{quoted}”: a step has a day, and no time of day. Put the time into the notes."),
        Kind::Repeats => {
            "A step comes once. For something that comes again and again, copy the step as often as you need it.".to_owned()
        }
        Kind::WhichWeek => {
            "Which day of next week that is depends on the weekday of the step before. Choose the first one after it, or the first one after a week.".to_owned()
        }
        Kind::CannotCountBack => {
            "One can count back only from a date or an event, such as “10 days before the renewal”.".to_owned()
        }
        Kind::WhichDays => format!(
            "Is “{quoted}” meant in working days, or in all days of the calendar? Your answer holds for this plan."
        ),
        Kind::NoSuchEvent(name) => {
            format!("There is no event called “{}” yet.", name.as_str().trim())
        }
        Kind::SameName => {
            format!("Two events are called “{quoted}”. Give one of them another name first.")
        }
        Kind::NoLength => "Say how long to wait as well, such as “3 days”.".to_owned(),
    }
}

/// That somebody chose another day for a step.
pub fn put_off(to: NaiveDate) -> String {
    format!("Put off to {}", day_and_year(to))
}

/// What is said to somebody who puts a step off to no day to come.
pub fn put_off_to_past() -> String {
    "A step can go only to a day that is still to come. Choose a later one.".to_owned()
}

/// What is asked before something is marked for a day to come.
pub fn mark_ahead(on: NaiveDate, fate: Fate) -> String {
    let act = match fate {
        Fate::Done(_) => "done",
        Fate::Skipped => "skipped",
        Fate::Tried(_) => "tried",
    };
    format!(
        "{} has not come yet. Mark it as {act} then? To do it on that day instead, put it off.",
        day_and_year(on)
    )
}
