//! Several people at once, as they stand in a spreadsheet: shown as understood before anything is taken.

use std::sync::Arc;

use leptos::prelude::*;

use super::beginning::Beginning;
use super::draft::told;
use super::understood::{columns, table};
use crate::agenda::{Limits, Staggered, stagger};
use crate::plan::Audience;
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::pages::cells_field;
use crate::ui::parts::{Look, button, select, word_options};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::ui::{Session, Workspace};
use crate::words;
use crate::workshop::{Column, ContactList, ContactSetting, DateOrder, Lot, Taking};

/// What is pasted, what it is understood to be, and what of it is taken.
#[derive(Clone, Copy)]
pub struct Pasting {
    pub session: Session,
    workspace: Workspace,
    text: Var<String>,
    beginning: Beginning,
    /// How the starts are spread over days.
    spreading: Var<Spreading>,
    order: Var<Option<DateOrder>>,
    /// What columns hold where somebody said so.
    pub chosen: Var<Vec<Option<Column>>>,
    /// The lines of which somebody said whether they are taken, by place and name.
    ticks: Var<Vec<(usize, String, bool)>>,
    /// Whether all lines are shown.
    pub is_whole: Var<bool>,
    problem: Var<String>,
    /// As it is understood.
    pub list: Memo<Arc<ContactList>>,
}

impl Pasting {
    fn new(session: Session) -> Self {
        let text = session.pasted_people();
        let beginning = Beginning::new(session, Audience::Prospect);
        let (order, chosen) = (var(None), var(Vec::new()));
        let list = memo(move || {
            // Nobody is compared with all others while nothing is pasted.
            if text.with(|text| text.trim().is_empty()) {
                return Arc::default();
            }
            let whole = session.whole();
            let (event, day) = (beginning.event(), beginning.day());
            let setting = ContactSetting {
                workspace: &whole,
                audience: beginning.audience.get(),
                start: day.unwrap_or_else(|| session.today()),
                event: &event,
                order: order.get(),
            };
            Arc::new(text.with(|text| ContactList::read(text, setting, &chosen.get())))
        });
        let problem = var(String::new());
        Self {
            session,
            workspace: Workspace::here(),
            text,
            beginning,
            spreading: var(Spreading::None),
            order,
            chosen,
            ticks: var(Vec::new()),
            is_whole: var(false),
            problem,
            list,
        }
    }

    /// Whether a line is taken, followed.
    pub fn is_taken(self, at: usize) -> bool {
        let list = self.list.get();
        let name = list.people.get(at).map(|person| person.contact.name.to_string());
        let said = self.ticks.with(|ticks| {
            let mut said = ticks.iter().rev().filter(|(place, _, _)| *place == at);
            said.find(|tick| Some(&tick.1) == name.as_ref()).map(|tick| tick.2)
        });
        said.unwrap_or_else(|| list.is_taken_unasked(at)) && self.lot(at) != Lot::OptedOut
    }

    /// Takes a line, or no longer.
    pub fn tick(self, at: usize, is_taken: bool) {
        let list = self.list.get_untracked();
        let name = list.people.get(at).map(|person| person.contact.name.to_string()).unwrap_or_default();
        let mut ticks = untrack(|| self.ticks.get());
        ticks.retain(|(place, _, _)| *place != at);
        ticks.push((at, name, is_taken));
        self.ticks.set(ticks);
        self.problem.set(String::new());
    }

    /// What becomes of a line, followed.
    pub fn lot(self, at: usize) -> Lot {
        self.list.get().lot(at, &self.session.whole())
    }

    /// What is taken, with the starts spread as is wanted.
    pub fn taking(self) -> Taking {
        let taking = self.list.get().taking(&self.session.whole(), |at| self.is_taken(at));
        match (self.beginning.day(), self.staggered(&taking)) {
            (Some(day), Some(found)) => taking.spread(day, &found.starts),
            _ => taking,
        }
    }

    /// The days on which those start who would start on the day that is chosen; none where they are not spread.
    fn staggered(self, taking: &Taking) -> Option<Staggered> {
        let calls_a_day = match self.spreading.get() {
            Spreading::None => return None,
            Spreading::Hours => None,
            Spreading::Calls(calls) => Some(calls),
        };
        let (audience, day) = (self.beginning.audience.get()?, self.beginning.day()?);
        let starting = taking.starting_on(day, &self.session.whole().roster);
        Some(stagger(&self.session.forecasts(), audience, &starting, day, Limits { calls_a_day }))
    }

    fn forget(self) {
        self.text.set(String::new());
        self.order.set(None);
        self.chosen.set(Vec::new());
        self.ticks.set(Vec::new());
        self.is_whole.set(false);
        self.problem.set(String::new());
    }

    /// Takes all that is ticked, as one change.
    fn take(self) {
        let taking = untrack(|| self.taking());
        if let Err(problem) = untrack(|| self.beginning.read()) {
            return self.problem.set(problem);
        }
        if taking.asks_order {
            return self
                .problem
                .set("Say first whether the day or the month comes first in these dates.".to_owned());
        }
        self.workspace.put_people_by();
        match self.session.change_together(taking.edits.clone(), words::people_taken(&taking)) {
            Ok(()) => {
                self.forget();
                request_animation_frame(|| platform::focus("#people-all"));
            }
            Err(problem) => self.problem.set(problem),
        }
    }
}

