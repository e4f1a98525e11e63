//! Step 6: people, tools and content for each step (A26, B7, B8). Its helps say what to ask (D5) and how to take up a
//! lapsed contact again (E11-E15).

mod people;

use leptos::prelude::*;

use crate::plan::{Audience, Edit, Readiness, Step, StepEdit, StepId};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, show};
use crate::ui::parts::{
    Field, FieldKind, check, due, help, is_long, question, select, stage_page, text_commit, who_from,
    who_options, who_value,
};
use crate::ui::reactive::memo;
use crate::ui::{FollowedStep, Route, Session};
use crate::words;
use crate::workshop::{Missing, Stage};
use people::people;

/// The page.
#[inline(never)]
pub fn prepare() -> El {
    let session = Session::here();
    let is_empty = move || session.read(|plan| plan.steps().next().is_none());
    let no_steps = || {
        el(html::P)
            .class("empty")
            .child("There are no steps yet. ")
            .child(el(html::A).attr(attr::Href, Route::Workshop(Stage::Route).href()).child("Map the route"))
            .child(" first; each step gets a place here.")
    };
    let content = [
        still_missing(),
        people().into_any(),
        show(is_empty, no_steps),
        sequence(Audience::Prospect).into_any(),
        sequence(Audience::Customer).into_any(),
        help(
            "I never know what to say.",
            "<p>Write as you would talk to one person you like. Begin with them, not with you: what are they looking for, why, what does their decision depend on, is it soon? One thought and one question are enough for a message.</p><p>After a long silence do not pretend that nothing happened. Say who you are, that you want to be in touch again, that the silence was your mistake, and go on from what they answer. It is never too late.</p>",
        )
        .into_any(),
        help(
            "Do I need software for this?",
            "<p>No. A calendar, the printed plan and discipline do it, and software needs the discipline too. If you use a system, you now know exactly what to put into it. Personal where the value is high and the people are few; automatic where they are many.</p>",
        )
        .into_any(),
        question("Could somebody else do tomorrow’s step from this page alone? Then it is prepared.").into_any(),
    ];
    stage_page(
        Stage::Prepare,
        "Who does each step, with what, and what do they say? Prepare it once, and every new contact after that costs you minutes.",
        content,
    )
}

/// What is still missing on this page, each a way to its place.
fn still_missing() -> AnyView {
    let session = Session::here();
    let here = move || {
        let missing = session.missing();
        missing.iter().copied().filter(|what| what.stage() == Stage::Prepare).collect::<Vec<_>>()
    };
    let count = memo(move || here().len());
    let lead = move || match count.get() {
        1 => "1 thing is still missing".to_owned(),
        count => format!("{count} things are still missing"),
    };
    let items = move || {
        let items: Vec<_> = here().into_iter().map(|what| missing_item(session, what)).collect();
        el(html::Ul).child(items).into_any()
    };
    let content = move || {
        el(html::Details).class("group still-missing").child(el(html::Summary).child(lead)).child(items)
    };
    show(move || count.get() > 0, content)
}

fn missing_item(session: Session, missing: Missing) -> El {
    let words = session.read(|plan| words::missing(plan, missing));
    let go = move || {
        if let Missing::Who(id) | Missing::Tools(id) | Missing::Unready(id) = missing {
            platform::focus(&format!("#prepare-{} select", id.0));
        }
    };
    el(html::Li).child(
        el(html::Button).attr(attr::Type, "button").class("link").child(words).on(ev::click, move |_| go()),
    )
}

fn sequence(audience: Audience) -> El {
    let steps = Session::here().steps(audience);
    let title = match audience {
        Audience::Prospect => "Prospect sequence",
        Audience::Customer => "Customer sequence",
    };
    el(html::Section)
        .class("group")
        .aria_label(title)
        .hidden(move || steps.with(Vec::is_empty))
        .child(el(html::H2).child(title))
        .child(
            el(html::Ol)
                .class("steps")
                .class(("steps--long", is_long(steps)))
                .for_each(steps, move |number| step_sheet(StepId(number), audience)),
        )
}

/// What a step needs to be ready.
fn step_sheet(id: StepId, audience: Audience) -> El {
    let session = Session::here();
    let step = session.step(id);
    let number = move || step.number();
    let text = move |part: fn(&Step) -> String| move || step.read(part).unwrap_or_default();
    let what = text(|step| match step.what.is_blank() {
        true => "Not described yet".to_owned(),
        false => step.what.to_string(),
    });
    let is_ready = move || step.read(|step| step.readiness) == Some(Readiness::Ready);
    let set_ready = move |ready: bool| {
        let readiness = if ready { Readiness::Ready } else { Readiness::ToPrepare };
        session.edit(Edit::Step(id, StepEdit::Readiness(readiness)));
    };
    let tools_commit = text_commit(move |text| Edit::Step(id, StepEdit::Tools(text)));
    let tools = Field::new("Tools and resources", text(|step| step.tools.to_string()), tools_commit).build();
    let notes_commit = text_commit(move |text| Edit::Step(id, StepEdit::Notes(text)));
    let notes =
        Field::new("The message, or notes for the call", text(|step| step.notes.to_string()), notes_commit)
            .kind(FieldKind::Prose)
            .build();
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    let due_and_goal = el(html::Span)
        .class("step__due")
        .child(due(step))
        .child(el(html::Span).class("step__goal").child(goal));
    let body = el(html::Div)
        .class("step__body")
        .attr(attr::Role, "group")
        .aria_label(move || format!("{} step {}", words::audience(audience), number()))
        .child(el(html::P).class("step__what").child(what).child(due_and_goal))
        .child(el(html::Div).class("fields-in-a-row").child([who_select(id, step), tools]))
        .child(notes)
        .child(check("Ready to go", is_ready, set_ready));
    el(html::Li)
        .class("step")
        .attr(attr::Id, format!("prepare-{}", id.0))
        .child(
            el(html::Span)
                .class("step__number")
                .attr(attr::AriaHidden, "true")
                .child(move || number().to_string()),
        )
        .child(body)
}

/// Who does it: a role, or somebody by name (B7).
fn who_select(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let value = move || step.read(|step| step.who).flatten().map(who_value).unwrap_or_default();
    // The list is made anew when somebody is added or renamed, not at each keystroke.
    let options = memo(move || {
        session.read(|plan| {
            let none = (String::new(), "Choose…".to_owned());
            std::iter::once(none).chain(who_options(plan)).collect::<Vec<_>>()
        })
    });
    let choose = move |value: String| session.edit(Edit::Step(id, StepEdit::Who(who_from(&value))));
    select("Who does it", value, move || options.get(), choose)
}
