//! Contacts as people paste them: lines, or the cells of a spreadsheet. What was understood is shown before anything is
//! taken, what could be one thing or another is asked, and whoever is there already is pointed out.

mod cells;

mod columns;

mod persons;

mod starts;

mod taking;

use std::collections::HashMap;
use std::ops::Range;

use chrono::NaiveDate;

pub use columns::Column;
pub use starts::DateOrder;
pub use taking::{Lot, Taking};

use crate::calendar::sort_by_number;
use crate::plan::{Audience, Line, Prose, TextError, in_small_letters};
use crate::roster::{Contact, ContactId, NewContact, Reach, Workspace, looks_like};

/// What a pasted text is read with.
#[derive(Clone, Copy, Debug)]
pub struct ContactSetting<'a> {
    /// The plan and who is in its roster already.
    pub workspace: &'a Workspace,
    /// The sequence they start on, if they do.
    pub audience: Option<Audience>,
    /// The day they start where none is said.
    pub start: NaiveDate,
    /// The event that sets it off, where none is said (B1).
    pub event: &'a Line,
    /// The order of day and month in dates that could be read both ways, once that was asked.
    pub order: Option<DateOrder>,
}

/// A pasted text as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactList {
    /// What each column holds, in order.
    pub columns: Vec<Column>,
    /// Whether the first line names the columns.
    pub has_heading: bool,
    /// What the first line calls them, if it does.
    pub headings: Vec<String>,
    /// The lines that are somebody, in order.
    pub people: Vec<Pasted>,
    /// Whether some dates could be read both ways: then the order is to be asked.
    pub asks_order: bool,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Where it stands in the text.
    pub place: Range<usize>,
    /// Who it is, as far as understood.
    pub contact: NewContact,
    /// What could not be read, in order of the columns.
    pub doubts: Vec<Unclear>,
    /// Who looks like the same person.
    pub twin: Option<Twin>,
}

/// What could not be read of a line. The rest of the line is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// There is no name.
    NoName,
    /// A text is longer than its field holds.
    TooLong(Column),
    /// A date could be one of these.
    WhichDate(Vec<NaiveDate>),
    /// It is no date.
    NoDate(String),
    /// Nobody in the plan is called so.
    UnknownOwner(String),
    /// The holidays of that country are not there.
    UnknownCountry(String),
}

/// Who looks like the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// Somebody in the roster.
    Known {
        /// Who.
        contact: ContactId,
        /// Whether they are on the sequence already.
        is_enrolled: bool,
    },
    /// Another line above, by its place among the people.
    Above(usize),
}

impl ContactList {
    /// Reads a pasted text. `chosen` says what columns hold where somebody corrected it; none for those as recognised.
    pub fn read(text: &str, setting: ContactSetting<'_>, chosen: &[Option<Column>]) -> Self {
        let rows = cells::rows(text);
        let plan = &setting.workspace.plan;
        let (mut columns, has_heading) = columns::recognised(&rows, setting.workspace);
        for (column, chosen) in columns.iter_mut().zip(chosen) {
            *column = chosen.unwrap_or(*column);
        }
        let body = if has_heading { &rows[1..] } else { &rows[..] };
        let dates = columns.iter().position(|column| *column == Column::Start);
        let starts = dates.into_iter().flat_map(|at| body.iter().filter_map(move |row| row.cells.get(at)));
        let order = setting.order.or_else(|| starts::order(starts.map(String::as_str)));
        let first = rows.first().filter(|_| has_heading);
        let headings = first.map(|row| row.cells.iter().map(|cell| cell.trim().to_owned()).collect());
        let headings = headings.unwrap_or_default();
        let mut list = Self { columns, has_heading, headings, people: Vec::new(), asks_order: false };
        for row in body {
            let mut line = Reading { contact: NewContact::default(), doubts: Vec::new(), start: None };
            let mut event = setting.event.clone();
            for (column, cell) in list.columns.iter().zip(&row.cells) {
                let cell = cell.trim();
                if cell.is_empty() {
                    continue;
                }
                // `Ann Archer <ann@example.com>`
                if *column == Column::Name
                    && let Some((name, mail)) = columns::with_mail(cell)
                {
                    line.read_text(Column::Name, &name);
                    line.read_text(Column::Mail, mail);
                    continue;
                }
                match column {
                    Column::Start => line.read_start(cell, setting.start, order),
                    Column::Owner => match persons::person(plan, cell) {
                        Some(owner) => line.contact.owner = Some(owner),
                        None => line.doubts.push(Unclear::UnknownOwner(cell.to_owned())),
                    },
                    Column::Country => match persons::country(&setting.workspace.roster, cell) {
                        Some(code) => line.contact.country = Some(code),
                        None => line.doubts.push(Unclear::UnknownCountry(cell.to_owned())),
                    },
                    Column::Event => event = line.line(*column, cell).unwrap_or(event),
                    column => line.read_text(*column, cell),
                }
            }
            if line.contact.name.is_blank() {
                line.doubts.insert(0, Unclear::NoName);
            }
            let start = line.start.unwrap_or(setting.start);
            line.contact.start = setting.audience.map(|audience| (audience, event, start));
            let Reading { contact, doubts, .. } = line;
            list.people.push(Pasted { place: row.place.clone(), contact, doubts, twin: None });
        }
        let is_unclear = |doubt: &Unclear| matches!(doubt, Unclear::WhichDate(_));
        list.asks_order = list.people.iter().any(|person| person.doubts.iter().any(is_unclear));
        list.find_twins(setting);
        list
    }

