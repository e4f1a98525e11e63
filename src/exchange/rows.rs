//! One row a step: what every file for another program is made of.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Outgoing;
use crate::agenda::{Forecasts, responsible};
use crate::calendar::WorkCalendar;
use crate::plan::{Action, Audience, Goal, Plan, Responsible, Step};
use crate::roster::{Contact, Enrolment};
use crate::schedule::{Schedule, StepFacts};
use crate::words::{self, Row};

/// All steps that leave, in the order in which they are read: of each sequence, or of each contact.
#[derive(Debug)]
pub struct Rows<'a> {
    /// What leaves.
    pub outgoing: &'a Outgoing,
    /// The dates of the two sequences.
    pub schedule: Schedule,
    /// The dates of the contacts, where they leave.
    pub forecasts: Option<Forecasts>,
    /// The rows.
    pub rows: Vec<StepRow<'a>>,
}

/// A step that leaves.
#[derive(Clone, Debug)]
pub struct StepRow<'a> {
    /// The sequence.
    pub audience: Audience,
    /// For whom, where it is the step of a contact.
    pub contact: Option<(&'a Contact, &'a Enrolment)>,
    /// Which of the contact's times through this sequence it is, from 1; 0 where there is no contact. It stays, while the
    /// place among all their times changes as others end.
    pub time: usize,
    /// What the plan says of it.
    pub step: &'a Step,
    /// Its number, its days and how it stands.
    pub facts: StepFacts,
    /// The calendar it is counted by: that of whoever does it.
    pub calendar: Option<Arc<WorkCalendar>>,
}

impl<'a> Rows<'a> {
    /// The rows of what leaves.
    pub fn of(outgoing: &'a Outgoing) -> Self {
        let mut rows = Self::whole(outgoing);
        let who = outgoing.wanted.who;
        rows.rows.retain(|row| who.is_none_or(|who| row.who() == Some(who)));
        rows
    }

    /// The same with what others do, for what is counted from it.
    pub fn whole(outgoing: &'a Outgoing) -> Self {
        let workspace = &outgoing.workspace;
        let wanted = outgoing.wanted;
        let schedule = Schedule::on(&workspace.plan, outgoing.today);
        let has_people = wanted.people || wanted.contact.is_some();
        let forecasts = has_people.then(|| Forecasts::of(workspace, outgoing.today));
        let rows = match &forecasts {
            Some(forecasts) => of_people(outgoing, forecasts),
            None => of_plan(&workspace.plan, &schedule),
        };
        Self { outgoing, schedule, forecasts, rows }
    }

    /// The rows of the whole plan, whoever does them and whoever is on it: for what runs it.
    pub fn of_the_plan(outgoing: &'a Outgoing) -> Self {
        let plan = &outgoing.workspace.plan;
        let schedule = Schedule::on(plan, outgoing.today);
        let rows = of_plan(plan, &schedule);
        Self { outgoing, schedule, forecasts: None, rows }
    }

    /// The plan.
    pub fn plan(&self) -> &'a Plan {
        &self.outgoing.workspace.plan
    }
}

fn of_plan<'a>(plan: &'a Plan, schedule: &Schedule) -> Vec<StepRow<'a>> {
    let of = |audience| {
        let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience).to_vec());
        steps.map(move |(step, facts)| {
            let calendar = schedule.calendar(step.id).cloned().map(Arc::new);
            StepRow { audience, contact: None, time: 0, step, facts, calendar }
        })
    };
    Audience::BOTH.into_iter().flat_map(of).collect()
}

fn of_people<'a>(outgoing: &'a Outgoing, forecasts: &Forecasts) -> Vec<StepRow<'a>> {
    let workspace = &outgoing.workspace;
    let mut rows = Vec::new();
    for contact in workspace.roster.contacts() {
        if outgoing.wanted.contact.is_some_and(|wanted| wanted != contact.id) {
            continue;
        }
        for (at, enrolment) in contact.enrolments.iter().enumerate() {
            let Some((facts, calendars)) = forecasts.facts_by_calendars(contact.id, at) else { continue };
            let earlier = contact.enrolments[..at].iter();
            let time = 1 + earlier.filter(|earlier| earlier.audience == enrolment.audience).count();
            let told = facts.into_iter().zip(calendars);
            rows.extend(workspace.steps(enrolment).iter().zip(told).map(|(step, (facts, calendar))| {
                StepRow {
                    audience: enrolment.audience,
                    contact: Some((contact, enrolment)),
                    time,
                    step,
                    facts,
                    calendar: Some(calendar),
                }
            }));
        }
    }
    rows
}

impl<'a> StepRow<'a> {
    /// A name that stays, whatever changes: the same step of the same plan, for the same contact, has it in every export.
    pub fn uid(&self, outgoing: &Outgoing) -> String {
        format!("{}-{}", outgoing.id, self.name())
    }

    /// What of that name is the plan's own.
    pub fn name(&self) -> String {
        let step = self.step.id.0;
        // A step can move to the other sequence while somebody still runs on it in the one it was in.
        let sequence = match self.audience {
            Audience::Prospect => 'p',
            Audience::Customer => 'c',
        };
        match self.contact {
            Some((contact, _)) => format!("c{}-{sequence}{}-s{step}", contact.id.0, self.time),
            None => format!("s{step}"),
        }
    }

    /// Who does it (B7): whoever is named, else whoever looks after the contact.
    pub fn who(&self) -> Option<Responsible> {
        match self.contact {
            Some((contact, _)) => responsible(self.step.who, contact.owner),
            None => self.step.who,
        }
    }

    /// The same in words; blank where it is nobody.
    pub fn who_in_words(&self, plan: &Plan) -> String {
        self.who().map(|who| words::responsible(plan, who)).unwrap_or_default()
    }

    /// What is done (B3), or that it is a step where nobody said.
    pub fn what(&self) -> String {
        match self.step.what.as_str().trim() {
            "" => words::nameless_step(self.facts.number),
            what => what.to_owned(),
        }
    }

    /// Every cell in words.
    pub fn words(&self, plan: &Plan) -> Row {
        Row { who: self.who_in_words(plan), ..words::row(plan, self.step, &self.facts) }
    }

    /// What it stands under in a list: its sequence, or somebody on it.
    pub fn heading(&self) -> String {
        let sequence = words::sequence(self.audience);
        match self.contact {
            Some((contact, _)) if self.time > 1 => {
                format!("{}: {sequence}, {}", words::name_of(contact), words::nth_time(self.time))
            }
            Some((contact, _)) => format!("{}: {sequence}", words::name_of(contact)),
            None => sequence.to_owned(),
        }
    }

    /// Why it is due on its day (F2).
    pub fn why(&self, plan: &Plan) -> Option<String> {
        words::why_by(plan, self.calendar.as_deref(), self.who(), &self.facts)
    }

    /// The goal it serves, and by what action (F1).
    pub fn goal(&self, plan: &'a Plan) -> Option<(&'a Goal, &'a Action)> {
        plan.action(self.step.action?)
    }

    /// The message or the notes of the step, with the name of the contact filled in (A26, D2).
    pub fn message(&self) -> String {
        let notes = self.step.notes.as_str();
        match self.contact {
            Some((contact, _)) => words::message_for(notes, contact),
            None => notes.to_owned(),
        }
    }

    /// Whether it is still to be done on a day that is known.
    pub fn waits_on(&self) -> Option<NaiveDate> {
        self.facts.due.filter(|_| self.facts.is_open() && self.facts.happens())
    }
}
