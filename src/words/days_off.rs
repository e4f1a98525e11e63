//! Working days and days off in words.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{count, day_and_year};
use crate::calendar::WorkWeek;
use crate::plan::{Closure, Holiday, HolidaySet, Limit, PlanParts};

/// More sets than this are counted rather than named.
const NAMED_SETS: usize = 2;

/// `Working days: Mon to Fri; United States holidays; 2 other days off; closed once`.
pub fn working_days(plan: &PlanParts) -> String {
    let mut parts = vec![format!("Working days: {}", weekdays(plan.work_week))];
    match plan.holiday_sets.len() {
        ..=NAMED_SETS => parts.extend(plan.holiday_sets.iter().map(|set| holidays_of(set.name.as_str()))),
        sets => parts.push(format!("holidays of {sets} calendars")),
    }
    if !plan.holidays.is_empty() {
        parts.push(format!("{} off", count(plan.holidays.len(), "other day")));
    } else if plan.holiday_sets.is_empty() && plan.yearly_closures.is_empty() {
        parts.push("no other days off".to_owned());
    }
    let closed = plan.closures.iter().filter(|closure| closure.who.is_none()).count();
    let times = |what: &str, count: usize| (count > 0).then(|| format!("{what} {}", times_of(count)));
    parts.extend(times("closed", closed));
    if !plan.yearly_closures.is_empty() {
        parts.push(format!("closed {} every year", times_of(plan.yearly_closures.len())));
    }
    parts.extend(times("somebody away", plan.closures.len() - closed));
    if !plan.worked.is_empty() {
        parts.push(format!("{} off worked", count(plan.worked.len(), "day")));
    }
    parts.join("; ")
}

/// `Germany: Bavaria holidays`; a file may be called `School holidays` already.
fn holidays_of(name: &str) -> String {
    if name.to_ascii_lowercase().ends_with("holidays") { name.to_owned() } else { format!("{name} holidays") }
}

