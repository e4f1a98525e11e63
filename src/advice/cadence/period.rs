//! Contacts counted by weeks, or by longer stretches where there are many weeks.

use chrono::{Datelike, Days, NaiveDate};

use super::Cadence;
use crate::plan::Channel;

/// Silent stretches of so many weeks, months… in a row, or more, are one.
const LONG_STRETCH: i64 = 3;

/// How finely time is parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Weeks, from the day of the first touchpoint on.
    Weeks,
    /// Calendar months.
    Months,
    /// Quarters of a year.
    Quarters,
    /// Years.
    Years,
}

/// A stretch of time with its contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// Which week, month… it is, from 1.
    pub number: usize,
    /// How many of them it is: more than one where nothing happens for long.
    pub length: usize,
    /// How many contacts there are by each channel that is used, in the order channels are offered.
    pub counts: Vec<(Channel, usize)>,
    /// How many of them are too much.
    pub too_much: usize,
    /// How many waits leave the contact forgotten during it.
    pub forgotten: usize,
}

impl Period {
    /// How many contacts it has.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

impl Scale {
    /// All of them, the finest first.
    pub const ALL: [Self; 4] = [Self::Weeks, Self::Months, Self::Quarters, Self::Years];

    fn months(self) -> Option<i32> {
        match self {
            Self::Weeks => None,
            Self::Months => Some(1),
            Self::Quarters => Some(3),
            Self::Years => Some(12),
        }
    }

    /// The place of a day among all weeks, months…
    fn place(self, origin: NaiveDate, date: NaiveDate) -> i64 {
        match self.months() {
            None => (date - origin).num_days().div_euclid(7),
            Some(months) => i64::from((date.year() * 12 + date.month0() as i32).div_euclid(months)),
        }
    }

    /// The first day at a place.
    fn first(self, origin: NaiveDate, place: i64) -> NaiveDate {
        let first = match self.months() {
            None => origin.checked_add_days(Days::new(place.unsigned_abs() * 7)),
            Some(months) => {
                let month = place * i64::from(months);
                let year = i32::try_from(month.div_euclid(12)).ok();
                year.and_then(|year| NaiveDate::from_ymd_opt(year, month.rem_euclid(12) as u32 + 1, 1))
            }
        };
        first.unwrap_or(origin)
    }
}

impl Cadence {
    /// The contacts by stretches of time, as finely as at most so many of them allow, from the first to the last
    /// without a hole. Where nothing happens for long, that is one stretch.
    pub fn periods(&self, most: usize) -> (Scale, Vec<Period>) {
        let mut parted = (Scale::Years, Vec::new());
        for scale in Scale::ALL {
            parted = (scale, self.parted(scale));
            if parted.1.len() <= most {
                break;
            }
        }
        parted
    }

    fn parted(&self, scale: Scale) -> Vec<Period> {
        let Some(origin) = self.touchpoints.first().map(|touchpoint| touchpoint.date) else {
            return Vec::new();
        };
        let start = scale.place(origin, origin);
        let mut periods = Vec::new();
        let mut next = start;
        for here in
            self.touchpoints.chunk_by(|a, b| scale.place(origin, a.date) == scale.place(origin, b.date))
        {
            let place = scale.place(origin, here[0].date);
            let silent = place - next;
            let length = if silent >= LONG_STRETCH { silent } else { 1 };
            while next < place {
                periods.push(self.period(scale, start, next, length));
                next += length;
            }
            periods.push(self.period(scale, start, place, 1));
            next = place + 1;
        }
        periods
    }

    fn period(&self, scale: Scale, start: i64, place: i64, length: i64) -> Period {
        let origin = self.touchpoints.first().map(|touchpoint| touchpoint.date).unwrap_or_default();
        let first = scale.first(origin, place);
        let after = scale.first(origin, place + length);
        let last = after.pred_opt().unwrap_or(after);
        let is_here = |date: NaiveDate| (first..=last).contains(&date);
        // The contacts are in order of time, and there may be many of them.
        let from = self.touchpoints.partition_point(|touchpoint| touchpoint.date < first);
        let to = self.touchpoints.partition_point(|touchpoint| touchpoint.date <= last);
        let here = &self.touchpoints[from..to];
        let counts =
            self.bands.iter().map(|band| band.channel).map(|channel| {
                (channel, here.iter().filter(|touchpoint| touchpoint.channel == channel).count())
            });
        let counts = counts.filter(|(_, count)| *count > 0).collect();
        let mut too_much: Vec<_> = self
            .strains
            .iter()
            .map(|strain| strain.touchpoint)
            .filter(|touchpoint| is_here(touchpoint.date))
            .collect();
        too_much.dedup();
        let forgotten = self.silences.iter().filter(|silence| {
            let due = silence.after.date + chrono::TimeDelta::days(silence.limit.0);
            due < last && first < silence.until.date
        });
        Period {
            first,
            last,
            number: usize::try_from(place - start + 1).unwrap_or(1),
            length: usize::try_from(length).unwrap_or(1),
            counts,
            too_much: too_much.len(),
            forgotten: forgotten.count(),
        }
    }
}
