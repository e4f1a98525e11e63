//! Which days are worked: the working week and all that is off besides (B12, B13).

use chrono::Weekday;

use super::closures::closures;
use super::days_off::{days_off, worked_days};
use super::holidays::public_holidays;
use crate::plan::Edit;
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{check, fold};
use crate::words;

/// The group, closed at first: its line says what holds.
pub fn working_days() -> El {
    let session = Session::here();
    let summary = move || session.read(|plan| words::working_days(plan));
    let content = || {
        let parts = [worked_weekdays(), public_holidays(), days_off(), closures(), worked_days()];
        el(html::Div).class("working-days__parts").child(parts)
    };
    fold(summary, content).class("group working-days")
}

fn worked_weekdays() -> El {
    let session = Session::here();
    let day = move |day: Weekday| {
        let is_worked = move || session.read(|plan| plan.work_week.is_worked(day));
        let toggle = move |_| {
            let week = session.plan_now().work_week.toggled(day);
            let week = week.map_err(|_| words::no_day_worked())?;
            session.propose(Edit::WorkWeek(week), words::days_worked(week), || ())
        };
        check(words::weekday(day), is_worked, toggle).class("check check--inline")
    };
    el(html::Fieldset)
        .class("weekdays")
        .child(el(html::Legend).child("Days you work"))
        .child(words::WEEK.map(day))
}
