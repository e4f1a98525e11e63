//! How fast whole sequences are dated, with all that a step can ask for. `cargo bench --no-default-features --bench
//! plans`.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use followthrough::calendar::{DayNumber, WorkWeek};
use followthrough::plan::{
    Anchor, Attempts, Audience, Branch, Delay, Edit, EventEdit, EventId, Eves, Fate, Holiday, Line, Outcome,
    Plan, Span, StepEdit, StepId, Unit, Window,
};
use followthrough::schedule::{Actuals, Dates, Marked, Path, Pattern, Schedule, Tabled};

const CONTACTS: usize = 10_000;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Ten steps: every unit, windows, a branch after three attempts, an event, another step.
fn mixed() -> Plan {
    let edited = |plan: Plan, edit: Edit| plan.edited(edit).unwrap();
    let days =
        [(1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 4), (9, 7), (10, 12), (11, 11), (11, 26), (12, 25)];
    let holidays = (2010..2040).flat_map(|year| days.map(|(month, day)| date(year, month, day)));
    let plan = holidays.fold(Plan::blank(), |plan, date| {
        edited(plan, Edit::AddHoliday(Holiday { date, name: Line::default() }))
    });
    let plan = edited(plan, Edit::AddEvent(Line::parse("Renewal").unwrap()));
    let plan = edited(plan, Edit::Event(EventId(1), EventEdit::Date(Some(date(2027, 6, 1)))));
    let plan = edited(plan, Edit::Start(Audience::Prospect, Some(date(2026, 9, 1))));
    let plan = (0..10)
        .fold(plan, |plan, _| edited(plan, Edit::AddStep { audience: Audience::Prospect, before: None }));
    let delay = |length, unit, anchor| Delay::after(length, unit, anchor).unwrap();
    let previous = Anchor::PreviousStep;
    let delays = [
        delay(2, Unit::WorkingDays, previous),
        delay(5, Unit::CalendarDays, previous),
        delay(1, Unit::Weeks, previous),
        delay(1, Unit::Months, previous),
        delay(4, Unit::ExactDays, previous),
        delay(3, Unit::WorkingDays, previous),
        delay(10, Unit::WorkingDays, Anchor::Step(StepId(4))),
        delay(2, Unit::Weeks, Anchor::Start),
        Delay::before(10, Unit::WorkingDays, Anchor::Event(EventId(1))).unwrap(),
        delay(5, Unit::WorkingDays, previous),
    ];
    let plan = (2..)
        .zip(delays)
        .fold(plan, |plan, (id, delay)| edited(plan, Edit::Step(StepId(id), StepEdit::Delay(delay))));
    let tuesdays = WorkWeek::from_mask("1010111").ok();
    [
        (2, StepEdit::Attempts(Attempts::new(3, 2).unwrap())),
        (3, StepEdit::OnlyAfter(Some(Branch { step: StepId(2), outcome: Outcome::NotReached }))),
        (
            4,
            StepEdit::Window(Window {
                latest: Span::new(6, Unit::ExactDays),
                weekdays: tuesdays,
                eves: Eves::Taken,
            }),
        ),
        (
            7,
            StepEdit::Window(Window {
                latest: Span::new(10, Unit::Weeks),
                weekdays: None,
                eves: Eves::Avoided,
            }),
        ),
    ]
    .into_iter()
    .fold(plan, |plan, (id, edit)| edited(plan, Edit::Step(StepId(id), edit)))
}

/// Each step comes only when nobody answered the one before.
fn chained(steps: u32) -> Plan {
    let edited = |plan: Plan, edit: Edit| plan.edited(edit).unwrap();
    let plan = edited(Plan::blank(), Edit::Start(Audience::Prospect, Some(date(2026, 9, 1))));
    let plan = (0..steps)
        .fold(plan, |plan, _| edited(plan, Edit::AddStep { audience: Audience::Prospect, before: None }));
    let ids: Vec<_> = plan.sequences.prospect.steps.iter().map(|step| step.id).collect();
    ids.windows(2).fold(plan, |plan, pair| {
        let branch = Branch { step: pair[0], outcome: Outcome::NoReply };
        edited(plan, Edit::Step(pair[1], StepEdit::OnlyAfter(Some(branch))))
    })
}

/// Each contact starts on a day of a year and has done one step late.
fn marks() -> Vec<(DayNumber, [Marked; 1])> {
    let first = DayNumber::of(date(2026, 1, 1));
    let contact = |at: i32| {
        let start = first.plus(at * 37 % 365);
        let fate = Fate::Done((at % 3 == 0).then_some(Outcome::NotReached));
        (start, [Marked { step: (at % 9) as usize, on: start.plus(60 + at % 30), fate }])
    };
    (0..CONTACTS as i32).map(contact).collect()
}

fn all_contacts(criterion: &mut Criterion) {
    let pattern = Pattern::of(&mixed(), Audience::Prospect);
    let tabled = |calendar: &followthrough::calendar::WorkCalendar| {
        Tabled::new(calendar.clone(), date(2010, 1, 1), date(2039, 12, 31)).unwrap()
    };
    let calendars: Vec<_> = pattern.calendars().iter().map(tabled).collect();
    let marks = marks();
    let mut dates = Dates::default();
    let mut group = criterion.benchmark_group("100000 dates, all units, windows, branches");
    group.throughput(Throughput::Elements((CONTACTS * pattern.steps()) as u64));
    group.bench_function("all contacts anew", |bench| {
        bench.iter(|| {
            for (start, marks) in black_box(&marks) {
                let actuals = Actuals { start: Some(*start), marks, status_date: None };
                pattern.date_into(&calendars, actuals, &mut dates);
                black_box(&dates);
            }
        });
    });
    group.finish();
}

fn one_contact(criterion: &mut Criterion) {
    let plan = mixed();
    let mut group = criterion.benchmark_group("one plan of 10 steps, 330 holidays");
    let schedule = Schedule::of(&plan);
    group.bench_function("facts", |bench| bench.iter(|| Schedule::of(black_box(&plan))));
    group.bench_function("reasons of all dates", |bench| {
        bench.iter(|| {
            for (_, facts) in schedule.all() {
                black_box(followthrough::words::why(black_box(&plan), &schedule, facts));
            }
        });
    });
    group.finish();
    let chained = chained(500);
    let mut group = criterion.benchmark_group("500 steps, each a branch of the one before");
    group.sample_size(20);
    group.bench_function("facts", |bench| bench.iter(|| Schedule::of(black_box(&chained))));
    group.bench_function("other paths", |bench| {
        bench.iter(|| Path::all(black_box(&chained), Audience::Prospect, date(2026, 9, 1)));
    });
    group.finish();
}

criterion_group!(plans, all_contacts, one_contact);
criterion_main!(plans);
