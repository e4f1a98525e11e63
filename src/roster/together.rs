//! Two rosters that were made from one, as by two tabs: what each of them changed, taken together.

use std::sync::Arc;

use super::{Contact, ContactId, Enrolment, Fact, Reach, Roster, Touchpoint};
use crate::calendar::{sort_by, sort_by_number};
use crate::plan::{Prose, StepId};

impl Roster {
    /// What both changed, where neither touched what the other did: by person, by country, by version, and of a contact by
    /// what is known of it. Where both added somebody under one number, one of the two takes another: the same one whoever takes them together.
    /// `None` where both changed the same, or where the two do not fit together.
    pub fn together(base: &Self, mine: &Self, theirs: &Self) -> Option<Self> {
        let mut both = theirs.clone();
        both.availabilities =
            lists(&base.availabilities, &mine.availabilities, &theirs.availabilities, |it| it.person)?;
        both.countries = lists(&base.countries, &mine.countries, &theirs.countries, |set| set.code.clone())?;
        both.versions = lists(&base.versions, &mine.versions, &theirs.versions, |version| version.id)?;
        both.last_version = mine.last_version.max(theirs.last_version);
        both.last_contact = mine.last_contact.max(theirs.last_contact);
        let mut added_twice = Vec::new();
        for (before, after) in base.changed(mine) {
            let Some(id) = before.or(after).map(|contact| contact.id) else { continue };
            let other = theirs.contact(id);
            match (before, after, other) {
                _ if before == after || other == after => {}
                (None, Some(one), Some(other)) => added_twice.push((one, other)),
                (_, Some(after), _) if other == before => both.contacts.put(Contact::clone(after)),
                (_, None, _) if other == before => _ = both.contacts.take(id),
                (Some(before), Some(after), Some(other)) => {
                    both.contacts.put(contacts(before, after, other)?);
                }
                _ => return None,
            }
        }
        for (one, other) in added_twice {
            let is_first = format!("{one:?}") < format!("{other:?}");
            let (stays, moves) = if is_first { (one, other) } else { (other, one) };
            both.last_contact = both.last_contact.saturating_add(1);
            both.contacts.put(Contact::clone(stays));
            both.contacts.put(Contact { id: ContactId(both.last_contact), ..Contact::clone(moves) });
        }
        let is_sound = both.check_surroundings().is_ok()
            && both.check_count().is_ok()
            && both.contacts().all(|contact| both.check(contact).is_ok());
        is_sound.then_some(both)
    }
}

/// One thing that both may have changed.
fn either<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> Option<T> {
    match () {
        () if mine == theirs || base == theirs => Some(mine.clone()),
        () if base == mine => Some(theirs.clone()),
        () => None,
    }
}

/// Somebody of whom both changed something.
fn contacts(base: &Contact, mine: &Contact, theirs: &Contact) -> Option<Contact> {
    macro_rules! either {
        ($($field:ident).+) => {
            either(&base.$($field).+, &mine.$($field).+, &theirs.$($field).+)?
        };
    }
    Some(Contact {
        id: base.id,
        name: either!(name),
        reach: Reach {
            mail: either!(reach.mail),
            phone: either!(reach.phone),
            address: either!(reach.address),
        },
        segment: either!(segment),
        owner: either!(owner),
        country: either!(country),
        note: either!(note),
        enrolments: enrolments(&base.enrolments, &mine.enrolments, &theirs.enrolments)?,
        touchpoints: touchpoints(&base.touchpoints, &mine.touchpoints, &theirs.touchpoints)?,
        opted_out: either!(opted_out),
    })
}

