//! Keeps the layers of `src/lib.rs`: a module names itself and what stands before it in the list; so do the rooms inside
//! `ui`. What there is to tell of a step is read from its facts, nowhere beneath them. Reads the sources; what stands in
//! comments and in quotes does not count.

#![cfg(test)]

#[path = "architecture/token.rs"]
mod token;

use std::fs;
use std::path::{Path, PathBuf};

use token::{Token, tokens};

/// The layers, innermost first.
const LAYERS: [&str; 13] = [
    "calendar", "plan", "schedule", "roster", "agenda", "advice", "workshop", "words", "store", "exchange",
    "timeline", "platform", "ui",
];

/// How many of them know neither browser nor clock.
const INNER: usize = 11;

/// The layers that write and read files.
const EDGES: [&str; 2] = ["store", "exchange"];

/// What only the schedule looks at: everything else reads the facts of a step.
const BENEATH_THE_FACTS: [&str; 3] = ["delay", "window", "only_after"];

/// Where those are read or written: the plan and its schedule, files, what counts anew elsewhere, what reads and edits them, and what names a step's own words.
const BENEATH: [&str; 18] = [
    "plan/",
    "schedule/",
    "store/",
    "exchange/write/mautic/event.rs",
    "exchange/write/n8n/data.rs",
    "workshop/list",
    "workshop/wait",
    "advice/recipe",
    "advice/review/fix.rs",
    "advice/review/fingerprint.rs",
    "exchange/write/spreadsheet/",
    "words/list.rs",
    "words/refusals.rs",
    "words/timing.rs",
    "words/waits.rs",
    "ui/pages/stages/route/",
    "ui/parts/grid/conditions.rs",
    "ui/parts/wait_editor",
];

/// The crate itself and its programs, which belong to no layer.
const ROOTS: [&str; 4] = ["files.rs", "lib.rs", "main.rs", "worker.rs"];

/// What only the workers do, by layer: were the page to call it, it would be loaded at the start.
const OF_THE_WORKER: [(&str, &str); 10] = [
    ("exchange", "read_holidays"),
    ("exchange", "write"),
    ("exchange", "compare"),
    ("exchange", "file_for"),
    ("exchange", "round"),
    ("exchange", "as_cells"),
    ("exchange", "answer"),
    ("advice", "recipe_card"),
    ("advice", "recipe_steps"),
    ("advice", "usual_span"),
];

/// The rooms inside `ui`, innermost first: what views are made of, what is open, the pieces of pages, the pages.
const ROOMS: [&str; 5] = ["element", "session", "workspace", "parts", "pages"];

/// What belongs to a browser; `gloo` and `leptos` also begin the names of other crates.
const BROWSER: [&str; 5] = ["gloo", "js_sys", "leptos", "wasm_bindgen", "web_sys"];

/// A source file, as the rules see it.
struct Source<'a> {
    /// Where it lies below `src`.
    path: &'a str,
    /// The layer it belongs to.
    layer: &'a str,
    /// How many modules deep its code stands: 1 in `plan/mod.rs`, 2 in `plan/edit.rs`.
    depth: usize,
    tokens: Vec<Token>,
}

