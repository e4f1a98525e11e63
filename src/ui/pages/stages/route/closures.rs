//! Days in a row on which the business is closed or somebody is away (F8).

use leptos::prelude::*;

use super::dated_list::{Wording, dated_list, followed, part};
use super::entry::{Blank, entry};
use super::yearly::{every_year, yearly_closures};
use crate::calendar::iso_date;
use crate::plan::{Closure, Edit, Line, PersonId, Plan};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Leaving, Look, button, line_field, select, word_options};
use crate::words;
use crate::workshop::read_stretch;

const BLANKS: &[Blank] =
    &[Blank::Date("First day"), Blank::Date("Last day"), Blank::Text("What this time is called")];

/// A time that comes every year, in one line of words.
fn closed_every_year() -> El {
    let session = Session::here();
    let take = Callback::new(move |line: Line| {
        let (first, last) = read_stretch(line.as_str(), session.today_now())
            .ok_or("Write the first and the last day, such as 24 December to 1 January.")?;
        let days = (last - first).num_days() + 1;
        let yearly = every_year(first, days, Line::default()).ok_or_else(words::date_problem)?;
        let done = format!("Added: {}", words::yearly_closure(&yearly));
        session.pause();
        let outcome = session.try_edit(Edit::AddYearlyClosure(yearly));
        session.pause();
        outcome.map(|()| session.announce(done))
    });
    line_field(
        "Closed every year from",
        "Write the first and the last day, such as 24 December to 1 January.",
        Leaving::Keeps,
        take,
        |hand_over| button(Look::Plain, "Add every year", move || hand_over.run(())),
    )
}

const ONCE: &str = "Only once";

const EVERY_YEAR: &str = "Every year";

/// The list with what adds to it.
pub fn closures() -> El {
    let session = Session::here();
    let wording = Wording {
        none: "None on set dates yet. Add holidays you take and weeks you are closed; every date steps over them. Whoever is away alone only moves their own steps.",
        remove: "Remove",
    };
    let remove = move |at: usize| {
        if let Some(closure) = session.plan_now().closures.get(at) {
            let done = format!("Removed: {}. Undo brings it back.", words::closure_days(closure));
            session.edit_and_say(Edit::RemoveClosure(closure.clone()), done);
        }
    };
    let pairs = |plan: &Plan| {
        let pair = |closure: &Closure| (words::closure_days(closure), words::closure_name(plan, closure));
        plan.closures.iter().map(pair).collect()
    };
    let who = RwSignal::new(String::new());
    let people = followed(|plan| {
        let everybody = (String::new(), "Everybody".to_owned());
        let person = |person: &crate::plan::Person| (person.id.0.to_string(), person.name.to_string());
        std::iter::once(everybody).chain(plan.people.iter().map(person)).collect()
    });
    let often = RwSignal::new(ONCE.to_owned());
    let recurrence = select(
        "How often",
        move || often.get(),
        || word_options(&[ONCE, EVERY_YEAR]),
        move |value| often.set(value),
    );
    let choice = select("Who is away", move || who.get(), move || people.get(), move |value| who.set(value));
    let add = move |typed: &[String]| {
        let [first, last, name] = typed else { return Err(words::date_problem()) };
        let first = iso_date(first).ok_or("Choose the first day, then add it.")?;
        // One day is enough said by its first.
        let last = if last.is_empty() { Some(first) } else { iso_date(last) };
        let last = last.ok_or_else(words::date_problem)?;
        if let Some(problem) = words::closure_problem(first, last) {
            return Err(problem);
        }
        let name = Line::parse(name.trim()).map_err(words::text_problem)?;
        if often.get_untracked() == EVERY_YEAR {
            if !who.get_untracked().is_empty() {
                return Err(words::one_person_every_year());
            }
            let days = (last - first).num_days() + 1;
            let yearly = every_year(first, days, name).ok_or_else(words::date_problem)?;
            let done = format!("Added: {}", words::yearly_closure(&yearly));
            session.try_edit(Edit::AddYearlyClosure(yearly))?;
            often.set(ONCE.to_owned());
            return Ok(done);
        }
        let closure = Closure { first, last, name, who: who.get_untracked().parse().ok().map(PersonId) };
        let done = words::closure_days(&closure);
        session.try_edit(Edit::AddClosure(closure))?;
        who.set(String::new());
        Ok(format!("Added: {done}"))
    };
    let choices = el(html::Div).class("recurrence").child(choice).child(recurrence);
    let fields = entry(BLANKS, Some(choices), "Add this time", add);
    let yearly = yearly_closures(|it| it.days > 1);
    part("Closed or away", [dated_list(pairs, wording, remove), yearly, closed_every_year(), fields])
}
