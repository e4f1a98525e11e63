//! Recipes: answers in, steps with dates out. 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "recipes/dates.rs"]
mod dates;

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use followthrough::advice::{
    Answers, Preview, Recipe, RecipeOrder, RecipeStep, Review, Rule, recipe_card, recipe_steps, usual_span,
};
use followthrough::plan::{Anchor, Audience, Edit, EditError, Outcome, Plan, StepEdit, StepId};
use followthrough::schedule::{Fork, Path, Schedule};
use followthrough::workshop::History;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn monday() -> NaiveDate {
    date("2026-09-07")
}

fn answers(choices: &[usize]) -> Answers {
    choices.iter().enumerate().fold(Answers::default(), |answers, (at, choice)| answers.with(at, *choice))
}

/// Every combination of answers.
fn all_answers(recipe: Recipe) -> Vec<Answers> {
    let mut all = vec![Answers::default()];
    for (at, question) in recipe_card(recipe).questions.iter().enumerate() {
        let choices = 0..question.choices.len();
        all = all.iter().flat_map(|known| choices.clone().map(|choice| known.with(at, choice))).collect();
    }
    all
}

/// A plan whose sequences start on the Monday.
fn starting() -> Plan {
    let [prospect, customer] = Audience::BOTH;
    let plan = Plan::blank().edited(Edit::Start(prospect, Some(monday()))).unwrap();
    plan.edited(Edit::Start(customer, Some(monday()))).unwrap()
}

fn made(recipe: Recipe, answers: &Answers, next_id: u32) -> Vec<RecipeStep> {
    recipe_steps(&RecipeOrder { recipe, answers: *answers, next_id, is_opening: true })
}

/// What a recipe would bring a plan.
fn previewed(plan: &Plan, recipe: Recipe, answers: &Answers, today: NaiveDate) -> Result<Preview, EditError> {
    let made = recipe_steps(&RecipeOrder::new(recipe, *answers, plan));
    Preview::of(plan, recipe, &made, today)
}

fn edit(plan: &Plan, recipe: Recipe, answers: &Answers) -> Edit {
    previewed(plan, recipe, answers, monday()).unwrap().edit()
}

fn with(plan: &Plan, recipe: Recipe, answers: &Answers) -> Plan {
    plan.edited(edit(plan, recipe, answers)).unwrap()
}

// --- What holds for all ---

#[test]
fn a_recipe_has_a_name_a_source_and_at_most_three_questions() {
    let slugs: BTreeSet<_> = Recipe::ALL.iter().map(|recipe| recipe.slug()).collect();
    assert_eq!((slugs.len(), Recipe::ALL.len()), (8, 8));
    for recipe in Recipe::ALL {
        let card = recipe_card(*recipe);
        assert_eq!(Recipe::from_slug(recipe.slug()), Some(*recipe));
        assert!(!recipe.sources().is_empty() && !card.title.is_empty() && !card.for_whom.is_empty());
        assert!((1..=Recipe::MAX_QUESTIONS).contains(&card.questions.len()), "{recipe:?}");
        for question in card.questions {
            let choices: BTreeSet<_> = question.choices.iter().collect();
            assert!(choices.len() >= 2 && choices.len() == question.choices.len(), "{}", question.ask);
        }
    }
}

#[test]
fn every_answer_changes_what_is_made() {
    for recipe in Recipe::ALL {
        let made = |answers: &Answers| made(*recipe, answers, 1);
        assert!(made(&Answers::default()).len() >= 5, "{recipe:?}");
        for (at, question) in recipe_card(*recipe).questions.iter().enumerate() {
            for choice in 1..question.choices.len() {
                let mut all = all_answers(*recipe).into_iter();
                let changes =
                    all.any(|answers| made(&answers.with(at, choice)) != made(&answers.with(at, 0)));
                assert!(changes, "{recipe:?}: {}", question.choices[choice]);
            }
        }
    }
}

