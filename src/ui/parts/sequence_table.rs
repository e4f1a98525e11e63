//! A sequence as a dated table.

use leptos::prelude::*;

use super::shown::{Rows, Shown};
use crate::plan::{Audience, Plan, StepId};
use crate::schedule::{Dated, Notice};
use crate::ui::{Session, words};

/// What one row shows.
#[derive(Clone, PartialEq)]
struct Row {
    dated: Dated,
    what: String,
    when: String,
    who: String,
    with: String,
}

impl Row {
    fn of(plan: &Plan, dated: Dated) -> Option<Self> {
        let step = plan.step(dated.step)?;
        Some(Self {
            dated,
            what: step.what.to_string(),
            when: words::delay(step.delay, dated.number),
            who: step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
            with: words::with(step),
        })
    }
}

/// The dated table of a sequence. It follows every keystroke.
#[component]
pub fn SequenceTable(
    /// Whose sequence.
    audience: Audience,
) -> impl IntoView {
    let session = Session::here();
    let steps = session.steps(audience);
    let name = format!("{} sequence", words::audience(audience));
    let (caption, dates) = (name.clone(), format!("Dates of the {}", name.to_lowercase()));
    view! {
        <div class="sequence-table" role="region" aria-label=dates tabindex="0">
            <table aria-label=name>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Step"</th>
                        <th scope="col">"What"</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"Due"</th>
                        <th scope="col">"Who"</th>
                        <th scope="col">"With"</th>
                    </tr>
                </thead>
                <tbody>
                    <Rows of=steps row=|id| view! { <SequenceRow id=StepId(id) /> }.into_any() />
                    <Shown when=move || steps.with(Vec::is_empty)>
                        <tr>
                            <td colspan="6" class="sequence-table__empty">"No steps yet."</td>
                        </tr>
                    </Shown>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn SequenceRow(id: StepId) -> impl IntoView {
    let session = Session::here();
    // One memo a row: a keystroke redraws only the rows it changes.
    let row = Memo::new(move |_| {
        let dated = session.schedule().with(|schedule| schedule.step(id).copied())?;
        session.plan().with(|plan| Row::of(plan, dated))
    });
    let cells = move || {
        row.get().map(|row| {
            view! {
                <th scope="row" class="sequence-table__number">{row.dated.number}</th>
                <td data-label="What" class="sequence-table__what">{row.what}</td>
                <td data-label="When">{row.when}</td>
                <td data-label="Due"><Due dated=row.dated /></td>
                <td data-label="Who">{row.who}</td>
                <td data-label="With">{row.with}</td>
            }
        })
    };
    view! { <tr>{move || cells()}</tr> }
}

/// A due date with what there is to know about it.
#[component]
pub fn Due(
    /// The dated step.
    dated: Dated,
) -> impl IntoView {
    let date = dated.due.map(|due| view! { <time datetime=words::iso(due)>{words::day_and_year(due)}</time> });
    let notice = dated.notice.map(|notice| {
        let quiet = matches!(notice, Notice::NoStart);
        view! { <span class="notice" class:notice--quiet=quiet>{words::notice(notice)}</span> }
    });
    view! { {date} {notice} }
}
