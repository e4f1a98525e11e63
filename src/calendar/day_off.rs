use chrono::Weekday;

/// Why a date is not a working day.
///
/// A holiday on a weekday that is not worked anyway is [`DayOff::Weekend`]: it takes nothing away (B14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// The week is not worked on this weekday, whichever it is.
    Weekend(Weekday),
    /// The weekday is worked, the date is a holiday.
    Holiday,
}
