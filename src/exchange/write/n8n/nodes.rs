//! The nodes of a workflow, and what leads from one to the next.

use serde_json::{Map, Value, json};

use crate::exchange::{Rows, StepRow};
use crate::plan::{Audience, Outcome};
use crate::words;

const FORM: &str = "A new contact";
const BY_HAND: &str = "Try it by hand";
const NEXT: &str = "Which step is next";
const SWITCH: &str = "Go to that step";
const END: &str = "Nothing is left to do";

/// What stands beside the nodes.
const ABOUT: &str = "## Before you switch this on\n\
    1. Each step ends in a node that does nothing yet: put yours behind it (an e-mail, a task, a message to whoever does it). \
    `task` in the item says what is to be done; what your node gives back does not matter.\n\
    2. Where the way parts, somebody says what came of the step in a form. Send its address on: \
    `$execution.resumeFormUrl`.\n\
    3. Set the time zone in the settings of the workflow: waits end in it.\n\
    4. Days off and steps are in the node *Which step is next*. Export the plan again when they change.";

/// A workflow that grows.
#[derive(Default)]
struct Flow {
    nodes: Vec<Value>,
    connections: Map<String, Value>,
}

/// The whole workflow, as n8n imports it.
pub(super) fn workflow(rows: &Rows<'_>, code: &str) -> String {
    let mut flow = Flow::default();
    flow.begin(rows, code);
    let names: Vec<_> = rows.rows.iter().map(name).collect();
    let forks = |row: &StepRow<'_>| {
        let of_it =
            rows.rows.iter().filter_map(|other| other.facts.fork.filter(|fork| fork.step == row.step.id));
        let mut outcomes: Vec<_> = of_it.map(|fork| fork.outcome).collect();
        outcomes.sort_unstable();
        outcomes.dedup();
        outcomes
    };
    let (mut turns, mut last): (Vec<Vec<&str>>, i64) = (Vec::new(), 0);
    let waits: Vec<_> = names.iter().map(|name| format!("{name}: wait")).collect();
    for (((row, name), wait), line) in rows.rows.iter().zip(&names).zip(&waits).zip(0..) {
        turns.push(vec![wait]);
        last = line + 1;
        flow.step(rows, row, name, &forks(row), line);
    }
    turns.push(vec![END]);
    flow.node(END, "noOp", 1.0, [3, last], json!({}));
    flow.lead(SWITCH, &turns);
    let name = format!("Followthrough: {}", words::plan_name(rows.plan()));
    // By its own name, one that is taken in again from a command line takes the place of the one before.
    let id: String = rows.outgoing.id.as_str().chars().take(36).collect();
    let workflow = json!({
        "id": id,
        "name": name,
        "nodes": flow.nodes,
        "connections": flow.connections,
        "active": false,
        "settings": { "executionOrder": "v1" },
        "pinData": {},
        "tags": [],
    });
    format!("{workflow:#}\n")
}

/// `Prospects 3`.
fn name(row: &StepRow<'_>) -> String {
    let sequence = match row.audience {
        Audience::Prospect => "Prospects",
        Audience::Customer => "Customers",
    };
    format!("{sequence} {}", row.facts.number)
}

/// Where a node can be reached from outside: another in each plan.
fn address(rows: &Rows<'_>, what: &str) -> String {
    format!("followthrough-{}-{}", rows.outgoing.id, what.replace(' ', "-"))
}

/// As the code says whose turn it is.
fn turn(row: &StepRow<'_>) -> String {
    format!("{} {}", row.audience.slug(), row.facts.number)
}

impl Flow {
    /// What starts it, and what finds the next step.
    fn begin(&mut self, rows: &Rows<'_>, code: &str) {
        let field = |label: &str, kind: &str| json!({ "fieldLabel": label, "fieldType": kind });
        let fields = json!([
            field("Name", "text"),
            field("E-mail", "email"),
            field("Start", "date"),
            { "fieldLabel": "Sequence", "fieldType": "dropdown",
              "fieldOptions": { "values": [{ "option": "Prospect" }, { "option": "Customer" }] } },
        ]);
        let about = json!({ "content": ABOUT, "height": 420, "width": 460 });
        self.node("About this workflow", "stickyNote", 1.0, [-2, 0], about);
        let form = json!({
            "formTitle": FORM,
            "formDescription": "Whoever is entered here is followed up, from the start on or else from today.",
            "formFields": { "values": fields },
            "options": {},
        });
        self.node(FORM, "formTrigger", 2.2, [0, 0], form);
        self.nodes_last("webhookId", json!(address(rows, "new")));
        self.node(BY_HAND, "manualTrigger", 1.0, [0, 1], json!({}));
        let code = json!({ "mode": "runOnceForEachItem", "language": "javaScript", "jsCode": code });
        self.node(NEXT, "code", 2.0, [1, 0], code);
        let turns = rows.rows.iter().map(|row| rule("={{ $json.turn }}", &turn(row), &name(row)));
        let rules = json!({ "rules": { "values": turns.collect::<Vec<_>>() }, "options": { "fallbackOutput": "extra" } });
        self.node(SWITCH, "switch", 3.2, [2, 0], rules);
        self.lead(FORM, &[vec![NEXT]]);
        self.lead(BY_HAND, &[vec![NEXT]]);
        self.lead(NEXT, &[vec![SWITCH]]);
    }

