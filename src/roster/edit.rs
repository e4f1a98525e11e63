//! Changes to a roster, and why one is refused.

mod enrolments;

mod people;

use chrono::NaiveDate;

use super::{
    Absence, Contact, ContactId, End, Enrolment, Exit, Flawed, NewContact, Roster, Touchpoint, TouchpointId,
    Way,
};
use crate::calendar::WorkWeek;
use crate::plan::{Amount, Audience, Channel, EditError, Fate, HolidaySet, Line, PersonId, Prose, StepId};

/// A change to a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterEdit {
    /// New contacts, in this order.
    Add(Vec<NewContact>),
    /// Changes one contact.
    Contact(ContactId, ContactEdit),
    /// One contact and another are the same person: what is known of `gone` goes over to `keep`. Where both are under way
    /// on one sequence, the time of `keep` goes on.
    Merge {
        /// Whose name stays.
        keep: ContactId,
        /// Who is no more.
        gone: ContactId,
        /// The day.
        on: NaiveDate,
    },
    /// Takes a contact away, with all that is known of it.
    Remove(ContactId),
    /// Changes when somebody works.
    Person(PersonId, PersonEdit),
    /// The holidays of a country; those of the same code give way.
    TakeCountry(HolidaySet),
    /// Takes the holidays of a country away; nobody lives there any more.
    DropCountry(Line),
}

/// A change to one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactEdit {
    /// The name.
    Name(Line),
    /// The e-mail address.
    Mail(Line),
    /// The phone number.
    Phone(Line),
    /// The postal address.
    Address(Line),
    /// The group they belong to.
    Segment(Line),
    /// Who looks after them.
    Owner(Option<PersonId>),
    /// The country whose holidays count, by its code.
    Country(Option<Line>),
    /// Notes.
    Note(Prose),
    /// Starts on a sequence (B1).
    Enrol {
        /// The sequence.
        audience: Audience,
        /// The event that sets it off.
        event: Line,
        /// The day from which its steps are counted.
        start: NaiveDate,
    },
    /// Changes the time through a sequence that is under way, or else the last one.
    Enrolment(Audience, EnrolmentEdit),
    /// The first purchase, in one act (A8): the prospect sequence ends with it, the customer sequence starts.
    Buy {
        /// The day.
        on: NaiveDate,
        /// For so much, where that is known (C8).
        amount: Option<Amount>,
        /// The event that sets the customer sequence off.
        event: Line,
    },
    /// They want to hear nothing more, ever.
    OptOut(NaiveDate),
    /// Something passed between us outside the plan.
    AddTouchpoint {
        /// The day.
        on: NaiveDate,
        /// How.
        channel: Option<Channel>,
        /// Whose word it was.
        way: Way,
        /// What it was about.
        note: Prose,
        /// The sequence whose next steps are counted from it.
        counts_for: Option<Audience>,
    },
    /// An enquiry was answered on a day, or is open again (D3).
    Answer(TouchpointId, Option<NaiveDate>),
    /// Takes a touchpoint away.
    RemoveTouchpoint(TouchpointId),
}

/// A change to one time through a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnrolmentEdit {
    /// The day from which its steps are counted.
    Start(NaiveDate),
    /// What became of a step, and when (B6).
    Mark(StepId, NaiveDate, Fate),
    /// A step is open again.
    Unmark(StepId),
    /// The day somebody chose for an open step; none to let it be as counted.
    Postpone(StepId, Option<NaiveDate>),
    /// Notes on a step.
    Note(StepId, Prose),
    /// Nothing is done from a day on.
    Pause(NaiveDate),
    /// One goes on, on a day.
    Resume(NaiveDate),
    /// It ends.
    End(NaiveDate, Exit),
    /// It goes on after all, on a day: from the day it ended until then nothing was to be done.
    Reopen(NaiveDate),
    /// It runs on the plan's own steps again.
    Follow,
}

/// A change to when somebody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonEdit {
    /// The weekdays worked; none for those of the business.
    Week(Option<WorkWeek>),
    /// The country whose holidays count, by its code; none for those of the plan.
    Country(Option<Line>),
    /// Minutes for follow-up in a week; none for no limit.
    MinutesAWeek(Option<u16>),
    /// Away for some days.
    AddAbsence(Absence),
    /// There after all.
    RemoveAbsence(Absence),
}

/// Why a change was refused. All is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The contact is not in the roster.
    NoSuchContact(ContactId),
    /// The step is none of the sequence the contact runs on.
    NoSuchStep(StepId),
    /// The person is not in the plan.
    NoSuchPerson(PersonId),
    /// The holidays of the country are not in the roster.
    NoSuchCountry,
    /// The touchpoint is none of the contact's.
    NoSuchTouchpoint(TouchpointId),
    /// The contact was never on that sequence.
    NotEnrolled(ContactId),
    /// The contact is on that sequence already.
    AlreadyEnrolled(ContactId),
    /// The contact wants to hear nothing more.
    OptedOut(ContactId),
    /// That time through the sequence has ended.
    HasEnded(ContactId),
    /// It has not.
    HasNotEnded(ContactId),
    /// The step is over, so that there is nothing to put off.
    StepIsOver(StepId),
    /// It is on hold already.
    AlreadyPaused(ContactId),
    /// It is not on hold.
    NotPaused(ContactId),
    /// A contact cannot be merged with itself.
    SameContact(ContactId),
    /// The notes of two contacts together are longer than the field holds.
    NotesTooLong,
    /// The plan refuses it.
    Plan(EditError),
    /// The outcome would be no legal roster.
    Illegal(Flawed),
}

