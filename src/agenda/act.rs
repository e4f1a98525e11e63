//! What is done with a line of an agenda, and the changes of the roster that it comes to.

use chrono::NaiveDate;

use super::calendars::is_worked;
use super::duty::person_of;
use super::forecast::Forecasts;
use super::item::{Item, Work};
use crate::plan::{Audience, Fate, Line, Outcome, StepId};
use crate::roster::{
    ContactEdit, ContactId, Enrolment, EnrolmentEdit, Exit, RosterEdit, TouchpointId, Workspace,
};

/// What is done with a line of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is done, with what came of it where that is known (B5).
    Done(Option<Outcome>),
    /// It was tried in vain (B5).
    Tried,
    /// It is left out.
    Skip,
    /// It is put off to a day.
    PutOff(NaiveDate),
    /// The time through the sequence ends (A8, D6).
    Exit(Exit),
}

/// Names a line of an agenda, whatever becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey {
    /// For whom.
    pub contact: ContactId,
    /// What.
    pub what: What,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// An answer.
    Answer(TouchpointId),
    /// A step.
    Step(Audience, StepId),
    /// Taking a sequence up again.
    ComeBack(Audience),
}

/// What an act on several lines comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The changes, which belong together.
    pub edits: Vec<RosterEdit>,
    /// The lines it is done with.
    pub done: Vec<Item>,
    /// How many lines are left since what came of them has to be said first (B5).
    pub asked: usize,
    /// How many it cannot be done with.
    pub left: usize,
}

impl Act {
    /// What it comes to with these lines on a day.
    pub fn with(self, workspace: &Workspace, items: &[Item], on: NaiveDate) -> Taken {
        let mut taken = Taken::default();
        for item in items {
            match item.edits(workspace, self, on) {
                _ if self == Self::Done(None) && item.asks_outcome(workspace) => taken.asked += 1,
                Some(edits) => {
                    taken.edits.extend(edits);
                    taken.done.push(*item);
                }
                None => taken.left += 1,
            }
        }
        taken
    }
}

impl Item {
    /// Its name.
    pub fn key(&self) -> ItemKey {
        let what = match self.work {
            Work::Answer(touchpoint) => What::Answer(touchpoint),
            Work::Step { audience, step, .. } | Work::Decide { audience, step, .. } => {
                What::Step(audience, step)
            }
            Work::ComeBack(audience) => What::ComeBack(audience),
        };
        ItemKey { contact: self.contact, what }
    }

    /// Whether a sequence parts at its step, so that what came of it has to be said (B5).
    pub fn asks_outcome(&self, workspace: &Workspace) -> bool {
        let What::Step(audience, step) = self.key().what else { return false };
        let contact = workspace.roster.contact(self.contact);
        let enrolment = contact.and_then(|contact| contact.open(audience));
        enrolment.is_some_and(|enrolment| workspace.parts_after(enrolment, step))
    }

    /// How often its step is tried at most (B5).
    fn tries(&self, workspace: &Workspace) -> u8 {
        let What::Step(audience, step) = self.key().what else { return 0 };
        let enrolment = workspace.roster.contact(self.contact).and_then(|contact| contact.open(audience));
        let steps = enrolment.map_or(&[][..], |enrolment| workspace.steps(enrolment));
        steps.iter().find(|known| known.id == step).map_or(0, |step| step.attempts.count())
    }

