//! Who is due what, when, by whom and why: dates in, dates out.

#![cfg(test)]

#[path = "fixtures/people.rs"]
mod people;

use chrono::NaiveDate;
use followthrough::agenda::{
    Act, Agenda, Forecasts, Group, GroupBy, Item, Standing, Work, days_clear, grouped, results, weeks,
};
use followthrough::calendar::WorkingDays;
use followthrough::plan::{
    Amount, Anchor, Attempts, Audience, Channel, Delay, Edit, Fate, Holiday, HolidaySet, Line, Outcome,
    Prose, Responsible, Span, StepEdit, StepId, Unit, Window,
};
use followthrough::roster::{
    ContactEdit, Cover, EnrolmentEdit, Exit, PersonEdit, RosterEdit, TouchpointId, Way, Workspace,
};
use followthrough::schedule::{Basis, Notice};
use followthrough::words;
use people::*;

fn named(workspace: &Workspace, items: &[Item]) -> Vec<String> {
    let name = |item: &Item| workspace.roster.contact(item.contact).unwrap().name.to_string();
    let work = |item: &Item| match item.work {
        Work::Step { number, attempt: 1, .. } => format!("step {number}"),
        Work::Step { number, attempt, .. } => format!("step {number}, attempt {attempt}"),
        Work::Decide { number, .. } => format!("decide step {number}"),
        Work::Answer(_) => "answer".to_owned(),
        Work::ComeBack(_) => "come back".to_owned(),
    };
    items.iter().map(|item| format!("{} {}: {}", item.due, name(item), work(item))).collect()
}

#[test]
fn a_day_has_what_is_late_what_is_due_and_what_comes() {
    // Thursday 1 October 2026 is the start; a weekend lies between.
    let workspace = with(&[prospect("Zoe", "2026-10-01"), prospect("Ali", "2026-10-05")]);
    let found = agenda(&workspace, "2026-10-05");
    assert_eq!(named(&workspace, &found.late), ["2026-10-05 Zoe: step 1"]);
    assert_eq!(found.late[0].standing, Standing::Late { since: date("2026-10-01") });
    assert_eq!(named(&workspace, &found.due), ["2026-10-05 Ali: step 1"]);
    // What follows is forecast from the day the first can still be done (B6).
    assert_eq!(named(&workspace, &found.next), ["2026-10-07 Ali: step 2", "2026-10-07 Zoe: step 2"]);
    assert_eq!(found.due[0].who, person(ANN));
    let done = done(&workspace, 1, 3, "2026-10-01");
    assert_eq!(
        named(&done, &agenda(&done, "2026-10-05").due),
        ["2026-10-05 Ali: step 1", "2026-10-05 Zoe: step 2"]
    );
}

#[test]
fn what_is_late_waits_on_a_day_off_too_however_far_one_looks() {
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    let forecasts = Forecasts::of(&workspace, date("2026-10-03"));
    let (near, far) = (Agenda::ahead(&forecasts, 0), Agenda::ahead(&forecasts, 30));
    // On Saturday it can be done on Monday at the earliest, and is late all the same.
    assert_eq!(named(&workspace, &near.late), ["2026-10-05 Zoe: step 1"]);
    assert_eq!((&near.late, &near.due), (&far.late, &far.due));
    assert_eq!((near.next.len(), far.next.len()), (0, 2));
}

#[test]
fn unfinished_work_is_forecast_from_today_and_what_is_done_stays() {
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-02");
    assert_eq!(days(&workspace, 1, "2026-10-02"), ["2026-10-02", "2026-10-06", "2026-10-13"]);
    assert_eq!(days(&workspace, 1, "2026-10-09"), ["2026-10-02", "2026-10-09", "2026-10-16"]);
    let facts =
        Forecasts::of(&workspace, date("2026-10-09")).facts(followthrough::roster::ContactId(1), 0).unwrap();
    let told: Vec<_> =
        facts.iter().map(|it| (it.baseline.unwrap().to_string(), it.variance.unwrap().0)).collect();
    // Baseline, and by how many working days it is missed (F4).
    assert_eq!(told, [("2026-10-01".into(), 1), ("2026-10-05".into(), 4), ("2026-10-12".into(), 4)]);
    assert_eq!(facts[1].overdue_since, Some(date("2026-10-06")));
}

