//! How somebody begins on a sequence: on which, what began it, and on which day (B1).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::draft::{Kind, draft};
use crate::calendar::iso_date;
use crate::plan::{Audience, Line};
use crate::ui::Session;
use crate::ui::element::El;
use crate::ui::parts::{proposed_day, select, word_options};
use crate::ui::reactive::{Var, var};
use crate::words;

/// What stands for no sequence.
const NONE: &str = "None yet";

/// The beginning as it is being chosen.
#[derive(Clone, Copy)]
pub struct Beginning {
    session: Session,
    /// The sequence.
    pub audience: Var<Option<Audience>>,
    event: Var<String>,
    start: Var<String>,
}

impl Beginning {
    /// Today, by what sets the sequence off.
    pub fn new(session: Session, audience: Audience) -> Self {
        let event = var(trigger(session, audience));
        Self { session, audience: var(Some(audience)), event, start: proposed_day(session) }
    }

    /// The choice of the sequence.
    pub fn choice(self) -> El {
        let session = self.session;
        let value = move || self.audience.get().map_or(NONE, words::sequence).to_owned();
        let [prospect, customer] = Audience::BOTH.map(words::sequence);
        let options = move || word_options(&[prospect, customer, NONE]);
        select("Sequence", value, options, move |chosen: String| {
            let chosen = Audience::BOTH.into_iter().find(|audience| words::sequence(*audience) == chosen);
            let before = untrack(|| self.audience.get());
            let is_own = before.is_none_or(|it| trigger(session, it) != self.event.get_untracked());
            if let Some(audience) = chosen.filter(|_| !is_own || self.event.get_untracked().is_empty()) {
                self.event.set(trigger(session, audience));
            }
            self.audience.set(chosen);
        })
    }

    /// What began it, and when; there is nothing to say of no sequence.
    pub fn fields(self, id: &str) -> [El; 2] {
        let is_none = move || self.audience.get().is_none();
        [
            draft("What began it", format!("{id}-event"), Kind::Text, self.event).hidden(is_none),
            draft("Start", format!("{id}-start"), Kind::Date, self.start).hidden(is_none),
        ]
    }

    /// The day, as far as it is one, followed.
    pub fn day(self) -> Option<NaiveDate> {
        self.start.with(|start| iso_date(start))
    }

    /// What began it, as much of it as a line holds, followed.
    pub fn event(self) -> Line {
        self.event.with(|event| Line::fitted(event))
    }

    /// What was chosen; none for no sequence.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn read(self) -> Result<Option<(Audience, Line, NaiveDate)>, String> {
        let Some(audience) = untrack(|| self.audience.get()) else { return Ok(None) };
        let event = Line::parse(&self.event.get_untracked()).map_err(words::text_problem)?;
        let start = untrack(|| self.day()).ok_or_else(words::date_problem)?;
        Ok(Some((audience, event, start)))
    }
}

fn trigger(session: Session, audience: Audience) -> String {
    session.plan_now().sequences.of(audience).trigger.to_string()
}
