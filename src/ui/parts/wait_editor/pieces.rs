//! The parts of a wait, each on its own: how many, of what, counted from where, which days suit (B4, C2).
//!
//! Each changes what it is asked to and nothing else; where that would not be legal, it is refused.

use leptos::prelude::*;

use chrono::Weekday;

use crate::calendar::{WorkWeek, iso_date};
use crate::plan::{
    Anchor, Audience, Delay, Direction, Edit, EventId, Eves, PlanParts, Span, StepEdit, StepId, Unit, Window,
};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Commit, Field, FieldKind, Options, check, select, word_options};
use crate::ui::reactive::Memo;
use crate::ui::{FollowedStep, Session};
use crate::words;

/// The fields; some are there only where the others ask for them.
pub fn pieces(id: StepId, step: FollowedStep, audience: Audience, events: Memo<Options>) -> Vec<El> {
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
        match Unit::ALL.into_iter().find(|unit| words::unit(*unit) == value) {
            Some(unit) => change(delay.length(), unit, delay.direction(), delay.anchor()),
            None => Ok(()),
        }
    };
    let choose_anchor = move |value: String| {
        let delay = untrack(delay);
        let session_plan = session.plan_now();
        match anchor_of(&session_plan, audience, id, &value) {
            Some((anchor, direction)) => change(delay.length(), delay.unit(), direction, anchor),
            None => Err(words::step_above_problem(0)),
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
    vec![
        Field::new("Wait", move || delay().length().to_string(), commit).kind(FieldKind::Number).build(),
        select("Unit", move || words::unit(delay().unit()).to_owned(), units, choose_unit),
        el(html::Div).class("step__anchor").class(("step__anchor--first", is_first)).child(anchor),
        el(html::Div)
            .class("step__from")
            .show(is_step, move || other_step(id, step, audience))
            .show(is_date, move || from_date(id, step)),
        latest(id, step),
        suiting_days(id, step),
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

/// The last day that will do, as a wait like the first (C2).
fn latest(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let ends =
        move || step.read(|step| (step.delay, step.window)).unwrap_or((Delay::AT_START, Window::default()));
    let value = move || ends().1.latest.map(|latest| latest.length().to_string()).unwrap_or_default();
    let commit: Commit = Callback::new(move |raw: String| {
        let (delay, window) = untrack(ends);
        let latest = match raw.trim() {
            "" => None,
            raw => {
                let unit = window.latest.map_or(delay.unit(), Span::unit);
                let latest = raw.parse().ok().and_then(|length| Span::new(length, unit));
                Some(latest.ok_or_else(words::latest_problem)?)
            }
        };
        session.try_edit(Edit::Step(id, StepEdit::Window(Window { latest, ..window })))
    });
    let hint = "Empty if only the first day matters.";
    Field::new("Wait at most", value, commit).kind(FieldKind::Number).hint(hint).build()
}

/// Weekdays that suit, and whether days before a holiday do.
fn suiting_days(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let window = move || step.read(|step| step.window).unwrap_or_default();
    let set = move |weekdays: Option<WorkWeek>, eves: Eves| {
        let latest = untrack(window).latest;
        session.try_edit(Edit::Step(id, StepEdit::Window(Window { latest, weekdays, eves })))
    };
    let day = move |day: Weekday| {
        let is_wanted = move || window().weekdays.is_some_and(|days| days.is_worked(day));
        check(words::weekday(day), is_wanted, move |_| {
            let window = untrack(window);
            let days = match window.weekdays {
                Some(days) => days.toggled(day).ok(),
                None => WorkWeek::from_days_off(words::WEEK.into_iter().filter(|other| *other != day)).ok(),
            };
            // All of them are as good as none.
            set(days.filter(|days| days.days_off().next().is_some()), window.eves)
        })
        .class("check check--inline")
    };
    let avoids = move || window().eves == Eves::Avoided;
    let take = move |avoids| set(untrack(window).weekdays, if avoids { Eves::Avoided } else { Eves::Taken });
    el(html::Fieldset)
        .class("weekdays")
        .child(el(html::Legend).child("Weekdays"))
        .child(words::WEEK.map(day))
        .child(check("Not right before a holiday", avoids, take))
}
