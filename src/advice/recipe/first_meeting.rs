//! After the first meeting (C4, D5): what one has learnt there sets the stage, and the stage sets the pace.

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::fast_answer::{NOT_NOW, NOT_NOW_MONTHS};
use super::new_prospect::NEWSLETTER;
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, InPerson, Internal, Letter, Phone};
use crate::plan::Outcome::{Bought, NoReply, NotNow, NotReached, Reached, Replied};
use crate::plan::Responsible::{Automation, Myself};
use crate::plan::{Outcome, StepId};

pub(super) const CARD: Card = Card {
    title: "After the first meeting",
    for_whom: "For people you have met once, at a pace that suits how far along they are.",
    questions: &[
        Question {
            ask: "How far along are they?",
            choices: &[
                "Only looking around",
                "Comparing several offers",
                "Deciding soon",
                "Ready now",
                "Not now, but later",
            ],
        },
        Question { ask: "Where do you meet first?", choices: &["In person", "On the phone or by video"] },
        NOT_NOW,
    ],
    make,
};

fn make(draft: &mut Draft, answers: &Answers) {
    let met_by = answers.pick(1, [InPerson, Phone]);
    let meeting = draft.add(
        step(SAME_DAY, met_by, Myself, "Meet, and fill in the discovery card")
            .tools("Discovery card")
            .say("Ask, listen, write down. What: what are you looking for? Why: what is it for, and why now? How: what does your decision hang on, and who has a say in it? When: are you deciding soon, or only considering? Agree on the next step before you part.")
            .why("These four answers tell how far along they are, and so how often you should be heard of."),
    );
    let later = answers.pick(2, NOT_NOW_MONTHS);
    let follow = answers.pick(0, [looking_around, comparing, deciding_soon, ready_now, not_now]);
    follow(draft, meeting, met_by == Phone, later);
}

/// Awareness: something useful once a month, no push (C5).
fn looking_around(draft: &mut Draft, _: StepId, _: bool, later: u16) {
    thanks(draft, "one thing that answers your question about [what]");
    draft.add(
        step(weeks(2), Email, Myself, "Send a guide for people who begin")
            .tools("E-mail template, guide")
            .say("Hello [name], most people who look around for [what] ask the same three questions. Here they are, with honest answers, also where the answer is “you do not need us”: [guide].")
            .why("They learn from you before they compare, and remember who taught them."),
    );
    for number in 1..=3 {
        draft.add(
            step(months(1), Email, Automation, &format!("Newsletter {number}: something useful for them"))
                .tools("Newsletter template")
                .say(NEWSLETTER)
                .why("Whoever only looks around wants to be left in peace, and not to be forgotten: once a month does both."),
        );
    }
    let asked = draft.add(
        step(months(1), Email, Myself, "Ask what has changed for them")
            .expect(NoReply)
            .tools("E-mail template, discovery card")
            .say("Hello [name], in [month] you told me that you were looking for [what]. How far have you come? If your plans have moved on, let us talk for ten minutes; if not, you simply get the next letter.")
            .why("A stage does not last for ever. One question shows whether the pace still fits."),
    );
    draft.add(
        step(workdays(1), Phone, Myself, "Call, with the discovery card in hand")
            .if_it(asked, Replied)
            .tools("Phone, discovery card")
            .say("Go through the four questions once more: what, why, how you decide, when. Then take this recipe again for the stage they are at now.")
            .why("They have moved on, so the pace may too."),
    );
    come_back(draft, asked, later);
}

/// Comparing: what makes it easy to compare, then a talk about what is open.
fn comparing(draft: &mut Draft, _: StepId, _: bool, later: u16) {
    thanks(draft, "the answer to the question that you asked last");
    draft.add(
        step(workdays(3), Email, Myself, "Send a fair comparison")
            .tools("E-mail template, comparison, two references")
            .say("Hello [name], you are comparing, so here is a table to do it with: what to look at, where we are strong, and where others are. Two customers in your line are glad to tell you how it went: [names].")
            .why("Whoever compares is helped by what is comparable, and trusts who is fair to others."),
    );
    let call = draft.add(
        step(weeks(1), Phone, Myself, "Call about what is still open, up to three times")
            .tries(3, 5)
            .expect(Reached)
            .tools("Phone, discovery card")
            .say("“What is still missing for you to decide?” Answer that, and nothing else. Ask when they want to decide, and offer the next step.")
            .why("One open question often holds up the whole decision, and it comes out in a talk."),
    );
    after_call(draft, call, Reached, later);
}

/// Deciding soon: the offer at once, the call close behind it.
fn deciding_soon(draft: &mut Draft, meeting: StepId, is_by_phone: bool, later: u16) {
    draft.add(
        step(workdays(1), Email, Myself, "Send the written offer, with a date")
            .tools("Offer template")
            .say("Hello [name], here is the offer, for exactly what you need: [what, price, by when]. It holds until [day]. You will hear from me on [day] to go through it with you.")
            .why("They decide soon: whatever they need for it should lie before them tomorrow."),
    );
    // Two calls to one person need a week between them (E9).
    let wait = if is_by_phone { weeks(1) } else { workdays(4) };
    let call = draft.add(
        step(wait, Phone, Myself, "Go through the offer on the phone, up to three times")
            .from(meeting)
            .tries(3, 5)
            .expect(Reached)
            .tools("Phone, the offer")
            .say("Go through it line by line, if they like. “What would have to be different for you to say yes?” Offer the smaller solution where it would do.")
            .why("An offer that nobody talks through is laid aside."),
    );
    after_call(draft, call, Reached, later);
    draft.add(
        step(weeks(1), Phone, Myself, "Call on the day they named")
            .only(call, Reached)
            .tools("Phone, the offer")
            .say("“You wanted to decide by today: what did you decide?” A no is an answer too: ask what tipped the scales, and thank them.")
            .why("They named the day themselves, so the call is no push."),
    );
}

