//! A field that adds something to a list: Enter adds it and leaves the field ready for the next.

use leptos::prelude::*;

use super::button::{Look, button};
use super::handlers::{enter, typed};
use super::unique_id;
use crate::plan::{Edit, Line};
use crate::ui::{Session, words};

/// The field with its button.
#[component]
pub fn NewLine(
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// What the button says.
    #[prop(into)]
    act: String,
    /// The change that adds the line.
    edit: Callback<Line, Edit>,
) -> impl IntoView {
    let session = Session::here();
    let id = unique_id("new");
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let add = move || {
        let raw = text.get_untracked();
        if raw.trim().is_empty() {
            return problem.set(Some("Write something first, then add it.".to_owned()));
        }
        session.pause();
        let line = Line::parse(raw.trim()).map_err(words::text_problem);
        match line.and_then(|line| session.try_edit(edit.run(line))) {
            Ok(()) => {
                session.announce(format!("Added: {}", raw.trim()));
                text.set(String::new());
                problem.set(None);
            }
            Err(words) => problem.set(Some(words)),
        }
    };
    view! {
        <div class="field new-line" class:field--invalid=move || problem.get().is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            <div class="field__row">
                <input
                    class="field__input"
                    id=id.clone()
                    type="text"
                    autocomplete="off"
                    aria-describedby=format!("{id}-problem")
                    prop:value=text
                    on:input=typed(move |raw| text.set(raw))
                    on:keydown=enter(add)
                />
                {button(Look::Plain, act, add)}
            </div>
            <p class="field__message" id=format!("{id}-problem") aria-live="polite">{move || problem.get()}</p>
        </div>
    }
}
