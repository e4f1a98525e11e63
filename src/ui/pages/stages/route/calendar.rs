//! The working week and the days off (B12, B13).

use chrono::{NaiveDate, Weekday};
use leptos::ev;
use leptos::prelude::*;

use crate::plan::{Edit, Holiday, Line};
use crate::ui::parts::{Handler, Look, Shown, button, row_button, typed, unique_id};
use crate::ui::{Session, words};

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Which days are worked.
#[component]
pub fn WorkingDays() -> impl IntoView {
    let session = Session::here();
    let summary = move || {
        session.plan().with(|plan| {
            let worked: Vec<_> =
                WEEK.into_iter().filter(|day| plan.work_week.is_worked(*day)).map(|day| day.to_string()).collect();
            let off = match plan.holidays.len() {
                0 => "no days off besides".to_owned(),
                1 => "1 day off besides".to_owned(),
                count => format!("{count} days off besides"),
            };
            format!("Working days: {}; {off}", worked.join(", "))
        })
    };
    view! {
        <details class="group working-days">
            <summary>{move || summary()}</summary>
            <WorkedWeekdays />
            <DaysOff />
        </details>
    }
}

#[component]
fn WorkedWeekdays() -> impl IntoView {
    let session = Session::here();
    let problem = RwSignal::new(false);
    let day = move |day: Weekday| {
        let is_worked = session.slice(move |plan| plan.work_week.is_worked(day));
        let toggle: Handler<ev::Event> = Box::new(move |event| {
            let week = session.plan_now().work_week.toggled(day);
            problem.set(week.is_err());
            match week {
                Ok(week) => session.edit(Edit::WorkWeek(week)),
                Err(_) => event_target::<web_sys::HtmlInputElement>(&event).set_checked(true),
            }
        });
        view! {
            <label class="check check--inline">
                <input type="checkbox" prop:checked=is_worked on:change=toggle />
                <span>{words::weekday(day)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="weekdays">
            <legend>"Days you work"</legend>
            {WEEK.map(day).collect_view()}
            <p class="field__message" aria-live="polite">
                {move || problem.get().then_some("At least one day must be worked. Tick another one first.")}
            </p>
        </fieldset>
    }
}

#[component]
fn DaysOff() -> impl IntoView {
    let session = Session::here();
    let days = session.slice(|plan| plan.holidays.clone());
    let items = move || days.get().into_iter().map(|day| view! { <DayOffItem day /> }).collect_view();
    view! {
        <section class="days-off" aria-labelledby="days-off-title">
            <h3 id="days-off-title">"Days off besides"</h3>
            <ul class="days-off__list">
                {move || items()}
            </ul>
            <Shown when=move || days.with(Vec::is_empty)>
                <p class="empty">"None yet. Add public holidays and the days you are closed; every date steps over them."</p>
            </Shown>
            <NewDayOff />
        </section>
    }
}

#[component]
fn DayOffItem(day: Holiday) -> impl IntoView {
    let session = Session::here();
    let date = day.date;
    let remove = move || {
        let words = format!("{} is a working day again. Undo brings it back.", words::day_and_year(date));
        session.edit_and_say(Edit::RemoveHoliday(date), words);
    };
    view! {
        <li class="days-off__day">
            <time datetime=words::iso(date)>{words::day_and_year(date)}</time>
            <span>{day.name.to_string()}</span>
            {row_button(
                Look::Quiet,
                "Remove",
                move || format!("Remove the day off on {}", words::day_and_year(date)),
                remove,
            )}
        </li>
    }
}

#[component]
fn NewDayOff() -> impl IntoView {
    let session = Session::here();
    let (date_id, name_id) = (unique_id("day-off"), unique_id("day-off-name"));
    let (date, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<String>);
    let add = move || {
        let Ok(day) = date.get_untracked().parse::<NaiveDate>() else {
            return problem.set(Some("Choose a date first, then add it.".to_owned()));
        };
        session.pause();
        let name_line = Line::parse(name.get_untracked().trim()).map_err(words::text_problem);
        let outcome =
            name_line.and_then(|name| session.try_edit(Edit::AddHoliday(Holiday { date: day, name })));
        match outcome {
            Ok(()) => {
                session.announce(format!("{} is a day off", words::day_and_year(day)));
                date.set(String::new());
                name.set(String::new());
                problem.set(None);
            }
            Err(words) => problem.set(Some(words)),
        }
    };
    view! {
        <div class="fields-in-a-row">
            <div class="field field--date">
                <label class="field__label" for=date_id.clone()>"Day off"</label>
                <input
                    class="field__input"
                    id=date_id
                    type="date"
                    prop:value=date
                    on:change=typed(move |raw| date.set(raw))
                />
            </div>
            <div class="field">
                <label class="field__label" for=name_id.clone()>"What it is called"</label>
                <input
                    class="field__input"
                    id=name_id
                    type="text"
                    autocomplete="off"
                    prop:value=name
                    on:input=typed(move |raw| name.set(raw))
                />
            </div>
            {button(Look::Plain, "Add day off", add)}
        </div>
        <p class="field__message" aria-live="polite">{move || problem.get()}</p>
    }
}
