//! What the columns of a table say, by their headings or by what stands in them.

use super::cells::{STEP_BEFORE, counted_from, without_step};
use super::condition::is_condition;
use super::counting::{Counting, is_unit};
use super::person::{is_doing, is_only_a_name};
use super::phrases::{CHANNELS, ROLES, is_before_name, phrase};
use crate::plan::{Anchor, PlanParts, in_small_letters, is_letter_or_digit};
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::among;
use crate::workshop::wait::{Setting, read_unhinted};

/// What a column of cells says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    What,
    When,
    /// What the number beside it counts.
    Unit,
    /// The day that a wait leads to, where the wait itself is said too: it comes about anew.
    Day,
    Channel,
    Who,
    Condition,
    /// What is told besides, and is no part of a step.
    Told,
    /// What only a table of ours tells besides.
    Ours,
}

/// Words that head a column.
const HEADINGS: [(Column, &str); 9] = [
    (Column::Number, "# no nr number pos order"),
    (
        Column::What,
        "what step steps action actions task tasks activity description title name to-do todo subject message content touch purpose notes",
    ),
    (
        Column::When,
        "when wait delay day days timing date due after time week weeks month months hours working business calendar interval gap lag offset deadline",
    ),
    (Column::Channel, "channel with how medium method type via mode"),
    (Column::Who, "who person owner responsible assignee assigned by rep"),
    (Column::Condition, "if condition only"),
    (Column::Unit, "unit units"),
    (Column::Told, "status state priority done complete completed progress cost budget"),
    (Column::Ours, "sequence planned remark goal counted put late last"),
];

/// What the columns of a table say.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) said: Vec<Column>,
    /// Whether the first row heads them.
    pub(super) is_headed: bool,
    /// What numbers among the waits count.
    pub(super) counting: Counting,
}

/// What the columns say, by a row of headings or else by what stands in them.
pub(super) fn columns(table: &[&Vec<&str>], setting: Setting<'_>) -> Columns {
    let Some(first) = table.first() else { return Columns::default() };
    let is_own = ["step", "what"].iter().all(|own| first.iter().any(|cell| in_small_letters(cell) == *own));
    let is_task = |cell: &&str| heading(cell) == Some(Column::What) && !is_name(cell);
    let has_task = (0..first.len()).any(|at| is_task(&first[at]) && !cells(&table[1..], at).all(is_number));
    let of_title = |cell: &&str| match heading(cell) {
        // Beside what is done stands what it is done for.
        Some(Column::What) if is_own && in_small_letters(cell) == "action" => Some(Column::Told),
        Some(Column::What) if has_task && is_name(cell) => Some(Column::Who),
        Some(Column::Ours) => is_own.then_some(Column::Told),
        column => column,
    };
    let headings: Vec<_> = first.iter().map(of_title).collect();
    let named = headings.iter().flatten().count();
    // `after a week` is a wait, and `Days after the start` heads some.
    let is_meant =
        |cell: &str| !cell.contains(' ') || tokens(cell).first().is_some_and(|it| is_unit(&it.word));
    let is_headed = named >= 2
        && headings
            .iter()
            .zip(*first)
            .all(|(heading, cell)| heading.is_some() && is_meant(cell) || read(cell, setting).is_none());
    let rows = if is_headed { &table[1..] } else { table };
    // Beside units, numbers are waits.
    let has_units = is_headed && headings.contains(&Some(Column::Unit));
    let width = table.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut columns: Vec<Option<Column>> = (0..width)
        .map(|at| match headings.get(at).copied().flatten().filter(|_| is_headed) {
            // `Step` heads what is done, or its number.
            Some(Column::What) if cells(rows, at).all(is_number) => Some(Column::Number),
            Some(column @ (Column::Unit | Column::Told)) => Some(column),
            Some(Column::When) => Some(Column::When),
            Some(column) => {
                Some(by_content(rows, at, setting).filter(|found| *found == Column::Number).unwrap_or(column))
            }
            // Who does it is said by its heading, where there are headings.
            None => by_content(rows, at, setting).filter(|found| !is_headed || *found != Column::Who),
        })
        .collect();
    // Beside waits in words, bare numbers are those of the rows, and days are what the waits led to.
    let is_day = |cell: &str| {
        let reading = read_unhinted(cell, setting);
        reading.is_ok_and(|reading| matches!(reading.delay.anchor(), Anchor::Date(_)))
    };
    for column in [Column::Number, Column::Day] {
        let is_kind = |cell: &str| if column == Column::Number { is_number(cell) } else { is_day(cell) };
        let (of_kind, others): (Vec<_>, Vec<_>) = (0..width)
            .filter(|at| columns[*at] == Some(Column::When))
            .partition(|at| cells(rows, *at).all(is_kind));
        let is_wait = has_units && column == Column::Number;
        let is_said = |at: &usize| cells(rows, *at).any(|cell| read(cell, setting) == Some(Column::When));
        if others.iter().any(is_said) && !is_wait {
            of_kind.into_iter().for_each(|at| columns[at] = Some(column));
        }
    }
    if !columns.contains(&Some(Column::What))
        && let Some(at) = fullest(&columns, rows)
    {
        columns[at] = Some(Column::What);
    }
    for at in (0..width).filter(|_| !is_headed) {
        if columns[at].is_none()
            && !columns.contains(&Some(Column::Who))
            && is_of_names(rows, at)
            && !does(rows, at)
        {
            columns[at] = Some(Column::Who);
        }
    }
    let said: Vec<_> = columns.into_iter().map(|column| column.unwrap_or(Column::What)).collect();
    let when = said.iter().position(|column| *column == Column::When).filter(|_| is_headed);
    let count = |at: usize| {
        let numbers: Vec<usize> = cells(rows, at).filter_map(|cell| cell.parse().ok()).collect();
        first.get(at).map(|heading| Counting::headed(heading, &numbers))
    };
    let counting = when.and_then(count).unwrap_or_default();
    Columns { said, is_headed, counting }
}

