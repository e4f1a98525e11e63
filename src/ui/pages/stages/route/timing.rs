//! When a step is due: how many, of what, counted from where (B4).

use leptos::prelude::*;

use crate::calendar::iso_date;
use crate::plan::{
    Anchor, Audience, Delay, Direction, Edit, EventId, PlanParts, Span, StepEdit, StepId, Unit,
};
use crate::ui::element::{El, el};
use crate::ui::parts::{Commit, Field, FieldKind, Options, select, word_options};
use crate::ui::{FollowedStep, Session};
use crate::words;
use crate::workshop::parse_wait;

/// The fields; the last ones are there only where the others ask for them.
pub fn timing(id: StepId, step: FollowedStep, audience: Audience, events: Memo<Options>) -> Vec<El> {
    let session = Session::here();
    let delay = move || step.read(|step| step.delay).unwrap_or(Delay::AT_START);
    let change = move |length: u16, unit: Unit, direction: Direction, anchor: Anchor| {
        let delay = Span::new(length, unit).and_then(|span| Delay::new(span, direction, anchor));
        session.try_edit(Edit::Step(id, StepEdit::Delay(delay.ok_or_else(words::delay_problem)?)))
    };
    let commit: Commit = Callback::new(move |raw: String| {
        let length: u16 = raw.trim().parse().map_err(|_| words::delay_problem())?;
        let delay = untrack(delay);
        change(length, delay.unit(), delay.direction(), delay.anchor())
    });
    let choose_unit = move |value: String| {
        let delay = untrack(delay);
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| words::unit(*unit) == value)
            && let Err(problem) = change(delay.length(), unit, delay.direction(), delay.anchor())
        {
            session.announce(problem);
        }
    };
    let choose_anchor = move |value: String| {
        let delay = untrack(delay);
        let session_plan = session.plan_now();
        if let Some((anchor, direction)) = anchor_of(&session_plan, audience, id, &value)
            && let Err(problem) = change(delay.length(), delay.unit(), direction, anchor)
        {
            session.announce(problem);
        }
    };
    let units = || word_options(&Unit::ALL.map(words::unit));
    let anchors = move || {
        let mut choices: Options =
            FIXED.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect();
        choices.extend(events.get());
        choices
    };
    let anchor = select("Counted from", move || anchor_value(delay()), anchors, choose_anchor);
    let is_first = move || {
        let has_choice = matches!(delay().anchor(), Anchor::Event(_) | Anchor::Date(_))
            || events.with(|it| !it.is_empty());
        step.number() == 1 && !has_choice
    };
    let is_step = move || matches!(delay().anchor(), Anchor::Step(_));
    let is_date = move || matches!(delay().anchor(), Anchor::Date(_));
    let understood: Commit = Callback::new(move |raw: String| {
        let edit = parse_wait(&raw, &session.plan_now(), id).map_err(|error| words::wait_problem(&error))?;
        session.try_edit(edit)
    });
    vec![
        el("div").class("step__words").child(Field::new("When", move || step.when(), understood).build()),
        Field::new("Wait", move || delay().length().to_string(), commit).kind(FieldKind::Number).build(),
        select("Unit", move || words::unit(delay().unit()).to_owned(), units, choose_unit),
        el("div").class("step__anchor").class_when("step__anchor--first", is_first).child(anchor),
        el("div")
            .class("step__from")
            .when(is_step, move || other_step(id, step, audience))
            .when(is_date, move || from_date(id, step)),
    ]
}

/// What can be counted from in every plan.
const FIXED: [(&str, &str); 5] = [
    ("previous", "after the step before"),
    ("start", "after the start"),
    ("step", "after another step"),
    ("after-date", "after a date"),
    ("before-date", "before a date"),
];

/// What can be counted from besides: the events of the plan, either way.
pub fn event_options(plan: &crate::plan::Plan) -> Options {
    let both = |event: &crate::plan::Event| {
        let name = if event.name.is_blank() { "an event" } else { event.name.as_str() };
        ["after", "before"].map(|way| (format!("{way}:{}", event.id.0), format!("{way} {name}")))
    };
    plan.events.iter().flat_map(both).collect()
}

