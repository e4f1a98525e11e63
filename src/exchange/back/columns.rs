//! Which column of a sheet says what: by the words at its top, or else by what stands in it.

use chrono::NaiveDate;

use super::cells::Sheet;
use super::compare::whole_number;
use super::likeness::{Likeness, MAX_ROWS, Names};
use crate::exchange::TableColumn;
use crate::exchange::write::{Column, TOLD_SHEETS};
use crate::plan::{Audience, Plan};
use crate::words;

/// What a cell of a step says that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Sequence,
    Number,
    What,
    DoneOn,
    State,
    Outcome,
    PutOff,
    Who,
    With,
    Wait,
    Unit,
    AtMost,
    AtMostUnit,
    Weekdays,
    Tries,
    Gap,
    Tried,
    LastTried,
    Notes,
}

/// What stands at the top of the column that names the sequence.
const SEQUENCE: &str = "Sequence";

/// In which column of a spreadsheet each is written.
const COLUMNS: [(Column, Field); 18] = [
    (Column::Number, Field::Number),
    (Column::What, Field::What),
    (Column::DoneOn, Field::DoneOn),
    (Column::State, Field::State),
    (Column::Outcome, Field::Outcome),
    (Column::PutOff, Field::PutOff),
    (Column::Who, Field::Who),
    (Column::With, Field::With),
    (Column::Wait, Field::Wait),
    (Column::Unit, Field::Unit),
    (Column::AtMost, Field::AtMost),
    (Column::AtMostUnit, Field::AtMostUnit),
    (Column::Weekdays, Field::Weekdays),
    (Column::Tries, Field::Tries),
    (Column::Gap, Field::Gap),
    (Column::Tried, Field::Tried),
    (Column::LastTried, Field::LastTried),
    (Column::Notes, Field::Notes),
];

/// What a column of that title says.
pub fn field(title: &str) -> Option<Field> {
    let is_it = |own: &str| own.eq_ignore_ascii_case(title.trim());
    let known = COLUMNS.into_iter().find(|(column, _)| is_it(column.heading().title));
    known.map(|(_, field)| field).or_else(|| is_it(SEQUENCE).then_some(Field::Sequence))
}

/// What stands at the top of its column.
pub fn title_of(field: Field) -> Option<&'static str> {
    let known = COLUMNS.into_iter().find(|(_, known)| *known == field);
    known.map(|(column, _)| column.heading().title)
}

/// Whether a column of that title is one of ours that only tells: it comes about anew.
pub fn is_told(title: &str) -> bool {
    let table = TableColumn::ALL.into_iter().map(TableColumn::title);
    let mut own = Column::ALL.into_iter().map(|column| column.heading().title).chain(table);
    own.any(|own| own.eq_ignore_ascii_case(title))
}

