//! Which column of a sheet says what, by the words at its top.

use super::cells::Sheet;
use crate::exchange::TableColumn;
use crate::exchange::write::Column;
use crate::plan::Audience;
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
fn field(title: &str) -> Option<Field> {
    let is_it = |own: &str| own.eq_ignore_ascii_case(title.trim());
    let known = COLUMNS.into_iter().find(|(column, _)| is_it(column.heading().title));
    known.map(|(_, field)| field).or_else(|| is_it(SEQUENCE).then_some(Field::Sequence))
}

/// Whether a column of that title is one of ours that only tells: it comes about anew.
fn is_told(title: &str) -> bool {
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
}

/// How far down a heading is looked for.
const DEEPEST_HEADING: usize = 12;

impl<'a> Table<'a> {
    /// The table of steps in a sheet, if there is one.
    pub fn of(sheet: &'a Sheet) -> Option<Self> {
        let fields = |row: &Vec<String>| -> Vec<(usize, Field)> {
            row.iter().enumerate().filter_map(|(at, title)| Some((at, field(title)?))).collect()
        };
        let is_heading = |fields: &[(usize, Field)]| {
            let has = |wanted| fields.iter().any(|(_, field)| *field == wanted);
            has(Field::Number) && has(Field::What) && fields.len() >= 4
        };
        let rows = sheet.rows.iter().take(DEEPEST_HEADING).enumerate();
        let mut found = rows.map(|(at, row)| (at, fields(row)));
        let (heading, fields) = found.find(|(_, fields)| is_heading(fields))?;
        let titles = &sheet.rows[heading];
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
        Some(Self {
            sheet: &sheet.name,
            audience: Audience::BOTH.into_iter().find(is_of),
            unknown: unknown.collect(),
            fields,
            rows: (heading + 2..).zip(sheet.rows[heading + 1..].iter().map(Vec::as_slice)).collect(),
            above: &sheet.rows[..heading],
        })
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
