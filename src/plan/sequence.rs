//! The steps of a sequence: what is done, when, by whom, with what (B1-B8).

use chrono::NaiveDate;

use super::{ActionId, Line, Prose};

/// Names a step within its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u32);

/// Names a person within a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u32);

/// The pattern of one sequence: what sets it off, and its steps in order. Dates are not in it: they come from
/// a [`Run`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// The event that sets it off (B1): subscribed, met at an event, bought…
    pub trigger: Line,
    /// The steps, in order; a step's number (B2) is its place here, from 1.
    pub steps: Vec<Step>,
}

/// One time through a sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The day it starts (B1), where it is not the other run's; see [`super::PlanParts::start`].
    pub start: Option<NaiveDate>,
}

/// One step of a sequence (B2-B8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name within the plan.
    pub id: StepId,
    /// What is done (B3).
    pub what: Line,
    /// When (B4).
    pub delay: Delay,
    /// How the contact is reached (E1-E6), once chosen.
    pub channel: Option<Channel>,
    /// Who does it (B7), once settled.
    pub who: Option<Responsible>,
    /// Tools and other resources (B8).
    pub tools: Line,
    /// The message, or notes for the call (A26).
    pub notes: Prose,
    /// Whether all that it needs is there (A26).
    pub readiness: Readiness,
    /// The action it carries out (F1), if any.
    pub action: Option<ActionId>,
}

/// How long to wait before a step (B4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Delay {
    /// How many of the unit, 0 to [`Delay::MAX_COUNT`].
    count: u16,
    /// In what it is counted.
    pub unit: Unit,
    /// From where it is counted.
    pub anchor: Anchor,
}

impl Delay {
    /// The longest delay, in any unit.
    pub const MAX_COUNT: u16 = 999;

    /// On the start date itself.
    pub const AT_START: Self = Self { count: 0, unit: Unit::WorkingDays, anchor: Anchor::Start };

    /// What a new step waits until said otherwise: three working days after the one before (*ours*).
    pub const USUAL: Self = Self { count: 3, unit: Unit::WorkingDays, anchor: Anchor::PreviousStep };

    /// A checked delay; `None` beyond [`Delay::MAX_COUNT`].
    pub fn new(count: u16, unit: Unit, anchor: Anchor) -> Option<Self> {
        (count <= Self::MAX_COUNT).then_some(Self { count, unit, anchor })
    }

    /// How many of the unit.
    pub fn count(self) -> u16 {
        self.count
    }
}

/// What a delay is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Working days, exactly as the spreadsheet function WORKDAY (B11-B15).
    WorkingDays,
    /// Calendar days, then rolled to the next working day.
    CalendarDays,
    /// Weeks of seven calendar days, then rolled.
    Weeks,
    /// Calendar months, clamped to the month's end, then rolled.
    Months,
}

impl Unit {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::WorkingDays, Self::CalendarDays, Self::Weeks, Self::Months];

    /// Whether days off are passed over in counting, so that there is nothing to roll.
    pub fn skips_days_off(self) -> bool {
        self == Self::WorkingDays
    }
}

/// From where a delay is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// From the previous step (B4, B6); from the start for the first one.
    PreviousStep,
    /// From the start of the run.
    Start,
}

impl Anchor {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::PreviousStep, Self::Start];
}

/// How a contact is reached (E1-E6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// In person (E1).
    InPerson,
    /// By phone (E2).
    Phone,
    /// By letter, postcard or parcel (E3).
    Letter,
    /// By e-mail (E4).
    Email,
    /// By social chat (E5).
    SocialChat,
    /// By answering comments (E6).
    Comments,
    /// Inside work: the contact notices nothing (*ours*).
    Internal,
}

impl Channel {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Email,
        Self::Phone,
        Self::InPerson,
        Self::Letter,
        Self::SocialChat,
        Self::Comments,
        Self::Internal,
    ];
}

/// Who does a step (B7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Responsible {
    /// The owner of the plan.
    Myself,
    /// A co-worker.
    CoWorker,
    /// A virtual assistant.
    Assistant,
    /// An automation system.
    Automation,
    /// A fulfilment vendor.
    Vendor,
    /// Somebody by name.
    Person(PersonId),
}

impl Responsible {
    /// The five roles that need no name.
    pub const ROLES: [Self; 5] =
        [Self::Myself, Self::CoWorker, Self::Assistant, Self::Automation, Self::Vendor];
}

/// Somebody who can be responsible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name within the plan.
    pub id: PersonId,
    /// The name as it is written.
    pub name: Line,
}

/// Whether all that a step needs is there (A26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Readiness {
    /// Something is still to be prepared.
    #[default]
    ToPrepare,
    /// Nothing is missing.
    Ready,
}
