//! What a review finds, in words: what it is, why it matters, and what a press does about it.

use super::{channel, count, day_and_year, lower, problems::step_name, responsible, workdays};
use crate::advice::{Detail, Finding, Rule, Spot};
use crate::calendar::CalendarDays;
use crate::plan::{Audience, PlanParts, StepId};

/// What was found, in a sentence.
pub fn finding(plan: &PlanParts, found: &Finding) -> String {
    let about = about(plan, found.spot);
    match (found.rule, &found.detail) {
        (Rule::StatementLong, Detail::Count { found, .. }) => {
            format!("{about} has grown to {}", count(number(*found), "sentence"))
        }
        (Rule::StatementSpecific, Detail::Piece(piece)) => format!("{about} turns specific: “{piece}”"),
        (Rule::GoalMeasurable, Detail::Piece(piece)) => {
            format!("{about} is already measurable: “{piece}”")
        }
        (Rule::NoContactGoal, _) => "No goal serves your contacts first".to_owned(),
        (Rule::GoalWithoutAction, _) => format!("{about} has no action yet"),
        (Rule::ActionWithoutMeasure, _) => "No action has a measure yet".to_owned(),
        (Rule::ActionOffRoute, _) => format!("{about} is on nobody’s calendar, nor is another for its goal"),
        (Rule::StepWithoutGoal, _) => format!("{about} serves no goal"),
        (Rule::NoDecision, Detail::Count { found, .. }) => {
            format!("{about} is tried {found} times, and nothing says what comes next if all of them fail")
        }
        (Rule::SecondTouchpointLate, Detail::Days { found, .. }) => {
            format!("{about} comes {} after the first touchpoint", days(*found))
        }
        (Rule::NoCrossSell, _) => "Customers are offered nothing further within a month".to_owned(),
        (Rule::CallsTooClose, Detail::Days { found, .. }) => {
            format!("{about}: calls only {} apart", days(*found))
        }
        (Rule::CallsTooClose, Detail::Attempts { found, .. }) => {
            format!("{about}: calls only {} apart", workdays(*found))
        }
        (Rule::TooOften, Detail::Days { channel: by, found, limit }) => {
            let by = channel(*by);
            let again = if *found == CalendarDays(0) {
                "twice on one day".to_owned()
            } else {
                format!("again after {}", days(*found))
            };
            format!("{about}: {by} {again}, sooner than the {} it bears", days(*limit))
        }
        (Rule::TooMany, Detail::Count { found, limit }) => {
            format!("{about} makes {found} touchpoints in seven days; {limit} are plenty")
        }
        (Rule::TooSeldom, Detail::Days { found, limit, .. }) => {
            format!("Before {}: {} of silence, longer than {}", mid(&about), days(*found), limit.0)
        }
        (Rule::SocialAnswerSlow, Detail::Days { found, .. }) => {
            format!("{about} answers on social media only after {}", days(*found))
        }
        (Rule::TooDear, Detail::Share { channel: by, share }) => {
            format!("{about}: {} takes {} of the deal", channel(*by), percent(*share))
        }
        (Rule::TooFaint, _) => "Much is at stake, and prospects only get what is hardly noticed".to_owned(),
        (Rule::NoExit, _) => "Those who do not buy now have no long way to go on".to_owned(),
        (Rule::OutOfOrder, Detail::Date(date)) => {
            format!("{about} comes on {}, before a step above it", day_and_year(*date))
        }
        (Rule::OnDayOff, Detail::Date(date)) => {
            format!("{about} is due on {}, which is not worked", day_and_year(*date))
        }
        (Rule::UnusedEvent, _) => format!("{about} has no date, and no step is counted from it"),
        (Rule::NoOwner, _) => format!("{about} has nobody who does it"),
        (Rule::NoTool, _) => format!("{about} has no tool or resource noted"),
        (Rule::AboutUs, Detail::Words { about_us, about_them }) => {
            format!("{about}: its messages say “we” {about_us} times and “you” {about_them} times")
        }
        (Rule::PretendsNothing, Detail::Piece(piece)) => {
            format!("{about} follows a long silence and opens with “{piece}”")
        }
        (Rule::Overloaded, Detail::Count { found, .. }) => {
            format!("{about} would have {} of work on one day", hours(*found))
        }
        (Rule::ReviewOverdue, Detail::Date(date)) => {
            format!("The plan was to be looked at anew on {}", day_and_year(*date))
        }
        _ => about,
    }
}

