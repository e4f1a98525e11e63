//! The aids: pages beside the seven stages that look at the plan as a whole.

/// A page that helps with the plan as a whole; none of them has to be visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aid {
    /// Sequences that others have found to work, to begin with (C1-C5).
    Recipes,
    /// Which channel suits what is at stake (D2, E1-E7).
    Channels,
    /// How often one contact hears from the plan (C6, E9, F5).
    Rhythm,
    /// What somebody who knows follow-up would point at (F6).
    Review,
    /// From destination to date and back (F1).
    Thread,
    /// What was spent and what came back (C8).
    Return,
}

impl Aid {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::Recipes, Self::Channels, Self::Rhythm, Self::Review, Self::Thread, Self::Return];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Recipes => "recipes",
            Self::Channels => "channels",
            Self::Rhythm => "rhythm",
            Self::Review => "review",
            Self::Thread => "thread",
            Self::Return => "return",
        }
    }

    /// The aid an address names.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aid| aid.slug() == slug)
    }

    /// What stands at the top of its page.
    pub fn title(self) -> &'static str {
        match self {
            Self::Recipes => "Recipes",
            Self::Channels => "Channels",
            Self::Rhythm => "Rhythm",
            Self::Review => "Review",
            Self::Thread => "From goal to date",
            Self::Return => "What came back",
        }
    }

    /// What it answers, in a few words.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Recipes => "Begin a sequence from one that works",
            Self::Channels => "Call, write or visit: which pays, and how often each may be used",
            Self::Rhythm => "Too much or too little: how often one contact hears from you",
            Self::Review => "What an experienced eye would look at again",
            Self::Thread => "Which goal each date serves, and what is left over at either end",
            Self::Return => "What was spent, what it brought, and what to do about it",
        }
    }
}
