//! Version 4, the newest: how a plan is read and written. Once it is out it is frozen; what changes it is a version 5,
//! and a function that brings a version 4 there.
//!
//! Each record is declared once (`records`, `days`), each single value is said once (`values`). Options that are none and
//! by-the-way texts that are empty are not written; lists that every plan has always are.

mod days;

mod flaw;

mod records;

mod values;

pub(super) use records::{FATES, fate, fate_words};
pub(super) use values::ids;

use super::{FORMAT, Fields, Found, Value, Writer};
use crate::advice::fingerprint;
use crate::plan::{Plan, PlanParts};
use crate::store::{Fault, Stored};

/// The version this is.
pub(crate) const VERSION: u64 = 4;

/// The plan, if its parts are right and fit together; otherwise where they are or do not.
///
/// Of `standing`, findings left alone by an earlier version, what they are about looks as it did then: they are
/// remembered by what it looks like now.
pub(crate) fn read_plan(plan: Found<'_>, standing: &[String]) -> Result<Plan, Box<Fault>> {
    let mut parts = PlanParts::read(plan)?;
    for name in standing {
        let taken = fingerprint(&parts, name);
        let known = parts.dismissals.iter_mut().find(|known| known.finding.as_str() == name);
        if let (Some(fingerprint), Some(known)) = (taken, known) {
            known.fingerprint = fingerprint;
        }
    }
    parts.clone().checked().map_err(|flaw| Box::new(flaw::fault(&parts, flaw)))
}

/// Writes a plan.
pub(crate) fn write_plan(w: &mut Writer, plan: &PlanParts) {
    plan.write(w);
}

/// Reads a plan with what the store has to know of it.
pub(super) fn read_stored(envelope: &mut Fields<'_>, standing: &[String]) -> Result<Stored, Box<Fault>> {
    Ok(Stored {
        state: envelope.word("state")?,
        revision: Value::read(envelope.field("revision")?)?,
        after: envelope.usual("after")?,
        plan: read_plan(envelope.field("plan")?, standing)?,
    })
}

/// Writes a plan with what the store has to know of it, the plan last.
pub(super) fn write_stored(stored: &Stored) -> String {
    Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(VERSION);
        w.name("state").word(&stored.state);
        stored.revision.write(w.name("revision"));
        stored.after.write(w.name("after"));
        write_plan(w.name("plan"), &stored.plan);
    })
}
