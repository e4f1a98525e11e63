//! The one way in for changes.

mod advised;

mod branches;

mod goals;

mod steps;

use chrono::NaiveDate;

use super::{
    Action, ActionId, Amount, Anchor, Attempts, Audience, Benefit, Branch, Channel, ChannelProfile, Closure,
    Currency, Delay, Direction, Dismissal, Event, EventId, Fate, Flaw, GoalId, Holiday, HolidaySet, Idea,
    LeadId, Line, Mark, Measure, Origin, Outcome, Person, PersonId, PlainDays, Plan, PlanParts, Prose,
    Readiness, Reason, Responsible, Span, Stakes, Step, StepId, Window, YearlyClosure,
};
use crate::calendar::WorkWeek;

/// A change to a plan. The screen, undo and import all speak it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Makes the example the owner's own plan.
    Adopt,
    /// What the plan is called.
    Name(Line),
    /// The business it is for.
    Business(Line),
    /// What is sold.
    Offer(Line),
    /// The typical value of a deal.
    DealValue(Option<Amount>),
    /// The currency of amounts.
    Currency(Currency),
    /// New contacts in a month.
    ContactsAMonth(Option<u32>),
    /// Whether a reason to start over applies (A3).
    Reason(Reason, bool),
    /// The event that sets a sequence off (B1).
    Trigger(Audience, Line),
    /// The day a sequence starts (B1).
    Start(Audience, Option<NaiveDate>),
    /// The ideal experience (A11).
    Statement(Audience, Prose),
    /// A goal in the owner's words, at the end of the list (A13).
    AddGoal(Line),
    /// A goal from an idea (A19), not yet sorted. Picking one that is there changes nothing.
    PickIdea(Idea),
    /// Changes one goal.
    Goal(GoalId, GoalEdit),
    /// Sorts every goal that has no audience where its idea usually belongs; own goals stay as they are.
    SortByIdea,
    /// An action at the end of a goal's list (A22).
    AddAction(GoalId, Line),
    /// Changes one action.
    Action(ActionId, ActionEdit),
    /// A blank step before another, or at the end.
    AddStep {
        /// The sequence it joins.
        audience: Audience,
        /// The step it stands before; the end if none.
        before: Option<StepId>,
    },
    /// An action becomes a step at the end of a sequence (A25).
    AddStepFor(Audience, ActionId),
    /// Changes one step.
    Step(StepId, StepEdit),
    /// Whole steps at once, before another or at the end; their ids are new to the plan, from
    /// [`Plan::next_id`] on.
    InsertSteps {
        /// The sequence they join.
        audience: Audience,
        /// The step they stand before; the end if none.
        before: Option<StepId>,
        /// The steps, in order.
        steps: Vec<Step>,
    },
    /// The weekdays worked.
    WorkWeek(WorkWeek),
    /// A day off; one already there on that day takes the new name.
    AddHoliday(Holiday),
    /// Takes a day off away.
    RemoveHoliday(NaiveDate),
    /// The holidays of a country or a part of it; a set of the same code gives way.
    TakeHolidays(HolidaySet),
    /// Takes a set of holidays away, by its code.
    DropHolidays(Line),
    /// Days in a row that are off, for all or for one.
    AddClosure(Closure),
    /// Takes such days away.
    RemoveClosure(Closure),
    /// A day or days in a row that are off every year; the same again changes nothing.
    AddYearlyClosure(YearlyClosure),
    /// Takes such days away.
    RemoveYearlyClosure(YearlyClosure),
    /// Whether a day is worked although it is off otherwise.
    Worked(NaiveDate, bool),
    /// What many plain days are (B4).
    PlainDays(PlainDays),
    /// An event that steps can be counted from (B4).
    AddEvent(Line),
    /// An event that a step is counted from at once (B4).
    AddEventFor {
        /// The step.
        step: StepId,
        /// What the event is called.
        name: Line,
        /// How long the wait is.
        span: Span,
        /// Which way it is counted.
        direction: Direction,
        /// Which days suit.
        window: Window,
    },
    /// Changes one event.
    Event(EventId, EventEdit),
    /// What became of a step, and when.
    Mark(StepId, NaiveDate, Fate),
    /// A step is open again.
    Unmark(StepId),
    /// Another day for an open step; none for the one that is counted.
    Postpone(StepId, Option<NaiveDate>),
    /// Somebody who can be responsible.
    AddPerson(Line),
    /// Another name for a person.
    RenamePerson(PersonId, Line),
    /// Takes a person away; their steps have nobody until somebody is chosen.
    RemovePerson(PersonId),
    /// When the plan is looked at anew.
    Review(Option<NaiveDate>),
    /// What the channels are weighed by (E7).
    Stakes(Stakes),
    /// What a channel takes and bears (E10).
    Profile(ChannelProfile),
    /// What all channels take and bear: those not named are as usual.
    Profiles(Vec<ChannelProfile>),
    /// What was spent (C8).
    Spend(Option<Amount>),
    /// What came back besides that of the leads (C8).
    Revenue(Option<Amount>),
    /// One more lead.
    AddLead(Line),
    /// Changes one lead.
    Lead(LeadId, LeadEdit),
    /// Leaves a finding alone; one already left alone takes the new reason.
    Dismiss(Dismissal),
    /// A finding is looked at again.
    Recall(Line),
}

