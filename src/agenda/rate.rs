//! A share of some, with how sure one can be of it.

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// How many of them.
    pub came: u32,
    /// Of how many.
    pub of: u32,
}

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

impl Rate {
    /// The share, 0 to 1; none of nobody.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.came) / f64::from(self.of))
    }

    /// Between which shares the true one lies, with 95 % confidence (Wilson 1927); none of nobody. Unlike the usual
    /// approximation it is honest about few, and about none or all of them.
    pub fn interval(self) -> Option<(f64, f64)> {
        let (share, n) = (self.share()?, f64::from(self.of));
        let z2 = Z * Z;
        let middle = share + z2 / (2.0 * n);
        let spread = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
        let scale = 1.0 + z2 / n;
        let low = if self.came == 0 { 0.0 } else { (middle - spread) / scale };
        let high = if self.came == self.of { 1.0 } else { (middle + spread) / scale };
        Some((low, high))
    }

    /// Whether the one is higher than the other beyond chance, as far as can be said: their intervals do not meet.
    pub fn is_clearly_above(self, other: Self) -> bool {
        match (self.interval(), other.interval()) {
            (Some((low, _)), Some((_, high))) => low > high,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(came: u32, of: u32, low: f64, high: f64) {
        let (one, other) = Rate { came, of }.interval().unwrap();
        assert!((one - low).abs() < 5e-4 && (other - high).abs() < 5e-4, "{one} to {other}");
    }

    #[test]
    fn intervals_are_those_of_the_published_examples() {
        // Newcombe 1998, table I, method 3.
        check(81, 263, 0.2553, 0.3662);
        check(15, 148, 0.0624, 0.1605);
        check(0, 20, 0.0, 0.1611);
        check(1, 29, 0.0061, 0.1718);
    }

    #[test]
    fn of_nobody_there_is_nothing_to_say_and_all_of_few_is_not_certain() {
        assert_eq!(Rate::default().interval(), None);
        assert_eq!(Rate::default().share(), None);
        let (low, high) = Rate { came: 3, of: 3 }.interval().unwrap();
        assert!(low < 0.5, "three of three may still be less than half");
        assert_eq!(high.to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn a_rate_is_above_another_when_their_intervals_part() {
        assert!(Rate { came: 60, of: 100 }.is_clearly_above(Rate { came: 30, of: 100 }));
        assert!(!Rate { came: 6, of: 10 }.is_clearly_above(Rate { came: 3, of: 10 }));
        assert!(!Rate { came: 6, of: 10 }.is_clearly_above(Rate::default()));
    }
}
