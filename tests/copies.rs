//! A changed copy comes back: what only the copy changed is taken, what both changed is asked, and what only the owner
//! changed stays.
//!
//! 256 cases a law; `PROPTEST_CASES` sets another number.

#![cfg(test)]

mod fixtures;

use std::slice;

use fixtures::edits::{edited, edits, plans};
use fixtures::{date, full_plan, line, outgoing};
use followthrough::exchange::{
    Arrived, BackAnswer, Difference, FileRequest, Format, InLink, Sent, Side, back_answer, back_cargo,
    compare_from, file_for, from_link, import_copy, import_json, in_link, write,
};
use followthrough::plan::{
    ActionEdit, Anchor, Audience, Channel, Closure, Delay, Edit, EventEdit, Fate, GoalEdit, Holiday, Plan,
    Prose, Responsible, Step, StepEdit, StepId, Unit, Window,
};
use followthrough::roster::Workspace;
use followthrough::store::{KnownText, MemoryStorage, PlanId, PlanStore, Stamp, State, TabId, TakenNumbers};
use followthrough::workshop::{History, example};
use proptest::collection::vec;
use proptest::prelude::*;

const TODAY: &str = "2026-12-10";

struct Answer {
    differences: Vec<Difference>,
    notes: Vec<String>,
    unfit: Vec<usize>,
    renumbered: Vec<(u32, u32)>,
    plan: Plan,
}

fn answer(answer: BackAnswer) -> Answer {
    match answer {
        BackAnswer::Differences { differences, notes, unfit, renumbered, plan } => {
            Answer { differences, notes, unfit, renumbered, plan: import_json(plan.as_bytes()).unwrap() }
        }
        other => panic!("{other:?}"),
    }
}

/// What was sent of a plan.
fn sent(plan: &Plan) -> Sent {
    Sent::compact(plan, date(TODAY), &[])
}

/// The copy as it comes back, changed by somebody who had taken it in.
fn returned(base: &Plan, theirs: &Plan) -> String {
    let arrived = Arrived::from(import_copy(sent(base).text.as_bytes()).unwrap());
    let kept = [arrived.sent(date(TODAY)).known];
    Sent::file(theirs, date(TODAY), &kept).text
}

/// The copy compared with the owner's plan; what stands at the places in `left` is not taken.
fn compared(base: &Plan, mine: &Plan, theirs: &Plan, left: &[usize]) -> Answer {
    let known = [sent(base).known];
    answer(compare_from(returned(base, theirs).as_bytes(), mine, &known, date(TODAY), left))
}

/// All places but those of changes that only the copy made.
fn asked(differences: &[Difference]) -> Vec<usize> {
    let places = differences.iter().enumerate();
    places.filter(|(_, it)| it.side != Side::Copy).map(|(at, _)| at).collect()
}

fn all(differences: &[Difference]) -> Vec<usize> {
    (0..differences.len()).collect()
}

fn plan() -> Plan {
    example(import_json(include_bytes!("../assets/example.json")).unwrap(), date("2026-11-23"))
}

fn first_step(plan: &Plan) -> StepId {
    plan.sequences.prospect.steps[0].id
}

fn what(plan: &Plan, text: &str) -> Plan {
    plan.edited(Edit::Step(first_step(plan), StepEdit::What(line(text)))).unwrap()
}

fn told(answer: &Answer) -> Vec<String> {
    let one =
        |it: &Difference| format!("{} | {} | {}: {} -> {}", it.group, it.place, it.what, it.before, it.after);
    answer.differences.iter().map(one).collect()
}

