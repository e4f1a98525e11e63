//! Choosing a recipe: what the worker was asked for, what came, and what is shown of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::advice::{Answers, Preview, Recipe, RecipeOrder, RecipeStep};
use crate::exchange::{RecipeCard, Request, cards_answer, steps_answer};
use crate::plan::EditError;
use crate::platform::{self, NoAnswer};
use crate::ui::Session;
use crate::ui::reactive::{Memo, memo};
use crate::words;

/// What there is to choose from, what is looked at, and what was answered.
#[derive(Clone, Copy)]
pub struct Choosing {
    session: Session,
    /// Empty until they have come.
    cards: RwSignal<Vec<RecipeCard>>,
    recipe: RwSignal<Option<Recipe>>,
    answers: RwSignal<Answers>,
    made: RwSignal<Option<(RecipeOrder, Vec<RecipeStep>)>>,
    /// It stays while the next one is made, so that nothing on the page jumps.
    shown: RwSignal<Option<Result<Preview, EditError>>>,
    /// Why something did not come.
    problem: RwSignal<Option<&'static str>>,
    is_asking: StoredValue<bool>,
}

impl Choosing {
    /// Nothing is chosen. The recipes are asked for, and then what is wanted of them, whenever it is another.
    pub fn new() -> Self {
        let choosing = Self {
            session: Session::here(),
            cards: RwSignal::new(Vec::new()),
            recipe: RwSignal::new(None),
            answers: RwSignal::new(Answers::default()),
            made: RwSignal::new(None),
            shown: RwSignal::new(None),
            problem: RwSignal::new(None),
            is_asking: StoredValue::new(false),
        };
        let wanted = memo(move || choosing.wanted());
        Effect::new(move || {
            wanted.track();
            choosing.ask();
        });
        Effect::new(move || choosing.show());
        choosing
    }

    /// The order for what is looked at, as the plan is.
    fn wanted(self) -> Option<RecipeOrder> {
        let (recipe, answers) = (self.recipe.get()?, self.answers.get());
        Some(self.session.read(|plan| RecipeOrder::new(recipe, answers, plan)))
    }

    /// Asks the worker for one thing after the other until all that is wanted by then is here. One that it is at is
    /// not ended for the next: it takes a few milliseconds, and would have to be fetched again.
    fn ask(self) {
        if self.is_asking.get_value() {
            return;
        }
        self.is_asking.set_value(true);
        self.problem.set(None);
        spawn_local(async move {
            while let Some(request) = self.next_request() {
                let problem = match platform::work_on(None, &request.to_text()).await {
                    Ok(text) if self.take(request, &text) => continue,
                    // For something else, on another page: this one is gone, or asks once more.
                    Err(NoAnswer::Stopped) => continue,
                    Err(NoAnswer::NotLoaded) => words::RECIPES_NOT_LOADED,
                    Ok(_) | Err(NoAnswer::Unreadable | NoAnswer::Broken | NoAnswer::TooLong) => {
                        words::RECIPES_BROKE
                    }
                };
                _ = self.problem.try_set(Some(problem));
                break;
            }
            self.is_asking.try_set_value(false);
        });
    }

    /// What is to be asked for next; nothing when all is here, or the page is gone.
    fn next_request(self) -> Option<Request> {
        if self.cards.try_with_untracked(Vec::is_empty)? {
            return Some(Request::Recipes(self.session.today_now()));
        }
        let wanted = untrack(|| self.wanted())?;
        (self.made_order() != Some(wanted)).then_some(Request::Recipe(wanted))
    }

    fn made_order(self) -> Option<RecipeOrder> {
        self.made.with_untracked(|made| made.as_ref().map(|(order, _)| *order))
    }

    /// Takes what the worker says; whether it is an answer to that. The page may be gone by then.
    fn take(self, request: Request, text: &str) -> bool {
        match request {
            Request::Recipes(_) => cards_answer(text).map(|cards| _ = self.cards.try_set(cards)),
            Request::Recipe(order) => {
                steps_answer(text).map(|steps| _ = self.made.try_set(Some((order, steps))))
            }
            Request::Calendar(_) => None,
        }
        .is_some()
    }

    /// Shows what was made if it is what is wanted now.
    fn show(self) {
        let (wanted, today) = (self.wanted(), self.session.today());
        let preview = self.made.with(|made| {
            let (order, steps) = made.as_ref().filter(|(order, _)| Some(*order) == wanted)?;
            Some(self.session.read(|plan| Preview::of(plan, order.recipe, steps, today)))
        });
        if preview.is_some() {
            self.shown.set(preview);
        }
    }

    /// The recipes, once they have come.
    pub fn cards(self) -> Memo<Vec<RecipeCard>> {
        memo(move || self.cards.get())
    }

    /// The card of the recipe that is looked at.
    pub fn chosen(self) -> Option<RecipeCard> {
        let recipe = self.recipe.get()?;
        self.cards.with(|cards| cards.iter().find(|card| card.recipe == recipe).cloned())
    }

    /// Whether a recipe is looked at.
    pub fn is_chosen(self, recipe: Recipe) -> bool {
        self.recipe.get() == Some(recipe)
    }

    /// Looks at a recipe; its answers stay while it is the same one.
    pub fn look_at(self, recipe: Recipe) {
        if self.recipe.get_untracked() != Some(recipe) {
            self.shown.set(None);
            self.answers.set(Answers::default());
            self.recipe.set(Some(recipe));
        }
        request_animation_frame(|| platform::focus(".recipe h2"));
    }

    /// The choice made at a question.
    pub fn answer(self, question: usize) -> usize {
        self.answers.with(|answers| answers.of(question))
    }

    /// Makes a choice at a question.
    pub fn choose(self, question: usize, choice: usize) {
        self.answers.update(|answers| *answers = answers.with(question, choice));
    }

    /// What is shown of the recipe that is looked at.
    pub fn shown(self) -> Memo<Option<Result<Preview, EditError>>> {
        memo(move || self.shown.get())
    }

    /// Why something did not come.
    pub fn problem(self) -> Option<&'static str> {
        self.problem.get()
    }

    /// Asks once more for what did not come.
    pub fn try_again(self) {
        platform::focus(if self.recipe.get_untracked().is_some() { ".recipe h2" } else { "h1" });
        self.ask();
    }
}
