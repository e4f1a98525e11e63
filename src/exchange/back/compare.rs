//! What differs between the tables of a spreadsheet and a plan, each as a change that can be taken or left.

use chrono::NaiveDate;

use super::Difference;
use super::cells::Sheet;
use super::columns::{Field, Table, title_of};
use super::days::{Year, day};
use super::fields::{self, Part};
use super::sheets::Beside;
use crate::plan::{Audience, Edit, Plan, Step, StepEdit, StepId};
use crate::schedule::Schedule;
use crate::words;

/// The edits that make a change, for the plan as it is by then.
pub type Change = Box<dyn Fn(&Plan) -> Vec<Edit>>;

/// What differs, and what is to be known besides.
pub struct Comparison {
    pub differences: Vec<(Difference, Change)>,
    pub notes: Vec<String>,
    /// The plan it is compared with, and its dates.
    base: Plan,
    schedule: Schedule,
    /// The same with all that was found so far.
    plan: Plan,
    today: NaiveDate,
}

/// A row of a sequence in a sheet: its place there, its cells.
type Row<'a> = (usize, &'a [String], &'a Table<'a>);

impl Comparison {
    /// Compares; none where nothing in the sheets is of the plan.
    pub fn of(all: &[Sheet], plan: &Plan, today: NaiveDate) -> Option<Self> {
        let mut tables: Vec<_> = all.iter().filter_map(|sheet| Table::of(sheet, plan, today)).collect();
        let copies = without_copies(&mut tables);
        let rows = Audience::BOTH.map(|audience| (audience, rows_of(&tables, audience)));
        if !rows.iter().any(|(_, rows)| !rows.is_empty()) || !is_of_plan(plan, &rows) {
            return None;
        }
        let mut comparison = Self {
            differences: Vec::new(),
            notes: Vec::new(),
            base: plan.clone(),
            plan: plan.clone(),
            schedule: Schedule::on(plan, today),
            today,
        };
        comparison.notes.extend(copies);
        let mut renamed: Vec<_> = tables.iter().flat_map(|table| table.renamed.iter()).collect();
        renamed.sort();
        renamed.dedup();
        comparison.notes.extend(renamed.iter().map(|(title, own)| words::column_read_as(title, own)));
        let mut unknown: Vec<_> = tables.iter().flat_map(|table| table.unknown.iter()).collect();
        unknown.sort();
        unknown.dedup();
        if !unknown.is_empty() {
            comparison.notes.push(words::columns_ignored(&unknown));
        }
        for (audience, rows) in rows {
            if !rows.is_empty() {
                comparison.sequence(audience, &rows);
            }
        }
        let beside = Beside::among(all, plan, today);
        for (difference, change) in beside.found(plan, today, &mut comparison.notes) {
            comparison.add(difference, change);
        }
        comparison.notes.extend(beside.unknown.iter().map(|name| words::sheet_not_known(name)));
        if beside.has_people {
            comparison.notes.push(words::PEOPLE_NOT_TAKEN.to_owned());
        }
        Some(comparison)
    }

    /// The plan with what differs, but for what is left.
    pub fn taken(&self, plan: &Plan, left: &[usize]) -> Plan {
        let wanted = self.differences.iter().enumerate().filter(|(at, _)| !left.contains(at));
        wanted.fold(plan.clone(), |plan, (_, (_, change))| changed(&plan, change).unwrap_or(plan))
    }

