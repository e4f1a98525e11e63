//! The laws of plans, for any edits in any order: a plan is always legal, and always has a schedule.
//!
//! 256 cases a law; `PROPTEST_CASES` sets another number.

#![cfg(test)]

#[path = "fixtures/edits.rs"]
mod edits;

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use edits::{audiences, edited, edits, ids};
use followthrough::calendar::{FIRST_DAY, LAST_DAY};
use followthrough::exchange::import_json;
use followthrough::plan::{
    Anchor, Audience, Direction, Edit, EventEdit, Fate, GoalEdit, GoalId, Line, Person, PersonId, Plan,
    StepEdit, StepId, Unit,
};
use followthrough::schedule::{Notice, Schedule};
use followthrough::workshop::example;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

static EXAMPLE: LazyLock<Plan> = LazyLock::new(|| {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example(written, date("2026-09-01"))
});

/// Blank, the example, and one whose ids are nearly used up.
fn starts() -> impl Strategy<Value = Plan> {
    (0..3, 0..4_u32).prop_map(|(which, left)| match which {
        0 => Plan::blank(),
        1 => EXAMPLE.clone(),
        _ => {
            let mut parts = EXAMPLE.clone().into_parts();
            parts.people.push(Person { id: PersonId(u32::MAX - left), name: Line::default() });
            parts.checked().unwrap()
        }
    })
}

fn many_edits() -> impl Strategy<Value = Vec<Edit>> {
    vec(edits(), 0..60)
}

/// Whether an edit says how something is, and does not add to it, copy or move it.
fn is_a_setting(edit: &Edit) -> bool {
    !matches!(
        edit,
        Edit::AddGoal(_)
            | Edit::AddAction(..)
            | Edit::AddStep { .. }
            | Edit::AddStepFor(..)
            | Edit::InsertSteps { .. }
            | Edit::AddClosure(_)
            | Edit::AddEvent(_)
            | Edit::AddEventFor { .. }
            | Edit::AddPerson(_)
            | Edit::AddLead(_)
            | Edit::Step(_, StepEdit::Copy)
    )
}

fn ids_of(plan: &Plan) -> Vec<u32> {
    let goals = plan.goals.iter().map(|goal| goal.id.0);
    let actions = plan.actions().map(|(_, action)| action.id.0);
    let steps = plan.steps().map(|step| step.id.0);
    let mut ids: Vec<_> =
        goals.chain(actions).chain(steps).chain(plan.people.iter().map(|person| person.id.0)).collect();
    ids.sort_unstable();
    ids
}

