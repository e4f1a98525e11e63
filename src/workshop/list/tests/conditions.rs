//! Lines that depend on what came of another.

use super::{List, Outcome, Plan, each, hinted, reads, setting};

#[test]
fn a_condition_belongs_to_the_contact_before_it() {
    each(&[
        (
            "call next day\nif no answer: call again a week later",
            &["Call | Phone | 1 WorkingDays", "Call again | Phone | 1 Weeks | 1 NotReached"],
        ),
        ("e-mail\nif no answer: call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        (
            "call\ncall again if nobody answers, in 2 days",
            &["Call | Phone", "Call again | Phone | 2 WorkingDays | 1 NotReached"],
        ),
        ("call\nif they say no: send a card", &["Call | Phone", "Send a card | Letter | 1 Declined"]),
        ("call\nif reached, send the offer", &["Call | Phone", "Send the offer | 1 Reached"]),
        (
            "call\nif they pick up: send the offer tomorrow",
            &["Call | Phone", "Send the offer | 1 WorkingDays | 1 Reached"],
        ),
        (
            "e-mail\nif they reply: call the same day",
            &["E-mail | Email", "Call | Phone | 0 WorkingDays | 1 Replied"],
        ),
        (
            "visit\nif they buy: thank-you card in 3 days",
            &["Visit | InPerson", "Thank-you card | Letter | 3 WorkingDays | 1 Bought"],
        ),
        (
            "call\nif not interested: letter in 6 months",
            &["Call | Phone", "Letter | Letter | 6 Months | 1 Declined"],
        ),
        ("call\nif not now: call in 3 months", &["Call | Phone", "Call | Phone | 3 Months | 1 NotNow"]),
        (
            "call\nif no answer call again a week later",
            &["Call | Phone", "Call again | Phone | 1 Weeks | 1 NotReached"],
        ),
        (
            "e-mail\nIf we don't hear back within a week: call",
            &["E-mail | Email", "Call | Phone | 1 CalendarDays..1 Weeks | 1 NoReply"],
        ),
        ("call\nno answer: e-mail", &["Call | Phone", "E-mail | Email | 1 NotReached"]),
        ("call\nwhen they answer: send prices", &["Call | Phone", "Send prices | 1 Reached"]),
        (
            "call\nif no answer: call again in 3 days\nif no answer: letter in a week\nvisit after a month",
            &[
                "Call | Phone",
                "Call again | Phone | 3 WorkingDays | 1 NotReached",
                "Letter | Letter | 1 Weeks | 2 NotReached",
                "Visit | InPerson | 1 Months",
            ],
        ),
        (
            "call\nif reached: send the offer\nif not reached: e-mail",
            &["Call | Phone", "Send the offer | 1 Reached", "E-mail | Email | 1 NotReached"],
        ),
        (
            "call\nprepare the offer\nif no answer: e-mail",
            &["Call | Phone", "Prepare the offer | Internal", "E-mail | Email | 1 NotReached"],
        ),
        ("call\nNo answer? Text.", &["Call | Phone", "Text | SocialChat | 1 NotReached"]),
        (
            "call\nno answer after a week? letter",
            &["Call | Phone", "Letter | Letter | 1 Weeks | 1 NotReached"],
        ),
        ("e-mail\nif they say nothing call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        (
            "e-mail\nif they stay silent for a week, call",
            &["E-mail | Email", "Call | Phone | 1 Weeks | 1 NoReply"],
        ),
        ("e-mail\nStill nothing? Call", &["E-mail | Email", "Call | Phone | 1 NoReply"]),
        ("call\nif they're busy call next month", &["Call | Phone", "Call | Phone | 1 Months | 1 NotNow"]),
        (
            "call\nno answer - e-mail next day",
            &["Call | Phone", "E-mail | Email | 1 WorkingDays | 1 NotReached"],
        ),
        (
            "e-mail\nno reply → e-mail again in a week",
            &["E-mail | Email", "E-mail again | Email | 1 Weeks | 1 NoReply"],
        ),
        ("call\nif voicemail: call again", &["Call | Phone", "Call again | Phone | 1 NotReached"]),
        ("visit\nif not home: leave a card", &["Visit | InPerson", "Leave a card | Letter | 1 NotReached"]),
        ("letter\nif quote accepted: card", &["Letter | Letter", "Card | Letter | 1 Bought"]),
        ("call\nif lost: card in 6 months", &["Call | Phone", "Card | Letter | 6 Months | 1 Declined"]),
        (
            "call\nunless they reply: letter",
            &["Call | Phone", "Unless they reply: letter | Letter | ! Condition"],
        ),
        ("call\notherwise: letter", &["Call | Phone", "Otherwise: letter | Letter | ! Condition"]),
        ("if no answer: call", &["Call | Phone | ! NothingAbove"]),
        ("call\nif it rains: stay inside", &["Call | Phone", "If it rains: stay inside | ! Condition"]),
    ]);
}

#[test]
fn a_condition_can_have_its_wait_within_it() {
    for line in [
        "No reply in 3 days - call",
        "No response after 3 days - call",
        "No reply after 3 days, call",
        "no reply for 3 days → call",
        "no answer in 3 days: call",
        "After no answer, call in 3 days",
        "after no reply: call in 3 days",
        "In case of no answer: call in 3 days",
        "in case of no reply, call in 3 days",
        "call in 3 days in case of no reply",
        "No reply, call in 3 days",
    ] {
        let expected = ["E-mail | Email", "Call | Phone | 3 WorkingDays | 1 NoReply"];
        assert_eq!(reads(&format!("e-mail\n{line}")), expected, "{line}");
    }
    each(&[
        (
            "e-mail\nNo reply within a week → call",
            &["E-mail | Email", "Call | Phone | 1 CalendarDays..1 Weeks | 1 NoReply"],
        ),
        ("No rush, call in 3 days", &["No rush | Phone | 3 WorkingDays"]),
        ("no news → call", &["No news", "Call | Phone"]),
        ("E-mail in 3 days → call", &["E-mail | Email | 3 WorkingDays", "Call | Phone"]),
    ]);
}

#[test]
fn who_is_interested_has_answered_and_more_so_that_it_is_asked() {
    for text in
        ["call\nif interested: send prices", "e-mail\nInterested? Send prices", "call\nif yes, send prices"]
    {
        let plan = Plan::blank();
        let hints = hinted(text);
        let outcomes = hints.iter().map(|text| {
            let list = List::read(text, setting(&plan));
            assert_eq!(list.entries[1].doubts, [], "{text}");
            list.entries[1].step.only_after.map(|branch| branch.outcome)
        });
        let outcomes: Vec<_> = outcomes.flatten().collect();
        let answered = if text.starts_with("call") { Outcome::Reached } else { Outcome::Replied };
        assert_eq!(outcomes.len(), 4);
        assert_eq!((outcomes[0], outcomes[2], outcomes[3]), (answered, Outcome::Bought, Outcome::Declined));
    }
}
