//! What else decides when and whether a step comes: days that suit (C2), attempts, outcomes (B5).

use chrono::Weekday;
use leptos::prelude::*;

use super::timing::{number_of, step_above};
use crate::calendar::WorkWeek;
use crate::plan::{
    Attempts, Audience, Branch, Delay, Edit, Eves, Outcome, Span, Step, StepEdit, StepId, Window,
};
use crate::ui::element::{El, el};
use crate::ui::parts::{Commit, Field, FieldKind, check, fold, select, word_options};
use crate::ui::{FollowedStep, Session};
use crate::words;

/// A fold that says in a line what is set.
pub fn conditions(id: StepId, step: FollowedStep, audience: Audience) -> El {
    let said = move || match step.conditions() {
        said if said.is_empty() => "Days that suit, attempts, outcomes".to_owned(),
        said => said,
    };
    fold(said, move || {
        el("div")
            .class("step__conditions")
            .child(latest(id, step))
            .child(suiting_days(id, step))
            .child(attempts(id, step))
            .child(branch(id, step, audience))
    })
}

/// The last day that will do, as a wait like the first (C2).
fn latest(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let ends =
        move || step.read(|step| (step.delay, step.window)).unwrap_or((Delay::AT_START, Window::default()));
    let value = move || ends().1.latest.map(|latest| latest.length().to_string()).unwrap_or_default();
    let commit: Commit = Callback::new(move |raw: String| {
        let (delay, window) = untrack(ends);
        let latest = match raw.trim() {
            "" => None,
            raw => {
                let unit = window.latest.map_or(delay.unit(), Span::unit);
                let latest = raw.parse().ok().and_then(|length| Span::new(length, unit));
                Some(latest.ok_or_else(words::latest_problem)?)
            }
        };
        session.try_edit(Edit::Step(id, StepEdit::Window(Window { latest, ..window })))
    });
    let hint = "Counted like the wait. Leave it empty if only the first day matters.";
    Field::new("Wait at most", value, commit).kind(FieldKind::Number).hint(hint).build()
}

/// Weekdays that suit, and whether days before a holiday do.
fn suiting_days(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let window = move || step.read(|step| step.window).unwrap_or_default();
    let set = move |weekdays: Option<WorkWeek>, eves: Eves| {
        let latest = untrack(window).latest;
        session.edit(Edit::Step(id, StepEdit::Window(Window { latest, weekdays, eves })));
    };
    let day = move |day: Weekday| {
        let is_wanted = move || window().weekdays.is_some_and(|days| days.is_worked(day));
        check(words::weekday(day), is_wanted, move |_| {
            let window = untrack(window);
            let days = match window.weekdays {
                Some(days) => days.toggled(day).ok(),
                None => WorkWeek::from_days_off(words::WEEK.into_iter().filter(|other| *other != day)).ok(),
            };
            set(days.filter(|days| days.days_off().next().is_some()), window.eves);
        })
        .class("check check--inline")
    };
    let avoids = move || window().eves == Eves::Avoided;
    let take = move |avoids| {
        set(untrack(window).weekdays, if avoids { Eves::Avoided } else { Eves::Taken });
    };
    el("fieldset")
        .class("weekdays")
        .child(el("legend").child("Best on"))
        .child(words::WEEK.map(day))
        .child(check("Not right before a holiday", avoids, take))
}

/// How often it is tried, and how long one waits in between (B5).
fn attempts(id: StepId, step: FollowedStep) -> El {
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
    let times = Field::new("Try at most so often", move || attempts().count().to_string(), count);
    let between = Field::new("Working days between attempts", move || attempts().gap().to_string(), gap);
    el("div")
        .class("fields-in-a-row")
        .child([times, between].map(|field| field.kind(FieldKind::Number).build()))
}

/// The outcome the step belongs to, and the one expected of it (B5).
fn branch(id: StepId, step: FollowedStep, audience: Audience) -> El {
    let session = Session::here();
    let branch = move || step.read(|step| step.only_after).flatten();
    let set = move |branch: Option<Branch>| session.try_edit(Edit::Step(id, StepEdit::OnlyAfter(branch)));
    let choose = move |value: String| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| words::outcome(*outcome) == value);
        let fork = untrack(branch).map(|branch| branch.step).or_else(|| above(session, audience, id));
        let result = match (outcome, fork) {
            (None, _) => set(None),
            (Some(outcome), Some(step)) => set(Some(Branch { step, outcome })),
            (Some(_), None) => Err(words::step_above_problem(0)),
        };
        if let Err(problem) = result {
            session.announce(problem);
        }
    };
    let outcomes = |none: &str| {
        let mut outcomes = word_options(&Outcome::ALL.map(words::outcome));
        outcomes.insert(0, (String::new(), none.to_owned()));
        outcomes
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
    el("div")
        .class("fields-in-a-row")
        .child(select("Only if", shown, move || outcomes("always"), choose))
        .when(
            move || branch().is_some(),
            move || Field::new("Of step", fork, commit).kind(FieldKind::Number).build(),
        )
        .child(select("What will come of this step?", expected, move || outcomes("open"), expect))
}

/// The step right above.
fn above(session: Session, audience: Audience, id: StepId) -> Option<StepId> {
    let plan = session.plan_now();
    let steps = &plan.sequences.of(audience).steps;
    let at = steps.iter().position(|step| step.id == id)?;
    Some(steps[at.checked_sub(1)?].id)
}
