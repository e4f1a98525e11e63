//! How long something lasts, in the days it is counted in.

use super::count;
use crate::calendar::{CalendarDays, WorkingDays};

/// `1 day`, `14 days`: every day counts. Below zero is none.
pub fn days(days: CalendarDays) -> String {
    count(usize::try_from(days.0).unwrap_or(0), "day")
}

/// `1 working day`, `3 working days`. Below zero is none.
pub fn workdays(days: WorkingDays) -> String {
    count(usize::try_from(days.0).unwrap_or(0), "working day")
}

/// `2 working days later`; nothing when it is as it was.
pub fn later(by: WorkingDays) -> String {
    let length = workdays(WorkingDays(by.0.saturating_abs()));
    match by.0 {
        0 => String::new(),
        1.. => format!("{length} later"),
        ..0 => format!("{length} earlier"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_say_which_days_they_are() {
        assert_eq!(days(CalendarDays(1)), "1 day");
        assert_eq!(workdays(WorkingDays(2)), "2 working days");
        assert_eq!(later(WorkingDays(-1)), "1 working day earlier");
        assert_eq!(later(WorkingDays(3)), "3 working days later");
        assert_eq!(later(WorkingDays(0)), "");
    }
}
