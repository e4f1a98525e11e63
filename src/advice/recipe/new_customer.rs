//! New customers (C3, A21): well begun, then asked, then offered more.

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, Letter, Phone};
use crate::plan::Outcome::{NotReached, Reached};
use crate::plan::Responsible::{Automation, Myself, Vendor};

pub(super) const CARD: Card = Card {
    title: "A new customer",
    for_whom: "For people who have just bought from you for the first time.",
    questions: &[
        Question {
            ask: "How does the gift reach them?",
            choices: &["By post, from a vendor", "By e-mail, as a voucher or something to read"],
        },
        Question { ask: "How do you ask whether all is well?", choices: &["By phone", "By e-mail"] },
        Question {
            ask: "When does the postcard go out?",
            choices: &["After two months", "After three months", "After half a year"],
        },
    ],
    make,
};

fn make(draft: &mut Draft, answers: &Answers) {
    let thanks = draft.add(
        step(SAME_DAY, Email, Automation, "Thank them, and say what happens next")
            .tools("E-mail template")
            .say("Hello [name], thank you for choosing [what]. This is what happens next for you: [day: what], [day: what]. If anything is not as you expected, answer this e-mail; [person] reads it and helps you.")
            .why("Right after the purchase people wonder whether it was right. Tell them that it was."),
    );
    let (wait, way, who) = answers.pick(0, [(workdays(2), Letter, Vendor), (workdays(3), Email, Automation)]);
    draft.add(
        step(wait, way, who, "Send a small gift that nobody expects")
            .tools(answers.pick(0, ["Fulfilment vendor, gift, card", "E-mail template, voucher"]))
            .say("“For you, [name], because you are new here: [gift]. Enjoy it with your [what you bought].” No offer with it, and nothing to sign.")
            .why("A gift without a purpose is what people tell others about."),
    );
    if answers.of(1) == 0 {
        let call = draft.add(
            step(weeks(1), Phone, Myself, "Ask whether all is well, up to two calls")
                .from(thanks)
                .tries(2, 5)
                .expect(Reached)
                .tools("Phone, order notes")
                .say("“How is it going with [what]? What was harder than you thought?” Wait for the answer. If something is wrong, mend it before you ask for anything else.")
                .why("Whoever is helped in the first week does not send it back."),
        );
        draft.add(
            step(workdays(1), Email, Myself, "Ask in writing, if nobody was there")
                .if_it(call, NotReached)
                .tools("E-mail template")
                .say("Hello [name], I tried to reach you, only to hear whether everything is right with your [what]. If something is not, tell me in one line and it will be put right.")
                .why("After two calls in vain, writing leaves it to them when to answer."),
        );
    } else {
        draft.add(
            step(weeks(1), Email, Myself, "Ask whether all is well")
                .from(thanks)
                .tools("E-mail template, order notes")
                .say("Hello [name], a week with your [what]: how is it going? What was harder than you thought? Answer in one line; if something is wrong, it will be put right first.")
                .why("Whoever is helped in the first week does not send it back."),
        );
    }
    draft.add(
        step(weeks(3), Email, Myself, "Ask for a review")
            .from(thanks)
            .tools("E-mail template, link to the review page")
            .say("Hello [name], you have had your [what] for three weeks. Would you tell others in two sentences how it is? Here is the place: [link]. And if it is not five stars for you, please tell me first.")
            .why("They know it well enough to judge, and are still new enough to be glad."),
    );
    draft.add(
        step(months(1), Email, Automation, "Offer what goes with it")
            .from(thanks)
            .tools("E-mail template, three products that go with it")
            .say("Hello [name], most people who use [what you bought] need [this] after a month. Three things go well with yours: [list]. As a customer you get [advantage] until [day].")
            .why("Who has bought and is content is easier to sell to than anybody new, and a month is long enough."),
    );
    draft.add(
        step(weeks(1), Email, Myself, "Ask whom else it would help")
            .tools("E-mail template, two vouchers")
            .say("Hello [name], do you know somebody who struggles with what you have solved? These two vouchers are for them: [vouchers]. Your name opens the door; what you get for it is [thanks].")
            .why("A word from a friend is worth more than any advertisement, and two vouchers make it easy to pass on."),
    );
    draft.add(
        step(months(answers.pick(2, [2, 3, 6])), Letter, Vendor, "Send a postcard with a discount code")
            .from(thanks)
            .tools("Fulfilment vendor, postcard, discount code")
            .say("“Dear [name], you have had your [what] for [time] now. If you need more of it, or a part for it, this code is yours until [day]: [code].”")
            .why("A card in the letter box stands out, and brings them back for the second purchase."),
    );
}
