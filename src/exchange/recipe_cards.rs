//! Recipes as they travel from the worker, which makes them, to the page.

use chrono::NaiveDate;

use crate::advice::{Answers, Card, Recipe, RecipeOrder, RecipeStep, recipe_card, recipe_steps, usual_span};
use crate::store::Fault;
use crate::store::wire::shape::{self, Shapes};
use crate::store::wire::{Found, Value, Writer, read_value, record, write_value};
use crate::words;

/// What the page shows of a recipe before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeCard {
    /// The recipe.
    pub recipe: Recipe,
    /// What it is called.
    pub title: String,
    /// For whom it is, in a sentence.
    pub for_whom: String,
    /// How many steps it usually has, and over how long a time.
    pub extent: String,
    /// What it asks.
    pub questions: Vec<RecipeQuestion>,
}

/// What a recipe asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeQuestion {
    /// The question.
    pub ask: String,
    /// The answers to choose from; the first is taken until another is chosen.
    pub choices: Vec<String>,
}

record!(RecipeCard {
    recipe "recipe",
    title "title",
    for_whom "forWhom",
    extent "extent",
    questions "questions",
});

record!(RecipeQuestion { ask "ask", choices "choices" });

record!(RecipeStep { step "step", why "why" });

impl Value for Recipe {
    fn read(found: Found<'_>) -> Result<Self, Box<Fault>> {
        Self::from_slug(&String::read(found)?).ok_or_else(|| found.fault("it must be a recipe"))
    }

    fn write(&self, w: &mut Writer) {
        w.text(self.slug());
    }

    fn shape(_: &mut Shapes) -> String {
        shape::words(Self::ALL.iter().map(|recipe| recipe.slug()))
    }
}

/// The cards of all recipes, as they travel. How long each takes is counted from a day.
pub(super) fn cards_text(today: NaiveDate) -> String {
    write_value(&Recipe::ALL.iter().map(|recipe| card(*recipe, today)).collect::<Vec<_>>())
}

fn card(recipe: Recipe, today: NaiveDate) -> RecipeCard {
    let Card { title, for_whom, questions, .. } = *recipe_card(recipe);
    let order = RecipeOrder { recipe, answers: Answers::default(), next_id: 1, is_opening: true };
    let made = recipe_steps(&order);
    let questions = questions.iter().map(|question| RecipeQuestion {
        ask: question.ask.to_owned(),
        choices: question.choices.iter().map(|choice| (*choice).to_owned()).collect(),
    });
    RecipeCard {
        recipe,
        title: title.to_owned(),
        for_whom: for_whom.to_owned(),
        extent: words::steps_over(made.len(), usual_span(recipe, &made, today)),
        questions: questions.collect(),
    }
}

/// The steps that were ordered, as they travel.
pub(super) fn made_text(order: &RecipeOrder) -> String {
    write_value(&recipe_steps(order))
}

/// Reads the cards that the worker sends. `None` where it is no such answer.
pub fn cards_answer(text: &str) -> Option<Vec<RecipeCard>> {
    read_value(text)
}

/// Reads the steps that the worker has made. `None` where it is no such answer.
pub fn steps_answer(text: &str) -> Option<Vec<RecipeStep>> {
    read_value(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::Plan;

    fn any_card() -> impl Strategy<Value = RecipeCard> {
        let question = (any::<String>(), prop::collection::vec(any::<String>(), 0..4))
            .prop_map(|(ask, choices)| RecipeQuestion { ask, choices });
        let questions = prop::collection::vec(question, 0..4);
        let texts = (any::<String>(), any::<String>(), any::<String>());
        (prop::sample::select(Recipe::ALL), texts, questions).prop_map(
            |(recipe, (title, for_whom, extent), questions)| RecipeCard {
                recipe,
                title,
                for_whom,
                extent,
                questions,
            },
        )
    }

    proptest! {
        #[test]
        fn cards_arrive_as_they_were_written(cards in prop::collection::vec(any_card(), 0..9)) {
            prop_assert_eq!(cards_answer(&write_value(&cards)), Some(cards));
        }

        #[test]
        fn steps_arrive_as_they_were_made(
            recipe in prop::sample::select(Recipe::ALL),
            choices in any::<[usize; Recipe::MAX_QUESTIONS]>(),
            next_id in 1..1_000_000_u32,
            is_opening in any::<bool>(),
        ) {
            let choices = choices.into_iter().enumerate();
            let answers = choices.fold(Answers::default(), |all, (at, choice)| all.with(at, choice % 4));
            let order = RecipeOrder { recipe, answers, next_id, is_opening };
            prop_assert_eq!(steps_answer(&made_text(&order)), Some(recipe_steps(&order)));
        }

        #[test]
        fn whatever_arrives_is_read_or_refused(text in any::<String>()) {
            _ = (cards_answer(&text), steps_answer(&text));
        }
    }

    #[test]
    fn there_is_a_card_for_each_recipe_in_the_order_they_are_offered() {
        let monday = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        let cards = cards_answer(&cards_text(monday)).unwrap();
        assert_eq!(cards.iter().map(|card| card.recipe).collect::<Vec<_>>(), Recipe::ALL);
        let card = cards.last().unwrap();
        assert_eq!((card.title.as_str(), card.extent.as_str()), ("A new customer", "8 steps over 2 months"));
        assert_eq!(card.questions[1].choices, ["By phone", "By e-mail"]);
    }

    #[test]
    fn what_is_no_answer_is_not_taken_for_one() {
        let order = RecipeOrder::new(Recipe::Social, Answers::default(), &Plan::blank());
        let made = made_text(&order);
        assert_eq!(steps_answer(&made[..made.len() - 1]), None);
        assert_eq!(cards_answer(&made), None);
        assert_eq!(cards_answer("[{\"recipe\":\"soup\"}]"), None);
        assert_eq!((cards_answer(""), steps_answer("found")), (None, None));
    }
}
