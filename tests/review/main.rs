//! What the reviewer says of plans, and when it is silent. 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "../fixtures/edits.rs"]
mod edits;

#[path = "../fixtures/routes.rs"]
mod routes;

mod answers;

mod cases;

mod draft;

mod fixes;

mod laws;

mod quiet;

use followthrough::advice::{Finding, Review, Rule};
use followthrough::plan::Plan;
use followthrough::schedule::Schedule;

/// The day on which all plans are looked at, unless said otherwise.
const TODAY: &str = "2026-09-07";

fn review(plan: &Plan) -> Review {
    let today = routes::date(TODAY);
    Review::of(plan, &Schedule::on(plan, today), today)
}

fn found(plan: &Plan, rule: Rule) -> Vec<Finding> {
    review(plan).findings.into_iter().filter(|finding| finding.rule == rule).collect()
}
