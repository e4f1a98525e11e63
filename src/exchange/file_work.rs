//! What the page has its second worker do with files for other programs, and from them. Requests are texts, with what
//! belongs to them beside; answers are files with sentences about them.
//!
//! **Invariant:** what is written here is read here as the same.

use chrono::NaiveDate;

use super::back::compare_from;
use super::{Answer, Format, Outgoing, Wanted, Written, import_json, json, round, write};
use crate::calendar::iso_date;
use crate::plan::Plan;
use crate::store::PlanId;

/// How a request to compare a spreadsheet begins.
const BACK: &str = "back";

/// How a request to go on with a round of the team's list begins.
const TEAM: &str = "team";

/// How a request for a file begins.
const WRITE: &str = "write";

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRequest {
    /// Write a plan, which belongs to the request as [`Outgoing::cargo`], as a file for another program.
    Write {
        /// What kind of file.
        format: Format,
        /// The plan's name in this browser.
        plan: PlanId,
        /// The day it is where the person is.
        today: NaiveDate,
        /// This moment in UTC, as `2026-11-23T09:30:00.000Z`.
        moment: String,
        /// What is wanted of the plan.
        wanted: Wanted,
    },
    /// Read a spreadsheet or a copy that came back, and compare it with a plan: both belong to the request as [`back_cargo`].
    Back {
        /// The day it is where the person is.
        today: NaiveDate,
        /// The places of the differences that are not to be taken.
        left: Vec<usize>,
    },
    /// Go on with a round of the team's list: what leaves and the answers so far belong to the request as [`team_cargo`].
    Team {
        /// The plan's name in this browser.
        plan: PlanId,
        /// The day it is where the person is.
        today: NaiveDate,
        /// The moment in UTC at which the round began.
        moment: String,
        /// How far the person's clock is ahead of the world's, in minutes.
        offset: i32,
        /// What is wanted of the plan.
        wanted: Wanted,
        /// Whether what somebody deleted there is sent once more.
        again: bool,
    },
}

impl FileRequest {
    /// The request as it travels.
    pub fn to_text(&self) -> String {
        match self {
            Self::Write { format, plan, today, moment, wanted } => {
                format!("{WRITE} {}", Outgoing::head(*format, plan, *today, moment, *wanted))
            }
            Self::Back { today, left } => {
                let left: Vec<_> = left.iter().map(usize::to_string).collect();
                format!("{BACK} {today} {}", left.join(","))
            }
            Self::Team { plan, today, moment, offset, wanted, again } => {
                let head = Outgoing::head(Format::Calendar, plan, *today, moment, *wanted);
                format!("{TEAM} {offset} {again} {head}")
            }
        }
    }
}

/// Does what a request asks for, with what belongs to it. `None` where it is no such request.
pub fn file_for(request: &str, cargo: &[u8]) -> Option<Written> {
    let words: Vec<_> = request.split(' ').collect();
    match &*words {
        [WRITE, head @ ..] => {
            let (format, outgoing) = Outgoing::read(head, cargo)?;
            Some(write(format, &outgoing))
        }
        [BACK, today, left] => {
            let left = left.split(',').filter(|at| !at.is_empty()).map(str::parse);
            let left: Vec<usize> = left.collect::<Result<_, _>>().ok()?;
            let (plan, mut rest) = piece(cargo)?;
            let mut known = Vec::new();
            loop {
                let (text, behind) = piece(rest)?;
                rest = behind;
                if text.is_empty() {
                    break;
                }
                known.push(str::from_utf8(text).ok()?.to_owned());
            }
            let plan = import_json(plan).ok()?;
            Some(compare_from(rest, &plan, &known, iso_date(today)?, &left).written())
        }
        [TEAM, offset, again, head @ ..] => {
            let (outgoing, answers) = piece(cargo)?;
            let (_, outgoing) = Outgoing::read(head, outgoing)?;
            let answers = Answer::read(str::from_utf8(answers).ok()?)?;
            Some(round(&outgoing, offset.parse().ok()?, again.parse().ok()?, &answers).written())
        }
        _ => None,
    }
}

/// So many digits say how long a piece is.
const LENGTH: usize = 8;

/// The first piece of a cargo, and what comes behind it.
fn piece(cargo: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = cargo.split_at_checked(LENGTH)?;
    rest.split_at_checked(str::from_utf8(length).ok()?.parse().ok()?)
}

/// A plan, the versions known of it, and the file that is compared with it, as they travel: each piece after its length, an
/// empty one after the last version, then the file.
pub fn back_cargo(plan: &Plan, known: &[String], today: NaiveDate, file: &[u8]) -> Vec<u8> {
    let plan = json::compact(plan, today, &[]);
    let mut cargo = Vec::new();
    for text in
        std::iter::once(&plan).chain(known.iter().filter(|text| !text.is_empty())).chain([&String::new()])
    {
        cargo.extend(format!("{:0LENGTH$}", text.len()).as_bytes());
        cargo.extend(text.as_bytes());
    }
    cargo.extend(file);
    cargo
}

/// What leaves for the team's list, as [`Outgoing::cargo`] gives it, and the answers so far, as they travel.
pub fn team_cargo(outgoing: &str, answers: &[Answer]) -> String {
    format!("{:0LENGTH$}{outgoing}{}", outgoing.len(), Answer::to_text(answers))
}
