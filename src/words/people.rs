//! The people of a plan in words: how it stands with somebody, what passed between us, how it ended.

mod acts;

mod came;

mod countries;

mod in_time;

mod known;

mod moves;

mod past;

mod pasted;

mod refused;

mod team;

mod work;

use chrono::{Datelike, NaiveDate};

pub use acts::{acted, full_day, group, message, not_acted, reach, waiting_today, weeks_ahead};
pub use came::{rate, step_in_results, sureness};
pub use countries::{countries, country_chosen, country_taken};
pub use in_time::{more_in_time, steps_in_line};
pub use known::{
    NO_HOURS_SET, by_earlier_steps, exit_noted, held, lot, name_of, not_come_yet, over, people_count,
    people_found, people_in_file, people_spared, people_taken, people_under_way, person_added,
    person_started, reopened, sequence, starts_spread, step_marked, step_open_again, take_people, under_way,
    waits, whom,
};
pub use moves::{moved, preview, preview_of_one, undo_changes, would_move, would_move_to};
pub use past::{past_steps, past_summed_up};
pub use pasted::{column, date_order, twin, unclear};
pub use refused::roster_problem;
pub use team::{
    AWAY_BACKWARD, WEEKS_TOLD, absence, absence_removed, absence_taken, cover, hours_problem, hours_typed,
    room_for_new, steps_while_away, week_changed, week_load, week_over, weeks_summed_up, whose_week,
};
pub use work::{attempt, lateness, left_open, message_for, nth_try, standing, work};

use super::{audience, day, day_of, day_seen};
use crate::agenda::{Forecasts, Item, Work};
use crate::plan::{Channel, StepId};
use crate::roster::{Contact, ContactId, End, Enrolment, Exit, Touchpoint, Way, Workspace};

/// How a time through a sequence ended, within a line: `bought`, `not now, until 3 Mar 2027` (A8, D6).
pub fn exit(exit: Exit) -> String {
    match exit {
        Exit::Finished => "all steps are over",
        Exit::Bought(_) => "bought",
        Exit::Replied => "replied",
        Exit::Met => "met",
        Exit::NotNow(until) => return format!("not now, until {}", day_of(until)),
        Exit::OptedOut => "wants to hear nothing more",
        Exit::Lost => "lost",
        Exit::WrongPerson => "wrong person",
        Exit::Merged => "goes on under another name",
    }
    .to_owned()
}

/// The ends that a person can choose, as they are offered; "not now" is until a day (D6).
pub fn exits(until: NaiveDate) -> [(Exit, &'static str); 7] {
    [
        (Exit::Bought(None), "They bought"),
        (Exit::Replied, "They replied"),
        (Exit::Met, "We met"),
        (Exit::NotNow(until), "Not now"),
        (Exit::OptedOut, "Wants to hear nothing more"),
        (Exit::Lost, "Lost"),
        (Exit::WrongPerson, "Wrong person"),
    ]
}

/// Whose word it was, as it is offered (D3).
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Ours => "We got in touch",
        Way::Theirs => "They got in touch",
        Way::Asked => "They asked something",
        Way::Answered(_) => "They asked, and were answered",
    }
}

/// What passed between us: `They rang, 3 Dec`; with what became of it where something was asked (D3).
pub fn touchpoint(touchpoint: &Touchpoint) -> String {
    let on = touchpoint.on;
    let what = match touchpoint.way {
        Way::Ours => by_us(touchpoint.channel),
        Way::Theirs | Way::Asked | Way::Answered(_) => by_them(touchpoint.channel),
    };
    match touchpoint.way {
        Way::Ours | Way::Theirs => format!("{what}, {}", day(on)),
        Way::Asked => format!("{what} with a question, {}, not answered yet", day(on)),
        Way::Answered(then) if then == on => format!("{what} with a question, {}, answered at once", day(on)),
        Way::Answered(then) => format!("{what} with a question, {}, answered on {}", day(on), day(then)),
    }
}

fn by_us(channel: Option<Channel>) -> &'static str {
    match channel {
        Some(Channel::InPerson) => "We went to see them",
        Some(Channel::Phone) => "We rang",
        Some(Channel::Letter) => "We sent a letter",
        Some(Channel::Email) => "We wrote an e-mail",
        Some(Channel::SocialChat) => "We wrote in a chat",
        Some(Channel::Comments) => "We answered a comment",
        Some(Channel::Internal) => "We talked about them",
        None => "We got in touch",
    }
}

fn by_them(channel: Option<Channel>) -> &'static str {
    match channel {
        Some(Channel::InPerson) => "They came to see us",
        Some(Channel::Phone) => "They rang",
        Some(Channel::Letter) => "They sent a letter",
        Some(Channel::Email) => "They wrote an e-mail",
        Some(Channel::SocialChat) => "They wrote in a chat",
        Some(Channel::Comments) => "They wrote a comment",
        Some(Channel::Internal) | None => "They got in touch",
    }
}

