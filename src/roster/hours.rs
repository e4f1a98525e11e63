//! Hours for follow-up in a week, as people type them.

/// The most that a week has.
const MOST: u16 = 168;

/// Why a text is no number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHours {
    /// It is no number.
    NoNumber,
    /// It is finer than half an hour.
    NoHalf,
    /// There are not so many in a week.
    TooMany,
}

/// The minutes of so many hours: `5`, `2.5`, `2,5`. An empty text is no limit.
///
/// # Errors
/// [`NotHours`].
pub fn minutes_of_hours(typed: &str) -> Result<Option<u16>, NotHours> {
    let typed = typed.trim().trim_end_matches(['h', ' ']);
    if typed.is_empty() {
        return Ok(None);
    }
    let (whole, part) = typed.split_once(['.', ',']).unwrap_or((typed, ""));
    let is_number = |text: &str| text.chars().all(|it| it.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || (whole.is_empty() && part.is_empty()) {
        return Err(NotHours::NoNumber);
    }
    let half = match part.trim_end_matches('0') {
        "" => 0,
        "5" => 30,
        _ => return Err(NotHours::NoHalf),
    };
    let whole: u16 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| NotHours::TooMany)? };
    let minutes = (whole <= MOST).then(|| whole * 60 + half).filter(|minutes| *minutes <= MOST * 60);
    minutes.map(Some).ok_or(NotHours::TooMany)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_by_halves_and_nothing_is_no_limit() {
        for (typed, minutes) in
            [("", None), ("  ", None), ("5", Some(300)), ("2.5", Some(150)), ("2,50", Some(150))]
        {
            assert_eq!(minutes_of_hours(typed), Ok(minutes), "{typed}");
        }
        for (typed, minutes) in [("0", 0), (",5", 30), ("4 h", 240), ("168", 10_080)] {
            assert_eq!(minutes_of_hours(typed), Ok(Some(minutes)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_of_hours_says_why() {
        for (typed, why) in [
            ("five", NotHours::NoNumber),
            ("-2", NotHours::NoNumber),
            (".", NotHours::NoNumber),
            ("2.25", NotHours::NoHalf),
            ("168.5", NotHours::TooMany),
            ("99999999", NotHours::TooMany),
        ] {
            assert_eq!(minutes_of_hours(typed), Err(why), "{typed}");
        }
    }
}
