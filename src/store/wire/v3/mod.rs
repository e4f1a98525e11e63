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
use crate::store::{Fault, Stamp, Stored};

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
        stamp: read_stamp(envelope.field("stamp")?)?,
        after: envelope.option("after", read_stamp)?,
        plan: read_plan(envelope.field("plan")?)?,
    })
}

/// Writes a plan with what the store has to know of it.
pub(super) fn write_stored(stored: &Stored) -> String {
    Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(VERSION);
        w.name("state").word(&stored.state);
        write_stamp(w.name("stamp"), &stored.stamp);
        match &stored.after {
            Some(after) => write_stamp(w.name("after"), after),
            None => w.name("after").null(),
        }
        write_plan(w.name("plan"), &stored.plan);
    })
}

fn read_stamp(stamp: Found<'_>) -> Result<Stamp, Box<Fault>> {
    stamp.object(|stamp| Ok(Stamp { revision: number(stamp.field("revision")?)?, tab: stamp.word("tab")? }))
}

fn write_stamp(w: &mut Writer, stamp: &Stamp) {
    w.object(|w| {
        w.name("revision").number(stamp.revision);
        w.name("tab").word(&stamp.tab);
    });
}
