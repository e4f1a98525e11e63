//! When a step is due (B4, C2): the sentence, and behind it the parts it consists of.

mod pieces;

use leptos::prelude::Callback;

use super::Options;
use super::sentence_field::{Understood, Way, WayAct, sentence_cell};
use crate::plan::{Audience, Edit, StepId};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::reactive::Memo;
use crate::words;
use crate::workshop::{Draft, Hint, Setting};
pub use pieces::{event_options, number_of, step_above};

/// The cell with the sentence of a step. `parts` opens what it consists of.
pub fn wait_cell(id: StepId, parts: Callback<()>) -> El {
    let session = Session::here();
    let step = session.step(id);
    let understand = move |text: &str| understood(session, id, text);
    sentence_cell("When", "when", move || step.when(), understand, ("Change the parts", parts))
}

/// The parts of the wait of a step, each in a field.
pub fn wait_parts(id: StepId, audience: Audience, events: Memo<Options>) -> El {
    let step = Session::here().step(id);
    el(html::Div).class("wait__parts").child(pieces::pieces(id, step, audience, events))
}

/// What a sentence means for a step, as things stand.
fn understood(session: Session, id: StepId, text: &str) -> Understood {
    let (plan, today) = (session.plan().get(), session.today());
    match Draft::read(text, Setting { plan: &plan, step: id, today }).reading {
        Ok(reading) => {
            let words = words::wait_reading(&plan, id, today, reading);
            Understood { meaning: Ok((words, vec![reading.edit(id)])), ways: Vec::new() }
        }
        Err(problem) => {
            let way = |hint: &Hint| Way {
                words: words::wait_hint(&plan, id, today, hint),
                act: match hint {
                    Hint::Write(text) => WayAct::Write(text.clone()),
                    Hint::AddEvent(edit, name) => {
                        WayAct::Edit(vec![edit.clone()], words::event_added(name.as_str()))
                    }
                    Hint::PlainDays(days, reading) => WayAct::Edit(
                        vec![Edit::PlainDays(*days), reading.edit(id)],
                        words::days_settled(*days),
                    ),
                },
            };
            let ways = problem.hints.iter().map(way).collect();
            Understood { meaning: Err(words::wait_problem(text, &problem)), ways }
        }
    }
}
