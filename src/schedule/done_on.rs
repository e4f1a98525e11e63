//! When what follows a step is due, for each of the days on which it may be done (B6, B9): what is looked up on paper in place of
//! counting. Every date is one the schedule gives once the step is marked; nothing is counted a second time.

use chrono::NaiveDate;

use super::{Place, Schedule, StepFacts};
use crate::calendar::FIRST_DAY;
use crate::plan::{Edit, Fate, Plan};

/// A step that may be done on one of some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneOn {
    /// The days on which it may be done.
    pub days: Vec<NaiveDate>,
    /// The numbers of the steps counted from it, each with the day it is due, for each of those days.
    pub next: Vec<(usize, Vec<Option<NaiveDate>>)>,
}

impl DoneOn {
    /// So many days on which an open step may be done, from the day it is due or the present one on: working days of whoever does it,
    /// of the weekdays that suit. None where nothing that comes is counted from it, or it has no day.
    pub fn of(
        plan: &Plan,
        schedule: &Schedule,
        facts: &StepFacts,
        today: NaiveDate,
        count: usize,
    ) -> Option<Self> {
        if !facts.is_open() || facts.place == Place::OffPath {
            return None;
        }
        let (audience, _) = schedule.placed(facts.step)?;
        let follows = |next: &&StepFacts| {
            next.is_open() && next.place == Place::OnPath && next.basis.step() == Some(facts.step)
        };
        let next: Vec<_> = schedule.steps(audience).iter().filter(follows).collect();
        let first = facts.due?.max(today).max(FIRST_DAY);
        if next.is_empty() {
            return None;
        }
        let calendar = schedule.calendar(facts.step)?;
        let suits = |day: &NaiveDate| {
            facts.wait.weekdays.is_none_or(|days| days.is_worked(chrono::Datelike::weekday(day)))
        };
        // A weekday that suits comes once a week, a week has a working day.
        let days: Vec<_> = first
            .iter_days()
            .take(count * 14)
            .filter(|day| calendar.is_workday(*day))
            .filter(suits)
            .take(count)
            .collect();
        let done = |day: &NaiveDate| {
            let marked = plan.edited(Edit::Mark(facts.step, *day, Fate::Done(facts.expected))).ok()?;
            Some(Schedule::on(&marked, *day))
        };
        let schedules: Vec<_> = days.iter().map(done).collect();
        let due = |next: &StepFacts| {
            let on = |schedule: &Option<Schedule>| schedule.as_ref()?.step(next.step)?.due;
            schedules.iter().map(on).collect()
        };
        let next = next.into_iter().map(|next| (next.number, due(next))).collect();
        (!days.is_empty()).then_some(Self { days, next })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Anchor, Audience, Delay, Edit, Holiday, Line, StepEdit, StepId, Unit, Window};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Three steps, each two working days after the one before; Thanksgiving is off.
    fn plan() -> Plan {
        let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
        let after = |id| {
            let delay = Delay::after(2, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
            Edit::Step(StepId(id), StepEdit::Timing(delay, Window::default()))
        };
        let holiday = Holiday { date: date("2026-11-26"), name: Line::default() };
        let start = Edit::Start(Audience::Prospect, Some(date("2026-11-23")));
        let edits = [start, Edit::AddHoliday(holiday), add(), add(), add(), after(1), after(2), after(3)];
        edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn strip(plan: &Plan, step: u32, today: &str) -> Option<DoneOn> {
        let schedule = Schedule::on(plan, date(today));
        DoneOn::of(plan, &schedule, schedule.step(StepId(step)).unwrap(), date(today), 4)
    }

    #[test]
    fn each_working_day_has_the_day_the_next_step_is_due() {
        let strip = strip(&plan(), 1, "2026-11-23").unwrap();
        let days = ["2026-11-25", "2026-11-27", "2026-11-30", "2026-12-01"].map(date);
        assert_eq!(strip.days, days);
        let due = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"].map(|day| Some(date(day)));
        assert_eq!(strip.next, [(2, due.to_vec())]);
    }

    #[test]
    fn it_says_what_the_schedule_says_once_the_step_is_done() {
        let plan = plan();
        let told = strip(&plan, 2, "2026-11-23").unwrap();
        for (at, day) in told.days.iter().enumerate() {
            let done = plan.edited(Edit::Mark(StepId(2), *day, Fate::Done(None))).unwrap();
            let due = Schedule::on(&done, *day).step(StepId(3)).unwrap().due;
            assert_eq!(told.next[0].1[at], due, "done on {day}");
        }
    }

    #[test]
    fn nobody_does_a_step_on_a_day_that_is_over() {
        let told = strip(&plan(), 1, "2026-12-05").unwrap();
        assert_eq!(told.days[0], date("2026-12-07"));
    }

    #[test]
    fn nothing_is_told_of_the_last_step_nor_of_one_that_is_over() {
        let plan = plan();
        assert_eq!(strip(&plan, 3, "2026-11-23"), None);
        let done = plan.edited(Edit::Mark(StepId(1), date("2026-11-25"), Fate::Done(None))).unwrap();
        assert_eq!(strip(&done, 1, "2026-11-25"), None);
    }
}
