//! Where plans are, how safe, and the way to delete all of it.

use leptos::task::spawn_local;

use super::group;
use crate::platform::{self, Safety};
use crate::ui::Workspace;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Asking, Look, asking, button};
use crate::ui::reactive::var;
use crate::words;

/// The part of the page about it.
pub fn whereabouts() -> El {
    let workspace = Workspace::here();
    let safety = var(Safety::default());
    let look = move || {
        spawn_local(async move {
            safety.set(platform::safety().await);
        });
    };
    look();
    let keep = move || {
        spawn_local(async move {
            if !platform::ask_for_lasting().await {
                workspace.announce(
                    "The browser does not promise it. It may do so once you use this page more often.",
                );
            }
            look();
        });
    };
    let can_ask = move || safety.get().is_lasting == Some(false);
    let size = move || safety.get().used.map(|used| words::size(used as u64)).unwrap_or_default();
    let lasting = el(html::Dd)
        .child(move || words::safety(safety.get().is_lasting).to_owned())
        .show(can_ask, move || button(Look::Small, "Ask the browser to keep them", keep));
    let text = |value: Box<dyn Fn() -> String + Send + Sync>| el(html::Dd).child(value);
    let facts = el(html::Dl)
        .class("summary")
        .child(
            fact("Room in use", text(Box::new(move || size() + ", the app included")))
                .hidden(move || safety.get().used.is_none()),
        )
        .child(fact("Until when", lasting))
        .child(fact("Last copied", text(Box::new(move || last_copied(workspace)))));
    group("plans-where", "Where your plans are")
        .child(el(html::P).child(move || words::where_plans_are(workspace.is_durable())))
        .show(move || safety.get().forgets_in_a_week, || el(html::P).child(words::FORGETS_IN_A_WEEK))
        .child(facts)
        .child(delete_everything(workspace))
}

fn fact(name: &'static str, value: El) -> El {
    el(html::Div).class("summary__row").child(el(html::Dt).child(name)).child(value)
}

/// The plans in use, each with the day of its last copy.
fn last_copied(workspace: Workspace) -> String {
    let copies = workspace.copies();
    let line = |(id, plan): (_, String)| format!("{plan}: {}", words::last_copied(copies.last(&id)));
    let lines: Vec<_> = workspace.names_in_use().into_iter().map(line).collect();
    if lines.is_empty() { "No plan is in use".to_owned() } else { lines.join("\n") }
}

fn delete_everything(workspace: Workspace) -> El {
    let is_asking = var(false);
    let delete = move || {
        spawn_local(async move {
            match platform::delete_everything().await {
                Ok(()) => platform::start_over(),
                Err(_) => workspace.announce(
                    "Not everything could be deleted. Close all other tabs with this page, then try again.",
                ),
            }
        });
    };
    let ask = button(Look::Quiet, "Delete everything…", move || is_asking.set(true));
    let words = Asking {
        warning: "All your plans go, also those in the archive and in the bin, with their earlier versions and your settings. Nobody can bring them back. Files you have downloaded stay.",
        go: "Delete everything",
        keep: "Keep everything",
    };
    el(html::Div).class("plans__delete").child(asking(ask, is_asking, words, delete))
}
