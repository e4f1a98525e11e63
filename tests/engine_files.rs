//! Files for programs that run a plan by themselves. `scripts/engine` has n8n take and run them.

#![cfg(test)]

mod fixtures;

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use fixtures::edits::{HOSTILE, plans};
use fixtures::{date, full_plan, line};
use followthrough::exchange::{Format, Outgoing, Wanted, exported_name, import_json, write};
use followthrough::plan::{
    Anchor, Attempts, Audience, Branch, Delay, Fate, Mark, Outcome, PerAudience, Plan, Prose, Responsible,
    Step, StepId, Unit,
};
use followthrough::roster::Workspace;
use followthrough::schedule::Schedule;
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

const TODAY: &str = "2026-11-22";

fn outgoing(workspace: Workspace) -> Outgoing {
    Outgoing {
        id: PlanId::parse("p1").unwrap(),
        workspace,
        today: date(TODAY),
        moment: date(TODAY).and_hms_opt(9, 30, 0).unwrap(),
        wanted: Wanted::default(),
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
    for plan in [example_plan(), full_plan(), parted(), Plan::blank()] {
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

/// The rows of the tables of build sheets, as text.
fn sheet_rows(page: &str) -> Vec<Vec<String>> {
    let rows = page.split("<tr><td>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let cells = |row: &str| {
        let cells = row.trim_end_matches("</td>").split("</td>");
        cells.map(|cell| cell.rsplit_once("td>").map_or(cell, |(_, cell)| cell).to_owned()).collect()
    };
    rows.map(cells).collect()
}

#[test]
fn build_sheets_name_five_programs_with_the_steps_of_both_sequences_in_each() {
    let plan = example_plan();
    let page = text(Format::BuildSheets, &plan);
    for name in ["HubSpot", "ActiveCampaign", "Keap", "Mailchimp", "Brevo"] {
        assert!(page.contains(&format!("<h2>{name}</h2>")), "{name}");
    }
    assert_eq!(sheet_rows(&page).len(), 5 * plan.steps().count());
    assert!(!page.contains("<script") && page.contains("default-src 'none'"));
}

#[test]
fn a_date_that_would_be_another_has_a_reason_and_no_other_has_one() {
    let mut chance = Chance(3);
    let mut plans = vec![example_plan(), full_plan(), parted()];
    plans.extend((0..50).map(|_| much_parted(&mut chance)));
    for plan in plans {
        let page = text(Format::BuildSheets, &plan);
        for cells in sheet_rows(&page) {
            let [_, _, _, ours, theirs, why] = &cells[..] else { panic!("{cells:?}") };
            let theirs = theirs.trim_start_matches("<td class=\"other\">");
            assert_eq!(ours == theirs, why.is_empty(), "{cells:?}");
        }
    }
}

#[test]
fn working_days_are_others_elsewhere_as_their_programs_count() {
    // A start on Thursday, 26 November: two working days later it is Monday, three after that Thursday.
    let mut parts = parted().into_parts();
    parts.runs.prospect.start = Some(date("2026-11-26"));
    let page = text(Format::BuildSheets, &parts.checked().unwrap());
    let [hubspot, active, keap] = [0, 3, 6].map(|at| sheet_rows(&page)[at].clone());
    assert_eq!(hubspot[2..4], ["2 days, then only on Monday to Friday", "Mon 30 Nov 2026"]);
    assert_eq!(hubspot[5], "");
    assert_eq!(active[2], "2 days");
    assert!(active[4].ends_with("Sat 28 Nov 2026"), "{active:?}");
    assert_eq!(active[5], "Sat 28 Nov 2026 is not worked, and it does not wait for a day that is.");
    assert_eq!(keap[2], "2 Week Day(s), then only on Monday to Friday");
    assert_eq!(keap[5], "");
}

#[test]
fn what_a_person_typed_is_text_in_build_sheets() {
    let page =
        text(Format::BuildSheets, &saying(HOSTILE.iter().copied().chain(["<img src=x onerror=y>", "&amp;"])));
    let plain = text(Format::BuildSheets, &saying(HOSTILE.iter().map(|_| "x").chain(["x", "x"])));
    let tags = |page: &str| page.matches('<').count();
    assert_eq!(tags(&page), tags(&plain));
    assert!(page.contains("&lt;img src=x onerror=y&gt;") && page.contains("&amp;amp;"));
}

/// The one file in a stored archive, whose sum is right.
fn unpacked(zip: &[u8]) -> Value {
    let number = |at: usize, size: usize| {
        zip[at..at + size].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    assert_eq!((&zip[..4], number(8, 2), number(18, 4)), (&b"PK\x03\x04"[..], 0, number(22, 4)));
    let begin = 30 + number(26, 2);
    let directory = begin + number(18, 4);
    assert_eq!(&zip[directory..directory + 4], b"PK\x01\x02");
    let end = zip.len() - 22;
    assert_eq!((&zip[end..end + 4], number(end + 16, 4)), (&b"PK\x05\x06"[..], directory));
    assert_eq!(zip[14..30], zip[directory + 16..directory + 32]);
    serde_json::from_slice(&zip[begin..directory]).unwrap()
}

fn campaigns(plan: &Plan) -> Value {
    unpacked(&write(Format::Mautic, &outgoing(Workspace::new(plan.clone()))).bytes)
}

#[test]
fn mautic_gets_a_list_of_groups_with_an_unpublished_campaign_each() {
    let plan = example_plan();
    let groups = campaigns(&plan);
    assert_eq!(groups.as_array().unwrap().len(), 2);
    for group in groups.as_array().unwrap() {
        assert_eq!(group["campaign"][0]["is_published"], false);
        let events = group["campaign_event"].as_array().unwrap();
        let ids: Vec<_> = events.iter().map(|event| event["id"].as_u64().unwrap()).collect();
        for event in events {
            let parent = event["parent_id"].as_u64();
            assert!(
                parent.is_none_or(|parent| ids.contains(&parent) && parent < event["id"].as_u64().unwrap())
            );
            let days = event["triggerRestrictedDaysOfWeek"].as_array().unwrap();
            assert!(days.iter().all(|day| day.as_u64().is_some_and(|day| day < 7)));
            assert!(event.get("trigger_date").is_none());
            assert!(["d", "m"].contains(&event["trigger_interval_unit"].as_str().unwrap()));
        }
        let connections = group["campaign"][0]["canvas_settings"]["connections"].as_array().unwrap();
        assert_eq!(connections.len(), events.len());
        assert_eq!(group["dependencies"][0]["campaign_event"].as_array().unwrap().len(), events.len());
    }
}

#[test]
fn where_the_way_parts_mautic_asks_for_a_tag() {
    let groups = campaigns(&parted());
    let events = groups[0]["campaign_event"].as_array().unwrap();
    let told: Vec<_> = events
        .iter()
        .map(|event| {
            let interval = event["trigger_interval"].as_u64().unwrap();
            (event["name"].as_str().unwrap(), event["parent_id"].as_u64(), interval, &event["decisionPath"])
        })
        .collect();
    let (none, yes) = (Value::Null, json!("yes"));
    assert_eq!(
        told,
        [
            ("1. Write", None, 2, &none),
            ("Step 1: no answer?", Some(1), 3, &none),
            ("2. Call", Some(2), 0, &yes),
            // Five working days are a week; it is counted from what everybody passes.
            ("3. Letter", Some(1), 7, &none),
        ]
    );
    assert_eq!(events[0]["triggerRestrictedDaysOfWeek"], json!([1, 2, 3, 4, 5]));
    assert_eq!(events[1]["properties"], json!({"tags": ["prospect 1: no answer"]}));
}

#[test]
fn that_nobody_was_reached_is_asked_in_mautic_when_all_tries_are_over() {
    let mut parts = parted().into_parts();
    parts.sequences.prospect.steps[0].attempts = Attempts::new(3, 2).unwrap();
    let groups = campaigns(&parts.checked().unwrap());
    // Two more tries, two working days apart, and three more of them are nine days of the calendar.
    assert_eq!(groups[0]["campaign_event"][1]["trigger_interval"], 9);
}

#[test]
fn steps_with_a_date_of_their_own_are_left_out_of_mautic_and_it_is_said() {
    let written = write(Format::Mautic, &outgoing(Workspace::new(full_plan())));
    assert!(written.notes.iter().any(|note| note.contains("left out")), "{:?}", written.notes);
}

#[test]
fn what_a_person_typed_is_text_in_mautic_and_has_no_addresses() {
    let texts: Vec<_> = HOSTILE.iter().copied().chain(["Ask ann@example.com twice"]).collect();
    let groups = campaigns(&saying(texts.iter().copied()));
    let events = groups[0]["campaign_event"].as_array().unwrap();
    assert_eq!(events.len(), texts.len());
    for ((text, event), number) in texts.iter().zip(events).zip(1..) {
        let text = line(text);
        if !text.is_blank() && !text.as_str().contains('@') {
            assert_eq!(event["name"], format!("{number}. {}", text.as_str().trim()));
        }
    }
    assert!(events.last().unwrap()["name"].as_str().unwrap().ends_with("Ask  twice"));
    assert!(!groups.to_string().contains("ann@"));
}

/// Numbers that look random and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A plan whose way parts again and again.
fn much_parted(chance: &mut Chance) -> Plan {
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
