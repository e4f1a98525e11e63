//! A picture of time as SVG. Words that somebody has typed go into it as text, like any other.

use crate::calendar::DayOff;
use crate::plan::Audience;
use crate::timeline::{Anchor, Area, Caption, DaysOff, Flow, Mark, MarkState, Point, Timeline};
use crate::ui::element::{El, attr, data, drawn, el, svg};
use crate::ui::parts::unique_id;

/// The outline of a step before the first purchase, around the middle.
const CIRCLE: &str = "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z";
/// Of one after it.
const SQUARE: &str = "M-9.5-5.5a4 4 0 0 1 4-4h11a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4h-11a4 4 0 0 1-4-4z";
/// A second ring around either.
const OUTER_CIRCLE: &str = "M-13.5 0a13.5 13.5 0 1 0 27 0a13.5 13.5 0 1 0-27 0z";
const OUTER_SQUARE: &str = "M-13-7.5a5.5 5.5 0 0 1 5.5-5.5h15a5.5 5.5 0 0 1 5.5 5.5v15a5.5 5.5 0 0 1-5.5 5.5h-15a5.5 5.5 0 0 1-5.5-5.5z";
/// What can be pressed of a mark.
const TARGET: &str = "M-13-13h26v26h-26z";
const SLASH: &str = "M-11 11L11-11";

/// A line of a drawing: letters of commands, each with its numbers.
#[derive(Default)]
struct Line(String);

impl Line {
    fn to(mut self, command: char, numbers: &[i32]) -> Self {
        self.0.push(command);
        for number in numbers {
            self.0.push_str(&number.to_string());
            self.0.push(' ');
        }
        self
    }

    fn area(self, area: Area) -> Self {
        self.to('M', &[area.x, area.y])
            .to('h', &[area.width])
            .to('v', &[area.height])
            .to('h', &[-area.width])
            .to('z', &[])
    }

    fn between([from, to]: [Point; 2]) -> Self {
        Self::default().to('M', &[from.x, from.y]).to('L', &[to.x, to.y])
    }
}

fn path(class: &'static str, d: impl Into<String>) -> El {
    el(svg::Path).class(class).attr(drawn::D, d.into())
}

fn areas(class: &'static str, areas: impl IntoIterator<Item = Area>) -> Option<El> {
    let line = areas.into_iter().fold(Line::default(), Line::area);
    (!line.0.is_empty()).then(|| path(class, line.0))
}

fn text(class: &'static str, caption: &Caption) -> El {
    el(svg::Text)
        .class(class)
        .attr(attr::Role, "presentation")
        .attr(drawn::X, caption.at.x.to_string())
        .attr(drawn::Y, caption.at.y.to_string())
        .attr(
            drawn::TextAnchor,
            match caption.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            },
        )
        .child(caption.text.as_str())
}

/// What each mark is, so that it can be pressed; nothing where it is only to be seen.
pub type Link = Box<dyn Fn(El, &Mark, usize) -> El>;

