//! One sequence along the axis: its marks, what belongs to each, and the ways that part from it.
//!
//! A lane is laid out around its own line and moved to its place afterwards.

use chrono::NaiveDate;

use super::super::Point;
use super::axis::Axis;
use super::caption::{ASCENT, Anchor, Area, Caption, LINE, Taken, fitted};
use super::{Entry, Flow, Frame, Names, Scene};
use crate::calendar::sort_by_number;
use crate::plan::{Audience, StepId};
use crate::schedule::{Fork, Place, StepFacts};
use crate::words;

/// Half the size of a mark, with the air around it.
pub(super) const HALF: i32 = 13;
/// From a mark to one lifted off it.
const LIFT: i32 = 28;
/// As many lie over each other, or side by side where time runs down; more of them share a place.
fn most(frame: Frame, is_aside: bool) -> usize {
    match (frame.flow, is_aside) {
        (Flow::Across, _) if frame.names == Names::LeftOut => 4,
        (Flow::Across, _) => 12,
        (Flow::Down, false) => 2,
        (Flow::Down, true) => 1,
    }
}

/// From a lane to the first way beside it, and from one such way to the next.
const ASIDE: i32 = 50;
/// Captions stand on as many lines over their marks.
const LINES: i32 = 3;
/// How wide a caption may be, first and where there is little room.
const ROOMS: [i32; 2] = [170, 92];

/// A step in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whose sequence it stands in.
    pub audience: Audience,
    /// The step.
    pub step: StepId,
    /// Its number in the sequence (B2).
    pub number: usize,
    /// How it stands.
    pub state: MarkState,
    /// The day at which it lies.
    pub date: NaiveDate,
    /// Its middle.
    pub at: Point,
    /// What is written at it, where there is room.
    pub caption: Option<Caption>,
    /// A line to what is written.
    pub stem: Option<[Point; 2]>,
    /// A line to the lane from which it was lifted.
    pub lift: Option<[Point; 2]>,
    /// All the days that will do, where there are several (C2).
    pub window: Option<Area>,
    /// As long as it is late (B9).
    pub late: Option<Area>,
    /// The further attempts (B5).
    pub tries: Vec<Area>,
}

/// How a step stands in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// It was done.
    Done,
    /// It was left out.
    Skipped,
    /// It should have been done by now.
    Late,
    /// It comes next in its sequence.
    Next,
    /// It comes later.
    Expected,
    /// It comes only after another outcome than is expected (B5).
    Aside,
}

impl Mark {
    /// Where it lies along the axis.
    pub fn along(&self, flow: Flow) -> i32 {
        if flow == Flow::Across { self.at.x } else { self.at.y }
    }

    pub(super) fn move_by(&mut self, by: Point) {
        let moved = |at: Point| Point { x: at.x + by.x, y: at.y + by.y };
        self.at = moved(self.at);
        if let Some(caption) = &mut self.caption {
            caption.move_by(by);
        }
        self.stem = self.stem.map(|line| line.map(moved));
        self.lift = self.lift.map(|line| line.map(moved));
        self.window = self.window.map(|area| area.moved(by));
        self.late = self.late.map(|area| area.moved(by));
        self.tries.iter_mut().for_each(|area| *area = area.moved(by));
    }
}

/// A lane around its own line.
pub(super) struct Lane {
    pub marks: Vec<Mark>,
    /// Stretches of its line: whether what they lead past is over, and where they begin and end along the axis.
    pub spans: Vec<(bool, [i32; 2])>,
    pub forks: Vec<[Point; 2]>,
    /// How far it reaches to both sides of its line; nothing where it is empty.
    pub from: i32,
    pub to: i32,
}

impl Lane {
    pub fn of(scene: Scene<'_>, frame: Frame, axis: &Axis, mut entries: Vec<Entry>) -> Self {
        // In order of time, those of one day in their order.
        sort_by_number(&mut entries, |entry| entry.date.to_epoch_days().into());
        let mut lane = Self { marks: Vec::new(), spans: Vec::new(), forks: Vec::new(), from: 0, to: 0 };
        lane.set(scene, frame, axis, &entries);
        lane.part(frame.flow, &entries);
        lane.span(frame.flow);
        if frame.flow == Flow::Across && frame.names == Names::Shown {
            lane.name(scene, axis.end());
        }
        lane.measure(frame.flow);
        lane
    }

    /// Whether something of it comes before the end of another.
    pub fn begins_before(&self, other: &Self) -> bool {
        let first = self.marks.iter().map(|mark| mark.at.y).min();
        let last = other.marks.iter().map(|mark| mark.at.y).max();
        first.zip(last).is_some_and(|(first, last)| first < last + 2 * HALF)
    }