/// Where what is done stands: in the fullest column of those that say nothing else, or in the one of the channels.
fn fullest(columns: &[Option<Column>], rows: &[&Vec<&str>]) -> Option<usize> {
    let letters = |at: &usize| cells(rows, *at).map(str::len).sum::<usize>();
    let others: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].is_none()).collect();
    let channels = columns.iter().position(|column| *column == Some(Column::Channel));
    // Beside what is done, words with capitals are those who do it.
    let is_done = channels.is_some() || others.iter().any(|at| does(rows, *at));
    let may_be = |at: &usize| !is_done || !cells(rows, *at).all(is_only_a_name);
    others.into_iter().filter(may_be).max_by_key(letters).or(channels)
}

/// Whether cells of a column say a channel, or what somebody does.
fn does(rows: &[&Vec<&str>], at: usize) -> bool {
    let is_done = |cell: &str| (0..tokens(cell).len()).any(|word| is_doing(&tokens(cell)[word..]));
    cells(rows, at).any(is_done)
}

/// What a cell heads, if it is a heading: `Days after the previous step`.
pub(super) fn heading(cell: &str) -> Option<Column> {
    let small = in_small_letters(cell);
    let first = small.split([' ', '/']).next().unwrap_or_default().trim_end_matches([':', '.']);
    let count = small.split(' ').count();
    let is_count = || tokens(cell).iter().any(|token| is_unit(&token.word));
    // `message them` is done.
    let is_verb = count > 1
        && among("message touch", first)
        && !small.ends_with(['#', '.'])
        && !small.ends_with(" number");
    let is_short = (count <= 3 || count <= 6 && is_count())
        && !first.is_empty()
        && !is_verb
        && !small.contains(|c: char| c.is_ascii_digit());
    let column = HEADINGS.iter().find(|(_, words)| words.split(' ').any(|word| word == first));
    let column = column.map(|(column, _)| *column);
    // `Follow-up (weeks)`, `# of days`
    let is_counted = column.is_none() && small.ends_with(')') && small.contains('(')
        || column == Some(Column::Number) && small.contains(" of ");
    let column = if is_counted && is_count() { Some(Column::When) } else { column };
    column.filter(|_| is_short)
}

