//! What else decides when and whether a step comes: how often it is tried, outcomes (B5).

use leptos::prelude::*;

use super::super::{Commit, Field, FieldKind, number_of, outcome_options, select, step_above};
use crate::plan::{Attempts, Audience, Branch, Edit, Outcome, Step, StepEdit, StepId};
use crate::ui::element::{El, el, html};
use crate::ui::{FollowedStep, Session};
use crate::words;

/// How often it is tried, and how long one waits in between (B5).
pub fn attempts(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let attempts = move || step.read(|step| step.attempts).unwrap_or_default();
    let set = move |attempts: Option<Attempts>| {
        let attempts = attempts.ok_or_else(words::attempts_problem)?;
        session.try_edit(Edit::Step(id, StepEdit::Attempts(attempts)))
    };
    let count: Commit = Callback::new(move |raw: String| {
        set(raw.trim().parse().ok().and_then(|count| Attempts::new(count, untrack(attempts).gap())))
    });
    let gap: Commit = Callback::new(move |raw: String| {
        set(raw.trim().parse().ok().and_then(|gap| Attempts::new(untrack(attempts).count(), gap)))
    });
    let times = Field::new("How many tries", move || attempts().count().to_string(), count);
    let between = Field::new("Working days apart", move || attempts().gap().to_string(), gap);
    el(html::Div)
        .class("fields-in-a-row")
        .child([times, between].map(|field| field.kind(FieldKind::Number).build()))
}

/// The outcome the step belongs to, and the one expected of it (B5).
pub fn branch(id: StepId, step: FollowedStep, audience: Audience) -> El {
    let session = Session::here();
    let branch = move || step.read(|step| step.only_after).flatten();
    let set = move |branch: Option<Branch>| session.try_edit(Edit::Step(id, StepEdit::OnlyAfter(branch)));
    let choose = move |value: String| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| words::outcome(*outcome) == value);
        let fork = untrack(branch).map(|branch| branch.step).or_else(|| above(session, audience, id));
        match (outcome, fork) {
            (None, _) => set(None),
            (Some(outcome), Some(step)) => set(Some(Branch { step, outcome })),
            (Some(_), None) => Err(words::step_above_problem(0)),
        }
    };
    let shown = move || branch().map(|branch| words::outcome(branch.outcome).to_owned()).unwrap_or_default();
    let fork = move || number_of(session, audience, branch().map(|branch| branch.step));
    let commit: Commit = Callback::new(move |raw: String| {
        let step = step_above(session, audience, id, &raw)?;
        set(untrack(branch).map(|branch| Branch { step, ..branch }))
    });
    let expected = move || {
        let expected = step.read(|step: &Step| step.expected).flatten();
        expected.map(words::outcome).unwrap_or_default().to_owned()
    };
    let expect = move |value: String| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| words::outcome(*outcome) == value);
        session.edit(Edit::Step(id, StepEdit::Expected(outcome)));
    };
    el(html::Div)
        .class("fields-in-a-row")
        .child(select("Only if", shown, move || outcome_options("always"), choose))
        .show(
            move || branch().is_some(),
            move || Field::new("Of step", fork, commit).kind(FieldKind::Number).build(),
        )
        .child(select("Plan as if", expected, move || outcome_options("nothing is known yet"), expect))
}

/// The step right above.
fn above(session: Session, audience: Audience, id: StepId) -> Option<StepId> {
    let plan = session.plan_now();
    let steps = &plan.sequences.of(audience).steps;
    let at = steps.iter().position(|step| step.id == id)?;
    Some(steps[at.checked_sub(1)?].id)
}
