//! The formulas of a step: what the schedule counts, said in cells (B4, B6, B11-B14, C2).
//!
//! In the sequences every step has the same formulas, so that a wait, a window, a wish or a try can be filled in wherever
//! there was none. Only what it is counted from, the outcomes that lead to it, and whose days count are its own.

use super::asks::Asks;
use super::columns::{Column, Place};
use super::days::Reference;
use crate::plan::Unit;
use crate::words;

/// A step above whose outcome leads to a step, by its row, and that outcome.
pub type Fork = (u32, &'static str);

/// The row of a step, with what its formulas are made of.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub place: Place,
    pub row: u32,
    pub days: &'a Reference,
    /// The day before which no open step is due; an empty cell or text where none is.
    pub not_before: &'a str,
    /// The forks on the way to it, by their rows.
    pub forks: &'a [Fork],
    pub asks: Asks,
}

impl Line<'_> {
    fn cell(self, column: Column) -> String {
        self.place.cell(self.row, column)
    }

    /// So many working days from a day.
    fn workday(self, from: &str, count: &str) -> String {
        format!("WORKDAY.INTL({from},{count},{},{})", self.days.week, self.days.off)
    }

    /// A day, or the first that is worked after it.
    fn rolled(self, day: &str) -> String {
        self.workday(&format!("{day}-1"), "1")
    }

    /// One thing where the unit in a cell is that, another where it is not.
    fn by_unit(self, cell: Column, known: Option<Unit>, unit: Unit, yes: &str, no: &str) -> String {
        match known {
            Some(known) if known == unit => yes.to_owned(),
            Some(_) => no.to_owned(),
            None => format!("IF({}=\"{}\",{yes},{no})", self.cell(cell), words::unit_cell(unit)),
        }
    }

    /// The same for the unit of the wait.
    fn if_exact(self, yes: &str, no: &str) -> String {
        self.by_unit(Column::Unit, self.asks.unit(), Unit::ExactDays, yes, no)
    }

    /// The day that a wait leads to, and what is taken in its place where that is a day off: as the sign says, the next one
    /// or the one before.
    fn landed(self, [wait, unit]: [Column; 2], known: Option<Unit>, roll: &str) -> String {
        let [from, count] = [Column::From, wait].map(|column| self.cell(column));
        let by = |is: Unit, yes: &str, no: &str| self.by_unit(unit, known, is, yes, no);
        let days = format!("{from}+{count}");
        let weeks = by(Unit::Weeks, &format!("{from}+{count}*7"), &days);
        let months = by(Unit::Months, &format!("EDATE({from},{count})"), &weeks);
        let rolled = self.workday(&format!("{months}-{roll}"), roll);
        by(Unit::WorkingDays, &self.workday(&from, &count), &by(Unit::ExactDays, &days, &rolled))
    }

    /// Whether somebody tried in vain.
    fn is_tried(self) -> String {
        format!("AND({}<>\"\",{}<>\"\")", self.cell(Column::Tried), self.cell(Column::LastTried))
    }

    /// The first day that is possible: the one chosen, the next try, or by the wait.
    pub fn earliest(self) -> String {
        let [done, put_off, from, wait] =
            [Column::DoneOn, Column::PutOff, Column::From, Column::Wait].map(|column| self.cell(column));
        let chosen = self.if_exact(&put_off, &self.rolled(&put_off));
        let roll = format!("IF({wait}<0,-1,1)");
        let counted = self.landed([Column::Wait, Column::Unit], self.asks.unit(), &roll);
        let counted = format!("IF({from}=\"\",\"\",{counted})");
        let counted = if self.asks.is_tried() {
            let [tried, last, tries, gap] = [Column::Tried, Column::LastTried, Column::Tries, Column::Gap]
                .map(|column| self.cell(column));
            let again = format!("IF({tried}>={tries},{last},{})", self.workday(&last, &gap));
            format!("IF({},{again},{counted})", self.is_tried())
        } else {
            counted
        };
        format!("IF({done}<>\"\",\"\",IF({put_off}<>\"\",{chosen},{counted}))")
    }

    /// The last day that will do.
    pub fn latest(self) -> String {
        let [done, put_off, from, most, earliest] =
            [Column::DoneOn, Column::PutOff, Column::From, Column::AtMost, Column::Earliest]
                .map(|column| self.cell(column));
        let last = self.landed([Column::AtMost, Column::AtMostUnit], self.asks.latest_unit(), "(-1)");
        let is_tried = if self.asks.is_tried() { self.is_tried() } else { "FALSE".to_owned() };
        format!(
            "IF(OR({done}<>\"\",{from}=\"\",{most}=\"\",{is_tried}),\"\",IF({put_off}<>\"\",IF({last}<{earliest},\"\",{last}),{last}))"
        )
    }

    /// Of the days from one on, the first that suits; where none does in time, that one.
    fn best(self, first: &str) -> String {
        if !self.asks.is_choosy() {
            return first.to_owned();
        }
        let [unwanted, closed, latest] =
            [Column::Unwanted, Column::Closed, Column::Latest].map(|column| self.cell(column));
        let on_weekday = format!("MID({unwanted},WEEKDAY({first},2)+1,1)=\"0\"");
        let (suits, exact, other) = match &self.days.eves {
            None => (on_weekday, String::new(), &self.days.off),
            Some((eves, both)) => {
                (format!("AND({on_weekday},COUNTIF({eves},{first})=0)"), format!(",{eves}"), both)
            }
        };
        let next = self.if_exact(
            &format!("WORKDAY.INTL({first},1,RIGHT({unwanted},7){exact})"),
            &format!("WORKDAY.INTL({first},1,RIGHT({closed},7),{other})"),
        );
        let last = format!("IF({latest}=\"\",{first}+92,{latest})");
        format!("IF({suits},{first},IFERROR(IF({next}<={last},{next},{first}),{first}))")
    }

    /// The day by its wait, whatever day it is.
    pub fn day(self) -> String {
        let [earliest, put_off] = [Column::Earliest, Column::PutOff].map(|column| self.cell(column));
        if !self.asks.is_choosy() {
            return earliest;
        }
        let best = self.best(&earliest);
        format!("IF({earliest}=\"\",\"\",IF({put_off}<>\"\",{earliest},{best}))")
    }

    /// The first day left, once one is over.
    pub fn first(self) -> String {
        let [done, earliest] = [Column::DoneOn, Column::Earliest].map(|column| self.cell(column));
        let now = self.not_before;
        let first = self.if_exact(now, &self.rolled(now));
        format!("IF(OR({done}<>\"\",{now}=\"\",{earliest}=\"\"),\"\",{first})")
    }

    /// The best of the days left.
    pub fn left(self) -> String {
        let first = self.cell(Column::First);
        if !self.asks.is_choosy() {
            return first;
        }
        format!("IF({first}=\"\",\"\",{})", self.best(&first))
    }

    /// Whether an open step's day is over, though it may still come.
    fn is_over(self) -> String {
        let is_over = format!("{}<{}", self.cell(Column::Day), self.not_before);
        let may_come = self.forks.iter().map(|(row, outcome)| {
            let [done, turn] = [Column::DoneOn, Column::Turn].map(|column| self.place.other(*row, column));
            format!("OR({done}=\"\",{turn}=\"{outcome}\")")
        });
        all(std::iter::once(is_over).chain(may_come))
    }

    /// The day it was done, or is due.
    pub fn due(self) -> String {
        let [done, day, left] = [Column::DoneOn, Column::Day, Column::Left].map(|column| self.cell(column));
        // Without a day left, nothing is over.
        let is_over = self.is_over();
        format!("IF({done}<>\"\",{done},IF({left}=\"\",{day},IF({is_over},{left},{day})))")
    }

    /// The day of the last try, where all are in vain.
    pub fn last_try(self) -> String {
        let [done, due, gap, tries, tried] =
            [Column::DoneOn, Column::Due, Column::Gap, Column::Tries, Column::Tried]
                .map(|column| self.cell(column));
        if !self.asks.is_tried() {
            return due;
        }
        let left = format!("IF({},MAX({tries}-{tried}-1,0),{tries}-1)", self.is_tried());
        let last = self.workday(&due, &format!("{gap}*{left}"));
        format!("IF({done}<>\"\",{done},IF({due}=\"\",\"\",{last}))")
    }

    /// Since when it is late.
    pub fn late_since(self) -> String {
        let [left, day, latest] = [Column::Left, Column::Day, Column::Latest].map(|column| self.cell(column));
        let now = self.not_before;
        let by =
            if self.asks.has_latest() { format!("IF({latest}=\"\",{day},{latest})") } else { day.clone() };
        let is_late = [format!("{day}<{now}"), format!("{by}<{now}")].into_iter().chain(self.taken());
        format!("IF({left}=\"\",\"\",IF({},{by},\"\"))", all(is_late))
    }

    /// What must be so for it to lie on the way.
    fn taken(self) -> impl Iterator<Item = String> {
        let place = self.place;
        let taken = move |(row, outcome): &Fork| format!("{}=\"{outcome}\"", place.other(*row, Column::Turn));
        self.forks.iter().map(taken)
    }

    /// Says so where it is not on the way.
    pub fn path(self) -> String {
        format!("IF({},\"\",\"not on the way\")", all(self.taken()))
    }

    /// With what outcome it goes on, as far as is known.
    pub fn turn(self, expected: &str) -> String {
        let [done, state, outcome] =
            [Column::DoneOn, Column::State, Column::Outcome].map(|column| self.cell(column));
        format!("IF({done}=\"\",\"{expected}\",IF({state}=\"skipped\",\"\",{outcome}&\"\"))")
    }

    /// How it stands.
    pub fn state(self) -> String {
        format!("IF({}=\"\",\"open\",\"done\")", self.cell(Column::DoneOn))
    }

    /// The weekdays that do not suit, as a letter and seven digits from Monday.
    pub fn unwanted(self) -> String {
        let wished = self.cell(Column::Weekdays);
        let digits = WEEKDAYS.map(|day| format!("IF(ISNUMBER(SEARCH(\"{day}\",{wished})),\"0\",\"1\")"));
        format!("\"{LETTER}\"&IF({wished}=\"\",\"0000000\",{})", digits.join("&"))
    }

    /// The weekdays that do not suit or are off.
    pub fn closed(self) -> String {
        let unwanted = self.cell(Column::Unwanted);
        if self.days.is_laid_out {
            return unwanted;
        }
        let digit = |at: usize| {
            let (own, week) = (at + 1, self.days.week);
            format!("IF(OR(MID({unwanted},{own},1)=\"1\",MID({week},{at},1)=\"1\"),\"1\",\"0\")")
        };
        format!("\"{LETTER}\"&{}", (1..=7).map(digit).collect::<Vec<_>>().join("&"))
    }
}

/// All of these conditions.
fn all(conditions: impl Iterator<Item = String>) -> String {
    let conditions: Vec<_> = conditions.collect();
    match &conditions[..] {
        [] => "TRUE".to_owned(),
        [only] => only.clone(),
        _ => format!("AND({})", conditions.join(",")),
    }
}

/// What stands before digits that are worked out, so that they are not kept as a number.
pub const LETTER: char = 'd';

/// The weekdays as they are named in cells.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
