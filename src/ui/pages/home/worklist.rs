//! What is late and what comes next, to be marked where it stands (B6, B9).

use crate::plan::{Audience, PlanParts};
use crate::schedule::{StepFacts, Worklist};
use crate::ui::element::{El, attr, data, el, html};
use crate::ui::parts::{mark_step, place_link, place_of, step_number};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// As many late steps are shown before the others are counted.
const LATE: usize = 7;
/// As many of those that come next.
const NEXT: usize = 3;

/// The list; nothing where nothing waits. The dialog that asks for another day must be there.
pub fn worklist(session: Session) -> Option<El> {
    let (plan, schedule, today) = (session.plan().get(), session.schedule(), session.today());
    let list = Worklist::of(&plan, &schedule, today);
    let shown: Vec<_> = list.late.iter().take(LATE).chain(list.next.iter().take(NEXT)).collect();
    if shown.is_empty() {
        return None;
    }
    let more = list.late.len().saturating_sub(LATE);
    let more = (more > 0).then(|| {
        el(html::P).class("worklist__more").child(
            el(html::A)
                .attr(attr::Href, Route::Workshop(Stage::Go).href())
                .child(format!("{more} more late")),
        )
    });
    let rows: Vec<_> =
        shown.into_iter().map(|(who, facts)| row(session, &plan, *who, facts, today)).collect();
    let section = el(html::Section).class("worklist").aria_label("What is late, and what comes next");
    Some(section.child(el(html::Ol).child(rows)).child(more))
}

fn row(
    session: Session,
    plan: &PlanParts,
    audience: Audience,
    facts: &StepFacts,
    today: chrono::NaiveDate,
) -> El {
    let when = el(html::Span).class("worklist__when");
    let (class, when) = match facts.late_since(today).map(words::late) {
        // One word carries the colour.
        Some(late) => {
            let (late, since) = late.split_at(late.find(' ').unwrap_or(late.len()));
            ("worklist__row worklist__row--late", when.child(el(html::Strong).child(late)).child(since))
        }
        None => ("worklist__row", when.child(words::when_due(facts, today))),
    };
    let step = plan.step(facts.step);
    let what = step.map_or("", |step| step.what.as_str().trim());
    let what = if what.is_empty() { "Not described yet" } else { what };
    let how = step.map(|step| words::channel_and_who(plan, step)).unwrap_or_default();
    let channel = step.and_then(|step| step.channel).map_or("", words::channel);
    el(html::Li)
        .class(class)
        .child(when)
        .child(step_number(audience, facts.number))
        .child(
            place_link(Route::Workshop(Stage::Route), place_of(facts.step))
                .class("worklist__what")
                .child(what),
        )
        .child(el(html::Span).class("worklist__how").attr(data::Channel, channel).child(how))
        .child(el(html::Div).class("worklist__ways").child(mark_step(facts.step, session.step(facts.step))))
}