    /// The changes that an act on a day comes to; none where it cannot be done with this line.
    pub fn edits(&self, workspace: &Workspace, act: Act, on: NaiveDate) -> Option<Vec<RosterEdit>> {
        let about = |edit: ContactEdit| RosterEdit::Contact(self.contact, edit);
        let of = |audience: Audience, edit: EnrolmentEdit| about(ContactEdit::Enrolment(audience, edit));
        let one = |edit: RosterEdit| Some(vec![edit]);
        let ended_anew = |audience: Audience, exit: Exit| {
            Some(vec![of(audience, EnrolmentEdit::Reopen(on)), of(audience, EnrolmentEdit::End(on, exit))])
        };
        match (self.work, act) {
            (_, Act::Exit(Exit::OptedOut)) => one(about(ContactEdit::OptOut(on))),
            (Work::Answer(touchpoint), Act::Done(_)) => one(about(ContactEdit::Answer(touchpoint, Some(on)))),
            (Work::Answer(_), _) => None,
            (Work::ComeBack(audience), Act::Done(_)) => {
                let event = Line::fitted("Taken up again");
                one(about(ContactEdit::Enrol { audience, event, start: on }))
            }
            (Work::ComeBack(audience), Act::Skip) => ended_anew(audience, Exit::Lost),
            (Work::ComeBack(audience), Act::PutOff(to)) => ended_anew(audience, Exit::NotNow(to)),
            (Work::ComeBack(_), _) => None,
            (Work::Step { audience, .. } | Work::Decide { audience, .. }, Act::Exit(exit)) => {
                one(about(workspace.exit(self.contact, audience, on, exit)))
            }
            (Work::Step { audience, step, .. }, Act::Done(outcome)) => {
                one(of(audience, EnrolmentEdit::Mark(step, on, Fate::Done(outcome))))
            }
            // All tries were in vain: that is what came of it, unless somebody says otherwise.
            (Work::Decide { audience, step, .. }, Act::Done(outcome)) => {
                let outcome = outcome.or(Some(Outcome::NotReached));
                one(of(audience, EnrolmentEdit::Mark(step, on, Fate::Done(outcome))))
            }
            (Work::Step { .. }, Act::Tried) if self.tries(workspace) < 2 => None,
            (Work::Step { audience, step, attempt, .. }, Act::Tried) => {
                one(of(audience, EnrolmentEdit::Mark(step, on, Fate::Tried(attempt))))
            }
            (Work::Decide { .. }, Act::Tried) => None,
            (Work::Step { audience, step, .. } | Work::Decide { audience, step, .. }, Act::Skip) => {
                one(of(audience, EnrolmentEdit::Mark(step, on, Fate::Skipped)))
            }
            (Work::Step { audience, step, .. } | Work::Decide { audience, step, .. }, Act::PutOff(to)) => {
                one(of(audience, EnrolmentEdit::Postpone(step, Some(to))))
            }
        }
    }
}

impl Workspace {
    /// Whether the sequence that somebody runs on parts at a step (B5).
    pub fn parts_after(&self, enrolment: &Enrolment, step: StepId) -> bool {
        self.steps(enrolment).iter().any(|other| other.belongs_to(step))
    }

    /// How a time through a sequence ends. A first purchase leads on to the customer sequence in one act (A8), unless they
    /// are on it already.
    pub fn exit(&self, contact: ContactId, audience: Audience, on: NaiveDate, exit: Exit) -> ContactEdit {
        let is_customer =
            self.roster.contact(contact).is_some_and(|it| it.open(Audience::Customer).is_some());
        match exit {
            Exit::OptedOut => ContactEdit::OptOut(on),
            Exit::Bought(amount) if audience == Audience::Prospect && !is_customer => {
                let trigger = &self.plan.sequences.of(Audience::Customer).trigger;
                let event = match trigger.is_blank() {
                    true => Line::fitted("First purchase"),
                    false => trigger.clone(),
                };
                ContactEdit::Buy { on, amount, event }
            }
            exit => ContactEdit::Enrolment(audience, EnrolmentEdit::End(on, exit)),
        }
    }
}

impl Forecasts {
    /// The first day after today on which whoever does a line works.
    pub fn next_day(&self, item: &Item) -> Option<NaiveDate> {
        let calendars = &self.frame.calendars;
        let days = calendars.actual(calendars.place(person_of(item.who), None));
        self.today.iter_days().skip(1).take(366).find(|day| is_worked(days, *day))
    }
}
