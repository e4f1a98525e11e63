//! What somebody who knows follow-up would point at (F6): by rule, the most harmful first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::advice::{Rule, fixes};
use crate::ui::element::{El, Live, attr, data, el, html, show};
use crate::ui::parts::{
    Findings, Look, aid_page, button, dismiss_all, dismissed, findings_list, place_link, row_button, settle,
};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Missing, not_found};

/// So many lines are shown before one asks for more.
const LINES: usize = 7;

/// The page.
#[inline(never)]
pub fn review() -> El {
    let session = Session::here();
    // Whoever comes here right after a keystroke sees the plan as it is.
    untrack(|| session.review_now());
    let lead = move || lead(session, missing(session).len());
    let rules: Memo<Vec<u32>> = memo(move || {
        let review = session.review();
        let has = |rule: &Rule| review.findings.iter().any(|finding| finding.rule == *rule);
        Rule::by_harm().filter(has).map(|rule| rule as u32).collect()
    });
    // One line is kept for what is not filled in.
    let all_rules = var(false);
    let shown = memo(move || match all_rules.get() {
        true => rules.get(),
        false => rules.with(|rules| rules.iter().copied().take(LINES - 1).collect()),
    });
    let left = move || rules.with(Vec::len) - shown.with(Vec::len);
    let more = move || {
        el(html::Button)
            .attr(attr::Type, "button")
            .class(Look::Small.classes())
            .child(move || format!("Show {} more", words::count(left(), "kind")))
            .on(leptos::ev::click, move |_| all_rules.set(true))
    };
    // What is open stays so while a rule finds nothing: an undo may bring it back.
    let open: Vec<_> = Rule::ALL.iter().map(|rule| (*rule, var(false))).collect();
    let groups = el(html::Ul).class("review").for_each(shown, move |number| rule_group(number, &open));
    let content = [
        el(html::P).class("review__count").attr(attr::Role, "status").child(lead).into_any(),
        groups.into_any(),
        show(move || left() > 0, more),
        show(move || !missing(session).is_empty(), move || not_filled_in(session)),
        dismissed(),
    ];
    aid_page(
        Aid::Review,
        "What somebody who has planned many follow-ups would look at again, the most harmful first. Suggestions, not errors: set them right, or dismiss them and say why.",
        content.into_iter().collect::<Vec<_>>(),
    )
}

/// What is not filled in and no finding speaks of.
fn missing(session: Session) -> Vec<Missing> {
    not_found(&session.missing(), &session.review()).collect()
}

/// What the whole comes to. Only a plan that is complete is praised.
fn lead(session: Session, missing: usize) -> String {
    let found = session.review().findings.len();
    match (found, missing) {
        _ if session.read(|plan| plan.steps().next().is_none() && plan.goals.is_empty()) => {
            "There is nothing to look at yet. Write down a goal or a step, then come back.".to_owned()
        }
        (0, 0) => "Nothing to add: an experienced eye would sign this plan as it stands.".to_owned(),
        (0, _) => "Nothing to look at again in what there is. It is not complete yet.".to_owned(),
        (some, _) => format!("{} in all. Open what you want to look at.", words::suggestions(some + missing)),
    }
}

/// What a rule found, behind its number. What is open stays open while its list changes.
fn rule_group(number: u32, open: &[(Rule, Var<bool>)]) -> El {
    let session = Session::here();
    let Some((rule, is_open)) = open.iter().copied().find(|(rule, _)| *rule as u32 == number) else {
        return el(html::Li);
    };
    let found: Findings = memo(move || {
        session.review().findings.iter().filter(|finding| finding.rule == rule).cloned().collect()
    });
    let fix_all = move || {
        let name = format!("Fix all: {}", words::finding_group(rule));
        let act = move || {
            let edits = fixes(&session.plan_now(), rule, session.today_now());
            let done =
                format!("{}: {} set right. Undo takes it back.", words::finding_group(rule), edits.len());
            settle(session, edits, done);
        };
        row_button(Look::Small, "Fix all", move || name.clone(), act)
    };
    // One of the first few says whether a press can do it: to ask all of them takes long in a large plan.
    let can_fix = memo(move || {
        let (plan, schedule, today) = (session.plan().get(), session.schedule(), session.today());
        found.with(|found| {
            found.len() > 1 && found.iter().take(3).any(|it| it.fix(&plan, &schedule, today).is_some())
        })
    });
    let tools = el(html::Div)
        .class("finding__tools")
        .show(move || can_fix.get(), fix_all)
        .show(move || found.with(|found| found.len() > 1), move || dismiss_all(found, rule));
    let why = el(html::P).class("finding__why").child(words::finding_reason(rule));
    let list = move || {
        let is_all = var(false);
        let limit = move || if is_all.get() { usize::MAX } else { LINES };
        let left = move || found.with(Vec::len).saturating_sub(limit());
        let more =
            move || button(Look::Small, format!("Show {} more", untrack(left)), move || is_all.set(true));
        el(html::Div).child(findings_list(found, limit)).show(move || left() > 0, more)
    };
    let count = move || words::suggestions(found.with(Vec::len));
    line(words::finding_group(rule), Arc::new(count), [why, tools], Arc::new(list), is_open)
        .attr(data::Facts, rule.sources().join(" "))
}

/// A line with a number that opens what is under it.
fn line(title: &'static str, count: Live<String>, head: [El; 2], list: Live<El>, is_open: Var<bool>) -> El {
    let toggle = el(html::Button)
        .attr(attr::Type, "button")
        .class("review__toggle")
        .attr(attr::AriaExpanded, move || Some(is_open.get().to_string()))
        .child(el(html::Span).class("review__title").child(title))
        .child(el(html::Span).class("review__number").child(move || count()))
        .on(leptos::ev::click, move |_| is_open.update(|open| *open = !*open));
    el(html::Li)
        .class("review__group")
        .child(el(html::H2).class("review__line").child(toggle))
        .child(head)
        .show(move || is_open.get(), move || list())
}

/// What a complete plan would have besides, with the way to its page.
fn not_filled_in(session: Session) -> El {
    let list = move || {
        let plan = session.plan_now();
        let item = |what: &Missing| {
            let link = place_link(Route::Workshop(what.stage()), "main h1".to_owned());
            el(html::Li).class("finding").child(link.child(words::missing(&plan, *what)))
        };
        let items = missing(session).iter().map(item).collect::<Vec<_>>();
        el(html::Ul).class("findings").child(items).into_any()
    };
    let count = move || words::suggestions(missing(session).len());
    let why =
        el(html::P).class("finding__why").child("A plan works without it; with it, others can carry it out.");
    let content = move || el(html::Div).child(list);
    el(html::Ul).class("review").child(line(
        "Not filled in yet",
        Arc::new(count),
        [why, el(html::Div)],
        Arc::new(content),
        var(false),
    ))
}
