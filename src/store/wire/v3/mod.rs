//! Version 3, frozen: how it is read and how it is written. What changes either is a version 4.
//!
//! Each version says all that the one before said, in the same way, and more; so what reads it reads versions 1 and
//! 2 too, and a plan of theirs is one that says no more.
//!
//! Options that are none and by-the-way texts that are empty are not written; lists always are.

mod flaw;

mod read;

mod words;

mod write;

pub(crate) use read::plan as read_plan;
pub(crate) use write::plan as write_plan;

use super::{FORMAT, Fields, Found, Writer, number};
use crate::store::{Fault, Revision, Stored};

/// The version this is.
pub(crate) const VERSION: u64 = 3;

/// Whether a text of that version is read here.
pub(crate) fn reads(version: u64) -> bool {
    (1..=VERSION).contains(&version)
}

/// Reads a plan with what the store has to know of it.
pub(super) fn read_stored(envelope: &mut Fields<'_>) -> Result<Stored, Box<Fault>> {
    Ok(Stored {
        state: envelope.word("state")?,
        revision: read_revision(envelope.field("stamp")?)?,
        after: envelope.option("after", read_revision)?,
        plan: read_plan(envelope.field("plan")?)?,
    })
}

/// Writes a plan with what the store has to know of it.
pub(super) fn write_stored(stored: &Stored) -> String {
    Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(VERSION);
        w.name("state").word(&stored.state);
        write_revision(w.name("stamp"), &stored.revision);
        match &stored.after {
            Some(after) => write_revision(w.name("after"), after),
            None => w.name("after").null(),
        }
        write_plan(w.name("plan"), &stored.plan);
    })
}

fn read_revision(revision: Found<'_>) -> Result<Revision, Box<Fault>> {
    revision.object(|revision| {
        Ok(Revision { number: number(revision.field("revision")?)?, tab: revision.word("tab")? })
    })
}

fn write_revision(w: &mut Writer, revision: &Revision) {
    w.object(|w| {
        w.name("revision").number(revision.number);
        w.name("tab").word(&revision.tab);
    });
}
