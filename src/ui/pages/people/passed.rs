//! What passed between somebody and us outside the plan.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::draft::{Kind, draft, form, submit, told};
use super::person::Shown;
use crate::calendar::iso_date;
use crate::plan::{Audience, Channel, Prose};
use crate::platform;
use crate::roster::{ContactEdit, TouchpointId, Way};
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, check, fold, proposed_day, row_button, select, word_options};
use crate::ui::reactive::{Var, memo, var};
use crate::words;

/// Whose word it may be, in the order it is offered.
const WAYS: [Way; 3] = [Way::Theirs, Way::Asked, Way::Ours];

/// The list, and what is added to it.
pub fn section(shown: Shown) -> El {
    let all = memo(move || {
        let ids = shown.read(|it| it.touchpoints.iter().rev().map(|it| it.id.0).collect::<Vec<_>>());
        ids.unwrap_or_default()
    });
    let none = || el(html::P).class("empty").child("Nothing besides the steps so far.");
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, "passed")
        .child(
            el(html::H2).attr(attr::Id, "passed").attr(attr::Tabindex, "-1").child("What passed between you"),
        )
        .show(move || all.with(Vec::is_empty), none)
        .child(el(html::Ul).class("person__lines").for_each(all, move |id| line(shown, TouchpointId(id))))
        .child(fold(|| "Add what passed".to_owned(), move || adding(shown)))
}

fn line(shown: Shown, id: TouchpointId) -> El {
    let said = memo(move || {
        let said = shown.read(|it| {
            let found = it.touchpoints.iter().find(|known| known.id == id)?;
            Some((words::touchpoint(found), found.note.to_string(), found.way == Way::Asked))
        });
        said.flatten().unwrap_or_default()
    });
    let words = move || said.with(|said| said.0.clone());
    let change = move |edit: ContactEdit, words: &str| {
        shown.change(edit, words.to_owned());
        request_animation_frame(|| platform::focus_if_lost("#passed"));
    };
    let answered = move || {
        let name = move || format!("Answered today: {}", words());
        row_button(Look::Small, "Answered today", name, move || {
            let on = shown.session.today_now();
            change(ContactEdit::Answer(id, Some(on)), "Answered. Undo takes it back.");
        })
    };
    let remove = row_button(
        Look::Quiet,
        "Remove",
        move || format!("Remove: {}", words()),
        move || {
            change(ContactEdit::RemoveTouchpoint(id), "Removed. Undo brings it back.");
        },
    );
    el(html::Li)
        .child(
            el(html::Div)
                .child(el(html::Span).child(words))
                .child(el(html::P).class("person__note").child(move || said.with(|said| said.1.clone()))),
        )
        .child(
            el(html::Span)
                .class("roster__buttons")
                .show(move || said.with(|said| said.2), answered)
                .child(remove),
        )
}

/// What is typed of it.
#[derive(Clone, Copy)]
struct Typed {
    way: Var<Way>,
    channel: Var<Option<Channel>>,
    note: Var<String>,
    day: Var<String>,
    counts_for: Var<Option<Audience>>,
    problem: Var<String>,
}

impl Typed {
    /// The change it comes to.
    fn edit(self, on: NaiveDate, note: Prose) -> ContactEdit {
        let (channel, way, counts_for) = (self.channel.get(), self.way.get(), self.counts_for.get());
        ContactEdit::AddTouchpoint { on, channel, way, note, counts_for }
    }
}

fn adding(shown: Shown) -> El {
    const UNSAID: &str = "Not said";
    let typed = Typed {
        way: var(Way::Theirs),
        channel: var(None),
        note: var(String::new()),
        day: proposed_day(shown.session),
        counts_for: var(None),
        problem: var(String::new()),
    };
    let ways = || word_options(&WAYS.map(words::way));
    let way = select(
        "What",
        move || words::way(typed.way.get()).to_owned(),
        ways,
        move |value: String| {
            typed.way.set(WAYS.into_iter().find(|way| words::way(*way) == value).unwrap_or(Way::Theirs));
        },
    );
    let channels = || {
        let mut options = word_options(&Channel::ALL.map(words::channel));
        options.insert(0, (UNSAID.to_owned(), UNSAID.to_owned()));
        options
    };
    let value = move || typed.channel.get().map_or(UNSAID, words::channel).to_owned();
    let channel = select("How", value, channels, move |value: String| {
        typed.channel.set(Channel::ALL.into_iter().find(|known| words::channel(*known) == value));
    });
    let count = move |audience: Audience| {
        let is_open = memo(move || shown.read(|it| it.open(audience).is_some()).unwrap_or_default());
        let words = format!("Count the {} steps that follow from it", words::lower(audience));
        let is_ticked = move || typed.counts_for.get() == Some(audience);
        let take = move |is_ticked: bool| typed.counts_for.set(is_ticked.then_some(audience));
        check(words, is_ticked, take).hidden(move || !is_open.get())
    };
    let note = el(html::Div)
        .class("field roster__wide")
        .child(
            el(html::Label).class("field__label").attr(attr::For, "passed-note").child("What it was about"),
        )
        .child(
            el(html::Textarea)
                .class("field__input field__input--prose")
                .attr(attr::Id, "passed-note")
                .attr(attr::Rows, "2")
                .prop(prop::Value, move || typed.note.get())
                .on(ev::input, move |event| typed.note.set(event_target_value(&event))),
        );
    // What is counted from it moves, and that is shown before it is taken (F4).
    let moves = move || {
        let on = typed.day.with(|day| iso_date(day)).filter(|_| typed.counts_for.get().is_some());
        let said = on.map(|on| shown.would_move(typed.edit(on, Prose::default()))).unwrap_or_default();
        el(html::P).class("person__moves").child(said)
    };
    form("person__start", move || add(shown, typed))
        .child(
            el(html::Div)
                .class("roster__fields")
                .child(way)
                .child(channel)
                .child(draft("Day", "passed-day", Kind::Date, typed.day))
                .child(note),
        )
        .child(Audience::BOTH.map(count))
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(move || moves().into_any()))
        .child(el(html::P).child(submit("Add it")))
        .child(told(typed.problem))
}

fn add(shown: Shown, typed: Typed) {
    let added = || {
        let note = Prose::parse(&typed.note.get_untracked()).map_err(words::text_problem)?;
        let on = iso_date(&typed.day.get_untracked()).ok_or_else(words::date_problem)?;
        if on > shown.session.today_now() {
            return Err(words::not_come_yet(on));
        }
        let mut edit = untrack(|| typed.edit(on, note));
        let is_open = |who: &Audience| untrack(|| shown.read(|it| it.open(*who).is_some())) == Some(true);
        if let ContactEdit::AddTouchpoint { counts_for, .. } = &mut edit {
            *counts_for = counts_for.filter(is_open);
        }
        let moved = untrack(|| shown.would_move(edit.clone()));
        let said = ["Noted.", moved.as_str(), "Undo takes it back."];
        let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
        shown.try_change(edit, said.join(" "))
    };
    let problem = added().err();
    if problem.is_none() {
        typed.note.set(String::new());
        typed.counts_for.set(None);
    }
    typed.problem.set(problem.unwrap_or_default());
}
