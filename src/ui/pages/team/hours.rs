//! How many hours somebody has for follow-up in a week, and on which days.

use std::sync::Arc;

use chrono::Weekday;
use leptos::prelude::*;

use super::Shown;
use crate::roster::{PersonEdit, RosterEdit, WorkspaceEdit, minutes_of_hours};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Field, FieldKind, check, country_select};
use crate::words;

/// The hours and the days.
pub fn hours(shown: Shown) -> El {
    let session = shown.session;
    let value = move || {
        let roster = session.roster().get();
        let minutes = roster.availability(shown.id).and_then(|known| known.minutes_a_week);
        minutes.map(words::hours_typed).unwrap_or_default()
    };
    let commit = Callback::new(move |raw: String| {
        let minutes = minutes_of_hours(&raw).map_err(words::hours_problem)?;
        session.type_of_people(RosterEdit::Person(shown.id, PersonEdit::MinutesAWeek(minutes)))
    });
    let field = Field::new("Hours for follow-up a week", value, commit)
        .kind(FieldKind::Number)
        .hint("Whole or half hours. Empty means no limit.")
        .build();
    let lives = move || {
        let roster = session.roster().get();
        roster.availability(shown.id).and_then(|known| known.country.clone())
    };
    let name = move || shown.name.get();
    let country = country_select(["Holidays", "Those of the business"], name, lives, move |country| {
        RosterEdit::Person(shown.id, PersonEdit::Country(country))
    });
    el(html::Div)
        .class("team__hours")
        .child(shown.heading("Time for it"))
        .child(field)
        .child(days(shown))
        .child(country)
}

/// The weekdays that somebody works.
fn days(shown: Shown) -> El {
    let session = shown.session;
    let one = move |day: Weekday| {
        let is_worked = move || {
            let (plan, roster) = (session.plan().get(), session.roster().get());
            roster.week_of(&plan, shown.id).is_worked(day)
        };
        let toggle = move |_| {
            let whole = session.whole_now();
            let week = whole.roster.week_toggled(&whole.plan, shown.id, day);
            let week = week.map_err(|_| words::no_day_worked())?;
            let said = words::week_changed(&whole.plan, shown.id, week.is_some());
            let edit = RosterEdit::Person(shown.id, PersonEdit::Week(week));
            session.propose_any(WorkspaceEdit::Roster(edit), said, Arc::new(|| ()))
        };
        check(words::weekday(day), is_worked, toggle).class("check check--inline")
    };
    let is_own = move || {
        let roster = session.roster().get();
        let is_own = roster.availability(shown.id).is_some_and(|known| known.week.is_some());
        words::whose_week(is_own).to_owned()
    };
    let legend = move || format!("Days {} works", shown.name.get());
    el(html::Fieldset)
        .class("weekdays team__week")
        .child(el(html::Legend).child(legend))
        .child(words::WEEK.map(one))
        .child(el(html::P).class("team__note").child(is_own))
}