#[test]
fn an_absence_shifts_hands_over_or_keeps() {
    let workspace = with(&[prospect("Zoe", "2026-10-05")]);
    let week = |cover| away(&workspace, ANN, "2026-10-05", "2026-10-09", cover);
    assert_eq!(days(&week(Cover::Shift), 1, "2026-10-05"), ["2026-10-05", "2026-10-13", "2026-10-20"]);
    assert_eq!(days(&week(Cover::Keep), 1, "2026-10-05"), ["2026-10-05", "2026-10-07", "2026-10-14"]);
    let handed = week(Cover::HandOver(BEN));
    assert_eq!(days(&handed, 1, "2026-10-05"), ["2026-10-05", "2026-10-07", "2026-10-14"]);
    let until = date("2026-10-30");
    let who = |workspace: &Workspace| {
        let found = Agenda::of(&Forecasts::of(workspace, date("2026-10-05")), until);
        found.items().map(|item| item.who).collect::<Vec<_>>()
    };
    assert_eq!(who(&handed), [person(BEN), person(BEN), person(ANN)]);
    // Ben is off on the Wednesday himself, and hands over to nobody: the day counts as a day off.
    let both = away(&handed, BEN, "2026-10-07", "2026-10-07", Cover::Shift);
    assert_eq!(days(&both, 1, "2026-10-05"), ["2026-10-05", "2026-10-08", "2026-10-15"]);
    let mutual = away(&handed, BEN, "2026-10-06", "2026-10-08", Cover::HandOver(ANN));
    assert_eq!(days(&mutual, 1, "2026-10-05")[1], "2026-10-12");
}

#[test]
fn what_is_late_because_somebody_was_away_is_told_apart() {
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-01");
    let standing = |workspace: &Workspace| {
        let found = Agenda::of(&Forecasts::of(workspace, date("2026-10-08")), date("2026-10-20"));
        found.items().find(|item| matches!(item.work, Work::Step { number: 2, .. })).unwrap().standing
    };
    let since = date("2026-10-05");
    assert_eq!(standing(&workspace), Standing::Late { since });
    let kept = away(&workspace, ANN, "2026-10-05", "2026-10-07", Cover::Keep);
    assert_eq!(standing(&kept), Standing::LateFromAbsence { since, who: ANN });
    // She was there on the Wednesday.
    let shorter = away(&workspace, ANN, "2026-10-05", "2026-10-06", Cover::Keep);
    assert_eq!(standing(&shorter), Standing::Late { since });
    let shifted = away(&workspace, ANN, "2026-10-05", "2026-10-09", Cover::Shift);
    assert_eq!(standing(&shifted), Standing::HeldUp { since, who: ANN });
    assert_eq!(standing(&shifted).late_since(), None);
}

#[test]
fn calls_and_visits_also_wait_for_the_country_of_the_contact() {
    let holiday = Holiday { date: date("2026-10-07"), name: Line::default() };
    let set = HolidaySet {
        code: line("AT"),
        name: line("Austria"),
        through: 2027,
        days: vec![holiday],
        worked: Vec::new(),
    };
    let workspace = with(&[prospect("Zoe", "2026-10-05")]);
    let workspace = roster(&workspace, RosterEdit::TakeCountry(set));
    let abroad = contact(&workspace, 1, ContactEdit::Country(Some(line("AT"))));
    // The call two working days later does not fall on their holiday; the letter after it is only ours to send.
    assert_eq!(days(&abroad, 1, "2026-10-05"), ["2026-10-05", "2026-10-08", "2026-10-15"]);
    let mailed = planned(&abroad, Edit::Step(StepId(4), StepEdit::Channel(Some(Channel::Email))));
    assert_eq!(days(&mailed, 1, "2026-10-05"), ["2026-10-05", "2026-10-07", "2026-10-14"]);
}

