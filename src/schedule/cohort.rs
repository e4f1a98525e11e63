//! Many contacts on one path, dated together.

use crate::calendar::{DayNumber, DayTable, OutOfRange, WorkCalendar};

/// A path of steps, each so many working days after the completion of the one before (B6), along which many
/// contacts go.
///
/// Working days add up: so long as nothing is done early or late, a step is the sum of the waits so far after the
/// start, one look-up in a [`DayTable`]. Nothing is allocated once it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// For each step, the working days from the start.
    waits: Vec<i32>,
}

/// One contact on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The day the first step is counted from.
    pub start: DayNumber,
    /// The last step that was done, if any: those before it are done as well.
    pub done: Option<Done>,
}

/// A step that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its place on the path, from 0.
    pub step: usize,
    /// The day it was done.
    pub on: DayNumber,
}

impl Cohort {
    /// The path of these waits, in working days.
    pub fn new(waits: impl IntoIterator<Item = u16>) -> Self {
        let sum = |total: &mut i32, wait: u16| {
            *total = total.saturating_add(wait.into());
            Some(*total)
        };
        Self { waits: waits.into_iter().scan(0, sum).collect() }
    }

    /// How many steps the path has.
    pub fn steps(&self) -> usize {
        self.waits.len()
    }

    /// Dates the steps of each contact, one contact after another, into `days`; fills what both have room for.
    ///
    /// A step up to the one last done is given by its baseline, that one on the day it was done; those after it follow
    /// from that day (B6).
    ///
    /// # Errors
    /// [`OutOfRange`] when a day lies beyond the calendar; what is in `days` then means nothing.
    pub fn date(
        &self,
        calendar: &WorkCalendar,
        table: &DayTable,
        contacts: &[Contact],
        days: &mut [DayNumber],
    ) -> Result<(), OutOfRange> {
        if self.waits.is_empty() {
            return Ok(());
        }
        for (contact, days) in contacts.iter().zip(days.chunks_exact_mut(self.waits.len())) {
            let done = contact.done.filter(|done| done.step < self.waits.len());
            let past = done.map_or(self.waits.len(), |done| done.step);
            let (before, rest) = days.split_at_mut(past);
            dated_run(calendar, table, contact.start, 0, &self.waits[..past], before)?;
            if let (Some(done), [day, open @ ..]) = (done, rest) {
                *day = done.on;
                dated_run(calendar, table, done.on, self.waits[past], &self.waits[past + 1..], open)?;
            }
        }
        Ok(())
    }
}

/// Dates steps that all count from one day; `passed` of their waits are over on that day.
#[inline]
fn dated_run(
    calendar: &WorkCalendar,
    table: &DayTable,
    from: DayNumber,
    passed: i32,
    waits: &[i32],
    days: &mut [DayNumber],
) -> Result<(), OutOfRange> {
    let Some(rank) = table.rank_after(from) else {
        return beyond(calendar, from, passed, waits, days);
    };
    let rank = rank - passed - 1;
    for (wait, day) in waits.iter().zip(&mut *days) {
        // A wait of no days is the day itself, even if it is off (B14).
        let due = if *wait == passed { Some(from) } else { table.nth(rank.saturating_add(*wait)) };
        match due {
            Some(due) => *day = due,
            None => return beyond(calendar, from, passed, waits, days),
        }
    }
    Ok(())
}

