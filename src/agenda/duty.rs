//! Who does a step, for whom and on which day (B7, F8).

use chrono::NaiveDate;

use crate::plan::{PersonId, PlanParts, Responsible};
use crate::roster::{Cover, Roster};

/// Who does a step for a contact: whoever it names; where that is nobody or the plan's owner, whoever looks after the
/// contact.
pub fn responsible(named: Option<Responsible>, owner: Option<PersonId>) -> Option<Responsible> {
    match (named, owner) {
        (None | Some(Responsible::Myself), Some(owner)) => Some(Responsible::Person(owner)),
        _ => named,
    }
}

/// The person of a responsible, if it is one.
pub(super) fn person_of(who: Option<Responsible>) -> Option<PersonId> {
    match who {
        Some(Responsible::Person(person)) => Some(person),
        _ => None,
    }
}

/// Who stands in for somebody on a day, through however many hands; the person itself where it is there, or keeps its
/// steps. `None` where the steps wait.
pub(super) fn stand_in(
    plan: &PlanParts,
    roster: &Roster,
    person: PersonId,
    day: NaiveDate,
) -> Option<PersonId> {
    let mut passed = Vec::new();
    let mut at = person;
    loop {
        let is_closed = plan
            .closures
            .iter()
            .any(|closure| closure.who == Some(at) && (closure.first..=closure.last).contains(&day));
        if is_closed {
            return None;
        }
        let absence = roster.availability(at).and_then(|known| known.absence(day));
        match absence.map(|absence| absence.cover) {
            None | Some(Cover::Keep) => return Some(at),
            Some(Cover::Shift) => return None,
            Some(Cover::HandOver(other)) => {
                passed.push(at);
                if passed.contains(&other) {
                    return None;
                }
                at = other;
            }
        }
    }
}

/// Whether somebody is away on a day, whatever becomes of the steps.
pub fn is_away(plan: &PlanParts, roster: &Roster, person: PersonId, day: NaiveDate) -> bool {
    let is_closed = plan
        .closures
        .iter()
        .any(|closure| closure.who == Some(person) && (closure.first..=closure.last).contains(&day));
    is_closed || roster.availability(person).is_some_and(|known| known.absence(day).is_some())
}
