//! What would move, how much fits, and when somebody can start.

#![cfg(test)]

#[path = "fixtures/people.rs"]
mod people;

use followthrough::agenda::{
    Capacity, Forecasts, Intake, Limits, Overrun, Preview, Room, Shift, Whose, day_minutes, in_time, intake,
    load, room, stagger,
};
use followthrough::plan::{Channel, Edit, Fate, Holiday, Line, StepEdit, StepId, Window};
use followthrough::plan::{Span, Unit};
use followthrough::roster::{
    ContactEdit, ContactId, Cover, EnrolmentEdit, Exit, NewContact, PersonEdit, RosterEdit, Spread,
    Workspace, WorkspaceEdit,
};
use followthrough::timeline::{Frame, MarkState, Scene, Timeline};
use people::*;

fn preview(before: &Workspace, after: &Workspace, today: &str) -> Preview {
    let before = Forecasts::of(before, date(today));
    let after = before.after(after, date(today));
    Preview::of(&before, &after)
}

fn shifts(preview: &Preview) -> Vec<(i64, usize)> {
    preview.shifts.iter().map(|Shift { by, steps }| (by.0, *steps)).collect()
}

fn holiday(day: &str) -> Edit {
    Edit::AddHoliday(Holiday { date: date(day), name: Line::default() })
}

#[test]
fn a_holiday_shows_whom_it_moves_and_by_how_much() {
    let workspace = with(&[prospect("Ali", "2026-10-01"), prospect("Bo", "2026-10-12")]);
    let after = planned(&workspace, holiday("2026-10-05"));
    let found = preview(&workspace, &after, "2026-10-01");
    // Ali's call goes from Monday to Tuesday; counted by the days that are worked by then it is no day later.
    assert_eq!((found.contacts, found.moved(), found.added, found.dropped), (1, 2, 0, 0));
    assert_eq!(shifts(&found), [(1, 2)]);
    assert_eq!(found.steps, [(PROSPECT, StepId(4), 1), (PROSPECT, StepId(5), 1)]);
    assert_eq!((found.last_before, found.last_after), (Some(date("2026-10-12")), Some(date("2026-10-13"))));
    assert!(preview(&workspace, &workspace, "2026-10-01").is_empty());
}

#[test]
fn what_is_done_is_in_no_preview() {
    let workspace = done(&with(&[prospect("Ali", "2026-10-01")]), 1, 3, "2026-10-05");
    let found = preview(&workspace, &planned(&workspace, holiday("2026-10-05")), "2026-10-05");
    assert_eq!(found.moved(), 0, "the call is counted from the day it was done");
    let longer = Edit::Step(StepId(3), StepEdit::Delay(working_days(9)));
    assert!(preview(&workspace, &planned(&workspace, longer), "2026-10-05").is_empty());
}

#[test]
fn a_mark_shows_what_it_brings_forward_and_what_is_no_longer_to_be_done() {
    let workspace = with(&[prospect("Ali", "2026-10-05")]);
    let early = done(&workspace, 1, 3, "2026-10-01");
    let found = preview(&workspace, &early, "2026-10-01");
    assert_eq!((shifts(&found), found.dropped), (vec![(-2, 2)], 0));
    let left = on_prospects(&workspace, 1, EnrolmentEdit::Mark(StepId(4), date("2026-10-05"), Fate::Skipped));
    assert_eq!(preview(&workspace, &left, "2026-10-01").dropped, 0, "it is over, and that was said");
    let removed = planned(&workspace, Edit::Step(StepId(4), StepEdit::Remove));
    assert_eq!(preview(&workspace, &removed, "2026-10-01").dropped, 1);
    let copied = planned(&workspace, Edit::Step(StepId(5), StepEdit::Copy));
    assert_eq!(preview(&workspace, &copied, "2026-10-01").added, 1);
}

