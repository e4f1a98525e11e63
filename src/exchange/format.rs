//! The files in which a plan leaves for another program.

/// A kind of file that other programs read (B10). What writes it stands in [`write`](super::write()); button, palette and
/// the table in the docs are made from this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Cells between commas (RFC 4180).
    Table,
}

/// What is to be known of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatFacts {
    /// Its name in requests.
    pub slug: &'static str,
    /// What it is called on the screen.
    pub name: &'static str,
    /// How names of its files end, after the dot.
    pub ending: &'static str,
    /// What browsers and mail call it.
    pub media_type: &'static str,
    /// What is in it, and what it is good for.
    pub holds: &'static str,
    /// What of the plan is not in it.
    pub loses: &'static str,
    /// Whether the steps of the people can be in it.
    pub takes_people: bool,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 1] = [Self::Table];

    /// What is to be known of it.
    pub const fn facts(self) -> FormatFacts {
        match self {
            Self::Table => FormatFacts {
                slug: "table",
                name: "Table",
                ending: "csv",
                media_type: "text/csv",
                holds: "One row a step, for any program that reads tables.",
                loses: "Goals and measures. Its dates do not go on counting.",
                takes_people: true,
            },
        }
    }

    /// The format of that name in requests.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.facts().slug == slug)
    }
}
