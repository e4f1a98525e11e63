//! When a step is due: how long to wait, from where, and which days suit (B4, C2).

use chrono::NaiveDate;

use super::{EventId, StepId};
use crate::calendar::WorkWeek;

/// A length of time: so many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// At most [`Span::MAX_LENGTH`].
    length: u16,
    unit: Unit,
}

impl Span {
    /// The longest span, in any unit.
    pub const MAX_LENGTH: u16 = 999;

    /// A checked span; `None` beyond [`Span::MAX_LENGTH`].
    pub fn new(length: u16, unit: Unit) -> Option<Self> {
        (length <= Self::MAX_LENGTH).then_some(Self { length, unit })
    }

    /// How many of the unit.
    pub fn length(self) -> u16 {
        self.length
    }

    /// In what it is counted.
    pub fn unit(self) -> Unit {
        self.unit
    }
}

/// Which way one counts from an anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Onwards in time.
    #[default]
    After,
    /// Back in time: only from what has a day of its own ([`Anchor::is_fixed`]), and never by nothing at all.
    Before,
}

/// How long to wait before a step, which way, and from where (B4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Delay {
    span: Span,
    direction: Direction,
    anchor: Anchor,
}

impl Delay {
    /// On the start date itself.
    pub const AT_START: Self = Self::usual(0, Anchor::Start);

    /// What a new step waits until said otherwise: three working days after the one before (*ours*).
    pub const USUAL: Self = Self::usual(3, Anchor::PreviousStep);

    const fn usual(length: u16, anchor: Anchor) -> Self {
        Self { span: Span { length, unit: Unit::WorkingDays }, direction: Direction::After, anchor }
    }

    /// A checked delay; `None` where it counts back from what one cannot count back from, or by nothing.
    pub fn new(span: Span, direction: Direction, anchor: Anchor) -> Option<Self> {
        let is_sound = direction == Direction::After || (anchor.is_fixed() && span.length > 0);
        is_sound.then_some(Self { span, direction, anchor })
    }

    /// So many of a unit after an anchor; `None` beyond [`Span::MAX_LENGTH`].
    pub fn after(length: u16, unit: Unit, anchor: Anchor) -> Option<Self> {
        Self::new(Span::new(length, unit)?, Direction::After, anchor)
    }

    /// So many of a unit before an anchor; `None` beyond [`Span::MAX_LENGTH`], or where one cannot count back.
    pub fn before(length: u16, unit: Unit, anchor: Anchor) -> Option<Self> {
        Self::new(Span::new(length, unit)?, Direction::Before, anchor)
    }

    /// How long.
    pub fn span(self) -> Span {
        self.span
    }

    /// How many of the unit.
    pub fn length(self) -> u16 {
        self.span.length
    }

    /// In what it is counted.
    pub fn unit(self) -> Unit {
        self.span.unit
    }

    /// Which way it is counted.
    pub fn direction(self) -> Direction {
        self.direction
    }

    /// From where it is counted.
    pub fn anchor(self) -> Anchor {
        self.anchor
    }

    /// The same wait from another anchor; onwards where one cannot count back from that.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        let direction = if anchor.is_fixed() { self.direction } else { Direction::After };
        Self { direction, anchor, ..self }
    }

    /// The wait where its own anchor is no longer there: the same after the previous step; none at all where it was
    /// counted back.
    pub(super) fn released(self) -> Self {
        let length = if self.direction == Direction::Before { 0 } else { self.span.length };
        Self { span: Span { length, ..self.span }, ..self }.anchored(Anchor::PreviousStep)
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

/// What days are where nobody says which: `30 days` (*ours*). Up to [`PlainDays::MOST_UNASKED`] of them are working days;
/// what more of them are is asked once, and holds for the whole plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlainDays {
    /// Days that are worked.
    Working,
    /// All days of the calendar.
    Calendar,
}

impl PlainDays {
    /// Both of them, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Working, Self::Calendar];

    /// So many are working days without a question: nobody says "10 days" and means a weekend in between.
    pub const MOST_UNASKED: u16 = 10;

    /// What such days are counted in.
    pub fn unit(self) -> Unit {
        match self {
            Self::Working => Unit::WorkingDays,
            Self::Calendar => Unit::CalendarDays,
        }
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
    /// The longest it may wait, counted from where the delay is and the same way, if there is a latest day. Between the
    /// two lies its tolerance.
    pub latest: Option<Span>,
    /// The weekdays that suit; all of them if none are named.
    pub weekdays: Option<WorkWeek>,
    /// What the days before a holiday are good for.
    pub eves: Eves,
}

impl Window {
    /// A window that ends no earlier than it begins, as far as that can be said without a calendar: in the unit of the
    /// delay.
    pub fn fits(self, delay: Delay) -> bool {
        self.latest.is_none_or(|latest| match delay.direction {
            _ if latest.unit != delay.span.unit => true,
            Direction::After => latest.length >= delay.span.length,
            Direction::Before => latest.length <= delay.span.length,
        })
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
