//! What is said of a list of steps while it is typed, and what can be typed to put it right.

use chrono::{Datelike, NaiveDate};

use super::day;
use crate::plan::{Channel, Limit, Line, Outcome, PlanParts, Responsible};
use crate::workshop::{Doubt, DoubtKind, Problem};

/// Waits that are often wanted, as they are typed.
pub const USUAL_WAITS: [&str; 7] =
    ["the same day", "next day", "in 3 days", "in a week", "in 2 weeks", "in a month", "within a week"];

/// How a line says its channel (E1-E6).
pub fn channel_typed(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "in person",
        Channel::Phone => "by phone",
        Channel::Letter => "by letter",
        Channel::Email => "by e-mail",
        Channel::SocialChat => "by chat",
        Channel::Comments => "by comment",
        Channel::Internal => "inside work",
    }
}

/// How a line says its outcome (B5).
pub fn outcome_typed(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "if they are reached",
        Outcome::NotReached => "if nobody is reached",
        Outcome::Replied => "if they reply",
        Outcome::NoReply => "if there is no reply",
        Outcome::Bought => "if they buy",
        Outcome::NotNow => "if not now",
        Outcome::Declined => "if they say no",
    }
}

/// How a line says who does it (B7).
pub fn who_typed(plan: &PlanParts, who: Responsible) -> String {
    match who {
        Responsible::Myself => "me".to_owned(),
        Responsible::CoWorker => "a co-worker".to_owned(),
        Responsible::Assistant => "the assistant".to_owned(),
        Responsible::Automation => "automation".to_owned(),
        Responsible::Vendor => "a vendor".to_owned(),
        Responsible::Person(_) => super::responsible(plan, who),
    }
}

/// What was not understood in a list, and what can be written.
pub fn list_doubt(text: &str, doubt: &Doubt) -> String {
    match &doubt.kind {
        DoubtKind::Wait(kind) => {
            let problem = Problem { kind: kind.clone(), place: doubt.place.clone(), hints: Vec::new() };
            super::wait_problem(text, &problem)
        }
        DoubtKind::Condition => format!(
            "“{}” is not understood. Write for example “if no answer”, “if they reply” or “if they say no”.",
            text.get(doubt.place.clone()).unwrap_or_default()
        ),
        DoubtKind::NothingAbove => "There is no step above that this could be an answer to.".to_owned(),
        DoubtKind::NothingDone => {
            "This says when, and not what is done. Write it on the line of the step that waits.".to_owned()
        }
        DoubtKind::Name => {
            let name = text.get(doubt.place.clone()).unwrap_or_default();
            format!("“{name}” may be somebody’s name. Write “@{name}” if they do this, “‹{name}›” if not.")
        }
        DoubtKind::SecondStep => format!(
            "“{}” begins a second step in this line. Put each on a line of its own.",
            text.get(doubt.place.clone()).unwrap_or_default()
        ),
        DoubtKind::NoText => "There is a character in this that is no text. Type the line anew.".to_owned(),
        DoubtKind::TooLong(excess) => {
            format!(
                "This is {} too long for one step. Put the rest into its notes later.",
                super::count(*excess, "character")
            )
        }
    }
}

/// Lines that are not understood, once they are about to become steps.
pub fn list_doubted(lines: &[usize]) -> String {
    let mut numbers: Vec<_> = lines.iter().map(usize::to_string).collect();
    let last = numbers.pop().unwrap_or_default();
    let numbers = if numbers.is_empty() { last } else { [&numbers.join(", "), " and ", &last].concat() };
    let (line, is) = if lines.len() == 1 { ("Line", "is") } else { ("Lines", "are") };
    format!(
        "{line} {numbers} {is} not quite understood: go there to see why. Pressed again, “Make it a plan” takes them with the dates shown."
    )
}

/// What a plan is called that nobody has named: `Follow-up of 27 Nov 2026`.
pub fn name_of_day(date: NaiveDate) -> Line {
    Line::fitted(&format!("Follow-up of {}", super::day_and_year(date)))
}

