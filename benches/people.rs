//! How fast a day with ten thousand people is: `cargo bench --no-default-features --bench people`.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use chrono::{NaiveDate, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use followthrough::agenda::{Agenda, Forecasts, Limits, Preview, days_clear, intake, load, results, stagger};
use followthrough::plan::{
    Anchor, Audience, Channel, Delay, Edit, Fate, Holiday, HolidaySet, Line, PersonId, Plan, StepEdit,
    StepId, Unit,
};
use followthrough::roster::{
    Absence, ContactEdit, ContactId, Cover, EnrolmentEdit, NewContact, PersonEdit, RosterEdit, Workspace,
    WorkspaceEdit,
};

const CONTACTS: u32 = 10_000;

const STEPS: u32 = 10;

const PEOPLE: u32 = 8;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 3).unwrap()
}

fn holiday(day: NaiveDate) -> Holiday {
    Holiday { date: day, name: Line::default() }
}

fn plan() -> Plan {
    let edited = |plan: Plan, edit: Edit| plan.edited(edit).unwrap();
    let people = (0..PEOPLE).map(|number| Edit::AddPerson(Line::fitted(&format!("Person {number}"))));
    let plan = people.fold(Plan::blank(), edited);
    (0..STEPS).fold(plan, |plan, number| {
        let (audience, step) = (Audience::Prospect, StepId(plan.next_id()));
        let wait = Delay::after(2 + (number as u16) % 4, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
        let channel = if number % 3 == 1 { Channel::Phone } else { Channel::Email };
        let edits = [
            Edit::AddStep { audience, before: None },
            Edit::Step(step, StepEdit::Delay(wait)),
            Edit::Step(step, StepEdit::Channel(Some(channel))),
        ];
        edits.into_iter().fold(plan, edited)
    })
}

/// Everybody somewhere on the way, three countries, somebody away.
fn workspace() -> Workspace {
    let codes = ["AT", "FR", "US"];
    let countries = codes.map(|code| {
        let days = (0..30).map(|day| holiday(today() + TimeDelta::days(day * 23)));
        let (code, name) = (Line::fitted(code), Line::fitted(code));
        RosterEdit::TakeCountry(HolidaySet {
            code,
            name,
            through: 2028,
            days: days.collect(),
            worked: vec![],
        })
    });
    let new = (0..CONTACTS).map(|number| NewContact {
        name: Line::fitted(&format!("Contact {}", number * 7919 % CONTACTS)),
        owner: Some(PersonId(1 + number % PEOPLE)),
        country: (number % 4 > 0).then(|| Line::fitted(codes[(number % 3) as usize])),
        start: Some((Audience::Prospect, Line::default(), today() - TimeDelta::days(i64::from(number % 40)))),
        ..NewContact::default()
    });
    let absence = Absence {
        first: today() + TimeDelta::days(4),
        last: today() + TimeDelta::days(15),
        name: Line::default(),
        cover: Cover::HandOver(PersonId(2)),
    };
    let people =
        (1..=PEOPLE).map(|id| RosterEdit::Person(PersonId(id), PersonEdit::MinutesAWeek(Some(2_400))));
    let away = RosterEdit::Person(PersonId(1), PersonEdit::AddAbsence(absence));
    let edits = countries.into_iter().chain([RosterEdit::Add(new.collect()), away]).chain(people);
    let marks = (1..=CONTACTS).filter(|id| id % 40 > 10).map(|id| mark(id, PEOPLE + 1));
    let edits = edits.map(WorkspaceEdit::Roster).chain(marks);
    Workspace::new(plan()).edited(WorkspaceEdit::All(edits.collect())).unwrap()
}

fn mark(contact: u32, step: u32) -> WorkspaceEdit {
    let mark = EnrolmentEdit::Mark(StepId(step), today() - TimeDelta::days(2), Fate::Done(None));
    let edit = ContactEdit::Enrolment(Audience::Prospect, mark);
    WorkspaceEdit::Roster(RosterEdit::Contact(ContactId(contact), edit))
}

fn people(c: &mut Criterion) {
    let workspace = workspace();
    let forecasts = Forecasts::of(&workspace, today());
    let until = today() + TimeDelta::days(7);
    let mut group = c.benchmark_group("10,000 contacts of 10 steps");
    group.sample_size(20);
    group.bench_function("all dates from the start", |b| {
        b.iter(|| Forecasts::of(black_box(&workspace), today()))
    });
    group.bench_function("agenda of a day and a week", |b| {
        b.iter(|| Agenda::of(black_box(&forecasts), until))
    });
    group.bench_function("a completion, to the list", |b| {
        b.iter(|| {
            let after = workspace.edited(mark(5_000, PEOPLE + 2)).unwrap();
            Agenda::of(&forecasts.after(&after, today()), until)
        });
    });
    group.bench_function("a thousand completions as one, to the list", |b| {
        b.iter(|| {
            let all = (1..=1_000).map(|contact| mark(contact * 10, PEOPLE + 2));
            let after = workspace.edited(WorkspaceEdit::All(all.collect())).unwrap();
            Agenda::of(&forecasts.after(&after, today()), until)
        });
    });
    group.bench_function("preview of a new holiday", |b| {
        b.iter(|| {
            let edit = Edit::AddHoliday(holiday(today() + TimeDelta::days(6)));
            let after = workspace.edited(WorkspaceEdit::Plan(edit)).unwrap();
            Preview::of(&forecasts, &forecasts.after(&after, today()))
        });
    });
    group.bench_function("load of all days", |b| b.iter(|| load(&forecasts, until + TimeDelta::days(365))));
    group.bench_function("new contacts a week that fit", |b| {
        let owners: Vec<_> = (1..=PEOPLE).map(PersonId).collect();
        b.iter(|| intake(&forecasts, Audience::Prospect, &owners, 12));
    });
    group.bench_function("staggered starts of 10,000", |b| {
        let contacts: Vec<_> =
            (0..CONTACTS).map(|number| (Some(PersonId(1 + number % PEOPLE)), None)).collect();
        let limits = Limits { calls_a_day: Some(40) };
        b.iter(|| stagger(&forecasts, Audience::Prospect, &contacts, today(), limits));
    });
    group.bench_function("days clear", |b| b.iter(|| days_clear(&forecasts)));
    group.bench_function("results", |b| b.iter(|| results(&forecasts)));
    group.finish();
}

criterion_group!(benches, people);
criterion_main!(benches);
