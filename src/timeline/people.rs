//! Everybody in time: a row a contact over one axis of days, each step a sign on its day (B9).

use chrono::{Datelike, NaiveDate};

use super::sequence::MarkState;
use super::{DayAxis, Flow, Point};
use crate::agenda::{InTime, StepInTime};
use crate::calendar::{DayNumber, WorkCalendar, sort_by_number};
use crate::plan::Fate;
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

/// A sign in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonMark {
    /// Its middle.
    pub at: Point,
    /// What it stands for.
    pub sign: PersonSign,
}

/// What a sign stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonSign {
    /// A step, and how it stands.
    Step(StepInTime, MarkState),
    /// So many further steps on these days, for which there is no room.
    More(usize),
}

impl PeopleAxis {
    /// How wide a row is.
    pub const WIDTH: i32 = 1008;
    /// How high the least row is.
    pub const HEIGHT: i32 = 44;
    /// So far apart, at least, are the middles of signs that stand side by side.
    pub const ROOM: i32 = 22;
    /// The same for what tells how many more there are.
    const MORE_ROOM: i32 = 32;
    /// How far apart the lines of a row are.
    const LINE: i32 = 24;
    /// As many lines of signs are in a row.
    const LINES: usize = 3;
    /// Before the first day and after the last one: half a sign.
    const SIDE: i32 = 12;

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
        Self::SIDE + days * (Self::WIDTH - 2 * Self::SIDE) / self.days
    }

    fn middle(&self, day: DayNumber) -> i32 {
        let days = day.0 - self.first.0;
        self.edge(days).midpoint(self.edge(days + 1))
    }

    /// The signs of a row, in order of days; those of days beyond the axis left out. What is late lies where it was due.
    /// Each keeps its day: one that would touch another stands on the next line.
    pub fn marks(&self, row: &InTime) -> Vec<PersonMark> {
        let waits = |step: &&StepInTime| step.late_since.is_none() && !step.fate.is_some_and(Fate::is_over);
        let next = row.steps.iter().filter(waits).map(|step| step.day).min();
        let sign = |step: &StepInTime| {
            let state = match step.fate {
                Some(Fate::Done(_)) => MarkState::Done,
                Some(Fate::Skipped) => MarkState::Skipped,
                _ if step.late_since.is_some() => MarkState::Late,
                _ if Some(step.day) == next => MarkState::Next,
                _ => MarkState::Expected,
            };
            let day = DayNumber::of(step.stands_on());
            let is_here = (self.first.0..self.first.0 + self.days).contains(&day.0);
            is_here.then(|| (self.middle(day), PersonSign::Step(*step, state)))
        };
        let mut signs: Vec<_> = row.steps.iter().filter_map(sign).collect();
        sort_by_number(&mut signs, |(x, _)| i64::from(*x));
        laid_out(&signs)
    }

    /// How high a row with these signs is.
    pub fn height(marks: &[PersonMark]) -> i32 {
        let lowest = marks.iter().map(|mark| mark.at.y).max().unwrap_or_default();
        Self::HEIGHT.max(lowest + Self::HEIGHT / 2 - 4)
    }
}

impl DayAxis for PeopleAxis {
    fn flow(&self) -> Flow {
        Flow::Across
    }

    fn width(&self) -> i32 {
        Self::WIDTH
    }

    fn day_at(&self, along: i32) -> Option<NaiveDate> {
        let along = along.clamp(-Self::WIDTH, 2 * Self::WIDTH);
        let guess = (along - Self::SIDE) * self.days / (Self::WIDTH - 2 * Self::SIDE);
        // A day begins at a whole number, which may lie a little before its own place.
        let begins = |days: &i32| self.edge(*days) <= along;
        let days = [1, 0, -1].map(|days| guess + days).into_iter().find(begins)?;
        self.first.plus(days).date()
    }

    fn place(&self, day: NaiveDate) -> i32 {
        self.middle(DayNumber::of(day))
    }
}

