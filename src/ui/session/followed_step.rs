//! Steps, each followed on its own.
//!
//! A plan can hold a thousand steps, and each is shown by a dozen effects. Were they memos of the plan, each
//! keystroke would ask every one of them whether it has changed; so the steps are compared once after a change,
//! and only what shows one that did change runs again.

use chrono::NaiveDate;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;

use crate::plan::{Fate, Plan, PlanParts, Step, StepId};
use crate::schedule::{Dated, Notice, Place, Schedule};
use crate::ui::words;

/// A step on the screen. What reads of it runs again when what it has read has changed.
#[derive(Clone, Copy)]
pub struct FollowedStep {
    id: StepId,
    all: StoredValue<FollowedSteps>,
}

impl FollowedStep {
    fn with<R>(self, part: impl FnOnce(&Entry) -> R) -> Option<R> {
        self.all.with_value(|all| all.place(self.id).ok().map(|at| part(&all.0[at])))
    }

    fn said<R>(self, part: impl FnOnce(&Entry) -> R) -> Option<R> {
        self.with(|entry| {
            entry.said.track();
            part(entry)
        })
    }

    /// Reads something of the step, while it is there.
    pub fn read<R>(self, part: impl FnOnce(&Step) -> R) -> Option<R> {
        self.said(|entry| entry.step.as_ref().map(part)).flatten()
    }

    /// The goal it serves; empty when there is none (F1).
    pub fn goal(self) -> String {
        self.said(|entry| entry.goal.clone()).unwrap_or_default()
    }

    /// When it comes, in words (B4).
    pub fn when(self) -> String {
        self.said(|entry| entry.when.clone()).unwrap_or_default()
    }

    /// Who does it, in words (B7).
    pub fn who(self) -> String {
        self.said(|entry| entry.who.clone()).unwrap_or_default()
    }

    /// What else decides when and whether it comes, in words; empty for nothing (B5).
    pub fn conditions(self) -> String {
        self.said(|entry| entry.conditions.clone()).unwrap_or_default()
    }

    /// Its number in its sequence (B2).
    pub fn number(self) -> usize {
        let number = self.with(|entry| {
            entry.moved.track();
            entry.dated.map_or(0, |dated| dated.number)
        });
        number.unwrap_or(0)
    }

    /// The day it is due.
    pub fn due(self) -> Option<NaiveDate> {
        let dated = self.with(|entry| {
            entry.redated.track();
            entry.dated
        });
        dated.flatten()?.due
    }

    /// The day it is due, as told where it may wait until the typing rests: only the dated table follows each key.
    pub fn due_settled(self) -> Option<NaiveDate> {
        let dated = self.with(|entry| {
            entry.settled.track();
            entry.dated
        });
        dated.flatten()?.due
    }

    /// What there is to say beside its date, which stays when only days move.
    pub fn standing(self) -> Option<Standing> {
        let dated = self.with(|entry| {
            entry.restanding.track();
            entry.dated
        });
        dated.flatten().map(Standing::of)
    }

    /// Its dates, with all there is to know about them.
    pub fn dated(self) -> Option<Dated> {
        let dated = self.with(|entry| {
            entry.redated.track();
            entry.restanding.track();
            entry.dated
        });
        dated.flatten()
    }
}

/// What is said beside the date of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is on the way that is taken, or expected (B5).
    pub place: Place,
    /// What became of it.
    pub fate: Option<Fate>,
    /// The day it should have been done by (B9).
    pub late_since: Option<NaiveDate>,
    /// What to know about the day it is due.
    pub notice: Option<Notice>,
}

impl Standing {
    fn of(dated: Dated) -> Self {
        let Dated { place, fate, late_since, notice, .. } = dated;
        Self { place, fate, late_since, notice }
    }

    /// Whether there is nothing left to do.
    pub fn is_over(self) -> bool {
        self.fate.is_some_and(Fate::is_over)
    }
}

/// The steps on the screen so far, in order of their names, with the timer of those who can wait.
#[derive(Default)]
pub struct FollowedSteps(Vec<Entry>, Option<TimeoutHandle>);

