//! The picture of time, as numbers: on which day each step lies, what is beside it, and where words have room.
//!
//! 256 cases a law; `PROPTEST_CASES` sets another number.

#![cfg(test)]

#[path = "fixtures/edits.rs"]
mod edits;

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::NaiveDate;
use followthrough::calendar::DayOff;
use followthrough::plan::{Audience, Edit, Eves, Fate, Line, Outcome, Plan, StepEdit, StepId, Unit};
use followthrough::schedule::Schedule;
use followthrough::timeline::{Area, Caption, Flow, Frame, Mark, MarkState, Names, Scene, Timeline};
use proptest::prelude::*;
use routes::{
    CUSTOMER, PROSPECT, attempts, date, done, marked, only_after, starting, then, window, with,
    with_holidays, with_steps,
};

fn drawn(plan: &Plan, today: &str, frame: Frame) -> Timeline {
    let today = date(today);
    let schedule = Schedule::on(plan, today);
    Timeline::of(Scene { plan, schedule: &schedule, today, only: None }, frame).unwrap()
}

/// So many steps, a working day after another, from Tuesday 1 September 2026 on; each with a name.
fn in_a_row(steps: u32) -> Plan {
    let plan = starting("2026-09-01", &vec![then(1, Unit::WorkingDays); steps as usize]);
    (1..=steps).fold(plan, |plan, step| named(&plan, step, "Call them"))
}

fn named(plan: &Plan, step: u32, what: &str) -> Plan {
    with(plan, step, StepEdit::What(Line::parse(what).unwrap()))
}

fn mark(timeline: &Timeline, step: u32) -> &Mark {
    timeline.marks.iter().find(|mark| mark.step == StepId(step)).unwrap()
}

/// The room a day takes, from two days that are so many days apart.
fn day(timeline: &Timeline, [one, other]: [u32; 2], apart: i32) -> i32 {
    (mark(timeline, other).at.x - mark(timeline, one).at.x) / apart
}

#[test]
fn what_is_twice_as_long_is_twice_as_wide() {
    // Wed 2, Thu 3, Fri 4, Mon 7 September.
    let timeline = drawn(&in_a_row(4), "2026-09-01", Frame::WIDE);
    let width = day(&timeline, [1, 2], 1);
    assert_eq!([width, day(&timeline, [2, 3], 1), day(&timeline, [3, 4], 3)], [72; 3]);
    assert!(timeline.marks.iter().all(|mark| mark.lift.is_none()), "there is room for all");
}

#[test]
fn a_long_plan_takes_ten_pixels_a_day_and_paper_makes_it_fit() {
    let plan = with_steps(&in_a_row(2), PROSPECT, &[then(12, Unit::Months)]);
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    assert_eq!(day(&timeline, [1, 2], 1), 10);
    assert!(timeline.width > 3650, "{}", timeline.width);
    assert_eq!(mark(&timeline, 2).lift.map(|[from, to]| to.y - from.y), Some(28), "it would touch the first");
    let sheet = drawn(&plan, "2026-09-01", Frame::SHEET);
    assert!(sheet.width <= Frame::SHEET.length, "{}", sheet.width);
    assert!(sheet.marks.iter().all(|mark| mark.caption.is_none()));
}

#[test]
fn weekends_and_holidays_are_bands_and_holidays_have_names() {
    let plan = with_holidays(&in_a_row(5), &["2026-09-07"]);
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    let bands: Vec<_> = timeline
        .days_off
        .iter()
        .map(|off| (off.first.to_string(), off.kind == DayOff::Holiday, off.area.width / 72))
        .collect();
    let expected = [("2026-09-05", false, 2), ("2026-09-07", true, 1)]
        .map(|(day, off, days)| (day.to_owned(), off, days));
    assert_eq!(bands, expected);
    assert_eq!(timeline.holidays, [], "one without a name has none");
}

#[test]
fn a_late_step_lies_on_its_day_and_its_bar_reaches_to_today() {
    let plan = done(&in_a_row(3), 1, "2026-09-02");
    let timeline = drawn(&plan, "2026-09-07", Frame::WIDE);
    let states: Vec<_> = timeline.marks.iter().map(|mark| mark.state).collect();
    assert_eq!(states, [MarkState::Done, MarkState::Late, MarkState::Next]);
    let late = mark(&timeline, 2);
    assert_eq!(late.date, date("2026-09-03"));
    assert_eq!(late.late.map(|bar| (bar.x, bar.width / 72)), Some((late.at.x, 4)));
    assert_eq!(timeline.today.as_ref().map(|today| today.at - late.at.x), Some(4 * 72));
    assert_eq!(
        timeline.lines,
        [
            (PROSPECT, true, [mark(&timeline, 1).at, late.at]),
            (PROSPECT, false, [late.at, mark(&timeline, 3).at]),
        ]
    );
}