/// The same where the table ends.
#[cold]
fn beyond(
    calendar: &WorkCalendar,
    from: DayNumber,
    passed: i32,
    waits: &[i32],
    days: &mut [DayNumber],
) -> Result<(), OutOfRange> {
    for (wait, day) in waits.iter().zip(days) {
        *day = calendar.workday_number(from, i64::from(*wait) - i64::from(passed))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::LAST_DAY;

    fn day(text: &str) -> DayNumber {
        DayNumber::of(text.parse().unwrap())
    }

    fn dated(waits: &[u16], contact: Contact) -> Result<Vec<String>, OutOfRange> {
        let calendar = WorkCalendar::default();
        let last = "2026-12-31".parse().unwrap();
        let table = DayTable::new(&calendar, "2026-01-01".parse().unwrap(), last).unwrap();
        let mut days = vec![DayNumber::default(); waits.len()];
        Cohort::new(waits.iter().copied()).date(&calendar, &table, &[contact], &mut days)?;
        Ok(days.into_iter().map(|day| day.date().unwrap().to_string()).collect())
    }

    #[track_caller]
    fn check(start: &str, waits: &[u16], done: Option<(usize, &str)>, expected: &[&str]) {
        let done = done.map(|(step, on)| Done { step, on: day(on) });
        assert_eq!(dated(waits, Contact { start: day(start), done }).unwrap(), expected);
    }

    #[test]
    fn steps_follow_one_another() {
        let expected = ["2026-09-03", "2026-09-08", "2026-09-15", "2026-09-29"];
        check("2026-09-01", &[2, 3, 5, 10], None, &expected);
    }

    #[test]
    fn a_step_done_late_moves_those_after_it() {
        let expected = ["2026-09-07", "2026-09-10", "2026-09-17", "2026-10-01"]; // B6
        check("2026-09-01", &[2, 3, 5, 10], Some((0, "2026-09-07")), &expected);
    }

    #[test]
    fn a_step_done_early_brings_those_after_it_forward() {
        let expected = ["2026-09-03", "2026-09-04", "2026-09-11", "2026-09-25"]; // B6
        check("2026-09-01", &[2, 3, 5, 10], Some((1, "2026-09-04")), &expected);
    }

    #[test]
    fn a_last_step_done_leaves_nothing_to_move() {
        check("2026-09-01", &[2, 3], Some((1, "2026-09-30")), &["2026-09-03", "2026-09-30"]);
        check("2026-09-01", &[2, 3], Some((2, "2026-09-30")), &["2026-09-03", "2026-09-08"]);
    }

    #[test]
    fn no_wait_is_the_same_day_even_on_a_day_off() {
        check("2026-09-05", &[0, 0, 1, 0], None, &["2026-09-05", "2026-09-05", "2026-09-07", "2026-09-07"]);
        check("2026-09-01", &[1, 0, 1], Some((0, "2026-09-06")), &["2026-09-06", "2026-09-06", "2026-09-07"]);
    }

    #[test]
    fn dates_go_on_where_the_table_ends() {
        check("2026-12-30", &[1, 1, 1], None, &["2026-12-31", "2027-01-01", "2027-01-04"]);
        check("2027-01-01", &[1], None, &["2027-01-04"]);
        check("2025-12-31", &[1], None, &["2026-01-01"]);
    }

    #[test]
    fn beyond_the_calendar_is_an_error() {
        let contact = |start| Contact { start, done: None };
        assert_eq!(dated(&[1], contact(DayNumber::of(LAST_DAY))), Err(OutOfRange::TooLate));
        assert_eq!(dated(&[1], contact(DayNumber(i32::MAX))), Err(OutOfRange::TooLate));
        assert_eq!(dated(&[1], contact(DayNumber(i32::MIN))), Err(OutOfRange::TooEarly));
    }

    #[test]
    fn an_empty_way_and_short_room_are_left_alone() {
        let calendar = WorkCalendar::default();
        let first = "2026-01-01".parse().unwrap();
        let table = DayTable::new(&calendar, first, first).unwrap();
        let contacts = [Contact { start: DayNumber::of(first), done: None }; 2];
        assert_eq!(Cohort::new([]).date(&calendar, &table, &contacts, &mut [DayNumber(7)]), Ok(()));
        let mut days = [DayNumber::default(); 3];
        let cohort = Cohort::new([1, 1]);
        assert_eq!((cohort.steps(), cohort.date(&calendar, &table, &contacts, &mut days)), (2, Ok(())));
        assert_eq!(days.map(|day| day == DayNumber::default()), [false, false, true]);
    }
}
