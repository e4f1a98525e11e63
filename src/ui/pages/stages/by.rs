//! Step 4: each goal by actions, and how one will know (A22-A24).

use leptos::prelude::*;

use crate::plan::{Action, ActionEdit, ActionId, Audience, Edit, GoalId, Measure};
use crate::platform;
use crate::ui::parts::{
    DateField, Field, Help, Look, NewLine, Question, Rows, Shown, StagePage, row_button, text_commit,
};
use crate::ui::{Route, Session, words};
use crate::workshop::Stage;

/// The page.
#[component]
pub fn By() -> impl IntoView {
    let session = Session::here();
    let is_empty = session.slice(|plan| plan.goals.is_empty());
    view! {
        <StagePage
            stage=Stage::By
            lead="Finish each goal as a sentence: this goal, by doing that. One action is the least, three are better; write down whatever comes to mind. Here it becomes specific, and you can say how you will measure it."
        >
            <Shown when=move || is_empty.get()>
                <p class="empty">
                    "There are no goals yet. " <a href=Route::Workshop(Stage::Goals).href()>"Pick some goals"</a>
                    " first; each of them gets a place here."
                </p>
            </Shown>
            <Shown when=move || !is_empty.get()>
                <GoalGroup audience=Some(Audience::Prospect) />
                <GoalGroup audience=Some(Audience::Customer) />
                <GoalGroup audience=None />
            </Shown>
            <Help question="I do not know what to say or do.">
                <p>
                    "Think of what people like to get, then of what you can give. Engagement, by telling them about a new article, asking what they want to read, or a small reward for following you. Repeat sales, by a rewards programme, an offer only customers get, or a word before every sale. Larger orders, by an upgrade at one click, fitting accessories, or three to five products that go together."
                </p>
            </Help>
            <Help question="Why measure?">
                <p>
                    "So that in a few months you can tell what worked. A good measure has something you can count, a value you would be happy with, and a day to look. One or two good measures in a plan are worth more than twenty."
                </p>
            </Help>
            <Question>
                <p>"Does every goal have at least one action that somebody can really do? Three give you a choice."</p>
            </Question>
        </StagePage>
    }
}

#[component]
fn GoalGroup(audience: Option<Audience>) -> impl IntoView {
    let session = Session::here();
    let ids = session.numbers(move |plan| {
        plan.goals.iter().filter(|goal| goal.audience == audience).map(|goal| goal.id.0).collect()
    });
    let title = match audience {
        Some(Audience::Prospect) => "For prospects",
        Some(Audience::Customer) => "For customers",
        None => "Not sorted yet",
    };
    view! {
        <section class="group" hidden=move || ids.with(Vec::is_empty) aria-label=title>
            <h2>{title}</h2>
            <Rows of=ids row=|id| view! { <GoalSentence id=GoalId(id) /> }.into_any() />
        </section>
    }
}


/// *Goal* by action, action, action.
#[component]
fn GoalSentence(id: GoalId) -> impl IntoView {
    let session = Session::here();
    let goal = session.goal(id);
    let text = Signal::derive(move || {
        goal.with(|goal| goal.as_ref().map(|goal| goal.text.to_string()).unwrap_or_default())
    });
    let actions = Memo::new(move |_| {
        goal.with(|goal| goal.iter().flat_map(|goal| &goal.actions).map(|action| action.id.0).collect::<Vec<_>>())
    });
    let nudge = move || match actions.with(Vec::len) {
        0 => "At least one action makes this goal reachable.",
        1 => "One action. Two more would give you a choice.",
        2 => "Two actions. A third makes it a good set.",
        _ => "",
    };
    view! {
        <section class="goal-sentence" aria-label=text id=format!("goal-{}", id.0)>
            <h3 class="goal-sentence__goal">{text} <span class="goal-sentence__by">" by …"</span></h3>
            <ol class="goal-sentence__actions">
                <Rows of=actions row=|id| view! { <ActionItem id=ActionId(id) /> }.into_any() />
            </ol>
            <NewLine label="by" act="Add action" edit=Callback::new(move |line| Edit::AddAction(id, line)) />
            <p class="goal-sentence__nudge" aria-live="polite">{move || nudge()}</p>
        </section>
    }
}

#[component]
fn ActionItem(id: ActionId) -> impl IntoView {
    let session = Session::here();
    let action = session.action(id);
    let text = Signal::derive(move || {
        action.with(|action| action.as_ref().map(|action| action.text.to_string()).unwrap_or_default())
    });
    let remove = move || {
        let words = format!("Removed: by {}. Undo brings it back.", untrack(|| text.get()));
        let goal = session.plan_now().action(id).map(|(goal, _)| goal.id.0);
        session.edit_and_say(Edit::Action(id, ActionEdit::Remove), words);
        if let Some(goal) = goal {
            request_animation_frame(move || platform::focus(&format!("#goal-{goal} > .new-line input")));
        }
    };
    view! {
        <li class="action" id=format!("action-{}", id.0)>
            <div class="action__line">
                <Field
                    label="Action"
                    quiet=true
                    value=text
                    commit=text_commit(move |text| Edit::Action(id, ActionEdit::Text(text)))
                />
                {row_button(Look::Quiet, "Remove", move || format!("Remove “{}”", text.get()), remove)}
            </div>
            <MeasureFields id action />
        </li>
    }
}

/// What, how much, by when (A23).
#[component]
fn MeasureFields(id: ActionId, action: Memo<Option<Action>>) -> impl IntoView {
    let part = move |part: fn(&Measure) -> String| {
        Signal::derive(move || action.with(|action| action.as_ref().map(|a| part(&a.measure)).unwrap_or_default()))
    };
    let by = Signal::derive(move || action.with(|action| action.as_ref().and_then(|action| action.measure.by)));
    let is_filled =
        action.with_untracked(|action| action.as_ref().is_some_and(|action| !action.measure.is_blank()));
    let summary = move || {
        action.with(|action| match action.as_ref().map(|action| &action.measure) {
            Some(measure) if !measure.metric.is_blank() => {
                let target = if measure.target.is_blank() { String::new() } else { format!(": {}", measure.target) };
                let by = measure.by.map(|by| format!(" by {}", words::day_and_year(by))).unwrap_or_default();
                format!("Measured by {}{target}{by}", measure.metric)
            }
            _ => "Add a measure".to_owned(),
        })
    };
    view! {
        <details class="measure" open=is_filled>
            <summary>{move || summary()}</summary>
            <div class="fields-in-a-row">
                <Field
                    label="What is counted"
                    value=part(|measure| measure.metric.to_string())
                    commit=text_commit(move |text| Edit::Action(id, ActionEdit::Metric(text)))
                />
                <Field
                    label="Target"
                    value=part(|measure| measure.target.to_string())
                    commit=text_commit(move |text| Edit::Action(id, ActionEdit::Target(text)))
                />
                <DateField
                    label="By when"
                    value=by
                    edit=Callback::new(move |date| Edit::Action(id, ActionEdit::By(date)))
                />
            </div>
        </details>
    }
}
