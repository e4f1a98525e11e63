//! Thread: from the destination to the dates, and what hangs loose at either end (F1).

mod loose_step;

mod parts;

use std::sync::Arc;

use leptos::prelude::*;

use crate::advice::{LooseEnd, Thread};
use crate::plan::{ActionId, Audience, Edit, GoalEdit, GoalId, StepId};
use crate::platform;
use crate::ui::element::{El, el, when};
use crate::ui::parts::{Look, aid_page, place_link, row_button, section};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};
use loose_step::loose_step;
use parts::{focus_soon, loose, step_line};

/// The threads of the plan, found once for the page.
type Threads = Memo<Arc<[Thread; 3]>>;

/// The page.
#[inline(never)]
pub fn thread() -> El {
    let session = Session::here();
    let threads: Threads =
        Memo::new(move |_| Arc::new(session.read(|plan| Thread::all(plan, &session.schedule()))));
    keep_focus(threads);
    aid_page(
        Aid::Thread,
        "Every date serves an action, every action a goal, every goal the destination. Here is the whole thread, and what hangs loose at either end.",
        [
            loose_ends(threads),
            unsorted(threads),
            audience_thread(threads, Audience::Prospect),
            audience_thread(threads, Audience::Customer),
        ],
    )
}

/// An undo may take away what has the focus: then it goes to the heading, and not nowhere.
fn keep_focus(threads: Threads) {
    Effect::new(move |first: Option<()>| {
        threads.track();
        if first.is_some() {
            request_animation_frame(|| platform::focus_if_lost("main h1"));
        }
    });
}

/// Reads something of one thread.
fn read<T>(threads: Threads, audience: Option<Audience>, part: impl FnOnce(&Thread) -> T) -> Option<T> {
    threads.with(|threads| threads.iter().find(|thread| thread.audience == audience).map(part))
}

/// What hangs loose in the whole plan, each with the way to its place on the page.
fn loose_ends(threads: Threads) -> El {
    let session = Session::here();
    let ends = Memo::new(move |_| {
        threads.with(|threads| threads.iter().flat_map(Thread::loose_ends).collect::<Vec<_>>())
    });
    let summary = move || words::loose_ends(ends.with(Vec::len));
    let list = move || {
        let item = |end: LooseEnd| {
            let words = session.read(|plan| words::loose_end(plan, end));
            let go = move || platform::focus(&place_of(end));
            el("li").child(el("button").fixed("type", "button").class("link").child(words).press(go))
        };
        el("ul").child(ends.get().into_iter().map(item).collect::<Vec<_>>()).into_any()
    };
    let folded =
        move || el("details").class("thread__ends").child(el("summary").child("Show them all")).swap(list);
    el("div")
        .class("thread__sum")
        .class_when("thread__sum--loose", move || !ends.with(Vec::is_empty))
        .child(el("p").fixed("aria-live", "polite").text(summary))
        .child(when(move || !ends.with(Vec::is_empty), folded))
}

/// Where on the page a loose end can be tied.
fn place_of(end: LooseEnd) -> String {
    match end {
        LooseEnd::NoStatement(who) => format!("#thread-{} .thread__destination a", words::lower(who)),
        LooseEnd::UnsortedGoal(id) => format!("#thread-goal-{} button", id.0),
        LooseEnd::GoalWithoutAction(id) => format!("#thread-goal-{} .thread__loose a", id.0),
        LooseEnd::ActionWithoutStep(id) => format!("#thread-action-{} :is(button, a)", id.0),
        LooseEnd::StepWithoutGoal(id) => format!("#thread-step-{} :is(select, .thread__loose a)", id.0),
    }
}

/// Goals that lead nowhere yet, to be sorted right here.
fn unsorted(threads: Threads) -> El {
    let goals = goal_ids(threads, None);
    section("Not sorted yet", goal_list(threads, None, goals))
        .class("group thread")
        .hidden_when(move || goals.with(Vec::is_empty))
}

/// The thread of an audience.
fn audience_thread(threads: Threads, audience: Audience) -> El {
    let goals = goal_ids(threads, Some(audience));
    let title = match audience {
        Audience::Prospect => "Prospects",
        Audience::Customer => "Customers",
    };
    let steps = Memo::new(move |_| {
        let of = |thread: &Thread| thread.loose.iter().map(|step| step.dated.step.0).collect::<Vec<_>>();
        read(threads, Some(audience), of).unwrap_or_default()
    });
    let no_goals = move || {
        el("p")
            .class("empty")
            .child(words::no_goals(audience))
            .child(el("a").attr("href", Route::Workshop(Stage::Goals).href()).child("Choose some goals"))
    };
    let loose_steps = move || {
        let options = loose_step::options(audience);
        el("div")
            .class("thread__left-over")
            .child(el("h3").child("Steps that serve no goal"))
            .child(el("ol").rows(steps, move |number| loose_step(StepId(number), audience, options)))
    };
    section(title, destination(audience))
        .class("group thread")
        .class_when("thread--customer", move || audience == Audience::Customer)
        .attr("id", format!("thread-{}", words::lower(audience)))
        .child(goal_list(threads, Some(audience), goals))
        .when(move || goals.with(Vec::is_empty), no_goals)
        .when(move || !steps.with(Vec::is_empty), loose_steps)
}

