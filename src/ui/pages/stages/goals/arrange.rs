//! Sorting goals into prospect and customer, and ordering them in time (A15, A16).

use leptos::ev;
use leptos::prelude::*;

use crate::plan::{Audience, Benefit, Edit, GoalEdit, GoalId};
use crate::ui::parts::{Field, MoveButtons, text_commit};
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
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p class="empty">"Pick an idea or add a goal of your own above; it appears here."</p> }
            >
                <p>
                    "Does it come true before the first purchase or after it? Then put each list in the order of time, as well as you can: drag, or use the arrows."
                </p>
                <Show when=move || has_unsorted_ideas.get()>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| session.edit_and_say(Edit::SortByIdea, "Sorted. Move what belongs elsewhere.")
                    >
                        "Sort the picked ideas for me"
                    </button>
                </Show>
                <div class="goal-lists">
                    <GoalList audience=None dragged />
                    <GoalList audience=Some(Audience::Prospect) dragged />
                    <GoalList audience=Some(Audience::Customer) dragged />
                </div>
            </Show>
        </section>
    }
}

#[component]
fn GoalList(audience: Option<Audience>, dragged: Dragged) -> impl IntoView {
    let session = Session::here();
    let ids = session.slice(move |plan| {
        plan.goals.iter().filter(|goal| goal.audience == audience).map(|goal| goal.id).collect::<Vec<_>>()
    });
    let name = match audience {
        None => "Not sorted yet",
        Some(Audience::Prospect) => "Prospect goals",
        Some(Audience::Customer) => "Customer goals",
    };
    let drop_here = move |before: Option<GoalId>| {
        if let Some(id) = dragged.get_untracked() {
            dragged.set(None);
            move_goal(session, id, audience, before);
        }
    };
    let is_hidden = move || audience.is_none() && ids.with(Vec::is_empty);
    view! {
        <section
            class="goal-list"
            hidden=is_hidden
            on:dragover=move |event: ev::DragEvent| {
                if dragged.get_untracked().is_some() {
                    event.prevent_default();
                }
            }
            on:drop=move |event: ev::DragEvent| {
                event.prevent_default();
                drop_here(None);
            }
        >
            <h3>{name}</h3>
            <ol aria-label=name>
                <For each=move || ids.get() key=|id| *id let:id>
                    <li
                        class="goal-card"
                        class:goal-card--dragged=move || dragged.get() == Some(id)
                        id=format!("goal-{}", id.0)
                        on:drop=move |event: ev::DragEvent| {
                            event.prevent_default();
                            event.stop_propagation();
                            drop_here(Some(id));
                        }
                    >
                        <GoalCard id audience ids dragged />
                    </li>
                </For>
            </ol>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="empty">"Nothing here yet."</p>
            </Show>
        </section>
    }
}

#[component]
fn GoalCard(id: GoalId, audience: Option<Audience>, ids: Memo<Vec<GoalId>>, dragged: Dragged) -> impl IntoView {
    let session = Session::here();
    let text = session.slice(move |plan| plan.goal(id).map(|goal| goal.text.to_string()).unwrap_or_default());
    let serves =
        session.slice(move |plan| plan.goal(id).is_some_and(|goal| goal.benefit == Benefit::Contact));
    let set_benefit = move |serves: bool| {
        let benefit = if serves { Benefit::Contact } else { Benefit::Business };
        session.edit(Edit::Goal(id, GoalEdit::Benefit(benefit)));
    };
    let remove = move |_| {
        let words = format!("Removed: {}. Undo brings it back.", text.get_untracked());
        session.edit_and_say(Edit::Goal(id, GoalEdit::Remove), words);
    };
    let quoted = Signal::derive(move || format!("“{}”", text.get()));
    let place = Signal::derive(move || {
        ids.with(|ids| (ids.iter().position(|other| *other == id).unwrap_or(0), ids.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = ids.with_untracked(|ids| ids.get(if to > at { to + 1 } else { to }).copied());
        let words = format!("{}: place {} of {of}", text.get_untracked(), to + 1);
        session.edit_and_say(Edit::Goal(id, GoalEdit::Before(audience, before)), words);
    });
    let to = |target: Audience| {
        let label = move || format!("Move “{}” to {}", text.get(), words::audience(target).to_lowercase());
        view! {
            <button
                type="button"
                class="button button--small"
                aria-label=label
                on:click=move |_| move_goal(session, id, Some(target), None)
            >
                {words::audience(target)}
            </button>
        }
    };
    view! {
        <div class="goal-card__head">
            <span
                class="goal-card__grip"
                draggable="true"
                aria-hidden="true"
                title="Drag to move"
                on:dragstart=move |event: ev::DragEvent| {
                    if let Some(data) = event.data_transfer() {
                        _ = data.set_data("text/plain", &text.get_untracked());
                    }
                    dragged.set(Some(id));
                }
                on:dragend=move |_| dragged.set(None)
            >
                "⠿"
            </span>
            <Field label="Goal" quiet=true value=text commit=text_commit(move |text| Edit::Goal(id, GoalEdit::Text(text))) />
        </div>
        <label class="check check--small">
            <input
                type="checkbox"
                prop:checked=serves
                on:change:target=move |event| set_benefit(event.target().checked())
            />
            <span>"Serves the contact’s experience"</span>
        </label>
        <div class="goal-card__tools">
            {audience.map(|_| {
                view! { <MoveButtons name=quoted place=place go=go element=format!("goal-{}", id.0) /> }
            })}
            {Audience::BOTH.into_iter().filter(|other| Some(*other) != audience).map(to).collect_view()}
            <button
                type="button"
                class="button button--small button--quiet"
                aria-label=move || format!("Remove “{}”", text.get())
                on:click=remove
            >
                "Remove"
            </button>
        </div>
    }
}

fn move_goal(session: Session, id: GoalId, audience: Option<Audience>, before: Option<GoalId>) {
    let plan = session.plan_now();
    let Some(goal) = plan.goal(id) else { return };
    let target = audience.map_or("not sorted", words::audience).to_lowercase();
    let words = format!("{} is now under {target}", goal.text);
    session.edit_and_say(Edit::Goal(id, GoalEdit::Before(audience, before)), words);
}
