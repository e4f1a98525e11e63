//! Working days with stretches cut out of them.

use super::days::Days;
use crate::calendar::{DayNumber, OutOfRange};

/// Days of a calendar on which, for a time, nothing is done: while somebody is not to be followed up, no day is worked.
#[derive(Clone, Copy, Debug)]
pub struct Pausing<'a, D> {
    days: &'a D,
    pauses: &'a [(DayNumber, DayNumber)],
}

impl<'a, D: Days> Pausing<'a, D> {
    /// The same days less those of the pauses, each from its first to its last day.
    pub fn new(days: &'a D, pauses: &'a [(DayNumber, DayNumber)]) -> Self {
        Self { days, pauses }
    }

    fn pause(&self, day: DayNumber) -> Option<(DayNumber, DayNumber)> {
        self.pauses.iter().copied().find(|(first, last)| (*first..=*last).contains(&day))
    }
}

impl<D: Days> Days for Pausing<'_, D> {
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange> {
        let (mut at, mut left) = (day, count.unsigned_abs());
        while left > 0 {
            at = self.days.workday(at, count.signum())?;
            match self.pause(at) {
                Some((_, last)) if count > 0 => at = last,
                Some((first, _)) => at = first,
                None => left -= 1,
            }
        }
        Ok(at)
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

    proptest! {
        #[test]
        fn a_pause_counts_like_days_off(
            stretches in prop::collection::vec((-30..60_i32, 0..20_i32), 0..4),
            start in -10..40_i32,
            count in -30..30_i32,
        ) {
            let day = |offset: i32| DayNumber(20_700 + offset);
            let pauses: Vec<_> = stretches.iter().map(|(first, more)| (day(*first), day(first + more))).collect();
            let dates = |(first, last): &(DayNumber, DayNumber)| {
                (first.0..=last.0).filter_map(NaiveDate::from_epoch_days).collect::<Vec<_>>()
            };
            let calendar = WorkCalendar::default();
            let off = calendar.clone().with_days_off(pauses.iter().flat_map(dates));
            let pausing = Pausing::new(&calendar, &pauses);
            prop_assert_eq!(pausing.workday(day(start), count), Days::workday(&off, day(start), count));
            prop_assert_eq!(pausing.is_worked(day(start)), Days::is_worked(&off, day(start)));
            prop_assert_eq!(pausing.is_holiday(day(start)), Days::is_holiday(&off, day(start)));
        }
    }
}
