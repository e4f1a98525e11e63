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
    /// Its points or commas stand where neither thousands nor decimals are parted.
    Misplaced,
    /// Money has two decimals, and this would have more; or a point was meant to part thousands, against the habit of the
    /// currency.
    ThirdDecimal,
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

    /// Reads an amount as it is shown: `1200` or `1200.50`.
    ///
    /// # Errors
    /// As [`Amount::read`].
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
        if is_plain { Self::read(text, Currency::USD) } else { Err(AmountError::NotANumber) }
    }

    /// Reads what people write: `1200`, `1,200.50`, `1.200,50`, `1 200`, `€ 1'200`.
    ///
    /// Two kinds of signs tell each other: the last is the decimal sign. One kind, before three digits each, parts
    /// thousands; before one or two it is the decimal sign. A lone point or comma before three digits could be either:
    /// it is read by the currency's habit, and refused where that would make it a third decimal.
    ///
    /// # Errors
    /// One variant per rule of [`AmountError`].
    pub fn read(raw: &str, currency: Currency) -> Result<Self, AmountError> {
        let code = currency.code();
        let bare = raw.trim();
        let bare = bare.strip_prefix(code).or_else(|| bare.strip_suffix(code)).unwrap_or(bare);
        let compact = compact(bare);
        if compact.starts_with(['-', '−']) {
            return Err(AmountError::Negative);
        }
        let is_numeric = |c: char| c.is_ascii_digit() || is_separator(c);
        if !compact.contains(|c: char| c.is_ascii_digit()) || !compact.chars().all(is_numeric) {
            return Err(AmountError::NotANumber);
        }
        let (whole, cents) = parted(&compact, currency)?;
        let whole: u64 = whole.parse().map_err(|_| AmountError::TooLarge)?;
        let hundredths = whole.checked_mul(100).and_then(|hundredths| hundredths.checked_add(cents));
        hundredths.ok_or(AmountError::TooLarge).and_then(Self::from_hundredths)
    }
}

/// Without blanks and signs of money; a blank between digits parts thousands, as an apostrophe does.
fn compact(raw: &str) -> String {
    let mut compact = String::new();
    let mut is_parted = false;
    for c in raw.chars().filter(|c| !is_money_sign(*c)) {
        // Digits as wide as a square.
        let c = match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        if c.is_whitespace() {
            is_parted = compact.ends_with(|c: char| c.is_ascii_digit());
            continue;
        }
        if std::mem::take(&mut is_parted) && c.is_ascii_digit() {
            compact.push('\'');
        }
        compact.push(c);
    }
    compact
}

fn is_money_sign(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’')
}

