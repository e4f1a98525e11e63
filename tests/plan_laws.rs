//! The laws of plans, for any edits in any order: a plan is always legal, and always has a schedule.
//!
//! 256 cases a law; `PROPTEST_CASES` sets another number.

#![cfg(test)]

use std::sync::LazyLock;

use chrono::NaiveDate;
use followthrough::calendar::{FIRST_DAY, LAST_DAY, WorkWeek};
use followthrough::exchange::import_json;
use followthrough::plan::{
    ActionEdit, ActionId, Amount, Anchor, Audience, Benefit, Channel, Currency, Delay, Direction, Edit,
    EventEdit, GoalEdit, GoalId, Holiday, Idea, Line, Person, PersonId, Plan, Prose, Readiness, Reason,
    Responsible, Span, StepEdit, StepId, Unit,
};
use followthrough::schedule::{Notice, Schedule};
use followthrough::workshop::example;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

static EXAMPLE: LazyLock<Plan> = LazyLock::new(|| {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example(written, date("2026-09-01"))
});

/// Blank, the example, and one whose ids are nearly used up.
fn plans() -> impl Strategy<Value = Plan> {
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

/// Ids that are in a plan, and some that are not.
fn ids() -> impl Strategy<Value = u32> {
    prop_oneof![20 => 1..60_u32, 1 => Just(0), 1 => u32::MAX - 4..=u32::MAX]
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    let around = |day: NaiveDate| (-3..=3_i64).prop_map(move |days| day + chrono::Duration::days(days));
    let extreme = select(vec![NaiveDate::MIN, NaiveDate::MAX]);
    let usual = around(date("2026-12-28"));
    prop_oneof![12 => usual, 2 => around(LAST_DAY), 2 => around(FIRST_DAY), 1 => extreme]
}

fn lines() -> impl Strategy<Value = Line> {
    ".{0,12}".prop_map(|text| Line::parse(&text).unwrap())
}

fn proses() -> impl Strategy<Value = Prose> {
    "(?s).{0,20}".prop_map(|text| Prose::parse(&text).unwrap())
}

fn audiences() -> impl Strategy<Value = Audience> {
    select(&Audience::BOTH[..])
}

fn delays() -> impl Strategy<Value = Delay> {
    let counts = prop_oneof![0..9_u16, 0..=Span::MAX_LENGTH];
    let delay = |(count, unit, anchor)| Delay::after(count, unit, anchor).unwrap();
    (counts, select(&Unit::ALL[..]), select(vec![Anchor::PreviousStep, Anchor::Start])).prop_map(delay)
}

fn weeks() -> impl Strategy<Value = WorkWeek> {
    "[01]{7}".prop_filter_map("a day is worked", |mask| WorkWeek::from_mask(&mask).ok())
}

fn responsible() -> impl Strategy<Value = Responsible> {
    prop_oneof![select(&Responsible::ROLES[..]), ids().prop_map(|id| Responsible::Person(PersonId(id)))]
}

fn goal_edits() -> impl Strategy<Value = GoalEdit> {
    prop_oneof![
        1 => lines().prop_map(GoalEdit::Text),
        1 => option::of(audiences()).prop_map(GoalEdit::Audience),
        1 => select(vec![Benefit::Business, Benefit::Contact]).prop_map(GoalEdit::Benefit),
        1 => (option::of(audiences()), option::of(ids().prop_map(GoalId)))
            .prop_map(|(audience, before)| GoalEdit::Before(audience, before)),
        1 => Just(GoalEdit::Remove),
    ]
}

fn action_edits() -> impl Strategy<Value = ActionEdit> {
    prop_oneof![
        1 => lines().prop_map(ActionEdit::Text),
        1 => lines().prop_map(ActionEdit::Metric),
        1 => lines().prop_map(ActionEdit::Target),
        1 => option::of(dates()).prop_map(ActionEdit::By),
        1 => lines().prop_map(ActionEdit::Result),
        1 => Just(ActionEdit::Remove),
    ]
}

fn step_edits() -> impl Strategy<Value = StepEdit> {
    prop_oneof![
        1 => lines().prop_map(StepEdit::What),
        4 => delays().prop_map(StepEdit::Delay),
        1 => option::of(select(&Channel::ALL[..])).prop_map(StepEdit::Channel),
        2 => option::of(responsible()).prop_map(StepEdit::Who),
        1 => lines().prop_map(StepEdit::Tools),
        1 => proses().prop_map(StepEdit::Notes),
        1 => select(vec![Readiness::ToPrepare, Readiness::Ready]).prop_map(StepEdit::Readiness),
        2 => option::of(ids().prop_map(ActionId)).prop_map(StepEdit::Action),
        4 => (audiences(), option::of(ids().prop_map(StepId)))
            .prop_map(|(audience, before)| StepEdit::Before(audience, before)),
        2 => Just(StepEdit::Copy),
        1 => Just(StepEdit::Remove),
    ]
}

/// What the plan says as a whole.
fn whole_edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        1 => Just(Edit::Adopt),
        1 => lines().prop_map(Edit::Name),
        1 => lines().prop_map(Edit::Business),
        1 => lines().prop_map(Edit::Offer),
        1 => option::of(0..9_999_u64)
            .prop_map(|value| Edit::DealValue(value.and_then(|v| Amount::from_hundredths(v).ok()))),
        1 => Just(Edit::Currency(Currency::USD)),
        1 => option::of(any::<u32>()).prop_map(Edit::ContactsAMonth),
        1 => (select(&Reason::ALL[..]), any::<bool>()).prop_map(|(reason, is_set)| Edit::Reason(reason, is_set)),
        1 => (audiences(), lines()).prop_map(|(audience, trigger)| Edit::Trigger(audience, trigger)),
        3 => (audiences(), option::of(dates())).prop_map(|(audience, start)| Edit::Start(audience, start)),
        1 => (audiences(), proses()).prop_map(|(audience, statement)| Edit::Statement(audience, statement)),
        1 => weeks().prop_map(Edit::WorkWeek),
        2 => (dates(), lines()).prop_map(|(date, name)| Edit::AddHoliday(Holiday { date, name })),
        1 => dates().prop_map(Edit::RemoveHoliday),
        1 => lines().prop_map(Edit::AddPerson),
        1 => (ids(), lines()).prop_map(|(id, name)| Edit::RenamePerson(PersonId(id), name)),
        1 => ids().prop_map(|id| Edit::RemovePerson(PersonId(id))),
        1 => option::of(dates()).prop_map(Edit::Review),
    ]
}