/// How it stands with somebody, in one line: `Prospect, step 3 next: Tue 8 Dec`, `Bought on 3 Dec` (B9).
pub fn state(workspace: &Workspace, forecasts: &Forecasts, contact: &Contact) -> String {
    let today = forecasts.today();
    if let Some(since) = contact.opted_out {
        return format!("Wants to hear nothing more since {}", near(since, today));
    }
    let all = contact.enrolments.iter().enumerate();
    let open = all.filter(|(_, enrolment)| enrolment.is_open());
    let mut lines: Vec<_> =
        open.map(|(at, enrolment)| on_way(workspace, forecasts, contact, at, enrolment)).collect();
    if lines.is_empty() {
        let ends = contact.enrolments.iter().rev().filter_map(|enrolment| enrolment.end);
        let end = ends.into_iter().find(|end| end.exit != Exit::Merged);
        lines.push(end.map_or_else(|| "On no sequence".to_owned(), |end| ended(end, today)));
    }
    let mut reminders: Vec<(&str, String, usize)> = Vec::new();
    for (what, when) in forecasts.reminders(contact.id).filter_map(|item| reminder(&item, today)) {
        match reminders.iter_mut().find(|known| (known.0, &known.1) == (what, &when)) {
            Some(known) => known.2 += 1,
            None => reminders.push((what, when, 1)),
        }
    }
    lines.extend(reminders.into_iter().map(|(what, when, times)| match (what, times) {
        (ANSWER, 2..) => format!("{times} answers{when}"),
        _ => format!("{what}{when}"),
    }));
    lines.join("; ")
}

const ANSWER: &str = "an answer";

/// What waits beside the steps, once its day has come, and since when.
fn reminder(item: &Item, today: NaiveDate) -> Option<(&'static str, String)> {
    let what = match item.work {
        Work::Answer(_) => ANSWER,
        Work::ComeBack(_) => "to be taken up again",
        Work::Step { .. } | Work::Decide { .. } => return None,
    };
    let when = match item.standing.late_since() {
        Some(since) => format!(", late since {}", day_seen(since, today)),
        None if item.due <= today => " today".to_owned(),
        None => return None,
    };
    Some((what, when))
}

/// How it stands on a sequence that is under way.
fn on_way(
    workspace: &Workspace,
    forecasts: &Forecasts,
    contact: &Contact,
    at: usize,
    enrolment: &Enrolment,
) -> String {
    let today = forecasts.today();
    if let Some(pause) = enrolment.pauses.last().filter(|pause| pause.last.is_none()) {
        let since = if pause.first > today { "from" } else { "since" };
        return format!("On hold {since} {}", near(pause.first, today));
    }
    let who = audience(enrolment.audience);
    let facts = forecasts.facts(contact.id, at).unwrap_or_default();
    if let Some(since) = facts.iter().filter_map(|facts| facts.late_since(today)).min() {
        return format!("{who}, late since {}", day_seen(since, today));
    }
    let timeline = forecasts.timeline(contact.id, at);
    let next = timeline.and_then(|timeline| timeline.waiting().min_by_key(|(at, due)| (*due, *at)));
    match next {
        Some((at, due)) if due == today => format!("{who}, step {} is due today", at + 1),
        Some((at, due)) => format!("{who}, step {} next: {}", at + 1, day_seen(due, today)),
        None if workspace.steps(enrolment).is_empty() => format!("{who}, there are no steps yet"),
        None => format!("{who}, all steps are over"),
    }
}

/// How it ended, and when.
fn ended(end: End, today: NaiveDate) -> String {
    let on = near(end.on, today);
    match end.exit {
        Exit::Finished => format!("All steps were over on {on}"),
        Exit::Bought(_) => format!("Bought on {on}"),
        Exit::Replied => format!("Replied on {on}"),
        Exit::Met => format!("Met on {on}"),
        Exit::NotNow(until) => format!("Not now, until {}", near(until, today)),
        Exit::OptedOut => format!("Wants to hear nothing more since {on}"),
        Exit::Lost => format!("Lost on {on}"),
        Exit::WrongPerson => format!("The wrong person, since {on}"),
        Exit::Merged => format!("Goes on under another name since {on}"),
    }
}

/// Days in a row on which nothing was left over (B9); nothing to say of none.
pub fn clear_days(days: u32) -> Option<String> {
    match days {
        0 => None,
        1 => Some("Nothing was left over on the last working day.".to_owned()),
        _ => Some(format!("Nothing was left over on the last {days} working days.")),
    }
}

/// `3 Dec`; with its year where that is another than the day's on which one looks.
fn near(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day(date) } else { day_of(date) }
}

/// The name of a contact; none of one who is gone or has none.
fn known_as(workspace: &Workspace, id: ContactId) -> Option<String> {
    let name = workspace.roster.contact(id)?.name.as_str().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A step by its own words, as the contact runs on it: `“Write to them”`; `step 3` where it has none.
fn step_of(workspace: &Workspace, contact: Option<ContactId>, step: StepId) -> String {
    let contact = contact.and_then(|id| workspace.roster.contact(id));
    let own = contact.iter().flat_map(|contact| contact.enrolments.iter().rev());
    let own = own.map(|enrolment| workspace.steps(enrolment));
    let plans = workspace.plan.sequences.iter().map(|(_, sequence)| &sequence.steps[..]);
    let found = own.chain(plans).find_map(|steps| {
        let at = steps.iter().position(|known| known.id == step)?;
        Some((at + 1, steps[at].what.as_str().trim()))
    });
    match found {
        Some((number, "")) => format!("step {number}"),
        Some((_, what)) => format!("“{what}”"),
        None => "a step".to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests;
