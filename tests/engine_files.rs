//! Files for programs that run a plan by themselves. `scripts/engine` has n8n take and run them.

#![cfg(test)]

mod fixtures;

#[path = "engine_files/mautic.rs"]
mod mautic;

#[path = "engine_files/sheets.rs"]
mod sheets;

#[path = "engine_files/turns.rs"]
mod turns;

use fixtures::edits::HOSTILE;
use fixtures::{date, full_plan, line};
use followthrough::exchange::{Format, Outgoing, TableColumns, Wanted, exported_name, import_json, write};
use followthrough::plan::{
    Anchor, Audience, Branch, Delay, Outcome, Plan, Prose, Responsible, Step, StepId, Unit,
};
use followthrough::roster::Workspace;
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};
use serde_json::Value;

const TODAY: &str = "2026-11-22";

fn outgoing(workspace: Workspace) -> Outgoing {
    Outgoing {
        id: PlanId::parse("p1").unwrap(),
        workspace,
        today: date(TODAY),
        moment: date(TODAY).and_hms_opt(9, 30, 0).unwrap(),
        wanted: Wanted::default(),
        columns: TableColumns::default(),
        memory: String::new(),
    }
}

fn text(format: Format, plan: &Plan) -> String {
    String::from_utf8(write(format, &outgoing(Workspace::new(plan.clone()))).bytes).unwrap()
}

fn workflow(plan: &Plan) -> Value {
    serde_json::from_str(&text(Format::N8n, plan)).unwrap()
}

fn example_plan() -> Plan {
    example(import_json(include_bytes!("../assets/example.json")).unwrap(), date(TODAY))
}

/// A plan whose prospects get one step for each text, which stands in each of its fields.
fn saying<'a>(texts: impl IntoIterator<Item = &'a str>) -> Plan {
    let mut parts = Plan::blank().into_parts();
    let steps = texts.into_iter().zip(1..).map(|(text, id)| Step {
        what: line(text),
        tools: line(text),
        notes: Prose::parse(text).unwrap(),
        ..Step::new(StepId(id))
    });
    parts.name = line(HOSTILE[0]);
    parts.sequences.of_mut(Audience::Prospect).steps = steps.collect();
    parts.checked().unwrap()
}

/// An e-mail two days after the start; when there is no answer a call, in any case a letter a week after what came before.
fn parted() -> Plan {
    let step = |id, what, days| Step {
        what: line(what),
        delay: Delay::after(days, Unit::WorkingDays, Anchor::PreviousStep).unwrap(),
        ..Step::new(StepId(id))
    };
    let mut parts = Plan::blank().into_parts();
    parts.sequences.of_mut(Audience::Prospect).steps = vec![
        Step { who: Some(Responsible::Myself), ..step(1, "Write", 2) },
        Step {
            only_after: Some(Branch { step: StepId(1), outcome: Outcome::NoReply }),
            ..step(2, "Call", 3)
        },
        step(3, "Letter", 5),
    ];
    parts.checked().unwrap()
}

fn nodes(workflow: &Value) -> &[Value] {
    workflow["nodes"].as_array().unwrap()
}

fn node<'a>(workflow: &'a Value, name: &str) -> &'a Value {
    nodes(workflow).iter().find(|node| node["name"] == name).unwrap_or_else(|| panic!("no node {name}"))
}

fn code(workflow: &Value) -> &str {
    node(workflow, "Which step is next")["parameters"]["jsCode"].as_str().unwrap()
}

/// What the Code node holds as data.
fn data(workflow: &Value) -> Value {
    let line = code(workflow).lines().find_map(|line| line.strip_prefix("const PLAN = ")).unwrap();
    serde_json::from_str(line.strip_suffix(';').unwrap()).unwrap()
}

#[test]
fn the_same_plan_gives_the_same_files_whoever_is_on_it() {
    for format in ENGINES {
        let workspace = Workspace::new(example_plan());
        let with_people = example_people(example_plan(), date(TODAY));
        let written = write(format, &outgoing(workspace));
        assert_eq!(written, write(format, &outgoing(with_people)), "{format:?}");
        assert!(!format.facts().takes_people);
    }
}

