//! The plan as one readable JSON file.

use chrono::NaiveDate;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::indent::indented;
use crate::plan::{Audience, Channel, Plan, Responsible};
use crate::schedule::{Dated, Schedule};
use crate::store::Unreadable;
use crate::store::wire::v1::{self, Written};
use crate::store::wire::{self, Head};

/// What an exported file says of itself.
const FORMAT: &str = "followthrough-plan";

/// A plan as a file: the plan as it is stored, and beside it the dates computed from it (B6), which are not read
/// when the file comes back in.
pub fn export_json(plan: &Plan, schedule: &Schedule, exported_on: NaiveDate) -> String {
    let dated = |audience| schedule.steps(audience).iter().map(|dated| Due::of(plan, dated)).collect();
    let file = File {
        format: FORMAT.to_owned(),
        version: v1::VERSION,
        exported_on: Written(exported_on),
        plan: v1::Plan::from(plan),
        schedule: Sequences { prospect: dated(Audience::Prospect), customer: dated(Audience::Customer) },
    };
    // Texts, numbers and lists, written to memory: there is nothing in them that could fail.
    indented(&serde_json::to_string(&file).unwrap_or_default()) + "\n"
}

/// Reads the plan out of an exported file, or out of an envelope taken from the storage.
pub(super) fn read(text: &str) -> Result<Plan, Unreadable> {
    let head = Head::read(text)?;
    match (head.format.as_str(), head.version) {
        (wire::FORMAT, _) => wire::read(text).map(|stored| stored.plan),
        (FORMAT, v1::VERSION) => wire::parse::<File<IgnoredAny>>(text)?.plan.into_plan(),
        (FORMAT, newer) => Err(Unreadable::NewerVersion(newer)),
        _ => Err(Unreadable::NotOurs),
    }
}

/// Version 1 of an exported file, frozen like the plan in it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File<S> {
    format: String,
    version: u64,
    exported_on: Written<NaiveDate>,
    plan: v1::Plan,
    #[serde(default)]
    schedule: S,
}

#[derive(Serialize)]
struct Sequences<'a> {
    prospect: Vec<Due<'a>>,
    customer: Vec<Due<'a>>,
}

/// One dated step, for people and programs that do not compute dates (B6).
#[derive(Serialize)]
struct Due<'a> {
    number: usize,
    what: &'a str,
    due: Option<Written<NaiveDate>>,
    who: Option<&'a str>,
    channel: Option<Written<Channel>>,
}

impl<'a> Due<'a> {
    fn of(plan: &'a Plan, dated: &Dated) -> Self {
        let step = plan.step(dated.step);
        Self {
            number: dated.number,
            what: step.map_or("", |step| step.what.as_str()),
            due: dated.due.map(Written),
            who: step.and_then(|step| step.who).and_then(|who| in_words(plan, who)),
            channel: step.and_then(|step| step.channel).map(Written),
        }
    }
}

/// Who is responsible, in words (B7).
fn in_words(plan: &Plan, who: Responsible) -> Option<&str> {
    Some(match who {
        Responsible::Myself => "myself",
        Responsible::CoWorker => "co-worker",
        Responsible::Assistant => "virtual assistant",
        Responsible::Automation => "automation system",
        Responsible::Vendor => "fulfilment vendor",
        Responsible::Person(id) => plan.person(id)?.name.as_str(),
    })
}
