//! What is to be done on one day: an open step, or one try of it.

use chrono::NaiveDate;

use super::{Rows, StepRow};
use crate::plan::{Fate, Plan};
use crate::schedule::{Notice, Place};
use crate::words;

/// Something to be done, as it stands in a calendar or in a list of tasks.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The step.
    pub row: &'a StepRow<'a>,
    /// What of it.
    pub turn: Turn,
    /// When, where that is known.
    pub due: Option<NaiveDate>,
}

/// What of a step is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// All of it.
    Once,
    /// One of several tries, from 1 (B5).
    Try(u8),
    /// All tries were in vain: to decide what comes next (B5).
    Decide,
}

/// All that is to be done, and how many steps are not among it.
#[derive(Clone, Debug, Default)]
pub struct Entries<'a> {
    /// What is to be done, in the order of the steps; tries one after the other.
    pub all: Vec<Entry<'a>>,
    /// Open steps on a path that is not expected, or was not taken.
    pub off_path: usize,
}

impl<'a> Entries<'a> {
    /// What is to be done of the steps that leave. Who has left a sequence has nothing before them on it.
    pub fn of(rows: &'a Rows<'a>) -> Self {
        let mut entries = Self::default();
        for row in &rows.rows {
            let is_over = row.contact.is_some_and(|(_, enrolment)| enrolment.end.is_some());
            if is_over || !row.facts.is_open() || row.facts.notice == Some(Notice::Ended) {
                continue;
            }
            match row.facts.place {
                Place::OffPath => entries.off_path += 1,
                Place::OnPath => entries.all.extend(of_row(row)),
            }
        }
        entries
    }
}

fn of_row<'a>(row: &'a StepRow<'a>) -> impl Iterator<Item = Entry<'a>> {
    let facts = &row.facts;
    let most = facts.attempts.count();
    let tried = tried(row);
    let days = match &row.calendar {
        Some(calendar) if most > 1 && tried < most => facts.attempts_by(calendar),
        _ => facts.due.into_iter().collect(),
    };
    let turn = move |try_: u8| match most {
        _ if tried >= most => Turn::Decide,
        1 => Turn::Once,
        _ => Turn::Try(try_),
    };
    // A step without a day is to be done all the same.
    let days = if days.is_empty() { vec![None] } else { days.into_iter().map(Some).collect() };
    days.into_iter().zip(tried.saturating_add(1)..=u8::MAX).map(move |(due, try_)| Entry {
        row,
        turn: turn(try_),
        due,
    })
}

/// How many tries were in vain.
fn tried(row: &StepRow<'_>) -> u8 {
    match row.facts.fate {
        Some(Fate::Tried(times)) => times,
        _ => 0,
    }
}

impl Entry<'_> {
    /// A name within its plan that stays, whatever changes. The first try has that of the step, so that it stays when
    /// further tries come.
    pub fn name(&self) -> String {
        let name = self.row.name();
        match self.turn {
            Turn::Once | Turn::Try(1) => name,
            Turn::Try(number) => format!("{name}-a{number}"),
            Turn::Decide => format!("{name}-decide"),
        }
    }

    /// What is done, with whom and which try it is: `Ada Murphy: Call them (2nd of 3 tries)`.
    pub fn title(&self) -> String {
        let what = self.row.what();
        let what = match self.turn {
            Turn::Once => what,
            Turn::Try(number) => {
                format!("{what} ({})", words::nth_try(number, self.row.facts.attempts.count()))
            }
            Turn::Decide => words::to_decide(&what),
        };
        match self.row.contact {
            Some((contact, _)) => format!("{}: {what}", words::name_of(contact)),
            None => what,
        }
    }

    /// What is to be known for doing it, line by line: which step it is (B2, B3), why on that day (F2), for what goal (F1),
    /// who does it (B7), with what (B8), with whom, and the message or the notes (A26).
    pub fn details(&self, plan: &Plan) -> String {
        let row = self.row;
        let (sequence, number) = (words::sequence(row.audience), row.facts.number);
        let mut text = match row.step.what.as_str().trim() {
            "" => format!("{sequence}, step {number}"),
            what => format!("{sequence}, step {number}: {what}"),
        };
        let mut add = |label: &str, parts: &[&str]| {
            let mut before = ["\n", label];
            for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
                text.extend(before);
                text.push_str(part);
                before = [" – ", ""];
            }
        };
        add("", &[&words::conditions(&row.facts)]);
        add("", &[&self.why(plan).unwrap_or_default()]);
        add("", &[&row.facts.notice.map(words::notice).unwrap_or_default()]);
        if let Some((goal, action)) = row.goal(plan) {
            add("Goal: ", &[goal.text.as_str(), action.text.as_str()]);
        }
        add("Who: ", &[&row.who_in_words(plan)]);
        add("With: ", &[&words::with(row.step)]);
        if let Some((contact, enrolment)) = row.contact {
            add("To: ", &[&words::name_of(contact), &words::reach(contact, row.step.channel)]);
            add("\n", &[&row.message()]);
            add("\n", &[enrolment.fact(row.step.id).map_or("", |fact| fact.note.as_str())]);
        } else {
            add("\n", &[row.step.notes.as_str()]);
        }
        text
    }

    /// Why it is on its day (F2). A try after the next is counted from the one before it.
    fn why(&self, plan: &Plan) -> Option<String> {
        match self.turn {
            Turn::Try(number) if number > tried(self.row).saturating_add(1) => {
                Some(words::after_the_try_before(self.row.facts.attempts.gap()))
            }
            Turn::Once | Turn::Try(_) => self.row.why(plan),
            Turn::Decide => None,
        }
    }
}
