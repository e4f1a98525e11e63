//! Steps, each followed on its own.
//!
//! A plan can hold a thousand steps, and each is shown by a dozen effects. Were they memos of the plan, each
//! keystroke would ask every one of them whether it has changed; so the steps are compared once after a change,
//! and only what shows one that did change runs again.

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;

use crate::plan::{Fate, Plan, PlanParts, Step, StepId};
use crate::schedule::{Fork, Notice, Place, Schedule, StepFacts};
use crate::words;

/// A step on the screen. What reads of it runs again when what it has read has changed.
#[derive(Clone, Copy)]
pub struct FollowedStep {
    id: StepId,
    all: StoredValue<FollowedSteps>,
}

impl FollowedStep {
    fn with<R>(self, part: impl FnOnce(&Entry) -> R) -> Option<R> {
        self.all.with_value(|all| all.place(self.id).ok().map(|at| part(&all.entries[at])))
    }

    fn worded<R>(self, part: impl FnOnce(&Entry) -> R) -> Option<R> {
        self.with(|entry| {
            entry.wording.track();
            part(entry)
        })
    }

    /// Reads something of the step, while it is there.
    pub fn read<R>(self, part: impl FnOnce(&Step) -> R) -> Option<R> {
        self.worded(|entry| entry.step.as_ref().map(part)).flatten()
    }

    /// The goal it serves; empty when there is none (F1).
    pub fn goal(self) -> String {
        self.worded(|entry| entry.words.goal.clone()).unwrap_or_default()
    }

    /// When it comes, in words (B4).
    pub fn when(self) -> String {
        self.worded(|entry| entry.words.when.clone()).unwrap_or_default()
    }

    /// Who does it, in words (B7).
    pub fn who(self) -> String {
        self.worded(|entry| entry.words.who.clone()).unwrap_or_default()
    }

    /// What else decides when and whether it comes, in words; empty for nothing (B5).
    pub fn conditions(self) -> String {
        self.worded(|entry| entry.words.conditions.clone()).unwrap_or_default()
    }

    /// The outcome it belongs to, in words; empty for a step that always comes (B5).
    pub fn condition(self) -> String {
        self.worded(|entry| entry.words.condition.clone()).unwrap_or_default()
    }

    /// Where its path parts from another; none for a step that always comes (B5).
    pub fn fork(self) -> Option<Fork> {
        self.worded(|entry| entry.facts.and_then(|facts| facts.fork)).flatten()
    }

    /// Its number in its sequence (B2).
    pub fn number(self) -> usize {
        self.followed(|entry| entry.moved.track()).map_or(0, |facts| facts.number)
    }

    /// Whether it is seen. What is not may wait for its dates until the typing rests: there may be hundreds.
    pub fn set_seen(self, is_seen: bool) {
        // The page may be gone already.
        _ = self.all.try_update_value(|all| {
            if let Ok(at) = all.place(self.id) {
                all.entries[at].is_seen = is_seen;
                all.entries[at].tell_dates();
            }
        });
    }

    /// What there is to tell of it, followed in what `track` says.
    fn followed(self, track: impl FnOnce(&Entry)) -> Option<StepFacts> {
        let facts = self.with(|entry| {
            track(entry);
            entry.facts
        });
        facts.flatten()
    }

    /// The day it is due.
    pub fn due(self) -> Option<NaiveDate> {
        self.followed(|entry| entry.redated.track())?.due
    }

    /// The day it is due, as told where it may wait until the typing rests: only the dated table follows each key.
    pub fn due_settled(self) -> Option<NaiveDate> {
        self.followed(|entry| entry.settled.track())?.due
    }

    /// What there is to say beside its date, which stays when only days move.
    pub fn standing(self) -> Option<Standing> {
        self.followed(|entry| entry.restanding.track()).map(Standing::of)
    }

    /// Since when it is late, else what is odd about its day, in words (B9).
    pub fn remark(self) -> String {
        self.followed(|entry| entry.restanding.track()).as_ref().map(words::remark).unwrap_or_default()
    }

    /// All there is to tell of it.
    pub fn facts(self) -> Option<StepFacts> {
        self.followed(|entry| {
            entry.redated.track();
            entry.restanding.track();
        })
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
    pub overdue_since: Option<NaiveDate>,
    /// What to know about the day it is due.
    pub notice: Option<Notice>,
}

impl Standing {
    fn of(facts: StepFacts) -> Self {
        let StepFacts { place, fate, overdue_since, notice, .. } = facts;
        Self { place, fate, overdue_since, notice }
    }

