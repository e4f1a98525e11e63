//! A roster's parts, and the check that makes them a roster.

use std::sync::Arc;

use chrono::NaiveDate;

use super::chunks::{Chunk, Chunks};
use super::{
    Availability, Contact, ContactId, Enrolment, Exit, RosterLimit, Touchpoint, Version, VersionId, Way,
};
use crate::calendar::{FIRST_DAY, LAST_DAY};
use crate::plan::{Audience, Fate, HolidaySet, Limit, Line, PersonId};

/// The people a plan is carried out with: legal at any time. Copies share what they have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    pub(super) contacts: Chunks,
    pub(super) availabilities: Arc<Vec<Availability>>,
    pub(super) countries: Arc<Vec<HolidaySet>>,
    pub(super) versions: Arc<Vec<Version>>,
    /// The last number given to a contact.
    pub(super) last_contact: u32,
    /// The last number given to a version.
    pub(super) last_version: u32,
}

/// Everything a roster consists of, not yet checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterParts {
    /// The contacts, in order of their ids.
    pub contacts: Vec<Contact>,
    /// Who works otherwise than the business, in order of their ids, one each.
    pub availabilities: Vec<Availability>,
    /// The holidays of countries that contacts and people live in, by their codes, one each.
    pub countries: Vec<HolidaySet>,
    /// Steps as they were, in order of their ids.
    pub versions: Vec<Version>,
    /// The last number given to a contact.
    pub last_contact: u32,
    /// The last number given to a version.
    pub last_version: u32,
}

/// Why parts do not make a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flawed {
    /// Contacts out of order, one twice, or with a number that was not given.
    Contacts(ContactId),
    /// Two times through one sequence are under way, or they are out of order.
    Enrolments(ContactId),
    /// What is known of steps is out of order, twice, or nothing.
    Facts(ContactId),
    /// Pauses backwards, out of order, or an open one that is not the last.
    Pauses(ContactId),
    /// Something is under way of somebody who wants to hear nothing more.
    OptedOut(ContactId),
    /// Touchpoints out of order, or one name twice; or an answer before the question.
    Touchpoints(ContactId),
    /// A country that is not there.
    UnknownCountry,
    /// A version that is not there, or of the other sequence.
    UnknownVersion(ContactId),
    /// Availabilities out of order, or one twice; absences backwards, too long, or on the days of another.
    Availability(PersonId),
    /// Holidays of a country out of order or too many, or a country twice.
    Countries,
    /// Versions out of order, or one with a number that was not given, or whose steps are no sequence.
    Versions(VersionId),
    /// There is more of something than a roster holds.
    TooMany(RosterLimit),
    /// A date beyond the years the calendar covers.
    DateOutOfRange(NaiveDate),
}

impl RosterParts {
    /// Makes a roster of the parts.
    ///
    /// # Errors
    /// The first [`Flawed`] found.
    pub fn checked(self) -> Result<Roster, Flawed> {
        let mut roster = Roster {
            contacts: Chunks::default(),
            availabilities: Arc::new(self.availabilities),
            countries: Arc::new(self.countries),
            versions: Arc::new(self.versions),
            last_contact: self.last_contact,
            last_version: self.last_version,
        };
        roster.check_surroundings()?;
        roster.put_all(self.contacts)?;
        Ok(roster)
    }
}

impl Roster {
    /// The largest number that a contact, a version or a touchpoint may have: the list of chunks is as long as the numbers
    /// given reach.
    pub const MAX_ID: u32 = 10_000_000;

    /// The roster with more contacts, in order of their ids, none of them there yet: how one is put together that was
    /// kept in parts.
    ///
    /// # Errors
    /// The first [`Flawed`] found.
    pub fn with(&self, contacts: Vec<Contact>) -> Result<Self, Flawed> {
        let mut roster = self.clone();
        roster.put_all(contacts)?;
        Ok(roster)
    }

    /// The roster as it is when it follows on another: no number that was given to somebody there is given again.
    #[must_use]
    pub fn following(&self, other: &Self) -> Self {
        Self {
            last_contact: self.last_contact.max(other.last_contact),
            last_version: self.last_version.max(other.last_version),
            ..self.clone()
        }
    }

    fn put_all(&mut self, contacts: Vec<Contact>) -> Result<(), Flawed> {
        let mut before = None;
        for contact in contacts {
            let is_next = before.is_none_or(|before| before < contact.id);
            if !is_next || contact.id.0 > self.last_contact || self.contact(contact.id).is_some() {
                return Err(Flawed::Contacts(contact.id));
            }
            before = Some(contact.id);
            self.check(&contact)?;
            self.contacts.put(contact);
        }
        self.check_count()
    }

    /// The last number given to a contact, also if that one was removed.
    pub fn last_contact(&self) -> u32 {
        self.last_contact
    }

    /// The last number given to a version.
    pub fn last_version(&self) -> u32 {
        self.last_version
    }

