//! A quarter with people, from a fixed seed: after everything that happens, all dates are those found by hand, day by day;
//! taken back in order, everything leads to where it came from.

#![cfg(test)]

#[path = "simulated_quarter/by_hand.rs"]
mod by_hand;

#[path = "simulated_quarter/chance.rs"]
mod chance;

#[path = "simulated_quarter/events.rs"]
mod events;

#[path = "simulated_quarter/held.rs"]
mod held;

#[path = "simulated_quarter/setting.rs"]
mod setting;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use by_hand::ByHand;
use chance::Chance;
use chrono::{NaiveDate, TimeDelta};
use events::{first_day, happening, newcomers};
use followthrough::agenda::{Agenda, Forecasts, Preview};
use followthrough::plan::Audience;
use followthrough::roster::{Contact, ContactId, RosterEdit, Workspace, WorkspaceEdit};
use followthrough::workshop::History;
use held::check_reopened;
use setting::firm;

/// Days of the quarter; more happens than one can take back in the app, so that the states are kept here as well.
const DAYS: i64 = 92;

/// What happens on a day.
const HAPPENINGS: usize = 6;

type Done = BTreeMap<(ContactId, usize, usize), NaiveDate>;

/// Everything there is, as one number: the same for the same bytes.
fn digest(workspace: &Workspace) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{:?} {:?}", workspace.plan, workspace.roster.to_parts()).hash(&mut hasher);
    hasher.finish()
}

#[track_caller]
fn check_dates(by_hand: &mut ByHand, forecasts: &Forecasts, what: &str) {
    let (workspace, today) = (forecasts.workspace(), forecasts.today());
    for contact in workspace.roster.contacts() {
        for (at, enrolment) in contact.enrolments.iter().enumerate() {
            let expected = by_hand.dates(workspace, contact, enrolment, today);
            let found: Vec<_> = forecasts.timeline(contact.id, at).unwrap().days().collect();
            assert_eq!(
                found,
                expected,
                "{what}\non {today}: {contact:#?}\n{:#?}",
                workspace.steps(enrolment)
            );
        }
    }
}

/// What every surface tells of somebody agrees with the list.
#[track_caller]
fn check_facts(forecasts: &Forecasts, contact: &Contact) {
    for at in 0..contact.enrolments.len() {
        let facts = forecasts.facts(contact.id, at).unwrap();
        let timeline = forecasts.timeline(contact.id, at).unwrap();
        let due: Vec<_> = facts.iter().map(|facts| facts.due).collect();
        assert_eq!(due, timeline.days().collect::<Vec<_>>());
        let waiting = facts
            .iter()
            .enumerate()
            .filter(|(_, facts)| facts.is_open() && facts.happens() && facts.due.is_some());
        let waiting: Vec<_> = waiting.map(|(at, facts)| (at, facts.due.unwrap())).collect();
        assert_eq!(waiting, timeline.waiting().collect::<Vec<_>>());
    }
}

/// What is laid down for good, whatever happens.
fn check_laws(forecasts: &Forecasts) {
    let roster = &forecasts.workspace().roster;
    for contact in roster.contacts() {
        for audience in Audience::BOTH {
            let open = contact.enrolments.iter().filter(|it| it.is_open() && it.audience == audience);
            assert!(open.count() <= 1, "two times through one sequence are under way: {contact:#?}");
        }
    }
    let agenda = Agenda::of(forecasts, forecasts.today() + TimeDelta::days(400));
    for item in agenda.items() {
        assert!(item.due >= forecasts.today(), "nothing is due on a day that is over: {item:?}");
        assert_eq!(roster.contact(item.contact).unwrap().opted_out, None, "{item:?}");
    }
}

