//! From events to days: what comes again is laid out, what was moved is moved.

use crate::calendar::sort_by_number;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::FoundDay;
use super::event::{Event, Span};
use super::file::File;
use super::kind::DayKind;
use super::omission::{LeftOut, Omission};
use super::property::{DAY, Stretch, days_after};
use super::recurrence::{Budget, Exhausted};
use crate::plan::Closure;

/// How much work a file may make, in days looked at: as much as 4,000 yearly events over 16 years.
const WORK_OF_FILE: usize = 250_000;

/// And one event of it: as much as a daily one that is counted from a hundred years ago on.
const WORK_OF_EVENT: usize = 120_000;

/// The days being found: a place for each day of a span, which holds what the day is and by which event.
struct Days<'a> {
    file: &'a File,
    within: RangeInclusive<NaiveDate>,
    places: Vec<Option<(DayKind, usize)>>,
    left_out: LeftOut,
}

/// Events with the same UID.
#[derive(Default)]
struct Series {
    /// The greatest of those that are no replacement: older ones are out of date.
    sequence: i64,
    replacements: BTreeSet<usize>,
    /// Days taken out of the series, replaced or not.
    except: BTreeSet<NaiveDate>,
}

/// The days of a file within a span, in order, one each, and what was left out.
pub(super) fn days(file: &File, within: RangeInclusive<NaiveDate>) -> (Vec<FoundDay>, LeftOut) {
    let length = usize::try_from((*within.end() - *within.start()).num_days() + 1).unwrap_or(0);
    let mut days = Days { file, within, places: vec![None; length], left_out: file.left_out.clone() };
    let mut series = series(file);
    let mut budget = Budget::new(WORK_OF_FILE);
    for (at, event) in file.events.iter().enumerate().filter(|(_, event)| event.replaces.is_none()) {
        let of_series = event.uid.as_deref().and_then(|uid| series.get_mut(uid));
        if of_series.as_ref().is_some_and(|series| event.sequence < series.sequence) {
            continue;
        }
        let outcome = budget.at_most(WORK_OF_EVENT, |budget| days.add(at, event, of_series, budget));
        days.note(event, outcome);
    }
    for (at, event) in file.events.iter().enumerate() {
        let Some(replaced) = event.replaces else { continue };
        let of_series = event.uid.as_deref().and_then(|uid| series.get(uid));
        let is_in_force = of_series.is_none_or(|series| {
            series.replacements.contains(&at) && !series.except.contains(&event.day_of(replaced))
        });
        if is_in_force {
            let spans = days.span(event).map(|span| vec![(at, span)]);
            let outcome = spans.and_then(|spans| days.fill(&spans, &mut budget));
            days.note(event, outcome);
        }
    }
    days.found()
}

/// The events of a file by UID, of replacements of one day only the newest.
fn series(file: &File) -> BTreeMap<&str, Series> {
    let mut series: BTreeMap<&str, Series> = BTreeMap::new();
    let mut newest: BTreeMap<(&str, NaiveDate), usize> = BTreeMap::new();
    for (at, event) in file.events.iter().enumerate() {
        let Some(uid) = event.uid.as_deref() else { continue };
        let of_series = series.entry(uid).or_default();
        match event.replaces {
            None => of_series.sequence = of_series.sequence.max(event.sequence),
            Some(replaced) => {
                let newest = newest.entry((uid, replaced.date)).or_insert(at);
                if file.events[*newest].sequence < event.sequence {
                    *newest = at;
                }
            }
        }
    }
    for ((uid, _), at) in newest {
        series.entry(uid).or_default().replacements.insert(at);
    }
    series
}

