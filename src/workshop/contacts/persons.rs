//! Who and where is meant by what stands in a cell.

use crate::plan::{Line, PersonId, PlanParts, in_small_letters};
use crate::roster::Roster;

/// The person of the plan who is called so, by the whole name or by a first name that only one has.
pub(super) fn person(plan: &PlanParts, cell: &str) -> Option<PersonId> {
    let said = in_small_letters(cell.trim());
    let name = |line: &Line| in_small_letters(line.as_str().trim());
    if let Some(person) = plan.people.iter().find(|person| name(&person.name) == said) {
        return Some(person.id);
    }
    let first = |line: &Line| name(line).split_whitespace().next().map(str::to_owned);
    let mut alike = plan.people.iter().filter(|person| first(&person.name).as_deref() == Some(said.as_str()));
    match (alike.next(), alike.next()) {
        (Some(person), None) => Some(person.id),
        _ => None,
    }
}

/// The code of a country in the roster, by its code or by its name.
pub(super) fn country(roster: &Roster, cell: &str) -> Option<Line> {
    let said = in_small_letters(cell.trim());
    let is_it = |line: &Line| in_small_letters(line.as_str().trim()) == said;
    let mut all = roster.countries().iter();
    all.find(|set| is_it(&set.code) || is_it(&set.name)).map(|set| set.code.clone())
}