fn enrolments(base: &[Enrolment], mine: &[Enrolment], theirs: &[Enrolment]) -> Option<Vec<Enrolment>> {
    if base == theirs || mine == theirs {
        return Some(mine.to_vec());
    }
    if base == mine {
        return Some(theirs.to_vec());
    }
    // They stand in order of their ends: each is found again where its sequence was begun once, or on the same day.
    let is_found = |one: &Enrolment, base_one: &Enrolment| {
        let times = base.iter().filter(|it| it.audience == base_one.audience).count();
        one.audience == base_one.audience && (times == 1 || one.start == base_one.start)
    };
    let is_same = |one: &[Enrolment]| {
        one.len() == base.len() && one.iter().zip(base).all(|(one, base)| is_found(one, base))
    };
    let all = base.iter().zip(mine).zip(theirs);
    let all = all.map(|((base, mine), theirs)| enrolment(base, mine, theirs));
    if is_same(mine) && is_same(theirs) { all.collect() } else { None }
}

fn enrolment(base: &Enrolment, mine: &Enrolment, theirs: &Enrolment) -> Option<Enrolment> {
    Some(Enrolment {
        audience: base.audience,
        event: either(&base.event, &mine.event, &theirs.event)?,
        start: either(&base.start, &mine.start, &theirs.start)?,
        facts: facts(base, mine, theirs)?,
        pauses: either(&base.pauses, &mine.pauses, &theirs.pauses)?,
        end: either(&base.end, &mine.end, &theirs.end)?,
        version: either(&base.version, &mine.version, &theirs.version)?,
    })
}

/// What is known of steps, step by step.
fn facts(base: &Enrolment, mine: &Enrolment, theirs: &Enrolment) -> Option<Vec<Fact>> {
    let known = |of: &Enrolment, step: StepId| {
        let none = Fact { step, mark: None, postponed: None, note: Prose::default() };
        of.fact(step).cloned().unwrap_or(none)
    };
    let mut steps: Vec<StepId> = mine.facts.iter().chain(&theirs.facts).map(|fact| fact.step).collect();
    sort_by_number(&mut steps, |step| step.0.into());
    steps.dedup();
    let both = steps.into_iter().map(|step| {
        let [base, mine, theirs] = [base, mine, theirs].map(|of| known(of, step));
        let mark = either(&base.mark, &mine.mark, &theirs.mark)?;
        let postponed = either(&base.postponed, &mine.postponed, &theirs.postponed)?;
        // What is over waits for no day.
        let postponed = postponed.filter(|_| mark.is_none_or(|(_, fate)| !fate.is_over()));
        Some(Fact { step, mark, postponed, note: either(&base.note, &mine.note, &theirs.note)? })
    });
    let both: Vec<Fact> = both.collect::<Option<_>>()?;
    Some(both.into_iter().filter(|fact| !fact.is_blank()).collect())
}

/// What passed: what both added at once has one name, and somebody is asked.
fn touchpoints(base: &[Touchpoint], mine: &[Touchpoint], theirs: &[Touchpoint]) -> Option<Vec<Touchpoint>> {
    let [base, mine, theirs] = [base, mine, theirs].map(|all| Arc::new(all.to_vec()));
    let mut both = (*lists(&base, &mine, &theirs, |it| it.id)?).clone();
    sort_by_number(&mut both, |it| it.on.to_epoch_days().into());
    Some(both)
}

/// Lists of what is told apart by something, in its order.
fn lists<T: Clone + PartialEq, K: Ord>(
    base: &Arc<Vec<T>>,
    mine: &Arc<Vec<T>>,
    theirs: &Arc<Vec<T>>,
    key: impl Fn(&T) -> K,
) -> Option<Arc<Vec<T>>> {
    if Arc::ptr_eq(base, mine) || base == mine || mine == theirs {
        return Some(theirs.clone());
    }
    if base == theirs {
        return Some(mine.clone());
    }
    let mut keys: Vec<K> = mine.iter().chain(theirs.iter()).map(&key).collect();
    sort_by(&mut keys, Ord::cmp);
    keys.dedup();
    let mut both = Vec::new();
    for wanted in keys {
        let [was, my, their] =
            [base, mine, theirs].map(|list| list.iter().find(|entry| key(entry) == wanted));
        let entry = match () {
            () if my == their || was == their => my,
            () if was == my => their,
            () => return None,
        };
        both.extend(entry.cloned());
    }
    Some(Arc::new(both))
}
