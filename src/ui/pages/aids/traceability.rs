//! Traceability: from the destination to the dates, and what hangs loose at either end (F1).

mod orphan_step;

mod parts;

use std::sync::Arc;

use leptos::prelude::*;

use crate::advice::{Orphan, Traceability};
use crate::plan::{ActionId, Audience, Edit, GoalEdit, GoalId, StepId};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, show};
use crate::ui::parts::{Look, action_options, aid_page, place_link, row_button, section};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};
use orphan_step::orphan_step;
use parts::{focus_soon, orphan_note, step_line};

/// The traces of the plan, found once for the page.
type Traces = Memo<Arc<[Traceability; 3]>>;

/// The page.
#[inline(never)]
pub fn traceability() -> El {
    let session = Session::here();
    let traces: Traces =
        memo(move || Arc::new(session.read(|plan| Traceability::all(plan, &session.schedule()))));
    keep_focus(traces);
    aid_page(
        Aid::Traceability,
        "Every date serves an action, every action a goal, every goal the destination. Here is the whole way, and what hangs loose at either end.",
        [
            orphans(traces),
            unsorted(traces),
            audience_trace(traces, Audience::Prospect),
            audience_trace(traces, Audience::Customer),
        ],
    )
}

/// An undo may take away what has the focus: then it goes to the heading, and not nowhere.
fn keep_focus(traces: Traces) {
    Effect::new(move |first: Option<()>| {
        traces.track();
        if first.is_some() {
            request_animation_frame(|| platform::focus_if_lost("main h1"));
        }
    });
}

/// Reads something of one trace.
fn read<T>(traces: Traces, audience: Option<Audience>, part: impl FnOnce(&Traceability) -> T) -> Option<T> {
    traces.with(|traces| traces.iter().find(|trace| trace.audience == audience).map(part))
}

/// What hangs loose in the whole plan, each with the way to its place on the page.
fn orphans(traces: Traces) -> El {
    let session = Session::here();
    let ends =
        memo(move || traces.with(|traces| traces.iter().flat_map(Traceability::orphans).collect::<Vec<_>>()));
    let summary = move || words::orphans(ends.with(Vec::len));
    let list = move || {
        let item = |end: Orphan| {
            let words = session.read(|plan| words::orphan(plan, end));
            let go = move || platform::focus(&place_of(end));
            el(html::Li).child(
                el(html::Button)
                    .attr(attr::Type, "button")
                    .class("link")
                    .child(words)
                    .on(ev::click, move |_| go()),
            )
        };
        el(html::Ul).child(ends.get().into_iter().map(item).collect::<Vec<_>>()).into_any()
    };
    let folded = move || {
        el(html::Details).class("trace__ends").child(el(html::Summary).child("Show them all")).child(list)
    };
    el(html::Div)
        .class("trace__sum")
        .class(("trace__sum--orphans", move || !ends.with(Vec::is_empty)))
        .child(el(html::P).attr(attr::AriaLive, "polite").child(summary))
        .child(show(move || !ends.with(Vec::is_empty), folded))
}

/// Where on the page a orphan can be tied.
fn place_of(end: Orphan) -> String {
    match end {
        Orphan::NoStatement(who) => format!("#trace-{} .trace__destination a", words::lower(who)),
        Orphan::UnsortedGoal(id) => format!("#trace-goal-{} button", id.0),
        Orphan::GoalWithoutAction(id) => format!("#trace-goal-{} .trace__orphan a", id.0),
        Orphan::ActionWithoutStep(id) => format!("#trace-action-{} :is(button, a)", id.0),
        Orphan::StepWithoutGoal(id) => format!("#trace-step-{} :is(select, .trace__orphan a)", id.0),
    }
}

/// Goals that lead nowhere yet, to be sorted right here.
fn unsorted(traces: Traces) -> El {
    let goals = goal_ids(traces, None);
    section("Not sorted yet", goal_list(traces, None, goals))
        .class("group trace")
        .hidden(move || goals.with(Vec::is_empty))
}

/// The trace of an audience.
fn audience_trace(traces: Traces, audience: Audience) -> El {
    let goals = goal_ids(traces, Some(audience));
    let title = match audience {
        Audience::Prospect => "Prospects",
        Audience::Customer => "Customers",
    };
    let steps = memo(move || {
        let of =
            |trace: &Traceability| trace.orphans.iter().map(|step| step.facts.step.0).collect::<Vec<_>>();
        read(traces, Some(audience), of).unwrap_or_default()
    });
    let no_goals = move || {
        el(html::P).class("empty").child(words::no_goals(audience)).child(
            el(html::A).attr(attr::Href, Route::Workshop(Stage::Goals).href()).child("Choose some goals"),
        )
    };
    let orphan_steps = move || {
        let options = action_options(audience);
        el(html::Div)
            .class("trace__left-over")
            .child(el(html::H3).child("Steps that serve no goal"))
            .child(el(html::Ol).for_each(steps, move |number| orphan_step(StepId(number), audience, options)))
    };
    section(title, destination(audience))
        .class("group trace")
        .class(("trace--customer", move || audience == Audience::Customer))
        .attr(attr::Id, format!("trace-{}", words::lower(audience)))
        .child(goal_list(traces, Some(audience), goals))
        .show(move || goals.with(Vec::is_empty), no_goals)
        .show(move || !steps.with(Vec::is_empty), orphan_steps)
}

fn goal_ids(traces: Traces, audience: Option<Audience>) -> Memo<Vec<u32>> {
    memo(move || {
        let of = |trace: &Traceability| trace.goals.iter().map(|goal| goal.goal.0).collect::<Vec<_>>();
        read(traces, audience, of).unwrap_or_default()
    })
}

