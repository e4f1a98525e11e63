//! A plan goes through a link and comes back, with no more in it than was wanted.

#![cfg(test)]

mod fixtures;

use fixtures::edits::plans;
use fixtures::{date, full_plan};
use followthrough::exchange::{
    InLink, LINK, LinkError, MAX_LINK, from_link, import_json, in_link, is_link, is_page, packed_in,
    packed_in_page,
};
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

const PACKED: &str = "q1YqzkgtSlWyUlAqyShKBQA-x_9";

#[test]
fn what_programs_put_behind_a_link_or_make_of_its_signs_is_not_of_the_plan() {
    for sent in [
        "/link/1.{}",
        "/link/1.{}&utm_source=letter&utm_medium=mail",
        "/link/1.{}&amp;utm_source=letter",
        "/link/1.{}?fbclid=IwAR0",
        "/link/1.{}#more",
        "/link/1.{}.",
        "/link/1.{}).",
        "/link/1.{}>",
        "/link/1.{}%3E",
        "/link/1.{}%0A",
        "/link/1.{}%0D%0A%0D%0AKind regards, Ann",
        "/link/1.{} Kind regards",
        "/link/1.{}”,",
        "/link/1.{}/",
        "/link/1.{}==",
        "/LINK/1.{}",
        "/Link/1.{}",
        "link/1.{}",
        "//link/1.{}",
        "%2Flink%2F1%2E{}",
        "%20/link/1.{}",
    ] {
        let route = sent.replace("{}", PACKED);
        assert!(is_link(&route), "{sent}");
        assert_eq!(packed_in(&route).unwrap()[0], PACKED, "{sent}");
    }
    let spelled = PACKED.replace('-', "%2D").replace('_', "%5f");
    assert_eq!(packed_in(&format!("{LINK}{spelled}")).unwrap()[0], PACKED);
}

#[test]
fn a_link_that_was_broken_into_lines_or_set_in_slanted_letters_is_put_together_again() {
    let (first, rest) = PACKED.split_at(9);
    for between in ["%0A", "%0D%0A", " ", "%20", "=%0A", "%0A%3E%20", "\u{ad}", "%E2%80%8B", "\n> > "] {
        let readings = packed_in(&format!("{LINK}{first}{between}{rest}&utm_source=letter")).unwrap();
        assert!(readings.iter().any(|it| it == PACKED), "{between:?}: {readings:?}");
    }
    let readings = packed_in(&format!("{LINK}{PACKED}_")).unwrap();
    assert!(readings.iter().any(|it| it == PACKED), "{readings:?}");
}

#[test]
fn an_address_that_carries_nothing_says_so_and_one_of_a_version_to_come_is_told_apart() {
    for route in [
        "/link/",
        "/link",
        "/link/1",
        "/link/1.",
        "/link/1.%%%",
        "/link/1.&x",
        "/link/abc",
        "/link/.abc",
        "/link/0.a",
    ] {
        assert_eq!(packed_in(route), Err(LinkError::Damaged), "{route}");
    }
    assert_eq!(packed_in("/link/2.abc&utm_source=letter"), Err(LinkError::Newer));
    assert_eq!(packed_in("/LINK/17.abc"), Err(LinkError::Newer));
    assert_eq!(packed_in(&format!("{LINK}{}", "A".repeat(MAX_LINK))), Err(LinkError::TooLarge));
    for other in ["", "/", "/plan", "/linked", "/plan/link/1.a", "/lin", "/ünk/"] {
        assert!(!is_link(other), "{other}");
    }
    assert!(is_link("/link/%"));
}

#[test]
fn the_plan_in_the_planner_in_one_file_is_found_when_the_file_is_chosen() {
    let page = |plan: &str| {
        format!(
            "<!doctype html><html><body><template id=\"one-plan\" data-plan=\"{plan}\"></template></body></html>"
        )
    };
    assert_eq!(packed_in_page(page(PACKED).as_bytes()), Ok(vec![PACKED.to_owned()]));
    assert!(is_page(page(PACKED).as_bytes()) && is_page("\u{feff}\n <html>".as_bytes()) && !is_page(b"{}"));
    let cut = page(PACKED);
    let cut = &cut[..cut.find(PACKED).unwrap() + 5];
    for other in [page(""), cut.to_owned(), "<html>".to_owned(), String::new()] {
        let why = packed_in_page(other.as_bytes()).unwrap_err();
        assert!(why.to_string().starts_with("This is a web page, and no plan is in it."), "{other}");
    }
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