/// A change to one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalEdit {
    /// Its words.
    Text(Line),
    /// Where it belongs (A15).
    Audience(Option<Audience>),
    /// Whom it serves first (A17).
    Benefit(Benefit),
    /// Its place: among an audience's goals, before another in time, or last (A15, A16).
    Before(Option<Audience>, Option<GoalId>),
    /// Takes it away with its actions; steps that carried them out stay, on their own.
    Remove,
}

/// A change to one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionEdit {
    /// Its words.
    Text(Line),
    /// What is measured (A23).
    Metric(Line),
    /// The value to reach.
    Target(Line),
    /// By when.
    By(Option<NaiveDate>),
    /// What was measured (A27).
    Result(Line),
    /// Takes it away; steps that carried it out stay, on their own.
    Remove,
}

/// A change to one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventEdit {
    /// What it is called.
    Name(Line),
    /// Its day.
    Date(Option<NaiveDate>),
    /// Takes it away; steps counted from it are counted from the step before them.
    Remove,
}

/// A change to one lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadEdit {
    /// Who it is.
    Name(Line),
    /// What came of it (C8).
    Brought(Option<Amount>),
    /// Takes it away.
    Remove,
}

/// A change to one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepEdit {
    /// What is done (B3).
    What(Line),
    /// When (B4).
    Delay(Delay),
    /// When, and which days suit, as one change.
    Timing(Delay, Window),
    /// Which days suit (C2).
    Window(Window),
    /// How often it is tried (B5).
    Attempts(Attempts),
    /// The outcome it belongs to (B5).
    OnlyAfter(Option<Branch>),
    /// Its outcome to be expected.
    Expected(Option<Outcome>),
    /// How the contact is reached.
    Channel(Option<Channel>),
    /// Who does it (B7).
    Who(Option<Responsible>),
    /// Tools and other resources (B8).
    Tools(Line),
    /// The message, or notes for the call.
    Notes(Prose),
    /// Whether all is there.
    Readiness(Readiness),
    /// The action it carries out (F1).
    Action(Option<ActionId>),
    /// Its place: before another step of a sequence, or last in it.
    Before(Audience, Option<StepId>),
    /// A copy right after it, which nothing depends on and which is not done.
    Copy,
    /// Takes it away, with what was said of it; steps that depend on it stand on their own.
    Remove,
}

/// Why a change was refused. The plan is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The goal is not in the plan.
    NoSuchGoal(GoalId),
    /// The action is not in the plan.
    NoSuchAction(ActionId),
    /// The step is not in the plan.
    NoSuchStep(StepId),
    /// The person is not in the plan.
    NoSuchPerson(PersonId),
    /// The event is not in the plan.
    NoSuchEvent(EventId),
    /// The lead is not in the plan.
    NoSuchLead(LeadId),
    /// The outcome would be no legal plan.
    Illegal(Flaw),
}

impl Plan {
    /// The plan with one change made.
    ///
    /// # Errors
    /// [`EditError`] when what is to be changed is not there, or the outcome would not be legal.
    pub fn edited(&self, edit: Edit) -> Result<Self, EditError> {
        let next_id = self.next_id();
        let mut parts = self.clone().into_parts();
        parts.apply(edit, next_id)?;
        parts.checked().map_err(EditError::Illegal)
    }
}

