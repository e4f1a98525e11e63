//! A card a step, to be cut out: when, who, what to say, and room for what is said (B3).

use super::Source;
use crate::plan::{Audience, Step};
use crate::schedule::{Place, StepFacts};
use crate::timeline::{CardSize, laid_on_sheets};
use crate::ui::element::{El, el, html};
use crate::words;

/// The sheets of cards of all open steps that come or may come.
pub fn cards(source: Source<'_>) -> Vec<El> {
    let percent = source.paper.percent();
    let is_open =
        |facts: &StepFacts| facts.is_open() && (facts.place == Place::OnPath || facts.fork.is_some());
    let steps: Vec<_> = source
        .schedule
        .all()
        .filter(|(_, facts)| is_open(facts))
        .filter_map(|(audience, facts)| Some((audience, source.plan.step(facts.step)?, facts)))
        .collect();
    let sizes: Vec<_> =
        steps.iter().map(|(_, step, _)| CardSize::holding(step.notes.as_str(), percent)).collect();
    let sheet = |sheet: Vec<usize>| {
        let cards = sheet.into_iter().map(|at| {
            let (audience, step, facts) = steps[at];
            card(source, audience, step, facts, sizes[at])
        });
        el(html::Article).class("sheet cards").child(cards.collect::<Vec<_>>())
    };
    laid_on_sheets(&sizes).into_iter().map(sheet).collect()
}

fn card(source: Source<'_>, audience: Audience, step: &Step, facts: &StepFacts, size: CardSize) -> El {
    let row = words::row(source.plan, step, facts);
    let facts_told = [row.when, row.conditions, row.with, row.who];
    let told: Vec<_> = facts_told.into_iter().filter(|words| !words.is_empty()).collect();
    let day = [row.due, row.remark].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
    let blank = |name: &'static str| {
        el(html::P).class("poster__blank").child(el(html::Span).child(name)).child(el(html::Span))
    };
    let script = (!step.notes.is_blank())
        .then(|| el(html::P).class("card__script").child(step.notes.as_str().trim().to_owned()));
    el(html::Section)
        .class(match size {
            CardSize::Quarter => "card",
            CardSize::Half => "card card--half",
            CardSize::Whole => "card card--whole",
        })
        .child(
            el(html::Header)
                .class("card__head")
                .child(mark(audience, row.number))
                .child(el(html::H2).child(row.what)),
        )
        .child(el(html::P).class("card__day").child(day.join(" – ")))
        .child(el(html::P).class("card__facts").child(told.join(" · ")))
        .child(blank("For"))
        .child(script)
        .child(el(html::Div).class("card__notes").child("Notes"))
}

/// The number of a step in the shape of its sequence: a filled circle before the first purchase, an open square after it.
pub fn mark(audience: Audience, number: usize) -> El {
    el(html::Span)
        .class(match audience {
            Audience::Prospect => "mark",
            Audience::Customer => "mark mark--customer",
        })
        .child(number.to_string())
}
