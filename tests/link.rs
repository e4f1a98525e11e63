//! A plan goes through a link and comes back, with no more in it than was wanted.

#![cfg(test)]

mod fixtures;

use fixtures::edits::plans;
use fixtures::{date, full_plan};
use followthrough::exchange::{InLink, LinkError, from_link, import_json, in_link};
use followthrough::plan::{Plan, Prose, Responsible, Step, StepId};
use followthrough::roster::Workspace;
use followthrough::workshop::{example, example_people};
use proptest::prelude::*;

const ALL: InLink = InLink { names: true, people: true };
const NAMES: InLink = InLink { names: true, people: false };

fn with_people() -> Workspace {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example_people(example(written, date("2026-11-22")), date("2026-11-22"))
}

fn held(whole: &Workspace, wanted: InLink) -> String {
    in_link(whole, wanted, date("2026-11-22"), &[]).unwrap().text
}

#[test]
fn a_plan_and_its_people_come_back_the_same() {
    let whole = with_people();
    assert_eq!(from_link(held(&whole, ALL).as_bytes()).map(|it| it.whole), Ok(whole));
}

#[test]
fn no_name_of_anybody_is_in_a_link_unless_it_is_wanted() {
    let whole = with_people();
    let held = held(&whole, InLink::default());
    let people = whole.roster.contacts().map(|contact| contact.name.to_string());
    for name in whole.plan.people.iter().map(|person| person.name.to_string()).chain(people) {
        let quoted = format!("\"{name}\"");
        assert!(!held.contains(&quoted), "{name}");
    }
    // Nor where the people are, but for theirs.
    let people_only = self::held(&whole, InLink { people: true, names: false });
    for person in &whole.plan.people {
        assert!(!people_only.contains(&format!("\"{}\"", person.name)), "{}", person.name);
    }
    assert_eq!(from_link(people_only.as_bytes()).unwrap().whole.roster.count(), whole.roster.count());
    let back = from_link(held.as_bytes()).unwrap().whole;
    assert_eq!(back.roster.count(), 0);
    assert!(back.plan.steps().all(|step| !matches!(step.who, Some(Responsible::Person(_)))));
    assert_eq!(back.plan.steps().count(), whole.plan.steps().count());
}

#[test]
fn what_is_no_link_is_refused_in_a_sentence() {
    for bytes in [&b""[..], b"{", b"\xff\xfe", b"{}", b"null\0null"] {
        let problem = from_link(bytes).unwrap_err().to_string();
        assert!(problem.ends_with('.') && problem.contains(". ") || problem.contains(": "), "{problem}");
    }
    let held = held(&Workspace::new(full_plan()), NAMES);
    let newer = held.replacen("\"version\":4", "\"version\":99", 1);
    assert!(matches!(from_link(newer.as_bytes()), Err(LinkError::Unreadable(_))));
    let cut = format!("{held}\0{{\"format\":\"followthrough-roster\"");
    assert!(matches!(from_link(cut.as_bytes()), Err(LinkError::People(_))));
}

#[test]
fn what_would_not_be_read_again_is_not_made() {
    let mut parts = Plan::blank().into_parts();
    let notes = Prose::parse(&"long ".repeat(700)).unwrap();
    let step = |id| Step { notes: notes.clone(), ..Step::new(StepId(id)) };
    parts.sequences.prospect.steps = (1..=400).map(step).collect();
    let whole = Workspace::new(parts.checked().unwrap());
    assert_eq!(in_link(&whole, NAMES, date("2026-11-22"), &[]), Err(LinkError::TooLarge));
}

proptest! {
    #[test]
    fn any_plan_comes_back_the_same(plan in plans()) {
        let whole = Workspace::new(plan);
        prop_assert_eq!(from_link(held(&whole, NAMES).as_bytes()).map(|it| it.whole), Ok(whole));
    }
}
