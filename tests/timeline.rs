//! The picture of time, as numbers: on which day each step lies, what is beside it, and where words have room.
//!
//! 128 cases a law.

#![cfg(test)]

#[path = "fixtures/edits.rs"]
mod edits;

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::NaiveDate;
use followthrough::plan::{Edit, Eves, Fate, Holiday, Line, Outcome, Plan, StepEdit, StepId, Unit};
use followthrough::schedule::Schedule;
use followthrough::timeline::{
    Area, DayAxis, Flow, Frame, Ink, Mark, MarkState, Names, Point, Scene, Stroke, Timeline,
};
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

/// The room a day takes, from two steps that are so many days apart.
fn day(timeline: &Timeline, [one, other]: [u32; 2], apart: i32) -> i32 {
    (mark(timeline, other).at.x - mark(timeline, one).at.x) / apart
}

/// The strokes of a kind.
fn strokes(timeline: &Timeline, ink: Ink) -> Vec<Stroke> {
    timeline.strokes.iter().filter(|stroke| stroke.ink == ink).copied().collect()
}

/// The ends of the strokes of a kind.
fn ends(timeline: &Timeline, ink: Ink) -> Vec<[Point; 2]> {
    strokes(timeline, ink).iter().map(|stroke| [stroke.from, stroke.to]).collect()
}

/// The days that each stroke of a kind is long.
fn lengths(timeline: &Timeline, ink: Ink) -> Vec<i32> {
    strokes(timeline, ink).iter().map(|stroke| (stroke.to.x - stroke.from.x) / 72).collect()
}

fn texts(timeline: &Timeline) -> Vec<&str> {
    timeline.captions.iter().map(|caption| caption.text.as_str()).collect()
}

#[test]
fn what_is_twice_as_long_is_twice_as_wide() {
    // Wed 2, Thu 3, Fri 4, Mon 7 September.
    let timeline = drawn(&in_a_row(4), "2026-09-01", Frame::WIDE);
    let width = day(&timeline, [1, 2], 1);
    assert_eq!([width, day(&timeline, [2, 3], 1), day(&timeline, [3, 4], 3)], [72; 3]);
    assert!(timeline.marks.iter().all(|mark| mark.at.y == timeline.marks[0].at.y), "there is room for all");
}

#[test]
fn what_is_pulled_beside_a_day_is_on_that_day_beyond_the_ends_as_well() {
    for frame in [Frame::WIDE, Frame::TALL, Frame::SHEET] {
        for steps in [2, 40, 400] {
            let timeline = drawn(&in_a_row(steps), "2026-09-01", frame);
            let first = timeline.marks[0];
            for days in -40..40 {
                let to = first.date + chrono::TimeDelta::days(days);
                let pulled = timeline.moved(first.at, to);
                let (along, beside) = match frame.flow {
                    Flow::Across => (pulled.x, pulled.y == first.at.y),
                    Flow::Down => (pulled.y, pulled.x == first.at.x),
                };
                // Where several days share a place, one of them is meant.
                let found = timeline.day_at(along).unwrap();
                let is_there = timeline.moved(first.at, found) == pulled;
                assert!(beside && is_there, "{frame:?}, {steps} steps: {to} is found as {found}");
            }
            assert_eq!(timeline.moved(first.at, first.date), first.at);
        }
    }
    let timeline = drawn(&in_a_row(4), "2026-09-01", Frame::WIDE);
    let half = day(&timeline, [1, 2], 1) / 2;
    let at = |by: i32| timeline.day_at(mark(&timeline, 2).at.x + by).unwrap().to_string();
    assert_eq!(
        [at(-half - 1), at(0), at(half - 1), at(half + 1)],
        ["2026-09-02", "2026-09-03", "2026-09-03", "2026-09-04"]
    );
    assert!([i32::MIN, i32::MAX].iter().all(|along| timeline.day_at(*along).is_some()));
}

#[test]
fn a_long_plan_takes_ten_pixels_a_day_and_paper_makes_it_fit() {
    let plan = with_steps(&in_a_row(2), PROSPECT, &[then(12, Unit::Months)]);
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    assert_eq!(day(&timeline, [1, 2], 1), 10);
    assert!(timeline.width > 3650, "{}", timeline.width);
    assert_eq!(mark(&timeline, 1).at.y - mark(&timeline, 2).at.y, 28, "it would touch the first");
    let sheet = drawn(&plan, "2026-09-01", Frame::SHEET);
    assert!(sheet.width <= Frame::SHEET.width, "{}", sheet.width);
    assert!(!texts(&sheet).contains(&"Call them"));
}

