//! Collecting: ideas to pick from, and goals in one's own words (A13, A19).

use leptos::prelude::*;

use crate::plan::{Edit, GoalEdit, Idea};
use crate::ui::Session;
use crate::ui::parts::{NewLine, ticked, typed};

/// The ideas, searchable, and the field for an own goal beside them.
#[component]
pub fn Collect() -> impl IntoView {
    let session = Session::here();
    let search = RwSignal::new(String::new());
    let chosen = session.slice(|plan| plan.goals.iter().filter(|goal| goal.idea.is_some()).count());
    let is_found = move |idea: Idea| {
        search.with(|search| idea.text().to_ascii_lowercase().contains(&search.trim().to_ascii_lowercase()))
    };
    let finds_none = move || !Idea::ALL.into_iter().any(is_found);
    view! {
        <section class="group" aria-labelledby="goals-collect">
            <h2 id="goals-collect">"1. Collect"</h2>
            <NewLine label="Add a goal" act="Add" edit=Callback::new(Edit::AddGoal) />
            <div class="field">
                <label class="field__label" for="idea-search">"Search the ideas"</label>
                <input
                    class="field__input"
                    id="idea-search"
                    type="search"
                    autocomplete="off"
                    prop:value=search
                    on:input=typed(move |raw| search.set(raw))
                />
            </div>
            <fieldset class="ideas">
                <legend>{move || format!("Pick from these ideas ({} picked)", chosen.get())}</legend>
                {Idea::ALL
                    .map(|idea| view! { <IdeaBox idea is_hidden=Signal::derive(move || !is_found(idea)) /> })
                    .collect_view()}
            </fieldset>
            <p aria-live="polite">
                {move || finds_none().then_some("No idea matches. Add it as a goal of your own above.")}
            </p>
        </section>
    }
}

#[component]
fn IdeaBox(idea: Idea, is_hidden: Signal<bool>) -> impl IntoView {
    let session = Session::here();
    let goal = session.slice(move |plan| plan.goal_from(idea).map(|goal| goal.id));
    let toggle = move |picked: bool| match (picked, untrack(|| goal.get())) {
        (true, _) => session.edit_and_say(Edit::PickIdea(idea), format!("Picked: {}", idea.text())),
        (false, Some(id)) => {
            let words = format!("Removed: {}. Undo brings it back.", idea.text());
            session.edit_and_say(Edit::Goal(id, GoalEdit::Remove), words);
        }
        (false, None) => {}
    };
    view! {
        <label class="check ideas__idea" hidden=is_hidden>
            <input
                type="checkbox"
                prop:checked=move || goal.get().is_some()
                on:change=ticked(toggle)
            />
            <span>{idea.text()}</span>
        </label>
    }
}
