//! What the sheets beside the steps change: days off (B13), what was measured (A27).

use chrono::{Datelike, NaiveDate};

use super::Difference;
use super::cells::Sheet;
use super::columns::{Field, Table};
use super::compare::Change;
use super::days::{Year, day};
use super::fields::is_same;
use crate::calendar::WorkWeek;
use crate::exchange::write::TOLD_SHEETS;
use crate::plan::{ActionEdit, Edit, Event, EventEdit, Holiday, Line, Plan};
use crate::store::Stamp;
use crate::words;

/// What is taken of a sheet, each with the change it makes.
pub type Found = (Difference, Change);

/// The sheets beside those of the steps: by their names, or else by what stands at their tops.
#[derive(Debug, Default)]
pub struct Beside<'a> {
    days_off: Option<&'a Sheet>,
    events: Option<&'a Sheet>,
    measures: Option<&'a Sheet>,
    /// Whether people are in it.
    pub has_people: bool,
    /// The names of those that say something, and nothing that is known.
    pub unknown: Vec<&'a str>,
}

/// What a sheet is about, by its headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    DaysOff,
    Events,
    Measures,
    People,
    /// Steps, or what only tells.
    Else,
}

impl About {
    fn of(sheet: &Sheet, plan: &Plan, today: NaiveDate) -> Option<Self> {
        let first = sheet.rows.first().map(Vec::as_slice).unwrap_or_default();
        let is_at_top = |title: &str| first.iter().any(|cell| cell.trim() == title);
        let is_anywhere = |title: &str| sheet.rows.iter().flatten().any(|cell| cell.trim() == title);
        let is_contact = |row: &Vec<String>| {
            ["Contact", "Step"].iter().all(|title| row.iter().any(|cell| cell.trim() == *title))
        };
        match () {
            () if TOLD_SHEETS.contains(&sheet.name.trim()) => Some(Self::Else),
            () if sheet.rows.iter().any(is_contact) => Some(Self::People),
            () if is_of_a_sequence(sheet, plan, today) => Some(Self::Else),
            () if is_anywhere(DAY_OFF) && is_anywhere(LISTED_FROM) => Some(Self::DaysOff),
            () if first.len() >= 2 && first[0].trim() == "Event" && first[1].trim() == "Day" => {
                Some(Self::Events)
            }
            () if ["Goal", "Action", "Result"].into_iter().all(is_at_top) => Some(Self::Measures),
            () => None,
        }
    }
}

/// Whether it is a table of steps that belongs to a sequence, or says which each row does.
fn is_of_a_sequence(sheet: &Sheet, plan: &Plan, today: NaiveDate) -> bool {
    Table::of(sheet, plan, today).is_some_and(|table| table.audience.is_some() || table.has(Field::Sequence))
}

/// What stands on the sheet of days off: over the list, and before the first of the days it holds.
const DAY_OFF: &str = "Day off";
const LISTED_FROM: &str = "Days are listed from";