/// `once`, `twice`, `3 times`.
fn times_of(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// `Mon to Thu, Sat`: three days or more in a row are one piece.
fn weekdays(week: WorkWeek) -> String {
    let mut pieces: Vec<Vec<Weekday>> = vec![Vec::new()];
    for day in super::WEEK {
        match pieces.last_mut() {
            Some(piece) if week.is_worked(day) => piece.push(day),
            _ => pieces.push(Vec::new()),
        }
    }
    let piece = |days: &Vec<Weekday>| match days.as_slice() {
        [] => None,
        [first, _, .., last] => Some(format!("{first} to {last}")),
        days => Some(days.iter().map(Weekday::to_string).collect::<Vec<_>>().join(", ")),
    };
    pieces.iter().filter_map(piece).collect::<Vec<_>>().join(", ")
}

/// `You work on Mon to Thu.`
pub fn days_worked(week: WorkWeek) -> String {
    format!("You work on {}.", weekdays(week))
}

/// `10 days off in the coming twelve months, 3 of them estimated, known to the end of 2040`.
pub fn set(set: &HolidaySet, week: WorkWeek, today: NaiveDate) -> String {
    let estimated = off_work(set, week, today).filter(|day| day.is_estimated()).count();
    let estimates = if estimated > 0 { format!(", {estimated} of them estimated") } else { String::new() };
    format!("{}{estimates}, known to the end of {}", coming_days_off(set, week, today), set.through)
}

/// `10 days off in the coming twelve months`: those of them that would be worked otherwise.
pub fn coming_days_off(set: &HolidaySet, week: WorkWeek, today: NaiveDate) -> String {
    let days = count(off_work(set, week, today).count(), "day");
    format!("{days} off in the coming twelve months")
}

/// The coming days of a set, without those on which nobody works anyway.
fn off_work(set: &HolidaySet, week: WorkWeek, today: NaiveDate) -> impl Iterator<Item = &Holiday> {
    set.coming(today).filter(move |day| week.is_worked(day.date.weekday()))
}

/// `Worked in exchange: Sun 4 Jan 2026, Sat 14 Feb 2026.`; nothing where none is in the coming twelve months.
pub fn worked_in_exchange(set: &HolidaySet, today: NaiveDate) -> Option<String> {
    let days: Vec<_> = set.coming_worked(today).map(day_and_year).collect();
    (!days.is_empty()).then(|| format!("Worked in exchange: {}.", days.join(", ")))
}

/// `Thu 24 Dec 2026 to Fri 1 Jan 2027`, or one day.
pub fn closure_days(closure: &Closure) -> String {
    let (first, last) = (day_and_year(closure.first), day_and_year(closure.last));
    if closure.first == closure.last { first } else { format!("{first} to {last}") }
}

/// What it is called, and who is away: `Christmas, everybody`.
pub fn closure_name(plan: &PlanParts, closure: &Closure) -> String {
    let who = closure.who.and_then(|who| plan.person(who)).map_or("everybody", |person| person.name.as_str());
    match closure.name.as_str().trim() {
        "" => who.to_owned(),
        name => format!("{name}, {who}"),
    }
}

/// What stands in place of a name.
pub const NAMELESS_DAY: &str = "Without a name";

/// Why nothing is taken from a calendar file.
pub const NO_DAY_TICKED: &str = "Tick at least one day, then use them.";

/// `12 of 14 days ticked`.
pub fn days_ticked(ticked: usize, all: usize) -> String {
    format!("{ticked} of {} ticked", count(all, "day"))
}

/// Why so many days of a calendar file cannot be taken, and what can be done.
pub fn days_beyond_room(ticked: usize) -> Option<String> {
    let room = Limit::SetDays.max();
    (ticked > room).then(|| {
        format!(
            "A plan has room for {room} days of one calendar, and {ticked} are ticked. Untick the years you do not plan in, or days that come every week: these belong to the working days above."
        )
    })
}

/// Why a calendar file is not even opened.
pub const CALENDAR_TOO_LARGE: &str =
    "This file is larger than 5 MB. Choose a calendar that holds only holidays.";

/// Why a calendar file cannot be read now.
pub const READER_NOT_LOADED: &str = "The part that reads calendar files could not be loaded. Check the connection, then choose the file again.";

/// Why a calendar file cannot be read at all.
pub const READER_BROKE: &str = "Something went wrong while this file was read, and nothing was changed. Choose another one, or add the days by hand below.";

/// Why the reading of a calendar file was ended.
pub const READING_TOO_LONG: &str = "Reading this file took too long and was stopped. Choose a calendar that holds only holidays, or add the days by hand below.";

/// A file that the browser did not let be handed out.
pub fn download_refused() -> String {
    "The browser refused the download. Allow downloads for this page, then try again.".to_owned()
}

/// Why a file could not be read.
pub fn unreadable_file() -> String {
    "The browser could not read this file. Check that it is still there, then try again.".to_owned()
}

/// Why no holidays are offered although they were asked for.
pub fn not_fetched() -> String {
    "The holidays could not be fetched. Check the connection and try again; you can also add the days by hand below."
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Observed, YearDay};
    use crate::plan::{Edit, Holiday, Line, Plan, YearlyClosure};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn named(name: &str) -> HolidaySet {
        HolidaySet {
            code: Line::fitted(name),
            name: Line::fitted(name),
            through: 2040,
            days: Vec::new(),
            worked: Vec::new(),
        }
    }

    #[track_caller]
    fn check(edits: impl IntoIterator<Item = Edit>, expected: &str) {
        let plan = edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
        assert_eq!(working_days(&plan), format!("Working days: {expected}"));
    }

    #[test]
    fn working_days_are_summed_up_in_a_line() {
        check([], "Mon to Fri; no other days off");
        let off = |day| Edit::AddHoliday(Holiday { date: date(day), name: Line::default() });
        let (first, last) = (date("2026-12-24"), date("2027-01-01"));
        let closed = Closure { first, last, name: Line::default(), who: None };
        let all = [
            Edit::TakeHolidays(named("United States")),
            off("2026-12-01"),
            off("2026-12-02"),
            Edit::AddClosure(closed),
            Edit::Worked(date("2026-12-05"), true),
        ];
        check(all, "Mon to Fri; United States holidays; 2 other days off; closed once; 1 day off worked");
    }

    #[test]
    fn what_is_closed_every_year_is_counted_by_itself() {
        let day = YearDay::Fixed { month: 12, day: 24 };
        let yearly = YearlyClosure { name: Line::default(), day, days: 9, observed: Observed::Lost };
        let check = |edit, expected| check([edit], expected);
        check(Edit::AddYearlyClosure(yearly), "Mon to Fri; closed once every year");
    }

    #[test]
    fn a_set_says_how_much_of_it_is_estimated_and_which_days_are_worked_for_it() {
        let day = |day, name: &str| Holiday { date: date(day), name: Line::fitted(name) };
        let days = vec![
            day("2027-02-06", "Lunar New Year (estimated)"),
            day("2027-02-08", "Lunar New Year (observed, estimated)"),
            day("2027-05-01", "Labor Day"),
        ];
        let worked = vec![date("2026-02-14"), date("2027-02-14"), date("2028-02-14")];
        let china = HolidaySet { days, worked, ..named("China") };
        let today = date("2026-11-23");
        let expected = "1 day off in the coming twelve months, 1 of them estimated, known to the end of 2040";
        assert_eq!(set(&china, WorkWeek::default(), today), expected, "Saturdays are off anyway");
        let every_day = WorkWeek::from_mask("0000000").unwrap();
        assert_eq!(coming_days_off(&china, every_day, today), "3 days off in the coming twelve months");
        let worked = worked_in_exchange(&china, today);
        assert_eq!(worked.as_deref(), Some("Worked in exchange: Sun 14 Feb 2027."));
        assert_eq!(worked_in_exchange(&named("US"), today), None);
    }

    #[test]
    fn many_sets_are_counted_and_none_is_called_holidays_twice() {
        let sets =
            ["School holidays", "Germany: Bavaria", "Austria"].map(|name| Edit::TakeHolidays(named(name)));
        check(sets[..2].to_vec(), "Mon to Fri; School holidays; Germany: Bavaria holidays");
        check(sets, "Mon to Fri; holidays of 3 calendars");
    }

    #[test]
    fn weekdays_in_a_row_are_one_piece() {
        let say = |mask: &str| weekdays(WorkWeek::from_mask(mask).unwrap());
        assert_eq!(say("0000011"), "Mon to Fri");
        assert_eq!(say("0000101"), "Mon to Thu, Sat");
        assert_eq!(say("0010011"), "Mon, Tue, Thu, Fri");
        assert_eq!(say("1111110"), "Sun");
        assert_eq!(say("0000000"), "Mon to Sun");
    }
}