impl Source<'_> {
    /// Reads `text` as the file at `path` below `src`; none if it belongs to no layer.
    fn read<'a>(path: &'a str, text: &str) -> Option<Source<'a>> {
        let module = path.strip_suffix(".rs")?;
        let module = module.strip_suffix("/mod").unwrap_or(module);
        let layer = module.split('/').next()?;
        let depth = module.split('/').count();
        LAYERS.contains(&layer).then(|| Source { path, layer, depth, tokens: tokens(text) })
    }

    /// What breaks a rule, as (line, what is wrong).
    fn violations(&self) -> Vec<(usize, String)> {
        let place = place(self.layer).unwrap();
        let mut found = Vec::new();
        for (line, name) in self.named_modules() {
            match LAYERS.iter().position(|layer| *layer == name) {
                Some(other) if other <= place => {}
                Some(_) => {
                    found.push((line, format!("{} names {name}, which stands further out", self.layer)))
                }
                None => found.push((line, format!("`{name}` is no layer"))),
            }
        }
        for (at, token) in self.tokens.iter().enumerate() {
            let follows_path = at >= 2 && self.is_path_sign(at - 2);
            let word = token.text.as_str();
            let is_browser = BROWSER.iter().any(|name| is_crate(word, name));
            if place < INNER && is_browser {
                found.push((token.line, format!("{} knows the browser: {word}", self.layer)));
            }
            if place < INNER && word == "now" && follows_path {
                found.push((token.line, format!("{} reads a clock", self.layer)));
            }
            if !EDGES.contains(&self.layer) && is_crate(word, "serde") {
                found.push((token.line, format!("{} writes files: {word}", self.layer)));
            }
        }
        if place >= INNER {
            self.add_work_of_the_worker(&mut found);
        }
        self.add_what_lies_beneath(&mut found);
        self.add_outer_rooms(&mut found);
        found.sort();
        found
    }

    /// The page leaves to the worker what is the worker's.
    fn add_work_of_the_worker(&self, found: &mut Vec<(usize, String)>) {
        for (at, token) in self.tokens.iter().enumerate() {
            let mut names = Vec::new();
            if self.is_path_sign(at + 1) {
                self.add_first_names(at + 3, &mut names);
            }
            let is_of_worker = |name: &str| OF_THE_WORKER.contains(&(token.text.as_str(), name));
            let of_worker = names.into_iter().filter(|(_, name)| is_of_worker(name));
            found.extend(of_worker.map(|(line, name)| (line, format!("{name} is the worker's"))));
        }
    }

    /// No surface looks at a delay, at a condition or at the number before: what there is to tell of a step is told once.
    fn add_what_lies_beneath(&self, found: &mut Vec<(usize, String)>) {
        if BENEATH.iter().any(|place| self.path.starts_with(place)) {
            return;
        }
        for (at, token) in self.tokens.iter().enumerate() {
            let word = token.text.as_str();
            let is_field = at >= 1 && self.text(at - 1) == "." && self.text(at + 1) != "(";
            if is_field && BENEATH_THE_FACTS.contains(&word) {
                found.push((token.line, format!("`.{word}` lies beneath the facts of a step")));
            }
            if word == "number" && self.text(at + 1) == "-" && self.text(at + 2) == "1" {
                found.push((token.line, "the step before is not the one of the number before".to_owned()));
            }
        }
    }

    /// A room inside `ui` names none that stands further out.
    fn add_outer_rooms(&self, found: &mut Vec<(usize, String)>) {
        let room = |name: &str| ROOMS.iter().position(|room| *room == name.trim_end_matches(".rs"));
        let Some(own) = self.path.strip_prefix("ui/").and_then(|path| room(path.split('/').next()?)) else {
            return;
        };
        for (at, token) in self.tokens.iter().enumerate() {
            let is_root = token.text == "ui" && self.is_path_sign(at + 1);
            let mut names = Vec::new();
            if is_root {
                self.add_first_names(at + 3, &mut names);
            }
            let outer = names.into_iter().filter(|(_, name)| room(name).is_some_and(|room| room > own));
            found.extend(
                outer.map(|(line, name)| (line, format!("{} names {name}, an outer room", ROOMS[own]))),
            );
        }
    }

    /// The modules of the crate's root that the code names, with their lines.
    fn named_modules(&self) -> Vec<(usize, String)> {
        let mut named = Vec::new();
        let mut braces: Vec<bool> = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let is_module = at >= 2 && self.text(at - 2) == "mod";
            match token.text.as_str() {
                "{" => braces.push(is_module),
                "}" => _ = braces.pop(),
                "crate" | "followthrough" if self.is_path_sign(at + 1) => {
                    self.add_first_names(at + 3, &mut named);
                }
                "super" if at < 3 || self.text(at - 3) != "super" => {
                    let mut supers = 1;
                    while self.is_path_sign(at + supers * 3 - 2) && self.text(at + supers * 3) == "super" {
                        supers += 1;
                    }
                    let inline = braces.iter().filter(|is_module| **is_module).count();
                    if supers == self.depth + inline {
                        self.add_first_names(at + supers * 3, &mut named);
                    }
                }
                _ => {}
            }
        }
        named
    }

    /// The name at `at`, or the first names of the group that opens there.
    fn add_first_names(&self, at: usize, named: &mut Vec<(usize, String)>) {
        let add = |at: usize, named: &mut Vec<_>| {
            named.extend(self.tokens.get(at).map(|token| (token.line, token.text.clone())));
        };
        if self.text(at) != "{" {
            return add(at, named);
        }
        let (mut depth, mut at) = (1, at + 1);
        while depth > 0 && at < self.tokens.len() {
            match self.text(at) {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ if depth == 1 && matches!(self.text(at - 1), "{" | ",") => add(at, named),
                _ => {}
            }
            at += 1;
        }
    }

    fn is_path_sign(&self, at: usize) -> bool {
        self.text(at) == ":" && self.text(at + 1) == ":"
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }
}

