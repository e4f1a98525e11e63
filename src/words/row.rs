//! What is told of a step wherever steps are listed: on the screen, on paper, in files. Each formats the facts of the
//! schedule and looks no deeper.

use super::{count, counted, day_and_year, day_of, either, fate, later, notice, outcome, responsible, with};
use crate::plan::{Attempts, Audience, Direction, Eves, PlanParts, Span, Step, Unit};
use crate::schedule::{Basis, Fork, Known, Path, Schedule, StepFacts, Wait};
use crate::workshop::is_plain_name;

/// A step in a row of a table: every cell in words, empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number (B2).
    pub number: usize,
    /// What is done (B3).
    pub what: String,
    /// What decides besides the wait when and whether it comes (B5).
    pub conditions: String,
    /// When it comes (B4).
    pub when: String,
    /// The day by the pattern and the start alone (F4).
    pub planned: String,
    /// The day it is due, or was done.
    pub due: String,
    /// By how much that is another day than planned.
    pub variance: String,
    /// What became of it.
    pub fate: String,
    /// What to know about the day.
    pub remark: String,
    /// Who does it (B7).
    pub who: String,
    /// With what (B8).
    pub with: String,
}

/// A step of a plan in a row.
pub fn row(plan: &PlanParts, step: &Step, facts: &StepFacts) -> Row {
    Row {
        number: facts.number,
        what: step.what.to_string(),
        conditions: conditions(facts),
        when: wait(plan, facts),
        planned: facts.baseline.map(day_and_year).unwrap_or_default(),
        due: facts.due.map(day_and_year).unwrap_or_default(),
        variance: facts.variance.map(later).unwrap_or_default(),
        fate: facts.fate.map(fate).unwrap_or_default(),
        remark: remark(facts),
        who: step.who.map(|who| responsible(plan, who)).unwrap_or_default(),
        with: with(step),
    }
}

impl Row {
    /// What became of it, its day, and what to know about that, in one line: `Done: reached – Mon 7 Sep 2026`.
    pub fn dated(&self) -> String {
        let parts = [&self.fate, &self.due, &self.remark];
        parts.map(String::as_str).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
    }
}

/// Since when a step is late, else what is odd about its day (B9).
pub fn remark(facts: &StepFacts) -> String {
    match facts.overdue_since {
        Some(since) => super::late(since),
        None => facts.notice.map(notice).unwrap_or_default(),
    }
}

/// The outcome a step belongs to: `Only if step 1: nobody reached`; empty for a step that always comes.
pub fn condition(facts: &StepFacts) -> String {
    facts.fork.map(|fork| format!("Only if {}", of_fork(fork))).unwrap_or_default()
}

/// `step 1: nobody reached`.
fn of_fork(fork: Fork) -> String {
    format!("step {}: {}", fork.number, outcome(fork.outcome))
}

