//! Step 2: the ideal experience, before and after the purchase (A8-A12). Its helps say what follow-up is for (D8).

use crate::advice::statement_notes;
use crate::plan::{Audience, Edit, PlanParts, Prose};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{Field, FieldKind, Look, beside, help, question, stage_page, text_commit};
use crate::words;
use crate::workshop::Stage;

/// The page.
#[inline(never)]
pub fn destination() -> El {
    let content = [
        beside(statement(Audience::Prospect), statement(Audience::Customer)),
        help(
            "Why two, and only two?",
            "<p>Because everything turns at the first purchase. Before it, people ask why they should do business with you: they want to learn and to trust, and you learn what they need, whether you fit, and what you can give them each time. After it, they want good service, a reason to come back, and something worth telling their friends.</p>",
        ),
        help(
            "I am afraid of annoying people.",
            "<p>That is what this page is for. Follow-up annoys when it is about the sender. If you can say in two sentences what makes it pleasant for the other side, every later step can be held against it.</p>",
        ),
        question(
            "Read both aloud. Would you like to be treated like this? Go on when the answer is yes; you can always come back.",
        ),
    ];
    stage_page(
        Stage::Destination,
        "How should it feel to deal with you? Describe it twice: before the first purchase and after it. Think of a mission, not a plan: inspiring, two or three sentences, no details.",
        content,
    )
}

fn statement(audience: Audience) -> El {
    let session = Session::here();
    let (label, focus) = match audience {
        Audience::Prospect => (
            "As a prospect",
            "Before the first purchase: why do business with you, what is there to learn, why trust you?",
        ),
        Audience::Customer => (
            "As a customer",
            "After it: how are they served, why do they come back, why do they tell others?",
        ),
    };
    let value = move || session.read(|plan| plan.statements.of(audience).to_string());
    let field = Field::new(label, value, text_commit(move |text| Edit::Statement(audience, text)))
        .hint(focus)
        .kind(FieldKind::Prose)
        .build();
    el(html::Section)
        .class("group")
        .aria_label(label)
        .child(field)
        .child(notes(audience, label))
        .child(examples(audience))
}

/// What there is to think about in a statement (A11). Only a note that changes is said anew.
fn notes(audience: Audience, label: &'static str) -> El {
    let session = Session::here();
    let notes_of = move |plan: &PlanParts| statement_notes(plan.statements.of(audience).as_str());
    let numbers = session.numbers(move |plan| (0..).zip(notes_of(plan)).map(|(number, _)| number).collect());
    let note = move |number: u32| {
        let words = move || {
            let note = session.read(|plan| (0..).zip(notes_of(plan)).find(|(at, _)| *at == number));
            note.map(|(_, note)| words::statement_note(&note)).unwrap_or_default()
        };
        el(html::Li).child(words)
    };
    el(html::Ul)
        .class("notes")
        .attr(attr::AriaLive, "polite")
        .aria_label(format!("Notes on “{label}”"))
        .for_each(numbers, note)
}

/// Statements to take over and edit; never copied in without being asked for.
fn examples(audience: Audience) -> El {
    let list = el(html::Ul).child(example_texts(audience).map(|text| example(audience, text)));
    el(html::Details).class("examples").child(el(html::Summary).child("Show me examples")).child(list)
}

fn example(audience: Audience, text: &'static str) -> El {
    let session = Session::here();
    let take = move || {
        if let Ok(statement) = Prose::parse(text) {
            let who = words::lower(audience);
            session.edit_and_say(
                Edit::Statement(audience, statement),
                format!("Example taken over as a {who}. Undo brings back what was there."),
            );
        }
    };
    let act = move || {
        let is_blank = session.read(|plan| plan.statements.of(audience).is_blank());
        let words = if is_blank { "Use this and edit it" } else { "Replace mine with this" };
        words.to_owned()
    };
    let button = el(html::Button)
        .attr(attr::Type, "button")
        .class(Look::Small.classes())
        .child(act)
        .on(ev::click, move |_| take());
    el(html::Li).class("examples__item").child(el(html::P).child(text)).child(button)
}

fn example_texts(audience: Audience) -> [&'static str; 3] {
    match audience {
        Audience::Prospect => [
            "People who are curious about us feel welcome at once and never pushed. With every contact they understand their choice a little better, and it grows on them that we mean well.",
            "Whoever asks us something is answered by somebody who listens first. Even those who buy elsewhere would send a friend our way.",
            "Getting to know us is like talking to a neighbour who happens to be an expert: patient, honest, and glad to explain.",
        ],
        Audience::Customer => [
            "Our customers feel looked after long after they have paid. They come back because it is easy, and bring others because they are proud of what they found.",
            "Buying from us is the start of something, not the end. Customers know that we remember them, and that small surprises come from us.",
            "Nobody is ever left alone with what we sold them. Being our customer feels like belonging to a good club.",
        ],
    }
}
