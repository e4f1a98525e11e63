//! The two audiences: everything before the first purchase, and everything after it (A8).

/// Whom a sequence addresses. There are exactly two: the focus changes at the first purchase (A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Before the first purchase: why do business with us, education, trust (A9).
    Prospect,
    /// After it: service, repeat purchase, referrals (A10).
    Customer,
}

impl Audience {
    /// Both, in the order of a contact's life.
    pub const BOTH: [Self; 2] = [Self::Prospect, Self::Customer];

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Prospect => Self::Customer,
            Self::Customer => Self::Prospect,
        }
    }
}

/// One value for each audience.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PerAudience<T> {
    /// For prospects.
    pub prospect: T,
    /// For customers.
    pub customer: T,
}

impl<T> PerAudience<T> {
    /// Makes each value from its audience.
    pub fn from_fn(mut make: impl FnMut(Audience) -> T) -> Self {
        Self { prospect: make(Audience::Prospect), customer: make(Audience::Customer) }
    }

    /// The value for `audience`.
    pub fn of(&self, audience: Audience) -> &T {
        match audience {
            Audience::Prospect => &self.prospect,
            Audience::Customer => &self.customer,
        }
    }

    /// The value for `audience`, to be changed.
    pub fn of_mut(&mut self, audience: Audience) -> &mut T {
        match audience {
            Audience::Prospect => &mut self.prospect,
            Audience::Customer => &mut self.customer,
        }
    }

    /// Both values with their audiences.
    pub fn iter(&self) -> impl Iterator<Item = (Audience, &T)> {
        Audience::BOTH.into_iter().map(|audience| (audience, self.of(audience)))
    }
}
