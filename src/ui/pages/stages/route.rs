//! Step 5: actions become the dated steps of two sequences (A25, B1-B8, B11-B13). Its helps say how long to wait (C2,
//! C3, C5, E9) and what follows a call (B5, C7, C9).

mod calendar;

mod closures;

mod dated_list;

mod days_off;

mod entry;

mod events;

mod holiday_days;

mod day_choice;

mod holiday_offer;

mod holiday_looking;

mod holiday_file;

mod holiday_search;

mod holidays;

mod moved_people;

mod yearly;

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{ActionId, Audience, Edit, PlanParts};
use crate::platform;
use crate::roster::{Contact, Enrolment};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html, show};
use crate::ui::parts::{
    Look, aid_link, button, check, date_field, help, keeping_focus, question, row_button, sequence_grid,
    stage_page, unsorted_goals,
};
use crate::words;
use crate::workshop::{Aid, Stage};
use calendar::working_days;
use events::events;
pub use holiday_looking::{FIELD, Looking};
pub use holiday_offer::HolidaysOf;
pub use holiday_search::search;
use moved_people::moved_people;

/// The page.
#[inline(never)]
pub fn map_route() -> El {
    let content = [
        el(html::Div).child(unsorted_goals()).child(reach()),
        sequence(Audience::Prospect),
        sequence(Audience::Customer),
        events(),
        working_days(),
        help(
            "How long should I wait between steps?",
            "<p>A welcome comes at once. What you offer in detail comes within two weeks. Calls need air: one to three weeks between two of them. A newsletter once a month is enough for people who are only looking around. After a purchase, something that goes with it fits about a month later. These are starting points; your people and your product decide.</p>",
        ),
        help(
            "What if nobody answers the phone?",
            "<p>A call with nothing planned after it rarely leads anywhere. Call up to three times, on different days and at different hours, and decide beforehand what comes next if all three fail: a letter, an e-mail, or a longer pause. Silence is not a no.</p>",
        ),
        help(
            "How are working days counted?",
            "<p>As a spreadsheet counts them with WORKDAY: three working days after a Wednesday is the next Monday, and your days off are skipped. Calendar days, weeks and months are counted on the calendar; when they end on a day off, the next working day is taken. A month after 31 January is the end of February.</p>",
        ),
        question("Follow the road with your finger: would you like to be met at this pace?"),
        moved_people(),
    ];
    stage_page(
        Stage::Route,
        "Lay your actions out as steps: what happens, when, who does it and how. The dates follow everything you type.",
        content,
    )
    .class("stage stage--wide")
}

/// Whom a change of the steps reaches, where people are under way on them.
fn reach() -> AnyView {
    let session = Session::here();
    let under_way = move || {
        // Not those who go by the steps as they were once.
        let is_on_these = |it: &Enrolment| it.is_open() && it.version.is_none();
        let is_reached = |contact: &&Arc<Contact>| contact.enrolments.iter().any(is_on_these);
        session.roster().with(|roster| roster.contacts().filter(is_reached).count())
    };
    let spares = session.spares_people();
    let content = move || {
        let said = move || match spares.get() {
            true => words::people_spared(under_way()),
            false => words::people_under_way(under_way()),
        };
        let words = "Leave them on the steps they have: what I change is for who starts from now on";
        el(html::Div).class("route__reach").child(el(html::P).child(said)).child(check(
            words,
            move || spares.get(),
            move |is_wanted| spares.set(is_wanted),
        ))
    };
    show(move || under_way() > 0, content)
}

/// The day a sequence starts; that of the customers follows unless it has a day of its own (B1).
fn start(audience: Audience) -> El {
    let session = Session::here();
    let own_day = move || session.read(|plan| plan.runs.of(audience).start);
    let edit = move |date| Edit::Start(audience, date);
    match audience {
        Audience::Prospect => date_field("Start date", "", own_day, edit).attr(attr::Id, "start-date"),
        Audience::Customer => {
            let hint = "Leave it empty to begin on the day above.";
            date_field("First day for customers", hint, own_day, edit)
        }
    }
}

