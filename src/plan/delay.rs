//! When a step is due: how long to wait, from where, and which days suit (B4, C2).

use chrono::NaiveDate;

use super::{EventId, StepId};
use crate::calendar::WorkWeek;

/// How long to wait before a step (B4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Delay {
    /// How many of the unit, at most [`Delay::MAX_COUNT`] either way; below zero it counts back.
    count: i16,
    /// In what it is counted.
    pub unit: Unit,
    /// From where it is counted.
    pub anchor: Anchor,
}

impl Delay {
    /// The longest delay, in any unit.
    pub const MAX_COUNT: i16 = 999;

    /// On the start date itself.
    pub const AT_START: Self = Self { count: 0, unit: Unit::WorkingDays, anchor: Anchor::Start };

    /// What a new step waits until said otherwise: three working days after the one before (*ours*).
    pub const USUAL: Self = Self { count: 3, unit: Unit::WorkingDays, anchor: Anchor::PreviousStep };

    /// A checked delay; `None` beyond [`Delay::MAX_COUNT`], or where it counts back from what it cannot
    /// ([`Anchor::is_fixed`]).
    pub fn new(count: i16, unit: Unit, anchor: Anchor) -> Option<Self> {
        let range = if anchor.is_fixed() { -Self::MAX_COUNT..=Self::MAX_COUNT } else { 0..=Self::MAX_COUNT };
        range.contains(&count).then_some(Self { count, unit, anchor })
    }

    /// How many of the unit; below zero it counts back.
    pub fn count(self) -> i16 {
        self.count
    }

    /// The same wait after the previous step, where its own anchor is no longer there.
    pub(super) fn released(self) -> Self {
        Self { count: self.count.max(0), anchor: Anchor::PreviousStep, ..self }
    }
}

/// What a delay is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Working days, exactly as the spreadsheet function WORKDAY (B11-B15).
    WorkingDays,
    /// Calendar days, then rolled to a working day.
    CalendarDays,
    /// Calendar days to the very day, worked or not.
    ExactDays,
    /// Weeks of seven calendar days, then rolled.
    Weeks,
    /// Calendar months, clamped to the month's end, then rolled.
    Months,
}

impl Unit {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::WorkingDays, Self::CalendarDays, Self::Weeks, Self::Months, Self::ExactDays];

    /// Whether a day off that the count leads to is left for a working day: the next one, or the one before where it
    /// is counted back.
    pub fn rolls(self) -> bool {
        matches!(self, Self::CalendarDays | Self::Weeks | Self::Months)
    }
}

/// From where a delay is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// From the previous step (B4, B6); from the start for the first one.
    PreviousStep,
    /// From the start of the run.
    Start,
    /// From another step, which stands above.
    Step(StepId),
    /// From a named event (B4): a renewal, a fair.
    Event(EventId),
    /// From a date.
    Date(NaiveDate),
}

impl Anchor {
    /// Whether its day is known whatever is done, so that one can count back from it.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Event(_) | Self::Date(_))
    }
}

/// Which of the days that a delay leads to suit a step (C2).
///
/// The delay gives the earliest day; of the days that suit, the first is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Window {
    /// How much longer than the delay it may wait, in the delay's unit; at most [`Window::MAX_TOLERANCE`]. Zero sets no
    /// latest day.
    tolerance: u16,
    /// The weekdays that suit; all of them if none are named.
    pub weekdays: Option<WorkWeek>,
    /// What the days before a holiday are good for.
    pub eves: Eves,
}

impl Window {
    /// The longest further wait, in any unit.
    pub const MAX_TOLERANCE: u16 = 999;

    /// A checked window; `None` beyond [`Window::MAX_TOLERANCE`].
    pub fn new(tolerance: u16, weekdays: Option<WorkWeek>, eves: Eves) -> Option<Self> {
        (tolerance <= Self::MAX_TOLERANCE).then_some(Self { tolerance, weekdays, eves })
    }

    /// How much longer than the delay it may wait; zero sets no latest day.
    pub fn tolerance(self) -> u16 {
        self.tolerance
    }

    /// The same window with another latest day.
    pub fn with_tolerance(self, tolerance: u16) -> Option<Self> {
        Self::new(tolerance, self.weekdays, self.eves)
    }

    /// Whether some days suit better than others.
    pub fn is_choosy(self) -> bool {
        self.weekdays.is_some() || self.eves == Eves::Avoided
    }
}

/// The last working days before a holiday, weekend between or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Eves {
    /// As good as any other.
    #[default]
    Taken,
    /// Not for this step: people are on their way out.
    Avoided,
}
