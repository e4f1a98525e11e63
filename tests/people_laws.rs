//! What holds of people on a plan, whatever happened to them.

#![cfg(test)]

#[path = "simulated_quarter/chance.rs"]
mod chance;

#[path = "simulated_quarter/events.rs"]
mod events;

#[path = "simulated_quarter/setting.rs"]
mod setting;

#[path = "simulated_quarter/weeks.rs"]
mod weeks;

use std::collections::BTreeMap;

use chance::Chance;
use chrono::{NaiveDate, TimeDelta};
use events::{first_day, happening, newcomers};
use followthrough::agenda::{Agenda, Forecasts, Preview};
use followthrough::plan::{Audience, Line, StepId};
use followthrough::roster::{
    Contact, ContactEdit, ContactId, EnrolmentEdit, Exit, NewContact, Roster, RosterEdit, Workspace,
    WorkspaceEdit,
};
use proptest::prelude::*;
use setting::{firm, line};
use weeks::some_weeks;

fn all_days(forecasts: &Forecasts) -> Vec<Vec<Option<NaiveDate>>> {
    let mut all = Vec::new();
    for contact in forecasts.workspace().roster.contacts() {
        for at in 0..contact.enrolments.len() {
            all.push(forecasts.timeline(contact.id, at).unwrap().days().collect());
        }
    }
    all
}

fn enrol(audience: Audience, start: NaiveDate) -> ContactEdit {
    ContactEdit::Enrol { audience, event: Line::default(), start }
}

/// A step of one time of somebody through a sequence: of whom, on which and which time, which step.
type OneStep = (ContactId, Audience, usize, StepId);

/// The steps that are over: the day that was said, and the day that is forecast.
fn done_days(forecasts: &Forecasts) -> BTreeMap<OneStep, (NaiveDate, Option<NaiveDate>)> {
    let mut all = BTreeMap::new();
    for contact in forecasts.workspace().roster.contacts() {
        let mut times = [0, 0];
        for (at, enrolment) in contact.enrolments.iter().enumerate() {
            let time = &mut times[usize::from(enrolment.audience == Audience::Customer)];
            let days = forecasts.timeline(contact.id, at).unwrap().days();
            for (step, day) in forecasts.workspace().steps(enrolment).iter().zip(days) {
                let mark = enrolment.fact(step.id).and_then(|fact| fact.mark);
                if let Some((on, _)) = mark.filter(|(_, fate)| fate.is_over()) {
                    all.insert((contact.id, enrolment.audience, *time, step.id), (on, day));
                }
            }
            *time += 1;
        }
    }
    all
}

/// The open steps of what is under way that are late, each with the day since.
fn late(forecasts: &Forecasts) -> BTreeMap<(ContactId, Audience, StepId), NaiveDate> {
    let mut all = BTreeMap::new();
    for contact in forecasts.workspace().roster.contacts() {
        for (at, enrolment) in contact.enrolments.iter().enumerate().filter(|(_, it)| it.is_open()) {
            for facts in forecasts.facts(contact.id, at).unwrap() {
                let key = (contact.id, enrolment.audience, facts.step);
                all.extend(facts.overdue_since.map(|since| (key, since)));
            }
        }
    }
    all
}

/// Whoever is on a sequence for the first time: there is no other that could be opened again.
fn first_times(workspace: &Workspace) -> Vec<(ContactId, Audience)> {
    let mut all = Vec::new();
    for contact in workspace.roster.contacts() {
        let times = |audience| contact.enrolments.iter().filter(|it| it.audience == audience).count();
        let is_first = |audience: &Audience| contact.open(*audience).is_some() && times(*audience) == 1;
        all.extend(Audience::BOTH.into_iter().filter(is_first).map(|audience| (contact.id, audience)));
    }
    all
}

