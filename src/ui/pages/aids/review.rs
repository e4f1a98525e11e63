//! What somebody who knows follow-up would point at (F6), stage by stage.

use leptos::prelude::*;

use crate::ui::Session;
use crate::ui::element::{El, attr, el, html, show};
use crate::ui::parts::{aid_page, findings_list, fold, left_alone};
use crate::ui::reactive::memo;
use crate::words;
use crate::workshop::{Aid, Stage, finding_stage};

/// The page.
#[inline(never)]
pub fn review() -> El {
    let session = Session::here();
    // Whoever comes here right after a keystroke sees the plan as it is.
    untrack(|| session.review_now());
    let count = memo(move || session.review().findings.len());
    let lead = move || match count.get() {
        0 => "Nothing to add: an experienced eye would sign this plan as it stands.".to_owned(),
        some => format!("{} in all. Open what you want to look at.", words::suggestions(some)),
    };
    let stages = Stage::ALL.map(stage_group);
    let content = [el(html::P).class("review__count").attr(attr::Role, "status").child(lead).into_any()];
    aid_page(
        Aid::Review,
        "What somebody who has planned many follow-ups would look at again. Suggestions, not errors: set them right, or dismiss them and say why.",
        content.into_iter().chain(stages).chain([left_alone()]).collect::<Vec<_>>(),
    )
}

/// The suggestions on one stage, behind their number. What is open stays open while its list changes.
fn stage_group(stage: Stage) -> AnyView {
    let session = Session::here();
    let found = memo(move || {
        let review = session.review();
        let here = review.findings.iter().filter(|finding| finding_stage(finding) == stage);
        here.cloned().collect::<Vec<_>>()
    });
    let lead = move || format!("{}: {}", stage.title(), words::suggestions(found.with(Vec::len)));
    let list = move || findings_list(session, &found.get()).into_any();
    show(
        move || !found.with(Vec::is_empty),
        move || fold(lead, move || el(html::Div).child(list)).class("fold review__stage"),
    )
}