/// Each sign on the first line on which it touches none; what finds no room on any is counted.
fn laid_out(signs: &[(i32, PersonSign)]) -> Vec<PersonMark> {
    // Where the next one may stand, of each line.
    let mut free = [i32::MIN; PeopleAxis::LINES];
    let line = |at: usize| PeopleAxis::HEIGHT / 2 + at as i32 * PeopleAxis::LINE;
    let mut marks: Vec<PersonMark> = Vec::new();
    let mut last_more: Option<usize> = None;
    for &(x, sign) in signs {
        if let Some(at) = free.iter().position(|free| *free <= x) {
            free[at] = x + PeopleAxis::ROOM;
            marks.push(PersonMark { at: Point { x, y: line(at) }, sign });
            continue;
        }
        let near = last_more.and_then(|at| marks.get_mut(at));
        match near.filter(|mark| x < mark.at.x + PeopleAxis::MORE_ROOM) {
            Some(PersonMark { sign: PersonSign::More(count), .. }) => *count += 1,
            _ => {
                last_more = Some(marks.len());
                let at = Point { x, y: line(PeopleAxis::LINES) };
                marks.push(PersonMark { at, sign: PersonSign::More(1) });
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WorkWeek;
    use crate::plan::{Audience, StepId};
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
        assert_eq!(axis.ticks[0], (PeopleAxis::SIDE, "9 Nov".to_owned()));
        assert_eq!(axis.off.len(), 11, "a weekend a week");
        assert!(axis.ticks.is_sorted() && axis.off.is_sorted());
        assert!((0..PeopleAxis::WIDTH).contains(&axis.today));
    }

    #[test]
    fn a_place_is_that_of_its_day() {
        for reach in Reach::ALL {
            let axis = axis(reach);
            for days in -20..axis.days + 20 {
                let day = axis.first.plus(days).date().unwrap();
                assert_eq!(axis.day_at(axis.place(day)), Some(day), "{reach:?}");
                assert_eq!(axis.day_at(axis.edge(days)), Some(day), "{reach:?}");
                assert_eq!(axis.day_at(axis.edge(days) - 1), axis.first.plus(days - 1).date(), "{reach:?}");
            }
        }
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
        let states: Vec<_> = marks.iter().filter_map(|mark| state(mark.sign)).collect();
        assert_eq!(states, [MarkState::Done, MarkState::Late, MarkState::Next, MarkState::Expected]);
        assert!(marks.is_sorted_by(|one, other| one.at.x < other.at.x));
        assert!(marks[1].at.x < axis.today && axis.today < marks[2].at.x);
    }

    fn state(sign: PersonSign) -> Option<MarkState> {
        match sign {
            PersonSign::Step(_, state) => Some(state),
            PersonSign::More(_) => None,
        }
    }

    fn row(days: &[&str]) -> InTime {
        InTime { contact: ContactId(1), steps: days.iter().map(|day| step(day, None, None)).collect() }
    }

    /// Where the signs of steps on these days stand.
    fn places(reach: Reach, days: &[&str]) -> Vec<(i32, i32)> {
        axis(reach).marks(&row(days)).iter().map(|mark| (mark.at.x, mark.at.y)).collect()
    }

    #[test]
    fn steps_of_one_day_stand_below_each_other_and_neighbours_on_two_lines() {
        let one = places(Reach::Weeks, &["2026-11-25"])[0];
        assert_eq!(one.1, PeopleAxis::HEIGHT / 2);
        let same = places(Reach::Weeks, &["2026-11-25", "2026-11-25", "2026-11-25"]);
        assert_eq!(same, [one, (one.0, one.1 + 24), (one.0, one.1 + 48)]);
        let lines: Vec<_> = places(Reach::Weeks, &["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"])
            .iter()
            .map(|(_, y)| *y)
            .collect();
        assert_eq!(lines, [22, 46, 22, 22], "two days apart there is room");
    }

    #[test]
    fn what_finds_no_room_is_counted() {
        let marks = axis(Reach::Weeks).marks(&row(&["2026-11-25"; 6]));
        assert_eq!(marks.len(), 4);
        assert_eq!(marks[3].sign, PersonSign::More(3));
        assert_eq!(PeopleAxis::height(&marks), 22 + 3 * 24 + 18);
        assert_eq!(PeopleAxis::height(&marks[..1]), PeopleAxis::HEIGHT);
    }

    #[test]
    fn no_sign_touches_another_or_the_edge_and_all_are_on_their_days() {
        for reach in Reach::ALL {
            let axis = axis(reach);
            for gap in 0..9 {
                let day = |at: i32| DayNumber::of(date("2026-11-09")).plus(at * gap / 2);
                let steps = (0..40).filter_map(|at| day(at).date());
                let steps: Vec<_> = steps.map(|day| step(&day.to_string(), None, None)).collect();
                let shown = steps.iter().filter(|step| DayNumber::of(step.day).0 < axis.first.0 + axis.days);
                let shown: Vec<_> = shown.map(|step| axis.middle(DayNumber::of(step.day))).collect();
                let marks = axis.marks(&InTime { contact: ContactId(1), steps });
                let mut told = 0;
                for (at, mark) in marks.iter().enumerate() {
                    let (x, y) = (mark.at.x, mark.at.y);
                    assert!(shown.contains(&x), "{reach:?}, {gap}: {x} is the middle of its day");
                    assert!((12..=PeopleAxis::WIDTH - 12).contains(&x), "{reach:?}, {gap}: {x} is inside");
                    assert!((12..=PeopleAxis::height(&marks) - 12).contains(&y), "{reach:?}, {gap}: {y}");
                    told += match mark.sign {
                        PersonSign::Step(..) => 1,
                        PersonSign::More(count) => count,
                    };
                    for other in &marks[..at] {
                        let apart = (x - other.at.x).abs() >= 22 || (y - other.at.y).abs() >= 24;
                        assert!(apart, "{reach:?}, {gap}: {mark:?} touches {other:?}");
                    }
                }
                assert_eq!(told, shown.len(), "{reach:?}, {gap}: each step once");
            }
        }
    }
}
