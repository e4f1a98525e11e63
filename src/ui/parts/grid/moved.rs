//! Dates that have just moved: shown for a moment and said, once the typing rests.

use std::time::Duration;

use chrono::NaiveDate;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::plan::{Audience, StepId};
use crate::schedule::Schedule;
use crate::ui::Session;
use crate::ui::reactive::{Var, var};
use crate::words;

/// How long the typing rests before the dates that moved are shown and said.
const REST: Duration = Duration::from_millis(700);

/// How long they are shown.
const SHOWN: Duration = Duration::from_millis(2500);

/// Compares the dates of a sequence with those it had when they last rested.
#[derive(Clone, Copy)]
pub struct Moved {
    session: Session,
    audience: Audience,
    before: StoredValue<Option<Vec<(StepId, NaiveDate)>>>,
    steps: Var<Vec<StepId>>,
    words: Var<String>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Moved {
    pub fn new(audience: Audience) -> Self {
        Self {
            session: Session::here(),
            audience,
            before: StoredValue::new(None),
            steps: var(Vec::new()),
            words: var(String::new()),
            waiting: StoredValue::new(None),
        }
    }

    /// Whether the date of a step has just moved.
    pub fn has(self, id: StepId) -> bool {
        self.steps.with(|steps| steps.contains(&id))
    }

    /// What is said of the dates that moved; it follows them.
    pub fn said(self) -> String {
        let dates = self.dates(&self.session.schedule());
        match self.before.with_value(Option::is_none) {
            true => self.before.set_value(Some(dates)),
            false if self.before.with_value(|before| before.as_ref() != Some(&dates)) => {
                self.wait(REST, Self::rested);
            }
            false => {}
        }
        self.words.get()
    }

    fn dates(self, schedule: &Schedule) -> Vec<(StepId, NaiveDate)> {
        let steps = schedule.steps(self.audience).iter();
        steps.filter_map(|facts| Some((facts.step, facts.due?))).collect()
    }

    fn wait(self, how_long: Duration, then: fn(Self)) {
        // The page may be gone by then.
        let act = move || {
            if self.before.try_get_value().is_some() {
                then(self);
            }
        };
        let earlier = self.waiting.try_update_value(Option::take).flatten();
        if let Some(earlier) = earlier {
            earlier.clear();
        }
        self.waiting.set_value(set_timeout_with_handle(act, how_long).ok());
    }

    fn rested(self) {
        let now = untrack(|| self.dates(&self.session.schedule()));
        let before = self.before.try_update_value(|before| before.replace(now.clone())).flatten();
        let before = before.unwrap_or_default();
        let was = |id: StepId| before.iter().find(|(other, _)| *other == id).map(|(_, date)| *date);
        let last = |dates: &[(StepId, NaiveDate)]| dates.iter().map(|(_, date)| *date).max();
        let lasts = (last(&before), last(&now));
        let is_moved = |(id, date): &(StepId, NaiveDate)| was(*id).is_some_and(|before| before != *date);
        let (steps, dates): (Vec<_>, Vec<_>) = now.into_iter().filter(is_moved).unzip();
        self.words.set(words::dates_moved(&dates, lasts.0, lasts.1));
        self.steps.set(steps);
        self.wait(SHOWN, |moved| {
            moved.steps.set(Vec::new());
            moved.words.set(String::new());
        });
    }
}
