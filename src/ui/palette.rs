//! Everything by a few letters: pages, steps, goals, settings and commands, in a dialog (Ctrl/Cmd+K); and the keys (?).

mod command;

use leptos::prelude::*;

use super::{Arrival, Session, Workspace};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::memo;
use crate::workshop::found;
pub use command::light_words;
use command::{Entry, entries};

const DIALOG: &str = "palette";

const LIST: &str = "palette-list";

const KEYS: &str = "keys";

/// Opens the dialog in which everything is found.
#[derive(Clone, Copy)]
pub struct Finder(RwSignal<bool>);

impl Finder {
    /// Closed.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(true);
    }
}

/// The two dialogs, and the keys that open them.
pub fn palette(finder: Finder) -> [El; 2] {
    let Finder(is_open) = finder;
    listen(is_open);
    Effect::new(move || {
        if is_open.get() {
            // Once the field is there.
            request_animation_frame(|| {
                platform::open_dialog(DIALOG);
                platform::focus("#palette input");
            });
        }
    });
    let content = move || if is_open.get() { search().into_any() } else { ().into_any() };
    let finding = el(html::Dialog)
        .class("dialog palette")
        .attr(attr::Id, DIALOG)
        .aria_label("Find a page, a step, a goal, a setting or a command")
        .on(ev::close, move |_| is_open.set(false))
        .child(content);
    let keys = el(html::Dialog)
        .class("dialog keys")
        .attr(attr::Id, KEYS)
        .attr(attr::AriaLabelledby, "keys-title")
        .child(el(html::Div).inner_html(ALL_KEYS))
        .child(button(Look::Main, "Close", || platform::close_dialog(KEYS)));
    [finding, keys]
}

/// Shows all keys.
pub fn show_keys() {
    platform::open_dialog(KEYS);
}

fn listen(is_open: RwSignal<bool>) {
    _ = window_event_listener(ev::keydown, move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        if is_command && event.key().eq_ignore_ascii_case("k") && !platform::has_open_dialog() {
            event.prevent_default();
            is_open.set(true);
        }
        let is_bare = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "?" && is_bare && !platform::is_in_field() && !platform::has_open_dialog() {
            event.prevent_default();
            show_keys();
        }
    });
}

/// The field and what it finds. The focus stays in the field; the list says which of them is meant.
fn search() -> El {
    let (session, workspace, arrival) = (Session::here(), Workspace::here(), Arrival::here());
    let all = StoredValue::new(entries(session, workspace));
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found =
        memo(move || all.with_value(|all| found(all.iter().map(|entry| entry.name.as_str()), &typed.get())));
    let run = move |place: usize| {
        let entry = found.with_untracked(|found| found.get(place).copied());
        let command = entry.and_then(|entry| all.with_value(|all| Some(all.get(entry)?.command.clone())));
        if let Some(command) = command {
            platform::close_dialog(DIALOG);
            command.run(session, workspace, arrival);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let now = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => {
                if now == last {
                    0
                } else {
                    now + 1
                }
            }
            "ArrowUp" => {
                if now == 0 {
                    last
                } else {
                    now - 1
                }
            }
            "Enter" => {
                event.prevent_default();
                return run(now);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(to);
        request_animation_frame(move || platform::reveal(&format!("#{LIST} [aria-selected=true]")));
    };
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Type, "text")
        .attr(attr::Role, "combobox")
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaExpanded, "true")
        .attr(attr::AriaControls, LIST)
        .attr(attr::AriaAutocomplete, "list")
        .attr(attr::AriaActivedescendant, move || {
            found.with(|found| found.get(at.get()).map(|_| option_id(at.get())))
        })
        .aria_label("Find")
        .attr(attr::Placeholder, "Go to, or do")
        .prop(prop::Value, move || typed.get())
        .on(ev::input, move |event| {
            at.set(0);
            typed.set(event_target_value(&event));
        })
        .on(ev::keydown, keys);
    let options = move || {
        let option = |(place, entry): (usize, usize)| {
            let [name, kind] =
                all.with_value(|all| all.get(entry).map_or_else(Default::default, Entry::words));
            el(html::Li)
                .class("palette__option")
                .attr(attr::Id, option_id(place))
                .attr(attr::Role, "option")
                .attr(attr::AriaSelected, move || Some((at.get() == place).to_string()))
                .on(ev::click, move |_| run(place))
                .child(el(html::Span).class("palette__name").child(name))
                .child(el(html::Span).class("palette__kind").child(kind))
        };
        let options: Vec<_> = found.get().into_iter().enumerate().map(option).collect();
        let list = el(html::Ul).class("palette__list").attr(attr::Id, LIST).attr(attr::Role, "listbox");
        list.aria_label("Found").child(options).into_any()
    };
    let status = move || match found.with(Vec::len) {
        0 => "Nothing is called that. Try another word.".to_owned(),
        _ => String::new(),
    };
    el(html::Div)
        .child(input)
        .child(options)
        .child(el(html::P).class("palette__none").attr(attr::Role, "status").child(status))
}

