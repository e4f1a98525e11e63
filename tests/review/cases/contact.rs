//! Decisions, offers, exits, channels, messages (B5, C3, D6, D7, E7, E12-E15).

use followthrough::advice::Rule;
use followthrough::plan::{Channel, Channel::*, Distance::*, Edit, Idea, Outcome::*, StepEdit, Unit::*};

use super::Case;
use crate::draft::{Draft, draft, line};
use crate::routes::{CUSTOMER, attempts, from_start, then};

fn called() -> Draft {
    draft().prospect("Ring", from_start(0, WorkingDays), Phone).say(attempts(3, 3))
}

fn mailed(channel: Channel) -> Draft {
    let draft = draft().prospect("Say who we are", from_start(0, WorkingDays), Email);
    draft.prospect("Say what we do", then(1, Weeks), channel)
}

fn thanked() -> Draft {
    let draft = draft().customer("Say thank you", from_start(0, WorkingDays), Email);
    draft.customer("Ask how it goes", then(1, Weeks), Phone)
}

fn message(text: &str) -> Draft {
    draft().prospect("Write", from_start(0, WorkingDays), Email).notes(text)
}

/// A first line to somebody who has not been heard of.
fn again(text: &str) -> Draft {
    let draft = draft().prospect("Say hello", from_start(0, WorkingDays), Email);
    draft.prospect("Get back in touch", then(2, Weeks), Email).notes(text)
}

pub fn cases() -> Vec<Case> {
    let ring = called().last();
    let (with_upgrades, actions) = upgrades();
    let later = |channel| mailed(channel).prospect("Ask again", then(3, Months), Email);
    let second = mailed(Email).last();
    let ours = "We are proud of our oven. We bake what we love, and our bread is our joy. I say so myself.";
    let yours =
        "You told us what your mornings are like. Here is your bread, as you like it, for your table.";
    vec![
        Case {
            rule: Rule::NoDecision,
            speaks: vec![
                ("three calls", called().plan()),
                (
                    "only what follows an answer",
                    called().prospect("Write", then(1, WorkingDays), Email).after(ring, Reached).plan(),
                ),
            ],
            silent: vec![
                (
                    "a letter when all are in vain",
                    called().prospect("Write a letter", then(1, WorkingDays), Letter).after(ring, NotReached).plan(),
                ),
                ("one call", called().say(attempts(1, 1)).plan()),
            ],
        },
        Case {
            rule: Rule::NoCrossSell,
            speaks: vec![
                ("thanks and a call", thanked().plan()),
                ("an offer after a quarter", thanked().customer("Offer the care plan", then(3, Months), Email).plan()),
            ],
            silent: vec![
                ("an offer after a month", thanked().customer("Offer the care plan", from_start(1, Months), Email).plan()),
                (
                    "an action for a goal of upgrades",
                    with_upgrades
                        .customer("Say thank you", from_start(0, WorkingDays), Email)
                        .customer("Show the big one", then(3, Weeks), Email)
                        .say(StepEdit::Action(Some(actions)))
                        .plan(),
                ),
                ("a first step", draft().customer("Say thank you", from_start(0, WorkingDays), Email).plan()),
                ("no customers at all", mailed(Email).plan()),
            ],
        },
        Case {
            rule: Rule::NoExit,
            speaks: vec![("two e-mails, and then nothing", mailed(Email).plan())],
            silent: vec![
                ("a note after a quarter", later(Email).plan()),
                ("a note after 90 days", mailed(Email).prospect("Ask again", then(90, CalendarDays), Email).plan()),
                (
                    "a way for those who say not now",
                    mailed(Email).prospect("Ask when", then(2, Weeks), Email).after(second, NotNow).plan(),
                ),
                (
                    "a farewell for those who want no more",
                    mailed(Email).prospect("Take them off the list", then(1, WorkingDays), Internal).after(second, Declined).plan(),
                ),
                ("a first step", draft().prospect("Say who we are", from_start(0, WorkingDays), Email).plan()),
                ("customers alone", thanked().plan()),
            ],
        },
        Case {
            rule: Rule::TooDear,
            speaks: vec![
                ("a visit for 10", mailed(InPerson).stakes("10", 5, Near).plan()),
                ("a call for 10", mailed(Phone).stakes("10", 5, Near).plan()),
            ],
            silent: vec![
                ("an e-mail for 10", mailed(Email).stakes("10", 5, Near).plan()),
                ("a flight for 100,000", mailed(InPerson).stakes("100000", 5, Far).plan()),
                ("nobody knows what for", mailed(InPerson).plan()),
            ],
        },
        Case {
            rule: Rule::TooFaint,
            speaks: vec![
                ("e-mails alone for 100,000", mailed(Email).stakes("100000", 5, Far).plan()),
                ("comments besides", mailed(Comments).stakes("100000", 5, Far).plan()),
            ],
            silent: vec![
                ("a call", mailed(Phone).stakes("100000", 5, Far).plan()),
                (
                    "a call for those who do not answer",
                    mailed(Email).prospect("Ring", then(1, Weeks), Phone).after(second, NoReply).stakes("100000", 5, Far).plan(),
                ),
                ("for 10", mailed(Email).stakes("10", 5, Near).plan()),
                ("too many to be called", mailed(Email).stakes("100000", 2_000, Near).plan()),
                ("a first step", draft().prospect("Write", from_start(0, WorkingDays), Email).stakes("100000", 5, Far).plan()),
            ],
        },
        Case {
            rule: Rule::AboutUs,
            speaks: vec![("we, our, I", message(ours).plan())],
            silent: vec![
                ("you, your", message(yours).plan()),
                ("two words about us", message("We are here. Ring our bell.").plan()),
                ("the short forms", message("You’re here, you’ll see, you’d say: we’re glad, we’ll bake, we’ve bread, you’ve time, you’re kind.").plan()),
                ("the US and i.e.", message("In the US, US bread, US flour, US cake, i.e. US goods, US US US US.").plan()),
            ],
        },
        Case {
            rule: Rule::PretendsNothing,
            speaks: vec![
                ("just checking in", again("Hello [name], just checking in!").plan()),
                ("help at once", again("Hello. How can I help you today?").plan()),
                (
                    "after half a year",
                    draft()
                        .prospect("Say hello", from_start(0, WorkingDays), Email)
                        .prospect("Write", then(7, Months), Email)
                        .notes("Hope you’re well.")
                        .plan(),
                ),
                (
                    "a sequence for contacts that lapsed",
                    message("Just touching base.").edit(Edit::Trigger(crate::routes::PROSPECT, line("A lapsed contact"))).plan(),
                ),
            ],
            silent: vec![
                ("it owns up", again("I am sorry for the silence. How can I help you today?").plan()),
                ("no silence before", message("Just checking in!").plan()),
                ("a quarter is a pause", later(Email).notes("Hope you’re well.").plan()),
            ],
        },
    ]
}

/// A customer goal of upgrades, and its action.
fn upgrades() -> (Draft, followthrough::plan::ActionId) {
    let draft = draft().edit(Edit::PickIdea(Idea::Upgrades)).edit(Edit::SortByIdea);
    let plan = draft.clone().plan();
    let goal = plan.goal_from(Idea::Upgrades).unwrap();
    assert_eq!(goal.audience, Some(CUSTOMER));
    let action = followthrough::plan::ActionId(plan.next_id());
    (draft.edit(Edit::AddAction(goal.id, line("a look at the big one"))), action)
}
