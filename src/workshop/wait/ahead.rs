//! What comes next in a wait, seen before it is read.

use super::date::date;
use super::reader::Reader;
use super::vocabulary::{
    Counted, among, counted, is_feast, is_part_of_time, kind_of_days, ordinal, weekdays,
};
use crate::plan::Unit;

impl Reader<'_> {
    /// Whether `the latest` comes next; then it is passed over.
    pub(super) fn take_latest(&mut self) -> bool {
        let is_said = self.is(self.at, "the") && self.is(self.at + 1, "latest");
        self.at += if is_said { 2 } else { 0 };
        is_said
    }

    /// Whether the longest there may be of a wait comes next: `2 weeks`, `in 2 weeks`.
    pub(super) fn begins_bounded(&self) -> bool {
        self.is_number(self.at + usize::from(self.is(self.at, "in"))) && !self.begins_day()
    }

    /// Whether the step or the start that begins at a word has something added to it: `step 1 + 3 days`.
    pub(super) fn begins_sum(&self, at: usize) -> bool {
        (at + 1..at + 4).any(|at| self.is(at, "plus") && self.is_number(at + 1))
    }

    /// Whether a word says which of the days on one side of something it is: `the third working day after`.
    pub(super) fn begins_nth(&self, at: usize) -> bool {
        let of_kind = usize::from(kind_of_days(self.word(at + 1)).is_some());
        let side = self.word(at + 2 + of_kind);
        let is_day = matches!(
            counted(self.word(at + 1 + of_kind)),
            Some(Counted::PlainDays | Counted::Of(Unit::WorkingDays, _))
        );
        is_day
            && match self.word(at) {
                "last" => side == "before",
                nth => ordinal(nth).is_some() && among("after before following", side),
            }
    }

    pub(super) fn begins_side(&self) -> bool {
        among("after before", self.word(self.at))
    }

    pub(super) fn begins_step(&self, at: usize) -> bool {
        let article = usize::from(self.is(at, "the"));
        among("step previous it that", self.word(at + article))
    }

    /// Whether a weekday or a date comes next.
    pub(super) fn begins_day(&self) -> bool {
        let at = self.at + usize::from(self.is(self.at, "the"));
        weekdays(self.word(at)).is_some()
            || date(self.tokens.get(self.at..).unwrap_or_default(), self.next_from()).is_some()
    }

    /// Whether an event of the plan, or a feast, comes next.
    pub(super) fn begins_event(&mut self) -> bool {
        let at = self.at;
        let is_event = matches!(self.named(at), Ok(Some(_)));
        (self.at, self.new_event) = (at, None);
        is_event || is_feast(self.word(at))
    }

    /// Whether a further part follows: another length, or days that suit.
    pub(super) fn goes_on(&self) -> bool {
        let is_length = self.first.is_some() && self.is_number(self.at);
        is_length || among("on not best then only", self.word(self.at))
    }

    /// `the end of the month`
    pub(super) fn begins_part_of_time(&self) -> bool {
        let article = usize::from(self.is(self.at, "the"));
        let (word, next) = (self.word(self.at + article), self.word(self.at + article + 1));
        is_part_of_time(word)
            || (matches!(word, "start" | "close") && next == "of")
            || (counted(word).is_some() && next == "end")
    }

    /// Whether a day or a length of time comes next: `the following Monday`, and not `following the fair`.
    pub(super) fn begins_what_comes(&self) -> bool {
        let word = self.word(self.at);
        weekdays(word).is_some()
            || counted(word).is_some()
            || kind_of_days(word).is_some()
            || (self.is_number(self.at) && !self.begins_day())
    }
}
