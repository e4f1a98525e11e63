//! Step 2: the ideal experience, before and after the purchase (A8-A12).

use leptos::prelude::*;

use crate::advice::{StatementNote, statement_notes};
use crate::plan::{Audience, Edit, Prose};
use crate::ui::parts::{Field, FieldKind, Help, Look, Question, StagePage, press, text_commit};
use crate::ui::{Session, words};
use crate::workshop::Stage;

/// The page.
#[component]
pub fn Destination() -> impl IntoView {
    view! {
        <StagePage
            stage=Stage::Destination
            lead="How should it feel to deal with you? Describe it twice: before the first purchase and after it. Think of a mission, not a plan: inspiring, two or three sentences, no details."
        >
            {Audience::BOTH.map(|audience| view! { <Statement audience /> }).collect_view()}
            <Help question="Why two, and only two?">
                <p>
                    "Because everything turns at the first purchase. Before it, people ask why they should do business with you: they want to learn and to trust. After it, they want good service, a reason to come back, and something worth telling their friends."
                </p>
            </Help>
            <Help question="I am afraid of annoying people.">
                <p>
                    "That is what this page is for. Follow-up annoys when it is about the sender. If you can say in two sentences what makes it pleasant for the other side, every later step can be held against it."
                </p>
            </Help>
            <Question>
                <p>
                    "Read both aloud. Would you like to be treated like this? Go on when the answer is yes; you can always come back."
                </p>
            </Question>
        </StagePage>
    }
}

#[component]
fn Statement(audience: Audience) -> impl IntoView {
    let session = Session::here();
    let statement = session.slice(move |plan| plan.statements.of(audience).to_string());
    let notes = Memo::new(move |_| statement.with(|text| statement_notes(text)));
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
    let list = move || {
        let note = |note: StatementNote| view! { <li>{words::statement_note(&note)}</li> };
        notes.get().into_iter().map(note).collect_view()
    };
    view! {
        <section class="group" aria-label=label>
            <Field
                label=label
                hint=focus
                kind=FieldKind::Prose
                value=statement
                commit=text_commit(move |text| Edit::Statement(audience, text))
            />
            <ul class="notes" aria-live="polite" aria-label=format!("Notes on “{label}”")>{move || list()}</ul>
            <Examples audience />
        </section>
    }
}

/// Statements to take over and edit; never copied in without being asked for.
#[component]
fn Examples(audience: Audience) -> impl IntoView {
    let session = Session::here();
    let is_blank = session.slice(move |plan| plan.statements.of(audience).is_blank());
    let example = move |text: &'static str| {
        let take = move || {
            if let Ok(statement) = Prose::parse(text) {
                let who = words::lower(audience);
                session.edit_and_say(
                    Edit::Statement(audience, statement),
                    format!("Example taken over as a {who}. Undo brings back what was there."),
                );
            }
        };
        let act = move || if is_blank.get() { "Use this and edit it" } else { "Replace mine with this" };
        view! {
            <li class="examples__item">
                <p>{text}</p>
                <button type="button" class=Look::Small.classes() on:click=press(take)>{move || act()}</button>
            </li>
        }
    };
    view! {
        <details class="examples">
            <summary>"Show me examples"</summary>
            <ul>{examples(audience).map(example).collect_view()}</ul>
        </details>
    }
}

fn examples(audience: Audience) -> [&'static str; 3] {
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
