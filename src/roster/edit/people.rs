//! Changes to when people work, and to the countries they live in.

use std::sync::Arc;

use super::{PersonEdit, Refusal};
use crate::plan::{HolidaySet, Line, PersonId};
use crate::roster::{Availability, Contact, ContactId, Cover, Roster};

impl Roster {
    pub(super) fn apply_to_person(&mut self, person: PersonId, edit: PersonEdit) -> Result<(), Refusal> {
        let all = Arc::make_mut(&mut self.availabilities);
        let at = match all.binary_search_by_key(&person, |known| known.person) {
            Ok(at) => at,
            Err(at) => {
                all.insert(at, Availability::usual(person));
                at
            }
        };
        let availability = &mut all[at];
        match edit {
            PersonEdit::Week(week) => availability.week = week,
            PersonEdit::Country(country) => availability.country = country,
            PersonEdit::MinutesAWeek(minutes) => availability.minutes_a_week = minutes,
            PersonEdit::AddAbsence(absence) => {
                let at = availability.absences.partition_point(|known| known.first <= absence.first);
                availability.absences.insert(at, absence);
            }
            PersonEdit::RemoveAbsence(absence) => availability.absences.retain(|known| *known != absence),
        }
        if availability.is_usual() {
            all.remove(at);
        }
        Ok(self.check_surroundings()?)
    }

    pub(super) fn take_country(&mut self, set: HolidaySet) -> Result<(), Refusal> {
        let countries = Arc::make_mut(&mut self.countries);
        match countries.binary_search_by(|known| known.code.cmp(&set.code)) {
            Ok(at) => countries[at] = set,
            Err(at) => countries.insert(at, set),
        }
        Ok(self.check_surroundings()?)
    }

    pub(super) fn drop_country(&mut self, code: &Line) -> Result<(), Refusal> {
        Arc::make_mut(&mut self.countries).retain(|known| known.code != *code);
        let lives_there = |country: &Option<Line>| country.as_ref() == Some(code);
        if self.availabilities.iter().any(|known| lives_there(&known.country)) {
            let all = Arc::make_mut(&mut self.availabilities);
            for known in all.iter_mut().filter(|known| lives_there(&known.country)) {
                known.country = None;
            }
            all.retain(|known| !known.is_usual());
        }
        self.change_all(|contact| lives_there(&contact.country), |contact| contact.country = None)
    }

    /// Nobody is that person any more: its contacts have no owner, and whoever it stood in for is simply away.
    pub(in crate::roster) fn forget_person(&mut self, person: PersonId) -> Result<(), Refusal> {
        let stands_in = |cover: Cover| cover == Cover::HandOver(person);
        let is_named = |known: &Availability| {
            known.person == person || known.absences.iter().any(|absence| stands_in(absence.cover))
        };
        if self.availabilities.iter().any(is_named) {
            let all = Arc::make_mut(&mut self.availabilities);
            all.retain(|known| known.person != person);
            let absences = all.iter_mut().flat_map(|known| &mut known.absences);
            absences.filter(|absence| stands_in(absence.cover)).for_each(|it| it.cover = Cover::Shift);
        }
        self.change_all(|contact| contact.owner == Some(person), |contact| contact.owner = None)
    }

    /// Changes the contacts of which something is so.
    pub(in crate::roster) fn change_all(
        &mut self,
        is_meant: impl Fn(&Contact) -> bool,
        change: impl Fn(&mut Contact),
    ) -> Result<(), Refusal> {
        let meant: Vec<ContactId> =
            self.contacts().filter(|contact| is_meant(contact)).map(|contact| contact.id).collect();
        for id in meant {
            self.change(id, |contact| {
                change(contact);
                Ok(())
            })?;
        }
        Ok(())
    }
}
