//! Which days are worked: the working week and all that is off besides (B12, B13).

use chrono::Weekday;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::closures::closures;
use super::days_off::{days_off, worked_days};
use super::holidays::public_holidays;
use crate::plan::Edit;
use crate::ui::Session;
use crate::ui::element::{El, el};
use crate::ui::parts::fold;
use crate::words;

/// The group, closed at first: its line says what holds.
pub fn working_days() -> El {
    let session = Session::here();
    let summary = move || session.read(|plan| words::working_days(plan));
    let content = || {
        let parts = [worked_weekdays(), public_holidays(), days_off(), closures(), worked_days()];
        el("div").class("working-days__parts").child(parts)
    };
    fold(summary, content).class("group working-days")
}

fn worked_weekdays() -> El {
    let session = Session::here();
    let is_last = RwSignal::new(false);
    let day = move |day: Weekday| {
        let is_worked = move || session.read(|plan| plan.work_week.is_worked(day));
        let toggle = move |event: web_sys::Event| {
            let week = session.plan_now().work_week.toggled(day);
            is_last.set(week.is_err());
            match week {
                Ok(week) => session.edit(Edit::WorkWeek(week)),
                Err(_) => event_target::<HtmlInputElement>(&event).set_checked(true),
            }
        };
        let input = el("input").fixed("type", "checkbox").checked(is_worked).on("change", toggle);
        el("label").class("check check--inline").child(input).child(el("span").child(words::weekday(day)))
    };
    let problem = move || {
        let words = "At least one day must be worked. Tick another one first.";
        if is_last.get() { words.to_owned() } else { String::new() }
    };
    el("fieldset")
        .class("weekdays")
        .child(el("legend").child("Days you work"))
        .child(words::WEEK.map(day))
        .child(el("p").class("field__message").fixed("aria-live", "polite").text(problem))
}
