//! Sequences to begin with: a list to choose from, questions, dates, and one change that takes them (C1-C5).

mod choosing;

mod preview;

use leptos::prelude::*;

use crate::advice::Preview;
use crate::exchange::{RecipeCard, RecipeQuestion};
use crate::plan::{Audience, Edit, StepId};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, aid_page, button, row_button, section, unique_id};
use crate::ui::reactive::memo;
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
            [] => absent(choosing).into_any(),
            cards => el(html::Div)
                .class("recipes")
                .child([
                    section("Before the first purchase", list(Audience::Prospect, cards, choosing)),
                    section("From the first purchase on", list(Audience::Customer, cards, choosing)),
                ])
                .into_any(),
        })
    };
    let chosen = memo(move || choosing.chosen());
    let chosen = move || match chosen.get() {
        Some(card) => asked(card, choosing).into_any(),
        None => ().into_any(),
    };
    aid_page(
        Aid::Recipes,
        "Take one as it is or as a start: it is put into your plan as ordinary steps, and one undo takes it out again.",
        [el(html::Div).child(lists), el(html::Div).class("recipe").child(chosen)],
    )
}

/// What stands in place of the recipes: they are on their way, or did not come.
fn absent(choosing: Choosing) -> El {
    let is_coming = move || choosing.problem().is_none();
    let told = move || if is_coming() { words::FETCHING_RECIPES.to_owned() } else { String::new() };
    el(html::Div)
        .class("recipes__absent")
        .child(el(html::P).attr(attr::AriaLive, "polite").child(told))
        .child(problem(choosing))
}

/// Why something did not come, with the way to try again.
fn problem(choosing: Choosing) -> El {
    let told = move || choosing.problem().unwrap_or_default().to_owned();
    el(html::Div)
        .class("recipes__problem")
        .child(el(html::P).attr(attr::AriaLive, "polite").child(told))
        .show(
            move || choosing.problem().is_some(),
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
    let shown = choosing.shown();
    let id = unique_id("recipe");
    let questions = card.questions.iter().enumerate();
    let questions = questions.map(|(at, question)| question_field(at, question, choosing));
    let extent = move || {
        shown.with(|shown| match shown {
            Some(Ok(preview)) => words::steps_between(preview),
            Some(Err(_)) | None => String::new(),
        })
    };
    let title = card.title.clone();
    let outcome = move || match shown.get() {
        // What is shown is not what was answered last, and will not be by itself.
        _ if choosing.problem().is_some() => ().into_any(),
        None => ().into_any(),
        Some(Ok(preview)) => taking(&title, preview).into_any(),
        Some(Err(error)) => {
            let problem = words::edit_problem(&session.plan_now(), error);
            el(html::P).class("notice").child(problem).into_any()
        }
    };
    el(html::Section)
        .attr(attr::AriaLabelledby, id.clone())
        .child(el(html::H2).attr(attr::Id, id).attr(attr::Tabindex, "-1").child(card.title))
        .child(el(html::P).child(card.for_whom))
        .child(el(html::Div).class("recipe__questions").child(questions.collect::<Vec<_>>()))
        .child(el(html::P).class("recipe__extent").attr(attr::AriaLive, "polite").child(extent))
        .child(problem(choosing))
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
fn taking(title: &str, preview: Preview) -> El {
    let (session, arrival) = (Session::here(), Arrival::here());
    let audience = preview.recipe.audience();
    let steps = preview.plan.sequences.of(audience).steps.len() - preview.steps.len();
    let note = (steps > 0).then(|| el(html::P).child(words::added_after(steps, audience)));
    let add = format!("Add to the {} sequence", words::lower(audience));
    let dates = [el(html::P).child(words::counted_from(&preview))];
    let table = preview_table(title, &preview);
    let (title, first, edit) = (title.to_owned(), preview.first(), preview.edit);
    el(html::Div).child(dates).child(note).child(table).child(button(Look::Main, add, move || {
        take(session, arrival, &title, first, edit.clone());
    }))
}

/// Takes a recipe into the plan, and goes to its first step.
fn take(session: Session, arrival: Arrival, title: &str, first: Option<StepId>, edit: Edit) {
    session.pause();
    match session.try_edit(edit) {
        Ok(()) => {
            session.announce(format!("“{title}” is in your plan. Undo takes it out again."));
            if let Some(StepId(first)) = first {
                arrival.want(format!("#step-{first} input"));
            }
            platform::go_to(&Route::Workshop(Stage::Route).path());
        }
        Err(problem) => session.announce(problem),
    }
    session.pause();
}