/// What is said about a step, and what tells those who follow it.
struct Entry {
    id: StepId,
    step: Option<Step>,
    goal: String,
    when: String,
    who: String,
    conditions: String,
    dated: Option<Dated>,
    said: ArcTrigger,
    moved: ArcTrigger,
    redated: ArcTrigger,
    restanding: ArcTrigger,
    settled: ArcTrigger,
    is_unsettled: bool,
}

impl FollowedSteps {
    /// The step of that name, which is followed from now on.
    pub fn follow(all: StoredValue<Self>, id: StepId, plan: &Plan, schedule: &Schedule) -> FollowedStep {
        all.update_value(|all| {
            if let Err(at) = all.place(id) {
                let mut entry = Entry {
                    id,
                    step: None,
                    goal: String::new(),
                    when: String::new(),
                    who: String::new(),
                    conditions: String::new(),
                    dated: None,
                    said: ArcTrigger::new(),
                    moved: ArcTrigger::new(),
                    redated: ArcTrigger::new(),
                    restanding: ArcTrigger::new(),
                    settled: ArcTrigger::new(),
                    is_unsettled: false,
                };
                entry.compare(plan, plan.step(id), schedule.step(id));
                all.0.insert(at, entry);
            }
        });
        FollowedStep { id, all }
    }

    fn place(&self, id: StepId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |entry| entry.id)
    }

    /// Tells those who follow a step that has changed. Whether some are still to be told, by [`Self::settle`].
    pub fn compare(&mut self, plan: &Plan, schedule: &Schedule) -> bool {
        let mut found = vec![None; self.0.len()];
        for (audience, sequence) in plan.sequences.iter() {
            for pair in sequence.steps.iter().zip(schedule.steps(audience)) {
                if let Ok(at) = self.place(pair.0.id) {
                    found[at] = Some(pair);
                }
            }
        }
        for (entry, found) in self.0.iter_mut().zip(found) {
            entry.compare(plan, found.map(|(step, _)| step), found.map(|(_, dated)| dated));
        }
        self.0.iter().any(|entry| entry.is_unsettled)
    }

    /// Keeps the timer that will settle, in place of an earlier one.
    pub fn settle_by(&mut self, timer: Option<TimeoutHandle>) {
        if let Some(earlier) = std::mem::replace(&mut self.1, timer) {
            earlier.clear();
        }
    }

    /// Tells those who can wait.
    pub fn settle(&mut self) {
        for entry in &mut self.0 {
            if std::mem::take(&mut entry.is_unsettled) {
                entry.settled.notify();
            }
        }
    }
}

impl Entry {
    fn compare(&mut self, plan: &PlanParts, step: Option<&Step>, dated: Option<&Dated>) {
        let goal = step.and_then(|step| plan.action(step.action?)).map_or("", |(goal, _)| goal.text.as_str());
        let who = step.and_then(|step| step.who).map(|who| words::responsible(plan, who)).unwrap_or_default();
        let when = match (step, dated) {
            (Some(step), Some(dated)) => words::timing(plan, step, dated.number),
            _ => String::new(),
        };
        let conditions = step.map(|step| words::conditions(plan, step)).unwrap_or_default();
        let is_same = self.step.as_ref() == step
            && self.goal == goal
            && self.when == when
            && self.who == who
            && self.conditions == conditions;
        if !is_same {
            self.step = step.cloned();
            self.goal = goal.to_owned();
            (self.when, self.who, self.conditions) = (when, who, conditions);
            self.said.notify();
        }
        if self.dated.as_ref() == dated {
            return;
        }
        let before = std::mem::replace(&mut self.dated, dated.copied());
        let number = |dated: Option<Dated>| dated.map(|dated| dated.number);
        if number(before) != number(self.dated) {
            self.moved.notify();
        }
        if before.map(Standing::of) != self.dated.map(Standing::of) {
            self.restanding.notify();
        }
        self.redated.notify();
        self.is_unsettled = true;
    }
}
