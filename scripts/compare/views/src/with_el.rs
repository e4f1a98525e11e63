//! The pages by `El`.

use std::sync::Arc;

use followthrough::plan::{Audience, Edit, Origin, PlanParts, StepEdit, StepId};
use followthrough::platform;
use followthrough::store::{PlanId, Quarantined, State, Stored};
use followthrough::ui::element::{El, Live, attr, data, el, ev, html, prop};
use followthrough::ui::{FollowedStep, Route, Session, Workspace};
use followthrough::words;
use followthrough::workshop::{Aid, Stage, StageState};
use leptos::prelude::*;

use crate::logic::{self, Commit, Kept, Look, Options, Typing, unique_id};

// --- Parts ---

fn button(look: Look, words: impl Into<String>, act: impl Fn() + 'static) -> El {
    el(html::Button)
        .attr(attr::Type, "button")
        .class(look.classes())
        .child(words.into())
        .on(ev::click, move |_| act())
}

fn row_button(
    look: Look,
    words: impl Into<String>,
    name: impl Fn() -> String + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> El {
    button(look, words, act).aria_label(name)
}

fn check(
    words: impl Into<String>,
    is_ticked: impl Fn() -> bool + Send + Sync + 'static,
    take: impl Fn(bool) + 'static,
) -> El {
    let input = el(html::Input)
        .attr(attr::Type, "checkbox")
        .prop(prop::Checked, is_ticked)
        .on(ev::change, move |event| take(event_target_checked(&event)));
    el(html::Label).class("check").child(input).child(el(html::Span).child(words.into()))
}

fn group(id: &'static str, heading: &'static str) -> El {
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, id)
        .child(el(html::H2).attr(attr::Id, id).child(heading))
}

fn select(
    label: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    options: Options,
    choose: impl Fn(String) + 'static,
) -> El {
    let id = unique_id("select");
    let option = |(value, words): (String, String)| el(html::Option_).attr(attr::Value, value).child(words);
    let list = el(html::Select)
        .class("field__input field__input--select")
        .attr(attr::Id, id.clone())
        .child(options.into_iter().map(option).collect::<Vec<_>>())
        .prop(prop::Value, value)
        .on(ev::change, move |event| choose(event_target_value(&event)));
    el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(list)
}

fn field(
    label: &'static str,
    hint: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    commit: Commit,
) -> El {
    let id = unique_id("field");
    let value: Live<String> = Arc::new(value);
    let typing = Typing::new(value, commit);
    let [problem, is_wrong, wrong, shown, on_input, on_blur] = std::array::from_fn(|_| typing.clone());
    let hinted = el(html::P).class("field__hint").attr(attr::Id, format!("{id}-hint")).child(hint);
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, format!("{id}-problem"))
        .child(move || problem.problem().unwrap_or_default());
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaDescribedby, format!("{id}-hint {id}-problem"))
        .attr(attr::Id, id.clone())
        .attr(attr::AriaInvalid, move || wrong.problem().map(|_| "true".to_owned()))
        .prop(prop::Value, move || shown.shown())
        .on(ev::input, move |event| on_input.typed(event_target_value(&event)))
        .on(ev::blur, move |_| on_blur.left());
    el(html::Div)
        .class("field")
        .class(("field--invalid", move || is_wrong.problem().is_some()))
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child((!hint.is_empty()).then_some(hinted))
        .child(el(html::Div).class("field__row").child(input))
        .child(message)
}

// --- Home ---

pub fn home() -> El {
    let session = Session::here();
    let title = session.slice(logic::title);
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    el(html::Article)
        .class("home")
        .child(el(html::P).class("stage__count").child(move || business.get()))
        .child(el(html::H1).attr(attr::Tabindex, "-1").child(move || title.get()))
        .child(move || way_on(session.progress().next()).into_any())
        .show(move || has_steps.get(), outputs)
        .child(tasks())
        .child(aids())
        .child(summary())
}

fn way_on(next: Option<Stage>) -> El {
    match next {
        Some(stage) => el(html::P).child(
            el(html::A)
                .class("button button--main")
                .attr(attr::Href, Route::Workshop(stage).href())
                .child(format!("Go on with {}", stage.title())),
        ),
        None => el(html::P).class("home__done").child("Every step is complete. Print it, and go."),
    }
}

