//! The single words of versions 1 to 3: every value that stands in a file as one piece of text. Frozen.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek, iso_date};
use crate::plan::{
    Amount, Audience, Benefit, Channel, Currency, Direction, Distance, Eves, Idea, Origin, Outcome,
    Readiness, Reason, Responsible, Text, TextError, Unit,
};
use crate::store::wire::Word;
use crate::store::{State, TabId};

macro_rules! words {
    ($($name:ident { $($variant:ident $word:literal),* })*) => { $(
        impl Word for $name {
            fn word(&self) -> Cow<'_, str> {
                Cow::Borrowed(match self { $(Self::$variant => $word),* })
            }

            fn from_word(word: &str) -> Result<Self, String> {
                match word { $($word => Ok(Self::$variant),)* _ => Err(one_of(&[$($word),*])) }
            }
        }
    )* };
}

words! {
    State { Open "open", Archived "archived" }
    Audience { Prospect "prospect", Customer "customer" }
    Benefit { Business "business", Contact "contact" }
    Unit {
        WorkingDays "working-days", CalendarDays "calendar-days", Weeks "weeks", Months "months",
        ExactDays "exact-days"
    }
    Direction { After "after", Before "before" }
    Eves { Taken "taken", Avoided "avoided" }
    Outcome {
        Reached "reached", NotReached "not-reached", Replied "replied", NoReply "no-reply", Bought "bought",
        NotNow "not-now", Declined "declined"
    }
    Origin { Own "own", Example "example" }
    Distance { Near "near", Far "far" }
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

/// Of those responsible, the five roles; a person is an object.
impl Word for Responsible {
    fn word(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Myself => "myself",
            Self::CoWorker => "co-worker",
            Self::Assistant => "assistant",
            Self::Automation => "automation",
            Self::Vendor => "vendor",
            Self::Person(_) => "person",
        })
    }

    fn from_word(word: &str) -> Result<Self, String> {
        let role = Self::ROLES.into_iter().find(|role| role.word() == word);
        let problem = "it must be myself, co-worker, assistant, automation, vendor or a person";
        role.ok_or_else(|| problem.to_owned())
    }
}

fn one_of(words: &[&str]) -> String {
    format!("it must be one of {}", words.join(", "))
}

fn too_long(TextError::TooLong { max, excess }: TextError) -> String {
    format!("it has {} characters, {excess} more than fit", max + excess)
}

impl<const MAX: usize, const LINES: bool> Word for Text<MAX, LINES> {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word).map_err(too_long)
    }
}

impl Word for Idea {
    fn word(&self) -> Cow<'_, str> {
        self.slug().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::from_slug(word).ok_or_else(|| "there is no goal idea of this name".to_owned())
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
}

impl Word for Currency {
    fn word(&self) -> Cow<'_, str> {
        self.code().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word)
            .ok_or_else(|| "it must be a currency code of three capital letters, such as EUR".to_owned())
    }
}

impl Word for WorkWeek {
    fn word(&self) -> Cow<'_, str> {
        self.mask().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::from_mask(word).map_err(|error| error.to_string())
    }
}

impl Word for TabId {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Self::parse(word).ok_or_else(|| "it must be 1 to 64 characters of a-z, 0-9 and -".to_owned())
    }
}
