//! What is said of the way a contact is led: decisions, offers, exits, channels (B5, C3, D6, E7).

use chrono::Days;

use super::{Detail, Examination, Note, Spot};
use crate::advice::spacing::is_long_way;
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

/// The attention of what is hardly noticed: e-mail, answers to comments (E4, E6).
const HARDLY_NOTICED: u8 = 2;

impl Examination<'_> {
    pub(super) fn undecided_attempts(&self, note: Note<'_>) {
        let forks = self.schedule.all().filter_map(|(_, facts)| facts.fork);
        let decided: Vec<_> = forks.filter(|fork| fork.outcome.is_silence()).map(|fork| fork.step).collect();
        for step in self.plan.steps().filter(|step| step.attempts.count() > 1) {
            if !decided.contains(&step.id) {
                let times = step.attempts.count().into();
                note(Spot::Step(step.id), Detail::Count { found: times, limit: times });
            }
        }
    }

    pub(super) fn missing_cross_sell(&self, note: Note<'_>) {
        let steps = &self.plan.sequences.customer.steps;
        let start = self.plan.start(Audience::Customer);
        // The month may be counted from the first steps instead of the start, or end on days off: a week more.
        let by = start.and_then(|start| after_months(start, 1).ok()).map(|month| month + Days::new(7));
        let offering: Vec<_> = self
            .plan
            .actions()
            .filter(|(goal, _)| goal.idea.is_some_and(|idea| OFFER_IDEAS.contains(&idea)))
            .map(|(_, action)| action.id)
            .collect();
        let offers = |step: &Step| {
            step.action.is_some_and(|action| offering.contains(&action))
                || words(step.what.as_str()).iter().any(|word| OFFER_WORDS.contains(&word.plain.as_str()))
        };
        let told = self.schedule.steps(Audience::Customer);
        let mut in_time = steps.iter().zip(told).filter(|(_, facts)| match (facts.baseline, by) {
            (Some(baseline), Some(by)) => baseline <= by,
            _ => true,
        });
        if is_outlined(steps) && !in_time.any(|(step, _)| offers(step)) {
            note(Spot::Sequence(Audience::Customer), Detail::None);
        }
    }

    pub(super) fn missing_exit(&self, note: Note<'_>) {
        let steps = &self.plan.sequences.prospect.steps;
        if is_outlined(steps) && !self.schedule.steps(Audience::Prospect).iter().any(is_long_way) {
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
        let steps = &self.plan.sequences.prospect.steps;
        let reaching = steps.iter().filter_map(|step| step.channel).filter(|it| *it != Channel::Internal);
        let noticed = reaching.map(|channel| self.plan.profile(channel).attention).max();
        let call = cost(self.plan, Channel::Phone);
        let contacts = self.plan.contacts_a_month.map_or(1, u64::from);
        let is_faint = noticed.is_some_and(|noticed| noticed <= HARDLY_NOTICED);
        let is_easy = share(self.plan, call.money).is_some_and(|share| share < EASY_SHARE);
        if is_outlined(steps) && is_faint && is_easy && contacts * call.minutes <= MONTH_OF_WORK {
            note(Spot::Sequence(Audience::Prospect), Detail::None);
        }
    }
}

/// Whether a sequence is far enough to be judged as a whole: one step is a beginning (*ours*).
fn is_outlined(steps: &[Step]) -> bool {
    steps.iter().filter(|step| !step.what.is_blank() || step.channel.is_some()).nth(1).is_some()
}

/// Inside work is no contact, answers to comments take seconds (E6), and what one e-mail takes is near none (E4).
fn is_weighed(channel: Channel) -> bool {
    !matches!(channel, Channel::Internal | Channel::Comments | Channel::Email)
}

/// The silence after a step: nobody was reached, or there was no answer (B5, C9).
pub(super) fn silence_of(step: &Step) -> Outcome {
    if step.channel == Some(Channel::Phone) { Outcome::NotReached } else { Outcome::NoReply }
}
