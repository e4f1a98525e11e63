//! Sorting goals into prospect and customer, and ordering them in time (A15, A16).

use leptos::prelude::*;
use web_sys::DragEvent;

use crate::plan::{Audience, Benefit, Edit, Goal, GoalEdit, GoalId};
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{
    Field, Look, button, check, keeping_focus, move_buttons, row_button, section, text_commit,
};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::ui::{Followed, Session};
use crate::words;

/// The goal that is being dragged, if any.
type Dragged = Var<Option<GoalId>>;

/// What is not sorted yet, then the two lists in the order of time.
pub fn arrange() -> [El; 2] {
    let session = Session::here();
    let dragged: Dragged = var(None);
    let is_empty = move || session.read(|plan| plan.goals.is_empty());
    let count_unsorted =
        move || session.read(|plan| plan.goals.iter().filter(|it| it.audience.is_none()).count());
    let has_unsorted_ideas = move || {
        session.read(|plan| plan.goals.iter().any(|goal| goal.audience.is_none() && goal.idea.is_some()))
    };
    let sorting = move || match (is_empty(), count_unsorted()) {
        (true, _) => "Pick an idea or add a goal of your own above; it appears here.".to_owned(),
        (_, 0) => "Every goal is sorted.".to_owned(),
        _ => "Does it come true before the first purchase or after it?".to_owned(),
    };
    let ordering = move || {
        let words = match is_empty() {
            true => "Sorted goals appear here.",
            false => "Put each list in the order of time, as well as you can: drag, or use the arrows.",
        };
        words.to_owned()
    };
    let sort = move || {
        button(Look::Plain, "Sort the picked ideas for me", move || {
            session.edit_and_say(Edit::SortByIdea, "Sorted. Move what belongs elsewhere.");
        })
    };
    let lists = move || {
        let audiences = Audience::BOTH.map(Some);
        el(html::Div).class("goal-lists").child(audiences.map(|audience| goal_list(audience, dragged)))
    };
    [
        section("2. Sort", el(html::P).class(("empty", is_empty)).child(sorting))
            .class("group goals")
            .child(goal_list(None, dragged))
            .show(has_unsorted_ideas, sort),
        section("3. Put in order", el(html::P).class(("empty", is_empty)).child(ordering))
            .class("group goals")
            .show(move || !is_empty(), lists),
    ]
}

fn goal_list(audience: Option<Audience>, dragged: Dragged) -> El {
    let ids = Session::here().numbers(move |plan| {
        let ids = plan.goals.iter().filter(|goal| goal.audience == audience).map(|goal| goal.id.0);
        // What has just been written down stands right below where it was written.
        if audience.is_none() { ids.rev().collect() } else { ids.collect() }
    });
    let name = match audience {
        None => "Not sorted yet",
        Some(Audience::Prospect) => "Prospect goals",
        Some(Audience::Customer) => "Customer goals",
    };
    let cards = el(html::Ol)
        .aria_label(name)
        .for_each(ids, move |number| goal_card(GoalId(number), audience, ids, dragged));
    el(html::Section)
        .class("goal-list")
        .hidden(move || audience.is_none() && ids.with(Vec::is_empty))
        .on(ev::dragover, allow_drop(dragged))
        .on(ev::drop, drop_here(dragged, audience, None))
        .child(el(html::H3).child(name))
        .child(cards)
        .show(move || ids.with(Vec::is_empty), || el(html::P).class("empty").child("Nothing here yet."))
}

fn goal_card(id: GoalId, audience: Option<Audience>, ids: Memo<Vec<u32>>, dragged: Dragged) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let serves = move || goal.read(|goal| goal.benefit) == Some(Benefit::Contact);
    let set_benefit = move |serves: bool| {
        let benefit = if serves { Benefit::Contact } else { Benefit::Business };
        session.edit(Edit::Goal(id, GoalEdit::Benefit(benefit)));
    };
    let field =
        Field::new("Goal", move || text(goal), text_commit(move |text| Edit::Goal(id, GoalEdit::Text(text))));
    let head =
        el(html::Div).class("goal-card__head").child(grip(id, goal, dragged)).child(field.quiet().build());
    el(html::Li)
        .class("goal-card")
        .class(("goal-card--dragged", move || dragged.get() == Some(id)))
        .attr(attr::Id, format!("goal-{}", id.0))
        .on(ev::drop, drop_here(dragged, audience, Some(id)))
        .child(head)
        .child(check("Serves the contact’s experience", serves, set_benefit).class("check check--small"))
        .child(tools(id, goal, audience, ids))
}

