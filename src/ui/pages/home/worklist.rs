//! What is late and what comes next, to be marked where it stands (B6, B9); and behind it the steps still to come, with their days.

use crate::plan::{Audience, PlanParts};
use crate::schedule::{StepFacts, Worklist};
use crate::ui::element::{El, attr, data, el, html};
use crate::ui::parts::{mark_step, place_link, place_of, step_number};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// As many late steps are shown before the others are counted.
const LATE: usize = 7;
/// As many of those that come next can be marked here.
const NEXT: usize = 3;
/// As many of those behind them are shown with their days before the others are counted.
const LATER: usize = 9;

/// The list; nothing where nothing waits. The dialog that asks for another day must be there.
pub fn worklist(session: Session) -> Option<El> {
    let (plan, schedule, today) = (session.plan().get(), session.schedule(), session.today());
    let list = Worklist::of(&plan, &schedule, today);
    if list.late.is_empty() && list.next.is_empty() {
        return None;
    }
    let more = |count: usize, stage: Stage, what: &str| {
        (count > 0).then(|| {
            let link = el(html::A).attr(attr::Href, Route::Workshop(stage).href());
            el(html::P).class("worklist__more").child(link.child(format!("{count} more {what}")))
        })
    };
    let late = more(list.late.len().saturating_sub(LATE), Stage::Go, "late");
    let later = more(list.next.len().saturating_sub(NEXT + LATER), Stage::Route, "later");
    let shown = list.late.iter().take(LATE).chain(list.next.iter().take(NEXT)).map(|it| (it, true));
    let shown = shown.chain(list.next.iter().skip(NEXT).take(LATER).map(|it| (it, false)));
    let rows: Vec<_> = shown
        .map(|((who, facts), is_marked)| {
            let ways = is_marked.then(|| {
                let mark = mark_step(facts.step, session.step(facts.step));
                el(html::Div).class("worklist__ways").child(mark)
            });
            row(&plan, *who, facts, today).child(ways)
        })
        .collect();
    // Beside people one wonders whose these are.
    let whose = session.has_people().then(|| {
        el(html::P).class("worklist__whose").child(
            "The plan’s own dates, counted from its start date. What waits for each of your people is under “Today”.",
        )
    });
    let section = el(html::Section).class("worklist").aria_label("What is late, and what comes next");
    Some(section.child(whose).child(el(html::Ol).child(rows)).child(late).child(later))
}

fn row(plan: &PlanParts, audience: Audience, facts: &StepFacts, today: chrono::NaiveDate) -> El {
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
}
