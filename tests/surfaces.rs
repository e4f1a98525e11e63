//! What every surface says of a step, printed for a handful of telling plans, and a law that they say the same of any.
//! 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "fixtures/edits.rs"]
mod edits;
#[path = "fixtures/routes.rs"]
mod routes;

use std::fmt::Write;
use std::fs;

use chrono::NaiveDate;
use followthrough::exchange::export_json;
use followthrough::plan::{
    Anchor, Audience, Channel, Delay, Edit, Eves, Fate, Line, Outcome, PersonId, Plan, Responsible, StepEdit,
    StepId, Unit::*,
};
use followthrough::schedule::{Path, Place, Schedule, Status, StepFacts};
use followthrough::words;
use followthrough::workshop::{CountedFrom, List, ListSetting, as_lines};
use proptest::prelude::*;
use routes::*;
use serde_json::Value;

/// All that the surfaces say of a plan on a day: the rows of the table and of the paper, the reason of each date, the
/// lines to move dates by hand, the other paths, what the end hangs on, how often one is in touch, the file.
fn surfaces(plan: &Plan, today: NaiveDate) -> String {
    let schedule = Schedule::on(plan, today);
    let mut page = format!("On {}\n", words::day_and_year(today));
    for (audience, sequence) in plan.sequences.iter().filter(|(_, sequence)| !sequence.steps.is_empty()) {
        let facts = schedule.steps(audience);
        _ = write!(page, "\n{}\n", words::audience(audience));
        for (step, facts) in sequence.steps.iter().zip(facts) {
            let row = words::row(plan, step, facts);
            let aside = if facts.place == Place::OffPath { " (aside)" } else { "" };
            _ = writeln!(page, "\n{}. {}{aside}", row.number, row.what);
            let told = [
                ("only", row.conditions),
                ("when", row.when),
                ("planned", row.planned),
                ("due", row.due),
                ("moved", row.variance),
                ("fate", row.fate),
                ("remark", row.remark),
                ("who", row.who),
                ("with", row.with),
                ("why", words::why(plan, &schedule, facts).unwrap_or_default()),
                ("strip", words::strip(plan, &schedule, audience, facts).unwrap_or_default()),
            ];
            for (name, words) in told.iter().filter(|(_, words)| !words.is_empty()) {
                _ = writeln!(page, "   {name}: {words}");
            }
        }
        for [fork, stops] in Path::all(plan, audience, today).iter().filter_map(words::other_path) {
            _ = write!(page, "\n{fork}: {stops}.\n");
        }
        _ = writeln!(page, "\n{}", words::critical_path(&schedule, audience).unwrap_or_default());
    }
    for cadence in followthrough::advice::Cadence::of(plan, &schedule) {
        _ = writeln!(
            page,
            "{}: {}",
            words::cadence_title(cadence.audience),
            words::cadence_summary(&cadence)
        );
        for strain in &cadence.strains {
            _ = writeln!(page, "   {}", words::strain(strain));
        }
    }
    page += "\nIn the file\n";
    for (audience, steps) in filed(plan, &schedule, today) {
        for step in steps {
            _ = writeln!(page, "   {} {step}", words::audience(audience));
        }
    }
    page
}

/// The steps of the exported file.
fn filed(plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Vec<(Audience, Vec<Value>)> {
    let file: Value = serde_json::from_str(&export_json(plan, schedule, today)).unwrap();
    let of = |name: &str| file["schedule"][name].as_array().unwrap().clone();
    vec![(Audience::Prospect, of("prospect")), (Audience::Customer, of("customer"))]
}

/// Holds what is said against `tests/surfaces/<name>.txt`. `UPDATE_SURFACES=1` writes it anew.
#[track_caller]
fn check(name: &str, plan: &Plan, today: &str) {
    let path = format!("{}/tests/surfaces/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let said = surfaces(plan, date(today));
    if std::env::var_os("UPDATE_SURFACES").is_some() {
        fs::write(&path, &said).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        said, written,
        "{path} is old: UPDATE_SURFACES=1 cargo test --no-default-features --test surfaces"
    );
}

fn named(plan: &Plan, names: &[(&str, Channel)]) -> Plan {
    names.iter().zip(1..).fold(plan.clone(), |plan, ((name, channel), step)| {
        let plan = with(&plan, step, StepEdit::What(Line::parse(name).unwrap()));
        with(&plan, step, StepEdit::Channel(Some(*channel)))
    })
}

/// A call tried three times, a letter when nobody is reached, a visit.
fn side_branch() -> Plan {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays), then(4, WorkingDays)]);
    let plan = with(&with(&plan, 1, attempts(3, 2)), 2, only_after(1, Outcome::NotReached));
    named(&plan, &[("Call", Channel::Phone), ("Write", Channel::Letter), ("Visit", Channel::InPerson)])
}