fn outputs() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let extras = session.extras();
    el(html::Div)
        .class("outputs")
        .child(button(Look::Main, "Print", platform::print))
        .child(button(Look::Plain, "Export JSON", move || logic::export(session, workspace)))
        .child(check(
            "Print the reason of every date",
            move || extras.get().reasons,
            move |wanted| extras.update(|extras| extras.reasons = wanted),
        ))
        .child(check(
            "Print lines to move the dates by hand",
            move || extras.get().strips,
            move |wanted| extras.update(|extras| extras.strips = wanted),
        ))
}

fn tasks() -> El {
    let session = Session::here();
    let task = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        let said = move || format!("{:?}", state() == StageState::NotStarted);
        el(html::Li)
            .class("tasks__task")
            .class(("tasks__task--complete", move || state() == StageState::Complete))
            .child(el(html::A).attr(attr::Href, Route::Workshop(stage).href()).child(stage.title()))
            .child(el(html::Span).class("tasks__state").child(said))
    };
    let complete = move || format!("{} of 7 complete", session.progress().complete());
    group("home-steps", "The seven steps")
        .child(el(html::P).child(complete))
        .child(el(html::Ol).class("tasks").child(Stage::ALL.map(task)))
}

fn aids() -> El {
    let aid = |aid: Aid| {
        el(html::Li)
            .child(el(html::A).attr(attr::Href, Route::Aid(aid).href()).child(aid.title()))
            .child(el(html::Span).class("aids__purpose").child(aid.purpose()))
    };
    group("home-aids", "Look closer").child(el(html::Ul).class("aids").child(Aid::ALL.map(aid)))
}

fn summary() -> El {
    let rows = [
        summary_row(Stage::FreshStart, "What is sold", |plan| plan.offer.to_string()),
        summary_row(Stage::FreshStart, "Typical deal", logic::deal),
        summary_row(Stage::Destination, "As a prospect", |plan| plan.statements.prospect.to_string()),
        summary_row(Stage::Destination, "As a customer", |plan| plan.statements.customer.to_string()),
        summary_row(Stage::Goals, "Goals", logic::goals),
        summary_row(Stage::By, "Actions", logic::actions),
        summary_row(Stage::Route, "Sequences", logic::sequences),
        summary_row(Stage::Prepare, "People", logic::people),
        summary_row(Stage::Go, "Next review", logic::review),
    ];
    group("home-summary", "What the plan says").child(el(html::Dl).class("summary").child(rows))
}

fn summary_row(stage: Stage, name: &'static str, part: fn(&PlanParts) -> String) -> El {
    let value = Session::here().slice(part);
    let shown = move || match value.get().trim() {
        "" => el(html::Span).class("summary__blank").child("Not yet").into_any(),
        value => value.to_owned().into_any(),
    };
    let change = el(html::A)
        .attr(attr::Href, Route::Workshop(stage).href())
        .child("Change")
        .child(el(html::Span).class("visually-hidden").child(format!(" {}", name.to_ascii_lowercase())));
    el(html::Div)
        .class("summary__row")
        .child(el(html::Dt).child(name))
        .child(el(html::Dd).child(shown))
        .child(el(html::Dd).class("summary__change").child(change))
}

// --- Plans ---

pub fn plans() -> El {
    let workspace = Workspace::here();
    let ways = el(html::Div)
        .class("start__ways")
        .child(button(Look::Main, "Start a new plan", move || logic::start_new(workspace)));
    let has_quarantined = move || workspace.with_contents(|all| !all.quarantined.is_empty());
    el(html::Article)
        .class("plans")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child("All plans"))
        .child(
            el(html::P).child(
                "Every plan in this browser. Starting a new one puts the current one into the archive.",
            ),
        )
        .child(ways)
        .child(plans_of(State::Open, group("plans-open", "In use"), "No plan is in use."))
        .child(plans_of(State::Archived, group("plans-archived", "Archive"), "The archive is empty."))
        .show(has_quarantined, quarantined_list)
}

