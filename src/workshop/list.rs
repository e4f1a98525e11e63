//! A list of what is done after somebody gets in touch, one line a step, as people write it: `e-mail with prices in 3
//! days, Ben` (B3-B5, B7).
//!
//! A text is read, never carried out. What is recognised is a [`Part`] with its place in the text; what is left over is
//! what is done. Nothing is guessed: what looks like a wait and cannot be read is a [`Doubt`] with its place. Words in
//! quotation marks are never anything but words; those around ‹words› fall away.

mod actions;

mod cells;

mod columns;

mod condition;

mod counting;

mod day_count;

mod describe;

mod line;

mod offer;

mod person;

mod phrases;

mod seeming;

mod titles;

mod wait_core;

mod wait_phrase;

mod words_of_line;

use std::ops::Range;

use chrono::NaiveDate;

use super::wait::{Kind, Reading, Setting, read_wait};
use crate::plan::{
    Anchor, Audience, Channel, Delay, Edit, Limit, Line, PersonId, Plan, Responsible, Step, StepId,
};
pub use actions::laid_out;
pub use cells::{as_lines, is_separated};
use condition::Answer;
pub use offer::offer;

/// Where the steps of a list are to stand, and how it is read.
#[derive(Clone, Copy, Debug)]
pub struct ListSetting<'a> {
    /// The plan they join: its people, events and steps can be named.
    pub plan: &'a Plan,
    /// The sequence they join.
    pub audience: Audience,
    /// The step they stand before; the end if none.
    pub before: Option<StepId>,
    /// The day it is: a day without a year is the next one.
    pub today: NaiveDate,
    /// What waits are counted from that do not say it.
    pub from: CountedFrom,
}

/// What the waits of a list are counted from (B4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountedFrom {
    /// Each from the line before it.
    #[default]
    LineBefore,
    /// All from the start.
    Start,
}

/// A list, understood as far as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What its lines say, in order; a line with nothing on it says nothing.
    pub entries: Vec<Entry>,
    /// People it names whom the plan does not know yet.
    pub people: Vec<Line>,
    /// How many lines the sequence has no room for. They were not read.
    pub beyond: usize,
    audience: Audience,
    before: Option<StepId>,
}

/// A line that says something: a step, with what it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which line of the text it is, from 0.
    pub line: usize,
    /// The bytes of that line, without a bullet or a number before it.
    pub place: Range<usize>,
    /// What was recognised, in order.
    pub parts: Vec<Part>,
    /// The step it makes.
    pub step: Step,
    /// Whether the line says when; if not, it is as usual.
    pub is_wait_said: bool,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
}

/// Something that was recognised in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub kind: PartKind,
    /// The bytes of the text that say it.
    pub place: Range<usize>,
}

/// What a part of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// How the contact is reached (E1-E6).
    Channel,
    /// When (B4).
    Wait,
    /// Who does it (B7).
    Person,
    /// After which outcome (B5).
    Condition,
}

/// Something that was not understood, where, and what would put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is wrong.
    pub kind: DoubtKind,
    /// Which bytes of the text are at fault.
    pub place: Range<usize>,
    /// What can be written instead, best first.
    pub hints: Vec<Replacement>,
}

/// Why something was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// It looks like a wait, and is none.
    Wait(Kind),
    /// It looks like a condition, and names no outcome.
    Condition,
    /// Nothing above it can have an outcome.
    NothingAbove,
    /// The line says a second time when.
    SecondStep,
    /// It may be somebody's name, or a part of what is done.
    Name,
    /// The line says only when.
    NothingDone,
    /// The description has so many characters more than a step holds.
    TooLong(usize),
    /// There is a character in it that is no text.
    NoText,
}

/// Other words in a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes that give way.
    pub place: Range<usize>,
    /// What takes their place.
    pub words: String,
}

/// Who does it: somebody known, or one of the list's new people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doer {
    Known(Responsible),
    New(usize),
}

/// A line whose parts are known, and not yet what they come to among the others.
#[derive(Clone, Debug)]
struct Sketch {
    line: usize,
    place: Range<usize>,
    parts: Vec<Part>,
    what: Line,
    channel: Option<Channel>,
    who: Option<Doer>,
    /// The wait, as it can be read.
    wait: Option<String>,
    condition: Option<Answer>,
    doubts: Vec<Doubt>,
}

