//! Everybody in time: a row a contact over one axis of days, each step a sign on its day (B9).

use chrono::{Datelike, NaiveDate};

use super::sequence::MarkState;
use crate::agenda::{InTime, StepInTime};
use crate::calendar::{DayNumber, WorkCalendar};
use crate::plan::{Audience, Channel, Fate};
use crate::words;

/// How far a picture of everybody reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The weeks around today.
    #[default]
    Weeks,
    /// Half a year.
    HalfYear,
    /// A year.
    Year,
}

impl Reach {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Weeks, Self::HalfYear, Self::Year];

    /// How many days before today and from it on are shown.
    fn days(self) -> (i32, i32) {
        match self {
            Self::Weeks => (14, 56),
            Self::HalfYear => (28, 182),
            Self::Year => (28, 364),
        }
    }
}

/// Days along the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleAxis {
    first: DayNumber,
    days: i32,
    /// Where days begin and end that are off.
    pub off: Vec<(i32, i32)>,
    /// Where weeks or months begin, and what is written there.
    pub ticks: Vec<(i32, String)>,
    /// Where today is.
    pub today: i32,
}

/// A step in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonMark {
    /// Its middle.
    pub x: i32,
    /// Whose sequence it stands in.
    pub audience: Audience,
    /// How the contact is reached.
    pub channel: Option<Channel>,
    /// How it stands.
    pub state: MarkState,
}

impl PeopleAxis {
    /// How wide a row is.
    pub const WIDTH: i32 = 840;
    /// How high a row is.
    pub const HEIGHT: i32 = 32;

    /// The days around one, by the calendar of the business.
    pub fn around(today: NaiveDate, reach: Reach, calendar: &WorkCalendar) -> Self {
        let (before, from) = reach.days();
        let now = DayNumber::of(today);
        // From a Monday on.
        let first = now.plus(-before);
        let first = first.plus(-(first.weekday().num_days_from_monday() as i32));
        let mut axis = Self { first, days: before + from + 7, off: Vec::new(), ticks: Vec::new(), today: 0 };
        axis.today = axis.middle(now);
        for days in 0..axis.days {
            let Some(date) = first.plus(days).date() else { break };
            let (begin, end) = (axis.edge(days), axis.edge(days + 1));
            if !calendar.is_workday(date) {
                match axis.off.last_mut() {
                    Some((_, last)) if *last == begin => *last = end,
                    _ => axis.off.push((begin, end)),
                }
            }
            let is_tick = match reach {
                Reach::Weeks => days % 7 == 0,
                Reach::HalfYear | Reach::Year => date.day() == 1,
            };
            if is_tick {
                let name =
                    if reach == Reach::Weeks { words::day(date) } else { words::month(date).to_owned() };
                axis.ticks.push((begin, name));
            }
        }
        // A name needs room before the edge.
        axis.ticks.retain(|(at, _)| at + 40 <= Self::WIDTH);
        axis
    }

    fn edge(&self, days: i32) -> i32 {
        days * Self::WIDTH / self.days
    }

    fn middle(&self, day: DayNumber) -> i32 {
        let days = day.0 - self.first.0;
        self.edge(days).midpoint(self.edge(days + 1))
    }

    /// The signs of a row, in order of days; those of days beyond the axis left out. What is late lies where it was due.
    pub fn marks(&self, row: &InTime) -> Vec<PersonMark> {
        let waits = |step: &&StepInTime| step.late_since.is_none() && !step.fate.is_some_and(Fate::is_over);
        let next = row.steps.iter().filter(waits).map(|step| step.day).min();
        let mark = |step: &StepInTime| {
            let state = match step.fate {
                Some(Fate::Done(_)) => MarkState::Done,
                Some(Fate::Skipped) => MarkState::Skipped,
                _ if step.late_since.is_some() => MarkState::Late,
                _ if Some(step.day) == next => MarkState::Next,
                _ => MarkState::Expected,
            };
            let day = DayNumber::of(step.late_since.unwrap_or(step.day));
            let is_here = (self.first.0..self.first.0 + self.days).contains(&day.0);
            let (audience, channel) = (step.audience, step.channel);
            is_here.then(|| PersonMark { x: self.middle(day), audience, channel, state })
        };
        let mut marks: Vec<_> = row.steps.iter().filter_map(mark).collect();
        marks.sort_by_key(|mark| mark.x);
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WorkWeek;
    use crate::plan::StepId;
    use crate::roster::ContactId;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn axis(reach: Reach) -> PeopleAxis {
        let calendar = WorkCalendar::new(WorkWeek::default(), []);
        PeopleAxis::around(date("2026-11-25"), reach, &calendar)
    }

    fn step(day: &str, fate: Option<Fate>, late: Option<&str>) -> StepInTime {
        StepInTime {
            audience: Audience::Prospect,
            step: StepId(1),
            number: 1,
            day: date(day),
            fate,
            late_since: late.map(date),
            channel: None,
        }
    }

    #[test]
    fn the_axis_begins_on_a_monday_and_shades_weekends() {
        let axis = axis(Reach::Weeks);
        assert_eq!(axis.first.date(), Some(date("2026-11-09")));
        assert_eq!(axis.ticks[0], (0, "9 Nov".to_owned()));
        assert_eq!(axis.off.len(), 11, "a weekend a week");
        assert!(axis.ticks.is_sorted() && axis.off.is_sorted());
        assert!((0..PeopleAxis::WIDTH).contains(&axis.today));
    }

    #[test]
    fn months_are_named_where_the_axis_is_long() {
        let names: Vec<_> = axis(Reach::Year).ticks.into_iter().map(|(_, name)| name).collect();
        assert_eq!(names[..3], ["Nov", "Dec", "Jan"]);
    }

    #[test]
    fn steps_stand_on_their_days_and_what_is_late_where_it_was_due() {
        let axis = axis(Reach::Weeks);
        let steps = vec![
            step("2026-11-23", Some(Fate::Done(None)), None),
            step("2026-11-25", None, Some("2026-11-24")),
            step("2026-11-30", None, None),
            step("2026-12-07", None, None),
            step("2028-01-03", None, None),
        ];
        let marks = axis.marks(&InTime { contact: ContactId(1), steps });
        let states: Vec<_> = marks.iter().map(|mark| mark.state).collect();
        assert_eq!(states, [MarkState::Done, MarkState::Late, MarkState::Next, MarkState::Expected]);
        assert!(marks.is_sorted_by(|one, other| one.x < other.x));
        assert!(marks[1].x < axis.today && axis.today < marks[2].x);
    }
}
