//! The plan as one readable JSON file.

use chrono::NaiveDate;

use super::indent::{SCHEMA_DEPTH, indented, set_out};
use crate::plan::{Audience, Channel, Line, PerAudience, Plan, PlanParts, Responsible, Step};
use crate::schedule::{Schedule, Status, StepFacts};
use crate::store::wire::shape::{self, Shapes};
use crate::store::wire::{File, Found, Value, Writer, record, v4};
use crate::store::{Fault, Stamp, Unreadable};
use crate::words;

/// What an exported file says of itself.
const FORMAT: &str = "followthrough-plan";

/// A plan as a file: the plan as it is stored, and beside it the dates computed from it (B6), which are not read
/// when the file comes back in. Its version is that of the plan in it.
pub fn export_json(plan: &Plan, schedule: &Schedule, exported_on: NaiveDate) -> String {
    export_copy(plan, schedule, exported_on, &[])
}

/// The same for somebody who may change it and send it back: it names the versions it descends from, itself the first.
pub fn export_copy(plan: &Plan, schedule: &Schedule, exported_on: NaiveDate, descent: &[Stamp]) -> String {
    let text = file(plan, exported_on, descent, |w| {
        let dated = |audience| {
            let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
            steps.map(|(step, facts)| DatedStep::of(plan, step, facts)).collect::<Vec<_>>()
        };
        let (prospect, customer) = (dated(Audience::Prospect), dated(Audience::Customer));
        PerAudience { prospect, customer }.write(w.name("schedule"));
    });
    indented(&text) + "\n"
}

/// The same file without what only people read: dates and lines.
pub fn compact(plan: &Plan, exported_on: NaiveDate, descent: &[Stamp]) -> String {
    file(plan, exported_on, descent, |_| ())
}

fn file(plan: &Plan, exported_on: NaiveDate, descent: &[Stamp], rest: impl FnOnce(&mut Writer)) -> String {
    Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(v4::VERSION);
        w.name("exportedOn").word(&exported_on);
        w.unless_usual("descent", &descent.to_vec());
        v4::write_plan(w.name("plan"), plan);
        rest(w);
    })
}

/// What such a file looks like, as a JSON Schema: in the newest version, as it is written. What is read may say more, such
/// as texts with control characters, which fall away.
pub fn plan_schema() -> String {
    let text = Shapes::file("A plan exported from Followthrough", |file| {
        file.field("format", &shape::words([FORMAT]));
        file.field("version", &shape::just(v4::VERSION));
        file.value::<NaiveDate>("exportedOn");
        file.usual_value::<Vec<Stamp>>("descent");
        file.value::<PlanParts>("plan");
        file.value::<PerAudience<Vec<DatedStep>>>("schedule");
    });
    set_out(&text, SCHEMA_DEPTH) + "\n"
}

/// Reads the plan out of an exported file, or out of an envelope taken from the storage.
pub(super) fn read(text: &str) -> Result<Copied, Unreadable> {
    let file = File::read(text)?;
    if file.format != FORMAT {
        return file.stored().map(|stored| Copied { plan: stored.plan, descent: Vec::new() });
    }
    let file = file.newest()?;
    let copied = file.rest(|rest| {
        let _: NaiveDate = rest.word("exportedOn")?;
        rest.option("schedule", |_| Ok(()))?;
        let mut descent: Vec<Stamp> = rest.usual("descent")?;
        descent.truncate(Stamp::MOST);
        Ok(Copied { plan: file.plan(rest.field("plan")?)?, descent })
    })?;
    Ok(copied)
}

/// A plan that came in, with the versions that its file says it descends from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The plan.
    pub plan: Plan,
    /// The versions, the newest first; none where the file names none.
    pub descent: Vec<Stamp>,
}

/// The words for how a step stands.
const STATES: [&str; 5] = ["done", "skipped", "not on the way", "open", "overdue"];

/// One dated step, for people and programs that do not compute dates (B6).
struct DatedStep {
    number: u64,
    what: Line,
    when: String,
    planned: Option<NaiveDate>,
    due: Option<NaiveDate>,
    state: String,
    overdue_since: Option<NaiveDate>,
    condition: Option<String>,
    who: Option<String>,
    channel: Option<Channel>,
}

record!(DatedStep {
    number "number",
    what "what",
    when "when",
    planned "planned",
    due "due",
    state "state",
    overdue_since "overdueSince" or usual,
    condition "condition" or usual,
    who "who",
    channel "channel",
});

impl DatedStep {
    fn of(plan: &Plan, step: &Step, facts: &StepFacts) -> Self {
        let [done, skipped, off_path, open, overdue] = STATES;
        let state = match facts.status {
            Status::Done => done,
            Status::Skipped => skipped,
            Status::OffPath => off_path,
            Status::Undated | Status::Upcoming | Status::Due => open,
            Status::Overdue => overdue,
        };
        Self {
            number: facts.number as u64,
            what: step.what.clone(),
            when: words::wait(plan, facts),
            planned: facts.baseline,
            due: facts.due,
            state: state.to_owned(),
            overdue_since: facts.overdue_since,
            condition: facts.fork.map(|_| words::condition(facts)),
            who: step.who.and_then(|who| in_words(plan, who)).map(str::to_owned),
            channel: step.channel,
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