    /// Puts each mark on its day: on the line, or lifted off it where it would touch another.
    fn set(&mut self, scene: Scene<'_>, frame: Frame, axis: &Axis, entries: &[Entry]) {
        let flow = frame.flow;
        // Marks are lifted up where time runs across, and to the side of the captions where it runs down.
        let lift = if flow == Flow::Across { -LIFT } else { LIFT };
        // Where the last mark lies that was lifted so often; beside the lane likewise.
        let mut lifted: Vec<i32> = Vec::new();
        let mut aside: Vec<i32> = Vec::new();
        for entry in entries {
            let along = axis.place(entry.date);
            let is_aside = entry.facts.place == Place::OffPath && entry.facts.is_open();
            let rows = if is_aside { &mut aside } else { &mut lifted };
            let free = rows.iter().position(|last| along - last >= 2 * HALF);
            let row = free.unwrap_or(rows.len()).min(most(frame, is_aside) - 1);
            match rows.get_mut(row) {
                Some(last) => *last = along,
                None => rows.push(along),
            }
            let row = row as i32;
            let beside = match (is_aside, flow) {
                (true, Flow::Across) => ASIDE * (row + 1),
                // Beyond what is lifted there: known only when all are set.
                (true, Flow::Down) => 1000 + LIFT * row,
                (false, _) => lift * row,
            };
            let is_lifted = !is_aside && row > 0;
            self.marks.push(Mark {
                audience: entry.audience,
                step: entry.facts.step,
                number: entry.facts.number,
                state: entry.state,
                date: entry.date,
                at: flow.point(along, beside),
                caption: None,
                stem: None,
                lift: is_lifted.then(|| [flow.point(along, beside), flow.point(along, 0)]),
                window: window(&entry.facts, axis, flow, beside),
                late: late(entry, scene.today, axis, flow, beside),
                tries: tries(scene, &entry.facts, axis, flow, beside),
            });
        }
        if flow == Flow::Down {
            let beyond = LIFT * lifted.len().max(1) as i32 - 1000;
            for mark in self.marks.iter_mut().filter(|mark| mark.at.x >= 1000) {
                mark.move_by(Point { x: beyond, y: 0 });
            }
        }
    }

    /// The ways that part from the lane and come back to it.
    fn part(&mut self, flow: Flow, entries: &[Entry]) {
        let mut ends: Vec<(Fork, usize)> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if self.marks[at].state != MarkState::Aside {
                continue;
            }
            let Some(fork) = entry.facts.fork else { continue };
            let before = match ends.iter_mut().find(|(known, _)| *known == fork) {
                Some((_, end)) => Some(std::mem::replace(end, at)),
                None => {
                    ends.push((fork, at));
                    self.marks.iter().position(|mark| mark.step == fork.step)
                }
            };
            self.forks.extend(before.map(|before| [self.marks[before].at, self.marks[at].at]));
        }
        for (_, end) in ends {
            let comes_back = |mark: &&Mark| {
                mark.state != MarkState::Aside && mark.along(flow) > self.marks[end].along(flow)
            };
            let next = self.marks.iter().find(comes_back).map(|mark| mark.at);
            self.forks.extend(next.map(|next| [self.marks[end].at, next]));
        }
    }

    /// The line: what was done or should have been, and what comes.
    fn span(&mut self, flow: Flow) {
        let on_line = || self.marks.iter().filter(|mark| mark.state != MarkState::Aside);
        let along = |mark: &Mark| mark.along(flow);
        let (Some(first), Some(last)) = (on_line().map(along).min(), on_line().map(along).max()) else {
            return;
        };
        let is_over =
            |mark: &&Mark| matches!(mark.state, MarkState::Done | MarkState::Skipped | MarkState::Late);
        let turn = on_line().filter(is_over).map(along).max().unwrap_or(first);
        let spans = [(true, [first, turn]), (false, [turn, last])];
        self.spans.extend(spans.into_iter().filter(|(_, [from, to])| from < to));
    }

    /// Names the steps where there is room, what is late and next before the others.
    fn name(&mut self, scene: Scene<'_>, end: i32) {
        let mut taken = Taken::default();
        for mark in &self.marks {
            taken.take(Area::around(mark.at, HALF - 1));
            if let Some([from, to]) = mark.lift {
                taken.take(Area { x: from.x - 1, y: from.y, width: 2, height: to.y - from.y });
            }
            [mark.late]
                .into_iter()
                .flatten()
                .chain(mark.tries.iter().copied())
                .for_each(|area| taken.take(area));
        }
        let is_urgent = |mark: &Mark| matches!(mark.state, MarkState::Late | MarkState::Next);
        let mut order: Vec<usize> = (0..self.marks.len()).collect();
        sort_by_number(&mut order, |at| i64::from(!is_urgent(&self.marks[*at])));
        for at in order {
            let mark = &self.marks[at];
            let name = match mark.state {
                MarkState::Aside => outcome(scene, mark).to_owned(),
                _ => scene.plan.step(mark.step).map_or_else(String::new, |step| step.what.to_string()),
            };
            let found = ROOMS.into_iter().find_map(|room| place(&taken, mark, &fitted(&name, room), end));
            if let Some((caption, stem)) = found {
                taken.take(caption.area());
                stem.into_iter().for_each(|line| taken.take(stem_area(line)));
                let mark = &mut self.marks[at];
                (mark.caption, mark.stem) = (Some(caption), stem);
            }
        }
    }

    fn measure(&mut self, flow: Flow) {
        for mark in &self.marks {
            let areas = [mark.window, mark.late, mark.caption.as_ref().map(Caption::area)];
            let areas = areas.into_iter().flatten().chain(mark.tries.iter().copied());
            for area in areas.chain([Area::around(mark.at, HALF)]) {
                let (from, to) = match flow {
                    Flow::Across => (area.y, area.y + area.height),
                    Flow::Down => (area.x, area.x + area.width),
                };
                self.from = self.from.min(from);
                self.to = self.to.max(to);
            }
        }
    }
}

