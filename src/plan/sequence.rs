//! The steps of a sequence: what is done, when, by whom, with what (B1-B8).

use crate::calendar::WorkWeek;

use super::{
    ActionId, Anchor, Attempts, Branch, Delay, Direction, Flaw, Limit, Line, Outcome, PlanParts, Prose, Span,
    Window,
};

/// Names a step within its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u32);

/// Names a person within a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u32);

/// The pattern of one sequence: what sets it off, and its steps in order. Dates are not in it: they come from
/// a [`Run`](super::Run).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// The event that sets it off (B1): subscribed, met at an event, bought…
    pub trigger: Line,
    /// The steps, in order; a step's number (B2) is its place here, from 1.
    pub steps: Vec<Step>,
}

impl Sequence {
    /// A step depends only on steps above it, so that no way leads back to itself.
    pub(super) fn check_order(&self) -> Result<(), Flaw> {
        check_order(&self.steps)
    }

    /// Whether steps by themselves could be those of a sequence: no more than one holds, each id once, each dependent only
    /// on steps above it, no latest day before the earliest. What else they name (people, events, actions) is the plan's.
    pub fn are_steps(steps: &[Step]) -> bool {
        let is_twice = |(at, step): (usize, &Step)| steps[..at].iter().any(|other| other.id == step.id);
        Limit::Steps.allows(steps.len())
            && !steps.iter().enumerate().any(is_twice)
            && steps.iter().all(|step| step.window.fits(step.delay))
            && check_order(steps).is_ok()
    }
}

fn check_order(steps: &[Step]) -> Result<(), Flaw> {
    for (at, step) in steps.iter().enumerate() {
        let above = &steps[..at];
        for other in step.depends_on() {
            if !above.iter().any(|step| step.id == other) {
                return Err(Flaw::NotAbove { step: step.id, other });
            }
        }
    }
    Ok(())
}

/// One step of a sequence (B2-B8).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Its name within the plan.
    pub id: StepId,
    /// What is done (B3).
    pub what: Line,
    /// When (B4).
    pub delay: Delay,
    /// Which of the days from then on suit (C2).
    pub window: Window,
    /// How often it is tried (B5).
    pub attempts: Attempts,
    /// The outcome it belongs to, of a step above; always taken if none (B5).
    pub only_after: Option<Branch>,
    /// Its outcome to be expected, where the way differs by it: none of those that steps below name, if none.
    pub expected: Option<Outcome>,
    /// How the contact is reached (E1-E6), once chosen.
    pub channel: Option<Channel>,
    /// Who does it (B7), once settled.
    pub who: Option<Responsible>,
    /// Tools and other resources (B8).
    pub tools: Line,
    /// The message, or notes for the call (A26).
    pub notes: Prose,
    /// Whether all that it needs is there (A26).
    pub readiness: Readiness,
    /// The action it carries out (F1), if any.
    pub action: Option<ActionId>,
}

impl Step {
    /// A step of which nothing is said yet but when it is: as usual after the one before.
    pub fn new(id: StepId) -> Self {
        Self {
            id,
            what: Line::default(),
            delay: Delay::USUAL,
            window: Window::default(),
            attempts: Attempts::ONCE,
            only_after: None,
            expected: None,
            channel: None,
            who: None,
            tools: Line::default(),
            notes: Prose::default(),
            readiness: Readiness::ToPrepare,
            action: None,
        }
    }

    /// Its wait with another length and other days, counted from the same thing the same way (B4, C2). `None` for a wait
    /// that would end before it begins.
    pub fn timed(
        &self,
        span: Span,
        direction: Direction,
        latest: Option<Span>,
        weekdays: Option<WorkWeek>,
    ) -> Option<(Delay, Window)> {
        let delay = Delay::new(span, direction, self.delay.anchor())?;
        let window = Window { latest, weekdays, ..self.window };
        window.fits(delay).then_some((delay, window))
    }

    /// Whether it comes only after one outcome of another step (B5).
    pub fn belongs_to(&self, step: StepId) -> bool {
        self.only_after.is_some_and(|branch| branch.step == step)
    }

    /// The steps above that it names: the one it is counted from, the one whose outcome it belongs to.
    pub fn depends_on(&self) -> impl Iterator<Item = StepId> {
        let anchor = match self.delay.anchor() {
            Anchor::Step(id) => Some(id),
            _ => None,
        };
        anchor.into_iter().chain(self.only_after.map(|branch| branch.step))
    }

    /// The step as it stands beside a plan that may no longer have the person, the action or the event it names.
    #[must_use]
    pub fn kept_in(&self, plan: &PlanParts) -> Self {
        let mut step = self.clone();
        step.who = step.who.filter(|who| match who {
            Responsible::Person(id) => plan.person(*id).is_some(),
            _ => true,
        });
        step.action = step.action.filter(|id| plan.action(*id).is_some());
        if let Anchor::Event(id) = step.delay.anchor()
            && plan.event(id).is_none()
        {
            step.release_anchor();
        }
        step
    }

    /// Forgets another step, so that it stands on its own.
    pub(super) fn release(&mut self, other: StepId) {
        if self.delay.anchor() == Anchor::Step(other) {
            self.release_anchor();
        }
        self.only_after = self.only_after.filter(|branch| branch.step != other);
    }

    /// Counted from the previous step, since its own anchor is no longer there. A latest day before that is none any
    /// more.
    pub(super) fn release_anchor(&mut self) {
        if self.delay.direction() == Direction::Before {
            self.window.latest = None;
        }
        self.delay = self.delay.released();
    }
}

/// How a contact is reached (E1-E6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// In person (E1).
    InPerson,
    /// By phone (E2).
    Phone,
    /// By letter, postcard or parcel (E3).
    Letter,
    /// By e-mail (E4).
    Email,
    /// By social chat (E5).
    SocialChat,
    /// By answering comments (E6).
    Comments,
    /// Inside work: the contact notices nothing (*ours*).
    Internal,
}

impl Channel {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Email,
        Self::Phone,
        Self::InPerson,
        Self::Letter,
        Self::SocialChat,
        Self::Comments,
        Self::Internal,
    ];
}

/// Who does a step (B7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Responsible {
    /// The owner of the plan.
    Myself,
    /// A co-worker.
    CoWorker,
    /// A virtual assistant.
    Assistant,
    /// An automation system.
    Automation,
    /// A fulfilment vendor.
    Vendor,
    /// Somebody by name.
    Person(PersonId),
}

impl Responsible {
    /// The five roles that need no name.
    pub const ROLES: [Self; 5] =
        [Self::Myself, Self::CoWorker, Self::Assistant, Self::Automation, Self::Vendor];

    /// The stable name of a role used in files; a person is named by an id of their own.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Myself => "myself",
            Self::CoWorker => "co-worker",
            Self::Assistant => "assistant",
            Self::Automation => "automation",
            Self::Vendor => "vendor",
            Self::Person(_) => "person",
        }
    }
}

/// Somebody who can be responsible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name within the plan.
    pub id: PersonId,
    /// The name as it is written.
    pub name: Line,
}

/// Whether all that a step needs is there (A26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Readiness {
    /// Something is still to be prepared.
    #[default]
    ToPrepare,
    /// Nothing is missing.
    Ready,
}