impl List {
    /// Reads a text, one line a step; [`as_lines`] makes such a text of pasted cells.
    pub fn read(text: &str, setting: ListSetting<'_>) -> Self {
        let ListSetting { plan, audience, before, .. } = setting;
        let mut lines = line::lines(text);
        lines.drain(..titles::titles(text, &lines, setting));
        let room = Limit::Steps.max().saturating_sub(plan.sequences.of(audience).steps.len());
        let beyond = lines.len().saturating_sub(room);
        lines.truncate(room);

        let first_day = day_count::first_day(text, &lines);
        let mut people = Vec::new();
        let mut sketches: Vec<Sketch> = Vec::new();
        let among_blank = with_steps(setting, blank_steps(plan.next_id(), lines.len()));
        for (step, line) in (plan.next_id()..).map(StepId).zip(lines) {
            let read_in = Setting { plan: &among_blank, step, today: setting.today };
            let sketch = line::sketch(text, line, first_day, &sketches, &mut people, read_in);
            sketches.push(sketch);
        }

        // The new people come first, so that the steps can name them.
        let first_person = plan.next_id();
        let new_people = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let mut steps = blank_steps(first_person.saturating_add(new_people), sketches.len());
        let conditions = condition::branches(&mut sketches, &steps, setting);
        for (step, branch) in steps.iter_mut().zip(conditions) {
            step.only_after = branch;
        }
        let among_forks = with_steps(setting, steps.clone());
        let is_opening = among_forks.sequences.of(audience).steps.first().map(|step| step.id);
        let entries = sketches.into_iter().zip(steps).map(|(sketch, blank)| {
            let read_in = Setting { plan: &among_forks, step: blank.id, today: setting.today };
            let reading = sketch.wait.as_deref().and_then(|phrase| read_wait(phrase, read_in).ok());
            let delay = match reading {
                Some(reading) => counted(reading, setting.from),
                None if is_opening == Some(blank.id) => Delay::AT_START,
                None => Delay::USUAL,
            };
            let who = sketch.who.map(|doer| match doer {
                Doer::Known(who) => who,
                Doer::New(at) => {
                    let number = u32::try_from(at).unwrap_or(u32::MAX);
                    Responsible::Person(PersonId(first_person.saturating_add(number)))
                }
            });
            let window = reading.map(|reading| reading.window).unwrap_or_default();
            let step = Step { what: sketch.what, channel: sketch.channel, who, delay, window, ..blank };
            Entry {
                line: sketch.line,
                place: sketch.place,
                parts: sketch.parts,
                step,
                is_wait_said: reading.is_some(),
                doubts: sketch.doubts,
            }
        });
        Self { entries: entries.collect(), people, beyond, audience, before }
    }

    /// The steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.entries.iter().map(|entry| &entry.step)
    }

    /// The changes that put the steps into the plan the list was read for, and the people who are new with them.
    /// They belong together.
    pub fn edits(&self) -> Vec<Edit> {
        let people = self.people.iter().cloned().map(Edit::AddPerson);
        let steps = self.steps().cloned().collect();
        let insert = Edit::InsertSteps { audience: self.audience, before: self.before, steps };
        people.chain([insert]).collect()
    }
}

impl Entry {
    /// The part that says this.
    pub fn part(&self, kind: PartKind) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == kind)
    }

    /// What makes the line say something else of that kind, or nothing: words added, put in the place of others, or
    /// taken for words alone.
    pub fn amended(&self, text: &str, kind: PartKind, words: Option<&str>) -> Replacement {
        let end = self.place.end;
        let add = |words: &str| match kind {
            PartKind::Condition => (self.place.start..self.place.start, format!("{words}: ")),
            _ => (end..end, format!(", {words}")),
        };
        let (place, words) = match (self.part(kind).map(|part| part.place.clone()), words) {
            // What is done keeps its words: how it is done is said behind it.
            (Some(place), Some(words)) if kind == PartKind::Channel && !stands_apart(text, &place) => {
                add(words)
            }
            (Some(place), Some(words)) => (place, words.to_owned()),
            (None, Some(words)) => add(words),
            (Some(place), None)
                if matches!(kind, PartKind::Channel | PartKind::Wait) && !stands_apart(text, &place) =>
            {
                let quoted = format!("‹{}›", &text[place.clone()]);
                (place, quoted)
            }
            (Some(place), None) => (with_marks(text, place, &self.place), String::new()),
            (None, None) => (end..end, String::new()),
        };
        Replacement { place, words }
    }
}

impl Replacement {
    /// The text with it made.
    pub fn in_text(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.place.start], self.words, &text[self.place.end..])
    }
}

/// Whether a comma or a stroke parts it from what is done.
fn stands_apart(text: &str, place: &Range<usize>) -> bool {
    text[..place.start].trim_end().ends_with([',', ';', '|'])
}

/// A place with the comma before it, or the colon behind it.
fn with_marks(text: &str, place: Range<usize>, line: &Range<usize>) -> Range<usize> {
    let before = text[line.start..place.start].trim_end_matches([' ', ',', ';', '|']);
    let behind = text[place.end..line.end].trim_start_matches([' ', ':', ',', ';', '|']);
    let start = if behind.is_empty() { line.start + before.len() } else { place.start };
    start..line.end - behind.len()
}

/// A wait counted from where it says, or else from where all of them are.
fn counted(reading: Reading, from: CountedFrom) -> Delay {
    match (from, reading.delay.anchor()) {
        (CountedFrom::Start, Anchor::PreviousStep) => reading.delay.anchored(Anchor::Start),
        _ => reading.delay,
    }
}

fn blank_steps(first: u32, count: usize) -> Vec<Step> {
    (first..).take(count).map(|id| Step::new(StepId(id))).collect()
}

/// The plan with these steps where the list is to stand. Where it cannot stand there its edits will be refused; until
/// then no step is above it.
fn with_steps(setting: ListSetting<'_>, steps: Vec<Step>) -> Plan {
    let ListSetting { plan, audience, before, .. } = setting;
    plan.edited(Edit::InsertSteps { audience, before, steps }).unwrap_or_else(|_| plan.clone())
}

#[cfg(test)]
mod tests;
