//! For every rule plans that it speaks of, and plans that it leaves alone.

mod contact;

mod pace;

mod wishes;

mod work;

use followthrough::advice::Rule;
use followthrough::plan::Plan;

use super::found;

/// A plan, and what it is in a few words.
pub type Example = (&'static str, Plan);

/// A rule with plans it speaks of, once each, and plans it leaves alone.
pub struct Case {
    pub rule: Rule,
    pub speaks: Vec<Example>,
    pub silent: Vec<Example>,
}

pub fn all() -> Vec<Case> {
    [wishes::cases(), contact::cases(), pace::cases(), work::cases()].into_iter().flatten().collect()
}

#[test]
fn every_rule_has_plans_it_speaks_of_and_plans_it_leaves_alone() {
    let cases = all();
    for rule in Rule::ALL {
        let of_rule: Vec<_> = cases.iter().filter(|case| case.rule == *rule).collect();
        assert_eq!(of_rule.len(), 1, "{rule:?}");
        assert!(!of_rule[0].speaks.is_empty() && !of_rule[0].silent.is_empty(), "{rule:?}");
    }
}

#[test]
fn a_rule_speaks_once_of_what_it_is_there_for() {
    for case in all() {
        for (what, plan) in case.speaks {
            assert_eq!(found(&plan, case.rule).len(), 1, "{:?}: {what}", case.rule);
        }
    }
}

#[test]
fn a_rule_is_silent_where_all_is_well() {
    for case in all() {
        for (what, plan) in case.silent {
            assert_eq!(found(&plan, case.rule), [], "{:?}: {what}", case.rule);
        }
    }
}
