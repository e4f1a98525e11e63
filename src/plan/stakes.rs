//! What is at stake, and what the channels take and bear (E1-E10).

use std::num::NonZeroU8;

use super::{Amount, Channel};

/// What a contact is worth and what an hour costs: by these the channels are weighed (D2, E7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stakes {
    /// How many of a hundred contacts buy.
    pub chance: Option<Percent>,
    /// What an hour of work costs.
    pub hour_cost: Option<Amount>,
    /// How far away the contacts are.
    pub distance: Option<Distance>,
}

/// 1 to 100 of a hundred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(NonZeroU8);

impl Percent {
    /// A checked share; `None` for 0 and above 100.
    pub fn new(percent: u8) -> Option<Self> {
        NonZeroU8::new(percent).filter(|percent| percent.get() <= 100).map(Self)
    }

    /// Of a hundred.
    pub fn get(self) -> u8 {
        self.0.get()
    }
}

/// How far away the contacts are: whether a visit is near at hand (E1, E2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distance {
    /// In the same town or region.
    Near,
    /// Too far to drop by.
    Far,
}

impl Distance {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Near, Self::Far];
}

/// What one contact through a channel takes, and how often the channel bears it (E1-E6, E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChannelProfile {
    /// The channel.
    pub channel: Channel,
    /// Minutes of somebody's time.
    pub minutes: u16,
    /// Money besides, such as postage or travel.
    pub cost: Amount,
    /// How much it is noticed, 1 to [`ChannelProfile::MOST_ATTENTION`].
    pub attention: u8,
    /// The fewest calendar days between two contacts: sooner annoys. Zero where there is no such limit.
    pub shortest: u16,
    /// The most calendar days until the next contact: later, one is forgotten. Zero where there is no such limit.
    pub longest: u16,
}

impl ChannelProfile {
    /// The most minutes for one contact: a week of work.
    pub const MAX_MINUTES: u16 = 2400;
    /// The most calendar days of a limit: ten years.
    pub const MAX_DAYS: u16 = 3660;
    /// A visit.
    pub const MOST_ATTENTION: u8 = 5;

    /// What is usual: starting points (*ours*, after E1-E6 and E9), to be changed per plan (E10).
    pub fn usual(channel: Channel) -> Self {
        let (minutes, hundredths, attention, shortest, longest) = match channel {
            Channel::InPerson => (90, 2_000, 5, 30, 365),
            Channel::Phone => (15, 0, 4, 7, 21),
            Channel::Letter => (20, 200, 3, 14, 180),
            Channel::Email => (5, 0, 1, 2, 35),
            Channel::SocialChat => (10, 0, 3, 1, 35),
            Channel::Comments => (1, 0, 2, 0, 0),
            Channel::Internal => (10, 0, 1, 0, 0),
        };
        let cost = Amount::from_hundredths(hundredths).unwrap_or_default();
        Self { channel, minutes, cost, attention, shortest, longest }
    }

    /// Whether every number is within its limits.
    pub fn is_sound(&self) -> bool {
        self.minutes <= Self::MAX_MINUTES
            && (1..=Self::MOST_ATTENTION).contains(&self.attention)
            && self.shortest <= Self::MAX_DAYS
            && self.longest <= Self::MAX_DAYS
            && (self.longest == 0 || self.shortest <= self.longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_one_to_a_hundred() {
        assert_eq!(Percent::new(0), None);
        assert_eq!(Percent::new(101), None);
        assert_eq!(Percent::new(100).map(Percent::get), Some(100));
    }

    #[test]
    fn what_is_usual_is_sound() {
        for channel in Channel::ALL {
            assert!(ChannelProfile::usual(channel).is_sound(), "{channel:?}");
        }
    }

    #[test]
    fn limits_that_cross_are_not_sound() {
        let phone = ChannelProfile::usual(Channel::Phone);
        assert!(!ChannelProfile { shortest: 22, ..phone }.is_sound());
        assert!(ChannelProfile { shortest: 22, longest: 0, ..phone }.is_sound());
        assert!(!ChannelProfile { attention: 0, ..phone }.is_sound());
        assert!(!ChannelProfile { attention: 6, ..phone }.is_sound());
        assert!(!ChannelProfile { minutes: 2401, ..phone }.is_sound());
    }
}
