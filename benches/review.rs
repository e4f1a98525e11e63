//! How fast a large plan is reviewed, and a finding set right. `cargo bench --no-default-features --bench review`.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use followthrough::advice::{Finding, Review, Rule};
use followthrough::plan::{
    ActionId, Amount, Anchor, Attempts, Audience, Branch, Channel, Delay, Edit, GoalId, Line, Outcome,
    PersonId, Plan, PlanParts, Prose, Readiness, Responsible, Step, StepId, Unit,
};
use followthrough::schedule::Schedule;

const STEPS: u32 = 500;

const MESSAGE: &str = "Dear [name], thank you for telling us about your piano. I would love to hear its story, so we \
    will ring you on the day you named; if another time is easier, just answer with one. If you have a photograph of \
    the inside of the lid, send it along: the number there tells us its age, and we will look it up before we speak.";

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 7).unwrap()
}

fn step(at: u32, actions: &[ActionId], person: PersonId) -> Step {
    let channels = Channel::ALL;
    let who =
        [None, Some(Responsible::Myself), Some(Responsible::Automation), Some(Responsible::Person(person))];
    let units = [Unit::WorkingDays, Unit::CalendarDays, Unit::ExactDays, Unit::Weeks];
    let (count, unit) = (at % 5, units[at as usize % units.len()]);
    Step {
        what: line("Ring to hear the story of their piano, and agree on a day"),
        delay: Delay::after(count.try_into().unwrap(), unit, Anchor::PreviousStep).unwrap(),
        attempts: Attempts::new(1 + u8::from(at.is_multiple_of(7)), 2).unwrap(),
        only_after: (at % 10 == 9)
            .then_some(Branch { step: StepId(10_000 + at - 3), outcome: Outcome::NoReply }),
        channel: Some(channels[at as usize % channels.len()]),
        who: who[at as usize % who.len()],
        tools: if at.is_multiple_of(3) { Line::default() } else { line("Mail system") },
        notes: Prose::parse(MESSAGE).unwrap(),
        readiness: Readiness::Ready,
        action: actions.get(at as usize * 7 % (actions.len() * 2)).copied(),
        ..Step::new(StepId(10_000 + at))
    }
}

/// Half of the steps for each audience, 50 goals with 4 actions each, holidays of ten years.
fn large() -> Plan {
    let edited = |plan: Plan, edit: Edit| plan.edited(edit).unwrap();
    let mut plan = edited(Plan::blank(), Edit::AddPerson(line("Nora")));
    let person = PersonId(1);
    for at in 0..50 {
        let goal = GoalId(plan.next_id());
        plan = edited(plan, Edit::AddGoal(line(&format!("A stronger relationship, the {at}th time"))));
        for _ in 0..4 {
            plan = edited(plan, Edit::AddAction(goal, line("a call that listens")));
        }
    }
    let actions: Vec<_> = plan.actions().map(|(_, action)| action.id).collect();
    for (audience, first) in [(Audience::Prospect, 0), (Audience::Customer, STEPS / 2)] {
        let steps = (first..first + STEPS / 2).map(|at| step(at, &actions, person)).map(|step| Step {
            only_after: step.only_after.filter(|branch| branch.step.0 >= 10_000 + first),
            ..step
        });
        plan = edited(plan, Edit::InsertSteps { audience, before: None, steps: steps.collect() });
    }
    let parts: PlanParts = plan.into_parts();
    let holidays = (2026..2036).flat_map(|year| {
        [(1, 1), (5, 1), (12, 25)].map(|(month, day)| followthrough::plan::Holiday {
            date: NaiveDate::from_ymd_opt(year, month, day).unwrap(),
            name: Line::default(),
        })
    });
    let plan = PlanParts { holidays: holidays.collect(), ..parts }.checked().unwrap();
    [
        Edit::Start(Audience::Prospect, Some(today())),
        Edit::Start(Audience::Customer, Some(today())),
        Edit::DealValue(Amount::parse("480").ok()),
        Edit::ContactsAMonth(Some(40)),
    ]
    .into_iter()
    .fold(plan, edited)
}

/// The same with every finding left alone.
fn answered(plan: &Plan, findings: &[Finding]) -> Plan {
    let leave = |plan: Plan, finding: &Finding| {
        plan.edited(Edit::Dismiss(finding.dismissed(&plan, Line::default()))).unwrap()
    };
    findings.iter().fold(plan.clone(), leave)
}

fn reviews(criterion: &mut Criterion) {
    let plan = large();
    assert_eq!(plan.steps().count(), STEPS as usize);
    let schedule = Schedule::on(&plan, today());
    let findings = Review::of(&plan, &schedule, today()).findings;
    let answered = answered(&plan, &findings);
    let mut group =
        criterion.benchmark_group(format!("a plan of {STEPS} steps, {} findings", findings.len()));
    group.measurement_time(Duration::from_secs(3));
    group.bench_function("review", |bench| {
        bench.iter(|| Review::of(black_box(&plan), &schedule, today()));
    });
    group.bench_function("review, every finding left alone", |bench| {
        bench.iter(|| Review::of(black_box(&answered), &schedule, today()));
    });
    for rule in [Rule::NoDecision, Rule::NoOwner] {
        let finding = findings.iter().find(|finding| finding.rule == rule).unwrap();
        group.bench_function(format!("fix of {}", rule.slug()), |bench| {
            bench.iter(|| finding.fix(black_box(&plan), &schedule, today()));
        });
    }
    group.finish();
}

criterion_group!(benches, reviews);
criterion_main!(benches);
