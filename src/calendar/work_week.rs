use std::{error, fmt};

use chrono::Weekday;

/// The weekdays from Monday: the order of a mask and of the bits below.
const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Which weekdays are worked: at least one, always.
///
/// Reads the weekend masks and weekend codes of `WORKDAY.INTL` (B14). A week without a working day is
/// refused, because no date could ever be reached in it.
///
/// Not offered: half days and weeks that alternate, which the spreadsheet functions cannot say either.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkWeek {
    /// One bit a weekday, Monday lowest, set where the day is worked. Never zero.
    worked: u8,
}

/// Why a text, a code or a choice of days is not a [`WorkWeek`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkWeekError {
    /// All seven days are off.
    NothingWorked,
    /// A weekend mask has seven characters; this one has so many.
    WrongLength(usize),
    /// A weekend mask is made of `0` and `1`; this one has another character.
    WrongCharacter(char),
    /// Weekend codes are 1 to 7 and 11 to 17.
    UnknownCode(u8),
}

impl WorkWeek {
    /// Saturday and Sunday off: weekend code 1, mask `0000011`.
    pub const MONDAY_TO_FRIDAY: Self = Self { worked: 0b001_1111 };

    /// From a weekend mask: seven characters from Monday, `1` = not worked.
    ///
    /// # Errors
    /// [`WorkWeekError`], the first rule that is broken: length, characters, a working day left.
    pub fn from_mask(mask: &str) -> Result<Self, WorkWeekError> {
        let length = mask.chars().count();
        if length != WEEKDAYS.len() {
            return Err(WorkWeekError::WrongLength(length));
        }
        if let Some(character) = mask.chars().find(|c| !matches!(c, '0' | '1')) {
            return Err(WorkWeekError::WrongCharacter(character));
        }
        Self::from_days_off(
            WEEKDAYS.into_iter().zip(mask.chars()).filter(|(_, c)| *c == '1').map(|(day, _)| day),
        )
    }

    /// From a weekend code: 1 to 7 are two days off, from Saturday and Sunday to Friday and Saturday;
    /// 11 to 17 one day off, from Sunday to Saturday.
    ///
    /// # Errors
    /// [`WorkWeekError::UnknownCode`] for any other number.
    pub fn from_code(code: u8) -> Result<Self, WorkWeekError> {
        let (days_off, turn) = match code {
            1..=7 => (vec![Weekday::Sat, Weekday::Sun], code - 1),
            11..=17 => (vec![Weekday::Sun], code - 11),
            _ => return Err(WorkWeekError::UnknownCode(code)),
        };
        Self::from_days_off(days_off.into_iter().map(|day| (0..turn).fold(day, |day, _| day.succ())))
    }

    /// From the weekdays that are not worked, in any order; none at all is a week of seven working days.
    ///
    /// # Errors
    /// [`WorkWeekError::NothingWorked`] when all seven are named.
    pub fn from_days_off(days_off: impl IntoIterator<Item = Weekday>) -> Result<Self, WorkWeekError> {
        Self::from_bits(days_off.into_iter().fold(0b111_1111, |worked, day| worked & !bit(day)))
    }

    /// The same week with one day changed: worked if it was off, off if it was worked.
    ///
    /// # Errors
    /// [`WorkWeekError::NothingWorked`] when it was the last working day.
    pub fn toggled(self, day: Weekday) -> Result<Self, WorkWeekError> {
        Self::from_bits(self.worked ^ bit(day))
    }

    fn from_bits(worked: u8) -> Result<Self, WorkWeekError> {
        if worked == 0 { Err(WorkWeekError::NothingWorked) } else { Ok(Self { worked }) }
    }

    /// Whether this weekday is worked.
    pub fn is_worked(self, day: Weekday) -> bool {
        self.worked & bit(day) != 0
    }

    /// The weekdays that are not worked, from Monday.
    pub fn days_off(self) -> impl Iterator<Item = Weekday> {
        WEEKDAYS.into_iter().filter(move |day| !self.is_worked(*day))
    }

    /// The weekend mask: what [`from_mask`](Self::from_mask) reads.
    pub fn mask(self) -> String {
        WEEKDAYS.map(|day| if self.is_worked(day) { '0' } else { '1' }).iter().collect()
    }

    /// The weekdays that are worked in both weeks, if there are any.
    pub(super) fn in_common(self, other: Self) -> Option<Self> {
        Self::from_bits(self.worked & other.worked).ok()
    }

    /// Whether the weekday of this day number is worked.
    pub(super) fn is_worked_on(self, day: i64) -> bool {
        self.worked & (1 << day.rem_euclid(7)) != 0
    }

    /// Worked weekdays from day number 0 up to, not including, `day`; negative before 0. Day numbers are
    /// small: those of dates.
    pub(super) fn worked_before(self, day: i64) -> i64 {
        let weekdays_before = (1 << day.rem_euclid(7)) - 1;
        day.div_euclid(7) * self.days_a_week() + i64::from((self.worked & weekdays_before).count_ones())
    }

    /// The inverse: the worked day with `count` worked weekdays before it. Any count, saturating.
    pub(super) fn worked_day(self, count: i64) -> i64 {
        let earlier_this_week = count.rem_euclid(self.days_a_week());
        let left = (0..earlier_this_week).fold(self.worked, |left, _| left & (left - 1));
        let monday = count.div_euclid(self.days_a_week()).saturating_mul(7);
        monday.saturating_add(i64::from(left.trailing_zeros()))
    }

