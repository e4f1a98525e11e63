//! The plan as one readable JSON file.

use chrono::NaiveDate;

use super::indent::indented;
use crate::plan::{Audience, Plan, Responsible, Step};
use crate::schedule::{Schedule, Status, StepFacts};
use crate::store::Unreadable;
use crate::store::wire::{File, Writer, v4};
use crate::words;

/// What an exported file says of itself.
const FORMAT: &str = "followthrough-plan";

/// A plan as a file: the plan as it is stored, and beside it the dates computed from it (B6), which are not read
/// when the file comes back in. Its version is that of the plan in it.
pub fn export_json(plan: &Plan, schedule: &Schedule, exported_on: NaiveDate) -> String {
    let text = file(plan, exported_on, |w| {
        w.name("schedule").object(|w| {
            for (name, audience) in [("prospect", Audience::Prospect), ("customer", Audience::Customer)] {
                let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
                w.name(name).list(steps, |w, (step, facts)| write_step(w, plan, step, facts));
            }
        });
    });
    indented(&text) + "\n"
}

/// The same file without what only people read: dates and lines.
pub(super) fn compact(plan: &Plan, exported_on: NaiveDate) -> String {
    file(plan, exported_on, |_| ())
}

fn file(plan: &Plan, exported_on: NaiveDate, rest: impl FnOnce(&mut Writer)) -> String {
    Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(v4::VERSION);
        w.name("exportedOn").word(&exported_on);
        v4::write_plan(w.name("plan"), plan);
        rest(w);
    })
}

/// Reads the plan out of an exported file, or out of an envelope taken from the storage.
pub(super) fn read(text: &str) -> Result<Plan, Unreadable> {
    let file = File::read(text)?;
    if file.format != FORMAT {
        return file.stored().map(|stored| stored.plan);
    }
    let file = file.newest()?;
    let plan = file.rest(|rest| {
        let _: NaiveDate = rest.word("exportedOn")?;
        rest.option("schedule", |_| Ok(()))?;
        file.plan(rest.field("plan")?)
    })?;
    Ok(plan)
}

/// One dated step, for people and programs that do not compute dates (B6).
fn write_step(w: &mut Writer, plan: &Plan, step: &Step, facts: &StepFacts) {
    w.object(|w| {
        w.name("number").number(facts.number as u64);
        w.name("what").text(step.what.as_str());
        w.name("when").text(&words::wait(plan, facts));
        w.name("planned").word_or_null(facts.baseline.as_ref());
        w.name("due").word_or_null(facts.due.as_ref());
        w.name("state").text(match facts.status {
            Status::Done => "done",
            Status::Skipped => "skipped",
            Status::OffPath => "not on the way",
            Status::Undated | Status::Upcoming | Status::Due => "open",
            Status::Overdue => "overdue",
        });
        if let Some(since) = facts.overdue_since {
            w.name("overdueSince").word(&since);
        }
        if facts.fork.is_some() {
            w.name("condition").text(&words::condition(facts));
        }
        match step.who.and_then(|who| in_words(plan, who)) {
            Some(who) => w.name("who").text(who),
            None => w.name("who").null(),
        }
        w.name("channel").word_or_null(step.channel.as_ref());
    });
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