#[test]
fn people_have_weeks_and_holidays_of_their_own() {
    let workspace = with(&[prospect("Zoe", "2026-10-07")]);
    let week = followthrough::calendar::WorkWeek::from_mask("0000111").unwrap();
    let four_days = roster(&workspace, RosterEdit::Person(ANN, PersonEdit::Week(Some(week))));
    assert_eq!(days(&four_days, 1, "2026-10-07"), ["2026-10-07", "2026-10-12", "2026-10-20"]);
    let to_ben = contact(&four_days, 1, ContactEdit::Owner(Some(BEN)));
    assert_eq!(days(&to_ben, 1, "2026-10-07"), ["2026-10-07", "2026-10-09", "2026-10-16"]);
}

#[test]
fn a_pause_moves_what_is_left_and_nothing_is_due_meanwhile() {
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-01");
    let paused = on_prospects(&workspace, 1, EnrolmentEdit::Pause(date("2026-10-02")));
    assert_eq!(days(&paused, 1, "2026-10-05"), ["2026-10-01", "-", "-"]);
    assert_eq!(agenda(&paused, "2026-10-05"), Agenda::default());
    let facts =
        Forecasts::of(&paused, date("2026-10-05")).facts(followthrough::roster::ContactId(1), 0).unwrap();
    assert_eq!(
        facts.iter().map(|it| it.notice).collect::<Vec<_>>(),
        [None, Some(Notice::Paused), Some(Notice::Paused)]
    );
    let resumed = on_prospects(&paused, 1, EnrolmentEdit::Resume(date("2026-10-12")));
    assert_eq!(days(&resumed, 1, "2026-10-12"), ["2026-10-01", "2026-10-13", "2026-10-20"]);
}

#[test]
fn whoever_left_and_is_opened_again_goes_on_from_that_day_and_is_not_late() {
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-01");
    let not_now = EnrolmentEdit::End(date("2026-10-02"), Exit::NotNow(date("2026-11-02")));
    let ended = on_prospects(&workspace, 1, not_now.clone());
    let open = |on: &str| on_prospects(&ended, 1, EnrolmentEdit::Reopen(date(on)));
    // The two working days are counted from the Monday on, as after a pause.
    assert_eq!(days(&open("2026-11-02"), 1, "2026-11-02"), ["2026-10-01", "2026-11-03", "2026-11-10"]);
    assert_eq!(agenda(&open("2026-11-02"), "2026-11-02").late, []);
    assert_eq!(days(&open("2026-10-02"), 1, "2026-10-02"), ["2026-10-01", "2026-10-05", "2026-10-12"]);
    let paused = on_prospects(&workspace, 1, EnrolmentEdit::Pause(date("2026-10-02")));
    let resumed = on_prospects(&paused, 1, EnrolmentEdit::Resume(date("2026-11-02")));
    assert_eq!(days(&open("2026-11-02"), 1, "2026-11-02"), days(&resumed, 1, "2026-11-02"));
    // On hold when they left: nothing comes until somebody says so, and then from that day on.
    let ended = on_prospects(&paused, 1, not_now);
    let held = on_prospects(&ended, 1, EnrolmentEdit::Reopen(date("2026-11-02")));
    assert_eq!(days(&held, 1, "2026-11-02"), ["2026-10-01", "-", "-"]);
    let resumed = on_prospects(&held, 1, EnrolmentEdit::Resume(date("2026-11-09")));
    assert_eq!(days(&resumed, 1, "2026-11-09"), ["2026-10-01", "2026-11-10", "2026-11-17"]);
}

#[test]
fn days_on_hold_are_told_by_the_first_and_the_last() {
    let fresh = with(&[prospect("Zoe", "2026-10-01")]);
    let why = |workspace: &Workspace, at: usize| {
        let away = on_prospects(workspace, 1, EnrolmentEdit::End(date("2026-10-01"), Exit::Lost));
        let back = on_prospects(&away, 1, EnrolmentEdit::Reopen(date("2026-11-02")));
        let forecasts = Forecasts::of(&back, date("2026-11-02"));
        let (facts, calendars) =
            forecasts.facts_by_calendars(followthrough::roster::ContactId(1), 0).unwrap();
        words::why_by(&back.plan, Some(&calendars[at]), None, &facts[at]).unwrap()
    };
    assert_eq!(
        why(&fresh, 0),
        "Mon 2 Nov 2026: the same day as Thu 1 Oct (the start); nothing was to be done then, so the first day after that is taken"
    );
    assert_eq!(
        why(&done(&fresh, 1, 3, "2026-10-01"), 1),
        "Tue 3 Nov 2026: 2 working days after Thu 1 Oct (step 1, done); skipped Fri 2 to Sun 1 Nov (days off)"
    );
}

