//! One row of a step, cell by cell (B2-B8, B10).

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Format, Worksheet};

use super::asks::Asks;
use super::basis::Found;
use super::cell::{day_result, put_day, put_formula, put_number, put_text, serial};
use super::columns::Column;
use super::count::{Results, signed};
use super::formula::{LETTER, Line, WEEKDAYS};
use super::look::Look;
use super::steps::{Entry, Steps, Still};
use super::table::fit_row;
use crate::calendar::DayNumber;
use crate::plan::{Anchor, Eves, Fate, PlanParts};
use crate::schedule::{Basis, Place as OnPath, StepFacts};
use crate::words;

/// A row as it is written.
pub struct RowOf<'a, 's> {
    pub steps: &'a Steps<'a>,
    pub at: usize,
    pub sheet: &'s mut Worksheet,
}

impl RowOf<'_, '_> {
    fn entry(&self) -> &Entry<'_> {
        &self.steps.entries[self.at]
    }

    fn at(&self, column: Column) -> (u32, u16) {
        (self.entry().row, self.steps.place.of(column))
    }

    fn text(&mut self, column: Column, text: &str, format: &Format) {
        // Where there are many rows, an empty cell is left out unless something belongs in it.
        let is_input = matches!(column, Column::Outcome | Column::Weekdays);
        if text.is_empty() && self.steps.is_lean && !is_input {
            return;
        }
        let at = self.at(column);
        put_text(self.sheet, at, text, format);
    }

    fn number(&mut self, column: Column, number: Option<i32>, format: &Format) {
        let at = self.at(column);
        match number {
            Some(number) => put_number(self.sheet, at, number, format),
            None => put_text(self.sheet, at, "", format),
        }
    }

    fn day(&mut self, column: Column, day: Option<NaiveDate>, format: &Format) {
        let at = self.at(column);
        put_day(self.sheet, at, day, format);
    }

    fn formula(&mut self, column: Column, formula: &str, result: &str, format: &Format) {
        let at = self.at(column);
        put_formula(self.sheet, at, formula, result, format);
    }

    /// What is said of the step, and what can be filled in.
    pub fn put_words(mut self, look: &Look, asks: Asks, still: Option<Still>) {
        let (plan, steps) = (self.steps.plan, self.steps);
        let entry = &steps.entries[self.at];
        let (step, facts) = (entry.step, &entry.facts);
        let place = i32::try_from(facts.number).unwrap_or(i32::MAX);
        let (with, basis, remark) = (words::with(step), basis(plan, entry, self.at), remark(facts, still));
        self.number(Column::Number, Some(place), &look.number);
        self.text(Column::What, step.what.as_str(), &look.text);
        self.day(Column::DoneOn, facts.due.filter(|_| entry.is_over()), &look.date_input);
        self.text(Column::Who, &entry.who, &look.text);
        self.text(Column::With, &with, &look.text);
        self.text(Column::Basis, &basis, &look.text);
        self.text(Column::Remark, &remark, &look.text);
        self.number(Column::Wait, Some(signed(facts.wait.span, facts.wait.direction)), &look.number_input);
        self.text(Column::Unit, words::unit_cell(facts.wait.span.unit()), asks.unit_look(look));
        self.put_conditions(look, asks);
        self.day(Column::PutOff, facts.postponed, &look.date_input);
        let outcome = match facts.fate {
            Some(Fate::Done(outcome)) => outcome.map(words::outcome).unwrap_or_default(),
            _ => "",
        };
        self.text(Column::Outcome, outcome, &look.text_input);
        self.day(Column::Planned, facts.baseline, &look.date);
        let action = step.action.and_then(|action| plan.action(action));
        let (goal, action) =
            action.map_or(("", ""), |(goal, action)| (goal.text.as_str(), action.text.as_str()));
        self.text(Column::Goal, goal, &look.text);
        self.text(Column::Action, action, &look.text);
        let texts = [
            (Column::What, step.what.as_str()),
            (Column::Who, &entry.who),
            (Column::With, &with),
            (Column::Basis, &basis),
            (Column::Remark, &remark),
            (Column::Condition, &condition(facts)),
        ];
        fit_row(self.sheet, entry.row, texts.map(|(column, text)| (text, column.heading().width)));
        // Without breaks, so that a long message leaves its row as high as the others.
        self.text(Column::Notes, entry.notes, &look.line);
    }

    /// Windows, wishes and tries, as far as the formulas ask for them.
    fn put_conditions(&mut self, look: &Look, asks: Asks) {
        let steps = self.steps;
        let entry = &steps.entries[self.at];
        let facts = &entry.facts;
        self.text(Column::Condition, &condition(facts), &look.text);
        if asks.has_latest() {
            let most = facts.wait.latest;
            let length = most.map(|span| signed(span, facts.wait.direction));
            self.number(Column::AtMost, length, &look.number_input);
            let unit = most.unwrap_or(facts.wait.span).unit();
            self.text(Column::AtMostUnit, words::unit_cell(unit), asks.unit_look(look));
        }
        if asks.is_choosy() {
            let wished = facts.wait.weekdays.map(|days| {
                let wished = words::WEEK.into_iter().zip(WEEKDAYS).filter(|(day, _)| days.is_worked(*day));
                wished.map(|(_, name)| name).collect::<Vec<_>>().join(", ")
            });
            self.text(Column::Weekdays, &wished.unwrap_or_default(), &look.text_input);
        }
        if asks.is_tried() {
            self.number(Column::Tries, Some(facts.attempts.count().into()), &look.number_input);
            self.number(Column::Gap, Some(facts.attempts.gap().into()), &look.number_input);
            let tried = entry.mark.and_then(|(on, fate)| match fate {
                Fate::Tried(times) => Some((on, i32::from(times))),
                Fate::Done(_) | Fate::Skipped => None,
            });
            self.number(Column::Tried, tried.map(|(_, times)| times), &look.number_input);
            self.day(Column::LastTried, tried.map(|(on, _)| on), &look.date_input);
        }
    }

    /// The days as formulas.
    pub fn put_days(mut self, look: &Look, line: Line<'_>, from: &Found, results: &Results) {
        match from {
            (formula, day) if formula.is_empty() => {
                self.day(Column::From, day.and_then(DayNumber::date), &look.date_input);
            }
            (formula, day) => self.formula(Column::From, formula, &day_result(*day), &look.date),
        }
        if line.asks.is_choosy() {
            self.put_wishes(look, line);
        }
        for (column, formula, day, format) in [
            (Column::Earliest, line.earliest(), results.earliest, &look.inner_date),
            (Column::Day, line.day(), results.day, &look.inner_date),
            (Column::First, line.first(), results.first, &look.inner_date),
            (Column::Left, line.left(), results.left, &look.inner_date),
            (Column::Due, line.due(), results.due, &look.due),
            (Column::LastTry, line.last_try(), results.last_try, &look.inner_date),
            (Column::LateSince, line.late_since(), results.late_since, &look.date),
        ] {
            self.formula(column, &formula, &day_result(day), format);
        }
        if line.asks.has_latest() {
            self.formula(Column::Latest, &line.latest(), &day_result(results.latest), &look.date);
        }
    }

    /// The weekdays that do not suit, as the formulas take them.
    fn put_wishes(&mut self, look: &Look, line: Line<'_>) {
        let wished = self.entry().facts.wait.weekdays;
        let unwanted = wished.map_or_else(|| "0000000".to_owned(), |days| days.mask());
        let closed = if line.days.is_laid_out {
            unwanted.clone()
        } else {
            let week = self.steps.days.calendar(self.entry().by).week().mask();
            let both = unwanted.chars().zip(week.chars());
            both.map(|(one, other)| if one == '1' || other == '1' { '1' } else { '0' }).collect()
        };
        let [unwanted, closed] = [unwanted, closed].map(|digits: String| format!("{LETTER}{digits}"));
        self.formula(Column::Unwanted, &line.unwanted(), &unwanted, &look.inner);
        self.formula(Column::Closed, &line.closed(), &closed, &look.inner);
    }

    /// The days as they are. Only the day it is done moves them.
    pub fn put_still(mut self, look: &Look) {
        let facts = self.entry().facts;
        let done = self.steps.place.cell(self.entry().row, Column::DoneOn);
        let last_try = facts.last_attempt.or(facts.due);
        for (column, day, format) in
            [(Column::Due, facts.due, &look.still), (Column::LastTry, last_try, &look.inner_date)]
        {
            match day {
                Some(date) if serial(DayNumber::of(date)).is_none() => self.day(column, day, format),
                day => {
                    let written =
                        day.map(|date| format!("DATE({},{},{})", date.year(), date.month(), date.day()));
                    let written = written.unwrap_or_else(|| "\"\"".to_owned());
                    let result = day_result(day.map(DayNumber::of));
                    self.formula(column, &format!("IF({done}=\"\",{written},{done})"), &result, format);
                }
            }
        }
        self.day(Column::From, facts.derivation.map(|derivation| derivation.from), &look.still);
        self.day(Column::Latest, facts.latest, &look.still);
        self.day(Column::LateSince, facts.overdue_since, &look.still);
    }

    /// How it stands, and where the way goes on.
    pub fn put_turns(mut self, look: &Look, line: Line<'_>) {
        let entry = &self.steps.entries[self.at];
        match entry.facts.fate {
            Some(Fate::Skipped) => self.text(Column::State, "skipped", &look.text_input),
            Some(Fate::Done(_)) => self.formula(Column::State, &line.state(), "done", &look.text_input),
            Some(Fate::Tried(_)) | None => {
                self.formula(Column::State, &line.state(), "open", &look.text_input);
            }
        }
        if !line.forks.is_empty() {
            let path = if entry.facts.place == OnPath::OnPath { "" } else { "not on the way" };
            self.formula(Column::Path, &line.path(), path, &look.text);
        }
        if self.is_fork() {
            let expected = entry.facts.expected.map(words::outcome).unwrap_or_default();
            let turn = entry.turn().map(words::outcome).unwrap_or_default();
            self.formula(Column::Turn, &line.turn(expected), turn, &look.inner);
        }
    }

    /// Whether the way parts at the step.
    fn is_fork(&self) -> bool {
        let parts = |other: &Entry<'_>| other.facts.fork.is_some_and(|fork| fork.number == self.at + 1);
        self.steps.entries.iter().any(parts)
    }
}