/// The whole picture.
pub fn picture(timeline: &Timeline, link: Option<Link>, moved: &dyn Fn(&Mark) -> bool) -> El {
    let Timeline { flow, width, height, plot, .. } = timeline;
    let is_across = *flow == Flow::Across;
    let id = unique_id("hatch");
    let across = |at: i32, from: i32| match is_across {
        true => Line::default().to('M', &[at, from]).to('V', &[plot.y + plot.height]),
        false => Line::default().to('M', &[from, at]).to('H', &[plot.x + plot.width]),
    };
    let months = timeline.months.iter().fold(String::new(), |d, tick| d + &across(tick.at, 0).0);
    let edge = if is_across { plot.y } else { plot.x };
    let weeks =
        timeline.weeks.iter().filter(|tick| tick.caption.is_some()).fold(Line::default(), |line, tick| {
            let (from, to) = (edge - 4, edge);
            match is_across {
                true => line.to('M', &[tick.at, from]).to('V', &[to]),
                false => line.to('M', &[from, tick.at]).to('H', &[to]),
            }
        });
    let base = match is_across {
        true => Line::default().to('M', &[plot.x, plot.y]).to('h', &[plot.width]),
        false => Line::default().to('M', &[plot.x, plot.y]).to('v', &[plot.height]),
    };
    let off = |holiday: bool| {
        let is_kind = move |off: &&DaysOff| (off.kind == DayOff::Holiday) == holiday;
        timeline.days_off.iter().filter(is_kind).map(|off| off.area)
    };
    let hatched = areas("", off(true)).map(|el| el.attr(drawn::Fill, ["url(#", &id, ")"].concat()));
    let words = |class, ticks: &[crate::timeline::Tick]| {
        ticks
            .iter()
            .filter_map(|tick| tick.caption.as_ref())
            .map(|caption| text(class, caption))
            .collect::<Vec<_>>()
    };
    let [width, height] = [width, height].map(ToString::to_string);
    let mut drawing = el(svg::Svg)
        .class("timeline__picture")
        .attr(drawn::ViewBox, ["0 0 ", &width, " ", &height].concat())
        .attr(drawn::Width, width)
        .attr(drawn::Height, height)
        .child(hatch(&id))
        .child(areas("timeline__weekend", off(false)))
        .child(hatched)
        .child(path("timeline__month", months))
        .child(path("timeline__month", [weeks.0, base.0].concat()))
        .child(words("timeline__month-name", &timeline.months))
        .child(words("timeline__week", &timeline.weeks))
        .child(timeline.holidays.iter().map(|name| text("timeline__holiday", name)).collect::<Vec<_>>());
    if let Some(today) = &timeline.today {
        drawing = drawing.child(path("timeline__today", across(today.at, edge).0));
    }
    for mark in &timeline.marks {
        let class = of(mark.audience, "timeline__window", "timeline__window timeline__window--customer");
        drawing = drawing.child(areas(class, mark.window));
    }
    for (audience, ends) in &timeline.forks {
        let class = of(*audience, "timeline__fork", "timeline__fork timeline__fork--customer");
        drawing = drawing.child(path(class, fork(*ends, is_across).0));
    }
    for (audience, is_over, ends) in &timeline.lines {
        let class = match is_over {
            true => of(*audience, "timeline__line", "timeline__line timeline__line--customer"),
            false => of(
                *audience,
                "timeline__line timeline__line--ahead",
                "timeline__line timeline__line--ahead timeline__line--customer",
            ),
        };
        drawing = drawing.child(path(class, Line::between(*ends).0));
    }
    if let Some(purchase) = &timeline.purchase {
        let [from, turn, _, to] = purchase.line;
        let line = Line::between([from, turn]).to('L', &[to.x, to.y]);
        let diamond = Line::default()
            .to('M', &[purchase.at.x - 9, purchase.at.y])
            .to('l', &[9, -9, 9, 9, -9, 9])
            .to('z', &[]);
        let names = ["timeline__caption timeline__caption--next", "timeline__caption"];
        let captions = names.into_iter().zip(&purchase.captions).map(|(class, caption)| text(class, caption));
        drawing = drawing
            .child(path("timeline__line timeline__line--ahead", line.0))
            .child(path("timeline__purchase", diamond.0))
            .child(captions.collect::<Vec<_>>());
    }
    for line in timeline.marks.iter().flat_map(|mark| [mark.lift, mark.stem]).flatten() {
        drawing = drawing.child(path("timeline__stem", Line::between(line).0));
    }
    let marks = timeline.marks.iter().enumerate();
    drawing = drawing.child(marks.map(|(at, it)| mark(it, at, link.as_ref(), moved(it))).collect::<Vec<_>>());
    drawing.child(
        timeline.today.iter().filter_map(|tick| tick.caption.as_ref()).flat_map(chip).collect::<Vec<_>>(),
    )
}

