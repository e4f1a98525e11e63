//! The parts of a step that a sheet can change: what the plan says of each, and the change that a row makes.

use chrono::NaiveDate;

use super::columns::Field;
use super::compare::Change;
use super::days::{Year, optional_day};
use crate::calendar::WorkWeek;
use crate::plan::{
    Attempts, Channel, Direction, Edit, Fate, Line, Outcome, PersonId, Plan, Prose, Responsible, Span, Step,
    StepEdit, StepId, Unit,
};
use crate::schedule::{Schedule, StepFacts};
use crate::words;

/// A part of a step, as it is told and taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    What,
    /// The wait, its unit, the longest wait and the weekdays.
    Wait,
    Tries,
    Who,
    With,
    Notes,
    /// The day it is put off to.
    PutOff,
    /// What became of it.
    Fate,
}

/// The cells of a new row that make a step.
pub const TAKEN: [Field; 16] = [
    Field::Who,
    Field::With,
    Field::Wait,
    Field::Unit,
    Field::AtMost,
    Field::AtMostUnit,
    Field::Weekdays,
    Field::Tries,
    Field::Gap,
    Field::Notes,
    Field::PutOff,
    Field::DoneOn,
    Field::State,
    Field::Outcome,
    Field::Tried,
    Field::LastTried,
];

/// What a row says of a field; none where the sheet has no such column.
type Cells<'a> = dyn Fn(Field) -> Option<&'a str> + 'a;

/// A change; why it cannot be taken, as it goes before “so this stays as it is”; nothing where the sheet says what the plan says.
type Read = Option<Result<Change, String>>;

impl Part {
    /// All of them: what became of it last, since a step that is over is not put off.
    pub const ALL: [Self; 8] =
        [Self::What, Self::Wait, Self::Tries, Self::Who, Self::With, Self::Notes, Self::PutOff, Self::Fate];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::What => "What",
            Self::Wait => "When",
            Self::Tries => "Tries",
            Self::Who => "Who",
            Self::With => "With",
            Self::Notes => "Notes",
            Self::PutOff => "Put off to",
            Self::Fate => "What became of it",
        }
    }

    /// What the plan says of it on a day, in words; empty where it says nothing. Only what needs dates has them counted.
    pub fn said(self, plan: &Plan, id: StepId, today: NaiveDate) -> String {
        let Some(step) = plan.step(id) else { return String::new() };
        match self {
            Self::What => step.what.to_string(),
            Self::Wait => {
                let schedule = Schedule::on(plan, today);
                schedule.step(id).map(|facts| words::wait(plan, facts)).unwrap_or_default()
            }
            Self::Tries => words::tries(step.attempts).unwrap_or_else(|| words::ONCE.to_owned()),
            Self::Who => step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
            Self::With => words::with(step),
            Self::Notes => step.notes.to_string(),
            Self::PutOff => {
                let run = plan.step_number(id).map(|(audience, _)| plan.runs.of(audience));
                run.and_then(|run| run.postponed(id)).map(words::day_and_year).unwrap_or_default()
            }
            Self::Fate => match mark(plan, id) {
                Some((on, fate)) => format!("{}, {}", words::fate(fate), words::day_and_year(on)),
                None => String::new(),
            },
        }
    }

    /// The change that a row makes, on a day.
    pub fn read(
        self,
        plan: &Plan,
        schedule: &Schedule,
        id: StepId,
        cells: &Cells<'_>,
        today: NaiveDate,
    ) -> Read {
        let step = plan.step(id)?;
        let facts = schedule.step(id)?;
        match self {
            Self::What => {
                let cell = cells(Field::What).filter(|cell| !is_same(cell, step.what.as_str()))?;
                line(cell, move |text| vec![Edit::Step(id, StepEdit::What(text))])
            }
            Self::Wait => wait(step, facts, cells),
            Self::Tries => {
                let (count, gap) = (facts.attempts.count(), facts.attempts.gap());
                let wanted_count = number(cells(Field::Tries), i64::from(count));
                let wanted_gap = number(cells(Field::Gap), i64::from(gap));
                if wanted_count == Ok(count.into()) && wanted_gap == Ok(gap.into()) {
                    return None;
                }
                let attempts = match (wanted_count, wanted_gap) {
                    (Ok(count), Ok(gap)) => u8::try_from(count).ok().zip(u16::try_from(gap).ok()),
                    (Err(cell), _) | (_, Err(cell)) => return Some(Err(cell)),
                };
                let attempts = attempts.and_then(|(count, gap)| Attempts::new(count, gap));
                let Some(attempts) = attempts else {
                    return Some(Err(words::not_understood(cells(Field::Tries).unwrap_or_default())));
                };
                simple(move |_| vec![Edit::Step(id, StepEdit::Attempts(attempts))])
            }
            Self::Who => {
                let said = step.who.map(|who| words::responsible(plan, who)).unwrap_or_default();
                let cell = cells(Field::Who).filter(|cell| !is_same(cell, &said))?.to_owned();
                match Line::parse(&cell) {
                    Ok(_) => simple(move |plan| who(plan, id, &cell)),
                    Err(_) => Some(Err(words::TOO_LONG_FOR_CELL.to_owned())),
                }
            }
            Self::With => {
                let cell = cells(Field::With).filter(|cell| !is_same(cell, &words::with(step)))?.to_owned();
                let (channel, tools) = with(&cell);
                line(tools, move |tools| {
                    let edits = [StepEdit::Channel(channel), StepEdit::Tools(tools)];
                    edits.map(|edit| Edit::Step(id, edit)).to_vec()
                })
            }
            Self::Notes => {
                let cell = cells(Field::Notes).filter(|cell| !is_same(cell, step.notes.as_str()))?;
                match Prose::parse(cell) {
                    Ok(notes) => simple(move |_| vec![Edit::Step(id, StepEdit::Notes(notes.clone()))]),
                    Err(_) => Some(Err(words::TOO_LONG_FOR_CELL.to_owned())),
                }
            }
            Self::PutOff => {
                let cell = cells(Field::PutOff)?;
                let wanted = match optional_day(cell, Year::Ahead, today) {
                    Ok(wanted) => wanted,
                    Err(cell) => return Some(Err(cell)),
                };
                if wanted == facts.postponed {
                    return None;
                }
                simple(move |_| vec![Edit::Postpone(id, wanted)])
            }
            Self::Fate => fate(plan, id, cells, today),
        }
    }
}

