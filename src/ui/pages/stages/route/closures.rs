//! Days in a row on which the business is closed or somebody is away (F8).

use leptos::prelude::*;

use super::dated_list::{Wording, dated_list, followed, part};
use super::entry::{Blank, Choice, entry};
use super::yearly::{every_year, yearly_closures};
use crate::calendar::iso_date;
use crate::plan::{Closure, Edit, Line, PersonId, Plan};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Leaving, Look, button, line_field, select, word_options};
use crate::ui::reactive::{memo, var};
use crate::words;
use crate::workshop::read_stretch;

const BLANKS: &[Blank] =
    &[Blank::Date("First day"), Blank::Date("Last day"), Blank::Text("What this time is called")];

/// A time that comes every year, in one line of words.
fn closed_every_year() -> El {
    let session = Session::here();
    // What was typed stays until it is taken; then there is another field.
    let round = var(vec![0]);
    let fields = memo(move || round.get());
    let take = Callback::new(move |line: Line| {
        let (first, last) = read_stretch(line.as_str(), session.today_now())
            .ok_or("Write the first and the last day, such as 24 December to 1 January.")?;
        let days = (last - first).num_days() + 1;
        let yearly = every_year(first, days, Line::default()).ok_or_else(words::date_problem)?;
        let done = format!("Added: {}", words::yearly_closure(&yearly));
        let next = move || {
            round.set(round.with_untracked(|round| vec![round[0] + 1]));
            request_animation_frame(|| platform::focus("#closed-every-year input"));
        };
        session.propose(Edit::AddYearlyClosure(yearly), done, next)?;
        Err(String::new())
    });
    let field = move |_| {
        line_field(
            "Closed every year from",
            "Write the first and the last day, such as 24 December to 1 January.",
            Leaving::Keeps,
            take,
            |hand_over| button(Look::Plain, "Add every year", move || hand_over.run(())),
        )
    };
    el(html::Div).attr(attr::Id, "closed-every-year").for_each(fields, field)
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
        let closure = session.plan_now().closures.get(at)?.clone();
        let done = format!("Removed: {}. Undo brings it back.", words::closure_days(&closure));
        Some((Edit::RemoveClosure(closure), done))
    };
    let pairs = |plan: &Plan| {
        let pair = |closure: &Closure| (words::closure_days(closure), words::closure_name(plan, closure));
        plan.closures.iter().map(pair).collect()
    };
    let who = var(String::new());
    let people = followed(|plan| {
        let everybody = (String::new(), "Everybody".to_owned());
        let person = |person: &crate::plan::Person| (person.id.0.to_string(), person.name.to_string());
        std::iter::once(everybody).chain(plan.people.iter().map(person)).collect()
    });
    let often = var(ONCE.to_owned());
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
            return Ok((Edit::AddYearlyClosure(yearly), done));
        }
        let closure = Closure { first, last, name, who: who.get_untracked().parse().ok().map(PersonId) };
        let done = format!("Added: {}", words::closure_days(&closure));
        Ok((Edit::AddClosure(closure), done))
    };
    let choices = Choice {
        view: el(html::Div).class("recurrence").child(choice).child(recurrence),
        reset: Box::new(move || {
            who.set(String::new());
            often.set(ONCE.to_owned());
        }),
    };
    let fields = entry(BLANKS, Some(choices), "Add this time", add);
    let yearly = yearly_closures(|it| it.days > 1);
    part("Closed or away", [dated_list(pairs, wording, remove), yearly, closed_every_year(), fields])
}