/// What comes of the step at which a way parts.
fn outcome(scene: Scene<'_>, mark: &Mark) -> &'static str {
    let fork = scene.schedule.step(mark.step).and_then(|facts| facts.fork);
    fork.map_or("", |fork| words::outcome(fork.outcome))
}

/// A free place for some words: over the mark, below it where it lies beside the lane.
fn place(taken: &Taken, mark: &Mark, name: &str, end: i32) -> Option<(Caption, Option<[Point; 2]>)> {
    if name.is_empty() {
        return None;
    }
    let is_aside = mark.state == MarkState::Aside;
    for line in 0..if is_aside { 1 } else { LINES } {
        let y = match is_aside {
            true => mark.at.y + HALF + ASCENT,
            false => mark.at.y - HALF - (LINE - ASCENT) - line * (LINE + 1),
        };
        for (anchor, x) in [(Anchor::Middle, 0), (Anchor::Start, -10), (Anchor::End, 10)] {
            let caption = Caption::new(name, Point { x: mark.at.x + x, y }, anchor);
            let area = caption.area();
            let stem = (line > 0).then(|| {
                [Point { x: mark.at.x, y: area.y + area.height }, Point { x: mark.at.x, y: mark.at.y - HALF }]
            });
            let fits = area.x >= 0 && area.x + area.width <= end;
            // A little air, so that two names are not read as one.
            let with_air = Area { x: area.x - 4, width: area.width + 8, ..area };
            if fits && taken.is_free(&with_air) && stem.is_none_or(|line| taken.is_free(&stem_area(line))) {
                return Some((caption, stem));
            }
        }
    }
    None
}

fn stem_area([from, to]: [Point; 2]) -> Area {
    Area { x: from.x - 1, y: from.y, width: 2, height: to.y - from.y }
}

/// A stretch along the axis, so far beside the line.
fn bar(flow: Flow, (from, to): (i32, i32), beside: i32, thick: i32) -> Area {
    match flow {
        Flow::Across => Area { x: from, y: beside, width: to - from, height: thick },
        Flow::Down => Area { x: beside, y: from, width: thick, height: to - from },
    }
}

fn window(facts: &StepFacts, axis: &Axis, flow: Flow, beside: i32) -> Option<Area> {
    let (latest, first) = (facts.latest?, facts.derivation?.earliest);
    let several = facts.is_open() && first < latest;
    several.then(|| bar(flow, axis.stretch(first, latest), beside - HALF, 2 * HALF))
}

fn late(entry: &Entry, today: NaiveDate, axis: &Axis, flow: Flow, beside: i32) -> Option<Area> {
    let is_late = entry.state == MarkState::Late && axis.holds(today);
    is_late.then(|| bar(flow, (axis.place(entry.date), axis.place(today)), beside + HALF + 2, 6))
}

fn tries(scene: Scene<'_>, facts: &StepFacts, axis: &Axis, flow: Flow, beside: i32) -> Vec<Area> {
    if !facts.is_open() || facts.last_attempt.is_none() {
        return Vec::new();
    }
    let tick = |date: NaiveDate| {
        let at = axis.place(date);
        bar(flow, (at - 1, at + 2), beside + HALF - 4, 7)
    };
    scene.schedule.attempts(facts).into_iter().skip(1).map(tick).collect()
}

/// Where captions stand under each other, each as near to its place as the one above lets it.
pub(super) struct Shelf(i32);

impl Shelf {
    pub fn new() -> Self {
        Self(12)
    }

    /// The height at which the next one stands.
    pub fn place(&mut self, wanted: i32) -> i32 {
        let place = wanted.max(self.0);
        self.0 = place + LINE + 6;
        place
    }

    /// Where the last one ends.
    pub fn end(&self) -> i32 {
        self.0
    }
}