impl<'a> Beside<'a> {
    /// Finds them.
    pub fn among(sheets: &'a [Sheet], plan: &Plan, today: NaiveDate) -> Self {
        let mut beside = Self::default();
        let known: Vec<_> = sheets.iter().map(|sheet| (sheet, About::of(sheet, plan, today))).collect();
        let find = |wanted: About, name: &str| {
            let of = |it: &&(&'a Sheet, Option<About>)| it.1 == Some(wanted);
            let named = known.iter().filter(of).find(|(sheet, _)| sheet.name.trim() == name);
            named.or_else(|| known.iter().find(of)).map(|(sheet, _)| *sheet)
        };
        beside.days_off = find(About::DaysOff, words::HOLIDAYS_SHEET);
        beside.events = find(About::Events, words::EVENTS_SHEET);
        beside.measures = find(About::Measures, words::MEASURES_SHEET);
        beside.has_people = find(About::People, words::CONTACTS_SHEET).is_some();
        let unknown = known.iter().filter(|(sheet, about)| about.is_none() && !sheet.rows.is_empty());
        beside.unknown = unknown.map(|(sheet, _)| sheet.name.as_str()).collect();
        beside
    }

    /// What is different in them.
    pub fn found(&self, plan: &Plan, today: NaiveDate, notes: &mut Vec<String>) -> Vec<Found> {
        let days_off = self.days_off.map(|sheet| {
            let mut found = days_off(sheet, plan, today, notes);
            found.extend(week(sheet, plan));
            found
        });
        let events = self.events.map(|sheet| events(sheet, plan, today, notes));
        let results = self.measures.map(|sheet| results(sheet, plan));
        [days_off, events, results].into_iter().flatten().flatten().collect()
    }
}

/// Days off that were added to their list, and those that were taken off it.
fn days_off(sheet: &Sheet, plan: &Plan, today: NaiveDate, notes: &mut Vec<String>) -> Vec<Found> {
    let heading = |row: &Vec<String>| row.first().is_some_and(|cell| cell.trim() == DAY_OFF);
    let Some(heading) = sheet.rows.iter().position(heading) else { return Vec::new() };
    let beside = |label: &str| {
        sheet.rows.iter().find_map(|row| {
            let at = row.iter().position(|cell| cell.trim() == label)?;
            row.get(at + 1).and_then(|cell| day(cell, Year::Open, today).ok())
        })
    };
    let (Some(first), Some(last)) = (beside(LISTED_FROM), beside("to")) else { return Vec::new() };
    let (mut here, mut unread): (Vec<(NaiveDate, &str)>, Vec<String>) = (Vec::new(), Vec::new());
    for row in &sheet.rows[heading + 1..] {
        let Some(cell) = row.first().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        match day(cell, Year::Open, today) {
            Ok(day) => here.push((day, row.get(1).map_or("", |name| name.trim()))),
            Err(_) => unread.push(cell.to_owned()),
        }
    }
    if !unread.is_empty() {
        notes.push(words::rows_without_day(words::HOLIDAYS_SHEET, &unread));
    }
    let known = plan.days_off(first.year()..=last.year());
    let difference = |what: &str, before: String, after: String| Difference {
        place: words::HOLIDAYS_SHEET.to_owned(),
        what: what.to_owned(),
        before,
        after,
        ..Difference::default()
    };
    let told = |date: NaiveDate, name: &str| match name {
        "" => words::day_and_year(date),
        name => format!("{}: {name}", words::day_and_year(date)),
    };
    let added = here.iter().filter(|(date, _)| !known.iter().any(|day| day.date == *date));
    let added = added.map(|(date, name)| {
        let (date, name) = (*date, Line::fitted(name));
        let said = difference("New day off", String::new(), told(date, name.as_str()));
        let change: Change = Box::new(move |_| vec![Edit::AddHoliday(Holiday { date, name: name.clone() })]);
        (said, change)
    });
    // One that cannot be read may be any of those that are missing.
    let removed = known.iter().filter(|known| {
        unread.is_empty()
            && (first..=last).contains(&known.date)
            && !here.iter().any(|(date, _)| *date == known.date)
    });
    let removed = removed.map(|holiday| {
        let date = holiday.date;
        let said =
            difference("Worked after all", told(date, holiday.name.as_str()), words::WORKED.to_owned());
        // One's own day goes; one of a set is worked.
        let is_own = plan.holidays.iter().any(|own| own.date == date);
        let change: Change = Box::new(move |_| {
            vec![if is_own { Edit::RemoveHoliday(date) } else { Edit::Worked(date, true) }]
        });
        (said, change)
    });
    added.chain(removed).collect()
}

/// By what the version is known that was written into the sheets.
pub fn stamp(sheets: &[Sheet]) -> Option<Stamp> {
    sheets.iter().flat_map(|sheet| &sheet.rows).find_map(|row| {
        let at = row.iter().position(|cell| cell.trim() == words::VERSION_LABEL)?;
        Stamp::parse(row.get(at + 1)?.trim())
    })
}

/// The weekdays worked, where they are others.
fn week(sheet: &Sheet, plan: &Plan) -> Option<Found> {
    let said = sheet.rows.iter().find_map(|row| {
        let at = row.iter().position(|cell| cell.trim() == words::WEEK_LABEL)?;
        row.get(at + 1)
    });
    // Some programs make a number of it, without the noughts before it.
    let week = WorkWeek::from_mask(&format!("{:0>7}", said?.trim())).ok()?;
    if week == plan.work_week {
        return None;
    }
    let said = Difference {
        place: words::HOLIDAYS_SHEET.to_owned(),
        what: "Weekdays worked".to_owned(),
        before: weekdays(plan.work_week),
        after: weekdays(week),
        ..Difference::default()
    };
    let change: Change = Box::new(move |_| vec![Edit::WorkWeek(week)]);
    Some((said, change))
}

pub fn weekdays(week: WorkWeek) -> String {
    let worked = words::WEEK.into_iter().filter(|day| week.is_worked(*day));
    worked.map(words::weekday).collect::<Vec<_>>().join(", ")
}

/// The days of events.
fn events(sheet: &Sheet, plan: &Plan, today: NaiveDate, notes: &mut Vec<String>) -> Vec<Found> {
    let of_event = |(at, event): (usize, &Event)| {
        let named = |row: &&Vec<String>| row.first().is_some_and(|name| is_same(name, event.name.as_str()));
        // Of those of one name the rows stand in their order.
        let is_of_name = |other: &&Event| is_same(other.name.as_str(), event.name.as_str());
        let before = plan.events[..at].iter().filter(is_of_name).count();
        let cell = sheet
            .rows
            .iter()
            .skip(1)
            .filter(named)
            .nth(before)?
            .get(1)
            .filter(|cell| !cell.trim().is_empty())?;
        let after = match day(cell, Year::Open, today) {
            Ok(after) => after,
            Err(why) => {
                notes.push(words::not_taken(words::EVENTS_SHEET, event.name.as_str(), &why));
                return None;
            }
        };
        if Some(after) == event.date {
            return None;
        }
        let said = Difference {
            place: words::EVENTS_SHEET.to_owned(),
            what: event.name.to_string(),
            before: event.date.map(words::day_and_year).unwrap_or_default(),
            after: words::day_and_year(after),
            ..Difference::default()
        };
        let id = event.id;
        let change: Change = Box::new(move |_| vec![Edit::Event(id, EventEdit::Date(Some(after)))]);
        Some((said, change))
    };
    plan.events.iter().enumerate().filter_map(of_event).collect()
}

/// What was measured of actions.
fn results(sheet: &Sheet, plan: &Plan) -> Vec<Found> {
    let Some(titles) = sheet.rows.first() else { return Vec::new() };
    let place = |title: &str| titles.iter().position(|cell| cell.trim() == title);
    let (Some(goal_at), Some(action_at), Some(result_at)) = (place("Goal"), place("Action"), place("Result"))
    else {
        return Vec::new();
    };
    let cell = |row: &[String], at: usize| row.get(at).map_or("", |cell| cell.trim()).to_owned();
    let of_action = |(goal, action): (&crate::plan::Goal, &crate::plan::Action)| {
        let row = sheet.rows[1..].iter().find(|row| {
            is_same(goal.text.as_str(), &cell(row, goal_at))
                && is_same(action.text.as_str(), &cell(row, action_at))
        })?;
        let after = cell(row, result_at);
        let before = action.measure.result.to_string();
        if is_same(&before, &after) {
            return None;
        }
        let (id, result) = (action.id, Line::fitted(&after));
        let said = Difference {
            place: words::MEASURES_SHEET.to_owned(),
            what: format!("Result of “{}”", action.text),
            before,
            after,
            ..Difference::default()
        };
        let change: Change = Box::new(move |_| vec![Edit::Action(id, ActionEdit::Result(result.clone()))]);
        Some((said, change))
    };
    plan.actions().filter_map(of_action).collect()
}
