//! Taking a plan in: from a file that is chosen or dropped on the page. Previewed first, added beside what is
//! there, never over it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::exchange::{ImportError, MAX_BYTES, import_json};
use crate::plan::{Audience, Origin, Plan};
use crate::platform;
use crate::schedule::Schedule;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{Look, button, file_field};
use crate::ui::{Route, Session, Workspace};
use crate::words;

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
                    None => Err(words::unreadable_file()),
                }
            };
            self.file.set(Some(Received { name: file.name(), outcome }));
        });
    }
}

/// The field that takes a file.
pub fn import_field() -> El {
    let incoming: Incoming = expect_context();
    file_field(
        Look::Plain,
        "Import a plan",
        ".json,application/json",
        || (),
        move |file| incoming.receive(file),
    )
}

/// The id of the dialog that previews what came in.
const DIALOG: &str = "import-dialog";

fn close() {
    platform::close_dialog(DIALOG);
}

/// What came in, before anything is changed.
pub fn import_preview() -> El {
    let incoming: Incoming = expect_context();
    Effect::new(move || {
        if incoming.file.with(Option::is_some) {
            platform::open_dialog(DIALOG);
        }
    });
    let content = move || match incoming.file.get() {
        Some(Received { name, outcome: Ok(plan) }) => preview(plan, name).into_any(),
        Some(Received { outcome: Err(problem), .. }) => refusal(problem).into_any(),
        None => ().into_any(),
    };
    el(html::Dialog)
        .class("dialog")
        .attr(attr::Id, DIALOG)
        .attr(attr::AriaLabelledby, "import-title")
        .on(ev::close, move |_| {
            // The word of a closing may come late, when the next file has opened the dialog again.
            if !platform::is_dialog_open(DIALOG) {
                incoming.file.set(None);
            }
        })
        .child(content)
}

fn title(words: impl Into<String>) -> El {
    el(html::H2).attr(attr::Id, "import-title").child(words.into())
}

/// Why the file is not taken in.
fn refusal(problem: String) -> Vec<El> {
    vec![
        title("This file was not imported"),
        el(html::P).child(problem),
        el(html::P).child("Nothing was changed."),
        el(html::Div).class("dialog__ways").child(button(Look::Main, "Close", close)),
    ]
}

/// What the file holds, and the ways to take it or leave it.
fn preview(plan: Plan, file: String) -> Vec<El> {
    let name =
        [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let name = name.unwrap_or_else(|| "A plan without a name".to_owned());
    let row = |(name, value): (&'static str, String)| {
        el(html::Div).class("summary__row").child(el(html::Dt).child(name)).child(el(html::Dd).child(value))
    };
    let mut content = vec![
        title(format!("Import “{name}”?")),
        el(html::Dl).class("summary").child(facts(&plan, file).map(row)),
    ];
    if plan.origin == Origin::Example {
        content.push(el(html::P).child("It is a copy of the example."));
    }
    content.push(el(html::P).child("It is added beside your plans. Nothing of yours is changed."));
    content.push(ways(plan));
    content
}

/// What is in a plan that came in, in a few lines.
fn facts(plan: &Plan, file: String) -> [(&'static str, String); 4] {
    let schedule = Schedule::on(plan, untrack(|| Session::here().today()));
    let steps = |audience| {
        let count = plan.sequences.of(audience).steps.len();
        let span = schedule
            .span(audience)
            .map(|(from, to)| format!(", {} to {}", words::day_and_year(from), words::day_and_year(to)));
        format!("{}{}", words::count(count, "step"), span.unwrap_or_default())
    };
    let goals = plan.goals.iter().take(5).map(|goal| goal.text.to_string()).collect::<Vec<_>>();
    let more = plan.goals.len().saturating_sub(goals.len());
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    [
        ("Goals", format!("{}: {}{rest}", plan.goals.len(), goals.join(", "))),
        ("For prospects", steps(Audience::Prospect)),
        ("For customers", steps(Audience::Customer)),
        ("From the file", file),
    ]
}

fn ways(plan: Plan) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let incoming: Incoming = expect_context();
    let add = move || match workspace.import(plan.clone()) {
        Ok(()) => {
            close();
            session.announce("Imported. It stands beside your other plans.");
            platform::go_to(&Route::Home.path());
        }
        Err(problem) => incoming.refuse(problem),
    };
    el(html::Div).class("dialog__ways").child(button(Look::Main, "Add this plan", add)).child(button(
        Look::Plain,
        "Cancel",
        close,
    ))
}
