//! What opens under a line: the words to say, why it is due and for what, and what can be done with it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::acts::{act, act_on, copy_message};
use super::list::Lines;
use crate::agenda::{Act, Item, What, Work};
use crate::calendar::iso_date;
use crate::plan::{Channel, Fate, Outcome, Prose};
use crate::platform;
use crate::roster::{ContactEdit, EnrolmentEdit, RosterEdit, WorkspaceEdit};
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Field, FieldKind, Look, button, exit_buttons, outcome_select, unique_id};
use crate::ui::reactive::{Var, var};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Aid, Stage};

/// What is under the line.
pub fn opened(lines: Lines, line: u32) -> El {
    let panel = el(html::Div).class("today__opened");
    let item = lines.items_now(&[line]).first().copied();
    let Some(item) = item else { return panel };
    panel
        .child(message(lines, line, &item))
        .child(reach(lines, &item))
        .child(reasons(lines, &item))
        .child(ways(lines, line, item))
        .child(note(lines, &item))
}

/// What is to be said, with the name filled in.
fn message(lines: Lines, line: u32, item: &Item) -> Option<El> {
    let text = words::message(&lines.session.whole_now(), item)?;
    let copy = button(Look::Small, "Copy the message", move || copy_message(lines, line));
    let open = words::left_open(&text);
    let open = (!open.is_empty())
        .then(|| el(html::P).class("today__open").child(format!("Fill in {open} before it goes out.")));
    Some(
        el(html::Div)
            .class("today__message")
            .child(el(html::P).class("today__words").child(text))
            .child(open)
            .child(el(html::P).child(copy)),
    )
}

/// The ways to reach somebody, where there is an address.
fn reach(lines: Lines, item: &Item) -> Option<El> {
    let whole = lines.session.whole_now();
    let contact = whole.roster.contact(item.contact)?;
    let link =
        |href: String, words: String| el(html::A).class("today__reach").attr(attr::Href, href).child(words);
    let (mail, phone) = (contact.reach.mail.as_str().trim(), contact.reach.phone.as_str().trim());
    let body = words::message(&whole, item).filter(|_| item.channel == Some(Channel::Email));
    let mail = (!mail.is_empty()).then(|| {
        let body = body.map(|text| format!("?body={}", platform::in_address(&text))).unwrap_or_default();
        link(format!("mailto:{}{body}", platform::in_address(mail)), format!("Write to {mail}"))
    });
    let phone = (!phone.is_empty()).then(|| {
        let digits: String = phone.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
        link(format!("tel:{digits}"), format!("Call {phone}"))
    });
    let address = contact.reach.address.as_str().trim();
    let address = (!address.is_empty()).then(|| el(html::Span).child(address.to_owned()));
    let note = contact.note.as_str().trim();
    let note = (!note.is_empty()).then(|| el(html::P).class("today__known").child(note.to_owned()));
    let is_reachable = mail.is_some() || phone.is_some() || address.is_some();
    let reach =
        is_reachable.then(|| el(html::P).class("today__reaches").child(mail).child(phone).child(address));
    (note.is_some() || reach.is_some()).then(|| el(html::Div).child(reach).child(note))
}

/// Why it is due on its day, for what, and what moves when it is done today.
fn reasons(lines: Lines, item: &Item) -> El {
    let session = lines.session;
    let (whole, today) = (session.whole_now(), session.today_now());
    let forecasts = untrack(|| session.forecasts());
    let why = match item.key().what {
        What::Step(audience, step) => {
            let contact = whole.roster.contact(item.contact);
            let at = contact.and_then(|contact| {
                contact.enrolments.iter().rposition(|it| it.is_open() && it.audience == audience)
            });
            let all = at.and_then(|at| forecasts.facts_by_calendars(item.contact, at));
            let (facts, calendars) = all.unwrap_or_default();
            let found = facts.iter().zip(&calendars).find(|(facts, _)| facts.step == step);
            found.and_then(|(facts, calendar)| words::why_by(&whole.plan, Some(calendar), item.who, facts))
        }
        What::Answer(_) | What::ComeBack(_) => None,
    };
    let goal = item.goal.and_then(|goal| whole.plan.goal(goal)).map(|goal| {
        el(html::P).class("today__reason").child("For the goal ").child(
            el(html::A)
                .attr(attr::Href, Route::Aid(Aid::Traceability).href())
                .child(format!("“{}”", goal.text)),
        )
    });
    let moves = untrack(|| moves(session, item, Act::Done(None), today));
    let sentence = |text: String| el(html::P).class("today__reason").child(text);
    el(html::Div)
        .class("today__reasons")
        .child(why.map(sentence))
        .child(words::lateness(&whole, item, today).map(sentence))
        .child(goal)
        .child((!moves.is_empty()).then(|| sentence(format!("Done today: {moves}"))))
}

/// What an act on a day would move, in sentences; nothing where it moves nothing (F4).
fn moves(session: Session, item: &Item, act: Act, on: NaiveDate) -> String {
    let edits = item.edits(&session.whole(), act, on).unwrap_or_default();
    session.would_move_people(WorkspaceEdit::All(edits.into_iter().map(WorkspaceEdit::Roster).collect()))
}

