//! Cells of a spreadsheet and lines that say several steps, made lines of one step each.

use std::ops::Range;

use super::ListSetting;
use super::columns::{Column, Columns, columns, heading, is_number, row_number};
use super::condition::condition_end;
use super::describe::is_large;
use super::line::{only_when, says_more, says_when};
use super::phrases::{CHANNELS, ROLES, phrase};
use crate::plan::{StepId, is_letter_or_digit};
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::counted;
use crate::workshop::wait::{Setting, read_unhinted};

/// How often a text is laid out at most, until nothing is left to part: more often than anybody writes one in another.
const MOST_TIMES: usize = 100;

/// The text with one step a line: cells of a table in the order in which a line says them, several steps of a line
/// (`call · letter`) below each other. A text that has it so is as it was.
pub fn as_lines(text: &str, setting: ListSetting<'_>) -> String {
    let mut lines = laid_out_once(text, setting);
    // Steps that a mark parted can be the rows of a table (`what,when → call,today`), or say only when.
    for _ in 0..MOST_TIMES {
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
    let above = at.unwrap_or(standing.len());
    // No step of the plan: what a cell counts from is another row.
    let setting = Setting { plan, step: StepId(plan.next_id()), today };
    let parted = separator(text).map(|separator| tabbed(text, separator));
    let text = parted.as_deref().unwrap_or(text);
    let rows: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').map(cell).collect()).collect();
    let table: Vec<&Vec<&str>> = rows.iter().filter(|row| row.len() > 1).collect();
    let columns = columns(&table, setting);
    let mut is_heading = columns.is_headed;
    let mut lines = Steps::default();
    let mut numbers = Numbers::default();
    for (row, line) in rows.iter().zip(text.split('\n')) {
        if row.len() > 1 {
            if !std::mem::take(&mut is_heading) {
                let line = line_of(row, &columns, &numbers, setting);
                numbers.add(row, &columns.said, above + lines.count + 1);
                let steps = steps_of(&line, setting).into_iter().filter(|line| !line.is_empty());
                steps.for_each(|step| lines.add(step, setting));
            }
        } else {
            steps_of(line, setting).into_iter().for_each(|step| lines.add(step, setting));
        }
    }
    lines.part();
    lines.lines.join("\n")
}

/// Lines of one step each.
#[derive(Default)]
struct Steps {
    lines: Vec<String>,
    /// How many of them say something.
    count: usize,
    /// Lines that say only when, and what of them does: it belongs to the step below. Between them, empty ones.
    waits: Vec<(String, Option<String>)>,
}

impl Steps {
    fn add(&mut self, line: String, setting: Setting<'_>) {
        if line.trim().is_empty() {
            match self.waits.is_empty() {
                true => self.lines.push(line),
                false => self.waits.push((line, None)),
            }
        } else if let Some(wait) = only_when(&line, setting) {
            self.waits.push((line, Some(wait)));
        } else if !self.waits.is_empty() && line.contains(is_letter_or_digit) && !says_when(&line, setting) {
            // A mark at its end would part it from the wait.
            let step = line.trim_end_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
            let mut said = vec![step.to_owned()];
            for (line, wait) in self.waits.drain(..) {
                match wait {
                    Some(wait) => said.push(wait),
                    None => self.lines.push(line),
                }
            }
            self.lines.push(said.join(", "));
            self.count += 1;
        } else {
            self.part();
            self.lines.push(line);
            self.count += 1;
        }
    }

    /// The waits below which there is no step to have them stay lines of their own.
    fn part(&mut self) {
        self.count += self.waits.iter().filter(|(_, wait)| wait.is_some()).count();
        self.lines.extend(self.waits.drain(..).map(|(line, _)| line));
    }
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
        let said = said.find_map(|(cell, _)| row_number(cell));
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

pub(super) const STEP_BEFORE: &str = "the previous step";

/// The words of a cell that name another step, `step 3` or one of its tries, and the number of that step.
pub(super) fn counted_from(cell: &str) -> Option<(Range<usize>, Option<usize>)> {
    let words = tokens(cell);
    let number = |at: usize| words.get(at).and_then(|token| token.word.parse::<usize>().ok());
    let is_named = |at: &usize| matches!(words[*at].word.as_str(), "step" | "try");
    let at = (0..words.len()).find(|at| is_named(at) && number(at + 1).is_some())?;
    let said = number(at + 1).filter(|_| words[at].word == "step");
    Some((words[at].place.start..words[at + 1].place.end, said))
}

/// A cell without the marks a spreadsheet puts around one with a comma or a quotation mark, or that make it stand out.
fn cell(cell: &str) -> &str {
    let cell = cell.trim().trim_matches(['*', '_']);
    let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(cell).trim()
}

/// What parts the steps of a line.
const MARKS: [char; 3] = ['·', '•', '→'];

/// The steps that one line says. A mark that begins the line is its bullet; one behind which nothing stands yet parts
/// nothing.
fn steps_of(line: &str, setting: Setting<'_>) -> Vec<String> {
    let behind_bullet = line.trim_start_matches(|c: char| MARKS.contains(&c) || c == ' ');
    let parts = || behind_bullet.split(MARKS).map(str::trim).filter(|part| !part.is_empty());
    // `no answer → call again` is one step, and so is `no answer in a week → call again`.
    let is_asked = |part: &str| {
        let rest = condition_end(part).map(|end| part[end..].trim());
        rest.is_some_and(|rest| rest.is_empty() || read_unhinted(rest, setting).is_ok())
    };
    let is_one = parts().count() < 2 || parts().count() == 2 && parts().next().is_some_and(is_asked);
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

/// A condition without the step it is about, which is the one above that can have such an outcome.
pub(super) fn without_step(cell: &str) -> &str {
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

/// A row as a line: `if no answer: call again, by phone, a week later, Ben`.
fn line_of(row: &[&str], columns: &Columns, numbers: &Numbers, setting: Setting<'_>) -> String {
    let Columns { said: columns, is_headed, counting } = columns;
    let of = |column: Column| {
        let cells = row.iter().zip(columns).filter(move |(cell, of)| **of == column && !cell.is_empty());
        cells.map(|(cell, _)| *cell).collect::<Vec<_>>().join(", ")
    };
    let mut whens = row.iter().zip(columns).filter(|(cell, of)| **of == Column::When && !cell.is_empty());
    let when = whens.next().map(|(cell, _)| numbers.in_wait(cell)).unwrap_or_default();
    let when = when.strip_prefix('+').filter(|when| is_number(when)).map(str::to_owned).unwrap_or(when);
    let is_plain = !when.is_empty() && when.bytes().all(|byte| byte.is_ascii_digit());
    let unit = of(Column::Unit).replace("(s)", "s");
    let when = if is_plain { counting.said(&when, &unit) } else { counting.in_words(when, setting) };
    let who = of(Column::Who);
    let is_new = !who.is_empty()
        && phrase(&ROLES, &tokens(&who)).is_none()
        && who.split(' ').count() <= 3
        && (!who.contains(' ') || who.split(' ').all(|name| name.starts_with(is_large)));
    let who = if is_new { format!("@{who}") } else { who };
    // What its own cells say is not looked for in its words.
    let what = row.iter().zip(columns).filter(|(cell, of)| **of == Column::What && !cell.is_empty());
    let quoted = |(at, (cell, _)): (usize, (&&str, &Column))| {
        // What is told beside it is never more than words.
        let is_quoted = at > 0 && *is_headed || !when.is_empty() && says_more(cell, setting);
        if is_quoted { format!("‹{cell}›") } else { (*cell).to_owned() }
    };
    let what = what.enumerate().map(quoted).collect::<Vec<_>>().join(", ");
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