impl Days<'_> {
    fn span(&self, event: &Event) -> Result<Span, Omission> {
        event.span(&self.file.calendars[event.calendar].offsets)
    }

    fn note(&mut self, event: &Event, outcome: Result<(), Omission>) {
        match outcome {
            _ if event.is_called_off => self.left_out.add(Omission::CalledOff),
            Err(omission) => self.left_out.add(omission),
            Ok(()) => {}
        }
    }

    /// Adds an event with all its occurrences. One that is called off may take place again from a day on.
    fn add(
        &mut self,
        at: usize,
        event: &Event,
        series: Option<&mut Series>,
        budget: &mut Budget,
    ) -> Result<(), Omission> {
        let span = self.span(event)?;
        let mut futures = Vec::new();
        let mut except: BTreeSet<NaiveDate> = event.except.iter().map(|it| event.day_of(*it)).collect();
        if let Some(series) = series {
            budget.spend(series.replacements.len() * 4).map_err(|Exhausted| Omission::TooMuch)?;
            series.except.extend(&except);
            for at in &series.replacements {
                let replacement = &self.file.events[*at];
                let Some(replaced) = replacement.replaces else { continue };
                except.insert(event.day_of(replaced));
                if replacement.and_future {
                    futures.push((event.day_of(replaced), *at, self.span(replacement)));
                }
            }
        }
        sort_by_number(&mut futures, |(from, ..)| from.to_epoch_days().into());
        let starts = self.starts(event, span, &futures, budget).map_err(|Exhausted| Omission::TooMuch)?;
        let mut spans = Vec::new();
        for (start, days) in starts.into_iter().filter(|(start, _)| !except.contains(start)) {
            let ruling = futures.partition_point(|(from, ..)| *from < start).checked_sub(1);
            match ruling.map(|at| &futures[at]) {
                None => spans.push((at, Span { first: start, days: days.unwrap_or(span.days) })),
                Some((from, by, Ok(moved))) => {
                    let away = (moved.first - *from).num_days();
                    let first = days_after(start, away).ok_or(Omission::Undated)?;
                    spans.push((*by, Span { first, days: days.unwrap_or(moved.days) }));
                }
                // At a time of day from then on: said of the replacement.
                Some((_, _, Err(_))) => {}
            }
        }
        self.fill(&spans, budget)
    }

    /// The days on which occurrences begin that can reach the span, and the lengths of those with one of their own.
    fn starts(
        &self,
        event: &Event,
        span: Span,
        futures: &[(NaiveDate, usize, Result<Span, Omission>)],
        budget: &mut Budget,
    ) -> Result<BTreeMap<NaiveDate, Option<i64>>, Exhausted> {
        let moved = futures
            .iter()
            .filter_map(|(from, _, to)| to.as_ref().ok().map(|to| ((to.first - *from).num_days(), to.days)));
        let own = event.also.iter().filter_map(|stretch| own_days(*stretch)).max();
        let longest = moved.clone().map(|(_, days)| days).chain(own).chain([span.days]).max().unwrap_or(1);
        let farthest = moved.map(|(away, _)| away.abs()).max().unwrap_or(0);
        let from = days_after(*self.within.start(), -longest - farthest).unwrap_or(NaiveDate::MIN);
        let to = days_after(*self.within.end(), farthest).unwrap_or(NaiveDate::MAX);
        let within = from..=to;

        let mut starts = BTreeMap::new();
        let untils = event.rules.iter().filter_map(|rule| rule.until.map(|until| event.last_start(until)));
        if untils.max().is_none_or(|last| span.first <= last) {
            starts.insert(span.first, None);
        }
        for rule in &event.rules {
            let until = rule.until.map(|until| event.last_start(until));
            let days = rule.starts(span.first, until, &within, budget)?;
            starts.extend(days.into_iter().map(|day| (day, None)));
        }
        for stretch in &event.also {
            budget.spend(1)?;
            starts.insert(event.day_of(stretch.start), own_days(*stretch));
        }
        for rule in &event.rules_against {
            let until = rule.until.map(|until| event.last_start(until));
            for day in rule.starts(span.first, until, &within, budget)? {
                starts.remove(&day);
            }
        }
        Ok(starts)
    }

    /// Puts the days of spans into their places: all of them, or none where that is too much.
    fn fill(&mut self, spans: &[(usize, Span)], budget: &mut Budget) -> Result<(), Omission> {
        let work = spans.iter().map(|(_, span)| usize::try_from(span.days).unwrap_or(usize::MAX));
        budget.spend(work.sum()).map_err(|Exhausted| Omission::TooMuch)?;
        let mut is_within = false;
        for (at, span) in spans {
            let event = &self.file.events[*at];
            if event.is_called_off {
                continue;
            }
            let is = (event.clues.kind(&self.file.calendars[event.calendar].overview), *at);
            let from = (span.first - *self.within.start()).num_days();
            for place in from.max(0)..from.saturating_add(span.days).max(0) {
                let Some(place) = usize::try_from(place).ok().and_then(|place| self.places.get_mut(place))
                else {
                    break;
                };
                is_within = true;
                // The first event names the day; a day off is one, whatever else it is.
                if place.is_none_or(|held| is < held) {
                    *place = Some(is);
                }
            }
        }
        // A series of which every occurrence was taken out or replaced has nothing left to tell.
        if is_within || spans.is_empty() { Ok(()) } else { Err(Omission::OtherYears) }
    }

    fn found(self) -> (Vec<FoundDay>, LeftOut) {
        let places = self.within.start().iter_days().zip(self.places);
        let found = places.filter_map(|(date, place)| {
            let (kind, at) = place?;
            Some(FoundDay { date, name: self.file.events[at].name.clone(), kind })
        });
        (found.collect(), self.left_out)
    }
}

/// The whole days of an occurrence whose length is said.
fn own_days(stretch: Stretch) -> Option<i64> {
    let days = stretch.seconds? / DAY;
    (1..=Closure::MAX_DAYS).contains(&days).then_some(days)
}
