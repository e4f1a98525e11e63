//! The dates of everybody's steps, made anew only where something changed.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::calendars::Calendars;
use super::course::Known;
use super::duty::{person_of, responsible};
use super::laid::{Laid, LaidOut};
use crate::calendar::{DayNumber, WorkCalendar, sort_by};
use crate::plan::{Audience, Direction, Fate, PersonId, Plan};
use crate::roster::{Contact, ContactId, Enrolment, Roster, Workspace};
use crate::schedule::{Dates, Followed, Pausing, StepFacts, Tabled};

/// No day.
const NONE: i32 = i32::MIN;

/// The dates of every contact's steps as they look on a day: copies share those of contacts that did not change.
#[derive(Clone, Debug)]
pub struct Forecasts {
    pub(super) workspace: Workspace,
    pub(super) today: NaiveDate,
    pub(super) frame: Arc<Frame>,
    chunks: Vec<Dated>,
    names: Arc<OnceLock<Vec<u32>>>,
}

/// What all dates depend on.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) calendars: Calendars,
    pub(super) laid: LaidOut,
}

/// The dates of a chunk of contacts.
#[derive(Clone, Debug)]
struct Dated {
    of: Arc<Vec<Arc<Contact>>>,
    contacts: Arc<Vec<Arc<Course>>>,
}

/// One contact with the dates of its steps.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) contact: Arc<Contact>,
    /// For each of its enrolments.
    pub(super) timelines: Vec<Timeline>,
}

/// The dates of the steps of one enrolment, by the places of the steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    days: Box<[StepDay]>,
}

/// What is known of the day of a step: twelve bytes and a few flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StepDay {
    due: i32,
    latest: i32,
    overdue: i32,
    /// The day it would be overdue since, had nobody been away.
    planned_overdue: i32,
    pub(super) is_over: bool,
    pub(super) is_on_path: bool,
    /// How many attempts were in vain.
    pub(super) tried: u8,
}

impl StepDay {
    pub(super) fn due(self) -> Option<DayNumber> {
        day(self.due)
    }

    pub(super) fn latest(self) -> Option<DayNumber> {
        day(self.latest)
    }

    pub(super) fn overdue(self) -> Option<DayNumber> {
        day(self.overdue)
    }

    pub(super) fn planned_overdue(self) -> Option<DayNumber> {
        day(self.planned_overdue)
    }

    /// The day on which it waits for somebody.
    pub(super) fn waits_on(self) -> Option<DayNumber> {
        self.due().filter(|_| !self.is_over && self.is_on_path)
    }
}

fn day(number: i32) -> Option<DayNumber> {
    (number != NONE).then_some(DayNumber(number))
}

impl Timeline {
    /// The day each step was done, or is due; by the places of the steps.
    pub fn days(&self) -> impl Iterator<Item = Option<NaiveDate>> {
        self.days.iter().map(|step| step.due()?.date())
    }

    /// The steps that wait for somebody, by their places, with the days they are due.
    pub fn waiting(&self) -> impl Iterator<Item = (usize, NaiveDate)> {
        self.days.iter().enumerate().filter_map(|(at, step)| Some((at, step.waits_on()?.date()?)))
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = (usize, StepDay)> {
        self.days.iter().copied().enumerate()
    }
}

impl Forecasts {
    /// The dates of all, as they look on a day.
    pub fn of(workspace: &Workspace, today: NaiveDate) -> Self {
        let frame = Arc::new(Frame::of(&workspace.plan, &workspace.roster, today));
        Self::made(workspace, today, frame, None)
    }

    /// The dates after a change, or on another day: what did not change is shared.
    #[must_use]
    pub fn after(&self, workspace: &Workspace, today: NaiveDate) -> Self {
        let is_same_frame = self.today == today
            && Arc::ptr_eq(&self.workspace.plan, &workspace.plan)
            && self.workspace.roster.has_same_surroundings(&workspace.roster);
        if is_same_frame {
            return Self::made(workspace, today, self.frame.clone(), Some(self));
        }
        Self { names: self.names_of(&workspace.roster), ..Self::of(workspace, today) }
    }

