//! Stacks of touchpoints as SVG: only numbers, dates and fixed words go into it, never what a person has typed.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use crate::advice::{Cadence, MOST_IN_SEVEN_DAYS, Period, Scale};
use crate::plan::Channel;
use crate::timeline::{Label, Room, Stack, StackChart};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::unique_id;
use crate::words;

/// The width that a label needs.
const LABEL: i32 = 46;

/// The letter of a channel: the first of its name, so that it can be told without colour and pattern.
fn letter(channel: Channel) -> &'static str {
    words::channel(channel).get(..1).unwrap_or_default()
}

/// The fill of a channel: a pattern of its own over the plain paper.
fn pattern(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => r#"<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/>"#,
        Channel::InPerson => r#"<path d="M0 0 8 8M8 0 0 8"/>"#,
        Channel::Letter => r#"<path d="M0 2H8M0 6H8"/>"#,
        Channel::SocialChat => r#"<circle cx="2" cy="2" r="1"/><circle cx="6" cy="6" r="1"/>"#,
        Channel::Comments => r#"<path d="M2 0V8M6 0V8"/>"#,
        Channel::Email | Channel::Internal => "",
    }
}

fn patterns(cadence: &Cadence, id: &str) -> String {
    let one = |channel: Channel| {
        format!(
            r#"<pattern id="{id}-{}" class="cadence__pattern" width="8" height="8" patternUnits="userSpaceOnUse">{}</pattern>"#,
            letter(channel),
            pattern(channel)
        )
    };
    let patterns = cadence.bands.iter().map(|band| one(band.channel)).collect::<String>();
    format!("<defs>{patterns}</defs>")
}

/// One block with its pattern and its letter.
fn block(id: &str, channel: Channel, count: usize, [x, y, width, height]: [i32; 4]) -> String {
    let letter = letter(channel);
    let words = match count {
        1 => letter.to_owned(),
        count if width >= 32 => format!("{letter} × {count}"),
        _ => letter.to_owned(),
    };
    let text = if height >= 14 && width >= 12 {
        let (x, y) = (x + width / 2, y + height / 2 + 5);
        format!(r#"<text class="cadence__letter" x="{x}" y="{y}">{words}</text>"#)
    } else {
        String::new()
    };
    format!(
        r#"<rect class="cadence__block" x="{x}" y="{y}" width="{width}" height="{height}"/><rect x="{x}" y="{y}" width="{width}" height="{height}" fill="url(#{id}-{letter})"/>{text}"#
    )
}

/// The chart, as finely as so many stretches of time allow, and what its stacks are.
pub fn stacks(cadence: &Cadence, most: usize, width: i32) -> Vec<AnyView> {
    let id = unique_id("stacks");
    let (scale, periods) = cadence.periods(most);
    let limit = (scale == Scale::Weeks).then_some(MOST_IN_SEVEN_DAYS);
    let sizes: Vec<Vec<usize>> =
        periods.iter().map(|it| it.counts.iter().map(|(_, count)| *count).collect()).collect();
    let chart = StackChart::of(&sizes, limit, Room { width, height: 190, label: LABEL });
    let stacks = chart.stacks.iter().zip(&periods);
    let stacks: String = stacks.map(|(stack, period)| drawn(&id, &chart, stack, scale, period)).collect();
    let levels: String = chart
        .levels
        .iter()
        .map(|(count, y)| {
            format!(
                r#"<path class="cadence__level" d="M24 {y}H{}"/><text class="cadence__count" x="16" y="{}">{count}</text>"#,
                chart.width,
                y + 4
            )
        })
        .collect();
    let band = chart.limit.map(|y| {
        format!(
            r#"<rect class="cadence__band" x="24" y="{y}" width="{}" height="{}"/><path class="cadence__limit" d="M24 {y}H{}"/>"#,
            chart.width - 24,
            chart.base - y,
            chart.width
        )
    });
    let svg = format!(
        r#"<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{}{}{levels}{stacks}</svg>"#,
        patterns(cadence, &id),
        band.unwrap_or_default(),
        width = chart.width,
        height = chart.height,
    );
    let about = about(scale, periods.iter().any(|period| period.length > 1));
    vec![InertElement::new(svg).into_any(), about.into_any()]
}

/// What the stacks of a chart are, and what lies behind and between them.
fn about(scale: Scale, has_gap: bool) -> El {
    let band = (scale == Scale::Weeks).then(|| {
        el(html::Span)
            .class("cadence__key cadence__key--band")
            .child(format!("Up to {MOST_IN_SEVEN_DAYS} touchpoints in seven days, comments not counted"))
    });
    el(html::Div)
        .class("cadence__legend")
        .attr(attr::AriaHidden, "true")
        .child(el(html::Span).child(words::scale(scale)))
        .child(band)
        .child(has_gap.then(|| sign("···", "A longer time without a touchpoint, drawn short")))
}

fn sign(sign: &'static str, words: &'static str) -> El {
    el(html::Span).class("cadence__key").child(el(html::Strong).child(sign)).child(words)
}

/// One stack with its mark and its label.
fn drawn(id: &str, chart: &StackChart, stack: &Stack, scale: Scale, period: &Period) -> String {
    let middle = stack.x + stack.width / 2;
    let counted = period.counts.iter().zip(&stack.blocks);
    let blocks: String = counted
        .map(|((channel, count), (y, height))| {
            block(id, *channel, *count, [stack.x, *y, stack.width, *height])
        })
        .collect();
    let gap = if period.length > 1 {
        format!(r#"<text class="cadence__gap" x="{middle}" y="{}">···</text>"#, chart.base - 6)
    } else {
        String::new()
    };
    let mark = match (period.too_much > 0, period.forgotten > 0) {
        (true, true) => "!?",
        (true, false) => "!",
        (false, true) => "?",
        (false, false) => "",
    };
    let above = if period.length > 1 { stack.top - 22 } else { stack.top - 6 };
    let mark = if mark.is_empty() {
        String::new()
    } else {
        format!(r#"<text class="cadence__mark" x="{middle}" y="{above}">{mark}</text>"#)
    };
    let label = if stack.label == Label::Shown {
        let [first, second] = words::period_label(scale, period);
        let y = chart.base;
        format!(
            r#"<text class="cadence__label" x="{middle}" y="{}">{first}</text><text class="cadence__label" x="{middle}" y="{}">{second}</text>"#,
            y + 15,
            y + 30
        )
    } else {
        String::new()
    };
    format!("{blocks}{gap}{mark}{label}")
}

/// What letters, patterns and marks mean.
pub fn legend(cadence: &Cadence) -> El {
    let id = unique_id("legend");
    let channel = |channel: Channel| {
        let swatch = format!(
            r#"<svg viewBox="0 0 26 22" width="26" height="22" aria-hidden="true">{}{}</svg>"#,
            patterns(cadence, &format!("{id}-{}", letter(channel))),
            block(&format!("{id}-{}", letter(channel)), channel, 1, [1, 1, 24, 20])
        );
        el(html::Span)
            .class("cadence__key")
            .child(InertElement::new(swatch).into_any())
            .child(words::channel(channel))
    };
    el(html::Div)
        .class("cadence__legend")
        .attr(attr::AriaHidden, "true")
        .child(cadence.bands.iter().map(|band| channel(band.channel)).collect::<Vec<_>>())
        .child((!cadence.strains.is_empty()).then(|| sign("!", "Too much")))
        .child((!cadence.silences.is_empty()).then(|| sign("?", "A wait too long")))
}
