//! One line of an agenda: something that waits for somebody on a day.

use chrono::NaiveDate;

use super::calendars::is_worked;
use super::duty::{is_away, person_of, responsible, stand_in};
use super::forecast::{Course, Forecasts, StepDay};
use super::laid::Entry;
use crate::calendar::DayNumber;
use crate::plan::{Audience, Channel, GoalId, PersonId, Responsible, StepId};
use crate::roster::{ContactId, End, Enrolment, Exit, Touchpoint, TouchpointId, Way};
use crate::schedule::{Days as _, Roll};

/// Something that waits for somebody on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// For whom.
    pub contact: ContactId,
    /// What.
    pub work: Work,
    /// The day it is to be done; never one that is over.
    pub due: NaiveDate,
    /// The last day that will do, where that is a later one (C2, E9).
    pub latest: Option<NaiveDate>,
    /// Who does it on that day: whoever stands in where somebody is away (B7, F8).
    pub who: Option<Responsible>,
    /// How the contact is reached.
    pub channel: Option<Channel>,
    /// The goal it serves (F1).
    pub goal: Option<GoalId>,
    /// Whether it is late, and why.
    pub standing: Standing,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// An enquiry or a comment waits for an answer (D3, E9).
    Answer(TouchpointId),
    /// A step of a sequence.
    Step {
        /// The sequence.
        audience: Audience,
        /// The number in it (B2).
        number: usize,
        /// The step.
        step: StepId,
        /// Which attempt it is, from 1 (B5).
        attempt: u8,
    },
    /// All attempts of a step were in vain: decide what comes next (B5).
    Decide {
        /// The sequence.
        audience: Audience,
        /// The number in it (B2).
        number: usize,
        /// The step.
        step: StepId,
    },
    /// "Not now" was until this day: take it up again (D6).
    ComeBack(Audience),
}

impl Work {
    /// The sequence it belongs to, if it belongs to one.
    pub fn audience(self) -> Option<Audience> {
        match self {
            Self::Answer(_) => None,
            Self::Step { audience, .. } | Self::Decide { audience, .. } | Self::ComeBack(audience) => {
                Some(audience)
            }
        }
    }
}

/// Whether something is late, and why (B9, F8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is in time.
    InTime,
    /// It should have been done by a day that is over.
    Late {
        /// That day.
        since: NaiveDate,
    },
    /// The same, but whoever does it was away on every working day since.
    LateFromAbsence {
        /// That day.
        since: NaiveDate,
        /// Who was away.
        who: PersonId,
    },
    /// It was moved because somebody was away: it should have been done by a day that is over.
    HeldUp {
        /// That day.
        since: NaiveDate,
        /// Who was away.
        who: PersonId,
    },
}

impl Standing {
    /// Since when it is late, whatever the reason; what was moved in time is not late.
    pub fn late_since(self) -> Option<NaiveDate> {
        match self {
            Self::Late { since } | Self::LateFromAbsence { since, .. } => Some(since),
            Self::InTime | Self::HeldUp { .. } => None,
        }
    }
}

impl Forecasts {
    /// What waits for a contact until a day. What is late waits already, though on a day off it can only be done later.
    pub(super) fn add_items(&self, course: &Course, until: NaiveDate, items: &mut Vec<Item>) {
        let contact = &course.contact;
        let waits = |item: &Item| item.due <= until || item.standing.late_since().is_some();
        for (enrolment, timeline) in contact.enrolments.iter().zip(&course.timelines) {
            if !enrolment.is_open() {
                continue;
            }
            let laid = self.frame.laid.for_enrolment(enrolment);
            for (at, day) in timeline.steps() {
                let Some(due) = day.waits_on() else { continue };
                // Of many contacts most steps come later.
                if due > DayNumber::of(until) && day.overdue().is_none() {
                    continue;
                }
                let entry = &laid.steps[at];
                let item = self.step_item(course, enrolment.audience, at, entry, day, due);
                items.extend(item.filter(waits));
            }
        }
        items.extend(self.reminders_of(course).filter(waits));
    }

    /// What waits for a contact beside the steps of the sequences: answers, and those who said "not now".
    pub fn reminders(&self, contact: ContactId) -> impl Iterator<Item = Item> {
        self.course(contact).into_iter().flat_map(|course| self.reminders_of(course))
    }

    fn reminders_of<'a>(&'a self, course: &'a Course) -> impl Iterator<Item = Item> + 'a {
        let contact = &course.contact;
        let ended = contact.enrolments.iter().filter(|enrolment| {
            let is_last = || contact.last(enrolment.audience) == Some(enrolment);
            !enrolment.is_open() && !contact.is_under_way() && is_last()
        });
        let come_back = ended.filter_map(|enrolment| self.come_back(course, enrolment));
        come_back.chain(contact.touchpoints.iter().filter_map(|touchpoint| self.answer(course, touchpoint)))
    }

