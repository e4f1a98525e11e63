//! Two rosters that were made from one, as by two tabs: what each of them changed, taken together.

use std::sync::Arc;

use super::{Contact, ContactId, Roster};

impl Roster {
    /// What both changed, where neither touched what the other did: by contact, by person, by country, by version. Where
    /// both added somebody under one number, one of the two takes another: the same one whoever takes them together.
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
    keys.sort();
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
