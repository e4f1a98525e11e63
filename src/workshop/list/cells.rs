//! Cells of a spreadsheet and lines that say several steps, made lines of one step each.

use std::ops::Range;

use super::ListSetting;
use super::condition::is_condition;
use super::describe::is_large;
use super::line::says_more;
use super::phrases::{CHANNELS, ROLES, is_before_name, phrase};
use crate::plan::{Anchor, PlanParts, StepId, in_small_letters, is_letter_or_digit};
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::{among, counted};
use crate::workshop::wait::{Setting, read_unhinted};

/// What a column of cells says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
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
    /// What a table of ours tells besides.
    Told,
}

/// Words that head a column.
const HEADINGS: [(Column, &str); 8] = [
    (Column::Number, "# no nr number pos order"),
    (
        Column::What,
        "what step steps action actions task tasks activity description title name to-do todo subject",
    ),
    (Column::When, "when wait delay day days timing date due after time"),
    (Column::Channel, "channel with how medium method type via"),
    (Column::Who, "who person owner responsible assignee assigned by"),
    (Column::Condition, "if condition only"),
    (Column::Unit, "unit units"),
    (Column::Told, "sequence planned state remark goal done counted put late last"),
];

/// The text with one step a line: cells of a table in the order in which a line says them, several steps of a line
/// (`call · letter`) below each other. A text that has it so is as it was.
pub fn as_lines(text: &str, setting: ListSetting<'_>) -> String {
    let mut lines = laid_out_once(text, setting);
    // Steps that a mark parted can be the rows of a table (`what,when → call,today`). Each time headings or marks go.
    for _ in 0..text.len() {
        if !is_separated(&lines) {
            break;
        }
        let again = laid_out_once(&lines, setting);
        if again == lines {
            break;
        }
        lines = again;
    }
    lines
}

fn laid_out_once(text: &str, setting: ListSetting<'_>) -> String {
    let ListSetting { plan, audience, before, today, .. } = setting;
    let standing = &plan.sequences.of(audience).steps;
    let at = before.and_then(|before| standing.iter().position(|step| step.id == before));
    let mut above = at.unwrap_or(standing.len());
    // No step of the plan: what a cell counts from is another row.
    let setting = Setting { plan, step: StepId(plan.next_id()), today };
    let parted = separator(text).map(|separator| tabbed(text, separator));
    let text = parted.as_deref().unwrap_or(text);
    let rows: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').map(cell).collect()).collect();
    let table: Vec<&Vec<&str>> = rows.iter().filter(|row| row.len() > 1).collect();
    let (columns, has_heading) = columns(&table, setting);
    let mut is_heading = has_heading;
    let mut lines: Vec<String> = Vec::new();
    let mut numbers = Numbers::default();
    for (row, line) in rows.iter().zip(text.split('\n')) {
        let from = lines.len();
        if row.len() > 1 {
            if !std::mem::take(&mut is_heading) {
                let line = line_of(row, &columns, &numbers, setting);
                numbers.add(row, &columns, above + 1);
                lines.extend(steps_of(&line, setting).into_iter().filter(|line| !line.is_empty()));
            }
        } else {
            lines.extend(steps_of(line, setting));
        }
        above += lines[from..].iter().filter(|line| !line.trim().is_empty()).count();
    }
    lines.join("\n")
}

/// Whether a text begins with headings between commas, semicolons or strokes and a whole row under them, as a table that
/// was saved does. Headings alone may be words that somebody types.
pub fn is_separated(text: &str) -> bool {
    separator(text).is_some()
}

/// What parts the cells of such a text.
fn separator(text: &str) -> Option<char> {
    let mut lines = text.lines().map(bare).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let heads = |separator: &char| {
        let headings: Option<Vec<_>> =
            first.split(*separator).map(|cell| heading(self::cell(cell))).collect();
        headings.is_some_and(|headings| headings.len() > 1 && headings.contains(&Column::What))
    };
    let separator = [',', ';', '|'].into_iter().find(heads)?;
    let marks = |line: &str| line.matches(separator).count();
    lines.find(|line| !is_drawn(line)).filter(|row| marks(row) >= marks(first)).map(|_| separator)
}