fn goal_ids(threads: Threads, audience: Option<Audience>) -> Memo<Vec<u32>> {
    Memo::new(move |_| {
        let of = |thread: &Thread| thread.goals.iter().map(|goal| goal.goal.0).collect::<Vec<_>>();
        read(threads, audience, of).unwrap_or_default()
    })
}

/// Where the thread begins.
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
        loose("No destination yet", link)
    };
    el("div")
        .class("thread__destination")
        .child(el("p").class("thread__label").child("Destination"))
        .child(el("p").class("thread__statement").hidden_when(is_blank).text(statement))
        .when(is_blank, missing)
}

fn goal_list(threads: Threads, audience: Option<Audience>, goals: Memo<Vec<u32>>) -> El {
    el("ol")
        .class("thread__goals")
        .hidden_when(move || goals.with(Vec::is_empty))
        .rows(goals, move |number| goal_item(threads, GoalId(number), audience))
}

/// A goal, the days on which something happens for it, and its "by …".
fn goal_item(threads: Threads, id: GoalId, audience: Option<Audience>) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let text = move || goal.read(|goal| goal.text.to_string()).unwrap_or_default();
    let dates = Memo::new(move |_| {
        let dates = read(threads, audience, |thread| thread.goal(id).map(|goal| goal.dates())).flatten();
        words::happens_on(&dates.unwrap_or_default())
    });
    let actions = Memo::new(move |_| {
        let ids = read(threads, audience, |thread| {
            let goal = thread.goal(id)?;
            Some(goal.actions.iter().map(|action| action.action.0).collect::<Vec<_>>())
        });
        ids.flatten().unwrap_or_default()
    });
    let no_action = move || {
        let place = format!("#goal-{} > .line-field input", id.0);
        let link = place_link(Route::Workshop(Stage::By), place)
            .live_name(move || format!("Say by what you reach it: {}", text()))
            .child("Say by what you reach it");
        loose("No action yet", link)
    };
    let wish = el("div")
        .class("thread__wish")
        .child(el("h3").text(text))
        .child(el("p").class("thread__dates").text(move || dates.get()))
        .child(audience.is_none().then(|| sorting(id)));
    let by = el("div")
        .child(
            el("ol")
                .class("thread__actions")
                .hidden_when(move || actions.with(Vec::is_empty))
                .rows(actions, move |number| action_item(threads, ActionId(number), audience)),
        )
        .when(move || actions.with(Vec::is_empty), no_action);
    el("li")
        .class("thread__goal")
        .attr("id", format!("thread-goal-{}", id.0))
        .fixed("tabindex", "-1")
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
            focus_soon(format!("#thread-goal-{}", id.0));
        };
        let name = move || format!("For {}s: {}", words::lower(audience), text());
        row_button(Look::Small, format!("For {}s", words::lower(audience)), name, act)
    };
    loose(
        "Before the first purchase, or after it?",
        el("span").class("thread__ways").child(Audience::BOTH.map(to)),
    )
}

/// An action with the steps that carry it out.
fn action_item(threads: Threads, id: ActionId, audience: Option<Audience>) -> El {
    let session = Session::here();
    let action = session.action(id);
    let text = move || action.read(words::by_action).unwrap_or_default();
    let steps = Memo::new(move |_| {
        let ids = read(threads, audience, |thread| {
            let action = thread.action(id)?;
            Some(action.steps.iter().map(|step| step.dated.step.0).collect::<Vec<_>>())
        });
        ids.flatten().unwrap_or_default()
    });
    let no_step = move || match audience {
        Some(audience) => {
            let add = move || {
                let words = format!("Now a step: {}. Undo takes it back.", untrack(text));
                session.edit_and_say(Edit::AddStepFor(audience, id), words);
                focus_soon(format!("#thread-action-{}", id.0));
            };
            let name = move || format!("Add as a step: {}", text());
            loose("No step yet", row_button(Look::Small, "Add as a step", name, add))
        }
        None => {
            let link = el("a").attr("href", Route::Workshop(Stage::Route).href());
            loose("No step yet", link.child("Map the route"))
        }
    };
    el("li")
        .class("thread__action")
        .attr("id", format!("thread-action-{}", id.0))
        .fixed("tabindex", "-1")
        .child(el("p").class("thread__by").text(text))
        .child(
            el("div")
                .child(
                    el("ul")
                        .class("thread__steps")
                        .hidden_when(move || steps.with(Vec::is_empty))
                        .rows(steps, |number| step_line(StepId(number))),
                )
                .when(move || steps.with(Vec::is_empty), no_step),
        )
}