/// Where the trace begins.
fn destination(audience: Audience) -> El {
    let session = Session::here();
    let statement = move || session.read(|plan| plan.statements.of(audience).to_string());
    let is_blank = move || session.read(|plan| plan.statements.of(audience).is_blank());
    let missing = move || {
        let field = match audience {
            Audience::Prospect => "section[aria-label='As a prospect'] textarea",
            Audience::Customer => "section[aria-label='As a customer'] textarea",
        };
        let link = place_link(Route::Workshop(Stage::Destination), field.to_owned()).child("Describe it");
        orphan_note("No destination yet", link)
    };
    el(html::Div)
        .class("trace__destination")
        .child(el(html::P).class("trace__label").child("Destination"))
        .child(el(html::P).class("trace__statement").hidden(is_blank).child(statement))
        .show(is_blank, missing)
}

fn goal_list(traces: Traces, audience: Option<Audience>, goals: Memo<Vec<u32>>) -> El {
    el(html::Ol)
        .class("trace__goals")
        .hidden(move || goals.with(Vec::is_empty))
        .for_each(goals, move |number| goal_item(traces, GoalId(number), audience))
}

/// A goal, the days on which something happens for it, and its "by …".
fn goal_item(traces: Traces, id: GoalId, audience: Option<Audience>) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let text = move || goal.read(|goal| goal.text.to_string()).unwrap_or_default();
    let dates = memo(move || {
        let dates = read(traces, audience, |trace| trace.goal(id).map(|goal| goal.dates())).flatten();
        words::happens_on(&dates.unwrap_or_default())
    });
    let actions = memo(move || {
        let ids = read(traces, audience, |trace| {
            let goal = trace.goal(id)?;
            Some(goal.actions.iter().map(|action| action.action.0).collect::<Vec<_>>())
        });
        ids.flatten().unwrap_or_default()
    });
    let no_action = move || {
        let place = format!("#goal-{} > .line-field input", id.0);
        let link = place_link(Route::Workshop(Stage::By), place)
            .aria_label(move || format!("Say by what you reach it: {}", text()))
            .child("Say by what you reach it");
        orphan_note("No action yet", link)
    };
    let wish = el(html::Div)
        .class("trace__wish")
        .child(el(html::H3).child(text))
        .child(el(html::P).class("trace__dates").child(move || dates.get()))
        .child(audience.is_none().then(|| sorting(id)));
    let by = el(html::Div)
        .child(
            el(html::Ol)
                .class("trace__actions")
                .hidden(move || actions.with(Vec::is_empty))
                .for_each(actions, move |number| action_item(traces, ActionId(number), audience)),
        )
        .show(move || actions.with(Vec::is_empty), no_action);
    el(html::Li)
        .class("trace__goal")
        .attr(attr::Id, format!("trace-goal-{}", id.0))
        .attr(attr::Tabindex, "-1")
        .child(wish)
        .child(by)
}

/// Puts a goal where it belongs (A15).
fn sorting(id: GoalId) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let text = move || goal.read(|goal| goal.text.to_string()).unwrap_or_default();
    let to = |audience: Audience| {
        let act = move || {
            let edit = Edit::Goal(id, GoalEdit::Before(Some(audience), None));
            let name = untrack(text);
            let words = format!("{name} is now under {}. Undo takes it back.", words::lower(audience));
            session.edit_and_say(edit, words);
            focus_soon(format!("#trace-goal-{}", id.0));
        };
        let name = move || format!("For {}s: {}", words::lower(audience), text());
        row_button(Look::Small, format!("For {}s", words::lower(audience)), name, act)
    };
    orphan_note(
        "Before the first purchase, or after it?",
        el(html::Span).class("trace__ways").child(Audience::BOTH.map(to)),
    )
}

/// An action with the steps that carry it out.
fn action_item(traces: Traces, id: ActionId, audience: Option<Audience>) -> El {
    let session = Session::here();
    let action = session.action(id);
    let text = move || action.read(words::by_action).unwrap_or_default();
    let steps = memo(move || {
        let ids = read(traces, audience, |trace| {
            let action = trace.action(id)?;
            Some(action.steps.iter().map(|step| step.facts.step.0).collect::<Vec<_>>())
        });
        ids.flatten().unwrap_or_default()
    });
    let no_step = move || match audience {
        Some(audience) => {
            let add = move || {
                let words = format!("Now a step: {}. Undo takes it back.", untrack(text));
                session.announce(session.lay_out(audience, &[id]).err().unwrap_or(words));
                focus_soon(format!("#trace-action-{}", id.0));
            };
            let name = move || format!("Add as a step: {}", text());
            orphan_note("No step yet", row_button(Look::Small, "Add as a step", name, add))
        }
        None => {
            let link = el(html::A).attr(attr::Href, Route::Workshop(Stage::Route).href());
            orphan_note("No step yet", link.child("Map the route"))
        }
    };
    el(html::Li)
        .class("trace__action")
        .attr(attr::Id, format!("trace-action-{}", id.0))
        .attr(attr::Tabindex, "-1")
        .child(el(html::P).class("trace__by").child(text))
        .child(
            el(html::Div)
                .child(
                    el(html::Ul)
                        .class("trace__steps")
                        .hidden(move || steps.with(Vec::is_empty))
                        .for_each(steps, |number| step_line(StepId(number))),
                )
                .show(move || steps.with(Vec::is_empty), no_step),
        )
}
