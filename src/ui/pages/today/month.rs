//! The weeks ahead as a calendar: a bar for each thing to be done.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::list::Lines;
use crate::agenda::{DayAhead, weeks};
use crate::calendar::sort_by_number;
use crate::plan::Channel;
use crate::ui::element::{El, attr, data, el, html};
use crate::words;

/// How many weeks are shown.
const WEEKS: usize = 5;

/// As many bars find room in a day; more are counted.
const BARS: usize = 7;

/// The calendar, with what its bars mean.
pub fn month(lines: Lines) -> El {
    let calendar = move || {
        let forecasts = lines.rested.get();
        let weeks = weeks(&forecasts, WEEKS, lines.whose.get());
        let today = forecasts.today();
        let used = used(&weeks);
        let head = words::WEEK.map(|day| {
            let name = words::weekday(day);
            el(html::Th)
                .attr(attr::Scope, "col")
                .child(el(html::Abbr).attr(attr::Title, name).child(&name[..3]))
        });
        let rows: Vec<_> = weeks
            .iter()
            .map(|week| el(html::Tr).child(week.iter().map(|it| day(it, today)).collect::<Vec<_>>()))
            .collect();
        let caption = words::weeks_ahead(today, WEEKS);
        let table = el(html::Table)
            .class("month")
            .child(el(html::Caption).child(caption))
            .child(el(html::Thead).child(el(html::Tr).child(head)))
            .child(el(html::Tbody).child(rows));
        el(html::Div).child(table).child(legend(used)).into_any()
    };
    el(html::Aside).class("today__month").aria_label("The weeks ahead").child(calendar)
}

fn day(ahead: &DayAhead, today: NaiveDate) -> El {
    let count = ahead.channels.len();
    let bars = ahead.channels.iter().take(BARS).map(|channel| bar(*channel));
    let more = count.saturating_sub(BARS);
    let number = match ahead.day.day() {
        1 => words::day(ahead.day),
        day => day.to_string(),
    };
    let mut class = "month__day".to_owned();
    if !ahead.is_worked {
        class.push_str(" month__day--off");
    }
    if ahead.day < today {
        class.push_str(" month__day--over");
    }
    el(html::Td)
        .class(class)
        .attr(attr::AriaCurrent, if ahead.day == today { "date" } else { "false" })
        .child(el(html::Span).class("month__number").child(number))
        .child((count > 0).then(|| {
            el(html::Span).class("visually-hidden").child(format!(": {} to do", words::count(count, "thing")))
        }))
        .child((more > 0).then(|| el(html::Span).class("month__more").child(format!("+{more}"))))
        .child(el(html::Span).class("month__bars").child(bars.collect::<Vec<_>>()))
}

fn bar(channel: Option<Channel>) -> El {
    el(html::Span).class("month__bar").attr(data::Bar, channel.map_or("", words::channel))
}

/// The channels that there are bars of.
fn used(weeks: &[[DayAhead; 7]]) -> Vec<Option<Channel>> {
    let mut used: Vec<Option<Channel>> =
        weeks.iter().flatten().flat_map(|day| day.channels.iter().copied()).collect();
    sort_by_number(&mut used, |channel| channel.map_or(-1, |channel| channel as i64));
    used.dedup();
    used
}

fn legend(used: Vec<Option<Channel>>) -> El {
    let entry = |channel: Option<Channel>| {
        el(html::Li).child(bar(channel)).child(channel.map_or("Something else", words::channel))
    };
    el(html::Ul).class("month__legend").child(used.into_iter().map(entry).collect::<Vec<_>>())
}
