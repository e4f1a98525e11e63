//! What is late and what comes next: the steps that wait for somebody on a day (B9).

use chrono::NaiveDate;

use super::{Place, Schedule, StepFacts};
use crate::calendar::{DayNumber, WorkCalendar, sort_by_number};
use crate::plan::{Audience, PlanParts};

/// The open steps of a plan as they wait on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worklist {
    /// Those that should have been done, the longest late first.
    pub late: Vec<(Audience, StepFacts)>,
    /// Those whose day is there or still to come, in order of their days.
    pub next: Vec<(Audience, StepFacts)>,
}

impl Worklist {
    /// What waits on a day. A sequence that nobody has begun waits for nobody: its days stand for a contact to come.
    pub fn of(plan: &PlanParts, schedule: &Schedule, today: NaiveDate) -> Self {
        let waits = |(audience, facts): &(Audience, &StepFacts)| {
            has_begun(plan, *audience)
                && facts.is_open()
                && facts.place == Place::OnPath
                && facts.due.is_some()
        };
        let waiting = schedule.all().filter(waits).map(|(audience, facts)| (audience, *facts));
        let (mut late, mut next): (Vec<_>, Vec<_>) =
            waiting.partition(|(_, facts)| facts.late_since(today).is_some());
        sort_by_number(&mut late, |(_, facts)| number(facts.late_since(today)));
        sort_by_number(&mut next, |(_, facts)| number(facts.due));
        Self { late, next }
    }
}

fn number(date: Option<NaiveDate>) -> i64 {
    date.map_or(i64::MAX, |date| date.to_epoch_days().into())
}

/// Whether a sequence is under way: it has a day of its own to start from, or something of it was marked or put off. One that only
/// follows the other's start has not begun, unless there is no other (B1).
pub fn has_begun(plan: &PlanParts, audience: Audience) -> bool {
    let run = plan.runs.of(audience);
    let is_alone = plan.sequences.of(audience.other()).steps.is_empty();
    run.start.is_some() || run.has_begun() || is_alone
}

impl StepFacts {
    /// Since when it is late on a day: the last day that would have done, where that is over and it is still open (B9).
    /// While nothing of a sequence is marked its days stay as planned, and so may lie in the past.
    pub fn late_since(&self, today: NaiveDate) -> Option<NaiveDate> {
        let is_waiting = self.is_open() && self.place == Place::OnPath;
        let last = || self.latest.or(self.due).filter(|last| *last < today);
        self.overdue_since.or_else(last).filter(|_| is_waiting)
    }

    /// The days on which it is tried while it is open, by the calendar of whoever does it; the first of them the day it
    /// is due (B5).
    pub fn attempts_by(&self, calendar: &WorkCalendar) -> Vec<NaiveDate> {
        let Some(due) = self.due else { return Vec::new() };
        let Some(last) = self.last_attempt else { return vec![due] };
        let later =
            |times: i64| calendar.workday_number(DayNumber::of(due), times * i64::from(self.attempts.gap()));
        let days = (0..i64::from(self.attempts.count())).map_while(|times| later(times).ok()?.date());
        days.take_while(|day| *day <= last).collect()
    }
}

impl Schedule {
    /// The days on which an open step is tried, the first of them the day it is due (B5).
    pub fn attempts(&self, facts: &StepFacts) -> Vec<NaiveDate> {
        self.calendar(facts.step).map(|calendar| facts.attempts_by(calendar)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Anchor, Attempts, Delay, Edit, Fate, Plan, Span, StepEdit, StepId, Unit, Window};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A day after another from Tuesday 1 September 2026 on, for each audience; steps are named 1, 2, … in this order.
    fn plan(prospect: usize, customer: usize) -> Plan {
        let mut plan =
            Plan::blank().edited(Edit::Start(Audience::Prospect, Some(date("2026-09-01")))).unwrap();
        let day = Delay::after(1, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
        for (audience, count) in [(Audience::Prospect, prospect), (Audience::Customer, customer)] {
            for _ in 0..count {
                let step = StepId(plan.next_id());
                plan = plan.edited(Edit::AddStep { audience, before: None }).unwrap();
                plan = plan.edited(Edit::Step(step, StepEdit::Delay(day))).unwrap();
            }
        }
        plan
    }

    /// The steps that are late and those that come next, by their names.
    fn waiting(plan: &Plan, today: &str) -> (Vec<u32>, Vec<u32>) {
        let list = Worklist::of(plan, &Schedule::on(plan, date(today)), date(today));
        let names = |steps: &[(Audience, StepFacts)]| steps.iter().map(|(_, facts)| facts.step.0).collect();
        (names(&list.late), names(&list.next))
    }

    #[test]
    fn what_is_over_is_late_whether_anything_was_marked_or_not() {
        let plan = plan(3, 0);
        assert_eq!(waiting(&plan, "2026-09-01"), (vec![], vec![1, 2, 3]));
        assert_eq!(waiting(&plan, "2026-09-03"), (vec![1], vec![2, 3]));
        let marked = plan.edited(Edit::Mark(StepId(1), date("2026-09-02"), Fate::Done(None))).unwrap();
        assert_eq!(waiting(&marked, "2026-09-07"), (vec![2], vec![3]));
        let done = marked.edited(Edit::Mark(StepId(2), date("2026-09-04"), Fate::Done(None))).unwrap();
        assert_eq!(waiting(&done, "2026-09-07"), (vec![], vec![3]));
    }

    #[test]
    fn nothing_is_late_of_a_sequence_that_nobody_has_begun() {
        let plan = plan(1, 2);
        assert_eq!(waiting(&plan, "2026-09-30"), (vec![1], vec![]));
        let bought = plan.edited(Edit::Start(Audience::Customer, Some(date("2026-09-28")))).unwrap();
        assert_eq!(waiting(&bought, "2026-09-30"), (vec![1, 2], vec![3]));
        assert_eq!(
            waiting(&self::plan(0, 1), "2026-09-30"),
            (vec![1], vec![]),
            "there is no other to wait for"
        );
    }

    #[test]
    fn a_step_with_a_window_is_late_when_its_last_day_is_over() {
        let window = Window { latest: Span::new(5, Unit::WorkingDays), ..Window::default() };
        let day = Delay::after(1, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
        let plan = plan(1, 0).edited(Edit::Step(StepId(1), StepEdit::Timing(day, window))).unwrap();
        assert_eq!(waiting(&plan, "2026-09-08"), (vec![], vec![1]));
        assert_eq!(waiting(&plan, "2026-09-09"), (vec![1], vec![]));
        let facts = *Schedule::on(&plan, date("2026-09-09")).step(StepId(1)).unwrap();
        assert_eq!(facts.late_since(date("2026-09-09")), Some(date("2026-09-08")));
    }

    #[test]
    fn each_attempt_has_its_day() {
        let tried = StepEdit::Attempts(Attempts::new(3, 2).unwrap());
        let plan = plan(1, 0).edited(Edit::Step(StepId(1), tried)).unwrap();
        let days = |plan: &Plan, today: &str| {
            let schedule = Schedule::on(plan, date(today));
            schedule.attempts(schedule.step(StepId(1)).unwrap())
        };
        let expected = ["2026-09-02", "2026-09-04", "2026-09-08"].map(date);
        assert_eq!(days(&plan, "2026-09-01"), expected);
        let once = plan.edited(Edit::Mark(StepId(1), date("2026-09-02"), Fate::Tried(1))).unwrap();
        assert_eq!(days(&once, "2026-09-02"), expected[1..]);
    }
}
