//! Steps in words.

use crate::plan::{
    Anchor, Audience, Branch, Channel, Delay, Eves, Fate, Outcome, PlanParts, Reason, Responsible, Step, Unit,
};

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

/// The outcome a step belongs to: `Only if step 1: nobody reached`.
pub fn branch(plan: &PlanParts, branch: Branch) -> String {
    let number = plan
        .sequences
        .iter()
        .find_map(|(_, sequence)| sequence.steps.iter().position(|step| step.id == branch.step));
    format!("Only if step {}: {}", number.map_or(0, |at| at + 1), outcome(branch.outcome))
}

/// What decides besides the wait when and whether a step comes; empty where nothing does.
pub fn conditions(plan: &PlanParts, step: &Step) -> String {
    let window = step.window;
    let (attempts, gap) = (step.attempts.count(), step.attempts.gap());
    let parts = [
        step.only_after.map(|it| branch(plan, it)),
        (window.slack() > 0).then(|| {
            let last = (i32::from(step.delay.count()) + i32::from(window.slack())).unsigned_abs();
            format!("at the latest {last}")
        }),
        window.weekdays.map(|days| format!("best on a {}", super::either(days))),
        (window.eves == Eves::Avoided).then(|| "not right before a holiday".to_owned()),
        (attempts > 1)
            .then(|| format!("up to {attempts} attempts, {} apart", count(gap.into(), "working day"))),
        step.expected.map(|expected| format!("expected: {}", outcome(expected))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What became of a step: `Done`, `Done: reached`, `Left out`, `Tried twice`.
pub fn fate(fate: Fate) -> String {
    match fate {
        Fate::Done(None) => "Done".to_owned(),
        Fate::Done(Some(what)) => format!("Done: {}", outcome(what)),
        Fate::Skipped => "Left out".to_owned(),
        Fate::Tried(1) => "Tried once, in vain".to_owned(),
        Fate::Tried(times) => format!("Tried {times} times, in vain"),
    }
}

/// Since when a step is late: `Late since Tue 8 Sep` (B9).
pub fn late(since: chrono::NaiveDate) -> String {
    format!("Late since {} {}", chrono::Datelike::weekday(&since), super::day(since))
}

/// `2 working days later than planned`; nothing when it is as planned.
pub fn later(workdays: i64) -> String {
    let days = usize::try_from(workdays.unsigned_abs()).unwrap_or(usize::MAX);
    match workdays {
        0 => String::new(),
        1.. => format!("{} later", count(days, "working day")),
        ..0 => format!("{} earlier", count(days, "working day")),
    }
}

/// When a step is due, in words: `3 working days after step 2`, `on the start date`.
pub fn delay(delay: Delay, number: usize) -> String {
    let from_start = delay.anchor == Anchor::Start || number == 1;
    let count = delay.count();
    if count == 0 {
        return if from_start {
            "on the start date".to_owned()
        } else {
            format!("the same day as step {}", number - 1)
        };
    }
    let unit_words = match (delay.unit, count) {
        (Unit::WorkingDays, 1) => "working day",
        (Unit::CalendarDays, 1) => "calendar day",
        (Unit::ExactDays, 1) => "exact day",
        (Unit::Weeks, 1) => "week",
        (Unit::Months, 1) => "month",
        (other, _) => unit(other),
    };
    if from_start {
        format!("{count} {unit_words} after the start")
    } else {
        format!("{count} {unit_words} after step {}", number - 1)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_reads_like_a_sentence() {
        let say = |count, unit, anchor, number| delay(Delay::new(count, unit, anchor).unwrap(), number);
        assert_eq!(say(3, Unit::WorkingDays, Anchor::PreviousStep, 4), "3 working days after step 3");
        assert_eq!(say(1, Unit::Weeks, Anchor::Start, 4), "1 week after the start");
        assert_eq!(say(2, Unit::Months, Anchor::PreviousStep, 1), "2 months after the start");
        assert_eq!(say(0, Unit::WorkingDays, Anchor::Start, 1), "on the start date");
        assert_eq!(say(0, Unit::CalendarDays, Anchor::PreviousStep, 3), "the same day as step 2");
    }
}