fn option_id(place: usize) -> String {
    format!("palette-{place}")
}

/// All of it is fixed.
const ALL_KEYS: &str = concat!(
    r#"<h2 id="keys-title" tabindex="-1">Keys</h2>"#,
    r#"<h3>Everywhere</h3><dl class="keys__list">"#,
    "<div><dt><kbd>Ctrl</kbd> <kbd>K</kbd></dt><dd>Find a page, a step, a goal, a setting or a command</dd></div>",
    "<div><dt><kbd>Ctrl</kbd> <kbd>Z</kbd></dt><dd>Take the last change back</dd></div>",
    "<div><dt><kbd>Ctrl</kbd> <kbd>Shift</kbd> <kbd>Z</kbd></dt><dd>Bring it back</dd></div>",
    "<div><dt><kbd>Enter</kbd></dt><dd>Add a line, or do what the main button of a dialog says</dd></div>",
    "<div><dt><kbd>Esc</kbd></dt><dd>Close a dialog</dd></div>",
    "<div><dt><kbd>?</kbd></dt><dd>Show these keys</dd></div></dl>",
    "<h3>In the steps of a sequence</h3>",
    r#"<dl class="keys__list">"#,
    "<div><dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>The row above or below</dd></div>",
    "<div><dt><kbd>Tab</kbd></dt><dd>The next field</dd></div>",
    "<div><dt><kbd>Enter</kbd></dt><dd>Keep, and go to the next row; after the last one, begin a new one</dd></div>",
    "<div><dt><kbd>Esc</kbd></dt><dd>Leave the field as it was</dd></div>",
    "<div><dt><kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd></dt><dd>Move the row</dd></div>",
    "<div><dt><kbd>Ctrl</kbd> <kbd>D</kbd></dt><dd>Duplicate the row</dd></div>",
    "<div><dt><kbd>Ctrl</kbd> <kbd>V</kbd></dt><dd>Make a row of each line or row of cells that was copied</dd></div></dl>",
    "<h3>On the box before a step</h3>",
    r#"<dl class="keys__list">"#,
    "<div><dt><kbd>Space</kbd></dt><dd>Select the row</dd></div>",
    "<div><dt><kbd>Shift</kbd> <kbd>↑</kbd> <kbd>↓</kbd></dt><dd>Select more rows</dd></div>",
    "<div><dt><kbd>→</kbd> <kbd>←</kbd></dt><dd>Open or close what else there is to say of the step</dd></div>",
    "<div><dt><kbd>Ctrl</kbd> <kbd>C</kbd></dt><dd>Copy the rows as cells</dd></div>",
    "<div><dt><kbd>Delete</kbd></dt><dd>Remove the rows</dd></div></dl>",
    "<p>On a Mac, <kbd>Cmd</kbd> takes the place of <kbd>Ctrl</kbd>.</p>",
);
