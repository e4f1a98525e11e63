//! What is missing, odd or refused, in words that say what to do next.

use std::fmt::Display;

use super::{lower, weekday};
use crate::advice::{MAX_SENTENCES, StatementNote};
use crate::calendar::DayOff;
use crate::plan::{AmountError, Attempts, Currency, Plan, PlanParts, Span, StepId, TextError};
use crate::schedule::Notice;
use crate::workshop::Missing;

/// A text that does not fit its field.
pub fn text_problem(error: TextError) -> String {
    match error {
        TextError::TooLong { max, excess } => {
            format!(
                "This is {excess} characters too long. Shorten it to {max}; until then the last version that fits is kept."
            )
        }
        TextError::Nul => {
            "There is a character in this that is no text. Type it anew; until then the last version is kept."
                .to_owned()
        }
    }
}

/// An amount that is none.
pub fn amount_problem(error: AmountError) -> String {
    match error {
        AmountError::NotANumber => "Write a plain amount, such as 1200 or 1,200.50.",
        AmountError::Misplaced => {
            "The points or commas do not stand where thousands or cents begin. Write for example 1200 or 1,200.50."
        }
        AmountError::ThirdDecimal => {
            "An amount has two decimals at most. Write for example 1200 or 1200.50, without a sign for thousands."
        }
        AmountError::Negative => "An amount cannot be below zero. Write it without the minus.",
        AmountError::TooLarge => "This amount is too large. Write one below 1,000,000,000,000.",
    }
    .to_owned()
}

/// An amount with the sign of a currency that is not the plan's.
pub fn other_currency(written: Currency, of_plan: Currency) -> String {
    format!(
        "This plan counts in {}. Write the amount in it, or choose {} as its currency first.",
        of_plan.code(),
        written.code()
    )
}

/// A date that is none, or beyond the calendar.
pub fn date_problem() -> String {
    "Choose a date between the years 1800 and 2399.".to_owned()
}

/// A number for a delay that is none.
pub fn delay_problem() -> String {
    format!("Write a whole number from 0 to {}.", Span::MAX_LENGTH)
}

/// A number of a step that does not stand above.
pub fn step_above_problem(above: usize) -> String {
    match above {
        0 => "This is the first step: there is none above it yet.".to_owned(),
        1 => "Only step 1 stands above this one. Write 1.".to_owned(),
        _ => format!("Write the number of a step above this one, 1 to {above}."),
    }
}

/// A latest day that is none.
pub fn latest_problem() -> String {
    "Write a whole number that lies later than the wait, or leave it empty.".to_owned()
}

/// Attempts that are none.
pub fn attempts_problem() -> String {
    format!(
        "Write 1 to {} tries, and 1 to {} working days between them.",
        Attempts::MAX_COUNT,
        Attempts::MAX_GAP
    )
}

/// What is odd about a date, beside it.
pub fn notice(notice: Notice) -> String {
    match notice {
        Notice::NoStart => "Set a start date".to_owned(),
        Notice::NoEventDate => "Give the event it is counted from a date".to_owned(),
        Notice::DayOff(DayOff::Weekend(day)) => format!("A {}, which is not worked", weekday(day)),
        Notice::DayOff(DayOff::Holiday) => "A day off".to_owned(),
        Notice::BeforePrevious => "Earlier than the step above it".to_owned(),
        Notice::TooLate => "Too late to start by then: begin earlier or wait less".to_owned(),
        Notice::NoSuitingDay => "No day in time is as you wish; this is the first possible one".to_owned(),
        Notice::NoDayInTime => "No working day is in time; this is the next one".to_owned(),
        Notice::Decide => "All tries were in vain: decide what came of it".to_owned(),
        Notice::HolidaysUnknown => "The holidays of that year are not known yet".to_owned(),
        Notice::OutOfRange => "Too far away: choose a shorter wait".to_owned(),
        Notice::PreviousUndated => "What it is counted from has no date".to_owned(),
        Notice::Paused => "On hold until you go on".to_owned(),
        Notice::Ended => "No longer to be done".to_owned(),
    }
}