/// What decides besides the wait when and whether a step comes; empty where nothing does.
pub fn conditions(facts: &StepFacts) -> String {
    let parts = [
        Some(condition(facts)).filter(|condition| !condition.is_empty()),
        tries(facts.attempts),
        facts.expected.map(|expected| format!("expected: {}", outcome(expected))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How often a step is tried; none where it is done once (B5).
pub fn tries(attempts: Attempts) -> Option<String> {
    let (most, gap) = (attempts.count(), attempts.gap());
    (most > 1).then(|| format!("up to {most} tries, {} apart", count(gap.into(), "working day")))
}

/// When a step comes, in words that can be typed back: `3 working days after step 2`, `within 14 calendar days after the
/// start, on a Tuesday or Thursday`.
pub fn wait(plan: &PlanParts, facts: &StepFacts) -> String {
    let mut words = length_and_basis(plan, facts.wait, facts.basis);
    if let Some(days) = facts.wait.weekdays {
        words.push_str(&format!(", on a {}", either(days)));
    }
    if facts.wait.eves == Eves::Avoided {
        words.push_str(", not right before a holiday");
    }
    words
}

fn length_and_basis(plan: &PlanParts, wait: Wait, basis: Basis) -> String {
    let from = basis_name(plan, basis);
    if wait.span.length() == 0 && wait.latest.is_none() {
        return match basis {
            Basis::Start => "on the start date".to_owned(),
            Basis::Step { .. } | Basis::Attempt(_) => format!("the same day as {from}"),
            Basis::Event(_) => format!("on the day of {from}"),
            Basis::Touchpoint(_) => format!("the day of {from}"),
            Basis::Date(_) | Basis::Chosen(_) => format!("on {from}"),
        };
    }
    let direction = match wait.direction {
        Direction::After => "after",
        Direction::Before => "before",
    };
    format!("{} {direction} {from}", length(wait))
}

/// `3 working days`, `5 to 10 working days`, `within 2 weeks`, `1 week to 2 months`.
fn length(wait: Wait) -> String {
    let earliest = wait.span;
    let Some(latest) = wait.latest else { return counted(earliest) };
    let is_first_unit = first_within(latest) == earliest.unit();
    let is_first_day = is_first_unit && earliest.length() == 1 && latest.length() > 0;
    match (wait.direction, earliest.length()) {
        (Direction::After, 0) if is_first_unit => format!("at most {}", counted(latest)),
        (Direction::After, _) if is_first_day => format!("within {}", counted(latest)),
        _ if earliest.unit() == latest.unit() => format!("{} to {}", earliest.length(), counted(latest)),
        _ => format!("{} to {}", counted(earliest), counted(latest)),
    }
}

/// In what the first day of those within a span is counted: `within 2 weeks` begins on the next day.
fn first_within(latest: Span) -> Unit {
    match latest.unit() {
        unit @ (Unit::WorkingDays | Unit::CalendarDays | Unit::ExactDays) => unit,
        Unit::Weeks | Unit::Months => Unit::CalendarDays,
    }
}

/// `step 2`, `the last try of step 2`, `the start`, `Renewal`.
pub fn basis_name(plan: &PlanParts, basis: Basis) -> String {
    match basis {
        Basis::Start => "the start".to_owned(),
        Basis::Step { number, known: Known::LastAttempt, .. } => format!("the last try of step {number}"),
        Basis::Step { number, .. } => format!("step {number}"),
        Basis::Event(id) => match plan.event(id).map(|event| event.name.as_str().trim()) {
            Some("") | None => "an event".to_owned(),
            Some(name) if is_plain_name(plan, id) => name.to_owned(),
            Some(name) => format!("“{name}”"),
        },
        Basis::Touchpoint(_) => "the last word between you".to_owned(),
        Basis::Date(date) | Basis::Chosen(date) => day_of(date),
        Basis::Attempt(times) => format!("try {times}"),
    }
}

/// A line on which the day a step was done moves by hand what is counted from it (F9); none where nothing is.
pub fn strip(plan: &PlanParts, schedule: &Schedule, audience: Audience, facts: &StepFacts) -> Option<String> {
    const BLANK: &str = "____________";
    if !facts.is_open() {
        return None;
    }
    let counted_from = |next: &&StepFacts| next.is_open() && next.basis.step() == Some(facts.step);
    // On one's own path there is nothing more to ask.
    let asked = |next: &StepFacts| next.fork.filter(|fork| facts.fork != Some(*fork));
    let due = |next: &StepFacts| {
        let condition = asked(next).map(|fork| format!("if {}, ", of_fork(fork))).unwrap_or_default();
        format!("{condition}step {} is due, {}, on {BLANK}", next.number, wait(plan, next))
    };
    let next = schedule.steps(audience).iter().filter(counted_from);
    let (parting, going_on): (Vec<_>, Vec<_>) = next.partition(|next| asked(next).is_some());
    let next: Vec<_> = going_on.into_iter().chain(parting).map(due).collect();
    (!next.is_empty()).then(|| format!("Done on {BLANK}. Then {}", next.join("; ")))
}

/// One of the other paths: what decides, and where it leads: `If nobody is reached in step 1`, `step 2 on Tue 8 Sep 2026`.
pub fn other_path(path: &Path) -> Option<[String; 2]> {
    let fork = path.fork?;
    let stops: Vec<_> = path
        .after_fork()
        .map(|stop| match stop.due {
            Some(day) => format!("step {} on {}", stop.number, day_and_year(day)),
            None => format!("step {}", stop.number),
        })
        .collect();
    let stops = if stops.is_empty() { "the sequence ends".to_owned() } else { stops.join(", ") };
    Some([format!("If {} in step {}", super::comes_out(fork.outcome), fork.number), stops])
}

/// Which steps move the last date of a sequence: `These steps decide when it ends: 2, 4, 7.`; none where none does.
pub fn critical_path(schedule: &Schedule, audience: Audience) -> Option<String> {
    let numbers: Vec<_> = schedule.critical_path(audience).map(|facts| facts.number.to_string()).collect();
    match numbers.as_slice() {
        [] => None,
        [only] => Some(format!("Only step {only} decides when it ends.")),
        _ => Some(format!("These steps decide when it ends: {}.", numbers.join(", "))),
    }
}