#[test]
fn what_goes_on_hold_waits_and_what_goes_on_is_to_be_done_again() {
    let workspace = with(&[prospect("Ali", "2026-10-01")]);
    let told = |found: &Preview| (found.held, found.taken_up, found.added, found.dropped, found.moved());
    let held = on_prospects(&workspace, 1, EnrolmentEdit::Pause(date("2026-10-01")));
    let found = preview(&workspace, &held, "2026-10-01");
    assert_eq!((told(&found), found.last_after), ((3, 0, 0, 0, 0), None));
    let resumed = on_prospects(&held, 1, EnrolmentEdit::Resume(date("2026-10-05")));
    let found = preview(&held, &resumed, "2026-10-05");
    assert_eq!(told(&found), (0, 3, 0, 0, 0));
    assert_eq!((found.taken_up_from, found.last_after), (Some(date("2026-10-05")), Some(date("2026-10-14"))));
    let ended = on_prospects(&workspace, 1, EnrolmentEdit::End(date("2026-10-02"), Exit::Lost));
    assert_eq!(told(&preview(&workspace, &ended, "2026-10-02")), (0, 0, 0, 3, 0));
    let reopened = on_prospects(&ended, 1, EnrolmentEdit::Reopen(date("2026-10-02")));
    let found = preview(&ended, &reopened, "2026-10-02");
    assert_eq!((told(&found), found.taken_up_from), ((0, 3, 0, 0, 0), Some(date("2026-10-02"))));
    let later = on_prospects(&ended, 1, EnrolmentEdit::Reopen(date("2026-10-20")));
    let found = preview(&ended, &later, "2026-10-20");
    assert_eq!((told(&found), found.taken_up_from), ((0, 3, 0, 0, 0), Some(date("2026-10-20"))));
}

#[test]
fn steps_that_meet_on_one_day_are_told() {
    let workspace = with(&[prospect("Ali", "2026-10-01")]);
    let together = planned(&workspace, Edit::Step(StepId(4), StepEdit::Delay(working_days(0))));
    let found = preview(&workspace, &together, "2026-10-01");
    let crowds: Vec<_> = found.crowds.iter().map(|crowd| (crowd.contact.0, crowd.day, crowd.steps)).collect();
    assert_eq!(crowds, [(1, date("2026-10-01"), 2)]);
    let inside = planned(&together, Edit::Step(StepId(4), StepEdit::Channel(Some(Channel::Internal))));
    let before = planned(&workspace, Edit::Step(StepId(4), StepEdit::Channel(Some(Channel::Internal))));
    assert_eq!(preview(&before, &inside, "2026-10-01").crowds, [], "the contact notices one of them");
}

#[test]
fn limits_that_are_passed_are_told() {
    let latest = Span::new(8, Unit::CalendarDays);
    let window = StepEdit::Window(Window { latest, ..Window::default() });
    let workspace = planned(&with(&[prospect("Ali", "2026-10-01")]), Edit::Step(StepId(4), window));
    let away = away(&workspace, ANN, "2026-10-02", "2026-10-09", Cover::Shift);
    let found = preview(&workspace, &away, "2026-10-01");
    assert_eq!(found.overruns, [Overrun::TooLate(ContactId(1), StepId(4))]);
    // A call and a call on the next day: the usual limit is a week.
    let call = Edit::Step(StepId(5), StepEdit::Channel(Some(Channel::Phone)));
    let calls = planned(&with(&[prospect("Ali", "2026-10-01")]), call);
    let sooner = planned(&calls, Edit::Step(StepId(5), StepEdit::Delay(working_days(1))));
    let found = preview(&calls, &sooner, "2026-10-01");
    assert_eq!(found.overruns, [Overrun::TooSoon(ContactId(1), StepId(5), Channel::Phone)]);
}

fn with_hours(workspace: &Workspace, minutes: u16) -> Workspace {
    roster(workspace, RosterEdit::Person(ANN, PersonEdit::MinutesAWeek(Some(minutes))))
}

#[test]
fn work_is_told_by_day_and_week_beside_what_fits() {
    let people = ["Ali", "Bo", "Cy"].map(|name| prospect(name, "2026-10-05"));
    let workspace = with_hours(&with(&people), 50);
    let forecasts = Forecasts::of(&workspace, date("2026-10-05"));
    let found = load(&forecasts, date("2026-12-31"));
    assert_eq!(found.people(), [person(ANN)]);
    assert_eq!(found.minutes(person(ANN), date("2026-10-05")), 15, "three e-mails");
    assert_eq!(found.calls(person(ANN), date("2026-10-07")), 3);
    assert_eq!(found.steps(date("2026-10-07")), 3);
    let weeks = Capacity::weeks(&forecasts, &found, ANN, 2);
    let told: Vec<_> = weeks.iter().map(|week| (week.minutes, week.limit, week.is_over())).collect();
    assert_eq!(told, [(60, Some(50), true), (60, Some(50), true)]);
    assert_eq!(day_minutes(&forecasts, ANN, date("2026-10-05")), Some(10));
    assert_eq!(day_minutes(&forecasts, ANN, date("2026-10-10")), Some(0));
    assert_eq!(day_minutes(&forecasts, BEN, date("2026-10-05")), None);
    let short = planned(&workspace, holiday("2026-10-15"));
    let forecasts = Forecasts::of(&short, date("2026-10-05"));
    let weeks = Capacity::weeks(&forecasts, &load(&forecasts, date("2026-12-31")), ANN, 2);
    assert_eq!(weeks[1].limit, Some(40), "a week with a holiday has a day less");
}

