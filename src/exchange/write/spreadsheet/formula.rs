//! The formulas of a step: what the schedule counts, said in cells (B4, B6, B11-B14, C2).
//!
//! Every step has the same formulas, so that a wait, a window, a wish or a try can be filled in wherever there was none.
//! Only what it is counted from, the outcomes that lead to it, and whose days count are its own.

use super::columns::{Column, Place};
use super::days::Reference;

/// A step above whose outcome leads to a step, and that outcome.
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
}

const EXACT: &str = "\"exact days\"";

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

    /// The day that so many of a unit lead to, and what is taken in its place where that is a day off: as the sign says,
    /// the next one or the one before.
    fn landed(self, from: &str, count: &str, unit: &str, roll: &str) -> String {
        let working = self.workday(from, count);
        let other =
            format!("IF({unit}=\"months\",EDATE({from},{count}),{from}+{count}*IF({unit}=\"weeks\",7,1))");
        let rolled = self.workday(&format!("{other}-{roll}"), roll);
        format!("IF({unit}=\"working days\",{working},IF({unit}={EXACT},{from}+{count},{rolled}))")
    }

    /// Whether somebody tried in vain.
    fn is_tried(self) -> String {
        format!("AND({}<>\"\",{}<>\"\")", self.cell(Column::Tried), self.cell(Column::LastTried))
    }

    /// The first day that is possible: the one chosen, the next try, or by the wait.
    pub fn earliest(self) -> String {
        let [done, put_off, unit, from, wait, tried, last, tries, gap] = [
            Column::DoneOn,
            Column::PutOff,
            Column::Unit,
            Column::From,
            Column::Wait,
            Column::Tried,
            Column::LastTried,
            Column::Tries,
            Column::Gap,
        ]
        .map(|column| self.cell(column));
        let chosen = format!("IF({unit}={EXACT},{put_off},{})", self.rolled(&put_off));
        let again = format!("IF({tried}>={tries},{last},{})", self.workday(&last, &gap));
        let counted = self.landed(&from, &wait, &unit, &format!("IF({wait}<0,-1,1)"));
        let is_tried = self.is_tried();
        format!(
            "IF({done}<>\"\",\"\",IF({put_off}<>\"\",{chosen},IF({is_tried},{again},IF({from}=\"\",\"\",{counted}))))"
        )
    }

    /// The last day that will do.
    pub fn latest(self) -> String {
        let [done, put_off, from, most, unit, earliest] = [
            Column::DoneOn,
            Column::PutOff,
            Column::From,
            Column::AtMost,
            Column::AtMostUnit,
            Column::Earliest,
        ]
        .map(|column| self.cell(column));
        let last = self.landed(&from, &most, &unit, "(-1)");
        let is_tried = self.is_tried();
        format!(
            "IF(OR({done}<>\"\",{from}=\"\",{most}=\"\",{is_tried}),\"\",IF({put_off}<>\"\",IF({last}<{earliest},\"\",{last}),{last}))"
        )
    }

    /// Of the days from one on, the first that suits; where none does in time, that one.
    fn best(self, first: &str) -> String {
        let [unit, unwanted, closed, latest] =
            [Column::Unit, Column::Unwanted, Column::Closed, Column::Latest].map(|column| self.cell(column));
        let on_weekday = format!("MID({unwanted},WEEKDAY({first},2)+1,1)=\"0\"");
        let [unwanted, closed] = [unwanted, closed].map(|digits| format!("RIGHT({digits},7)"));
        let (suits, next) = match &self.days.eves {
            None => (
                on_weekday,
                format!(
                    "IF({unit}={EXACT},WORKDAY.INTL({first},1,{unwanted}),WORKDAY.INTL({first},1,{closed},{}))",
                    self.days.off
                ),
            ),
            Some((eves, off_and_eves)) => (
                format!("AND({on_weekday},COUNTIF({eves},{first})=0)"),
                format!(
                    "IF({unit}={EXACT},WORKDAY.INTL({first},1,{unwanted},{eves}),WORKDAY.INTL({first},1,{closed},{off_and_eves}))"
                ),
            ),
        };
        let last = format!("IF({latest}=\"\",{first}+92,{latest})");
        format!("IF({suits},{first},IFERROR(IF({next}<={last},{next},{first}),{first}))")
    }

    /// The day by its wait, whatever day it is.
    pub fn day(self) -> String {
        let [earliest, put_off] = [Column::Earliest, Column::PutOff].map(|column| self.cell(column));
        format!("IF({earliest}=\"\",\"\",IF({put_off}<>\"\",{earliest},{}))", self.best(&earliest))
    }

    /// The first day left, once one is over.
    pub fn first(self) -> String {
        let [done, earliest, unit] =
            [Column::DoneOn, Column::Earliest, Column::Unit].map(|column| self.cell(column));
        let now = self.not_before;
        format!(
            "IF(OR({done}<>\"\",{now}=\"\",{earliest}=\"\"),\"\",IF({unit}={EXACT},{now},{}))",
            self.rolled(now)
        )
    }

    /// Whether an open step's day is over, though it may still come.
    fn is_over(self) -> String {
        let day = self.cell(Column::Day);
        let now = self.not_before;
        let may_come = self.forks.iter().map(|(row, outcome)| {
            let [done, turn] = [Column::DoneOn, Column::Turn].map(|column| self.place.other(*row, column));
            format!(",OR({done}=\"\",{turn}=\"{outcome}\")")
        });
        format!("IF({now}=\"\",FALSE,AND({day}<{now}{}))", may_come.collect::<String>())
    }

    /// The day it was done, or is due.
    pub fn due(self) -> String {
        let [done, day, first] = [Column::DoneOn, Column::Day, Column::First].map(|column| self.cell(column));
        let pushed = self.best(&first);
        format!("IF({done}<>\"\",{done},IF({day}=\"\",\"\",IF({},{pushed},{day})))", self.is_over())
    }

    /// The day of the last try, where all are in vain.
    pub fn last_try(self) -> String {
        let [done, due, gap, tries, tried] =
            [Column::DoneOn, Column::Due, Column::Gap, Column::Tries, Column::Tried]
                .map(|column| self.cell(column));
        let is_tried = self.is_tried();
        let left = format!("IF({is_tried},MAX({tries}-{tried}-1,0),{tries}-1)");
        let last = self.workday(&due, &format!("{gap}*{left}"));
        format!("IF({done}<>\"\",{done},IF({due}=\"\",\"\",{last}))")
    }

    /// Since when it is late.
    pub fn late_since(self) -> String {
        let [done, day, latest] =
            [Column::DoneOn, Column::Day, Column::Latest].map(|column| self.cell(column));
        let now = self.not_before;
        let by = format!("IF({latest}=\"\",{day},{latest})");
        format!(
            "IF(OR({done}<>\"\",{day}=\"\",{now}=\"\"),\"\",IF(AND({day}<{now},{by}<{now}{}),{by},\"\"))",
            self.is_taken()
        )
    }

    fn is_taken(self) -> String {
        let taken =
            |(row, outcome): &Fork| format!(",{}=\"{outcome}\"", self.place.other(*row, Column::Turn));
        self.forks.iter().map(taken).collect()
    }

    /// Says so where it is not on the way.
    pub fn path(self) -> String {
        format!("IF(AND(TRUE{}),\"\",\"not on the way\")", self.is_taken())
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

/// What stands before digits that are worked out, so that they are not kept as a number.
pub const LETTER: char = 'd';

/// The weekdays as they are named in cells.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
