//! The same person twice: noticed, and made one.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Contact, ContactId, End, Enrolment, Exit, Reach, Refusal, Roster, Touchpoint};
use crate::plan::{Audience, Line, Prose, in_small_letters};

/// The fewest digits by which a phone number tells somebody.
const TELLING_DIGITS: usize = 7;

/// Pairs of contacts that look like one person: the same address or number, or the same name where neither is known to
/// differ. Each contact stands beside the first it looks like.
pub fn likely_twins(roster: &Roster) -> Vec<(ContactId, ContactId)> {
    let mut known: HashMap<Trait, &Contact> = HashMap::new();
    let mut twins = Vec::new();
    for contact in roster.contacts() {
        let traits = traits(&contact.name, &contact.reach);
        let first = traits.iter().filter_map(|it| known.get(it).map(|first| (it, *first)));
        let mut alike = first.filter(|(it, first)| it.is_telling() || !differs(&contact.reach, &first.reach));
        if let Some((_, first)) = alike.next() {
            twins.push((first.id, contact.id));
        }
        for it in traits {
            known.entry(it).or_insert(contact);
        }
    }
    twins
}

/// Whether two people look like one, by their names and how to reach them.
pub fn looks_like(one: (&Line, &Reach), other: (&Line, &Reach)) -> bool {
    are_alike((&traits(one.0, one.1), one.1), other)
}

/// Who looks like the same person as somebody.
pub fn twins_of(roster: &Roster, id: ContactId) -> Vec<ContactId> {
    let Some(one) = roster.contact(id) else { return Vec::new() };
    let known = traits(&one.name, &one.reach);
    let is_twin = |other: &&Arc<Contact>| {
        other.id != id && are_alike((&known, &one.reach), (&other.name, &other.reach))
    };
    roster.contacts().filter(is_twin).map(|other| other.id).collect()
}

fn are_alike(one: (&[Trait], &Reach), other: (&Line, &Reach)) -> bool {
    let traits = traits(other.0, other.1);
    let mut shared = one.0.iter().filter(|it| traits.contains(it)).peekable();
    shared.peek().is_some() && (shared.any(Trait::is_telling) || !differs(one.1, other.1))
}

/// Something by which somebody is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Trait {
    Mail(String),
    Phone(String),
    Name(String),
}

impl Trait {
    /// Whether two people hardly share it.
    fn is_telling(&self) -> bool {
        !matches!(self, Self::Name(_))
    }
}

fn traits(name: &Line, reach: &Reach) -> Vec<Trait> {
    let named = |it: &Line, make: fn(String) -> Trait| (!it.is_blank()).then(|| make(folded(it)));
    let digits = digits(&reach.phone);
    let phone = (digits.len() >= TELLING_DIGITS).then_some(Trait::Phone(digits));
    [named(&reach.mail, Trait::Mail), phone, named(name, Trait::Name)].into_iter().flatten().collect()
}

/// Whether something telling is known of both and differs.
fn differs(one: &Reach, other: &Reach) -> bool {
    let mails = (&one.mail, &other.mail);
    let phones = (digits(&one.phone), digits(&other.phone));
    let mails_differ = !mails.0.is_blank() && !mails.1.is_blank() && folded(mails.0) != folded(mails.1);
    mails_differ || (!phones.0.is_empty() && !phones.1.is_empty() && phones.0 != phones.1)
}

fn folded(line: &Line) -> String {
    let words: Vec<_> = line.as_str().split_whitespace().collect();
    in_small_letters(&words.join(" "))
}

/// The last digits of a number, without what is dialled before them from abroad.
fn digits(phone: &Line) -> String {
    let all: Vec<char> = phone.as_str().chars().filter(char::is_ascii_digit).collect();
    all[all.len().saturating_sub(9)..].iter().collect()
}

impl Roster {
    pub(super) fn merge(&mut self, keep: ContactId, gone: ContactId, on: NaiveDate) -> Result<(), Refusal> {
        if keep == gone {
            return Err(Refusal::SameContact(keep));
        }
        let other = self.contact(gone).ok_or(Refusal::NoSuchContact(gone))?.clone();
        self.change(keep, |contact| contact.absorb(&other, on))?;
        self.contacts.take(gone);
        Ok(())
    }
}

impl Contact {
    /// Takes over what is known of the same person under another name.
    fn absorb(&mut self, other: &Self, on: NaiveDate) -> Result<(), Refusal> {
        let lines = [
            (&mut self.name, &other.name),
            (&mut self.reach.mail, &other.reach.mail),
            (&mut self.reach.phone, &other.reach.phone),
            (&mut self.reach.address, &other.reach.address),
            (&mut self.segment, &other.segment),
        ];
        for (own, other) in lines {
            if own.is_blank() {
                own.clone_from(other);
            }
        }
        self.owner = self.owner.or(other.owner);
        self.country = self.country.clone().or_else(|| other.country.clone());
        self.note = together(&self.note, &other.note)?;
        for enrolment in &other.enrolments {
            let is_twice = enrolment.is_open() && self.open(enrolment.audience).is_some();
            let end = if is_twice { Some(End { on, exit: Exit::Merged }) } else { enrolment.end };
            self.put(Enrolment { end, ..enrolment.clone() });
        }
        for Touchpoint { on, channel, way, note, counts_for, .. } in other.touchpoints.iter().cloned() {
            self.add_touchpoint(on, channel, way, note, counts_for);
        }
        if let Some(since) = self.opted_out.into_iter().chain(other.opted_out).min() {
            let end = End { on, exit: Exit::OptedOut };
            Audience::BOTH.into_iter().for_each(|audience| self.end_where(end, audience));
            self.opted_out = Some(since);
        }
        Ok(())
    }
}

fn together(own: &Prose, other: &Prose) -> Result<Prose, Refusal> {
    match (own.is_blank(), other.is_blank() || own == other) {
        (_, true) => Ok(own.clone()),
        (true, false) => Ok(other.clone()),
        (false, false) => Prose::parse(&format!("{own}\n{other}")).map_err(|_| Refusal::NotesTooLong),
    }
}
