//! What was left alone before an upgrade is left alone after it.

#![cfg(test)]

mod fixtures;

use fixtures::{full_plan_v3, line};
use followthrough::advice::{Detail, Finding, Rule, Spot, fingerprint};
use followthrough::exchange::{export_json, import_json};
use followthrough::plan::{Fingerprint, Plan, Responsible, StepEdit, StepId};
use followthrough::schedule::Schedule;

const FILE: &str = include_str!("fixtures/export-v3.json");

/// What version 3 itself remembered each of these by, of the plan in the file.
const ANSWERS: &[(&str, u32)] = &[
    ("action-without-measure 31", 2_041_765_427),
    ("action-without-measure 32", 1_765_444_639),
    ("goal-without-action 1", 3_416_903_390),
    ("goal-without-action 3", 3_847_620_483),
    ("goal-without-action 30", 941_556_377),
    ("no-contact-goal", 69_357_078),
    ("no-exit customer", 2_108_541_694),
    ("no-exit prospect", 1_832_923_789),
    ("no-tool 40", 3_275_474_113),
    ("no-tool 41", 4_159_152_168),
    ("no-tool 42", 3_760_696_511),
    ("no-tool 43", 3_728_103_534),
    ("no-tool 44", 2_251_663_052),
    ("no-tool 45", 350_091_285),
    ("no-tool 46", 2_851_320_880),
    ("no-tool 50", 2_452_359_061),
    ("review-overdue", 3_203_284_589),
    ("statement-long customer", 3_516_199_305),
    ("statement-long prospect", 437_703_016),
];

/// The plan of the file with these answers in place of its own.
fn upgraded(answers: &[(&str, u32)]) -> Plan {
    let mut file: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let answer = |(finding, print): &(&str, u32)| serde_json::json!({ "finding": finding, "print": print });
    file["plan"]["leftAlone"] = answers.iter().map(answer).collect();
    import_json(file.to_string().as_bytes()).unwrap()
}

#[test]
fn answers_of_version_3_still_hold() {
    let plan = upgraded(ANSWERS);
    let (mut now, mut expected) = (Vec::new(), Vec::new());
    for answer in &plan.dismissals {
        let name = answer.finding.as_str();
        now.push((name, Some(answer.fingerprint)));
        expected.push((name, fingerprint(&plan, name)));
    }
    assert_eq!(now.len(), ANSWERS.len());
    assert_eq!(now, expected);
}

#[test]
fn an_answer_of_version_3_to_what_had_changed_since_does_not_come_to_hold() {
    for (name, print) in ANSWERS {
        let plan = upgraded(&[(name, print ^ 1)]);
        assert_eq!(plan.dismissals[0].fingerprint, Fingerprint::Values(print ^ 1), "{name}");
    }
}

#[test]
fn an_answer_that_rests_on_a_count_holds_as_long_as_the_count_is_the_same() {
    let plan = upgraded(&[("overloaded role-4", 1_472_077_530)]);
    let overloaded = |found| Finding {
        rule: Rule::Overloaded,
        spot: Spot::Who(Responsible::Vendor),
        detail: Detail::Count { found, limit: 480 },
    };
    assert!(overloaded(600).is_left_alone(&plan));
    assert!(!overloaded(601).is_left_alone(&plan));
}

#[test]
fn an_answer_goes_on_holding_in_every_version_written_since_and_ends_with_a_change() {
    let finding = Finding { rule: Rule::NoTool, spot: Spot::Step(StepId(44)), detail: Detail::None };
    let plan = upgraded(ANSWERS);
    let file = export_json(&plan, &Schedule::of(&plan), fixtures::date("2026-11-22"));
    let again = import_json(file.as_bytes()).unwrap();
    assert_eq!(again.dismissals, plan.dismissals);
    assert!(finding.is_left_alone(&again));
    let edit = followthrough::plan::Edit::Step(StepId(44), StepEdit::Tools(line("A pen")));
    assert!(!finding.is_left_alone(&again.edited(edit).unwrap()));
    assert!(!finding.is_left_alone(&full_plan_v3()));
}
