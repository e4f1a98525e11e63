//! Contacts who have not heard anything for long, through our own fault (E11-E15).

use super::draft::{Draft, SAME_DAY, months, step, weeks, workdays};
use super::fast_answer::{NOT_NOW, NOT_NOW_MONTHS};
use super::{Answers, Card, Question};
use crate::plan::Channel::{Email, Internal, Letter, Phone};
use crate::plan::Outcome::{Declined, NoReply, NotNow, NotReached, Reached, Replied};
use crate::plan::Responsible::Myself;

pub(super) const CARD: Card = Card {
    title: "Back in touch after a long silence",
    for_whom: "For people whom you should have got back to, and did not. It is never too late.",
    questions: &[
        Question {
            ask: "How long have they heard nothing?",
            choices: &["Some weeks", "Several months", "A year or longer"],
        },
        Question { ask: "How do you get back in touch?", choices: &["By phone", "By e-mail", "By letter"] },
        NOT_NOW,
    ],
    make,
};

/// Greeting, and who one is (E13).
const GREETING: &str = "Good morning [name], this is [your name] from [business]. ";

/// How one owns up to it; after many months one is forgotten, or remembered for it (E12, E15).
const OWNING_UP: [&str; 3] = [
    "You asked about [what] in [month], and you should have had an answer long ago. That you did not was my mistake, and I am sorry. ",
    "You and I spoke about [what] in [month], and then you heard nothing more. Perhaps you have forgotten it, perhaps you were annoyed; it was my mistake, not yours, and I am sorry. ",
    "You may not remember me, or you may remember that you never heard from me again after [what] in [year]. Either way it was my mistake, and I am sorry. ",
];

/// One question, and how it goes on by the answer (E13).
const GOING_ON: &str = "May I ask how things stand for you with [what] today?\n\nThen stop, and go on by the answer.\nThey tell you: listen to the end, ask what would help, and say by when they will have it.\nNot now: ask for a month, and write it down.\nThey are cross: let them say it. “You are right to be.” Give no reasons.\nNo more: thank them, and promise that it ends here.\nNever as if nothing had happened, and no help offered in the first sentence.";

fn make(draft: &mut Draft, answers: &Answers) {
    let way = answers.pick(1, [Phone, Email, Letter]);
    draft.add(
        step(SAME_DAY, Internal, Myself, "Look up what was said last, and by whom")
            .tools("Mailbox, notes, calendar")
            .say("What did [name] ask for? What was promised, by whom, and by when? What have they bought? Note the month in which you should have been in touch.")
            .why("An apology that knows what it is for is believed."),
    );
    let script = [GREETING, answers.pick(0, OWNING_UP), GOING_ON].concat();
    let opener = step(workdays(1), way, Myself, "Get back in touch, and own the silence")
        .tools(answers.pick(1, ["Phone, notes", "E-mail template", "Paper, envelope, stamp"]))
        .say(&script)
        .why("Owning it as your mistake clears the air at once. Whoever acts as if nothing had happened has lost them.");
    let (opener, good, silence) = match way {
        Phone => (opener.tries(3, 5), Reached, NotReached),
        _ => (opener, Replied, NoReply),
    };
    let sorry = draft.add(opener.expect(good));
    draft.add(
        step(workdays(2), Email, Myself, "Do what they asked for, at once")
            .if_it(sorry, good)
            .tools("E-mail template")
            .say("Hello [name], thank you for giving this another chance. Here is what you asked for: [what]. Whatever else you need comes by [day]; hold me to it.")
            .why("The apology counts only if the next promise is kept."),
    );
    draft.add(
        step(weeks(2), Email, Myself, "Send something useful, and ask for nothing")
            .only(sorry, good)
            .tools("E-mail template")
            .say("Hello [name], this made me think of what you told me about [what]: [link or note]. You need not answer.")
            .why("It shows that the silence is over, not interrupted."),
    );
    draft.add(
        step(weeks(1), answers.pick(1, [Letter, Letter, Email]), Myself, "Say it once more, in another way")
            .if_it(sorry, silence)
            .tools(answers.pick(1, ["Paper, envelope, stamp", "Paper, envelope, stamp", "E-mail template"]))
            .say("Dear [name], you asked about [what], and you were left without an answer. That was my mistake, and I am sorry. If it still matters to you, one line is enough, and you will have what you need within a day.")
            .why("Silence is no refusal, and after a long one they may want it in writing."),
    );
    draft.add(
        step(months(3), Email, Myself, "Leave the door open")
            .only(sorry, silence)
            .tools("E-mail template")
            .say("Hello [name], you once asked about [what], and the answer came too late; I am sorry for that. Here is [something useful] for you to keep. You will not be bothered again.")
            .why("A last friendly line may come at a better time. After it, let it rest."),
    );
    draft.add(
        step(months(answers.pick(2, NOT_NOW_MONTHS)), Email, Myself, "Write in the month they named")
            .if_it(sorry, NotNow)
            .tools("E-mail template, notes")
            .say("Hello [name], you told me that [month] would be a better time for [what]. You were kept waiting once, and I am still sorry for it, so here it is on the day: [what]. Does it suit you now?")
            .why("The second time it must be on time."),
    );
    draft.add(
        step(SAME_DAY, Internal, Myself, "Take them off the list, with thanks")
            .if_it(sorry, Declined)
            .say("Thank [name], remove the address today, and see to it that nobody writes again.")
            .why("They have a right to it, and it is the least you owe them."),
    );
}
