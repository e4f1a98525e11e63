//! What the formulas of a step come to: they are kept beside them, so that a viewer that does not count shows them, and
//! they tell whether the formulas find the day that the schedule has.

use super::days::Horizon;
use crate::calendar::{DayNumber, WorkCalendar, after_months};
use crate::plan::{Attempts, Direction, Eves, Span, Unit};
use crate::schedule::{Days, Roll, Wait};

/// How many days a formula looks at for one that suits, where there is no last one.
const DAYS_SEARCHED: i32 = 92;

/// What stands in the cells of a step.
#[derive(Clone, Copy, Debug)]
pub struct Cells {
    pub done: Option<DayNumber>,
    pub put_off: Option<DayNumber>,
    /// How many tries were in vain, the last of them on a day.
    pub tried: Option<(i32, DayNumber)>,
    pub from: Option<DayNumber>,
    pub wait: Wait,
    pub attempts: Attempts,
    pub not_before: Option<DayNumber>,
    /// Whether it may still come, and whether it is on the way.
    pub may_come: bool,
    pub is_taken: bool,
}

/// What its formulas come to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Results {
    pub earliest: Option<DayNumber>,
    pub latest: Option<DayNumber>,
    pub day: Option<DayNumber>,
    pub first: Option<DayNumber>,
    pub left: Option<DayNumber>,
    pub due: Option<DayNumber>,
    pub last_try: Option<DayNumber>,
    pub late_since: Option<DayNumber>,
}

impl Cells {
    /// What the formulas come to; `None` where they leave the days that count.
    pub fn results(&self, calendar: &WorkCalendar, horizon: Horizon) -> Option<Results> {
        let counting = Counting { cells: self, calendar, horizon };
        counting.results()
    }
}

struct Counting<'a> {
    cells: &'a Cells,
    calendar: &'a WorkCalendar,
    horizon: Horizon,
}

impl Counting<'_> {
    fn results(&self) -> Option<Results> {
        let cells = self.cells;
        if let Some(done) = cells.done {
            let done = Some(self.known(done)?);
            return Some(Results { due: done, last_try: done, ..Results::default() });
        }
        let Some(earliest) = self.earliest()? else { return Some(Results::default()) };
        let latest = self.latest(earliest)?;
        let day = if cells.put_off.is_some() { earliest } else { self.best(earliest, latest)? };
        let first = match cells.not_before {
            Some(now) if cells.wait.span.unit() == Unit::ExactDays => Some(self.known(now)?),
            Some(now) => Some(self.rolled(self.known(now)?, Roll::Forward)?),
            None => None,
        };
        let is_over = cells.not_before.is_some_and(|now| day < now);
        let left = match first {
            Some(first) => Some(self.best(first, latest)?),
            None => None,
        };
        let due = left.filter(|_| is_over && cells.may_come).unwrap_or(day);
        let by = latest.unwrap_or(day);
        let is_late = is_over && cells.is_taken && cells.not_before.is_some_and(|now| by < now);
        Some(Results {
            earliest: Some(earliest),
            latest,
            day: Some(day),
            first,
            left,
            due: Some(due),
            last_try: Some(self.workday(due, i32::from(cells.attempts.gap()) * self.tries_left())?),
            late_since: Some(by).filter(|_| is_late),
        })
    }

    fn tries_left(&self) -> i32 {
        let most = i32::from(self.cells.attempts.count());
        self.cells.tried.map_or(most - 1, |(times, _)| (most - times - 1).max(0))
    }

    fn earliest(&self) -> Option<Option<DayNumber>> {
        let cells = self.cells;
        if let Some(chosen) = cells.put_off {
            let chosen = self.known(chosen)?;
            return Some(Some(match cells.wait.span.unit() {
                Unit::ExactDays => chosen,
                _ => self.rolled(chosen, Roll::Forward)?,
            }));
        }
        if let Some((times, on)) = cells.tried {
            let on = self.known(on)?;
            let is_last = times >= i32::from(cells.attempts.count());
            return Some(Some(if is_last { on } else { self.workday(on, cells.attempts.gap().into())? }));
        }
        let Some(from) = cells.from else { return Some(None) };
        let roll = if cells.wait.direction == Direction::Before { Roll::Back } else { Roll::Forward };
        Some(Some(self.landed(self.known(from)?, cells.wait.span, roll)?))
    }

    fn latest(&self, earliest: DayNumber) -> Option<Option<DayNumber>> {
        let cells = self.cells;
        let (Some(from), Some(span), None) = (cells.from, cells.wait.latest, cells.tried) else {
            return Some(None);
        };
        let latest = self.landed(self.known(from)?, span, Roll::Back)?;
        Some(Some(latest).filter(|latest| cells.put_off.is_none() || *latest >= earliest))
    }

    fn landed(&self, from: DayNumber, span: Span, roll: Roll) -> Option<DayNumber> {
        let count = signed(span, self.cells.wait.direction);
        let landed = match span.unit() {
            Unit::WorkingDays => return self.workday(from, count),
            Unit::CalendarDays | Unit::ExactDays => from.plus(count),
            Unit::Weeks => from.plus(count * 7),
            Unit::Months => DayNumber::of(after_months(from.date()?, count).ok()?),
        };
        let landed = self.known(landed)?;
        if span.unit() == Unit::ExactDays { Some(landed) } else { self.rolled(landed, roll) }
    }

    fn best(&self, first: DayNumber, latest: Option<DayNumber>) -> Option<DayNumber> {
        let last = latest.unwrap_or(first.plus(DAYS_SEARCHED));
        let mut day = first;
        while day <= last {
            if self.suits(day) {
                return self.known(day);
            }
            day = match self.cells.wait.span.unit() {
                Unit::ExactDays => day.plus(1),
                _ => self.workday(day, 1)?,
            };
        }
        Some(first)
    }

    fn suits(&self, day: DayNumber) -> bool {
        let wait = self.cells.wait;
        wait.weekdays.is_none_or(|weekdays| weekdays.is_worked(day.weekday()))
            && (wait.eves == Eves::Taken || !self.calendar.is_eve(day))
    }

    fn workday(&self, from: DayNumber, count: i32) -> Option<DayNumber> {
        self.known(Days::workday(self.calendar, from, count).ok()?)
    }

    fn rolled(&self, day: DayNumber, roll: Roll) -> Option<DayNumber> {
        self.known(self.calendar.rolled(day, roll).ok()?)
    }

    /// A day that counts.
    fn known(&self, day: DayNumber) -> Option<DayNumber> {
        Some(day).filter(|day| self.horizon.has(*day))
    }
}

/// So many of a unit, below nought where one counts back.
pub fn signed(span: Span, direction: Direction) -> i32 {
    let length = i32::from(span.length());
    if direction == Direction::Before { -length } else { length }
}
