//! The channels against what is at stake, and the work of the plan (A5, E1-E7, D2).

use leptos::prelude::*;

use super::stakes::money;
use crate::advice::{
    ChannelAdvice, DAY_OF_WORK, Effort, Fit, at_stake, effort as effort_of, rank_channels, workload,
};
use crate::plan::Plan;
use crate::schedule::Schedule;
use crate::ui::element::{El, attr, data, el, html};
use crate::ui::parts::{facts_row, facts_table, section};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

const TITLES: [&str; 6] =
    ["Channel", "Suits?", "One touchpoint", "All of a month", "Share of the deal", "How"];

/// The six channels, the most suitable first.
pub fn ranking() -> El {
    let session = Session::here();
    let table = move || session.read(ranked).into_any();
    section("Which channels suit", el(html::Div).child(table)).class("group channels__wide")
}

fn ranked(plan: &Plan) -> El {
    let rows = rank_channels(plan).iter().map(|advice| row(plan, advice)).collect();
    facts_table("The six channels, the most suitable first", &TITLES, rows)
}

fn row(plan: &Plan, advice: &ChannelAdvice) -> El {
    let plain = |words: String| el(html::Span).child(words);
    let none = || "–".to_owned();
    let (fit, sign) = match advice.fit {
        Fit::Worth => ("channels__fit", "✓ "),
        Fit::NotWeighed => ("channels__none", ""),
        Fit::TooManyContacts | Fit::TooDear => ("channels__fit channels__fit--not", "✗ "),
    };
    let suits = el(html::Span)
        .class(fit)
        .child(el(html::Span).attr(attr::AriaHidden, "true").child(sign))
        .child(words::fit(advice.fit));
    let taken = |minutes: u64, money_spent: u64| {
        format!("{}, {}", money(plan, money_spent), words::work_time(minutes))
    };
    let month = advice.minutes_a_month.zip(advice.money_a_month);
    let cells = vec![
        suits,
        plain(taken(advice.minutes, advice.money)),
        plain(month.map_or_else(none, |(minutes, money)| taken(minutes, money))),
        plain(advice.share.map_or_else(none, words::share)),
        plain(words::manner(advice.manner).to_owned()),
    ];
    let reason = words::channel_reason(advice, at_stake(plan).is_some());
    let name = words::channel(advice.channel);
    let head = el(html::Span)
        .child(el(html::Strong).attr(data::Channel, name).child(name))
        .child(el(html::Span).class("channels__reason").child(reason));
    facts_row(&TITLES, head, cells)
}

/// The hours of the plan, and what one of them brings (A5).
pub fn effort() -> El {
    let session = Session::here();
    let content = move || {
        let plan = session.plan().get();
        worth(&plan, &session.schedule()).into_any()
    };
    section("What an hour brings", el(html::Div).child(content))
}

fn worth(plan: &Plan, schedule: &Schedule) -> El {
    let effort = effort_of(plan, schedule);
    if effort.minutes == 0 {
        let link =
            el(html::A).attr(attr::Href, Route::Workshop(Stage::Route).href()).child(Stage::Route.title());
        let words = "No step takes time of yours yet: either there are none, or they have no channel, or a system does them. ";
        return el(html::P).class("empty").child(words).child(link);
    }
    let load = workload(plan, schedule).into_iter().map(|(who, minutes)| {
        let time = words::work_time(minutes);
        let more = if minutes > DAY_OF_WORK { ", which is more than it holds" } else { "" };
        el(html::Li)
            .child(format!("{}: about {time} of each working day{more}", words::responsible(plan, who)))
    });
    let load: Vec<_> = load.collect();
    el(html::Div)
        .child(sentences(plan, effort).map(|words| el(html::P).child(words)))
        .child((!load.is_empty()).then(|| el(html::Ul).class("channels__load").child(load)))
}

fn sentences(plan: &Plan, effort: Effort) -> [String; 3] {
    let time = words::work_time(effort.minutes);
    let one = format!("One contact takes {time} of somebody’s work, all steps of the expected way together.");
    let month = match (effort.minutes_a_month, plan.contacts_a_month) {
        (Some(minutes), Some(contacts)) => {
            let contacts = words::count(contacts as usize, "new contact");
            format!("The {contacts} of a month take {}.", words::work_time(minutes))
        }
        _ => "Write how many new contacts a month brings, and the hours of a month show here.".to_owned(),
    };
    let value = match effort.value_an_hour {
        Some(value) => format!("Each hour of it brings {} on average.", money(plan, value)),
        None => "Write what a deal is worth and how many buy, and what an hour brings shows here.".to_owned(),
    };
    [one, month, value]
}
