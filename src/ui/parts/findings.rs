//! What a review found: a quiet number, and the suggestions themselves on request (F6).

use std::sync::Arc;

use leptos::prelude::*;

use super::button::Look;
use super::keeping_focus;
use super::{Leaving, aid_link, fold, line_field, place_link, row_button, suggestions_at};
use crate::advice::{Finding, Rule, Spot};
use crate::plan::{Audience, Dismissal, Edit, Line, Responsible};
use crate::ui::element::{El, Live, data, el, html, show};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage, StageState, finding_stage};

/// Findings that a list follows.
pub type Findings = Memo<Vec<Finding>>;

/// The suggestions on one thing, folded away behind their number; nothing where there are none.
pub fn findings_about(spot: Spot) -> AnyView {
    let session = Session::here();
    let found = memo(move || session.review().about(spot).cloned().collect::<Vec<_>>());
    let lead = move || format!("{} on this step", words::suggestions(found.with(Vec::len)));
    let numbers = memo(move || found.with(|found| found.iter().map(|finding| finding.rule as u32).collect()));
    let one = move |number: u32| match found
        .with_untracked(|found| found.iter().map(|finding| finding.rule).find(|rule| *rule as u32 == number))
    {
        Some(rule) => {
            let why = el(html::P).class("finding__why").child(words::finding_reason(rule));
            item(session, rule, spot, Some(why))
        }
        None => el(html::Li),
    };
    let list = move || el(html::Div).child(el(html::Ul).class("findings").for_each(numbers, one));
    show(move || !found.with(Vec::is_empty), move || fold(lead, list).class("fold suggestions"))
}

/// How many suggestions there are on a stage, with the way to them; nothing where there are none, nor where nothing
/// has been written down yet.
pub fn stage_suggestions(stage: Stage) -> AnyView {
    let session = Session::here();
    let count = memo(move || match session.progress().state(stage) {
        StageState::NotStarted => 0,
        StageState::Missing(_) | StageState::Complete => suggestions_at(session, stage),
    });
    let link = move || {
        let words = format!("{} on this page, for when you have time", words::suggestions(count.get()));
        aid_link(Aid::Review, words).into_any()
    };
    show(move || count.get() > 0, move || el(html::P).class("stage__suggestions").child(link))
}

/// What one rule found, each with what can be done about it, as many of them as are wanted.
pub fn findings_list(found: Findings, shown: impl Fn() -> usize + Send + Sync + 'static) -> El {
    let session = Session::here();
    let numbers =
        memo(move || found.with(|found| found.iter().map(|it| number_of(it.spot)).take(shown()).collect()));
    let one = move |number: u32| {
        let finding = found.with_untracked(|found| {
            found.iter().map(|finding| (finding.rule, finding.spot)).find(|it| number_of(it.1) == number)
        });
        finding.map_or_else(|| el(html::Li), |(rule, spot)| item(session, rule, spot, None))
    };
    el(html::Ul).class("findings").for_each(numbers, one)
}

/// Tells apart the things that one rule speaks of.
fn number_of(spot: Spot) -> u32 {
    match spot {
        Spot::Plan => 0,
        Spot::Statement(who) | Spot::Sequence(who) => who as u32,
        Spot::Goal(id) => id.0,
        Spot::Action(id) => id.0,
        Spot::Step(id) => id.0,
        Spot::Event(id) => id.0,
        Spot::Who(Responsible::Person(id)) => id.0,
        // Ids are counted from 1.
        Spot::Who(role) => {
            let at = Responsible::ROLES.iter().position(|known| *known == role);
            u32::MAX - at.and_then(|at| u32::try_from(at).ok()).unwrap_or_default()
        }
    }
}

/// What a rule finds about a thing now, if it still does.
fn finding_of(session: Session, rule: Rule, spot: Spot) -> Option<Finding> {
    session.review().findings.iter().find(|it| it.rule == rule && it.spot == spot).cloned()
}

/// What sets it right now, if one change can.
fn fix_of(session: Session, rule: Rule, spot: Spot) -> Option<Edit> {
    let finding = finding_of(session, rule, spot)?;
    finding.fix(&session.plan_now(), &untrack(|| session.schedule()), session.today_now())
}

/// A finding with what can be done about it; why it matters stands between, where nothing else says it.
fn item(session: Session, rule: Rule, spot: Spot, why: Option<El>) -> El {
    let what = memo(move || {
        let found = finding_of(session, rule, spot);
        found.map(|found| session.read(|plan| words::finding(plan, &found))).unwrap_or_default()
    });
    let fix_words = words::finding_fix(rule);
    let button = move || {
        let act = move || {
            if let Some(edit) = untrack(|| fix_of(session, rule, spot)) {
                settle(session, vec![edit], format!("{fix_words}: done. Undo takes it back."));
            }
        };
        row_button(Look::Small, fix_words, move || format!("{fix_words}: {}", what.get()), act)
    };
    let (stage, field) = (finding_stage(rule, spot), field_of(rule, spot));
    let place = place_link(Route::Workshop(stage), field).child(move || what.get());
    let reason = move |reason: Line| {
        if let Some(finding) = untrack(|| finding_of(session, rule, spot)) {
            let dismissal = finding.dismissed(&session.plan_now(), reason);
            settle(session, vec![Edit::Dismiss(dismissal)], DISMISSED);
        }
        Ok(())
    };
    let tools = el(html::Div)
        .class("finding__tools")
        .show(move || fix_of(session, rule, spot).is_some(), button)
        .child(dismissal("Dismiss", Arc::new(move || what.get()), Callback::new(reason)));
    el(html::Li)
        .class("finding")
        .attr(data::Facts, rule.sources().join(" "))
        .child(el(html::P).class("finding__what").child(place))
        .child(why)
        .child(tools)
}

