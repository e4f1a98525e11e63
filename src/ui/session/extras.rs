//! What is printed.

use crate::plan::{Audience, Responsible};

/// Something that is printed only when it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// What the plan is about: destinations, goals, actions, measures.
    Cover,
    /// How often one contact hears from the plan (F5).
    Cadence,
    /// From goals to dates (F1).
    Traceability,
    /// Why each date is that one (F2).
    Reasons,
    /// Lines for real dates (F9).
    Strips,
}

impl Extra {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Cover, Self::Cadence, Self::Traceability, Self::Reasons, Self::Strips];
}

/// What is printed besides the dated steps, and whether a poster is printed instead of all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras {
    wanted: u8,
    /// The sequence of which a poster is wanted.
    pub poster: Option<Audience>,
    /// The list of what is to be done is wanted in place of the plan: of everybody, or of what one does.
    pub list: Option<Option<Responsible>>,
}

impl Extras {
    /// Whether it is wanted.
    pub fn has(self, extra: Extra) -> bool {
        self.wanted & (1 << extra as u8) != 0
    }

    /// Says whether it is wanted.
    pub fn want(&mut self, extra: Extra, is_wanted: bool) {
        let bit = 1 << extra as u8;
        self.wanted = if is_wanted { self.wanted | bit } else { self.wanted & !bit };
    }
}
