//! The day an enquiry comes in (D3, D4): the answer comes at once, the rest by appointment.

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, InPerson, Internal, Phone, SocialChat};
use crate::plan::Outcome::{NoReply, NotNow, Reached, Replied};
use crate::plan::Responsible::Myself;

pub(super) const CARD: Card = Card {
    title: "A fast answer to an enquiry",
    for_whom: "For people who ask you something while you are busy.",
    questions: &[
        Question {
            ask: "How do enquiries reach you?",
            choices: &["By e-mail or a form", "By phone", "By social chat"],
        },
        Question { ask: "Where is the appointment?", choices: &["On the phone or by video", "In person"] },
        NOT_NOW,
    ],
    make,
};

/// When those who are not ready hear again (D6).
pub(super) const NOT_NOW: Question = Question {
    ask: "When do those who say “not now” hear from you again?",
    choices: &["Next month", "Next quarter", "Next year"],
};

/// The months of its choices.
pub(super) const NOT_NOW_MONTHS: [u16; 3] = [1, 3, 12];

fn make(draft: &mut Draft, answers: &Answers) {
    let asked_by = answers.pick(0, [Email, Phone, SocialChat]);
    let met_by = answers.pick(1, [Phone, InPerson]);
    let answer = draft.add(
        step(SAME_DAY, asked_by, Myself, "Answer the same day, even when busy")
            .expect(Replied)
            .tools(answers.pick(0, ["E-mail template, diary", "Phone, diary", "Chat, diary"]))
            .say("Hello [name], thank you for asking about [what they asked]. You shall have a proper answer: there is time for you on [day] at [time], or on [day] at [time]. Which suits you better? Until then, [one thing that helps you at once].")
            .why("Interest is highest on the day somebody asks. A short answer now is worth more than a long one next week."),
    );
    draft.add(
        step(SAME_DAY, Internal, Myself, "Hold the time in the calendar")
            .if_it(answer, Replied)
            .say("Enter [day] at [time], with a quarter of an hour before it to read what they wrote. Confirm the time in one line, with the number or the place.")
            .why("An appointment is a promise. It is kept when it stands in the calendar."),
    );
    // Two calls to one person need a week between them (E9).
    let wait = if (asked_by, met_by) == (Phone, Phone) { weeks(1) } else { workdays(3) };
    let meeting = draft.add(
        step(wait, met_by, Myself, "Keep the appointment")
            .if_it(answer, Replied)
            .expect(Reached)
            .tools("Discovery card")
            .say("Be there on time. What are you looking for? Why, and why now? What does your decision hang on? Do you want to decide soon, or are you still considering? Say at the end what happens next, and on which day.")
            .why("Here you learn what they need, and they see that you do what you say."),
    );
    draft.add(
        step(workdays(1), Email, Myself, "Write down what you agreed")
            .if_it(meeting, Reached)
            .tools("E-mail template")
            .say("Hello [name], thank you for your time. You are looking for [what], because [why], and you want to decide by [when]. Next you will get [what] from me, on [day]. Did I understand you correctly?")
            .why("They see that you listened, and both sides know the next step."),
    );
    draft.add(
        step(months(answers.pick(2, NOT_NOW_MONTHS)), Email, Myself, "Write again when they asked you to")
            .if_it(meeting, NotNow)
            .tools("E-mail template, notes of the talk")
            .say("Hello [name], when we talked you said that [month] would be a better time for [what]. Is it? If your plans have changed, one line is enough.")
            .why("Not now is not no. Whoever remembers the day is the one they think of."),
    );
    draft.add(
        step(workdays(2), answers.pick(0, [Phone, Email, Email]), Myself, "Try once more, by another way")
            .if_it(answer, NoReply)
            .tools(answers.pick(0, ["Phone", "E-mail template", "E-mail template"]))
            .say("Hello [name], you asked about [what] on [day]. Perhaps my answer did not reach you, so here it is in short: [answer]. When would you like to talk about it?")
            .why("Silence may only mean that the answer went astray."),
    );
    draft.add(
        step(months(1), Email, Myself, "Leave the door open")
            .only(answer, NoReply)
            .tools("E-mail template")
            .say("Hello [name], a month ago you asked about [what]. Here is [something useful about it], for you to keep. Whenever you want to take it up again, answer this e-mail.")
            .why("No answer is no refusal. One friendly line later costs next to nothing."),
    );
}
