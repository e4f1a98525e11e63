//! What the page has its second worker do with files for other programs, and from them. Requests are texts, with what
//! belongs to them beside; answers are files with sentences about them.
//!
//! **Invariant:** what is written here is read here as the same.

use chrono::NaiveDate;

use super::back::compare;
use super::{Format, Outgoing, Wanted, Written, import_json, json, write};
use crate::calendar::iso_date;
use crate::plan::Plan;
use crate::store::PlanId;

/// How a request to compare a spreadsheet begins.
const BACK: &str = "back";

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
    /// Read a spreadsheet that came back, and compare it with a plan: both belong to the request as [`back_cargo`].
    Back {
        /// The day it is where the person is.
        today: NaiveDate,
        /// The places of the differences that are not to be taken.
        left: Vec<usize>,
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
            let (length, rest) = cargo.split_at_checked(LENGTH)?;
            let (plan, file) = rest.split_at_checked(str::from_utf8(length).ok()?.parse().ok()?)?;
            let plan = import_json(plan).ok()?;
            Some(compare(file, &plan, iso_date(today)?, &left).written())
        }
        _ => None,
    }
}

/// So many digits say how long the plan is.
const LENGTH: usize = 8;

/// A plan and the spreadsheet that is compared with it, as they travel: the plan's length, the plan, the file.
pub fn back_cargo(plan: &Plan, today: NaiveDate, file: &[u8]) -> Vec<u8> {
    let plan = json::compact(plan, today);
    [format!("{:0LENGTH$}", plan.len()).as_bytes(), plan.as_bytes(), file].concat()
}
