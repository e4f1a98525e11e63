//! How often one contact hears from you (C6, E9, F5).

use leptos::prelude::*;

use crate::advice::Cadence;
use crate::plan::{Channel, Plan};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{aid_link, aid_page, cadence_chart, cadence_facts};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};

/// The page.
#[inline(never)]
pub fn cadence() -> El {
    let session = Session::here();
    // Nothing on this page is typed into, so it is made anew after each change.
    let content = move || {
        let plan = session.plan().get();
        let felt = Cadence::of(&plan, &session.schedule());
        if felt.is_empty() { nothing(&plan).into_any() } else { shown(&plan, &felt).into_any() }
    };
    aid_page(
        Aid::Cadence,
        "Too much annoys, too little is forgotten. Here is what one contact gets to feel of the plan, week by week, all channels together.",
        el(html::Div).class("cadence-page").child(content),
    )
}

/// What leads on where there is nothing to show.
fn nothing(plan: &Plan) -> El {
    let reaches = plan.steps().any(|step| step.channel.is_some_and(|it| it != Channel::Internal));
    let words = match (plan.steps().next().is_some(), reaches) {
        (false, _) => {
            "There are no steps yet. As soon as they have channels and dates, their cadence shows here. "
        }
        (true, false) => {
            "No step reaches a contact yet. Choose a channel for each, and their cadence shows here. "
        }
        (true, true) => {
            "The steps have no dates yet. Give the plan a start date, and their cadence shows here. "
        }
    };
    let link = el(html::A).attr(attr::Href, Route::Workshop(Stage::Route).href()).child(Stage::Route.title());
    el(html::P).class("empty").child(words).child(link)
}

fn shown(plan: &Plan, felt: &[Cadence]) -> El {
    let one = |cadence: &Cadence| {
        let title = words::cadence_title(cadence.audience);
        el(html::Section)
            .class("cadence-page__part")
            .aria_label(title)
            .child(el(html::H2).child(title))
            .child(cadence_chart(cadence))
            .child(cadence_facts(plan, cadence))
    };
    let uncounted = plan.steps().filter(|step| step.channel.is_none()).count();
    let uncounted = (uncounted > 0).then(|| el(html::P).child(words::uncounted(uncounted)));
    let apart = (felt.len() > 1).then(|| {
        el(html::P)
            .child("Both are shown apart, since the customer sequence has no first day of its own yet. ")
            .child("Once it has one, they count together for one contact.")
    });
    let limits = el(html::P)
        .child("The limits of each channel are starting points. ")
        .child(aid_link(Aid::Channels, "Change them, or take those of your kind of business"));
    el(html::Div)
        .child(felt.iter().map(one).collect::<Vec<_>>())
        .child(el(html::Div).class("cadence-page__notes").child(uncounted).child(apart).child(limits))
}
