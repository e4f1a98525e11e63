//! A recipe in the making: steps one after the other, each with its reason.

use super::RecipeStep;
use crate::plan::{
    Anchor, Attempts, Branch, Channel, Delay, Line, Outcome, Prose, Responsible, Span, Step, StepId, Unit,
    Window,
};

/// What is made so far.
pub(super) struct Draft {
    steps: Vec<RecipeStep>,
    next_id: u32,
    is_opening: bool,
}

/// A step that is being described. It is counted from the one before it until another is named.
pub(super) struct Sketch {
    step: Step,
    why: &'static str,
    length: u16,
    unit: Unit,
    tolerance: u16,
}

/// On the same day.
pub(super) const SAME_DAY: (u16, Unit) = (0, Unit::WorkingDays);

/// So many working days later.
pub(super) const fn workdays(length: u16) -> (u16, Unit) {
    (length, Unit::WorkingDays)
}

/// So many weeks later.
pub(super) const fn weeks(length: u16) -> (u16, Unit) {
    (length, Unit::Weeks)
}

/// So many months later.
pub(super) const fn months(length: u16) -> (u16, Unit) {
    (length, Unit::Months)
}

/// A step that comes so long after the one before it.
pub(super) fn step((length, unit): (u16, Unit), channel: Channel, who: Responsible, what: &str) -> Sketch {
    let what = Line::fitted(what);
    let step = Step { what, channel: Some(channel), who: Some(who), ..Step::new(StepId(0)) };
    Sketch { step, why: "", length, unit, tolerance: 0 }
}

impl Sketch {
    /// Counted from that step.
    pub(super) fn from(mut self, step: StepId) -> Self {
        self.step.delay = self.step.delay.anchored(Anchor::Step(step));
        self
    }

    /// Only after that outcome of a step, and counted from it.
    pub(super) fn if_it(self, fork: StepId, outcome: Outcome) -> Self {
        self.from(fork).only(fork, outcome)
    }

    /// Only after that outcome of a step.
    pub(super) fn only(mut self, fork: StepId, outcome: Outcome) -> Self {
        self.step.only_after = Some(Branch { step: fork, outcome });
        self
    }

    /// It may wait so much longer (C2).
    pub(super) fn or_later(mut self, tolerance: u16) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Tried so often, with so many working days between (B5).
    pub(super) fn tries(mut self, count: u8, gap: u16) -> Self {
        self.step.attempts = Attempts::new(count, gap).unwrap_or_default();
        self
    }

    /// What is expected to come of it.
    pub(super) fn expect(mut self, outcome: Outcome) -> Self {
        self.step.expected = Some(outcome);
        self
    }

    /// With what it is done (B8).
    pub(super) fn tools(mut self, tools: &str) -> Self {
        self.step.tools = Line::fitted(tools);
        self
    }

    /// The message, or notes for the call (A26).
    pub(super) fn say(mut self, notes: &str) -> Self {
        self.step.notes = Prose::parse(notes).unwrap_or_default();
        self
    }

    /// Why it is there.
    pub(super) fn why(mut self, why: &'static str) -> Self {
        self.why = why;
        self
    }
}

impl Draft {
    pub(super) fn new(next_id: u32, is_opening: bool) -> Self {
        Self { steps: Vec::new(), next_id, is_opening }
    }

    /// What steps that are counted from the beginning are counted from: the start where the recipe opens its
    /// sequence, else its first step.
    pub(super) fn beginning(&self) -> Anchor {
        match self.steps.first() {
            Some(first) if !self.is_opening => Anchor::Step(first.step.id),
            _ => Anchor::Start,
        }
    }

    /// Adds a step.
    pub(super) fn add(&mut self, sketch: Sketch) -> StepId {
        let anchor = sketch.step.delay.anchor();
        self.place(sketch, anchor)
    }

    /// Adds a step that is counted from the beginning.
    pub(super) fn add_from_beginning(&mut self, sketch: Sketch) -> StepId {
        let anchor = self.beginning();
        self.place(sketch, anchor)
    }

    fn place(&mut self, sketch: Sketch, anchor: Anchor) -> StepId {
        let id = StepId(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        let delay = match (self.steps.is_empty(), self.is_opening) {
            (true, true) => Delay::AT_START,
            (true, false) => Delay::USUAL,
            (false, _) => Delay::after(sketch.length, sketch.unit, anchor).unwrap_or(Delay::USUAL),
        };
        let latest = sketch.length.checked_add(sketch.tolerance).filter(|_| sketch.tolerance > 0);
        let latest = latest.and_then(|length| Span::new(length, sketch.unit));
        let window = Window { latest, ..Window::default() };
        let step = Step { id, delay, window, ..sketch.step };
        self.steps.push(RecipeStep { step, why: sketch.why.to_owned() });
        id
    }

    pub(super) fn into_steps(self) -> Vec<RecipeStep> {
        self.steps
    }
}