/// A line without the strokes that a drawn table has around it.
fn bare(line: &str) -> &str {
    line.trim().trim_matches('|').trim()
}

/// Whether a line only parts headings from rows, in a table drawn with strokes and dashes.
pub(super) fn is_drawn(line: &str) -> bool {
    !line.contains(|c: char| !matches!(c, '|' | '-' | '=' | '+' | ':' | ' '))
}

/// The cells of each line parted by tabs. What stands in quotation marks is one cell.
fn tabbed(text: &str, separator: char) -> String {
    let line = |line: &str| {
        let mut is_quoted = false;
        let part = |c: char| {
            is_quoted ^= c == '"';
            if c == separator && !is_quoted { '\t' } else { c }
        };
        line.chars().map(part).collect::<String>()
    };
    let rows = text.lines().filter(|line| line.trim().is_empty() || !is_drawn(line));
    rows.map(|row| line(if separator == '|' { bare(row) } else { row })).collect::<Vec<_>>().join("\n")
}

/// The numbers of the rows so far: in their table, and of the steps where they come to stand.
#[derive(Default)]
struct Numbers(Vec<(usize, usize)>);

impl Numbers {
    /// A row that says no number has that of its place.
    fn add(&mut self, row: &[&str], columns: &[Column], number: usize) {
        let mut said = row.iter().zip(columns).filter(|(_, of)| **of == Column::Number);
        let said = said.find_map(|(cell, _)| cell.trim_end_matches(['.', ')']).parse().ok());
        self.0.push((said.unwrap_or(self.0.len() + 1), number));
    }

    /// A wait with the step it is counted from as it is called there; one that is not among the rows gives way to the
    /// step before.
    fn in_wait(&self, cell: &str) -> String {
        let Some((place, said)) = counted_from(cell) else { return cell.to_owned() };
        let number = self.0.iter().find(|(known, _)| Some(*known) == said);
        let step = number.map_or(STEP_BEFORE.to_owned(), |(_, number)| format!("step {number}"));
        [&cell[..place.start], &step, &cell[place.end..]].concat()
    }
}

const STEP_BEFORE: &str = "the previous step";

/// The words of a cell that name another step, `step 3` or one of its tries, and the number of that step.
fn counted_from(cell: &str) -> Option<(Range<usize>, Option<usize>)> {
    let words = tokens(cell);
    let number = |at: usize| words.get(at).and_then(|token| token.word.parse::<usize>().ok());
    let is_named = |at: &usize| matches!(words[*at].word.as_str(), "step" | "try");
    let at = (0..words.len()).find(|at| is_named(at) && number(at + 1).is_some())?;
    let said = number(at + 1).filter(|_| words[at].word == "step");
    Some((words[at].place.start..words[at + 1].place.end, said))
}

/// A cell without the marks a spreadsheet puts around one with a comma or a quotation mark.
fn cell(cell: &str) -> &str {
    let cell = cell.trim();
    let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(cell).trim()
}

/// The steps that one line says. A mark that begins the line is its bullet; one behind which nothing stands yet parts
/// nothing.
fn steps_of(line: &str, setting: Setting<'_>) -> Vec<String> {
    const MARKS: [char; 3] = ['·', '•', '→'];
    let behind_bullet = line.trim_start_matches(|c: char| MARKS.contains(&c) || c == ' ');
    let parts = || behind_bullet.split(MARKS).map(str::trim).filter(|part| !part.is_empty());
    // `no answer → call again` is one step.
    let is_one = parts().count() < 2 || parts().count() == 2 && parts().next().is_some_and(is_condition);
    if is_one {
        return vec![line.to_owned()];
    }
    // `call → wait 3 days → letter`: what says only when belongs to the step behind it, or else to the one before.
    let (mut steps, mut waits): (Vec<String>, Vec<&str>) = Default::default();
    for part in parts() {
        if read_unhinted(part, setting).is_ok() {
            waits.push(part);
        } else {
            waits.push(part);
            steps.push(std::mem::take(&mut waits).join(", "));
        }
    }
    match steps.last_mut().filter(|_| !waits.is_empty()) {
        Some(last) => *last = format!("{last}, {}", waits.join(", ")),
        None => steps.extend(waits.into_iter().map(str::to_owned)),
    }
    steps
}

