//! Kinds of business, and how often their contacts bear to hear from them (E9, E10).
//!
//! Every number is a starting point (*ours*, after E1-E6 and E9): product, people and habits decide, so each can be
//! changed.

use crate::plan::{Amount, Channel, ChannelProfile, Edit, PlanParts};

/// A kind of business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trade {
    /// What is bought every day, at small prices.
    Everyday,
    /// Services and trades, mostly near.
    Services,
    /// Large deals between businesses.
    LargeDeals,
    /// Subscriptions, and regular customers.
    Regulars,
    /// Advice and courses, sold by trust.
    Advice,
}

/// Minutes, hundredths of money, attention, shortest and longest days, by channel.
type Row = (Channel, u16, u64, u8, u16, u16);

impl Trade {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Everyday, Self::Services, Self::LargeDeals, Self::Regulars, Self::Advice];

    /// The channels as they usually are in such a business, those that reach a contact.
    pub fn profiles(self) -> Vec<ChannelProfile> {
        let profile = |&(channel, minutes, hundredths, attention, shortest, longest): &Row| {
            let cost = Amount::from_hundredths(hundredths).unwrap_or_default();
            ChannelProfile { channel, minutes, cost, attention, shortest, longest }
        };
        self.rows().iter().map(profile).collect()
    }

    fn rows(self) -> &'static [Row; 6] {
        use Channel::{Comments, Email, InPerson, Letter, Phone, SocialChat};
        match self {
            // Daily e-mail is allowed here (E9), and one is forgotten soon.
            Self::Everyday => &[
                (Email, 2, 0, 1, 1, 14),
                (Phone, 8, 0, 4, 21, 60),
                (InPerson, 30, 500, 5, 30, 180),
                (Letter, 10, 100, 3, 30, 180),
                (SocialChat, 5, 0, 3, 1, 14),
                (Comments, 1, 0, 2, 0, 0),
            ],
            Self::Services => &[
                (Email, 5, 0, 1, 3, 30),
                (Phone, 15, 0, 4, 7, 21),
                (InPerson, 60, 1_000, 5, 21, 365),
                (Letter, 15, 150, 3, 30, 365),
                (SocialChat, 10, 0, 3, 2, 30),
                (Comments, 2, 0, 2, 0, 0),
            ],
            Self::LargeDeals => &[
                (Email, 15, 0, 1, 4, 28),
                (Phone, 30, 0, 4, 7, 21),
                (InPerson, 180, 10_000, 5, 30, 120),
                (Letter, 30, 500, 3, 30, 180),
                (SocialChat, 15, 0, 2, 4, 60),
                (Comments, 3, 0, 1, 0, 0),
            ],
            Self::Regulars => &[
                (Email, 3, 0, 1, 6, 31),
                (Phone, 10, 0, 4, 21, 92),
                (InPerson, 45, 1_000, 5, 90, 365),
                (Letter, 10, 200, 3, 60, 365),
                (SocialChat, 5, 0, 3, 2, 31),
                (Comments, 1, 0, 2, 0, 0),
            ],
            Self::Advice => &[
                (Email, 8, 0, 2, 3, 21),
                (Phone, 30, 0, 4, 10, 42),
                (InPerson, 90, 2_000, 5, 30, 365),
                (Letter, 20, 200, 3, 30, 180),
                (SocialChat, 10, 0, 3, 2, 21),
                (Comments, 3, 0, 2, 0, 0),
            ],
        }
    }

    /// The one change that takes these channels into a plan. Inside work stays as it is.
    pub fn taken(self, plan: &PlanParts) -> Edit {
        let inside = plan.profile(Channel::Internal);
        Edit::Profiles(self.profiles().into_iter().chain([inside]).collect())
    }

    /// The kind of business whose channels a plan has, as they are.
    pub fn of(plan: &PlanParts) -> Option<Self> {
        let is_taken = |trade: &Self| {
            trade.profiles().into_iter().all(|profile| plan.profile(profile.channel) == profile)
        };
        Self::ALL.into_iter().find(is_taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    #[test]
    fn every_kind_of_business_has_all_six_channels_within_their_limits() {
        for trade in Trade::ALL {
            let mut channels: Vec<_> = trade.profiles().iter().map(|profile| profile.channel).collect();
            assert!(trade.profiles().iter().all(ChannelProfile::is_sound), "{trade:?}");
            channels.sort_unstable();
            channels.dedup();
            assert_eq!(channels.len(), 6, "{trade:?}");
        }
    }

    #[test]
    fn everyday_products_allow_a_daily_e_mail_and_large_deals_do_not() {
        let shortest = |trade: Trade| {
            trade.profiles().into_iter().find(|it| it.channel == Channel::Email).unwrap().shortest
        };
        assert_eq!(shortest(Trade::Everyday), 1);
        assert!(shortest(Trade::LargeDeals) > 2);
    }

    #[test]
    fn a_plan_takes_a_kind_of_business_in_one_change_and_is_known_by_it() {
        let mut plan = Plan::blank();
        assert_eq!(Trade::of(&plan), None);
        for trade in Trade::ALL {
            let inside = ChannelProfile { minutes: 3, ..ChannelProfile::usual(Channel::Internal) };
            plan = plan.edited(Edit::Profile(inside)).unwrap();
            plan = plan.edited(trade.taken(&plan)).unwrap();
            assert_eq!(Trade::of(&plan), Some(trade));
            assert_eq!(plan.profile(Channel::Internal), inside);
        }
    }
}