/// An offer, answered or not, each with two steps of its own, and one that comes in any case.
fn fork() -> Plan {
    let plan = starting("2026-09-01", &[2, 1, 3, 5, 5, 10].map(|days| then(days, WorkingDays)));
    let parts = [(2, Outcome::Replied), (3, Outcome::Replied), (4, Outcome::NoReply), (5, Outcome::NoReply)];
    let plan = parts.iter().fold(plan, |plan, (step, outcome)| with(&plan, *step, only_after(1, *outcome)));
    let names = ["Offer", "Thank", "Meet", "Ask again", "Call", "Newsletter"];
    let channels =
        [Channel::Email, Channel::Email, Channel::InPerson, Channel::Email, Channel::Phone, Channel::Email];
    let names: Vec<_> = names.into_iter().zip(channels).collect();
    named(&with(&plan, 1, StepEdit::Expected(Some(Outcome::Replied))), &names)
}

#[test]
fn a_step_after_a_side_branch_is_counted_from_the_step_it_follows() {
    check("side-branch", &side_branch(), "2026-09-01");
    let plan = side_branch();
    let when = |step| words::wait(&plan, &facts(&plan, "2026-09-01", step));
    assert_eq!(when(3), "4 working days after step 1");
    let strip = |step| {
        let schedule = Schedule::on(&plan, date("2026-09-01"));
        words::strip(&plan, &schedule, PROSPECT, schedule.step(StepId(step)).unwrap())
    };
    assert!(strip(1).unwrap().contains("Then step 3 is due, 4 working days after step 1"));
    assert_eq!((strip(2), strip(3)), (None, None));
}

#[test]
fn a_fork_has_its_other_path_beside_it() {
    check("fork", &fork(), "2026-09-01");
}

#[test]
fn the_other_paths_hold_no_day_that_is_over() {
    let late = done(&fork(), 6, "2026-09-01");
    check("fork-late", &late, "2026-10-01");
    let days = Path::all(&late, PROSPECT, date("2026-10-01"));
    let told: Vec<_> = days.iter().flat_map(Path::after_fork).collect();
    assert!(told.iter().any(|stop| stop.number == 4));
    assert!(told.iter().all(|stop| stop.due >= Some(date("2026-10-01"))), "{told:?}");
}

#[test]
fn events_are_counted_to_and_from() {
    let (plan, event) = with_event(
        &starting("2026-09-01", &[Delay::AT_START, then(1, Weeks), then(1, WorkingDays), then(2, Weeks)]),
        Some("2026-10-15"),
    );
    let there = Anchor::Event(event);
    let plan = with(&plan, 2, StepEdit::Delay(Delay::before(10, CalendarDays, there).unwrap()));
    let plan = with(&plan, 3, StepEdit::Delay(Delay::after(0, WorkingDays, there).unwrap()));
    let plan = with(&plan, 4, window(Some((3, Weeks)), "1010111", Eves::Avoided));
    check("events", &with_holidays(&plan, &["2026-10-05", "2026-11-02"]), "2026-09-01");
}

#[test]
fn attempts_in_vain_lead_on() {
    let tried = marked(&side_branch(), 1, "2026-09-02", Fate::Tried(1));
    check("attempts", &tried, "2026-09-03");
}

#[test]
fn what_is_overdue_is_late_on_every_surface() {
    let late = done(&side_branch(), 1, "2026-09-01");
    check("overdue", &late, "2026-09-16");
    let row = words::row(&late, late.step(StepId(3)).unwrap(), &facts(&late, "2026-09-16", 3));
    assert_eq!(row.dated(), "Wed 16 Sep 2026 – Late since Mon 7 Sep");
}

#[test]
fn a_step_left_out_is_no_contact() {
    let plan = marked(&side_branch(), 3, "2026-09-02", Fate::Skipped);
    check("left-out", &plan, "2026-09-02");
    let schedule = Schedule::on(&plan, date("2026-09-02"));
    let cadence = followthrough::advice::Cadence::of(&plan, &schedule);
    let steps: Vec<_> = cadence[0].touchpoints.iter().map(|touchpoint| touchpoint.step).collect();
    assert_eq!(steps, [StepId(1)]);
}

#[test]
fn another_persons_absence_moves_her_steps_only() {
    let plan = side_branch();
    let anna = PersonId(plan.next_id());
    let plan = edited(&plan, Edit::AddPerson(Line::parse("Anna").unwrap()));
    let plan = closed(&plan, "2026-09-04", "2026-09-09", Some(anna));
    check("absence", &with(&plan, 3, StepEdit::Who(Some(Responsible::Person(anna)))), "2026-09-01");
}

