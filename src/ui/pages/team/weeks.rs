//! How much somebody has to do in each of the coming weeks, beside what fits.

use leptos::prelude::*;

use super::Shown;
use crate::agenda::{Capacity, Load};
use crate::ui::element::{El, attr, drawn, el, html, svg};
use crate::ui::parts::unique_id;
use crate::ui::reactive::{Memo, memo};
use crate::words;

/// How long the longest bar is.
const LENGTH: u32 = 240;

/// The weeks as a table.
pub fn weeks(shown: Shown, ahead: Memo<Load>, longest: Memo<u32>) -> El {
    let all = memo(move || {
        let forecasts = shown.session.forecasts();
        ahead.with(|load| Capacity::weeks(&forecasts, load, shown.id, words::WEEKS_TOLD))
    });
    let rows = move || {
        let weeks = all.get();
        let rows: Vec<El> = weeks.iter().map(|week| row(*week, longest.get())).collect();
        rows.into_any()
    };
    let summary = move || all.with(|weeks| words::weeks_summed_up(weeks));
    let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
    let has_limit = move || all.with(|weeks| weeks.iter().any(|week| week.limit.is_some()));
    let beside = move || match has_limit() {
        true => "Beside what fits".to_owned(),
        false => "In comparison".to_owned(),
    };
    let beside = el(html::Th).attr(attr::Scope, "col").child(beside);
    let head = el(html::Tr).child([column("Week of"), column("To do"), beside]);
    let name = move || format!("The next {} weeks of {}", words::WEEKS_TOLD, shown.name.get());
    let table = el(html::Table)
        .class("team__table")
        .aria_label(name)
        .child(el(html::Thead).child(head))
        .child(el(html::Tbody).class("team__rows").child(rows));
    el(html::Div)
        .class("team__weeks")
        .child(shown.heading("How much there is"))
        .child(table)
        .child(el(html::P).class("team__note").attr(attr::AriaLive, "polite").child(summary))
}

fn row(week: Capacity, longest: u32) -> El {
    let over = words::week_over(week);
    let is_over = over.is_some();
    let said = el(html::Td)
        .child(el(html::Span).class("team__load").child(words::week_load(week)))
        .child(over.map(|over| el(html::Strong).class("team__over").child(over)));
    let head = el(html::Th).attr(attr::Scope, "row").child(words::day(week.week));
    let row = el(html::Tr).child(head).child(said).child(el(html::Td).child(bar(week, longest)));
    if is_over { row.class("team__row--over") } else { row }
}

/// What is to be done as a bar; what is too much of it is hatched, and a line stands where it would be full.
fn bar(week: Capacity, longest: u32) -> El {
    let id = unique_id("over");
    let length = |minutes: u32| u64::from(minutes) * u64::from(LENGTH) / u64::from(longest);
    let (all, over) = (length(week.minutes), length(week.over().unwrap_or(0)));
    let part = |class: &'static str, x: u64, width: u64| {
        el(svg::Rect)
            .class(class)
            .attr(drawn::X, x.to_string())
            .attr(drawn::Y, "3")
            .attr(drawn::Width, width.to_string())
            .attr(drawn::Height, "10")
    };
    let hatch = el(svg::Pattern)
        .attr(attr::Id, id.clone())
        .attr(drawn::Width, "5")
        .attr(drawn::Height, "5")
        .attr(drawn::PatternUnits, "userSpaceOnUse")
        .child(el(svg::Path).class("team__hatch").attr(drawn::D, "M-1 1L1-1M0 5L5 0M4 6L6 4"));
    let limit = week.limit.map(length);
    let room = limit.map(|limit| part("team__room-bar", 0, limit));
    let too_much = (over > 0)
        .then(|| part("team__over-bar", all - over, over).attr(drawn::Fill, ["url(#", &id, ")"].concat()));
    let mark = limit.map(|limit| el(svg::Path).class("team__limit").attr(drawn::D, format!("M{limit} 0V16")));
    el(svg::Svg)
        .class("team__bar")
        .attr(attr::AriaHidden, "true")
        .attr(drawn::ViewBox, format!("-1 0 {} 16", LENGTH + 2))
        .child(hatch)
        .child(room)
        .child((all > over).then(|| part("team__done-bar", 0, all - over)))
        .child(too_much)
        .child(mark)
}