#[test]
fn a_last_day_on_hold_gives_way_to_the_first_after_it() {
    let latest = Span::new(14, Unit::CalendarDays);
    let window = StepEdit::Window(Window { latest, ..Window::default() });
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-01");
    let workspace = planned(&workspace, Edit::Step(StepId(4), window));
    let ended = on_prospects(&workspace, 1, EnrolmentEdit::End(date("2026-10-07"), Exit::Lost));
    let open = on_prospects(&ended, 1, EnrolmentEdit::Reopen(date("2026-11-02")));
    let facts = |workspace: &Workspace, today: &str| {
        let forecasts = Forecasts::of(workspace, date(today));
        let facts = forecasts.facts(followthrough::roster::ContactId(1), 0).unwrap()[1];
        (facts.due.unwrap().to_string(), facts.latest.unwrap().to_string(), facts.overdue_since.is_some())
    };
    let told = |due: &str, latest: &str, is_late| (due.to_owned(), latest.to_owned(), is_late);
    assert_eq!(facts(&workspace, "2026-10-07"), told("2026-10-07", "2026-10-15", false));
    assert_eq!(facts(&open, "2026-11-02"), told("2026-11-02", "2026-11-02", false));
    assert_eq!(facts(&open, "2026-11-03"), told("2026-11-03", "2026-11-02", true));
}

#[test]
fn what_counts_back_from_a_date_to_come_is_measured_whether_one_was_away_or_not() {
    let days_before = |count, date| Delay::before(count, Unit::WorkingDays, Anchor::Date(date)).unwrap();
    let fair = days_before(10, date("2026-11-16"));
    let workspace =
        planned(&with(&[prospect("Zoe", "2026-10-01")]), Edit::Step(StepId(5), StepEdit::Delay(fair)));
    let away = on_prospects(&workspace, 1, EnrolmentEdit::End(date("2026-10-01"), Exit::Lost));
    let back = |on: &str| on_prospects(&away, 1, EnrolmentEdit::Reopen(date(on)));
    let last = |workspace: &Workspace, today: &str| days(workspace, 1, today)[2].clone();
    assert_eq!(last(&workspace, "2026-10-01"), "2026-11-02");
    assert_eq!(last(&back("2026-10-20"), "2026-10-20"), "2026-11-02");
    // Its day was one of those: it is due on the day one goes on, and late from the next.
    assert_eq!(last(&back("2026-11-07"), "2026-11-07"), "2026-11-09");
    let late = |today: &str| agenda(&back("2026-11-07"), today).late.len();
    assert_eq!((late("2026-11-07"), late("2026-11-09"), late("2026-11-10")), (0, 0, 2));
}

#[test]
fn a_step_may_be_put_off_to_a_day_or_to_the_next_that_is_worked() {
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    let to = |day: &str| on_prospects(&workspace, 1, EnrolmentEdit::Postpone(StepId(3), Some(date(day))));
    assert_eq!(days(&to("2026-10-08"), 1, "2026-10-01"), ["2026-10-08", "2026-10-12", "2026-10-19"]);
    assert_eq!(days(&to("2026-10-10"), 1, "2026-10-01"), ["2026-10-12", "2026-10-14", "2026-10-21"]);
    let facts = Forecasts::of(&to("2026-10-08"), date("2026-10-01"))
        .facts(followthrough::roster::ContactId(1), 0)
        .unwrap();
    assert_eq!(facts[0].postponed, Some(date("2026-10-08")));
    assert_eq!(facts[0].derivation.unwrap().basis, Basis::Chosen(date("2026-10-08")));
    assert_eq!((facts[0].baseline, facts[0].variance), (Some(date("2026-10-01")), Some(WorkingDays(5))));
    let found = agenda(&to("2026-10-02"), "2026-10-06");
    assert_eq!(found.late[0].standing, Standing::Late { since: date("2026-10-02") });
}

