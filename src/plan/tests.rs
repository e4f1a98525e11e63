//! What every [`Edit`] does, what it leaves alone, and what it refuses.

mod forks;

mod route;

mod wishes;

use chrono::NaiveDate;

use super::*;
use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek};

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn after(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap())
}

/// The edit changes exactly what `change` does by hand, and nothing else.
#[track_caller]
fn check(plan: &Plan, edit: Edit, change: impl FnOnce(&mut PlanParts)) -> Plan {
    let mut expected = plan.clone().into_parts();
    change(&mut expected);
    let found = plan.edited(edit).unwrap();
    assert_eq!(found, expected.checked().unwrap());
    found
}

#[track_caller]
fn refuses(plan: &Plan, edit: Edit, error: EditError) {
    assert_eq!(plan.edited(edit), Err(error));
}

/// Goals 1 (prospect: actions 2 and 3), 4 (customer: action 5), 6 (not sorted); people 7 and 8; prospect steps 9
/// (for action 2) and 10 (for action 3, person 7), customer step 11 (for action 5, person 7).
fn small() -> Plan {
    let (anna, prospect, customer) = (PersonId(7), Audience::Prospect, Audience::Customer);
    after(
        &Plan::blank(),
        [
            Edit::AddGoal(line("Trust")),
            Edit::AddAction(GoalId(1), line("visiting")),
            Edit::AddAction(GoalId(1), line("answering")),
            Edit::AddGoal(line("Praise")),
            Edit::AddAction(GoalId(4), line("asking")),
            Edit::AddGoal(line("Calm")),
            Edit::Goal(GoalId(1), GoalEdit::Audience(Some(prospect))),
            Edit::Goal(GoalId(4), GoalEdit::Audience(Some(customer))),
            Edit::AddPerson(line("Anna")),
            Edit::AddPerson(line("Ben")),
            Edit::AddStepFor(prospect, ActionId(2)),
            Edit::AddStepFor(prospect, ActionId(3)),
            Edit::AddStepFor(customer, ActionId(5)),
            Edit::Step(StepId(10), StepEdit::Who(Some(Responsible::Person(anna)))),
            Edit::Step(StepId(11), StepEdit::Who(Some(Responsible::Person(anna)))),
        ],
    )
}

fn goal_ids(plan: &Plan) -> Vec<u32> {
    plan.goals.iter().map(|goal| goal.id.0).collect()
}

fn step_ids(plan: &Plan, audience: Audience) -> Vec<u32> {
    plan.sequences.of(audience).steps.iter().map(|step| step.id.0).collect()
}

#[test]
fn a_fresh_start_is_blank_and_named_by_edits() {
    let plan = Plan::blank();
    assert_eq!(plan, Plan::default());
    check(&plan, Edit::Name(line("Spring")), |parts| parts.name = line("Spring"));
    check(&plan, Edit::Business(line("Reed & Co")), |parts| parts.business = line("Reed & Co"));
    check(&plan, Edit::Offer(line("Baskets")), |parts| parts.offer = line("Baskets"));
    let amount = Amount::parse("120").unwrap();
    check(&plan, Edit::DealValue(Some(amount)), |parts| parts.deal_value = Some(amount));
    let euro = Currency::parse("EUR").unwrap();
    check(&plan, Edit::Currency(euro), |parts| parts.currency = euro);
    check(&plan, Edit::ContactsAMonth(Some(12)), |parts| parts.contacts_a_month = Some(12));
}

#[test]
fn a_reason_is_set_and_taken_back() {
    let plan = check(&Plan::blank(), Edit::Reason(Reason::Age, true), |parts| {
        parts.reasons = [Reason::Age].into_iter().collect();
    });
    assert_eq!(after(&plan, [Edit::Reason(Reason::Age, true)]), plan);
    assert_eq!(after(&plan, [Edit::Reason(Reason::Age, false)]), Plan::blank());
}

#[test]
fn each_audience_has_its_own_trigger_start_and_statement() {
    let (plan, day) = (small(), date("2026-09-01"));
    check(&plan, Edit::Trigger(Audience::Customer, line("bought")), |parts| {
        parts.sequences.customer.trigger = line("bought");
    });
    check(&plan, Edit::Statement(Audience::Prospect, prose("Calm.")), |parts| {
        parts.statements.prospect = prose("Calm.");
    });
    let plan = check(&plan, Edit::Start(Audience::Customer, Some(day)), |parts| {
        parts.runs.customer.start = Some(day);
    });
    assert_eq!(Audience::BOTH.map(|audience| plan.start(audience)), [Some(day); 2], "one date is enough");
    let earlier = date("2026-08-01");
    let plan = after(&plan, [Edit::Start(Audience::Prospect, Some(earlier))]);
    assert_eq!(Audience::BOTH.map(|audience| plan.start(audience)), [Some(earlier), Some(day)]);
}

#[test]
fn the_example_becomes_ones_own() {
    let parts = PlanParts { origin: Origin::Example, ..small().into_parts() };
    check(&parts.checked().unwrap(), Edit::Adopt, |parts| parts.origin = Origin::Own);
}

