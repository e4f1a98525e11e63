//! Days that come again every year: what is chosen of a date, and the list of those there are (B13).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::dated_list::{Wording, dated_list};
use super::entry::Choice;
use crate::calendar::{Observed, YearDay, iso_date};
use crate::plan::{Edit, Line, Plan, YearlyClosure};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Options, select};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::words;

/// What can happen to a day that falls on one that is off, in the order it is offered.
const MOVES: [Observed; 5] = [
    Observed::Lost,
    Observed::NextWorkday,
    Observed::NearestWeekday,
    Observed::SundayToMonday,
    Observed::SaturdayToFriday,
];

/// How often a day that is typed is off: once, or every year in one of the ways it can come again.
#[derive(Clone, Copy)]
pub struct Recurrence {
    /// The ways of the day that is typed.
    ways: Memo<Vec<YearDay>>,
    chosen: Var<Option<YearDay>>,
    observed: Var<Observed>,
}

impl Recurrence {
    /// Of the date that a field holds: once, until something else is chosen.
    pub fn of(typed: Var<String>) -> Self {
        Self {
            ways: memo(move || iso_date(&typed.get()).map(YearDay::of).unwrap_or_default()),
            chosen: var(None),
            observed: var(Observed::Lost),
        }
    }

    /// The fields that choose it; once the day is taken, the next one is off only once.
    pub fn choice(self) -> Choice {
        let reset = move || {
            self.chosen.set(None);
            self.observed.set(Observed::Lost);
        };
        Choice { view: self.fields(), reset: Box::new(reset) }
    }

    fn fields(self) -> El {
        let often = select(
            "How often",
            move || self.place().map_or_else(String::new, |at| at.to_string()),
            move || {
                let ways = self.ways.get();
                let way = |(at, way): (usize, &YearDay)| (at.to_string(), words::every_year(*way));
                let once = (String::new(), "Only once".to_owned());
                std::iter::once(once).chain(ways.iter().enumerate().map(way)).collect()
            },
            move |value| {
                let way =
                    value.parse().ok().and_then(|at: usize| self.ways.with(|ways| ways.get(at).copied()));
                self.chosen.set(way);
            },
        );
        // Every other rule names its weekday.
        let is_by_date = move || matches!(self.way(), Some(YearDay::Fixed { .. }));
        let moves = move || {
            let value =
                move || MOVES.iter().position(|it| *it == self.observed.get()).unwrap_or(0).to_string();
            let options = || {
                let option = |(at, observed): (usize, &Observed)| {
                    (at.to_string(), words::moving(*observed).to_owned())
                };
                MOVES.iter().enumerate().map(option).collect()
            };
            let choose = move |value: String| {
                let chosen = value.parse().ok().and_then(|at: usize| MOVES.get(at).copied());
                self.observed.set(chosen.unwrap_or(Observed::Lost));
            };
            select("If it falls on a day you do not work", value, options, choose)
        };
        el(html::Div).class("recurrence").child(often).show(is_by_date, moves)
    }

    /// How the day is added to the plan where it comes every year, and what is said then. `None` where it comes only once.
    pub fn adding(self, name: Line) -> Option<(Edit, String)> {
        let day = untrack(move || self.way())?;
        let is_by_date = matches!(day, YearDay::Fixed { .. });
        let observed = if is_by_date { self.observed.get_untracked() } else { Observed::Lost };
        let yearly = YearlyClosure { name, day, days: 1, observed };
        let done = format!("Added: {}", words::yearly_closure(&yearly));
        Some((Edit::AddYearlyClosure(yearly), done))
    }

    /// The way that was chosen, as long as the day that is typed has it.
    fn way(self) -> Option<YearDay> {
        let at = self.place()?;
        self.ways.with(|ways| ways.get(at).copied())
    }

    fn place(self) -> Option<usize> {
        let chosen = self.chosen.get()?;
        self.ways.with(|ways| ways.iter().position(|way| *way == chosen))
    }
}

/// Single days of the plan that come every year, or times of several days, each with its next day.
pub fn yearly_closures(is_listed: fn(&YearlyClosure) -> bool) -> El {
    let session = Session::here();
    let remove = move |at: usize| {
        let plan = session.plan_now();
        let yearly = plan.yearly_closures.iter().filter(|it| is_listed(it)).nth(at)?;
        let done = format!("Removed: {}. Undo brings it back.", words::yearly_closure(yearly));
        Some((Edit::RemoveYearlyClosure(yearly.clone()), done))
    };
    let pairs = move |plan: &Plan| -> Options {
        let today = session.today();
        let pair = |it: &YearlyClosure| (words::yearly_closure(it), words::yearly_name(it, today));
        plan.yearly_closures.iter().filter(|it| is_listed(it)).map(pair).collect()
    };
    dated_list(pairs, Wording { none: "", remove: "Remove:" }, remove)
}

/// A time of days in a row as one that comes every year.
pub fn every_year(first: NaiveDate, days: i64, name: Line) -> Option<YearlyClosure> {
    let day = YearDay::of(first).into_iter().next()?;
    Some(YearlyClosure { name, day, days: u16::try_from(days).ok()?, observed: Observed::Lost })
}