    /// A step: its wait, what is done, what came of it, and the way back.
    fn step(&mut self, rows: &Rows<'_>, row: &StepRow<'_>, name: &str, outcomes: &[Outcome], line: i64) {
        let [wait, task, form, ways, done] =
            ["wait", "task", "what came of it", "outcome", "done"].map(|part| format!("{name}: {part}"));
        let until = json!({ "resume": "specificTime", "dateTime": "={{ $json.waitUntil }}" });
        self.node(&wait, "wait", 1.1, [3, line], until);
        self.nodes_last("webhookId", json!(address(rows, &format!("{} wait", turn(row)))));
        self.node(&task, "noOp", 1.0, [4, line], json!({}));
        let person = match row.who_in_words(rows.plan()) {
            none if none.is_empty() => "Task".to_owned(),
            who => format!("Task for {who}"),
        };
        self.nodes_last("notes", json!(format!("{person}: {}", row.what())));
        self.nodes_last("notesInFlow", json!(true));
        self.lead(&wait, &[vec![&task]]);
        let outcome = if outcomes.is_empty() {
            self.lead(&task, &[vec![&done]]);
            "null".to_owned()
        } else {
            self.ask(rows, row, [&form, &ways], outcomes, line);
            self.lead(&task, &[vec![&form]]);
            self.lead(&form, &[vec![&ways]]);
            // Whatever stands on a branch leads back.
            self.lead(&ways, &vec![vec![done.as_str()]; outcomes.len() + 1]);
            format!("$('{form}').first().json['{WHAT_CAME}']")
        };
        let number = row.facts.number;
        let state = format!(
            "={{{{ JSON.stringify(Object.assign({{}}, $('{wait}').first().json, {{ justDone: {{ step: {number}, on: $now.toISODate(), outcome: {outcome} }} }})) }}}}"
        );
        let set = json!({ "mode": "raw", "jsonOutput": state, "options": {} });
        self.node(&done, "set", 3.4, [7, line], set);
        self.lead(&done, &[vec![NEXT]]);
    }

    /// Asks what came of a step, and parts the way.
    fn ask(
        &mut self,
        rows: &Rows<'_>,
        row: &StepRow<'_>,
        [form, ways]: [&str; 2],
        outcomes: &[Outcome],
        line: i64,
    ) {
        let options: Vec<_> =
            Outcome::ALL.into_iter().map(|outcome| json!({ "option": words::outcome(outcome) })).collect();
        let field = json!({
            "fieldLabel": WHAT_CAME,
            "fieldType": "dropdown",
            "fieldOptions": { "values": options },
            "requiredField": true,
        });
        let asked = json!({
            "resume": "form",
            "formTitle": WHAT_CAME,
            "formDescription": format!("Step {} of the follow-up.", row.facts.number),
            "formFields": { "values": [field] },
            "options": {},
        });
        self.node(form, "wait", 1.1, [5, line], asked);
        self.nodes_last("webhookId", json!(address(rows, &format!("{} form", turn(row)))));
        let came = format!("={{{{ $json['{WHAT_CAME}'] }}}}");
        let rules =
            outcomes.iter().map(|outcome| rule(&came, words::outcome(*outcome), words::outcome(*outcome)));
        let rules = json!({ "rules": { "values": rules.collect::<Vec<_>>() }, "options": { "fallbackOutput": "extra" } });
        self.node(ways, "switch", 3.2, [6, line], rules);
    }

    fn node(&mut self, name: &str, kind: &str, version: f64, [column, row]: [i64; 2], parameters: Value) {
        self.nodes.push(json!({
            "id": format!("followthrough-{}", self.nodes.len() + 1),
            "name": name,
            "type": format!("n8n-nodes-base.{kind}"),
            "typeVersion": version,
            "position": [column * 260, row * 180],
            "parameters": parameters,
        }));
    }

    /// Says more of the last node.
    fn nodes_last(&mut self, field: &str, value: Value) {
        if let Some(Value::Object(node)) = self.nodes.last_mut() {
            node.insert(field.to_owned(), value);
        }
    }

    /// Connects each way out of a node.
    fn lead(&mut self, from: &str, ways: &[Vec<&str>]) {
        let to = |name: &&str| json!({ "node": name, "type": "main", "index": 0 });
        let ways: Vec<Vec<_>> = ways.iter().map(|names| names.iter().map(to).collect()).collect();
        self.connections.insert(from.to_owned(), json!({ "main": ways }));
    }
}

/// The field in which somebody says it.
const WHAT_CAME: &str = "What came of it?";

/// Whether a text is another, as a way out of a switch.
fn rule(left: &str, right: &str, called: &str) -> Value {
    json!({
        "conditions": {
            "options": { "caseSensitive": true, "leftValue": "", "typeValidation": "loose", "version": 2 },
            "combinator": "and",
            "conditions": [{
                "id": format!("followthrough-{}", right.replace(' ', "-")),
                "leftValue": left,
                "rightValue": right,
                "operator": { "type": "string", "operation": "equals" },
            }],
        },
        "renameOutput": true,
        "outputKey": called,
    })
}