/// What all findings of a rule are, as a heading.
pub fn finding_group(rule: Rule) -> &'static str {
    match rule {
        Rule::StatementLong => "The destination is long",
        Rule::StatementSpecific => "The destination turns specific",
        Rule::GoalMeasurable => "Goals that are measurable already",
        Rule::NoContactGoal => "No goal for your contacts",
        Rule::GoalWithoutAction => "Goals without an action",
        Rule::ActionWithoutMeasure => "Nothing is measured",
        Rule::ActionOffRoute => "Goals for which nothing is planned",
        Rule::StepWithoutGoal => "Steps that serve no goal",
        Rule::NoDecision => "Nothing planned for when nobody answers",
        Rule::SecondTouchpointLate => "The second contact comes late",
        Rule::NoCrossSell => "No further offer",
        Rule::CallsTooClose => "Calls too close together",
        Rule::TooOften => "Too often by the same channel",
        Rule::TooMany => "Too much in one week",
        Rule::TooSeldom => "Too long without a word",
        Rule::SocialAnswerSlow => "Slow answers on social media",
        Rule::TooDear => "Steps that cost too much",
        Rule::TooFaint => "Easily overlooked",
        Rule::NoExit => "Nothing for those who do not buy now",
        Rule::OutOfOrder => "Steps out of order",
        Rule::OnDayOff => "Steps on days off",
        Rule::UnusedEvent => "Events without a use",
        Rule::NoOwner => "Steps that nobody does",
        Rule::NoTool => "Steps without a tool",
        Rule::AboutUs => "Messages about us",
        Rule::PretendsNothing => "Messages that pass over a silence",
        Rule::Overloaded => "More work than a day holds",
        Rule::ReviewOverdue => "The plan has aged",
    }
}

/// Why that is worth a thought, in a sentence.
pub fn finding_reason(rule: Rule) -> &'static str {
    match rule {
        Rule::StatementLong => {
            "A couple of important things in two or three sentences can be remembered; more cannot."
        }
        Rule::StatementSpecific => {
            "The destination says how it feels; numbers, dates and channels come later, and bind too early."
        }
        Rule::GoalMeasurable => {
            "A goal is a wish. Its numbers belong to the actions that reach it, in step 4."
        }
        Rule::NoContactGoal => {
            "A plan that serves only the business feels like that to those who receive it."
        }
        Rule::GoalWithoutAction => {
            "A goal comes true by something somebody does. One action is the least, three are better."
        }
        Rule::ActionWithoutMeasure => {
            "Without something to count, nobody can say in three months what worked. One or two measures are enough."
        }
        Rule::ActionOffRoute => "What has no date does not happen.",
        Rule::StepWithoutGoal => {
            "If no goal needs it, it may be work for nothing; or the goal is not written down yet."
        }
        Rule::NoDecision => {
            "After the last try in vain, plans usually just stop. Decide now what comes next."
        }
        Rule::SecondTouchpointLate => {
            "Interest is highest at the beginning. Within a fortnight people should know what you offer."
        }
        Rule::NoCrossSell => {
            "People who have bought are the easiest to sell to, and about a month later something fitting is welcome."
        }
        Rule::CallsTooClose => {
            "Calls every other day feel like being chased. How many days lie between two is set under Channels."
        }
        Rule::TooOften => {
            "Sooner than the channel bears it, a touchpoint annoys. You can change the limit for your business under Channels."
        }
        Rule::TooMany => {
            "Calls, e-mails, letters and messages make one impression together. Too many at once push people away."
        }
        Rule::TooSeldom => {
            "After that long without a word, you are forgotten. You can change the limit under Channels."
        }
        Rule::SocialAnswerSlow => "On social media, an answer is expected within a day.",
        Rule::TooDear => "What is at stake decides how much time and money a touchpoint may cost.",
        Rule::TooFaint => {
            "For a deal of this size a call or a visit pays for itself, and e-mail alone is easily overlooked."
        }
        Rule::NoExit => "“Not now” often means next month, next quarter or next year. Be in touch then.",
        Rule::UnusedEvent => "It was left behind; without it, the choice of what to count from is shorter.",
        Rule::OutOfOrder => "A list is read from the top: what comes first should stand first.",
        Rule::OnDayOff => "Nobody is there to do it on that day.",
        Rule::NoOwner => "What is everybody’s job is done by nobody.",
        Rule::NoTool => {
            "Whoever does it looks for the list, the text or the number first. Noted here, it is at hand."
        }
        Rule::AboutUs => "It is about them. Only a hint: count how often a message says “you”.",
        Rule::PretendsNothing => {
            "After a long silence, own up to it: say who you are, that the silence was your mistake, and go on from their answer."
        }
        Rule::Overloaded => "What does not fit into a day is done late, and what comes after it as well.",
        Rule::ReviewOverdue => "Plans age: new tools, new products, better knowledge of your customers.",
    }
}

