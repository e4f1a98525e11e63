//! What a column says whose title is none of ours: told by its cells, and by its place among columns that are known.
//!
//! A column is taken for one of ours only where its cells say what the plan says, and no other does.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::{Field, field, is_told};
use super::compare::whole_number;
use super::days::{Year, optional_day};
use super::fields::{is_same, outcome_of, unit, weekdays};
use crate::exchange::TableColumn;
use crate::exchange::write::Column;
use crate::plan::{Plan, StepId};
use crate::words;

/// What a column can be known by that stands anywhere.
const BY_CELLS: [Field; 5] = [Field::Sequence, Field::Number, Field::Who, Field::With, Field::Notes];

/// How a step may stand, as our files say it.
const STATES: [&str; 6] = ["open", "late", "done", "skipped", "not on the way", "without a day"];

/// The titles of a table, the rows below them, and the plan they may be of.
#[derive(Clone, Copy, Debug)]
pub struct Likeness<'a> {
    pub titles: &'a [String],
    pub rows: &'a [Vec<String>],
    pub plan: &'a Plan,
    pub names: &'a Names,
    pub today: NaiveDate,
}

/// The steps of a plan by what is done in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, Vec<StepId>>);

impl Names {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut names: BTreeMap<String, Vec<StepId>> = BTreeMap::new();
        for step in plan.steps() {
            names.entry(plain(step.what.as_str())).or_default().push(step.id);
        }
        names.remove("");
        Self(names)
    }

    /// The steps in which that is done.
    pub fn steps(&self, what: &str) -> &[StepId] {
        self.0.get(&plain(what)).map_or(&[], Vec::as_slice)
    }
}

/// A text without what tells it from another that is the same but for white space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So many rows tell what a column says: more than a plan has steps.
pub const MAX_ROWS: usize = 2_000;

impl<'a> Likeness<'a> {
    /// What columns say besides those that are known by their titles, by their places.
    pub fn found(self, known: &[(usize, Field)]) -> Vec<(usize, Field)> {
        let free: Vec<usize> = self.free(known);
        let mut found: Vec<(usize, Field)> = Vec::new();
        let own = self.own_places();
        let titled = known.iter().find(|(_, field)| *field == Field::What).map(|(at, _)| *at);
        let what = titled.or_else(|| {
            let mut alike = free.iter().copied().filter(|at| self.names_steps(*at));
            alike.next().filter(|_| alike.next().is_none())
        });
        let Some(what) = what else { return found };
        if titled.is_none() {
            found.push((what, Field::What));
        }
        let steps: Vec<&[StepId]> = self.rows().map(|row| self.names.steps(cell(row, what))).collect();
        let is_missing = |found: &[(usize, Field)], field: Field| {
            known.iter().chain(found).all(|(_, other)| *other != field)
        };
        let is_free = |found: &[(usize, Field)], at: usize| found.iter().all(|(other, _)| *other != at);
        for at in free.iter().copied() {
            let field = own.iter().find(|(place, _)| *place == at).map(|(_, field)| *field);
            if let Some(field) = field
                && is_missing(&found, field)
                && is_free(&found, at)
                && self.may_say(at, field, &steps)
            {
                found.push((at, field));
            }
        }
        for field in BY_CELLS {
            if !is_missing(&found, field) {
                continue;
            }
            let is_it = |at: &usize| is_free(&found, *at) && self.says(*at, field, &steps);
            let mut alike = free.iter().copied().filter(is_it);
            if let Some(at) = alike.next().filter(|_| alike.next().is_none()) {
                found.push((at, field));
            }
        }
        found
    }

    /// The columns with a title that is none of ours.
    fn free(self, known: &[(usize, Field)]) -> Vec<usize> {
        let titles = self.titles.iter().enumerate();
        let is_free = |at: usize, title: &str| {
            !title.is_empty() && !is_told(title) && known.iter().all(|(other, _)| *other != at)
        };
        titles.filter(|(at, title)| is_free(*at, title.trim())).map(|(at, _)| at).collect()
    }

    /// What stands in the place of one of our columns, while all others stand where they stood.
    fn own_places(self) -> Vec<(usize, Field)> {
        let sheet: Vec<_> = Column::ALL.into_iter().map(|column| column.heading().title).collect();
        let table = TableColumn::ALL.into_iter().filter(|column| !column.is_of_contact());
        let table: Vec<_> = table.map(TableColumn::title).collect();
        [sheet, table].iter().find_map(|own| self.in_places_of(own)).unwrap_or_default()
    }