fn changes(plan: &Plan, step: u32, edit: StepEdit) -> String {
    let after = with(plan, step, edit);
    let today = date("2026-09-01");
    words::changes(&after, StepId(step), &Schedule::on(plan, today), &Schedule::on(&after, today))
}

#[test]
fn removing_or_moving_a_step_says_what_it_does_to_the_others() {
    let rows = starting("2026-09-01", &[2, 3, 5].map(|days| then(days, WorkingDays)));
    assert_eq!(
        changes(&rows, 2, StepEdit::Remove),
        "Step 2 is now counted from step 1 and due on Thu 10 Sep 2026."
    );
    assert_eq!(changes(&rows, 3, StepEdit::Remove), "");
    assert_eq!(
        changes(&rows, 3, StepEdit::Before(PROSPECT, Some(StepId(2)))),
        "Step 3 is now counted from step 2 and due on Tue 15 Sep 2026."
    );
    assert_eq!(
        changes(&fork(), 1, StepEdit::Remove),
        "Steps 4 and 5 came only after it and went with it. \
         Step 1 now always comes, counted from the start and due on Wed 2 Sep 2026. \
         Step 2 now always comes, counted from step 1 and due on Mon 7 Sep 2026."
    );
}

#[test]
fn what_decides_the_end_is_said() {
    let said = |plan: &Plan| words::critical_path(&Schedule::on(plan, date("2026-09-01")), PROSPECT);
    assert_eq!(said(&fork()).as_deref(), Some("These steps decide when it ends: 1, 2, 3, 6."));
    let plan = starting("2026-09-01", &[then(2, WorkingDays), from_start(9, WorkingDays)]);
    assert_eq!(said(&plan).as_deref(), Some("Only step 2 decides when it ends."));
    assert_eq!(said(&done(&plan, 2, "2026-09-01")).as_deref(), Some("Only step 1 decides when it ends."));
    assert_eq!(said(&Plan::blank()), None);
}

/// When a step is later by a working day, so is the end, and only then.
fn moves_the_end(plan: &Plan, facts: &StepFacts, today: NaiveDate) -> bool {
    let end = |plan: &Plan| {
        let schedule = Schedule::on(plan, today);
        schedule.steps(PROSPECT).iter().filter(|facts| facts.happens()).filter_map(|facts| facts.due).max()
    };
    let step = plan.step(facts.step).unwrap();
    let later = Delay::after(step.delay.length() + 1, step.delay.unit(), step.delay.anchor()).unwrap();
    end(&with(plan, facts.step.0, StepEdit::Delay(later))) > end(plan)
}

/// The rows of a sequence as they are copied, in another order of the columns if that is given.
fn copied(plan: &Plan, audience: Audience, order: &[usize]) -> String {
    let schedule = Schedule::on(plan, date("2026-11-23"));
    let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
    let rows: Vec<_> = steps.map(|(step, facts)| (words::row(plan, step, facts), facts.fork)).collect();
    let table = words::table(&rows);
    let row = |row: &str| {
        let cells: Vec<_> = row.split('\t').collect();
        order.iter().filter_map(|at| cells.get(*at).copied()).collect::<Vec<_>>().join("\t")
    };
    table.lines().map(row).collect::<Vec<_>>().join("\n")
}

fn example() -> Plan {
    let written = followthrough::exchange::import_json(&fs::read("assets/example.json").unwrap()).unwrap();
    followthrough::workshop::example(written, date("2026-11-23"))
}

