//! Choosing a recipe: what the worker was asked for, what came, and what is shown of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::advice::{Answers, Preview, Recipe, RecipeOrder, RecipeStep};
use crate::exchange::{RecipeCard, Request, cards_answer, steps_answer};
use crate::plan::{EditError, Plan};
use crate::platform::{self, Cargo, Helper, NoAnswer};
use crate::ui::Session;
use crate::ui::reactive::{Memo, memo};
use crate::ui::reactive::{Var, effect, var};
use crate::words;

/// What is chosen, and how far that has come.
#[derive(Clone, Copy)]
pub struct Choosing {
    session: Session,
    chosen: Var<Chosen>,
}

#[derive(Default)]
struct Chosen {
    /// What there is to choose from; empty until it has come.
    cards: Vec<RecipeCard>,
    recipe: Option<Recipe>,
    answers: Answers,
    /// What was made last: it is shown while the next one is made, so that nothing on the page jumps.
    made: Option<Arc<Made>>,
    /// Why something did not come.
    problem: Option<&'static str>,
    is_asking: bool,
}

#[derive(PartialEq)]
struct Made {
    order: RecipeOrder,
    steps: Vec<RecipeStep>,
    /// The plan as it was: where steps have come or gone since, what was made for it no longer fits.
    plan: Arc<Plan>,
}

impl Chosen {
    /// Puts an answer where it belongs; whether it is one. Steps for a plan that has changed meanwhile are of no use.
    fn take(&mut self, request: Request, text: &str, plan: Arc<Plan>) -> bool {
        match request {
            Request::Recipes(_) => cards_answer(text).map(|cards| self.cards = cards),
            Request::Recipe(order) => steps_answer(text).map(|steps| {
                if order.is_for(&plan) {
                    self.made = Some(Arc::new(Made { order, steps, plan }));
                }
            }),
            Request::Calendar(_) => None,
        }
        .map(|()| self.problem = None)
        .is_some()
    }
}

impl Choosing {
    /// Nothing is chosen. The recipes are asked for, and then the steps that are wanted, whenever those are others.
    pub fn new() -> Self {
        let choosing = Self { session: Session::here(), chosen: var(Chosen::default()) };
        let wanted = memo(move || choosing.wanted());
        effect(move || {
            // Read, not only followed: one that nobody reads never hears of a change.
            wanted.get();
            choosing.ask();
        });
        choosing
    }

    /// The order for what is looked at, as the plan is.
    fn wanted(self) -> Option<RecipeOrder> {
        let (recipe, answers) = self.chosen.with(|it| Some((it.recipe?, it.answers)))?;
        Some(self.session.read(|plan| RecipeOrder::new(recipe, answers, plan)))
    }

    /// Asks the worker for one thing after the other until all that is wanted by then is here. What it is at is not
    /// ended for the next: that takes a few milliseconds, and a worker that was ended has to be fetched again.
    fn ask(self) {
        if self.chosen.with_untracked(|it| it.is_asking) {
            return;
        }
        self.chosen.update(|it| it.is_asking = true);
        spawn_local(async move {
            let mut problem = None;
            while let Some(request) = self.next_request().filter(|_| problem.is_none()) {
                let asked = request.to_text();
                let is_taken = |text: String| {
                    let plan = self.session.plan_now();
                    self.chosen.try_update(|it| it.take(request, &text, plan)) != Some(false)
                };
                problem = match Helper::Worker.work_on(Cargo::None, &asked).await.map(is_taken) {
                    // Stopped for something on another page: this one is gone, or asks once more.
                    Ok(true) | Err(NoAnswer::Stopped) => None,
                    Err(NoAnswer::NotLoaded) => Some(words::RECIPES_NOT_LOADED),
                    Ok(false) | Err(NoAnswer::Unreadable | NoAnswer::Broken | NoAnswer::TooLong) => {
                        Some(words::RECIPES_BROKE)
                    }
                };
            }
            _ = self.chosen.try_update(|it| {
                it.is_asking = false;
                it.problem = problem;
            });
        });
    }

    /// What is to be asked for next; nothing when all is here, or the page is gone.
    fn next_request(self) -> Option<Request> {
        let (has_cards, made) = self
            .chosen
            .try_with_untracked(|it| (!it.cards.is_empty(), it.made.as_ref().map(|made| made.order)))?;
        if !has_cards {
            return Some(Request::Recipes(self.session.today_now()));
        }
        let wanted = untrack(|| self.wanted())?;
        (made != Some(wanted)).then_some(Request::Recipe(wanted))
    }

    /// The recipes, once they have come.
    pub fn cards(self) -> Memo<Vec<RecipeCard>> {
        memo(move || self.chosen.with(|it| it.cards.clone()))
    }

    /// The card of the recipe that is looked at.
    pub fn card(self) -> Memo<Option<RecipeCard>> {
        memo(move || {
            self.chosen.with(|it| it.cards.iter().find(|card| Some(card.recipe) == it.recipe).cloned())
        })
    }

    /// Whether a recipe is looked at.
    pub fn is_chosen(self, recipe: Recipe) -> bool {
        self.chosen.with(|it| it.recipe == Some(recipe))
    }

    /// Looks at a recipe; its answers stay while it is the same one.
    pub fn look_at(self, recipe: Recipe) {
        if !untrack(|| self.is_chosen(recipe)) {
            self.chosen.update(|it| (it.recipe, it.answers) = (Some(recipe), Answers::default()));
        }
        request_animation_frame(|| platform::focus(".recipe h2"));
    }

    /// The choice made at a question.
    pub fn answer(self, question: usize) -> usize {
        self.chosen.with(|it| it.answers.of(question))
    }

    /// Makes a choice at a question.
    pub fn choose(self, question: usize, choice: usize) {
        self.chosen.update(|it| it.answers = it.answers.with(question, choice));
    }

    /// What the recipe that is looked at would bring the plan. Nothing where it could not be made: what was made before
    /// is not what was answered, and will not be by itself.
    pub fn preview(self) -> Memo<Option<Result<Preview, EditError>>> {
        let made = memo(move || {
            self.chosen.with(|it| {
                let of_recipe = |made: &&Arc<Made>| Some(made.order.recipe) == it.recipe;
                it.made.as_ref().filter(of_recipe).filter(|_| it.problem.is_none()).cloned()
            })
        });
        memo(move || {
            let (plan, today) = (self.session.plan().get(), self.session.today());
            made.with(|made| {
                let Made { order, steps, plan: before } = &**made.as_ref()?;
                let plan = if order.is_for(&plan) { &plan } else { before };
                Some(Preview::of(plan, order.recipe, steps, today))
            })
        })
    }

    /// How far it has come, where there is something to wait for or to try again.
    pub fn status(self) -> &'static str {
        self.chosen.with(|it| match it.problem {
            Some(problem) if !it.is_asking => problem,
            None if !it.cards.is_empty() => "",
            _ => words::FETCHING_RECIPES,
        })
    }

    /// Whether something did not come and may come when it is tried again.
    pub fn has_failed(self) -> bool {
        self.chosen.with(|it| it.problem.is_some() && !it.is_asking)
    }

    /// Asks once more for what did not come.
    pub fn try_again(self) {
        let has_cards = self.chosen.with_untracked(|it| !it.cards.is_empty());
        platform::focus(if has_cards { ".recipe h2" } else { "main h1" });
        self.ask();
    }
}
