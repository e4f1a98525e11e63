//! Collecting: ideas to pick from, and goals in one's own words (A13, A19).

use leptos::prelude::*;

use crate::plan::{Edit, GoalEdit, Idea};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{check, new_line, section};
use crate::ui::reactive::{Var, var};

/// The ideas, searchable, and the field for an own goal beside them.
pub fn collect() -> El {
    let session = Session::here();
    let search = var(String::new());
    let picked = move || {
        let count = session.read(|plan| plan.goals.iter().filter(|goal| goal.idea.is_some()).count());
        format!("Pick from these ideas ({count} picked)")
    };
    let none = move || match Idea::ALL.into_iter().any(|idea| is_found(search, idea)) {
        true => String::new(),
        false => "No idea matches. Add it as a goal of your own above.".to_owned(),
    };
    let ideas = el(html::Fieldset)
        .class("ideas")
        .child(el(html::Legend).child("Ideas"))
        .child(Idea::ALL.map(|idea| idea_box(idea).hidden(move || !is_found(search, idea))));
    // Open on a first visit only: goals that are there already stand right below the field.
    let is_first = session.plan_now().goals.is_empty();
    let fold = el(html::Details)
        .class("fold goals__ideas")
        .attr(attr::Open, is_first)
        .child(el(html::Summary).child(picked))
        .child([search_field(search), ideas, el(html::P).attr(attr::AriaLive, "polite").child(none)]);
    let content = [new_line("Add a goal", "Add", Edit::AddGoal), fold];
    section("1. Collect", content).class("group goals")
}

fn is_found(search: Var<String>, idea: Idea) -> bool {
    search.with(|search| idea.text().to_ascii_lowercase().contains(&search.trim().to_ascii_lowercase()))
}

fn search_field(search: Var<String>) -> El {
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, "idea-search")
        .attr(attr::Type, "search")
        .attr(attr::Autocomplete, "off")
        .prop(prop::Value, move || search.get())
        .on(ev::input, move |event| search.set(event_target_value(&event)));
    let label =
        el(html::Label).class("field__label").attr(attr::For, "idea-search").child("Search the ideas");
    el(html::Div).class("field").child(label).child(input)
}

fn idea_box(idea: Idea) -> El {
    let session = Session::here();
    let is_picked = move || session.read(|plan| plan.goal_from(idea).is_some());
    let toggle = move |picked: bool| match (picked, session.plan_now().goal_from(idea)) {
        (true, _) => session.edit_and_say(Edit::PickIdea(idea), format!("Picked: {}", idea.text())),
        (false, Some(goal)) => {
            let words = format!("Removed: {}. Undo brings it back.", idea.text());
            session.edit_and_say(Edit::Goal(goal.id, GoalEdit::Remove), words);
        }
        (false, None) => {}
    };
    check(idea.text(), is_picked, toggle).class("check ideas__idea")
}
