//! The plan’s own page.

use super::parts::*;
use super::*;

pub fn home() -> El {
    let session = Session::here();
    let title = session.slice(logic::title);
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    el(html::Article)
        .class("home")
        .child(el(html::P).class("stage__count").child(move || business.get()))
        .child(el(html::H1).attr(attr::Tabindex, "-1").child(move || title.get()))
        .child(move || way_on(session.progress().next()).into_any())
        .show(move || has_steps.get(), outputs)
        .child(tasks())
        .child(aids())
        .child(summary())
}

fn way_on(next: Option<Stage>) -> El {
    match next {
        Some(stage) => el(html::P).child(
            el(html::A)
                .class("button button--main")
                .attr(attr::Href, Route::Workshop(stage).href())
                .child(format!("Go on with {}", stage.title())),
        ),
        None => el(html::P).class("home__done").child("Every step is complete. Print it, and go."),
    }
}

fn outputs() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let extras = session.extras();
    el(html::Div)
        .class("outputs")
        .child(button(Look::Main, "Print", platform::print))
        .child(button(Look::Plain, "Export JSON", move || logic::export(session, workspace)))
        .child(check(
            "Print the reason of every date",
            move || extras.get().reasons,
            move |wanted| extras.update(|extras| extras.reasons = wanted),
        ))
        .child(check(
            "Print lines to move the dates by hand",
            move || extras.get().strips,
            move |wanted| extras.update(|extras| extras.strips = wanted),
        ))
}

fn tasks() -> El {
    let session = Session::here();
    let task = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        let said = move || format!("{:?}", state() == StageState::NotStarted);
        el(html::Li)
            .class("tasks__task")
            .class(("tasks__task--complete", move || state() == StageState::Complete))
            .child(el(html::A).attr(attr::Href, Route::Workshop(stage).href()).child(stage.title()))
            .child(el(html::Span).class("tasks__state").child(said))
    };
    let complete = move || format!("{} of 7 complete", session.progress().complete());
    group("home-steps", "The seven steps")
        .child(el(html::P).child(complete))
        .child(el(html::Ol).class("tasks").child(Stage::ALL.map(task)))
}

fn aids() -> El {
    let aid = |aid: Aid| {
        el(html::Li)
            .child(el(html::A).attr(attr::Href, Route::Aid(aid).href()).child(aid.title()))
            .child(el(html::Span).class("aids__purpose").child(aid.purpose()))
    };
    group("home-aids", "Look closer").child(el(html::Ul).class("aids").child(Aid::ALL.map(aid)))
}

fn summary() -> El {
    let rows = [
        summary_row(Stage::FreshStart, "What is sold", |plan| plan.offer.to_string()),
        summary_row(Stage::FreshStart, "Typical deal", logic::deal),
        summary_row(Stage::Destination, "As a prospect", |plan| plan.statements.prospect.to_string()),
        summary_row(Stage::Destination, "As a customer", |plan| plan.statements.customer.to_string()),
        summary_row(Stage::Goals, "Goals", logic::goals),
        summary_row(Stage::By, "Actions", logic::actions),
        summary_row(Stage::Route, "Sequences", logic::sequences),
        summary_row(Stage::Prepare, "People", logic::people),
        summary_row(Stage::Go, "Next review", logic::review),
    ];
    group("home-summary", "What the plan says").child(el(html::Dl).class("summary").child(rows))
}

fn summary_row(stage: Stage, name: &'static str, part: fn(&PlanParts) -> String) -> El {
    let value = Session::here().slice(part);
    let shown = move || match value.get().trim() {
        "" => el(html::Span).class("summary__blank").child("Not yet").into_any(),
        value => value.to_owned().into_any(),
    };
    let change = el(html::A)
        .attr(attr::Href, Route::Workshop(stage).href())
        .child("Change")
        .child(el(html::Span).class("visually-hidden").child(format!(" {}", name.to_ascii_lowercase())));
    el(html::Div)
        .class("summary__row")
        .child(el(html::Dt).child(name))
        .child(el(html::Dd).child(shown))
        .child(el(html::Dd).class("summary__change").child(change))
}
