//! The open plan at a glance: its summary, its seven steps with their state, its road.

use leptos::prelude::*;

use crate::plan::{Audience, PlanParts};
use crate::platform;
use crate::ui::parts::{Outputs, PlanRoad, Shown, state_words};
use crate::ui::{Route, Session, words};
use crate::workshop::{Progress, Stage, StageState};

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let session = Session::here();
    let title = session.slice(|plan| match plan.name.as_str().trim() {
        "" => "Your plan".to_owned(),
        name => name.to_owned(),
    });
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    view! {
        <article class="home">
            <p class="stage__count">{business}</p>
            <h1 tabindex="-1">{title}</h1>
            {move || match session.progress().with(Progress::next) {
                Some(stage) => view! {
                    <p>
                        <a class="button button--main" href=Route::Workshop(stage).href()>
                            {format!("Go on with {}", stage.title())}
                        </a>
                    </p>
                }.into_any(),
                None => view! { <p class="home__done">"Every step is complete. Print it, and go."</p> }.into_any(),
            }}
            <Shown when=move || has_steps.get()>
                <PlanRoad />
                <Outputs />
            </Shown>
            <Tasks />
            <Summary />
        </article>
    }
}

/// The seven steps as a list with their state, computed from the plan.
#[component]
fn Tasks() -> impl IntoView {
    let session = Session::here();
    let progress = session.progress();
    let task = move |stage: Stage| {
        let state = move || progress.with(|progress| progress.state(stage));
        view! {
            <li class="tasks__task" class:tasks__task--complete=move || state() == StageState::Complete>
                <a href=Route::Workshop(stage).href()>{stage.title()}</a>
                <span class="tasks__state">{move || state_words(state())}</span>
            </li>
        }
    };
    view! {
        <section class="group" aria-labelledby="home-steps">
            <h2 id="home-steps">"The seven steps"</h2>
            <p>{move || format!("{} of 7 complete", progress.with(Progress::complete))}</p>
            <ol class="tasks">{Stage::ALL.map(task).collect_view()}</ol>
        </section>
    }
}

/// What the plan says, each with a link to change it.
#[component]
fn Summary() -> impl IntoView {
    view! {
        <section class="group" aria-labelledby="home-summary">
            <h2 id="home-summary">"What the plan says"</h2>
            <dl class="summary">
                <SummaryRow stage=Stage::FreshStart name="What is sold" part=|plan| plan.offer.to_string() />
                <SummaryRow stage=Stage::FreshStart name="Typical deal" part=deal />
                <SummaryRow
                    stage=Stage::Destination
                    name="As a prospect"
                    part=|plan| plan.statements.prospect.to_string()
                />
                <SummaryRow
                    stage=Stage::Destination
                    name="As a customer"
                    part=|plan| plan.statements.customer.to_string()
                />
                <SummaryRow stage=Stage::Goals name="Goals" part=goals />
                <SummaryRow stage=Stage::By name="Actions" part=actions />
                <SummaryRow stage=Stage::Route name="Sequences" part=sequences />
                <SummaryRow stage=Stage::Prepare name="People" part=people />
                <SummaryRow stage=Stage::Go name="Next review" part=review />
            </dl>
        </section>
    }
}

#[component]
fn SummaryRow(stage: Stage, name: &'static str, part: fn(&PlanParts) -> String) -> impl IntoView {
    let value = Session::here().slice(part);
    let shown = move || match value.get().trim() {
        "" => view! { <span class="summary__blank">"Not yet"</span> }.into_any(),
        value => value.to_owned().into_any(),
    };
    view! {
        <div class="summary__row">
            <dt>{name}</dt>
            <dd>{move || shown()}</dd>
            <dd class="summary__change">
                <a href=Route::Workshop(stage).href()>
                    "Change" <span class="visually-hidden">{format!(" {}", name.to_lowercase())}</span>
                </a>
            </dd>
        </div>
    }
}

fn deal(plan: &PlanParts) -> String {
    let value = plan.deal_value.map(|value| platform::money(value, plan.currency));
    let contacts = plan.contacts_a_month.map(|count| format!("{count} new contacts a month"));
    [value, contacts].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn goals(plan: &PlanParts) -> String {
    if plan.goals.is_empty() {
        return String::new();
    }
    let count = |audience| plan.goals_for(audience).count();
    let (prospect, customer) = (count(Audience::Prospect), count(Audience::Customer));
    let unsorted = plan.goals.len() - prospect - customer;
    let rest = if unsorted == 0 { String::new() } else { format!(", {unsorted} not sorted yet") };
    format!("{prospect} for prospects, {customer} for customers{rest}")
}

fn actions(plan: &PlanParts) -> String {
    match (plan.actions().count(), plan.actions().filter(|(_, action)| !action.measure.is_blank()).count()) {
        (0, _) => String::new(),
        (all, measured) => format!("{all} in all, {measured} with a measure"),
    }
}

fn sequences(plan: &PlanParts) -> String {
    if plan.steps().next().is_none() {
        return String::new();
    }
    let (prospect, customer) = (plan.sequences.prospect.steps.len(), plan.sequences.customer.steps.len());
    let start = plan.start(Audience::Prospect).map(|day| format!(", from {}", words::day_and_year(day)));
    format!("{prospect} prospect steps, {customer} customer steps{}", start.unwrap_or_default())
}

fn people(plan: &PlanParts) -> String {
    let mut names: Vec<_> =
        plan.steps().filter_map(|step| step.who).map(|who| words::responsible(plan, who)).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

fn review(plan: &PlanParts) -> String {
    plan.review.map(words::day_and_year).unwrap_or_default()
}