#[test]
fn every_combination_of_answers_makes_a_legal_plan_with_a_date_for_every_step() {
    for recipe in Recipe::ALL {
        for answers in all_answers(*recipe) {
            let plan = with(&starting(), *recipe, &answers);
            let twice = with(&plan, *recipe, &answers);
            for plan in [&plan, &twice] {
                for dated in Schedule::of(plan).steps(recipe.audience()) {
                    assert!(dated.due.is_some(), "{recipe:?} {answers:?} {}", dated.number);
                    assert_eq!(dated.notice, None, "{recipe:?} {answers:?} {}", dated.number);
                }
            }
        }
    }
}

#[test]
fn every_step_says_what_who_how_and_why() {
    for recipe in Recipe::ALL {
        for answers in all_answers(*recipe) {
            for made in made(*recipe, &answers, 1) {
                let step = &made.step;
                let what = &step.what;
                assert!(!what.is_blank() && what.as_str().chars().count() < 80, "{recipe:?} {what}");
                assert!(step.who.is_some() && step.channel.is_some(), "{what}");
                assert!(step.notes.as_str().chars().count() > 40, "{what}: {}", step.notes);
                assert!(made.why.len() > 20 && made.why.ends_with('.'), "{what}: {}", made.why);
            }
        }
    }
}

#[test]
fn steps_are_numbered_from_the_next_one_of_the_plan() {
    for recipe in Recipe::ALL {
        let made = made(*recipe, &Answers::default(), 40);
        let ids: Vec<_> = made.iter().map(|made| made.step.id.0).collect();
        assert_eq!(ids, (40..40 + ids.len() as u32).collect::<Vec<_>>());
    }
}

#[test]
fn answers_that_are_not_offered_are_as_good_as_the_first() {
    for recipe in Recipe::ALL {
        let odd = answers(&[99, 99, 99, 99]);
        assert_eq!(made(*recipe, &odd, 1), made(*recipe, &Answers::default(), 1));
    }
}

#[test]
fn one_undo_takes_it_out_again() {
    for recipe in Recipe::ALL {
        let before = starting();
        let mut history = History::new(before.clone());
        history.edit(edit(&before, *recipe, &Answers::default())).unwrap();
        let taken = history.plan().clone();
        assert_ne!(**history.plan(), before);
        assert!(history.undo());
        assert_eq!(**history.plan(), before);
        assert!(history.redo());
        assert_eq!(*history.plan(), taken);
    }
}

#[test]
fn two_recipes_in_a_row_are_two_changes() {
    let mut history = History::new(starting());
    for recipe in [Recipe::NewProspect, Recipe::NewProspect] {
        let edit = edit(history.plan(), recipe, &Answers::default());
        history.edit(edit).unwrap();
    }
    assert!(history.undo());
    let once = with(&starting(), Recipe::NewProspect, &Answers::default());
    assert_eq!(**history.plan(), once);
}

#[test]
fn after_other_steps_it_waits_for_the_one_before_and_names_its_own() {
    for recipe in Recipe::ALL {
        for answers in all_answers(*recipe) {
            let before = with(&starting(), *recipe, &Answers::default());
            let count = before.sequences.of(recipe.audience()).steps.len();
            let plan = with(&before, *recipe, &answers);
            let steps = &plan.sequences.of(recipe.audience()).steps[count..];
            assert_eq!(steps[0].delay.anchor(), Anchor::PreviousStep);
            for step in steps {
                assert_ne!(step.delay.anchor(), Anchor::Start, "{}", step.what);
                for other in step.depends_on() {
                    assert!(steps.iter().any(|step| step.id == other), "{}", step.what);
                }
            }
        }
    }
}

/// What a review must not find in a recipe that is taken into a blank plan.
const AVOIDABLE: [Rule; 14] = [
    Rule::NoDecision,
    Rule::SecondTouchpointLate,
    Rule::NoCrossSell,
    Rule::CallsTooClose,
    Rule::TooOften,
    Rule::TooMany,
    Rule::TooSeldom,
    Rule::SocialAnswerSlow,
    Rule::NoExit,
    Rule::OnDayOff,
    Rule::NoOwner,
    Rule::NoTool,
    Rule::AboutUs,
    Rule::PretendsNothing,
];

