//! Too much, and too little (C2, C6, E9).

use followthrough::advice::Rule;
use followthrough::plan::{Channel, Channel::*, Edit, Outcome::*, Plan, StepEdit, Unit, Unit::*};

use super::Case;
use crate::draft::{Draft, draft};
use crate::routes::{CUSTOMER, PROSPECT, attempts, date, from_start, then, with_holidays};

/// Contacts with a customer, each so many calendar days after the one before.
fn customer(contacts: &[(u16, Channel)]) -> Draft {
    contacts.iter().fold(draft(), |draft, (days, channel)| {
        draft.customer("Be in touch", then(*days, ExactDays), *channel)
    })
}

/// Two contacts with a prospect.
fn second(count: u16, unit: Unit) -> Draft {
    let draft = draft().prospect("Welcome them", from_start(0, WorkingDays), Email);
    draft.prospect("Send our services in detail", then(count, unit), Email)
}

/// Both sequences from the same Monday on, two contacts each within the week.
fn both(customers_start: Option<&str>) -> Plan {
    let draft = [PROSPECT, CUSTOMER].into_iter().fold(draft(), |draft, audience| {
        let draft = draft.step(audience, "Write", from_start(0, WorkingDays), Email);
        draft.step(audience, "Send a card", from_start(2, WorkingDays), Letter)
    });
    draft.edit(Edit::Start(CUSTOMER, customers_start.map(date))).plan()
}

pub fn cases() -> Vec<Case> {
    let call = customer(&[(0, Phone)]).last();
    let week = [(0, Email), (2, Letter), (2, Phone)];
    let crowd = |days, channel| customer(&[&week[..], &[(days, channel)]].concat());
    let year = |months| customer(&[(0, Email)]).customer("Ask again", then(months, Months), Email);
    vec![
        Case {
            rule: Rule::SecondTouchpointLate,
            speaks: vec![
                ("three weeks", second(3, Weeks).plan()),
                ("the day after a fortnight", second(15, CalendarDays).plan()),
            ],
            silent: vec![
                ("two weeks", second(2, Weeks).plan()),
                ("two weeks that end on a holiday", with_holidays(&second(2, Weeks).plan(), &["2026-09-21"])),
                ("ten working days", second(10, WorkingDays).plan()),
                ("customers are no prospects", customer(&[(0, Email), (20, Email)]).plan()),
                ("only one contact", second(3, Weeks).say(StepEdit::Channel(Some(Internal))).plan()),
            ],
        },
        Case {
            rule: Rule::CallsTooClose,
            speaks: vec![
                ("Monday and Wednesday", customer(&[(0, Phone), (2, Phone)]).plan()),
                ("with an e-mail between", customer(&[(0, Phone), (1, Email), (1, Phone)]).plan()),
                ("tries on alternate days", customer(&[(0, Phone)]).say(attempts(3, 2)).plan()),
            ],
            silent: vec![
                ("a week", customer(&[(0, Phone), (7, Phone)]).plan()),
                ("three days, which the lower limit speaks of", customer(&[(0, Phone), (3, Phone)]).plan()),
                ("tries with two days between", customer(&[(0, Phone)]).say(attempts(3, 3)).plan()),
                ("one call", customer(&[(0, Phone)]).say(attempts(1, 1)).plan()),
                ("e-mails are no calls", customer(&[(0, Email), (2, Email)]).plan()),
            ],
        },
        Case {
            rule: Rule::TooOften,
            speaks: vec![
                ("a call after six days", customer(&[(0, Phone), (6, Phone)]).plan()),
                ("e-mails on two days running", customer(&[(0, Email), (1, Email)]).plan()),
            ],
            silent: vec![
                ("a call after a week", customer(&[(0, Phone), (7, Phone)]).plan()),
                ("an e-mail after two days", customer(&[(0, Email), (2, Email)]).plan()),
                (
                    "calls on alternate days, which another rule speaks of",
                    customer(&[(0, Phone), (2, Phone)]).plan(),
                ),
                ("another channel", customer(&[(0, Email), (1, Phone)]).plan()),
                (
                    "they have written back",
                    customer(&[(0, Email)])
                        .say(StepEdit::Expected(Some(Replied)))
                        .customer("Answer them", then(1, ExactDays), Email)
                        .after(call, Replied)
                        .plan(),
                ),
            ],
        },
        Case {
            rule: Rule::TooMany,
            speaks: vec![
                ("four in a week", crowd(2, SocialChat).plan()),
                (
                    "a fourth and a fifth are one crowd",
                    crowd(1, SocialChat).customer("Visit", then(1, ExactDays), InPerson).plan(),
                ),
                ("both sequences in one week", both(Some("2026-09-07"))),
            ],
            silent: vec![
                ("three in a week", customer(&week).plan()),
                ("the fourth on the eighth day", crowd(3, SocialChat).plan()),
                ("a comment is an answer", crowd(2, Comments).plan()),
                ("inside work is no contact", crowd(2, Internal).plan()),
                ("both sequences, one of them without a start of its own", both(None)),
                ("both sequences, a month apart", both(Some("2026-10-07"))),
            ],
        },
        Case {
            rule: Rule::TooSeldom,
            speaks: vec![
                ("25 days after a call", customer(&[(0, Phone), (25, Email)]).plan()),
                (
                    "two calls two months apart",
                    customer(&[(0, Phone)]).customer("Ring", then(2, Months), Phone).plan(),
                ),
                (
                    "a quarter of silence in the middle",
                    year(3).customer("Send a card", then(1, Weeks), Letter).plan(),
                ),
                ("longer than a year", year(15).plan()),
            ],
            silent: vec![
                ("three weeks after a call", customer(&[(0, Phone), (21, Email)]).plan()),
                ("a note a month", year(1).customer("Write", then(1, Months), Email).plan()),
                ("the long track at the end", year(3).customer("Write", then(6, Months), Email).plan()),
                (
                    "a pause they asked for",
                    customer(&[(0, Phone)])
                        .say(StepEdit::Expected(Some(NotNow)))
                        .customer("Ring again", then(3, Months), Phone)
                        .after(call, NotNow)
                        .customer("Send the offer", then(1, WorkingDays), Email)
                        .plan(),
                ),
                (
                    "a prospect’s second contact, which another rule speaks of",
                    second(6, Weeks).prospect("Ring", then(1, Weeks), Phone).plan(),
                ),
                ("the purchase lies between", both(Some("2027-03-01"))),
            ],
        },
        Case {
            rule: Rule::SocialAnswerSlow,
            speaks: vec![
                ("two days", draft().prospect("Answer", from_start(2, WorkingDays), SocialChat).plan()),
                ("a week for a comment", draft().prospect("Answer", from_start(1, Weeks), Comments).plan()),
                (
                    "they have written back",
                    customer(&[(0, SocialChat)])
                        .customer("Answer", then(3, CalendarDays), SocialChat)
                        .after(call, Replied)
                        .plan(),
                ),
            ],
            silent: vec![
                (
                    "the next working day",
                    draft().prospect("Answer", from_start(1, WorkingDays), SocialChat).plan(),
                ),
                ("no answer to anything", customer(&[(0, Email), (7, SocialChat)]).plan()),
                (
                    "an e-mail may take longer",
                    draft().prospect("Answer", from_start(2, WorkingDays), Email).plan(),
                ),
            ],
        },
    ]
}

#[test]
fn a_call_that_is_too_close_in_two_ways_is_spoken_of_once() {
    let plan = customer(&[(0, Phone), (1, Phone)]).say(attempts(3, 1)).plan();
    assert_eq!(crate::found(&plan, Rule::CallsTooClose).len(), 1);
}
