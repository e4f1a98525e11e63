//! Step 4: each goal by actions, and how one will know (A22-A24).

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::advice::goal_dates;
use crate::plan::{Action, ActionEdit, ActionId, Audience, Edit, GoalId, Measure};
use crate::platform;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{
    Field, Look, beside, date_field, help, new_line, question, row_button, stage_page, text_commit,
};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Followed, Route, Session};
use crate::words;
use crate::workshop::Stage;

/// The days on which something happens for each goal.
type GoalDates = Memo<Vec<(GoalId, Vec<NaiveDate>)>>;

/// The page.
#[inline(never)]
pub fn by() -> El {
    let session = Session::here();
    // Found once for the page: typing moves no date, so no line is looked at again.
    let dates = memo(move || {
        let schedule = session.schedule();
        session.read(|plan| goal_dates(plan, &schedule))
    });
    let content = [
        no_goals(),
        beside(goal_group(Some(Audience::Prospect), dates), goal_group(Some(Audience::Customer), dates)),
        goal_group(None, dates),
        help(
            "I do not know what to say or do.",
            "<p>Think of what people like to get, then of what you can give. Engagement, by telling them about a new article, asking what they want to read, or a small reward for following you. Repeat sales, by a rewards programme, an offer only customers get, or a word before every sale. Larger orders, by an upgrade at one click, fitting accessories, or three to five products that go together.</p>",
        ),
        help(
            "Why measure?",
            "<p>So that in a few months you can tell what worked. A good measure has something you can count, a value you would be happy with, and a day to look. One or two good measures in a plan are worth more than twenty.</p>",
        ),
        question(
            "Does every goal have at least one action that somebody can really do? Three give you a choice.",
        ),
    ];
    stage_page(
        Stage::By,
        "Finish each goal as a sentence: this goal, by doing that. One action is the least, three are better; write down whatever comes to mind. Here it becomes specific, and you can say how you will measure it.",
        content,
    )
}

fn no_goals() -> El {
    let session = Session::here();
    el(html::P)
        .class("empty")
        .hidden(move || session.read(|plan| !plan.goals.is_empty()))
        .child("There are no goals yet. ")
        .child(el(html::A).attr(attr::Href, Route::Workshop(Stage::Goals).href()).child("Pick some goals"))
        .child(" first; each of them gets a place here.")
}

fn goal_group(audience: Option<Audience>, dates: GoalDates) -> El {
    let ids = Session::here().numbers(move |plan| {
        plan.goals.iter().filter(|goal| goal.audience == audience).map(|goal| goal.id.0).collect()
    });
    let title = match audience {
        Some(Audience::Prospect) => "For prospects",
        Some(Audience::Customer) => "For customers",
        None => "Not sorted yet",
    };
    el(html::Section)
        .class("group")
        .hidden(move || ids.with(Vec::is_empty))
        .aria_label(title)
        .child(el(html::H2).child(title))
        .for_each(ids, move |number| goal_sentence(GoalId(number), dates))
}

/// *Goal* by action, action, action.
fn goal_sentence(id: GoalId, dates: GoalDates) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let text = move || goal.read(|goal| goal.text.to_string()).unwrap_or_default();
    let actions = session.numbers(move |plan| {
        plan.goal(id).into_iter().flat_map(|goal| &goal.actions).map(|action| action.id.0).collect()
    });
    let nudge = move || {
        let words = match actions.with(Vec::len) {
            0 => "At least one action makes this goal reachable.",
            1 => "One action. Two more would give you a choice.",
            2 => "Two actions. A third makes it a good set.",
            _ => "",
        };
        words.to_owned()
    };
    let happens = move || {
        dates.with(|dates| {
            let found = dates.iter().find(|(goal, _)| *goal == id);
            found.map(|(_, dates)| words::happens_on(dates)).unwrap_or_default()
        })
    };
    let by = el(html::Span).class("goal-sentence__by").child(" by …");
    el(html::Section)
        .class("goal-sentence")
        .aria_label(text)
        .attr(attr::Id, format!("goal-{}", id.0))
        .child(el(html::H3).class("goal-sentence__goal").child(text).child(by))
        .child(
            el(html::Ol)
                .class("goal-sentence__actions")
                .for_each(actions, |number| action_item(ActionId(number))),
        )
        .child(new_line("by", "Add action", move |line| Edit::AddAction(id, line)))
        .child(el(html::P).class("goal-sentence__nudge").attr(attr::AriaLive, "polite").child(nudge))
        .child(el(html::P).class("goal-sentence__dates").child(happens))
}

fn action_item(id: ActionId) -> El {
    let session = Session::here();
    let action = session.action(id);
    let text = move || action.read(|action| action.text.to_string()).unwrap_or_default();
    let remove = move || {
        let words = format!("Removed: by {}. Undo brings it back.", untrack(text));
        let goal = session.plan_now().action(id).map(|(goal, _)| goal.id.0);
        session.edit_and_say(Edit::Action(id, ActionEdit::Remove), words);
        if let Some(goal) = goal {
            request_animation_frame(move || platform::focus(&format!("#goal-{goal} > .line-field input")));
        }
    };
    let commit = text_commit(move |text| Edit::Action(id, ActionEdit::Text(text)));
    let line = el(html::Div)
        .class("action__line")
        .child(Field::new("Action", text, commit).quiet().build())
        .child(row_button(Look::Quiet, "Remove", move || format!("Remove “{}”", text()), remove));
    el(html::Li)
        .class("action")
        .attr(attr::Id, format!("action-{}", id.0))
        .child(line)
        .child(measure_fields(id, action))
}

/// What, how much, by when (A23).
fn measure_fields(id: ActionId, action: Followed<Action>) -> El {
    let part = move |part: fn(&Measure) -> String| {
        move || action.read(|action| part(&action.measure)).unwrap_or_default()
    };
    let by = move || action.read(|action| action.measure.by).flatten();
    let metric = text_commit(move |text| Edit::Action(id, ActionEdit::Metric(text)));
    let target = text_commit(move |text| Edit::Action(id, ActionEdit::Target(text)));
    let fields = [
        Field::new("What is counted", part(|measure| measure.metric.to_string()), metric).build(),
        Field::new("Target", part(|measure| measure.target.to_string()), target).build(),
        date_field("By when", "", by, move |date| Edit::Action(id, ActionEdit::By(date))),
    ];
    let summary = move || match part(summary)() {
        words if words.is_empty() => "Add a measure".to_owned(),
        words => words,
    };
    el(html::Details)
        .class("measure")
        .child(el(html::Summary).child(summary))
        .child(el(html::Div).class("fields-in-a-row").child(fields))
}

/// A measure in a sentence; empty without something to count.
fn summary(measure: &Measure) -> String {
    if measure.metric.is_blank() {
        return String::new();
    }
    let target = if measure.target.is_blank() { String::new() } else { format!(": {}", measure.target) };
    let by = measure.by.map(|by| format!(" by {}", words::day_and_year(by))).unwrap_or_default();
    format!("Measured by {}{target}{by}", measure.metric)
}
