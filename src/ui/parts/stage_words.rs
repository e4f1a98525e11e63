//! How far a stage has come, in words.

use crate::ui::Session;
use crate::words;
use crate::workshop::{Stage, StageState, finding_stage, not_found};

/// How many suggestions there are for a stage: what a review found, and what is not filled in yet.
pub fn suggestions_at(session: Session, stage: Stage) -> usize {
    let review = session.review();
    let missing = session.missing();
    let missing = not_found(&missing, &review).filter(|what| what.stage() == stage).count();
    review.findings.iter().filter(|it| finding_stage(it.rule, it.spot) == stage).count() + missing
}

/// A stage's state in words: `Not started`, `3 suggestions`, `Complete · 1 suggestion`.
pub fn stage_words(session: Session, stage: Stage) -> String {
    let suggestions = || words::suggestions(suggestions_at(session, stage));
    match (session.progress().state(stage), suggestions_at(session, stage)) {
        (StageState::NotStarted, _) => "Not started".to_owned(),
        (StageState::Complete, 0) => "Complete".to_owned(),
        (StageState::Complete, _) => format!("Complete · {}", suggestions()),
        (StageState::Missing(_), 0) => "In progress".to_owned(),
        (StageState::Missing(_), _) => suggestions(),
    }
}
