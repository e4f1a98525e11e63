//! The single words of version 1: every value that stands in a file as one piece of text. Frozen.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek, WorkWeekError, iso_date};
use crate::plan::{
    Amount, Anchor, Audience, Benefit, Channel, Currency, Delay, Idea, Origin, Readiness, Reason, Text,
    TextError, Unit,
};
use crate::store::{State, TabId};

/// A checked value, written as its [`Word`]. Reading one checks it, so a fault knows its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written<T>(pub(crate) T);

/// How a value is written and read.
pub(crate) trait Word: Sized {
    fn word(&self) -> Cow<'_, str>;

    fn from_word(word: &str) -> Result<Self, WordError>;
}

/// Why a word was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WordError {
    TooLong { max: usize, excess: usize },
    NotOneOf(&'static [&'static str]),
    NoIdea,
    NoDate,
    DateOutOfRange,
    NoAmount,
    NoCurrency,
    NoWorkWeek(WorkWeekError),
    NoTab,
    DelayTooLong,
}

impl<T: Word> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.word())
    }
}

impl<'de, T: Word> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = None;
        deserializer.deserialize_str(Reader(&mut |word| {
            value = Some(T::from_word(word)?);
            Ok(())
        }))?;
        value.map(Self).ok_or_else(|| D::Error::custom("it must be a word"))
    }
}

/// Gives a word to be checked while it is read, so that a fault is reported where the word stands. It is one
/// type for all words: they share the code that reads them.
struct Reader<'a>(&'a mut dyn FnMut(&str) -> Result<(), WordError>);

impl Visitor<'_> for Reader<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<(), E> {
        (self.0)(word).map_err(E::custom)
    }
}

macro_rules! words {
    ($($name:ident { $($variant:ident $word:literal),* })*) => { $(
        impl Word for $name {
            fn word(&self) -> Cow<'_, str> {
                Cow::Borrowed(match self { $(Self::$variant => $word),* })
            }

            fn from_word(word: &str) -> Result<Self, WordError> {
                match word { $($word => Ok(Self::$variant),)* _ => Err(WordError::NotOneOf(&[$($word),*])) }
            }
        }
    )* };
}

words! {
    State { Open "open", Archived "archived" }
    Origin { Own "own", Example "example" }
    Audience { Prospect "prospect", Customer "customer" }
    Benefit { Business "business", Contact "contact" }
    Unit { WorkingDays "working-days", CalendarDays "calendar-days", Weeks "weeks", Months "months" }
    Anchor { PreviousStep "previous-step", Start "start" }
    Readiness { ToPrepare "to-prepare", Ready "ready" }
    Reason {
        NewTools "new-tools", CustomerKnowledge "customer-knowledge", NewProducts "new-products",
        NewKnowHow "new-know-how", Age "age"
    }
    Channel {
        InPerson "in-person", Phone "phone", Letter "letter", Email "e-mail", SocialChat "social-chat",
        Comments "comments", Internal "internal"
    }
}

impl<const MAX: usize, const LINES: bool> Word for Text<MAX, LINES> {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::parse(word).map_err(|TextError::TooLong { max, excess }| WordError::TooLong { max, excess })
    }
}

impl Word for Idea {
    fn word(&self) -> Cow<'_, str> {
        self.slug().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::from_slug(word).ok_or(WordError::NoIdea)
    }
}

impl Word for NaiveDate {
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        let date = iso_date(word).ok_or(WordError::NoDate)?;
        if (FIRST_DAY..=LAST_DAY).contains(&date) { Ok(date) } else { Err(WordError::DateOutOfRange) }
    }
}

/// Only as it is written: what a person may type in other ways would be ambiguous in a file.
impl Word for Amount {
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::parse(word).ok().filter(|amount| amount.to_string() == word).ok_or(WordError::NoAmount)
    }
}

impl Word for Currency {
    fn word(&self) -> Cow<'_, str> {
        self.code().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::parse(word).ok_or(WordError::NoCurrency)
    }
}

impl Word for WorkWeek {
    fn word(&self) -> Cow<'_, str> {
        self.mask().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::from_mask(word).map_err(WordError::NoWorkWeek)
    }
}

impl Word for TabId {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, WordError> {
        Self::parse(word).ok_or(WordError::NoTab)
    }
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { max, excess } => {
                write!(f, "it has {} characters, {excess} more than fit", max + excess)
            }
            Self::NotOneOf(words) => write!(f, "it must be one of {}", words.join(", ")),
            Self::NoIdea => f.write_str("there is no goal idea of this name"),
            Self::NoDate => f.write_str("it must be a date such as 2026-11-23"),
            Self::DateOutOfRange => write!(f, "dates go from {FIRST_DAY} to {LAST_DAY}"),
            Self::NoAmount => f.write_str("it must be an amount such as 1200 or 1200.50"),
            Self::NoCurrency => {
                f.write_str("it must be a currency code of three capital letters, such as EUR")
            }
            Self::NoWorkWeek(error) => error.fmt(f),
            Self::DelayTooLong => write!(f, "a delay counts from 0 to {}", Delay::MAX_COUNT),
            Self::NoTab => f.write_str("it must be 1 to 64 characters of a-z, 0-9 and -"),
        }
    }
}
