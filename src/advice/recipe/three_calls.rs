//! Up to three calls, then a decision (B5).

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, InPerson, Internal, Letter, Phone};
use crate::plan::Outcome::{Declined, NotNow, NotReached, Reached};
use crate::plan::Responsible::Myself;

pub(super) const CARD: Card = Card {
    title: "Up to three calls, then decide",
    for_whom: "For people you would rather talk to than write to.",
    questions: &[
        Question { ask: "How long do you wait between two calls?", choices: &["A week", "Two weeks"] },
        Question { ask: "What do you ask for?", choices: &["An appointment", "Leave to send an offer"] },
        Question {
            ask: "What comes after three calls in vain?",
            choices: &["A letter", "An e-mail", "A pause of three months"],
        },
    ],
    make,
};

fn make(draft: &mut Draft, answers: &Answers) {
    let call = draft.add(
        step(SAME_DAY, Phone, Myself, "Call, up to three times")
            .tries(3, answers.pick(0, [5, 10]))
            .expect(Reached)
            .tools("Phone, discovery card")
            .say("“[Your name] from [business]. You [asked for, were at, know] [what]. Do you have two minutes?” What are you looking for, why, and when? Then ask for the next step. Try another day and another hour each time; leave one message at most.")
            .why("A real voice, and an answer at once. Calls closer than a week annoy; more than three are a burden."),
    );
    draft.add(
        step(workdays(1), Email, Myself, "Write down what you agreed")
            .if_it(call, Reached)
            .tools("E-mail template")
            .say("Hello [name], thank you for the talk. You are looking for [what], because [why]. As you wished, [the next step] follows on [day].")
            .why("A call without a next step rarely leads anywhere; in writing it holds."),
    );
    let next = if answers.of(1) == 0 {
        step(weeks(1), InPerson, Myself, "Keep the appointment")
            .say("Arrive with their words in your notes. Begin with what has changed since you talked, and end with who does what by when. Leave when the time you asked for is up.")
            .why("What they agreed to on the phone happens, on the day they chose.")
    } else {
        step(workdays(3), Email, Myself, "Send the offer they asked for")
            .tools("Offer template")
            .say("Hello [name], here is the offer you asked for: [what, price, by when]. It fits what you told me: [their words]. What would you like to change?")
            .why("They said that they want it, so it is no push.")
    };
    draft.add(next.only(call, Reached));
    let last = answers.of(2);
    let (wait, way) = answers.pick(2, [(workdays(1), Letter), (workdays(1), Email), (months(3), Email)]);
    draft.add(
        step(wait, way, Myself, answers.pick(2, ["Decide: send a letter", "Decide: send an e-mail", "Decide: pause, then write"]))
            .if_it(call, NotReached)
            .tools(answers.pick(2, ["Paper, envelope, stamp", "E-mail template", "E-mail template"]))
            .say("Dear [name], you were hard to reach, and you will have your reasons. It was about [what], and this is what it could do for you: [one line]. If you want to hear more, one line or one call is enough; otherwise you will be left in peace.")
            .why(if last == 2 {
                "Three calls in vain say that now is not the time. A pause says that you have understood."
            } else {
                "Decided beforehand, so nobody calls a fourth time. It can be read when it suits them, and asks for nothing."
            }),
    );
    draft.add(
        step(months(3), Email, Myself, "Write once more: silence is not a no")
            .only(call, NotReached)
            .tools("E-mail template")
            .say("Hello [name], this is the last you hear from me about [what], unless you want more. Here is [something useful] for you to keep.")
            .why("Not reached is not refused. After a quarter the time may be better; after that it is enough."),
    );
    draft.add(
        step(months(1), Email, Myself, "Write next month, as they wished")
            .if_it(call, NotNow)
            .tools("E-mail template, notes of the call")
            .say("Hello [name], you said that [month] would suit you better. Shall we talk on [day] or on [day]? Ten minutes will do.")
            .why("They named the time themselves, and see that you keep it."),
    );
    draft.add(
        step(SAME_DAY, Internal, Myself, "Take them off the list, with thanks")
            .if_it(call, Declined)
            .say("Thank [name] for the plain word, remove the number today, and note that nobody else calls.")
            .why("A no that is respected leaves a good name behind."),
    );
}
