//! Channels against what is at stake, as somebody who knows follow-up would see them (E7, D2).

#![cfg(test)]

use chrono::NaiveDate;
use followthrough::advice::{Review, Rule, Spot};
use followthrough::plan::{
    Amount, Anchor, Audience, Channel, Delay, Edit, Percent, Plan, Stakes, StepEdit, Unit,
};
use followthrough::schedule::Schedule;

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// Two contacts through one channel, a week apart.
fn plan(deal: &str, channel: Channel) -> Plan {
    let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let plan = Plan::blank().edited(add()).unwrap().edited(add()).unwrap();
    let [id, second] = [0, 1].map(|at| plan.sequences.prospect.steps[at].id);
    let stakes = Stakes { chance: Percent::new(20), ..Stakes::default() };
    [
        Edit::Start(Audience::Prospect, Some(day())),
        Edit::Step(id, StepEdit::Channel(Some(channel))),
        Edit::Step(second, StepEdit::Channel(Some(channel))),
        Edit::Step(second, StepEdit::Delay(Delay::after(1, Unit::Weeks, Anchor::PreviousStep).unwrap())),
        Edit::DealValue(Amount::parse(deal).ok()),
        Edit::ContactsAMonth(Some(20)),
        Edit::Stakes(stakes),
    ]
    .into_iter()
    .fold(plan, |plan, edit| plan.edited(edit).unwrap())
}

fn flagged(plan: &Plan, rule: Rule) -> Vec<Spot> {
    let review = Review::of(plan, &Schedule::on(plan, day()), day());
    review.findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.spot).collect()
}

#[test]
fn a_visit_for_a_deal_of_10_is_flagged_as_too_dear() {
    let visit = plan("10", Channel::InPerson);
    let steps: Vec<_> = visit.steps().map(|step| Spot::Step(step.id)).collect();
    assert_eq!(flagged(&visit, Rule::TooDear), steps);
    assert_eq!(flagged(&visit, Rule::TooFaint), []);
    assert_eq!(flagged(&plan("100000", Channel::InPerson), Rule::TooDear), []);
}

#[test]
fn e_mail_alone_for_a_deal_of_100_000_is_flagged_as_too_faint() {
    let mail = plan("100000", Channel::Email);
    assert_eq!(flagged(&mail, Rule::TooFaint), [Spot::Sequence(Audience::Prospect)]);
    assert_eq!(flagged(&mail, Rule::TooDear), []);
    assert_eq!(flagged(&plan("10", Channel::Email), Rule::TooFaint), []);
    assert_eq!(flagged(&plan("100000", Channel::Phone), Rule::TooFaint), []);
}
