//! What a round tells the page, as it travels from the worker.

use chrono::NaiveDate;

use super::{Ask, Tick};
use crate::calendar::iso_date;
use crate::exchange::Written;

/// How lines begin.
const LEAVES: &str = "leaves";
const TICK: &str = "tick";
const SAID: &str = "said";
const DELETED: &str = "deleted";
const WRONG: &str = "wrong";
const PASSING: &str = "passing";
const OVER: &str = "over";

/// What stands for the end of a line in what leaves: no text of ours holds it.
const LINE: &str = "\r";

/// An entry that would leave.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaving {
    /// What is done with it, its title and its day.
    pub line: String,
    /// What else leaves with it, line by line.
    pub details: String,
}

/// How far a round has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamAnswer {
    /// All that would leave now.
    pub leaves: Vec<Leaving>,
    /// How many entries somebody deleted on the list.
    pub deleted: usize,
    /// What is to be asked next; nothing once the round is over.
    pub asks: Vec<Ask>,
    /// What was ticked off there, to be taken before anything is written.
    pub ticks: Vec<Tick>,
    /// What came of the round, in sentences.
    pub said: Vec<String>,
    /// Why it did not come to its end, and whether that may pass by itself.
    pub trouble: Option<(String, bool)>,
    /// Whether it is over.
    pub is_over: bool,
    /// What is to be remembered.
    pub memory: String,
}

impl TeamAnswer {
    /// The answer as it travels.
    pub(in crate::exchange) fn written(self) -> Written {
        let one_line = |text: String| text.replace(['\t', '\r', '\n'], " ");
        let mut notes = vec![format!("{DELETED}\t{}", self.deleted)];
        notes.extend(self.leaves.into_iter().map(|Leaving { line, details }| {
            let details = details.replace('\t', " ").replace('\n', LINE);
            format!("{LEAVES}\t{}\t{details}", one_line(line))
        }));
        notes.extend(self.ticks.iter().map(|tick| format!("{TICK}\t{} {}", tick.name, tick.on)));
        notes.extend(self.said.into_iter().map(|line| format!("{SAID}\t{}", one_line(line))));
        if let Some((why, is_passing)) = self.trouble {
            notes.push(format!("{}\t{}", if is_passing { PASSING } else { WRONG }, one_line(why)));
        }
        if self.is_over {
            notes.push(OVER.to_owned());
        }
        Written { bytes: Ask::to_text(&self.asks).into_bytes(), notes, memory: self.memory }
    }
}

/// Reads what the worker says of a round: its lines, what came as the file, what is to be remembered. `None` where it is no
/// such answer.
pub fn team_answer(lines: &str, file: &str, memory: String) -> Option<TeamAnswer> {
    let mut answer = TeamAnswer { asks: Ask::read(file)?, memory, ..TeamAnswer::default() };
    for line in lines.split('\n') {
        let (head, rest) = line.split_once('\t').unwrap_or((line, ""));
        let rest = || rest.to_owned();
        match head {
            LEAVES => {
                let rest = rest();
                let (line, details) = rest.split_once('\t')?;
                answer.leaves.push(Leaving { line: line.to_owned(), details: details.replace(LINE, "\n") });
            }
            DELETED => answer.deleted = rest().parse().ok()?,
            TICK => answer.ticks.push(tick(&rest())?),
            SAID => answer.said.push(rest()),
            WRONG | PASSING => answer.trouble = Some((rest(), head == PASSING)),
            OVER => answer.is_over = true,
            _ => return None,
        }
    }
    Some(answer)
}

fn tick(text: &str) -> Option<Tick> {
    let (name, on) = text.split_once(' ')?;
    let on: NaiveDate = iso_date(on)?;
    Some(Tick { name: name.to_owned(), on })
}