#[test]
fn weekends_and_holidays_are_bands_and_holidays_have_names() {
    let plan = with_holidays(&in_a_row(5), &["2026-09-07"]);
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    assert_eq!((lengths(&timeline, Ink::Weekend), lengths(&timeline, Ink::Holiday)), (vec![2], vec![1]));
    let monday = strokes(&timeline, Ink::Holiday)[0];
    assert_eq!(monday.from.x - mark(&timeline, 3).at.x, 3 * 72 - 36, "three days after Fri 4 September");
    let holiday = Holiday { date: date("2026-09-07"), name: Line::parse("Labor Day").unwrap() };
    let named = plan.edited(Edit::AddHoliday(holiday)).unwrap();
    assert!(texts(&drawn(&named, "2026-09-01", Frame::WIDE)).contains(&"Labor Day"));
}

#[test]
fn a_late_step_lies_on_its_day_and_its_bar_reaches_to_today() {
    let plan = done(&in_a_row(3), 1, "2026-09-02");
    let timeline = drawn(&plan, "2026-09-07", Frame::WIDE);
    let states: Vec<_> = timeline.marks.iter().map(|mark| mark.state).collect();
    assert_eq!(states, [MarkState::Done, MarkState::Late, MarkState::Next]);
    let late = mark(&timeline, 2);
    assert_eq!(late.date, date("2026-09-03"));
    let bar = strokes(&timeline, Ink::Late)[0];
    assert_eq!((bar.from.x, lengths(&timeline, Ink::Late)), (late.at.x, vec![4]));
    assert_eq!(timeline.today.map(|today| today - late.at.x), Some(4 * 72));
    assert_eq!(ends(&timeline, Ink::Line), [[mark(&timeline, 1).at, late.at]]);
    assert_eq!(ends(&timeline, Ink::Ahead), [[late.at, mark(&timeline, 3).at]]);
}

#[test]
fn a_window_and_the_further_attempts_lie_on_their_days() {
    let plan = with(&in_a_row(2), 1, attempts(3, 1));
    let plan = with(&plan, 2, window(Some((3, Unit::WorkingDays)), "", Eves::Taken));
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    let first = mark(&timeline, 1).at.x;
    let tries: Vec<_> =
        strokes(&timeline, Ink::Try).iter().map(|tick| (tick.from.x + 1 - first) / 72).collect();
    assert_eq!(tries, [1, 2]);
    // From Thu 3 to Mon 7 September.
    let window = strokes(&timeline, Ink::Window)[0];
    assert_eq!(window.from.x, mark(&timeline, 2).at.x - 36);
    assert_eq!(lengths(&timeline, Ink::Window), [5]);
}

#[test]
fn what_comes_only_after_another_outcome_lies_beside_the_lane_and_comes_back_to_it() {
    let plan = with(&in_a_row(3), 1, StepEdit::Expected(Some(Outcome::Reached)));
    let plan = with(&plan, 2, only_after(1, Outcome::NotReached));
    let timeline = drawn(&plan, "2026-09-01", Frame::WIDE);
    let [first, aside, third] = [1, 2, 3].map(|step| mark(&timeline, step));
    let beside = (aside.state, aside.at.y - first.at.y, third.at.y - first.at.y);
    assert_eq!(beside, (MarkState::Aside, 50, 0));
    assert!(texts(&timeline).contains(&"nobody reached"));
    // Both come a day after the first: there is nothing later to come back to.
    assert_eq!(ends(&timeline, Ink::Fork), [[first.at, aside.at]]);
    let later = with_steps(&plan, PROSPECT, &[then(1, Unit::WorkingDays)]);
    let timeline = drawn(&later, "2026-09-01", Frame::WIDE);
    let [first, aside, last] = [1, 2, 4].map(|step| mark(&timeline, step).at);
    assert_eq!(ends(&timeline, Ink::Fork), [[first, aside], [aside, last]]);
}

