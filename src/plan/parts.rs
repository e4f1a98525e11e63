//! A plan's parts, and the check that makes them a plan.

use std::ops::Deref;

use chrono::NaiveDate;

use super::{
    Action, ActionId, Amount, Anchor, Audience, Benefit, Campaign, Channel, ChannelProfile, Closure,
    Currency, Dismissal, Event, EventId, Flaw, Goal, GoalId, Holiday, HolidaySet, Idea, Limit, Line,
    PerAudience, Person, PersonId, PlainDays, Prose, Reasons, Responsible, Run, Sequence, Stakes, Step,
    StepId, YearlyClosure,
};
use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek, sort_by_number};

/// A legal plan. Its parts are read through it ([`Deref`]) and changed only by [`Plan::edited`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan(PlanParts);

/// Everything a plan consists of, not yet checked against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanParts {
    /// Whose plan it is.
    pub origin: Origin,
    /// What the plan is called.
    pub name: Line,
    /// The business it is for.
    pub business: Line,
    /// What is sold.
    pub offer: Line,
    /// The typical value of a deal (E7).
    pub deal_value: Option<Amount>,
    /// The currency of every amount in the plan.
    pub currency: Currency,
    /// New contacts in a month (D2).
    pub contacts_a_month: Option<u32>,
    /// Why follow-up is started over (A3).
    pub reasons: Reasons,
    /// The ideal experience, before and after the purchase (A11).
    pub statements: PerAudience<Prose>,
    /// The wish list (A13); its order is the order in time within each audience (A16).
    pub goals: Vec<Goal>,
    /// The two sequences (A8).
    pub sequences: PerAudience<Sequence>,
    /// The plan's own time through each sequence.
    pub runs: PerAudience<Run>,
    /// The weekdays worked.
    pub work_week: WorkWeek,
    /// Other days off, in order of date, one a day (B13).
    pub holidays: Vec<Holiday>,
    /// Holidays of countries and parts of them, one set each.
    pub holiday_sets: Vec<HolidaySet>,
    /// Days in a row on which the business is closed or somebody away, in order of their first days.
    pub closures: Vec<Closure>,
    /// Days on which the business is closed every year, as they were added, none twice.
    pub yearly_closures: Vec<YearlyClosure>,
    /// Days worked although they are off otherwise, in order, one each.
    pub worked: Vec<NaiveDate>,
    /// What many plain days are, once that was asked (B4).
    pub plain_days: Option<PlainDays>,
    /// Events that steps can be counted from (B4).
    pub events: Vec<Event>,
    /// People who can be responsible (B7).
    pub people: Vec<Person>,
    /// When the plan is looked at anew (A3).
    pub review: Option<NaiveDate>,
    /// What the channels are weighed by (E7).
    pub stakes: Stakes,
    /// Channels that are not as usual, in order, one each (E10).
    pub profiles: Vec<ChannelProfile>,
    /// What was spent and came back (C8).
    pub campaign: Campaign,
    /// Findings that are left alone, in order of their names, one each.
    pub dismissals: Vec<Dismissal>,
}

/// Whose plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The owner's.
    Own,
    /// The example that comes with the app.
    Example,
}

impl Deref for Plan {
    type Target = PlanParts;

    fn deref(&self) -> &PlanParts {
        &self.0
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::blank()
    }
}

impl Plan {
    /// A blank plan: fresh start means from nothing (A7).
    pub fn blank() -> Self {
        Self(PlanParts {
            origin: Origin::Own,
            name: Line::default(),
            business: Line::default(),
            offer: Line::default(),
            deal_value: None,
            currency: Currency::USD,
            contacts_a_month: None,
            reasons: Reasons::default(),
            statements: PerAudience::default(),
            goals: Vec::new(),
            sequences: PerAudience::default(),
            runs: PerAudience::default(),
            work_week: WorkWeek::default(),
            holidays: Vec::new(),
            holiday_sets: Vec::new(),
            closures: Vec::new(),
            yearly_closures: Vec::new(),
            worked: Vec::new(),
            plain_days: None,
            events: Vec::new(),
            people: Vec::new(),
            review: None,
            stakes: Stakes::default(),
            profiles: Vec::new(),
            campaign: Campaign::default(),
            dismissals: Vec::new(),
        })
    }

    /// The parts, to be written out or worked on.
    pub fn into_parts(self) -> PlanParts {
        self.0
    }

