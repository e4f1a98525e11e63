//! The cadence of a plan on one contact: how often they hear from it, what is too much, what leaves them forgotten
//! (C6, E9, F5).

mod period;

use super::Rule;
use super::review::{Detail, Finding, Spot, cadence_findings};
use super::touchpoint::{Touchpoint, touchpoints};
use crate::calendar::sort_by_number;
use crate::calendar::{CalendarDays, WorkingDays};
use crate::plan::{Audience, Channel, Plan, PlanParts};
use crate::schedule::Schedule;
pub use period::{Period, Scale};

/// What one contact gets to feel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// Of which sequence; none where both count together (C6).
    pub audience: Option<Audience>,
    /// Every touchpoint, in order of time; there is at least one.
    pub touchpoints: Vec<Touchpoint>,
    /// What is too much, in order of time.
    pub strains: Vec<Strain>,
    /// What leaves them forgotten, in order of time.
    pub silences: Vec<Silence>,
    /// Each channel that is used, against its limits.
    pub bands: Vec<Band>,
}

/// A touchpoint that is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strain {
    /// The touchpoint.
    pub touchpoint: Touchpoint,
    /// By which limit.
    pub cause: Cause,
}

/// Why a touchpoint is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its channel was used so many calendar days before, and should rest longer (E9).
    TooSoon {
        /// Days found.
        found: CalendarDays,
        /// Days it should be at least.
        limit: CalendarDays,
    },
    /// So many calls in vain follow each other too closely (C6).
    Attempts {
        /// Days between two of them.
        found: WorkingDays,
        /// Days it should be at least.
        limit: WorkingDays,
    },
    /// It is the one too many in seven days, all channels together (C6).
    Crowd,
}

/// A wait after which one is forgotten (E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The contact before it.
    pub after: Touchpoint,
    /// The contact that ends it.
    pub until: Touchpoint,
    /// How long it lasts.
    pub found: CalendarDays,
    /// How long it may last, by the channel of the contact before it.
    pub limit: CalendarDays,
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

/// A limit with what is found; none where there is no limit, or nothing to be held against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The limit.
    pub limit: Option<CalendarDays>,
    /// The nearest to it, or the farthest beyond it.
    pub found: Option<CalendarDays>,
}

impl Cadence {
    /// What one contact gets to feel of a plan: both sequences together, or each by itself, as [`touchpoints`] has them.
    /// A list without touchpoints is left out.
    /// What is too much and what leaves them forgotten is what a review says of it.
    pub fn of(plan: &Plan, schedule: &Schedule) -> Vec<Self> {
        let findings = cadence_findings(plan, schedule);
        let lists = touchpoints(plan, schedule);
        let are_together = lists.len() == 1;
        let audiences = Audience::BOTH.into_iter();
        let named = audiences.map(|audience| (!are_together).then_some(audience)).zip(lists);
        let felt = named.filter(|(_, touchpoints)| !touchpoints.is_empty());
        felt.map(|(audience, touchpoints)| Self::felt(plan, audience, touchpoints, &findings)).collect()
    }

    fn felt(
        plan: &PlanParts,
        audience: Option<Audience>,
        touchpoints: Vec<Touchpoint>,
        findings: &[Finding],
    ) -> Self {
        let mut strains: Vec<_> =
            findings.iter().filter_map(|finding| strain(&touchpoints, finding)).collect();
        sort_by_number(&mut strains, |strain| strain.touchpoint.date.to_epoch_days().into());
        let mut silences: Vec<_> =
            findings.iter().filter_map(|finding| silence(&touchpoints, finding)).collect();
        sort_by_number(&mut silences, |silence| silence.until.date.to_epoch_days().into());
        let bands =
            Channel::ALL.into_iter().filter_map(|channel| Band::of(plan, channel, &touchpoints)).collect();
        Self { audience, strains, silences, bands, touchpoints }
    }
}

impl Band {
    fn of(plan: &PlanParts, channel: Channel, touchpoints: &[Touchpoint]) -> Option<Self> {
        let count = touchpoints.iter().filter(|touchpoint| touchpoint.channel == channel).count();
        let profile = plan.profile(channel);
        let limit = |days: u16| (days > 0).then_some(CalendarDays(days.into()));
        let apart = repeated(touchpoints).filter(|(_, later)| later.channel == channel);
        let waits = touchpoints.windows(2).filter(|pair| pair[0].channel == channel);
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

fn days(earlier: Touchpoint, later: Touchpoint) -> CalendarDays {
    CalendarDays::between(earlier.date, later.date)
}

/// Each contact through a channel with the one before it through the same channel.
fn repeated(touchpoints: &[Touchpoint]) -> impl Iterator<Item = (Touchpoint, Touchpoint)> {
    let mut last: Vec<Touchpoint> = Vec::new();
    touchpoints.iter().filter_map(move |touchpoint| {
        match last.iter_mut().find(|earlier| earlier.channel == touchpoint.channel) {
            Some(earlier) => Some((std::mem::replace(earlier, *touchpoint), *touchpoint)),
            None => {
                last.push(*touchpoint);
                None
            }
        }
    })
}

/// What a review says of a contact that is too much.
fn strain(touchpoints: &[Touchpoint], finding: &Finding) -> Option<Strain> {
    let Spot::Step(id) = finding.spot else { return None };
    let touchpoint = *touchpoints.iter().find(|touchpoint| touchpoint.step == id)?;
    let cause = match (finding.rule, &finding.detail) {
        (Rule::TooMany, _) => Cause::Crowd,
        (Rule::CallsTooClose, &Detail::Attempts { found, limit }) => Cause::Attempts { found, limit },
        (Rule::CallsTooClose | Rule::TooOften, &Detail::Days { found, limit, .. }) => {
            Cause::TooSoon { found, limit }
        }
        _ => return None,
    };
    Some(Strain { touchpoint, cause })
}

/// What a review says of a wait after which one is forgotten.
fn silence(touchpoints: &[Touchpoint], finding: &Finding) -> Option<Silence> {
    let (Rule::TooSeldom | Rule::SecondTouchpointLate, Spot::Step(id)) = (finding.rule, finding.spot) else {
        return None;
    };
    let Detail::Days { found, limit, .. } = finding.detail else { return None };
    let at = touchpoints.iter().position(|touchpoint| touchpoint.step == id)?;
    Some(Silence { after: *touchpoints.get(at.checked_sub(1)?)?, until: touchpoints[at], found, limit })
}

#[cfg(test)]
mod tests;
