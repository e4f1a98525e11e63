//! A plan's two sequences as a picture of time: the axis is true, so what is twice as long is twice as wide.
//!
//! Before and after the first purchase have a lane each (A8). What comes only after another outcome lies beside its
//! lane, from the step at which the way parts (B5). Where marks would touch, they are lifted off their lane and keep
//! their day; a caption is set where nothing else stands, or left out. All but the marks is a list of strokes and one
//! of captions, so that drawing it needs to know no more than how each kind looks.

mod axis;

mod caption;

mod lane;

mod layout;

use chrono::NaiveDate;

use super::{DayAxis, Point};
use crate::calendar::sort_by_number;
use crate::plan::{Audience, Fate, PlanParts, StepId};
use crate::schedule::{Place, Schedule, StepFacts, Worklist};
use axis::Axis;
pub use caption::{Anchor, Area, Caption, Tone};
use lane::Lanes;
use layout::{across, down};

/// Which way time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the right.
    Across,
    /// Down, with the captions beside it.
    Down,
}

/// How much room a picture has, in its own units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Which way time runs.
    pub flow: Flow,
    /// How long it may be along the axis where time runs across; how wide it is where time runs down.
    pub width: i32,
    /// What a day takes, in thousandths, where not all of them fit: then the picture is longer. 0 where all must fit.
    /// Where time runs down it is the least.
    pub day: i64,
    /// Whether steps are named, and today marked.
    pub names: Names,
}

/// Whether steps are named; their numbers are shown in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As far as there is room.
    Shown,
    /// Nowhere.
    LeftOut,
}

impl Frame {
    /// For a wide screen.
    pub const WIDE: Self = Self { flow: Flow::Across, width: 1200, day: 10_000, names: Names::Shown };
    /// For a phone.
    pub const TALL: Self = Self { flow: Flow::Down, width: 328, day: 3_000, names: Names::Shown };
    /// For a sheet of paper, on which the steps are listed below.
    pub const SHEET: Self = Self { flow: Flow::Across, width: 680, day: 0, names: Names::LeftOut };
}

impl Flow {
    /// The place so far along the axis and so far beside it.
    pub fn point(self, along: i32, beside: i32) -> Point {
        match self {
            Self::Across => Point { x: along, y: beside },
            Self::Down => Point { x: beside, y: along },
        }
    }

    /// How far along the axis a place lies.
    pub fn along(self, at: Point) -> i32 {
        if self == Self::Across { at.x } else { at.y }
    }

    /// How far beside it.
    pub fn beside(self, at: Point) -> i32 {
        if self == Self::Across { at.y } else { at.x }
    }
}

/// What a picture shows.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The plan.
    pub plan: &'a PlanParts,
    /// Its dates.
    pub schedule: &'a Schedule,
    /// The day on which one looks.
    pub today: NaiveDate,
    /// The one sequence shown; both if none.
    pub only: Option<Audience>,
}

/// What a stroke is, in the order they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Weekdays that are not worked: an area.
    Weekend,
    /// Other days off: an area.
    Holiday,
    /// A line that helps to find a day.
    Grid,
    /// Today: a line.
    Today,
    /// All the days that will do for a step (C2): an area.
    Window,
    /// Where a way parts, or comes back (B5): a curve.
    Fork,
    /// A lane, as far as what it leads past is over: a line.
    Line,
    /// A lane, towards what comes: a line.
    Ahead,
    /// From a mark to its caption or its lane: a line.
    Stem,
    /// For how long a step is late (B9): an area.
    Late,
    /// A further attempt (B5): an area.
    Try,
}

impl Ink {
    /// All of them, in the order they are drawn.
    pub const ALL: [Self; 11] = [
        Self::Weekend,
        Self::Holiday,
        Self::Grid,
        Self::Today,
        Self::Window,
        Self::Fork,
        Self::Line,
        Self::Ahead,
        Self::Stem,
        Self::Late,
        Self::Try,
    ];
}

/// A line or a curve from one end to the other, or the area between two corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// What it is.
    pub ink: Ink,
    /// Whose it is; of the axis nobody's in particular.
    pub audience: Audience,
    /// The one end.
    pub from: Point,
    /// The other, not above it or to its left where it is an area.
    pub to: Point,
}

impl Stroke {
    /// The room it takes.
    pub fn area(&self) -> Area {
        let (x, y) = (self.from.x.min(self.to.x), self.from.y.min(self.to.y));
        Area {
            x,
            y,
            width: (self.from.x.max(self.to.x) - x).max(1),
            height: (self.from.y.max(self.to.y) - y).max(1),
        }
    }
}

/// A step in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl Mark {
    /// Where it lies along the axis.
    pub fn along(&self, flow: Flow) -> i32 {
        flow.along(self.at)
    }
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

impl MarkState {
    /// Whether the step is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Late | Self::Next | Self::Expected)
    }
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Which way time runs.
    pub flow: Flow,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Everything but the marks and the words.
    pub strokes: Vec<Stroke>,
    /// The words.
    pub captions: Vec<Caption>,
    /// The steps in order of time, those of one day in their order.
    pub marks: Vec<Mark>,
    /// The first purchase, between the lanes (A8).
    pub purchase: Option<Point>,
    /// Where today lies along the axis, if it is in the picture.
    pub today: Option<i32>,
    axis: Axis,
}