    /// The order of the names, if everybody is called as before.
    fn names_of(&self, roster: &Roster) -> Arc<OnceLock<Vec<u32>>> {
        let same = |(one, other): (Option<&Arc<Contact>>, Option<&Arc<Contact>>)| {
            one.zip(other).is_some_and(|(one, other)| one.name == other.name)
        };
        let is_same = self.workspace.roster.changed(roster).all(same);
        if is_same { self.names.clone() } else { Arc::default() }
    }

    /// Where the name of each contact stands among all names, in order of the contacts; the same for the same name.
    pub(super) fn places_of_names(&self) -> &[u32] {
        self.names.get_or_init(|| {
            let names: Vec<&str> = self.courses().map(|course| course.contact.name.as_str()).collect();
            let mut order: Vec<usize> = (0..names.len()).collect();
            sort_by(&mut order, |one, other| names[*one].cmp(names[*other]));
            let mut places = vec![0; names.len()];
            for pair in order.windows(2) {
                places[pair[1]] = places[pair[0]] + u32::from(names[pair[0]] != names[pair[1]]);
            }
            places
        })
    }

    fn made(workspace: &Workspace, today: NaiveDate, frame: Arc<Frame>, before: Option<&Self>) -> Self {
        let known: HashMap<*const Vec<Arc<Contact>>, &Dated> =
            before.iter().flat_map(|it| &it.chunks).map(|dated| (Arc::as_ptr(&dated.of), dated)).collect();
        let by_number: HashMap<u32, &Dated> = before.iter().flat_map(|it| it.numbered()).collect();
        let mut room = Room::default();
        let chunks = workspace.roster.chunks().map(|(number, chunk)| {
            if let Some(dated) = known.get(&Arc::as_ptr(chunk)) {
                return (*dated).clone();
            }
            let earlier = by_number.get(&number).copied();
            let contacts = chunk.iter().map(|contact| {
                let same = earlier.and_then(|dated| dated.course(contact));
                same.unwrap_or_else(|| Arc::new(frame.course(contact, today, &mut room)))
            });
            Dated { of: chunk.clone(), contacts: Arc::new(contacts.collect()) }
        });
        let names = before.map_or_else(Arc::default, |before| before.names_of(&workspace.roster));
        Self { workspace: workspace.clone(), today, chunks: chunks.collect(), frame: frame.clone(), names }
    }

    fn numbered(&self) -> impl Iterator<Item = (u32, &Dated)> {
        self.workspace.roster.chunks().map(|(number, _)| number).zip(&self.chunks)
    }

    /// The plan and the people.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The day on which one looks.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The dates of one time of a contact through a sequence, by its place among the contact's enrolments.
    pub fn timeline(&self, contact: ContactId, enrolment: usize) -> Option<&Timeline> {
        self.course(contact)?.timelines.get(enrolment)
    }

    /// All that there is to tell of the steps of one time of a contact through a sequence, as every surface tells it.
    pub fn facts(&self, contact: ContactId, enrolment: usize) -> Option<Vec<StepFacts>> {
        Some(self.facts_by_calendars(contact, enrolment)?.0)
    }

    /// The same, with the calendar by which each step is counted: that of whoever does it, less the days on hold where one does
    /// not count back.
    pub fn facts_by_calendars(
        &self,
        contact: ContactId,
        enrolment: usize,
    ) -> Option<(Vec<StepFacts>, Vec<Arc<WorkCalendar>>)> {
        let contact = self.workspace.roster.contact(contact)?;
        let enrolment = contact.enrolments.get(enrolment)?;
        let laid = self.frame.laid.for_enrolment(enrolment);
        let mut known = Known::default();
        known.fill(laid, contact, enrolment);
        let pauses = known.pauses.iter().flat_map(|(first, last)| first.0..=last.0);
        let paused: Vec<NaiveDate> = pauses.filter_map(|day| DayNumber(day).date()).collect();
        let places: Vec<usize> = self.frame.places(laid, contact).collect();
        let calendars = &self.frame.calendars;
        let actual = |place: &usize| calendars.actual(*place).calendar().clone();
        let planned = |place: &usize| calendars.planned(*place).calendar().clone();
        let (actual, planned): (Vec<WorkCalendar>, Vec<WorkCalendar>) =
            (places.iter().map(actual).collect(), places.iter().map(planned).collect());
        let followed = Followed {
            plan: &self.workspace.plan,
            steps: self.workspace.steps(enrolment),
            pattern: &laid.pattern,
            calendars: &actual,
            pauses: &known.pauses,
            planned: &planned,
            business: calendars.business().calendar(),
            course: known.course(self.today),
        };
        let facts = followed.facts();
        let less = |calendar: &WorkCalendar| calendar.clone().with_days_off(paused.iter().copied());
        let less: Vec<_> = actual.iter().map(less).map(Arc::new).collect();
        let whole: Vec<_> = actual.into_iter().map(Arc::new).collect();
        let of_step = |(at, facts): (usize, &StepFacts)| {
            let is_back = facts.derivation.is_some_and(|it| it.direction == Direction::Before);
            let all = if is_back { &whole } else { &less };
            all[laid.pattern.calendar(at)].clone()
        };
        let of_steps = facts.iter().enumerate().map(of_step).collect();
        Some((facts, of_steps))
    }