/// What a press does about it.
pub fn finding_fix(rule: Rule) -> &'static str {
    match rule {
        Rule::ActionOffRoute => "Add it as a step",
        Rule::StepWithoutGoal => "Link it to the action of the same name",
        Rule::NoDecision => "Add a step that decides",
        Rule::SecondTouchpointLate | Rule::TooSeldom => "Bring it forward",
        Rule::CallsTooClose | Rule::TooOften | Rule::TooMany => "Wait longer",
        Rule::SocialAnswerSlow => "Answer the next working day",
        Rule::TooDear => "Take the channel that fits",
        Rule::NoCrossSell => "Add an offer after a month",
        Rule::NoExit => "Add a step after a quarter",
        Rule::OutOfOrder => "Put it in order of date",
        Rule::UnusedEvent => "Remove it",
        Rule::OnDayOff => "Move it to the next working day",
        Rule::NoOwner => "I do it myself",
        Rule::NoTool => "Note the usual tool",
        Rule::ReviewOverdue => "Look at it anew in three months",
        _ => "Set it right",
    }
}

/// `3 suggestions`.
pub fn suggestions(number: usize) -> String {
    count(number, "suggestion")
}

/// What a finding is about, at the beginning of a sentence.
fn about(plan: &PlanParts, spot: Spot) -> String {
    match spot {
        Spot::Plan => "The plan".to_owned(),
        Spot::Statement(who) => format!("The statement for {}s", lower(who)),
        Spot::Goal(id) => quoted("The goal", plan.goal(id).map(|goal| goal.text.as_str())),
        Spot::Action(id) => quoted("The action", plan.action(id).map(|(_, action)| action.text.as_str())),
        Spot::Sequence(Audience::Prospect) => "The prospect sequence".to_owned(),
        Spot::Sequence(Audience::Customer) => "The customer sequence".to_owned(),
        Spot::Step(id) => step(plan, id),
        Spot::Event(id) => quoted("The event", plan.event(id).map(|event| event.name.as_str())),
        Spot::Who(who) => responsible(plan, who),
    }
}

/// `Prospect step 3, “Call”`.
fn step(plan: &PlanParts, id: StepId) -> String {
    let name = step_name(plan, id);
    let name = with_first_letter(&name, |c| c.to_ascii_uppercase());
    match plan.step(id).map(|step| step.what.as_str().trim()) {
        Some(what) if !what.is_empty() => format!("{name}, “{what}”"),
        _ => name,
    }
}

fn quoted(kind: &str, text: Option<&str>) -> String {
    match text.map(str::trim) {
        Some(text) if !text.is_empty() => format!("{kind} “{text}”"),
        _ => kind.to_owned(),
    }
}

/// The same within a sentence.
fn mid(about: &str) -> String {
    with_first_letter(about, |c| c.to_ascii_lowercase())
}

fn with_first_letter(text: &str, changed: impl FnOnce(char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().map(changed).into_iter().chain(letters).collect()
}

fn days(found: CalendarDays) -> String {
    if found > CalendarDays(0) { super::days(found) } else { "less than a day".to_owned() }
}

/// Minutes as `9 hours` or `9.5 hours`.
fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60 / 6) {
        (1, 0) => "1 hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (hours, tenths) => format!("{hours}.{tenths} hours"),
    }
}

/// Thousandths as `35 %`.
fn percent(thousandths: u64) -> String {
    format!("{} %", thousandths.saturating_add(5) / 10)
}

fn number(found: u64) -> usize {
    usize::try_from(found).unwrap_or(usize::MAX)
}
