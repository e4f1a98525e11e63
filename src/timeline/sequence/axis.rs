//! The axis: which day lies where, and what is written along it.

use chrono::{Datelike, NaiveDate};

use super::super::Point;
use super::caption::{Anchor, Area, Caption, text_width};
use super::{Flow, Frame};
use crate::calendar::{DayNumber, DayOff, WorkCalendar, after_months};
use crate::plan::PlanParts;
use crate::words;

/// Along the axis, before the first day and after the last.
const ENDS: i32 = 14;
/// The most a picture may take along the axis where it may be scrolled.
const LONGEST: i64 = 12_000;
/// Days that are narrower, in thousandths, are not told apart.
const NARROWEST: i64 = 2_500;

/// Days laid out along a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    first: DayNumber,
    days: i32,
    /// What a day takes, in thousandths.
    day: i64,
    start: i32,
}

/// A line across the picture, with or without words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it lies along the axis.
    pub at: i32,
    /// What is written there, if there is room.
    pub caption: Option<Caption>,
}

/// Days in a row that are not worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysOff {
    /// The first of them.
    pub first: NaiveDate,
    /// Why.
    pub kind: DayOff,
    /// Where they lie.
    pub area: Area,
}

fn small(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

impl Axis {
    /// An axis for the days from one to another with so many steps on them.
    pub fn new((first, last): (NaiveDate, NaiveDate), steps: usize, frame: Frame) -> Self {
        let (first, last) = (DayNumber::of(first).plus(-1), DayNumber::of(last).plus(1));
        // A week at least, so that there is a weekend to see and room for words.
        let days = (last.0 - first.0 + 1).max(8);
        let many = i64::from(days);
        let fit = i64::from(frame.length - 2 * ENDS).max(1) * 1000 / many;
        let day = match (frame.flow, frame.day) {
            // A line for each step, as far as that leaves the days apart and the end in sight.
            (Flow::Down, _) => (steps as i64 * 26_000 / many).clamp(3_000, 18_000),
            (Flow::Across, least) if fit < least * 7 / 10 => least,
            (Flow::Across, _) => fit.min(72_000),
        };
        let day = if frame.day > 0 { day.min(LONGEST * 1000 / many) } else { day };
        Self { first, days, day: day.max(1), start: ENDS }
    }

    /// The end of the last day.
    pub fn end(&self) -> i32 {
        self.edge(self.first.plus(self.days)) + ENDS
    }

    /// Where a day begins.
    fn edge(&self, day: DayNumber) -> i32 {
        let days = i64::from(day.0) - i64::from(self.first.0);
        self.start + small(days * self.day / 1000)
    }

    /// Where a day begins, and where the next does after the last of some.
    pub fn stretch(&self, first: NaiveDate, last: NaiveDate) -> (i32, i32) {
        (self.edge(DayNumber::of(first)), self.edge(DayNumber::of(last).plus(1)))
    }

    /// The middle of a day.
    pub fn place(&self, date: NaiveDate) -> i32 {
        let (from, to) = self.stretch(date, date);
        from.midpoint(to)
    }

    /// Whether a day lies on it.
    pub fn holds(&self, date: NaiveDate) -> bool {
        (self.first..self.first.plus(self.days)).contains(&DayNumber::of(date))
    }

    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let first = self.first;
        (0..self.days).map_while(move |days| first.plus(days).date())
    }

    /// The days off, as bands over the whole plot.
    pub fn days_off(&self, calendar: &WorkCalendar, flow: Flow, plot: Area) -> Vec<DaysOff> {
        let mut found: Vec<DaysOff> = Vec::new();
        if self.day < NARROWEST {
            return found;
        }
        let mut before = None;
        for date in self.dates() {
            let kind = calendar.day_off(date);
            let Some(off) = kind else {
                before = None;
                continue;
            };
            let is_holiday = off == DayOff::Holiday;
            let (from, to) = self.stretch(date, date);
            match found.last_mut().filter(|_| before == Some(is_holiday)) {
                Some(last) => flow.stretch_to(&mut last.area, to),
                None => found.push(DaysOff { first: date, kind: off, area: flow.band(plot, from, to) }),
            }
            before = Some(is_holiday);
        }
        found
    }

    /// The first days of months, from fine to coarse until their names have room.
    pub fn months(&self, frame: Frame) -> Vec<Tick> {
        let month = small(self.day * 30 / 1000).max(1);
        let steps = [1, 3, 12, 60, 240, 1200];
        let step = steps.into_iter().find(|step| month * step >= 40).unwrap_or(2400);
        let Some(begin) = self.first.date() else { return Vec::new() };
        let months = begin.year() * 12 + begin.month0() as i32;
        let aligned = months - months.rem_euclid(step);
        let month_at =
            |number: i32| NaiveDate::from_ymd_opt(number.div_euclid(12), number.rem_euclid(12) as u32 + 1, 1);
        let dates: Vec<_> = (0..)
            .map_while(|count| month_at(aligned + count * step))
            .take_while(|date| DayNumber::of(*date).0 < self.first.0 + self.days)
            .collect();
        let mut ticks = Vec::new();
        for (at, date) in dates.iter().enumerate() {
            let begins = self.edge(DayNumber::of(*date)).max(self.start);
            let next = after_months(*date, step)
                .ok()
                .map_or(self.end(), |date| self.edge(DayNumber::of(date)).min(self.end()));
            let names = month_names(*date, at == 0, step);
            let room = match frame.flow {
                Flow::Across => next - begins - 8,
                Flow::Down => {
                    if next - begins >= 18 {
                        frame.start() - 4
                    } else {
                        0
                    }
                }
            };
            let name = names.into_iter().find(|name| text_width(name) <= room);
            let caption = name.map(|name| match frame.flow {
                Flow::Across => Caption::new(name, Point { x: begins + 4, y: 14 }, Anchor::Start),
                Flow::Down => Caption::new(name, Point { x: 0, y: begins + 12 }, Anchor::Start),
            });
            ticks.push(Tick { at: begins, caption });
        }
        ticks
    }

    /// The first days of weeks, by their numbers in the month, as many as have room beside what stands there already.
    pub fn weeks(&self, frame: Frame, taken: &[Area]) -> Vec<Tick> {
        let week = small(self.day * 7 / 1000);
        let apart = if frame.flow == Flow::Across { 30 } else { 18 };
        let Some(step) = [1, 2, 4].into_iter().find(|step| week * step >= apart) else { return Vec::new() };
        let mondays = self.dates().filter(|date| date.weekday().num_days_from_monday() == 0);
        let tick = |date: NaiveDate| {
            let at = self.place(date);
            let place = match frame.flow {
                Flow::Across => Point { x: at, y: 32 },
                Flow::Down => Point { x: frame.start() - 6, y: at + 4 },
            };
            let anchor = if frame.flow == Flow::Across { Anchor::Middle } else { Anchor::End };
            let caption = Caption::new(date.day().to_string(), place, anchor);
            let is_free = taken.iter().all(|area| !area.overlaps(&caption.area()));
            Tick { at, caption: Some(caption).filter(|_| is_free) }
        };
        mondays.step_by(step.unsigned_abs() as usize).map(tick).collect()
    }
}

/// What a stretch of months can be called, the longest first.
fn month_names(date: NaiveDate, is_first: bool, step: i32) -> Vec<String> {
    let (month, year) = (words::month(date).to_owned(), date.year().to_string());
    match step {
        12.. => vec![year],
        _ if is_first || date.month0() == 0 => vec![[month.as_str(), " ", &year].concat(), month],
        _ => vec![month],
    }
}

/// The names of holidays under their bands, as many as have room.
pub(super) fn holiday_names(plan: &PlanParts, days: &[DaysOff], width: i32, y: i32) -> Vec<Caption> {
    let mut names: Vec<Caption> = Vec::new();
    let mut end = 0;
    for day in days.iter().filter(|day| day.kind == DayOff::Holiday) {
        let Some(name) = plan.day_off_name(day.first, None) else { continue };
        let name = super::caption::fitted(name, 150);
        let half = text_width(&name) / 2 + 1;
        let x = day.area.x + day.area.width / 2;
        let x = x.min(width - half).max(half);
        if name.is_empty() || x - half < end {
            continue;
        }
        end = x + half + 10;
        names.push(Caption::new(name, Point { x, y }, Anchor::Middle));
    }
    names
}
