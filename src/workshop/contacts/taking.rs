//! What becomes of a pasted list once somebody takes it.

use chrono::NaiveDate;

use super::{ContactList, Twin, Unclear};
use crate::plan::{Line, PersonId};
use crate::roster::{ContactEdit, ContactId, Roster, RosterEdit, Workspace};

/// What becomes of one line when it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lot {
    /// Somebody new.
    Added,
    /// Somebody who is there already starts on the sequence.
    Enrolled(ContactId),
    /// Nothing: they are there, and want to hear nothing more.
    OptedOut,
}

/// What the lines that are taken come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taking {
    /// The changes, which belong together.
    pub edits: Vec<RosterEdit>,
    /// The lines that are new, in the order of their edit.
    pub new_lines: Vec<usize>,
    /// How many are new.
    pub added: usize,
    /// How many start on the sequence who were there already.
    pub enrolled: usize,
    /// Whether a date of them can still be read both ways.
    pub asks_order: bool,
}

impl Taking {
    /// How many lines it is.
    pub fn count(&self) -> usize {
        self.added + self.enrolled
    }

    /// Who starts on a day, told by who looks after them and where they live, in order.
    pub fn starting_on(&self, day: NaiveDate, roster: &Roster) -> Vec<(Option<PersonId>, Option<Line>)> {
        let mut starting = Vec::new();
        for edit in &self.edits {
            match edit {
                RosterEdit::Add(new) => {
                    let here = new.iter().filter(|it| it.start.as_ref().is_some_and(|start| start.2 == day));
                    starting.extend(here.map(|it| (it.owner, it.country.clone())));
                }
                RosterEdit::Contact(id, ContactEdit::Enrol { start, .. }) if *start == day => {
                    let known = roster.contact(*id);
                    starting.push(known.map(|it| (it.owner, it.country.clone())).unwrap_or_default());
                }
                _ => {}
            }
        }
        starting
    }

    /// The day on which a new line starts, if it does.
    pub fn start_of(&self, line: usize) -> Option<NaiveDate> {
        let at = self.new_lines.iter().position(|known| *known == line)?;
        let Some(RosterEdit::Add(new)) = self.edits.first() else { return None };
        new.get(at)?.start.as_ref().map(|start| start.2)
    }

    /// The same, but that those start on other days, in the same order. Who has none starts on that day after all.
    #[must_use]
    pub fn spread(mut self, day: NaiveDate, days: &[Option<NaiveDate>]) -> Self {
        let mut days = days.iter().copied();
        let mut put = |start: &mut NaiveDate| {
            if *start == day {
                *start = days.next().flatten().unwrap_or(day);
            }
        };
        for edit in &mut self.edits {
            match edit {
                RosterEdit::Add(new) => {
                    new.iter_mut().filter_map(|it| it.start.as_mut()).for_each(|it| put(&mut it.2))
                }
                RosterEdit::Contact(_, ContactEdit::Enrol { start, .. }) => put(start),
                _ => {}
            }
        }
        self
    }
}

impl ContactList {
    /// Whether a line is taken unless somebody says otherwise: it has a name, and nobody looks like it.
    pub fn is_taken_unasked(&self, at: usize) -> bool {
        self.people.get(at).is_some_and(|person| person.twin.is_none() && !person.contact.name.is_blank())
    }

    /// What becomes of a line when it is taken.
    pub fn lot(&self, at: usize, workspace: &Workspace) -> Lot {
        let Some(person) = self.people.get(at) else { return Lot::Added };
        match person.twin {
            Some(Twin::Known { contact, .. })
                if workspace.roster.contact(contact).is_some_and(|known| known.opted_out.is_some()) =>
            {
                Lot::OptedOut
            }
            Some(Twin::Known { contact, is_enrolled: false }) if person.contact.start.is_some() => {
                Lot::Enrolled(contact)
            }
            _ => Lot::Added,
        }
    }

    /// The changes that the lines come to of which something is so. Somebody who is meant by two lines starts once.
    pub fn taking(&self, workspace: &Workspace, is_taken: impl Fn(usize) -> bool) -> Taking {
        let (mut taking, mut new) = (Taking::default(), Vec::new());
        let mut enrolled: Vec<ContactId> = Vec::new();
        for (at, person) in self.people.iter().enumerate().filter(|(at, _)| is_taken(*at)) {
            match (self.lot(at, workspace), &person.contact.start) {
                (Lot::Enrolled(contact), Some((audience, event, start))) => {
                    if enrolled.contains(&contact) {
                        continue;
                    }
                    enrolled.push(contact);
                    let (audience, event, start) = (*audience, event.clone(), *start);
                    let edit = ContactEdit::Enrol { audience, event, start };
                    taking.edits.push(RosterEdit::Contact(contact, edit));
                    taking.enrolled += 1;
                }
                (Lot::OptedOut, _) => continue,
                _ => {
                    taking.new_lines.push(at);
                    new.push(person.contact.clone());
                }
            }
            taking.asks_order |= person.doubts.iter().any(|it| matches!(it, Unclear::WhichDate(_)));
        }
        taking.added = new.len();
        if !new.is_empty() {
            taking.edits.insert(0, RosterEdit::Add(new));
        }
        taking
    }
}
