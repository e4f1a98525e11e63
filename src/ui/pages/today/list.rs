//! The lines of the list, and how they are divided.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::agenda::{Agenda, Forecasts, Group, GroupBy, Item, ItemKey, grouped};
use crate::calendar::sort_by_number;
use crate::plan::Responsible;
use crate::ui::Session;
use crate::ui::reactive::{Memo, Var, effect, memo, var};
use crate::words;

/// As many lines of a part are drawn before somebody asks for all.
pub const SHOWN: usize = 100;

/// How long things rest before what stands beside the list follows.
const REST: Duration = Duration::from_millis(150);

/// How many days of what comes next are shown at first.
const NEXT: u64 = 7;

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What should have been done by a day that is over.
    Late,
    /// What is to be done today.
    Due,
    /// What comes next.
    Next,
    /// What has something in common.
    Group(Group),
}

/// The list as it is shown: what is chosen, what is open, what is selected.
#[derive(Clone, Copy)]
pub struct Lines {
    /// The plan and its people.
    pub session: Session,
    /// Only what one does.
    pub whose: Var<Option<Responsible>>,
    /// By what it is divided; by when things are due unless somebody says otherwise.
    pub by: Var<Option<GroupBy>>,
    /// How many days of what comes next are shown.
    pub days: Var<u64>,
    /// The line that is open.
    pub open: Var<Option<u32>>,
    /// The lines that are selected.
    pub selected: Var<Vec<u32>>,
    /// Everybody's dates as they were when things last rested: for what is looked at beside the list.
    pub rested: Var<Arc<Forecasts>>,
    seen: Memo<Arc<Seen>>,
}

/// What there is to show.
#[derive(Default)]
struct Seen {
    /// What it is taken from; others are others.
    forecasts: Option<Arc<Forecasts>>,
    parts: Vec<(u32, Part, Vec<u32>)>,
    items: HashMap<u32, Item>,
    people: Vec<(Responsible, usize)>,
    is_all_done: bool,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(one, other)| Arc::ptr_eq(one, other);
        self.forecasts.as_ref().zip(other.forecasts.as_ref()).is_some_and(is_same)
            && self.parts == other.parts
    }
}

/// Numbers for what has a name: the same for the same name, so that a row stays the row it is.
#[derive(Default)]
struct Numbers {
    lines: HashMap<ItemKey, u32>,
    parts: HashMap<Part, u32>,
}

impl Numbers {
    fn line(&mut self, key: ItemKey) -> u32 {
        let next = self.lines.len() as u32;
        *self.lines.entry(key).or_insert(next)
    }

    fn part(&mut self, part: Part) -> u32 {
        let next = self.parts.len() as u32;
        *self.parts.entry(part).or_insert(next)
    }
}

impl Lines {
    /// The lines of what waits on the day.
    pub fn of(session: Session) -> Self {
        let numbers = StoredValue::new(Numbers::default());
        let whose = var(None);
        let by = var(None);
        let days = var(NEXT);
        let seen = memo(move || {
            let forecasts = session.forecasts();
            let agenda = Agenda::ahead(&forecasts, days.get());
            let (whose, by) = (whose.get(), by.get());
            let seen = numbers.try_update_value(|numbers| Seen::of(&agenda, whose, by, numbers));
            Arc::new(Seen { forecasts: Some(forecasts), ..seen.unwrap_or_default() })
        });
        Self {
            session,
            whose,
            by,
            days,
            open: var(None),
            selected: var(Vec::new()),
            rested: rested(session),
            seen,
        }
    }

    /// The parts of the list, by their numbers.
    pub fn sections(self) -> Memo<Vec<u32>> {
        memo(move || self.seen.with(|seen| seen.parts.iter().map(|part| part.0).collect()))
    }

    /// The lines of a part.
    pub fn lines_of(self, part: u32) -> Memo<Vec<u32>> {
        memo(move || {
            self.seen.with(|seen| {
                let found = seen.parts.iter().find(|known| known.0 == part);
                found.map(|(_, _, lines)| lines.clone()).unwrap_or_default()
            })
        })
    }

    /// What a part is called.
    pub fn title(self, part: u32) -> String {
        let whole = self.session.whole();
        let found = self.part(part);
        match found {
            None => String::new(),
            Some(Part::Late) => "Late".to_owned(),
            Some(Part::Due) => "Today".to_owned(),
            Some(Part::Next) => "Next".to_owned(),
            Some(Part::Group(group)) => words::group(&whole, group),
        }
    }

    /// Whether a part is what is late.
    pub fn is_late(self, part: u32) -> bool {
        self.part(part) == Some(Part::Late)
    }