fn place(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|known| *known == layer)
}

/// Whether a word is the crate of that name, or one of its family.
fn is_crate(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below `src`, by its path there.
fn files(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let parts = path.strip_prefix(src()).unwrap().components();
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_str().unwrap()).collect();
            found.push(parts.join("/"));
        }
    }
}

#[test]
fn every_module_names_only_itself_and_what_stands_before_it() {
    let mut paths = Vec::new();
    files(&src(), &mut paths);
    paths.sort();
    for layer in LAYERS {
        let is_in = |path: &String| Source::read(path, "").is_some_and(|source| source.layer == layer);
        assert!(paths.iter().any(is_in), "no source file of {layer} was found");
    }
    let mut broken = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(src().join(path)).unwrap();
        let Some(source) = Source::read(path, &text) else {
            assert!(ROOTS.contains(&path.as_str()), "src/{path} belongs to no layer");
            continue;
        };
        for (line, what) in source.violations() {
            broken.push(format!("src/{path}:{line}: {what}"));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// What `text`, were it the worker's, names of the crate beside `exchange`.
fn beside_exchange(text: &str) -> Vec<String> {
    // Seen as a module of the outermost layer, which may name them all.
    let source = Source { path: "worker.rs", layer: "ui", depth: 0, tokens: tokens(text) };
    let named = source.named_modules().into_iter().map(|(_, name)| name);
    named.filter(|name| name != "exchange").collect()
}

#[test]
fn the_workers_know_nothing_of_the_crate_but_what_reads_and_writes_files() {
    for (program, answer) in [("worker.rs", "exchange::answer"), ("files.rs", "exchange::file_for")] {
        let text = fs::read_to_string(src().join(program)).unwrap();
        assert!(text.contains(answer), "{program} answers with what `exchange` says");
        assert_eq!(beside_exchange(&text), [""; 0]);
    }
    let wrong = "use followthrough::{exchange, ui};\nfn main() { followthrough::platform::today() }";
    assert_eq!(beside_exchange(wrong), ["ui", "platform"]);
}

#[test]
fn the_crate_lists_its_layers_innermost_first() {
    let tokens = tokens(&fs::read_to_string(src().join("lib.rs")).unwrap());
    let modules = tokens.windows(2).filter(|pair| pair[0].text == "mod").map(|pair| pair[1].text.as_str());
    assert_eq!(modules.collect::<Vec<_>>(), LAYERS);
}

/// The lines on which `text`, were it the file at `path`, would break a rule.
#[track_caller]
fn check(path: &str, text: &str, lines: &[usize]) {
    let found = Source::read(path, text).unwrap().violations();
    let found_lines: Vec<_> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(found_lines, lines, "{path}: {text}\n{found:?}");
}

#[test]
fn an_outward_name_would_be_found() {
    check("plan/edit.rs", "use crate::schedule::Schedule;", &[1]);
    check("plan/edit.rs", "use crate::calendar::X;\nuse crate::ui;", &[2]);
    check("calendar/mod.rs", "fn f() { crate::plan::g() }", &[1]);
    check("schedule/mod.rs", "use crate::{\n    calendar::{a, ui},\n    plan,\n    advice::{b},\n};", &[4]);
    check("store/wire/v2.rs", "use crate :: exchange\n:: json;", &[1]);
    check("timeline/road.rs", "/* /* not */ yet */\nlet x = crate::platform::clock;", &[2]);
    check("advice/mod.rs", "use {chrono, crate::workshop::Stage};", &[1]);
    check("advice/mod.rs", "use followthrough::workshop::Stage;", &[1]);
    check("platform/clock.rs", "pub(in crate::ui) fn f() {}", &[1]);
    check("roster/contact.rs", "use crate::agenda::Forecasts;", &[1]);
    check("agenda/list.rs", "use crate::roster::Contact;\nuse crate::words;", &[2]);
}

#[test]
fn a_way_round_through_super_would_be_found() {
    check("plan/mod.rs", "use super::schedule::X;", &[1]);
    check("plan/edit.rs", "use super::super::{calendar, schedule};", &[1]);
    check("plan/edit.rs", "use super::schedule;", &[]);
    check("plan/edit.rs", "mod tests { use super::super::schedule; }\nuse super::super::schedule;", &[2]);
    check("plan/edit.rs", "mod tests { use super::super::super::schedule; }", &[1]);
    check("plan/edit.rs", "use crate::*;\nuse crate::{self as all};", &[1, 2]);
}

#[test]
fn inward_names_comments_and_texts_stay_quiet() {
    check("ui/mod.rs", "use crate::{platform, store::Shelf, words};", &[]);
    check("plan/mod.rs", "pub(crate) use crate::plan::Plan;", &[]);
    check("plan/mod.rs", "// crate::ui\n/// [`crate::ui`] leptos\n//! serde\n/* web_sys */", &[]);
    check(
        "plan/mod.rs",
        r##"let a = "crate::ui"; let b = r#"" leptos"#; let c = '"'; let d = "serde";"##,
        &[],
    );
    check("plan/mod.rs", "fn f<'a>(x: &'a str) { let y = '\\''; }\n// leptos", &[]);
}

#[test]
fn a_look_beneath_the_facts_of_a_step_would_be_found() {
    check(
        "words/row.rs",
        "let a = step.delay;\nlet b = step.window.latest;\nlet c = step.only_after;",
        &[1, 2, 3],
    );
    check("ui/parts/road.rs", "let before = facts.number - 1;", &[1]);
    check("ui/parts/road.rs", "let after = facts.number + 1; contacts.windows(2); web.window();", &[]);
    check("plan/sequence.rs", "step.delay.anchor()", &[]);
    check("ui/pages/stages/route/timing.rs", "step.delay", &[]);
}

#[test]
fn what_the_page_should_leave_to_the_worker_would_be_found() {
    check("ui/pages/home.rs", "use crate::exchange::{MAX_BYTES,\nread_holidays};", &[2]);
    check("platform/worker.rs", "crate::exchange::answer(request, file)", &[1]);
    check("ui/pages/home.rs", "use crate::exchange::{CalendarAnswer, calendar_answer}; x.answer();", &[]);
    check("ui/pages/home.rs", "use crate::{plan::Plan, advice::{Recipe, recipe_steps}};", &[1]);
    check("platform/worker.rs", "advice::recipe_card(recipe).title;\nadvice::usual_span(x);", &[1, 2]);
    check("ui/pages/home.rs", "use crate::advice::{Preview, Recipe}; use crate::words::recipe_card;", &[]);
    check("exchange/recipe_cards.rs", "use crate::advice::{recipe_card, recipe_steps};", &[]);
    check("exchange/offload.rs", "use super::ics::read_holidays;\nuse crate::exchange::read_holidays;", &[]);
}

#[test]
fn an_outer_room_of_the_screen_would_be_found() {
    check("ui/element.rs", "use crate::ui::session::Session;", &[1]);
    check("ui/parts/road.rs", "use crate::ui::{Session, element::el,\npages::home};", &[2]);
    check("ui/session/step.rs", "use crate::ui::parts::Field;", &[1]);
    check("ui/pages/home.rs", "use crate::ui::{element, parts, session};", &[]);
    check("ui/mod.rs", "use crate::ui::pages;", &[]);
}

#[test]
fn a_browser_a_clock_or_a_file_would_be_found() {
    check("timeline/mod.rs", "use leptos::prelude::*;\nuse leptos_router::X;", &[1, 2]);
    check("store/mod.rs", "use gloo_storage::Storage;\nuse web_sys::Window;", &[1, 2]);
    check("exchange/mod.rs", "use js_sys::Date;\nuse wasm_bindgen_futures::f;", &[1, 2]);
    check("platform/mod.rs", "use {gloo_storage, js_sys, web_sys};\nlet x = Utc::now();", &[]);
    check("plan/mod.rs", "let x = Utc\n    ::now();\nlet now = x.now;", &[2]);
    check("plan/mod.rs", "#[derive(serde::Serialize)]\nstruct A;\nuse serde_json::Value;", &[1, 3]);
    check("ui/mod.rs", "use serde::Serialize;", &[1]);
    check("store/mod.rs", "use serde::Serialize;", &[]);
    check("plan/mod.rs", "let observed = serdes + glooming;", &[]);
}