#[test]
fn a_day_that_gets_more_than_fits_is_told() {
    let workspace = with_hours(&with(&[prospect("Ali", "2026-10-05"), prospect("Bo", "2026-10-06")]), 100);
    let found = preview(&workspace, &planned(&workspace, holiday("2026-10-06")), "2026-10-01");
    let told: Vec<_> = found.overloads.iter().map(|it| (it.day, it.before, it.after, it.limit)).collect();
    // Both are called on one Thursday, and get their letters on the next.
    assert_eq!(told, [(date("2026-10-08"), 15, 30, 20), (date("2026-10-15"), 20, 40, 20)]);
}

#[test]
fn so_many_new_contacts_a_week_fit() {
    // Each takes 5 minutes on the first day, 15 two days later, 20 in the week after: 40 a week when all are under way.
    let forecasts =
        |minutes| Forecasts::of(&with_hours(&Workspace::new(plan()), minutes), date("2026-10-05"));
    let found = intake(&forecasts(400), PROSPECT, &[ANN], 8);
    assert_eq!(found.a_week, Some(10));
    let bound = found.bound.unwrap();
    assert_eq!((bound.person, bound.week, bound.each, bound.taken), (ANN, date("2026-10-12"), 40, 0));
    assert_eq!(intake(&forecasts(399), PROSPECT, &[ANN], 8).a_week, Some(9));
    assert_eq!(intake(&forecasts(10), PROSPECT, &[ANN], 8).a_week, Some(0));
    let shared = intake(&forecasts(400), PROSPECT, &[ANN, BEN], 8);
    assert_eq!(shared.a_week, Some(20), "Ben takes every other one, and has no limit");
    assert_eq!(intake(&forecasts(400), PROSPECT, &[BEN], 8), Intake { a_week: None, bound: None });
    let busy = with_hours(&with(&vec![prospect("Ali", "2026-10-12"); 5]), 400);
    let found = intake(&Forecasts::of(&busy, date("2026-10-05")), PROSPECT, &[ANN], 8);
    assert_eq!(found.a_week, Some(7), "5 times 20 minutes are taken in the second week");
}

#[test]
fn so_many_new_contacts_really_fit_and_one_more_does_not() {
    let workspace = with_hours(&with(&[prospect("Ali", "2026-10-07"), prospect("Bo", "2026-10-14")]), 333);
    let found = intake(&Forecasts::of(&workspace, date("2026-10-05")), PROSPECT, &[ANN], 6);
    let is_over = |a_week: u32| {
        let starts = (0..6).map(|week| date("2026-10-05") + chrono::TimeDelta::days(week * 7));
        let new = starts.flat_map(|start| vec![prospect("New", &start.to_string()); a_week as usize]);
        let taken = roster(&workspace, RosterEdit::Add(new.collect()));
        let forecasts = Forecasts::of(&taken, date("2026-10-05"));
        let weeks = Capacity::weeks(&forecasts, &load(&forecasts, date("2026-12-31")), ANN, 6);
        weeks.into_iter().any(Capacity::is_over)
    };
    let a_week = found.a_week.unwrap();
    assert!(!is_over(a_week) && is_over(a_week + 1), "{a_week}");
}

#[test]
fn starts_are_spread_so_that_no_day_has_too_many_calls() {
    let forecasts = Forecasts::of(&Workspace::new(plan()), date("2026-10-01"));
    let limits = Limits { calls_a_day: Some(2) };
    let found = stagger(&forecasts, PROSPECT, &vec![(Some(ANN), None); 5], date("2026-10-01"), limits);
    let starts: Vec<_> = found.starts.iter().map(|start| start.unwrap().to_string()).collect();
    assert_eq!(starts, ["2026-10-01", "2026-10-01", "2026-10-02", "2026-10-02", "2026-10-05"]);
    assert_eq!((found.last(), found.left_out()), (Some(date("2026-10-05")), 0));
}

