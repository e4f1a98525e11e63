//! The records of a roster: each field with its name in files, said once. Contacts with their times through the sequences
//! (B1), what became of their steps (B5, B6), how they ended (A8, C8, D6), and what waits for an answer (D3); who works
//! when (F8, B13).
//!
//! What stands in one value and in several fields of a file has a record of its parts beside it.

use chrono::NaiveDate;

use super::super::v4::{FATES, fate, fate_words, ids};
use crate::plan::{Amount, Audience, Channel, Outcome, PersonId, Prose, StepId};
use crate::roster::{
    Absence, Availability, Contact, ContactId, Cover, End, Enrolment, Exit, Fact, Pause, Reach, RosterParts,
    Touchpoint, TouchpointId, Version, VersionId, Way,
};
use crate::store::Fault;
use crate::store::wire::record::record;
use crate::store::wire::shape::{Shapes, either, narrowed, or_null, words};
use crate::store::wire::{Found, Value, Writer, number};

ids!(ContactId, VersionId, TouchpointId);

record!(RosterParts {
    last_contact "lastContact" or usual,
    last_version "lastVersion" or usual,
    availabilities "availabilities" or usual,
    countries "countries" or usual,
    versions "versions" or usual,
    contacts "contacts" or usual,
});

record!(Contact {
    id "id",
    name "name",
    reach "reach" or usual,
    segment "segment" or usual,
    owner "owner" or usual,
    country "country" or usual,
    note "note" or usual,
    enrolments "enrolments" or usual,
    touchpoints "touchpoints" or usual,
    opted_out "optedOut" or usual,
});

record!(Reach { mail "mail" or usual, phone "phone" or usual, address "address" or usual });

record!(Enrolment {
    audience "audience",
    event "event" or usual,
    start "start",
    facts "facts" or usual,
    pauses "pauses" or usual,
    end "end" or usual,
    version "version" or usual,
});

record!(Pause { first "first", last "last" or usual });

record!(Version { id "id", audience "audience", steps "steps", gone "gone" or usual });

record!(Availability {
    person "person",
    week "week" or usual,
    country "country" or usual,
    minutes_a_week "minutesAWeek" or usual,
    absences "absences" or usual,
});

record!(Absence { first "first", last "last", name "name" or usual, cover "cover" });

/// Somebody else, as an object that names them.
struct InTheirPlace {
    person: PersonId,
}

record!(InTheirPlace { person "person" });

/// `shift`, `keep`, or an object that names a person.
impl Value for Cover {
    fn read(cover: Found<'_>) -> Result<Self, Box<Fault>> {
        if cover.is_object() {
            return Ok(Self::HandOver(InTheirPlace::read(cover)?.person));
        }
        match &*String::read(cover)? {
            "shift" => Ok(Self::Shift),
            "keep" => Ok(Self::Keep),
            _ => Err(cover.fault("it must be shift, keep, or an object with a person")),
        }
    }

    fn write(&self, w: &mut Writer) {
        match *self {
            Self::Shift => w.text("shift"),
            Self::Keep => w.text("keep"),
            Self::HandOver(person) => InTheirPlace { person }.write(w),
        }
    }

    fn shape(shapes: &mut Shapes) -> String {
        either(&words(["shift", "keep"]), &InTheirPlace::shape(shapes))
    }
}

/// The parts of a [`Fact`].
struct FactParts {
    step: StepId,
    on: Option<NaiveDate>,
    fate: Option<String>,
    outcome: Option<Outcome>,
    times: Option<u8>,
    postponed: Option<NaiveDate>,
    note: Prose,
}

record!(FactParts {
    step "step",
    on "on" or usual,
    fate "fate" or usual,
    outcome "outcome" or usual,
    times "times" or usual,
    postponed "postponed" or usual,
    note "note" or usual,
});

impl Value for Fact {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let FactParts { step, on, fate: word, outcome, times, postponed, note } = Value::read(found)?;
        let mark = match (on, word) {
            (Some(on), Some(word)) => fate(&word, outcome, times).map(|fate| Some((on, fate))),
            (None, None) if outcome.is_none() && times.is_none() => Ok(None),
            _ => Err("what became of a step has a day and a fate"),
        };
        Ok(Self { step, mark: mark.map_err(|problem| found.fault(problem))?, postponed, note })
    }

    fn write(&self, w: &mut Writer) {
        let Self { step, mark, postponed, note } = self;
        let fate = mark.map(|(_, fate)| fate_words(fate));
        let (outcome, times) = fate.map_or((None, None), |(_, outcome, times)| (outcome, times));
        let parts = FactParts {
            step: *step,
            on: mark.map(|(on, _)| on),
            fate: fate.map(|(word, ..)| word.to_owned()),
            outcome,
            times,
            postponed: *postponed,
            note: note.clone(),
        };
        parts.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&FactParts::shape(shapes), [("fate", or_null(&words(FATES)))])
    }
}

