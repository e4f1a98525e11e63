//! The people of the example: who asks about a piano, and who has one back. Names, addresses and numbers are invented.

use chrono::NaiveDate;

use crate::agenda::Forecasts;
use crate::calendar::{FIRST_DAY, LAST_DAY, WorkCalendar};
use crate::plan::{Amount, Audience, Channel, Fate, Line, Plan, Prose, StepId};
use crate::roster::{
    Contact, ContactEdit, ContactId, EnrolmentEdit, Exit, NewContact, Reach, RosterEdit, Way, Workspace,
    WorkspaceEdit,
};

use Audience::{Customer, Prospect};
use Then::{Asked, Bought, Held, InTime, Late, Lost, NotNow, OptedOut, Tried};

/// Somebody of the example.
struct Somebody {
    name: &'static str,
    town: &'static str,
    group: &'static str,
    note: &'static str,
    /// The sequence they are on.
    on: Audience,
    /// So many working days ago they began; below zero they have yet to begin.
    began: i64,
    /// What came then.
    then: Then,
}

/// What became of somebody; numbers are working days ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// All was done on its day.
    InTime,
    /// The last step was not done.
    Late,
    /// Nobody answered the first call.
    Tried,
    /// Nothing is done since.
    Held(i64),
    /// They bought.
    Bought(i64),
    /// Not now.
    NotNow(i64),
    /// They asked something yesterday.
    Asked,
    /// They want to hear nothing more.
    OptedOut(i64),
    /// They went elsewhere.
    Lost(i64),
}

impl Then {
    /// How many working days ago the last thing was done.
    fn last_done(self) -> i64 {
        match self {
            Held(ago) | Bought(ago) | NotNow(ago) | OptedOut(ago) | Lost(ago) => ago,
            InTime | Late | Tried | Asked => 0,
        }
    }
}

