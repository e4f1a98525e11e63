//! What a plan or a campaign brought back (C8).

use crate::plan::Amount;

/// Spend and revenue, held against each other (C8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Earnings {
    /// What was spent.
    pub spend: Amount,
    /// What the leads have bought.
    pub revenue: Amount,
}

/// What the figures advise (C8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Nothing was spent: there is nothing to weigh.
    NothingSpent,
    /// Some leads have no outcome yet: ask sales before deciding.
    AskFirst,
    /// It earns its money: go on, and improve it.
    Optimise,
    /// It does not, and all outcomes are known: the money works better elsewhere.
    InvestElsewhere,
}

impl Earnings {
    /// Return on ad spend, revenue over spend, in hundredths rounded to the nearest; `None` where nothing was
    /// spent.
    pub fn return_on_spend(self) -> Option<u64> {
        let (spend, revenue) = (self.spend.hundredths(), self.revenue.hundredths());
        // Amounts stay below 10^14, so a hundred of them fit well into 64 bits.
        (spend > 0).then(|| (revenue * 100 + spend / 2) / spend)
    }

    /// Profit in hundredths of the currency; a loss is below zero.
    pub fn profit(self) -> i64 {
        self.revenue.hundredths() as i64 - self.spend.hundredths() as i64
    }

    /// How much more revenue it takes until the spend is back.
    pub fn to_break_even(self) -> u64 {
        self.spend.hundredths().saturating_sub(self.revenue.hundredths())
    }

    /// What to do, given how many leads have no outcome yet.
    pub fn verdict(self, leads_unknown: u32) -> Verdict {
        match (self.spend.hundredths(), self.profit()) {
            (0, _) => Verdict::NothingSpent,
            (_, 0..) => Verdict::Optimise,
            _ if leads_unknown > 0 => Verdict::AskFirst,
            _ => Verdict::InvestElsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earnings(spend: &str, revenue: &str) -> Earnings {
        Earnings { spend: Amount::parse(spend).unwrap(), revenue: Amount::parse(revenue).unwrap() }
    }

    #[test]
    fn a_hundred_back_from_five_hundred_is_a_fifth_and_a_loss_of_four_hundred() {
        let earnings = earnings("500", "100");
        assert_eq!(earnings.return_on_spend(), Some(20));
        assert_eq!(earnings.profit(), -40_000);
        assert_eq!(earnings.to_break_even(), 40_000);
        assert_eq!(earnings.verdict(0), Verdict::InvestElsewhere);
    }

    #[test]
    fn outcomes_that_are_unknown_are_asked_for_before_the_money_goes_elsewhere() {
        assert_eq!(earnings("500", "100").verdict(3), Verdict::AskFirst);
        assert_eq!(earnings("500", "500").verdict(3), Verdict::Optimise);
    }

    #[test]
    fn at_break_even_nothing_is_lost() {
        let earnings = earnings("500", "500");
        assert_eq!(
            (earnings.return_on_spend(), earnings.profit(), earnings.to_break_even()),
            (Some(100), 0, 0)
        );
    }

    #[test]
    fn without_spend_there_is_nothing_to_weigh() {
        let earnings = earnings("0", "100");
        assert_eq!(earnings.return_on_spend(), None);
        assert_eq!(earnings.verdict(0), Verdict::NothingSpent);
    }

    #[test]
    fn the_largest_amounts_are_weighed() {
        let most = "999999999999.99";
        assert_eq!(earnings(most, most).return_on_spend(), Some(100));
        assert_eq!(earnings("0.01", most).return_on_spend(), Some(9_999_999_999_999_900));
    }
}