/// The formats that are run, or followed, elsewhere.
const ENGINES: [Format; 3] = [Format::N8n, Format::Mautic, Format::BuildSheets];

#[test]
fn a_workflow_is_not_taken_for_a_plan() {
    let plan = example_plan();
    let name = exported_name(&plan, Format::N8n, date(TODAY));
    assert!(name.ends_with("-n8n-2026-11-22.json"), "{name}");
    assert!(import_json(text(Format::N8n, &plan).as_bytes()).is_err());
}

#[test]
fn a_workflow_is_switched_off_and_has_a_wait_and_a_task_for_each_step() {
    let plan = example_plan();
    let workflow = workflow(&plan);
    assert_eq!(workflow["active"], false);
    for (audience, sequence) in [(Audience::Prospect, "Prospects"), (Audience::Customer, "Customers")] {
        for number in 1..=plan.sequences.of(audience).steps.len() {
            let wait = node(&workflow, &format!("{sequence} {number}: wait"));
            assert_eq!(wait["type"], "n8n-nodes-base.wait");
            node(&workflow, &format!("{sequence} {number}: task"));
        }
    }
}

#[test]
fn every_way_in_a_workflow_leads_to_a_node_that_is_there_and_every_name_is_there_once() {
    for plan in [example_plan(), full_plan(), parted()] {
        let workflow = workflow(&plan);
        let mut names: Vec<_> = nodes(&workflow).iter().map(|node| node["name"].as_str().unwrap()).collect();
        for (from, ways) in workflow["connections"].as_object().unwrap() {
            let to = ways["main"].as_array().unwrap().iter().flat_map(|way| way.as_array().unwrap());
            for name in to.map(|to| to["node"].as_str().unwrap()).chain([from.as_str()]) {
                assert!(names.contains(&name), "{name}");
            }
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}

#[test]
fn where_the_way_parts_somebody_is_asked_and_each_outcome_is_a_branch() {
    let workflow = workflow(&parted());
    assert_eq!(node(&workflow, "Prospects 1: what came of it")["parameters"]["resume"], "form");
    let branches = &node(&workflow, "Prospects 1: outcome")["parameters"]["rules"]["values"];
    assert_eq!(branches.as_array().unwrap().len(), 1);
    assert_eq!(branches[0]["outputKey"], "no answer");
    let named = |name: &str| nodes(&workflow).iter().any(|node| node["name"] == name);
    assert!(!named("Prospects 2: outcome") && !named("Prospects 3: outcome"));
    assert_eq!(node(&workflow, "Prospects 1: task")["notes"], "Task for Myself: Write");
}

#[test]
fn what_a_person_typed_is_data_in_a_workflow_and_comes_back_the_same() {
    let more = ["`${process.exit()}`", "={{ 1+1 }}", "{{ $json }}", "'; throw 1; //", "</script>", "DATA"];
    let texts: Vec<_> = HOSTILE.iter().copied().chain(more).collect();
    let workflow = workflow(&saying(texts.iter().copied()));
    let plain = code(&self::workflow(&saying(["x"]))).lines().count();
    assert_eq!(code(&workflow).lines().count(), plain, "a text has lines of its own");
    for (text, step) in texts.iter().zip(data(&workflow)["sequences"]["prospect"].as_array().unwrap()) {
        if !line(text).as_str().trim().is_empty() {
            assert_eq!(step["title"], line(text).as_str().trim());
        }
        assert_eq!(step["message"], Prose::parse(text).unwrap().as_str());
    }
    // What is not data is the same as in a plan that says nothing.
    let harmless = self::workflow(&saying(texts.iter().map(|_| "x")));
    for (node, other) in nodes(&workflow).iter().zip(nodes(&harmless)) {
        assert_eq!(node["name"], other["name"]);
        if node["type"] != "n8n-nodes-base.code" {
            assert_eq!(node["parameters"], other["parameters"]);
        }
    }
    let (code, data) = (code(&workflow), data(&workflow).to_string());
    assert!(!code.contains("={{") && !code.contains("</script>") && code.is_ascii(), "{code}");
    assert!(data.contains("process.exit"));
}