#[test]
fn what_follows_may_be_counted_from_a_touchpoint_outside_the_plan() {
    let workspace = done(&with(&[prospect("Zoe", "2026-10-01")]), 1, 3, "2026-10-01");
    let rang = |counts_for| ContactEdit::AddTouchpoint {
        on: date("2026-10-06"),
        channel: Some(Channel::Phone),
        way: Way::Theirs,
        note: Prose::parse("rang me").unwrap(),
        counts_for,
    };
    let only_noted = contact(&workspace, 1, rang(None));
    assert_eq!(days(&only_noted, 1, "2026-10-06")[1], "2026-10-06");
    let counted = contact(&workspace, 1, rang(Some(PROSPECT)));
    assert_eq!(days(&counted, 1, "2026-10-06"), ["2026-10-01", "2026-10-08", "2026-10-15"]);
    let facts =
        Forecasts::of(&counted, date("2026-10-06")).facts(followthrough::roster::ContactId(1), 0).unwrap();
    assert_eq!(facts[1].basis, Basis::Touchpoint(date("2026-10-06")));
    // Done since then, so that this counts.
    let later = done(&counted, 1, 4, "2026-10-07");
    assert_eq!(days(&later, 1, "2026-10-07")[2], "2026-10-14");
}

#[test]
fn three_calls_in_vain_ask_for_a_decision() {
    let tries = StepEdit::Attempts(Attempts::new(3, 2).unwrap());
    let workspace = planned(&with(&[prospect("Zoe", "2026-10-01")]), Edit::Step(StepId(4), tries));
    let mut workspace = done(&workspace, 1, 3, "2026-10-01");
    let work = |workspace: &Workspace, today: &str| {
        let found = agenda(workspace, today);
        let first = found.items().next().unwrap();
        (first.due.to_string(), first.work)
    };
    for (times, on, due) in [(1, "2026-10-05", "2026-10-07"), (2, "2026-10-07", "2026-10-09")] {
        let fate = Fate::Tried(times);
        workspace = on_prospects(&workspace, 1, EnrolmentEdit::Mark(StepId(4), date(on), fate));
        let attempt = times + 1;
        let expected = Work::Step { audience: PROSPECT, number: 2, step: StepId(4), attempt };
        assert_eq!(work(&workspace, on), (due.to_owned(), expected));
    }
    let vain = EnrolmentEdit::Mark(StepId(4), date("2026-10-09"), Fate::Tried(3));
    let workspace = on_prospects(&workspace, 1, vain);
    let expected = Work::Decide { audience: PROSPECT, number: 2, step: StepId(4) };
    assert_eq!(work(&workspace, "2026-10-09"), ("2026-10-09".to_owned(), expected));
}

#[test]
fn an_enquiry_has_a_clock_by_its_channel() {
    let ask = |channel| ContactEdit::AddTouchpoint {
        on: date("2026-10-02"),
        channel: Some(channel),
        way: Way::Asked,
        note: Prose::default(),
        counts_for: None,
    };
    let workspace = with(&[prospect("Zoe", "2026-11-02")]);
    let last = |channel| {
        let found = agenda(&contact(&workspace, 1, ask(channel)), "2026-10-02");
        (found.due[0].due, found.due[0].latest.unwrap())
    };
    // A weekend lies between (D3, E9).
    let friday = date("2026-10-02");
    assert_eq!(last(Channel::SocialChat), (friday, date("2026-10-05")));
    assert_eq!(last(Channel::Comments), (friday, date("2026-10-05")));
    assert_eq!(last(Channel::Email), (friday, date("2026-10-06")));
    let asked = contact(&workspace, 1, ask(Channel::SocialChat));
    let late = agenda(&asked, "2026-10-07");
    assert_eq!(late.late[0].work, Work::Answer(TouchpointId(1)));
    assert_eq!(late.late[0].standing, Standing::Late { since: date("2026-10-05") });
    let answered = contact(&asked, 1, ContactEdit::Answer(TouchpointId(1), Some(date("2026-10-07"))));
    assert_eq!(agenda(&answered, "2026-10-07"), Agenda::default());
}

