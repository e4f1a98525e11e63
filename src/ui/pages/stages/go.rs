//! Step 7: start, measure, adjust (A27).

use leptos::prelude::*;

use crate::plan::{ActionEdit, ActionId, Audience, Edit};
use crate::schedule::Notice;
use crate::ui::parts::{
    DateField, Field, Help, Outputs, PlanRoad, Question, Rows, SequenceTable, Shown, StagePage, text_commit,
};
use crate::ui::{Route, Session, words};
use crate::workshop::Stage;

/// The page.
#[component]
pub fn Go() -> impl IntoView {
    let session = Session::here();
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    let review = session.slice(|plan| plan.review);
    let lacks_start = Signal::derive(move || {
        session.schedule().with(|schedule| {
            let mut dated = Audience::BOTH.iter().flat_map(|audience| schedule.steps(*audience));
            dated.any(|dated| dated.notice == Some(Notice::NoStart))
        })
    });
    view! {
        <StagePage
            stage=Stage::Go
            wide=true
            lead="Here is your road, with its dates. Print it, hand it over, begin. Come back to write down what came of it, and look at the whole anew when the review date is there."
        >
            <Shown when=move || !has_steps.get()>
                <p class="empty">
                    "There are no steps yet. " <a href=Route::Workshop(Stage::Route).href()>"Map the route"</a>
                    ", and the dates appear here."
                </p>
            </Shown>
            <Shown when=move || has_steps.get()>
                <Shown when=move || lacks_start.get()>
                    <p class="empty">
                        "The dates need a start. " <a href=Route::Workshop(Stage::Route).href()>"Set the start date"</a> "."
                    </p>
                </Shown>
                <PlanRoad />
                <Outputs />
                <SequenceTable audience=Audience::Prospect />
                <SequenceTable audience=Audience::Customer />
            </Shown>
            <Measures />
            <section class="group" aria-labelledby="go-review">
                <h2 id="go-review">"Look at it anew"</h2>
                <DateField
                    label="Next review date"
                    hint="A plan ages: new tools, new products, better knowledge of your customers. Three months are a good first interval."
                    value=review
                    edit=Callback::new(Edit::Review)
                />
            </section>
            <Help question="The whole thing is long. How do I keep it up?">
                <p>
                    "Follow-up is a process, not an event: how long it takes from interest to purchase is different for everybody. Look at the list once a day, do what is due, tick it off on paper. And answer every new enquiry quickly, even on a busy day: say when you will have time, set an appointment, keep it."
                </p>
            </Help>
            <Help question="Somebody said “not now”. Is that a no?">
                <p>
                    "No. Some need it next month, next quarter or next year. Ask which, write it down, and be in touch then. Most sales are made in the follow-up, and people who have bought before are the easiest to sell to."
                </p>
            </Help>
            <Question>
                <p>
                    "Hold the results against your destination too: does it feel to your contacts the way you described it in step 2?"
                </p>
            </Question>
        </StagePage>
    }
}

/// The measures with their targets, and a place for what came of them (A23, A27).
#[component]
fn Measures() -> impl IntoView {
    let session = Session::here();
    let ids = session.numbers(|plan| {
        let measured = plan.actions().filter(|(_, action)| !action.measure.is_blank());
        measured.map(|(_, action)| action.id.0).collect()
    });
    view! {
        <section class="group" aria-labelledby="go-measures">
            <h2 id="go-measures">"Measures and results"</h2>
            <Shown when=move || ids.with(Vec::is_empty)>
                <p class="empty">
                    "No action has a measure yet. " <a href=Route::Workshop(Stage::By).href()>"Add one in step 4"</a>
                    "; its result gets a place here."
                </p>
            </Shown>
            <ul class="measures">
                <Rows of=ids row=|id| view! { <MeasureItem id=ActionId(id) /> }.into_any() />
            </ul>
        </section>
    }
}

#[component]
fn MeasureItem(id: ActionId) -> impl IntoView {
    let session = Session::here();
    let found = session.slice(move |plan| {
        plan.action(id).map(|(goal, action)| (goal.text.to_string(), action.clone()))
    });
    let heading = move || {
        found.get().map(|(goal, action)| {
            let metric = if action.measure.metric.is_blank() { &action.text } else { &action.measure.metric };
            view! {
                <h3 class="measures__metric">{metric.to_string()}</h3>
                <p class="measures__goal">{format!("{goal}, by {}", action.text)}</p>
            }
        })
    };
    let target = move || {
        found.get().map(|(_, action)| {
            let target = if action.measure.target.is_blank() { "not set" } else { action.measure.target.as_str() };
            let by = action.measure.by.map(|by| format!(" by {}", words::day_and_year(by))).unwrap_or_default();
            format!("Target: {target}{by}")
        })
    };
    let result = Signal::derive(move || found.get().map(|(_, a)| a.measure.result.to_string()).unwrap_or_default());
    view! {
        <li class="measures__item">
            {move || heading()} <p class="measures__target">{move || target()}</p>
            <Field
                label="Result so far"
                value=result
                commit=text_commit(move |text| Edit::Action(id, ActionEdit::Result(text)))
            />
        </li>
    }
}