/// A table of steps in a sheet.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What the sheet is called.
    pub sheet: &'a str,
    /// The sequence, where the sheet is of one.
    pub audience: Option<Audience>,
    fields: Vec<(usize, Field)>,
    /// The rows below the heading, with their places from 1 as programs number them.
    pub rows: Vec<(usize, &'a [String])>,
    /// What stands above the heading.
    pub above: &'a [Vec<String>],
    /// Titles that mean nothing here.
    pub unknown: Vec<String>,
    /// Titles that are none of ours, and those of the columns they are read as.
    pub renamed: Vec<(String, &'static str)>,
}

/// How far down a heading is looked for.
const DEEPEST_HEADING: usize = 12;

impl<'a> Table<'a> {
    /// The table of steps in a sheet, if there is one. Columns that were called otherwise are known by their cells, where
    /// these are of the plan.
    pub fn of(sheet: &'a Sheet, plan: &Plan, today: NaiveDate) -> Option<Self> {
        let fields = |row: &Vec<String>| -> Vec<(usize, Field)> {
            row.iter().enumerate().filter_map(|(at, title)| Some((at, field(title)?))).collect()
        };
        let is_heading = |fields: &[(usize, Field)], least: usize| {
            let has = |wanted| fields.iter().any(|(_, field)| *field == wanted);
            has(Field::Number) && has(Field::What) && fields.len() >= least
        };
        let rows = || sheet.rows.iter().take(DEEPEST_HEADING).enumerate();
        let names = Names::of(plan);
        let more = |at: usize, known: &[(usize, Field)]| {
            let (titles, rows) = (sheet.rows.get(at), sheet.rows.get(at + 1..));
            let (titles, rows) = (titles.map(Vec::as_slice), rows.unwrap_or_default());
            let titles = titles.unwrap_or_default();
            Likeness { titles, rows, plan, names: &names, today }.found(known)
        };
        // What only tells is no table of steps, however much it says of them.
        let only_tells = TOLD_SHEETS.contains(&sheet.name.trim());
        let by_title = rows().map(|(at, row)| (at, fields(row))).find(|(_, fields)| is_heading(fields, 4));
        let (heading, mut fields, found) = match by_title {
            Some((at, known)) => {
                let more = more(at, &known);
                (at, known, more)
            }
            None if only_tells => return None,
            None => rows().find_map(|(at, row)| {
                let known = fields(row);
                let more = more(at, &known);
                let all: Vec<_> = known.iter().chain(&more).copied().collect();
                is_heading(&all, 3).then_some((at, known, more))
            })?,
        };
        let titles = &sheet.rows[heading];
        let own = |field: Field| COLUMNS.iter().find(|(_, known)| *known == field);
        let own = |field: Field| own(field).map_or(SEQUENCE, |(column, _)| column.heading().title);
        let renamed = found.iter().map(|(at, field)| (titles[*at].trim().to_owned(), own(*field))).collect();
        fields.extend(found);
        let is_unknown = |(at, title): &(usize, &String)| {
            let title = title.trim();
            !title.is_empty() && !is_told(title) && !fields.iter().any(|(known, _)| known == at)
        };
        let unknown = titles.iter().enumerate().filter(is_unknown).map(|(_, title)| title.trim().to_owned());
        // Steps of people stand in a table of their own.
        if titles.iter().any(|title| title.trim() == "Contact") {
            return None;
        }
        // By what stands above the table, however the sheet was renamed; else by its name.
        let title = sheet.rows.first().and_then(|row| row.first()).map_or("", |cell| cell.trim());
        let is_of = |audience: &Audience| {
            title.starts_with(words::sequence(*audience)) || sheet.name.trim() == words::sheet_name(*audience)
        };
        let table = Self {
            sheet: &sheet.name,
            audience: Audience::BOTH.into_iter().find(is_of),
            unknown: unknown.collect(),
            renamed,
            fields,
            rows: (heading + 2..).zip(sheet.rows[heading + 1..].iter().map(Vec::as_slice)).collect(),
            above: &sheet.rows[..heading],
        };
        // Nor where the column that names them is called otherwise: each step comes once for each of them.
        let is_of_people = !table.renamed.is_empty() && table.tells_steps_several_times();
        let audience =
            table.audience.or_else(|| table.audience_by_steps(plan, &names).filter(|_| !only_tells));
        (!is_of_people).then_some(Self { audience, ..table })
    }

    /// Whether most steps come more than once.
    fn tells_steps_several_times(&self) -> bool {
        let numbered = self.rows.iter().filter_map(|(_, row)| {
            Some((self.cell(row, Field::Sequence), self.cell(row, Field::Number).and_then(whole_number)?))
        });
        let mut numbers: Vec<_> = numbered.collect();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        all > 1 && numbers.len() * 2 <= all
    }

    /// The sequence in which all its steps stand that are known, where no column names it.
    fn audience_by_steps(&self, plan: &Plan, names: &Names) -> Option<Audience> {
        let is_in = |audience: Audience, what: &str| {
            let mut places = names.steps(what).iter().filter_map(|step| plan.step_number(*step));
            places.any(|(of, _)| of == audience)
        };
        let cells = self.rows.iter().take(MAX_ROWS).filter_map(|(_, row)| self.cell(row, Field::What));
        let known = cells.map(|what| Audience::BOTH.map(|audience| is_in(audience, what)));
        let known: Vec<_> = known.filter(|known| *known != [false; 2]).collect();
        let all_in = |at: usize| !known.is_empty() && known.iter().all(|known| known[at]);
        match (all_in(0), all_in(1)) {
            (true, false) => Some(Audience::BOTH[0]),
            (false, true) => Some(Audience::BOTH[1]),
            _ => None,
        }
    }

    /// Whether the sheet has such a column.
    pub fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|(_, known)| *known == field)
    }

    /// A cell of a row; none where there is no such column.
    pub fn cell(&self, row: &'a [String], field: Field) -> Option<&'a str> {
        let (at, _) = self.fields.iter().find(|(_, known)| *known == field)?;
        Some(row.get(*at).map_or("", |cell| cell.trim()))
    }
}
