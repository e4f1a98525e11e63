//! Sequences to begin with: a list to choose from, questions, dates, and one change that takes them (C1-C5).

mod preview;

use leptos::prelude::*;

use crate::advice::{Answers, Preview, Question, Recipe};
use crate::plan::{Audience, Plan};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, aid_page, button, row_button, section, unique_id};
use crate::ui::reactive::memo;
use crate::ui::{Arrival, Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};
use preview::preview_table;

/// The page.
#[inline(never)]
pub fn recipes() -> El {
    let choice = Choice { recipe: RwSignal::new(None), answers: RwSignal::new(Answers::default()) };
    let chosen = move || match choice.recipe.get() {
        Some(recipe) => asked(recipe, choice.answers).into_any(),
        None => ().into_any(),
    };
    let lists = [
        section("Before the first purchase", list(Audience::Prospect, choice)),
        section("From the first purchase on", list(Audience::Customer, choice)),
    ];
    aid_page(
        Aid::Recipes,
        "Take one as it is or as a start: it is put into your plan as ordinary steps, and one undo takes it out again.",
        [el(html::Div).class("recipes").child(lists), el(html::Div).class("recipe").child(chosen)],
    )
}

/// What is looked at, and what was answered.
#[derive(Clone, Copy)]
struct Choice {
    recipe: RwSignal<Option<Recipe>>,
    answers: RwSignal<Answers>,
}

impl Choice {
    /// Looks at a recipe; its answers stay while it is the same one.
    fn look_at(self, recipe: Recipe) {
        if self.recipe.get_untracked() != Some(recipe) {
            self.answers.set(Answers::default());
            self.recipe.set(Some(recipe));
        }
        request_animation_frame(|| platform::focus(".recipe h2"));
    }
}

/// The recipes of a sequence.
fn list(audience: Audience, choice: Choice) -> El {
    let recipes = Recipe::ALL.iter().filter(|recipe| recipe.audience() == audience);
    el(html::Ul).class("recipes__list").child(recipes.map(|recipe| card(*recipe, choice)).collect::<Vec<_>>())
}

fn card(recipe: Recipe, choice: Choice) -> El {
    let today = untrack(|| Session::here().today());
    let usual = Preview::of(&Plan::blank(), recipe, &Answers::default(), today);
    let extent = usual.map(|preview| words::steps_over(&preview)).unwrap_or_default();
    let is_chosen = move || choice.recipe.get() == Some(recipe);
    let name = format!("Preview with dates: {}", recipe.title());
    let look =
        row_button(Look::Small, "Preview with dates", move || name.clone(), move || choice.look_at(recipe))
            .attr(attr::AriaPressed, move || Some(is_chosen().to_string()));
    el(html::Li)
        .class("recipes__card")
        .class(("recipes__card--chosen", is_chosen))
        .child(el(html::H3).child(recipe.title()))
        .child(el(html::P).child(recipe.for_whom()))
        .child(el(html::P).class("recipes__extent").child(extent))
        .child(look)
}

/// One recipe: its questions, its dates, and the way into the plan.
fn asked(recipe: Recipe, answers: RwSignal<Answers>) -> El {
    let session = Session::here();
    let made = memo(move || {
        let (answers, today) = (answers.get(), session.today());
        session.read(|plan| Preview::of(plan, recipe, &answers, today))
    });
    let id = unique_id("recipe");
    let questions = recipe.questions().iter().enumerate();
    let questions = questions.map(|(at, question)| question_field(at, question, answers));
    let extent = move || made.with(|made| made.as_ref().map(words::steps_between).unwrap_or_default());
    let outcome = move || match made.get() {
        Ok(preview) => taking(recipe, answers, &preview).into_any(),
        Err(error) => {
            let problem = words::edit_problem(&session.plan_now(), error);
            el(html::P).class("notice").child(problem).into_any()
        }
    };
    el(html::Section)
        .attr(attr::AriaLabelledby, id.clone())
        .child(el(html::H2).attr(attr::Id, id).attr(attr::Tabindex, "-1").child(recipe.title()))
        .child(el(html::P).child(recipe.for_whom()))
        .child(el(html::Div).class("recipe__questions").child(questions.collect::<Vec<_>>()))
        .child(el(html::P).class("recipe__extent").attr(attr::AriaLive, "polite").child(extent))
        .child(el(html::Div).class("recipe__outcome").child(outcome))
}

/// One question with its choices.
fn question_field(at: usize, question: &'static Question, answers: RwSignal<Answers>) -> El {
    let name = unique_id("answer");
    let choice = |(choice, words): (usize, &&'static str)| {
        let input = el(html::Input)
            .attr(attr::Type, "radio")
            .attr(attr::Name, name.clone())
            .prop(prop::Checked, move || answers.get().of(at) == choice)
            .on(ev::change, move |_| answers.update(|answers| *answers = answers.with(at, choice)));
        el(html::Label).class("check").child(input).child(el(html::Span).child(*words))
    };
    let choices: Vec<_> = question.choices.iter().enumerate().map(choice).collect();
    el(html::Fieldset).class("recipe__question").child(el(html::Legend).child(question.ask)).child(choices)
}

/// The dates, and the button that takes them.
fn taking(recipe: Recipe, answers: RwSignal<Answers>, preview: &Preview) -> El {
    let (session, arrival) = (Session::here(), Arrival::here());
    let audience = recipe.audience();
    let steps = preview.plan.sequences.of(audience).steps.len() - preview.steps.len();
    let note = (steps > 0).then(|| el(html::P).child(words::added_after(steps, audience)));
    let add = format!("Add to the {} sequence", words::lower(audience));
    el(html::Div)
        .child(el(html::P).child(words::counted_from(preview)))
        .child(note)
        .child(preview_table(recipe, preview))
        .child(button(Look::Main, add, move || take(session, arrival, recipe, &answers.get_untracked())))
}

/// Takes a recipe into the plan, and goes to its first step.
fn take(session: Session, arrival: Arrival, recipe: Recipe, answers: &Answers) {
    let plan = session.plan_now();
    let first = plan.next_id();
    session.pause();
    match session.try_edit(recipe.edit(&plan, answers)) {
        Ok(()) => {
            session.announce(format!("“{}” is in your plan. Undo takes it out again.", recipe.title()));
            arrival.want(format!("#step-{first} input"));
            platform::go_to(&Route::Workshop(Stage::Route).path());
        }
        Err(problem) => session.announce(problem),
    }
    session.pause();
}