    fn part(self, part: u32) -> Option<Part> {
        self.seen.with(|seen| seen.parts.iter().find(|known| known.0 == part).map(|known| known.1))
    }

    /// Who has something to do, and how much.
    pub fn people(self) -> Vec<(Responsible, usize)> {
        self.seen.with(|seen| seen.people.clone())
    }

    /// Nothing is late, and nothing is left for today.
    pub fn is_all_done(self) -> bool {
        self.seen.with(|seen| seen.is_all_done)
    }

    /// Something that is told of a line, followed on its own: one memo a line, since all of them follow each press.
    pub fn told<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        line: u32,
        tell: fn(&Forecasts, &Item) -> T,
    ) -> Memo<T> {
        memo(move || {
            self.seen.with(|seen| {
                let found = seen.forecasts.as_ref().zip(seen.items.get(&line));
                found.map(|(forecasts, item)| tell(forecasts, item)).unwrap_or_default()
            })
        })
    }

    /// The lines of these numbers as they are, those that are still there.
    pub fn items_now(self, lines: &[u32]) -> Vec<Item> {
        self.seen
            .with_untracked(|seen| lines.iter().filter_map(|line| seen.items.get(line)).copied().collect())
    }

    /// The lines that are selected and still there.
    pub fn selection(self) -> Vec<u32> {
        let selected = self.selected.get();
        self.seen.with(|seen| selected.into_iter().filter(|line| seen.items.contains_key(line)).collect())
    }

    /// The line at the top.
    pub fn first(self) -> Option<u32> {
        self.seen.with_untracked(|seen| seen.parts.first()?.2.first().copied())
    }

    /// The line after another, or before it.
    pub fn neighbour(self, line: u32, is_next: bool) -> Option<u32> {
        self.seen.with_untracked(|seen| {
            let all: Vec<u32> = seen.parts.iter().flat_map(|(_, _, lines)| lines).copied().collect();
            let at = all.iter().position(|known| *known == line)?;
            if is_next { all.get(at + 1) } else { all.get(at.checked_sub(1)?) }.copied()
        })
    }
}

/// Follows everybody's dates once they have rested: with thousands of people, what is told of weeks takes longer than a
/// press may.
fn rested(session: Session) -> Var<Arc<Forecasts>> {
    let rested = var(untrack(|| session.forecasts()));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(timeout) = waiting.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    effect(move || {
        let now = session.forecasts();
        stop_waiting();
        if !Arc::ptr_eq(&now, &rested.get_untracked()) {
            let follow = move || rested.set(now.clone());
            waiting.set_value(set_timeout_with_handle(follow, REST).ok());
        }
    });
    on_cleanup(stop_waiting);
    rested
}

impl Seen {
    fn of(agenda: &Agenda, whose: Option<Responsible>, by: Option<GroupBy>, numbers: &mut Numbers) -> Self {
        let is_wanted = |item: &&Item| whose.is_none() || item.who == whose;
        let wanted = |items: &[Item]| -> Vec<Item> { items.iter().filter(is_wanted).copied().collect() };
        let [late, due, next] = [&agenda.late, &agenda.due, &agenda.next].map(|items| wanted(items));
        let mut people: Vec<(Responsible, usize)> = Vec::new();
        for who in agenda.items().filter_map(|item| item.who) {
            match people.iter_mut().find(|known| known.0 == who) {
                Some(known) => known.1 += 1,
                None => people.push((who, 1)),
            }
        }
        // Roles first, then people as they joined the plan.
        sort_by_number(&mut people, |(who, _)| match who {
            Responsible::Person(person) => i64::from(person.0) + 100,
            role => Responsible::ROLES.iter().position(|known| known == role).map_or(0, |at| at as i64),
        });
        let is_all_done = late.is_empty() && due.is_empty();
        let parts = match by {
            None => vec![(Part::Late, late), (Part::Due, due), (Part::Next, next)],
            Some(by) => {
                let all: Vec<Item> = late.into_iter().chain(due).chain(next).collect();
                grouped(&all, by).into_iter().map(|(group, items)| (Part::Group(group), items)).collect()
            }
        };
        let mut seen = Self { people, is_all_done, ..Self::default() };
        for (part, items) in parts.into_iter().filter(|(_, items)| !items.is_empty()) {
            let mut lines = Vec::new();
            for item in items {
                let line = numbers.line(item.key());
                seen.items.insert(line, item);
                lines.push(line);
            }
            seen.parts.push((numbers.part(part), part, lines));
        }
        seen
    }
}