#[test]
fn starts_are_spread_so_that_no_day_has_more_minutes_than_fit() {
    // 20 minutes a day: one letter, or one call and an e-mail.
    let workspace = with_hours(&with(&[prospect("Ali", "2026-10-05")]), 100);
    let forecasts = Forecasts::of(&workspace, date("2026-10-05"));
    let contacts = vec![(Some(ANN), None); 12];
    let found = stagger(&forecasts, PROSPECT, &contacts, date("2026-10-05"), Limits::default());
    let new = found.starts.iter().map(|start| prospect("New", &start.unwrap().to_string()));
    let taken = roster(&workspace, RosterEdit::Add(new.collect()));
    let forecasts = Forecasts::of(&taken, date("2026-10-05"));
    let load = load(&forecasts, date("2027-12-31"));
    for day in date("2026-10-05").iter_days().take(200) {
        let fits = day_minutes(&forecasts, ANN, day).unwrap();
        assert!(load.minutes(person(ANN), day) <= fits, "{day}: {}", load.minutes(person(ANN), day));
    }
    let nobody = with_hours(&Workspace::new(plan()), 10);
    let forecasts = Forecasts::of(&nobody, date("2026-10-05"));
    let found = stagger(&forecasts, PROSPECT, &contacts[..1], date("2026-10-05"), Limits::default());
    assert_eq!((found.left_out(), found.last()), (1, None), "a letter takes longer than any week has");
}

#[test]
fn a_step_that_takes_longer_than_a_share_of_the_week_fills_a_day() {
    // 9 minutes a day; a letter takes 20 of the 45 that a week has, so that two of them fit into it, on days of their own.
    let forecasts = Forecasts::of(&with_hours(&Workspace::new(plan()), 45), date("2026-10-05"));
    let contacts = vec![(Some(ANN), None); 4];
    let found = stagger(&forecasts, PROSPECT, &contacts, date("2026-10-05"), Limits::default());
    assert_eq!(found.left_out(), 0);
    let new: Vec<_> = found.starts.iter().map(|start| prospect("New", &start.unwrap().to_string())).collect();
    let taken = roster(&with_hours(&Workspace::new(plan()), 45), RosterEdit::Add(new));
    let forecasts = Forecasts::of(&taken, date("2026-10-05"));
    let load = load(&forecasts, date("2027-12-31"));
    for day in date("2026-10-05").iter_days().take(200) {
        assert!(load.minutes(person(ANN), day) <= 20, "{day}: {}", load.minutes(person(ANN), day));
    }
    assert!(Capacity::weeks(&forecasts, &load, ANN, 20).into_iter().all(|week| !week.is_over()));
}

#[test]
fn room_for_new_contacts_follows_who_looks_after_them() {
    let room_in =
        |workspace: &Workspace, audience| room(&Forecasts::of(workspace, date("2026-10-05")), audience, 8);
    let workspace = with(&[prospect("Ali", "2026-10-05")]);
    assert_eq!(room_in(&workspace, PROSPECT), Room::NoHours);
    let bare = Workspace::new(followthrough::plan::Plan::blank());
    assert_eq!(room_in(&bare, PROSPECT), Room::NoSteps);
    let Room::Limited { a_week, bound, each } = room_in(&with_hours(&workspace, 400), PROSPECT) else {
        panic!("Ann has a limit")
    };
    assert_eq!(
        (a_week, bound.person, bound.week, each),
        (9, ANN, date("2026-10-12"), 40),
        "Ali takes 20 minutes of it"
    );
    // Nobody is on the customers' steps yet: Ben shares them, and has no limit.
    let Room::Limited { a_week, each, .. } = room_in(&with_hours(&workspace, 400), CUSTOMER) else {
        panic!("Ann has a limit")
    };
    assert_eq!((a_week, each), (38, 10), "20 minutes for every other one");
    let others = roster(&workspace, RosterEdit::Person(BEN, PersonEdit::MinutesAWeek(Some(60))));
    assert_eq!(room_in(&others, PROSPECT), Room::Unlimited, "Ann does all of it");
}

#[test]
fn a_week_of_ones_own_ends_when_it_is_that_of_the_business() {
    use chrono::Weekday::{Fri, Mon};
    let workspace = with(&[]);
    let toggled =
        |workspace: &Workspace, day| workspace.roster.week_toggled(&workspace.plan, ANN, day).unwrap();
    let week = toggled(&workspace, Fri).unwrap();
    assert!(week.is_worked(Mon) && !week.is_worked(Fri));
    let part = roster(&workspace, RosterEdit::Person(ANN, PersonEdit::Week(Some(week))));
    assert_eq!(part.roster.week_of(&part.plan, ANN), week);
    assert_eq!(toggled(&part, Fri), None);
}

