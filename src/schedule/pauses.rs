//! Working days with stretches cut out of them.

use super::days::{Days, Roll};
use crate::calendar::{DayNumber, OutOfRange};

/// Days of a calendar on which, for a time, nothing is done: while somebody is not to be followed up, no day is worked. A wait
/// does not run meanwhile; what counts back from a day to come is measured by the calendar all the same.
#[derive(Clone, Copy, Debug)]
pub struct Pausing<'a, D> {
    days: &'a D,
    pauses: &'a [(DayNumber, DayNumber)],
}

impl<'a, D: Days> Pausing<'a, D> {
    /// The same days less those of the pauses, which stand in order, each from its first to its last day.
    pub fn new(days: &'a D, pauses: &'a [(DayNumber, DayNumber)]) -> Self {
        Self { days, pauses }
    }

    fn pause(&self, day: DayNumber) -> Option<(DayNumber, DayNumber)> {
        self.pauses.iter().copied().find(|(first, last)| (*first..=*last).contains(&day))
    }
}

impl<D: Days> Days for Pausing<'_, D> {
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange> {
        if count <= 0 || self.pauses.is_empty() {
            return self.days.workday(day, count);
        }
        let (mut at, mut left) = (day, count);
        while left > 0 {
            at = self.days.workday(at, 1)?;
            match self.pause(at) {
                Some((_, last)) => at = last,
                None => left -= 1,
            }
        }
        Ok(at)
    }

    fn rolled(&self, day: DayNumber, to: Roll) -> Result<DayNumber, OutOfRange> {
        match to {
            Roll::Back => self.days.rolled(day, to),
            Roll::Forward if self.is_worked(day) => Ok(day),
            Roll::Forward => self.workday(day, 1),
        }
    }

    fn resumed(&self, day: DayNumber) -> DayNumber {
        // One may begin on the day after another.
        self.pauses.iter().fold(
            day,
            |at, (first, last)| {
                if (*first..=*last).contains(&at) { last.plus(1) } else { at }
            },
        )
    }

    fn days_later(&self, day: DayNumber, count: i32) -> DayNumber {
        self.pauses.iter().fold(day.plus(count), |at, (first, last)| match *first > day && *first <= at {
            true => at.plus(last.0 - first.0 + 1),
            false => at,
        })
    }

    fn is_worked(&self, day: DayNumber) -> bool {
        self.days.is_worked(day) && self.pause(day).is_none()
    }

    fn is_holiday(&self, day: DayNumber) -> bool {
        self.days.is_holiday(day) || (self.days.is_worked(day) && self.pause(day).is_some())
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::WorkCalendar;

    fn day(offset: i32) -> DayNumber {
        DayNumber(20_700 + offset)
    }

    /// Whether a day is one of those on hold, each stretch with its first day and how many more there are.
    fn is_held(stretches: &[(i32, i32)], day: i32) -> bool {
        stretches.iter().any(|(first, more)| (*first..=first + more).contains(&day))
    }

    proptest! {
        #[test]
        fn days_on_hold_are_passed_over_one_by_one(
            gaps in prop::collection::vec((0..20_i32, 0..20_i32), 0..4),
            start in -10..60_i32,
            count in 0..30_i32,
        ) {
            let mut first = -10;
            let stretches: Vec<_> = gaps.into_iter().map(|(gap, more)| {
                let stretch = (first + gap, more);
                first += gap + more + 1;
                stretch
            }).collect();
            let pauses: Vec<_> = stretches.iter().map(|(first, more)| (day(*first), day(first + more))).collect();
            let dates = |(first, last): &(DayNumber, DayNumber)| {
                (first.0..=last.0).filter_map(NaiveDate::from_epoch_days).collect::<Vec<_>>()
            };
            let calendar = WorkCalendar::default();
            let off = calendar.clone().with_days_off(pauses.iter().flat_map(dates));
            let pausing = Pausing::new(&calendar, &pauses);
            prop_assert_eq!(pausing.workday(day(start), count), Days::workday(&off, day(start), count));
            prop_assert_eq!(pausing.workday(day(start), -count), Days::workday(&calendar, day(start), -count));
            prop_assert_eq!(pausing.rolled(day(start), Roll::Forward), off.rolled(day(start), Roll::Forward));
            prop_assert_eq!(pausing.rolled(day(start), Roll::Back), calendar.rolled(day(start), Roll::Back));
            prop_assert_eq!(pausing.is_worked(day(start)), Days::is_worked(&off, day(start)));
            prop_assert_eq!(pausing.is_holiday(day(start)), Days::is_holiday(&off, day(start)));
            let free = (start..).find(|at| !is_held(&stretches, *at)).unwrap();
            prop_assert_eq!(pausing.resumed(day(start)), day(free));
            let later = (free..).filter(|at| !is_held(&stretches, *at)).nth(count as usize).unwrap();
            prop_assert_eq!(pausing.days_later(day(free), count), day(later));
        }
    }
}