#[test]
fn a_window_and_the_further_attempts_lie_on_their_days() {
    let plan = with(&in_a_row(2), 1, attempts(3, 1));
    let plan = with(&plan, 2, window(Some((3, Unit::WorkingDays)), "", Eves::Taken));
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    let tries: Vec<_> =
        mark(&timeline, 1).tries.iter().map(|tick| (tick.x + 1 - mark(&timeline, 1).at.x) / 72).collect();
    assert_eq!(tries, [1, 2]);
    let (window, at) = (mark(&timeline, 2).window.unwrap(), mark(&timeline, 2).at);
    // From Thu 3 to Mon 7 September.
    assert_eq!((window.x, window.width), (at.x - 36, 5 * 72));
}

#[test]
fn what_comes_only_after_another_outcome_lies_beside_the_lane_and_comes_back_to_it() {
    let plan = with(&in_a_row(3), 1, StepEdit::Expected(Some(Outcome::Reached)));
    let plan = with(&plan, 2, only_after(1, Outcome::NotReached));
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    let [first, aside, third] = [1, 2, 3].map(|step| mark(&timeline, step));
    assert_eq!((aside.state, aside.at.y - first.at.y, third.at.y - first.at.y), (MarkState::Aside, 50, 0));
    assert_eq!(aside.caption.as_ref().map(|caption| caption.text.as_str()), Some("nobody reached"));
    assert_eq!(timeline.forks[0], (PROSPECT, [first.at, aside.at]));
    // Both come a day after the first: there is nothing later to come back to.
    assert_eq!(timeline.forks.len(), 1);
    let later = with_steps(&plan, PROSPECT, &[then(1, Unit::WorkingDays)]);
    let timeline = drawn(&later, "2026-09-01", Frame::WIDE);
    assert_eq!(timeline.forks[1], (PROSPECT, [mark(&timeline, 2).at, mark(&timeline, 4).at]));
}

#[test]
fn the_first_purchase_stands_between_the_lanes_on_its_day() {
    let plan = with_steps(&in_a_row(2), CUSTOMER, &[then(1, Unit::WorkingDays)]);
    let begun = plan.edited(Edit::Start(CUSTOMER, Some(date("2026-09-10")))).unwrap();
    let timeline = drawn(&begun, "2026-09-01", Frame::WIDE);
    let purchase = timeline.purchase.as_ref().unwrap();
    let customer = mark(&timeline, 3);
    assert_eq!(customer.at.x - purchase.at.x, day(&timeline, [1, 2], 1));
    assert!(mark(&timeline, 1).at.y < purchase.at.y && purchase.at.y < customer.at.y);
    assert_eq!(purchase.captions[1].text, "10 Sep");
    let open = drawn(&plan, "2026-09-01", Frame::WIDE).purchase.unwrap();
    assert_eq!(open.captions[1].text, "1 Sep, not set yet");
}

#[test]
fn on_a_phone_time_runs_down_and_every_step_has_a_line_of_its_own() {
    let plan = with_steps(&in_a_row(12), CUSTOMER, &[then(1, Unit::WorkingDays)]);
    let timeline = drawn(&plan, "2026-09-01", Frame::TALL);
    assert_eq!(timeline.width, 328);
    let lines: Vec<_> = timeline.marks.iter().map(|mark| mark.caption.as_ref().unwrap()).collect();
    assert_eq!(lines[0].text, "2 Sep  Call them");
    assert!(lines.windows(2).all(|pair| pair[1].at.y - pair[0].at.y >= 20));
}

#[test]
fn nothing_is_drawn_of_a_plan_without_dates() {
    let plan = Plan::blank();
    let today = date("2026-09-01");
    let schedule = Schedule::on(&plan, today);
    assert_eq!(
        Timeline::of(Scene { plan: &plan, schedule: &schedule, today, only: None }, Frame::WIDE),
        None
    );
    let plan = with_steps(&plan, PROSPECT, &[then(1, Unit::WorkingDays)]);
    let schedule = Schedule::on(&plan, today);
    assert_eq!(
        Timeline::of(Scene { plan: &plan, schedule: &schedule, today, only: None }, Frame::WIDE),
        None
    );
}

// --- Laws ---

fn captions(timeline: &Timeline) -> Vec<&Caption> {
    let ticks = timeline.months.iter().chain(&timeline.weeks).chain(&timeline.today);
    let of_marks = timeline.marks.iter().filter_map(|mark| mark.caption.as_ref());
    let of_purchase = timeline.purchase.iter().flat_map(|purchase| &purchase.captions);
    ticks
        .filter_map(|tick| tick.caption.as_ref())
        .chain(of_marks)
        .chain(of_purchase)
        .chain(&timeline.holidays)
        .collect()
}

