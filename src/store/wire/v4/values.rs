//! The single values of version 4: each stands in a file as one text or one number.

use std::borrow::Cow;

use chrono::{NaiveDate, Weekday};

use crate::calendar::{Easter, FIRST_DAY, LAST_DAY, Observed, WorkWeek, iso_date};
use crate::plan::{
    ActionId, Amount, Audience, Benefit, Channel, Currency, Direction, Distance, EventId, Eves, Fingerprint,
    GoalId, Idea, LeadId, Origin, Outcome, Percent, PersonId, PlainDays, Readiness, Reason, Reasons, StepId,
    Text, TextError, Unit,
};
use crate::store::wire::shape::{self, Shapes};
use crate::store::wire::{Found, Value, Word, Writer, number, word};
use crate::store::{Fault, Stamp, State, TabId};

macro_rules! words {
    ($($type:ty),* $(,)?) => { $(
        impl Value for $type {
            fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
                word(found)
            }

            fn write(&self, w: &mut Writer) {
                w.word(self);
            }

            fn shape(_: &mut Shapes) -> String {
                <Self as Word>::shape()
            }
        }
    )* };
}

macro_rules! slugs {
    ($($type:ty),* $(,)?) => { $(
        impl Word for $type {
            fn word(&self) -> Cow<'_, str> {
                self.slug().into()
            }

            fn from_word(word: &str) -> Result<Self, String> {
                Self::from_slug(word).ok_or_else(|| format!("it must be one of {}", Self::SLUGS.join(", ")))
            }

            fn shape() -> String {
                shape::words(Self::SLUGS.iter().copied())
            }
        }

        words!($type);
    )* };
}

macro_rules! numbers {
    ($($type:ty),*) => { $(
        impl Value for $type {
            fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
                number(found)
            }

            fn write(&self, w: &mut Writer) {
                w.number((*self).into());
            }

            fn shape(_: &mut Shapes) -> String {
                shape::whole(0, Self::MAX.into())
            }
        }
    )* };
}

macro_rules! ids {
    ($($type:ident),*) => { $(
        impl Value for $type {
            fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
                number(found).map(Self)
            }

            fn write(&self, w: &mut Writer) {
                w.number(self.0.into());
            }

            fn shape(_: &mut $crate::store::wire::shape::Shapes) -> String {
                $crate::store::wire::shape::whole(0, u32::MAX.into())
            }
        }
    )* };
}

slugs!(
    Origin, Audience, Benefit, Unit, Direction, Eves, PlainDays, Outcome, Distance, Readiness, Reason,
    Channel, Observed, Easter
);

words!(State, Weekday, String, Idea, NaiveDate, Amount, Currency, WorkWeek, TabId, Stamp, Fingerprint);

numbers!(u8, u16, u32, u64);

pub(in crate::store::wire) use ids;

ids!(GoalId, ActionId, StepId, PersonId, EventId, LeadId);

impl<const MAX: usize, const LINES: bool> Value for Text<MAX, LINES> {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        word(found)
    }

    fn write(&self, w: &mut Writer) {
        w.word(self);
    }

    fn shape(_: &mut Shapes) -> String {
        <Self as Word>::shape()
    }
}

/// A year.
impl Value for i32 {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        number(found)
    }

    fn write(&self, w: &mut Writer) {
        w.number(self.unsigned_abs().into());
    }

    fn shape(_: &mut Shapes) -> String {
        shape::whole(0, Self::MAX.unsigned_abs().into())
    }
}

impl Value for Percent {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        Self::new(number(found)?).ok_or_else(|| found.fault("the chance goes from 1 to 100"))
    }

    fn write(&self, w: &mut Writer) {
        w.number(self.get().into());
    }

    fn shape(_: &mut Shapes) -> String {
        shape::whole(1, 100)
    }
}

impl Value for Reasons {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        Ok(Vec::<Reason>::read(found)?.into_iter().collect())
    }

    fn write(&self, w: &mut Writer) {
        w.list(self.iter(), |w, reason| w.word(&reason));
    }

    fn shape(shapes: &mut Shapes) -> String {
        Vec::<Reason>::shape(shapes)
    }
}