impl PlanParts {
    fn apply(&mut self, edit: Edit, next_id: u32) -> Result<(), EditError> {
        match edit {
            Edit::Adopt => self.origin = Origin::Own,
            Edit::Name(name) => self.name = name,
            Edit::Business(business) => self.business = business,
            Edit::Offer(offer) => self.offer = offer,
            Edit::DealValue(value) => self.deal_value = value,
            Edit::Currency(currency) => self.currency = currency,
            Edit::ContactsAMonth(contacts) => self.contacts_a_month = contacts,
            Edit::Reason(reason, applies) => self.reasons.set(reason, applies),
            Edit::Trigger(audience, trigger) => self.sequences.of_mut(audience).trigger = trigger,
            Edit::Start(audience, start) => self.runs.of_mut(audience).start = start,
            Edit::Statement(audience, statement) => *self.statements.of_mut(audience) = statement,
            Edit::AddGoal(text) => self.add_goal(next_id, text, None, Benefit::Business),
            Edit::PickIdea(idea) => {
                if self.goal_from(idea).is_none() {
                    self.add_goal(next_id, Line::fitted(idea.text()), Some(idea), idea.usual_benefit());
                }
            }
            Edit::Goal(id, edit) => self.apply_to_goal(id, edit)?,
            Edit::SortByIdea => {
                for goal in self.goals.iter_mut().filter(|goal| goal.audience.is_none()) {
                    goal.audience = goal.idea.map(Idea::usual_audience);
                }
            }
            Edit::AddAction(goal, text) => {
                let action = Action { id: ActionId(next_id), text, measure: Measure::default() };
                self.goal_mut(goal)?.actions.push(action);
            }
            Edit::Action(id, edit) => self.apply_to_action(id, edit)?,
            Edit::AddStep { audience, before } => {
                let step = self.blank_step(audience, next_id);
                self.insert_step(audience, before, step)?;
            }
            Edit::AddStepFor(audience, action) => self.add_step_for(audience, action, next_id)?,
            Edit::Step(id, edit) => self.apply_to_step(id, edit, next_id)?,
            Edit::InsertSteps { audience, before, steps } => {
                for step in steps {
                    self.insert_step(audience, before, step)?;
                }
            }
            Edit::WorkWeek(week) => self.work_week = week,
            Edit::AddHoliday(holiday) => {
                match self.holidays.binary_search_by_key(&holiday.date, |known| known.date) {
                    Ok(at) => self.holidays[at] = holiday,
                    Err(at) => self.holidays.insert(at, holiday),
                }
            }
            Edit::RemoveHoliday(date) => self.holidays.retain(|holiday| holiday.date != date),
            Edit::TakeHolidays(set) => {
                match self.holiday_sets.iter_mut().find(|known| known.code == set.code) {
                    Some(known) => *known = set,
                    None => self.holiday_sets.push(set),
                }
            }
            Edit::DropHolidays(code) => self.holiday_sets.retain(|set| set.code != code),
            Edit::AddClosure(closure) => {
                let at = self.closures.partition_point(|known| known.first <= closure.first);
                self.closures.insert(at, closure);
            }
            Edit::RemoveClosure(closure) => self.closures.retain(|known| *known != closure),
            Edit::AddYearlyClosure(yearly) if self.yearly_closures.contains(&yearly) => {}
            Edit::AddYearlyClosure(yearly) => self.yearly_closures.push(yearly),
            Edit::RemoveYearlyClosure(yearly) => self.yearly_closures.retain(|known| *known != yearly),
            Edit::Worked(date, is_worked) => match (self.worked.binary_search(&date), is_worked) {
                (Err(at), true) => self.worked.insert(at, date),
                (Ok(at), false) => _ = self.worked.remove(at),
                _ => {}
            },
            Edit::PlainDays(days) => self.plain_days = Some(days),
            Edit::AddEvent(name) => self.events.push(Event { id: EventId(next_id), name, date: None }),
            Edit::AddEventFor { step, name, span, direction, window } => {
                let id = EventId(next_id);
                let delay =
                    Delay::new(span, direction, Anchor::Event(id)).ok_or(EditError::NoSuchEvent(id))?;
                self.events.push(Event { id, name, date: None });
                self.apply_to_step(step, StepEdit::Timing(delay, window), next_id)?;
            }
            Edit::Event(id, edit) => self.apply_to_event(id, edit)?,
            Edit::Mark(step, on, fate) => {
                let (audience, _) = self.step_place(step)?;
                self.runs.of_mut(audience).set_mark(Mark { step, on, fate });
            }
            Edit::Unmark(step) => {
                self.step_place(step)?;
                self.forget_marks(step);
            }
            Edit::Postpone(step, to) => {
                let (audience, _) = self.step_place(step)?;
                self.runs.of_mut(audience).postpone(step, to);
            }
            Edit::AddPerson(name) => self.people.push(Person { id: PersonId(next_id), name }),
            Edit::RenamePerson(id, name) => {
                let person = self.people.iter_mut().find(|person| person.id == id);
                person.ok_or(EditError::NoSuchPerson(id))?.name = name;
            }
            Edit::RemovePerson(id) => {
                self.person(id).ok_or(EditError::NoSuchPerson(id))?;
                self.people.retain(|person| person.id != id);
                self.closures.retain(|closure| closure.who != Some(id));
                for step in self.steps_mut().filter(|step| step.who == Some(Responsible::Person(id))) {
                    step.who = None;
                }
            }
            Edit::Review(date) => self.review = date,
            edit => self.apply_to_advice(edit, next_id)?,
        }
        Ok(())
    }
}