    /// The largest number that anything in a plan may have where it comes from a file.
    pub const MAX_ID: u32 = 1_000_000_000;

    /// The number the next goal, action, step or person gets. It is free, and so are as many behind it as any change
    /// takes.
    pub fn next_id(&self) -> u32 {
        // More than any change takes.
        const ROOM: u32 = 10_000;
        let behind_all = self.highest_id().saturating_add(1);
        if behind_all <= Self::MAX_ID - ROOM {
            return behind_all;
        }
        // So near the end, what lies between numbers is used: a plan has too few of them to leave no such room.
        let mut ids: Vec<u32> = self.0.ids().collect();
        sort_by_number(&mut ids, |id| i64::from(*id));
        let mut free = 1_u32;
        for id in ids {
            if id.saturating_sub(free) >= ROOM {
                break;
            }
            free = free.max(id.saturating_add(1));
        }
        free
    }

    /// The largest number that anything in the plan has; 0 where nothing has one.
    pub fn highest_id(&self) -> u32 {
        self.0.ids().max().unwrap_or(0)
    }
}

impl PlanParts {
    /// Whether no amount is in it that a currency would belong to.
    pub fn has_no_money(&self) -> bool {
        self.deal_value.is_none()
            && self.stakes.hour_cost.is_none()
            && self.profiles.is_empty()
            && self.campaign == Campaign::default()
    }

    /// Makes a plan of the parts.
    ///
    /// # Errors
    /// The first [`Flaw`] found.
    pub fn checked(self) -> Result<Plan, Flaw> {
        let mut seen = Vec::new();
        for id in self.ids() {
            match seen.binary_search(&id) {
                Ok(_) => return Err(Flaw::IdUsedTwice(id)),
                Err(at) => seen.insert(at, id),
            }
        }
        for (limit, count) in self.counts() {
            if !limit.allows(count) {
                return Err(Flaw::TooMany(limit));
            }
        }
        for step in self.steps() {
            if step.action.is_some_and(|id| self.action(id).is_none()) {
                return Err(Flaw::UnknownAction(step.id));
            }
            if let Some(Responsible::Person(id)) = step.who
                && self.person(id).is_none()
            {
                return Err(Flaw::UnknownPerson(step.id));
            }
            if let Anchor::Event(id) = step.delay.anchor()
                && self.event(id).is_none()
            {
                return Err(Flaw::UnknownEvent(step.id));
            }
            if !step.window.fits(step.delay) {
                return Err(Flaw::LatestTooEarly(step.id));
            }
        }
        for (audience, sequence) in self.sequences.iter() {
            sequence.check_order()?;
            self.runs.of(audience).check(sequence)?;
        }
        self.check_days_off()?;
        for (at, profile) in self.profiles.iter().enumerate() {
            let is_ordered = self.profiles[..at].last().is_none_or(|before| before.channel < profile.channel);
            if !is_ordered || !profile.is_sound() {
                return Err(Flaw::Profile(profile.channel));
            }
        }
        if !self.dismissals.is_sorted_by(|a, b| a.finding < b.finding) {
            return Err(Flaw::DismissalsUnordered);
        }
        if let Some(date) = self.dates().find(|date| !(FIRST_DAY..=LAST_DAY).contains(date)) {
            return Err(Flaw::DateOutOfRange(date));
        }
        Ok(Plan(self))
    }

    /// The event of that name.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// Whether some step is counted from an event.
    pub fn counts_from(&self, event: EventId) -> bool {
        self.steps().any(|step| step.delay.anchor() == Anchor::Event(event))
    }

    /// The day a sequence starts: its own, or else the day the other one does, so that one date is enough (B1).
    pub fn start(&self, audience: Audience) -> Option<NaiveDate> {
        self.runs.of(audience).start.or(self.runs.of(audience.other()).start)
    }