/// The digits before the decimal sign, without what parts thousands, and the hundredths behind it.
fn parted(compact: &str, currency: Currency) -> Result<(String, u64), AmountError> {
    let signs: Vec<(usize, char)> = compact.char_indices().filter(|(_, c)| is_separator(*c)).collect();
    let places = |at: usize| compact[at..].chars().skip(1).count();
    let decimal = match signs[..] {
        [] => None,
        [(at, sign)] => match places(at) {
            0..=2 if sign != '\'' && sign != '’' => Some(at),
            3 if sign != currency.decimal_sign() => None,
            3 => return Err(AmountError::ThirdDecimal),
            _ => return Err(AmountError::Misplaced),
        },
        [.., (_, before), (at, last)] if before != last => Some(at),
        _ => None,
    };
    let (whole, cents) = match decimal {
        Some(at) => (&compact[..at], compact[at..].chars().skip(1).collect::<String>()),
        None => (compact, String::new()),
    };
    if cents.len() > 2 {
        return Err(AmountError::ThirdDecimal);
    }
    let mut groups = whole.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    let kinds = whole.chars().filter(|c| is_separator(*c));
    let is_parted = groups.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    // A nought before what parts thousands would part nothing: `0.125` is no amount in any habit.
    let is_parted = is_parted && !first.starts_with('0');
    let is_one_kind = kinds.clone().all(|c| Some(c) == kinds.clone().next());
    let has_thousands = groups.is_empty() || (is_parted && is_one_kind);
    if !has_thousands {
        return Err(AmountError::Misplaced);
    }
    let cents = format!("{cents:0<2}").parse().map_err(|_| AmountError::Misplaced)?;
    let whole = std::iter::once(first).chain(groups).collect::<String>();
    Ok((if whole.is_empty() { "0".to_owned() } else { whole }, cents))
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

    /// The currency that the sign in an amount tells of; `None` where there is no sign, and for `$`, which is that of many.
    pub fn told_by(amount: &str) -> Option<Self> {
        amount.chars().find_map(|sign| match sign {
            '€' => Some(Self(*b"EUR")),
            '£' => Some(Self(*b"GBP")),
            _ => None,
        })
    }

    /// What stands before the decimals where this money is at home: a point, or a comma (*ours*, by the usual locale of
    /// each).
    pub fn decimal_sign(&self) -> char {
        const WITH_COMMA: [&str; 22] = [
            "EUR", "BRL", "CZK", "DKK", "NOK", "PLN", "SEK", "TRY", "HUF", "RON", "BGN", "ISK", "RUB", "UAH",
            "ARS", "CLP", "COP", "IDR", "VND", "ZAR", "RSD", "UYU",
        ];
        if WITH_COMMA.contains(&self.code()) { ',' } else { '.' }
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("USD")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EUR: Currency = Currency(*b"EUR");

    #[test]
    fn a_sign_tells_the_currency_where_it_is_of_one_alone() {
        let told = |amount| Currency::told_by(amount).map(|currency| currency.code().to_owned());
        assert_eq!(told("£600").as_deref(), Some("GBP"));
        assert_eq!(told("1.200 €").as_deref(), Some("EUR"));
        assert_eq!((told("$600"), told("¥600"), told("600")), (None, None, None));
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (written, hundredths) in [
            ("1200", 120_000),
            ("1,200.50", 120_050),
            ("1.200,50", 120_050),
            ("1.200,5", 120_050),
            ("1 200,50", 120_050),
            ("€ 1'200", 120_000),
            ("1’200.50", 120_050),
            ("12,5", 1_250),
            ("12.5", 1_250),
            ("0", 0),
            ("1,200,000", 120_000_000),
            ("1.200.000", 120_000_000),
            ("1,200,000.5", 120_000_050),
            ("7.", 700),
            (".5", 50),
            ("1 200 000", 120_000_000),
            ("１２００", 120_000),
        ] {
            for currency in [Currency::USD, EUR] {
                let read = Amount::read(written, currency).map(Amount::hundredths);
                assert_eq!(read, Ok(hundredths), "{written} {currency:?}");
            }
        }
    }

    #[test]
    fn what_could_be_either_is_read_by_the_habit_of_the_currency() {
        let read = |written, currency| Amount::read(written, currency).map(Amount::hundredths);
        assert_eq!(read("1,234", Currency::USD), Ok(123_400));
        assert_eq!(read("1.234", Currency::USD), Err(AmountError::ThirdDecimal));
        assert_eq!(read("1.234", EUR), Ok(123_400));
        assert_eq!(read("1,234", EUR), Err(AmountError::ThirdDecimal));
        assert_eq!(read("0.125", Currency::USD), Err(AmountError::ThirdDecimal));
        assert_eq!(read("0,125", EUR), Err(AmountError::ThirdDecimal));
    }

    #[test]
    fn the_code_of_the_currency_itself_may_stand_beside_an_amount() {
        assert_eq!(Amount::read("EUR 1.200,50", EUR).map(Amount::hundredths), Ok(120_050));
        assert_eq!(Amount::read("1,200 USD", Currency::USD).map(Amount::hundredths), Ok(120_000));
        assert_eq!(Amount::read("1200 USD", EUR), Err(AmountError::NotANumber));
    }

    #[test]
    fn what_is_no_amount_is_refused_by_its_rule() {
        for (written, error) in [
            ("about 10", AmountError::NotANumber),
            ("", AmountError::NotANumber),
            (".", AmountError::NotANumber),
            ("-5", AmountError::Negative),
            ("1000000000000", AmountError::TooLarge),
            ("99999999999999999999999", AmountError::TooLarge),
            ("1,2,3", AmountError::Misplaced),
            ("1..5", AmountError::Misplaced),
            ("1.23456", AmountError::Misplaced),
            ("1,23.45", AmountError::Misplaced),
            ("1.234.56", AmountError::Misplaced),
            ("1,234.567", AmountError::ThirdDecimal),
            ("1'5", AmountError::Misplaced),
            ("1 2 3", AmountError::Misplaced),
            ("12 50", AmountError::Misplaced),
            ("1,234.567.890,00", AmountError::Misplaced),
        ] {
            for currency in [Currency::USD, EUR] {
                assert_eq!(Amount::read(written, currency), Err(error), "{written} {currency:?}");
            }
        }
        assert!(Amount::read("0.125", EUR).is_err() && Amount::read("0,125", Currency::USD).is_err());
    }

    #[test]
    fn what_is_computed_never_goes_beyond_what_an_amount_holds() {
        assert_eq!(Amount::capped(120_050).hundredths(), 120_050);
        assert_eq!(Amount::capped(u64::MAX).hundredths(), Amount::MAX_HUNDREDTHS);
    }

    /// An amount as a habit writes it, with so many decimals.
    fn written(hundredths: u64, thousands: &str, decimal: char) -> String {
        let whole = (hundredths / 100).to_string();
        let mut parts: Vec<&str> =
            whole.as_bytes().rchunks(3).filter_map(|part| std::str::from_utf8(part).ok()).collect();
        parts.reverse();
        format!("{}{decimal}{:02}", parts.join(thousands), hundredths % 100)
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_in_every_habit(
            hundredths in prop_oneof![0..2_000_000_u64, 0..=Amount::MAX_HUNDREDTHS],
            (thousands, decimal) in prop::sample::select(vec![
                (",", '.'), (".", ','), (" ", '.'), (" ", ','), ("'", '.'), ("’", '.'), ("", '.'), ("", ','), ("\u{a0}", ','),
            ]),
            currency in prop::sample::select(vec![Currency::USD, EUR]),
        ) {
            let amount = Amount::from_hundredths(hundredths);
            let text = written(hundredths, thousands, decimal);
            prop_assert_eq!(Amount::read(&text, currency), amount, "{}", text);
            prop_assert_eq!(Amount::read(&amount.unwrap().to_string(), currency), amount);
            prop_assert_eq!(Amount::parse(&amount.unwrap().to_string()), amount);
        }

        #[test]
        fn an_amount_is_never_more_than_its_digits_say(text in "[0-9.,' ]{0,14}", is_euro in any::<bool>()) {
            let currency = if is_euro { EUR } else { Currency::USD };
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if let Ok(amount) = Amount::read(&text, currency) {
                let all: u64 = digits.parse().unwrap();
                let scale = amount.hundredths() == all || amount.hundredths() == all * 10 || amount.hundredths() == all * 100;
                prop_assert!(scale, "{}", text);
            }
        }
    }
}
