//! The plan on paper (B9): a cover brief and the two sequences with boxes to tick.
//!
//! It is made at the moment of printing, from the plan as it is then, and taken away afterwards: whatever page
//! is on the screen, printing prints the plan.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::plan::{Action, Audience, Goal, Plan};
use crate::platform;
use crate::schedule::Schedule;
use crate::ui::{Desk, Session, words};

/// Puts the sheet on the page whenever it is about to be printed.
pub fn print_sheet_on_demand(session: Session, desk: Desk) {
    let sheet = StoredValue::new_local(None::<UnmountHandle<_>>);
    _ = window_event_listener_untyped("beforeprint", move |_| {
        if !untrack(|| desk.has_plan()) {
            return;
        }
        let Some(place) = document().get_element_by_id("sheet") else { return };
        let (plan, today) = (session.plan_now(), desk.today());
        let schedule = Schedule::of(&plan);
        sheet.set_value(Some(mount_to(place.unchecked_into::<HtmlElement>(), move || {
            view! { <Sheet plan=(*plan).clone() schedule printed=words::day_and_year(today) /> }
        })));
    });
    _ = window_event_listener_untyped("afterprint", move |_| sheet.set_value(None));
}

#[component]
fn Sheet(plan: Plan, schedule: Schedule, printed: String) -> impl IntoView {
    let title = [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map(ToString::to_string);
    let title = title.unwrap_or_else(|| "Follow-up plan".to_owned());
    view! {
        <article class="sheet">
            {cover(&plan, &title, &printed)}
            {Audience::BOTH.map(|audience| sequence(&plan, &schedule, audience, &title)).collect_view()}
        </article>
    }
}

/// Destinations, goals with their "by", measures.
fn cover(plan: &Plan, title: &str, printed: &str) -> impl IntoView + use<> {
    let deal = plan.deal_value.map(|value| format!("Typical deal: {}", platform::money(value, plan.currency)));
    let review = plan.review.map(|date| format!("Next review: {}", words::day_and_year(date)));
    let facts: Vec<_> = [
        Some(plan.business.to_string()).filter(|text| !text.trim().is_empty()),
        Some(plan.offer.to_string()).filter(|text| !text.trim().is_empty()),
        deal,
        review,
        Some(format!("Printed {printed}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let destination = |audience: Audience| {
        let statement = plan.statements.of(audience);
        (!statement.is_blank()).then(|| {
            let name = match audience {
                Audience::Prospect => "As a prospect",
                Audience::Customer => "As a customer",
            };
            view! { <div><h3>{name}</h3><p class="sheet__statement">{statement.to_string()}</p></div> }
        })
    };
    let goals = |audience: Option<Audience>| {
        let goals: Vec<_> = plan.goals.iter().filter(|goal| goal.audience == audience).collect();
        (!goals.is_empty()).then(|| {
            let name = match audience {
                Some(Audience::Prospect) => "Goals for prospects",
                Some(Audience::Customer) => "Goals for customers",
                None => "Goals not sorted yet",
            };
            view! {
                <section class="sheet__goals">
                    <h2>{name}</h2>
                    <ul>{goals.into_iter().map(goal_on_paper).collect_view()}</ul>
                </section>
            }
        })
    };
    let has_destination = plan.statements.iter().any(|(_, statement)| !statement.is_blank());
    view! {
        <header class="sheet__cover">
            <h1>{title.to_owned()}</h1>
            <p class="sheet__facts">{facts.join(" · ")}</p>
            {has_destination.then(|| view! {
                <section>
                    <h2>"Destination"</h2>
                    <div class="sheet__destinations">{Audience::BOTH.map(destination).collect_view()}</div>
                </section>
            })}
            {goals(Some(Audience::Prospect))} {goals(Some(Audience::Customer))} {goals(None)}
        </header>
    }
}

fn goal_on_paper(goal: &Goal) -> impl IntoView + use<> {
    let action = |action: &Action| {
        let measure = &action.measure;
        let line = (!measure.is_blank()).then(|| {
            let part = |name: &str, text: &str| {
                if text.trim().is_empty() { String::new() } else { format!("{name} {text}. ") }
            };
            let by = measure.by.map(|by| format!("By {}. ", words::day_and_year(by))).unwrap_or_default();
            let parts = [
                part("Measure:", measure.metric.as_str()),
                part("Target:", measure.target.as_str()),
                by,
                part("Result:", measure.result.as_str()),
            ];
            view! { <span class="sheet__measure">{parts.concat()}</span> }
        });
        view! { <li>"by " {action.text.to_string()} {line}</li> }
    };
    let actions = goal.actions.iter().map(action).collect_view();
    view! { <li><strong>{goal.text.to_string()}</strong> <ul>{actions}</ul></li> }
}

/// One sequence as a dated table with a box to tick.
fn sequence(plan: &Plan, schedule: &Schedule, audience: Audience, title: &str) -> impl IntoView + use<> {
    let name = format!("{} sequence", words::audience(audience));
    let trigger = &plan.sequences.of(audience).trigger;
    let starts = (!trigger.is_blank()).then(|| format!("Starts when: {trigger}"));
    let steps = &plan.sequences.of(audience).steps;
    let rows = steps.iter().zip(schedule.steps(audience)).map(|(step, dated)| {
        let due = dated.due.map(words::day_and_year);
        let notice = dated.notice.map(words::notice);
        let due = [due, notice].into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let notes = (!step.notes.is_blank()).then(|| {
            view! { <p class="sheet__notes">{step.notes.to_string()}</p> }
        });
        view! {
            <tr>
                <td class="sheet__box"><span class="sheet__tick"></span></td>
                <td>{dated.number}</td>
                <td>{step.what.to_string()} {notes}</td>
                <td>{words::delay(step.delay, dated.number)}</td>
                <td class="sheet__due">{due}</td>
                <td>{step.who.map(|who| words::responsible(plan, who))}</td>
                <td>{words::with(step)}</td>
            </tr>
        }
    });
    let empty = steps.is_empty().then(|| view! { <tr><td colspan="7">"No steps yet."</td></tr> });
    let rows = rows.collect_view();
    view! {
        <section class="sheet__sequence">
            <h2>{name.clone()}</h2>
            {starts.map(|starts| view! { <p>{starts}</p> })}
            <table aria-label=name.clone()>
                <thead>
                    <tr class="sheet__running">
                        <th colspan="7">{format!("{title}: {}", name.to_lowercase())}</th>
                    </tr>
                    <tr>
                        <th class="sheet__box">"Done"</th>
                        <th>"Step"</th>
                        <th>"What"</th>
                        <th>"When"</th>
                        <th>"Due"</th>
                        <th>"Who"</th>
                        <th>"With"</th>
                    </tr>
                </thead>
                <tbody>{rows} {empty}</tbody>
            </table>
        </section>
    }
}