/// Something missing, as an invitation.
pub fn missing(plan: &Plan, missing: Missing) -> String {
    let goal = |id| plan.goal(id).map_or_else(String::new, |goal| goal.text.to_string());
    match missing {
        Missing::Name => "Give the plan a name".to_owned(),
        Missing::Business => "Name your business".to_owned(),
        Missing::Offer => "Say what you sell".to_owned(),
        Missing::Trigger(who) => {
            format!("Say what starts the {} sequence", lower(who))
        }
        Missing::Statement(who) => {
            format!("Describe the experience as a {}", lower(who))
        }
        Missing::Goals => "Pick some goals".to_owned(),
        Missing::GoalsFor(who) => format!("Choose a goal for {}s", lower(who)),
        Missing::Unsorted(id) => format!("Sort “{}” into prospect or customer", goal(id)),
        Missing::Actions(id) => format!("Say by what you reach “{}”", goal(id)),
        Missing::Measures => "Give at least one action a measure".to_owned(),
        Missing::Steps(who) => format!("Lay out the {} sequence", lower(who)),
        Missing::Start => "Set the start date".to_owned(),
        Missing::OffRoute(id) => {
            let text = plan.action(id).map_or_else(String::new, |(_, action)| action.text.to_string());
            format!("Put “{text}” on the route")
        }
        Missing::What(id) => format!("Say what happens in {}", step_name(plan, id)),
        Missing::Channel(id) => format!("Choose a channel for {}", step_name(plan, id)),
        Missing::Who(id) => format!("Settle who does {}", step_name(plan, id)),
        Missing::Tools(id) => format!("Note what {} needs", step_name(plan, id)),
        Missing::Unready(id) => format!("Get {} ready", step_name(plan, id)),
        Missing::Review => "Set the next review date".to_owned(),
    }
}

/// `prospect step 3`.
pub(super) fn step_name(plan: &PlanParts, id: StepId) -> String {
    let place = plan.step_number(id);
    place.map_or_else(|| "a step".to_owned(), |(who, number)| format!("{} step {number}", lower(who)))
}

/// Why no other plan is opened over one that cannot be saved.
pub fn stays_open() -> String {
    "The last changes to this plan are not saved, so it stays open. The notice above says what you can do."
        .to_owned()
}

/// Where plans are kept, and how safe they are there (B9, F10).
pub fn where_plans_are(is_durable: bool) -> String {
    if is_durable {
        "They are in this browser, on this device, and nowhere else. “Saved” means that they outlive a crash. A browser can clear what it keeps, so export a plan now and then to have a copy of your own."
    } else {
        "They are in this browser, on this device, and nowhere else. Here the browser writes them down late: a crash of the browser may lose the last minute. Export a plan now and then to have a copy of your own."
    }
    .to_owned()
}

/// What is stored of the open plan cannot be read; `why` reads as the end of a sentence.
pub fn unreadable_here(why: impl Display) -> String {
    format!(
        "What this browser keeps of this plan cannot be read here: {why}. It is left as it is, so your last changes are not saved. Keep yours as a copy, or reload the page if a newer Followthrough was opened in another tab."
    )
}

/// Something to think about in a destination statement (A11).
pub fn statement_note(note: &StatementNote) -> String {
    match note {
        StatementNote::Long { sentences } => {
            format!(
                "This has grown to {sentences} sentences. {MAX_SENTENCES} at most are easier to remember."
            )
        }
        StatementNote::Number(piece) => {
            format!("“{piece}” is a number. Keep this inspiring; numbers belong to your actions in step 4.")
        }
        StatementNote::Date(piece) => {
            format!("“{piece}” is a date. Keep this timeless; dates come by themselves in step 5.")
        }
        StatementNote::Channel(piece) => {
            format!("“{piece}” says how. Say here how it feels; the channel is chosen in step 5.")
        }
    }
}