/// One sequence: what sets it off and when, and its steps.
fn sequence(audience: Audience) -> El {
    let session = Session::here();
    let title = match audience {
        Audience::Prospect => "Before the first purchase",
        Audience::Customer => "From the first purchase on",
    };
    let starts = move || {
        let trigger = session.read(|plan| plan.sequences.of(audience).trigger.to_string());
        if trigger.trim().is_empty() { trigger } else { format!("Starts when: {trigger}") }
    };
    let none = || {
        el(html::P)
            .class("empty")
            .child("No steps yet. Put your actions on the route, type a step, or ")
            .child(aid_link(Aid::Recipes, "begin with a recipe"))
            .child(".")
    };
    let steps = session.steps(audience);
    let titled = el(html::Div)
        .child(el(html::H2).child(title))
        .child(el(html::P).class("route__trigger").child(starts));
    el(html::Section)
        .class("route")
        .aria_label(title)
        .child(el(html::Div).class("route__head").child([titled, start(audience)]))
        .child(off_route(audience))
        .show(move || steps.with(Vec::is_empty), none)
        .child(sequence_grid(audience))
        .child(aid_link(Aid::Recipes, "Start from a recipe").class("route__recipe"))
}

/// Actions that no step carries out yet (A25, F1).
fn off_route(audience: Audience) -> AnyView {
    let session = Session::here();
    let actions = session.numbers(move |plan| unlaid(plan, audience));
    let lead = move || match actions.with(Vec::len) {
        1 => "1 action is not on the route yet".to_owned(),
        count => format!("{count} actions are not on the route yet"),
    };
    let lay_out = move || {
        let first = session.plan_now().next_id();
        let actions: Vec<_> = unlaid(&session.plan_now(), audience).into_iter().map(ActionId).collect();
        let laid = session.lay_out(audience, &actions);
        session.announce(laid.err().unwrap_or_else(|| "All actions are on the route".to_owned()));
        focus_step(first);
    };
    let content = move || {
        el(html::Section)
            .class("off-route")
            .aria_label("Actions not on the route yet")
            .child(el(html::P).class("off-route__lead").child(lead))
            .child(button(Look::Main, "Put all on the route", lay_out))
            .child(el(html::Ul).for_each(actions, move |number| off_route_action(ActionId(number), audience)))
    };
    show(move || !actions.with(Vec::is_empty), content)
}

/// The button that was pressed has gone; what it made has not.
fn focus_step(id: u32) {
    request_animation_frame(move || platform::focus(&format!("#step-{id} [data-cell=what]")));
}

fn unlaid(plan: &PlanParts, audience: Audience) -> Vec<u32> {
    let actions = plan.goals_for(audience).flat_map(|goal| &goal.actions);
    let off = actions.filter(|action| !action.text.is_blank() && !plan.is_on_route(action.id));
    off.map(|action| action.id.0).collect()
}

fn off_route_action(id: ActionId, audience: Audience) -> El {
    let session = Session::here();
    let action = session.action(id);
    let text = move || action.read(|action| action.text.to_string()).unwrap_or_default();
    let goal = move || {
        let goal = session.read(|plan| plan.action(id).map(|(goal, _)| goal.text.to_string()));
        goal.unwrap_or_default()
    };
    let add = move || {
        keeping_focus(|| {
            let laid = session.lay_out(audience, &[id]);
            session.announce(laid.err().unwrap_or_else(|| format!("{} is now a step", untrack(text))));
        });
    };
    let words =
        el(html::Span).child(text).child(" ").child(el(html::Small).class("off-route__goal").child(goal));
    el(html::Li).class("off-route__action").child(words).child(row_button(
        Look::Small,
        "Add as a step",
        move || format!("Add as a step: {}", text()),
        add,
    ))
}
