mod patterns;

mod together;

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::plan::{
    Audience, Channel, Edit, EditError, Fate, Holiday, HolidaySet, Line, PersonId, Plan, Prose, Responsible,
    StepEdit, StepId,
};

const PROSPECT: Audience = Audience::Prospect;
const CUSTOMER: Audience = Audience::Customer;
const ANN: PersonId = PersonId(1);

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// Ann, person 1; steps 2, 3 and 4 for prospects, 5 for customers.
fn plan() -> Plan {
    let edits = [
        Edit::AddPerson(line("Ann")),
        Edit::AddStep { audience: PROSPECT, before: None },
        Edit::AddStep { audience: PROSPECT, before: None },
        Edit::AddStep { audience: PROSPECT, before: None },
        Edit::AddStep { audience: CUSTOMER, before: None },
    ];
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

fn new(name: &str) -> NewContact {
    let start = Some((PROSPECT, line("fair"), date("2026-10-01")));
    NewContact { name: line(name), start, ..NewContact::default() }
}

fn with(people: &[&str]) -> Workspace {
    let all = people.iter().map(|name| new(name)).collect();
    Workspace::new(plan()).edited(WorkspaceEdit::Roster(RosterEdit::Add(all))).unwrap()
}

fn edited(workspace: &Workspace, edit: RosterEdit) -> Result<Workspace, Refusal> {
    workspace.edited(WorkspaceEdit::Roster(edit))
}

fn contact(workspace: &Workspace, id: u32, edit: ContactEdit) -> Result<Workspace, Refusal> {
    edited(workspace, RosterEdit::Contact(ContactId(id), edit))
}

fn prospects(workspace: &Workspace, id: u32, edit: EnrolmentEdit) -> Result<Workspace, Refusal> {
    contact(workspace, id, ContactEdit::Enrolment(PROSPECT, edit))
}

fn done(workspace: &Workspace, id: u32, step: u32) -> Workspace {
    let mark = EnrolmentEdit::Mark(StepId(step), date("2026-10-02"), Fate::Done(None));
    prospects(workspace, id, mark).unwrap()
}

fn somebody(workspace: &Workspace, id: u32) -> &Arc<Contact> {
    workspace.roster.contact(ContactId(id)).unwrap()
}

fn enrol(audience: Audience) -> ContactEdit {
    ContactEdit::Enrol { audience, event: line("again"), start: date("2026-11-02") }
}

fn exits(workspace: &Workspace, id: u32) -> Vec<(Audience, Option<Exit>)> {
    let all = somebody(workspace, id).enrolments.iter();
    all.map(|it| (it.audience, it.end.map(|end| end.exit))).collect()
}

#[test]
fn nobody_is_on_one_sequence_twice() {
    let workspace = with(&["Zoe"]);
    let refused = contact(&workspace, 1, enrol(PROSPECT));
    assert_eq!(refused, Err(Refusal::AlreadyEnrolled(ContactId(1))));
    let both = contact(&workspace, 1, enrol(CUSTOMER)).unwrap();
    assert_eq!(exits(&both, 1), [(PROSPECT, None), (CUSTOMER, None)]);
    let ended = prospects(&both, 1, EnrolmentEdit::End(date("2026-10-09"), Exit::Lost)).unwrap();
    let again = contact(&ended, 1, enrol(PROSPECT)).unwrap();
    assert_eq!(exits(&again, 1), [(PROSPECT, Some(Exit::Lost)), (CUSTOMER, None), (PROSPECT, None)]);
}

#[test]
fn a_purchase_ends_one_sequence_and_starts_the_other() {
    let buy = || ContactEdit::Buy { on: date("2026-10-05"), amount: None, event: line("bought") };
    let bought = contact(&with(&["Zoe"]), 1, buy()).unwrap();
    assert_eq!(exits(&bought, 1), [(PROSPECT, Some(Exit::Bought(None))), (CUSTOMER, None)]);
    assert_eq!(somebody(&bought, 1).open(CUSTOMER).unwrap().start, date("2026-10-05"));
    assert_eq!(contact(&bought, 1, buy()), Err(Refusal::AlreadyEnrolled(ContactId(1))));
}

#[test]
fn nothing_starts_for_somebody_who_opted_out() {
    let workspace = contact(&with(&["Zoe"]), 1, enrol(CUSTOMER)).unwrap();
    let end = EnrolmentEdit::End(date("2026-10-05"), Exit::OptedOut);
    for out in [ContactEdit::OptOut(date("2026-10-05")), ContactEdit::Enrolment(PROSPECT, end)] {
        let out = contact(&workspace, 1, out).unwrap();
        assert_eq!(exits(&out, 1), [(PROSPECT, Some(Exit::OptedOut)), (CUSTOMER, Some(Exit::OptedOut))]);
        let buy = ContactEdit::Buy { on: date("2026-10-06"), amount: None, event: line("bought") };
        let reopen = ContactEdit::Enrolment(CUSTOMER, EnrolmentEdit::Reopen(date("2026-10-06")));
        for edit in [enrol(PROSPECT), buy, reopen] {
            assert_eq!(contact(&out, 1, edit), Err(Refusal::OptedOut(ContactId(1))));
        }
    }
}

#[test]
fn an_end_can_be_taken_back_and_what_has_ended_is_not_put_off() {
    let ended =
        prospects(&done(&with(&["Zoe"]), 1, 2), 1, EnrolmentEdit::End(date("2026-10-09"), Exit::Lost))
            .unwrap();
    let has_ended = Err(Refusal::HasEnded(ContactId(1)));
    assert_eq!(prospects(&ended, 1, EnrolmentEdit::Postpone(StepId(3), None)), has_ended);
    assert_eq!(prospects(&ended, 1, EnrolmentEdit::Pause(date("2026-10-09"))), has_ended);
    let on = date("2026-10-09");
    let open = prospects(&ended, 1, EnrolmentEdit::Reopen(on)).unwrap();
    assert_eq!(open, done(&with(&["Zoe"]), 1, 2));
    let not_ended = Err(Refusal::HasNotEnded(ContactId(1)));
    assert_eq!(prospects(&open, 1, EnrolmentEdit::Reopen(on)), not_ended);
    assert_eq!(
        prospects(&open, 1, EnrolmentEdit::Postpone(StepId(2), Some(on))),
        Err(Refusal::StepIsOver(StepId(2)))
    );
}

#[test]
fn pauses_follow_one_another() {
    let workspace = with(&["Zoe"]);
    let pause = |workspace: &Workspace, on: &str| prospects(workspace, 1, EnrolmentEdit::Pause(date(on)));
    let resume = |workspace: &Workspace, on: &str| prospects(workspace, 1, EnrolmentEdit::Resume(date(on)));
    assert_eq!(resume(&workspace, "2026-10-05"), Err(Refusal::NotPaused(ContactId(1))));
    let paused = pause(&workspace, "2026-10-05").unwrap();
    assert_eq!(pause(&paused, "2026-10-06"), Err(Refusal::AlreadyPaused(ContactId(1))));
    let on = resume(&paused, "2026-10-08").unwrap();
    let expected = Pause { first: date("2026-10-05"), last: Some(date("2026-10-07")) };
    assert_eq!(somebody(&on, 1).open(PROSPECT).unwrap().pauses, [expected]);
    let overlapping = pause(&on, "2026-10-07");
    assert_eq!(overlapping, Err(Refusal::Illegal(Flawed::Pauses(ContactId(1)))));
    assert_eq!(resume(&paused, "2026-10-05").unwrap(), workspace, "a pause of no day is none");
}

#[test]
fn what_had_ended_was_on_hold_until_it_goes_on() {
    type Said<'a> = &'a [(&'a str, Option<&'a str>)];
    let pauses = |all: Said| -> Vec<Pause> {
        all.iter().map(|(first, last)| Pause { first: date(first), last: last.map(date) }).collect()
    };
    // The pauses before, the days of the end and of the way back, and the pauses after.
    let none: Said = &[];
    let cases: [(Said, &str, &str, Said); 9] = [
        (none, "2026-10-09", "2026-10-20", &[("2026-10-09", Some("2026-10-19"))]),
        (none, "2026-10-09", "2026-10-10", &[("2026-10-09", Some("2026-10-09"))]),
        (none, "2026-10-09", "2026-10-09", none),
        (none, "2026-10-09", "2026-10-01", none),
        // One before it, apart and next to it.
        (
            &[("2026-10-02", Some("2026-10-05"))],
            "2026-10-09",
            "2026-10-20",
            &[("2026-10-02", Some("2026-10-05")), ("2026-10-09", Some("2026-10-19"))],
        ),
        (
            &[("2026-10-02", Some("2026-10-08"))],
            "2026-10-09",
            "2026-10-20",
            &[("2026-10-02", Some("2026-10-19"))],
        ),
        // The day of the end was said late: what was on hold since is part of it.
        (
            &[("2026-10-02", Some("2026-10-05")), ("2026-10-12", Some("2026-10-14"))],
            "2026-10-04",
            "2026-10-20",
            &[("2026-10-02", Some("2026-10-19"))],
        ),
        (
            &[("2026-10-12", Some("2026-10-25"))],
            "2026-10-09",
            "2026-10-20",
            &[("2026-10-09", Some("2026-10-25"))],
        ),
        // On hold when it ended: on hold until somebody says otherwise.
        (&[("2026-10-07", None)], "2026-10-09", "2026-10-20", &[("2026-10-07", None)]),
    ];
    for (before, end, on, after) in cases {
        let mut workspace = with(&["Zoe"]);
        for Pause { first, last } in pauses(before) {
            workspace = prospects(&workspace, 1, EnrolmentEdit::Pause(first)).unwrap();
            if let Some(on) = last.and_then(|last| last.succ_opt()) {
                workspace = prospects(&workspace, 1, EnrolmentEdit::Resume(on)).unwrap();
            }
        }
        let ended = prospects(&workspace, 1, EnrolmentEdit::End(date(end), Exit::Lost)).unwrap();
        let open = prospects(&ended, 1, EnrolmentEdit::Reopen(date(on))).unwrap();
        let found = somebody(&open, 1).open(PROSPECT).unwrap().pauses.clone();
        assert_eq!(found, pauses(after), "{before:?}, ended on {end}, opened again on {on}");
    }
}

#[test]
fn whoever_is_asked_to_come_back_later_and_later_is_on_hold_once() {
    let mut workspace = with(&["Zoe"]);
    let mut day = date("2026-10-09");
    let put_off = |day: NaiveDate| EnrolmentEdit::End(day, Exit::not_now(day, 1));
    workspace = prospects(&workspace, 1, put_off(day)).unwrap();
    for _ in 0..2 * RosterLimit::Pauses.max() {
        day = crate::calendar::after_months(day, 1).unwrap();
        workspace = prospects(&workspace, 1, EnrolmentEdit::Reopen(day)).unwrap();
        workspace = prospects(&workspace, 1, put_off(day)).unwrap();
    }
    let open = prospects(&workspace, 1, EnrolmentEdit::Reopen(day)).unwrap();
    let whole = Pause { first: date("2026-10-09"), last: day.pred_opt() };
    assert_eq!(somebody(&open, 1).open(PROSPECT).unwrap().pauses, [whole]);
}

#[test]
fn what_is_said_of_a_step_is_kept_only_while_it_is_something() {
    let workspace = with(&["Zoe"]);
    let noted =
        prospects(&workspace, 1, EnrolmentEdit::Note(StepId(3), Prose::parse("ask").unwrap())).unwrap();
    let put_off = prospects(&noted, 1, EnrolmentEdit::Postpone(StepId(3), Some(date("2026-10-09")))).unwrap();
    let marked = done(&put_off, 1, 3);
    let fact = somebody(&marked, 1).open(PROSPECT).unwrap().fact(StepId(3)).unwrap().clone();
    assert_eq!((fact.postponed, fact.note.as_str(), fact.is_over()), (None, "ask", true));
    let unmarked = prospects(&marked, 1, EnrolmentEdit::Unmark(StepId(3))).unwrap();
    assert_eq!(unmarked, noted);
    assert_eq!(prospects(&unmarked, 1, EnrolmentEdit::Note(StepId(3), Prose::default())).unwrap(), workspace);
}

#[test]
fn what_is_not_there_is_refused() {
    let workspace = with(&["Zoe"]);
    let nobody = Err(Refusal::NoSuchContact(ContactId(7)));
    assert_eq!(contact(&workspace, 7, enrol(PROSPECT)), nobody);
    assert_eq!(edited(&workspace, RosterEdit::Remove(ContactId(7))), nobody);
    let mark = |step| EnrolmentEdit::Mark(StepId(step), date("2026-10-02"), Fate::Skipped);
    assert_eq!(prospects(&workspace, 1, mark(5)), Err(Refusal::NoSuchStep(StepId(5))));
    let on_customers = ContactEdit::Enrolment(CUSTOMER, mark(5));
    assert_eq!(contact(&workspace, 1, on_customers), Err(Refusal::NotEnrolled(ContactId(1))));
    let stranger = PersonId(99);
    let no_person = Err(Refusal::NoSuchPerson(stranger));
    assert_eq!(contact(&workspace, 1, ContactEdit::Owner(Some(stranger))), no_person);
    let week = PersonEdit::MinutesAWeek(Some(60));
    assert_eq!(edited(&workspace, RosterEdit::Person(stranger, week)), no_person);
    let handed = absence("2026-10-05", "2026-10-06", Cover::HandOver(stranger));
    assert_eq!(edited(&workspace, RosterEdit::Person(ANN, handed)), no_person);
    let abroad = ContactEdit::Country(Some(line("AT")));
    assert_eq!(contact(&workspace, 1, abroad), Err(Refusal::NoSuchCountry));
    let answer = ContactEdit::Answer(TouchpointId(1), None);
    assert_eq!(contact(&workspace, 1, answer), Err(Refusal::NoSuchTouchpoint(TouchpointId(1))));
    let plan = WorkspaceEdit::Plan(Edit::RemovePerson(stranger));
    assert_eq!(workspace.edited(plan), Err(Refusal::Plan(EditError::NoSuchPerson(stranger))));
    let never = EnrolmentEdit::Mark(StepId(2), date("2026-10-02"), Fate::Tried(0));
    assert_eq!(prospects(&workspace, 1, never), Err(Refusal::Illegal(Flawed::Facts(ContactId(1)))));
}

#[test]
fn several_changes_are_one_or_none() {
    let workspace = with(&["Zoe"]);
    let name = |name| {
        let edit = ContactEdit::Name(line(name));
        WorkspaceEdit::Roster(RosterEdit::Contact(ContactId(1), edit))
    };
    let remove = WorkspaceEdit::Roster(RosterEdit::Remove(ContactId(7)));
    assert!(workspace.edited(WorkspaceEdit::All(vec![name("A"), remove])).is_err());
    let both = workspace.edited(WorkspaceEdit::All(vec![name("A"), name("B")])).unwrap();
    assert_eq!(somebody(&both, 1).name.as_str(), "B");
}

#[test]
fn a_change_of_one_copies_one_and_the_list_of_its_chunk() {
    let names: Vec<String> = (0..200).map(|number| format!("Contact {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let before = with(&names);
    let after = contact(&before, 70, ContactEdit::Segment(line("bakery"))).unwrap();
    let shared = before.roster.contacts().zip(after.roster.contacts());
    let copied: Vec<_> =
        shared.filter(|(one, other)| !Arc::ptr_eq(one, other)).map(|(one, _)| one.id).collect();
    assert_eq!(copied, [ContactId(70)]);
    assert_eq!(before.roster.changed_chunks(&after.roster), [1]);
    let changed: Vec<_> = before.roster.changed(&after.roster).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].1.unwrap().segment.as_str(), "bakery");
    assert!(Arc::ptr_eq(&before.plan, &after.plan));
    let gone = edited(&after, RosterEdit::Remove(ContactId(200))).unwrap();
    assert_eq!(after.roster.changed_chunks(&gone.roster), [3]);
    let added = edited(&gone, RosterEdit::Add(vec![new("Late")])).unwrap();
    assert!(added.roster.contact(ContactId(201)).is_some(), "a number is not given twice");
    assert_eq!(
        added.roster.chunks().map(|(number, chunk)| (number, chunk.len())).collect::<Vec<_>>(),
        [(0, 63), (1, 64), (2, 64), (3, 9)]
    );
}

#[test]
fn the_same_person_twice_is_noticed() {
    let person = |name: &str, mail: &str, phone: &str| NewContact {
        name: line(name),
        reach: Reach { mail: line(mail), phone: line(phone), address: Line::default() },
        ..NewContact::default()
    };
    let people = [
        person("Zoe Beck", "zoe@example.com", ""),
        person("Z. Beck", "ZOE@example.com ", ""),
        person("zoe  beck", "", ""),
        person("Zoe Beck", "other@example.com", ""),
        person("Ali", "", "+43 1 234 56 78 90"),
        person("Al", "", "0043/1/2345678 90"),
        person("Ben", "", "12"),
        person("Bo", "", "12"),
    ];
    let roster = Roster::default().edited(RosterEdit::Add(people.to_vec())).unwrap();
    let pairs: Vec<_> = likely_twins(&roster).into_iter().map(|(one, other)| (one.0, other.0)).collect();
    assert_eq!(pairs, [(1, 2), (1, 3), (5, 6)], "the fourth is known to be somebody else");
}

#[test]
fn merging_keeps_what_is_known_of_both() {
    let workspace = done(&with(&["Zoe", "Zoe B."]), 2, 2);
    let workspace = contact(&workspace, 2, ContactEdit::Mail(line("z@example.com"))).unwrap();
    let workspace = contact(&workspace, 2, enrol(CUSTOMER)).unwrap();
    let workspace = contact(&workspace, 2, ContactEdit::Note(Prose::parse("likes tea").unwrap())).unwrap();
    let merge = RosterEdit::Merge { keep: ContactId(1), gone: ContactId(2), on: date("2026-10-09") };
    let merged = edited(&workspace, merge).unwrap();
    let zoe = somebody(&merged, 1);
    assert_eq!(
        (zoe.name.as_str(), zoe.reach.mail.as_str(), zoe.note.as_str()),
        ("Zoe", "z@example.com", "likes tea")
    );
    assert_eq!(exits(&merged, 1), [(PROSPECT, Some(Exit::Merged)), (PROSPECT, None), (CUSTOMER, None)]);
    assert!(zoe.enrolments[0].fact(StepId(2)).unwrap().is_over());
    assert_eq!(merged.roster.count(), 1);
    let out = contact(&workspace, 2, ContactEdit::OptOut(date("2026-10-05"))).unwrap();
    let merge = RosterEdit::Merge { keep: ContactId(1), gone: ContactId(2), on: date("2026-10-09") };
    let merged = edited(&out, merge).unwrap();
    assert!(
        !somebody(&merged, 1).is_under_way(),
        "whoever wants to hear nothing hears nothing under any name"
    );
    assert_eq!(somebody(&merged, 1).opted_out, Some(date("2026-10-05")));
    let same = RosterEdit::Merge { keep: ContactId(1), gone: ContactId(1), on: date("2026-10-09") };
    assert_eq!(edited(&workspace, same), Err(Refusal::SameContact(ContactId(1))));
}

fn absence(first: &str, last: &str, cover: Cover) -> PersonEdit {
    PersonEdit::AddAbsence(Absence { first: date(first), last: date(last), name: Line::default(), cover })
}

#[test]
fn absences_stand_beside_one_another() {
    let workspace = with(&[]);
    let person = |workspace: &Workspace, edit| edited(workspace, RosterEdit::Person(ANN, edit));
    let away = person(&workspace, absence("2026-10-05", "2026-10-09", Cover::Shift)).unwrap();
    let refused = Err(Refusal::Illegal(Flawed::Availability(ANN)));
    assert_eq!(person(&away, absence("2026-10-09", "2026-10-12", Cover::Keep)), refused);
    assert_eq!(person(&away, absence("2026-11-09", "2026-11-08", Cover::Keep)), refused);
    let earlier = person(&away, absence("2026-10-01", "2026-10-02", Cover::Keep)).unwrap();
    assert_eq!(earlier.roster.availability(ANN).unwrap().absences.len(), 2);
    let known = away.roster.availability(ANN).unwrap().absences[0].clone();
    assert_eq!(
        person(&away, PersonEdit::RemoveAbsence(known)).unwrap(),
        workspace,
        "nothing is left to keep"
    );
}

#[test]
fn somebody_who_leaves_the_plan_leaves_the_roster() {
    let workspace = contact(&with(&["Zoe"]), 1, ContactEdit::Owner(Some(ANN))).unwrap();
    let workspace = workspace.edited(WorkspaceEdit::Plan(Edit::AddPerson(line("Ben")))).unwrap();
    let ben = workspace.plan.people[1].id;
    let week = PersonEdit::MinutesAWeek(Some(60));
    let workspace = edited(&workspace, RosterEdit::Person(ANN, week)).unwrap();
    let handed = absence("2026-10-05", "2026-10-06", Cover::HandOver(ANN));
    let workspace = edited(&workspace, RosterEdit::Person(ben, handed)).unwrap();
    let pinned = WorkspaceEdit::Pattern(
        Edit::Step(StepId(2), StepEdit::Who(Some(Responsible::Person(ANN)))),
        Spread::All,
    );
    let workspace = workspace.edited(pinned).unwrap();
    let workspace = workspace.edited(WorkspaceEdit::Pattern(what(3, "x"), Spread::New)).unwrap();
    let after = workspace.edited(WorkspaceEdit::Plan(Edit::RemovePerson(ANN))).unwrap();
    assert_eq!((somebody(&after, 1).owner, after.roster.availability(ANN)), (None, None));
    assert_eq!(after.roster.availability(ben).unwrap().absences[0].cover, Cover::Shift);
    assert_eq!(after.roster.versions()[0].steps[0].who, None);
}

fn what(step: u32, text: &str) -> Edit {
    Edit::Step(StepId(step), StepEdit::What(line(text)))
}

#[test]
fn a_country_that_goes_is_nobodys_country() {
    let day = Holiday { date: date("2026-10-26"), name: Line::default() };
    let set = HolidaySet {
        code: line("AT"),
        name: line("Austria"),
        through: 2027,
        days: vec![day],
        worked: vec![],
    };
    let workspace = edited(&with(&["Zoe"]), RosterEdit::TakeCountry(set)).unwrap();
    let there = contact(&workspace, 1, ContactEdit::Country(Some(line("AT")))).unwrap();
    let there = edited(&there, RosterEdit::Person(ANN, PersonEdit::Country(Some(line("AT"))))).unwrap();
    assert_eq!(edited(&there, RosterEdit::DropCountry(line("AT"))).unwrap(), with(&["Zoe"]));
}

#[test]
fn parts_are_checked_and_make_the_same_roster_again() {
    let workspace = done(&with(&["Ali", "Bo"]), 1, 2);
    let parts = || workspace.roster.to_parts();
    assert_eq!(parts().checked().as_ref(), Ok(&*workspace.roster));
    type Damage = fn(&mut RosterParts);
    let id = ContactId(1);
    let damages: [(Damage, Flawed); 9] = [
        (|parts| parts.contacts.swap(0, 1), Flawed::Contacts(id)),
        (|parts| parts.last_contact = 1, Flawed::Contacts(ContactId(2))),
        (|parts| parts.contacts[0].opted_out = Some(date("2026-10-01")), Flawed::OptedOut(id)),
        (
            |parts| {
                let twice = parts.contacts[0].enrolments[0].clone();
                parts.contacts[0].enrolments.push(twice);
            },
            Flawed::Enrolments(id),
        ),
        (|parts| parts.contacts[0].enrolments[0].version = Some(VersionId(1)), Flawed::UnknownVersion(id)),
        (
            |parts| {
                let twice = parts.contacts[0].enrolments[0].facts[0].clone();
                parts.contacts[0].enrolments[0].facts.push(twice);
            },
            Flawed::Facts(id),
        ),
        (|parts| parts.contacts[0].country = Some(line("XX")), Flawed::UnknownCountry),
        (
            |parts| parts.contacts[0].enrolments[0].start = NaiveDate::MAX,
            Flawed::DateOutOfRange(NaiveDate::MAX),
        ),
        (
            |parts| {
                let enrolments = (0..101).map(|day| Enrolment {
                    end: Some(End {
                        on: date("2026-10-01") + chrono::TimeDelta::days(day),
                        exit: Exit::Lost,
                    }),
                    ..Enrolment::new(PROSPECT, Line::default(), date("2026-10-01"))
                });
                parts.contacts[0].enrolments = enrolments.collect();
            },
            Flawed::TooMany(RosterLimit::Enrolments),
        ),
    ];
    for (damage, flaw) in damages {
        let mut parts = parts();
        damage(&mut parts);
        assert_eq!(parts.checked(), Err(flaw));
    }
}