#[test]
fn copied_rows_are_read_as_the_same_steps_whatever_the_order_of_their_columns() {
    let plan = example();
    for audience in Audience::BOTH {
        for order in [[0, 1, 2, 3, 4, 5, 6], [3, 5, 6, 1, 4, 2, 0]] {
            // Days that have a name are known by it.
            let name = |event: &followthrough::plan::Event| Edit::AddEvent(event.name.clone());
            let blank =
                plan.events.iter().map(name).fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
            let today = date("2026-11-23");
            let setting =
                ListSetting { plan: &blank, audience, before: None, today, from: CountedFrom::LineBefore };
            let list = List::read(&as_lines(&copied(&plan, audience, &order), setting), setting);
            let start = plan.start(audience).map(|start| Edit::Start(audience, Some(start)));
            let pasted = start
                .into_iter()
                .chain(list.edits())
                .fold(blank.clone(), |plan, edit| plan.edited(edit).unwrap());
            let told = |plan: &Plan| copied(plan, audience, &[0, 1, 2, 4, 6]);
            // Cells say nothing of further tries, so there is no last one to count from.
            assert_eq!(told(&pasted), told(&plan).replace("the last try of step", "step"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// On the screen, on paper, in the file and on the lines to move dates by hand a step has one number, is counted
    /// from one thing, is due on one day and stands in one way; and all of them are those of the schedule.
    #[test]
    fn every_surface_says_the_same_of_any_plan(plan in edits::plans(), today in 0..1000_u64) {
        let today = date("2026-01-01") + chrono::Days::new(today);
        let schedule = Schedule::on(&plan, today);
        let filed = filed(&plan, &schedule, today);
        for (audience, steps) in filed {
            let sequence = &plan.sequences.of(audience).steps;
            prop_assert_eq!((steps.len(), schedule.steps(audience).len()), (sequence.len(), sequence.len()));
            for ((step, facts), filed) in sequence.iter().zip(schedule.steps(audience)).zip(&steps) {
                let row = words::row(&plan, step, facts);
                prop_assert_eq!((facts.step, row.number as u64), (step.id, filed["number"].as_u64().unwrap()));
                prop_assert_eq!(filed["when"].as_str(), Some(row.when.as_str()));
                let due = filed["due"].as_str().map(|day| words::day_and_year(date(day))).unwrap_or_default();
                prop_assert_eq!(&due, &row.due);
                let since = filed["overdueSince"].as_str().map(date);
                prop_assert_eq!(since, facts.overdue_since);
                prop_assert_eq!(since.is_some(), row.remark.starts_with("Late since"), "{:?}", row);
                prop_assert_eq!(since.is_some(), row.dated().contains("Late since"), "{:?}", row);
                let state = filed["state"].as_str().unwrap();
                prop_assert_eq!(state == "done", row.fate.starts_with("Done"));
                prop_assert_eq!(state == "skipped", row.fate == "Skipped");
                prop_assert_eq!(state == "overdue", facts.status == Status::Overdue);
                prop_assert_eq!(filed["condition"].as_str().unwrap_or_default(), words::condition(facts));
                // A line says of what follows just what its own row says.
                let strip = words::strip(&plan, &schedule, audience, facts).unwrap_or_default();
                for next in schedule.steps(audience) {
                    let said = format!("step {} is due, {}, on", next.number, words::wait(&plan, next));
                    let follows = facts.is_open() && next.is_open() && next.basis.step() == Some(facts.step);
                    prop_assert_eq!(strip.contains(&said), follows, "{}", strip);
                }
                // What it is said to be counted from is above it and is what the date follows from.
                if let Some(other) = facts.basis.step() {
                    let other = schedule.step(other).unwrap();
                    prop_assert!(other.number < facts.number);
                    let counted = row.when.split(", on a ").next().unwrap().split(", not ").next().unwrap();
                    let is_named = counted.ends_with(&format!("step {}", other.number));
                    prop_assert!(is_named, "{}", row.when);
                    if let Some(derivation) = facts.derivation.filter(|it| it.basis.step().is_some()) {
                        let days = [other.due, other.last_attempt];
                        prop_assert!(days.contains(&Some(derivation.from)), "{:?}", derivation);
                    }
                }
            }
        }
    }

    /// Where every day is worked and none is wished for, the critical path is what moves the end.
    #[test]
    fn the_critical_path_is_what_moves_the_end(
        steps in prop::collection::vec((0..9_u16, any::<Option<prop::sample::Index>>(), 0..4_u32), 1..8),
    ) {
        let delays: Vec<_> = steps
            .iter()
            .enumerate()
            .map(|(at, (days, from, _))| {
                let other = from.filter(|_| at > 0).map(|from| StepId(from.index(at) as u32 + 1));
                Delay::after(*days, ExactDays, other.map_or(Anchor::PreviousStep, Anchor::Step)).unwrap()
            })
            .collect();
        let plan = starting("2026-09-01", &[]);
        let plan = delays.iter().fold(plan, |plan, delay| with_steps(&plan, PROSPECT, &[*delay]));
        let plan = steps.iter().zip(1..).skip(1).fold(plan, |plan, ((_, _, fork), step)| match fork {
            0 => with(&plan, step, only_after(step - 1, Outcome::NoReply)),
            _ => plan,
        });
        let today = date("2026-09-01");
        let schedule = Schedule::on(&plan, today);
        let critical: Vec<_> = schedule.critical_path(PROSPECT).map(|facts| facts.step).collect();
        let moving: Vec<_> = schedule
            .steps(PROSPECT)
            .iter()
            .filter(|facts| moves_the_end(&plan, facts, today))
            .map(|facts| facts.step)
            .collect();
        prop_assert_eq!(critical, moving);
    }
}
