//! What is at stake, against what a channel costs (D2, E7), and what an hour brings (A5).

use crate::plan::{Channel, ChannelProfile, Distance, PlanParts, Responsible, Step};

/// What an hour costs until it is said, in hundredths (*ours*).
pub const USUAL_HOUR_COST: u64 = 4_000;

/// Above this share of what is at stake, in thousandths, a channel is too dear (*ours*, after E7).
pub const DEAR_SHARE: u64 = 200;

/// Below this share, in thousandths, a channel is easily afforded (*ours*, after E7).
pub const EASY_SHARE: u64 = 20;

/// What one person can work in a month, in minutes (*ours*): contacts beyond that are many (D2).
pub const MONTH_OF_WORK: u64 = 160 * 60;

/// What a visit takes more where contacts are far: minutes, and hundredths of money for the way (*ours*, after E7).
const FAR: (u64, u64) = (300, 30_000);

/// What one contact through a channel takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Minutes of work.
    pub minutes: u64,
    /// Money, work included, in hundredths.
    pub money: u64,
}

/// What one contact through a channel costs, done by hand.
pub fn cost(plan: &PlanParts, channel: Channel) -> Cost {
    let ChannelProfile { minutes, cost, .. } = plan.profile(channel);
    let is_far = channel == Channel::InPerson && plan.stakes.distance == Some(Distance::Far);
    let (more_minutes, more_money) = if is_far { FAR } else { (0, 0) };
    let minutes = u64::from(minutes) + more_minutes;
    let hour = plan.stakes.hour_cost.map_or(USUAL_HOUR_COST, |cost| cost.hundredths());
    Cost { minutes, money: (minutes * hour).div_ceil(60) + cost.hundredths() + more_money }
}

/// What a contact is worth on average, in hundredths: the deal times its chance; none while either is not known (E7).
pub fn at_stake(plan: &PlanParts) -> Option<u64> {
    Some(plan.deal_value?.hundredths() * u64::from(plan.stakes.chance?.get()) / 100)
}

/// A cost as a share of what is at stake, in thousandths; none where nothing is known to be at stake.
pub fn share(plan: &PlanParts, money: u64) -> Option<u64> {
    Some(money.saturating_mul(1000) / at_stake(plan)?.max(1))
}

/// The minutes a step takes of the person who does it; none for what a system or a vendor does.
pub fn minutes(plan: &PlanParts, step: &Step) -> u64 {
    match (step.channel, step.who) {
        (_, Some(Responsible::Automation | Responsible::Vendor)) | (None, _) => 0,
        (Some(channel), _) => cost(plan, channel).minutes,
    }
}
