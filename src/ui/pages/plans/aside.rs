//! What stands among the plans and cannot be read.

use leptos::prelude::*;

use super::group;
use crate::platform;
use crate::store::Quarantined;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::var;
use crate::ui::{Session, Workspace};

/// What stands among the plans and cannot be read: kept as it is, offered for download (F10).
pub fn quarantined_list() -> El {
    let workspace = Workspace::here();
    let list = move || workspace.with_contents(|all| all.quarantined.clone());
    let rows = move || list().into_iter().map(quarantined_row).collect::<Vec<_>>();
    group("plans-quarantined", "Set aside")
        .child(el(html::P).child(
            "These could not be read. They stay exactly as they are until you remove them. Download them: a newer Followthrough, or somebody who knows JSON, may be able to read them.",
        ))
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
}

fn quarantined_row(aside: Quarantined) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = var(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move || {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    let discard = move || {
        let outcome = aside.with_value(|aside| workspace.discard(aside));
        session.announce(outcome.err().unwrap_or_else(|| "Removed".to_owned()));
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(el(html::P).class("plan-list__about").child(why));
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(button(Look::Small, "Download", download))
        .show(move || is_saved.get(), move || button(Look::Danger, "Remove it here", discard));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}
