//! What the palette offers, as values.

use leptos::prelude::*;

use crate::plan::PlanParts;
use crate::platform::{self, Light};
use crate::roster::Roster;
use crate::ui::pages::start_new;
use crate::ui::parts::export;
use crate::ui::{Arrival, Route, Session, Workspace};
use crate::words;
use crate::workshop::{Aid, Stage};

/// Something that can be gone to or done.
#[derive(Clone, Debug)]
pub enum Command {
    /// A page.
    Page(Route),
    /// A place on a page, found by a selector.
    Place(Route, String),
    /// Begins a new plan.
    NewPlan,
    /// Takes the last change back.
    Undo,
    /// Brings it back.
    Redo,
    /// Prints.
    Print,
    /// Hands the plan out as a file.
    Export,
    /// Light or dark.
    Light(Light),
    /// Shows the keys.
    Keys,
}

/// A command with its name.
#[derive(Clone, Debug)]
pub struct Entry {
    /// By which it is found.
    pub name: String,
    /// What kind of thing it is.
    pub kind: &'static str,
    /// What it does.
    pub command: Command,
}

impl Entry {
    fn new(kind: &'static str, name: impl Into<String>, command: Command) -> Self {
        Self { name: name.into(), kind, command }
    }
}

/// Light or dark, as it is chosen.
pub fn light_words(light: Light) -> &'static str {
    match light {
        Light::System => "As the system has it",
        Light::Light => "Always light",
        Light::Dark => "Always dark",
    }
}

/// All there is, as the plan is: pages first, then what is in the plan, then settings and commands.
pub fn entries(session: Session, workspace: Workspace) -> Vec<Entry> {
    let has_plan = untrack(|| workspace.has_plan());
    let page = |name: &str, route| Entry::new("Page", name, Command::Page(route));
    let mut all = Vec::new();
    if has_plan {
        all.push(page("Your plan", Route::Home));
        all.push(page("Today", Route::Today));
        all.push(page("People", Route::People));
        all.push(page("Team: who is away, how much fits", Route::Team));
        all.extend(Stage::ALL.map(|stage| {
            let aside = stage.aside().map(|aside| format!(" ({aside})")).unwrap_or_default();
            page(&format!("{}{aside}", stage.title()), Route::Workshop(stage))
        }));
        all.extend(Aid::ALL.map(|aid| page(aid.title(), Route::Aid(aid))));
    }
    all.push(page("All plans", Route::Plans));
    all.push(page("The method", Route::About));
    all.push(page("Start page", Route::Start));
    if has_plan {
        in_plan(&session.plan_now(), &mut all);
        all.extend(people(&session.whole_now().roster));
        all.extend(settings());
        all.push(Entry::new("Command", "Undo", Command::Undo));
        all.push(Entry::new("Command", "Redo", Command::Redo));
        all.push(Entry::new("Command", "Print", Command::Print));
        all.push(Entry::new("Command", "Export JSON", Command::Export));
    }
    all.push(Entry::new("Command", "Start a new plan", Command::NewPlan));
    all.push(Entry::new("Command", "Show all keys", Command::Keys));
    all.extend(Light::ALL.map(|light| {
        Entry::new("Setting", format!("Light or dark: {}", light_words(light)), Command::Light(light))
    }));
    all
}

/// The steps and the goals.
fn in_plan(plan: &PlanParts, all: &mut Vec<Entry>) {
    for (audience, sequence) in plan.sequences.iter() {
        for (number, step) in (1..).zip(&sequence.steps) {
            let name = format!("{} step {number}: {}", words::audience(audience), step.what);
            let place = format!("#step-{} [data-cell=what]", step.id.0);
            all.push(Entry::new("Step", name, Command::Place(Route::Workshop(Stage::Route), place)));
        }
    }
    for goal in &plan.goals {
        let place = format!("#goal-{} input", goal.id.0);
        all.push(Entry::new(
            "Goal",
            goal.text.to_string(),
            Command::Place(Route::Workshop(Stage::Goals), place),
        ));
    }
}

/// The people, by their names, their groups and how they are reached.
fn people(roster: &Roster) -> impl Iterator<Item = Entry> + '_ {
    roster.contacts().map(|contact| {
        let parts = [&contact.name, &contact.segment, &contact.reach.mail, &contact.reach.phone];
        let parts = parts.into_iter().filter(|part| !part.is_blank()).map(ToString::to_string);
        let name = parts.collect::<Vec<_>>().join(", ");
        Entry::new("Person", name, Command::Page(Route::Person(contact.id)))
    })
}

/// What is set somewhere, by the words that stand there.
fn settings() -> impl Iterator<Item = Entry> {
    let places = [
        ("Name of this plan", Stage::FreshStart, "main .group .field:nth-of-type(2) input"),
        ("Currency", Stage::FreshStart, "main .fields-in-a-row select"),
        ("As a prospect", Stage::Destination, "main section[aria-label='As a prospect'] textarea"),
        ("As a customer", Stage::Destination, "main section[aria-label='As a customer'] textarea"),
        ("Start date", Stage::Route, "main input[type=date]"),
        (
            "Working days and public holidays",
            Stage::Route,
            "main .working-days summary, main details summary",
        ),
        ("Next review date", Stage::Go, "#review-date input"),
    ];
    places.into_iter().map(|(name, stage, place)| {
        Entry::new("Setting", name, Command::Place(Route::Workshop(stage), place.to_owned()))
    })
}

impl Command {
    /// Does it.
    pub fn run(self, session: Session, workspace: Workspace, arrival: Arrival) {
        match self {
            Self::Page(route) => go(route),
            Self::Place(route, place) => {
                if platform::route() == route.path() {
                    // Once the dialog has given the focus back.
                    request_animation_frame(move || platform::focus(&place));
                } else {
                    arrival.want(place);
                    go(route);
                }
            }
            Self::NewPlan => start_new(workspace),
            Self::Undo => workspace.undo(),
            Self::Redo => workspace.redo(),
            Self::Print => platform::print(),
            Self::Export => export(session, workspace),
            Self::Light(light) => light.choose(),
            Self::Keys => super::show_keys(),
        }
    }
}

fn go(route: Route) {
    platform::go_to(&route.path());
}
