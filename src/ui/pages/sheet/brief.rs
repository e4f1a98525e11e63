//! What the plan is about, on one sheet: destinations, goals with their "by" and measures, both sequences in short (A11, A22).

use super::{Source, head, printed};
use crate::plan::{Action, Audience, Goal, Plan};
use crate::platform;
use crate::timeline::Brief;
use crate::ui::element::{El, el, html};
use crate::words;

/// The sizes of type, as many as a [`Brief`] may have.
const SIZES: [&str; 4] =
    ["sheet brief brief--11", "sheet brief brief--10", "sheet brief brief--9", "sheet brief brief--8"];

/// The sheet.
pub fn brief(source: Source<'_>) -> El {
    let plan = source.plan;
    let fitted = Brief::of(plan, source.paper.percent());
    let deal =
        plan.deal_value.map(|value| format!("Typical deal: {}", platform::money(value, plan.currency)));
    let review = plan.review.map(|date| format!("Next review: {}", words::day_and_year(date)));
    let said =
        |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty() && *text != source.title);
    let facts =
        [said(plan.business.as_str()), said(plan.offer.as_str()), deal, review, Some(printed(source))];
    let more = plan.goals.len().saturating_sub(fitted.goals);
    let goals = [Some(Audience::Prospect), Some(Audience::Customer), None]
        .map(|audience| goals(&plan.goals[..fitted.goals], audience));
    let goals = (fitted.goals > 0).then(|| {
        el(html::Section)
            .child(el(html::H2).child("Goals"))
            .child(el(html::Div).class("brief__columns").child(goals))
            .child(words::and_more(more, "goal").map(|words| el(html::P).child(words)))
    });
    let sequence = |audience| sequence(source, audience, *fitted.steps.of(audience));
    let is_usual = fitted.percent == 100;
    el(html::Article)
        .class(SIZES[fitted.size.min(SIZES.len() - 1)])
        .class(("brief--usual", move || is_usual))
        .child(head(source.title, facts.into_iter().flatten().collect()))
        .child(destinations(plan))
        .child(goals)
        .child(Audience::BOTH.map(sequence))
}

fn destinations(plan: &Plan) -> Option<El> {
    let both = Audience::BOTH.map(|audience| destination(plan, audience));
    both.iter().any(Option::is_some).then(|| {
        el(html::Section)
            .child(el(html::H2).child("Destination"))
            .child(el(html::Div).class("brief__both").child(both))
    })
}

fn destination(plan: &Plan, audience: Audience) -> Option<El> {
    let statement = plan.statements.of(audience);
    let name = match audience {
        Audience::Prospect => "As a prospect",
        Audience::Customer => "As a customer",
    };
    (!statement.is_blank()).then(|| {
        el(html::Div)
            .child(el(html::H3).child(name))
            .child(el(html::P).class("brief__statement").child(statement.to_string()))
    })
}

fn goals(goals: &[Goal], audience: Option<Audience>) -> Option<El> {
    let goals: Vec<_> = goals.iter().filter(|goal| goal.audience == audience).map(goal).collect();
    let name = match audience {
        Some(Audience::Prospect) => "For prospects",
        Some(Audience::Customer) => "For customers",
        None => "Not sorted yet",
    };
    (!goals.is_empty()).then(|| {
        el(html::Div).child(el(html::H3).child(name)).child(el(html::Ul).class("brief__goals").child(goals))
    })
}

fn goal(goal: &Goal) -> El {
    let action = |action: &Action| {
        let measure = words::measure(&action.measure);
        let measure = measure.map(|words| el(html::Span).class("brief__measure").child(words));
        el(html::Li).child("by ").child(action.text.to_string()).child(measure)
    };
    el(html::Li)
        .child(el(html::Strong).child(goal.text.to_string()))
        .child(el(html::Ul).child(goal.actions.iter().map(action).collect::<Vec<_>>()))
}

/// The steps with their days, a line each.
fn sequence(source: Source<'_>, audience: Audience, count: usize) -> Option<El> {
    let sequence = source.plan.sequences.of(audience);
    let starts = (!sequence.trigger.is_blank())
        .then(|| el(html::P).child(format!("Starts when: {}", sequence.trigger)));
    let steps = sequence.steps.iter().zip(source.schedule.steps(audience)).take(count);
    let steps = steps.map(|(step, facts)| {
        let day = facts.due.map(|day| words::day_seen(day, source.today)).unwrap_or_default();
        el(html::Li)
            .child(el(html::Span).class("brief__number").child(facts.number.to_string()))
            .child(el(html::Span).child(step.what.to_string()))
            .child(el(html::Span).class("brief__day").child(day))
    });
    let steps: Vec<_> = steps.collect();
    let more = sequence.steps.len().saturating_sub(count);
    (!steps.is_empty()).then(|| {
        el(html::Section)
            .child(el(html::H2).child(words::course(audience)))
            .child(starts)
            .child(el(html::Ol).class("brief__columns brief__steps").child(steps))
            .child(words::and_more(more, "step").map(|words| el(html::P).child(words)))
    })
}