fn some_edits() -> impl Strategy<Value = Vec<Edit>> {
    vec(edits(), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn taking_nothing_leaves_the_plan_as_it_is(base in plans(), own in some_edits(), other in some_edits()) {
        let (mine, theirs) = (edited(base.clone(), own), edited(base.clone(), other));
        let first = compared(&base, &mine, &theirs, &[]);
        let nothing = compared(&base, &mine, &theirs, &all(&first.differences));
        prop_assert_eq!(nothing.plan, mine);
    }

    #[test]
    fn all_that_only_the_copy_changed_makes_the_copy(base in plans(), other in some_edits()) {
        let theirs = edited(base.clone(), other);
        let answer = compared(&base, &base, &theirs, &[]);
        prop_assert!(answer.differences.iter().all(|it| it.side == Side::Copy), "{:?}", answer.differences);
        prop_assert!(answer.unfit.is_empty());
        if !answer.differences.is_empty() {
            prop_assert_eq!(answer.plan, theirs);
        }
    }

    #[test]
    fn of_a_copy_that_left_without_names_nothing_is_told_as_the_owners(base in plans(), other in some_edits()) {
        let (link, back) = returned_unnamed(&base, |copy| edited(copy.clone(), other.clone()));
        let answer = answer(compare_from(back.as_bytes(), &base, &[link.known], date(TODAY), &[]));
        prop_assert_eq!(answer.notes, Vec::<String>::new());
        prop_assert!(answer.differences.iter().all(|it| it.side == Side::Copy), "{:?}", answer.differences);
        let kept = base.people.iter().all(|person| answer.plan.people.contains(person));
        prop_assert!(kept, "{:?}", answer.plan.people);
    }

    #[test]
    fn what_only_the_owner_changed_stays_whatever_is_taken(
        base in plans(),
        own in some_edits(),
        other in some_edits(),
        left in vec(0..40_usize, 0..12),
    ) {
        let (mine, theirs) = (edited(base.clone(), own), edited(base.clone(), other));
        let first = compared(&base, &mine, &theirs, &[]);
        let left: Vec<_> = left.into_iter().chain(asked(&first.differences)).collect();
        let taken = compared(&base, &mine, &theirs, &left).plan;
        // Seen from the base, the owner's changes are in it as they were.
        let ours = compared(&base, &taken, &mine, &[]);
        let lost: Vec<_> = ours.differences.iter().filter(|it| it.side == Side::Copy).collect();
        prop_assert!(lost.is_empty(), "{:?}", lost);
    }

    #[test]
    fn any_choice_makes_a_plan_and_the_order_of_ticking_does_not_matter(
        base in plans(),
        own in some_edits(),
        other in some_edits(),
        left in vec(0..20_usize, 0..12),
    ) {
        let (mine, theirs) = (edited(base.clone(), own), edited(base.clone(), other));
        let one = compared(&base, &mine, &theirs, &left);
        let other: Vec<_> = left.iter().rev().chain(&left).copied().collect();
        prop_assert_eq!(&one.plan.clone().into_parts().checked(), &Ok(one.plan.clone()));
        prop_assert_eq!(one.plan, compared(&base, &mine, &theirs, &other).plan);
    }

    #[test]
    fn what_is_ticked_at_first_goes_together(base in plans(), own in some_edits(), other in some_edits()) {
        let (mine, theirs) = (edited(base.clone(), own), edited(base.clone(), other));
        let first = compared(&base, &mine, &theirs, &[]);
        let ticked = compared(&base, &mine, &theirs, &asked(&first.differences));
        prop_assert!(ticked.unfit.is_empty(), "{:?} of {:?}", ticked.unfit, told(&first));
    }

    #[test]
    fn one_undo_brings_the_plan_back_byte_for_byte(base in plans(), own in some_edits(), other in some_edits()) {
        let (mine, theirs) = (edited(base.clone(), own), edited(base.clone(), other));
        let taken = compared(&base, &mine, &theirs, &[]).plan;
        let mut history = History::new(Workspace::new(mine.clone()));
        history.replace(history.present().with_plan(taken));
        history.undo();
        let now = sent(&history.present().plan).text;
        prop_assert_eq!(now, sent(&mine).text);
    }

    #[test]
    fn a_copy_that_nobody_changed_differs_in_nothing(base in plans(), own in some_edits()) {
        let mine = edited(base.clone(), own);
        let answer = compared(&base, &mine, &base, &[]);
        prop_assert_eq!(told(&answer), Vec::<String>::new());
    }
}

#[test]
fn each_change_is_told_where_it_belongs() {
    let base = plan();
    let goal = base.goals[0].id;
    let action = base.actions().next().unwrap().1.id;
    let theirs = [
        Edit::Name(line("Changed")),
        Edit::AddGoal(line("More guests")),
        Edit::Goal(goal, GoalEdit::Text(line("Other words"))),
        Edit::Action(action, ActionEdit::Result(line("12"))),
        Edit::Step(first_step(&base), StepEdit::What(line("Ring them"))),
        Edit::Start(Audience::Prospect, Some(date("2026-12-01"))),
        Edit::AddHoliday(Holiday { date: date("2027-03-05"), name: line("Fair") }),
    ];
    let answer = compared(&base, &base, &edited(base.clone(), theirs), &[]);
    let groups: Vec<_> = answer.differences.iter().map(|it| (it.group.as_str(), it.what.as_str())).collect();
    assert_eq!(
        groups,
        [
            ("The plan", "Name"),
            ("Goals", "Words"),
            ("Goals", "New goal"),
            ("Actions", "Result"),
            ("Prospect sequence", "What"),
            ("Dates", "Start"),
            ("Days off", "New day off"),
        ]
    );
    let step = &answer.differences[4];
    assert_eq!((step.place.as_str(), step.after.as_str()), ("Prospect sequence, step 1", "Ring them"));
    assert_eq!(answer.differences[6].after, "Fri 5 Mar 2027: Fair");
    assert!(answer.notes.is_empty(), "{:?}", answer.notes);
}

#[test]
fn what_both_changed_is_asked_with_both_and_what_only_the_owner_changed_is_counted() {
    let base = plan();
    let mine = what(&base, "Call them").edited(Edit::Name(line("Mine"))).unwrap();
    let theirs = what(&base, "Write to them").edited(Edit::Business(line("Theirs"))).unwrap();
    let answer = compared(&base, &mine, &theirs, &[]);
    let sides: Vec<_> = answer.differences.iter().map(|it| (it.side, &*it.before, &*it.after)).collect();
    let business = base.business.to_string();
    assert_eq!(sides, [(Side::Copy, &*business, "Theirs"), (Side::Both, "Call them", "Write to them")]);
    assert_eq!(answer.notes, ["One thing that only you changed stays as you have it."]);
    // Ticked, the copy's stands.
    assert_eq!(answer.plan, what(&mine, "Write to them").edited(Edit::Business(line("Theirs"))).unwrap());
}

#[test]
fn where_nobody_knows_the_version_both_came_from_nothing_is_claimed() {
    let base = plan();
    let theirs = what(&base, "Write to them");
    let answer = answer(compare_from(returned(&base, &theirs).as_bytes(), &base, &[], date(TODAY), &[]));
    assert_eq!(answer.differences.iter().map(|it| it.side).collect::<Vec<_>>(), [Side::Unknown]);
    assert!(answer.notes[0].starts_with("Which version this copy was made from is not known here."));
}

#[test]
fn a_step_that_the_copy_removed_and_the_owner_marked_is_asked_about_and_takes_its_mark_along() {
    let base = plan();
    let step = base.sequences.prospect.steps.last().unwrap().id;
    let theirs = base.edited(Edit::Step(step, StepEdit::Remove)).unwrap();
    let mine = base.edited(Edit::Mark(step, date("2026-12-09"), Fate::Skipped)).unwrap();
    let asked = compared(&base, &mine, &theirs, &[]);
    assert_eq!(asked.differences.len(), 1, "{:?}", told(&asked));
    assert_eq!((asked.differences[0].side, &*asked.differences[0].what), (Side::Both, "Removed"));
    assert_eq!(asked.plan, theirs);
    assert_eq!(compared(&base, &mine, &theirs, &[0]).plan, mine);
}

#[test]
fn what_needs_something_that_is_left_is_not_taken_and_named() {
    let base = plan();
    let goal = base.goals[0].id;
    let with_action = base.edited(Edit::AddAction(goal, line("a card"))).unwrap();
    let action = with_action.goal(goal).unwrap().actions.last().unwrap().id;
    let theirs = with_action.edited(Edit::Step(first_step(&base), StepEdit::Action(Some(action)))).unwrap();
    let all = compared(&base, &base, &theirs, &[]);
    let what: Vec<_> = all.differences.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(what, ["New action", "Action"]);
    let without = compared(&base, &base, &theirs, &[0]);
    assert_eq!((without.unfit, without.plan), (vec![1], base));
}

#[test]
fn what_both_added_under_one_number_is_there_twice() {
    let base = plan();
    let added = |text: &str| {
        let id = StepId(base.next_id());
        let step = Step { what: line(text), ..Step::new(id) };
        let steps = vec![step];
        base.edited(Edit::InsertSteps { audience: Audience::Customer, before: None, steps }).unwrap()
    };
    let answer = compared(&base, &added("Mine"), &added("Theirs"), &[]);
    assert_eq!(answer.differences.len(), 1, "{:?}", told(&answer));
    assert_eq!(answer.differences[0].side, Side::Copy);
    let last: Vec<_> =
        answer.plan.sequences.customer.steps.iter().rev().take(2).map(|it| it.what.to_string()).collect();
    assert!(last.contains(&"Mine".to_owned()) && last.contains(&"Theirs".to_owned()), "{last:?}");
}

#[test]
fn a_copy_of_a_copy_still_names_the_version_the_owner_knows() {
    let base = plan();
    let second = what(&base, "Second hand");
    // Handed on once more, and changed there.
    let handed_on = returned(&base, &second);
    let arrived = Arrived::from(import_copy(handed_on.as_bytes()).unwrap());
    let third = second.edited(Edit::Business(line("Third hand"))).unwrap();
    let back = Sent::file(&third, date(TODAY), &[arrived.sent(date(TODAY)).known]).text;
    let answer = answer(compare_from(back.as_bytes(), &base, &[sent(&base).known], date(TODAY), &[]));
    assert!(answer.differences.iter().all(|it| it.side == Side::Copy));
    assert_eq!(answer.plan, third);
}

#[test]
fn a_file_changed_by_hand_is_still_compared_with_the_version_it_names() {
    let base = plan();
    let text = sent(&base).text;
    let (old, new) = (base.business.to_string(), "By hand");
    let changed = text.replacen(&format!("\"{old}\""), &format!("\"{new}\""), 1);
    assert_ne!(text, changed);
    let mine = what(&base, "Meanwhile");
    let answer = answer(compare_from(changed.as_bytes(), &mine, &[sent(&base).known], date(TODAY), &[]));
    assert_eq!(answer.plan, mine.edited(Edit::Business(line(new))).unwrap());
    // Taken in elsewhere, it goes by a name of its own.
    let arrived = Arrived::from(import_copy(changed.as_bytes()).unwrap());
    assert_eq!(arrived.descent, [Stamp::of(&arrived.whole.plan), Stamp::of(&base)]);
}

/// The copy of a plan that left in a link without names, changed and sent back likewise.
fn returned_unnamed(base: &Plan, change: impl Fn(&Plan) -> Plan) -> (Sent, String) {
    let link = in_link(&Workspace::new(base.clone()), InLink::default(), date(TODAY), &[]).unwrap();
    let arrived = from_link(link.text.as_bytes()).unwrap();
    let kept = [arrived.sent(date(TODAY)).known];
    let theirs = Workspace::new(change(&arrived.whole.plan));
    let wanted = InLink { names: true, ..InLink::default() };
    let back = in_link(&theirs, wanted, date(TODAY), &kept).unwrap();
    (link, back.text)
}

/// A plan in which Ann does the first step, and is away for a while.
fn with_ann() -> Plan {
    let base = plan().edited(Edit::AddPerson(line("Ann"))).unwrap();
    let ann = base.people.last().unwrap().id;
    let give = Edit::Step(first_step(&base), StepEdit::Who(Some(Responsible::Person(ann))));
    let away =
        Closure { first: date("2026-12-21"), last: date("2027-01-08"), name: line("Skiing"), who: Some(ann) };
    edited(base, vec![give, Edit::AddClosure(away)])
}

#[test]
fn a_link_without_names_brings_back_what_was_changed_and_no_name_is_lost() {
    let base = with_ann();
    let (link, back) = returned_unnamed(&base, |copy| {
        assert!(copy.people.is_empty() && copy.closures.is_empty());
        what(copy, "Write to them")
    });
    assert!(!link.text.contains("Ann") && !link.text.contains("Skiing"));
    let answer = answer(compare_from(back.as_bytes(), &base, &[link.known], date(TODAY), &[]));
    assert_eq!(answer.plan, what(&base, "Write to them"));
    assert_eq!(told(&answer).len(), 1, "{:?}", told(&answer));
    assert_eq!(answer.notes, [] as [&str; 0], "nothing is told as changed by the owner");
}

#[test]
fn somebody_new_in_a_copy_without_names_is_nobody_of_those_who_were_left_out() {
    let base = with_ann();
    let (link, back) = returned_unnamed(&base, |copy| {
        let copy = copy.edited(Edit::AddPerson(line("Sarah"))).unwrap();
        let sarah = copy.people.last().unwrap().id;
        let last = copy.sequences.prospect.steps.last().unwrap().id;
        copy.edited(Edit::Step(last, StepEdit::Who(Some(Responsible::Person(sarah))))).unwrap()
    });
    let mine = what(&base, "Meanwhile");
    let answer = answer(compare_from(back.as_bytes(), &mine, &[link.known], date(TODAY), &[]));
    assert!(answer.differences.iter().all(|it| it.side == Side::Copy), "{:?}", told(&answer));
    let names: Vec<_> = answer.plan.people.iter().map(|person| person.name.to_string()).collect();
    let before = mine.people.iter().map(|person| person.name.to_string());
    assert_eq!(names, before.chain(["Sarah".to_owned()]).collect::<Vec<_>>());
    let who = |step: &Step| match step.who {
        Some(Responsible::Person(id)) => answer.plan.person(id).map(|it| it.name.to_string()),
        _ => None,
    };
    let steps = &answer.plan.sequences.prospect.steps;
    assert_eq!((who(&steps[0]), who(steps.last().unwrap())), (Some("Ann".into()), Some("Sarah".into())));
    assert_eq!(answer.plan.closures, mine.closures);
}

#[test]
fn a_copy_that_was_taken_brings_nothing_new_a_second_time() {
    let base = plan();
    let other = [
        Edit::AddGoal(line("More guests")),
        Edit::AddStep { audience: Audience::Prospect, before: Some(first_step(&base)) },
    ];
    let theirs = edited(base.clone(), other);
    let new = theirs.sequences.prospect.steps[0].id;
    let theirs = theirs.edited(Edit::Step(new, StepEdit::What(line("Send a card")))).unwrap();
    // The same numbers are taken by something else.
    let own = [Edit::AddGoal(line("Fewer letters")), Edit::AddGoal(line("Better letters"))];
    let mine = edited(base.clone(), own);
    let taken = compared(&base, &mine, &theirs, &[]).plan;
    assert_eq!(taken.goals.len(), mine.goals.len() + 1);
    assert_eq!(taken.steps().count(), mine.steps().count() + 1);
    let again = compared(&base, &taken, &theirs, &[]);
    assert_eq!(told(&again), Vec::<String>::new());
    // And what is changed in it later is a change of what was taken.
    let later = theirs.edited(Edit::Step(new, StepEdit::Channel(Some(Channel::Letter)))).unwrap();
    let changed = compared(&base, &taken, &later, &[]);
    assert_eq!(changed.plan.steps().count(), taken.steps().count(), "{:?}", told(&changed));
}

/// A plan to which the owner added goals, and a copy to which somebody added a step in front: both took the same numbers.
fn added_on_both_sides() -> (Plan, Plan, Plan, StepId) {
    let base = plan();
    let add = Edit::AddStep { audience: Audience::Prospect, before: Some(first_step(&base)) };
    let theirs = base.edited(add).unwrap();
    let new = theirs.sequences.prospect.steps[0].id;
    let theirs = theirs.edited(Edit::Step(new, StepEdit::What(line("Send a card")))).unwrap();
    let mine = edited(base.clone(), ["Fewer letters", "Better letters"].map(|it| Edit::AddGoal(line(it))));
    (base, mine, theirs, new)
}

#[test]
fn what_was_taken_under_another_number_is_known_again_though_the_copy_calls_it_otherwise() {
    let (base, mine, theirs, new) = added_on_both_sides();
    let first = returned(&base, &theirs);
    let known = sent(&base).known;
    let first_taken =
        answer(compare_from(first.as_bytes(), &mine, slice::from_ref(&known), date(TODAY), &[]));
    let [(there, here)] = *first_taken.renumbered else { panic!("{:?}", first_taken.renumbered) };
    assert_eq!(there, new.0);
    assert_eq!(first_taken.plan.step(StepId(here)).unwrap().what, line("Send a card"));
    let copy = Arrived::from(import_copy(first.as_bytes()).unwrap());
    let taken = TakenNumbers { copy: copy.descent[0], numbers: first_taken.renumbered };

    // Whoever has the copy goes on with it.
    let later = theirs.edited(Edit::Step(new, StepEdit::What(line("Send a postcard")))).unwrap();
    let before = [sent(&theirs).known, copy.sent(date(TODAY)).known];
    let back = Sent::file(&later, date(TODAY), &before).text;
    let mine = first_taken.plan;
    let known = [taken.write(), known];
    let second = answer(compare_from(back.as_bytes(), &mine, &known, date(TODAY), &[]));
    assert_eq!(second.plan.steps().count(), mine.steps().count(), "{:?}", told(&second));
    let step = &second.plan.sequences.prospect.steps[0];
    assert_eq!((step.id, step.what.as_str()), (StepId(here), "Send a postcard"));
    assert_eq!(told(&second).len(), 1, "{:?}", told(&second));

    // What is here under that number by now may be something else, or nothing.
    let gone = mine.edited(Edit::Step(StepId(here), StepEdit::Remove)).unwrap();
    let again = answer(compare_from(back.as_bytes(), &gone, &known, date(TODAY), &[]));
    assert_eq!(again.plan.steps().count(), gone.steps().count() + 1, "{:?}", told(&again));
    // What is left is noted under no number.
    let all = all(&second.differences);
    let left =
        answer(compare_from(first.as_bytes(), &added_on_both_sides().1, &known[1..], date(TODAY), &all));
    assert_eq!(left.renumbered, []);
}

#[test]
fn a_wait_in_a_copy_is_told_with_the_numbers_of_the_owner() {
    let base = plan();
    let steps = &base.sequences.prospect.steps;
    let (second, third, fourth) = (steps[1].id, steps[2].id, steps[3].id);
    let wait = |plan: &Plan, step: StepId, from: StepId| {
        let delay = Delay::after(4, Unit::WorkingDays, Anchor::Step(from)).unwrap();
        plan.edited(Edit::Step(step, StepEdit::Timing(delay, Window::default()))).unwrap()
    };
    let mine = base.edited(Edit::AddStep { audience: Audience::Prospect, before: Some(second) }).unwrap();
    let answer = compared(&base, &mine, &wait(&base, fourth, third), &[]);
    assert_eq!(told(&answer).len(), 1, "{:?}", told(&answer));
    // The step that the copy calls its third is the owner's fourth.
    let difference = &answer.differences[0];
    assert_eq!((&*difference.place, &*difference.what), ("Prospect sequence, step 5", "When"));
    assert_eq!(difference.after, "4 working days after step 4");

    // One that only the copy has is told with its number there.
    let theirs = base.edited(Edit::AddStep { audience: Audience::Prospect, before: Some(second) }).unwrap();
    let new = theirs.sequences.prospect.steps[1].id;
    let answer = compared(&base, &base, &wait(&theirs, fourth, new), &[]);
    let after: Vec<_> = answer.differences.iter().map(|it| (&*it.place, &*it.after)).collect();
    assert!(
        after.contains(&("Prospect sequence, step 4", "4 working days after step 2 of the copy")),
        "{after:?}"
    );
    assert!(after.iter().any(|(place, _)| *place == "Prospect sequence, step 2 of the copy"), "{after:?}");
}

#[test]
fn a_step_that_the_owner_removed_and_the_copy_changed_is_told_as_that_and_asked() {
    let base = plan();
    let step = base.sequences.prospect.steps.last().unwrap().id;
    let mine = base.edited(Edit::Step(step, StepEdit::Remove)).unwrap();
    let theirs = base.edited(Edit::Step(step, StepEdit::What(line("Ring once more")))).unwrap();
    let asked = compared(&base, &mine, &theirs, &[]);
    let [difference] = &*asked.differences else { panic!("{:?}", told(&asked)) };
    assert_eq!(difference.side, Side::Both);
    assert_eq!(difference.what, "Removed by you, changed in the copy");
    assert_eq!((&*difference.before, &*difference.after), ("gone", "Ring once more"));
    assert!(difference.place.ends_with("of the copy"), "{}", difference.place);
    assert_eq!(compared(&base, &mine, &theirs, &[0]).plan, mine);
    assert!(asked.plan.step(step).is_some());
    // Also one that stands in the other sequence of the copy by now.
    let moved = base.edited(Edit::Step(step, StepEdit::Before(Audience::Customer, None))).unwrap();
    let asked = compared(&base, &mine, &moved, &[]);
    let is_new = |it: &Difference| it.what == "New step" || it.side == Side::Copy;
    assert!(!asked.differences.iter().any(is_new), "{:?}", told(&asked));
    // A step of the copy's own is new as ever.
    let new = compared(&base, &base, &added_on_both_sides().2, &[]);
    assert_eq!((&*new.differences[0].what, new.differences[0].side), ("New step", Side::Copy));
}

#[test]
fn the_plan_that_a_copy_is_of_is_found_also_in_the_bin() {
    let plan_store = PlanStore::new(MemoryStorage::default(), TabId::parse("tab").unwrap());
    let id = |name: &str| PlanId::parse(name).unwrap();
    let keep = |name: &str, plan: &Plan, state: State| plan_store.save(&id(name), plan, state, None).unwrap();
    let base = plan();
    let arrived = Arrived::from(import_copy(returned(&base, &what(&base, "Write")).as_bytes()).unwrap());
    let found = |known: Option<&str>, open: Option<&str>| {
        let contents = plan_store.contents().unwrap();
        let (known, open) = (known.map(id), open.map(id));
        let original = arrived.original(&contents.plans, known.as_ref(), open.as_ref())?;
        Some((original.id.to_string(), original.stored.state.is_binned(), original.others))
    };
    assert_eq!(found(None, None), None);
    keep("a-removed", &base, State::Binned(date(TODAY)));
    keep("other", &base.edited(Edit::Name(line("Other"))).unwrap(), State::Open);
    assert_eq!(found(None, Some("other")), Some(("a-removed".to_owned(), true, 0)));
    // One that is not removed comes first, the open one before it; others like it are counted.
    keep("b-kept", &base, State::Open);
    assert_eq!(found(None, None), Some(("b-kept".to_owned(), false, 0)));
    keep("c-open", &base, State::Archived);
    assert_eq!(found(None, Some("c-open")), Some(("c-open".to_owned(), false, 1)));
    // Where a version of it is known, it is of that plan and no other, whatever that is called.
    assert_eq!(found(Some("other"), Some("b-kept")), Some(("other".to_owned(), false, 0)));
    assert_eq!(found(Some("a-removed"), Some("b-kept")), Some(("a-removed".to_owned(), true, 0)));
    assert_eq!(found(Some("gone"), Some("b-kept")), None);
}

#[test]
fn what_is_named_costs_a_link_little() {
    let plan = plan();
    let kept: Vec<_> = (0..40)
        .map(|at| KnownText { descent: vec![Stamp::parse(&format!("{at:016x}")).unwrap()], file: "" }.write())
        .collect();
    let more = Sent::compact(&plan, date(TODAY), &kept).text.len() - sent(&plan).text.len();
    assert!(more < 320, "{more} bytes");
}

#[test]
fn the_worker_is_asked_and_answers_with_the_same() {
    let base = plan();
    let mine = what(&base, "Call them");
    let theirs = what(&base, "Write to them").edited(Edit::Name(line("Two\nlines\tand more"))).unwrap();
    let back = returned(&base, &theirs);
    let known = ["no version at all".to_owned(), sent(&base).known];
    let cargo = back_cargo(&mine, &known, date(TODAY), back.as_bytes());
    for left in [vec![], vec![0], vec![0, 1]] {
        let request = FileRequest::Back { today: date(TODAY), left: left.clone() }.to_text();
        let written = file_for(&request, &cargo).unwrap();
        let file = String::from_utf8(written.bytes).unwrap();
        let answer = back_answer(&written.notes.join("\n"), file);
        let direct = compare_from(back.as_bytes(), &mine, &known, date(TODAY), &left);
        assert_eq!(answer, Some(direct));
    }
}

fn spreadsheet(plan: &Plan) -> Vec<u8> {
    write(Format::Spreadsheet, &outgoing(plan, TODAY)).bytes
}

#[test]
fn a_spreadsheet_that_is_merely_older_says_nothing_else() {
    let base = plan();
    let sheet = spreadsheet(&base);
    let event =
        base.events.first().map(|event| Edit::Event(event.id, EventEdit::Date(Some(date("2027-05-05")))));
    let own = [
        Edit::Step(first_step(&base), StepEdit::What(line("Call them"))),
        Edit::Step(first_step(&base), StepEdit::Notes(Prose::parse("New words").unwrap())),
        Edit::AddStep { audience: Audience::Prospect, before: Some(first_step(&base)) },
        Edit::Mark(first_step(&base), date("2026-12-09"), Fate::Done(None)),
        Edit::AddHoliday(Holiday { date: date("2027-03-05"), name: line("Fair") }),
    ];
    let mine = edited(base.clone(), own.into_iter().chain(event));
    let known = [sent(&base).known];
    let with_base = answer(compare_from(&sheet, &mine, &known, date(TODAY), &[]));
    assert_eq!(told(&with_base), Vec::<String>::new());
    assert!(with_base.notes.iter().any(|note| note.contains("only you changed")), "{:?}", with_base.notes);
    // Nobody would know without it.
    let without = answer(compare_from(&sheet, &mine, &[], date(TODAY), &[]));
    assert!(without.differences.len() > 3, "{:?}", told(&without));
}

#[test]
fn any_full_plan_goes_out_as_a_spreadsheet_and_comes_back_as_the_version_it_was() {
    let base = full_plan();
    let mine = base.edited(Edit::Business(line("Later"))).unwrap();
    let answer = answer(compare_from(&spreadsheet(&base), &mine, &[sent(&base).known], date(TODAY), &[]));
    assert_eq!((told(&answer), answer.plan), (Vec::new(), mine));
}