fn simple(edits: impl Fn(&Plan) -> Vec<Edit> + 'static) -> Read {
    Some(Ok(Box::new(edits)))
}

fn line(cell: &str, edits: impl Fn(Line) -> Vec<Edit> + 'static) -> Read {
    match Line::parse(cell) {
        Ok(text) => simple(move |_| edits(text.clone())),
        Err(_) => Some(Err(words::TOO_LONG_FOR_CELL.to_owned())),
    }
}

/// A wait with its unit, the longest wait and the weekdays, where any of them differs.
fn wait(step: &Step, facts: &StepFacts, cells: &Cells<'_>) -> Read {
    let signed = |span: Span| {
        let length = i64::from(span.length());
        if facts.wait.direction == Direction::Before { -length } else { length }
    };
    let (span, most) = (facts.wait.span, facts.wait.latest);
    let length = match number(cells(Field::Wait), signed(span)) {
        Ok(length) => length,
        Err(cell) => return Some(Err(cell)),
    };
    let unit_of = |field: Field, known: Unit| match cells(field).filter(|cell| !cell.is_empty()) {
        None => Ok(known),
        Some(cell) => unit(cell).ok_or_else(|| words::not_understood(cell)),
    };
    let latest = match cells(Field::AtMost) {
        None => Ok(most),
        Some("") => Ok(None),
        Some(cell) => number(Some(cell), 0).and_then(|length| {
            let unit = unit_of(Field::AtMostUnit, most.unwrap_or(span).unit())?;
            let length = u16::try_from(length.abs()).ok();
            length
                .and_then(|length| Span::new(length, unit))
                .map(Some)
                .ok_or_else(|| words::not_understood(cell))
        }),
    };
    let week = match cells(Field::Weekdays) {
        None => Ok(facts.wait.weekdays),
        Some("") => Ok(None),
        Some(cell) => weekdays(cell).map(Some).ok_or_else(|| words::not_understood(cell)),
    };
    let (latest, week, unit) = match (latest, week, unit_of(Field::Unit, span.unit())) {
        (Ok(latest), Ok(week), Ok(unit)) => (latest, week, unit),
        (Err(cell), ..) | (_, Err(cell), _) | (.., Err(cell)) => return Some(Err(cell)),
    };
    if (length, unit, latest, week) == (signed(span), span.unit(), most, facts.wait.weekdays) {
        return None;
    }
    let direction = match length {
        0 => facts.wait.direction,
        1.. => Direction::After,
        _ => Direction::Before,
    };
    let wanted = u16::try_from(length.abs()).ok().and_then(|length| Span::new(length, unit));
    let timed = wanted.and_then(|span| step.timed(span, direction, latest, week));
    let id = step.id;
    match timed {
        Some((delay, window)) => simple(move |_| vec![Edit::Step(id, StepEdit::Timing(delay, window))]),
        None => Some(Err(words::not_understood(cells(Field::Wait).unwrap_or_default()))),
    }
}

