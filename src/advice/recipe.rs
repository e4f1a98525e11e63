//! Recipes: sequences to begin with, made of a few answers (C1-C5).
//!
//! A recipe is a pure function from answers to ordinary steps, which
//! [`Edit::InsertSteps`](crate::plan::Edit::InsertSteps) takes as one change. What its steps say is a start in our own
//! words, with places to fill in such as “[name]”. Where the facts leave a wait open, ours keeps to the limits that the
//! review knows.
//!
//! [`recipe_card`] and [`recipe_steps`] hold all the words there are, so only the worker calls them. What the page has
//! of a recipe is its name, what it ordered, and the steps that came.

mod draft;

mod fast_answer;

mod first_meeting;

mod lapsed;

mod new_customer;

mod new_prospect;

mod preview;

mod sales_outcomes;

mod social;

mod three_calls;

use crate::plan::{Audience, Plan, Step};
use draft::Draft;
pub use preview::{Preview, usual_span};

macro_rules! recipes {
    ($($(#[doc = $doc:literal])+ $name:ident $slug:literal $module:ident $audience:ident [$($source:literal),+];)*) => {
        /// A sequence to begin with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Recipe { $($(#[doc = $doc])+ $name,)* }

        impl Recipe {
            /// All of them, in the order they are offered.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its stable name.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }

            /// The facts of the domain it rests on.
            pub fn sources(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($source),+]),* }
            }

            /// The sequence it belongs to.
            pub fn audience(self) -> Audience {
                match self { $(Self::$name => Audience::$audience),* }
            }

            /// The one of that stable name.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|recipe| recipe.slug() == slug)
            }
        }

        /// What a recipe says of itself.
        pub fn recipe_card(recipe: Recipe) -> &'static Card {
            match recipe { $(Recipe::$name => &$module::CARD),* }
        }
    };
}

recipes! {
    /// The day an enquiry comes in: an answer, an appointment, and the appointment kept.
    FastAnswer "fast-answer" fast_answer Prospect ["D3", "D4", "D5", "D6"];
    /// A welcome, the details within a fortnight, and then what is worth reading, once a month.
    NewProspect "new-prospect" new_prospect Prospect ["C2", "C5", "C9", "A9", "D2", "D8"];
    /// What the first meeting tells sets the pace of what follows it.
    FirstMeeting "first-meeting" first_meeting Prospect ["C4", "C5", "C10", "D1", "D5", "D6", "D7"];
    /// Calls, up to three of them, and a decision.
    ThreeCalls "three-calls" three_calls Prospect ["B5", "C6", "C7", "C9", "D6", "E9"];
    /// Comments and messages on social media, looked at every day and answered within one.
    Social "social" social Prospect ["E5", "E6", "E9", "D3"];
    /// Somebody who has not heard anything for long, through our own fault.
    Lapsed "lapsed" lapsed Prospect ["E11", "E12", "E13", "E14", "E15", "C9", "D6"];
    /// Marketing asks sales what became of its leads.
    SalesOutcomes "sales-outcomes" sales_outcomes Prospect ["C1", "C8", "B6"];
    /// Thanks, a gift, and whatever makes a purchase the first of several.
    NewCustomer "new-customer" new_customer Customer ["C3", "A10", "A21", "E8", "B7"];
}

/// What a recipe says of itself before it is made.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// What it is called.
    pub title: &'static str,
    /// For whom it is, in a sentence.
    pub for_whom: &'static str,
    /// What it asks.
    pub questions: &'static [Question],
    make: fn(&mut Draft, &Answers),
}

/// What a recipe asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub ask: &'static str,
    /// The answers to choose from; the first is taken until another is chosen.
    pub choices: &'static [&'static str],
}

/// The choice made at each question, by its place; the first where none was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers([usize; Recipe::MAX_QUESTIONS]);

/// A step of a recipe, and what it is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeStep {
    /// The step as it joins the plan.
    pub step: Step,
    /// Why it is there.
    pub why: String,
}

/// What is to be made: a recipe for a plan, with these answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecipeOrder {
    /// Which one.
    pub recipe: Recipe,
    /// What was answered.
    pub answers: Answers,
    /// The number of its first step; the others follow.
    pub next_id: u32,
    /// Whether its first step is the first of its sequence: it falls on the start. Otherwise it waits as any new step
    /// does.
    pub is_opening: bool,
}

impl Answers {
    /// The choice made at a question.
    pub fn of(&self, question: usize) -> usize {
        self.0.get(question).copied().unwrap_or_default()
    }

    /// The same answers with another choice at a question.
    pub fn with(mut self, question: usize, choice: usize) -> Self {
        if let Some(known) = self.0.get_mut(question) {
            *known = choice;
        }
        self
    }

    /// The same answers, with the first choice in place of one that is not offered.
    fn within(self, questions: &[Question]) -> Self {
        let is_offered = |at: usize| questions.get(at).is_some_and(|it| self.of(at) < it.choices.len());
        (0..self.0.len()).filter(|at| !is_offered(*at)).fold(self, |answers, at| answers.with(at, 0))
    }

    /// What belongs to the choice made at a question; what belongs to the first where there is no such choice.
    fn pick<T: Copy, const N: usize>(&self, question: usize, of: [T; N]) -> T {
        of[if self.of(question) < N { self.of(question) } else { 0 }]
    }
}

impl Recipe {
    /// The most a recipe asks.
    pub const MAX_QUESTIONS: usize = 3;
}

impl RecipeOrder {
    /// A recipe that is to be put at the end of a plan's sequence.
    pub fn new(recipe: Recipe, answers: Answers, plan: &Plan) -> Self {
        let is_opening = plan.sequences.of(recipe.audience()).steps.is_empty();
        Self { recipe, answers, next_id: plan.next_id(), is_opening }
    }

    /// Whether what is made fits at the end of the plan's sequence.
    pub fn is_for(&self, plan: &Plan) -> bool {
        *self == Self::new(self.recipe, self.answers, plan)
    }
}

/// Makes the steps that were ordered.
pub fn recipe_steps(order: &RecipeOrder) -> Vec<RecipeStep> {
    let card = recipe_card(order.recipe);
    let mut draft = Draft::new(order.next_id, order.is_opening);
    (card.make)(&mut draft, &order.answers.within(card.questions));
    draft.into_steps()
}