    /// The goal of that name.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The goals of an audience, in order of time (A16).
    pub fn goals_for(&self, audience: Audience) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.audience == Some(audience))
    }

    /// The goal picked from an idea, if it was.
    pub fn goal_from(&self, idea: Idea) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.idea == Some(idea))
    }

    /// All actions with their goals, in the goals' order.
    pub fn actions(&self) -> impl Iterator<Item = (&Goal, &Action)> {
        self.goals.iter().flat_map(|goal| goal.actions.iter().map(move |action| (goal, action)))
    }

    /// The action of that name, with its goal.
    pub fn action(&self, id: ActionId) -> Option<(&Goal, &Action)> {
        self.actions().find(|(_, action)| action.id == id)
    }

    /// All steps of both sequences.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.sequences.iter().flat_map(|(_, sequence)| &sequence.steps)
    }

    /// Whose sequence a step stands in, and its number there, from 1 (B2).
    pub fn step_number(&self, id: StepId) -> Option<(Audience, usize)> {
        let number =
            |sequence: &Sequence| sequence.steps.iter().position(|step| step.id == id).map(|at| at + 1);
        self.sequences.iter().find_map(|(audience, sequence)| Some((audience, number(sequence)?)))
    }

    /// The step of that name.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps().find(|step| step.id == id)
    }

    /// Whether the way goes on differently by what comes of a step (B5).
    pub fn parts_at(&self, step: StepId) -> bool {
        self.steps().any(|other| other.belongs_to(step))
    }

    /// Whether a step carries the action out.
    pub fn is_on_route(&self, action: ActionId) -> bool {
        self.steps().any(|step| step.action == Some(action))
    }

    /// The person of that name.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// What a channel takes and bears in this plan (E10).
    pub fn profile(&self, channel: Channel) -> ChannelProfile {
        let own = self.profiles.iter().find(|profile| profile.channel == channel);
        own.copied().unwrap_or_else(|| ChannelProfile::usual(channel))
    }

    /// The share of goals that serve the contact first, as (serving, all) (A17).
    pub fn contact_goals(&self) -> (usize, usize) {
        (self.goals.iter().filter(|goal| goal.benefit == Benefit::Contact).count(), self.goals.len())
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = u32> {
        let goals = self.goals.iter().map(|goal| goal.id.0);
        let actions = self.actions().map(|(_, action)| action.id.0);
        let steps = self.steps().map(|step| step.id.0);
        let people = self.people.iter().map(|person| person.id.0);
        let leads = self.campaign.leads.iter().map(|lead| lead.id.0);
        let events = self.events.iter().map(|event| event.id.0);
        goals.chain(actions).chain(steps).chain(people).chain(events).chain(leads)
    }

    fn counts(&self) -> impl Iterator<Item = (Limit, usize)> {
        let actions = self.goals.iter().map(|goal| (Limit::Actions, goal.actions.len()));
        let steps = self.sequences.iter().map(|(_, sequence)| (Limit::Steps, sequence.steps.len()));
        [
            (Limit::Goals, self.goals.len()),
            (Limit::Holidays, self.holidays.len()),
            (Limit::People, self.people.len()),
            (Limit::HolidaySets, self.holiday_sets.len()),
            (Limit::Closures, self.closures.len()),
            (Limit::YearlyClosures, self.yearly_closures.len()),
            (Limit::Worked, self.worked.len()),
            (Limit::Events, self.events.len()),
            (Limit::Leads, self.campaign.leads.len()),
            (Limit::Dismissals, self.dismissals.len()),
        ]
        .into_iter()
        .chain(actions)
        .chain(steps)
        .chain(self.holiday_sets.iter().map(|set| (Limit::SetDays, set.days.len() + set.worked.len())))
    }

    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let measures = self.actions().filter_map(|(_, action)| action.measure.by);
        let starts = self.runs.iter().filter_map(|(_, run)| run.start);
        let marks = self.runs.iter().flat_map(|(_, run)| run.marks.iter().map(|mark| mark.on));
        let postponed = self.runs.iter().flat_map(|(_, run)| run.postponed.iter().map(|known| known.to));
        let anchors = self.steps().filter_map(|step| match step.delay.anchor() {
            Anchor::Date(date) => Some(date),
            _ => None,
        });
        let holidays = self.holidays.iter().chain(self.holiday_sets.iter().flat_map(|set| &set.days));
        let holidays = holidays.map(|holiday| holiday.date);
        let closures = self.closures.iter().flat_map(|closure| [closure.first, closure.last]);
        let events = self.events.iter().filter_map(|event| event.date);
        let days = measures
            .chain(starts)
            .chain(marks)
            .chain(postponed)
            .chain(anchors)
            .chain(holidays)
            .chain(closures);
        let worked = self.holiday_sets.iter().flat_map(|set| &set.worked).chain(&self.worked);
        days.chain(events).chain(worked.copied()).chain(self.review)
    }
}
