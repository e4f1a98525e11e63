//! The records of version 4: each field with its name in files, said once.
//!
//! What is checked as a whole has a record of its parts beside it.

use chrono::NaiveDate;

use crate::plan::{
    Action, Anchor, Attempts, Branch, Campaign, ChannelProfile, Delay, Direction, Dismissal, Event, EventId,
    Fate, Goal, Lead, Mark, Measure, Outcome, PerAudience, Person, PersonId, Plan, PlanParts, Postponement,
    Responsible, Run, Sequence, Span, Stakes, Step, StepId, Unit, Window,
};
use crate::store::wire::record::record;
use crate::store::wire::shape::{Shapes, either, narrowed, whole, words};
use crate::store::wire::{Found, Value, Writer};
use crate::store::{Fault, Revision};

record!(Revision { number "number", tab "tab" });

record!(PlanParts = Plan::blank().into_parts(); {
    origin "origin",
    name "name",
    business "business" or usual,
    offer "offer" or usual,
    deal_value "dealValue" or usual,
    currency "currency",
    contacts_a_month "contactsAMonth" or usual,
    reasons "reasons",
    statements "statements",
    goals "goals",
    sequences "sequences",
    runs "runs",
    work_week "workWeek",
    holidays "holidays",
    holiday_sets "holidaySets" or usual,
    closures "closures" or usual,
    yearly_closures "yearlyClosures" or usual,
    worked "worked" or usual,
    plain_days "plainDays" or usual,
    events "events" or usual,
    people "people",
    review "review" or usual,
    stakes "stakes" or usual,
    profiles "channels" or usual,
    campaign "campaign" or usual,
    dismissals "leftAlone" or usual,
});

record!(Goal {
    id "id",
    text "text",
    idea "idea" or usual,
    audience "audience" or usual,
    benefit "benefit",
    actions "actions",
});

record!(Action { id "id", text "text", measure "measure" or usual });

record!(Measure { metric "metric" or usual, target "target" or usual, by "by" or usual, result "result" or usual });

record!(Sequence { trigger "trigger" or usual, steps "steps" });

record!(Step = Self::new(StepId(0)); {
    id "id",
    what "what",
    delay "delay",
    window "window" or usual,
    attempts "attempts" or usual,
    only_after "onlyAfter" or usual,
    expected "expected" or usual,
    channel "channel" or usual,
    who "who" or usual,
    tools "tools" or usual,
    notes "notes" or usual,
    readiness "readiness",
    action "action" or usual,
});

record!(Window { latest "latest" or usual, weekdays "weekdays" or usual, eves "eves" or usual });

record!(Branch { step "step", outcome "outcome" });

record!(Run { start "start" or usual, marks "marks" or usual, postponed "postponed" or usual });

record!(Postponement { step "step", to "to" });

record!(Event { id "id", name "name", date "date" or usual });

record!(Person { id "id", name "name" });

record!(Stakes { chance "chance" or usual, hour_cost "hourCost" or usual, distance "distance" or usual });

record!(ChannelProfile {
    channel "channel",
    minutes "minutes",
    cost "cost",
    attention "attention",
    shortest "shortest",
    longest "longest",
});

record!(Campaign { spend "spend" or usual, revenue "revenue" or usual, leads "leads" or usual });

record!(Lead { id "id", name "name", brought "brought" or usual });

record!(Dismissal { finding "finding", fingerprint "fingerprint", reason "reason" or usual });

impl<T: Value> Value for PerAudience<T> {
    fn read(both: Found<'_>) -> Result<Self, Box<Fault>> {
        both.object(|both| {
            let prospect = T::read(both.field("prospect")?)?;
            Ok(Self { prospect, customer: T::read(both.field("customer")?)? })
        })
    }

    fn write(&self, w: &mut Writer) {
        w.object(|w| {
            self.prospect.write(w.name("prospect"));
            self.customer.write(w.name("customer"));
        });
    }

    fn shape(shapes: &mut Shapes) -> String {
        shapes.object(|both| {
            both.value::<T>("prospect");
            both.value::<T>("customer");
        })
    }
}

/// The parts of a [`Span`].
struct SpanParts {
    count: u16,
    unit: Unit,
}

record!(SpanParts { count "count", unit "unit" });

impl Value for Span {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let SpanParts { count, unit } = Value::read(found)?;
        Self::new(count, unit)
            .ok_or_else(|| found.fault(&format!("a length goes from 0 to {}", Self::MAX_LENGTH)))
    }

    fn write(&self, w: &mut Writer) {
        SpanParts { count: self.length(), unit: self.unit() }.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&SpanParts::shape(shapes), [("count", whole(0, Self::MAX_LENGTH.into()))])
    }
}

/// The parts of a [`Delay`].
struct DelayParts {
    count: u16,
    unit: Unit,
    from: Anchor,
    direction: Direction,
}

record!(DelayParts { count "count", unit "unit", from "from", direction "direction" or usual });

impl Value for Delay {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let DelayParts { count, unit, from, direction } = Value::read(found)?;
        Span::new(count, unit).and_then(|span| Self::new(span, direction, from)).ok_or_else(|| {
            let most = Span::MAX_LENGTH;
            found.fault(&format!("a delay counts from 0 to {most}, and back only from an event or a date"))
        })
    }

    fn write(&self, w: &mut Writer) {
        let (count, unit) = (self.length(), self.unit());
        DelayParts { count, unit, from: self.anchor(), direction: self.direction() }.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&DelayParts::shape(shapes), [("count", whole(0, Span::MAX_LENGTH.into()))])
    }
}