    /// Those who can be taken as they are: with a name, no open question, and no twin.
    pub fn clear(&self) -> impl Iterator<Item = &Pasted> {
        self.people.iter().filter(|person| person.doubts.is_empty() && person.twin.is_none())
    }

    fn find_twins(&mut self, setting: ContactSetting<'_>) {
        let known: Vec<&Contact> = setting.workspace.roster.contacts().map(|it| &**it).collect();
        let mut by_trait: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, contact) in known.iter().enumerate() {
            for it in traits(&contact.name, &contact.reach) {
                by_trait.entry(it).or_default().push(at);
            }
        }
        let mut above: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..self.people.len() {
            let new = &self.people[at].contact;
            let traits = traits(&new.name, &new.reach);
            let among = |places: &HashMap<String, Vec<usize>>| {
                let all = traits.iter().filter_map(|it| places.get(it)).flatten().copied();
                let mut all: Vec<usize> = all.collect();
                sort_by_number(&mut all, |at| *at as i64);
                all
            };
            let is_like = |name: &Line, reach: &Reach| looks_like((&new.name, &new.reach), (name, reach));
            let is_known = |at: &usize| is_like(&known[*at].name, &known[*at].reach);
            let is_above =
                |at: &usize| is_like(&self.people[*at].contact.name, &self.people[*at].contact.reach);
            let twin = match among(&by_trait).into_iter().find(is_known) {
                Some(found) => {
                    let is_open = |audience| known[found].open(audience).is_some();
                    let is_enrolled = setting.audience.is_some_and(is_open);
                    Some(Twin::Known { contact: known[found].id, is_enrolled })
                }
                None => among(&above).into_iter().find(is_above).map(Twin::Above),
            };
            self.people[at].twin = twin;
            for it in traits {
                above.entry(it).or_default().push(at);
            }
        }
    }
}

/// By what one looks for somebody: only those who share one of these are compared.
fn traits(name: &Line, reach: &Reach) -> Vec<String> {
    let folded = |line: &Line| {
        let words: Vec<_> = line.as_str().split_whitespace().collect();
        in_small_letters(&words.join(" "))
    };
    let digits: Vec<char> = reach.phone.as_str().chars().filter(char::is_ascii_digit).collect();
    let digits: String = digits[digits.len().saturating_sub(7)..].iter().collect();
    let all = [('n', folded(name)), ('m', folded(&reach.mail)), ('p', digits)];
    let all = all.into_iter().filter(|(_, text)| !text.is_empty());
    all.map(|(kind, text)| format!("{kind}{text}")).collect()
}

/// A line as far as it is read.
struct Reading {
    contact: NewContact,
    doubts: Vec<Unclear>,
    start: Option<NaiveDate>,
}

impl Reading {
    fn read_start(&mut self, cell: &str, from: NaiveDate, order: Option<DateOrder>) {
        match starts::date(cell, from, order) {
            Ok(date) => self.start = Some(date),
            Err(doubt) => self.doubts.push(doubt),
        }
    }

    fn read_text(&mut self, column: Column, cell: &str) {
        if column == Column::Note {
            match Prose::parse(cell) {
                Ok(note) => self.contact.note = note,
                Err(TextError::TooLong { .. } | TextError::Nul) => self.doubts.push(Unclear::TooLong(column)),
            }
            return;
        }
        let Some(line) = self.line(column, cell) else { return };
        let contact = &mut self.contact;
        match column {
            Column::Name => contact.name = line,
            Column::FirstName | Column::LastName => {
                let (known, new) = (contact.name.as_str().trim(), line.as_str());
                let is_first = column == Column::FirstName;
                let both = if is_first { format!("{new} {known}") } else { format!("{known} {new}") };
                contact.name = Line::fitted(both.trim());
            }
            Column::Mail => contact.reach.mail = line,
            Column::Phone => contact.reach.phone = line,
            Column::Address => contact.reach.address = line,
            Column::Segment => contact.segment = line,
            Column::Owner
            | Column::Country
            | Column::Start
            | Column::Event
            | Column::Note
            | Column::LeftOut => {}
        }
    }

    fn line(&mut self, column: Column, cell: &str) -> Option<Line> {
        match Line::parse(cell) {
            Ok(line) => Some(line),
            Err(TextError::TooLong { .. } | TextError::Nul) => {
                self.doubts.push(Unclear::TooLong(column));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
