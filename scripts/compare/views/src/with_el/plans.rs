//! All plans.

use super::parts::*;
use super::*;

pub fn plans() -> El {
    let workspace = Workspace::here();
    let ways = el(html::Div)
        .class("start__ways")
        .child(button(Look::Main, "Start a new plan", move || logic::start_new(workspace)));
    let has_quarantined = move || workspace.with_contents(|all| !all.quarantined.is_empty());
    el(html::Article)
        .class("plans")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child("All plans"))
        .child(
            el(html::P).child(
                "Every plan in this browser. Starting a new one puts the current one into the archive.",
            ),
        )
        .child(ways)
        .child(plans_of(State::Open, group("plans-open", "In use"), "No plan is in use."))
        .child(plans_of(State::Archived, group("plans-archived", "Archive"), "The archive is empty."))
        .show(has_quarantined, quarantined_list)
}

fn plans_of(state: State, group: El, empty: &'static str) -> El {
    let workspace = Workspace::here();
    let of = move || logic::plans_in(workspace, state);
    let rows = move || of().into_iter().map(|(id, stored)| plan_row(id, stored)).collect::<Vec<_>>();
    group
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
        .show(move || of().is_empty(), move || el(html::P).class("empty").child(empty))
}

fn plan_row(id: PlanId, stored: Stored) -> El {
    let workspace = Workspace::here();
    let name = logic::name_of(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let is_example = stored.plan.origin == Origin::Example;
    let about = logic::about(&stored);
    let plan: Kept = StoredValue::new((id, stored.plan));
    let tag = is_example.then(|| el(html::Span).class("tag").child("Example"));
    let open = if is_archived { "Reopen" } else { "Open" };
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(tool(open, &name, move || logic::open_plan(workspace, plan, is_archived)))
        .child(tool("Export", &name, move || logic::export_plan(workspace, plan)));
    let tools = if is_archived {
        remove_for_good(tools, plan, name.clone())
    } else {
        let archived = name.clone();
        tools.child(tool("Archive", &name, move || logic::archive(workspace, plan, &archived)))
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(tag)
        .child(el(html::P).class("plan-list__about").child(about));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}

fn tool(words: &'static str, name: &str, act: impl Fn() + 'static) -> El {
    let label = format!("{words} {name}");
    row_button(Look::Small, words, move || label.clone(), act)
}

fn remove_for_good(tools: El, plan: Kept, name: String) -> El {
    let workspace = Workspace::here();
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let remove = move || logic::remove(workspace, plan, &name.get_value());
    let ask = move || {
        row_button(
            Look::Quiet,
            "Remove…",
            move || format!("Remove {}", name.get_value()),
            move || is_asking.set(true),
        )
    };
    let warning = || {
        el(html::Span)
            .class("plan-list__ask")
            .attr(attr::Role, "alert")
            .child("Gone for good, unless you have exported it.")
    };
    tools
        .show(move || !is_asking.get(), ask)
        .show(move || is_asking.get(), warning)
        .show(move || is_asking.get(), move || button(Look::Danger, "Remove for good", remove))
        .show(move || is_asking.get(), move || button(Look::Small, "Keep it", move || is_asking.set(false)))
}

fn quarantined_list() -> El {
    let workspace = Workspace::here();
    let list = move || workspace.with_contents(|all| all.quarantined.clone());
    let rows = move || list().into_iter().map(quarantined_row).collect::<Vec<_>>();
    group("plans-quarantined", "Set aside")
        .child(
            el(html::P)
                .child("These could not be read. They stay exactly as they are until you remove them."),
        )
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
}

fn quarantined_row(aside: Quarantined) -> El {
    let workspace = Workspace::here();
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = RwSignal::new(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move || {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(el(html::P).class("plan-list__about").child(why));
    let tools =
        el(html::Div).class("plan-list__tools").child(button(Look::Small, "Download", download)).show(
            move || is_saved.get(),
            move || button(Look::Danger, "Remove it here", move || logic::discard(workspace, aside)),
        );
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}
