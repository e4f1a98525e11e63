//! The steps of a sequence.

use super::parts::*;
use super::*;

pub fn steps() -> El {
    let steps = Session::here().steps(Audience::Prospect);
    el(html::Ol).class("steps").for_each(steps, move |number| step_editor(StepId(number), steps))
}

fn step_editor(id: StepId, steps: Memo<Vec<u32>>) -> El {
    let session = Session::here();
    let step = session.step(id);
    let number = move || step.number();
    let name = Signal::derive(move || format!("Step {}", number()));
    let what = move || step.read(|step| step.what.to_string()).unwrap_or_default();
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    let commit = logic::text_commit(move |text| Edit::Step(id, StepEdit::What(text)));
    let channel = select(
        "Channel",
        move || logic::channel_of(step),
        logic::channels(),
        move |value| {
            logic::choose_channel(session, id, &value);
        },
    );
    let body = el(html::Div)
        .class("step__body")
        .attr(attr::Role, "group")
        .aria_label(move || name.get())
        .child(field("What happens", "", what, commit))
        .child(el(html::Div).class("step__when").child(channel))
        .child(conditions(id, step))
        .child(
            el(html::P)
                .class("step__due")
                .child("Due ")
                .child(el(html::Time).date(move || step.due_settled()))
                .child(el(html::Span).class("step__goal").child(goal)),
        )
        .child(step_tools(id, steps, name));
    el(html::Li)
        .class("step")
        .attr(attr::Id, format!("step-{}", id.0))
        .child(
            el(html::Span)
                .class("step__number")
                .attr(attr::AriaHidden, "true")
                .child(move || number().to_string()),
        )
        .child(body)
}

fn conditions(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let is_wanted = RwSignal::new(false);
    let said = move || match step.conditions() {
        said if said.is_empty() => "Days that suit, attempts, outcomes".to_owned(),
        said => said,
    };
    let content = move || {
        let attempts = move || step.read(|step| step.attempts).unwrap_or_default();
        let day = move |day: chrono::Weekday| {
            let is_wanted = move || logic::window_of(step).weekdays.is_some_and(|days| days.is_worked(day));
            check(words::weekday(day), is_wanted, move |_| logic::toggle_day(session, step, id, day))
        };
        let avoids = move || logic::window_of(step).eves == followthrough::plan::Eves::Avoided;
        el(html::Div)
            .class("step__conditions")
            .child(
                el(html::Fieldset)
                    .class("weekdays")
                    .child(el(html::Legend).child("Best on"))
                    .child(words::WEEK.map(day))
                    .child(check("Not right before a holiday", avoids, move |is| {
                        logic::set_eves(session, step, id, is);
                    })),
            )
            .child(
                el(html::Div)
                    .class("fields-in-a-row")
                    .child(field(
                        "Try at most so often",
                        "",
                        move || attempts().count().to_string(),
                        logic::attempts_commit(step, id, false),
                    ))
                    .child(field(
                        "Working days between attempts",
                        "Counted from one to the next.",
                        move || attempts().gap().to_string(),
                        logic::attempts_commit(step, id, true),
                    )),
            )
            .child(select(
                "What will come of this step?",
                move || logic::expected_of(step),
                logic::outcomes(),
                move |value| logic::choose_outcome(session, id, &value),
            ))
    };
    el(html::Details)
        .class("fold")
        .on(ev::toggle, move |_| is_wanted.set(true))
        .child(el(html::Summary).child(said))
        .show(move || is_wanted.get(), content)
}

fn step_tools(id: StepId, steps: Memo<Vec<u32>>, name: Signal<String>) -> El {
    let session = Session::here();
    let place = Signal::derive(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id.0).unwrap_or(0), steps.len()))
    });
    let go = move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied());
        let edit = Edit::Step(id, StepEdit::Before(Audience::Prospect, before.map(StepId)));
        session.edit_and_say(edit, format!("Now step {} of {of}", to + 1));
    };
    let act = move |edit: StepEdit, words: &str| session.edit_and_say(Edit::Step(id, edit), words);
    let arrow = move |way: &'static str, sign: &'static str, target: fn((usize, usize)) -> Option<usize>| {
        let press = move || {
            if let Some(to) = target(untrack(|| place.get())) {
                go(to);
            }
        };
        button(Look::Small, sign, press)
            .attr(data::Move, way)
            .aria_label(move || format!("Move {} {way}", name.get()))
            .attr(attr::AriaDisabled, move || target(place.get()).is_none().then(|| "true".to_owned()))
    };
    el(html::Div)
        .class("step__tools")
        .child(arrow("up", "↑", |(at, _)| at.checked_sub(1)))
        .child(arrow("down", "↓", |(at, of)| (at + 1 < of).then_some(at + 1)))
        .child(row_button(
            Look::Quiet,
            "Copy",
            move || format!("Copy {}", name.get()),
            move || act(StepEdit::Copy, "Copied"),
        ))
        .child(row_button(
            Look::Quiet,
            "Remove",
            move || format!("Remove {}", name.get()),
            move || act(StepEdit::Remove, "Removed. Undo brings it back."),
        ))
}
