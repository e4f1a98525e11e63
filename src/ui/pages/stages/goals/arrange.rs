//! Sorting goals into prospect and customer, and ordering them in time (A15, A16).

use leptos::ev;
use leptos::prelude::*;

use crate::plan::{Audience, Benefit, Edit, GoalEdit, GoalId};
use crate::ui::parts::{
    Check, Field, Handler, Look, MoveButtons, Rows, Shown, button, row_button, text_commit,
};
use crate::ui::{Session, words};

/// The goal that is being dragged, if any.
type Dragged = RwSignal<Option<GoalId>>;

/// The three lists: not sorted yet, prospect, customer.
#[component]
pub fn Arrange() -> impl IntoView {
    let session = Session::here();
    let dragged: Dragged = RwSignal::new(None);
    let has_unsorted_ideas =
        session.slice(|plan| plan.goals.iter().any(|goal| goal.audience.is_none() && goal.idea.is_some()));
    let is_empty = session.slice(|plan| plan.goals.is_empty());
    view! {
        <section class="group" aria-labelledby="goals-sort">
            <h2 id="goals-sort">"2. Sort and 3. put in order"</h2>
            <Shown when=move || is_empty.get()>
                <p class="empty">"Pick an idea or add a goal of your own above; it appears here."</p>
            </Shown>
            <Shown when=move || !is_empty.get()>
                <p>
                    "Does it come true before the first purchase or after it? Then put each list in the order of time, as well as you can: drag, or use the arrows."
                </p>
                <Shown when=move || has_unsorted_ideas.get()>
                    {button(Look::Plain, "Sort the picked ideas for me", move || {
                        session.edit_and_say(Edit::SortByIdea, "Sorted. Move what belongs elsewhere.");
                    })}
                </Shown>
                <div class="goal-lists">
                    <GoalList audience=None dragged />
                    <GoalList audience=Some(Audience::Prospect) dragged />
                    <GoalList audience=Some(Audience::Customer) dragged />
                </div>
            </Shown>
        </section>
    }
}

#[component]
fn GoalList(audience: Option<Audience>, dragged: Dragged) -> impl IntoView {
    let session = Session::here();
    let ids = session.numbers(move |plan| {
        plan.goals.iter().filter(|goal| goal.audience == audience).map(|goal| goal.id.0).collect()
    });
    let name = match audience {
        None => "Not sorted yet",
        Some(Audience::Prospect) => "Prospect goals",
        Some(Audience::Customer) => "Customer goals",
    };
    view! {
        <section
            class="goal-list"
            hidden=move || audience.is_none() && ids.with(Vec::is_empty)
            on:dragover=allow_drop(dragged)
            on:drop=drop_here(session, dragged, audience, None)
        >
            <h3>{name}</h3>
            <ol aria-label=name>
                <Rows of=ids row=move |id| view! { <GoalCard id=GoalId(id) audience ids dragged /> }.into_any() />
            </ol>
            <Shown when=move || ids.with(Vec::is_empty)>
                <p class="empty">"Nothing here yet."</p>
            </Shown>
        </section>
    }
}

#[component]
fn GoalCard(id: GoalId, audience: Option<Audience>, ids: Memo<Vec<u32>>, dragged: Dragged) -> impl IntoView {
    let session = Session::here();
    let goal = session.goal(id);
    let text = Signal::derive(move || {
        goal.with(|goal| goal.as_ref().map(|goal| goal.text.to_string()).unwrap_or_default())
    });
    let serves = Signal::derive(move || {
        goal.with(|goal| goal.as_ref().is_some_and(|goal| goal.benefit == Benefit::Contact))
    });
    let set_benefit = move |serves: bool| {
        let benefit = if serves { Benefit::Contact } else { Benefit::Business };
        session.edit(Edit::Goal(id, GoalEdit::Benefit(benefit)));
    };
    let remove = move || {
        let words = format!("Removed: {}. Undo brings it back.", untrack(|| text.get()));
        session.edit_and_say(Edit::Goal(id, GoalEdit::Remove), words);
    };
    let quoted = Signal::derive(move || format!("“{}”", text.get()));
    let place = Signal::derive(move || {
        ids.with(|ids| (ids.iter().position(|other| *other == id.0).unwrap_or(0), ids.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = ids.with_untracked(|ids| ids.get(if to > at { to + 1 } else { to }).copied()).map(GoalId);
        let words = format!("{}: place {} of {of}", untrack(|| text.get()), to + 1);
        session.edit_and_say(Edit::Goal(id, GoalEdit::Before(audience, before)), words);
    });
    let start_drag: Handler<ev::DragEvent> = Box::new(move |event| {
        if let Some(data) = event.data_transfer() {
            // Some browsers only drag what carries data.
            _ = data.set_data("text/plain", &untrack(|| text.get()));
        }
        dragged.set(Some(id));
    });
    let end_drag: Handler<ev::DragEvent> = Box::new(move |_| dragged.set(None));
    let to = |target: Audience| {
        row_button(
            Look::Small,
            words::audience(target),
            move || format!("Move “{}” to {}", text.get(), words::lower(target)),
            move || move_goal(session, id, Some(target), None),
        )
    };
    view! {
        <li
            class="goal-card"
            class:goal-card--dragged=move || dragged.get() == Some(id)
            id=format!("goal-{}", id.0)
            on:drop=drop_here(session, dragged, audience, Some(id))
        >
        <div class="goal-card__head">
            <span
                class="goal-card__grip"
                draggable="true"
                aria-hidden="true"
                title="Drag to move"
                on:dragstart=start_drag
                on:dragend=end_drag
            >
                "⠿"
            </span>
            <Field label="Goal" quiet=true value=text commit=text_commit(move |text| Edit::Goal(id, GoalEdit::Text(text))) />
        </div>
        <Check words="Serves the contact’s experience" is_ticked=serves take=set_benefit class="check--small" />
        <div class="goal-card__tools">
            {audience.map(|_| {
                view! { <MoveButtons name=quoted place=place go=go element=format!("goal-{}", id.0) /> }
            })}
            {Audience::BOTH.into_iter().filter(|other| Some(*other) != audience).map(to).collect_view()}
            {row_button(Look::Quiet, "Remove", move || format!("Remove “{}”", text.get()), remove)}
        </div>
        </li>
    }
}

/// Lets a dragged goal be dropped here.
fn allow_drop(dragged: Dragged) -> Handler<ev::DragEvent> {
    Box::new(move |event| {
        if dragged.get_untracked().is_some() {
            event.prevent_default();
        }
    })
}

/// Puts the dragged goal among an audience's goals, before another or last.
fn drop_here(
    session: Session,
    dragged: Dragged,
    audience: Option<Audience>,
    before: Option<GoalId>,
) -> Handler<ev::DragEvent> {
    Box::new(move |event| {
        if let Some(id) = dragged.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            dragged.set(None);
            move_goal(session, id, audience, before);
        }
    })
}

fn move_goal(session: Session, id: GoalId, audience: Option<Audience>, before: Option<GoalId>) {
    let plan = session.plan_now();
    let Some(goal) = plan.goal(id) else { return };
    let target = audience.map_or("not sorted", words::lower);
    let words = format!("{} is now under {target}", goal.text);
    session.edit_and_say(Edit::Goal(id, GoalEdit::Before(audience, before)), words);
}