/// What became of a step, where the row says something else.
fn fate(plan: &Plan, id: StepId, cells: &Cells<'_>, today: NaiveDate) -> Read {
    let before = mark(plan, id);
    let over = |cell: &str| optional_day(cell, Year::Past, today);
    let done_on = match cells(Field::DoneOn).map(over) {
        None => return None,
        Some(Ok(day)) => day,
        Some(Err(cell)) => return Some(Err(cell)),
    };
    let state = cells(Field::State).unwrap_or_default();
    let is_said_done = state.eq_ignore_ascii_case("done");
    let outcome = cells(Field::Outcome).filter(|cell| !cell.is_empty());
    let outcome = match outcome.map(|cell| outcome_of(cell).ok_or(cell)) {
        None => None,
        Some(Ok(outcome)) => Some(outcome),
        Some(Err(cell)) => return Some(Err(words::not_understood(cell))),
    };
    let (tried, last) =
        match (number(cells(Field::Tried), 0), over(cells(Field::LastTried).unwrap_or_default())) {
            (Ok(tried), Ok(last)) => (tried, last),
            (Err(why), _) | (_, Err(why)) => return Some(Err(why)),
        };
    // Of what has no column nothing is said.
    let known = match before {
        Some((_, Fate::Done(known))) if cells(Field::Outcome).is_none() => known,
        _ => None,
    };
    let stays_tried = cells(Field::Tried).is_none() && matches!(before, Some((_, Fate::Tried(_))));
    let after = match (done_on, state.eq_ignore_ascii_case("skipped")) {
        (Some(on), true) => Some((on, Fate::Skipped)),
        (Some(on), false) => Some((on, Fate::Done(outcome.or(known)))),
        (None, true) => Some((today, Fate::Skipped)),
        // An outcome says that it was done, and so does the word: today, if no day is said.
        (None, false) if outcome.is_some() || (is_said_done && before.is_none()) => {
            Some((today, Fate::Done(outcome)))
        }
        (None, false) if stays_tried => before,
        (None, false) => {
            let times = u8::try_from(tried).ok().filter(|times| *times > 0);
            times.map(|times| (last.unwrap_or(today), Fate::Tried(times)))
        }
    };
    if after == before {
        return None;
    }
    match after {
        // A day to come is none on which anything was done.
        Some((on, _)) if on > today => Some(Err(words::still_to_come(on))),
        Some((on, fate)) => simple(move |_| vec![Edit::Mark(id, on, fate)]),
        None => simple(move |_| vec![Edit::Unmark(id)]),
    }
}

fn mark(plan: &Plan, id: StepId) -> Option<(NaiveDate, Fate)> {
    let (audience, _) = plan.step_number(id)?;
    plan.runs.of(audience).mark(id).map(|mark| (mark.on, mark.fate))
}

/// Gives a step to whoever a cell names; somebody new joins the people of the plan.
fn who(plan: &Plan, id: StepId, cell: &str) -> Vec<Edit> {
    let give = |who| Edit::Step(id, StepEdit::Who(who));
    if cell.is_empty() {
        return vec![give(None)];
    }
    let role = Responsible::ROLES.into_iter().find(|role| is_same(words::role(*role), cell));
    let person = plan.people.iter().find(|person| is_same(person.name.as_str(), cell));
    match (person, role) {
        (Some(person), _) => vec![give(Some(Responsible::Person(person.id)))],
        (None, Some(role)) => vec![give(Some(role))],
        (None, None) => {
            let person = PersonId(plan.next_id());
            vec![Edit::AddPerson(Line::fitted(cell)), give(Some(Responsible::Person(person)))]
        }
    }
}

/// The channel at the beginning of a cell, and the tools behind it.
fn with(cell: &str) -> (Option<Channel>, &str) {
    let channel =
        |name: &str| Channel::ALL.into_iter().find(|channel| is_same(words::channel(*channel), name));
    match cell.split_once(':') {
        Some((name, tools)) if channel(name).is_some() => (channel(name), tools.trim()),
        _ => match channel(cell) {
            Some(channel) => (Some(channel), ""),
            None => (None, cell),
        },
    }
}

/// The number a cell says; `known` where there is no such column or nothing in it.
fn number(cell: Option<&str>, known: i64) -> Result<i64, String> {
    match cell.filter(|cell| !cell.is_empty()) {
        None => Ok(known),
        Some(cell) => cell.parse().map_err(|_| words::not_understood(cell)),
    }
}

/// `week(s)`, as it is written; `week` and `weeks`, as people and older files say it.
pub fn unit(cell: &str) -> Option<Unit> {
    let cell = cell.to_lowercase();
    Unit::ALL.into_iter().find(|unit| {
        let (any, several) = (words::unit_cell(*unit), words::unit(*unit));
        [any, several, several.trim_end_matches('s')].into_iter().any(|known| is_same(known, &cell))
    })
}

pub fn outcome_of(cell: &str) -> Option<Outcome> {
    Outcome::ALL.into_iter().find(|outcome| is_same(words::outcome(*outcome), cell))
}

/// `Tue, Thu`: the first three letters of each.
pub fn weekdays(cell: &str) -> Option<WorkWeek> {
    let begins = |word: &str, day: chrono::Weekday| {
        let (name, start) = (words::weekday(day).to_lowercase(), word.to_lowercase());
        name.starts_with(&start) || start.starts_with(&name)
    };
    let named: Option<Vec<_>> = cell
        .split([',', ' ', ';', '/'])
        .filter(|word| !word.is_empty())
        .map(|word| words::WEEK.into_iter().find(|day| word.chars().count() > 1 && begins(word, *day)))
        .collect();
    let named = named?;
    WorkWeek::from_days_off(words::WEEK.into_iter().filter(|day| !named.contains(day))).ok()
}

/// Whether two texts are the same but for white space.
pub fn is_same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}