#[test]
fn the_working_week_and_the_review_are_set() {
    let plan = small();
    let week = WorkWeek::from_mask("0000111").unwrap();
    check(&plan, Edit::WorkWeek(week), |parts| parts.work_week = week);
    let day = date("2027-01-04");
    check(&plan, Edit::Review(Some(day)), |parts| parts.review = Some(day));
}

#[test]
fn holidays_stand_in_order_one_a_day() {
    let holiday = |day, name| Holiday { date: date(day), name: line(name) };
    let plan = after(
        &Plan::blank(),
        [
            Edit::AddHoliday(holiday("2026-12-25", "Christmas")),
            Edit::AddHoliday(holiday("2026-01-01", "New Year")),
            Edit::AddHoliday(holiday("2026-12-25", "Christmas Day")),
        ],
    );
    assert_eq!(plan.holidays, [holiday("2026-01-01", "New Year"), holiday("2026-12-25", "Christmas Day")]);
    let plan = after(&plan, [Edit::RemoveHoliday(date("2026-01-01"))]);
    assert_eq!(plan.holidays, [holiday("2026-12-25", "Christmas Day")]);
    assert_eq!(
        after(&plan, [Edit::RemoveHoliday(date("2026-01-01"))]),
        plan,
        "an unknown day changes nothing"
    );
}

#[test]
fn people_come_get_another_name_and_go() {
    let plan = check(&small(), Edit::AddPerson(line("Cleo")), |parts| {
        parts.people.push(Person { id: PersonId(12), name: line("Cleo") });
    });
    check(&plan, Edit::RenamePerson(PersonId(12), line("Chloe")), |parts| {
        parts.people[2].name = line("Chloe");
    });
    check(&plan, Edit::RemovePerson(PersonId(7)), |parts| {
        parts.people.remove(0);
        parts.sequences.prospect.steps[1].who = None;
        parts.sequences.customer.steps[0].who = None;
    });
    refuses(&plan, Edit::RenamePerson(PersonId(99), line("X")), EditError::NoSuchPerson(PersonId(99)));
    refuses(&plan, Edit::RemovePerson(PersonId(99)), EditError::NoSuchPerson(PersonId(99)));
}

#[test]
fn dates_beyond_the_calendar_are_refused() {
    let plan = small();
    let too_late = LAST_DAY.succ_opt().unwrap();
    let error = EditError::Illegal(Flaw::DateOutOfRange(too_late));
    refuses(&plan, Edit::Review(Some(too_late)), error);
    refuses(&plan, Edit::Start(Audience::Prospect, Some(too_late)), error);
    refuses(&plan, Edit::AddHoliday(Holiday { date: too_late, name: line("") }), error);
    refuses(&plan, Edit::Action(ActionId(2), ActionEdit::By(Some(too_late))), error);
    for limit in [FIRST_DAY, LAST_DAY] {
        assert!(plan.edited(Edit::Review(Some(limit))).is_ok());
    }
}

#[test]
fn a_plan_holds_only_so_many() {
    let people = Limit::People.max() - 2;
    let full = after(&small(), (0..people).map(|_| Edit::AddPerson(line("Clone"))));
    refuses(&full, Edit::AddPerson(line("One too many")), EditError::Illegal(Flaw::TooMany(Limit::People)));
    let full = after(&small(), (0..48).map(|_| Edit::AddAction(GoalId(1), line("more"))));
    let error = EditError::Illegal(Flaw::TooMany(Limit::Actions));
    refuses(&full, Edit::AddAction(GoalId(1), line("One too many")), error);
}

#[test]
fn ids_are_counted_through_the_whole_plan_and_near_their_end_what_is_free_is_used() {
    assert_eq!((Plan::blank().next_id(), small().next_id()), (1, 12));
    for highest in [Plan::MAX_ID, u32::MAX] {
        let mut parts = small().into_parts();
        parts.people[0].id = PersonId(highest);
        for step in [&mut parts.sequences.prospect.steps[1], &mut parts.sequences.customer.steps[0]] {
            step.who = None;
        }
        let plan = parts.checked().unwrap();
        assert_eq!(plan.next_id(), 12);
        let edits = [Edit::AddGoal(line("Late")), Edit::AddAction(GoalId(1), line("late"))];
        let later = after(
            &plan,
            edits.into_iter().chain([Edit::AddStep { audience: Audience::Prospect, before: None }]),
        );
        assert_eq!((later.goals.last().unwrap().id.0, later.highest_id()), (12, highest));
    }
}

#[test]
fn parts_are_checked_against_each_other() {
    let flaw = |change: fn(&mut PlanParts)| {
        let mut parts = small().into_parts();
        change(&mut parts);
        parts.checked().unwrap_err()
    };
    assert_eq!(flaw(|parts| parts.goals[0].id = GoalId(9)), Flaw::IdUsedTwice(9));
    assert_eq!(flaw(|parts| _ = parts.goals.remove(1)), Flaw::UnknownAction(StepId(11)));
    assert_eq!(flaw(|parts| parts.people.clear()), Flaw::UnknownPerson(StepId(10)));
    let twice = |parts: &mut PlanParts| parts.holidays = vec![Holiday { date: FIRST_DAY, name: line("") }; 2];
    assert_eq!(flaw(twice), Flaw::HolidaysUnordered);
}
