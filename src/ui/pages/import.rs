//! Taking a plan in: from a file that is chosen or dropped on the page. Previewed first, added beside what is
//! there, never over it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::exchange::{ImportError, MAX_BYTES, import_json};
use crate::plan::{Audience, Origin, Plan};
use crate::platform;
use crate::schedule::Schedule;
use crate::ui::parts::{Look, button, unique_id};
use crate::ui::{Desk, Route, Session, words};

/// A file that came in, read and judged, until it is added or put away.
#[derive(Clone, Copy)]
pub struct Incoming {
    file: RwSignal<Option<Received>>,
}

#[derive(Clone)]
struct Received {
    name: String,
    outcome: Result<Plan, String>,
}

impl Incoming {
    /// Nothing has come in.
    pub fn new() -> Self {
        Self { file: RwSignal::new(None) }
    }

    /// Listens for files dropped anywhere on the page.
    pub fn listen_for_drops(self) {
        let has_files = |event: &ev::DragEvent| {
            event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
        };
        _ = window_event_listener(ev::dragover, move |event| {
            if has_files(&event) {
                event.prevent_default();
            }
        });
        _ = window_event_listener(ev::drop, move |event| {
            if has_files(&event) {
                event.prevent_default();
                let files = event.data_transfer().and_then(|data| data.files());
                if let Some(file) = files.and_then(|files| files.item(0)) {
                    self.receive(file);
                }
            }
        });
    }

    /// Says why the file that came in is not taken in.
    fn refuse(self, problem: String) {
        self.file.update(|file| {
            if let Some(file) = file {
                file.outcome = Err(problem);
            }
        });
    }

    /// Reads a file and judges it. One that is too large is not even opened.
    fn receive(self, file: File) {
        spawn_local(async move {
            let outcome = if file.size() > MAX_BYTES as f64 {
                Err(ImportError::TooLarge.to_string())
            } else {
                match platform::read(&file).await {
                    Some(bytes) => import_json(&bytes).map_err(|error| error.to_string()),
                    None => Err("The browser could not read this file. Check that it is still there, then try again.".to_owned()),
                }
            };
            self.file.set(Some(Received { name: file.name(), outcome }));
        });
    }
}

/// The field that takes a file.
#[component]
pub fn ImportField() -> impl IntoView {
    let incoming: Incoming = expect_context();
    let id = unique_id("import");
    let chosen = move |input: web_sys::HtmlInputElement| {
        if let Some(file) = input.files().and_then(|files| files.item(0)) {
            incoming.receive(file);
        }
        // So that the same file can be chosen once more.
        input.set_value("");
    };
    view! {
        <div class="import">
            <input
                class="import__input"
                id=id.clone()
                type="file"
                accept=".json,application/json"
                on:change:target=move |event| chosen(event.target())
            />
            <label class="button import__label" for=id>"Import a plan"</label>
        </div>
    }
}

/// What came in, before anything is changed.
#[component]
pub fn ImportPreview() -> impl IntoView {
    let incoming: Incoming = expect_context();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let (Some(dialog), true) = (dialog.get(), incoming.file.with(Option::is_some)) {
            // An open one cannot be opened again, and need not be.
            _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let content = move || {
        incoming.file.get().map(|Received { name, outcome }| match outcome {
            Ok(plan) => view! { <Preview plan file=name close=Callback::new(move |()| close()) /> }.into_any(),
            Err(problem) => view! {
                <h2 id="import-title">"This file was not imported"</h2>
                <p>{problem}</p>
                <p>"Nothing was changed."</p>
                <div class="dialog__ways">
                    {button(Look::Main, "Close", close)}
                </div>
            }
            .into_any(),
        })
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby="import-title"
            on:close=move |_| incoming.file.set(None)
        >
            {move || content()}
        </dialog>
    }
}

#[component]
fn Preview(plan: Plan, file: String, close: Callback<()>) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let incoming: Incoming = expect_context();
    let name = [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let name = name.unwrap_or_else(|| "A plan without a name".to_owned());
    let schedule = Schedule::of(&plan);
    let steps = |audience| {
        let count = plan.sequences.of(audience).steps.len();
        let span = schedule.span(audience).map(|(from, to)| {
            format!(", {} to {}", words::day_and_year(from), words::day_and_year(to))
        });
        format!("{count} steps{}", span.unwrap_or_default())
    };
    let goals = plan.goals.iter().take(5).map(|goal| goal.text.to_string()).collect::<Vec<_>>();
    let more = plan.goals.len().saturating_sub(goals.len());
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    let rows = [
        ("Goals", format!("{}: {}{rest}", plan.goals.len(), goals.join(", "))),
        ("For prospects", steps(Audience::Prospect)),
        ("For customers", steps(Audience::Customer)),
        ("From the file", file),
    ];
    let is_example = plan.origin == Origin::Example;
    let plan = StoredValue::new(plan);
    let add = move || match desk.begin(plan.get_value()) {
        Ok(()) => {
            close.run(());
            session.announce("Imported. It stands beside your other plans.");
            platform::go_to(&Route::Home.path());
        }
        Err(problem) => incoming.refuse(problem),
    };
    view! {
        <h2 id="import-title">{format!("Import “{name}”?")}</h2>
        <dl class="summary">
            {rows
                .map(|(name, value)| view! { <div class="summary__row"><dt>{name}</dt><dd>{value}</dd></div> })
                .collect_view()}
        </dl>
        {is_example.then(|| view! { <p>"It is a copy of the example."</p> })}
        <p>"It is added beside your plans. Nothing of yours is changed."</p>
        <div class="dialog__ways">
            {button(Look::Main, "Add this plan", add)}
            {button(Look::Plain, "Cancel", move || close.run(()))}
        </div>
    }
}
