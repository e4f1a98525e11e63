//! A pasted list as it is understood: what its columns hold, and who stands in its lines.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::paste::Pasting;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, check, facts_row, facts_table, unique_id};
use crate::ui::reactive::{Memo, memo};
use crate::words;
use crate::workshop::{Column, ContactList, Pasted, Unclear};

/// As many lines are drawn before somebody asks for all.
const SHOWN: usize = 100;

const TITLES: [&str; 6] = ["Take", "E-mail", "Phone", "Start", "Also", "To know"];

/// What each column holds, to be corrected.
pub fn columns(pasting: Pasting) -> El {
    let all = memo(move || pasting.list.with(|list| (0..list.columns.len() as u32).collect::<Vec<_>>()));
    el(html::Fieldset)
        .class("roster__columns")
        .child(el(html::Legend).class("field__label").child("What the columns hold"))
        .child(el(html::Div).class("roster__fields").for_each(all, move |at| column(pasting, at as usize)))
}

fn column(pasting: Pasting, at: usize) -> El {
    let id = unique_id("column");
    let holds = move || pasting.list.with(|list| list.columns.get(at).copied()).unwrap_or(Column::LeftOut);
    let option = |column: Column| {
        let words = words::column(column);
        el(html::Option_).attr(attr::Value, words).child(words)
    };
    let choose = move |event: web_sys::Event| {
        let words = event_target_value(&event);
        let column = Column::ALL.into_iter().find(|column| words::column(*column) == words);
        let mut chosen = untrack(|| pasting.chosen.get());
        chosen.resize(chosen.len().max(at + 1), None);
        chosen[at] = column;
        pasting.chosen.set(chosen);
    };
    let label = move || {
        let heading = pasting.list.with(|list| list.headings.get(at).cloned().unwrap_or_default());
        let colon = if heading.is_empty() { "" } else { ": " };
        format!("Column {}{colon}{heading}", at + 1)
    };
    el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, id.clone()).child(label))
        .child(
            el(html::Select)
                .class("field__input field__input--select")
                .attr(attr::Id, id)
                .child(Column::ALL.map(option))
                .prop(prop::Value, move || words::column(holds()).to_owned())
                .on(ev::change, choose),
        )
}

/// Who stands in the lines, each to be ticked. Made anew as the list changes, not as lines are ticked.
pub fn table(pasting: Pasting) -> El {
    let list = pasting.list.get();
    let shown = if pasting.is_whole.get() { list.people.len() } else { SHOWN };
    // What is ticked and spread changes days, and no row is made anew for it.
    let starts = memo(move || {
        let taking = pasting.taking();
        (0..shown).map(|line| taking.start_of(line)).collect::<Vec<_>>()
    });
    let rows = list.people.iter().take(shown).enumerate();
    let rows = rows.map(|(at, person)| row(pasting, &list, starts, at, person)).collect();
    let rest = (list.people.len() > shown).then(|| {
        let words = format!("Show all {} lines", list.people.len());
        button(Look::Quiet, words, move || pasting.is_whole.set(true))
    });
    el(html::Div).class("roster__table").child(facts_table("Understood like this", &TITLES, rows)).child(rest)
}

fn row(
    pasting: Pasting,
    list: &ContactList,
    starts: Memo<Vec<Option<NaiveDate>>>,
    at: usize,
    person: &Pasted,
) -> El {
    let (session, contact) = (pasting.session, &person.contact);
    let plan = session.plan_now();
    let name = match contact.name.as_str().trim() {
        "" => format!("Line {} without a name", at + 1),
        name => name.to_owned(),
    };
    let tick = check(name, move || pasting.is_taken(at), move |is_taken| pasting.tick(at, is_taken));
    let owner = contact.owner.and_then(|owner| plan.person(owner)).map(|it| it.name.to_string());
    let note = contact.note.as_str().trim();
    let also = [
        Some(contact.reach.address.to_string()),
        Some(contact.segment.to_string()),
        owner.map(|owner| format!("looked after by {owner}")),
        Some(note.to_owned()),
    ];
    let also: Vec<_> = also.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    let mut known: Vec<String> = person.doubts.iter().map(words::unclear).collect();
    let is_twin = person.twin.is_some();
    let whole = session.whole_now();
    known.extend(person.twin.as_ref().map(|twin| words::twin(&whole, twin, &list.people)));
    known.push(words::lot(list.lot(at, &whole), is_twin).to_owned());
    let known: Vec<_> = known.into_iter().filter(|it| !it.is_empty()).collect();
    let is_unclear = person.doubts.iter().any(|it| matches!(it, Unclear::WhichDate(_)));
    let said = contact.start.as_ref().map(|(_, _, day)| *day);
    let start = move || match (starts.with(|starts| starts.get(at).copied().flatten()).or(said), is_unclear) {
        (Some(_), true) => "Not clear yet".to_owned(),
        (Some(day), false) => words::day_and_year(day),
        (None, _) => String::new(),
    };
    let cell = |text: String| el(html::Span).child(text);
    let cells = vec![
        cell(contact.reach.mail.to_string()),
        cell(contact.reach.phone.to_string()),
        el(html::Span).child(start),
        cell(also.join(", ")),
        el(html::Span).class("notice").child(known.join(" ")),
    ];
    facts_row(&TITLES, tick, cells)
}