/// A step with the day on which it is shown.
#[derive(Clone, Copy, Debug)]
struct Entry {
    audience: Audience,
    facts: StepFacts,
    date: NaiveDate,
    state: MarkState,
}

/// Where time runs down, what a day may take at most to keep marks from lying over each other, and how it grows.
const ROOMY: i64 = 5_000;
const ROOMIER: i64 = 500;

/// Above the plot where time runs across: months and weeks.
const TOP: i32 = 40;
/// Left of it where time runs down: the same.
const SIDE: i32 = 56;

impl Timeline {
    /// The picture; none where no step has a day.
    pub fn of(scene: Scene<'_>, frame: Frame) -> Option<Self> {
        let entries = entries(scene);
        let is_customer = |entry: &Entry| entry.audience == Audience::Customer;
        let has_both = entries.iter().any(is_customer) && !entries.iter().all(is_customer);
        let purchase = scene.plan.start(Audience::Customer).filter(|_| has_both);
        let span = span(scene, frame, &entries, purchase)?;
        let laid_out = |frame: Frame| {
            let axis = Axis::new(span, entries.len(), frame);
            let lanes = Lanes::of(scene, frame, &axis, &entries);
            (axis, lanes)
        };
        let (mut axis, mut lanes) = laid_out(frame);
        let mut day = frame.day;
        while frame.flow == Flow::Down && day < ROOMY && lanes.is_crowded() {
            day += ROOMIER;
            (axis, lanes) = laid_out(Frame { day, ..frame });
        }
        Some(match frame.flow {
            Flow::Across => across(scene, frame, &axis, lanes, purchase),
            Flow::Down => down(scene, frame, &axis, lanes, purchase),
        })
    }

    /// What the lanes make, with the axis added that lies before or above them.
    fn finished(
        scene: Scene<'_>,
        frame: Frame,
        axis: &Axis,
        lanes: Lanes,
        [width, height]: [i32; 2],
        plot: Area,
    ) -> Self {
        let mut captions: Vec<_> = lanes.captions.into_iter().map(|(_, caption)| caption).collect();
        let mut strokes = lanes.strokes;
        let is_shown = frame.names == Names::Shown && axis.holds(scene.today);
        let today = is_shown.then(|| axis.place(scene.today));
        axis.draw(scene, frame, plot, today, &mut strokes, &mut captions);
        Self {
            flow: frame.flow,
            width,
            height,
            strokes,
            captions,
            marks: lanes.marks,
            purchase: None,
            today,
            axis: *axis,
        }
    }
}

impl DayAxis for Timeline {
    fn flow(&self) -> Flow {
        self.flow
    }

    fn width(&self) -> i32 {
        self.width
    }

    fn day_at(&self, along: i32) -> Option<NaiveDate> {
        self.axis.day_at(along)
    }

    fn place(&self, day: NaiveDate) -> i32 {
        self.axis.place(day)
    }
}

/// The steps that have a day, each on the day it was done, or was due, or is; in order of time.
fn entries(scene: Scene<'_>) -> Vec<Entry> {
    let list = Worklist::of(scene.plan, scene.schedule, scene.today);
    let mut entries = Vec::new();
    for (audience, facts) in scene.schedule.all() {
        let is_here = |(_, other): &&(Audience, StepFacts)| other.step == facts.step;
        let since = list.late.iter().find(is_here).and_then(|(_, facts)| facts.late_since(scene.today));
        let first = list.next.iter().find(|(of, _)| *of == audience);
        let state = match facts.fate {
            Some(Fate::Done(_)) => MarkState::Done,
            Some(Fate::Skipped) => MarkState::Skipped,
            _ if facts.place == Place::OffPath => MarkState::Aside,
            _ if since.is_some() => MarkState::Late,
            _ if first.as_ref().is_some_and(is_here) => MarkState::Next,
            _ => MarkState::Expected,
        };
        if let Some(date) = since.or(facts.due)
            && scene.only.is_none_or(|only| only == audience)
        {
            entries.push(Entry { audience, facts: *facts, date, state });
        }
    }
    sort_by_number(&mut entries, |entry| entry.date.to_epoch_days().into());
    entries
}

/// The first day to be shown and the last; on a screen today is among them where it is near.
fn span(
    scene: Scene<'_>,
    frame: Frame,
    entries: &[Entry],
    purchase: Option<NaiveDate>,
) -> Option<(NaiveDate, NaiveDate)> {
    const NEAR: i64 = 31;
    let mut ends: Option<(NaiveDate, NaiveDate)> = None;
    let mut reach = |day: NaiveDate| {
        let (first, last) = ends.get_or_insert((day, day));
        (*first, *last) = ((*first).min(day), (*last).max(day));
    };
    for Entry { facts, date, .. } in entries {
        reach(*date);
        if let Some(last) = facts.latest.max(facts.last_attempt).filter(|_| facts.is_open()) {
            reach(last);
            facts.derivation.into_iter().for_each(|found| reach(found.earliest));
        }
    }
    purchase.into_iter().for_each(&mut reach);
    let (first, last) = ends?;
    let today = scene.today;
    let is_near = frame.names == Names::Shown
        && (first - today).num_days() <= NEAR
        && (today - last).num_days() <= NEAR;
    Some(if is_near { (first.min(today), last.max(today)) } else { (first, last) })
}