const DISMISSED: &str = "Dismissed. It comes back when what it is about changes.";

/// Makes changes that answer findings, as one; what is next to them gets the focus when they go.
pub fn settle(session: Session, edits: Vec<Edit>, done: impl Into<String>) {
    keeping_focus(|| {
        session.pause();
        match session.commit(edits) {
            Ok(()) => session.announce(done),
            Err(problem) => session.announce(problem),
        }
        session.pause();
        session.review_now();
    });
}

/// Dismisses all that a rule found, for one reason.
pub fn dismiss_all(found: Findings, rule: Rule) -> El {
    let session = Session::here();
    let reason = move |reason: Line| {
        let plan = session.plan_now();
        let dismiss = |finding: &Finding| Edit::Dismiss(finding.dismissed(&plan, reason.clone()));
        settle(session, found.with_untracked(|found| found.iter().map(dismiss).collect()), DISMISSED);
        Ok(())
    };
    let what = move || words::finding_group(rule).to_owned();
    dismissal("Dismiss all", Arc::new(what), Callback::new(reason))
}

/// The button that opens a field for the reason, and the field.
fn dismissal(act: &'static str, what: Live<String>, take: Callback<Line, Result<(), String>>) -> El {
    let name = move || format!("{act}: {}", what());
    let summary = el(html::Summary).aria_label(name.clone()).child(act);
    let field = line_field(
        "Why, in a few words",
        "Write down why first: the reason stands beside it later.",
        Leaving::Keeps,
        take,
        move |hand_over| row_button(Look::Small, act, name, move || hand_over.run(())),
    );
    el(html::Details).class("finding__leave").child(summary).child(field)
}

/// The field on its page where a finding is set right.
fn field_of(rule: Rule, spot: Spot) -> String {
    match (rule, spot) {
        (_, Spot::Statement(who)) => format!("section[aria-label='As a {}'] textarea", words::lower(who)),
        (Rule::GoalWithoutAction, Spot::Goal(id)) => format!("#goal-{} > .line-field input", id.0),
        (_, Spot::Goal(id)) => format!("#goal-{} input", id.0),
        (Rule::ActionOffRoute, _) => ".off-route button".to_owned(),
        (Rule::ActionWithoutMeasure, _) => ".measure summary".to_owned(),
        (_, Spot::Action(id)) => format!("#action-{} summary", id.0),
        (Rule::NoOwner, Spot::Step(id)) => format!("#prepare-{} select", id.0),
        (Rule::NoTool, Spot::Step(id)) => format!("#prepare-{} input", id.0),
        (Rule::PretendsNothing, Spot::Step(id)) => format!("#prepare-{} textarea", id.0),
        (_, Spot::Step(id)) => format!("#step-{} [data-cell=what]", id.0),
        (Rule::AboutUs, Spot::Sequence(who)) => {
            format!("section[aria-label='{} sequence'] textarea", words::audience(who))
        }
        (_, Spot::Sequence(Audience::Prospect)) => {
            "section[aria-label='Before the first purchase'] .route__steps > .button".to_owned()
        }
        (_, Spot::Sequence(Audience::Customer)) => {
            "section[aria-label='From the first purchase on'] .route__steps > .button".to_owned()
        }
        (Rule::ReviewOverdue, _) => "#review-date input".to_owned(),
        (_, Spot::Plan | Spot::Who(_) | Spot::Event(_)) => "main h1".to_owned(),
    }
}

/// What is dismissed, each with its reason and the way back; nothing where nothing is.
pub fn dismissed() -> AnyView {
    let session = Session::here();
    let answers = memo(move || session.review().left_alone.clone());
    let lead = move || format!("Dismissed: {}", answers.with(Vec::len));
    let list = move || {
        let items = answers.get().into_iter().map(|(finding, answer)| answered(session, &finding, answer));
        el(html::Ul).class("findings").child(items.collect::<Vec<_>>()).into_any()
    };
    show(move || !answers.with(Vec::is_empty), move || fold(lead, move || el(html::Div).child(list)))
}

fn answered(session: Session, finding: &Finding, answer: Dismissal) -> El {
    let what = words::finding(&session.plan_now(), finding);
    let reason = match answer.reason.as_str().trim() {
        "" => "No reason was given.".to_owned(),
        reason => format!("Because: {reason}"),
    };
    let name = format!("Look at it again: {what}");
    let again = move || {
        let recall = Edit::Recall(answer.finding.clone());
        settle(session, vec![recall], "It is among the suggestions again.");
    };
    el(html::Li)
        .class("finding")
        .child(el(html::P).class("finding__what").child(what))
        .child(el(html::P).class("finding__why").child(reason))
        .child(row_button(Look::Small, "Look at it again", move || name.clone(), again))
}
