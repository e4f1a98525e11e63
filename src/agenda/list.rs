//! The agenda of a day: what is late, what is due, what comes next (B9).

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::forecast::Forecasts;
use super::item::Item;
use crate::plan::{Audience, GoalId, Responsible};
use crate::roster::ContactId;

/// What waits on a day. The order is that of days, then of names, and the same whoever was enrolled first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// What should have been done by a day that is over, the longest late first.
    pub late: Vec<Item>,
    /// What is to be done on the day itself.
    pub due: Vec<Item>,
    /// What comes after it, in order of days.
    pub next: Vec<Item>,
}

/// By what an agenda is parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Who does it.
    Person,
    /// For whom.
    Contact,
    /// The sequence.
    Sequence,
    /// The goal it serves.
    Goal,
}

/// What items have in common; nothing where what they are parted by is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Somebody does them.
    Person(Option<Responsible>),
    /// They are for somebody.
    Contact(ContactId),
    /// They are of a sequence, or of none: answers.
    Sequence(Option<Audience>),
    /// They serve a goal.
    Goal(Option<GoalId>),
}

impl Agenda {
    /// What waits on the day of the forecasts, and what comes until another day.
    pub fn of(forecasts: &Forecasts, until: NaiveDate) -> Self {
        let mut items = Vec::new();
        let mut keys: Vec<Key> = Vec::new();
        for (course, name) in forecasts.courses().zip(forecasts.places_of_names()) {
            forecasts.add_items(course, until.max(forecasts.today), &mut items);
            for item in &items[keys.len()..] {
                let day = item.standing.late_since().unwrap_or(item.due).to_epoch_days();
                keys.push(Key { day, name: *name, place: keys.len() });
            }
        }
        keys.sort_unstable_by(|one, other| {
            let last = |key: &Key| (items[key.place].work, items[key.place].contact);
            (one.day, one.name).cmp(&(other.day, other.name)).then_with(|| last(one).cmp(&last(other)))
        });
        let mut agenda = Self::default();
        for item in keys.into_iter().map(|key| items[key.place]) {
            match item.standing.late_since() {
                Some(_) => agenda.late.push(item),
                None if item.due <= forecasts.today => agenda.due.push(item),
                None => agenda.next.push(item),
            }
        }
        agenda
    }

    /// What waits on the day of the forecasts, and what comes in so many days after it.
    pub fn ahead(forecasts: &Forecasts, days: u64) -> Self {
        let until = forecasts.today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        Self::of(forecasts, until)
    }

    /// All items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.late.iter().chain(&self.due).chain(&self.next)
    }
}

/// By what items are put in order: in numbers, since a list of thousands follows each press.
#[derive(Clone, Copy)]
struct Key {
    day: i32,
    /// Where the contact's name stands among all.
    name: u32,
    /// Which of the items it is.
    place: usize,
}

/// Items by what they have in common: groups in order of their first items, items in their own order.
pub fn grouped(items: &[Item], by: GroupBy) -> Vec<(Group, Vec<Item>)> {
    let mut groups: Vec<(Group, Vec<Item>)> = Vec::new();
    let mut places = HashMap::new();
    for item in items {
        let group = item.group(by);
        let at = *places.entry(group).or_insert_with(|| {
            groups.push((group, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(*item);
    }
    groups
}

impl Item {
    /// The group it belongs to.
    pub fn group(&self, by: GroupBy) -> Group {
        match by {
            GroupBy::Person => Group::Person(self.who),
            GroupBy::Contact => Group::Contact(self.contact),
            GroupBy::Sequence => Group::Sequence(self.work.audience()),
            GroupBy::Goal => Group::Goal(self.goal),
        }
    }
}