#[test]
fn not_now_comes_back_on_its_day() {
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    let exit = Exit::NotNow(date("2026-11-07"));
    let later = on_prospects(&workspace, 1, EnrolmentEdit::End(date("2026-10-02"), exit));
    assert_eq!(agenda(&later, "2026-10-05"), Agenda::default());
    // D6: a Saturday, so on the Monday.
    assert_eq!(named(&later, &agenda(&later, "2026-11-05").next), ["2026-11-09 Zoe: come back"]);
    let again = ContactEdit::Enrol { audience: PROSPECT, event: line("again"), start: date("2026-11-09") };
    let again = contact(&later, 1, again);
    assert_eq!(named(&again, &agenda(&again, "2026-11-09").due), ["2026-11-09 Zoe: step 1"]);
    let buy = ContactEdit::Buy { on: date("2026-11-05"), amount: None, event: line("bought") };
    let bought = contact(&later, 1, buy);
    let coming = agenda(&bought, "2026-11-05");
    assert!(coming.items().all(|item| !matches!(item.work, Work::ComeBack(_))), "they came by themselves");
}

#[test]
fn a_purchase_moves_somebody_to_the_customer_sequence_in_one_act() {
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    let buy = ContactEdit::Buy { on: date("2026-10-02"), amount: None, event: line("bought") };
    let bought = contact(&workspace, 1, buy);
    assert_eq!(days(&bought, 1, "2026-10-02"), ["-"; 3]);
    assert_eq!(named(&bought, &agenda(&bought, "2026-10-02").next), ["2026-10-05 Zoe: step 1"]);
    let groups = grouped(&agenda(&bought, "2026-10-02").next, GroupBy::Sequence);
    assert_eq!(groups[0].0, Group::Sequence(Some(CUSTOMER)));
    let out = contact(&bought, 1, ContactEdit::OptOut(date("2026-10-05")));
    assert_eq!(Agenda::of(&Forecasts::of(&out, date("2026-10-05")), date("2030-01-01")), Agenda::default());
}

#[test]
fn items_are_grouped_in_order_of_their_first() {
    let ben = followthrough::roster::NewContact { owner: Some(BEN), ..prospect("Bo", "2026-10-01") };
    let workspace = with(&[prospect("Zoe", "2026-10-01"), ben, prospect("Ali", "2026-10-01")]);
    let due = agenda(&workspace, "2026-10-01").due;
    let groups = grouped(&due, GroupBy::Person);
    let told: Vec<_> = groups.iter().map(|(group, items)| (*group, named(&workspace, items))).collect();
    assert_eq!(told[0].0, Group::Person(person(ANN)));
    assert_eq!(told[0].1, ["2026-10-01 Ali: step 1", "2026-10-01 Zoe: step 1"]);
    assert_eq!(told[1], (Group::Person(person(BEN)), vec!["2026-10-01 Bo: step 1".to_owned()]));
}

#[test]
fn a_role_does_its_steps_whoever_looks_after_the_contact() {
    let by =
        |who| planned(&with(&[prospect("Zoe", "2026-10-01")]), Edit::Step(StepId(3), StepEdit::Who(who)));
    let who = |workspace: &Workspace| agenda(workspace, "2026-10-01").due[0].who;
    assert_eq!(who(&by(Some(Responsible::Automation))), Some(Responsible::Automation));
    assert_eq!(who(&by(Some(Responsible::Myself))), person(ANN));
    assert_eq!(who(&by(person(BEN))), person(BEN));
    assert_eq!(who(&by(None)), person(ANN));
}

#[test]
fn days_on_which_nothing_was_left_over_are_counted_back_from_yesterday() {
    let clear = |workspace: &Workspace, today: &str| days_clear(&Forecasts::of(workspace, date(today)));
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    assert_eq!(clear(&Workspace::default(), "2026-10-01"), 0);
    assert_eq!(clear(&workspace, "2026-10-01"), 0, "nothing lies behind");
    assert_eq!(clear(&workspace, "2026-10-02"), 0, "the first step was left over");
    let in_time = done(&workspace, 1, 3, "2026-10-01");
    assert_eq!(clear(&in_time, "2026-10-05"), 2, "Thursday and Friday");
    assert_eq!(clear(&in_time, "2026-10-07"), 0, "the call was due on Monday");
    let late = done(&in_time, 1, 4, "2026-10-07");
    assert_eq!(clear(&late, "2026-10-09"), 2, "left over on Monday and Tuesday, not since");
}