    fn sequence(&mut self, audience: Audience, rows: &[Row<'_>]) {
        self.start(audience, rows);
        let standing: Vec<StepId> =
            self.plan.sequences.of(audience).steps.iter().map(|step| step.id).collect();
        // Which step each row is; none for a new one. A number that comes twice is a row that was copied.
        let mut found: Vec<Option<StepId>> = Vec::new();
        for (_, row, table) in rows {
            let number = table.cell(row, Field::Number).and_then(whole_number);
            let step = number.and_then(|number| standing.get(number.checked_sub(1)?)).copied();
            found.push(step.filter(|step| !found.contains(&Some(*step))));
        }
        // A row whose number is gone is known by what is done in it.
        for at in 0..found.len() {
            let (_, row, table) = rows[at];
            let what = table.cell(row, Field::What).unwrap_or_default();
            if found[at].is_none() && !what.is_empty() {
                let is_it = |step: &&StepId| {
                    let same =
                        self.plan.step(**step).is_some_and(|it| fields::is_same(it.what.as_str(), what));
                    same && !found.contains(&Some(**step))
                };
                found[at] = standing.iter().find(is_it).copied();
            }
        }
        for ((line, row, table), step) in rows.iter().zip(&found) {
            if let Some(step) = step {
                for part in Part::ALL {
                    self.part(audience, *step, part, (*line, row, table));
                }
            }
        }
        // Of a table without all that is known of steps, what is missing was never there.
        let is_whole = rows.iter().all(|(_, _, table)| table.has(Field::DoneOn));
        if is_whole {
            for step in standing.iter().filter(|step| !found.contains(&Some(**step))) {
                let place = self.place(audience, *step);
                let Some(what) = self.plan.step(*step).map(|step| step.what.to_string()) else { continue };
                let step = *step;
                let edit: Change = Box::new(move |plan: &Plan| {
                    plan.step(step).map(|_| Edit::Step(step, StepEdit::Remove)).into_iter().collect()
                });
                let after = self.gone_with(audience, step, &edit);
                self.add(
                    Difference {
                        place,
                        what: "Removed".to_owned(),
                        before: what,
                        after,
                        ..Difference::default()
                    },
                    edit,
                );
            }
            self.order(audience, &found);
        }
        self.added(audience, rows, &found);
    }

    /// The steps that lie on a path that goes with a step, in words.
    fn gone_with(&self, audience: Audience, step: StepId, edit: &Change) -> String {
        let Ok(after) = self.tried(edit) else { return words::GONE.to_owned() };
        let steps = self.plan.sequences.of(audience).steps.iter();
        let gone = steps.filter(|it| it.id != step && after.step(it.id).is_none());
        let gone: Vec<_> = gone.map(|it| format!("“{}”", it.what)).collect();
        if gone.is_empty() { words::GONE.to_owned() } else { words::goes_with_it(&gone) }
    }

    /// The day it starts, where the sheet says one above its table.
    fn start(&mut self, audience: Audience, rows: &[Row<'_>]) {
        let said = rows.first().and_then(|(_, _, table)| {
            table.above.iter().find_map(|row| {
                let at = row.iter().position(|cell| cell.trim() == "Start")?;
                Some(row.get(at + 1).map_or("", |cell| cell.trim()).to_owned())
            })
        });
        let Some(said) = said else { return };
        let before = self.plan.start(audience);
        if said.is_empty() {
            return;
        }
        let after = match day(&said, Year::Open, self.today) {
            Ok(after) if Some(after) == before => return,
            Ok(after) => after,
            Err(why) => {
                self.notes.push(words::not_taken(words::sequence(audience), "Start", &why));
                return;
            }
        };
        let told = |day: Option<NaiveDate>| day.map(words::day_and_year).unwrap_or_default();
        let difference = Difference {
            place: words::sequence(audience).to_owned(),
            what: "Start".to_owned(),
            before: told(before),
            after: told(Some(after)),
            ..Difference::default()
        };
        self.add(difference, Box::new(move |_| vec![Edit::Start(audience, Some(after))]));
    }

    /// One part of a step.
    fn part(&mut self, audience: Audience, step: StepId, part: Part, (line, row, table): Row<'_>) {
        let place = self.place(audience, step);
        let Some(read) =
            part.read(&self.base, &self.schedule, step, &|field| table.cell(row, field), self.today)
        else {
            return;
        };
        match read {
            Ok(change) => {
                let before = part.said(&self.base, step, self.today);
                let Ok(plan) = self.tried(&change) else {
                    self.notes.push(words::cell_not_taken(&place, part.title(), line));
                    return;
                };
                let after = part.said(&plan, step, self.today);
                if before != after {
                    self.add(
                        Difference {
                            place,
                            what: part.title().to_owned(),
                            before,
                            after,
                            ..Difference::default()
                        },
                        change,
                    );
                }
            }
            Err(why) => {
                // Of several columns that say what became of it, the one whose cell is not understood.
                let is_it = |field: &Field| {
                    table
                        .cell(row, *field)
                        .is_some_and(|cell| !cell.trim().is_empty() && why.contains(cell.trim()))
                };
                let of_fate = [Field::DoneOn, Field::State, Field::Outcome, Field::Tried, Field::LastTried];
                let field = of_fate.into_iter().filter(|_| part == Part::Fate).find(is_it);
                let title = field.and_then(title_of).unwrap_or(part.title());
                self.notes.push(words::not_taken(&place, title, &why));
            }
        }
    }

    /// Steps in another order.
    fn order(&mut self, audience: Audience, found: &[Option<StepId>]) {
        let here = |step: &&StepId| self.plan.step(**step).is_some();
        let wanted: Vec<StepId> = found.iter().flatten().filter(here).copied().collect();
        let standing = self.plan.sequences.of(audience).steps.iter().map(|step| step.id);
        if standing.filter(|step| wanted.contains(step)).eq(wanted.iter().copied()) {
            return;
        }
        let numbers = |plan: &Plan, steps: &[StepId]| {
            let number = |step: &StepId| Some(plan.step_number(*step)?.1.to_string());
            steps.iter().filter_map(number).collect::<Vec<_>>().join(", ")
        };
        let mut standing = wanted.clone();
        standing.sort_by_key(|step| self.plan.step_number(*step).map(|(_, number)| number));
        let difference = Difference {
            place: words::sequence(audience).to_owned(),
            what: "Order of the steps".to_owned(),
            before: numbers(&self.plan, &standing),
            after: numbers(&self.plan, &wanted),
            ..Difference::default()
        };
        // From the last to the first, each before the one that comes after it.
        let moves = move |plan: &Plan| {
            let here: Vec<StepId> =
                wanted.iter().copied().filter(|step| plan.step(*step).is_some()).collect();
            let before = here.iter().skip(1).copied().map(Some).chain([None]);
            let pairs: Vec<_> = here.iter().copied().zip(before).collect();
            let edits = pairs.into_iter().rev();
            edits.map(|(step, before)| Edit::Step(step, StepEdit::Before(audience, before))).collect()
        };
        self.add(difference, Box::new(moves));
    }

    /// Rows that are no step yet.
    fn added(&mut self, audience: Audience, rows: &[Row<'_>], found: &[Option<StepId>]) {
        for (at, ((line, row, table), step)) in rows.iter().zip(found).enumerate() {
            let what = table.cell(row, Field::What).unwrap_or_default();
            if step.is_some() || what.is_empty() {
                continue;
            }
            let Ok(what) = crate::plan::Line::parse(what) else {
                self.notes.push(words::cell_not_taken(words::sequence(audience), "What", *line));
                continue;
            };
            // Before the next row that is a step.
            let before = found[at + 1..].iter().flatten().next().copied();
            let cells: Vec<(Field, String)> = fields::TAKEN
                .iter()
                .filter_map(|field| Some((*field, table.cell(row, *field)?.to_owned())))
                .collect();
            let (today, said) = (self.today, what.to_string());
            let make = move |plan: &Plan| {
                let id = StepId(plan.next_id());
                let step = Step { what: what.clone(), ..Step::new(id) };
                let before = before.filter(|step| plan.step(*step).is_some());
                let insert = Edit::InsertSteps { audience, before, steps: vec![step] };
                let Ok(with) = plan.edited(insert.clone()) else { return vec![insert] };
                let cell = |field: Field| {
                    cells.iter().find(|(known, _)| *known == field).map(|(_, cell)| cell.as_str())
                };
                let mut edits = vec![insert];
                let schedule = alone(id, today);
                let mut plan = with;
                // A cell that cannot be read leaves the step as new ones are.
                for part in Part::ALL {
                    let Some(Ok(change)) = part.read(&plan, &schedule, id, &cell, today) else { continue };
                    let of_part = change(&plan);
                    if let Ok(after) = all_edited(&plan, &of_part) {
                        plan = after;
                        edits.extend(of_part);
                    }
                }
                edits
            };
            let difference = Difference {
                place: words::sequence(audience).to_owned(),
                what: "New step".to_owned(),
                before: String::new(),
                after: said,
                ..Difference::default()
            };
            self.add(difference, Box::new(make));
        }
    }

    /// Adds a change that the plan takes; of another the sentence says so.
    fn add(&mut self, difference: Difference, change: Change) {
        match self.tried(&change) {
            Ok(plan) => {
                self.plan = plan;
                self.differences.push((difference, change));
            }
            Err(problem) => self.notes.push(format!("{}, {}: {problem}", difference.place, difference.what)),
        }
    }

    fn tried(&self, change: &Change) -> Result<Plan, String> {
        all_edited(&self.plan, &change(&self.plan))
    }

    fn place(&self, audience: Audience, step: StepId) -> String {
        let number = self.plan.step_number(step).map(|(_, number)| number).unwrap_or_default();
        format!("{}, step {number}", words::sequence(audience))
    }
}

/// A new step as it is told, which has nothing to do with the others yet.
fn alone(id: StepId, today: NaiveDate) -> Schedule {
    let mut parts = Plan::blank().into_parts();
    parts.sequences.prospect.steps = vec![Step::new(id)];
    Schedule::on(&parts, today)
}

fn changed(plan: &Plan, change: &Change) -> Option<Plan> {
    all_edited(plan, &change(plan)).ok()
}

/// All edits or none.
fn all_edited(plan: &Plan, edits: &[Edit]) -> Result<Plan, String> {
    edits.iter().try_fold(plan.clone(), |plan, edit| {
        plan.edited(edit.clone()).map_err(|error| words::edit_problem(&plan, error))
    })
}

/// Leaves one sheet of each sequence: the one that is still called so, else the first. Says which are passed over.
fn without_copies(tables: &mut Vec<Table<'_>>) -> Vec<String> {
    let mut notes = Vec::new();
    for audience in Audience::BOTH {
        let of = |table: &Table<'_>| table.audience == Some(audience);
        let kept = tables.iter().filter(|table| of(table));
        let named = |table: &&Table<'_>| table.sheet.trim() == words::sheet_name(audience);
        let kept =
            kept.clone().find(named).or_else(|| kept.clone().next()).map(|table| table.sheet.to_owned());
        let Some(kept) = kept else { continue };
        tables.retain(|table| {
            let stays = !of(table) || table.sheet == kept;
            if !stays {
                notes.push(words::sheet_passed_over(table.sheet));
            }
            stays
        });
    }
    notes
}

/// The rows of a sequence that say something, from all tables.
fn rows_of<'a>(tables: &'a [Table<'a>], audience: Audience) -> Vec<Row<'a>> {
    let is_of = |row: &'a [String], table: &Table<'a>| match table.cell(row, Field::Sequence) {
        Some(name) => name == words::sequence(audience),
        None => table.audience == Some(audience),
    };
    let says = |row: &'a [String], table: &Table<'a>| {
        [Field::What, Field::Number]
            .into_iter()
            .any(|field| table.cell(row, field).is_some_and(|it| !it.is_empty()))
    };
    let of = |table: &'a Table<'a>| {
        let rows = table.rows.iter().filter(move |(_, row)| is_of(row, table) && says(row, table));
        rows.map(move |(line, row)| (*line, *row, table))
    };
    tables.iter().flat_map(of).collect()
}

/// Whether most of the rows say of a step what the plan says of it.
fn is_of_plan(plan: &Plan, rows: &[(Audience, Vec<Row<'_>>)]) -> bool {
    let (mut same, mut all) = (0, 0);
    for (audience, rows) in rows {
        let steps = &plan.sequences.of(*audience).steps;
        for (_, row, table) in rows {
            let what = table.cell(row, Field::What).unwrap_or_default();
            all += 1;
            same += usize::from(steps.iter().any(|step| fields::is_same(step.what.as_str(), what)));
        }
    }
    same * 2 >= all && all > 0
}

pub(super) fn whole_number(cell: &str) -> Option<usize> {
    cell.trim().trim_end_matches(['.', ')']).parse().ok()
}
