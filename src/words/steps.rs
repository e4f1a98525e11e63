//! Steps in words.

use crate::plan::{Audience, Channel, Fate, Outcome, PlanParts, Reason, Responsible, Step, Unit};

/// `Prospect` or `Customer`.
pub fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "Prospect",
        Audience::Customer => "Customer",
    }
}

/// `prospect` or `customer`, within a sentence.
pub fn lower(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "prospect",
        Audience::Customer => "customer",
    }
}

/// `1 goal`, `2 goals`.
pub fn count(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// What a plan is called: its name, else that of the business.
pub fn plan_name(plan: &PlanParts) -> String {
    [&plan.name, &plan.business]
        .into_iter()
        .find(|text| !text.is_blank())
        .map_or_else(|| "A plan without a name".to_owned(), ToString::to_string)
}

/// A unit as it is offered.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::WorkingDays => "working days",
        Unit::CalendarDays => "calendar days",
        Unit::ExactDays => "exact days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    }
}

/// A unit in a cell of its own, which is right for one and for several.
pub fn unit_cell(unit: Unit) -> &'static str {
    match unit {
        Unit::WorkingDays => "working day(s)",
        Unit::CalendarDays => "calendar day(s)",
        Unit::ExactDays => "exact day(s)",
        Unit::Weeks => "week(s)",
        Unit::Months => "month(s)",
    }
}

/// What came of a step, as it is offered (B5).
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "reached",
        Outcome::NotReached => "nobody reached",
        Outcome::Replied => "they answered",
        Outcome::NoReply => "no answer",
        Outcome::Bought => "they bought",
        Outcome::NotNow => "not now",
        Outcome::Declined => "no more contact wanted",
    }
}

/// The same after an “if”: `nobody is reached`.
pub fn comes_out(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "they are reached",
        Outcome::NotReached => "nobody is reached",
        Outcome::Replied => "they answer",
        Outcome::NoReply => "there is no answer",
        Outcome::Bought => "they buy",
        Outcome::NotNow => "it is not the time",
        Outcome::Declined => "they want no more contact",
    }
}

/// What became of a step: `Done`, `Done: reached`, `Skipped`, `Tried twice`.
pub fn fate(fate: Fate) -> String {
    match fate {
        Fate::Done(None) => "Done".to_owned(),
        Fate::Done(Some(what)) => format!("Done: {}", outcome(what)),
        Fate::Skipped => "Skipped".to_owned(),
        Fate::Tried(1) => "Tried once, in vain".to_owned(),
        Fate::Tried(times) => format!("Tried {times} times, in vain"),
    }
}

/// Since when a step is late: `Late since Tue 8 Sep` (B9).
pub fn late(since: chrono::NaiveDate) -> String {
    format!("Late since {} {}", chrono::Datelike::weekday(&since), super::day(since))
}

/// A channel as it is offered (E1-E6).
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "In person",
        Channel::Phone => "Phone",
        Channel::Letter => "Letter or parcel",
        Channel::Email => "E-mail",
        Channel::SocialChat => "Social chat",
        Channel::Comments => "Answering comments",
        Channel::Internal => "Inside work, no contact",
    }
}

/// A role that needs no name (B7).
pub fn role(role: Responsible) -> &'static str {
    match role {
        Responsible::Myself => "Myself",
        Responsible::CoWorker => "A co-worker",
        Responsible::Assistant => "An assistant",
        Responsible::Automation => "Automation",
        Responsible::Vendor => "A vendor",
        Responsible::Person(_) => "Somebody",
    }
}

/// Who does a step, by name where there is one.
pub fn responsible(plan: &PlanParts, who: Responsible) -> String {
    match who {
        Responsible::Person(id) => {
            plan.person(id).map(|person| person.name.to_string()).unwrap_or_else(|| role(who).to_owned())
        }
        other => role(other).to_owned(),
    }
}

/// With what a step is done: the channel and the tools.
pub fn with(step: &Step) -> String {
    match (step.channel.map(channel), step.tools.as_str().trim()) {
        (Some(channel), "") => channel.to_owned(),
        (Some(channel), tools) => format!("{channel}: {tools}"),
        (None, tools) => tools.to_owned(),
    }
}

/// A reason to start over (A3).
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NewTools => "We have new tools",
        Reason::CustomerKnowledge => "We know our customers better now",
        Reason::NewProducts => "What we sell has changed",
        Reason::NewKnowHow => "We have learnt how to do it better",
        Reason::Age => "The old follow-up is simply old, or there is none",
    }
}

/// What may set a sequence off (B1).
pub fn trigger_example(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => {
            "For example: asked for a quote, subscribed to the newsletter, met us at a fair"
        }
        Audience::Customer => {
            "For example: bought for the first time, signed the contract, picked up the order"
        }
    }
}
