//! The plan on paper (B9): the pieces that were chosen, one after the other. What is seen before printing and what is printed are made
//! here, by the same function.
//!
//! For the printer it is made at the moment of printing, from the plan as it is then, and taken away afterwards: whatever page
//! is on the screen, printing prints the plan; but the page of today prints its list, and the page about paper what was chosen there.

mod agenda;

mod brief;

mod cards;

mod done_on;

mod handouts;

mod labels;

mod list;

mod poster;

mod table;

mod traceability;

mod wall;

use chrono::NaiveDate;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::advice::Cadence;
use crate::plan::{Audience, Plan};
use crate::schedule::Schedule;
use crate::ui::element::{El, el, html};
use crate::ui::parts::cadence_on_paper;
use crate::ui::{Paper, PaperSize, Piece, Session, Workspace};
use crate::words;
use agenda::agenda;
use brief::brief;
use cards::cards;
use done_on::done_on;
use handouts::handouts;
use labels::labels;
use poster::poster;
use table::sequence;
use traceability::traceability;
use wall::{months, year};

/// What sheets are made of.
#[derive(Clone, Copy)]
struct Source<'a> {
    plan: &'a Plan,
    schedule: &'a Schedule,
    paper: Paper,
    title: &'a str,
    today: NaiveDate,
}

/// Puts the sheets on the page whenever it is about to be printed.
pub fn print_sheet_on_demand(session: Session, workspace: Workspace) {
    let made = StoredValue::new_local(None::<UnmountHandle<_>>);
    _ = window_event_listener_untyped("beforeprint", move |_| {
        if !untrack(|| workspace.has_plan()) {
            return;
        }
        let Some(place) = document().get_element_by_id("sheet") else { return };
        // The day is read once, and what is on the screen follows it: paper says nothing else.
        let today = workspace.today();
        made.set_value(Some(mount_to(place.unchecked_into::<HtmlElement>(), move || {
            let paper = session.printed().get_untracked().unwrap_or_default();
            untrack(|| sheets(session, paper, today))
        })));
    });
    _ = window_event_listener_untyped("afterprint", move |_| made.set_value(None));
}

/// All sheets that are wanted. Of a plan that has nothing of it, what it is about.
pub fn sheets(session: Session, paper: Paper, today: NaiveDate) -> El {
    let (plan, schedule) = (session.plan().get(), session.schedule());
    let title = words::sheet_title(&plan);
    let source = Source { plan: &plan, schedule: &schedule, paper, title: &title, today };
    let mut all: Vec<El> = Vec::new();
    if paper.has(Piece::Brief) {
        all.push(brief(source));
    }
    all.extend(tables(source));
    if paper.has(Piece::Posters) {
        all.extend(Audience::BOTH.into_iter().flat_map(|audience| poster(source, audience)));
    }
    if paper.has(Piece::Months) {
        all.extend(months(source));
    }
    if paper.has(Piece::Year) {
        all.extend(year(source));
    }
    if paper.has(Piece::Cards) {
        all.extend(cards(source));
    }
    if paper.has(Piece::Handouts) {
        all.extend(handouts(source));
    }
    if paper.has(Piece::Agenda) {
        all.push(agenda(&session.forecasts(), paper.whose));
    }
    if paper.has(Piece::Labels) {
        all.extend(labels(&session.forecasts(), paper.size));
    }
    if all.is_empty() {
        all.push(brief(source));
    }
    let class = match (paper.has(Piece::Large), paper.size) {
        (false, PaperSize::A4) => "sheets",
        (true, PaperSize::A4) => "sheets sheets--large",
        (false, PaperSize::Letter) => "sheets sheets--letter",
        (true, PaperSize::Letter) => "sheets sheets--large sheets--letter",
    };
    el(html::Div).class(class).child(all)
}

/// What flows over as few pages as it needs, one after the other.
fn tables(source: Source<'_>) -> Option<El> {
    let Source { plan, schedule, paper, title, .. } = source;
    let mut parts: Vec<El> = Vec::new();
    if paper.has(Piece::Sequences) {
        parts.extend(Audience::BOTH.into_iter().filter_map(|audience| sequence(source, audience)));
    }
    if paper.has(Piece::DoneOn) {
        parts.extend(done_on(source));
    }
    if paper.has(Piece::Traceability) {
        parts.extend(traceability(plan, schedule, title));
    }
    if paper.has(Piece::Cadence) {
        parts.extend(cadence_on_paper(plan, &Cadence::of(plan, schedule)));
    }
    (!parts.is_empty())
        .then(|| el(html::Article).class("sheet").child(head(title, about(source))).child(parts))
}

/// What a sheet is, in two lines.
fn head(title: &str, facts: Vec<String>) -> El {
    el(html::Header)
        .child(el(html::H1).child(title.to_owned()))
        .child(el(html::P).class("sheet__facts").child(facts.join(" · ")))
}

/// Whose plan it is where the title does not say so, and when it was printed.
fn about(source: Source<'_>) -> Vec<String> {
    let business = source.plan.business.as_str().trim();
    let business = Some(business).filter(|name| !name.is_empty() && *name != source.title);
    business.map(str::to_owned).into_iter().chain([printed(source)]).collect()
}

fn printed(source: Source<'_>) -> String {
    format!("Printed {}", words::day_and_year(source.today))
}