#[test]
fn steps_of_somebody_on_some_days_are_counted() {
    let found =
        load(&Forecasts::of(&with(&[prospect("Ali", "2026-10-05")]), date("2026-10-05")), date("2026-12-31"));
    assert_eq!(found.steps_of(person(ANN), date("2026-10-05"), date("2026-10-07")), 2);
    assert_eq!(found.steps_of(person(BEN), date("2026-10-05"), date("2026-10-07")), 0);
}

// --- In time ---

#[test]
fn a_plan_as_it_runs_for_somebody_has_their_steps_their_dates_and_who_is_away() {
    let fresh =
        with(&[prospect("Ali", "2026-10-01"), NewContact { start: None, ..prospect("Bo", "2026-10-01") }]);
    let begun = away(&done(&fresh, 1, 3, "2026-10-02"), ANN, "2026-10-05", "2026-10-06", Cover::Shift);
    // Steps that are changed for those who come are not theirs.
    let longer = Edit::Step(StepId(4), StepEdit::Delay(working_days(9)));
    let spared = begun.edited(WorkspaceEdit::Pattern(longer, Spread::New)).unwrap();
    let forecasts = Forecasts::of(&spared, date("2026-10-02"));
    let own = forecasts.own_plan(ContactId(1)).unwrap();
    let facts = forecasts.facts(ContactId(1), 0).unwrap();
    assert_eq!(own.schedule.steps(PROSPECT), facts);
    assert_eq!(own.schedule.steps(CUSTOMER), []);
    assert_eq!(own.plan.sequences.of(PROSPECT).steps[1].delay, working_days(2));
    assert_eq!(own.plan.day_off_name(date("2026-10-05"), None), Some("Ann"));
    let scene = Scene { plan: &own.plan, schedule: &own.schedule, today: date("2026-10-02"), only: None };
    let timeline = Timeline::of(scene, Frame::WIDE).unwrap();
    let marks: Vec<_> = timeline.marks.iter().map(|mark| (mark.number, mark.state, mark.date)).collect();
    let due = |at: usize| facts[at].due.unwrap();
    assert_eq!(
        marks,
        [
            (1, MarkState::Done, date("2026-10-02")),
            (2, MarkState::Next, due(1)),
            (3, MarkState::Expected, due(2))
        ]
    );
    assert_eq!(forecasts.own_plan(ContactId(2)), None, "Bo is on no sequence");
    assert_eq!(forecasts.own_plan(ContactId(9)), None);
}

#[test]
fn who_bought_has_both_lanes() {
    let bought = ContactEdit::Buy { on: date("2026-10-06"), amount: None, event: Line::default() };
    let workspace = contact(&done(&with(&[prospect("Ali", "2026-10-01")]), 1, 3, "2026-10-01"), 1, bought);
    let own = Forecasts::of(&workspace, date("2026-10-06")).own_plan(ContactId(1)).unwrap();
    assert_eq!((own.schedule.steps(PROSPECT).len(), own.schedule.steps(CUSTOMER).len()), (3, 2));
    assert_eq!(own.plan.start(CUSTOMER), Some(date("2026-10-06")));
}

#[test]
fn everybody_in_time_comes_in_order_of_what_waits_the_longest() {
    let ben = NewContact { owner: Some(BEN), ..prospect("Cy", "2026-10-05") };
    let nobodys = NewContact { owner: None, ..prospect("Di", "2026-10-07") };
    let idle = NewContact { start: None, ..prospect("Bo", "2026-10-01") };
    let workspace = with(&[prospect("Ali", "2026-10-12"), idle, ben, nobodys]);
    let forecasts = Forecasts::of(&workspace, date("2026-10-06"));
    let found = |whose, most| {
        let (rows, all) = in_time(&forecasts, whose, most);
        (rows.iter().map(|row| row.contact.0).collect::<Vec<_>>(), all)
    };
    assert_eq!(found(Whose::All, 9), (vec![3, 4, 1], 3), "Bo waits for nothing");
    assert_eq!(found(Whose::All, 2), (vec![3, 4], 3));
    assert_eq!(found(Whose::Of(ANN), 9), (vec![1], 1));
    assert_eq!(found(Whose::Nobodys, 9), (vec![4], 1));
    let (rows, _) = in_time(&forecasts, Whose::Of(BEN), 1);
    let steps: Vec<_> = rows[0].steps.iter().map(|it| (it.number, it.late_since, it.channel)).collect();
    assert_eq!(steps[0], (1, Some(date("2026-10-05")), Some(Channel::Email)));
    assert_eq!(steps.len(), 3);
}