fn of_one((id, audience): (ContactId, Audience), edit: EnrolmentEdit) -> WorkspaceEdit {
    WorkspaceEdit::Roster(RosterEdit::Contact(id, ContactEdit::Enrolment(audience, edit)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_forecast_is_the_same_again_and_stays_when_it_is_agreed_on(seed in any::<u64>()) {
        let (workspace, today) = some_weeks(seed);
        let forecasts = Forecasts::of(&workspace, today);
        prop_assert_eq!(all_days(&forecasts), all_days(&Forecasts::of(&workspace, today)));
        // Somebody says of the first open step of each what is forecast: nothing moves.
        let mut agreed = workspace.clone();
        let mut said = 0;
        for contact in workspace.roster.contacts() {
            for (at, enrolment) in contact.enrolments.iter().enumerate().filter(|(_, it)| it.is_open()) {
                let waiting = forecasts.timeline(contact.id, at).unwrap().waiting().min_by_key(|(_, day)| *day);
                let Some((step, day)) = waiting else { continue };
                let facts = &forecasts.facts(contact.id, at).unwrap()[step];
                // On a day off it would be moved, which is what was asked for; a last day may be over by then.
                if facts.day_off.is_some() || facts.notice.is_some() || facts.latest.is_some() {
                    continue;
                }
                let postpone = EnrolmentEdit::Postpone(facts.step, Some(day));
                let edit = ContactEdit::Enrolment(enrolment.audience, postpone);
                let edit = WorkspaceEdit::Roster(RosterEdit::Contact(contact.id, edit));
                agreed = agreed.edited(edit).unwrap();
                said += 1;
            }
        }
        prop_assert!(said > 0, "somebody has an open step");
        let after = forecasts.after(&agreed, today);
        prop_assert_eq!(all_days(&forecasts), all_days(&after));
        prop_assert!(Preview::of(&forecasts, &after).is_empty());
    }

    #[test]
    fn dates_made_anew_in_part_are_those_made_from_the_start(seed in any::<u64>()) {
        let (mut workspace, today) = some_weeks(seed);
        let mut chance = Chance::new(!seed | 1);
        let mut forecasts = Forecasts::of(&workspace, today);
        for _ in 0..12 {
            let Ok(after) = workspace.edited(happening(&mut chance, &workspace, today)) else { continue };
            let next = forecasts.after(&after, today);
            let anew = Forecasts::of(&after, today);
            prop_assert_eq!(all_days(&next), all_days(&anew));
            prop_assert_eq!(Agenda::of(&next, today), Agenda::of(&anew, today));
            prop_assert_eq!(Preview::of(&forecasts, &next), Preview::of(&Forecasts::of(&workspace, today), &anew));
            (workspace, forecasts) = (after, next);
        }
    }

    #[test]
    fn what_is_done_never_moves_whatever_happens(seed in any::<u64>()) {
        let (mut workspace, mut today) = some_weeks(seed);
        let mut chance = Chance::new(!seed | 1);
        let (mut compared, mut moved) = (0, 0);
        for _ in 0..25 {
            let Ok(after) = workspace.edited(happening(&mut chance, &workspace, today)) else { continue };
            let next = today + TimeDelta::days(i64::from(chance.percent(50)));
            let (one, other) = (Forecasts::of(&workspace, today), Forecasts::of(&after, next));
            let (was, is) = (done_days(&one), done_days(&other));
            for (key, (on, day)) in &was {
                // What came of it may be said anew, and a step may be taken out of the plan.
                let Some((still_on, now)) = is.get(key).filter(|(still_on, _)| still_on == on) else { continue };
                prop_assert_eq!((day, now), (&Some(*on), &Some(*still_on)), "{:?}", key);
                compared += 1;
            }
            moved += usize::from(!Preview::of(&one, &one.after(&after, today)).is_empty());
            (workspace, today) = (after, next);
        }
        prop_assert!(compared > 0 && moved > 0, "{compared} done steps are compared, {moved} changes move others");
    }

    #[test]
    fn whoever_is_opened_again_is_late_with_nothing_but_what_was_late_when_they_left(
        seed in any::<u64>(),
        left in -3..=3_i64,
        away in 0..=400_i64,
    ) {
        let (workspace, today) = some_weeks(seed);
        let on = today + TimeDelta::days(left);
        let under_way = first_times(&workspace);
        let all = |workspace: &Workspace, edit: EnrolmentEdit| {
            let each = under_way.iter().map(|one| of_one(*one, edit.clone()));
            workspace.edited(WorkspaceEdit::All(each.collect())).unwrap()
        };
        let ended = all(&workspace, EnrolmentEdit::End(on, Exit::Lost));
        let (was_late, was_done) = (late(&Forecasts::of(&workspace, on)), done_days(&Forecasts::of(&workspace, on)));
        prop_assert!(!under_way.is_empty() && !was_done.is_empty());
        for back in [on, on + TimeDelta::days(1), on + TimeDelta::days(away)] {
            let after = Forecasts::of(&all(&ended, EnrolmentEdit::Reopen(back)), back);
            prop_assert_eq!(&done_days(&after), &was_done);
            for (key, since) in late(&after).into_iter().filter(|((id, audience, _), _)| under_way.contains(&(*id, *audience))) {
                prop_assert!(was_late.contains_key(&key), "{:?} since {}, left {}, back {}", key, since, on, back);
            }
        }
    }

    #[test]
    fn whoever_is_opened_again_has_the_dates_of_whoever_was_on_hold(
        seed in any::<u64>(),
        left in -3..=3_i64,
        away in -5..=400_i64,
    ) {
        let (workspace, today) = some_weeks(seed);
        let (on, back) = (today + TimeDelta::days(left), today + TimeDelta::days(left + away));
        let (mut reopened, mut resumed) = (workspace.clone(), workspace.clone());
        let mut compared = Vec::new();
        for one in first_times(&workspace) {
            // Whoever is on hold already, or was until later, cannot be put on hold then.
            let Ok(held) = resumed.edited(of_one(one, EnrolmentEdit::Pause(on))) else { continue };
            resumed = held.edited(of_one(one, EnrolmentEdit::Resume(back))).unwrap();
            let ended = reopened.edited(of_one(one, EnrolmentEdit::End(on, Exit::Lost))).unwrap();
            reopened = ended.edited(of_one(one, EnrolmentEdit::Reopen(back))).unwrap();
            compared.push(one);
        }
        prop_assert!(!compared.is_empty());
        let days = |forecasts: &Forecasts, (id, audience): (ContactId, Audience)| {
            let contact = forecasts.workspace().roster.contact(id).unwrap();
            let at = contact.enrolments.iter().position(|it| it.is_open() && it.audience == audience).unwrap();
            forecasts.timeline(id, at).unwrap().clone()
        };
        let (reopened, resumed) = (Forecasts::of(&reopened, back), Forecasts::of(&resumed, back));
        for one in compared {
            prop_assert_eq!(days(&reopened, one), days(&resumed, one), "{:?} left {}, back {}", one, on, back);
        }
    }

    #[test]
    fn whoever_opted_out_has_nothing_due_on_any_day(seed in any::<u64>()) {
        let (mut workspace, today) = some_weeks(seed);
        let ids: Vec<_> = workspace.roster.contacts().map(|contact| contact.id).step_by(2).collect();
        let far = TimeDelta::days(4000);
        let due = |workspace: &Workspace, day: NaiveDate| {
            let agenda = Agenda::of(&Forecasts::of(workspace, day), day + far);
            agenda.items().filter(|item| ids.contains(&item.contact)).count()
        };
        prop_assert!(due(&workspace, today) > 0, "some of them have something due before");
        for id in &ids {
            let out = RosterEdit::Contact(*id, ContactEdit::OptOut(today));
            workspace = workspace.edited(WorkspaceEdit::Roster(out)).unwrap();
        }
        // Whatever is tried with them afterwards, and on whatever day one looks.
        let mut chance = Chance::new(!seed | 1);
        for _ in 0..5 {
            for after in [0, 1, 30, 400] {
                prop_assert_eq!(due(&workspace, today + TimeDelta::days(after)), 0);
            }
            let forecasts = Forecasts::of(&workspace, today);
            for contact in workspace.roster.contacts().filter(|contact| ids.contains(&contact.id)) {
                let mut all = (0..contact.enrolments.len()).map(|at| forecasts.timeline(contact.id, at).unwrap());
                prop_assert!(all.all(|timeline| timeline.waiting().count() == 0));
                for audience in Audience::BOTH {
                    for edit in [enrol(audience, today), ContactEdit::Enrolment(audience, EnrolmentEdit::Reopen(today))] {
                        let edit = WorkspaceEdit::Roster(RosterEdit::Contact(contact.id, edit));
                        prop_assert!(workspace.edited(edit).is_err());
                    }
                }
            }
            // Somebody who was merged into another is that other, who may not have opted out.
            let edit = happening(&mut chance, &workspace, today);
            if !matches!(edit, WorkspaceEdit::Roster(RosterEdit::Merge { .. })) {
                workspace = workspace.edited(edit).unwrap_or(workspace);
            }
        }
    }

    #[test]
    fn nobody_is_on_one_sequence_twice_whatever_happens(seed in any::<u64>()) {
        let (workspace, today) = some_weeks(seed);
        let open = |contact: &Contact, audience| {
            contact.enrolments.iter().filter(|it| it.is_open() && it.audience == audience).count()
        };
        let most = |workspace: &Workspace| {
            let each = |contact: &Contact| Audience::BOTH.map(|audience| open(contact, audience));
            workspace.roster.contacts().flat_map(|contact| each(contact)).max()
        };
        prop_assert_eq!(most(&workspace), Some(1), "somebody is under way, and nobody twice");
        for contact in workspace.roster.contacts() {
            // All ways onto a sequence, for whoever is on it and whoever is not.
            let buy = ContactEdit::Buy { on: today, amount: None, event: Line::default() };
            let ways = Audience::BOTH.map(|audience| {
                let reopen = ContactEdit::Enrolment(audience, EnrolmentEdit::Reopen(today));
                [(audience, enrol(audience, today)), (audience, reopen)]
            });
            for (audience, way) in ways.into_iter().flatten().chain([(Audience::Customer, buy)]) {
                let after = workspace.edited(WorkspaceEdit::Roster(RosterEdit::Contact(contact.id, way)));
                prop_assert!(after.is_err() || open(contact, audience) == 0);
                prop_assert!(!after.is_ok_and(|after| most(&after) != Some(1)));
            }
            let other = workspace.roster.contacts().find(|other| other.id != contact.id).unwrap().id;
            let merge = RosterEdit::Merge { keep: contact.id, gone: other, on: today };
            prop_assert_eq!(most(&workspace.edited(WorkspaceEdit::Roster(merge)).unwrap()), Some(1));
        }
        let checked = workspace.roster.to_parts().checked();
        prop_assert_eq!(checked.as_ref(), Ok(&*workspace.roster));
    }

    #[test]
    fn merging_and_removing_keep_the_dates_of_everybody_else(seed in any::<u64>(), keep in 0..25_usize, beside in 1..25_usize) {
        let (workspace, today) = some_weeks(seed);
        let ids: Vec<_> = workspace.roster.contacts().map(|contact| contact.id).collect();
        prop_assert!(ids.len() > 2);
        let keep = keep % ids.len();
        // Somebody else.
        let gone = (keep + 1 + beside % (ids.len() - 1)) % ids.len();
        let (keep, gone) = (ids[keep], ids[gone]);
        let is_other = |id: ContactId| id != keep && id != gone;
        for edit in [RosterEdit::Merge { keep, gone, on: today }, RosterEdit::Remove(gone)] {
            let after = workspace.edited(WorkspaceEdit::Roster(edit)).unwrap();
            prop_assert!(after.roster.contact(gone).is_none());
            let (one, other) = (Forecasts::of(&workspace, today), Forecasts::of(&after, today));
            let mut compared = 0;
            for contact in workspace.roster.contacts().filter(|it| is_other(it.id)) {
                prop_assert_eq!(after.roster.contact(contact.id), Some(contact));
                for at in 0..contact.enrolments.len() {
                    prop_assert_eq!(one.timeline(contact.id, at), other.timeline(contact.id, at));
                    compared += one.timeline(contact.id, at).unwrap().days().flatten().count();
                }
            }
            prop_assert!(compared > 0, "somebody else has dates");
            let until = today + TimeDelta::days(400);
            let due = |forecasts: &Forecasts| {
                let agenda = Agenda::of(forecasts, until);
                agenda.items().filter(|item| is_other(item.contact)).copied().collect::<Vec<_>>()
            };
            prop_assert_eq!(due(&one), due(&other));
        }
    }

    #[test]
    fn what_two_tabs_changed_is_taken_together_the_same_whoever_does_it(seed in any::<u64>()) {
        let (base, today) = some_weeks(seed);
        let mut chance = Chance::new(!seed | 1);
        let mut tab = |changes: usize| {
            let mut tab = base.clone();
            for _ in 0..changes {
                // The steps are the plan's affair.
                let edit = match happening(&mut chance, &tab, today) {
                    WorkspaceEdit::Pattern(..) | WorkspaceEdit::Plan(_) => newcomers(&mut chance, 2, today),
                    edit => edit,
                };
                tab = tab.edited(edit).unwrap_or(tab);
            }
            tab.roster
        };
        let (mine, theirs) = (tab(3), tab(3));
        let base = &base.roster;
        prop_assert!(Roster::together(base, &mine, base).as_ref() == Some(&*mine));
        prop_assert!(Roster::together(base, base, &theirs).as_ref() == Some(&*theirs));
        prop_assert!(Roster::together(base, &mine, &mine).as_ref() == Some(&*mine));
        let both = Roster::together(base, &mine, &theirs);
        prop_assert_eq!(&both, &Roster::together(base, &theirs, &mine));
        let Some(both) = both else { return Ok(()) };
        let checked = both.to_parts().checked();
        prop_assert_eq!(checked.as_ref(), Ok(&both));
        let same = |one: &Contact, other: &Contact| Contact { id: one.id, ..other.clone() } == *one;
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for (before, after) in base.changed(side).filter(|(before, after)| before != after) {
                match (before, after) {
                    (None, Some(new)) => prop_assert!(both.contacts().any(|known| same(known, new))),
                    (Some(before), Some(after)) if other.contact(after.id) == Some(before) => {
                        prop_assert_eq!(both.contact(after.id), Some(after));
                    }
                    // Both changed something else of them: nothing that was changed here is lost.
                    (Some(before), Some(after)) => {
                        let both = both.contact(after.id).expect("neither took them away");
                        prop_assert!(after.name == before.name || both.name == after.name);
                        prop_assert!(after.reach.phone == before.reach.phone || both.reach.phone == after.reach.phone);
                        prop_assert!(after.note == before.note || both.note == after.note);
                        prop_assert!(after.opted_out == before.opted_out || both.opted_out == after.opted_out);
                        for touchpoint in &after.touchpoints {
                            let was_there = before.touchpoints.contains(touchpoint);
                            prop_assert!(was_there || both.touchpoints.contains(touchpoint));
                        }
                        for ((before, after), both) in
                            before.enrolments.iter().zip(&after.enrolments).zip(&both.enrolments)
                        {
                            for fact in after.facts.iter().filter(|fact| before.fact(fact.step) != Some(fact)) {
                                let kept = both.fact(fact.step).expect("what was noted is there");
                                let was = before.fact(fact.step);
                                prop_assert!(was.and_then(|was| was.mark) == fact.mark || kept.mark == fact.mark);
                            }
                        }
                    }
                    (Some(gone), None) => prop_assert!(both.contact(gone.id).is_none()),
                    (None, None) => {}
                }
            }
        }
        let added = |side: &Roster| base.changed(side).filter(|(before, _)| before.is_none()).count();
        let removed = |side: &Roster| base.changed(side).filter(|(_, after)| after.is_none()).count();
        prop_assert!(both.count() <= base.count() + added(&mine) + added(&theirs));
        prop_assert!(both.count() + removed(&mine) + removed(&theirs) >= base.count());
    }

    #[test]
    fn a_change_of_the_same_contact_on_both_sides_is_asked_about(seed in any::<u64>(), at in 0..25_usize) {
        let base = some_weeks(seed).0;
        let id = base.roster.contacts().nth(at % base.roster.count()).unwrap().id;
        let named = |name: &str| {
            let edit = RosterEdit::Contact(id, ContactEdit::Name(line(name)));
            base.edited(WorkspaceEdit::Roster(edit)).unwrap().roster
        };
        let (mine, theirs) = (named("Mine"), named("Theirs"));
        prop_assert_eq!(Roster::together(&base.roster, &mine, &theirs), None);
        let gone = base.edited(WorkspaceEdit::Roster(RosterEdit::Remove(id))).unwrap().roster;
        prop_assert_eq!(Roster::together(&base.roster, &mine, &gone), None);
    }

    #[test]
    fn an_agenda_is_the_same_whoever_was_enrolled_first(
        order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
        days in prop::collection::vec(0..6_i64, 12),
        after in 0..20_i64,
    ) {
        let somebody = |at: usize| NewContact {
            name: line(&format!("Contact {at}")),
            start: Some((
                if at.is_multiple_of(3) { Audience::Customer } else { Audience::Prospect },
                Line::default(),
                first_day() + TimeDelta::days(days[at]),
            )),
            ..NewContact::default()
        };
        let seen = |order: &[usize]| {
            let add = RosterEdit::Add(order.iter().map(|at| somebody(*at)).collect());
            let workspace = firm().edited(WorkspaceEdit::Roster(add)).unwrap();
            let today = first_day() + TimeDelta::days(after);
            let forecasts = Forecasts::of(&workspace, today);
            let agenda = Agenda::of(&forecasts, today + TimeDelta::days(10));
            // What waits today is the same however far one looks.
            let near = Agenda::ahead(&forecasts, 0);
            assert_eq!((&near.late, &near.due), (&agenda.late, &agenda.due));
            let name = |id| workspace.roster.contact(id).unwrap().name.to_string();
            let told = |items: &[followthrough::agenda::Item]| {
                items.iter().map(|it| (name(it.contact), it.work, it.due, it.standing)).collect::<Vec<_>>()
            };
            [told(&agenda.late), told(&agenda.due), told(&agenda.next)]
        };
        let in_order: Vec<_> = (0..12).collect();
        let told = seen(&order);
        prop_assert!(told.iter().map(Vec::len).sum::<usize>() >= 12, "there is something for each of them");
        prop_assert_eq!(told, seen(&in_order));
    }
}