impl From<Flawed> for Refusal {
    fn from(flaw: Flawed) -> Self {
        match flaw {
            Flawed::UnknownCountry => Self::NoSuchCountry,
            flaw => Self::Illegal(flaw),
        }
    }
}

impl Roster {
    /// The roster with one change made. What refers to the plan (steps, people) is checked by
    /// [`Workspace::edited`](super::Workspace::edited).
    ///
    /// # Errors
    /// [`Refusal`] when what is to be changed is not there, or the outcome would not be legal.
    pub fn edited(&self, edit: RosterEdit) -> Result<Self, Refusal> {
        let mut roster = self.clone();
        roster.apply(edit)?;
        Ok(roster)
    }

    pub(super) fn apply(&mut self, edit: RosterEdit) -> Result<(), Refusal> {
        match edit {
            RosterEdit::Add(all) => {
                for new in all {
                    self.add(new)?;
                }
                Ok(self.check_count()?)
            }
            RosterEdit::Contact(id, edit) => self.change(id, |contact| contact.apply(edit)),
            RosterEdit::Merge { keep, gone, on } => self.merge(keep, gone, on),
            RosterEdit::Remove(id) => match self.contacts.take(id) {
                Some(_) => Ok(()),
                None => Err(Refusal::NoSuchContact(id)),
            },
            RosterEdit::Person(person, edit) => self.apply_to_person(person, edit),
            RosterEdit::TakeCountry(set) => self.take_country(set),
            RosterEdit::DropCountry(code) => self.drop_country(&code),
        }
    }

    /// Changes one contact; what it is then is checked.
    pub(super) fn change(
        &mut self,
        id: ContactId,
        change: impl FnOnce(&mut Contact) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut contact = (**self.contact(id).ok_or(Refusal::NoSuchContact(id))?).clone();
        change(&mut contact)?;
        self.check(&contact)?;
        self.contacts.put(contact);
        Ok(())
    }

    fn add(&mut self, new: NewContact) -> Result<(), Refusal> {
        let NewContact { name, reach, segment, owner, country, note, start } = new;
        let id = ContactId(self.last_contact.saturating_add(1));
        let begin = |(audience, event, start)| Enrolment::new(audience, event, start);
        let contact = Contact {
            id,
            name,
            reach,
            segment,
            owner,
            country,
            note,
            enrolments: start.map(begin).into_iter().collect(),
            touchpoints: Vec::new(),
            opted_out: None,
        };
        self.check(&contact)?;
        self.contacts.put(contact);
        self.last_contact = id.0;
        Ok(())
    }
}

impl Contact {
    pub(super) fn apply(&mut self, edit: ContactEdit) -> Result<(), Refusal> {
        match edit {
            ContactEdit::Name(name) => self.name = name,
            ContactEdit::Mail(mail) => self.reach.mail = mail,
            ContactEdit::Phone(phone) => self.reach.phone = phone,
            ContactEdit::Address(address) => self.reach.address = address,
            ContactEdit::Segment(segment) => self.segment = segment,
            ContactEdit::Owner(owner) => self.owner = owner,
            ContactEdit::Country(country) => self.country = country,
            ContactEdit::Note(note) => self.note = note,
            ContactEdit::Enrol { audience, event, start } => self.enrol(audience, event, start)?,
            ContactEdit::Enrolment(audience, edit) => self.apply_to_enrolment(audience, edit)?,
            ContactEdit::Buy { on, amount, event } => {
                self.end_where(End { on, exit: Exit::Bought(amount) }, Audience::Prospect);
                self.enrol(Audience::Customer, event, on)?;
            }
            ContactEdit::OptOut(on) => {
                let end = End { on, exit: Exit::OptedOut };
                Audience::BOTH.into_iter().for_each(|audience| self.end_where(end, audience));
                self.opted_out = Some(self.opted_out.map_or(on, |known| known.min(on)));
            }
            ContactEdit::AddTouchpoint { on, channel, way, note, counts_for } => {
                self.add_touchpoint(on, channel, way, note, counts_for);
            }
            ContactEdit::Answer(id, on) => {
                let found = self.touchpoints.iter_mut().find(|known| known.id == id);
                let touchpoint = found.ok_or(Refusal::NoSuchTouchpoint(id))?;
                touchpoint.way = on.map_or(Way::Asked, Way::Answered);
            }
            ContactEdit::RemoveTouchpoint(id) => {
                let at = self.touchpoints.iter().position(|known| known.id == id);
                self.touchpoints.remove(at.ok_or(Refusal::NoSuchTouchpoint(id))?);
            }
        }
        Ok(())
    }

    pub(super) fn add_touchpoint(
        &mut self,
        on: NaiveDate,
        channel: Option<Channel>,
        way: Way,
        note: Prose,
        counts_for: Option<Audience>,
    ) {
        let last = self.touchpoints.iter().map(|known| known.id.0).max();
        let id = TouchpointId(last.map_or(1, |last| last.saturating_add(1)));
        let at = self.touchpoints.partition_point(|known| known.on <= on);
        self.touchpoints.insert(at, Touchpoint { id, on, channel, way, note, counts_for });
    }
}