#[test]
fn results_are_told_from_how_many_and_for_whom() {
    let bakery = |name: &str| followthrough::roster::NewContact {
        segment: line("bakery"),
        ..prospect(name, "2026-10-01")
    };
    let mut workspace = with(&[bakery("Ali"), bakery("Bo"), prospect("Cy", "2026-10-01")]);
    for id in 1..=3 {
        workspace = done(&workspace, id, 3, "2026-10-01");
    }
    workspace = done_with(&workspace, 1, 4, "2026-10-05", Outcome::Reached);
    workspace = done_with(&workspace, 2, 4, "2026-10-05", Outcome::NotReached);
    let amount = Amount::from_hundredths(12_000).unwrap();
    let buy = ContactEdit::Buy { on: date("2026-10-06"), amount: Some(amount), event: line("bought") };
    workspace = contact(&workspace, 1, buy);
    let found = results(&Forecasts::of(&workspace, date("2026-10-06")));
    let prospects = found.sequences[&PROSPECT];
    assert_eq!((prospects.of, prospects.replied, prospects.bought, prospects.revenue), (3, 1, 1, 12_000));
    let call = found.steps[&(PROSPECT, StepId(4), None)];
    assert_eq!((call.of, call.replied, call.bought, call.minutes), (2, 1, 1, 30));
    let mail = found.steps[&(PROSPECT, StepId(3), None)];
    assert_eq!((mail.of, mail.replied, mail.bought), (3, 0, 0), "the call came last before the purchase");
    assert_eq!(found.segments["bakery"].of, 2 + 1, "Ali is on both sequences");
    assert_eq!(found.segments[""].purchases().came, 0);
    assert_eq!(found.channels[&Channel::Phone].purchases().of, 2);
    let ends = found.ends[&PROSPECT];
    assert_eq!((ends.under_way, ends.lost, ends.not_now), (2, 0, 0), "one has bought");
    let lost = on_prospects(&workspace, 2, EnrolmentEdit::End(date("2026-10-06"), Exit::Lost));
    let ends = results(&Forecasts::of(&lost, date("2026-10-06"))).ends[&PROSPECT];
    assert_eq!((ends.under_way, ends.lost), (1, 1));
    let (low, high) = prospects.purchases().interval().unwrap();
    assert!(
        low > 0.06 && low < 0.07 && high > 0.79 && high < 0.8,
        "one of three says little: {low} to {high}"
    );
}

#[test]
fn a_day_that_changes_changes_nothing_but_the_list() {
    let workspace = with(&[prospect("Zoe", "2026-10-01")]);
    let one = Forecasts::of(&workspace, date("2026-10-01"));
    let next = one.after(&workspace, date("2026-10-02"));
    let days = |forecasts: &Forecasts| -> Vec<Option<NaiveDate>> {
        forecasts.timeline(followthrough::roster::ContactId(1), 0).unwrap().days().collect()
    };
    assert_eq!(days(&next), days(&Forecasts::of(&workspace, date("2026-10-02"))));
    assert_eq!(workspace, *next.workspace());
}

/// The first line of a day.
fn first(workspace: &Workspace, today: &str) -> Item {
    *agenda(workspace, today).items().next().unwrap()
}

/// The workspace after something was done with the first line of a day.
fn after(workspace: &Workspace, act: Act, on: &str) -> Workspace {
    let edits = first(workspace, on).edits(workspace, act, date(on)).unwrap();
    let edits = edits.into_iter().map(followthrough::roster::WorkspaceEdit::Roster).collect();
    workspace.edited(followthrough::roster::WorkspaceEdit::All(edits)).unwrap()
}

