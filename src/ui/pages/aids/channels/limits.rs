//! What each channel takes and how often it may be used, to be changed (E9, E10).

use leptos::prelude::*;

use crate::advice::Trade;
use crate::plan::{Channel, ChannelProfile, Edit, Plan};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{
    Field, FieldKind, Look, button, facts_row, facts_table, read_amount, row_button, section,
};
use crate::words;
use crate::words::ProfileNumber;

/// Starting points by kind of business, each taken in one change.
pub fn kinds() -> El {
    let session = Session::here();
    let kind = move |trade: Trade| {
        let name = words::trade(trade);
        let take = move || {
            let edit = trade.taken(&session.plan_now());
            session.edit_and_say(edit, format!("Channels set as for “{name}”. Undo takes it back."));
        };
        let is_taken = move || session.read(|plan| Trade::of(plan) == Some(trade));
        button(Look::Small, name, take).attr(attr::AriaPressed, move || Some(is_taken().to_string()))
    };
    let usual = move || {
        session
            .edit_and_say(Edit::Profiles(Vec::new()), "Channels set to what is usual. Undo takes it back.");
    };
    let is_usual = move || session.read(|plan| plan.profiles.is_empty());
    let usual = button(Look::Small, "What is usual", usual)
        .attr(attr::AriaPressed, move || Some(is_usual().to_string()));
    let in_use = move || session.read(in_use);
    let lead = el(html::P).child(
        "How often is right depends on the product, on your contacts and on what is customary in your line of business. These are starting points, no more: take the nearest, then change in the table below what you know better.",
    );
    section("Your kind of business", lead)
        .child(
            el(html::Div)
                .class("channels__kinds")
                .attr(attr::Role, "group")
                .aria_label("Starting points")
                .child(Trade::ALL.map(kind))
                .child(usual),
        )
        .child(el(html::P).class("channels__said").attr(attr::Role, "status").child(in_use))
}

fn in_use(plan: &Plan) -> String {
    match Trade::of(plan) {
        Some(trade) => format!("In use: {}.", words::trade(trade)),
        None if plan.profiles.is_empty() => "In use: what is usual.".to_owned(),
        None => "In use: numbers of your own.".to_owned(),
    }
}

const TITLES: [&str; 7] =
    ["Channel", "Minutes", "Money", "Attention", "Days at least", "Days at most", "As usual?"];

/// The table of channels.
pub fn table() -> El {
    let rows = Channel::ALL.map(row).into_iter().collect();
    let lead = el(html::P).child(
        "What one touchpoint takes, in minutes of work and in money besides; how much it is noticed, from 1 to 5; how many days lie at least between two of its kind, and after how many without any contact one is forgotten. An empty limit is none.",
    );
    // On a phone it is many screens long, and few change it.
    let table = el(html::Details)
        .class("fold")
        .attr(attr::Open, !platform::is_narrow())
        .child(el(html::Summary).child("Minutes, money and days of each channel"))
        .child(facts_table("The table of channels", &TITLES, rows));
    section("Cost and limits", lead).child(table).class("group channels__wide channels__table")
}

fn row(channel: Channel) -> El {
    let name = words::channel(channel);
    let is_felt = channel != Channel::Internal;
    let nothing = || el(html::Span).class("channels__none").child("–");
    let limit = |which: ProfileNumber| if is_felt { number(channel, which) } else { nothing() };
    let cells = vec![
        number(channel, ProfileNumber::Minutes),
        cost(channel),
        limit(ProfileNumber::Attention),
        limit(ProfileNumber::Shortest),
        limit(ProfileNumber::Longest),
        back(channel),
    ];
    facts_row(&TITLES, el(html::Strong).child(name), cells)
}

fn number(channel: Channel, which: ProfileNumber) -> El {
    let session = Session::here();
    let value = move || session.read(|plan| which.shown(&plan.profile(channel)));
    let commit = Callback::new(move |raw: String| {
        let profile = which.read(&raw, session.plan_now().profile(channel))?;
        session.try_edit(Edit::Profile(profile))
    });
    let label = format!("{}: {}", words::channel(channel), which.title().to_ascii_lowercase());
    Field::new(label, value, commit).kind(FieldKind::Number).quiet().build()
}

fn cost(channel: Channel) -> El {
    let session = Session::here();
    let value = move || session.read(|plan| plan.profile(channel).cost.to_string());
    let commit = Callback::new(move |raw: String| {
        let cost = read_amount(&raw, session.plan_now().currency)?.unwrap_or_default();
        session.try_edit(Edit::Profile(ChannelProfile { cost, ..session.plan_now().profile(channel) }))
    });
    let label = format!("{}: money", words::channel(channel));
    Field::new(label, value, commit).kind(FieldKind::Number).quiet().build()
}

fn back(channel: Channel) -> El {
    let session = Session::here();
    let name = words::channel(channel);
    let go = move || {
        let usual = Edit::Profile(ChannelProfile::usual(channel));
        session.edit_and_say(usual, format!("{name}: back to what is usual"));
    };
    let is_usual = move || session.read(|plan| plan.profile(channel) == ChannelProfile::usual(channel));
    let state = move || if is_usual() { "Yes" } else { "Changed" }.to_owned();
    let button = row_button(Look::Quiet, "Back to usual", move || format!("Back to usual: {name}"), go);
    el(html::Div).class("channels__back").child(el(html::Span).child(state)).child(button)
}