/// What can be done with it.
fn ways(lines: Lines, line: u32, item: Item) -> El {
    let outcome = var(None::<Outcome>);
    let do_it = move |what: Act| act(lines, &[line], what);
    let is_step = matches!(item.work, Work::Step { .. } | Work::Decide { .. });
    let result = is_step.then(|| outcome_select(move || outcome.get(), move |chosen| outcome.set(chosen)));
    let done = match item.work {
        Work::Answer(_) => "Answered",
        Work::ComeBack(_) => "Start again",
        Work::Step { .. } | Work::Decide { .. } => "Done",
    };
    let tries = words::attempt(&lines.session.whole_now(), &item).is_some();
    let plain = move |words: &'static str, what: Act| button(Look::Plain, words, move || do_it(what));
    let mut ways = vec![button(Look::Main, done, move || do_it(Act::Done(outcome.get_untracked())))];
    ways.extend(tries.then(|| plain("Tried in vain", Act::Tried)));
    if !matches!(item.work, Work::Answer(_)) {
        ways.push(plain(if is_step { "Skip" } else { "Give up" }, Act::Skip));
    }
    el(html::Div)
        .class("today__acts")
        .child(result)
        .child(el(html::Div).class("dialog__ways").child(ways))
        .child((!matches!(item.work, Work::Answer(_))).then(|| other_day(lines, line, item, outcome)))
        .child(is_step.then(|| exits(lines, line, item)))
}

/// Done on another day, put off to one, or the end of it.
fn other_day(lines: Lines, line: u32, item: Item, outcome: Var<Option<Outcome>>) -> El {
    let next = untrack(|| lines.session.forecasts()).next_day(&item);
    let day = var(next.map(words::iso).unwrap_or_default());
    let problem = var(String::new());
    let on_day = move |take: &dyn Fn(NaiveDate)| match iso_date(&day.get_untracked()) {
        Some(day) => take(day),
        None => problem.set(words::date_problem()),
    };
    let put_off = move || {
        on_day(&|to| match to > lines.session.today_now() {
            true => act(lines, &[line], Act::PutOff(to)),
            false => problem.set(words::put_off_to_past()),
        });
    };
    let done_then = move || {
        let act = Act::Done(outcome.get_untracked());
        on_day(&|on| match on > lines.session.today_now() {
            true => problem.set(words::mark_ahead(on, Fate::Done(None))),
            false => act_on(lines, &[line], act, on),
        });
    };
    let is_step = matches!(item.work, Work::Step { .. } | Work::Decide { .. });
    let would_move = move || {
        let Some(on) = day.with(|day| iso_date(day)) else { return String::new() };
        let is_ahead = on > lines.session.today();
        let act = if is_ahead { Act::PutOff(on) } else { Act::Done(outcome.get()) };
        words::would_move_to(is_ahead, &moves(lines.session, &item, act, on))
    };
    let id = unique_id("other-day");
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, "date")
        .prop(prop::Value, move || day.get())
        .on(ev::input, move |event| {
            problem.set(String::new());
            day.set(event_target_value(&event));
        })
        .on(ev::keydown, move |event| {
            if event.key() == "Enter" {
                event.prevent_default();
                put_off();
            }
        });
    el(html::Div)
        .class("today__other")
        .child(el(html::Label).class("field__label").attr(attr::For, id).child("Another day"))
        .child(input)
        .child(button(Look::Small, "Put off to that day", put_off))
        .child(is_step.then(|| button(Look::Small, "Done on that day", done_then)))
        .child(
            el(html::P).class("today__reason today__moves").attr(attr::AriaLive, "polite").child(would_move),
        )
        .child(
            el(html::P).class("field__message").attr(attr::AriaLive, "polite").child(move || problem.get()),
        )
}

/// How it may end for this person.
fn exits(lines: Lines, line: u32, item: Item) -> El {
    let ways = exit_buttons(Look::Quiet, lines.session, move |exit| act(lines, &[line], Act::Exit(exit)));
    el(html::Div)
        .class("today__exits")
        .child(el(html::Span).child(match item.work.audience() {
            Some(audience) => format!("Ends the {} steps: ", words::lower(audience)),
            None => String::new(),
        }))
        .child(ways)
}

/// Notes on the step for this person.
fn note(lines: Lines, item: &Item) -> Option<El> {
    let session = lines.session;
    let What::Step(audience, step) = item.key().what else { return None };
    let id = item.contact;
    let contact = session.contact(id);
    let value = move || {
        contact.with(|contact| {
            let fact = contact.as_ref().and_then(|contact| contact.open(audience)?.fact(step));
            fact.map(|fact| fact.note.to_string()).unwrap_or_default()
        })
    };
    let commit = Callback::new(move |raw: String| {
        let note = Prose::parse(&raw).map_err(words::text_problem)?;
        let edit = ContactEdit::Enrolment(audience, EnrolmentEdit::Note(step, note));
        session.type_of_people(RosterEdit::Contact(id, edit))
    });
    let change = el(html::A)
        .attr(attr::Href, Route::Workshop(Stage::Route).href())
        .child("Change the step for everybody");
    Some(
        el(html::Div)
            .class("today__note")
            .child(Field::new("Notes on this step", value, commit).kind(FieldKind::Prose).build())
            .child(el(html::P).class("today__reason").child(change)),
    )
}
