//! How much of everything a roster holds.

/// What a roster can hold only so much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RosterLimit {
    /// Contacts.
    Contacts,
    /// Times through the sequences of one contact.
    Enrolments,
    /// Touchpoints of one contact outside the plan.
    Touchpoints,
    /// Pauses of one enrolment.
    Pauses,
    /// Absences of one person.
    Absences,
    /// Countries whose holidays are kept.
    Countries,
    /// Versions of the sequences that somebody runs on.
    Versions,
}

impl RosterLimit {
    /// The largest number allowed.
    pub fn max(self) -> usize {
        match self {
            Self::Contacts => 20_000,
            Self::Enrolments => 100,
            Self::Touchpoints => 500,
            Self::Pauses => 50,
            Self::Absences => 200,
            Self::Countries => 40,
            Self::Versions => 100,
        }
    }

    pub(super) fn allows(self, count: usize) -> bool {
        count <= self.max()
    }
}
