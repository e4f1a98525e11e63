//! Single days: off besides the working week, or worked although they are off (B13).

use super::dated_list::{Wording, dated_list, part};
use super::entry::{Blank, entry, entry_of};
use super::yearly::{Recurrence, yearly_closures};
use crate::calendar::iso_date;
use crate::plan::{Edit, Holiday, Line};
use crate::ui::Session;
use crate::ui::element::El;
use crate::ui::reactive::var;
use crate::words;

/// Single days off.
pub fn days_off() -> El {
    let session = Session::here();
    let wording = Wording {
        none: "None on a single date yet. Add the days on which you do not work; every date steps over them.",
        remove: "Remove the day off on",
    };
    let remove = move |at: usize| {
        let date = session.plan_now().holidays.get(at)?.date;
        let words = words::day_and_year(date);
        Some((Edit::RemoveHoliday(date), format!("{words} is a working day again. Undo brings it back.")))
    };
    let pairs = |plan: &crate::plan::Plan| {
        let pair = |day: &Holiday| (words::day_and_year(day.date), day.name.to_string());
        plan.holidays.iter().map(pair).collect()
    };
    let texts = vec![var(String::new()), var(String::new())];
    let recurrence = Recurrence::of(texts[0]);
    let add = move |typed: &[String]| {
        let [date, name] = typed else { return Err(words::date_problem()) };
        let date = iso_date(date).ok_or("Choose a date first, then add it.")?;
        let name = Line::parse(name.trim()).map_err(words::text_problem)?;
        let once = |name| {
            (Edit::AddHoliday(Holiday { date, name }), format!("{} is a day off", words::day_and_year(date)))
        };
        Ok(recurrence.adding(name.clone()).unwrap_or_else(|| once(name)))
    };
    const BLANKS: &[Blank] = &[Blank::Date("Day off"), Blank::Text("What it is called")];
    let fields = entry_of(BLANKS, texts, Some(recurrence.choice()), "Add day off", add);
    part("Other days off", [dated_list(pairs, wording, remove), yearly_closures(|it| it.days == 1), fields])
}

/// Days that are worked after all.
pub fn worked_days() -> El {
    let session = Session::here();
    let wording = Wording {
        none: "None. Add a Saturday or a holiday on which you work after all.",
        remove: "Remove the worked day",
    };
    let remove = move |at: usize| {
        let date = *session.plan_now().worked.get(at)?;
        let done = format!("{} is off again. Undo brings it back.", words::day_and_year(date));
        Some((Edit::Worked(date, false), done))
    };
    let pairs = |plan: &crate::plan::Plan| {
        plan.worked.iter().map(|date| (words::day_and_year(*date), String::new())).collect()
    };
    let add = move |typed: &[String]| {
        let date = typed.first().and_then(|date| iso_date(date));
        let date = date.ok_or("Choose a date first, then add it.")?;
        Ok((Edit::Worked(date, true), format!("{} is worked", words::day_and_year(date))))
    };
    part(
        "Extra working days",
        [
            dated_list(pairs, wording, remove),
            entry(&[Blank::Date("We work on")], None, "Add worked day", add),
        ],
    )
}
