//! What the sheets beside the steps change: days off (B13), what was measured (A27).

use chrono::{Datelike, NaiveDate};

use super::Difference;
use super::cells::Sheet;
use super::compare::Change;
use super::fields::{day, is_same};
use crate::calendar::WorkWeek;
use crate::plan::{ActionEdit, Edit, Event, EventEdit, Holiday, Line, Plan};
use crate::words;

/// What is taken of a sheet, each with the change it makes.
pub type Found = (Difference, Change);

/// Days off that were added to their list, and those that were taken off it.
pub fn days_off(sheets: &[Sheet], plan: &Plan) -> Vec<Found> {
    let listed = |sheet: &&Sheet| sheet.name.trim() == words::HOLIDAYS_SHEET;
    let Some(sheet) = sheets.iter().find(listed) else { return Vec::new() };
    let heading = |row: &Vec<String>| row.first().is_some_and(|cell| cell.trim() == "Day off");
    let Some(heading) = sheet.rows.iter().position(heading) else { return Vec::new() };
    let beside = |label: &str| {
        sheet.rows.iter().find_map(|row| {
            let at = row.iter().position(|cell| cell.trim() == label)?;
            row.get(at + 1).and_then(|cell| day(cell))
        })
    };
    let (Some(first), Some(last)) = (beside("Days are listed from"), beside("to")) else { return Vec::new() };
    let here: Vec<(NaiveDate, &str)> = sheet.rows[heading + 1..]
        .iter()
        .filter_map(|row| Some((day(row.first()?)?, row.get(1).map_or("", |name| name.trim()))))
        .collect();
    let known = plan.days_off(first.year()..=last.year());
    let difference = |what: &str, before: String, after: String| Difference {
        place: words::HOLIDAYS_SHEET.to_owned(),
        what: what.to_owned(),
        before,
        after,
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
    let removed = known.iter().filter(|known| {
        (first..=last).contains(&known.date) && !here.iter().any(|(date, _)| *date == known.date)
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

/// Whether people are in it.
pub fn has_people(sheets: &[Sheet]) -> bool {
    sheets.iter().any(|sheet| sheet.name.trim() == words::CONTACTS_SHEET)
}

/// The weekdays worked, where they are others.
pub fn week(sheets: &[Sheet], plan: &Plan) -> Vec<Found> {
    let listed = |sheet: &&Sheet| sheet.name.trim() == words::HOLIDAYS_SHEET;
    let said = sheets.iter().find(listed).and_then(|sheet| {
        sheet.rows.iter().find_map(|row| {
            let at = row.iter().position(|cell| cell.trim() == words::WEEK_LABEL)?;
            row.get(at + 1)
        })
    });
    // Some programs make a number of it, without the noughts before it.
    let Some(week) = said.and_then(|cell| WorkWeek::from_mask(&format!("{:0>7}", cell.trim())).ok()) else {
        return Vec::new();
    };
    if week == plan.work_week {
        return Vec::new();
    }
    let said = Difference {
        place: words::HOLIDAYS_SHEET.to_owned(),
        what: "Weekdays worked".to_owned(),
        before: weekdays(plan.work_week),
        after: weekdays(week),
    };
    let change: Change = Box::new(move |_| vec![Edit::WorkWeek(week)]);
    vec![(said, change)]
}

fn weekdays(week: WorkWeek) -> String {
    let worked = words::WEEK.into_iter().filter(|day| week.is_worked(*day));
    worked.map(words::weekday).collect::<Vec<_>>().join(", ")
}

/// The days of events.
pub fn events(sheets: &[Sheet], plan: &Plan) -> Vec<Found> {
    let listed = |sheet: &&Sheet| sheet.name.trim() == words::EVENTS_SHEET;
    let Some(sheet) = sheets.iter().find(listed) else { return Vec::new() };
    let of_event = |event: &Event| {
        let named = |row: &&Vec<String>| row.first().is_some_and(|name| is_same(name, event.name.as_str()));
        let after = day(sheet.rows.iter().skip(1).find(named)?.get(1)?)?;
        if Some(after) == event.date {
            return None;
        }
        let said = Difference {
            place: words::EVENTS_SHEET.to_owned(),
            what: event.name.to_string(),
            before: event.date.map(words::day_and_year).unwrap_or_default(),
            after: words::day_and_year(after),
        };
        let id = event.id;
        let change: Change = Box::new(move |_| vec![Edit::Event(id, EventEdit::Date(Some(after)))]);
        Some((said, change))
    };
    plan.events.iter().filter_map(of_event).collect()
}

/// What was measured of actions.
pub fn results(sheets: &[Sheet], plan: &Plan) -> Vec<Found> {
    let listed = |sheet: &&Sheet| sheet.name.trim() == words::MEASURES_SHEET;
    let Some(sheet) = sheets.iter().find(listed) else { return Vec::new() };
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
        };
        let change: Change = Box::new(move |_| vec![Edit::Action(id, ActionEdit::Result(result.clone()))]);
        Some((said, change))
    };
    plan.actions().filter_map(of_action).collect()
}