    /// For each step of one time of a contact through a sequence, whether it is counted by the days of the business and
    /// nothing else: neither by those of a person or a country, nor by what a pause left out.
    pub fn by_business(&self, contact: ContactId, enrolment: usize) -> Vec<bool> {
        let found = self.workspace.roster.contact(contact);
        let found = found.and_then(|contact| Some((contact, contact.enrolments.get(enrolment)?)));
        let Some((contact, enrolment)) = found else { return Vec::new() };
        let laid = self.frame.laid.for_enrolment(enrolment);
        let calendars = &self.frame.calendars;
        let business = calendars.business().calendar();
        let is_paused = enrolment.pauses.iter().any(|pause| pause.last.is_some());
        let is_same = |place: usize| !is_paused && calendars.actual(place).calendar() == business;
        let slots: Vec<_> = self.frame.places(laid, contact).map(is_same).collect();
        (0..laid.pattern.steps()).map(|step| slots[laid.pattern.calendar(step)]).collect()
    }

    pub(super) fn course(&self, id: ContactId) -> Option<&Course> {
        let at = self.chunks.partition_point(|dated| dated.of.last().is_none_or(|last| last.id < id));
        let chunk = self.chunks.get(at)?;
        let at = chunk.of.binary_search_by_key(&id, |contact| contact.id).ok()?;
        Some(&chunk.contacts[at])
    }

    /// Every contact with its dates.
    pub(super) fn courses(&self) -> impl Iterator<Item = &Course> {
        self.chunks.iter().flat_map(|chunk| chunk.contacts.iter().map(|course| &**course))
    }

    /// Every contact whose dates are not shared with those of `after`: before and after.
    pub(super) fn changed<'a>(&'a self, after: &'a Self) -> Vec<(Option<&'a Course>, Option<&'a Course>)> {
        if !Arc::ptr_eq(&self.frame, &after.frame) {
            let ids = self.courses().chain(after.courses().filter(|it| self.course(it.contact.id).is_none()));
            return ids.map(|it| (self.course(it.contact.id), after.course(it.contact.id))).collect();
        }
        let changed = self.workspace.roster.changed(&after.workspace.roster);
        let found = |in_them: &'a Self, contact: Option<&Arc<Contact>>| in_them.course(contact?.id);
        changed.map(|(one, other)| (found(self, one), found(after, other))).collect()
    }

    pub(super) fn plan(&self) -> &Plan {
        &self.workspace.plan
    }

    pub(super) fn roster(&self) -> &Roster {
        &self.workspace.roster
    }
}

impl Dated {
    /// The dates of a contact, if it is still the same.
    fn course(&self, contact: &Arc<Contact>) -> Option<Arc<Course>> {
        let at = self.of.binary_search_by_key(&contact.id, |known| known.id).ok()?;
        Arc::ptr_eq(&self.of[at], contact).then(|| self.contacts[at].clone())
    }
}

/// Room for dating, used again from contact to contact.
#[derive(Default)]
struct Room {
    known: Known,
    dates: Dates,
    planned: Dates,
}

impl Frame {
    fn of(plan: &Plan, roster: &Roster, today: NaiveDate) -> Self {
        Self { calendars: Calendars::of(plan, roster, today), laid: LaidOut::of(plan, roster) }
    }

