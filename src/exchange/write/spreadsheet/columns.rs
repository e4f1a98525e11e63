//! The columns of a table of steps.

/// A column of a table of steps, in the order in which they stand: first what is printed, then what else can be changed
/// or is to be known, last what the formulas count in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Column {
    Number,
    What,
    Due,
    DoneOn,
    State,
    Who,
    With,
    Wait,
    Unit,
    Basis,
    Remark,
    Outcome,
    PutOff,
    LateSince,
    Latest,
    From,
    AtMost,
    AtMostUnit,
    Weekdays,
    Condition,
    Tries,
    Gap,
    Tried,
    LastTried,
    Planned,
    Goal,
    Action,
    Notes,
    Path,
    Turn,
    Unwanted,
    Closed,
    Earliest,
    Day,
    First,
    Left,
    LastTry,
}

/// What is to be known of a column.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// What stands at its top.
    pub title: &'static str,
    /// How wide it is, in letters.
    pub width: u8,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 37] = [
        Self::Number,
        Self::What,
        Self::Due,
        Self::DoneOn,
        Self::State,
        Self::Who,
        Self::With,
        Self::Wait,
        Self::Unit,
        Self::Basis,
        Self::Remark,
        Self::Outcome,
        Self::PutOff,
        Self::LateSince,
        Self::Latest,
        Self::From,
        Self::AtMost,
        Self::AtMostUnit,
        Self::Weekdays,
        Self::Condition,
        Self::Tries,
        Self::Gap,
        Self::Tried,
        Self::LastTried,
        Self::Planned,
        Self::Goal,
        Self::Action,
        Self::Notes,
        Self::Path,
        Self::Turn,
        Self::Unwanted,
        Self::Closed,
        Self::Earliest,
        Self::Day,
        Self::First,
        Self::Left,
        Self::LastTry,
    ];

    /// The last one that is printed.
    pub const LAST_PRINTED: Self = Self::Remark;

    /// The first of those that only count.
    pub const FIRST_INNER: Self = Self::Turn;

    /// The last one of all.
    pub const LAST: Self = Self::LastTry;

    /// Its place, from 0.
    pub const fn place(self) -> u16 {
        self as u16
    }

    /// What is to be known of it.
    pub const fn heading(self) -> Heading {
        let (title, width) = match self {
            Self::Number => ("Step", 6),
            Self::What => ("What", 40),
            Self::Due => ("Due", 17),
            Self::DoneOn => ("Done on", 17),
            Self::State => ("State", 9),
            Self::Who => ("Who", 16),
            Self::With => ("With", 22),
            Self::Wait => ("Wait", 6),
            Self::Unit => ("Unit", 15),
            Self::Basis => ("Counted from", 16),
            Self::Remark => ("Remark when written", 30),
            Self::Outcome => ("What came of it", 18),
            Self::PutOff => ("Put off to", 17),
            Self::LateSince => ("Late since", 17),
            Self::Latest => ("At the latest", 17),
            Self::From => ("Counted from the day", 17),
            Self::AtMost => ("Wait at most", 8),
            Self::AtMostUnit => ("Unit of that", 15),
            Self::Weekdays => ("Only on", 16),
            Self::Condition => ("Under what conditions", 30),
            Self::Tries => ("Tries at most", 8),
            Self::Gap => ("Working days between tries", 10),
            Self::Tried => ("Tries in vain", 8),
            Self::LastTried => ("Last try in vain", 17),
            Self::Planned => ("Planned when written", 17),
            Self::Goal => ("Goal", 24),
            Self::Action => ("Action", 24),
            Self::Notes => ("Notes", 40),
            Self::Path => ("Path", 10),
            Self::Turn => ("Goes on with", 14),
            Self::Unwanted => ("Weekdays that do not suit", 12),
            Self::Closed => ("Those and days off", 12),
            Self::Earliest => ("Earliest", 17),
            Self::Day => ("By its wait", 17),
            Self::First => ("First day left", 17),
            Self::Left => ("Best of those", 17),
            Self::LastTry => ("Last try", 17),
        };
        Heading { title, width }
    }
}

/// Where a table of steps stands on its sheet.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The column its first one is in.
    pub left: u16,
}

impl Place {
    /// Where a column is.
    pub fn of(self, column: Column) -> u16 {
        self.left + column.place()
    }

    /// `C5`: its own cell, for whatever stands in the same row.
    pub fn cell(self, row: u32, column: Column) -> String {
        super::cell::address(row, self.of(column))
    }

    /// `$C$5`: the cell of another row.
    pub fn other(self, row: u32, column: Column) -> String {
        super::cell::fixed(row, self.of(column))
    }
}
