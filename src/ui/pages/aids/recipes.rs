//! Sequences to begin with: a list to choose from, questions, dates, and one change that takes them (C1-C5).

mod choosing;

mod preview;

use leptos::prelude::*;

use crate::advice::Preview;
use crate::exchange::{RecipeCard, RecipeQuestion};
use crate::plan::{Audience, Edit, Line, StepId};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, aid_page, button, row_button, section, unique_id};
use crate::ui::{Arrival, Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};
use choosing::Choosing;
use preview::preview_table;

/// The page.
#[inline(never)]
pub fn recipes() -> El {
    let choosing = Choosing::new();
    let cards = choosing.cards();
    let lists = move || {
        cards.with(|cards| match cards.as_slice() {
            [] => status(choosing).into_any(),
            cards => el(html::Div)
                .class("recipes")
                .child([
                    section("Before the first purchase", list(Audience::Prospect, cards, choosing)),
                    section("From the first purchase on", list(Audience::Customer, cards, choosing)),
                ])
                .into_any(),
        })
    };
    let card = choosing.card();
    let chosen = move || match card.get() {
        Some(card) => asked(card, choosing).into_any(),
        None => ().into_any(),
    };
    aid_page(
        Aid::Recipes,
        "Take one as it is or as a start: it is put into your plan as ordinary steps, and one undo takes it out again.",
        [el(html::Div).child(lists), el(html::Div).class("recipe").child(chosen)],
    )
}

/// How far it has come, with the way to try again what did not come.
fn status(choosing: Choosing) -> El {
    el(html::Div)
        .class("recipes__status")
        .child(el(html::P).attr(attr::AriaLive, "polite").child(move || choosing.status().to_owned()))
        .show(
            move || choosing.has_failed(),
            move || button(Look::Plain, "Try again", move || choosing.try_again()),
        )
}

/// The recipes of a sequence.
fn list(audience: Audience, cards: &[RecipeCard], choosing: Choosing) -> El {
    let cards = cards.iter().filter(|card| card.recipe.audience() == audience);
    el(html::Ul).class("recipes__list").child(cards.map(|card| row(card, choosing)).collect::<Vec<_>>())
}

fn row(card: &RecipeCard, choosing: Choosing) -> El {
    let recipe = card.recipe;
    let is_chosen = move || choosing.is_chosen(recipe);
    let name = format!("Preview with dates: {}", card.title);
    let look =
        row_button(Look::Small, "Preview with dates", move || name.clone(), move || choosing.look_at(recipe))
            .attr(attr::AriaPressed, move || Some(is_chosen().to_string()));
    el(html::Li)
        .class("recipes__card")
        .class(("recipes__card--chosen", is_chosen))
        .child(el(html::H3).child(card.title.as_str()))
        .child(el(html::P).child(card.for_whom.as_str()))
        .child(el(html::P).class("recipes__extent").child(card.extent.as_str()))
        .child(look)
}

/// One recipe: its questions, its dates, and the way into the plan.
fn asked(card: RecipeCard, choosing: Choosing) -> El {
    let session = Session::here();
    let preview = choosing.preview();
    let id = unique_id("recipe");
    let questions = card.questions.iter().enumerate();
    let questions = questions.map(|(at, question)| question_field(at, question, choosing));
    let extent = move || {
        preview.with(|preview| match preview {
            Some(Ok(preview)) => words::steps_between(preview),
            Some(Err(_)) | None => String::new(),
        })
    };
    let title = card.title.clone();
    let outcome = move || {
        preview.with(|preview| match preview {
            Some(Ok(preview)) => taking(&title, preview).into_any(),
            Some(Err(error)) => {
                let problem = words::edit_problem(&session.plan_now(), *error);
                el(html::P).class("notice").child(problem).into_any()
            }
            None => ().into_any(),
        })
    };
    el(html::Section)
        .attr(attr::AriaLabelledby, id.clone())
        .child(el(html::H2).attr(attr::Id, id).attr(attr::Tabindex, "-1").child(card.title))
        .child(el(html::P).child(card.for_whom))
        .child(el(html::Div).class("recipe__questions").child(questions.collect::<Vec<_>>()))
        .child(el(html::P).class("recipe__extent").attr(attr::AriaLive, "polite").child(extent))
        .child(status(choosing))
        .child(el(html::Div).class("recipe__outcome").child(outcome))
}

/// One question with its choices.
fn question_field(at: usize, question: &RecipeQuestion, choosing: Choosing) -> El {
    let name = unique_id("answer");
    let choice = |(choice, words): (usize, &String)| {
        let input = el(html::Input)
            .attr(attr::Type, "radio")
            .attr(attr::Name, name.clone())
            .prop(prop::Checked, move || choosing.answer(at) == choice)
            .on(ev::change, move |_| choosing.choose(at, choice));
        el(html::Label).class("check").child(input).child(el(html::Span).child(words.as_str()))
    };
    let choices: Vec<_> = question.choices.iter().enumerate().map(choice).collect();
    el(html::Fieldset)
        .class("recipe__question")
        .child(el(html::Legend).child(question.ask.as_str()))
        .child(choices)
}

/// The dates, and the button that takes exactly these steps.
fn taking(title: &str, preview: &Preview) -> El {
    let (session, arrival) = (Session::here(), Arrival::here());
    let audience = preview.recipe.audience();
    let before = preview.added_after();
    let note = (before > 0).then(|| el(html::P).child(words::added_after(before, audience)));
    let add = format!("Add to the {} sequence", words::lower(audience));
    let (taken, shown) = (title.to_owned(), preview.clone());
    el(html::Div)
        .child(el(html::P).child(words::counted_from(preview)))
        .child(note)
        .child(preview_table(title, preview))
        .child(button(Look::Main, add, move || take(session, arrival, &taken, &shown)))
}

/// Takes a recipe into the plan, and goes to its first step.
fn take(session: Session, arrival: Arrival, title: &str, preview: &Preview) {
    session.pause();
    let audience = preview.recipe.audience();
    let named = session.plan_now().name.is_blank().then(|| Edit::Name(Line::fitted(title)));
    // The dates that were shown are counted from today where nothing else is said.
    let begun = preview.is_assumed.then_some(Edit::Start(audience, Some(preview.start)));
    match session.commit(named.into_iter().chain(begun).chain([preview.edit()])) {
        Ok(()) => {
            session.announce(format!("“{title}” is in your plan. Undo takes it out again."));
            if let Some(StepId(first)) = preview.first() {
                arrival.want(format!("#step-{first} [data-cell=what]"));
            }
            platform::go_to(&Route::Workshop(Stage::Route).path());
        }
        Err(problem) => session.announce(problem),
    }
    session.pause();
}
