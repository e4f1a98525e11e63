//! New prospects (C2, C5): a welcome, the details in time, and then a long breath.

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, Internal, Phone};
use crate::plan::Outcome::{Declined, NoReply, NotReached, Reached, Replied};
use crate::plan::Responsible::{Automation, Myself};
use crate::plan::{StepId, Unit};

pub(super) const CARD: Card = Card {
    title: "A new prospect",
    for_whom: "For people who have just given you their address and are not buying yet.",
    questions: &[
        Question { ask: "Who sends the e-mails?", choices: &["A system", "Somebody by hand"] },
        Question {
            ask: "Do you call in between?",
            choices: &["No, e-mail is enough", "Yes, up to three times"],
        },
        Question {
            ask: "How many monthly newsletters do you lay out?",
            choices: &["Three", "Six", "Twelve"],
        },
    ],
    make,
};

/// What a newsletter of the month says.
pub(super) const NEWSLETTER: &str = "Hello [name], three things for your [month]: [a question that others asked, and its answer], [something you can do yourself today], [what is new here, in one line]. If you would rather not get this, one click ends it.";

fn make(draft: &mut Draft, answers: &Answers) {
    let sender = answers.pick(0, [Automation, Myself]);
    let calls = answers.of(1) == 1;
    draft.add(
        step(SAME_DAY, Email, sender, "Welcome them")
            .tools("E-mail template")
            .say("Hello [name], good to have you here. You will get [what] from us, about [how often], and you can stop it with one click. What would help you most right now? Just answer; a person reads it.")
            .why("The first hours are when they are most curious about you."),
    );
    draft.add(
        step((3, Unit::CalendarDays), Email, sender, "Send what you offer, in detail")
            .or_later(11)
            .tools("E-mail template, price list")
            .say("Hello [name], here is what you can get from us, what each of it does for you, and what it costs: [list]. If you are not sure which one is yours, answer with two sentences about what you need.")
            .why("Within two weeks they still know who you are. There are some days to choose from, so that it fits your week."),
    );
    let story = draft.add(
        step(weeks(1), Email, sender, "Tell them how it went for somebody like them")
            .expect(NoReply)
            .tools("E-mail template, a customer’s story")
            .say("Hello [name], [customer] stood where you may stand now: [the problem]. This is what they did, and this is how it is today: [the outcome]. Does it sound like your case? Tell me where yours differs.")
            .why("People trust others like them more than they trust a promise."),
    );
    let (wait, way) = if calls { (workdays(1), Phone) } else { (workdays(2), Email) };
    draft.add(
        step(wait, way, Myself, "Answer personally")
            .if_it(story, Replied)
            .tools(answers.pick(1, ["E-mail", "Phone, discovery card"]))
            .say("Take up their own words first. What are you looking for? Why now? What does it hang on, and when do you want to decide? Offer a next step with a day.")
            .why("Whoever answers wants a person, not the next e-mail of a series."),
    );
    if calls {
        add_call(draft, story);
    }
    for number in 1..=answers.pick(2, [3, 6, 12]) {
        draft.add(
            step(months(1), Email, sender, &format!("Newsletter {number}: something useful for them"))
                .tools("Newsletter template")
                .say(NEWSLETTER)
                .why("Once a month is enough for people who are only looking around, and often enough not to be forgotten."),
        );
    }
    let asked = draft.add(
        step(months(1), Email, sender, "Ask whether they still want to hear from you")
            .expect(NoReply)
            .tools("E-mail template")
            .say("Hello [name], you have had some letters from us. Do they still help you? Answer “yes”, “less often” or “no more”; each is fine.")
            .why("A list of people who want to be on it is worth more than a long one."),
    );
    draft.add(
        step(SAME_DAY, Internal, Myself, "Take them off the list, with thanks")
            .if_it(asked, Declined)
            .say("Remove [name] today, and confirm it in one friendly line.")
            .why("A clean good-bye is remembered well."),
    );
    draft.add(
        step(months(3), Email, sender, "Write once a season from here on")
            .if_it(asked, NoReply)
            .tools("Newsletter template")
            .say("Hello [name], one letter for this season, with the best of what others found useful: [list]. You are welcome to write whenever your plans change.")
            .why("Silence may or may not be a no. A rarer letter keeps the door open and bothers nobody."),
    );
}

/// Up to three calls to those who have not answered (B5).
fn add_call(draft: &mut Draft, story: StepId) {
    let call = draft.add(
        step(weeks(1), Phone, Myself, "Call those who have not answered, up to three times")
            .if_it(story, NoReply)
            .tries(3, 5)
            .expect(Reached)
            .tools("Phone, discovery card")
            .say("“You asked for [what] on our page. Was there what you needed?” Let them talk. Note what they look for, why, and when. End with a next step.")
            .why("Where much is at stake, a voice does what no e-mail can."),
    );
    draft.add(
        step(workdays(2), Email, Myself, "Send what you promised on the phone")
            .if_it(call, Reached)
            .tools("E-mail template")
            .say("Hello [name], thank you for the talk. Here is what you asked for: [what]. Next comes [what] on [day], as you wished.")
            .why("A promise kept within two days says more than a brochure."),
    );
    draft.add(
        step(workdays(1), Email, Myself, "Say that you tried, and how to reach you")
            .if_it(call, NotReached)
            .tools("E-mail template")
            .say("Hello [name], you were hard to reach, which is quite all right. If you want to talk, this is the number: [number]. Until then you get one letter a month.")
            .why("After three calls in vain one decides: no fourth call, an open door."),
    );
}
