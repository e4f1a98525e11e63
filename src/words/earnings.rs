//! What came back, in words (C8). Money is worded by the browser, so it comes in as a function.

use super::count;
use crate::advice::{Earnings, Verdict};
use crate::plan::Amount;

/// Return on ad spend: `0.2`, `1.25`.
pub fn return_on_spend(earnings: Earnings) -> Option<String> {
    let hundredths = earnings.return_on_spend()?;
    if hundredths == 0 && earnings.revenue.hundredths() > 0 {
        return Some("less than 0.01".to_owned());
    }
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// `A loss of $400`, `A profit of $20`.
pub fn profit(earnings: Earnings, money: impl Fn(Amount) -> String) -> String {
    let profit = earnings.profit();
    let amount = money(Amount::from_hundredths(profit.unsigned_abs()).unwrap_or(Amount::MAX));
    match profit {
        0 => "Neither a profit nor a loss".to_owned(),
        1.. => format!("A profit of {amount}"),
        ..0 => format!("A loss of {amount}"),
    }
}

/// How far it is to break-even.
pub fn break_even(earnings: Earnings, money: impl Fn(Amount) -> String) -> String {
    match earnings.to_break_even() {
        0 => "Reached: the spend is back".to_owned(),
        missing => {
            let missing = Amount::from_hundredths(missing).unwrap_or(Amount::MAX);
            format!("{} more has to come back", money(missing))
        }
    }
}

/// What came of a lead.
pub fn brought(brought: Option<Amount>, money: impl Fn(Amount) -> String) -> String {
    match brought {
        None => "Outcome not known yet".to_owned(),
        Some(amount) if amount.hundredths() == 0 => "Did not buy".to_owned(),
        Some(amount) => format!("Bought for {}", money(amount)),
    }
}

/// The sentence that decides.
pub fn verdict(verdict: Verdict, unknown: usize) -> String {
    let leads = count(unknown, "lead");
    match (verdict, unknown) {
        (Verdict::NothingSpent, _) => {
            "Write down what was spent, and what to do about it stands here.".to_owned()
        }
        (Verdict::AskFirst, 0) => {
            "Ask sales first: nothing is written down yet of what came back.".to_owned()
        }
        (Verdict::AskFirst, _) => {
            format!("Ask sales first: for {leads} nobody has said yet what came of it, and that may change the answer.")
        }
        (Verdict::Optimise, 0) => {
            "It earns its money: stay with it, and optimise what works.".to_owned()
        }
        (Verdict::Optimise, _) => {
            format!("It earns its money already: stay with it, optimise what works, and ask about {leads} whose outcome can only add to it.")
        }
        (Verdict::InvestElsewhere, _) => {
            "It does not earn its money, and every outcome is known: invest elsewhere, where the same money brings more.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earnings(spend: &str, revenue: &str) -> Earnings {
        Earnings { spend: Amount::parse(spend).unwrap(), revenue: Amount::parse(revenue).unwrap() }
    }

    fn dollars(amount: Amount) -> String {
        format!("${amount}")
    }

    #[test]
    fn a_hundred_back_from_five_hundred_is_said_as_a_fifth_and_a_loss_without_a_sign() {
        let earnings = earnings("500", "100");
        assert_eq!(return_on_spend(earnings).as_deref(), Some("0.2"));
        assert_eq!(profit(earnings, dollars), "A loss of $400");
        assert_eq!(break_even(earnings, dollars), "$400 more has to come back");
    }

    #[test]
    fn a_ratio_is_as_short_as_it_can_be() {
        let said = |spend, revenue| return_on_spend(earnings(spend, revenue));
        assert_eq!(said("100", "100").as_deref(), Some("1"));
        assert_eq!(said("100", "125").as_deref(), Some("1.25"));
        assert_eq!(said("10", "1000").as_deref(), Some("100"));
        assert_eq!(said("1000", "0").as_deref(), Some("0"));
        assert_eq!(said("1000", "1").as_deref(), Some("less than 0.01"));
        assert_eq!(said("0", "1"), None);
    }

    #[test]
    fn at_break_even_there_is_neither_a_profit_nor_a_loss() {
        let even = earnings("500", "500");
        assert_eq!(profit(even, dollars), "Neither a profit nor a loss");
        assert_eq!(break_even(even, dollars), "Reached: the spend is back");
        assert_eq!(profit(earnings("500", "520.50"), dollars), "A profit of $20.50");
    }

    #[test]
    fn a_lead_that_did_not_buy_is_told_apart_from_one_nobody_knows_about() {
        assert_eq!(brought(None, dollars), "Outcome not known yet");
        assert_eq!(brought(Amount::parse("0").ok(), dollars), "Did not buy");
        assert_eq!(brought(Amount::parse("80").ok(), dollars), "Bought for $80");
    }

    #[test]
    fn each_decision_is_one_sentence() {
        for decision in
            [Verdict::NothingSpent, Verdict::AskFirst, Verdict::Optimise, Verdict::InvestElsewhere]
        {
            for unknown in [0, 1, 3] {
                let words = verdict(decision, unknown);
                assert_eq!(words.matches('.').count(), 1, "{words}");
            }
        }
        assert!(verdict(Verdict::AskFirst, 1).contains("for 1 lead nobody"));
    }
}
