//! Money: a checked amount and its currency.

use std::fmt;

/// An amount of money in hundredths, from 0 to 999,999,999,999.99.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

/// Why an amount was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// There is something in it that is no part of a number.
    NotANumber,
    /// Less than nothing.
    Negative,
    /// More than the field holds.
    TooLarge,
}

impl Amount {
    const MAX_HUNDREDTHS: u64 = 99_999_999_999_999;

    /// The largest one.
    pub const MAX: Self = Self(Self::MAX_HUNDREDTHS);

    /// From hundredths, as stored.
    ///
    /// # Errors
    /// [`AmountError::TooLarge`].
    pub fn from_hundredths(hundredths: u64) -> Result<Self, AmountError> {
        if hundredths > Self::MAX_HUNDREDTHS { Err(AmountError::TooLarge) } else { Ok(Self(hundredths)) }
    }

    /// From hundredths that were computed; the most an amount holds where they are more.
    pub fn capped(hundredths: u64) -> Self {
        Self(hundredths.min(Self::MAX_HUNDREDTHS))
    }

    /// The amount in hundredths.
    pub fn hundredths(self) -> u64 {
        self.0
    }

    /// Reads what people write: `1200`, `1,200.50`, `1.200,50`, `1 200`, `€ 1'200`. A lone separator before
    /// exactly three digits parts thousands; before one or two digits it is the decimal sign.
    ///
    /// # Errors
    /// One variant per rule of [`AmountError`].
    pub fn parse(raw: &str) -> Result<Self, AmountError> {
        let compact: String = raw
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '$' | '€' | '£' | '¥'))
            .collect();
        if compact.starts_with(['-', '−']) {
            return Err(AmountError::Negative);
        }
        if compact.is_empty() || !compact.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
            return Err(AmountError::NotANumber);
        }
        let decimals = match compact.rfind(['.', ',']).map(|at| compact.len() - at - 1) {
            Some(places @ 0..=2) => places,
            None | Some(3) => 0,
            Some(_) => return Err(AmountError::NotANumber),
        };
        let digits: String = compact.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            return Err(AmountError::NotANumber);
        }
        let value: u64 = digits.parse().map_err(|_| AmountError::TooLarge)?;
        let scale = 10_u64.pow(2 - decimals as u32);
        value.checked_mul(scale).ok_or(AmountError::TooLarge).and_then(Self::from_hundredths)
    }
}

/// As it is typed: `1200` or `1200.50`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            cents => write!(f, "{}.{cents:02}", self.0 / 100),
        }
    }
}

/// An ISO 4217 currency code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The US dollar, until another is chosen.
    pub const USD: Self = Self(*b"USD");

    /// Reads a code in capital letters; `None` for anything else.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("USD")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (written, hundredths) in [
            ("1200", 120_000),
            ("1,200", 120_000),
            ("1.200", 120_000),
            ("1,200.50", 120_050),
            ("1.200,5", 120_050),
            ("€ 1'200", 120_000),
            ("12,5", 1_250),
            ("0", 0),
            ("1,200,000", 120_000_000),
            ("7.", 700),
        ] {
            assert_eq!(Amount::parse(written).map(Amount::hundredths), Ok(hundredths), "{written}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_by_its_rule() {
        assert_eq!(Amount::parse("about 10"), Err(AmountError::NotANumber));
        assert_eq!(Amount::parse("-5"), Err(AmountError::Negative));
        assert_eq!(Amount::parse("1000000000000"), Err(AmountError::TooLarge));
        assert_eq!(Amount::parse("1.23456"), Err(AmountError::NotANumber));
        assert_eq!(Amount::parse(""), Err(AmountError::NotANumber));
    }

    #[test]
    fn what_is_computed_never_goes_beyond_what_an_amount_holds() {
        assert_eq!(Amount::capped(120_050).hundredths(), 120_050);
        assert_eq!(Amount::capped(u64::MAX).hundredths(), Amount::MAX_HUNDREDTHS);
    }

    #[test]
    fn an_amount_reads_back_as_it_is_shown() {
        for hundredths in [0, 5, 120_050, 120_000, Amount::MAX_HUNDREDTHS] {
            let amount = Amount::from_hundredths(hundredths).unwrap();
            assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
        }
    }
}