    fn in_places_of(self, own: &[&str]) -> Option<Vec<(usize, Field)>> {
        let place = |title: &str| own.iter().position(|known| known.eq_ignore_ascii_case(title.trim()));
        let titles = || self.titles.iter().enumerate();
        let known: Vec<_> = titles().filter_map(|(at, title)| Some((at, place(title)?))).collect();
        let (first, own_first) = *known.first()?;
        let left = first.checked_sub(own_first)?;
        let said = titles().filter(|(_, title)| !title.trim().is_empty()).count();
        if known.len() * 2 < said || known.iter().any(|(at, own)| *at != left + own) {
            return None;
        }
        let renamed = titles().filter(|(_, title)| place(title).is_none() && !title.trim().is_empty());
        Some(renamed.filter_map(|(at, _)| Some((at, field(own.get(at.checked_sub(left)?)?)?))).collect())
    }

    fn rows(self) -> impl Iterator<Item = &'a Vec<String>> {
        self.rows.iter().take(MAX_ROWS)
    }

    /// Whether most cells of a column are what is done in a step.
    fn names_steps(self, at: usize) -> bool {
        let (mut same, mut all) = (0, 0);
        for cell in self.rows().map(|row| cell(row, at)).filter(|cell| !cell.is_empty()) {
            all += 1;
            same += usize::from(!self.names.steps(cell).is_empty());
        }
        same * 2 >= all && same >= self.plan.steps().count().min(2) && same > 0
    }

    /// Of the rows that are a step, in which this column or the plan says something: how many say the same, and how many
    /// there are.
    fn counted(self, at: usize, field: Field, steps: &[&[StepId]]) -> (usize, usize) {
        let (mut same, mut all) = (0, 0);
        for (row, steps) in self.rows().zip(steps) {
            let said: Vec<String> = steps.iter().filter_map(|step| self.said(field, *step)).collect();
            let cell = cell(row, at);
            if !said.is_empty() && (!cell.is_empty() || said.iter().any(|said| !said.is_empty())) {
                all += 1;
                same += usize::from(said.iter().any(|said| is_same(said, cell)));
            }
        }
        (same, all)
    }

    /// Whether a column says of most steps what the plan says.
    fn says(self, at: usize, field: Field, steps: &[&[StepId]]) -> bool {
        let (same, all) = self.counted(at, field, steps);
        same * 3 >= all * 2 && same >= self.plan.steps().count().min(2) && same > 0
    }

    /// Whether a column that stands in the place of one of ours may well be that.
    fn may_say(self, at: usize, field: Field, steps: &[&[StepId]]) -> bool {
        let (same, all) = self.counted(at, field, steps);
        let cells = self.rows().map(|row| cell(row, at)).filter(|cell| !cell.is_empty());
        same * 2 >= all && cells.into_iter().all(|cell| self.is_of_kind(field, cell))
    }

    /// What our files say of a step in a column; none where that takes more than the plan.
    fn said(self, field: Field, id: StepId) -> Option<String> {
        let step = self.plan.step(id)?;
        Some(match field {
            Field::Sequence => words::sequence(self.plan.step_number(id)?.0).to_owned(),
            Field::Number => self.plan.step_number(id)?.1.to_string(),
            Field::What => step.what.to_string(),
            Field::Who => step.who.map(|who| words::responsible(self.plan, who)).unwrap_or_default(),
            Field::With => words::with(step),
            Field::Notes => step.notes.to_string(),
            _ => return None,
        })
    }

    /// Whether a cell is one that such a column can hold.
    fn is_of_kind(self, field: Field, cell: &str) -> bool {
        match field {
            Field::DoneOn | Field::PutOff | Field::LastTried => {
                optional_day(cell, Year::Past, self.today).is_ok()
            }
            Field::Number => whole_number(cell).is_some(),
            Field::Wait | Field::AtMost | Field::Tries | Field::Gap | Field::Tried => {
                cell.parse::<i64>().is_ok()
            }
            Field::Unit | Field::AtMostUnit => unit(cell).is_some(),
            Field::Weekdays => weekdays(cell).is_some(),
            Field::Outcome => outcome_of(cell).is_some(),
            Field::State => STATES.iter().any(|state| state.eq_ignore_ascii_case(cell)),
            Field::Sequence | Field::What | Field::Who | Field::With | Field::Notes => true,
        }
    }
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", |cell| cell.trim())
}
