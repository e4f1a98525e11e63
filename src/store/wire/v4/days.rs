//! The records of version 4 that say which days are worked.

use std::borrow::Cow;

use chrono::Weekday;

use crate::calendar::{Easter, YearDay};
use crate::plan::{Closure, Direction, Holiday, HolidaySet, YearlyClosure};
use crate::store::Fault;
use crate::store::wire::record::record;
use crate::store::wire::shape::{Shapes, narrowed, words};
use crate::store::wire::{Found, Value, Word, Writer};

record!(Holiday { date "date", name "name" or usual });

record!(HolidaySet {
    code "code",
    name "name",
    through "through",
    days "days",
    worked "worked" or usual,
});

record!(Closure { first "first", last "last", name "name" or usual, who "who" or usual });

record!(YearlyClosure { name "name" or usual, day "day", days "days", observed "observed" });

/// The kinds of a [`YearDay`].
const KINDS: [&str; 6] = ["date", "nth", "last", "on-or-after", "before", "easter"];

/// The parts of a [`YearDay`]: of which kind it is, and what that kind needs.
#[derive(Default)]
struct YearDayParts {
    kind: String,
    month: Option<u32>,
    day: Option<u32>,
    nth: Option<u8>,
    weekday: Option<Weekday>,
    easter: Option<Easter>,
    days: Option<i32>,
    direction: Option<Direction>,
}

record!(YearDayParts {
    kind "kind",
    month "month" or usual,
    day "day" or usual,
    nth "nth" or usual,
    weekday "weekday" or usual,
    easter "easter" or usual,
    days "days" or usual,
    direction "direction" or usual,
});

impl YearDayParts {
    /// The day, if all that its kind needs is there.
    fn day(&self) -> Option<YearDay> {
        Some(match &*self.kind {
            "date" => YearDay::Fixed { month: self.month?, day: self.day? },
            "nth" => YearDay::Nth { nth: self.nth?, weekday: self.weekday?, month: self.month? },
            "last" => YearDay::Last { weekday: self.weekday?, month: self.month? },
            "on-or-after" => {
                YearDay::OnOrAfter { weekday: self.weekday?, month: self.month?, day: self.day? }
            }
            "before" => YearDay::Before { weekday: self.weekday?, month: self.month?, day: self.day? },
            "easter" => {
                let days = i16::try_from(self.days?).ok()?;
                YearDay::FromEaster(self.easter?, if self.is_back() { -days } else { days })
            }
            _ => return None,
        })
    }

    fn is_back(&self) -> bool {
        self.direction == Some(Direction::Before)
    }
}

impl From<YearDay> for YearDayParts {
    fn from(day: YearDay) -> Self {
        let of_kind = |kind: &str| Self { kind: kind.to_owned(), ..Self::default() };
        let on = |kind, weekday, month, day| Self {
            month: Some(month),
            day: Some(day),
            weekday: Some(weekday),
            ..of_kind(kind)
        };
        match day {
            YearDay::Fixed { month, day } => Self { month: Some(month), day: Some(day), ..of_kind("date") },
            YearDay::Nth { nth, weekday, month } => {
                Self { month: Some(month), nth: Some(nth), weekday: Some(weekday), ..of_kind("nth") }
            }
            YearDay::Last { weekday, month } => {
                Self { month: Some(month), weekday: Some(weekday), ..of_kind("last") }
            }
            YearDay::OnOrAfter { weekday, month, day } => on("on-or-after", weekday, month, day),
            YearDay::Before { weekday, month, day } => on("before", weekday, month, day),
            YearDay::FromEaster(easter, days) => Self {
                easter: Some(easter),
                days: Some(days.unsigned_abs().into()),
                direction: (days < 0).then_some(Direction::Before),
                ..of_kind("easter")
            },
        }
    }
}

impl Value for YearDay {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        let parts = YearDayParts::read(found)?;
        let day = parts.day();
        // What its kind does not need would be lost.
        let is_whole = |day: &Self| {
            let again = YearDayParts::from(*day);
            again.month == parts.month
                && again.day == parts.day
                && again.nth == parts.nth
                && again.weekday == parts.weekday
                && again.easter == parts.easter
                && again.days == parts.days
                && again.is_back() == parts.is_back()
        };
        day.filter(is_whole).ok_or_else(|| {
            found.fault("it must be a date, nth, last, on-or-after, before or easter, with what that needs")
        })
    }

    fn write(&self, w: &mut Writer) {
        YearDayParts::from(*self).write(w);
    }

    fn shape(shapes: &mut Shapes) -> String {
        narrowed(&YearDayParts::shape(shapes), [("kind", words(KINDS))])
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Word for Weekday {
    fn word(&self) -> Cow<'_, str> {
        WEEKDAYS.get(self.num_days_from_monday() as usize).copied().unwrap_or_default().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        let day = WEEKDAYS.iter().position(|known| *known == word).and_then(|day| u8::try_from(day).ok());
        day.and_then(|day| Self::try_from(day).ok())
            .ok_or_else(|| format!("it must be one of {}", WEEKDAYS.join(", ")))
    }

    fn shape() -> String {
        words(WEEKDAYS)
    }
}