    /// The places of the calendars by which a contact's steps are counted, one for each slot of the pattern.
    pub(super) fn places<'a>(
        &'a self,
        laid: &'a Laid,
        contact: &'a Contact,
    ) -> impl Iterator<Item = usize> + 'a {
        self.places_for(laid, contact.owner, contact.country.as_ref())
    }

    /// The same for somebody who may come.
    pub(super) fn places_for<'a>(
        &'a self,
        laid: &'a Laid,
        owner: Option<PersonId>,
        country: Option<&'a crate::plan::Line>,
    ) -> impl Iterator<Item = usize> + 'a {
        laid.pattern.slots().iter().map(move |slot| {
            let person = person_of(responsible(slot.who, owner));
            self.calendars.place(person, country.filter(|_| slot.is_live))
        })
    }

    fn course(&self, contact: &Arc<Contact>, today: NaiveDate, room: &mut Room) -> Course {
        let dated = |enrolment: &Enrolment| self.timeline(contact, enrolment, today, room);
        Course { contact: contact.clone(), timelines: contact.enrolments.iter().map(dated).collect() }
    }

    fn timeline(
        &self,
        contact: &Contact,
        enrolment: &Enrolment,
        today: NaiveDate,
        room: &mut Room,
    ) -> Timeline {
        let laid = self.laid.for_enrolment(enrolment);
        room.known.fill(laid, contact, enrolment);
        let places: Vec<usize> = self.places(laid, contact).collect();
        let actual: Vec<&Tabled> = places.iter().map(|place| self.calendars.actual(*place)).collect();
        date(laid, &actual, &room.known, today, &mut room.dates);
        let is_away = places.iter().any(|place| self.calendars.is_away_at_times(*place));
        if is_away && enrolment.is_open() {
            let planned: Vec<&Tabled> = places.iter().map(|place| self.calendars.planned(*place)).collect();
            date(laid, &planned, &room.known, today, &mut room.planned);
        }
        let planned = if is_away && enrolment.is_open() { &room.planned } else { &room.dates };
        let steps = room.dates.steps().iter().zip(planned.steps()).enumerate();
        let days = steps.map(|(at, (found, planned))| {
            let fate = laid.steps.get(at).and_then(|step| enrolment.fact(step.id)?.mark);
            let number = |day: Option<DayNumber>| day.map_or(NONE, |day| day.0);
            StepDay {
                due: number(found.day.ok()),
                latest: number(found.count.and_then(|count| count.latest)),
                overdue: number(found.overdue_since),
                planned_overdue: number(planned.overdue_since),
                is_over: fate.is_some_and(|(_, fate)| fate.is_over()),
                is_on_path: laid.pattern.is_taken(&room.dates, at),
                tried: match fate {
                    Some((_, Fate::Tried(times))) => times,
                    _ => 0,
                },
            }
        });
        Timeline { days: days.collect() }
    }

    /// The dates of a time through a sequence that somebody would begin on a day, by the places of its steps; those not on
    /// the path that is expected left out.
    pub(super) fn expected(
        &self,
        audience: Audience,
        owner: Option<PersonId>,
        country: Option<&crate::plan::Line>,
        start: DayNumber,
        dates: &mut Dates,
    ) -> Vec<(usize, DayNumber)> {
        let laid = self.laid.current(audience);
        let places = self.places_for(laid, owner, country);
        let actual: Vec<&Tabled> = places.map(|place| self.calendars.actual(place)).collect();
        let actuals = crate::schedule::Actuals { start: Some(start), marks: &[], status_date: None };
        laid.pattern.date_into(&actual, actuals, dates);
        let steps = dates.steps().iter().enumerate();
        let taken = steps.filter(|(at, _)| laid.pattern.is_taken(dates, *at));
        taken.filter_map(|(at, found)| Some((at, found.day.ok()?))).collect()
    }
}

/// Dates an enrolment by the calendars of its slots, less its pauses.
pub(super) fn date(laid: &Laid, calendars: &[&Tabled], known: &Known, today: NaiveDate, dates: &mut Dates) {
    let course = known.course(today);
    if known.pauses.is_empty() {
        laid.pattern.date_course(calendars, &course, dates);
    } else {
        let pausing: Vec<_> = calendars.iter().map(|days| Pausing::new(*days, &known.pauses)).collect();
        laid.pattern.date_course(&pausing, &course, dates);
    }
}
