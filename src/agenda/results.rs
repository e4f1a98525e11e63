//! What came of it: replies, meetings and purchases, from how many, and for how much work (A27, C8).

use std::collections::BTreeMap;

use super::forecast::Forecasts;
use super::laid::Laid;
use super::rate::Rate;
use crate::calendar::sort_by;
use crate::plan::{Audience, Channel, Fate, Outcome, PlanParts, StepId};
use crate::roster::{Contact, Enrolment, Exit, Fact, VersionId};

/// A step that something came of, with the version it stood in where it has left the plan since.
pub type StepTold = (Audience, StepId, Option<VersionId>);

/// What came of all that was done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Of each sequence.
    pub sequences: BTreeMap<Audience, Tally>,
    /// How many of each are under way, and how many ended otherwise.
    pub ends: BTreeMap<Audience, Ends>,
    /// Of each step, also of those that have left the plan since: then with the version they stood in.
    pub steps: BTreeMap<StepTold, Tally>,
    /// Of each channel.
    pub channels: BTreeMap<Channel, Tally>,
    /// Of each group of contacts, by its name without spaces around it; blank for those in none.
    pub segments: BTreeMap<String, Tally>,
}

/// What came of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// From how many: times through a sequence that have begun, or times a step was done.
    pub of: u32,
    /// Those that brought a reply, or more.
    pub replied: u32,
    /// Those that brought a meeting.
    pub met: u32,
    /// Those that brought a purchase.
    pub bought: u32,
    /// Minutes that were spent (E1-E6).
    pub minutes: u64,
    /// What was bought for, in hundredths (C8).
    pub revenue: u64,
}

/// How times through a sequence stand that brought nothing, or not yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// They go on, or are on hold.
    pub under_way: u32,
    /// Until another day (D6).
    pub not_now: u32,
    /// Lost, or the wrong person.
    pub lost: u32,
    /// They want to hear nothing more.
    pub opted_out: u32,
    /// All steps are over, and nothing else ended it.
    pub finished: u32,
}

impl Ends {
    fn add(&mut self, exit: Option<Exit>) {
        match exit {
            None => self.under_way += 1,
            Some(Exit::NotNow(_)) => self.not_now += 1,
            Some(Exit::Lost | Exit::WrongPerson) => self.lost += 1,
            Some(Exit::OptedOut) => self.opted_out += 1,
            Some(Exit::Finished) => self.finished += 1,
            Some(Exit::Bought(_) | Exit::Replied | Exit::Met | Exit::Merged) => {}
        }
    }
}

impl Tally {
    /// The share that brought a reply, or more.
    pub fn replies(self) -> Rate {
        Rate { came: self.replied, of: self.of }
    }

    /// The share that brought a meeting.
    pub fn meetings(self) -> Rate {
        Rate { came: self.met, of: self.of }
    }

    /// The share that brought a purchase.
    pub fn purchases(self) -> Rate {
        Rate { came: self.bought, of: self.of }
    }

    fn add(&mut self, came: Came, minutes: u64) {
        self.of += 1;
        self.replied += u32::from(came.replied);
        self.met += u32::from(came.met);
        self.bought += u32::from(came.bought);
        self.minutes += minutes;
        self.revenue += came.revenue;
    }
}

/// What one time, or one step of it, brought.
#[derive(Clone, Copy, Debug, Default)]
struct Came {
    replied: bool,
    met: bool,
    bought: bool,
    revenue: u64,
}

impl Came {
    fn of_outcome(outcome: Option<Outcome>, channel: Option<Channel>) -> Self {
        let replied = matches!(outcome, Some(Outcome::Replied | Outcome::Reached));
        let met = outcome == Some(Outcome::Reached) && channel == Some(Channel::InPerson);
        let bought = outcome == Some(Outcome::Bought);
        Self { replied: replied || bought, met, bought, revenue: 0 }
    }

