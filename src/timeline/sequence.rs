//! A plan's two sequences as a picture of time: the axis is true, so what is twice as long is twice as wide.
//!
//! Before and after the first purchase have a lane each (A8). What comes only after another outcome lies beside its
//! lane, from the step at which the way parts (B5). Where marks would touch, they are lifted off their lane and keep
//! their day; a caption is set where nothing else stands, or left out.

mod axis;

mod caption;

mod lane;

use chrono::NaiveDate;

use super::Point;
use crate::calendar::sort_by_number;
use crate::plan::{Audience, Fate, PlanParts, StepId};
use crate::schedule::{Place, Schedule, StepFacts, Worklist};
use crate::words;
use axis::{Axis, holiday_names};
pub use axis::{DaysOff, Tick};
use caption::fitted;
pub use caption::{Anchor, Area, Caption};
use lane::{Lane, Shelf};
pub use lane::{Mark, MarkState};

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
    /// How long it may be along the axis.
    pub length: i32,
    /// How wide it is where time runs down.
    pub breadth: i32,
    /// What a day takes, in thousandths, where not all of them fit: then the picture is longer. 0 where all must fit.
    pub day: i64,
    /// Whether steps are named; their numbers are shown in any case.
    pub names: Names,
}

/// Whether steps are named, and today marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As far as there is room.
    Shown,
    /// Nowhere.
    LeftOut,
}

impl Frame {
    /// For a wide screen.
    pub const WIDE: Self =
        Self { flow: Flow::Across, length: 1200, breadth: 0, day: 10_000, names: Names::Shown };
    /// For a phone.
    pub const TALL: Self =
        Self { flow: Flow::Down, length: 0, breadth: 328, day: 3_000, names: Names::Shown };
    /// For a sheet of paper, on which the steps are listed below.
    pub const SHEET: Self =
        Self { flow: Flow::Across, length: 680, breadth: 0, day: 0, names: Names::LeftOut };

    /// Where the days begin along the axis, or beside it where time runs down.
    fn start(self) -> i32 {
        match self.flow {
            Flow::Across => 0,
            Flow::Down => 56,
        }
    }
}

impl Flow {
    /// A band over the whole plot.
    fn band(self, plot: Area, from: i32, to: i32) -> Area {
        match self {
            Self::Across => Area { x: from, width: to - from, ..plot },
            Self::Down => Area { y: from, height: to - from, ..plot },
        }
    }

    /// Makes a band reach further.
    fn stretch_to(self, band: &mut Area, to: i32) {
        match self {
            Self::Across => band.width = to - band.x,
            Self::Down => band.height = to - band.y,
        }
    }

    /// The place so far along the axis and so far beside it.
    fn point(self, along: i32, beside: i32) -> Point {
        match self {
            Self::Across => Point { x: along, y: beside },
            Self::Down => Point { x: beside, y: along },
        }
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

/// The first purchase, which parts the lanes (A8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Where it lies.
    pub at: Point,
    /// From the lane before it to the one after it.
    pub line: [Point; 4],
    /// What is written beside it.
    pub captions: Vec<Caption>,
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
    /// Where the days lie.
    pub plot: Area,
    /// Where months begin.
    pub months: Vec<Tick>,
    /// Where weeks begin.
    pub weeks: Vec<Tick>,
    /// The days off of the business.
    pub days_off: Vec<DaysOff>,
    /// What holidays are called.
    pub holidays: Vec<Caption>,
    /// Today, where it is in the picture.
    pub today: Option<Tick>,
    /// The lines of the lanes: whose, whether what it leads past is over, and its two ends.
    pub lines: Vec<(Audience, bool, [Point; 2])>,
    /// Where ways part and come back: whose, and the two ends.
    pub forks: Vec<(Audience, [Point; 2])>,
    /// The steps in order of time, those of one day in their order.
    pub marks: Vec<Mark>,
    /// The first purchase, between two lanes.
    pub purchase: Option<Purchase>,
}

/// A step with the day on which it is shown.
#[derive(Clone, Copy, Debug)]
struct Entry {
    audience: Audience,
    facts: StepFacts,
    date: NaiveDate,
    state: MarkState,
}

/// Above the plot: months, weeks, today.
const HEAD: i32 = 40;
const TODAY: i32 = 24;
/// Below it: what holidays are called.
const FOOT: i32 = 22;
/// Between two lanes.
const GAP: i32 = 20;
/// Where the first purchase is shown.
const PURCHASE: i32 = 44;

impl Timeline {
    /// The picture; none where no step has a day.
    pub fn of(scene: Scene<'_>, frame: Frame) -> Option<Self> {
        let entries = entries(scene);
        let purchase = purchase_day(scene, &entries);
        let axis = Axis::new(span(scene, frame, &entries, purchase)?, entries.len(), frame);
        let mut timeline = Self::laid_out(scene, frame, &axis, &entries, purchase);
        sort_by_number(&mut timeline.marks, |mark| mark.date.to_epoch_days().into());
        Some(timeline)
    }

