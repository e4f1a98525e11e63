//! The pressure of a plan on one contact: how often they hear from it, what is too much, what leaves them forgotten
//! (C6, E9, F5).

mod period;

use std::collections::VecDeque;

use super::review::{CALLS_APART, MOST_IN_SEVEN_DAYS, is_long_way};
use super::touch::{Touch, touches};
use crate::plan::{Audience, Channel, PlanParts};
use crate::schedule::Schedule;
pub use period::{Period, Scale};

/// What one contact gets to feel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressure {
    /// Of which sequence; none where both count together (C6).
    pub audience: Option<Audience>,
    /// Every contact, in order of time; there is at least one.
    pub touches: Vec<Touch>,
    /// What is too much, in order of time.
    pub strains: Vec<Strain>,
    /// What leaves them forgotten, in order of time.
    pub silences: Vec<Silence>,
    /// Each channel that is used, against its limits.
    pub bands: Vec<Band>,
}

/// A contact that is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strain {
    /// The contact.
    pub touch: Touch,
    /// By which limit.
    pub cause: Cause,
}

/// Why a contact is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its channel was used so many calendar days before, and should rest longer (E9).
    TooSoon {
        /// Calendar days found.
        found: i64,
        /// Calendar days it should be at least.
        limit: i64,
    },
    /// So many calls in vain follow each other too closely (C6).
    Attempts {
        /// Working days between two of them.
        found: i64,
        /// Days it should be at least.
        limit: i64,
    },
    /// It is the one too many in seven days, all channels together (C6).
    Crowd,
}

/// A wait after which one is forgotten (E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The contact before it.
    pub after: Touch,
    /// The contact that ends it.
    pub until: Touch,
    /// How many calendar days it lasts.
    pub found: i64,
    /// How many it may last, by the channel of the contact before it.
    pub limit: i64,
}

/// A channel against its limits (E9, E10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The channel.
    pub channel: Channel,
    /// How often it is used.
    pub count: usize,
    /// The fewest calendar days between two contacts by it, and what is found.
    pub shortest: Held,
    /// The most calendar days from one to the next contact of any kind, and what is found.
    pub longest: Held,
}

/// A limit in calendar days with what is found; none where there is no limit, or nothing to be held against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The limit.
    pub limit: Option<i64>,
    /// The nearest to it, or the farthest beyond it.
    pub found: Option<i64>,
}

impl Pressure {
    /// What one contact gets to feel of a plan: both sequences together, or each by itself, as [`touches`] has them.
    /// A list without contacts is left out.
    pub fn of(plan: &PlanParts, schedule: &Schedule) -> Vec<Self> {
        let lists = touches(plan, schedule);
        let are_together = lists.len() == 1;
        let audiences = Audience::BOTH.into_iter();
        let named = audiences.map(|audience| (!are_together).then_some(audience)).zip(lists);
        let felt = named.filter(|(_, touches)| !touches.is_empty());
        felt.map(|(audience, touches)| Self::felt(plan, audience, touches)).collect()
    }

    fn felt(plan: &PlanParts, audience: Option<Audience>, touches: Vec<Touch>) -> Self {
        let mut strains: Vec<_> = too_soon(plan, &touches)
            .chain(close_attempts(plan, &touches))
            .chain(crowds(&touches).into_iter().map(|touch| Strain { touch, cause: Cause::Crowd }))
            .collect();
        strains.sort_by_key(|strain| strain.touch.date);
        let silences = silences(plan, &touches).collect();
        let bands =
            Channel::ALL.into_iter().filter_map(|channel| Band::of(plan, channel, &touches)).collect();
        Self { audience, strains, silences, bands, touches }
    }
}

impl Band {
    fn of(plan: &PlanParts, channel: Channel, touches: &[Touch]) -> Option<Self> {
        let count = touches.iter().filter(|touch| touch.channel == channel).count();
        let profile = plan.profile(channel);
        let limit = |days: u16| (days > 0).then_some(i64::from(days));
        let apart = repeated(touches).filter(|(_, later)| later.channel == channel);
        let waits = touches.windows(2).filter(|pair| pair[0].channel == channel);
        let shortest = apart.map(|(earlier, later)| days(earlier, later)).min();
        let longest = waits.map(|pair| days(pair[0], pair[1])).max();
        (count > 0).then_some(Self {
            channel,
            count,
            shortest: Held { limit: limit(profile.shortest), found: shortest },
            longest: Held { limit: limit(profile.longest), found: longest },
        })
    }
}

fn days(earlier: Touch, later: Touch) -> i64 {
    (later.date - earlier.date).num_days()
}

/// Each contact through a channel with the one before it through the same channel.
pub(super) fn repeated(touches: &[Touch]) -> impl Iterator<Item = (Touch, Touch)> {
    let mut last: Vec<Touch> = Vec::new();
    touches.iter().filter_map(move |touch| {
        match last.iter_mut().find(|earlier| earlier.channel == touch.channel) {
            Some(earlier) => Some((std::mem::replace(earlier, *touch), *touch)),
            None => {
                last.push(*touch);
                None
            }
        }
    })
}

/// Contacts that come before their channel has rested (E9), or calls on alternate days (C6).
fn too_soon(plan: &PlanParts, touches: &[Touch]) -> impl Iterator<Item = Strain> {
    repeated(touches).filter_map(|(earlier, later)| {
        let shortest = i64::from(plan.profile(later.channel).shortest);
        let limit = if later.channel == Channel::Phone { shortest.max(CALLS_APART) } else { shortest };
        let found = days(earlier, later);
        (found < limit).then_some(Strain { touch: later, cause: Cause::TooSoon { found, limit } })
    })
}

/// Calls in vain are noticed too (C6).
fn close_attempts(plan: &PlanParts, touches: &[Touch]) -> impl Iterator<Item = Strain> {
    touches.iter().filter(|touch| touch.channel == Channel::Phone).filter_map(|touch| {
        let attempts = plan.step(touch.step)?.attempts;
        let (found, limit) = (i64::from(attempts.gap()), CALLS_APART);
        let cause = Cause::Attempts { found, limit };
        (attempts.count() > 1 && found < limit).then_some(Strain { touch: *touch, cause })
    })
}

/// Of each crowd in seven days the contact that is one too many (C6). Answers to comments do not count.
pub(super) fn crowds(touches: &[Touch]) -> Vec<Touch> {
    let mut week: VecDeque<Touch> = VecDeque::new();
    let mut found = Vec::new();
    for touch in touches.iter().filter(|touch| touch.channel != Channel::Comments) {
        while week.front().is_some_and(|first| days(*first, *touch) >= 7) {
            week.pop_front();
        }
        week.push_back(*touch);
        if week.len() == MOST_IN_SEVEN_DAYS + 1 {
            found.push(*touch);
        }
    }
    found
}

/// Waits after which one is forgotten (E9). A pause that was asked for is none (D6).
pub(super) fn silences(plan: &PlanParts, touches: &[Touch]) -> impl Iterator<Item = Silence> {
    touches.windows(2).filter_map(|pair| {
        let [after, until] = pair else { return None };
        let found = days(*after, *until);
        let limit = i64::from(plan.profile(after.channel).longest);
        let is_asked_for = || plan.step(until.step).is_some_and(is_long_way);
        let silence = Silence { after: *after, until: *until, found, limit };
        (limit > 0 && found > limit && !is_asked_for()).then_some(silence)
    })
}

#[cfg(test)]
mod tests;
