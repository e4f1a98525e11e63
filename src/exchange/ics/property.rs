//! A line of a calendar file: a name, parameters, a value.

use chrono::{NaiveDate, TimeDelta};

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// `DTSTART;VALUE=DATE:20270101`, its pieces not yet understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Property<'a> {
    name: &'a str,
    parameters: &'a str,
    /// What stands behind the colon, as it stands there.
    pub(in crate::exchange) value: &'a str,
}

impl<'a> Property<'a> {
    /// None for a line without a colon: a text that was broken without a fold.
    pub(in crate::exchange) fn read(line: &'a str) -> Option<Self> {
        // Files put together from several have marks in the middle.
        let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
        // A quotation mark without its other half quotes nothing.
        let colon = outside_quotes(line, ':').next().or_else(|| line.find(':'))?;
        let (head, value) = (&line[..colon], line[colon + 1..].trim());
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(Self { name: name.trim(), parameters, value })
    }

    /// Whether it has that name, in whatever case.
    pub(in crate::exchange) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Its name in capitals.
    pub(in crate::exchange) fn name(&self) -> String {
        self.name.to_ascii_uppercase()
    }

    /// Whether a parameter has a value, in whatever case.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        let ends = outside_quotes(self.parameters, ';').chain([self.parameters.len()]);
        let mut from = 0;
        ends.into_iter().any(|end| {
            let parameter = &self.parameters[from..end];
            from = end + 1;
            parameter.split_once('=').is_some_and(|(its, held)| {
                its.trim().eq_ignore_ascii_case(name)
                    && held.trim().trim_matches('"').eq_ignore_ascii_case(value)
            })
        })
    }

    /// Its value as a text: as it was before it was put into a file.
    pub(in crate::exchange) fn text(&self) -> String {
        plain(self.value)
    }

    /// Its values as moments, or as spans between two; none if one of them cannot be read. No more than `most`.
    pub(super) fn moments(&self, most: usize) -> Option<Vec<Stretch>> {
        let values = self.value.split(',').map(str::trim).filter(|value| !value.is_empty());
        values.take(most).map(|value| self.stretch(value)).collect()
    }

    /// Its value as a moment.
    pub(in crate::exchange) fn moment(&self) -> Option<Moment> {
        self.as_date(Moment::read(self.value)?)
    }

    fn stretch(&self, value: &str) -> Option<Stretch> {
        let Some((start, end)) = value.split_once('/') else {
            return Some(Stretch { start: self.as_date(Moment::read(value)?)?, seconds: None });
        };
        let start = Moment::read(start)?;
        let seconds = seconds(end).or_else(|| Some(Moment::read(end)?.seconds() - start.seconds()))?;
        Some(Stretch { start, seconds: Some(seconds) })
    }

    /// What is said to be a date is one, even if a time stands behind it.
    fn as_date(&self, moment: Moment) -> Option<Moment> {
        let is_date = self.has("VALUE", "DATE");
        Some(if is_date { Moment { time: None, is_utc: false, ..moment } } else { moment })
    }
}

/// Where a sign stands outside of quotation marks.
fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut is_quoted = false;
    let places = text.char_indices().filter(move |(_, c)| {
        is_quoted ^= *c == '"';
        *c == sign && !is_quoted
    });
    places.map(|(at, _)| at)
}

fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => '\n',
                Some(escaped) => escaped,
                None => ' ',
            },
            c => c,
        });
    }
    text
}

/// A date, with a time of day or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) struct Moment {
    pub(in crate::exchange) date: NaiveDate,
    /// Seconds since midnight; none for a date.
    pub(in crate::exchange) time: Option<u32>,
    /// Of the world's time rather than of some place.
    pub(in crate::exchange) is_utc: bool,
}

/// A moment and how long what begins then takes, if that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: Moment,
    pub(super) seconds: Option<i64>,
}

