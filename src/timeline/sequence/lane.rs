//! The steps along the axis: their marks, what belongs to each, and the ways that part.
//!
//! Each lane is laid out around its own line and moved to its place afterwards.

use super::super::Point;
use super::axis::Axis;
use super::caption::{ASCENT, Anchor, Area, Caption, LINE, Tone, fitted};
use super::{Entry, Flow, Frame, Ink, Mark, MarkState, Names, Scene, Stroke};
use crate::plan::Audience;
use crate::schedule::Place;
use crate::words;

/// Half the size of a mark, with the air around it.
pub(super) const HALF: i32 = 13;
/// From a mark to one lifted off it.
const LIFT: i32 = 28;
/// The same where time runs down, and the names need the room.
const LIFT_DOWN: i32 = 25;
/// From a lane to the first way beside it, and from one such way to the next.
const ASIDE: i32 = 50;
/// Captions stand on as many lines over their marks.
const LINES: i32 = 3;
/// How wide a caption may be, first and where there is little room.
const ROOMS: [i32; 2] = [170, 92];

/// As many marks before one may lie at its place, in order of time.
const CROWD: usize = 12;

/// Both lanes, each around its own line.
pub(super) struct Lanes {
    pub marks: Vec<Mark>,
    pub strokes: Vec<Stroke>,
    pub captions: Vec<(Audience, Caption)>,
}

/// As many marks lie over each other, or side by side where time runs down; more of them share a place.
fn most(frame: Frame) -> usize {
    match frame.flow {
        Flow::Across if frame.names == Names::LeftOut => 4,
        Flow::Across => 12,
        Flow::Down => 3,
    }
}

impl Lanes {
    /// Lays out the steps, which stand in order of time.
    pub fn of(scene: Scene<'_>, frame: Frame, axis: &Axis, entries: &[Entry]) -> Self {
        let mut lanes = Self { marks: Vec::new(), strokes: Vec::new(), captions: Vec::new() };
        lanes.set(scene, frame, axis, entries);
        for audience in Audience::BOTH {
            lanes.part(frame.flow, audience, entries);
            lanes.line(frame.flow, audience);
        }
        if frame.flow == Flow::Across && frame.names == Names::Shown {
            // What is late and what comes next is named before the others.
            for is_urgent in [true, false] {
                lanes.name(scene, axis.end(), is_urgent);
            }
        }
        lanes
    }

    fn add(&mut self, ink: Ink, audience: Audience, from: Point, to: Point) {
        self.strokes.push(Stroke { ink, audience, from, to });
    }

    /// Puts each mark on its day: on the line, or lifted off it where it would touch another.
    fn set(&mut self, scene: Scene<'_>, frame: Frame, axis: &Axis, entries: &[Entry]) {
        let flow = frame.flow;
        // Where the last mark lies that was lifted so often: for each lane, and for what lies beside it.
        let mut rows: [Vec<i32>; 4] = Default::default();
        for Entry { audience, facts, date, state } in entries {
            let along = axis.place(*date);
            let is_aside = *state == MarkState::Aside;
            let is_beyond = is_aside && flow == Flow::Across;
            let rows = &mut rows[2 * *audience as usize + usize::from(is_beyond)];
            // Where time runs down, what lies beside its lane takes turns with what is lifted off it.
            let mut row = usize::from(is_aside && flow == Flow::Down);
            while row + 1 < most(frame) && rows.get(row).is_some_and(|last| along - last < 2 * HALF) {
                row += 1;
            }
            if rows.len() <= row {
                rows.resize(row + 1, i32::MIN / 2);
            }
            rows[row] = along;
            let row = row as i32;
            let beside = match (flow, is_aside) {
                (Flow::Across, true) => ASIDE * (row + 1),
                (Flow::Across, false) => -LIFT * row,
                (Flow::Down, _) => LIFT_DOWN * row,
            };
            let at = flow.point(along, beside);
            self.marks.push(Mark {
                audience: *audience,
                step: facts.step,
                number: facts.number,
                state: *state,
                date: *date,
                at,
            });
            if row > 0 && !is_aside {
                self.add(Ink::Stem, *audience, at, flow.point(along, 0));
            }
            let mut bar = |ink, from, to, near, far| {
                self.add(ink, *audience, flow.point(from, beside + near), flow.point(to, beside + far));
            };
            if !facts.is_open() {
                continue;
            }
            if let Some((latest, found)) = facts.latest.zip(facts.derivation)
                && found.earliest < latest
            {
                let (from, to) = axis.stretch(found.earliest, latest);
                bar(Ink::Window, from, to, -HALF, HALF);
            }
            if *state == MarkState::Late && axis.holds(scene.today) {
                bar(Ink::Late, along, axis.place(scene.today), HALF + 2, HALF + 8);
            }
            if facts.last_attempt.is_some() {
                for attempt in scene.schedule.attempts(facts).into_iter().skip(1) {
                    let along = axis.place(attempt);
                    bar(Ink::Try, along - 1, along + 2, HALF - 4, HALF + 3);
                }
            }
        }
    }

