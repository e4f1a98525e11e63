//! Whether the goals do enough for the contact (A17, A18).

use crate::plan::Plan;

/// How the goals are shared out between the contact and the business (A17, A18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Balance {
    /// There are no goals yet.
    NoGoals,
    /// No goal serves the contact first.
    None,
    /// Less than a third of the goals do.
    Few,
    /// At least a third do, and the business is served too.
    Balanced,
    /// All of them do: the needs of the business are missing (A18).
    All,
}

/// The balance of a plan's goals; [`contact_goals`](crate::plan::PlanParts::contact_goals) has the figures.
///
/// That a third is enough is *ours*: A17 asks whether there are enough such goals, not how many that is. All
/// the ideas of A19 taken together come to a little more than a third.
pub fn balance(plan: &Plan) -> Balance {
    let (for_contact, all) = plan.contact_goals();
    judged(for_contact, all)
}

fn judged(for_contact: usize, all: usize) -> Balance {
    match for_contact {
        _ if all == 0 => Balance::NoGoals,
        0 => Balance::None,
        some if some >= all => Balance::All,
        some if some < all.div_ceil(3) => Balance::Few,
        _ => Balance::Balanced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Idea};

    #[test]
    fn a_third_of_the_goals_for_the_contact_is_enough() {
        assert_eq!(judged(0, 0), Balance::NoGoals);
        assert_eq!(judged(0, 1), Balance::None);
        assert_eq!(judged(0, 12), Balance::None);
        assert_eq!(judged(1, 4), Balance::Few);
        assert_eq!(judged(3, 10), Balance::Few);
        assert_eq!(judged(1, 3), Balance::Balanced);
        assert_eq!(judged(4, 10), Balance::Balanced);
        assert_eq!(judged(9, 10), Balance::Balanced);
    }

    #[test]
    fn the_business_has_needs_too() {
        assert_eq!(judged(1, 1), Balance::All);
        assert_eq!(judged(6, 6), Balance::All);
    }

    #[test]
    fn all_the_ideas_together_are_balanced() {
        let pick = |plan: Plan, idea| plan.edited(Edit::PickIdea(idea));
        let plan = Idea::ALL.into_iter().try_fold(Plan::blank(), pick).unwrap();
        assert_eq!(plan.contact_goals(), (9, 25));
        assert_eq!(balance(&plan), Balance::Balanced);
        assert_eq!(balance(&Plan::blank()), Balance::NoGoals);
    }
}