fn anchor_value(delay: Delay) -> String {
    let way = match delay.direction() {
        Direction::After => "after",
        Direction::Before => "before",
    };
    match delay.anchor() {
        Anchor::PreviousStep => "previous".to_owned(),
        Anchor::Start => "start".to_owned(),
        Anchor::Step(_) => "step".to_owned(),
        Anchor::Event(EventId(id)) => format!("{way}:{id}"),
        Anchor::Date(_) => format!("{way}-date"),
    }
}

/// The anchor that was chosen, and which way one counts from it.
fn anchor_of(plan: &PlanParts, audience: Audience, id: StepId, value: &str) -> Option<(Anchor, Direction)> {
    let start = || plan.start(audience).unwrap_or(crate::calendar::FIRST_DAY);
    Some(match value {
        "previous" => (Anchor::PreviousStep, Direction::After),
        "start" => (Anchor::Start, Direction::After),
        "step" => {
            let steps = &plan.sequences.of(audience).steps;
            let at = steps.iter().position(|step| step.id == id)?;
            (Anchor::Step(steps[at.checked_sub(1)?].id), Direction::After)
        }
        "after-date" => (Anchor::Date(start()), Direction::After),
        "before-date" => (Anchor::Date(start()), Direction::Before),
        event => {
            let (way, id) = event.split_once(':')?;
            let direction = if way == "before" { Direction::Before } else { Direction::After };
            (Anchor::Event(EventId(id.parse().ok()?)), direction)
        }
    })
}

/// Which other step it is counted from.
fn other_step(id: StepId, step: FollowedStep, audience: Audience) -> El {
    let session = Session::here();
    let number = move || {
        let other = step.read(|step| match step.delay.anchor() {
            Anchor::Step(other) => Some(other),
            _ => None,
        });
        number_of(session, audience, other.flatten())
    };
    let commit: Commit = Callback::new(move |raw: String| {
        let other = step_above(session, audience, id, &raw)?;
        let delay = untrack(|| step.read(|step| step.delay)).unwrap_or(Delay::AT_START);
        session.try_edit(Edit::Step(id, StepEdit::Delay(delay.anchored(Anchor::Step(other)))))
    });
    Field::new("Which step", number, commit).kind(FieldKind::Number).build()
}

/// The number of a step, as text; empty for none.
pub fn number_of(session: Session, audience: Audience, step: Option<StepId>) -> String {
    session.read(|plan| {
        let steps = &plan.sequences.of(audience).steps;
        let at = step.and_then(|id| steps.iter().position(|step| step.id == id));
        at.map_or_else(String::new, |at| (at + 1).to_string())
    })
}

/// The step of that number, which must stand above.
pub fn step_above(session: Session, audience: Audience, id: StepId, raw: &str) -> Result<StepId, String> {
    let plan = session.plan_now();
    let steps = &plan.sequences.of(audience).steps;
    let above = steps.iter().take_while(|step| step.id != id).count();
    let number: usize = raw.trim().parse().unwrap_or(0);
    match number.checked_sub(1).filter(|at| *at < above) {
        Some(at) => Ok(steps[at].id),
        None => Err(words::step_above_problem(above)),
    }
}

fn from_date(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let date = move || {
        let date = step.read(|step| match step.delay.anchor() {
            Anchor::Date(date) => Some(date),
            _ => None,
        });
        date.flatten().map(words::iso).unwrap_or_default()
    };
    let commit: Commit = Callback::new(move |raw: String| {
        let date = iso_date(&raw).ok_or_else(words::date_problem)?;
        let delay = untrack(|| step.read(|step| step.delay)).unwrap_or(Delay::AT_START);
        session.try_edit(Edit::Step(id, StepEdit::Delay(delay.anchored(Anchor::Date(date)))))
    });
    Field::new("Which date", date, commit).kind(FieldKind::Date).build()
}