    fn days_a_week(self) -> i64 {
        i64::from(self.worked.count_ones())
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl Default for WorkWeek {
    fn default() -> Self {
        Self::MONDAY_TO_FRIDAY
    }
}

impl fmt::Display for WorkWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.mask())
    }
}

impl fmt::Debug for WorkWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WorkWeek({self})")
    }
}

impl fmt::Display for WorkWeekError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingWorked => write!(f, "at least one day of the week must be worked"),
            Self::WrongLength(length) => {
                write!(f, "a weekend mask has 7 characters, one a day from Monday; this has {length}")
            }
            Self::WrongCharacter(character) => {
                write!(f, "a weekend mask is made of 0 (worked) and 1 (off); this has {character:?}")
            }
            Self::UnknownCode(code) => write!(f, "weekend codes are 1 to 7 and 11 to 17; this is {code}"),
        }
    }
}

impl error::Error for WorkWeekError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_week() -> impl Iterator<Item = WorkWeek> {
        (1..0b1000_0000).map(|worked| WorkWeek { worked })
    }

    #[test]
    fn every_week_is_read_back_from_its_mask_and_its_days_off() {
        assert_eq!(every_week().count(), 127);
        for week in every_week() {
            assert_eq!(WorkWeek::from_mask(&week.mask()), Ok(week));
            assert_eq!(WorkWeek::from_days_off(week.days_off()), Ok(week));
        }
    }

    #[test]
    fn monday_to_friday_is_the_default() {
        assert_eq!(WorkWeek::default().to_string(), "0000011");
        assert!(WorkWeek::default().is_worked(Weekday::Fri));
        assert!(WorkWeek::default().days_off().eq([Weekday::Sat, Weekday::Sun]));
        assert_eq!(format!("{:?}", WorkWeek::default()), "WorkWeek(0000011)");
    }

    #[test]
    fn weekend_codes_mean_what_the_published_table_says() {
        let table = [
            (1, "0000011"),
            (2, "1000001"),
            (3, "1100000"),
            (4, "0110000"),
            (5, "0011000"),
            (6, "0001100"),
            (7, "0000110"),
            (11, "0000001"),
            (12, "1000000"),
            (13, "0100000"),
            (14, "0010000"),
            (15, "0001000"),
            (16, "0000100"),
            (17, "0000010"),
        ];
        for (code, mask) in table {
            assert_eq!(WorkWeek::from_code(code), WorkWeek::from_mask(mask), "code {code}");
        }
        for code in (0..=u8::MAX).filter(|code| table.iter().all(|(known, _)| known != code)) {
            assert_eq!(WorkWeek::from_code(code), Err(WorkWeekError::UnknownCode(code)));
        }
    }

    #[test]
    fn a_mask_is_refused_by_the_rule_it_breaks() {
        let refused = |mask| WorkWeek::from_mask(mask).unwrap_err();
        assert_eq!(refused("1111111"), WorkWeekError::NothingWorked);
        assert_eq!(refused(""), WorkWeekError::WrongLength(0));
        assert_eq!(refused("000001"), WorkWeekError::WrongLength(6));
        assert_eq!(refused("00000110"), WorkWeekError::WrongLength(8));
        assert_eq!(refused("000002x"), WorkWeekError::WrongCharacter('2'));
        assert_eq!(refused("00000é1"), WorkWeekError::WrongCharacter('é'));
    }

    #[test]
    fn the_last_working_day_cannot_be_taken_off() {
        let only_wednesday = WorkWeek::from_mask("1101111").unwrap();
        assert_eq!(only_wednesday.toggled(Weekday::Wed), Err(WorkWeekError::NothingWorked));
        assert_eq!(only_wednesday.toggled(Weekday::Sun), WorkWeek::from_mask("1101110"));
        assert_eq!(WorkWeek::MONDAY_TO_FRIDAY.toggled(Weekday::Fri), WorkWeek::from_mask("0000111"));
        assert_eq!(WorkWeek::from_days_off(WEEKDAYS), Err(WorkWeekError::NothingWorked));
        assert_eq!(WorkWeek::from_days_off([]), WorkWeek::from_mask("0000000"));
    }

    #[test]
    fn errors_say_the_rule_and_what_was_given() {
        assert_eq!(
            WorkWeekError::WrongLength(6).to_string(),
            "a weekend mask has 7 characters, one a day from Monday; this has 6"
        );
        assert_eq!(
            WorkWeekError::WrongCharacter('2').to_string(),
            "a weekend mask is made of 0 (worked) and 1 (off); this has '2'"
        );
        assert_eq!(
            WorkWeekError::UnknownCode(8).to_string(),
            "weekend codes are 1 to 7 and 11 to 17; this is 8"
        );
        assert_eq!(WorkWeekError::NothingWorked.to_string(), "at least one day of the week must be worked");
    }

    #[test]
    fn counting_and_finding_worked_days_are_inverse() {
        for week in every_week() {
            let mut count = week.worked_before(-21);
            assert_eq!(count, -3 * week.days_a_week());
            for day in -21..21_i64 {
                assert_eq!(week.worked_before(day), count, "{week} before day {day}");
                if week.is_worked(WEEKDAYS[usize::try_from(day.rem_euclid(7)).unwrap()]) {
                    assert_eq!(week.worked_day(count), day, "{week} day {count}");
                    count += 1;
                }
            }
        }
    }
}
