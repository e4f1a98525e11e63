//! Earlier versions of a plan: when one is put by, and which stay.
//!
//! They lie beside the plans, in a place of their own: what becomes of them never touches a save. Which are kept follows
//! from their times alone.

use std::fmt;

use chrono::NaiveDate;

use super::PlanId;
use super::record::crc32;
use crate::calendar::iso_date;
use crate::words;

/// A moment where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The second of the day.
    pub second: u32,
}

/// An earlier version of a plan, by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Snapshot {
    /// The plan.
    pub plan: PlanId,
    /// When it was put by.
    pub at: Moment,
    /// Why.
    pub why: Occasion,
}

/// What gave occasion to put a version by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Nothing but the time.
    Work,
    /// Another plan was to be imported.
    Import,
    /// An earlier version was to be restored.
    Restore,
    /// The plan was to be removed.
    Removal,
    /// It was to be written in a newer format.
    Format,
    /// Many of its people were to be changed at once.
    People,
}

impl Occasion {
    const ALL: [Self; 6] =
        [Self::Work, Self::Import, Self::Restore, Self::Removal, Self::Format, Self::People];

    fn slug(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Removal => "removal",
            Self::Format => "format",
            Self::People => "people",
        }
    }
}

impl Snapshot {
    /// What the keys of all of them begin with.
    pub const KEYS: &'static str = "snapshot/";

    /// What the keys of the people of all of them begin with.
    pub const PEOPLE: &'static str = "people-then/";

    /// So many stay of a plan.
    pub const MOST: usize = 10;

    /// So many seconds of work lie at least between two that nothing else gave occasion to.
    pub const APART: u32 = 10 * 60;

    /// What the keys of those of a plan begin with.
    pub fn keys_of(plan: &PlanId) -> String {
        format!("{}{plan}/", Self::KEYS)
    }

    /// The key it is stored under.
    pub fn key(&self) -> String {
        format!("{}{}/{}", Self::keys_of(&self.plan), self.at, self.why.slug())
    }

    /// What the keys of the people of those of a plan begin with.
    pub fn people_keys_of(plan: &PlanId) -> String {
        format!("{}{plan}/", Self::PEOPLE)
    }

    /// The key its people are stored under, where there were any: apart from the plan, so that the list of versions is read
    /// without them.
    pub fn people_key(&self) -> String {
        format!("{}{}/{}", Self::people_keys_of(&self.plan), self.at, self.why.slug())
    }

    /// Reads a key; `None` for anything else.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(Self::KEYS)?.split('/');
        let plan = PlanId::parse(parts.next()?)?;
        let at = Moment { day: iso_date(parts.next()?)?, second: parts.next()?.parse().ok()? };
        let slug = parts.next()?;
        let why = Occasion::ALL.into_iter().find(|why| why.slug() == slug)?;
        parts.next().is_none().then_some(Self { plan, at, why })
    }

    /// A text as it is put by, with a sum over it.
    pub fn seal(text: &str) -> String {
        format!("{:08x} {text}", crc32(text.as_bytes()))
    }

    /// The text that was put by; `None` where it is damaged.
    pub fn unseal(raw: &str) -> Option<&str> {
        let (sum, text) = raw.split_once(' ')?;
        (u32::from_str_radix(sum, 16) == Ok(crc32(text.as_bytes()))).then_some(text)
    }

    /// Whether it is time to put a version of a plan by, given those there are.
    pub fn is_due(kept: &[Self], now: Moment) -> bool {
        let is_near =
            |other: &Self| other.at.day == now.day && other.at.second.abs_diff(now.second) < Self::APART;
        !kept.iter().any(is_near)
    }

    /// Those of a plan that need not be kept: of today the first and the last two stay, of each other day the last, and
    /// those before something that replaces a plan; and of all these the newest ten.
    pub fn superfluous(kept: &[Self], today: NaiveDate) -> Vec<Self> {
        let is_wanted = |one: &Self| {
            if one.why != Occasion::Work {
                return true;
            }
            let of_day = || kept.iter().filter(|it| it.why == Occasion::Work && it.at.day == one.at.day);
            let later = of_day().filter(|it| it.at > one.at).count();
            let is_first = of_day().all(|it| it.at >= one.at);
            later == 0 || (one.at.day == today && (later == 1 || is_first))
        };
        let stays = |one: &Self| {
            let newer = kept.iter().filter(|it| (it.at, it.why) > (one.at, one.why) && is_wanted(it));
            is_wanted(one) && newer.count() < Self::MOST
        };
        kept.iter().filter(|one| !stays(one)).cloned().collect()
    }
}

/// `2026-11-23/32400`: in the order of time, also as text.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:05}", words::iso(self.day), self.second)
    }
}
