//! Public holidays: the sets the plan holds, and the ways to another one (B13).

use leptos::prelude::*;

use super::dated_list::{followed, part};
use super::holiday_days::holiday_days;
use super::holiday_looking::{FIELD, Looking};
use super::holiday_offer::HolidaysOf;
use super::holiday_search::search;
use crate::plan::{Edit, HolidaySet, Line};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, fold, row_button};
use crate::words;

/// The part.
pub fn public_holidays() -> El {
    let sets = followed(|plan| {
        let pair = |set: &HolidaySet| (set.code.to_string(), set.name.to_string());
        plan.holiday_sets.iter().map(pair).collect()
    });
    let list = move || {
        let sets = sets.get();
        if sets.is_empty() {
            let none = "None chosen yet. Choose your country or region, and that of your contacts if it is another one; every date steps over the days off of all.";
            return el(html::P).class("empty").child(none).into_any();
        }
        let rows: Vec<_> = sets.into_iter().map(|(code, name)| holiday_set(code, name)).collect();
        el(html::Ul).class("days-off__list").child(rows).into_any()
    };
    part("Public holidays", [el(html::Div).child(list), search(Looking::new(HolidaysOf::Business))])
}

fn holiday_set(code: String, name: String) -> El {
    let session = Session::here();
    let code = Line::fitted(&code);
    let found = {
        let code = code.clone();
        move || session.read(|plan| plan.holiday_sets.iter().find(|set| set.code == code).cloned())
    };
    let about = {
        let found = found.clone();
        move || {
            found()
                .map(|set| words::set(&set, session.read(|plan| plan.work_week), session.today()))
                .unwrap_or_default()
        }
    };
    let days = move || holiday_days(found().as_ref(), session.today());
    let removal = format!("Remove the holidays of {name}");
    let done = format!("The holidays of {name} are working days again. Undo brings them back.");
    let keep_focus = || request_animation_frame(|| platform::focus_if_lost(&format!("#{FIELD}")));
    let remove = move || {
        let dropped = session.propose(Edit::DropHolidays(code.clone()), done.clone(), keep_focus);
        dropped.unwrap_or_else(|problem| session.announce(problem));
    };
    el(html::Li)
        .class("holiday-set")
        .child(el(html::Strong).child(name))
        .child(row_button(Look::Quiet, "Remove", move || removal.clone(), remove))
        .child(fold(about, days))
}
