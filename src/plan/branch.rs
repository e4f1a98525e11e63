//! Where the way parts (B5): outcomes of a step, and how often it is tried.

use super::StepId;

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The person was reached.
    Reached,
    /// Nobody was reached, however often it was tried (B5).
    NotReached,
    /// There was an answer.
    Replied,
    /// There was no answer, which is no refusal (C9).
    NoReply,
    /// They bought.
    Bought,
    /// Not now: next month, quarter or year (D6).
    NotNow,
    /// They do not want to hear more.
    Declined,
}

impl Outcome {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Reached,
        Self::NotReached,
        Self::Replied,
        Self::NoReply,
        Self::Bought,
        Self::NotNow,
        Self::Declined,
    ];

    /// Whether one knows it only when the last attempt is over.
    pub fn is_silence(self) -> bool {
        matches!(self, Self::NotReached | Self::NoReply)
    }
}

/// The outcome that a step belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Branch {
    /// The step where the way parts; it stands above.
    pub step: StepId,
    /// The outcome after which this way is taken.
    pub outcome: Outcome,
}

/// How often a step is tried, and how long one waits between two attempts (B5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Attempts {
    /// 1 to [`Attempts::MAX_COUNT`].
    count: u8,
    /// Working days from one to the next, 1 to [`Attempts::MAX_GAP`].
    gap: u16,
}

impl Default for Attempts {
    fn default() -> Self {
        Self::ONCE
    }
}

impl Attempts {
    /// Once, as most steps are.
    pub const ONCE: Self = Self { count: 1, gap: 1 };

    /// The most attempts.
    pub const MAX_COUNT: u8 = 9;

    /// The longest gap, in working days.
    pub const MAX_GAP: u16 = 999;

    /// Checked attempts; `None` outside the limits.
    pub fn new(count: u8, gap: u16) -> Option<Self> {
        let fits = (1..=Self::MAX_COUNT).contains(&count) && (1..=Self::MAX_GAP).contains(&gap);
        fits.then_some(Self { count, gap })
    }

    /// How often at most.
    pub fn count(self) -> u8 {
        self.count
    }

    /// Working days from one to the next.
    pub fn gap(self) -> u16 {
        self.gap
    }
}
