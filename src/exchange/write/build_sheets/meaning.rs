//! A wait as another program means it, and the day that comes of it there.

use chrono::{Days, NaiveDate, Weekday};

use super::tools::{Counts, Tool};
use crate::calendar::{DayOff, WorkCalendar, WorkWeek, after_months};
use crate::plan::{Audience, Direction, Plan, Unit};
use crate::schedule::{Basis, Known, Schedule, StepFacts, Wait};
use crate::words;

/// A step as it is entered in another program.
pub(super) struct Entered {
    /// What is chosen there.
    pub(super) choose: String,
    /// The day it is due by the plan.
    pub(super) ours: Option<NaiveDate>,
    /// The day it comes there.
    pub(super) theirs: Option<NaiveDate>,
    /// Why that is another.
    pub(super) why: String,
}

impl Entered {
    pub(super) fn is_another(&self) -> bool {
        self.ours != self.theirs
    }
}

/// A wait in the words of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Delay {
    Days(u32),
    Weekdays(u32),
    Months(u32),
}

/// The steps of a sequence as they are entered, each counted from where the one before it came to there.
pub(super) fn entered(plan: &Plan, schedule: &Schedule, audience: Audience, tool: &Tool) -> Vec<Entered> {
    let steps = schedule.steps(audience);
    let mut all: Vec<Entered> = Vec::with_capacity(steps.len());
    for facts in steps {
        let own = schedule.calendar(facts.step).cloned().unwrap_or_else(|| plan.calendar());
        let entered = one(plan, steps, &all, facts, &own, audience, tool);
        all.push(entered);
    }
    all
}

fn one(
    plan: &Plan,
    steps: &[StepFacts],
    before: &[Entered],
    facts: &StepFacts,
    calendar: &WorkCalendar,
    audience: Audience,
    tool: &Tool,
) -> Entered {
    let ours = facts.baseline;
    // By the plan, and there.
    let (from, there) = match facts.basis {
        Basis::Start => (plan.start(audience), plan.start(audience)),
        Basis::Step { number, known, .. } => {
            let at = number.saturating_sub(1);
            let (base, theirs) = (steps.get(at), before.get(at).and_then(|entered| entered.theirs));
            let due = base.and_then(|base| base.baseline);
            // All tries are left to whoever does them, on the days they would have had.
            let last =
                base.filter(|_| known == Known::LastAttempt).and_then(|base| base.last_attempt).or(due);
            let tries = last.zip(due).map_or(0, |(last, due)| (last - due).num_days());
            (last, theirs.and_then(|theirs| theirs.checked_add_signed(chrono::TimeDelta::days(tries))))
        }
        _ => {
            let choose = match ours {
                Some(day) => format!("A wait until a date: {}", words::day_and_year(day)),
                None => "Nothing yet: its event has no date".to_owned(),
            };
            return Entered { choose, ours, theirs: ours, why: String::new() };
        }
    };
    let delay = translated(facts.wait, calendar.week(), tool.counts);
    let is_held = holds(facts.wait, tool.counts);
    let theirs = there.and_then(|there| landing(there, delay, is_held, calendar.week()));
    let mut reasons = Vec::new();
    if theirs != ours {
        let alone = from.and_then(|from| landing(from, delay, is_held, calendar.week()));
        if from != there {
            reasons.push("It follows a step whose date is another there.".to_owned());
        }
        if alone != ours {
            reasons.push(why(facts, calendar, [from, ours, alone]));
        }
    }
    let why = reasons.join(" ");
    Entered { choose: choose(delay, is_held, calendar.week()), ours, theirs, why }
}

/// What to enter so that it comes nearest.
fn translated(wait: Wait, week: WorkWeek, counts: Counts) -> Delay {
    let length = u32::from(wait.span.length());
    match (wait.span.unit(), counts) {
        (Unit::WorkingDays, Counts::Weekdays) => Delay::Weekdays(length),
        (Unit::WorkingDays, Counts::EveryDay { .. }) => Delay::Days(calendar_days(length, week)),
        (Unit::CalendarDays | Unit::ExactDays, _) => Delay::Days(length),
        (Unit::Weeks, _) => Delay::Days(7 * length),
        (Unit::Months, Counts::EveryDay { has_months: true, .. }) => Delay::Months(length),
        (Unit::Months, _) => Delay::Days(30 * length),
    }
}

