//! Steps as they wait for somebody, in words (B9).

use chrono::{Datelike, NaiveDate};

use super::{audience, channel, condition, day, day_and_year, fate, late, responsible};
use crate::plan::{Audience, PlanParts, Step};
use crate::schedule::StepFacts;

/// When a step is to be done, seen from a day: `Today`, `Tomorrow`, `Tue 8 Sep`; with the last day where there are
/// several: `Today, or until Thu 10 Sep`.
pub fn when_due(facts: &StepFacts, today: NaiveDate) -> String {
    let Some(due) = facts.due else { return String::new() };
    let first = match (due - today).num_days() {
        ..=0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        _ => day_seen(due, today),
    };
    match facts.latest.filter(|latest| *latest > due.max(today)) {
        Some(latest) => format!("{first}, or until {}", day_seen(latest, today)),
        None => first,
    }
}

/// `Tue 8 Sep`; with its year where that is another than the day's on which one looks.
pub fn day_seen(date: NaiveDate, today: NaiveDate) -> String {
    match date.year() == today.year() {
        true => format!("{} {}", date.weekday(), day(date)),
        false => day_and_year(date),
    }
}

/// The channel of a step and who does it: `E-mail, Ben`; empty where neither is said.
pub fn channel_and_who(plan: &PlanParts, step: &Step) -> String {
    let parts = [step.channel.map(|it| channel(it).to_owned()), step.who.map(|who| responsible(plan, who))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A step in a picture of time, in one line: `Prospect step 3, Write to them, Fri 4 Dec 2026, late since Tue 1 Dec`.
pub fn step_in_time(plan: &PlanParts, who: Audience, facts: &StepFacts, today: NaiveDate) -> String {
    let step = plan.step(facts.step);
    let state = match facts.late_since(today) {
        Some(since) => lower_first(&late(since)),
        None => facts.fate.map(|it| lower_first(&fate(it))).unwrap_or_default(),
    };
    let parts = [
        format!("{} step {}", audience(who), facts.number),
        step.map(|step| step.what.as_str().trim().to_owned()).unwrap_or_default(),
        facts.due.map(day_and_year).unwrap_or_default(),
        state,
        lower_first(&condition(facts)),
        step.map(|step| channel_and_who(plan, step)).unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// As within a sentence.
pub(super) fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| format!("{}{}", first.to_ascii_lowercase(), chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Anchor, Delay, Edit, Fate, Line, Plan, Span, StepEdit, StepId, Unit, Window};
    use crate::schedule::Schedule;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plan() -> Plan {
        let edits = [
            Edit::Start(Audience::Prospect, Some(date("2026-12-29"))),
            Edit::AddStep { audience: Audience::Prospect, before: None },
            Edit::Step(StepId(1), StepEdit::What(Line::parse("Write to them").unwrap())),
        ];
        edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn facts(plan: &Plan, today: &str) -> StepFacts {
        *Schedule::on(plan, date(today)).step(StepId(1)).unwrap()
    }

    #[test]
    fn a_day_is_said_as_one_looks_at_it() {
        let said = |today: &str| when_due(&facts(&plan(), today), date(today));
        assert_eq!(said("2026-12-29"), "Today");
        assert_eq!(said("2026-12-28"), "Tomorrow");
        assert_eq!(said("2026-12-24"), "Tue 29 Dec");
        assert_eq!(said("2025-12-24"), "Tue 29 Dec 2026");
        let window = Window { latest: Span::new(3, Unit::Weeks), ..Window::default() };
        let delay = Delay::after(0, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
        let plan = plan().edited(Edit::Step(StepId(1), StepEdit::Timing(delay, window))).unwrap();
        let said = when_due(&facts(&plan, "2026-12-29"), date("2026-12-29"));
        assert_eq!(said, "Today, or until Tue 19 Jan 2027");
    }

    #[test]
    fn a_step_in_time_says_what_it_is_and_how_it_stands() {
        let said = |plan: &Plan, today: &str| {
            step_in_time(plan, Audience::Prospect, &facts(plan, today), date(today))
        };
        assert_eq!(said(&plan(), "2026-12-29"), "Prospect step 1, Write to them, Tue 29 Dec 2026");
        assert_eq!(
            said(&plan(), "2026-12-31"),
            "Prospect step 1, Write to them, Tue 29 Dec 2026, late since Tue 29 Dec"
        );
        let done = plan().edited(Edit::Mark(StepId(1), date("2026-12-30"), Fate::Done(None))).unwrap();
        assert_eq!(said(&done, "2026-12-31"), "Prospect step 1, Write to them, Wed 30 Dec 2026, done");
    }
}
