//! Which channel suits what is at stake (D2, E1-E7, F7).

use super::stake::{Cost, DEAR_SHARE, MONTH_OF_WORK, at_stake, cost, share};
use crate::calendar::sort_by_number;
use crate::plan::{Channel, PlanParts};

/// What speaks for or against a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is worth its cost.
    Worth,
    /// There is nothing to weigh it against yet.
    NotWeighed,
    /// It would be, for fewer contacts (D2).
    TooManyContacts,
    /// It costs too much of what is at stake (E7).
    TooDear,
}

/// How a channel is used (D2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// By a person, for one contact.
    Personal,
    /// By a system, for all alike.
    Automatic,
}

/// What is to be said of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelAdvice {
    /// The channel.
    pub channel: Channel,
    /// Whether it suits.
    pub fit: Fit,
    /// How it is used best.
    pub manner: Manner,
    /// Minutes of work for one contact.
    pub minutes: u64,
    /// Cost of one contact in hundredths, work included.
    pub money: u64,
    /// That cost as a share of what is at stake, in thousandths, where that is known.
    pub share: Option<u64>,
    /// Minutes for all new contacts of a month, where their number is known.
    pub minutes_a_month: Option<u64>,
    /// Cost for all new contacts of a month, in hundredths.
    pub money_a_month: Option<u64>,
}

/// The six channels that reach a contact, the most suitable first: those worth their cost, the most noticed of them
/// first; then the others, the cheapest first. While nothing is known to be at stake, the cheapest are first.
pub fn rank_channels(plan: &PlanParts) -> Vec<ChannelAdvice> {
    let reaching = Channel::ALL.into_iter().filter(|channel| *channel != Channel::Internal);
    let mut ranked: Vec<_> = reaching.map(|channel| advise(plan, channel)).collect();
    let is_known = at_stake(plan).is_some();
    sort_by_number(&mut ranked, |advice| i64::try_from(advice.money).unwrap_or(i64::MAX));
    sort_by_number(&mut ranked, |advice| {
        let attention = plan.profile(advice.channel).attention;
        let noticed = if is_known && advice.fit == Fit::Worth { u8::MAX - attention } else { 0 };
        (i64::from(advice.fit as u8) << 8) + i64::from(noticed)
    });
    ranked
}

fn advise(plan: &PlanParts, channel: Channel) -> ChannelAdvice {
    let contacts = plan.contacts_a_month.map(u64::from);
    let by_hand = cost(plan, channel);
    let fit = |cost: Cost| match (share(plan, cost.money), contacts) {
        // Answering comments takes seconds and is always right (E6).
        (Some(_), _) if channel == Channel::Comments => Fit::Worth,
        (Some(share), _) if share > DEAR_SHARE => Fit::TooDear,
        (_, Some(contacts)) if channel != Channel::Comments && contacts * cost.minutes > MONTH_OF_WORK => {
            Fit::TooManyContacts
        }
        (Some(_), _) => Fit::Worth,
        (None, _) => Fit::NotWeighed,
    };
    // Only e-mail can be sent to all by a system at next to no cost (E4).
    let is_automatic =
        channel == Channel::Email && matches!(fit(by_hand), Fit::TooDear | Fit::TooManyContacts);
    let automatic = Cost { minutes: 0, money: plan.profile(channel).cost.hundredths() };
    let cost = if is_automatic { automatic } else { by_hand };
    ChannelAdvice {
        channel,
        fit: fit(cost),
        manner: if is_automatic { Manner::Automatic } else { Manner::Personal },
        minutes: cost.minutes,
        money: cost.money,
        share: share(plan, cost.money),
        minutes_a_month: contacts.map(|contacts| contacts * cost.minutes),
        money_a_month: contacts.map(|contacts| contacts.saturating_mul(cost.money)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Amount, Distance, Edit, Percent, Plan, Stakes};

    fn plan(deal: &str, chance: u8, contacts: u32, distance: Distance) -> Plan {
        let stakes = Stakes {
            chance: Percent::new(chance),
            hour_cost: Amount::parse("40").ok(),
            distance: Some(distance),
        };
        [
            Edit::DealValue(Amount::parse(deal).ok()),
            Edit::ContactsAMonth(Some(contacts)),
            Edit::Stakes(stakes),
        ]
        .into_iter()
        .fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn of(plan: &Plan, channel: Channel) -> ChannelAdvice {
        *rank_channels(plan).iter().find(|advice| advice.channel == channel).unwrap()
    }

    #[test]
    fn for_a_deal_of_100_000_even_a_flight_is_worth_it() {
        let plan = plan("100000", 20, 4, Distance::Far);
        let visit = of(&plan, Channel::InPerson);
        // 390 minutes at 40 an hour, 20 for a coffee, 300 for the way.
        assert_eq!((visit.fit, visit.minutes, visit.money), (Fit::Worth, 390, 58_000));
        assert_eq!(visit.share, Some(29));
        assert_eq!(rank_channels(&plan)[0].channel, Channel::InPerson);
        assert_eq!(of(&plan, Channel::Email).manner, Manner::Personal);
    }

    #[test]
    fn for_an_item_of_10_there_is_e_mail_by_a_system_and_never_a_visit() {
        let plan = plan("10", 20, 1_000, Distance::Near);
        let ranked = rank_channels(&plan);
        let worth: Vec<_> = ranked.iter().filter(|advice| advice.fit == Fit::Worth).collect();
        assert_eq!(
            worth.iter().map(|advice| advice.channel).collect::<Vec<_>>(),
            [Channel::Comments, Channel::Email]
        );
        assert_eq!((worth[1].manner, worth[1].minutes, worth[1].money), (Manner::Automatic, 0, 0));
        assert_eq!(ranked.last().unwrap().channel, Channel::InPerson);
        assert_eq!(of(&plan, Channel::InPerson).fit, Fit::TooDear);
    }

    #[test]
    fn what_is_worth_it_for_few_is_too_much_for_many() {
        let few = plan("5000", 20, 30, Distance::Near);
        let many = plan("5000", 20, 2_000, Distance::Near);
        assert_eq!(of(&few, Channel::Phone).fit, Fit::Worth);
        assert_eq!(of(&few, Channel::Phone).minutes_a_month, Some(450));
        assert_eq!(of(&few, Channel::Phone).money_a_month, Some(30_000));
        assert_eq!(of(&many, Channel::Phone).fit, Fit::TooManyContacts);
        assert_eq!(of(&many, Channel::Email).manner, Manner::Automatic);
    }

    #[test]
    fn while_nothing_is_known_the_cheapest_comes_first() {
        let ranked = rank_channels(&Plan::blank());
        assert_eq!(ranked[0].channel, Channel::Comments);
        assert!(ranked.is_sorted_by_key(|advice| advice.money));
        assert!(ranked.iter().all(|advice| advice.share.is_none() && advice.minutes_a_month.is_none()));
    }

    #[test]
    fn nothing_is_worth_it_before_there_is_something_to_weigh() {
        let is_open = |plan: &Plan| rank_channels(plan).iter().all(|advice| advice.fit == Fit::NotWeighed);
        assert!(is_open(&Plan::blank()));
        let deal = Edit::DealValue(Amount::parse("4800").ok());
        assert!(is_open(&Plan::blank().edited(deal).unwrap()), "a deal is not certain");
    }

    #[test]
    fn the_largest_numbers_are_weighed() {
        let plan = plan("999999999999.99", 100, u32::MAX, Distance::Far);
        assert_eq!(rank_channels(&plan).len(), 6);
    }
}
