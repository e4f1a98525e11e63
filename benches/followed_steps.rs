//! Two ways to follow 200 steps on the screen, each read by nine effects: compared once after a change, as the app
//! does, and as a keyed list of `reactive_stores` that is patched with the new rows. `cargo bench --bench
//! followed_steps` takes turns between them in one run; the schedule, which both need, is in both figures.

#![allow(missing_docs, clippy::unwrap_used)]

use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use followthrough::plan::{Anchor, Audience, Delay, Edit, Line, Plan, Step, StepEdit, StepId, Unit};
use followthrough::schedule::{Schedule, StepFacts};
use followthrough::ui::{FollowedStep, Session};
use followthrough::words;
use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;
use reactive_stores::{Patch, Store};

const STEPS: usize = 200;
const ROUNDS: usize = 60;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 7).unwrap()
}

/// A prospect sequence of so many steps, each a few working days after the one before.
fn plan() -> Plan {
    let audience = Audience::Prospect;
    let mut plan = Plan::blank().edited(Edit::Start(audience, Some(today()))).unwrap();
    for _ in 0..STEPS {
        plan = plan.edited(Edit::AddStep { audience, before: None }).unwrap();
    }
    for id in ids(&plan) {
        for edit in [StepEdit::What(Line::parse("Call again").unwrap()), wait(2)] {
            plan = plan.edited(Edit::Step(id, edit)).unwrap();
        }
    }
    plan
}

fn ids(plan: &Plan) -> Vec<StepId> {
    plan.sequences.prospect.steps.iter().map(|step| step.id).collect()
}

fn wait(days: u16) -> StepEdit {
    StepEdit::Delay(Delay::after(days, Unit::WorkingDays, Anchor::PreviousStep).unwrap())
}

/// What a row of a store holds of a step: what is shown of it, field by field.
#[derive(Clone, Default, PartialEq, Store, Patch)]
struct Row {
    id: u32,
    number: usize,
    what: String,
    when: String,
    condition: String,
    #[patch(|this, new| *this = new)]
    due: Option<NaiveDate>,
    remark: String,
    who: String,
    with: String,
    goal: String,
}

#[derive(Clone, Default, Store, Patch)]
struct Rows {
    #[store(key: u32 = |row| row.id)]
    rows: Vec<Row>,
}

fn rows(plan: &Plan, schedule: &Schedule) -> Rows {
    let row = |(step, facts): (&Step, &StepFacts)| {
        let goal = step.action.and_then(|action| plan.action(action)).map(|(goal, _)| goal.text.to_string());
        Row {
            id: step.id.0,
            number: facts.number,
            what: step.what.to_string(),
            when: words::wait(plan, facts),
            condition: words::condition(facts),
            due: facts.due,
            remark: words::remark(facts),
            who: step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
            with: words::with(step),
            goal: goal.unwrap_or_default(),
        }
    };
    let steps = plan.sequences.prospect.steps.iter().zip(schedule.steps(Audience::Prospect));
    Rows { rows: steps.map(row).collect() }
}

/// Effects that run at once, kept alive, and how often they ran.
#[derive(Default)]
struct Effects {
    kept: Vec<ImmediateEffect>,
    ran: Rc<Cell<u64>>,
}

impl Effects {
    fn read<T: 'static>(&mut self, part: impl Fn() -> T + Send + Sync + 'static) {
        let ran = send_wrapper::SendWrapper::new(self.ran.clone());
        self.kept.push(ImmediateEffect::new(move || {
            ran.set(ran.get() + 1);
            black_box(part());
        }));
    }
}

/// Nine effects a step, as a row of the route has them.
fn follow_compared(session: Session, effects: &mut Effects) {
    for id in ids(&session.plan_now()) {
        let step: FollowedStep = session.step(id);
        effects.read(move || step.number());
        effects.read(move || step.read(|step| step.what.to_string()));
        effects.read(move || step.when());
        effects.read(move || step.condition());
        effects.read(move || step.due());
        effects.read(move || step.remark());
        effects.read(move || step.who());
        effects.read(move || step.read(words::with));
        effects.read(move || step.goal());
    }
}

fn follow_stored(store: Store<Rows>, effects: &mut Effects) {
    for row in store.rows() {
        effects.read(move || row.number().get());
        effects.read(move || row.what().get());
        effects.read(move || row.when().get());
        effects.read(move || row.condition().get());
        effects.read(move || row.due().get());
        effects.read(move || row.remark().get());
        effects.read(move || row.who().get());
        effects.read(move || row.with().get());
        effects.read(move || row.goal().get());
    }
}

fn main() {
    let owner = Owner::new();
    owner.with(run);
}

fn run() {
    let plan = plan();
    let (first, middle) = (ids(&plan)[0], ids(&plan)[STEPS / 2]);

    let compared = Session::new(plan.clone(), today);
    let mut compared_effects = Effects::default();
    follow_compared(compared, &mut compared_effects);

    let stored = Session::new(plan.clone(), today);
    let store = Store::new(rows(&plan, &stored.schedule()));
    let mut stored_effects = Effects::default();
    follow_stored(store, &mut stored_effects);

    println!("{STEPS} steps, 9 effects each; the median of {ROUNDS} changes");
    println!("{:<28} {:>12} {:>12} {:>7} {:>14}", "change", "compared", "stored", "ratio", "effects run");
    let word =
        |round: usize| Edit::Step(middle, StepEdit::What(Line::parse(&format!("Call {round}")).unwrap()));
    let shift = |round: usize| Edit::Step(first, wait(3 + (round % 2) as u16));
    let changes: [(&str, &dyn Fn(usize) -> Edit); 2] =
        [("a word of a step", &word), ("the wait before all steps", &shift)];
    for (name, change) in changes {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let before = [compared_effects.ran.get(), stored_effects.ran.get()];
        for round in 0..ROUNDS {
            let edit = change(round);
            ours.push(timed(|| compared.edit(edit.clone())));
            theirs.push(timed(|| {
                stored.edit(edit);
                store.patch(rows(&stored.plan_now(), &stored.schedule()));
            }));
        }
        let ran = [compared_effects.ran.get() - before[0], stored_effects.ran.get() - before[1]];
        let (ours, theirs) = (median(ours), median(theirs));
        let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
        let ran = ran.map(|ran| ran / ROUNDS as u64);
        println!("{name:<28} {ours:>12.1?} {theirs:>12.1?} {ratio:>6.2}x {:>6} {:>6}", ran[0], ran[1]);
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