/// What a cell is by itself, unless it is what is done.
fn read(cell: &str, setting: Setting<'_>) -> Option<Column> {
    let words = tokens(cell);
    let is_wait = || match counted_from(cell) {
        Some((place, _)) => {
            let cell = [&cell[..place.start], STEP_BEFORE, &cell[place.end..]].concat();
            read_unhinted(&cell, setting).is_ok()
        }
        None => read_unhinted(cell, setting).is_ok(),
    };
    let is_all = |found: Option<usize>| found == Some(words.len());
    let skipped = words.iter().take_while(|token| is_before_name(&token.word)).count();
    let named = &words[skipped..];
    match () {
        () if is_number(cell) => Some(Column::Number),
        () if is_wait() => Some(Column::When),
        () if is_condition(without_step(cell)) => Some(Column::Condition),
        () if is_all(phrase(&CHANNELS, named).map(|(count, _)| count + skipped)) => Some(Column::Channel),
        () if is_all(phrase(&ROLES, named).map(|(count, _)| count + skipped)) => Some(Column::Who),
        () if is_known(cell, setting.plan) => Some(Column::Who),
        () => None,
    }
}

fn is_name(heading: &str) -> bool {
    in_small_letters(heading) == "name"
}

/// The number that a cell says of its row: `1.`, `#2`, `Step 3`.
pub(super) fn row_number(cell: &str) -> Option<usize> {
    let small = in_small_letters(cell);
    let plain = ["#", "step ", "touch "].iter().find_map(|lead| small.strip_prefix(lead)).unwrap_or(&small);
    let digits = plain.trim_start_matches('#').trim_end_matches(['.', ')', ':']);
    digits.parse().ok().filter(|_| !digits.starts_with('+'))
}

pub(super) fn is_number(cell: &str) -> bool {
    row_number(cell).is_some()
}

fn is_known(cell: &str, plan: &PlanParts) -> bool {
    let small = in_small_letters(cell);
    plan.people.iter().any(|person| in_small_letters(person.name.as_str().trim()) == small)
}

/// The cells of a column in which something stands.
fn cells<'a>(rows: &'a [&Vec<&'a str>], at: usize) -> impl Iterator<Item = &'a str> {
    rows.iter().filter_map(move |row| row.get(at).copied()).filter(|cell| !cell.is_empty())
}

/// What all cells of a column are, or most of them.
fn by_content(rows: &[&Vec<&str>], at: usize, setting: Setting<'_>) -> Option<Column> {
    let cells: Vec<&str> = cells(rows, at).collect();
    let found: Vec<_> = cells.iter().map(|cell| read(cell, setting)).collect();
    let count = |column: Column| found.iter().filter(|found| **found == Some(column)).count();
    let all = [Column::Number, Column::When, Column::Condition, Column::Channel, Column::Who];
    let most = all.into_iter().max_by_key(|column| count(*column))?;
    // One after the other they number the rows; otherwise numbers are days.
    let counts_up = cells.iter().zip(1..).all(|(cell, nth)| row_number(cell) == Some(nth))
        || cells.iter().any(|cell| is_number(cell) && !cell.starts_with(|c: char| c.is_ascii_digit()));
    let most = if most == Column::Number && !counts_up { Column::When } else { most };
    let is_who = most == Column::Who && is_of_names(rows, at);
    let is_most = count(most) * 2 > cells.len()
        || (most == Column::When && count(Column::Number) + count(Column::When) == cells.len());
    (is_who && count(most) > 0 || is_most && !cells.is_empty()).then_some(most)
}

/// Whether a column holds short names only.
fn is_of_names(rows: &[&Vec<&str>], at: usize) -> bool {
    let cells = || cells(rows, at);
    let is_name = |cell: &str| {
        cell.split(' ').count() <= 3
            && cell.chars().all(|c| {
                (is_letter_or_digit(c) && !c.is_ascii_digit()) || matches!(c, ' ' | '-' | '.' | '\'')
            })
    };
    cells().next().is_some() && cells().all(is_name)
}