/// What of a picture breaks its laws.
fn broken(timeline: &Timeline) -> Vec<String> {
    let mut found = Vec::new();
    let along = |mark: &Mark| mark.along(timeline.flow);
    for pair in timeline.marks.windows(2) {
        if (pair[0].date < pair[1].date && along(&pair[0]) > along(&pair[1])) || pair[0].date > pair[1].date {
            found.push(format!("{:?} lies before {:?}", pair[0], pair[1]));
        }
    }
    let inside = |area: &Area| {
        area.x >= 0
            && area.y >= 0
            && area.x + area.width <= timeline.width
            && area.y + area.height <= timeline.height
    };
    let captions = captions(timeline);
    for (at, caption) in captions.iter().enumerate() {
        if caption.text.is_empty() || !inside(&caption.area()) {
            found.push(format!("{caption:?} is not inside {} × {}", timeline.width, timeline.height));
        }
        for other in &captions[..at] {
            if caption.area().overlaps(&other.area()) {
                found.push(format!("{caption:?} lies over {other:?}"));
            }
        }
    }
    for mark in &timeline.marks {
        let around = Area { x: mark.at.x - 12, y: mark.at.y - 12, width: 24, height: 24 };
        let areas = mark.tries.iter().chain(&mark.window).chain(&mark.late).chain([&around]);
        found.extend(
            areas.filter(|area| !inside(area)).map(|area| format!("{area:?} of {mark:?} is outside")),
        );
        let over = captions.iter().filter(|caption| caption.area().overlaps(&around));
        found.extend(over.map(|caption| format!("{caption:?} lies over {mark:?}")));
    }
    found.extend(
        timeline.days_off.iter().filter(|off| !inside(&off.area)).map(|off| format!("{off:?} is outside")),
    );
    found
}

fn frames() -> [Frame; 3] {
    [Frame::WIDE, Frame::TALL, Frame::SHEET]
}

/// Some steps with names, close together or far apart, on two lanes, some of them parting, some done.
fn crowds() -> impl Strategy<Value = (Plan, NaiveDate)> {
    let step = (
        0..20_u16,
        prop::sample::select(vec![Unit::WorkingDays, Unit::Weeks, Unit::ExactDays]),
        0..6_u8,
        "[A-Za-z]{0,9}( [a-z]{1,9}){0,6}",
    );
    let steps = prop::collection::vec(step, 0..30);
    (steps.clone(), steps, 0..90_i64, 0..200_i64).prop_map(|(prospect, customer, gap, today)| {
        let start = date("2026-09-01");
        let mut plan = starting("2026-09-01", &[]);
        if gap > 20 {
            plan = plan
                .edited(Edit::Start(CUSTOMER, Some(start + chrono::Days::new(gap.unsigned_abs()))))
                .unwrap();
        }
        for (audience, steps) in [(PROSPECT, prospect), (CUSTOMER, customer)] {
            let mut above = None;
            for (length, unit, kind, what) in steps {
                let id = plan.next_id();
                plan = with_steps(&plan, audience, &[then(length % (if kind == 0 { 1 } else { 20 }), unit)]);
                plan = with(&plan, id, StepEdit::What(Line::fitted(&what)));
                plan = match (kind, above) {
                    (1, Some(above)) => with(&plan, id, only_after(above, Outcome::NoReply)),
                    (2, _) => with(&plan, id, attempts(4, 2)),
                    (3, _) => with(&plan, id, window(Some((40, Unit::WorkingDays)), "", Eves::Taken)),
                    (4, _) => marked(&plan, id, "2026-09-20", Fate::Done(None)),
                    (5, _) => marked(&plan, id, "2026-09-21", Fate::Skipped),
                    _ => plan,
                };
                above = Some(id);
            }
        }
        let holidays = ["2026-09-07", "2026-09-08", "2026-11-26", "2026-12-25"];
        (with_holidays(&plan, &holidays), start + chrono::Days::new(today.unsigned_abs()))
    })
}

fn check(plan: &Plan, today: NaiveDate) -> Result<(), TestCaseError> {
    let schedule = Schedule::on(plan, today);
    for frame in frames() {
        for only in [None, Some(PROSPECT), Some(CUSTOMER)] {
            let Some(timeline) = Timeline::of(Scene { plan, schedule: &schedule, today, only }, frame) else {
                continue;
            };
            let dated = schedule
                .all()
                .filter(|(audience, facts)| only.is_none_or(|only| only == *audience) && facts.due.is_some());
            prop_assert_eq!(timeline.marks.len(), dated.count());
            if frame.names == Names::LeftOut {
                prop_assert!(timeline.width <= frame.length, "{} wide", timeline.width);
            }
            if frame.flow == Flow::Down {
                prop_assert_eq!(timeline.width, frame.breadth);
            }
            prop_assert_eq!(broken(&timeline), Vec::<String>::new(), "{:?} {:?}", frame, only);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn days_grow_along_the_axis_and_nothing_overlaps_or_leaves_the_picture((plan, today) in crowds()) {
        check(&plan, today)?;
    }

    #[test]
    fn so_it_is_for_whatever_plan_edits_make(plan in edits::plans(), days in 0..400_u64) {
        check(&plan, date("2026-09-01") + chrono::Days::new(days))?;
    }
}

#[test]
fn these_checks_notice_what_is_wrong() {
    let mut timeline = drawn(&in_a_row(3), "2026-09-01", Frame::WIDE);
    assert_eq!(broken(&timeline), Vec::<String>::new());
    timeline.marks.swap(0, 2);
    assert_ne!(broken(&timeline), Vec::<String>::new());
    timeline.marks.swap(0, 2);
    timeline.marks[1].caption = timeline.marks[0].caption.clone();
    assert_ne!(broken(&timeline), Vec::<String>::new());
    let _: Audience = PROSPECT;
}
