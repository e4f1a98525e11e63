//! Comments and messages on social media (E5, E6, E9).

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Comments, Email, Internal, Phone, SocialChat};
use crate::plan::Outcome::{NoReply, NotNow, Replied};
use crate::plan::Responsible::{Assistant, CoWorker, Myself};

pub(super) const CARD: Card = Card {
    title: "Comments and social media",
    for_whom: "For people who write beneath what you post, or send you a message.",
    questions: &[
        Question { ask: "Who watches?", choices: &["I do", "A co-worker", "An assistant"] },
        Question { ask: "Where does a talk go on?", choices: &["In the chat", "On the phone", "By e-mail"] },
    ],
    make,
};

fn make(draft: &mut Draft, answers: &Answers) {
    let who = answers.pick(0, [Myself, CoWorker, Assistant]);
    draft.add(
        step(SAME_DAY, Internal, who, "Look through comments and messages, every working day")
            .tools("The networks you use, a fixed time of the day")
            .say("Every working day at [time], ten minutes: comments, mentions, messages, on every network. Keep the time in the calendar as a series; this step stands for each of its days.")
            .why("Only who looks every day can answer within one."),
    );
    let comment = draft.add(
        step(SAME_DAY, Comments, who, "Answer every comment within a day")
            .or_later(1)
            .expect(Replied)
            .tools("List of good answers")
            .say("Thank them, answer the question, ask one back. “Good that you ask, [name]: [answer]. How is it in your case?” Never a price, never an argument in public; invite them to write to you instead.")
            .why("It takes seconds, and everybody who reads along sees that you care."),
    );
    let chat = draft.add(
        step(SAME_DAY, SocialChat, who, "Answer every message within a day")
            .if_it(comment, Replied)
            .or_later(1)
            .expect(Replied)
            .tools("Chat, list of good answers")
            .say("“Hello [name], thank you for writing. [Answer.] What are you looking for, and by when would you need it?” If the answer takes longer, say today when it will come.")
            .why("In a chat one expects a person who is there. After a day they have asked somebody else."),
    );
    let (way, tools) =
        answers.pick(1, [(SocialChat, "Chat"), (Phone, "Phone, discovery card"), (Email, "E-mail template")]);
    draft.add(
        step(workdays(1), way, Myself, "Offer the next step")
            .if_it(chat, Replied)
            .tools(tools)
            .say("Take up what they wrote, in their words. “You are looking for [what], so the next step for you would be [what]. Does [day] at [time] suit you?”")
            .why("A talk in public warms up; a decision is made between two people."),
    );
    draft.add(
        step(weeks(1), SocialChat, who, "Ask once more, then let it rest")
            .if_it(chat, NoReply)
            .tools("Chat")
            .say("“Hello [name], did my answer help you with [what]? If you have solved it by now, all the better; if not, just write.”")
            .why("Messages are easily overlooked. One reminder is kind, two are a nuisance."),
    );
    draft.add(
        step(months(1), SocialChat, who, "Come back to those who said “not now”")
            .if_it(chat, NotNow)
            .tools("Chat, notes")
            .say("“Hello [name], you said you would look at [what] again about now. Here is something that may help you with it: [link]. Shall we talk?”")
            .why("Not now is a date, not a no."),
    );
    draft.add_from_beginning(
        step(weeks(1), Internal, who, "Look back on the week")
            .tools("Notes")
            .say("Is anything unanswered? Which question came up twice? Make it the next post. Whom should somebody call?")
            .why("What people ask is the best source for what to write next."),
    );
}
