use super::sort_by_number;
use chrono::{Datelike, NaiveDate};

use super::range::{days_from_monday, known_date, known_day};
use super::{DayNumber, DayOff, OutOfRange, WorkWeek};

/// A [`WorkWeek`] with holidays, and weekends that are worked: tells working days from days off, and counts the
/// former.
///
/// Every answer takes the time of one binary search among these exceptions, however many days it spans.
/// [`workday`](Self::workday) and [`networkdays`](Self::networkdays) are `WORKDAY.INTL` and
/// `NETWORKDAYS.INTL` (B14).
///
/// Two calendars are equal when they have the same week and the same days off. The list of holidays is not
/// handed back: those on weekends and the repeats are gone, so whoever edits the list keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct WorkCalendar {
    week: WorkWeek,
    /// Days unlike their weekday, ascending, no repeats.
    exceptions: Vec<Exception>,
}

/// A day off on a worked weekday, or a day worked on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Exception {
    day: i64,
    is_worked: bool,
    /// What [`WorkCalendar::workdays_before`] counts up to it. It never falls from one to the next.
    workdays_before: i64,
    /// How many more days are worked, up to this one and itself, than the weeks say; negative for fewer.
    gain: i64,
}

impl WorkCalendar {
    /// A calendar of this week and these holidays: in any order, repeated, on weekends, of any year.
    pub fn new(week: WorkWeek, holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self::of(week, std::iter::empty()).with_days_off(holidays)
    }

    /// The same calendar with further days off, in any order, repeated, on weekends.
    pub fn with_days_off(self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.with(dates.into_iter().map(|date| (date, false)))
    }

    /// The same calendar with further days worked, whatever they were: a Saturday before a fair, a holiday spent
    /// at work.
    pub fn with_worked(self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.with(dates.into_iter().map(|date| (date, true)))
    }

    /// The same calendar where each of these days is worked or is not, whatever it was.
    fn with(self, days: impl Iterator<Item = (NaiveDate, bool)>) -> Self {
        let mut said: Vec<_> = self.exceptions.iter().map(|it| (it.day, it.is_worked)).collect();
        said.extend(days.map(|(date, is_worked)| (days_from_monday(date), is_worked)));
        // What is said last of a day holds; the sort keeps the order of what is said of one day.
        sort_by_number(&mut said, |(day, _)| *day);
        let mut unlike_week: Vec<(i64, bool)> = Vec::with_capacity(said.len());
        for (at, (day, is_worked)) in said.iter().enumerate() {
            let is_last = said.get(at + 1).is_none_or(|(next, _)| next != day);
            if is_last && self.week.is_worked_on(*day) != *is_worked {
                unlike_week.push((*day, *is_worked));
            }
        }
        Self::of(self.week, unlike_week.into_iter())
    }

    /// The days worked in every one of some calendars: ours, that of the person responsible, that of the contact's
    /// country. `None` when their weeks have no working day in common; no calendars at all are the usual one.
    pub fn united(calendars: &[Self]) -> Option<Self> {
        let Some((first, others)) = calendars.split_first() else { return Some(Self::default()) };
        let week = others.iter().try_fold(first.week, |week, other| week.in_common(other.week))?;
        let mut days: Vec<_> = calendars.iter().flat_map(|one| &one.exceptions).map(|it| it.day).collect();
        sort_by_number(&mut days, |day| *day);
        days.dedup();
        let unlike_week = days.into_iter().filter_map(|day| {
            let is_worked = calendars.iter().all(|one| one.is_worked(day));
            (is_worked != week.is_worked_on(day)).then_some((day, is_worked))
        });
        Some(Self::of(week, unlike_week))
    }

    /// Days unlike their weekday, ascending, no repeats.
    fn of(week: WorkWeek, days: impl Iterator<Item = (i64, bool)>) -> Self {
        let mut gain = 0;
        let exception = |(day, is_worked)| {
            let workdays_before = week.worked_before(day) + gain;
            gain += if is_worked { 1 } else { -1 };
            Exception { day, is_worked, workdays_before, gain }
        };
        Self { week, exceptions: days.map(exception).collect() }
    }

    /// The weekdays that are worked.
    pub fn week(&self) -> WorkWeek {
        self.week
    }

