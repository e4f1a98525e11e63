//! What came in, shown before anything is changed, and the ways to take it or leave it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Came, Incoming, Received, returned, sheet};
use crate::exchange::Arrived;
use crate::plan::{Audience, Origin};
use crate::platform;
use crate::schedule::Schedule;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::effect;
use crate::ui::{Route, Session, known};
use crate::words;

/// The id of the dialog that previews what came in.
const DIALOG: &str = "import-dialog";

pub(super) fn close() {
    platform::close_dialog(DIALOG);
}

/// What came in, before anything is changed.
pub fn import_preview() -> El {
    let incoming: Incoming = expect_context();
    effect(move || {
        if incoming.file.with(Option::is_some) {
            platform::open_dialog(DIALOG);
        }
    });
    let content = move || match incoming.file.get() {
        Some(Received { name, outcome: Ok(came) }) => {
            let file = name.clone().unwrap_or_else(|| words::THE_LINK.to_owned());
            match came {
                Came::Plan(arrived) => preview(arrived, name),
                Came::Returned(returned) => returned::preview(returned, name),
                Came::Sheet(came) => sheet::differences(came, file),
                Came::Lines(lines) => sheet::lines(lines, &file),
            }
            .into_any()
        }
        Some(Received { name, outcome: Err(problem) }) => refusal(problem, name.is_some()).into_any(),
        None => ().into_any(),
    };
    el(html::Dialog)
        .class("dialog")
        .attr(attr::Id, DIALOG)
        .attr(attr::AriaLabelledby, "import-title")
        .on(ev::close, move |_| {
            // The word of a closing may come late, when the next file has opened the dialog again.
            if !platform::is_dialog_open(DIALOG) {
                incoming.file.set(None);
            }
        })
        .child(content)
}

pub(super) fn title(words: impl Into<String>) -> El {
    el(html::H2).attr(attr::Id, "import-title").child(words.into())
}

/// Why it is not taken in.
fn refusal(problem: String, is_file: bool) -> Vec<El> {
    vec![
        title(if is_file { "This file was not imported" } else { "This link was not opened" }),
        el(html::P).child(problem),
        el(html::P).child("Nothing was changed."),
        el(html::Div).class("dialog__ways").child(button(Look::Main, "Close", close)),
    ]
}

/// What came, and the ways to take it or leave it.
fn preview(arrived: Arc<Arrived>, file: Option<String>) -> Vec<El> {
    let plan = &arrived.whole.plan;
    let name =
        [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let name = name.unwrap_or_else(|| "A plan without a name".to_owned());
    let mut content = vec![title(format!("Import “{name}”?")), summary(&arrived, file)];
    if plan.origin == Origin::Example {
        content.push(el(html::P).child("It is a copy of the example."));
    }
    content.push(el(html::P).child("It is added beside your plans. Nothing of yours is changed."));
    let add = adding(arrived, Look::Main, "Add this plan");
    content.push(ways([add]));
    content
}

pub(super) fn summary(arrived: &Arrived, file: Option<String>) -> El {
    let row = |(name, value): (&'static str, String)| {
        el(html::Div).class("summary__row").child(el(html::Dt).child(name)).child(el(html::Dd).child(value))
    };
    el(html::Dl).class("summary").child(facts(arrived, file).into_iter().map(row).collect::<Vec<_>>())
}

/// What is in a plan that came in, in a few lines.
fn facts(arrived: &Arrived, file: Option<String>) -> Vec<(&'static str, String)> {
    let whole = &arrived.whole;
    let plan = &whole.plan;
    let schedule = Schedule::on(plan, untrack(|| Session::here().today()));
    let steps = |audience| {
        let count = plan.sequences.of(audience).steps.len();
        let span = schedule
            .span(audience)
            .map(|(from, to)| format!(", {} to {}", words::day_and_year(from), words::day_and_year(to)));
        format!("{}{}", words::count(count, "step"), span.unwrap_or_default())
    };
    let goals = plan.goals.iter().take(5).map(|goal| goal.text.to_string()).collect::<Vec<_>>();
    let more = plan.goals.len().saturating_sub(goals.len());
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    let people = whole.roster.count();
    let people = (people > 0).then(|| ("On it", words::people_count(people)));
    let facts = [
        ("Goals", format!("{}: {}{rest}", plan.goals.len(), goals.join(", "))),
        ("For prospects", steps(Audience::Prospect)),
        ("For customers", steps(Audience::Customer)),
    ];
    let source = match file {
        Some(file) => ("From the file", file),
        None if platform::is_one_file() => ("From", "The file it came in".to_owned()),
        None => ("From", "A link".to_owned()),
    };
    facts.into_iter().chain(people).chain([source]).collect()
}

/// The button that adds a plan beside the others.
pub(super) fn adding(arrived: Arc<Arrived>, look: Look, words: &'static str) -> El {
    let incoming: Incoming = expect_context();
    let Incoming { session, workspace, .. } = incoming;
    button(look, words, move || match workspace.import(arrived.whole.clone()) {
        Ok(()) => {
            if let Some(id) = workspace.open_plan() {
                known::keep(id, arrived.sent(session.today_now()));
            }
            close();
            session.announce("Imported. It stands beside your other plans.");
            platform::go_to(&Route::Home.path());
        }
        Err(problem) => incoming.refuse(problem),
    })
}

pub(super) fn ways(ways: impl IntoIterator<Item = El>) -> El {
    let ways: Vec<_> = ways.into_iter().collect();
    el(html::Div).class("dialog__ways").child(ways).child(button(Look::Plain, "Cancel", close))
}
