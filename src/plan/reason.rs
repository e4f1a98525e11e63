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
