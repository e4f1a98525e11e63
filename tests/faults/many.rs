//! A thousand plans, and one of four megabytes.

use std::rc::Rc;
use std::time::{Duration, Instant};

use followthrough::plan::{Audience, Edit, Line, Plan, Prose, Step, StepEdit, StepId};
use followthrough::store::{MemoryStorage, Places, PlanId, PlanStore, Record, State, Storage, TabId};

/// Also without optimisation, on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(30);

fn named(name: &str) -> Plan {
    Plan::blank().edited(Edit::Name(Line::parse(name).unwrap())).unwrap()
}

#[test]
fn a_thousand_plans_are_found_in_either_place() {
    let places = Rc::new(Places::both(Rc::new(MemoryStorage::default()), Vec::new()));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    let began = Instant::now();
    for at in 0..1_000 {
        let id = PlanId::parse(&format!("plan-{at:04}")).unwrap();
        plan_store.save(&id, &named(&format!("Plan {at}")), State::Open, None).unwrap();
    }
    let changes = places.waiting().unwrap();
    assert_eq!(changes.len(), 1_000);
    let raw = |record: Option<Record>| record.unwrap().write();
    let durable: Vec<(String, String)> =
        changes.into_iter().map(|change| (change.key, raw(change.record))).collect();
    // Killed before anything was in local storage.
    let again = Places::both(MemoryStorage::default(), durable);
    let contents = PlanStore::new(again, TabId::parse("next").unwrap()).contents().unwrap();
    let took = began.elapsed();
    assert_eq!((contents.plans.len(), contents.quarantined.len()), (1_000, 0));
    assert_eq!(contents.plans[999].1.plan.name.as_str(), "Plan 999");
    println!("1,000 plans written and found in {took:.1?}");
    assert!(took < LONGEST, "{took:?}");
}

#[test]
fn a_plan_of_four_megabytes_is_kept_whole() {
    let notes = Prose::parse(&"A word to say. ".repeat(266)).unwrap();
    let mut plan = named("Large");
    for (at, audience) in Audience::BOTH.into_iter().enumerate() {
        let first = 1 + u32::try_from(at).unwrap() * 500;
        let steps: Vec<Step> = (first..first + 500).map(|id| Step::new(StepId(id))).collect();
        plan = plan.edited(Edit::InsertSteps { audience, before: None, steps }).unwrap();
    }
    let mut parts = plan.into_parts();
    for steps in [&mut parts.sequences.prospect.steps, &mut parts.sequences.customer.steps] {
        steps.iter_mut().for_each(|step| step.notes = notes.clone());
    }
    let plan = parts.checked().unwrap();
    let began = Instant::now();
    let local = Rc::new(MemoryStorage::default());
    let places = Rc::new(Places::both(Rc::clone(&local), Vec::new()));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    let id = PlanId::parse("large").unwrap();
    plan_store.save(&id, &plan, State::Open, None).unwrap();
    let changes = places.waiting().unwrap();
    let raw = changes[0].record.clone().unwrap().write();
    places.committed(&changes);
    let text = local.read(&id.key()).unwrap().unwrap();
    assert!(text.len() > 4_000_000, "{} bytes", text.len());

    let again = PlanStore::new(Places::both(local, vec![(id.key(), raw)]), TabId::parse("next").unwrap());
    assert_eq!(again.open(&id).unwrap().unwrap().plan, plan);
    let one_more =
        plan.edited(Edit::Step(StepId(1), StepEdit::What(Line::parse("One more").unwrap()))).unwrap();
    assert_ne!(one_more, plan);
    println!("{} bytes written, found and edited in {:.1?}", text.len(), began.elapsed());
    assert!(began.elapsed() < LONGEST);
}