/// What the columns say, by a row of headings or else by what stands in them; and whether there is such a row.
fn columns(table: &[&Vec<&str>], setting: Setting<'_>) -> (Vec<Column>, bool) {
    let Some(first) = table.first() else { return (Vec::new(), false) };
    let is_own = ["step", "what"].iter().all(|own| first.iter().any(|cell| in_small_letters(cell) == *own));
    let of_title = |cell: &&str| match heading(cell) {
        // Beside what is done stands what it is done for.
        Some(Column::What) if is_own && in_small_letters(cell) == "action" => Some(Column::Told),
        Some(Column::Told) if !is_own => None,
        column => column,
    };
    let headings: Vec<_> = first.iter().map(of_title).collect();
    let named = headings.iter().flatten().count();
    let is_headed = named >= 2
        && headings
            .iter()
            .zip(*first)
            .all(|(heading, cell)| heading.is_some() || read(cell, setting).is_none());
    let rows = if is_headed { &table[1..] } else { table };
    // Beside units, numbers are waits.
    let has_units = is_headed && headings.contains(&Some(Column::Unit));
    let width = table.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut columns: Vec<Option<Column>> = (0..width)
        .map(|at| match headings.get(at).copied().flatten().filter(|_| is_headed) {
            // `Step` heads what is done, or its number.
            Some(Column::What) if cells(rows, at).all(is_number) => Some(Column::Number),
            Some(column @ (Column::Unit | Column::Told)) => Some(column),
            Some(Column::When) if has_units => Some(Column::When),
            Some(column) => {
                Some(by_content(rows, at, setting).filter(|found| *found == Column::Number).unwrap_or(column))
            }
            None => by_content(rows, at, setting),
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
        if !others.is_empty() && !is_wait {
            of_kind.into_iter().for_each(|at| columns[at] = Some(column));
        }
    }
    // What is done stands in the fullest of the others; where there is none, in the one of the channels.
    if !columns.contains(&Some(Column::What)) {
        let letters =
            |at: &usize| rows.iter().filter_map(|row| row.get(*at)).map(|cell| cell.len()).sum::<usize>();
        let fullest = (0..width).filter(|at| columns[*at].is_none()).max_by_key(letters);
        let channels = columns.iter().position(|column| *column == Some(Column::Channel));
        // Beside calls and letters, single words with capitals are those who do them.
        let fullest = fullest.filter(|at| channels.is_none() || !cells(rows, *at).all(is_first_name));
        if let Some(at) = fullest.or(channels) {
            columns[at] = Some(Column::What);
        }
    }
    for at in 0..width {
        if columns[at].is_none() && !columns.contains(&Some(Column::Who)) && is_of_names(rows, at) {
            columns[at] = Some(Column::Who);
        }
    }
    (columns.into_iter().map(|column| column.unwrap_or(Column::What)).collect(), is_headed)
}

fn heading(cell: &str) -> Option<Column> {
    let small = in_small_letters(cell);
    let first = small.split([' ', '/']).next().unwrap_or_default().trim_end_matches([':', '.']);
    let is_short = small.split(' ').count() <= 3 && !first.is_empty();
    let column = HEADINGS.iter().find(|(_, words)| words.split(' ').any(|word| word == first));
    column.filter(|_| is_short).map(|(column, _)| *column)
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

fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.trim_end_matches(['.', ')']).bytes().all(|byte| byte.is_ascii_digit())
}

/// A condition without the step it is about, which is the one above that can have such an outcome.
fn without_step(cell: &str) -> &str {
    let of_step = counted_from(cell).filter(|(place, _)| place.end == cell.len());
    of_step.and_then(|(place, _)| cell[..place.start].trim_end().strip_suffix(" in")).unwrap_or(cell)
}

/// How a cell names a channel, without what it says besides: `Letter` of `Letter or parcel`.
fn channel_of(cell: &str) -> &str {
    let words = tokens(cell);
    let Some((at, count)) = (0..words.len()).find_map(|at| Some((at, phrase(&CHANNELS, &words[at..])?.0)))
    else {
        return cell;
    };
    let named = &words[at..at + count];
    let last = named.iter().find(|word| word.is_last_of_part).or(named.last());
    last.map_or(cell, |last| &cell[words[at].place.start..last.place.end])
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
    let counts_up =
        cells.iter().zip(1..).all(|(cell, nth)| cell.trim_end_matches(['.', ')']).parse() == Ok(nth));
    let most = if most == Column::Number && !counts_up { Column::When } else { most };
    let is_who = most == Column::Who && is_of_names(rows, at);
    let is_most = count(most) * 2 > cells.len()
        || (most == Column::When && count(Column::Number) + count(Column::When) == cells.len());
    (is_who && count(most) > 0 || is_most && !cells.is_empty()).then_some(most)
}

fn is_first_name(cell: &str) -> bool {
    let small = in_small_letters(cell);
    cell.starts_with(is_large)
        && cell.chars().all(|c| is_letter_or_digit(c) && !c.is_ascii_digit())
        && !among(
            "quote chase reminder invoice thanks proposal demo brochure survey feedback review offer sample",
            &small,
        )
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

/// A row as a line: `if no answer: call again, by phone, a week later, Ben`.
fn line_of(row: &[&str], columns: &[Column], numbers: &Numbers, setting: Setting<'_>) -> String {
    let of = |column: Column| {
        let cells = row.iter().zip(columns).filter(move |(cell, of)| **of == column && !cell.is_empty());
        cells.map(|(cell, _)| *cell).collect::<Vec<_>>().join(", ")
    };
    let mut whens = row.iter().zip(columns).filter(|(cell, of)| **of == Column::When && !cell.is_empty());
    let when = whens.next().map(|(cell, _)| numbers.in_wait(cell)).unwrap_or_default();
    let when = when.strip_prefix('+').filter(|when| is_number(when)).map(str::to_owned).unwrap_or(when);
    let is_plain = !when.is_empty() && when.bytes().all(|byte| byte.is_ascii_digit());
    let unit = match of(Column::Unit).replace("(s)", "s") {
        unit if unit.is_empty() => "days".to_owned(),
        unit if when == "1" => unit.trim_end_matches('s').to_owned(),
        unit => unit,
    };
    let when = if is_plain { format!("{when} {unit}") } else { when };
    let who = of(Column::Who);
    let is_new = !who.is_empty()
        && phrase(&ROLES, &tokens(&who)).is_none()
        && who.split(' ').count() <= 3
        && (!who.contains(' ') || who.split(' ').all(|name| name.starts_with(is_large)));
    let who = if is_new { format!("@{who}") } else { who };
    // What its own cells say is not looked for in its words.
    let what = of(Column::What);
    let what = if !when.is_empty() && says_more(&what, setting) { format!("‹{what}›") } else { what };
    let channel = of(Column::Channel);
    let parts = [what, channel_of(&channel).to_owned(), when, who];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let condition = of(Column::Condition);
    match without_step(&condition).to_owned() {
        condition if condition.is_empty() || said.is_empty() => said,
        condition if counted(&condition).is_some() => said,
        condition if condition.starts_with("if ") => format!("{condition}: {said}"),
        condition => format!("if {condition}: {said}"),
    }
}