    /// Whether there is nothing left to do.
    pub fn is_over(self) -> bool {
        self.fate.is_some_and(Fate::is_over)
    }
}

/// The steps on the screen so far.
#[derive(Default)]
pub struct FollowedSteps {
    /// In order of their names.
    entries: Vec<Entry>,
    /// Runs while some are still to be told of a date.
    rest: Option<TimeoutHandle>,
    /// What the words of the steps were made with.
    plan: Option<Arc<Plan>>,
}

/// How long the typing rests before the dates beside the table follow it.
const REST: Duration = Duration::from_millis(120);

/// What is said about a step, and what tells those who follow it.
struct Entry {
    id: StepId,
    step: Option<Step>,
    words: Words,
    facts: Option<StepFacts>,
    wording: ArcTrigger,
    moved: ArcTrigger,
    redated: ArcTrigger,
    restanding: ArcTrigger,
    settled: ArcTrigger,
    is_settled: bool,
    is_seen: bool,
    /// It has another date, and nobody was told yet.
    has_news: bool,
}

/// What is said about a step in words that depend on more of the plan.
#[derive(Default, PartialEq)]
struct Words {
    goal: String,
    when: String,
    who: String,
    conditions: String,
    condition: String,
}

impl Words {
    fn of(plan: &PlanParts, step: &Step, facts: Option<&StepFacts>) -> Self {
        let goal = step.action.and_then(|action| plan.action(action)).map(|(goal, _)| goal.text.to_string());
        Self {
            goal: goal.unwrap_or_default(),
            when: facts.map(|facts| words::wait(plan, facts)).unwrap_or_default(),
            who: step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
            conditions: facts.map(words::conditions).unwrap_or_default(),
            condition: facts.map(words::condition).unwrap_or_default(),
        }
    }
}

/// What of the facts the words are made of: no date.
fn worded(facts: &StepFacts) -> impl PartialEq {
    (facts.basis, facts.wait, facts.fork, facts.attempts, facts.expected)
}

impl FollowedSteps {
    /// The step of that name, which is followed from now on.
    pub fn follow(all: StoredValue<Self>, id: StepId, plan: &Plan, schedule: &Schedule) -> FollowedStep {
        all.update_value(|all| {
            if let Err(at) = all.place(id) {
                let mut entry = Entry::new(id);
                entry.compare(plan, true, plan.step(id), schedule.step(id));
                // Nobody has followed it yet who would have to be told.
                entry.is_settled = true;
                all.entries.insert(at, entry);
            }
        });
        FollowedStep { id, all }
    }

    fn place(&self, id: StepId) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&id, |entry| entry.id)
    }

    /// Tells those who follow a step that has changed; those who may wait, when there was no change for a while.
    pub fn compare(all: StoredValue<Self>, plan: &Arc<Plan>, schedule: &Schedule) {
        all.update_value(|steps| {
            steps.compare_each(plan, schedule);
            if let Some(earlier) = steps.rest.take() {
                earlier.clear();
            }
            if steps.entries.iter().any(|entry| !entry.is_settled) {
                let settle = move || all.update_value(Self::settle);
                steps.rest = set_timeout_with_handle(settle, REST).ok();
            }
        });
    }

    fn compare_each(&mut self, plan: &Arc<Plan>, schedule: &Schedule) {
        let before = self.plan.replace(Arc::clone(plan));
        let is_renamed = before.is_none_or(|it| {
            (&it.goals, &it.people, &it.events) != (&plan.goals, &plan.people, &plan.events)
        });
        let mut found = vec![None; self.entries.len()];
        for (audience, sequence) in plan.sequences.iter() {
            for pair in sequence.steps.iter().zip(schedule.steps(audience)) {
                if let Ok(at) = self.place(pair.0.id) {
                    found[at] = Some(pair);
                }
            }
        }
        for (entry, found) in self.entries.iter_mut().zip(found) {
            entry.compare(plan, is_renamed, found.map(|(step, _)| step), found.map(|(_, facts)| facts));
        }
    }

    fn settle(&mut self) {
        self.rest = None;
        for entry in self.entries.iter_mut().filter(|entry| !entry.is_settled) {
            entry.is_settled = true;
            entry.settled.notify();
            entry.tell();
        }
    }
}

impl Entry {
    fn new(id: StepId) -> Self {
        Self {
            id,
            step: None,
            words: Words::default(),
            facts: None,
            wording: ArcTrigger::new(),
            moved: ArcTrigger::new(),
            redated: ArcTrigger::new(),
            restanding: ArcTrigger::new(),
            settled: ArcTrigger::new(),
            is_settled: true,
            is_seen: true,
            has_news: false,
        }
    }

    /// Tells of dates that have changed.
    fn tell(&mut self) {
        if std::mem::take(&mut self.has_news) {
            self.redated.notify();
        }
    }

    /// The same, where it is seen.
    fn tell_dates(&mut self) {
        if self.is_seen {
            self.tell();
        }
    }

    fn compare(
        &mut self,
        plan: &PlanParts,
        is_renamed: bool,
        step: Option<&Step>,
        facts: Option<&StepFacts>,
    ) {
        let is_changed = self.step.as_ref() != step;
        if is_renamed || is_changed || self.facts.as_ref().map(worded) != facts.map(worded) {
            let words = step.map(|step| Words::of(plan, step, facts)).unwrap_or_default();
            if is_changed || self.words != words {
                (self.step, self.words) = (step.cloned(), words);
                self.wording.notify();
            }
        }
        if self.facts.as_ref() == facts {
            return;
        }
        let before = std::mem::replace(&mut self.facts, facts.copied());
        let number = |facts: Option<StepFacts>| facts.map(|facts| facts.number);
        if number(before) != number(self.facts) {
            self.moved.notify();
        }
        if before.map(Standing::of) != self.facts.map(Standing::of) {
            self.restanding.notify();
        }
        let dates = |facts: Option<StepFacts>| facts.map(|facts| (facts.baseline, facts.due, facts.variance));
        if dates(before) != dates(self.facts) {
            (self.has_news, self.is_settled) = (true, false);
            self.tell_dates();
        }
    }
}
