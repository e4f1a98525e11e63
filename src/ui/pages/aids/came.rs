//! What came of the people: by sequence, step, channel and group, from how many, and how sure that is (A27, C8).

use leptos::prelude::*;

use crate::agenda::{Ends, Results, StepTold, Tally, results};
use crate::plan::Audience;
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{facts_row, facts_table, fold, section};
use crate::ui::reactive::{Memo, memo};
use crate::words;

const OF_SEQUENCES: [&str; 10] = [
    "Sequence",
    "Started",
    "Under way",
    "Replied",
    "Met",
    "Bought",
    "Not now",
    "Lost",
    "Opted out",
    "Steps over",
];

/// The part of the page, while somebody is on the plan.
pub fn came_of_people() -> El {
    let session = Session::here();
    let found = memo(move || results(&session.forecasts()));
    let has_begun = move || found.with(|found| !found.sequences.is_empty());
    let none = || {
        el(html::P)
            .class("empty")
            .child("Nobody has begun yet. Once somebody has, what came of it is counted here.")
    };
    let lead = "Whoever bought has also replied; whoever is lost may have been met before.";
    section("What came of the people", el(html::P).child(lead))
        .show(move || !has_begun(), none)
        .show(has_begun, move || all(session, found))
}

fn all(session: Session, found: Memo<Results>) -> El {
    let table = move || found.with(sequences).into_any();
    let sure = move || found.with(sureness).into_any();
    let part = move |name: &'static str,
                     first: &'static str,
                     rows: fn(Session, &Results) -> Vec<(String, Tally)>| {
        fold(
            move || name.to_owned(),
            move || {
                el(html::Div)
                    .child(move || found.with(|found| tallies(name, first, &rows(session, found))).into_any())
            },
        )
    };
    let explained = "In brackets stands within how many in a hundred the share is likely to lie. The fewer people, the wider that is; two shares whose brackets overlap may well be equal.";
    el(html::Div)
        .class("return__people")
        .child(table)
        .child(sure)
        .child(part("By step", "Step", steps))
        .child(part("By channel", "Channel", channels))
        .child(part("By group of people", "Group", groups))
        .child(el(html::P).class("return__explained").child(explained))
}

fn cell(words: impl Into<String>) -> El {
    el(html::Span).child(words.into())
}

fn sequences(found: &Results) -> El {
    let row = |(audience, tally): (&Audience, &Tally)| {
        let ends = found.ends.get(audience).copied().unwrap_or_default();
        let Ends { under_way, not_now, lost, opted_out, finished } = ends;
        let numbers =
            [tally.of, under_way, tally.replied, tally.met, tally.bought, not_now, lost, opted_out, finished];
        let cells = numbers.map(|number| cell(number.to_string())).into_iter().collect();
        facts_row(&OF_SEQUENCES, cell(words::audience(*audience)), cells)
    };
    facts_table("By sequence", &OF_SEQUENCES, found.sequences.iter().map(row).collect())
}

/// How sure one can be of what matters most.
fn sureness(found: &Results) -> El {
    let said = found.sequences.iter().flat_map(|(audience, tally)| match audience {
        Audience::Prospect => [
            words::sureness(*audience, "replied", tally.replies()),
            words::sureness(*audience, "bought", tally.purchases()),
        ],
        Audience::Customer => [words::sureness(*audience, "replied", tally.replies()), None],
    });
    let sentence = |said: String| el(html::Li).child(said);
    el(html::Ul).class("return__sure").child(said.flatten().map(sentence).collect::<Vec<_>>())
}

fn tallies(name: &'static str, first: &'static str, rows: &[(String, Tally)]) -> El {
    let titles = [first, "Replied", "Met", "Bought"];
    let row = |(name, tally): &(String, Tally)| {
        let cells =
            [tally.replies(), tally.meetings(), tally.purchases()].map(|rate| cell(words::rate(rate)));
        facts_row(&titles, cell(name.clone()), cells.into_iter().collect())
    };
    if rows.is_empty() {
        return el(html::P).class("empty").child("Nothing is marked as done yet.");
    }
    facts_table(name, &titles, rows.iter().map(row).collect())
}

fn steps(session: Session, found: &Results) -> Vec<(String, Tally)> {
    let whole = session.whole();
    let named = |(which, tally): (StepTold, Tally)| {
        let (audience, step, version) = which;
        (words::step_in_results(&whole, audience, step, version), tally)
    };
    found.steps_in_order(&whole.plan).into_iter().map(named).collect()
}

fn channels(_: Session, found: &Results) -> Vec<(String, Tally)> {
    found.channels.iter().map(|(channel, tally)| (words::channel(*channel).to_owned(), *tally)).collect()
}

fn groups(_: Session, found: &Results) -> Vec<(String, Tally)> {
    let named = |(name, tally): (&String, &Tally)| {
        let name = if name.is_empty() { "In no group".to_owned() } else { name.clone() };
        (name, *tally)
    };
    found.segments.iter().map(named).collect()
}