/// The anchors that name nothing.
const PLAIN_ANCHORS: [&str; 2] = ["previous-step", "start"];

/// What an [`Anchor`] names, if it names something.
#[derive(Default)]
struct Named {
    step: Option<StepId>,
    event: Option<EventId>,
    date: Option<NaiveDate>,
}

record!(Named { step "step" or usual, event "event" or usual, date "date" or usual });

/// `previous-step`, `start`, or an object that names a step, an event or a date.
impl Value for Anchor {
    fn read(from: Found<'_>) -> Result<Self, Box<Fault>> {
        let anchor = if from.is_object() {
            match Named::read(from)? {
                Named { step: Some(id), event: None, date: None } => Some(Self::Step(id)),
                Named { step: None, event: Some(id), date: None } => Some(Self::Event(id)),
                Named { step: None, event: None, date: Some(date) } => Some(Self::Date(date)),
                _ => None,
            }
        } else {
            match &*String::read(from)? {
                "previous-step" => Some(Self::PreviousStep),
                "start" => Some(Self::Start),
                _ => None,
            }
        };
        let problem = "it must be previous-step, start, or an object with a step, an event or a date";
        anchor.ok_or_else(|| from.fault(problem))
    }

    fn write(&self, w: &mut Writer) {
        match *self {
            Self::PreviousStep => w.text("previous-step"),
            Self::Start => w.text("start"),
            Self::Step(id) => Named { step: Some(id), ..Named::default() }.write(w),
            Self::Event(id) => Named { event: Some(id), ..Named::default() }.write(w),
            Self::Date(date) => Named { date: Some(date), ..Named::default() }.write(w),
        }
    }

    fn shape(shapes: &mut Shapes) -> String {
        either(&words(PLAIN_ANCHORS), &Named::shape(shapes))
    }
}

/// The parts of [`Attempts`].
struct AttemptsParts {
    count: u8,
    gap: u16,
}

record!(AttemptsParts { count "count", gap "gap" });

impl Value for Attempts {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let AttemptsParts { count, gap } = Value::read(found)?;
        Self::new(count, gap).ok_or_else(|| {
            let (most, longest) = (Self::MAX_COUNT, Self::MAX_GAP);
            found.fault(&format!("there are 1 to {most} attempts, 1 to {longest} working days apart"))
        })
    }

    fn write(&self, w: &mut Writer) {
        AttemptsParts { count: self.count(), gap: self.gap() }.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        let (most, longest) = (Self::MAX_COUNT.into(), Self::MAX_GAP.into());
        let fields = [("count", whole(1, most)), ("gap", whole(1, longest))];
        narrowed(&AttemptsParts::shape(shapes), fields)
    }
}

/// A person, as an object that names them.
struct ByName {
    person: PersonId,
}

record!(ByName { person "person" });

/// One of the five roles, or an object that names a person.
impl Value for Responsible {
    fn read(who: Found<'_>) -> Result<Self, Box<Fault>> {
        if who.is_object() {
            return Ok(Self::Person(ByName::read(who)?.person));
        }
        let word = String::read(who)?;
        let role = Self::ROLES.into_iter().find(|role| role.slug() == word);
        role.ok_or_else(|| {
            who.fault("it must be myself, co-worker, assistant, automation, vendor or a person")
        })
    }

    fn write(&self, w: &mut Writer) {
        match *self {
            Self::Person(person) => ByName { person }.write(w),
            role => w.text(role.slug()),
        }
    }

    fn shape(shapes: &mut Shapes) -> String {
        either(&words(Self::ROLES.map(Self::slug)), &ByName::shape(shapes))
    }
}

/// The words for a [`Fate`].
pub(in crate::store::wire) const FATES: [&str; 3] = ["done", "skipped", "tried"];

/// The parts of a [`Mark`].
struct MarkParts {
    step: StepId,
    on: NaiveDate,
    fate: String,
    outcome: Option<Outcome>,
    times: Option<u8>,
}

record!(MarkParts { step "step", on "on", fate "fate", outcome "outcome" or usual, times "times" or usual });

impl Value for Mark {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let MarkParts { step, on, fate: word, outcome, times } = Value::read(found)?;
        let fate = fate(&word, outcome, times).map_err(|problem| found.fault(problem))?;
        Ok(Self { step, on, fate })
    }

    fn write(&self, w: &mut Writer) {
        let (word, outcome, times) = fate_words(self.fate);
        MarkParts { step: self.step, on: self.on, fate: word.to_owned(), outcome, times }.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&MarkParts::shape(shapes), [("fate", words(FATES))])
    }
}

/// What became of a step, as it stands in the fields of a record; otherwise what is wrong with them.
pub(in crate::store::wire) fn fate(
    word: &str,
    outcome: Option<Outcome>,
    times: Option<u8>,
) -> Result<Fate, &'static str> {
    match (word, outcome, times) {
        ("done", outcome, None) => Ok(Fate::Done(outcome)),
        ("skipped", None, None) => Ok(Fate::Skipped),
        ("tried", None, Some(times)) => Ok(Fate::Tried(times)),
        ("done" | "skipped" | "tried", ..) => {
            Err("what was done may have an outcome, what was tried says how many times")
        }
        _ => Err("its fate must be one of done, skipped, tried"),
    }
}

/// The fields in which it stands: the word, the outcome, how many times.
pub(in crate::store::wire) fn fate_words(fate: Fate) -> (&'static str, Option<Outcome>, Option<u8>) {
    match fate {
        Fate::Done(outcome) => ("done", outcome, None),
        Fate::Skipped => ("skipped", None, None),
        Fate::Tried(times) => ("tried", None, Some(times)),
    }
}