/// How many steps a list has, and from when to when: `4 steps, from Fri 4 Dec to Thu 24 Dec`.
pub fn list_span(steps: usize, span: Option<(NaiveDate, NaiveDate)>) -> String {
    let steps = super::count(steps, "step");
    match span {
        Some((first, last)) if first == last => format!("{steps}, on {}", short_day(first)),
        Some((first, last)) => format!("{steps}, from {} to {}", short_day(first), short_day(last)),
        None => steps,
    }
}

/// `Fri 4 Dec`.
pub fn short_day(date: NaiveDate) -> String {
    format!("{} {}", date.weekday(), day(date))
}

/// Why so many lines cannot all become steps.
pub fn list_too_long(beyond: usize) -> String {
    format!(
        "A sequence holds {} steps. The last {} no room: please make the list shorter.",
        Limit::Steps.max(),
        if beyond == 1 { "line has".to_owned() } else { format!("{beyond} lines have") }
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{Anchor, Audience, Edit, Line, Plan, Step};
    use crate::schedule::{Schedule, StepFacts};
    use crate::workshop::{CountedFrom, List, ListSetting};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn plan() -> Plan {
        let edits = [
            Edit::AddPerson(Line::fitted("Ann Miller")),
            Edit::AddEvent(Line::fitted("Spring fair")),
            Edit::Start(Audience::Prospect, Some(today())),
        ];
        edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn read(plan: &Plan, text: &str) -> (List, Plan) {
        let from = CountedFrom::LineBefore;
        let setting = ListSetting { plan, audience: Audience::Prospect, before: None, today: today(), from };
        let list = List::read(text, setting);
        let edited = list.edits().into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap());
        (list, edited)
    }

    /// A step as a line says it.
    fn told(plan: &Plan, step: &Step, facts: &StepFacts, is_wait_said: bool) -> String {
        let condition = step.only_after.map(|branch| format!("{}: ", outcome_typed(branch.outcome)));
        let parts = [
            Some(format!("‹{}›", step.what)),
            step.channel.map(channel_typed).map(str::to_owned),
            is_wait_said.then(|| super::super::wait(plan, facts)),
            step.who.map(|who| match who {
                // Those who are new are new again.
                Responsible::Person(_) => format!("@{}", who_typed(plan, who)),
                _ => who_typed(plan, who),
            }),
        ];
        format!(
            "{}{}",
            condition.unwrap_or_default(),
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        )
    }

    #[test]
    fn what_is_offered_to_be_typed_is_read_so() {
        let plan = plan();
        for channel in Channel::ALL {
            let (list, _) = read(&plan, &format!("offer, {}", channel_typed(channel)));
            let step = &list.entries[0].step;
            assert_eq!((step.channel, step.what.as_str()), (Some(channel), "Offer"));
        }
        for outcome in Outcome::ALL {
            for channel in Channel::ALL.into_iter().filter(|channel| *channel != Channel::Internal) {
                let text = format!("it, {}\n{}: offer", channel_typed(channel), outcome_typed(outcome));
                let (list, _) = read(&plan, &text);
                let entry = &list.entries[1];
                assert_eq!(entry.doubts, []);
                let found = entry.step.only_after.map(|branch| branch.outcome);
                // On the phone an answer is the same as being reached, in writing the other way round.
                let is_voice = matches!(channel, Channel::Phone | Channel::InPerson);
                let expected = match outcome {
                    Outcome::Replied if is_voice => Outcome::Reached,
                    Outcome::NoReply if is_voice => Outcome::NotReached,
                    Outcome::Reached if !is_voice => Outcome::Replied,
                    Outcome::NotReached if !is_voice => Outcome::NoReply,
                    outcome => outcome,
                };
                assert_eq!(found, Some(expected), "{text}");
            }
        }
        let known = plan.people.iter().map(|person| Responsible::Person(person.id));
        for who in Responsible::ROLES.into_iter().chain(known) {
            let (list, _) = read(&plan, &format!("offer, {}", who_typed(&plan, who)));
            assert_eq!(list.entries[0].step.who, Some(who));
        }
        for wait in USUAL_WAITS {
            let (list, _) = read(&plan, &format!("offer, {wait}"));
            assert!(list.entries[0].is_wait_said && list.entries[0].step.what.as_str() == "Offer", "{wait}");
        }
    }

    #[test]
    fn the_span_of_a_list_is_told_short() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        assert_eq!(list_span(4, Some((day(4), day(24)))), "4 steps, from Fri 4 Dec to Thu 24 Dec");
        assert_eq!(list_span(1, Some((day(4), day(4)))), "1 step, on Fri 4 Dec");
        assert!(list_too_long(1).contains("The last line has no room"));
        assert!(list_too_long(12).contains("The last 12 lines have no room"));
    }

    fn texts() -> impl Strategy<Value = String> {
        let doing = prop::sample::select(vec![
            "call",
            "e-mail with prices",
            "letter",
            "visit them",
            "comment on a post",
            "prepare the offer",
            "say hello",
            "send the 3-day trial",
            "call Ann about the letter",
            "thank-you card",
            "Überraschung",
        ]);
        let wait = prop::sample::select(vec![
            "",
            " next day",
            " in 3 days",
            " after two weeks",
            " a week later",
            " within a fortnight",
            " on 15 January",
            " the same day",
            " 5 to 10 days after the start",
            " on a Tuesday or Thursday",
            " 2 weeks before the fair",
            " in 30 calendar days",
            " 3 days after the call",
            " in 3 dyas",
        ]);
        let who = prop::sample::select(vec!["", ", Ann", ", the assistant", ", me", ", Ben", " @carl"]);
        let condition = prop::sample::select(vec![
            "",
            "",
            "",
            "if no answer: ",
            "if they reply: ",
            "if they say no: ",
            "if nobody is reached, ",
            "if not now: ",
        ]);
        let bullet = prop::sample::select(vec!["", "- ", "1. ", "☐ "]);
        let line = (bullet, condition, doing, wait, who)
            .prop_map(|(bullet, condition, doing, wait, who)| [bullet, condition, doing, wait, who].concat());
        prop::collection::vec(line, 1..8).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn what_was_read_and_is_told_again_reads_the_same(text in texts()) {
            let plan = plan();
            let (list, edited) = read(&plan, &text);
            let schedule = Schedule::on(&edited, today());
            let lines: Vec<_> = list
                .entries
                .iter()
                .map(|entry| told(&edited, &entry.step, schedule.step(entry.step.id).unwrap(), entry.is_wait_said))
                .collect();
            let again_text = lines.join("\n");
            let (again, again_plan) = read(&plan, &again_text);
            prop_assert_eq!(list.entries.len(), again.entries.len());
            let again_schedule = Schedule::on(&again_plan, today());
            for (entry, same) in list.entries.iter().zip(&again.entries) {
                let (step, again) = (&entry.step, &same.step);
                prop_assert_eq!(&again.what, &step.what, "{}", again_text);
                prop_assert_eq!(again.channel, step.channel, "{}", again_text);
                prop_assert_eq!(again.window, step.window, "{}", again_text);
                prop_assert_eq!(again.who.is_some(), step.who.is_some(), "{}", again_text);
                prop_assert_eq!(again.only_after, step.only_after, "{}\n{}", text, again_text);
                // A wait may name the step before, or go without saying: the day is the same.
                let due = |schedule: &Schedule, step: &Step| schedule.step(step.id).map(|facts| (facts.due, facts.basis, facts.wait));
                prop_assert_eq!(due(&again_schedule, again), due(&schedule, step), "{}\n{}", text, again_text);
                prop_assert!(same.doubts.iter().all(|doubt| matches!(doubt.kind, DoubtKind::NothingAbove | DoubtKind::NothingDone)), "{}", again_text);
            }
            prop_assert!(list.steps().all(|step| step.delay.anchor() != Anchor::Step(step.id)));
        }
    }
}