/// What a step is counted from, in words that stay true whatever is filled in.
fn basis(plan: &PlanParts, entry: &Entry<'_>, at: usize) -> String {
    match (entry.step.delay.anchor(), entry.facts.basis) {
        (_, basis @ Basis::Touchpoint(_)) => words::basis_name(plan, basis),
        (Anchor::PreviousStep, _) if at > 0 => "the step before".to_owned(),
        (Anchor::Date(_), _) => "a date".to_owned(),
        (_, basis) => words::basis_name(plan, basis),
    }
}

fn condition(facts: &StepFacts) -> String {
    let eves = (facts.wait.eves == Eves::Avoided).then_some("not right before a holiday");
    let parts = [Some(words::condition(facts)).filter(|text| !text.is_empty()), eves.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is to be known of its day; first why it does not go on counting.
fn remark(facts: &StepFacts, still: Option<Still>) -> String {
    let still = still.map(|still| match still {
        Still::Far => "Does not go on counting: it lies beyond the days that are listed",
        Still::Paths => "Does not go on counting: too many paths lead to it",
        Still::OwnDays => "Does not go on counting: whoever does it has working days of their own",
        Still::Course => "Does not go on counting: more is known of this contact than a sheet can say",
        Still::Other => "Does not go on counting: its day follows from more than its wait",
    });
    let parts = [still.map(str::to_owned), facts.notice.map(words::notice)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}
