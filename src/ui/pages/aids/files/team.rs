//! The steps on the list that a team shares.

use leptos::prelude::*;

use super::formats::Exports;
use crate::exchange::{Leaving, Wanted};
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, fold, section, select};
use crate::ui::reactive::{Var, effect, memo, var};
use crate::ui::{ListPlace, TeamList};
use crate::words;

/// What is said before anything is sent.
const LEAD: &str = "Your team keeps a list on the server this page came from. Your open steps go there, and whoever ticks one off there, in any program for tasks, has it done here. Only what you see below leaves (press a line for all of it), only to that list, and only once you press the button. Then, as long as this page stays open, it looks again every few minutes and sends what has changed since.";

/// What is asked before it is sent.
#[derive(Clone, Copy)]
struct Asked {
    exports: Exports,
    is_day: Var<bool>,
    user: Var<String>,
    password: Var<String>,
}

impl Asked {
    fn wanted(self) -> Wanted {
        let Wanted { people, who, .. } = self.exports.wanted.get();
        Wanted { people, who, tasks: !self.is_day.get(), ..Wanted::default() }
    }
}

/// The section; nothing where the host names no list.
pub fn team(exports: Exports) -> El {
    let list = TeamList::here();
    list.find();
    let is_there = memo(move || list.place() != ListPlace::None);
    el(html::Div).show(
        move || is_there.get(),
        move || match list.place() {
            ListPlace::Wrong => section("The team’s list", el(html::P).child(words::TEAM_BAD_FILE)),
            ListPlace::At(_) | ListPlace::None => section("The team’s list", asking(list, exports)),
        },
    )
}

fn asking(list: TeamList, exports: Exports) -> El {
    let text = || var(String::new());
    let asked = Asked { exports, is_day: var(false), user: text(), password: text() };
    let told = memo(move || list.told());
    let is_on = memo(move || told.with(|told| told.is_on));
    let is_busy = memo(move || told.with(|told| !told.progress.is_empty()));
    let leaves = memo(move || told.with(|told| told.leaves.clone()));
    let said = memo(move || told.with(|told| told.said.clone()));
    let deleted = memo(move || told.with(|told| told.deleted));
    effect(move || {
        exports.session.whole();
        list.preview(asked.wanted(), false);
    });
    let kind = move || {
        let choice = select(
            "Each step as",
            move || if asked.is_day.get() { "day" } else { "task" }.to_owned(),
            || {
                let kinds = [("task", "A task to tick off"), ("day", "A whole day in the calendar")];
                kinds.map(|(value, words)| (value.to_owned(), words.to_owned())).to_vec()
            },
            move |value| asked.is_day.set(value == "day"),
        );
        el(html::Div).class("files__options").child(choice)
    };
    let has_leaves = memo(move || leaves.with(|leaves| !leaves.is_empty()));
    let lines = move || {
        let lines = leaves.with(|leaves| leaves.iter().cloned().map(leaving_line).collect::<Vec<_>>());
        el(html::Ul).class("back").child(lines).into_any()
    };
    // Long, it is moved through by keys too.
    let leaving = move || {
        el(html::Div)
            .class("files__leaving")
            .attr(attr::Role, "region")
            .attr(attr::Tabindex, "0")
            .aria_label("What will leave")
            .child(lines)
    };
    let sentences = move || {
        let lines: Vec<_> =
            said.with(|said| said.iter().map(|line| el(html::P).child(line.clone())).collect());
        el(html::Div).child(lines).into_any()
    };
    let signed_in = move || {
        el(html::Div)
            .class("files__make")
            .child(button(Look::Main, "Look now", move || list.look()))
            .child(button(Look::Plain, "Forget the password", move || list.forget()))
    };
    el(html::Div)
        .class("files__link")
        .child(el(html::P).child(LEAD))
        .show(move || !is_on.get(), kind)
        .child(el(html::P).child(move || words::team_leaves(leaves.with(Vec::len))))
        .show(move || has_leaves.get(), leaving)
        .show(move || !is_on.get(), move || form(list, asked))
        .show(move || is_on.get(), signed_in)
        .show(
            move || is_on.get() && deleted.get() > 0,
            move || {
                button(Look::Plain, words::team_again(deleted.get_untracked()), move || list.send_again())
            },
        )
        .show(move || is_busy.get(), move || button(Look::Quiet, "Stop", move || list.stop()))
        .child(el(html::P).class("files__said").child(move || told.with(|told| told.progress.clone())))
        .child(el(html::Div).class("files__said").attr(attr::AriaLive, "polite").child(sentences))
}

/// What is done with an entry, and under it what else leaves with it.
fn leaving_line(Leaving { line, details }: Leaving) -> El {
    if details.is_empty() {
        return el(html::Li).child(line);
    }
    let details = move || el(html::P).class("files__details").child(details.clone());
    el(html::Li).child(fold(move || line.clone(), details))
}

/// Who sends.
fn form(list: TeamList, asked: Asked) -> El {
    let send = move || {
        let wanted = untrack(|| asked.wanted());
        let (user, password) = (asked.user.get_untracked(), asked.password.get_untracked());
        asked.password.set(String::new());
        list.send(user.trim(), &password, wanted, false);
    };
    el(html::Form)
        .attr(attr::Novalidate, true)
        .on(ev::submit, move |event| {
            event.prevent_default();
            send();
        })
        .child(
            el(html::Div)
                .class("files__options")
                .child(field("User name", "team-user", "text", asked.user))
                .child(field("App password", "team-password", "password", asked.password))
                .child(
                    el(html::Button)
                        .attr(attr::Type, "submit")
                        .class("button button--main")
                        .child("Send to the team’s list"),
                ),
        )
        .child(el(html::P).class("files__loses").child(
            "The password is kept nowhere: it is gone with this page. Best is one made for this alone, an app password.",
        ))
}

fn field(label: &'static str, id: &'static str, kind: &'static str, text: Var<String>) -> El {
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id)
        .attr(attr::Type, kind)
        .attr(attr::Autocomplete, "off")
        .prop(prop::Value, move || text.get())
        .on(ev::input, move |event| text.set(event_target_value(&event)));
    el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(input)
}
