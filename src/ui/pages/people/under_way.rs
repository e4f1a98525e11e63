//! The times of somebody through the sequences: those under way, those that have ended, and new ones.

use leptos::prelude::*;

use super::beginning::Beginning;
use super::draft::{Kind, draft, form, submit, told};
use super::ending::ways_out;
use super::person::Shown;
use super::step::steps;
use crate::agenda::Preview;
use crate::calendar::iso_date;
use crate::plan::Audience;
use crate::platform;
use crate::roster::{ContactEdit, Enrolment, EnrolmentEdit, RosterEdit, WorkspaceEdit};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, fold};
use crate::ui::reactive::{memo, var};
use crate::words;

/// The heading of a sequence that is under way.
pub fn heading_id(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "under-way-prospect",
        Audience::Customer => "under-way-customer",
    }
}

/// Where the focus goes when what had it is gone.
pub fn keep_focus() {
    request_animation_frame(|| {
        let places = Audience::BOTH.map(|audience| format!("#{}", heading_id(audience)));
        places.iter().map(String::as_str).chain(["main h1"]).for_each(platform::focus_if_lost);
        // What came above it may have moved it away.
        platform::reveal(":focus");
    });
}

/// One that is under way.
pub fn section(shown: Shown, audience: Audience) -> El {
    let of = move |read: fn(&Enrolment) -> bool| shown.read(|it| it.open(audience).map(read)).flatten();
    let title = move || {
        let today = shown.session.today();
        let title = shown.read(|it| it.open(audience).map(|enrolment| words::under_way(enrolment, today)));
        title.flatten().unwrap_or_default()
    };
    let is_held = memo(move || of(Enrolment::is_paused).unwrap_or_default());
    let hold = move || {
        let today = shown.session.today_now();
        let (edit, words) = match is_held.get_untracked() {
            true => (EnrolmentEdit::Resume(today), words::held(audience, false)),
            false => (EnrolmentEdit::Pause(today), words::held(audience, true)),
        };
        shown.propose(ContactEdit::Enrolment(audience, edit), words);
    };
    let hold = el(html::Button)
        .attr(attr::Type, "button")
        .class(Look::Plain.classes())
        .on(crate::ui::element::ev::click, move |_| hold())
        .child(move || if is_held.get() { "Go on" } else { "Put on hold" }.to_owned());
    let is_behind = memo(move || of(|enrolment| enrolment.version.is_some()).unwrap_or_default());
    let note = || {
        el(html::P)
            .class("person__held")
            .child("On hold: nothing is due until you go on. What is left is counted on from then.")
    };
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, heading_id(audience))
        .child(el(html::H2).attr(attr::Id, heading_id(audience)).attr(attr::Tabindex, "-1").child(title))
        .show(move || is_held.get(), note)
        .show(move || is_behind.get(), move || behind(shown, audience))
        .child(steps(shown, audience))
        .child(el(html::P).class("dialog__ways").child(hold))
        .child(ways_out(shown, audience))
        .child(fold(|| "Change the start day".to_owned(), move || start_day(shown, audience)))
}

/// Whoever goes by earlier steps can go by those of today.
fn behind(shown: Shown, audience: Audience) -> El {
    let follow = move || {
        let edit = ContactEdit::Enrolment(audience, EnrolmentEdit::Follow);
        shown.propose(edit, "Goes by the steps of today. Undo takes it back.".to_owned());
    };
    el(html::P).class("person__held").child(words::by_earlier_steps()).child(" ").child(button(
        Look::Quiet,
        "Go by the steps of today",
        follow,
    ))
}

/// Another start day: what that moves is shown before it is taken.
fn start_day(shown: Shown, audience: Audience) -> El {
    let session = shown.session;
    let current = memo(move || shown.read(|it| it.open(audience).map(|enrolment| enrolment.start)).flatten());
    let day = var(current.get_untracked().map(words::iso).unwrap_or_default());
    let problem = var(String::new());
    let wanted = memo(move || day.with(|day| iso_date(day)).filter(|day| Some(*day) != current.get()));
    let edit =
        move |day| RosterEdit::Contact(shown.id, ContactEdit::Enrolment(audience, EnrolmentEdit::Start(day)));
    let moves = move || {
        let Some(day) = wanted.get() else { return String::new() };
        let (whole, forecasts) = (session.whole(), session.forecasts());
        match whole.edited(WorkspaceEdit::Roster(edit(day))) {
            Ok(after) => {
                let preview = Preview::of(&forecasts, &forecasts.after(&after, session.today()));
                words::preview(&after, &preview).join(" ")
            }
            Err(refusal) => words::roster_problem(&whole, refusal),
        }
    };
    let take = move || match wanted.get_untracked() {
        Some(day) => {
            let said = session.change_people(edit(day), "The start day is changed. Undo takes it back.");
            problem.set(said.err().unwrap_or_default());
            keep_focus();
        }
        None => problem.set("Choose another day first.".to_owned()),
    };
    form("person__start", take)
        .child(draft("Start", format!("{}-start", heading_id(audience)), Kind::Date, day))
        .child(el(html::P).class("person__moves").attr(attr::AriaLive, "polite").child(moves))
        .child(el(html::P).child(submit("Take this start day")))
        .child(told(problem))
}