impl<const MAX: usize, const LINES: bool> Word for Text<MAX, LINES> {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word).map_err(|error| match error {
            TextError::TooLong { max, excess } => {
                format!("it has {} characters, {excess} more than fit", max + excess)
            }
            TextError::Nul => "there is a character in it that is no text (NUL)".to_owned(),
        })
    }

    fn shape() -> String {
        shape::short_text(MAX)
    }
}

impl Word for Idea {
    fn word(&self) -> Cow<'_, str> {
        self.slug().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::from_slug(word).ok_or_else(|| "there is no goal idea of this name".to_owned())
    }

    fn shape() -> String {
        shape::words(Self::ALL.map(Self::slug))
    }
}

impl Word for NaiveDate {
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        let date = iso_date(word).ok_or("it must be a date such as 2026-11-23")?;
        if !(FIRST_DAY..=LAST_DAY).contains(&date) {
            return Err(format!("dates go from {FIRST_DAY} to {LAST_DAY}"));
        }
        Ok(date)
    }

    fn shape() -> String {
        shape::formed("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    }
}

/// Only as it is written: what a person may type in other ways would be ambiguous in a file.
impl Word for Amount {
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        let amount = Self::parse(word).ok().filter(|amount| amount.to_string() == word);
        amount.ok_or_else(|| "it must be an amount such as 1200 or 1200.50".to_owned())
    }

    fn shape() -> String {
        shape::formed("^[0-9]+([.][0-9]{2})?$")
    }
}

impl Word for Currency {
    fn word(&self) -> Cow<'_, str> {
        self.code().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word)
            .ok_or_else(|| "it must be a currency code of three capital letters, such as EUR".to_owned())
    }

    fn shape() -> String {
        shape::formed("^[A-Z]{3}$")
    }
}

impl Word for WorkWeek {
    fn word(&self) -> Cow<'_, str> {
        self.mask().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::from_mask(word).map_err(|error| error.to_string())
    }

    fn shape() -> String {
        shape::formed("^[01]{7}$")
    }
}

impl Word for TabId {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word).ok_or_else(|| "it must be 1 to 64 characters of a-z, 0-9 and -".to_owned())
    }

    fn shape() -> String {
        shape::formed("^[a-z0-9-]{1,64}$")
    }
}

impl Word for Stamp {
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word).ok_or_else(|| "it must be 16 characters of 0-9 and a-f".to_owned())
    }

    fn shape() -> String {
        shape::formed("^[0-9a-f]{16}$")
    }
}

/// What it was taken of, and eight hexadecimal digits: `facts-0f3a9c01`.
impl Word for Fingerprint {
    fn word(&self) -> Cow<'_, str> {
        match self {
            Self::Values(hash) => format!("values-{hash:08x}"),
            Self::Facts(hash) => format!("facts-{hash:08x}"),
        }
        .into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        let hash = |digits: &str| u32::from_str_radix(digits, 16).ok();
        let fingerprint = match word.split_once('-') {
            Some(("values", digits)) => hash(digits).map(Self::Values),
            Some(("facts", digits)) => hash(digits).map(Self::Facts),
            _ => None,
        };
        fingerprint
            .filter(|fingerprint| fingerprint.word() == word)
            .ok_or_else(|| "it must be a fingerprint such as facts-0f3a9c01".to_owned())
    }

    fn shape() -> String {
        shape::formed("^(values|facts)-[0-9a-f]{8}$")
    }
}

/// How the state of a removed plan begins; the day follows.
const REMOVED: &str = "removed ";

impl Word for State {
    fn word(&self) -> Cow<'_, str> {
        match self {
            Self::Open => "open".into(),
            Self::Archived => "archived".into(),
            Self::Binned(on) => [REMOVED, &on.word()].concat().into(),
        }
    }

    fn from_word(word: &str) -> Result<Self, String> {
        match word {
            "open" => Ok(Self::Open),
            "archived" => Ok(Self::Archived),
            _ => match word.strip_prefix(REMOVED).map(NaiveDate::from_word) {
                Some(Ok(on)) => Ok(Self::Binned(on)),
                _ => Err("it must be one of open, archived, or removed with a day".to_owned()),
            },
        }
    }

    fn shape() -> String {
        shape::formed("^(open|archived|removed [0-9]{4}-[0-9]{2}-[0-9]{2})$")
    }
}