/// The parts of an [`End`].
struct EndParts {
    on: NaiveDate,
    exit: String,
    amount: Option<Amount>,
    until: Option<NaiveDate>,
}

record!(EndParts { on "on", exit "exit", amount "amount" or usual, until "until" or usual });

/// The words for an [`Exit`].
const EXITS: [&str; 9] =
    ["finished", "bought", "replied", "met", "not-now", "opted-out", "lost", "wrong-person", "merged"];

impl Value for End {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let EndParts { on, exit, amount, until } = Value::read(found)?;
        let exit = match (&*exit, amount, until) {
            ("finished", None, None) => Exit::Finished,
            ("bought", amount, None) => Exit::Bought(amount),
            ("replied", None, None) => Exit::Replied,
            ("met", None, None) => Exit::Met,
            ("not-now", None, Some(until)) => Exit::NotNow(until),
            ("opted-out", None, None) => Exit::OptedOut,
            ("lost", None, None) => Exit::Lost,
            ("wrong-person", None, None) => Exit::WrongPerson,
            ("merged", None, None) => Exit::Merged,
            (known, ..) if EXITS.contains(&known) => {
                return Err(found.fault("who bought may have an amount, who said not now has a day"));
            }
            _ => return Err(found.fault(&format!("its exit must be one of {}", EXITS.join(", ")))),
        };
        Ok(Self { on, exit })
    }

    fn write(&self, w: &mut Writer) {
        let Self { on, exit } = *self;
        let (word, amount, until) = match exit {
            Exit::Finished => ("finished", None, None),
            Exit::Bought(amount) => ("bought", amount, None),
            Exit::Replied => ("replied", None, None),
            Exit::Met => ("met", None, None),
            Exit::NotNow(until) => ("not-now", None, Some(until)),
            Exit::OptedOut => ("opted-out", None, None),
            Exit::Lost => ("lost", None, None),
            Exit::WrongPerson => ("wrong-person", None, None),
            Exit::Merged => ("merged", None, None),
        };
        EndParts { on, exit: word.to_owned(), amount, until }.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&EndParts::shape(shapes), [("exit", words(EXITS))])
    }
}

/// The words for a [`Way`].
const WAYS: [&str; 4] = ["ours", "theirs", "asked", "answered"];

/// The parts of a [`Touchpoint`].
struct TouchpointParts {
    id: TouchpointId,
    on: NaiveDate,
    channel: Option<Channel>,
    way: String,
    answered: Option<NaiveDate>,
    note: Prose,
    counts_for: Option<Audience>,
}

record!(TouchpointParts {
    id "id",
    on "on",
    channel "channel" or usual,
    way "way",
    answered "answered" or usual,
    note "note" or usual,
    counts_for "countsFor" or usual,
});

impl Value for Touchpoint {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let TouchpointParts { id, on, channel, way, answered, note, counts_for } = Value::read(found)?;
        let way = match (&*way, answered) {
            ("ours", None) => Way::Ours,
            ("theirs", None) => Way::Theirs,
            ("asked", None) => Way::Asked,
            ("answered", Some(on)) => Way::Answered(on),
            ("ours" | "theirs" | "asked" | "answered", _) => {
                return Err(found.fault("what was answered has the day, and nothing else has"));
            }
            _ => return Err(found.fault("its way must be one of ours, theirs, asked, answered")),
        };
        Ok(Self { id, on, channel, way, note, counts_for })
    }

    fn write(&self, w: &mut Writer) {
        let Self { id, on, channel, way, note, counts_for } = self;
        let (word, answered) = match *way {
            Way::Ours => ("ours", None),
            Way::Theirs => ("theirs", None),
            Way::Asked => ("asked", None),
            Way::Answered(on) => ("answered", Some(on)),
        };
        let parts = TouchpointParts {
            id: *id,
            on: *on,
            channel: *channel,
            way: word.to_owned(),
            answered,
            note: note.clone(),
            counts_for: *counts_for,
        };
        parts.write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&TouchpointParts::shape(shapes), [("way", words(WAYS))])
    }
}
