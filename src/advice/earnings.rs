//! What a plan or a campaign brought back (C8).

use crate::plan::{Amount, Campaign, Lead};

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
    /// What a campaign has brought so far: the leads whose outcome is known, and what came back besides.
    pub fn of(campaign: &Campaign) -> Self {
        let brought = campaign.leads.iter().filter_map(|lead| lead.brought).chain(campaign.revenue);
        // 501 amounts of less than 10^14 each fit well into 64 bits.
        let revenue: u64 = brought.map(Amount::hundredths).sum();
        Self {
            spend: campaign.spend.unwrap_or_default(),
            revenue: Amount::from_hundredths(revenue).unwrap_or(Amount::MAX),
        }
    }

    /// What to do about a campaign. While nothing at all is known of what came back, not even a lead, sales is asked
    /// first too.
    pub fn advice(campaign: &Campaign) -> Verdict {
        let unknown = unknown_leads(campaign).count() as u32;
        let knows_nothing = campaign.revenue.is_none() && campaign.leads.is_empty();
        Self::of(campaign).verdict(unknown.max(knows_nothing.into()))
    }

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

/// The leads of whom nobody knows yet what came of them: those marketing asks sales about (C1, C8).
pub fn unknown_leads(campaign: &Campaign) -> impl Iterator<Item = &Lead> {
    campaign.leads.iter().filter(|lead| lead.brought.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{LeadId, Line};

    /// A campaign of that spend and revenue, and leads with what they brought; nothing where nobody knows.
    fn campaign(spend: &str, revenue: &str, leads: &[&str]) -> Campaign {
        let amount = |text: &str| Amount::parse(text).ok();
        let lead = |(number, brought): (u32, &&str)| Lead {
            id: LeadId(number),
            name: Line::fitted("Ada"),
            brought: amount(brought),
        };
        Campaign {
            spend: amount(spend),
            revenue: amount(revenue),
            leads: (1..).zip(leads).map(lead).collect(),
        }
    }

    #[test]
    fn leads_and_what_came_back_besides_count_together() {
        let earnings = Earnings::of(&campaign("500", "20", &["50", "30", "0", ""]));
        assert_eq!(earnings.revenue.hundredths(), 10_000);
        assert_eq!((earnings.return_on_spend(), earnings.profit()), (Some(20), -40_000));
    }

    #[test]
    fn a_lead_of_whom_nobody_knows_is_asked_about_first() {
        let known = campaign("500", "100", &["0"]);
        assert_eq!(unknown_leads(&known).count(), 0);
        assert_eq!(Earnings::advice(&known), Verdict::InvestElsewhere);
        let unknown = campaign("500", "100", &["0", ""]);
        assert_eq!(unknown_leads(&unknown).map(|lead| lead.id).collect::<Vec<_>>(), [LeadId(2)]);
        assert_eq!(Earnings::advice(&unknown), Verdict::AskFirst);
    }

    #[test]
    fn without_a_word_of_what_came_back_nothing_is_decided() {
        assert_eq!(Earnings::advice(&campaign("500", "", &[])), Verdict::AskFirst);
        assert_eq!(Earnings::advice(&campaign("500", "0", &[])), Verdict::InvestElsewhere);
        assert_eq!(Earnings::advice(&campaign("500", "", &["0"])), Verdict::InvestElsewhere);
        assert_eq!(Earnings::advice(&Campaign::default()), Verdict::NothingSpent);
    }

    #[test]
    fn more_than_the_largest_amount_is_the_largest_amount() {
        let most = "999999999999.99";
        let earnings = Earnings::of(&campaign(most, most, &[most; 500]));
        assert_eq!((earnings.revenue, earnings.profit()), (Amount::MAX, 0));
    }

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