const fn one(who: [&'static str; 4], on: Audience, began: i64, then: Then) -> Somebody {
    let [name, town, group, note] = who;
    Somebody { name, town, group, note, on, began, then }
}

/// Everybody, in the order they came.
const PEOPLE: [Somebody; 25] = [
    one(["Maeve Corrigan", "Ballymore", "Family", "A walnut upright from her aunt"], Customer, 124, InTime),
    one(["Tobias Lindqvist", "Old Harbour", "Family", "Plays in the evenings"], Customer, 70, InTime),
    one(["Orla Kinsella", "Kilbrack", "School", "The hall piano; ring before ten"], Prospect, 45, Bought(22)),
    one(["Harriet Osei", "Mill Street", "Family", "A baby grand that came by ship"], Prospect, 40, Lost(11)),
    one(["Desmond Farrelly", "Kilbrack", "Teacher", "Sells his house first"], Prospect, 34, NotNow(15)),
    one(["Rosalind Achterberg", "Long Acre", "Family", "Her mother’s, long silent"], Customer, 32, InTime),
    one(["Pascal Moreau", "Old Harbour", "Family", ""], Prospect, 30, OptedOut(12)),
    one(["Ingrid Solheim", "Ballymore", "Family", "Wants it back before the wedding"], Prospect, 25, InTime),
    one(["Colm Brannigan", "Mill Street", "Teacher", "Two uprights, one for pupils"], Prospect, 18, InTime),
    one(["Yasmin Haddad", "Long Acre", "Family", "Abroad until she rings"], Prospect, 16, Held(6)),
    one(["Walter Pemberton", "Kilbrack", "Family", "Tuned last in 1998"], Customer, 15, InTime),
    one(["Aoife Delaney", "Ballymore", "Family", "Three children, all beginners"], Prospect, 14, InTime),
    one(["Marguerite Vance", "Old Harbour", "Choir", "The choir decides on Thursdays"], Prospect, 12, Late),
    one(["Samuel Oyelaran", "Mill Street", "Family", "Third floor, narrow stairs"], Prospect, 10, InTime),
    one(["Beatrix Hollander", "Long Acre", "Teacher", "Knows Colm Brannigan"], Prospect, 9, InTime),
    one(["Eoin Gallagher", "Kilbrack", "Family", "The lid is cracked"], Prospect, 8, InTime),
    one(["Lucinda Farrow", "Ballymore", "Family", "A square piano; is it worth it?"], Prospect, 7, Asked),
    one(["Niamh Tiernan", "Old Harbour", "Family", "A gift for her father"], Customer, 6, InTime),
    one(["Viktor Dragan", "Mill Street", "Bar", "Played every night"], Prospect, 5, InTime),
    one(["Clodagh Finnerty", "Long Acre", "Family", "Best after six"], Prospect, 4, Tried),
    one(["Gareth Llewellyn", "Kilbrack", "Family", "Has sent photographs"], Prospect, 2, InTime),
    one(["Amara Nwosu", "Ballymore", "School", "Asks for three prices"], Prospect, 2, Late),
    one(["Florian Becker", "Old Harbour", "Family", ""], Prospect, 0, InTime),
    one(["Sinead Rafferty", "Mill Street", "Teacher", "Met at the spring concert"], Prospect, -3, InTime),
    one(["Edwin Castellane", "Long Acre", "Family", "Moves in first"], Prospect, -6, InTime),
];

/// How prospects come to the workshop.
const EVENTS: [&str; 3] = ["Wrote through our site", "Rang us", "Came through a teacher"];

/// The example with people in the middle of their way (A8, B6): what was to be done before `today` was done on its day, but
/// for little that is late (B9). Where the calendar ends there are fewer of them.
pub fn example_people(plan: Plan, today: NaiveDate) -> Workspace {
    let empty = Workspace::new(plan);
    let calendar = empty.plan.calendar();
    let base = calendar.next_workday(today).ok().filter(|_| (FIRST_DAY..=LAST_DAY).contains(&today));
    let Some(base) = base else { return empty };
    let road = Road { calendar, base, today };
    let started = (0..).zip(&PEOPLE).filter_map(|(at, somebody)| {
        let start = road.ago(somebody.began)?;
        Some((somebody, somebody.new_contact(&empty.plan, at, start)))
    });
    let (people, new): (Vec<_>, Vec<_>) = started.unzip();
    let Some(first) = new.iter().filter_map(|new| Some(new.start.as_ref()?.2)).min() else { return empty };
    let begun = edited(&empty, RosterEdit::Add(new));
    let until_then = |at: usize| road.ago(people[at].then.last_done()).map_or(today, |day| day.min(today));
    let gone = gone_along(begun, first, until_then);
    let turned = (1..).zip(&people).fold(gone, |workspace, (id, somebody)| {
        road.edits(&workspace, ContactId(id), somebody.then)
            .into_iter()
            .fold(workspace, |workspace, edit| edited(&workspace, RosterEdit::Contact(ContactId(id), edit)))
    });
    let is_buyer = |at: usize| matches!(people[at].then, Bought(_));
    gone_along(turned, first, |at| if is_buyer(at) { today } else { NaiveDate::MIN })
}

impl Somebody {
    fn new_contact(&self, plan: &Plan, at: usize, start: NaiveDate) -> NewContact {
        let mail = self.name.to_lowercase().replace(' ', ".");
        let phone = match at % 5 {
            4 => format!("+1 202 555 {:04}", 100 + at),
            _ => format!("+44 20 7946 {:04}", 120 + 31 * at),
        };
        let event = match self.on {
            Prospect => Line::fitted(EVENTS[at % EVENTS.len()]),
            Customer => plan.sequences.customer.trigger.clone(),
        };
        NewContact {
            name: Line::fitted(self.name),
            reach: Reach {
                mail: Line::fitted(&format!(
                    "{mail}@example.{}",
                    if at.is_multiple_of(3) { "org" } else { "com" }
                )),
                phone: Line::fitted(&phone),
                address: Line::fitted(self.town),
            },
            segment: Line::fitted(self.group),
            owner: plan.people.get(at % 3).map(|person| person.id),
            country: None,
            note: Prose::parse(self.note).unwrap_or_default(),
            start: Some((self.on, event, start)),
        }
    }
}

/// The days the example is told by.
struct Road {
    calendar: WorkCalendar,
    /// The first working day from today on.
    base: NaiveDate,
    today: NaiveDate,
}

impl Road {
    /// So many working days ago.
    fn ago(&self, days: i64) -> Option<NaiveDate> {
        self.calendar.workday(self.base, -days).ok()
    }

    /// What became of somebody after all that was done.
    fn edits(&self, workspace: &Workspace, id: ContactId, then: Then) -> Vec<ContactEdit> {
        let on_prospect = |edit| ContactEdit::Enrolment(Prospect, edit);
        let Some(on) = self.ago(then.last_done()).map(|day| day.min(self.today)) else { return Vec::new() };
        let last = workspace.roster.contact(id).and_then(|contact| last_done(contact));
        let edit = match then {
            InTime => None,
            Late => last.map(|(_, step)| on_prospect(EnrolmentEdit::Unmark(step))),
            Tried => last.map(|(on, step)| on_prospect(EnrolmentEdit::Mark(step, on, Fate::Tried(1)))),
            Held(_) => Some(on_prospect(EnrolmentEdit::Pause(on))),
            Bought(_) => {
                let event = workspace.plan.sequences.customer.trigger.clone();
                Some(ContactEdit::Buy { on, amount: Amount::parse("4800").ok(), event })
            }
            NotNow(_) => self.ago(-12).map(|until| on_prospect(EnrolmentEdit::End(on, Exit::NotNow(until)))),
            Asked => self.ago(1).map(|on| ContactEdit::AddTouchpoint {
                on,
                channel: Some(Channel::Email),
                way: Way::Asked,
                note: Prose::parse("Can it stay at home while the keys are done?").unwrap_or_default(),
                counts_for: None,
            }),
            OptedOut(_) => Some(ContactEdit::OptOut(on)),
            Lost(_) => Some(on_prospect(EnrolmentEdit::End(on, Exit::Lost))),
        };
        edit.into_iter().collect()
    }
}

/// The step that was done last.
fn last_done(contact: &Contact) -> Option<(NaiveDate, StepId)> {
    let facts = contact.enrolments.iter().flat_map(|enrolment| &enrolment.facts);
    facts.filter_map(|fact| Some((fact.mark?.0, fact.step))).max()
}

/// Everybody goes on: each step is done on its day, as far as that lies before the day given for somebody's place. The dates
/// are those seen from the first day, so that nothing is put off to today (B6).
fn gone_along(workspace: Workspace, first: NaiveDate, until: impl Fn(usize) -> NaiveDate) -> Workspace {
    let mut workspace = workspace;
    let mut forecasts = Forecasts::of(&workspace, first);
    loop {
        let mut edits = Vec::new();
        for (at, contact) in workspace.roster.contacts().enumerate() {
            edits.extend(next_done(&forecasts, contact, until(at)));
        }
        if edits.is_empty() {
            return workspace;
        }
        let all = edits.into_iter().map(WorkspaceEdit::Roster).collect();
        let Ok(after) = workspace.edited(WorkspaceEdit::All(all)) else { return workspace };
        forecasts = forecasts.after(&after, first);
        workspace = after;
    }
}

/// The next step of somebody that was due before a day is done as one expects.
fn next_done(forecasts: &Forecasts, contact: &Contact, until: NaiveDate) -> Option<RosterEdit> {
    let at = contact.enrolments.iter().position(|enrolment| enrolment.is_open())?;
    let waiting = forecasts.timeline(contact.id, at)?.waiting();
    let (place, due) = waiting.min_by_key(|(place, due)| (*due, *place)).filter(|(_, due)| *due < until)?;
    let enrolment = &contact.enrolments[at];
    let step = forecasts.workspace().steps(enrolment).get(place)?;
    let done = EnrolmentEdit::Mark(step.id, due, Fate::Done(step.expected));
    Some(RosterEdit::Contact(contact.id, ContactEdit::Enrolment(enrolment.audience, done)))
}

/// The workspace after a change; as it was where that is refused.
fn edited(workspace: &Workspace, edit: RosterEdit) -> Workspace {
    workspace.edited(WorkspaceEdit::Roster(edit)).unwrap_or_else(|_| workspace.clone())
}
