//! The axis: which day lies where, and what is drawn and written along it.

use chrono::{Datelike, NaiveDate};

use super::super::Point;
use super::caption::{Anchor, Area, Caption, Tone, fitted, text_width};
use super::{Flow, Frame, Ink, SIDE, Scene, Stroke, TOP};
use crate::calendar::{DayNumber, DayOff};
use crate::plan::Audience;
use crate::words;

/// Along the axis, before the first day and after the last.
const ENDS: i32 = 14;
/// The most a picture may take along the axis where it may be scrolled.
const LONGEST: i64 = 12_000;
/// Days that are narrower, in thousandths, are not told apart.
const NARROWEST: i64 = 2_500;

/// Days laid out along a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    first: DayNumber,
    days: i32,
    /// What a day takes, in thousandths.
    day: i64,
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
        let fit = i64::from(frame.width - 2 * ENDS).max(1) * 1000 / many;
        let day = match frame.flow {
            // A line for each step, as far as that leaves the days apart and the end in sight.
            Flow::Down => (steps as i64 * 26_000 / many).clamp(frame.day, 18_000),
            Flow::Across if fit < frame.day * 7 / 10 => frame.day,
            Flow::Across => fit.min(72_000),
        };
        let day = if frame.day > 0 { day.min(LONGEST * 1000 / many) } else { day };
        Self { first, days, day: day.max(1) }
    }

    /// Where the picture ends.
    pub fn end(&self) -> i32 {
        self.edge(self.first.plus(self.days)) + ENDS
    }

    /// Where a day begins.
    fn edge(&self, day: DayNumber) -> i32 {
        let days = i64::from(day.0) - i64::from(self.first.0);
        ENDS + small((days * self.day).div_euclid(1000))
    }

    /// Where a day begins, and where another ends.
    pub fn stretch(&self, first: NaiveDate, last: NaiveDate) -> (i32, i32) {
        (self.edge(DayNumber::of(first)), self.edge(DayNumber::of(last).plus(1)))
    }

    /// The middle of a day.
    pub fn place(&self, date: NaiveDate) -> i32 {
        let (from, to) = self.stretch(date, date);
        from + (to - from) / 2
    }

    /// The day that lies at a place, before the first and after the last as well; none beyond all dates.
    pub fn day_at(&self, along: i32) -> Option<NaiveDate> {
        let along = along.clamp(-2 * LONGEST as i32, 2 * LONGEST as i32);
        let days = ((i64::from(along) - i64::from(ENDS)) * 1000).div_euclid(self.day);
        // A day begins at a whole number, which may lie a little before its own place.
        let guess = self.first.plus(i32::try_from(days).ok()?);
        let begins = |day: &DayNumber| self.edge(*day) <= along;
        [1, 0, -1].map(|days| guess.plus(days)).into_iter().find(begins)?.date()
    }

    /// Whether a day lies on it.
    pub fn holds(&self, date: NaiveDate) -> bool {
        (self.first..self.first.plus(self.days)).contains(&DayNumber::of(date))
    }

    /// Draws days off, months, weeks and today, and names them where there is room.
    pub fn draw(
        &self,
        scene: Scene<'_>,
        frame: Frame,
        plot: Area,
        today: Option<i32>,
        strokes: &mut Vec<Stroke>,
        captions: &mut Vec<Caption>,
    ) {
        let is_across = frame.flow == Flow::Across;
        let (near, far) = match is_across {
            true => (plot.y, plot.y + plot.height),
            false => (plot.x, plot.x + plot.width),
        };
        let mut draw = |ink, (from, to), (near, far)| {
            let (from, to) = (frame.flow.point(from, near), frame.flow.point(to, far));
            strokes.push(Stroke { ink, audience: Audience::Prospect, from, to });
        };
        // Those that matter most are written first; the others where nothing stands yet.
        let written = captions.len();
        let mut write = |caption: Caption| {
            let is_free = captions[written..].iter().all(|other| !other.area().overlaps(&caption.area()));
            if is_free && !caption.text.is_empty() {
                captions.push(caption);
            }
        };
        if let Some(at) = today {
            draw(Ink::Today, (at, at), (near, far));
            write(match is_across {
                true => {
                    let text = ["Today, ", &words::day(scene.today)].concat();
                    let half = text_width(&text) * 9 / 16 + 4;
                    let at = Point { x: at.max(half).min(plot.width - half), y: TOP + 17 };
                    Caption::new(text, at, Anchor::Middle, Tone::Today)
                }
                false => Caption::new("Today", Point { x: SIDE - 4, y: at + 4 }, Anchor::End, Tone::Today),
            });
        }
        let month = small(self.day * 30 / 1000).max(1);
        let step = [1, 3, 12, 60, 240].into_iter().find(|step| month * step >= 40).unwrap_or(1200);
        let calendar = scene.plan.calendar();
        let mut names = 0;
        let mut begin: Option<(NaiveDate, DayOff, i32)> = None;
        // One day beyond the end, which ends what reaches there.
        for days in 0..=self.days {
            let Some(date) = self.first.plus(days).date() else { break };
            let (from, _) = self.stretch(date, date);
            let is_end = days == self.days;
            let off = calendar.day_off(date).filter(|_| !is_end && self.day >= NARROWEST);
            let is_holiday = |off| off == DayOff::Holiday;
            if let Some((first, kind, since)) = begin
                && off.map(is_holiday) != Some(is_holiday(kind))
            {
                draw(if is_holiday(kind) { Ink::Holiday } else { Ink::Weekend }, (since, from), (near, far));
                begin = None;
                let name = scene.plan.day_off_name(first, None).filter(|_| is_holiday(kind) && is_across);
                let name = fitted(name.unwrap_or_default(), 150);
                let half = text_width(&name) / 2 + 1;
                let x = since.midpoint(from).max(half).min(plot.width - half);
                if !name.is_empty() && x - half >= names {
                    names = x + half + 10;
                    write(Caption::new(name, Point { x, y: far + 14 }, Anchor::Middle, Tone::Aside));
                }
            }
            if let Some(kind) = off {
                begin = begin.or(Some((date, kind, from)));
            }
            let months = date.year() * 12 + date.month0() as i32;
            if !is_end && (days == 0 || (date.day() == 1 && months.rem_euclid(step) == 0)) {
                draw(Ink::Grid, (from, from), (0, far));
                let to_next = i64::from(31 * step - date.day0() as i32) * self.day / 1000;
                let room = if is_across { small(to_next).min(self.end() - from) - 12 } else { SIDE - 4 };
                let (month, year) = (words::month(date), date.year().to_string());
                let full = if step < 12 { [month, " ", &year].concat() } else { year };
                let is_full = (days == 0 || date.month0() == 0 || step > 1) && text_width(&full) <= room;
                let text = if is_full { full.as_str() } else { month };
                if text_width(text) <= room {
                    let at =
                        if is_across { Point { x: from + 4, y: 14 } } else { Point { x: 0, y: from + 12 } };
                    write(Caption::new(text, at, Anchor::Start, Tone::Month));
                }
            }
        }
        let week = small(self.day * 7 / 1000);
        let apart = if is_across { 30 } else { 18 };
        let Some(step) = [1, 2, 4].into_iter().find(|step| week * step >= apart) else { return };
        let monday = 7 - self.first.plus(6).weekday().num_days_from_monday() as i32;
        for days in (monday - 1..self.days).step_by(7 * step as usize) {
            let Some(date) = self.first.plus(days).date() else { break };
            let at = self.place(date);
            let (anchor, place) = match is_across {
                true => (Anchor::Middle, Point { x: at, y: 32 }),
                false => (Anchor::End, Point { x: SIDE - 4, y: at + 4 }),
            };
            draw(Ink::Grid, (at, at), (near - 4, near));
            write(Caption::new(date.day().to_string(), place, anchor, Tone::Aside));
        }
        draw(Ink::Grid, (0, self.end()), (near, near));
    }
}