    /// The ways that part from a lane and come back to it.
    fn part(&mut self, flow: Flow, audience: Audience, entries: &[Entry]) {
        for at in 0..entries.len() {
            let Mark { at: here, state: MarkState::Aside, audience: own, .. } = self.marks[at] else {
                continue;
            };
            let Some(fork) = entries[at].facts.fork.filter(|_| own == audience) else { continue };
            let is_same_way =
                |other: &Entry| other.facts.fork == Some(fork) && other.facts.place == Place::OffPath;
            let before = entries[..at].iter().rposition(is_same_way);
            let before = before.or_else(|| entries.iter().position(|other| other.facts.step == fork.step));
            if let Some(before) = before {
                self.add(Ink::Fork, audience, self.marks[before].at, here);
            }
            if entries[at + 1..].iter().any(is_same_way) {
                continue;
            }
            let comes_back = |mark: &&Mark| {
                mark.audience == audience
                    && mark.state != MarkState::Aside
                    && mark.along(flow) > self.marks[at].along(flow)
            };
            if let Some(next) = self.marks.iter().find(comes_back) {
                self.add(Ink::Fork, audience, here, next.at);
            }
        }
    }

    /// The line of a lane: past what was done or should have been, then to what comes.
    fn line(&mut self, flow: Flow, audience: Audience) {
        let mut ends: Option<[i32; 3]> = None;
        for mark in &self.marks {
            if mark.audience != audience || mark.state == MarkState::Aside {
                continue;
            }
            let along = mark.along(flow);
            let [_, turn, last] = ends.get_or_insert([along; 3]);
            *last = along;
            if matches!(mark.state, MarkState::Done | MarkState::Skipped | MarkState::Late) {
                *turn = along;
            }
        }
        let Some([first, turn, last]) = ends else { return };
        for (ink, from, to) in [(Ink::Line, first, turn), (Ink::Ahead, turn, last)] {
            if from < to {
                self.add(ink, audience, flow.point(from, 0), flow.point(to, 0));
            }
        }
    }

    /// Names steps where there is room.
    fn name(&mut self, scene: Scene<'_>, end: i32, is_urgent: bool) {
        for at in 0..self.marks.len() {
            let mark = self.marks[at];
            let tone = match mark.state {
                MarkState::Late => Tone::Late,
                MarkState::Next => Tone::Next,
                _ => Tone::Plain,
            };
            if (tone != Tone::Plain) != is_urgent {
                continue;
            }
            let fork = scene.schedule.step(mark.step).and_then(|facts| facts.fork);
            let name = match fork.filter(|_| mark.state == MarkState::Aside) {
                Some(fork) => words::outcome(fork.outcome),
                None => scene.plan.step(mark.step).map_or("", |step| step.what.as_str()),
            };
            for room in ROOMS {
                if self.place(mark, tone, &fitted(name, room), end) {
                    break;
                }
            }
        }
    }