impl Moment {
    /// `20270106`, `20270106T090000`, `20270106T090000Z`, and the same with the signs of ISO 8601.
    pub(super) fn read(value: &str) -> Option<Self> {
        let value = value.trim();
        let (day, time) = match value.split_once(['T', 't']) {
            Some((day, time)) => (day, Some(time)),
            None => (value, None),
        };
        let digits: String = day.chars().filter(|c| *c != '-').collect();
        let number =
            |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
        if digits.len() != 8 || day.starts_with('-') {
            return None;
        }
        let year = i32::try_from(number(digits.get(..4)?)?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, number(digits.get(4..6)?)?, number(digits.get(6..)?)?)?;
        let Some(time) = time else { return Some(Self { date, time: None, is_utc: false }) };
        let is_utc = time.ends_with(['Z', 'z']);
        // The clock of the place is what counts; how far it is from others' does not.
        let clock = time.trim_end_matches(['Z', 'z']).split(['+', '-', '.']).next().unwrap_or_default();
        let clock: String = clock.chars().filter(|c| *c != ':').collect();
        let part = |from: usize| clock.get(from..from + 2).map_or(Some(0), number);
        let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
        if !matches!(clock.len(), 2 | 4 | 6) || minutes > 59 || seconds > 60 {
            return None;
        }
        match hours * 3600 + minutes * 60 + seconds.min(59) {
            // The end of a day is the beginning of the next.
            86_400 => Some(Self { date: date.succ_opt()?, time: Some(0), is_utc }),
            time @ ..86_400 => Some(Self { date, time: Some(time), is_utc }),
            _ => None,
        }
    }

    /// Seconds since the beginning of 1970 on its own clock.
    pub(super) fn seconds(self) -> i64 {
        i64::from(self.date.to_epoch_days()) * DAY + i64::from(self.time.unwrap_or(0))
    }
}

/// How long `P1W`, `P3D`, `PT48H`, `-P1DT12H` are, in seconds.
pub(super) fn seconds(value: &str) -> Option<i64> {
    let value = value.trim().to_ascii_uppercase();
    let (is_negative, length) = match value.strip_prefix('-') {
        Some(length) => (true, length),
        None => (false, value.strip_prefix('+').unwrap_or(&value)),
    };
    let mut rest = length.strip_prefix('P').filter(|rest| !rest.is_empty())?;
    let (mut total, mut is_time) = (0_i64, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, is_time) = (time, true);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let count: i64 = rest[..digits].parse().ok()?;
        let unit = match (rest[digits..].chars().next()?, is_time) {
            ('W', false) => 7 * DAY,
            ('D', false) => DAY,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        total = total.checked_add(count.checked_mul(unit)?)?;
        rest = &rest[digits + 1..];
    }
    Some(if is_negative { -total } else { total })
}

/// A date so many days away, if there is one.
pub(super) fn days_after(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(TimeDelta::try_days(days)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_may_hold_the_signs_between_the_pieces() {
        let line = "dtstart;TZID=\"a:b;VALUE=DATE;c\";X=1 : 20270101T000000";
        let property = Property::read(line).unwrap();
        assert!(property.is("DTSTART") && property.has("x", "1") && property.has("TZID", "a:b;value=date;c"));
        assert!(!property.has("VALUE", "DATE"));
        assert_eq!(property.value, "20270101T000000");
        assert_eq!(Property::read("SUMMARY;X=\"a:Fair").unwrap().value, "Fair");
        assert_eq!(Property::read("no property"), None);
    }

    #[test]
    fn moments_are_dates_with_or_without_a_time() {
        let read = |text| Moment::read(text).map(|it| format!("{} {:?} {}", it.date, it.time, it.is_utc));
        assert_eq!(read("20270106").as_deref(), Some("2027-01-06 None false"));
        assert_eq!(read("2027-01-06").as_deref(), Some("2027-01-06 None false"));
        assert_eq!(read("20270106T090000Z").as_deref(), Some("2027-01-06 Some(32400) true"));
        assert_eq!(read("2027-01-06t09:00:00+02:00").as_deref(), Some("2027-01-06 Some(32400) false"));
        assert_eq!(read("20270106T0900").as_deref(), Some("2027-01-06 Some(32400) false"));
        assert_eq!(read("20270106T240000").as_deref(), Some("2027-01-07 Some(0) false"));
        assert_eq!(read("20270106T235960").as_deref(), Some("2027-01-06 Some(86399) false"));
        for text in
            ["", "2027", "20270230", "20270106T", "20270106T9", "20270106T250000", "x0270106", "٢٠٢٧٠١٠٦"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_length_is_read_in_all_its_units() {
        let days = |text| seconds(text).map(|seconds| seconds as f64 / DAY as f64);
        for (text, expected) in [
            ("P3D", 3.0),
            ("p1w", 7.0),
            ("PT48H", 2.0),
            ("+P1DT12H0M0S", 1.5),
            ("-P1D", -1.0),
            ("PT1440M", 1.0),
        ] {
            assert_eq!(days(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "P",
            "3D",
            "P3",
            "PD",
            "P1H",
            "PT1D",
            "P1Y",
            "P99999999999999999999D",
            "P9223372036854775807W",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