/// The form.
pub fn form(session: Session) -> El {
    let pasting = Pasting::new(session);
    let has_people = move || pasting.list.with(|list| !list.people.is_empty());
    el(html::Div)
        .class("roster__form")
        .attr(attr::Role, "group")
        .aria_label("Paste several")
        .child(text_field(pasting))
        .child(cells_field(session, move |cells| match cells {
            Ok(cells) => {
                // What stands here goes with the columns it was read by: it is not thrown away for others.
                if !pasting.text.with_untracked(|text| text.trim().is_empty()) {
                    return pasting.problem.set(words::BOX_NOT_EMPTY.to_owned());
                }
                pasting.text.set(cells);
            }
            Err(problem) => pasting.problem.set(problem),
        }))
        .show(move || !has_people(), move || told(pasting.problem))
        .show(has_people, move || understood(pasting))
}

fn text_field(pasting: Pasting) -> El {
    let input = el(html::Textarea)
        .class("field__input field__input--prose")
        .attr(attr::Id, "people-text")
        .attr(attr::Rows, "5")
        .attr(attr::Autocomplete, "off")
        .attr(attr::Spellcheck, "false")
        .attr(attr::AriaDescribedby, "people-text-hint")
        .prop(prop::Value, move || pasting.text.get())
        .on(ev::input, move |event| {
            let text = event_target_value(&event);
            match text.trim().is_empty() {
                true => pasting.forget(),
                false => pasting.problem.set(String::new()),
            }
            pasting.text.set(text);
        });
    el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, "people-text").child("People, one on each line"))
        .child(el(html::P).class("field__hint").attr(attr::Id, "people-text-hint").child(
            "Copy the rows from your spreadsheet and paste them here, best with their headings. Nothing is added before you say so.",
        ))
        .child(input)
}

/// What it comes to, and what is taken of it.
fn understood(pasting: Pasting) -> El {
    let count = move || pasting.list.with(|list| words::people_count(list.people.len()));
    let asks_order = move || pasting.list.with(|list| list.asks_order) || pasting.order.get().is_some();
    let has_some = move || pasting.taking().count() > 0;
    let take = move || {
        let words = words::take_people(&pasting.taking());
        button(Look::Main, words, move || pasting.take()).into_any()
    };
    let none = || el(html::Span).class("roster__said").child("Nobody is ticked.");
    el(html::Div)
        .class("roster__understood")
        .child(
            el(html::P).attr(attr::AriaLive, "polite").child(move || format!("This comes to {}.", count())),
        )
        .child(columns(pasting))
        .child(
            el(html::Div)
                .class("roster__fields")
                .child(pasting.beginning.choice())
                .child(pasting.beginning.fields("pasted")),
        )
        .show(move || pasting.beginning.audience.get().is_some(), move || spreading(pasting))
        .show(asks_order, move || order(pasting))
        .child(move || table(pasting).into_any())
        .child(
            el(html::P)
                .class("roster__take")
                .show(has_some, move || el(html::Span).child(take))
                .show(move || !has_some(), none),
        )
        .child(told(pasting.problem))
}

/// How starts are spread over days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spreading {
    None,
    /// So that nobody has more to do in a day than fits.
    Hours,
    /// So that nobody has more calls in a day.
    Calls(u32),
}

/// The calls a day that are offered.
const CALLS: [u32; 4] = [2, 3, 5, 10];

/// The choice, and what comes of it.
fn spreading(pasting: Pasting) -> El {
    const ALL: &str = "All on that day";
    const HOURS: &str = "So that the days are not too full";
    let calls = |calls: u32| format!("So that nobody has more than {calls} calls a day");
    let value = move || match pasting.spreading.get() {
        Spreading::None => ALL.to_owned(),
        Spreading::Hours => HOURS.to_owned(),
        Spreading::Calls(count) => calls(count),
    };
    let options = move || {
        let words = [ALL.to_owned(), HOURS.to_owned()].into_iter().chain(CALLS.map(calls));
        words.map(|words| (words.clone(), words)).collect()
    };
    let choice = select("They start", value, options, move |chosen: String| {
        let wanted = CALLS.into_iter().find(|count| calls(*count) == chosen).map(Spreading::Calls);
        let hours = || if chosen == HOURS { Spreading::Hours } else { Spreading::None };
        pasting.spreading.set(wanted.unwrap_or_else(hours));
    });
    let said = move || {
        let taking = pasting.list.get().taking(&pasting.session.whole(), |at| pasting.is_taken(at));
        let has_hours = || {
            pasting
                .session
                .roster()
                .with(|roster| roster.availabilities().iter().any(|it| it.minutes_a_week.is_some()))
        };
        match pasting.staggered(&taking) {
            None => String::new(),
            Some(_) if pasting.spreading.get() == Spreading::Hours && !has_hours() => {
                words::NO_HOURS_SET.to_owned()
            }
            Some(found) => words::starts_spread(&found),
        }
    };
    el(html::Div)
        .class("roster__spread")
        .child(choice)
        .child(el(html::P).class("roster__said").attr(attr::AriaLive, "polite").child(said))
}

/// Which comes first in dates that could be read both ways.
fn order(pasting: Pasting) -> El {
    const UNSAID: &str = "Choose";
    let [day, month] = DateOrder::BOTH.map(words::date_order);
    let value = move || pasting.order.get().map_or(UNSAID, words::date_order).to_owned();
    let choice = select(
        "In these dates",
        value,
        move || word_options(&[UNSAID, day, month]),
        move |chosen: String| {
            let order = DateOrder::BOTH.into_iter().find(|order| words::date_order(*order) == chosen);
            pasting.problem.set(String::new());
            pasting.order.set(order);
        },
    );
    el(html::Div).class("roster__order").child(choice)
}
