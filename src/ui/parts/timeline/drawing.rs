//! A picture of time as SVG. Words that somebody has typed go into it as text, like any other.

use crate::plan::Audience;
use crate::timeline::{Anchor, Caption, Flow, Ink, Mark, MarkState, Point, Stroke, Timeline, Tone};
use crate::ui::element::{El, attr, drawn, el, svg};
use crate::ui::parts::unique_id;

/// The outlines of a step before the first purchase, around the middle, and of a second ring.
const CIRCLES: [&str; 2] =
    ["M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z", "M-13.5 0a13.5 13.5 0 1 0 27 0a13.5 13.5 0 1 0-27 0z"];
/// Of one after it.
const SQUARES: [&str; 2] = [
    "M-9.5-5.5a4 4 0 0 1 4-4h11a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4h-11a4 4 0 0 1-4-4z",
    "M-13-8a5 5 0 0 1 5-5h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-16a5 5 0 0 1-5-5z",
];
/// What can be pressed of a mark.
const TARGET: &str = "M-13-13h26v26h-26z";
const SLASH: &str = "M-11 11L11-11";
const DIAMOND: &str = "M-9 0l9-9 9 9-9 9z";

/// Adds a command with its numbers to a line.
fn to(line: &mut String, command: &str, numbers: &[i32]) {
    line.push_str(command);
    for number in numbers {
        line.push_str(&number.to_string());
        line.push(' ');
    }
}

fn path(class: String, d: String) -> El {
    el(svg::Path).class(class).attr(drawn::D, d)
}

/// A part of a mark, as it is written here.
fn part(class: &'static str, d: &'static str) -> El {
    path(class.to_owned(), d.to_owned())
}

/// How a stroke is drawn and what its class is called.
fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Weekend => "weekend",
        Ink::Holiday => "holiday",
        Ink::Grid => "grid",
        Ink::Today => "today",
        Ink::Window => "window",
        Ink::Fork => "fork",
        Ink::Line => "line",
        Ink::Ahead => "ahead",
        Ink::Stem => "stem",
        Ink::Late => "late",
        Ink::Try => "try",
    }
}

fn add(line: &mut String, stroke: &Stroke, flow: Flow) {
    let Stroke { from, to: end, .. } = *stroke;
    to(line, "M", &[from.x, from.y]);
    match stroke.ink {
        Ink::Weekend | Ink::Holiday | Ink::Window | Ink::Late | Ink::Try => {
            to(line, "H", &[end.x]);
            to(line, "V", &[end.y]);
            to(line, "H", &[from.x]);
            line.push('z');
        }
        // It leaves one line and comes to lie on another.
        Ink::Fork => {
            let (x, y) = (from.x.midpoint(end.x), from.y.midpoint(end.y));
            let [one, other] = match flow {
                Flow::Across => [[x, from.y], [x, end.y]],
                Flow::Down => [[from.x, y], [end.x, y]],
            };
            to(line, "C", &one);
            to(line, "", &other);
            to(line, "", &[end.x, end.y]);
        }
        _ => to(line, "L", &[end.x, end.y]),
    }
}

fn text(caption: &Caption) -> El {
    let tone = match caption.tone {
        Tone::Plain => "plain",
        Tone::Next => "next",
        Tone::Late => "late",
        Tone::Month => "month",
        Tone::Aside => "aside",
        Tone::Today => "chip",
    };
    let anchor = match caption.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    el(svg::Text)
        .class(["timeline__caption timeline__caption--", tone].concat())
        .attr(drawn::X, caption.at.x.to_string())
        .attr(drawn::Y, caption.at.y.to_string())
        .attr(drawn::TextAnchor, anchor)
        .child(caption.text.as_str())
}

/// The whole picture; `around` makes what a mark stands in.
pub fn picture(timeline: &Timeline, around: &dyn Fn(usize, &Mark) -> El) -> El {
    let id = unique_id("hatch");
    let [width, height] = [timeline.width, timeline.height].map(|size| size.to_string());
    let hatch = el(svg::Pattern)
        .attr(attr::Id, id.clone())
        .attr(drawn::Width, "5")
        .attr(drawn::Height, "5")
        .attr(drawn::PatternUnits, "userSpaceOnUse")
        .child(part("timeline__hatch", "M-1 1L1-1M0 5L5 0M4 6L6 4"));
    let mut drawing = el(svg::Svg)
        .attr(drawn::ViewBox, ["0 0 ", &width, " ", &height].concat())
        .attr(drawn::Width, width)
        .attr(drawn::Height, height)
        .child(hatch);
    for ink in Ink::ALL {
        for audience in Audience::BOTH {
            let mut line = String::new();
            for stroke in &timeline.strokes {
                if stroke.ink == ink && stroke.audience == audience {
                    add(&mut line, stroke, timeline.flow);
                }
            }
            if !line.is_empty() {
                let class = ["timeline__", name(ink), whose(audience)].concat();
                let fill = (ink == Ink::Holiday).then(|| ["url(#", &id, ")"].concat());
                let stroke = path(class, line);
                drawing = drawing.child(match fill {
                    Some(fill) => stroke.attr(drawn::Fill, fill),
                    None => stroke,
                });
            }
        }
    }
    if let Some(at) = timeline.purchase {
        drawing = drawing.child(part("timeline__purchase", DIAMOND).attr(drawn::Transform, moved_to(at)));
    }
    for caption in &timeline.captions {
        if caption.tone == Tone::Today {
            let area = caption.area();
            let mut line = String::new();
            to(&mut line, "M", &[area.x - 4, area.y - 2]);
            to(&mut line, "h", &[area.width + 8]);
            to(&mut line, "v", &[area.height + 3]);
            to(&mut line, "h", &[-area.width - 8]);
            drawing = drawing.child(path("timeline__chip".to_owned(), line));
        }
        drawing = drawing.child(text(caption));
    }
    for (at, mark) in timeline.marks.iter().enumerate() {
        let content = shape(mark.state, mark.audience, mark.number);
        drawing = drawing.child(around(at, mark).attr(drawn::Transform, moved_to(mark.at)).child(content));
    }
    drawing
}

/// Where something is drawn.
pub fn moved_to(at: Point) -> String {
    let mut place = String::new();
    to(&mut place, "translate(", &[at.x, at.y]);
    place.push(')');
    place
}

fn whose(audience: Audience) -> &'static str {
    if audience == Audience::Customer { " timeline--customer" } else { "" }
}

/// A mark by itself, around the middle; 0 for one without a number.
pub fn shape(state: MarkState, audience: Audience, number: usize) -> El {
    let [outline, ring] = if audience == Audience::Customer { SQUARES } else { CIRCLES };
    let name = match state {
        MarkState::Done => "done",
        MarkState::Skipped => "skipped",
        MarkState::Late => "overdue",
        MarkState::Next => "next",
        MarkState::Expected => "expected",
        MarkState::Aside => "aside",
    };
    let number = (number > 0).then(|| el(svg::Text).attr(drawn::Y, "4").child(number.to_string()));
    el(svg::G)
        .class(["timeline__shape timeline__shape--", name, whose(audience)].concat())
        .child(part("timeline__target", TARGET))
        .child((state == MarkState::Late).then(|| part("timeline__ring", ring)))
        .child(part("timeline__outline", outline))
        .child(number)
        .child((state == MarkState::Skipped).then(|| part("timeline__ring", SLASH)))
}