    /// The parts, to be written out.
    pub fn to_parts(&self) -> RosterParts {
        RosterParts {
            contacts: self.contacts().map(|contact| (**contact).clone()).collect(),
            availabilities: self.availabilities.to_vec(),
            countries: self.countries.to_vec(),
            versions: self.versions.to_vec(),
            last_contact: self.last_contact,
            last_version: self.last_version,
        }
    }

    /// The contacts, in order of their ids: the first that came first.
    pub fn contacts(&self) -> impl Iterator<Item = &Arc<Contact>> {
        self.contacts.iter()
    }

    /// Whether anybody is on a sequence and not through it.
    pub fn is_under_way(&self) -> bool {
        self.contacts().any(|contact| contact.is_under_way())
    }

    /// How many contacts there are.
    pub fn count(&self) -> usize {
        self.contacts.len()
    }

    /// The contact of that name.
    pub fn contact(&self, id: ContactId) -> Option<&Arc<Contact>> {
        self.contacts.get(id)
    }

    /// The contacts in chunks by their ids, each with its number; empty ones left out.
    pub fn chunks(&self) -> impl Iterator<Item = (u32, &Arc<Chunk>)> {
        self.contacts.chunks()
    }

    /// The numbers of the chunks that are others in `after`, or are there no more: what a save writes.
    pub fn changed_chunks(&self, after: &Self) -> Vec<u32> {
        self.contacts.changed_chunks(&after.contacts)
    }