    /// Puts some words over a mark, or below one that lies beside the lane, where nothing else is.
    fn place(&mut self, mark: Mark, tone: Tone, name: &str, end: i32) -> bool {
        if name.is_empty() {
            return false;
        }
        let Point { x, y } = mark.at;
        let is_aside = mark.state == MarkState::Aside;
        for line in 0..if is_aside { 1 } else { LINES } {
            let base = match is_aside {
                true => y + HALF + ASCENT,
                false => y - HALF - (LINE - ASCENT) - line * (LINE + 1),
            };
            for (anchor, by) in [(Anchor::Middle, 0), (Anchor::Start, -10), (Anchor::End, 10)] {
                let caption = Caption::new(name, Point { x: x + by, y: base }, anchor, tone);
                let area = caption.area();
                let bottom = area.y + area.height;
                // A little air, so that two names are not read as one.
                let with_air = Area { x: area.x - 4, width: area.width + 8, ..area };
                let stem = Area { x: x - 1, y: bottom, width: 2, height: (y - HALF - bottom).max(0) };
                let fits = area.x >= 0 && area.x + area.width <= end;
                if !fits
                    || !self.is_free(mark.audience, &with_air)
                    || (line > 0 && !self.is_free(mark.audience, &stem))
                {
                    continue;
                }
                if line > 0 {
                    self.add(Ink::Stem, mark.audience, Point { x, y: bottom }, Point { x, y: y - HALF });
                }
                self.captions.push((mark.audience, caption));
                return true;
            }
        }
        false
    }

    /// Whether two marks of a lane lie over each other.
    pub fn is_crowded(&self) -> bool {
        self.marks.iter().enumerate().any(|(at, mark)| {
            let area = Area::around(mark.at, HALF - 2);
            let others = self.marks[..at].iter().rev().filter(|other| other.audience == mark.audience);
            others.take(CROWD).any(|other| Area::around(other.at, HALF - 2).overlaps(&area))
        })
    }

    fn is_free(&self, audience: Audience, area: &Area) -> bool {
        let is_in_the_way = |stroke: &&Stroke| matches!(stroke.ink, Ink::Stem | Ink::Late | Ink::Try);
        let marks = self.marks.iter().map(|mark| (mark.audience, Area::around(mark.at, HALF - 1)));
        let strokes =
            self.strokes.iter().filter(is_in_the_way).map(|stroke| (stroke.audience, stroke.area()));
        let captions = self.captions.iter().map(|(audience, caption)| (*audience, caption.area()));
        !marks.chain(strokes).chain(captions).any(|(of, other)| of == audience && other.overlaps(area))
    }

    /// How far a lane reaches to both sides of its line, if it is not empty.
    pub fn reach(&self, flow: Flow, audience: Audience) -> Option<[i32; 2]> {
        let marks = self.marks.iter().map(|mark| (mark.audience, Area::around(mark.at, HALF)));
        let strokes = self.strokes.iter().map(|stroke| (stroke.audience, stroke.area()));
        let captions = self.captions.iter().map(|(audience, caption)| (*audience, caption.area()));
        let mut reach: Option<[i32; 2]> = None;
        for (_, area) in marks.chain(strokes).chain(captions).filter(|(of, _)| *of == audience) {
            let (from, to) = match flow {
                Flow::Across => (area.y, area.y + area.height),
                Flow::Down => (area.x, area.x + area.width),
            };
            let [least, most] = reach.get_or_insert([from, to]);
            (*least, *most) = ((*least).min(from), (*most).max(to));
        }
        reach
    }

    /// Moves a lane to its place.
    pub fn move_by(&mut self, audience: Audience, by: Point) {
        let moved = |at: &mut Point| *at = Point { x: at.x + by.x, y: at.y + by.y };
        self.marks.iter_mut().filter(|mark| mark.audience == audience).for_each(|mark| moved(&mut mark.at));
        for stroke in self.strokes.iter_mut().filter(|stroke| stroke.audience == audience) {
            moved(&mut stroke.from);
            moved(&mut stroke.to);
        }
        self.captions
            .iter_mut()
            .filter(|(of, _)| *of == audience)
            .for_each(|(_, caption)| moved(&mut caption.at));
    }
}
