//! The example's people: in the middle of their way, whenever it is opened.

#![cfg(test)]

use chrono::{NaiveDate, TimeDelta};

use followthrough::agenda::{Agenda, Forecasts, Work};
use followthrough::calendar::{FIRST_DAY, LAST_DAY};
use followthrough::plan::{Audience, Fate, Plan};
use followthrough::roster::{Contact, Enrolment, Exit, Way, Workspace};
use followthrough::words::{day_seen, state};
use followthrough::workshop::{example, example_people};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn written() -> Plan {
    followthrough::exchange::import_json(include_bytes!("../assets/example.json")).unwrap()
}

fn people(written: &Plan, today: NaiveDate) -> Workspace {
    example_people(example(written.clone(), today), today)
}

fn agenda(workspace: &Workspace, today: NaiveDate) -> Agenda {
    Agenda::of(&Forecasts::of(workspace, today), today + TimeDelta::days(7))
}

#[test]
fn how_it_stands_with_each_of_them_agrees_with_the_list_of_every_day() {
    let first = date("2026-11-23");
    let workspace = people(&written(), first);
    let mut late = 0;
    for today in first.iter_days().take(60) {
        let forecasts = Forecasts::of(&workspace, today);
        let agenda = Agenda::ahead(&forecasts, 0);
        for contact in workspace.roster.contacts() {
            let said = state(&workspace, &forecasts, contact);
            let since = agenda.late.iter().filter(|item| item.contact == contact.id);
            let since = since.filter_map(|item| item.standing.late_since()).min();
            let is_told = |day| said.contains(&format!("late since {}", day_seen(day, today)));
            assert_eq!(said.contains("late since"), since.is_some(), "{today}, {}: {said}", contact.name);
            assert!(since.is_none_or(is_told), "{today}, {}: {said}, not {since:?}", contact.name);
            late += usize::from(since.is_some());
            let is_due = agenda.due.iter().any(|item| item.contact == contact.id);
            let is_said = said.contains("today") || since.is_some();
            assert!(!is_due || is_said, "{today}, {}: {said}", contact.name);
        }
    }
    assert!(late > 500, "only {late}");
}

fn count(workspace: &Workspace, is_so: impl Fn(&Contact) -> bool) -> usize {
    workspace.roster.contacts().filter(|contact| is_so(contact)).count()
}

fn ended(contact: &Contact, is_so: impl Fn(Exit) -> bool) -> bool {
    contact.enrolments.iter().any(|enrolment| enrolment.end.is_some_and(|end| is_so(end.exit)))
}

fn has_tried(enrolment: &Enrolment) -> bool {
    enrolment.facts.iter().any(|fact| matches!(fact.mark, Some((_, Fate::Tried(1)))))
}

#[test]
fn on_any_day_there_are_all_of_them_and_something_to_do() {
    let written = written();
    for days in 0..1200 {
        let today = date("2026-11-28") + TimeDelta::days(days * 3);
        let workspace = people(&written, today);
        assert_eq!(workspace.roster.count(), 25, "{today}");
        let found = agenda(&workspace, today);
        assert!((1..=3).contains(&found.late.len()), "{today}: {} late", found.late.len());
        assert!(found.due.len() + found.next.len() >= 6, "{today}: little to do");
        let asked = found.items().filter(|item| matches!(item.work, Work::Answer(_)));
        assert_eq!(asked.count(), 1, "{today}");
    }
}

#[test]
fn each_kind_of_way_is_among_them() {
    let today = date("2026-11-30");
    let workspace = people(&written(), today);
    let is_open = |audience| move |contact: &Contact| contact.open(audience).is_some();
    assert_eq!(count(&workspace, is_open(Audience::Customer)), 6);
    assert_eq!(count(&workspace, is_open(Audience::Prospect)), 16);
    let has = |is_so: fn(&Contact) -> bool| count(&workspace, is_so);
    assert_eq!(has(|it| it.enrolments.iter().any(Enrolment::is_paused)), 1);
    assert_eq!(has(|it| it.enrolments.iter().any(has_tried)), 1);
    assert_eq!(has(|it| it.opted_out.is_some()), 1);
    assert_eq!(has(|it| it.touchpoints.iter().any(|known| known.way == Way::Asked)), 1);
    assert_eq!(has(|it| ended(it, |exit| exit == Exit::Lost)), 1);
    assert_eq!(has(|it| ended(it, |exit| matches!(exit, Exit::NotNow(_)))), 1);
    let moved_on =
        |it: &Contact| ended(it, |exit| matches!(exit, Exit::Bought(_))) && is_open(Audience::Customer)(it);
    assert_eq!(count(&workspace, moved_on), 1);
    assert_eq!(count(&workspace, |it| it.enrolments.iter().any(|known| known.start > today)), 2);
}

#[test]
fn nothing_was_done_on_a_day_to_come_nor_twice_told() {
    let written = written();
    for today in ["2026-11-28", "2026-12-26", "2027-02-28", "2028-02-29"].map(date) {
        let workspace = people(&written, today);
        assert_eq!(workspace, people(&written, today), "the same on the same day");
        let forecasts = Forecasts::of(&workspace, today);
        for contact in workspace.roster.contacts() {
            let marks = contact.enrolments.iter().flat_map(|enrolment| &enrolment.facts);
            assert!(
                marks.filter_map(|fact| fact.mark).all(|(on, _)| on < today),
                "{today}: {}",
                contact.name
            );
            assert!(!state(&workspace, &forecasts, contact).is_empty());
        }
    }
}

#[test]
fn names_numbers_and_addresses_are_nobodys() {
    let workspace = people(&written(), date("2026-11-30"));
    let mut seen = std::collections::BTreeSet::new();
    for contact in workspace.roster.contacts() {
        let (mail, phone) = (contact.reach.mail.as_str(), contact.reach.phone.as_str());
        assert!(mail.ends_with("@example.com") || mail.ends_with("@example.org"), "{mail}");
        assert!(mail.is_ascii() && !mail.contains(' '), "{mail}");
        assert!(phone.starts_with("+44 20 7946 0") || phone.starts_with("+1 202 555 01"), "{phone}");
        for it in [contact.name.as_str(), mail, phone] {
            assert!(seen.insert(it.to_owned()), "{it} is there twice");
        }
    }
}

#[test]
fn where_the_calendar_ends_there_are_fewer() {
    let written = written();
    let near =
        |day: NaiveDate| (-130..=130).filter_map(move |days| day.checked_add_signed(TimeDelta::days(days)));
    for today in near(FIRST_DAY).chain(near(LAST_DAY)).chain([NaiveDate::MIN, NaiveDate::MAX]) {
        let workspace = people(&written, today);
        assert!(workspace.roster.count() <= 25);
    }
    assert_eq!(people(&written, NaiveDate::MIN).roster.count(), 0);
    assert!(people(&written, FIRST_DAY).roster.count() > 0);
}
