//! Whether the goals do enough for the contact (A17, A18).

use crate::plan::Plan;

/// How many of a plan's goals serve the contact's experience first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GoalBalance {
    /// Goals that serve the contact first.
    pub for_contact: usize,
    /// All goals.
    pub all: usize,
}

/// What the balance says (A17, A18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BalanceVerdict {
    /// There are no goals yet.
    NoGoals,
    /// No goal serves the contact first.
    NoneForContact,
    /// Less than a third of the goals do.
    FewForContact,
    /// At least a third do, and the business is served too.
    Balanced,
    /// Every goal serves the contact: the needs of the business are missing (A18).
    NoneForBusiness,
}

impl GoalBalance {
    /// The balance of a plan's goals.
    pub fn of(plan: &Plan) -> Self {
        let (for_contact, all) = plan.contact_goals();
        Self { for_contact, all }
    }

    /// The judgement. That a third is enough is *ours*: A17 asks whether there are enough such goals, not how many
    /// that is. All the ideas of A19 taken together come to a little more than a third.
    pub fn verdict(self) -> BalanceVerdict {
        match self.for_contact {
            _ if self.all == 0 => BalanceVerdict::NoGoals,
            0 => BalanceVerdict::NoneForContact,
            some if some >= self.all => BalanceVerdict::NoneForBusiness,
            some if some < self.all.div_ceil(3) => BalanceVerdict::FewForContact,
            _ => BalanceVerdict::Balanced,
        }
    }

    /// The share that serves the contact in whole per cent, rounded down; 0 where there are no goals.
    pub fn percent(self) -> usize {
        (self.for_contact * 100).checked_div(self.all).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Idea};

    fn verdict(for_contact: usize, all: usize) -> BalanceVerdict {
        GoalBalance { for_contact, all }.verdict()
    }

    #[test]
    fn a_third_of_the_goals_for_the_contact_is_enough() {
        use BalanceVerdict::*;
        assert_eq!(verdict(0, 0), NoGoals);
        assert_eq!(verdict(0, 1), NoneForContact);
        assert_eq!(verdict(0, 12), NoneForContact);
        assert_eq!(verdict(1, 4), FewForContact);
        assert_eq!(verdict(3, 10), FewForContact);
        assert_eq!(verdict(1, 3), Balanced);
        assert_eq!(verdict(4, 10), Balanced);
        assert_eq!(verdict(9, 10), Balanced);
    }

    #[test]
    fn the_business_has_needs_too() {
        assert_eq!(verdict(1, 1), BalanceVerdict::NoneForBusiness);
        assert_eq!(verdict(6, 6), BalanceVerdict::NoneForBusiness);
    }

    #[test]
    fn all_the_ideas_together_are_balanced() {
        let plan = Idea::ALL
            .into_iter()
            .try_fold(Plan::blank(), |plan, idea| plan.edited(Edit::PickIdea(idea)))
            .unwrap();
        let balance = GoalBalance::of(&plan);
        assert_eq!(balance, GoalBalance { for_contact: 9, all: 25 });
        assert_eq!(balance.percent(), 36);
        assert_eq!(balance.verdict(), BalanceVerdict::Balanced);
        assert_eq!(GoalBalance::of(&Plan::blank()).percent(), 0);
    }
}
