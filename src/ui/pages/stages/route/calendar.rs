//! The working week and the days off (B12, B13).

use chrono::Weekday;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::calendar::iso_date;
use crate::plan::{Edit, Holiday, Line};
use crate::ui::element::{El, el};
use crate::ui::parts::{Look, button, row_button, unique_id};
use crate::ui::{Session, words};

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Which days are worked.
pub fn working_days() -> El {
    let session = Session::here();
    let summary = move || {
        session.read(|plan| {
            let worked = WEEK.into_iter().filter(|day| plan.work_week.is_worked(*day));
            let worked: Vec<_> = worked.map(|day| day.to_string()).collect();
            let off = match plan.holidays.len() {
                0 => "no days off besides".to_owned(),
                1 => "1 day off besides".to_owned(),
                count => format!("{count} days off besides"),
            };
            format!("Working days: {}; {off}", worked.join(", "))
        })
    };
    el("details")
        .class("group working-days")
        .child(el("summary").text(summary))
        .child(worked_weekdays())
        .child(days_off())
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
        .child(WEEK.map(day))
        .child(el("p").class("field__message").fixed("aria-live", "polite").text(problem))
}

fn days_off() -> El {
    let session = Session::here();
    let days = move || session.read(|plan| plan.holidays.clone());
    let has_none = move || session.read(|plan| plan.holidays.is_empty());
    let list = Memo::new(move |_| days());
    let items = move || {
        let items: Vec<_> = list.get().into_iter().map(day_off).collect();
        el("ul").class("days-off__list").child(items).into_any()
    };
    let none = || {
        el("p")
            .class("empty")
            .child("None yet. Add public holidays and the days you are closed; every date steps over them.")
    };
    let id = unique_id("part");
    el("section")
        .class("days-off")
        .attr("aria-labelledby", id.clone())
        .child(el("h3").attr("id", id).child("Days off besides"))
        .swap(items)
        .when(has_none, none)
        .child(new_day_off())
}

fn day_off(day: Holiday) -> El {
    let session = Session::here();
    let (date, words) = (day.date, words::day_and_year(day.date));
    let (name, done) = (
        format!("Remove the day off on {words}"),
        format!("{words} is a working day again. Undo brings it back."),
    );
    let remove = move || session.edit_and_say(Edit::RemoveHoliday(date), done.clone());
    el("li")
        .class("days-off__day")
        .child(el("time").attr("datetime", words::iso(date)).child(words))
        .child(el("span").child(day.name.to_string()))
        .child(row_button(Look::Quiet, "Remove", move || name.clone(), remove))
}

fn new_day_off() -> El {
    let session = Session::here();
    let (date, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(String::new());
    let add = move || {
        let Some(day) = iso_date(&date.get_untracked()) else {
            return problem.set("Choose a date first, then add it.".to_owned());
        };
        session.pause();
        let line = Line::parse(name.get_untracked().trim()).map_err(words::text_problem);
        match line.and_then(|name| session.try_edit(Edit::AddHoliday(Holiday { date: day, name }))) {
            Ok(()) => {
                session.announce(format!("{} is a day off", words::day_and_year(day)));
                date.set(String::new());
                name.set(String::new());
                problem.set(String::new());
            }
            Err(words) => problem.set(words),
        }
    };
    let field = |classes: &'static str, kind: &'static str, label: &'static str, text: RwSignal<String>| {
        let id = unique_id("day-off");
        let input = el("input")
            .class("field__input")
            .attr("id", id.clone())
            .attr("type", kind)
            .fixed("autocomplete", "off")
            .value(move || text.get())
            .chosen(move |raw| text.set(raw));
        el("div")
            .class(classes)
            .child(el("label").class("field__label").attr("for", id).child(label))
            .child(input)
    };
    let fields = el("div")
        .class("fields-in-a-row")
        .child(field("field field--date", "date", "Day off", date))
        .child(field("field", "text", "What it is called", name))
        .child(button(Look::Plain, "Add day off", add));
    el("div")
        .child(fields)
        .child(el("p").class("field__message").fixed("aria-live", "polite").text(move || problem.get()))
}