    /// Whether the date is worked: neither weekend nor holiday.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        self.day_off(date).is_none()
    }

    /// Why the date is not worked; `None` on a working day.
    pub fn day_off(&self, date: NaiveDate) -> Option<DayOff> {
        if self.is_worked(days_from_monday(date)) {
            None
        } else if self.week.is_worked(date.weekday()) {
            Some(DayOff::Holiday)
        } else {
            Some(DayOff::Weekend(date.weekday()))
        }
    }

    fn is_worked(&self, day: i64) -> bool {
        let at = self.exceptions.binary_search_by_key(&day, |exception| exception.day);
        at.map_or_else(|_| self.week.is_worked_on(day), |at| self.exceptions[at].is_worked)
    }

    /// The date `days` working days after `start`; before it when `days` is negative.
    ///
    /// `start` itself does not count. Zero days is `start` unchanged, even on a day off; otherwise the
    /// result is a working day (B12, B14).
    ///
    /// # Errors
    /// [`OutOfRange`] when `start` or the result lies beyond the calendar.
    pub fn workday(&self, start: NaiveDate, days: i64) -> Result<NaiveDate, OutOfRange> {
        let day = known_day(start)?;
        let before = match days {
            0 => return Ok(start),
            1.. => self.workdays_before(day + 1).saturating_add(days - 1),
            ..0 => self.workdays_before(day).saturating_add(days),
        };
        known_date(self.workday_with(before))
    }

    /// [`workday`](Self::workday) of a day by its number.
    ///
    /// # Errors
    /// [`OutOfRange`] when `start` or the result lies beyond the calendar.
    pub fn workday_number(&self, start: DayNumber, days: i64) -> Result<DayNumber, OutOfRange> {
        let far = if start < DayNumber(0) { OutOfRange::TooEarly } else { OutOfRange::TooLate };
        self.workday(start.date().ok_or(far)?, days).map(DayNumber::of)
    }

    /// How many working days lie between the two dates, both of them counted; negative when `end` is earlier
    /// (B14).
    ///
    /// # Errors
    /// [`OutOfRange`] when a date lies beyond the calendar.
    pub fn networkdays(&self, start: NaiveDate, end: NaiveDate) -> Result<i64, OutOfRange> {
        let (start, end) = (known_day(start)?, known_day(end)?);
        let count = |first, last| self.workdays_before(last + 1) - self.workdays_before(first);
        Ok(if start <= end { count(start, end) } else { -count(end, start) })
    }

    /// The date itself if it is worked, otherwise the first working day after it: the date rolled forward.
    ///
    /// For the working day strictly after a date, take [`workday`](Self::workday) with one day.
    ///
    /// # Errors
    /// [`OutOfRange`] when the date or the result lies beyond the calendar.
    pub fn next_workday(&self, date: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        known_date(self.workday_with(self.workdays_before(known_day(date)?)))
    }

    /// Whether each day is worked, from a day the calendar knows on and without end.
    pub(super) fn worked_from(&self, first: NaiveDate) -> impl Iterator<Item = bool> {
        let start = days_from_monday(first);
        let past = self.exceptions.partition_point(|exception| exception.day < start);
        let mut exceptions = self.exceptions[past..].iter().peekable();
        (start..).map(move |day| {
            let exception = exceptions.next_if(|exception| exception.day == day);
            exception.map_or_else(|| self.week.is_worked_on(day), |exception| exception.is_worked)
        })
    }

    /// Working days before `day`, counted from a fixed day: only differences mean something.
    fn workdays_before(&self, day: i64) -> i64 {
        self.week.worked_before(day) + self.gain(self.exceptions.partition_point(|it| it.day < day))
    }

    /// The inverse: the working day with `count` working days before it.
    fn workday_with(&self, count: i64) -> i64 {
        let passed = self.exceptions.partition_point(|it| it.workdays_before <= count);
        match self.exceptions[..passed].last() {
            Some(it) if it.is_worked && it.workdays_before == count => it.day,
            _ => self.week.worked_day(count.saturating_sub(self.gain(passed))),
        }
    }

    /// What the first so many exceptions add to the working days.
    fn gain(&self, exceptions: usize) -> i64 {
        self.exceptions[..exceptions].last().map_or(0, |exception| exception.gain)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::calendar::{FIRST_DAY, LAST_DAY};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Monday to Friday, with these holidays separated by spaces.
    fn calendar(holidays: &str) -> WorkCalendar {
        WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, holidays.split_whitespace().map(date))
    }

    #[track_caller]
    fn check(holidays: &str, start: &str, days: i64, due: &str) {
        let got = calendar(holidays).workday(date(start), days);
        assert_eq!(got, Ok(date(due)), "{start} and {days} working days");
    }

    #[test]
    fn three_days_after_a_wednesday_is_the_next_monday() {
        check("", "2026-09-02", 3, "2026-09-07"); // B12
    }

    #[test]
    fn five_days_after_a_wednesday_is_the_next_wednesday() {
        check("", "2026-09-02", 5, "2026-09-09"); // B15
    }

    #[test]
    fn three_days_after_a_friday_is_a_wednesday() {
        check("", "2026-09-04", 3, "2026-09-09"); // B15
    }

    #[test]
    fn zero_days_returns_the_start_even_on_a_day_off() {
        check("", "2026-09-05", 0, "2026-09-05");
        check("2026-09-07", "2026-09-07", 0, "2026-09-07");
    }

    #[test]
    fn a_holiday_pushes_the_date() {
        check("2026-09-07", "2026-09-03", 3, "2026-09-09"); // B13
        check("2026-09-07 2026-09-08", "2026-09-04", 1, "2026-09-09");
    }

    #[test]
    fn a_holiday_outside_the_days_counted_changes_nothing() {
        check("2026-09-03", "2026-09-03", 1, "2026-09-04");
        check("2026-09-09", "2026-09-03", 3, "2026-09-08");
    }

    #[test]
    fn holidays_may_be_unordered_repeated_and_on_weekends() {
        let untidy = "2026-09-08 2026-09-05 2026-09-07 2026-09-08";
        check(untidy, "2026-09-04", 1, "2026-09-09");
        assert_eq!(calendar(untidy), calendar("2026-09-07 2026-09-08"));
    }

    #[test]
    fn negative_days_count_back() {
        check("", "2026-09-07", -1, "2026-09-04");
        check("2026-09-04", "2026-09-07", -1, "2026-09-03");
        check("2026-09-07", "2026-09-09", -3, "2026-09-03");
    }

    #[test]
    fn a_day_off_is_left_before_the_first_day_is_counted() {
        check("", "2026-09-05", 1, "2026-09-07");
        check("", "2026-09-06", -1, "2026-09-04");
        check("2026-09-07", "2026-09-07", 1, "2026-09-08");
        check("2026-09-07", "2026-09-07", -1, "2026-09-04");
    }

    #[test]
    fn networkdays_counts_both_ends() {
        let count = |start, end| calendar("2026-09-07").networkdays(date(start), date(end));
        assert_eq!(count("2026-09-03", "2026-09-09"), Ok(4));
        assert_eq!(count("2026-09-09", "2026-09-03"), Ok(-4));
        assert_eq!(count("2026-09-03", "2026-09-03"), Ok(1));
        assert_eq!(count("2026-09-05", "2026-09-07"), Ok(0));
    }

    #[test]
    fn a_working_day_rolls_to_itself_and_a_day_off_to_the_next_working_day() {
        let rolled = |start| calendar("2026-09-07").next_workday(date(start));
        assert_eq!(rolled("2026-09-04"), Ok(date("2026-09-04")));
        assert_eq!(rolled("2026-09-05"), Ok(date("2026-09-08")));
        assert_eq!(rolled("2026-09-07"), Ok(date("2026-09-08")));
    }

    #[test]
    fn a_day_off_has_a_reason_and_a_weekend_comes_before_a_holiday() {
        let day_off = |day| calendar("2026-09-07 2026-09-05").day_off(date(day));
        assert_eq!(day_off("2026-09-04"), None);
        assert_eq!(day_off("2026-09-05"), Some(DayOff::Weekend(Weekday::Sat)));
        assert_eq!(day_off("2026-09-07"), Some(DayOff::Holiday));
        assert!(!calendar("2026-09-07").is_workday(date("2026-09-07")));
        assert!(calendar("2026-09-07").is_workday(date("2026-09-08")));
    }

    #[test]
    fn other_weeks_count_their_own_days() {
        let week = WorkWeek::from_mask("0000110").unwrap();
        let calendar = WorkCalendar::new(week, [date("2026-09-06")]);
        assert_eq!(calendar.week(), week);
        assert_eq!(calendar.workday(date("2026-09-03"), 2), Ok(date("2026-09-08")));
    }

    #[test]
    fn a_weekend_may_be_worked() {
        let calendar = calendar("2026-09-07").with_worked(["2026-09-05", "2026-09-05"].map(date));
        assert_eq!(calendar.workday(date("2026-09-04"), 1), Ok(date("2026-09-05")));
        assert_eq!(calendar.workday(date("2026-09-04"), 2), Ok(date("2026-09-08")));
        assert_eq!(calendar.workday(date("2026-09-08"), -1), Ok(date("2026-09-05")));
        assert_eq!(calendar.networkdays(date("2026-09-04"), date("2026-09-08")), Ok(3));
        assert_eq!(calendar.day_off(date("2026-09-05")), None);
        assert_eq!(calendar.day_off(date("2026-09-06")), Some(DayOff::Weekend(Weekday::Sun)));
    }

    #[test]
    fn a_holiday_may_be_worked_after_all() {
        let labor_day = date("2026-09-07");
        assert_eq!(calendar("2026-09-07").with_worked([labor_day, date("2026-09-08")]), calendar(""));
    }

    #[test]
    fn united_calendars_work_when_all_do() {
        let friday_off = WorkWeek::from_mask("0000110").unwrap();
        let ours = calendar("2026-09-07").with_worked([date("2026-09-05")]);
        let theirs = WorkCalendar::new(friday_off, [date("2026-09-08")]).with_worked([date("2026-09-05")]);
        let united = WorkCalendar::united(&[ours.clone(), theirs]).unwrap();
        let worked = date("2026-09-01").iter_days().take(12).filter(|date| united.is_workday(*date));
        let days: Vec<_> = worked.map(|date| date.day()).collect();
        assert_eq!(days, [1, 2, 3, 5, 9, 10]);
        assert_eq!(WorkCalendar::united(std::slice::from_ref(&ours)), Some(ours));
        assert_eq!(WorkCalendar::united(&[]), Some(WorkCalendar::default()));
    }

    #[test]
    fn weeks_without_a_day_in_common_are_not_united() {
        let weekend = WorkCalendar::new(WorkWeek::from_mask("1111100").unwrap(), []);
        assert_eq!(WorkCalendar::united(&[calendar(""), weekend]), None);
    }

    #[test]
    fn dates_beyond_the_calendar_are_refused() {
        let calendar = calendar("");
        assert_eq!(calendar.workday(date("2399-12-30"), 1), Ok(LAST_DAY));
        assert_eq!(calendar.workday(LAST_DAY, 1), Err(OutOfRange::TooLate));
        assert_eq!(calendar.workday(FIRST_DAY, -1), Err(OutOfRange::TooEarly));
        assert_eq!(calendar.workday(FIRST_DAY, i64::MIN), Err(OutOfRange::TooEarly));
        assert_eq!(calendar.workday(LAST_DAY, i64::MAX), Err(OutOfRange::TooLate));
        for beyond in [NaiveDate::MIN, NaiveDate::MAX] {
            let given = OutOfRange::Given(beyond);
            assert_eq!(calendar.workday(beyond, 0), Err(given));
            assert_eq!(calendar.networkdays(beyond, FIRST_DAY), Err(given));
            assert_eq!(calendar.networkdays(FIRST_DAY, beyond), Err(given));
            assert_eq!(calendar.next_workday(beyond), Err(given));
        }
    }

    #[test]
    fn a_last_day_that_is_off_has_no_next_working_day() {
        assert_eq!(calendar("2399-12-31").next_workday(LAST_DAY), Err(OutOfRange::TooLate));
        assert_eq!(calendar("2399-12-31").networkdays(FIRST_DAY, LAST_DAY), Ok(156_532));
    }

    #[test]
    fn holidays_of_any_year_are_taken() {
        let far =
            WorkCalendar::new(WorkWeek::default(), [NaiveDate::MIN, NaiveDate::MAX, date("2026-09-07")]);
        assert_eq!(far.workday(date("2026-09-03"), 3), Ok(date("2026-09-09")));
    }
}