#[test]
fn what_is_done_with_a_line_is_told_by_the_next_list() {
    let before = with(&[prospect("Zoe", "2026-10-01")]);
    let due = |workspace: &Workspace| named(workspace, &agenda(workspace, "2026-10-01").due);
    assert_eq!(due(&before), ["2026-10-01 Zoe: step 1"]);
    for act in [Act::Done(None), Act::Skip] {
        assert_eq!(due(&after(&before, act, "2026-10-01")), [""; 0], "{act:?}");
    }
    let later = after(&before, Act::PutOff(date("2026-10-06")), "2026-10-01");
    assert_eq!(named(&later, &agenda(&later, "2026-10-06").due), ["2026-10-06 Zoe: step 1"]);
}

#[test]
fn a_purchase_moves_on_to_the_customer_sequence_in_one_act_and_once() {
    let before = with(&[prospect("Zoe", "2026-10-01")]);
    let bought = after(&before, Act::Exit(Exit::Bought(None)), "2026-10-01");
    let zoe = bought.roster.contacts().next().unwrap();
    let is_open = |audience| zoe.open(audience).is_some();
    assert_eq!([Audience::Prospect, Audience::Customer].map(is_open), [false, true]);
    // Who is a customer already only ends the prospects' steps.
    let again = bought.exit(zoe.id, Audience::Prospect, date("2026-10-02"), Exit::Bought(None));
    assert!(matches!(again, ContactEdit::Enrolment(Audience::Prospect, EnrolmentEdit::End(..))));
}

#[test]
fn whoever_wants_to_hear_nothing_more_has_no_line_left_and_not_now_comes_back() {
    let before = with(&[prospect("Zoe", "2026-10-01")]);
    let until = date("2027-10-01");
    let all = |workspace: &Workspace| Agenda::of(&Forecasts::of(workspace, until), until).items().count();
    assert_eq!(all(&after(&before, Act::Exit(Exit::OptedOut), "2026-10-01")), 0);
    let later = after(&before, Act::Exit(Exit::NotNow(date("2026-11-02"))), "2026-10-01");
    assert_eq!(named(&later, &agenda(&later, "2026-11-02").due), ["2026-11-02 Zoe: come back"]);
    let again = after(&later, Act::Done(None), "2026-11-02");
    assert_eq!(named(&again, &agenda(&again, "2026-11-02").due), ["2026-11-02 Zoe: step 1"]);
    let put_off = after(&later, Act::PutOff(date("2026-12-01")), "2026-11-02");
    assert_eq!(named(&put_off, &agenda(&put_off, "2026-12-01").due), ["2026-12-01 Zoe: come back"]);
    assert_eq!(all(&after(&later, Act::Skip, "2026-11-02")), 0);
}

#[test]
fn the_weeks_ahead_begin_on_monday_and_hold_what_is_late_today() {
    let workspace = with(&[prospect("Zoe", "2026-10-01"), prospect("Ali", "2026-10-05")]);
    let found = weeks(&Forecasts::of(&workspace, date("2026-10-05")), 2, None);
    assert_eq!((found.len(), found[0][0].day), (2, date("2026-10-05")));
    let counts: Vec<_> = found.iter().flatten().map(|day| day.channels.len()).collect();
    // Both first steps today, both second ones on Wednesday, both third ones a week later.
    assert_eq!(counts, [2, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!(found[0].clone().map(|day| day.is_worked), [true, true, true, true, true, false, false]);
    let nobody = weeks(&Forecasts::of(&workspace, date("2026-10-05")), 2, Some(Responsible::Automation));
    assert!(nobody.iter().flatten().all(|day| day.channels.is_empty()));
}

#[test]
fn only_what_is_tried_several_times_is_tried_in_vain() {
    let once = with(&[prospect("Zoe", "2026-10-01")]);
    let item = first(&once, "2026-10-01");
    assert_eq!(item.edits(&once, Act::Tried, date("2026-10-01")), None);
    let attempts = Attempts::new(3, 2).unwrap();
    let Work::Step { step, .. } = item.work else { panic!("{item:?}") };
    let edit = Edit::Step(step, StepEdit::Attempts(attempts));
    let several = once.edited(followthrough::roster::WorkspaceEdit::Plan(edit)).unwrap();
    assert!(first(&several, "2026-10-01").edits(&several, Act::Tried, date("2026-10-01")).is_some());
}
