//! What a review found: a quiet number, and the thoughts themselves on request (F6).

use leptos::prelude::*;

use super::button::Look;
use super::{aid_link, fold, line_field, place_link, row_button};
use crate::advice::{Finding, Rule, Spot};
use crate::plan::{Audience, Dismissal, Edit, Line};
use crate::platform;
use crate::ui::element::{El, data, el, html, show};
use crate::ui::reactive::memo;
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage, finding_stage};

/// The thoughts on one thing, folded away behind their number; nothing where there are none.
pub fn findings_about(spot: Spot) -> AnyView {
    let session = Session::here();
    let found = memo(move || session.review().about(spot).cloned().collect::<Vec<_>>());
    let lead = move || format!("{} on this step", words::thoughts(found.with(Vec::len)));
    let list = move || el(html::Div).child(move || findings_list(session, &found.get()).into_any());
    show(move || !found.with(Vec::is_empty), move || fold(lead, list).class("fold thoughts"))
}

/// How many thoughts there are on a stage, with the way to them; nothing where there are none.
pub fn stage_thoughts(stage: Stage) -> AnyView {
    let session = Session::here();
    let count = memo(move || {
        session.review().findings.iter().filter(|finding| finding_stage(finding) == stage).count()
    });
    let link = move || {
        let words = format!("{} on this page, for when you have time", words::thoughts(count.get()));
        aid_link(Aid::Review, words).into_any()
    };
    show(move || count.get() > 0, move || el(html::P).class("stage__thoughts").child(link))
}

/// Findings with what can be done about each.
pub fn findings_list(session: Session, findings: &[Finding]) -> El {
    let items = findings.iter().map(|finding| item(session, finding.clone()));
    el(html::Ul).class("findings").child(items.collect::<Vec<_>>())
}

fn item(session: Session, finding: Finding) -> El {
    let plan = session.plan_now();
    let what = words::finding(&plan, &finding);
    let today = session.today_now();
    let fix = finding.fix(&plan, &untrack(|| session.schedule()), today);
    let fix = fix.map(|edit| {
        let (words, name) = (words::finding_fix(finding.rule), what.clone());
        let act = move || {
            session.edit_and_say(edit.clone(), format!("{words}: done. Undo takes it back."));
            settled(session);
        };
        row_button(Look::Small, words, move || format!("{words}: {name}"), act)
    });
    el(html::Li)
        .class("finding")
        .attr(data::Facts, finding.rule.sources().join(" "))
        .child(el(html::P).class("finding__what").child(
            place_link(Route::Workshop(finding_stage(&finding)), field_of(&finding)).child(what.clone()),
        ))
        .child(el(html::P).class("finding__why").child(words::finding_reason(finding.rule)))
        .child(el(html::Div).class("finding__tools").child(fix).child(leave_alone(session, finding, what)))
}

/// After an answer the list is made anew: the focus stays near it.
fn settled(session: Session) {
    session.review_now();
    request_animation_frame(|| platform::focus_if_lost("main h1"));
}

/// The field, as a selector on the page of the finding's stage.
fn field_of(finding: &Finding) -> String {
    match (finding.rule, finding.spot) {
        (_, Spot::Statement(Audience::Prospect)) => "section[aria-label='As a prospect'] textarea".to_owned(),
        (_, Spot::Statement(Audience::Customer)) => "section[aria-label='As a customer'] textarea".to_owned(),
        (Rule::GoalWithoutAction, Spot::Goal(id)) => format!("#goal-{} > .line-field input", id.0),
        (_, Spot::Goal(id)) => format!("#goal-{} input", id.0),
        (Rule::ActionOffRoute, _) => ".off-route button".to_owned(),
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

/// Leaves a finding alone, with the reason for it.
fn leave_alone(session: Session, finding: Finding, what: String) -> El {
    let name = format!("Leave it alone: {what}");
    let summary = el(html::Summary).aria_label(name.clone()).child("Leave it alone");
    let leave = Callback::new(move |reason: Line| {
        let dismissal = finding.dismissed(&session.plan_now(), reason);
        session.edit_and_say(
            Edit::Dismiss(dismissal),
            "Left alone. It comes back when what it is about changes.",
        );
        settled(session);
        Ok(())
    });
    let field = line_field(
        "Why, in a few words",
        "Write down why first: the reason stands beside it later.",
        leave,
        |hand_over| {
            row_button(Look::Small, "Leave it alone", move || name.clone(), move || hand_over.run(()))
        },
    );
    el(html::Details).class("finding__leave").child(summary).child(field)
}

/// What is left alone, each with its reason and the way back; nothing where nothing is.
pub fn left_alone() -> AnyView {
    let session = Session::here();
    let answers = memo(move || session.review().left_alone.clone());
    let lead = move || format!("Left alone: {}", answers.with(Vec::len));
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
        session.edit_and_say(Edit::Recall(answer.finding.clone()), "It is among the thoughts again.");
        settled(session);
    };
    el(html::Li)
        .class("finding")
        .child(el(html::P).class("finding__what").child(what))
        .child(el(html::P).class("finding__why").child(reason))
        .child(row_button(Look::Small, "Look at it again", move || name.clone(), again))
}
