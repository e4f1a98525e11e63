//! Where in a text the parts of a roster do not fit together.

use crate::plan::Line;
use crate::roster::{Contact, ContactId, Flawed, Roster, RosterLimit, RosterParts};
use crate::store::Fault;

/// The flaw as a fault, with its place in the text's own names; `before` is what stands before them.
pub(super) fn fault(parts: &RosterParts, flaw: Flawed, before: &str) -> Box<Fault> {
    let of = |id: ContactId, field: &str| match parts.contacts.iter().rposition(|known| known.id == id) {
        Some(at) => format!("{before}contacts[{at}]{field}"),
        None => format!("{before}lastContact"),
    };
    let (place, problem) = match flaw {
        Flawed::Contacts(id) => (
            of(id, ".id"),
            format!(
                "contacts stand in order of their ids, one each, from 1 to the last given, at most {}",
                Roster::MAX_ID
            ),
        ),
        Flawed::Enrolments(id) => (
            of(id, ".enrolments"),
            "those that have ended come first, by their ends, and one of a sequence is under way at most"
                .to_owned(),
        ),
        Flawed::Facts(id) => {
            (of(id, ".enrolments"), "facts stand in order of their steps, one each, and say something".to_owned())
        }
        Flawed::Pauses(id) => {
            (of(id, ".enrolments"), "pauses stand in order, and only the last may have no end".to_owned())
        }
        Flawed::OptedOut(id) => {
            (of(id, ".optedOut"), "something is under way of somebody who wants to hear nothing more".to_owned())
        }
        Flawed::Touchpoints(id) => (
            of(id, ".touchpoints"),
            "they stand in order of days, each with an id of its own, and no answer comes before its question"
                .to_owned(),
        ),
        Flawed::UnknownVersion(id) => {
            (of(id, ".enrolments"), "there is no such version of the sequence".to_owned())
        }
        Flawed::UnknownCountry => (stranger(parts, before), "there is no such country in the roster".to_owned()),
        Flawed::Availability(person) => {
            let at = parts.availabilities.iter().rposition(|known| known.person == person);
            (
                format!("{before}availabilities[{}]", at.unwrap_or_default()),
                "people stand in order of their ids, one each, with absences in order that do not overlap"
                    .to_owned(),
            )
        }
        Flawed::Countries => (
            format!("{before}countries"),
            "they stand in order of their codes, one each, with a limited number of days in order".to_owned(),
        ),
        Flawed::Versions(id) => {
            let at = parts.versions.iter().rposition(|known| known.id == id);
            (
                at.map_or(format!("{before}lastVersion"), |at| format!("{before}versions[{at}]")),
                format!(
                    "versions stand in order of their ids, from 1 to the last given, at most {}, with steps that make \
                     a sequence",
                    Roster::MAX_ID
                ),
            )
        }
        Flawed::TooMany(limit) => {
            (crowded(parts, limit, before), format!("there are more than {} of them", limit.max()))
        }
        Flawed::DateOutOfRange(date) => {
            (format!("{before}contacts"), format!("{date} lies beyond the years of the calendar"))
        }
    };
    Box::new(Fault::new(place, problem))
}

/// Who lives in a country that is not there.
fn stranger(parts: &RosterParts, before: &str) -> String {
    let is_unknown = |code: &Option<Line>| {
        code.as_ref().is_some_and(|code| !parts.countries.iter().any(|known| known.code == *code))
    };
    let person = parts.availabilities.iter().position(|known| is_unknown(&known.country));
    let contact = parts.contacts.iter().position(|known| is_unknown(&known.country));
    match (person, contact) {
        (Some(at), _) => format!("{before}availabilities[{at}].country"),
        (None, at) => format!("{before}contacts[{}].country", at.unwrap_or_default()),
    }
}

fn crowded(parts: &RosterParts, limit: RosterLimit, before: &str) -> String {
    let max = limit.max();
    let contact = |is_crowded: &dyn Fn(&Contact) -> bool, field: &str| {
        let at = parts.contacts.iter().position(is_crowded);
        format!("{before}contacts[{}].{field}", at.unwrap_or_default())
    };
    match limit {
        RosterLimit::Contacts => format!("{before}contacts"),
        RosterLimit::Enrolments => contact(&|it| it.enrolments.len() > max, "enrolments"),
        RosterLimit::Touchpoints => contact(&|it| it.touchpoints.len() > max, "touchpoints"),
        RosterLimit::Pauses => {
            contact(&|it| it.enrolments.iter().any(|it| it.pauses.len() > max), "enrolments")
        }
        RosterLimit::Absences => {
            let at = parts.availabilities.iter().position(|known| known.absences.len() > max);
            format!("{before}availabilities[{}].absences", at.unwrap_or_default())
        }
        RosterLimit::Countries => format!("{before}countries"),
        RosterLimit::Versions => format!("{before}versions"),
    }
}