/// How many days of the calendar come nearest to so many working days: as many weekends lie between as there are full weeks.
pub(in crate::exchange::write) fn calendar_days(length: u32, week: WorkWeek) -> u32 {
    let off = u32::try_from(week.days_off().count()).unwrap_or_default();
    length + off * (length / (7 - off.min(6)))
}

/// Whether it goes on only on working weekdays there.
fn holds(wait: Wait, counts: Counts) -> bool {
    let can = matches!(counts, Counts::Weekdays | Counts::EveryDay { has_weekdays: true, .. });
    can && wait.span.unit() != Unit::ExactDays
}

fn landing(from: NaiveDate, delay: Delay, is_held: bool, week: WorkWeek) -> Option<NaiveDate> {
    let day = match delay {
        Delay::Days(count) => from.checked_add_days(Days::new(count.into()))?,
        Delay::Months(count) => after_months(from, i32::try_from(count).ok()?).ok()?,
        Delay::Weekdays(count) => {
            let is_weekday =
                |day: &NaiveDate| !matches!(chrono::Datelike::weekday(day), Weekday::Sat | Weekday::Sun);
            match count.checked_sub(1) {
                None => from,
                Some(left) => from.iter_days().skip(1).filter(is_weekday).nth(usize::try_from(left).ok()?)?,
            }
        }
    };
    // A wait of nothing is not held.
    let is_open = |day: &NaiveDate| week.is_worked(chrono::Datelike::weekday(day));
    if is_held && day != from { day.iter_days().take(7).find(is_open) } else { Some(day) }
}

fn choose(delay: Delay, is_held: bool, week: WorkWeek) -> String {
    let delay = match delay {
        Delay::Days(0) | Delay::Weekdays(0) | Delay::Months(0) => return "No wait".to_owned(),
        Delay::Days(count) => words::count(count as usize, "day"),
        Delay::Weekdays(count) => format!("{count} Week Day(s)"),
        Delay::Months(count) => words::count(count as usize, "month"),
    };
    match week {
        _ if !is_held => delay,
        WorkWeek::MONDAY_TO_FRIDAY => format!("{delay}, then only on Monday to Friday"),
        week => format!("{delay}, then only on {}", words::either(week)),
    }
}

/// Why a date would be another even if both were counted from the same.
fn why(facts: &StepFacts, calendar: &WorkCalendar, [from, ours, theirs]: [Option<NaiveDate>; 3]) -> String {
    let (Some(from), Some(ours), Some(theirs)) = (from, ours, theirs) else {
        return "One of them has no date.".to_owned();
    };
    if facts.wait.is_choosy() {
        return "The plan looks for a day that suits, which is not entered there.".to_owned();
    }
    if facts.wait.direction == Direction::Before {
        return "The plan counts back.".to_owned();
    }
    let is_holiday = |day: &NaiveDate| calendar.day_off(*day) == Some(DayOff::Holiday);
    let mut between = from.iter_days().skip(1).take_while(|day| *day <= ours.max(theirs));
    if facts.wait.span.unit() == Unit::WorkingDays
        && let Some(day) = between.find(is_holiday)
    {
        return format!("{} is off in the plan and counts there.", words::day_and_year(day));
    }
    if is_holiday(&theirs) {
        return format!("{} is off in the plan, which it does not know.", words::day_and_year(theirs));
    }
    if !calendar.is_workday(theirs) {
        return format!(
            "{} is not worked, and it does not wait for a day that is.",
            words::day_and_year(theirs)
        );
    }
    match facts.wait.span.unit() {
        Unit::Months => "A month is 30 days there.".to_owned(),
        Unit::WorkingDays => "It counts days that the plan leaves out.".to_owned(),
        _ => "It is counted from a day that is another there.".to_owned(),
    }
}