    fn laid_out(
        scene: Scene<'_>,
        frame: Frame,
        axis: &Axis,
        entries: &[Entry],
        purchase: Option<NaiveDate>,
    ) -> Self {
        let flow = frame.flow;
        let is_shown = frame.names == Names::Shown && axis.holds(scene.today);
        let of = |audience| entries.iter().filter(move |entry: &&Entry| entry.audience == audience).copied();
        let lanes = Audience::BOTH.map(|audience| Lane::of(scene, frame, axis, of(audience).collect()));
        let [before, after] = lanes;
        let purchase = purchase.filter(|_| !before.marks.is_empty());
        // Where the two lanes lie: one below the other, or beside it where time runs down.
        let (first, second, mut end);
        match flow {
            Flow::Across => {
                let head = HEAD + if is_shown { TODAY } else { 8 };
                first = head - before.from;
                let middle = if before.marks.is_empty() { head } else { first + before.to + GAP };
                second = middle + if purchase.is_some() { PURCHASE } else { 0 } - after.from;
                end = if after.marks.is_empty() { first + before.to } else { second + after.to } + GAP / 2;
            }
            Flow::Down => {
                first = frame.start() + 20 - before.from;
                let parts = !before.marks.is_empty() && after.begins_before(&before);
                second = if parts { first + before.to + 8 } else { frame.start() + 20 } - after.from;
                end = (first + before.to).max(second + after.to);
            }
        }
        let mut marks = before.marks;
        marks.iter_mut().for_each(|mark| mark.move_by(flow.point(0, first)));
        let mut later = after.marks;
        later.iter_mut().for_each(|mark| mark.move_by(flow.point(0, second)));
        let on = |at: i32, lane: i32| flow.point(at, lane);
        let mut lines = Vec::new();
        let mut forks = Vec::new();
        for (audience, lane, spans, ways) in [
            (Audience::Prospect, first, before.spans, before.forks),
            (Audience::Customer, second, after.spans, after.forks),
        ] {
            lines.extend(
                spans
                    .into_iter()
                    .map(|(is_over, [from, to])| (audience, is_over, [on(from, lane), on(to, lane)])),
            );
            let way = |[from, to]: [Point; 2]| {
                let by = flow.point(0, lane);
                (audience, [from, to].map(|at| Point { x: at.x + by.x, y: at.y + by.y }))
            };
            forks.extend(ways.into_iter().map(way));
        }
        marks.extend(later);
        let purchase = purchase.map(|day| {
            let at = axis.place(day);
            let last = lines
                .iter()
                .filter(|line| line.0 == Audience::Prospect)
                .map(|(_, _, [_, to])| flow.point(to.x, to.y));
            let along = |at: Point| if flow == Flow::Across { at.x } else { at.y };
            let last = last.map(along).max().unwrap_or(at).min(at);
            let middle = match flow {
                Flow::Across => second + after.from - PURCHASE / 2,
                Flow::Down => first,
            };
            let is_own = scene.plan.runs.customer.start.is_some();
            let day =
                [words::day(day), if is_own { String::new() } else { ", not set yet".to_owned() }].concat();
            let place = on(at, middle);
            Purchase {
                at: place,
                line: [on(last, first), on(at, first), place, on(at, second)],
                captions: vec![
                    Caption::new("First purchase", Point { x: place.x + 16, y: place.y - 2 }, Anchor::Start),
                    Caption::new(day, Point { x: place.x + 16, y: place.y + 14 }, Anchor::Start),
                ],
            }
        });
        let mut plot = match flow {
            Flow::Across => Area { x: 0, y: HEAD, width: axis.end(), height: end - HEAD },
            Flow::Down => Area { x: frame.start(), y: 0, width: 0, height: axis.end() },
        };
        let purchase = match (flow, purchase) {
            (Flow::Down, purchase) => {
                plot.width = end - plot.x + 8;
                let column = plot.x + plot.width + 12;
                let reached = shelve(scene, &mut marks, purchase.as_ref(), column, frame.breadth - column);
                end = reached.1.max(plot.height) + 8;
                purchase.map(|purchase| Purchase { captions: reached.0, ..purchase })
            }
            (Flow::Across, purchase) => purchase.map(|mut purchase| {
                // At the right edge the words stand before it.
                if purchase
                    .captions
                    .iter()
                    .any(|caption| caption.area().x + caption.area().width > plot.width)
                {
                    for caption in &mut purchase.captions {
                        caption.anchor = Anchor::End;
                        caption.move_by(Point { x: -32, y: 0 });
                    }
                }
                purchase
            }),
        };
        let days_off = axis.days_off(&scene.plan.calendar(), flow, plot);
        let (width, height) = match flow {
            Flow::Across => (plot.width, end + FOOT),
            Flow::Down => (frame.breadth, end),
        };
        let holidays = match flow {
            Flow::Across => holiday_names(scene.plan, &days_off, plot.width, end + ASCENT_OF_NAMES),
            Flow::Down => Vec::new(),
        };
        let today = is_shown.then(|| today(scene.today, axis, frame, plot));
        let mut taken: Vec<Area> = Vec::new();
        let mut months = axis.months(frame);
        if let Some(caption) = today.iter().filter_map(|tick| tick.caption.as_ref()).next() {
            taken.push(caption.area());
        }
        for month in &mut months {
            month.caption.take_if(|caption| taken.iter().any(|area| area.overlaps(&caption.area())));
            taken.extend(month.caption.as_ref().map(Caption::area));
        }
        let weeks = axis.weeks(frame, &taken);
        Self {
            flow,
            width,
            height,
            plot,
            months,
            weeks,
            days_off,
            holidays,
            today,
            lines,
            forks,
            marks,
            purchase,
        }
    }
}

const ASCENT_OF_NAMES: i32 = 14;

/// Puts the captions of a picture that runs down under each other, near their marks; says how far they reach.
fn shelve(
    scene: Scene<'_>,
    marks: &mut [Mark],
    purchase: Option<&Purchase>,
    column: i32,
    room: i32,
) -> (Vec<Caption>, i32) {
    let mut shelf = Shelf::new();
    let mut order: Vec<(i32, Option<usize>)> =
        marks.iter().enumerate().map(|(at, mark)| (mark.at.y, Some(at))).collect();
    order.extend(purchase.map(|purchase| (purchase.at.y, None)));
    sort_by_number(&mut order, |(y, _)| (*y).into());
    let mut captions = Vec::new();
    for (wanted, mark) in order {
        let y = shelf.place(wanted);
        let place = Point { x: column, y: y + 4 };
        match mark {
            Some(at) => {
                let mark = &mut marks[at];
                let what = scene.plan.step(mark.step).map_or("", |step| step.what.as_str());
                let day = words::day(mark.date);
                let what = fitted(what, room - caption::text_width(&day) - 10);
                let text = if what.is_empty() { day } else { [&day, "  ", &what].concat() };
                mark.caption = Some(Caption::new(text, place, Anchor::Start));
                mark.stem =
                    Some([Point { x: mark.at.x + lane::HALF, y: wanted }, Point { x: column - 4, y }]);
            }
            None => {
                let text = purchase.map(|purchase| {
                    purchase.captions.iter().rev().map(|it| it.text.as_str()).collect::<Vec<_>>().join("  ")
                });
                captions.push(Caption::new(fitted(&text.unwrap_or_default(), room), place, Anchor::Start));
            }
        }
    }
    (captions, shelf.end())
}

fn today(today: NaiveDate, axis: &Axis, frame: Frame, plot: Area) -> Tick {
    let at = axis.place(today);
    let caption = match frame.flow {
        Flow::Across => {
            let text = format!("Today, {} {}", chrono::Datelike::weekday(&today), words::day(today));
            let half = caption::text_width(&text) / 2 + 8;
            Caption::new(text, Point { x: at.max(half).min(plot.width - half), y: HEAD + 16 }, Anchor::Middle)
        }
        Flow::Down => Caption::new("Today", Point { x: frame.start() - 6, y: at + 4 }, Anchor::End),
    };
    Tick { at, caption: Some(caption) }
}

/// The steps that have a day, each on the day it was done, or was due, or is.
fn entries(scene: Scene<'_>) -> Vec<Entry> {
    let list = Worklist::of(scene.plan, scene.schedule, scene.today);
    let late = |step: StepId| {
        let (_, facts) = list.late.iter().find(|(_, facts)| facts.step == step)?;
        facts.late_since(scene.today)
    };
    let next = |audience| list.next.iter().find(|(of, _)| *of == audience).map(|(_, facts)| facts.step);
    let next = Audience::BOTH.map(next);
    let is_shown = |(audience, _): &(Audience, &StepFacts)| scene.only.is_none_or(|only| only == *audience);
    let entry = |(audience, facts): (Audience, &StepFacts)| {
        let since = late(facts.step);
        let state = match facts.fate {
            Some(Fate::Done(_)) => MarkState::Done,
            Some(Fate::Skipped) => MarkState::Skipped,
            _ if facts.place == Place::OffPath => MarkState::Aside,
            _ if since.is_some() => MarkState::Late,
            _ if next.contains(&Some(facts.step)) => MarkState::Next,
            _ => MarkState::Expected,
        };
        Some(Entry { audience, facts: *facts, date: since.or(facts.due)?, state })
    };
    scene.schedule.all().filter(is_shown).filter_map(entry).collect()
}

/// The day of the first purchase, where there are steps after it.
fn purchase_day(scene: Scene<'_>, entries: &[Entry]) -> Option<NaiveDate> {
    let has_customers = entries.iter().any(|entry| entry.audience == Audience::Customer);
    scene.plan.start(Audience::Customer).filter(|_| has_customers && scene.only.is_none())
}

/// The first day to be shown and the last; on a screen today is among them where it is near.
fn span(
    scene: Scene<'_>,
    frame: Frame,
    entries: &[Entry],
    purchase: Option<NaiveDate>,
) -> Option<(NaiveDate, NaiveDate)> {
    const NEAR: i64 = 31;
    let ends = |entry: &Entry| {
        let open = Some(&entry.facts).filter(|facts| facts.is_open());
        let last = open.and_then(|facts| facts.latest.max(facts.last_attempt));
        let earliest = open.and_then(|facts| Some(facts.derivation?.earliest)).filter(|_| last.is_some());
        [Some(entry.date), last, earliest]
    };
    let dates = || entries.iter().flat_map(ends).flatten().chain(purchase);
    let (first, last) = (dates().min()?, dates().max()?);
    let today = scene.today;
    let is_near = frame.names == Names::Shown
        && (first - today).num_days() <= NEAR
        && (today - last).num_days() <= NEAR;
    Some(if is_near { (first.min(today), last.max(today)) } else { (first, last) })
}