#[test]
fn the_first_purchase_stands_between_the_lanes_on_its_day() {
    let plan = with_steps(&in_a_row(2), CUSTOMER, &[then(1, Unit::WorkingDays)]);
    let begun = plan.edited(Edit::Start(CUSTOMER, Some(date("2026-09-10")))).unwrap();
    let timeline = drawn(&begun, "2026-09-01", Frame::WIDE);
    let purchase = timeline.purchase.unwrap();
    let customer = mark(&timeline, 3);
    assert_eq!(customer.at.x - purchase.x, day(&timeline, [1, 2], 1));
    assert!(mark(&timeline, 1).at.y < purchase.y && purchase.y < customer.at.y);
    assert!(texts(&timeline).contains(&"10 Sep"));
    assert!(texts(&drawn(&plan, "2026-09-01", Frame::WIDE)).contains(&"1 Sep, not set yet"));
}

#[test]
fn on_a_phone_time_runs_down_and_every_step_has_a_line_of_its_own() {
    let plan = with_steps(&in_a_row(12), CUSTOMER, &[then(1, Unit::WorkingDays)]);
    let timeline = drawn(&plan, "2026-09-01", Frame::TALL);
    assert_eq!(timeline.width, 328);
    let lines: Vec<_> = timeline.captions.iter().filter(|caption| caption.at.x > 100).collect();
    assert_eq!(lines.len(), 14, "every step and the first purchase");
    assert_eq!(lines[1].text, "2 Sep  Call them");
    assert!(lines.windows(2).all(|pair| pair[1].at.y - pair[0].at.y >= 20));
}

#[test]
fn on_a_phone_a_busy_month_before_a_long_wait_keeps_its_marks_apart() {
    let close = [then(2, Unit::WorkingDays), then(3, Unit::WorkingDays)];
    let steps: Vec<_> = close.into_iter().cycle().take(6).chain([then(6, Unit::Months)]).collect();
    let plan = with_steps(&starting("2026-09-01", &[]), PROSPECT, &steps);
    let plan = with(&plan, 4, only_after(3, Outcome::NoReply));
    let timeline = drawn(&plan, "2026-09-01", Frame::TALL);
    for (at, mark) in timeline.marks.iter().enumerate() {
        for other in &timeline.marks[..at] {
            let apart = (mark.at.x - other.at.x).abs().max((mark.at.y - other.at.y).abs());
            assert!(apart >= 22, "step {} lies over step {}", mark.number, other.number);
        }
    }
}

#[test]
fn nothing_is_drawn_of_a_plan_without_dates() {
    let today = date("2026-09-01");
    for plan in [Plan::blank(), with_steps(&Plan::blank(), PROSPECT, &[then(1, Unit::WorkingDays)])] {
        let schedule = Schedule::on(&plan, today);
        let scene = Scene { plan: &plan, schedule: &schedule, today, only: None };
        assert_eq!(Timeline::of(scene, Frame::WIDE), None);
    }
}

// --- Laws ---

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
    for (at, caption) in timeline.captions.iter().enumerate() {
        if caption.text.is_empty() || !inside(&caption.area()) {
            found.push(format!("{caption:?} is not inside {} × {}", timeline.width, timeline.height));
        }
        for other in &timeline.captions[..at] {
            if caption.area().overlaps(&other.area()) {
                found.push(format!("{caption:?} lies over {other:?}"));
            }
        }
    }
    for mark in &timeline.marks {
        let around = Area { x: mark.at.x - 12, y: mark.at.y - 12, width: 24, height: 24 };
        if !inside(&around) {
            found.push(format!("{mark:?} is outside"));
        }
        let over = timeline.captions.iter().filter(|caption| caption.area().overlaps(&around));
        found.extend(over.map(|caption| format!("{caption:?} lies over {mark:?}")));
    }
    let areas = [Ink::Weekend, Ink::Holiday, Ink::Window, Ink::Late, Ink::Try];
    let outside = timeline.strokes.iter().filter(|it| areas.contains(&it.ink) && !inside(&it.area()));
    found.extend(outside.map(|stroke| format!("{stroke:?} is outside")));
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
                prop_assert!(timeline.width <= frame.width, "{} wide", timeline.width);
            }
            if frame.flow == Flow::Down {
                prop_assert_eq!(timeline.width, frame.width);
            }
            prop_assert_eq!(broken(&timeline), Vec::<String>::new(), "{:?} {:?}", frame, only);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

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
    timeline.captions.push(timeline.captions[0].clone());
    assert_ne!(broken(&timeline), Vec::<String>::new());
}