    fn of_exit(exit: Option<Exit>) -> Self {
        let amount = match exit {
            Some(Exit::Bought(amount)) => amount.map_or(0, crate::plan::Amount::hundredths),
            _ => 0,
        };
        let bought = matches!(exit, Some(Exit::Bought(_)));
        let met = exit == Some(Exit::Met);
        Self { replied: exit == Some(Exit::Replied) || met || bought, met, bought, revenue: amount }
    }

    fn and(self, other: Self) -> Self {
        Self {
            replied: self.replied || other.replied,
            met: self.met || other.met,
            bought: self.bought || other.bought,
            revenue: self.revenue + other.revenue,
        }
    }
}

/// What came of all that was done. A step brings what its own outcome says; what ended a time through the sequence is
/// counted for the last step that was done before it.
pub fn results(forecasts: &Forecasts) -> Results {
    let mut results = Results::default();
    for contact in forecasts.roster().contacts() {
        for enrolment in &contact.enrolments {
            let is_double = enrolment.end.is_some_and(|end| end.exit == Exit::Merged);
            if is_double || enrolment.start > forecasts.today {
                continue;
            }
            results.add(forecasts, contact, enrolment);
        }
    }
    results
}

impl Results {
    /// The steps as they stand in the plan, those that have left it last.
    pub fn steps_in_order(&self, plan: &PlanParts) -> Vec<(StepTold, Tally)> {
        let mut found: Vec<_> = self.steps.iter().map(|(step, tally)| (*step, *tally)).collect();
        let key = |((audience, step, version), _): &(StepTold, Tally)| {
            let steps = &plan.sequences.of(*audience).steps;
            let place = steps.iter().position(|known| known.id == *step);
            (*audience, version.is_some(), place, *step)
        };
        sort_by(&mut found, |one, other| key(one).cmp(&key(other)));
        found
    }

    fn add(&mut self, forecasts: &Forecasts, contact: &Contact, enrolment: &Enrolment) {
        let laid = forecasts.frame.laid.for_enrolment(enrolment);
        let exit = Came::of_exit(enrolment.end.map(|end| end.exit));
        let deciding = last_done(enrolment).map(|fact| fact.step);
        let (mut all, mut minutes) = (exit, 0);
        for fact in &enrolment.facts {
            let Some((_, fate)) = fact.mark else { continue };
            let Some((channel, each)) = entry(laid, fact.step) else { continue };
            let Fate::Done(outcome) = fate else {
                minutes += if let Fate::Tried(times) = fate { each * u64::from(times) } else { 0 };
                continue;
            };
            minutes += each;
            let own = Came::of_outcome(outcome, channel);
            all = all.and(own);
            let came = if deciding == Some(fact.step) { own.and(exit) } else { own };
            let gone = forecasts.version_if_gone(enrolment, fact.step);
            self.steps.entry((enrolment.audience, fact.step, gone)).or_default().add(came, each);
            if let Some(channel) = channel {
                self.channels.entry(channel).or_default().add(came, each);
            }
        }
        self.ends.entry(enrolment.audience).or_default().add(enrolment.end.map(|end| end.exit));
        self.sequences.entry(enrolment.audience).or_default().add(all, minutes);
        let segment = contact.segment.as_str().trim().to_owned();
        self.segments.entry(segment).or_default().add(all, minutes);
    }
}

fn entry(laid: &Laid, step: StepId) -> Option<(Option<Channel>, u64)> {
    let entry = laid.steps.get(laid.place(step)?)?;
    Some((entry.channel, entry.minutes.into()))
}

/// The step that was done last, before the end.
fn last_done(enrolment: &Enrolment) -> Option<&Fact> {
    let end = enrolment.end?;
    let day = |fact: &Fact| match fact.mark {
        Some((on, Fate::Done(_))) if on <= end.on => Some(on),
        _ => None,
    };
    enrolment.facts.iter().filter(|fact| day(fact).is_some()).max_by_key(|fact| day(fact))
}

impl Forecasts {
    /// The version in which a step stood that has left the plan.
    fn version_if_gone(&self, enrolment: &Enrolment, step: StepId) -> Option<VersionId> {
        let version = self.roster().version(enrolment.version?)?;
        version.gone.contains(&step).then_some(version.id)
    }
}
