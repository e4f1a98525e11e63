//! The seven stages (A7-A27).

/// A page of the workshop, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Set the old aside, begin from the top (A7).
    FreshStart,
    /// The ideal experience before and after the purchase (A8-A12).
    Destination,
    /// The wishes along the way (A13-A21).
    Goals,
    /// Each goal by actions (A22-A24).
    By,
    /// Actions become dated steps (A25).
    Route,
    /// Content, people and tools (A26).
    Prepare,
    /// Start, measure, adjust (A27).
    Go,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::FreshStart, Self::Destination, Self::Goals, Self::By, Self::Route, Self::Prepare, Self::Go];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::FreshStart => "fresh-start",
            Self::Destination => "destination",
            Self::Goals => "goals",
            Self::By => "by",
            Self::Route => "route",
            Self::Prepare => "prepare",
            Self::Go => "go",
        }
    }

    /// The stage an address names.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.slug() == slug)
    }

    /// What stands at the top of its page.
    pub fn title(self) -> &'static str {
        match self {
            Self::FreshStart => "Fresh start",
            Self::Destination => "Destination",
            Self::Goals => "Goals",
            Self::By => "By…",
            Self::Route => "Map the route",
            Self::Prepare => "Prepare and build",
            Self::Go => "Go and measure",
        }
    }

    /// Its title where there is little room: what is always shown, and what can be left away.
    pub fn short_title(self) -> [&'static str; 2] {
        match self {
            Self::Prepare => ["Prepare", " and build"],
            Self::Go => ["Go", " and measure"],
            other => [other.title(), ""],
        }
    }

    /// What is written there, in one word, where the title does not say it.
    pub fn aside(self) -> Option<&'static str> {
        (self == Self::By).then_some("Actions")
    }

    /// The stage before, if any.
    pub fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|at| Self::ALL.get(at)).copied()
    }

    /// The stage after, if any.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stages_follow_each_other_and_their_addresses_read_back() {
        assert_eq!(Stage::FreshStart.previous(), None);
        assert_eq!(Stage::Go.next(), None);
        for pair in Stage::ALL.windows(2) {
            assert_eq!(pair[0].next(), Some(pair[1]));
            assert_eq!(pair[1].previous(), Some(pair[0]));
        }
        for stage in Stage::ALL {
            assert_eq!(stage.short_title().concat(), stage.title());
            assert_eq!(Stage::from_slug(stage.slug()), Some(stage));
        }
    }
}
