//! Everything by a few letters: pages, steps, goals, settings and commands, in a dialog (Ctrl/Cmd+K); and the keys (?).

mod command;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Arrival, Finder, Session, Workspace};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::{memo, var};
use crate::workshop::found;
use command::entries;
pub use command::light_words;

const LIST: &str = "palette-list";

const KEYS: &str = "keys";

/// The two dialogs.
pub fn palette(finder: Finder) -> [El; 2] {
    let content = move || if finder.is_open() { search().into_any() } else { ().into_any() };
    let finding = el(html::Dialog)
        .class("dialog palette")
        .attr(attr::Id, Finder::DIALOG)
        .aria_label("Find a page, a step, a goal, a setting or a command")
        .on(ev::close, move |_| {
            // It may have been opened again before the browser came to say so.
            if !platform::is_dialog_open(Finder::DIALOG) {
                finder.closed();
            }
        })
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

/// The field and what it finds. The focus stays in the field; the list says which of them is meant.
fn search() -> El {
    let (session, workspace, arrival) = (Session::here(), Workspace::here(), Arrival::here());
    let all = Arc::new(entries(session, workspace));
    let typed = var(String::new());
    // Which of those found is meant.
    let at = var(0_u32);
    let names = Arc::clone(&all);
    let found = memo(move || found(names.iter().map(|entry| entry.name.as_str()), &typed.get()));
    let commands = Arc::clone(&all);
    let run = Callback::new(move |entry: u32| {
        if let Some(entry) = commands.get(entry as usize) {
            platform::close_dialog(Finder::DIALOG);
            entry.command.clone().run(session, workspace, arrival);
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        let (count, now) = (found.with_untracked(Vec::len) as u32, at.get_untracked());
        let to = match event.key().as_str() {
            "ArrowDown" => now + 1,
            "ArrowUp" => now + count.saturating_sub(1),
            "Enter" => {
                event.prevent_default();
                if let Some(entry) = found.with_untracked(|found| found.get(now as usize).copied()) {
                    run.run(entry);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        at.set(to % count.max(1));
        request_animation_frame(|| platform::reveal("#palette [aria-selected=true]"));
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
            (at.get() < found.with(Vec::len) as u32).then(|| option_id(at.get()))
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
        let option = |(place, number): (u32, u32)| {
            let entry = all.get(number as usize)?;
            let option = el(html::Li)
                .class("palette__option")
                .attr(attr::Id, option_id(place))
                .attr(attr::Role, "option")
                .attr(attr::AriaSelected, move || Some((at.get() == place).to_string()))
                .on(ev::click, move |_| run.run(number))
                .child(el(html::Span).class("palette__name").child(entry.name.clone()))
                .child(el(html::Span).class("palette__kind").child(entry.kind));
            Some(option)
        };
        let options: Vec<_> = (0..).zip(found.get()).filter_map(option).collect();
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

fn option_id(place: u32) -> String {
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
