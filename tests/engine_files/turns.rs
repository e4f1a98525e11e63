//! Plans whose steps come one after the other as an engine would take them, with what our own schedule says.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use followthrough::exchange::{Format, write};
use followthrough::plan::{
    Anchor, Attempts, Audience, Branch, Delay, Fate, Mark, Outcome, PerAudience, Plan, Step, StepId, Unit,
};
use followthrough::roster::Workspace;
use followthrough::schedule::Schedule;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::fixtures::edits::{HOSTILE, plans};
use super::fixtures::{date, full_plan};
use super::{example_plan, outgoing, parted, saying, text};

/// Numbers that look random and are the same each time.
pub struct Chance(pub u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A plan whose way parts again and again.
pub fn much_parted(chance: &mut Chance) -> Plan {
    let outcomes = [Outcome::Reached, Outcome::NoReply, Outcome::NotReached];
    let mut parts = example_plan().into_parts();
    let steps = (1..=chance.below(7) as u32 + 3).map(|id| {
        let mut step = Step::new(StepId(1000 + id));
        let above = |chance: &mut Chance| StepId(1001 + chance.below(id.into()) as u32);
        let (unit, length) = match chance.below(6) {
            0 => (Unit::CalendarDays, 20),
            1 => (Unit::Weeks, 4),
            2 => (Unit::Months, 3),
            3 => (Unit::ExactDays, 9),
            _ => (Unit::WorkingDays, 12),
        };
        let anchor = match chance.below(8) {
            0 if id > 1 => Anchor::Step(StepId(above(chance).0.min(999 + id))),
            1 => Anchor::Start,
            _ => Anchor::PreviousStep,
        };
        step.delay = Delay::after(chance.below(length) as u16, unit, anchor).unwrap();
        step.attempts = Attempts::new(chance.below(3) as u8 + 1, chance.below(4) as u16 + 1).unwrap();
        step.expected = outcomes.get(chance.below(5) as usize).copied();
        if id > 1 && chance.below(2) == 0 {
            let outcome = outcomes[chance.below(3) as usize];
            step.only_after = Some(Branch { step: StepId(above(chance).0.min(999 + id)), outcome });
        }
        step
    });
    parts.runs = PerAudience::default();
    parts.sequences.prospect.steps = steps.collect();
    parts.checked().unwrap()
}

/// One turn of an engine: what was done until then, and what comes next by our own schedule.
fn turns(plan: &Plan, audience: Audience, start: NaiveDate, chance: &mut Chance) -> Vec<Value> {
    let known = date("2025-01-01")..=date("2031-12-01");
    let mut parts = plan.clone().into_parts();
    let steps = parts.sequences.of(audience).steps.clone();
    let numbers: HashMap<_, _> = steps.iter().zip(1..).map(|(step, number)| (step.id, number)).collect();
    let run = parts.runs.of_mut(audience);
    (run.start, run.marks, run.postponed) = (Some(start), Vec::new(), Vec::new());
    let (mut turns, mut today) = (Vec::new(), start);
    loop {
        let plan = parts.clone().checked().unwrap();
        let schedule = Schedule::on(&plan, today);
        let run = plan.runs.of(audience);
        let is_way = |id: StepId| {
            let mut at = steps.iter().find(|step| step.id == id);
            while let Some(branch) = at.and_then(|step| step.only_after) {
                let came = run.mark(branch.step).map(|mark| mark.fate);
                if came != Some(Fate::Done(Some(branch.outcome))) {
                    return false;
                }
                at = steps.iter().find(|step| step.id == branch.step);
            }
            true
        };
        let open = schedule.steps(audience).iter().filter(|facts| facts.is_open() && is_way(facts.step));
        let next = open.filter_map(|facts| Some((facts.due?, facts.number, facts.step))).min();
        let done = |mark: &Mark| {
            let Fate::Done(outcome) = mark.fate else { panic!("{mark:?}") };
            let outcome = outcome.map(followthrough::words::outcome);
            json!({"step": numbers[&mark.step], "on": mark.on.to_string(), "outcome": outcome})
        };
        if next.is_some_and(|(due, ..)| !known.contains(&due)) {
            return turns;
        }
        turns.push(json!({
            "sequence": audience.slug(),
            "start": start.to_string(),
            "today": today.to_string(),
            "done": run.marks.iter().map(done).collect::<Vec<_>>(),
            "next": next.map(|(due, number, _)| json!({"turn": format!("{} {number}", audience.slug()), "day": due.to_string()})),
        }));
        let Some((due, _, step)) = next else { return turns };
        let asked: Vec<_> =
            steps.iter().filter_map(|other| other.only_after).filter(|it| it.step == step).collect();
        let outcome = match asked.len() as u64 {
            0 => None,
            all => Some(asked.get(chance.below(all + 1) as usize).map_or(Outcome::Bought, |it| it.outcome)),
        };
        // Most are done on their day, some later.
        let on =
            due.max(today).checked_add_days(Days::new([0, 0, 0, 1, 4][chance.below(5) as usize])).unwrap();
        today = on;
        let marks = &mut parts.runs.of_mut(audience).marks;
        marks.push(Mark { step, on, fate: Fate::Done(outcome) });
        marks.sort_unstable_by_key(|mark| mark.step);
    }
}

/// Writes workflows for `scripts/engine`, each with what is to come next, into the folder that `ENGINE_OUT` names.
#[test]
#[ignore = "it writes files for scripts/engine"]
fn workflows_with_what_comes_next() {
    let folder = PathBuf::from(std::env::var_os("ENGINE_OUT").expect("ENGINE_OUT names a folder"));
    let mut runner = TestRunner::deterministic();
    let strategy = plans();
    let random = (0..).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    let has_steps = |plan: &Plan| plan.steps().count() > 3;
    let hostile = saying(HOSTILE.iter().copied());
    let mut chance = Chance(7);
    let mut own = vec![example_plan(), full_plan(), parted(), hostile];
    own.extend((0..100).map(|_| much_parted(&mut chance)));
    let mut all = 0;
    for (at, plan) in own.into_iter().chain(random.filter(has_steps).take(200)).enumerate() {
        let start = date("2026-10-05").checked_add_days(Days::new(at as u64)).unwrap();
        let turns: Vec<_> = Audience::BOTH
            .into_iter()
            .filter(|audience| !plan.sequences.of(*audience).steps.is_empty())
            .flat_map(|audience| turns(&plan, audience, start, &mut chance))
            .collect();
        all += turns.len();
        let package = write(Format::Mautic, &outgoing(Workspace::new(plan.clone()))).bytes;
        fs::write(folder.join(format!("{at:03}-campaigns.zip")), package).unwrap();
        fs::write(folder.join(format!("{at:03}-sheets.html")), text(Format::BuildSheets, &plan)).unwrap();
        fs::write(folder.join(format!("{at:03}-workflow.json")), text(Format::N8n, &plan)).unwrap();
        fs::write(folder.join(format!("{at:03}-turns.json")), json!(turns).to_string()).unwrap();
    }
    println!("{all} turns");
    assert!(all > 400, "{all}");
}
