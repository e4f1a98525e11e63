//! What is said of the way a contact is led: decisions, offers, exits, channels (B5, C3, D6, E7).

use super::pace::is_long_way;
use super::{Desk, Detail, Note, Spot};
use crate::advice::stake::{DEAR_SHARE, EASY_SHARE, MONTH_OF_WORK, cost, share};
use crate::advice::word::words;
use crate::calendar::after_months;
use crate::plan::{Audience, Channel, Idea, Outcome, Responsible, Step};

/// Words of an offer that goes with what was bought (C3).
const OFFER_WORDS: [&str; 18] = [
    "offer",
    "offers",
    "offering",
    "accessory",
    "accessories",
    "upgrade",
    "upgrades",
    "add-on",
    "add-ons",
    "extra",
    "extras",
    "discount",
    "voucher",
    "cross-sell",
    "complementary",
    "recommend",
    "reorder",
    "renew",
];

/// Goals that are reached by offering more (A19).
const OFFER_IDEAS: [Idea; 5] =
    [Idea::Upgrades, Idea::LargerOrders, Idea::RepeatSales, Idea::BackEndSales, Idea::OrderFrequency];

impl Desk<'_> {
    pub(super) fn undecided_attempts(&self, note: Note<'_>) {
        for (_, sequence) in self.plan.sequences.iter() {
            let decided = |step: &Step| {
                sequence.steps.iter().any(|other| {
                    other
                        .only_after
                        .is_some_and(|branch| branch.step == step.id && branch.outcome.is_silence())
                })
            };
            for step in sequence.steps.iter().filter(|step| step.attempts.count() > 1) {
                if !decided(step) {
                    let times = step.attempts.count().into();
                    note(Spot::Step(step.id), Detail::Count { found: times, limit: times });
                }
            }
        }
    }

    pub(super) fn missing_cross_sell(&self, note: Note<'_>) {
        let steps = &self.plan.sequences.customer.steps;
        let start = self.plan.start(Audience::Customer);
        // A month that ends on days off may take a few days more.
        let by =
            start.and_then(|start| after_months(start, 1).ok()).map(|month| month + chrono::Days::new(7));
        let in_time = |at: usize| {
            let due = self.schedule.steps(Audience::Customer).get(at).and_then(|dated| dated.planned);
            by.is_none_or(|by| due.is_none_or(|due| due <= by))
        };
        let offers = |step: &Step| {
            let said = words(step.what.as_str());
            let goal = step.action.and_then(|id| self.plan.action(id)).and_then(|(goal, _)| goal.idea);
            said.iter().any(|word| OFFER_WORDS.contains(&word.plain.as_str()))
                || goal.is_some_and(|idea| OFFER_IDEAS.contains(&idea))
        };
        let has_offer = steps.iter().enumerate().any(|(at, step)| offers(step) && in_time(at));
        if !steps.is_empty() && !has_offer {
            note(Spot::Sequence(Audience::Customer), Detail::None);
        }
    }

    pub(super) fn missing_exit(&self, note: Note<'_>) {
        let steps = &self.plan.sequences.prospect.steps;
        if !steps.is_empty() && !steps.iter().any(is_long_way) {
            note(Spot::Sequence(Audience::Prospect), Detail::None);
        }
    }

    pub(super) fn dear_steps(&self, note: Note<'_>) {
        for step in self.plan.steps() {
            let Some(channel) = step.channel.filter(|channel| is_weighed(*channel)) else { continue };
            let is_by_hand = !matches!(step.who, Some(Responsible::Automation | Responsible::Vendor));
            let money = if is_by_hand {
                cost(self.plan, channel).money
            } else {
                self.plan.profile(channel).cost.hundredths()
            };
            if let Some(share) = share(self.plan, money).filter(|share| *share > DEAR_SHARE) {
                note(Spot::Step(step.id), Detail::Share { channel, share });
            }
        }
    }

    pub(super) fn faint_sequence(&self, note: Note<'_>) {
        let touches = self.touches_of(Audience::Prospect);
        let noticed = touches.iter().map(|touch| self.plan.profile(touch.channel).attention).max();
        let call = cost(self.plan, Channel::Phone);
        let contacts = self.plan.contacts_a_month.map_or(1, u64::from);
        let is_easy = share(self.plan, call.money).is_some_and(|share| share < EASY_SHARE);
        if noticed.is_some_and(|noticed| noticed <= 2) && is_easy && contacts * call.minutes <= MONTH_OF_WORK
        {
            note(Spot::Sequence(Audience::Prospect), Detail::None);
        }
    }
}

/// Inside work is no contact, answers to comments take seconds (E6), and what one e-mail takes is near none (E4).
fn is_weighed(channel: Channel) -> bool {
    !matches!(channel, Channel::Internal | Channel::Comments | Channel::Email)
}

/// The silence after a step: nobody was reached, or there was no answer (B5, C9).
pub(super) fn silence_of(step: &Step) -> Outcome {
    if step.channel == Some(Channel::Phone) { Outcome::NotReached } else { Outcome::NoReply }
}
