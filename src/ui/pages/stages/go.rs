//! Step 7: start, measure, adjust (A27). Its helps say that follow-up is a process (D1), that enquiries are answered
//! fast (D3, D4), and that “not now” is no refusal (D6, E8).

use leptos::prelude::*;

use crate::plan::{ActionEdit, ActionId, Audience, Edit};
use crate::ui::element::{El, attr, el, html, show};
use crate::ui::parts::{
    Field, aid_link, date_field, help, marking, other_ways, outputs, question, section, sequence_table,
    stage_page, text_commit, timeline,
};
use crate::ui::reactive::memo;
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};

/// The page.
#[inline(never)]
pub fn go() -> El {
    let session = Session::here();
    let has_steps = move || session.read(|plan| plan.steps().next().is_some());
    let content = [
        show(move || !has_steps(), no_steps),
        show(has_steps, timeline),
        show(has_steps, outputs),
        marking().into_any(),
        show(has_steps, || sequence_table(Audience::Prospect)),
        critical_path(Audience::Prospect),
        other_ways(Audience::Prospect),
        show(has_steps, || sequence_table(Audience::Customer)),
        critical_path(Audience::Customer),
        other_ways(Audience::Customer),
        measures().into_any(),
        review().into_any(),
        help(
            "The whole thing is long. How do I keep it up?",
            "<p>Follow-up is a process, not an event: how long it takes from interest to purchase is different for everybody. Look at the list once a day, do what is due, tick it off on paper. And answer every new enquiry quickly, even on a busy day: say when you will have time, set an appointment, keep it.</p>",
        )
        .into_any(),
        help(
            "Somebody said “not now”. Is that a no?",
            "<p>No. Some need it next month, next quarter or next year. Ask which, write it down, and be in touch then. Most sales are made in the follow-up, and people who have bought before are the easiest to sell to.</p>",
        )
        .into_any(),
        question(
            "Hold the results against your destination too: does it feel to your contacts the way you described it in step 2?",
        )
        .into_any(),
    ];
    stage_page(
        Stage::Go,
        "Here is your road, with its dates. Print it, hand it over, begin. Come back to write down what came of it, and look at the whole anew when the review date is there.",
        content,
    )
    .class("stage stage--wide")
}

fn link(to: Stage, words: &'static str) -> El {
    el(html::A).attr(attr::Href, Route::Workshop(to).href()).child(words)
}

/// Which steps decide when a sequence ends: those to look after first.
fn critical_path(audience: Audience) -> AnyView {
    let session = Session::here();
    let told = memo(move || words::critical_path(&session.schedule(), audience));
    let words = move || told.get().unwrap_or_default();
    show(move || told.with(Option::is_some), move || el(html::P).class("critical-path").child(words))
}

fn no_steps() -> El {
    el(html::P)
        .class("empty")
        .child("There are no steps yet. ")
        .child(link(Stage::Route, "Map the route"))
        .child(", and the dates appear here.")
}

/// When the plan is looked at anew (A3).
fn review() -> El {
    let session = Session::here();
    let field = date_field(
        "Next review date",
        "A plan ages: new tools, new products, better knowledge of your customers. Three months are a good first interval.",
        move || session.read(|plan| plan.review),
        Edit::Review,
    );
    section("Look at it anew", field).attr(attr::Id, "review-date")
}

/// The measures with their targets, and a place for what came of them (A23, A27).
fn measures() -> El {
    let session = Session::here();
    let measured = session.numbers(|plan| {
        let measured = plan.actions().filter(|(_, action)| !action.measure.is_blank());
        measured.map(|(_, action)| action.id.0).collect()
    });
    let none = || {
        el(html::P)
            .class("empty")
            .child("No action has a measure yet. ")
            .child(link(Stage::By, "Add one in step 4"))
            .child("; its result gets a place here.")
    };
    let list = el(html::Ul).class("measures").for_each(measured, |number| measure(ActionId(number)));
    let further = el(html::P)
        .child("Did it pay? ")
        .child(aid_link(Aid::Return, "Hold what came back against what was spent"))
        .child(". Which goal does each date serve? ")
        .child(aid_link(Aid::Traceability, "See which goal each date serves"))
        .child(".");
    let content = [show(move || measured.with(Vec::is_empty), none), list.into_any(), further.into_any()];
    section("Measures and results", content)
}

fn measure(id: ActionId) -> El {
    let session = Session::here();
    let action = session.action(id);
    let part = move |part: fn(&crate::plan::Action) -> String| move || action.read(part).unwrap_or_default();
    let metric = part(|action| match action.measure.metric.is_blank() {
        true => action.text.to_string(),
        false => action.measure.metric.to_string(),
    });
    let goal = move || {
        let found = session.read(|plan| plan.action(id).map(|(goal, _)| goal.text.to_string()));
        found
            .map(|goal| format!("{goal}, by {}", part(|action| action.text.to_string())()))
            .unwrap_or_default()
    };
    let target = part(|action| {
        let target = match action.measure.target.is_blank() {
            true => "not set",
            false => action.measure.target.as_str(),
        };
        let by = action.measure.by.map(|by| format!(" by {}", words::day_and_year(by))).unwrap_or_default();
        format!("Target: {target}{by}")
    });
    let result = part(|action| action.measure.result.to_string());
    let commit = text_commit(move |text| Edit::Action(id, ActionEdit::Result(text)));
    el(html::Li)
        .class("measures__item")
        .child(el(html::H3).class("measures__metric").child(metric))
        .child(el(html::P).class("measures__goal").child(goal))
        .child(el(html::P).class("measures__target").child(target))
        .child(Field::new("Result so far", result, commit).build())
}