    fn step_item(
        &self,
        course: &Course,
        audience: Audience,
        at: usize,
        entry: &Entry,
        day: StepDay,
        due: DayNumber,
    ) -> Option<Item> {
        let due = due.date()?;
        let (number, step) = (at + 1, entry.id);
        let named = responsible(entry.who, course.contact.owner);
        let work = match day.tried >= entry.attempts {
            true => Work::Decide { audience, number, step },
            false => Work::Step { audience, number, step, attempt: day.tried + 1 },
        };
        let standing = match person_of(named) {
            Some(person) => self.standing(person, day),
            None => day
                .overdue()
                .and_then(DayNumber::date)
                .map_or(Standing::InTime, |since| Standing::Late { since }),
        };
        Some(Item {
            contact: course.contact.id,
            work,
            due,
            latest: day.latest().and_then(DayNumber::date).filter(|latest| *latest > due),
            who: self.on_duty(named, due),
            channel: entry.channel,
            goal: entry.goal,
            standing,
        })
    }

    /// Who does something on a day.
    pub(super) fn on_duty(&self, named: Option<Responsible>, day: NaiveDate) -> Option<Responsible> {
        match named {
            Some(Responsible::Person(person)) => {
                let other = stand_in(self.plan(), self.roster(), person, day);
                Some(Responsible::Person(other.unwrap_or(person)))
            }
            _ => named,
        }
    }

    fn standing(&self, who: PersonId, day: StepDay) -> Standing {
        match (day.overdue().and_then(DayNumber::date), day.planned_overdue().and_then(DayNumber::date)) {
            (Some(since), _) if self.was_away_since(who, since) => Standing::LateFromAbsence { since, who },
            (Some(since), _) => Standing::Late { since },
            (None, Some(since)) => Standing::HeldUp { since, who },
            (None, None) => Standing::InTime,
        }
    }

    /// Whether somebody was away on every day from one until yesterday on which that person works otherwise.
    fn was_away_since(&self, who: PersonId, since: NaiveDate) -> bool {
        let calendars = &self.frame.calendars;
        if !calendars.is_away_at_times(calendars.place(Some(who), None))
            && self.roster().availability(who).is_none()
        {
            return false;
        }
        let planned = calendars.planned(calendars.place(Some(who), None));
        let days = since.iter_days().take_while(|day| *day < self.today);
        let mut worked = days.filter(|day| is_worked(planned, *day)).peekable();
        worked.peek().is_some() && worked.all(|day| is_away(self.plan(), self.roster(), who, day))
    }

    /// "Not now" is over.
    fn come_back(&self, course: &Course, enrolment: &Enrolment) -> Option<Item> {
        let contact = &course.contact;
        let Some(End { exit: Exit::NotNow(on), .. }) = enrolment.end else { return None };
        if contact.opted_out.is_some() {
            return None;
        }
        let who = contact.owner.map(Responsible::Person);
        self.reminder(course, Work::ComeBack(enrolment.audience), on, on, who, None)
    }

    /// The reply clock of an enquiry or a comment: how soon it wants an answer depends on its channel (D3, E9).
    fn answer(&self, course: &Course, touchpoint: &Touchpoint) -> Option<Item> {
        if touchpoint.way != Way::Asked || course.contact.opted_out.is_some() {
            return None;
        }
        let who = course.contact.owner.map(Responsible::Person);
        let planned = self.frame.calendars.planned(self.frame.calendars.place(course.contact.owner, None));
        let within = answer_within(touchpoint.channel);
        let last = planned.workday(DayNumber::of(touchpoint.on), within).ok()?.date()?;
        let work = Work::Answer(touchpoint.id);
        self.reminder(course, work, touchpoint.on, last, who, touchpoint.channel)
    }

    /// Something that waits from a day on, to be done by another.
    fn reminder(
        &self,
        course: &Course,
        work: Work,
        from: NaiveDate,
        last: NaiveDate,
        who: Option<Responsible>,
        channel: Option<Channel>,
    ) -> Option<Item> {
        let actual = self.frame.calendars.actual(self.frame.calendars.place(person_of(who), None));
        let rolled = |day: NaiveDate| actual.rolled(DayNumber::of(day), Roll::Forward).ok()?.date();
        let (due, last) = (rolled(from.max(self.today))?, rolled(last)?);
        let since = Some(last).filter(|last| *last < self.today);
        let standing = match (since, person_of(who)) {
            (None, _) => Standing::InTime,
            (Some(since), Some(who)) if self.was_away_since(who, since) => {
                Standing::LateFromAbsence { since, who }
            }
            (Some(since), _) => Standing::Late { since },
        };
        Some(Item {
            contact: course.contact.id,
            work,
            due,
            latest: Some(last).filter(|last| *last > due),
            who: self.on_duty(who, due),
            channel,
            goal: None,
            standing,
        })
    }
}

/// Within how many working days an enquiry or a comment is answered: social the next day, an e-mail within two (E9); the
/// others are *ours*.
fn answer_within(channel: Option<Channel>) -> i32 {
    match channel {
        Some(Channel::SocialChat | Channel::Comments | Channel::Phone | Channel::InPerson) => 1,
        Some(Channel::Letter) => 5,
        Some(Channel::Email | Channel::Internal) | None => 2,
    }
}