fn plans_of(state: State, group: El, empty: &'static str) -> El {
    let workspace = Workspace::here();
    let of = move || logic::plans_in(workspace, state);
    let rows = move || of().into_iter().map(|(id, stored)| plan_row(id, stored)).collect::<Vec<_>>();
    group
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
        .show(move || of().is_empty(), move || el(html::P).class("empty").child(empty))
}

fn plan_row(id: PlanId, stored: Stored) -> El {
    let workspace = Workspace::here();
    let name = logic::name_of(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let is_example = stored.plan.origin == Origin::Example;
    let about = logic::about(&stored);
    let plan: Kept = StoredValue::new((id, stored.plan));
    let tag = is_example.then(|| el(html::Span).class("tag").child("Example"));
    let open = if is_archived { "Reopen" } else { "Open" };
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(tool(open, &name, move || logic::open_plan(workspace, plan, is_archived)))
        .child(tool("Export", &name, move || logic::export_plan(workspace, plan)));
    let tools = if is_archived {
        remove_for_good(tools, plan, name.clone())
    } else {
        let archived = name.clone();
        tools.child(tool("Archive", &name, move || logic::archive(workspace, plan, &archived)))
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(tag)
        .child(el(html::P).class("plan-list__about").child(about));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}

fn tool(words: &'static str, name: &str, act: impl Fn() + 'static) -> El {
    let label = format!("{words} {name}");
    row_button(Look::Small, words, move || label.clone(), act)
}

fn remove_for_good(tools: El, plan: Kept, name: String) -> El {
    let workspace = Workspace::here();
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let remove = move || logic::remove(workspace, plan, &name.get_value());
    let ask = move || {
        row_button(
            Look::Quiet,
            "Remove…",
            move || format!("Remove {}", name.get_value()),
            move || is_asking.set(true),
        )
    };
    let warning = || {
        el(html::Span)
            .class("plan-list__ask")
            .attr(attr::Role, "alert")
            .child("Gone for good, unless you have exported it.")
    };
    tools
        .show(move || !is_asking.get(), ask)
        .show(move || is_asking.get(), warning)
        .show(move || is_asking.get(), move || button(Look::Danger, "Remove for good", remove))
        .show(move || is_asking.get(), move || button(Look::Small, "Keep it", move || is_asking.set(false)))
}

fn quarantined_list() -> El {
    let workspace = Workspace::here();
    let list = move || workspace.with_contents(|all| all.quarantined.clone());
    let rows = move || list().into_iter().map(quarantined_row).collect::<Vec<_>>();
    group("plans-quarantined", "Set aside")
        .child(
            el(html::P)
                .child("These could not be read. They stay exactly as they are until you remove them."),
        )
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
}

fn quarantined_row(aside: Quarantined) -> El {
    let workspace = Workspace::here();
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = RwSignal::new(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move || {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(el(html::P).class("plan-list__about").child(why));
    let tools =
        el(html::Div).class("plan-list__tools").child(button(Look::Small, "Download", download)).show(
            move || is_saved.get(),
            move || button(Look::Danger, "Remove it here", move || logic::discard(workspace, aside)),
        );
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}

// --- The steps of a sequence ---

pub fn steps() -> El {
    let steps = Session::here().steps(Audience::Prospect);
    el(html::Ol).class("steps").for_each(steps, move |number| step_editor(StepId(number), steps))
}

fn step_editor(id: StepId, steps: Memo<Vec<u32>>) -> El {
    let session = Session::here();
    let step = session.step(id);
    let number = move || step.number();
    let name = Signal::derive(move || format!("Step {}", number()));
    let what = move || step.read(|step| step.what.to_string()).unwrap_or_default();
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    let commit = logic::text_commit(move |text| Edit::Step(id, StepEdit::What(text)));
    let channel = select(
        "Channel",
        move || logic::channel_of(step),
        logic::channels(),
        move |value| {
            logic::choose_channel(session, id, &value);
        },
    );
    let body = el(html::Div)
        .class("step__body")
        .attr(attr::Role, "group")
        .aria_label(move || name.get())
        .child(field("What happens", "", what, commit))
        .child(el(html::Div).class("step__when").child(channel))
        .child(conditions(id, step))
        .child(
            el(html::P)
                .class("step__due")
                .child("Due ")
                .child(el(html::Time).date(move || step.due_settled()))
                .child(el(html::Span).class("step__goal").child(goal)),
        )
        .child(step_tools(id, steps, name));
    el(html::Li)
        .class("step")
        .attr(attr::Id, format!("step-{}", id.0))
        .child(
            el(html::Span)
                .class("step__number")
                .attr(attr::AriaHidden, "true")
                .child(move || number().to_string()),
        )
        .child(body)
}

fn conditions(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let is_wanted = RwSignal::new(false);
    let said = move || match step.conditions() {
        said if said.is_empty() => "Days that suit, attempts, outcomes".to_owned(),
        said => said,
    };
    let content = move || {
        let attempts = move || step.read(|step| step.attempts).unwrap_or_default();
        let day = move |day: chrono::Weekday| {
            let is_wanted = move || logic::window_of(step).weekdays.is_some_and(|days| days.is_worked(day));
            check(words::weekday(day), is_wanted, move |_| logic::toggle_day(session, step, id, day))
        };
        let avoids = move || logic::window_of(step).eves == followthrough::plan::Eves::Avoided;
        el(html::Div)
            .class("step__conditions")
            .child(
                el(html::Fieldset)
                    .class("weekdays")
                    .child(el(html::Legend).child("Best on"))
                    .child(words::WEEK.map(day))
                    .child(check("Not right before a holiday", avoids, move |is| {
                        logic::set_eves(session, step, id, is);
                    })),
            )
            .child(
                el(html::Div)
                    .class("fields-in-a-row")
                    .child(field(
                        "Try at most so often",
                        "",
                        move || attempts().count().to_string(),
                        logic::attempts_commit(step, id, false),
                    ))
                    .child(field(
                        "Working days between attempts",
                        "Counted from one to the next.",
                        move || attempts().gap().to_string(),
                        logic::attempts_commit(step, id, true),
                    )),
            )
            .child(select(
                "What will come of this step?",
                move || logic::expected_of(step),
                logic::outcomes(),
                move |value| logic::choose_outcome(session, id, &value),
            ))
    };
    el(html::Details)
        .class("fold")
        .on(ev::toggle, move |_| is_wanted.set(true))
        .child(el(html::Summary).child(said))
        .show(move || is_wanted.get(), content)
}

fn step_tools(id: StepId, steps: Memo<Vec<u32>>, name: Signal<String>) -> El {
    let session = Session::here();
    let place = Signal::derive(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id.0).unwrap_or(0), steps.len()))
    });
    let go = move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied());
        let edit = Edit::Step(id, StepEdit::Before(Audience::Prospect, before.map(StepId)));
        session.edit_and_say(edit, format!("Now step {} of {of}", to + 1));
    };
    let act = move |edit: StepEdit, words: &str| session.edit_and_say(Edit::Step(id, edit), words);
    let arrow = move |way: &'static str, sign: &'static str, target: fn((usize, usize)) -> Option<usize>| {
        let press = move || {
            if let Some(to) = target(untrack(|| place.get())) {
                go(to);
            }
        };
        button(Look::Small, sign, press)
            .attr(data::Move, way)
            .aria_label(move || format!("Move {} {way}", name.get()))
            .attr(attr::AriaDisabled, move || target(place.get()).is_none().then(|| "true".to_owned()))
    };
    el(html::Div)
        .class("step__tools")
        .child(arrow("up", "↑", |(at, _)| at.checked_sub(1)))
        .child(arrow("down", "↓", |(at, of)| (at + 1 < of).then_some(at + 1)))
        .child(row_button(
            Look::Quiet,
            "Copy",
            move || format!("Copy {}", name.get()),
            move || act(StepEdit::Copy, "Copied"),
        ))
        .child(row_button(
            Look::Quiet,
            "Remove",
            move || format!("Remove {}", name.get()),
            move || act(StepEdit::Remove, "Removed. Undo brings it back."),
        ))
}
