//! The aids: pages beside the seven stages that look at the plan as a whole.

/// A page that helps with the plan as a whole; none of them has to be visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aid {
    /// Sequences that others have found to work, to begin with (C1-C5).
    Recipes,
    /// Which channel suits what is at stake (D2, E1-E7).
    Channels,
    /// How often one contact hears from the plan (C6, E9, F5).
    Cadence,
    /// What somebody who knows follow-up would point at (F6).
    Review,
    /// From destination to date and back (F1).
    Traceability,
    /// What was spent and what came back (C8).
    Return,
    /// The plan for other programs (B10, F3).
    Files,
    /// The plan on paper (B9).
    Paper,
}

impl Aid {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Recipes,
        Self::Channels,
        Self::Cadence,
        Self::Review,
        Self::Traceability,
        Self::Return,
        Self::Files,
        Self::Paper,
    ];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Recipes => "recipes",
            Self::Channels => "channels",
            Self::Cadence => "cadence",
            Self::Review => "review",
            Self::Traceability => "traceability",
            Self::Return => "return",
            Self::Files => "files",
            Self::Paper => "paper",
        }
    }

    /// The aid an address names; addresses of earlier releases still lead there.
    pub fn from_slug(slug: &str) -> Option<Self> {
        let slug = match slug {
            "rhythm" => "cadence",
            "thread" => "traceability",
            slug => slug,
        };
        Self::ALL.into_iter().find(|aid| aid.slug() == slug)
    }

    /// What stands at the top of its page.
    pub fn title(self) -> &'static str {
        match self {
            Self::Recipes => "Recipes",
            Self::Channels => "Channels",
            Self::Cadence => "Cadence",
            Self::Review => "Review",
            Self::Traceability => "From goal to date",
            Self::Return => "What came back",
            Self::Files => "For other programs",
            Self::Paper => "On paper",
        }
    }

    /// What it answers, in a few words.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Recipes => "Begin a sequence from one that works",
            Self::Channels => "Call, write or visit: which pays, and how often each may be used",
            Self::Cadence => "Too much or too little: how often one contact hears from you",
            Self::Review => "What an experienced eye would look at again",
            Self::Traceability => "Which goal each date serves, and what is left over at either end",
            Self::Return => "What was spent, what it brought, and what to do about it",
            Self::Files => "A spreadsheet, a calendar, a table: the dated steps in the programs you have",
            Self::Paper => "Brief, wall calendar, cards, handouts, labels: seen before they are printed",
        }
    }
}
