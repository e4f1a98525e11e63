//! What is late and what comes next, to be marked where it stands (B6, B9).

use leptos::prelude::*;

use crate::plan::{Audience, PlanParts, StepId};
use crate::schedule::{StepFacts, Worklist};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{mark_step, place_link, place_of};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// As many late steps are shown before the others are counted.
const LATE: usize = 7;
/// As many of those that come next.
const NEXT: usize = 3;

/// What waits, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    rows: Vec<Row>,
    /// How many more are late.
    more: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    step: StepId,
    audience: Audience,
    number: usize,
    /// Since when it is late.
    late: Option<String>,
    when: String,
    what: String,
    how: String,
}

/// Follows what waits.
pub fn waiting(session: Session) -> Memo<Waiting> {
    memo(move || {
        let (schedule, today) = (session.schedule(), session.today());
        session.read(|plan| {
            let list = Worklist::of(plan, &schedule, today);
            let late = list.late.iter().take(LATE).map(|it| row(plan, it, today));
            let next = list.next.iter().take(NEXT).map(|it| row(plan, it, today));
            Waiting { rows: late.chain(next).collect(), more: list.late.len().saturating_sub(LATE) }
        })
    })
}

impl Waiting {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

fn row(plan: &PlanParts, (audience, facts): &(Audience, StepFacts), today: chrono::NaiveDate) -> Row {
    let step = plan.step(facts.step);
    let what = step.map(|step| step.what.as_str().trim().to_owned()).filter(|what| !what.is_empty());
    Row {
        step: facts.step,
        audience: *audience,
        number: facts.number,
        late: facts.late_since(today).map(words::late),
        when: words::when_due(facts, today),
        what: what.unwrap_or_else(|| words::step_name(plan, facts.step)),
        how: step.map(|step| words::channel_and_who(plan, step)).unwrap_or_default(),
    }
}

/// The list. The dialog that asks for another day must be there.
pub fn worklist(waiting: Memo<Waiting>) -> El {
    let rows = move || {
        let Waiting { rows, more } = waiting.get();
        let more = (more > 0).then(|| {
            let words = format!("{} late as well", words::count(more, "more step"));
            el(html::P)
                .class("worklist__more")
                .child(el(html::A).attr(attr::Href, Route::Workshop(Stage::Go).href()).child(words))
        });
        let list =
            el(html::Ol).class("worklist__rows").child(rows.into_iter().map(drawn).collect::<Vec<_>>());
        el(html::Div).child(list).child(more).into_any()
    };
    el(html::Section).class("worklist").aria_label("What is late, and what comes next").child(rows)
}

fn drawn(row: Row) -> El {
    let when = el(html::Span).class("worklist__when");
    let (class, when) = match &row.late {
        // One word carries the colour.
        Some(late) => {
            let (late, since) = late.split_once(' ').unwrap_or((late, ""));
            let since = [" ", since].concat();
            ("worklist__row worklist__row--late", when.child(el(html::Strong).child(late)).child(since))
        }
        None => ("worklist__row", when.child(row.when)),
    };
    let (class_of_number, whose) = match row.audience {
        Audience::Prospect => ("worklist__number", "Prospect step "),
        Audience::Customer => ("worklist__number worklist__number--customer", "Customer step "),
    };
    let number = el(html::Span)
        .class(class_of_number)
        .child(el(html::Span).class("visually-hidden").child(whose))
        .child(row.number.to_string());
    let step = Session::here().step(row.step);
    el(html::Li)
        .class(class)
        .child(when)
        .child(number)
        .child(
            place_link(Route::Workshop(Stage::Route), place_of(row.step))
                .class("worklist__what")
                .child(row.what),
        )
        .child(el(html::Span).class("worklist__how").child(row.how))
        .child(el(html::Div).class("worklist__ways").child(mark_step(row.step, step)))
}