/// Ready now: no gap between the yes and the beginning.
fn ready_now(draft: &mut Draft, meeting: StepId, _: bool, later: u16) {
    draft.add(
        step(SAME_DAY, Email, Myself, "Send the agreement the same day")
            .tools("Agreement, e-mail template")
            .say("Hello [name], as you wished: the agreement, with everything we spoke about. Two things are for you to fill in: [what]. Sign it when it suits you; then we begin on [day].")
            .why("They are ready: every day of waiting gives doubt time to grow."),
    );
    draft.add(
        step(workdays(2), Email, Myself, "Tell them what their first day will be like")
            .tools("E-mail template")
            .say("Hello [name], so that you know what comes: on [day] you will [what], and [person] will be there for you. You need to prepare [what]; it takes you about [minutes] minutes.")
            .why("Seeing the beginning before them makes a yes easy to keep."),
    );
    let call = draft.add(
        step(weeks(1), Phone, Myself, "Settle what is open, up to three calls")
            .from(meeting)
            .tries(3, 5)
            .expect(Bought)
            .tools("Phone, the agreement")
            .say("“Is there anything that keeps you from starting on [day]?” Settle it at once, or say by when it will be settled.")
            .why("If it is not signed by now, something small stands in the way."),
    );
    after_call(draft, call, Bought, later);
}

/// Not now: thanked, left in peace, and remembered (D6).
fn not_now(draft: &mut Draft, _: StepId, _: bool, later: u16) {
    draft.add(
        step(workdays(1), Email, Myself, "Thank them, and say when you will write")
            .tools("E-mail template")
            .say("Hello [name], thank you for telling me openly that now is not the time. You will hear from me in [month], as you wished, and not before. If your plans change sooner, here is where you reach me: [number].")
            .why("They know that they are heard, and that they will be left in peace."),
    );
    let again = draft.add(
        step(months(later), Email, Myself, "Write when you said you would")
            .expect(Replied)
            .tools("E-mail template, discovery card")
            .say("Hello [name], in [month] you told me that [what] would be a matter for now. Is it? You looked for [what] because [why]; here is what has become easier since then: [news].")
            .why("It is the day they chose. Few others will keep it."),
    );
    draft.add(
        step(workdays(1), Phone, Myself, "Call, with the discovery card in hand")
            .if_it(again, Replied)
            .tools("Phone, discovery card")
            .say("Go through the four questions once more: what, why, how you decide, when. Then take this recipe again for the stage they are at now.")
            .why("They have moved on, so the pace may too."),
    );
    draft.add(
        step(months(later), Email, Myself, "Write once more, and leave the door open")
            .if_it(again, NoReply)
            .tools("E-mail template")
            .say("Hello [name], [what] seems not to be on your table these days, and that is fine. You keep my number: [number].")
            .why("No answer is no refusal, and the same pause again bothers nobody."),
    );
}

/// Thanks on the next day, with something for them.
fn thanks(draft: &mut Draft, gift: &str) {
    draft.add(
        step(workdays(1), Email, Myself, "Thank them, and send what helps")
            .tools("E-mail template, discovery card")
            .say(&format!("Hello [name], thank you for your time. This is how I understood you: you are looking for [what], because [why]. Attached is {gift}. Tell me if I got anything wrong."))
            .why("The next day they still know every word, and can set right what you misunderstood."),
    );
}

/// What comes after a call: word in writing, a letter after three failures, or a later time.
fn after_call(draft: &mut Draft, call: StepId, good: Outcome, later: u16) {
    if good == Bought {
        draft.add(
            step(SAME_DAY, Internal, Myself, "Hand them over to the customer sequence")
                .if_it(call, Bought)
                .say("Enter the day of the purchase as the start of the customer sequence, and pass the discovery card on to whoever looks after [name].")
                .why("With the first purchase the focus changes: from reasons to buy to being well looked after."),
        );
    } else {
        draft.add(
            step(workdays(1), Email, Myself, "Write down what you agreed")
                .if_it(call, good)
                .tools("E-mail template")
                .say("Hello [name], in short: you decide by [day], you need [what] for it, and it will be with you on [day]. Did I forget anything?")
                .why("Both sides know what comes next, and by when."),
        );
    }
    draft.add(
        step(workdays(1), Letter, Myself, "Send a short letter after three calls in vain")
            .if_it(call, NotReached)
            .tools("Paper, envelope, stamp")
            .say("Dear [name], you were hard to reach, so here are the two answers you were waiting for: [answers]. You decide whether and when we talk again; one line or one call is enough.")
            .why("After three calls one decides. A letter is rare, so it is read, and it asks for nothing."),
    );
    come_back(draft, call, later);
}

/// Those who are not ready hear again when they said (D6).
fn come_back(draft: &mut Draft, fork: StepId, later: u16) {
    draft.add(
        step(months(later), Email, Myself, "Come back to those who said “not now”")
            .if_it(fork, NotNow)
            .tools("E-mail template, discovery card")
            .say("Hello [name], you asked me to write again in [month]. Has the time come for [what]? If not, name another month, and you will be left in peace until then.")
            .why("Not now is a date, not a no."),
    );
}