/// A start on a sequence they are not on.
pub fn start(shown: Shown, audience: Audience) -> El {
    let words = move || format!("Start on the {} sequence", words::lower(audience));
    fold(words, move || {
        let session = shown.session;
        let beginning = Beginning::new(session, audience);
        let problem = var(String::new());
        let take = move || {
            let begun = beginning.read().and_then(|begun| {
                let Some((audience, event, start)) = begun else { return Ok(()) };
                shown.try_change(ContactEdit::Enrol { audience, event, start }, String::new())
            });
            match begun {
                Ok(()) => {
                    let (whole, forecasts) = (session.whole_now(), untrack(|| session.forecasts()));
                    if let Some(contact) = whole.roster.contact(shown.id) {
                        session.announce(words::person_started(&whole, &forecasts, contact));
                    }
                    keep_focus();
                }
                Err(words) => problem.set(words),
            }
        };
        form("person__start", take)
            .child(
                el(html::Div)
                    .class("roster__fields")
                    .child(beginning.fields(&format!("begin-{}", words::lower(audience)))),
            )
            .child(el(html::P).child(submit("Start")))
            .child(told(problem))
    })
}

/// Those that have ended, in a line each.
pub fn ended(shown: Shown) -> El {
    let places = memo(move || {
        let all = shown.read(|it| {
            let all = it.enrolments.iter().enumerate().filter(|(_, enrolment)| !enrolment.is_open());
            all.map(|(at, _)| at as u32).collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let line = move |at: u32| {
        let at = at as usize;
        let words =
            move || shown.read(|it| it.enrolments.get(at).map(words::over)).flatten().unwrap_or_default();
        let can_reopen = memo(move || shown.read(|it| it.can_reopen(at)).unwrap_or_default());
        let reopen = move || {
            let read = |it: &Enrolment| (it.audience, it.is_paused());
            let known = untrack(|| shown.read(|it| it.enrolments.get(at).map(read))).flatten();
            if let Some((audience, is_held)) = known {
                let edit = EnrolmentEdit::Reopen(shown.session.today_now());
                shown.propose(ContactEdit::Enrolment(audience, edit), words::reopened(audience, is_held));
            }
        };
        let open = move || button(Look::Small, "Open again", reopen);
        el(html::Li)
            .child(el(html::Span).child(words))
            .show(move || can_reopen.get(), open)
            .child(past(shown, at))
    };
    let list = move || {
        el(html::Section)
            .class("group")
            .attr(attr::AriaLabelledby, "ended")
            .child(el(html::H2).attr(attr::Id, "ended").child("What is over"))
            .child(el(html::Ul).class("person__lines").for_each(places, line))
    };
    el(html::Div).show(move || !places.with(Vec::is_empty), list)
}

/// What was done of one that has ended: few lines at once, more when they are wanted.
fn past(shown: Shown, at: usize) -> El {
    const FEW: usize = 4;
    let lines = memo(move || {
        let whole = shown.session.whole();
        let enrolment = whole.roster.contact(shown.id).and_then(|it| it.enrolments.get(at));
        enrolment.map(|it| words::past_steps(&whole, it)).unwrap_or_default()
    });
    let list = move || {
        let line = |said: &String| el(html::Li).child(said.clone());
        let all = move || lines.with(|lines| lines.iter().map(line).collect::<Vec<_>>());
        el(html::Div).child(move || el(html::Ul).class("person__past").child(all()).into_any())
    };
    let summary = move || {
        shown.read(|it| it.enrolments.get(at).map(words::past_summed_up)).flatten().unwrap_or_default()
    };
    let is_long = memo(move || lines.with(Vec::len) > FEW);
    el(html::Div)
        .class("person__history")
        .show(move || !is_long.get(), list)
        .show(move || is_long.get(), move || fold(summary, list))
}
