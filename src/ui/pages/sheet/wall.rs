//! A calendar for the wall: a sheet a month, or a year of months on one (B9).

use chrono::Datelike;

use super::cards::mark;
use super::{Source, printed};
use crate::calendar::DayOff;
use crate::plan::Audience;
use crate::timeline::{WallDay, WallMonth, WallStep};
use crate::ui::element::{El, el, html};
use crate::words;

/// As many steps are named on a day; of more, the numbers stand there and the names below.
const NAMED: usize = 3;

/// As many numbers find room on a day of a year.
const NUMBERS: usize = 2;

/// As many steps are named below a year with their days; of more, the names alone.
const DATED: usize = 45;

/// A sheet for each month in which something is to be done.
pub fn months(source: Source<'_>) -> Vec<El> {
    let months = WallMonth::with_steps(source.plan, source.schedule, source.today);
    months.iter().map(|month| of_month(source, month)).collect()
}

fn of_month(source: Source<'_>, month: &WallMonth) -> El {
    let weekdays = words::WEEK.map(|day| el(html::Div).class("wall__weekday").child(words::weekday(day)));
    let weeks = month.weeks();
    let days = weeks.iter().flatten().map(|day| match day {
        Some(day) => of_day(source, day),
        None => el(html::Div).class("wall__day wall__day--none"),
    });
    let grid = el(html::Div).class("wall__grid").child(weekdays).child(days.collect::<Vec<_>>());
    let crowded = month.days.iter().filter(|day| day.steps.len() > NAMED).map(|day| {
        let names = day.steps.iter().map(|step| format!("{} {}", step.number, what(source, step)));
        let names = names.collect::<Vec<_>>().join(" · ");
        el(html::P)
            .child(el(html::Strong).child(words::day_seen(day.date, source.today)))
            .child(format!(" {names}"))
    });
    sheet(source, words::month_and_year(month.first()), "sheet wall", vec![grid])
        .child(el(html::Div).class("wall__crowded").child(crowded.collect::<Vec<_>>()))
        .child(legend(source))
}

fn of_day(source: Source<'_>, day: &WallDay) -> El {
    let is_named = day.steps.len() <= NAMED;
    let step = |step: &WallStep| {
        let late = if step.is_late { "Late: " } else { "" };
        let name = is_named.then(|| el(html::Span).child(format!("{late}{}", what(source, step))));
        el(html::Li).child(mark(step.audience, step.number)).child(name)
    };
    let steps: Vec<_> = day.steps.iter().map(step).collect();
    el(html::Div)
        .class(class(day))
        .child(
            el(html::Div)
                .class("wall__date")
                .child(el(html::Span).class("wall__number").child(day.date.day().to_string()))
                .child(
                    (!day.name.is_empty())
                        .then(|| el(html::Span).class("wall__name").child(day.name.clone())),
                ),
        )
        .child(
            (!steps.is_empty()).then(|| {
                el(html::Ul).class(if is_named { "wall__steps" } else { "wall__numbers" }).child(steps)
            }),
        )
}

fn class(day: &WallDay) -> &'static str {
    match day.off {
        None => "wall__day",
        Some(DayOff::Weekend(_)) => "wall__day wall__day--weekend",
        Some(DayOff::Holiday) => "wall__day wall__day--holiday",
    }
}

/// Twelve months side by side, with the names of the steps below.
pub fn year(source: Source<'_>) -> Option<El> {
    let months = WallMonth::year(source.plan, source.schedule, source.today);
    let (first, last) = (months.first()?.first(), months.last()?.first());
    let month = |month: &WallMonth| {
        let first = month.first();
        let name = format!("{} {:02}", words::month(first), first.year() % 100);
        let days = month.days.iter().map(|day| {
            let marks = day.steps.iter().take(NUMBERS).map(|step| mark(step.audience, step.number));
            let more = day.steps.len().saturating_sub(NUMBERS);
            el(html::Div)
                .class(class(day))
                .child(el(html::Span).class("year__number").child(day.date.day().to_string()))
                .child(el(html::Span).class("year__weekday").child(&words::weekday(day.date.weekday())[..2]))
                .child(marks.collect::<Vec<_>>())
                .child((more > 0).then(|| format!("+{more}")))
        });
        el(html::Div)
            .class("year__month")
            .child(el(html::Div).class("year__name").child(name))
            .child(days.collect::<Vec<_>>())
    };
    let grid = el(html::Div).class("year").child(months.iter().map(month).collect::<Vec<_>>());
    let days = months.iter().flat_map(|month| &month.days);
    let named = days.flat_map(|day| day.steps.iter().map(move |step| (day, step)));
    let named = named.map(|(day, step)| {
        el(html::Li)
            .child(mark(step.audience, step.number))
            .child(el(html::Span).child(what(source, step)))
            .child(el(html::Span).class("brief__day").child(words::day_seen(day.date, source.today)))
    });
    let title = format!("{} to {}", words::month_and_year(first), words::month_and_year(last));
    let named: Vec<_> = named.collect();
    let class = if named.len() > DATED { "year__steps year__steps--many" } else { "year__steps" };
    let list = el(html::Ul).class(class).child(named);
    Some(sheet(source, title, "sheet wall wall--year", vec![grid, list]).child(legend(source)))
}

fn sheet(source: Source<'_>, title: String, class: &'static str, content: Vec<El>) -> El {
    let head = el(html::Header)
        .class("wall__head")
        .child(el(html::H1).child(title))
        .child(el(html::P).child(source.title.to_owned()));
    el(html::Article).class(class).child(head).child(content)
}

fn legend(source: Source<'_>) -> El {
    let key = |audience: Audience| {
        let has_steps = !source.plan.sequences.of(audience).steps.is_empty();
        has_steps.then(|| el(html::Span).child(mark(audience, 1)).child(words::course(audience)))
    };
    el(html::Footer)
        .class("wall__legend")
        .child(Audience::BOTH.map(key))
        .child(el(html::Span).child(printed(source)))
}

fn what(source: Source<'_>, step: &WallStep) -> String {
    source.plan.step(step.step).map(|step| step.what.to_string()).unwrap_or_default()
}