/// Whether an edit leaves every step within reach of a start, on a path, and not counted from a day of its own.
fn is_short(edit: &Edit) -> bool {
    match edit {
        Edit::Step(_, StepEdit::Delay(delay) | StepEdit::Timing(delay, _)) => {
            delay.length() < 9 && !matches!(delay.anchor(), Anchor::Event(_) | Anchor::Date(_))
        }
        Edit::Step(_, StepEdit::Attempts(attempts)) => attempts.gap() < 9,
        Edit::Step(_, StepEdit::Window(window)) => window.latest.is_none(),
        Edit::Start(..)
        | Edit::Mark(..)
        | Edit::Postpone(..)
        | Edit::InsertSteps { .. }
        | Edit::AddEventFor { .. } => false,
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_is_legal_after_every_edit_and_unchanged_by_a_refused_one(start in starts(), edits in many_edits()) {
        let mut plan = start;
        for edit in edits {
            let before = plan.clone();
            if let Ok(after) = plan.edited(edit) {
                prop_assert_eq!(after.clone().into_parts().checked(), Ok(after.clone()));
                plan = after;
            } else {
                prop_assert_eq!(&plan, &before);
            }
        }
    }

    #[test]
    fn what_is_said_twice_is_as_said_once(start in starts(), edits in many_edits(), edit in edits()) {
        prop_assume!(is_a_setting(&edit));
        let plan = edited(start, edits);
        if let Ok(once) = plan.edited(edit.clone()) {
            // What was taken away is not there to be taken away again.
            if let Ok(twice) = once.edited(edit.clone()) {
                prop_assert_eq!(twice, once, "{:?}", edit);
            }
        }
    }

    #[test]
    fn moving_loses_nothing(
        start in starts(),
        edits in many_edits(),
        audience in audiences(),
        (id, other) in (ids(), option::of(ids())),
    ) {
        let plan = edited(start, edits);
        for edit in [
            Edit::Step(StepId(id), StepEdit::Before(audience, other.map(StepId))),
            Edit::Goal(GoalId(id), GoalEdit::Before(Some(audience), other.map(GoalId))),
        ] {
            if let Ok(moved) = plan.edited(edit) {
                prop_assert_eq!(ids_of(&moved), ids_of(&plan));
            }
        }
    }

    #[test]
    fn every_plan_has_a_schedule_with_one_entry_a_step_in_order(start in starts(), edits in many_edits()) {
        let plan = edited(start, edits);
        let schedule = Schedule::of(&plan);
        for (audience, sequence) in plan.sequences.iter() {
            let dated = schedule.steps(audience);
            let named: Vec<_> = dated.iter().map(|dated| (dated.step, dated.number)).collect();
            let steps: Vec<_> = sequence.steps.iter().map(|step| step.id).zip(1..).collect();
            prop_assert_eq!(named, steps);
        }
    }

    #[test]
    fn a_date_is_a_working_day_of_the_calendar_or_its_notice_says_why_not(start in starts(), edits in many_edits()) {
        let plan = edited(start, edits);
        let schedule = Schedule::of(&plan);
        for dated in Audience::BOTH.into_iter().flat_map(|audience| schedule.steps(audience)) {
            let calendar = schedule.calendar(dated.step).unwrap();
            match (dated.due, dated.notice) {
                (Some(due), notice) => {
                    prop_assert!((FIRST_DAY..=LAST_DAY).contains(&due), "{dated:?}");
                    match notice {
                        // What is over stays on its day, whatever day that was.
                        None => prop_assert!(!dated.is_open() || calendar.is_workday(due), "{dated:?}"),
                        Some(Notice::DayOff(day_off)) => {
                            prop_assert_eq!(calendar.day_off(due), Some(day_off));
                            let delay = plan.step(dated.step).unwrap().delay;
                            let is_exact = delay.unit() == Unit::ExactDays;
                            prop_assert!(is_exact || (delay.length(), delay.unit()) == (0, Unit::WorkingDays));
                        }
                        Some(Notice::TooLate) => {
                            prop_assert!(plan.step(dated.step).unwrap().delay.direction() == Direction::Before, "{dated:?}");
                        }
                        Some(Notice::HolidaysUnknown) => {
                            let known = plan.holiday_sets.iter().map(|set| set.through).min();
                            prop_assert!(known.is_some_and(|last| due.year() > last), "{dated:?}");
                        }
                        Some(Notice::Decide) => {
                            let tried = matches!(dated.fate, Some(Fate::Tried(times)) if times >= dated.attempts.count());
                            prop_assert!(tried, "{dated:?}");
                        }
                        Some(Notice::NoDayInTime) => {
                            prop_assert!(dated.latest.is_some_and(|latest| latest < due), "{dated:?}");
                        }
                        Some(Notice::NoSuitingDay) => {
                            let window = plan.step(dated.step).unwrap().window;
                            prop_assert!(window.is_choosy(), "{dated:?}");
                        }
                        Some(notice) => prop_assert_eq!(notice, Notice::BeforePrevious),
                    }
                }
                (None, notice) => prop_assert!(
                    matches!(notice, Some(Notice::NoStart | Notice::NoEventDate | Notice::OutOfRange | Notice::PreviousUndated)),
                    "{dated:?}"
                ),
            }
        }
    }

    #[test]
    fn with_a_start_in_this_century_every_step_has_a_date(edits in many_edits(), day in 0..30_000_i64) {
        let start = date("2010-01-01") + chrono::Duration::days(day);
        let short = edits.into_iter().filter(is_short);
        // What counts back from an event has a day of its own, whenever the plan starts.
        let events = EXAMPLE.events.iter().map(|event| Edit::Event(event.id, EventEdit::Remove));
        let plan = edited(edited(EXAMPLE.clone(), events), short);
        let plan = edited(plan, Audience::BOTH.map(|audience| Edit::Start(audience, Some(start))));
        let schedule = Schedule::of(&plan);
        for dated in Audience::BOTH.into_iter().flat_map(|audience| schedule.steps(audience)) {
            prop_assert!(dated.due.is_some_and(|due| due >= start), "{dated:?}");
        }
    }
}
