//! Marketing asks sales what became of its leads (C1, C8).

use super::draft::{Draft, SAME_DAY, Sketch, months, step, weeks, workdays};
use super::{Answers, Card, Question};
use crate::plan::Channel::Internal;
use crate::plan::Outcome::{NoReply, NotNow, Replied};
use crate::plan::Responsible::{Automation, CoWorker, Myself};

pub(super) const CARD: Card = Card {
    title: "Marketing asks sales what came of it",
    for_whom: "For leads that one of you has passed on to another, so that none is lost between the two.",
    questions: &[
        // The source leaves open which of the two it means (C1).
        Question {
            ask: "How are the days counted?",
            choices: &["One after the other, each from the one before", "All from the start"],
        },
        Question { ask: "Who asks?", choices: &["I do", "A co-worker", "A system that reminds"] },
    ],
    make,
};

fn make(draft: &mut Draft, answers: &Answers) {
    let who = answers.pick(1, [Myself, CoWorker, Automation]);
    let is_chained = answers.of(0) == 0;
    let ask = |wait, what| step(wait, Internal, who, what).tools("List of leads");
    let add = |draft: &mut Draft, sketch: Sketch| {
        if is_chained { draft.add(sketch) } else { draft.add_from_beginning(sketch) }
    };
    add(
        draft,
        ask(SAME_DAY, "Hand the leads to sales, with all that is known")
            .say("For each lead: name, how to reach them, what they asked for, where they came from, how soon they want it. Agree who takes which one.")
            .why("Sales can only follow up on what it knows."),
    );
    add(
        draft,
        ask(workdays(1), "Ask sales: has everybody been contacted?")
            .say("“Which of the leads of [day] have you reached? Which ones are wrong numbers, and which should come back to us?”")
            .why("On the next day it can still be mended: a wrong number, a lead that nobody took."),
    );
    let third = add(
        draft,
        ask(workdays(3), "Ask sales: what came of each lead?")
            .expect(NoReply)
            .say("“Lead by lead: bought, talking, not now, or no? And how much did it bring?” Three words a lead are enough.")
            .why("By now there was time for a first talk, and it is fresh in mind."),
    );
    // What sales answers is acted on when it comes, whichever way the days are counted.
    draft.add(
        ask(SAME_DAY, "Note the outcomes, and act on them")
            .if_it(third, Replied)
            .say("Enter each outcome and amount. Thank sales, and tell them which leads you will send more of.")
            .why("Sales answers those who do something with the answer."),
    );
    draft.add(
        ask(workdays(1), "Put those who are not ready on the newsletter")
            .if_it(third, NotNow)
            .say("Leads that said “not now” go on the monthly list, with a note of when they want to be asked again.")
            .why("They have cost money already. In a month, a quarter or a year they may buy."),
    );
    add(
        draft,
        ask(weeks(1), "Ask sales once more, after a week without an answer")
            .only(third, NoReply)
            .say("“You are busy, so here is the list with boxes to tick: bought, talking, not now, no. Two minutes, please, by [day].”")
            .why("No answer is not an outcome. Made easy, it takes two minutes."),
    );
    add(
        draft,
        ask(months(1), "Ask about every lead that is still open")
            .say("“These leads are a month old and have no outcome yet: [names]. Which are still alive, and which do you give back?”")
            .why("What is open after a month is mostly forgotten, unless somebody asks."),
    );
    add(
        draft,
        ask(months(if is_chained { 1 } else { 2 }), "Ask again, and add up what the leads brought")
            .say("Outcome and amount for each lead, also for those that brought nothing. Set it against what was spent, and decide: go on, improve it, or put the money elsewhere.")
            .why("Only the outcome of each lead tells whether the money was well spent."),
    );
}
