//! Where the lanes lie, and the words that belong to no single step.

use chrono::NaiveDate;

use super::super::Point;
use super::axis::Axis;
use super::caption::{Anchor, Area, Caption, Tone, fitted, text_width};
use super::lane::{HALF, Lanes};
use super::{Flow, Frame, Ink, MarkState, Names, SIDE, Scene, Stroke, TOP, Timeline};
use crate::plan::Audience;
use crate::words;

/// Above the lanes where time runs across: today.
const TODAY: i32 = 24;
/// Below them: what holidays are called.
const FOOT: i32 = 22;
/// Between two lanes; where the first purchase is shown as well.
const GAP: i32 = 20;
const PURCHASE: i32 = 44;

/// One lane below the other.
pub(super) fn across(
    scene: Scene<'_>,
    frame: Frame,
    axis: &Axis,
    mut lanes: Lanes,
    purchase: Option<NaiveDate>,
) -> Timeline {
    let is_shown = frame.names == Names::Shown && axis.holds(scene.today);
    let mut end = TOP + if is_shown { TODAY } else { 8 };
    let mut lines = [0; 2];
    for audience in Audience::BOTH {
        let Some([from, to]) = lanes.reach(Flow::Across, audience) else { continue };
        if audience == Audience::Customer && purchase.is_some() {
            end += PURCHASE;
        }
        lines[audience as usize] = end - from;
        lanes.move_by(audience, Point { x: 0, y: end - from });
        end += to - from + GAP;
    }
    end -= GAP / 2;
    let width = axis.end();
    let mut place = None;
    if let Some(day) = purchase {
        let (at, [before, after]) = (axis.place(day), lines);
        let last =
            lanes.marks.iter().filter(|mark| mark.audience == Audience::Prospect).map(|mark| mark.at.x).max();
        let reach = lanes.reach(Flow::Across, Audience::Customer).map_or(after, |[from, _]| from);
        let middle = Point { x: at, y: reach - PURCHASE / 2 };
        let turn = Point { x: at, y: before };
        lanes.strokes.extend(
            [(Point { x: last.unwrap_or(at).min(at), y: before }, turn), (turn, Point { x: at, y: after })]
                .map(|(from, to)| Stroke { ink: Ink::Ahead, audience: Audience::Prospect, from, to }),
        );
        let words = purchase_words(scene, day);
        let widest = words.iter().map(|words| text_width(words)).max().unwrap_or(0) * 9 / 8;
        // At the right edge the words stand before it.
        let (anchor, by) = if at + 16 + widest > width { (Anchor::End, -16) } else { (Anchor::Start, 16) };
        for (words, (tone, down)) in words.into_iter().zip([(Tone::Next, -2), (Tone::Plain, 14)]) {
            let at = Point { x: middle.x + by, y: middle.y + down };
            lanes.captions.push((Audience::Customer, Caption::new(words, at, anchor, tone)));
        }
        place = Some(middle);
    }
    let plot = Area { x: 0, y: TOP, width, height: end - TOP };
    Timeline { purchase: place, ..Timeline::finished(scene, frame, axis, lanes, [width, end + FOOT], plot) }
}

/// Each step with a line of its own beside the axis, as near to its day as those above let it.
pub(super) fn down(
    scene: Scene<'_>,
    frame: Frame,
    axis: &Axis,
    mut lanes: Lanes,
    purchase: Option<NaiveDate>,
) -> Timeline {
    let reach = Audience::BOTH.map(|audience| lanes.reach(Flow::Down, audience));
    let ends = |audience: Audience| {
        let mut days = lanes.marks.iter().filter(|mark| mark.audience == audience).map(|mark| mark.at.y);
        let first = days.next();
        (first, days.next_back().or(first))
    };
    // The lanes lie side by side where they lie beside each other in time as well.
    let is_apart = ends(Audience::Customer).0 > ends(Audience::Prospect).1.map(|last| last + 2 * HALF);
    let mut end = SIDE + 8;
    let mut first = 0;
    for (audience, reach) in Audience::BOTH.into_iter().zip(reach) {
        let Some([from, to]) = reach else { continue };
        let begin = if is_apart { SIDE + 8 } else { end };
        if first == 0 {
            first = begin - from;
        }
        lanes.move_by(audience, Point { x: begin - from, y: 0 });
        end = end.max(begin + to - from);
    }
    let column = end + 16;
    let room = frame.width - column;
    let bought = purchase.map(|day| (axis.place(day), purchase_words(scene, day)));
    let mut bought = bought.filter(|_| room > 0);
    let place = bought.as_ref().map(|(y, _)| Point { x: first, y: *y });
    let mut line = 12;
    let mut next = |wanted: i32| {
        let y = wanted.max(line);
        line = y + 22;
        y
    };
    for at in 0..lanes.marks.len() {
        let mark = lanes.marks[at];
        if let Some((_, [name, day])) = bought.take_if(|(y, _)| *y <= mark.at.y) {
            let text = fitted(&[day, name].join("  "), room * 8 / 9);
            let at = Point { x: column, y: next(axis.place(purchase.unwrap_or(mark.date))) + 4 };
            lanes.captions.push((mark.audience, Caption::new(text, at, Anchor::Start, Tone::Next)));
        }
        let y = next(mark.at.y);
        let what = scene.plan.step(mark.step).map_or("", |step| step.what.as_str());
        let (tone, room) = match mark.state {
            MarkState::Late => (Tone::Late, room * 8 / 9),
            MarkState::Next => (Tone::Next, room * 8 / 9),
            _ => (Tone::Plain, room),
        };
        let day = words::day(mark.date);
        let what = fitted(what, room - text_width(&day) - 10);
        let text = if what.is_empty() { day } else { [day, what].join("  ") };
        lanes
            .captions
            .push((mark.audience, Caption::new(text, Point { x: column, y: y + 4 }, Anchor::Start, tone)));
        let from = Point { x: mark.at.x + HALF, y: mark.at.y };
        let to = Point { x: column - 4, y };
        lanes.strokes.push(Stroke { ink: Ink::Stem, audience: mark.audience, from, to });
    }
    let plot = Area { x: SIDE, y: 0, width: column - 8 - SIDE, height: axis.end() };
    let height = plot.height.max(line) + 8;
    Timeline { purchase: place, ..Timeline::finished(scene, frame, axis, lanes, [frame.width, height], plot) }
}

/// What is written at the first purchase: what it is, and when.
fn purchase_words(scene: Scene<'_>, day: NaiveDate) -> [String; 2] {
    let own = if scene.plan.runs.customer.start.is_some() { "" } else { ", not set yet" };
    ["First purchase".to_owned(), [&words::day(day), own].concat()]
}
