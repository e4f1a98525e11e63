//! Why follow-up is started over (A3).

/// A reason to set the old sequences aside and begin from the top (A3, A7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// New tools.
    NewTools,
    /// Better knowledge of the customers.
    CustomerKnowledge,
    /// A changed product line.
    NewProducts,
    /// New know-how.
    NewKnowHow,
    /// Simply age.
    Age,
}

impl Reason {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::NewTools, Self::CustomerKnowledge, Self::NewProducts, Self::NewKnowHow, Self::Age];
}

/// A set of reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reasons(u8);

impl Reasons {
    /// Whether a reason applies.
    pub fn contains(self, reason: Reason) -> bool {
        self.0 & reason.bit() != 0
    }

    /// No reason applies.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that apply, in the order they are offered.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |reason| self.contains(*reason))
    }

    pub(super) fn set(&mut self, reason: Reason, applies: bool) {
        if applies { self.0 |= reason.bit() } else { self.0 &= !reason.bit() }
    }
}

impl Reason {
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl FromIterator<Reason> for Reasons {
    fn from_iter<I: IntoIterator<Item = Reason>>(reasons: I) -> Self {
        Self(reasons.into_iter().fold(0, |bits, reason| bits | reason.bit()))
    }
}