#[test]
fn simulated_quarter_of_500_contacts_dated_by_hand_and_taken_back() {
    let mut chance = Chance::new(0x5EED_0F01);
    let mut today = first_day();
    let mut workspace = firm();
    let mut states: Vec<(Workspace, u64)> = Vec::new();
    let mut by_hand = ByHand::default();
    let mut forecasts = Forecasts::of(&workspace, today);
    let (mut taken, mut refused, mut reopened) = (0, 0, 0);
    for day in 0..DAYS {
        let arriving = if day < 24 { 20 } else { usize::from(day % 3 == 0) };
        let mut edits: Vec<WorkspaceEdit> = Vec::new();
        if arriving > 0 {
            edits.push(newcomers(&mut chance, arriving, today));
        }
        for happening_of_day in 0..HAPPENINGS + edits.len() {
            let edit = match edits.pop() {
                Some(edit) => edit,
                None => happening(&mut chance, &workspace, today),
            };
            let said = format!("{edit:?} (day {day}, {happening_of_day})");
            let after = match workspace.edited(edit.clone()) {
                Ok(after) => after,
                Err(_) => {
                    refused += 1;
                    continue;
                }
            };
            taken += 1;
            reopened += check_reopened(&workspace, &edit);
            states.push((workspace.clone(), digest(&workspace)));
            let next = forecasts.after(&after, today);
            check_dates(&mut by_hand, &next, &said);
            let changed = workspace.roster.changed(&after.roster).filter_map(|(_, contact)| contact);
            changed.take(5).for_each(|contact| check_facts(&next, contact));
            check_done_stays(&workspace, &after, &forecasts, &next);
            (workspace, forecasts) = (after, next);
        }
        check_laws(&forecasts);
        today = today.succ_opt().unwrap();
        forecasts = forecasts.after(&workspace, today);
        check_dates(&mut by_hand, &forecasts, "the next day");
    }
    assert!(workspace.roster.count() > 450, "there were {} contacts", workspace.roster.count());
    assert!(taken > 400 && refused < taken, "{taken} happened, {refused} were refused");
    assert!(reopened > 10, "{reopened} were opened again");
    for (state, expected) in states.iter().rev() {
        assert_eq!(digest(state), *expected, "an earlier state was touched");
    }
    assert_eq!(states.first().unwrap().0, firm());
}

/// A step that is done never moves, unless somebody says another day.
#[track_caller]
fn check_done_stays(before: &Workspace, after: &Workspace, one: &Forecasts, other: &Forecasts) {
    let done = |workspace: &Workspace, forecasts: &Forecasts, id: ContactId| {
        let mut done = Done::new();
        let Some(contact) = workspace.roster.contact(id) else { return done };
        for (at, enrolment) in contact.enrolments.iter().enumerate() {
            let days: Vec<_> = forecasts.timeline(id, at).unwrap().days().collect();
            for (place, step) in workspace.steps(enrolment).iter().enumerate() {
                if enrolment.fact(step.id).is_some_and(|fact| fact.is_over()) {
                    done.insert((id, at, place), days[place].unwrap());
                }
            }
        }
        done
    };
    let unchanged = before.roster.contacts().filter(|contact| {
        after.roster.contact(contact.id).is_some_and(|other| std::sync::Arc::ptr_eq(contact, other))
    });
    for contact in unchanged.step_by(7) {
        let (earlier, later) = (done(before, one, contact.id), done(after, other, contact.id));
        let days = |done: &Done| {
            let mut days: Vec<_> = done.values().copied().collect();
            days.sort();
            days
        };
        assert_eq!(days(&earlier), days(&later), "{contact:#?}");
    }
}

#[test]
fn simulated_quarter_is_taken_back_by_the_history_of_the_app() {
    let mut chance = Chance::new(7);
    let mut today = first_day();
    let mut history: History<Workspace> = History::new(firm());
    let mut digests = vec![digest(history.present())];
    history.edit(newcomers(&mut chance, 60, today)).unwrap();
    digests.push(digest(history.present()));
    while digests.len() <= 90 {
        let edit = happening(&mut chance, history.present(), today);
        if history.edit(edit).is_ok() && digest(history.present()) != *digests.last().unwrap() {
            digests.push(digest(history.present()));
        }
        if chance.percent(20) {
            today = today.succ_opt().unwrap();
        }
    }
    let mut later = Vec::new();
    while let Some(expected) = digests.pop() {
        assert_eq!(digest(history.present()), expected);
        later.push(expected);
        assert_eq!(history.undo(), !digests.is_empty());
    }
    assert_eq!(**history.present(), firm());
    while let Some(expected) = later.pop() {
        assert_eq!(digest(history.present()), expected);
        assert_eq!(history.redo(), !later.is_empty());
    }
}

#[test]
fn simulated_quarter_keeps_everybody_else_where_they_are() {
    let mut chance = Chance::new(11);
    let today = first_day();
    let mut workspace = firm().edited(newcomers(&mut chance, 200, today)).unwrap();
    for _ in 0..60 {
        let (keep, gone) = (chance.below(200) as u32 + 1, chance.below(200) as u32 + 1);
        let edit = match chance.percent(50) {
            true => RosterEdit::Merge { keep: ContactId(keep), gone: ContactId(gone), on: today },
            false => RosterEdit::Remove(ContactId(gone)),
        };
        let Ok(after) = workspace.edited(WorkspaceEdit::Roster(edit)) else { continue };
        let (one, other) = (Forecasts::of(&workspace, today), Forecasts::of(&after, today));
        for contact in workspace.roster.contacts().filter(|it| ![keep, gone].contains(&it.id.0)) {
            for at in 0..contact.enrolments.len() {
                assert_eq!(one.timeline(contact.id, at), other.timeline(contact.id, at));
            }
        }
        assert!(Preview::of(&one, &other).contacts <= 2);
        assert!(after.roster.contact(ContactId(gone)).is_none());
        workspace = after;
    }
}