/// Goals, actions and steps.
fn listed_edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        1 => lines().prop_map(Edit::AddGoal),
        1 => select(&Idea::ALL[..]).prop_map(Edit::PickIdea),
        1 => Just(Edit::SortByIdea),
        2 => (ids(), lines()).prop_map(|(goal, text)| Edit::AddAction(GoalId(goal), text)),
        2 => (audiences(), option::of(ids().prop_map(StepId)))
            .prop_map(|(audience, before)| Edit::AddStep { audience, before }),
        1 => (audiences(), ids()).prop_map(|(audience, action)| Edit::AddStepFor(audience, ActionId(action))),
        1 => audiences().prop_map(Edit::LayOut),
        3 => (ids(), goal_edits()).prop_map(|(id, edit)| Edit::Goal(GoalId(id), edit)),
        3 => (ids(), action_edits()).prop_map(|(id, edit)| Edit::Action(ActionId(id), edit)),
        9 => (ids(), step_edits()).prop_map(|(id, edit)| Edit::Step(StepId(id), edit)),
    ]
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec(prop_oneof![1 => whole_edits(), 2 => listed_edits()], 0..60)
}

/// The plan after all edits that it takes.
fn edited(plan: Plan, edits: Vec<Edit>) -> Plan {
    edits.into_iter().fold(plan, |plan, edit| plan.edited(edit).unwrap_or(plan))
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_is_legal_after_every_edit_and_unchanged_by_a_refused_one(start in plans(), edits in edits()) {
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
    fn the_same_edits_give_the_same_plan(start in plans(), edits in edits()) {
        prop_assert_eq!(edited(start.clone(), edits.clone()), edited(start, edits));
    }

    #[test]
    fn moving_loses_nothing(
        start in plans(),
        edits in edits(),
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
    fn every_plan_has_a_schedule_with_one_entry_a_step_in_order(start in plans(), edits in edits()) {
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
    fn a_date_is_a_working_day_of_the_calendar_or_its_notice_says_why_not(start in plans(), edits in edits()) {
        let plan = edited(start, edits);
        let (schedule, calendar) = (Schedule::of(&plan), plan.calendar());
        for dated in Audience::BOTH.into_iter().flat_map(|audience| schedule.steps(audience)) {
            match (dated.due, dated.notice) {
                (Some(due), notice) => {
                    prop_assert!((FIRST_DAY..=LAST_DAY).contains(&due), "{dated:?}");
                    match notice {
                        None => prop_assert!(calendar.is_workday(due), "{dated:?}"),
                        Some(Notice::DayOff(day_off)) => {
                            prop_assert_eq!(calendar.day_off(due), Some(day_off));
                            let delay = plan.step(dated.step).unwrap().delay;
                            let is_exact = delay.unit() == Unit::ExactDays;
                            prop_assert!(is_exact || (delay.length(), delay.unit()) == (0, Unit::WorkingDays));
                        }
                        Some(Notice::TooLate) => {
                            prop_assert!(plan.step(dated.step).unwrap().delay.direction() == Direction::Before, "{dated:?}");
                        }
                        Some(notice) => prop_assert_eq!(notice, Notice::BeforePrevious),
                    }
                }
                (None, notice) => prop_assert!(
                    matches!(notice, Some(Notice::NoStart | Notice::OutOfRange | Notice::PreviousUndated)),
                    "{dated:?}"
                ),
            }
        }
    }

    #[test]
    fn with_a_start_in_this_century_every_step_has_a_date(edits in edits(), day in 0..30_000_i64) {
        let start = date("2010-01-01") + chrono::Duration::days(day);
        let short = edits.into_iter().filter(|edit| match edit {
            Edit::Step(_, StepEdit::Delay(delay)) => delay.length() < 9,
            Edit::Start(..) => false,
            _ => true,
        });
        // What counts back from an event has a day of its own, whenever the plan starts.
        let events = EXAMPLE.events.iter().map(|event| Edit::Event(event.id, EventEdit::Remove));
        let plan = edited(edited(EXAMPLE.clone(), events.collect()), short.collect());
        let plan = edited(plan, Audience::BOTH.map(|audience| Edit::Start(audience, Some(start))).into());
        let schedule = Schedule::of(&plan);
        for dated in Audience::BOTH.into_iter().flat_map(|audience| schedule.steps(audience)) {
            prop_assert!(dated.due.is_some_and(|due| due >= start), "{dated:?}");
        }
    }
}