fn of(audience: Audience, prospect: &'static str, customer: &'static str) -> &'static str {
    match audience {
        Audience::Prospect => prospect,
        Audience::Customer => customer,
    }
}

fn hatch(id: &str) -> El {
    el(svg::Pattern)
        .attr(attr::Id, id.to_owned())
        .attr(drawn::Width, "5")
        .attr(drawn::Height, "5")
        .attr(drawn::PatternUnits, "userSpaceOnUse")
        .child(path("timeline__hatch", "M-1 1L1-1M0 5L5 0M4 6L6 4"))
}

/// A curve that leaves one line and comes to lie on another.
fn fork([from, to]: [Point; 2], is_across: bool) -> Line {
    let middle = Point { x: from.x.midpoint(to.x), y: from.y.midpoint(to.y) };
    let line = Line::default().to('M', &[from.x, from.y]);
    match is_across {
        true => line.to('C', &[middle.x, from.y, middle.x, to.y, to.x, to.y]),
        false => line.to('C', &[from.x, middle.y, to.x, middle.y, to.x, to.y]),
    }
}

/// Today, in a box of its own.
fn chip(caption: &Caption) -> [El; 2] {
    let area = caption.area();
    let around = Area { x: area.x - 3, y: area.y - 2, width: area.width + 6, height: area.height + 4 };
    [
        path("timeline__chip", Line::default().area(around).0),
        text("timeline__caption timeline__caption--today", caption),
    ]
}

fn mark(mark: &Mark, at: usize, link: Option<&Link>, is_moved: bool) -> El {
    let here = Point { x: -mark.at.x, y: -mark.at.y };
    let area = |it: Area| Area { x: it.x + here.x, y: it.y + here.y, ..it };
    let caption = mark.caption.clone().map(|caption| {
        let at = Point { x: caption.at.x + here.x, y: caption.at.y + here.y };
        let class = match mark.state {
            MarkState::Late => "timeline__caption timeline__caption--late",
            MarkState::Next => "timeline__caption timeline__caption--next",
            _ => "timeline__caption",
        };
        text(class, &Caption { at, ..caption })
    });
    let class = if is_moved { "timeline__mark timeline__mark--moved" } else { "timeline__mark" };
    let place = ["translate(", &mark.at.x.to_string(), " ", &mark.at.y.to_string(), ")"].concat();
    let content = shape(mark.state, mark.audience, &mark.number.to_string());
    let around = match link {
        Some(link) => link(el(svg::A), mark, at),
        None => el(svg::G),
    };
    around
        .class(class)
        .attr(data::At, at.to_string())
        .attr(drawn::Transform, place)
        .child(areas("timeline__late", mark.late.map(area)))
        .child(areas("timeline__tries", mark.tries.iter().copied().map(area)))
        .child(content)
        .child(caption)
}

/// A mark by itself, around the middle.
pub fn shape(state: MarkState, audience: Audience, number: &str) -> El {
    let outline = of(audience, CIRCLE, SQUARE);
    let class = match state {
        MarkState::Done => "timeline__shape timeline__shape--done",
        MarkState::Skipped => "timeline__shape timeline__shape--skipped",
        MarkState::Late => "timeline__shape timeline__shape--late",
        MarkState::Next => "timeline__shape timeline__shape--next",
        MarkState::Expected => "timeline__shape timeline__shape--expected",
        MarkState::Aside => "timeline__shape timeline__shape--aside",
    };
    let ring =
        (state == MarkState::Late).then(|| path("timeline__ring", of(audience, OUTER_CIRCLE, OUTER_SQUARE)));
    let number = el(svg::Text).class("timeline__number").attr(drawn::Y, "5").child(number);
    el(svg::G)
        .class([class, of(audience, "", " timeline__shape--customer")].concat())
        .child(path("timeline__target", TARGET))
        .child(ring)
        .child(path("timeline__outline", outline))
        .child(number)
        .child((state == MarkState::Skipped).then(|| path("timeline__slash", SLASH)))
}