#[track_caller]
fn check_review(plan: &Plan, rules: &[Rule], what: &str) {
    let review = Review::of(plan, &Schedule::of(plan), monday());
    let found: Vec<_> = review.findings.iter().filter(|found| rules.contains(&found.rule)).collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

#[test]
fn a_review_finds_nothing_about_rhythm_decision_or_exit() {
    for recipe in Recipe::ALL {
        for answers in all_answers(*recipe) {
            // Starting on any day of the week.
            for day in 0..7 {
                let start = monday() + Days::new(day);
                let plan = starting().edited(Edit::Start(recipe.audience(), Some(start))).unwrap();
                let plan = with(&plan, *recipe, &answers);
                if start.weekday().number_from_monday() <= 5 {
                    check_review(&plan, &AVOIDABLE, &format!("{recipe:?} {answers:?} from {start}"));
                }
            }
        }
    }
}

#[test]
fn nor_on_any_other_way_through_it() {
    // A review counts a call once, so what comes after three in vain looks late, as does what was asked for later.
    let late = [Rule::SecondTouchpointLate, Rule::TooSeldom];
    let rules: Vec<_> = AVOIDABLE.into_iter().filter(|rule| !late.contains(rule)).collect();
    for recipe in Recipe::ALL {
        for answers in all_answers(*recipe) {
            let plan = with(&starting(), *recipe, &answers);
            for path in Path::all(&plan, recipe.audience(), monday()) {
                let Some(Fork { step, outcome, .. }) = path.fork else { continue };
                let other = expecting(&plan, step, outcome);
                check_review(
                    &other,
                    &rules,
                    &format!("{recipe:?} {answers:?} where {step:?} is {outcome:?}"),
                );
            }
        }
    }
}

/// The plan where that outcome is expected, and those that lead to it.
fn expecting(plan: &Plan, step: StepId, outcome: Outcome) -> Plan {
    let plan = plan.edited(Edit::Step(step, StepEdit::Expected(Some(outcome)))).unwrap();
    match plan.step(step).unwrap().only_after {
        Some(before) => expecting(&plan, before.step, before.outcome),
        None => plan,
    }
}

// --- A preview ---

#[test]
fn a_preview_has_the_dates_that_the_plan_will_have() {
    for recipe in Recipe::ALL {
        let plan = with(&starting(), *recipe, &Answers::default());
        let preview = previewed(&plan, *recipe, &Answers::default(), monday()).unwrap();
        let taken = with(&plan, *recipe, &Answers::default());
        let schedule = Schedule::on(&taken, monday());
        assert_eq!(preview.plan, taken);
        assert!(preview.steps.iter().all(|(dated, _)| schedule.step(dated.step) == Some(dated)));
        assert_eq!(
            preview.first(),
            taken.sequences.of(recipe.audience()).steps[preview.steps.len()..].first().map(|step| step.id)
        );
        assert_eq!((preview.start, preview.is_assumed), (monday(), false));
    }
}

#[test]
fn a_preview_of_a_plan_without_a_start_counts_from_today_and_says_so() {
    let today = date("2026-11-26");
    let preview = previewed(&Plan::blank(), Recipe::NewCustomer, &Answers::default(), today).unwrap();
    assert_eq!((preview.start, preview.is_assumed), (today, true));
    assert_eq!(preview.steps[0].0.due, Some(today));
    assert_eq!(preview.span().map(|(first, _)| first), Some(today));
}

#[test]
fn a_preview_of_a_plan_that_is_full_is_refused() {
    let mut plan = starting();
    while let Ok(preview) = previewed(&plan, Recipe::NewCustomer, &Answers::default(), monday()) {
        plan = plan.edited(preview.edit()).unwrap();
    }
    let refused = previewed(&plan, Recipe::NewCustomer, &Answers::default(), monday());
    assert!(matches!(refused, Err(EditError::Illegal(_))), "{refused:?}");
}

#[test]
fn the_usual_span_is_that_of_a_preview_in_a_blank_plan() {
    for recipe in Recipe::ALL {
        let made = made(*recipe, &Answers::default(), 1);
        let preview = previewed(&Plan::blank(), *recipe, &Answers::default(), monday()).unwrap();
        assert!(preview.span().is_some());
        assert_eq!(usual_span(*recipe, &made, monday()), preview.span());
    }
}