/// A goal's words.
fn text(goal: Followed<Goal>) -> String {
    goal.read(|goal| goal.text.to_string()).unwrap_or_default()
}

/// What a goal is dragged by.
fn grip(id: GoalId, goal: Followed<Goal>, dragged: Dragged) -> El {
    let start = move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            // Some browsers only drag what carries data.
            _ = data.set_data("text/plain", &untrack(|| text(goal)));
        }
        dragged.set(Some(id));
    };
    el(html::Span)
        .class("goal-card__grip")
        .attr(attr::Draggable, "true")
        .attr(attr::AriaHidden, "true")
        .attr(attr::Title, "Drag to move")
        .on(ev::dragstart, start)
        .on(ev::dragend, move |_| dragged.set(None))
        .child("⠿")
}

/// The ways to move or remove a goal without dragging.
fn tools(id: GoalId, goal: Followed<Goal>, audience: Option<Audience>, ids: Memo<Vec<u32>>) -> El {
    let session = Session::here();
    let remove = move || {
        let words = format!("Removed: {}. Undo brings it back.", untrack(|| text(goal)));
        keeping_focus(|| session.edit_and_say(Edit::Goal(id, GoalEdit::Remove), words));
    };
    let to = |target: Audience| {
        row_button(
            Look::Small,
            format!("Move to {}s", words::lower(target)),
            move || format!("Move to {}s: “{}”", words::lower(target), text(goal)),
            move || keeping_focus(|| move_goal(session, id, Some(target), None)),
        )
    };
    let others = Audience::BOTH.into_iter().filter(|other| Some(*other) != audience);
    el(html::Div)
        .class("goal-card__tools")
        .child(audience.map(|audience| arrows(id, goal, audience, ids)))
        .child(others.map(to).collect::<Vec<_>>())
        .child(row_button(Look::Quiet, "Remove", move || format!("Remove “{}”", text(goal)), remove))
}

/// The arrows that move a sorted goal in time.
fn arrows(id: GoalId, goal: Followed<Goal>, audience: Audience, ids: Memo<Vec<u32>>) -> [El; 2] {
    let session = Session::here();
    let place =
        memo(move || ids.with(|ids| (ids.iter().position(|other| *other == id.0).unwrap_or(0), ids.len())));
    let go = Callback::new(move |to: usize| {
        let (at, of) = untrack(|| place.get());
        let before =
            ids.with_untracked(|ids| ids.get(if to > at { to + 1 } else { to }).copied()).map(GoalId);
        let words = format!("{}: place {} of {of}", untrack(|| text(goal)), to + 1);
        session.edit_and_say(Edit::Goal(id, GoalEdit::Before(Some(audience), before)), words);
    });
    let quoted = memo(move || format!("“{}”", text(goal)));
    move_buttons(quoted, place, go, format!("goal-{}", id.0))
}

/// Lets a dragged goal be dropped here.
fn allow_drop(dragged: Dragged) -> impl FnMut(DragEvent) + 'static {
    move |event| {
        if dragged.get_untracked().is_some() {
            event.prevent_default();
        }
    }
}

/// Puts the dragged goal among an audience's goals, before another or last.
fn drop_here(
    dragged: Dragged,
    audience: Option<Audience>,
    before: Option<GoalId>,
) -> impl FnMut(DragEvent) + 'static {
    let session = Session::here();
    move |event| {
        if let Some(id) = dragged.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            dragged.set(None);
            move_goal(session, id, audience, before);
        }
    }
}

fn move_goal(session: Session, id: GoalId, audience: Option<Audience>, before: Option<GoalId>) {
    let plan = session.plan_now();
    let Some(goal) = plan.goal(id) else { return };
    let target = audience.map_or("not sorted", words::lower);
    let is_within = goal.audience == audience;
    let target = format!("{} is now under {target}", goal.text);
    let edit = Edit::Goal(id, GoalEdit::Before(audience, before));
    // Where a goal stays in its list, its place is what has changed.
    let place = || {
        let plan = plan.edited(edit.clone()).ok()?;
        let list: Vec<_> = plan.goals.iter().filter(|goal| goal.audience == audience).collect();
        let at = list.iter().position(|goal| goal.id == id)?;
        Some(format!("{}: place {} of {}", list[at].text, at + 1, list.len()))
    };
    let words = is_within.then(place).flatten().unwrap_or(target);
    session.edit_and_say(edit, words);
}