    /// The contacts that are others in `after`: each as it was, and as it is.
    pub fn changed<'a>(
        &'a self,
        after: &'a Self,
    ) -> impl Iterator<Item = (Option<&'a Arc<Contact>>, Option<&'a Arc<Contact>>)> {
        self.contacts.changed(&after.contacts).into_iter()
    }

    /// Whether people, countries and versions are shared with another roster, so that the dates of an unchanged contact
    /// are the same in both.
    pub fn has_same_surroundings(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.availabilities, &other.availabilities)
            && Arc::ptr_eq(&self.countries, &other.countries)
            && Arc::ptr_eq(&self.versions, &other.versions)
    }

    /// Those who do not work as the business does.
    pub fn availabilities(&self) -> &[Availability] {
        &self.availabilities
    }

    /// When somebody works, where that is not as the business does.
    pub fn availability(&self, person: PersonId) -> Option<&Availability> {
        let at = self.availabilities.binary_search_by_key(&person, |known| known.person).ok()?;
        Some(&self.availabilities[at])
    }

    /// The holidays of the countries that contacts and people live in.
    pub fn countries(&self) -> &[HolidaySet] {
        &self.countries
    }

    /// The holidays of a country, by its code.
    pub fn country(&self, code: &Line) -> Option<&HolidaySet> {
        self.countries.iter().find(|country| country.code == *code)
    }

    /// Steps as they were.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version of that name.
    pub fn version(&self, id: VersionId) -> Option<&Version> {
        let at = self.versions.binary_search_by_key(&id, |version| version.id).ok()?;
        Some(&self.versions[at])
    }

    pub(super) fn check_count(&self) -> Result<(), Flawed> {
        allowed(RosterLimit::Contacts, self.count())
    }

    /// Checks one contact against itself and against people and countries.
    pub(super) fn check(&self, contact: &Contact) -> Result<(), Flawed> {
        let id = contact.id;
        if !(1..=Self::MAX_ID).contains(&id.0) {
            return Err(Flawed::Contacts(id));
        }
        allowed(RosterLimit::Enrolments, contact.enrolments.len())?;
        allowed(RosterLimit::Touchpoints, contact.touchpoints.len())?;
        self.check_country(contact.country.as_ref())?;
        for enrolment in &contact.enrolments {
            self.check_enrolment(id, enrolment)?;
        }
        let order = |enrolment: &Enrolment| enrolment.end.map_or(NaiveDate::MAX, |end| end.on);
        let is_twice = |audience: &Audience| {
            let open =
                contact.enrolments.iter().filter(|known| known.is_open() && known.audience == *audience);
            open.count() > 1
        };
        if !contact.enrolments.is_sorted_by_key(order) || Audience::BOTH.iter().any(is_twice) {
            return Err(Flawed::Enrolments(id));
        }
        if contact.opted_out.is_some() && contact.is_under_way() {
            return Err(Flawed::OptedOut(id));
        }
        let is_answer_late = |it: &Touchpoint| match it.way {
            Way::Answered(on) => on >= it.on,
            Way::Ours | Way::Theirs | Way::Asked => true,
        };
        let names =
            |at: usize| contact.touchpoints[..at].iter().any(|it| it.id == contact.touchpoints[at].id);
        let is_sound = contact.touchpoints.is_sorted_by_key(|it| it.on)
            && contact.touchpoints.iter().all(|it| it.id.0 <= Self::MAX_ID && is_answer_late(it))
            && !(0..contact.touchpoints.len()).any(names);
        if !is_sound {
            return Err(Flawed::Touchpoints(id));
        }
        let touched = contact.touchpoints.iter().flat_map(|it| match it.way {
            Way::Answered(on) => [it.on, on],
            Way::Ours | Way::Theirs | Way::Asked => [it.on; 2],
        });
        touched.chain(contact.opted_out).try_for_each(known)
    }

    fn check_enrolment(&self, id: ContactId, enrolment: &Enrolment) -> Result<(), Flawed> {
        allowed(RosterLimit::Pauses, enrolment.pauses.len())?;
        let is_known = |version: VersionId| {
            self.version(version).is_some_and(|version| version.audience == enrolment.audience)
        };
        if !enrolment.version.is_none_or(is_known) {
            return Err(Flawed::UnknownVersion(id));
        }
        let is_blank = |fact: &super::Fact| {
            let is_nothing = fact.mark.is_none() && fact.postponed.is_none() && fact.note.as_str().is_empty();
            is_nothing || fact.mark.is_some_and(|(_, fate)| fate == Fate::Tried(0))
        };
        if !enrolment.facts.is_sorted_by(|a, b| a.step < b.step) || enrolment.facts.iter().any(is_blank) {
            return Err(Flawed::Facts(id));
        }
        let is_sound = |(at, pause): (usize, &super::Pause)| {
            let is_after = enrolment.pauses[..at]
                .last()
                .is_none_or(|before| before.last.is_some_and(|last| last < pause.first));
            is_after && pause.last.is_none_or(|last| pause.first <= last)
        };
        if !enrolment.pauses.iter().enumerate().all(is_sound) {
            return Err(Flawed::Pauses(id));
        }
        let until = enrolment.end.and_then(|end| match end.exit {
            Exit::NotNow(until) => Some(until),
            _ => None,
        });
        let end = enrolment.end.map(|end| end.on);
        let facts = enrolment.facts.iter().flat_map(|fact| [fact.mark.map(|(on, _)| on), fact.postponed]);
        let pauses = enrolment.pauses.iter().flat_map(|pause| [Some(pause.first), pause.last]);
        facts.chain(pauses).chain([until, end]).flatten().chain([enrolment.start]).try_for_each(known)
    }

    fn check_country(&self, code: Option<&Line>) -> Result<(), Flawed> {
        match code {
            Some(code) if self.country(code).is_none() => Err(Flawed::UnknownCountry),
            _ => Ok(()),
        }
    }

    /// Checks what the contacts stand in.
    pub(super) fn check_surroundings(&self) -> Result<(), Flawed> {
        allowed(RosterLimit::Countries, self.countries.len())?;
        allowed(RosterLimit::Versions, self.versions.len())?;
        if self.last_contact > Self::MAX_ID {
            return Err(Flawed::Contacts(ContactId(self.last_contact)));
        }
        if self.last_version > Self::MAX_ID {
            return Err(Flawed::Versions(VersionId(self.last_version)));
        }
        let is_sound = |set: &HolidaySet| {
            set.days.is_sorted_by(|a, b| a.date < b.date)
                && set.worked.is_sorted_by(|a, b| a < b)
                && set.days.len() + set.worked.len() <= Limit::SetDays.max()
        };
        if !self.countries.is_sorted_by(|a, b| a.code < b.code) || !self.countries.iter().all(is_sound) {
            return Err(Flawed::Countries);
        }
        for (at, version) in self.versions.iter().enumerate() {
            let is_ordered = self.versions[..at].last().is_none_or(|before| before.id < version.id);
            if !is_ordered || version.id.0 > self.last_version || !version.is_sound() {
                return Err(Flawed::Versions(version.id));
            }
        }
        for (at, availability) in self.availabilities.iter().enumerate() {
            let is_ordered =
                self.availabilities[..at].last().is_none_or(|before| before.person < availability.person);
            let absences = &availability.absences;
            let is_apart = absences.is_sorted_by(|a, b| a.last < b.first);
            if !is_ordered || !is_apart || !absences.iter().all(super::Absence::is_sound) {
                return Err(Flawed::Availability(availability.person));
            }
            allowed(RosterLimit::Absences, absences.len())?;
            self.check_country(availability.country.as_ref())?;
            absences.iter().flat_map(|absence| [absence.first, absence.last]).try_for_each(known)?;
        }
        let off = self.countries.iter().flat_map(|set| &set.days).map(|day| day.date);
        off.chain(self.countries.iter().flat_map(|set| set.worked.iter().copied())).try_for_each(known)
    }
}

fn allowed(limit: RosterLimit, count: usize) -> Result<(), Flawed> {
    if limit.allows(count) { Ok(()) } else { Err(Flawed::TooMany(limit)) }
}

fn known(date: NaiveDate) -> Result<(), Flawed> {
    if (FIRST_DAY..=LAST_DAY).contains(&date) { Ok(()) } else { Err(Flawed::DateOutOfRange(date)) }
}
