//! The plan’s own page.

use super::parts::*;
use super::*;

pub fn home() -> impl IntoView {
    let session = Session::here();
    let title = session.slice(logic::title);
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    view! {
        <article class="home">
            <p class="stage__count">{move || business.get()}</p>
            <h1 tabindex="-1">{move || title.get()}</h1>
            {move || way_on(session.progress().next())}
            <Show when=move || has_steps.get()>
                <Outputs/>
            </Show>
            <Tasks/>
            <Aids/>
            <Summary/>
        </article>
    }
}

fn way_on(next: Option<Stage>) -> AnyView {
    match next {
        Some(stage) => view! {
            <p>
                <a class="button button--main" href=Route::Workshop(stage).href()>
                    {format!("Go on with {}", stage.title())}
                </a>
            </p>
        }
        .into_any(),
        None => view! { <p class="home__done">"Every step is complete. Print it, and go."</p> }.into_any(),
    }
}

#[component]
fn Outputs() -> impl IntoView {
    let (session, workspace) = (Session::here(), Workspace::here());
    let extras = session.extras();
    view! {
        <div class="outputs">
            <Button look=Look::Main words="Print" act=|()| platform::print()/>
            <Button look=Look::Plain words="Export JSON" act=move |()| logic::export(session, workspace)/>
            <Check
                words="Print the reason of every date"
                is_ticked=Signal::derive(move || extras.get().reasons)
                take=move |wanted| extras.update(|extras| extras.reasons = wanted)
            />
            <Check
                words="Print lines to move the dates by hand"
                is_ticked=Signal::derive(move || extras.get().strips)
                take=move |wanted| extras.update(|extras| extras.strips = wanted)
            />
        </div>
    }
}

#[component]
fn Tasks() -> impl IntoView {
    let session = Session::here();
    let task = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        view! {
            <li class="tasks__task" class:tasks__task--complete=move || state() == StageState::Complete>
                <a href=Route::Workshop(stage).href()>{stage.title()}</a>
                <span class="tasks__state">{move || format!("{:?}", state() == StageState::NotStarted)}</span>
            </li>
        }
    };
    view! {
        <Group id="home-steps" heading="The seven steps">
            <p>{move || format!("{} of 7 complete", session.progress().complete())}</p>
            <ol class="tasks">{Stage::ALL.map(task).into_iter().collect_view()}</ol>
        </Group>
    }
}

#[component]
fn Aids() -> impl IntoView {
    let aid = |aid: Aid| {
        view! {
            <li>
                <a href=Route::Aid(aid).href()>{aid.title()}</a>
                <span class="aids__purpose">{aid.purpose()}</span>
            </li>
        }
    };
    view! {
        <Group id="home-aids" heading="Look closer">
            <ul class="aids">{Aid::ALL.map(aid).into_iter().collect_view()}</ul>
        </Group>
    }
}

#[component]
fn Summary() -> impl IntoView {
    view! {
        <Group id="home-summary" heading="What the plan says">
            <dl class="summary">
                <SummaryRow stage=Stage::FreshStart name="What is sold" part=|plan| plan.offer.to_string()/>
                <SummaryRow stage=Stage::FreshStart name="Typical deal" part=logic::deal/>
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
                <SummaryRow stage=Stage::Goals name="Goals" part=logic::goals/>
                <SummaryRow stage=Stage::By name="Actions" part=logic::actions/>
                <SummaryRow stage=Stage::Route name="Sequences" part=logic::sequences/>
                <SummaryRow stage=Stage::Prepare name="People" part=logic::people/>
                <SummaryRow stage=Stage::Go name="Next review" part=logic::review/>
            </dl>
        </Group>
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
            <dd>{shown}</dd>
            <dd class="summary__change">
                <a href=Route::Workshop(stage).href()>
                    "Change"
                    <span class="visually-hidden">{format!(" {}", name.to_ascii_lowercase())}</span>
                </a>
            </dd>
        </div>
    }
}
