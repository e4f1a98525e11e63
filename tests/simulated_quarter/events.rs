//! What happens in a quarter, by chance.

use chrono::{NaiveDate, TimeDelta};
use followthrough::calendar::WorkWeek;
use followthrough::plan::{
    Anchor, Audience, Channel, Closure, Delay, Edit, Fate, Holiday, Line, Outcome, PersonId, Prose, StepEdit,
    Unit,
};
use followthrough::roster::{
    Absence, Contact, ContactEdit, ContactId, Cover, EnrolmentEdit, Exit, NewContact, PersonEdit, Reach,
    RosterEdit, Spread, Way, Workspace, WorkspaceEdit,
};

use crate::chance::Chance;
use crate::setting::{COUNTRIES, PEOPLE, date, line};

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day + TimeDelta::days(days)
}

fn person(chance: &mut Chance) -> PersonId {
    PersonId(*chance.of(&PEOPLE.collect::<Vec<_>>()))
}

fn audience(chance: &mut Chance) -> Audience {
    if chance.percent(65) { Audience::Prospect } else { Audience::Customer }
}

/// So many people who start now or soon.
pub fn newcomers(chance: &mut Chance, count: usize, today: NaiveDate) -> WorkspaceEdit {
    let all = (0..count).map(|_| {
        let (audience, number) = (audience(chance), chance.below(100_000));
        let start = later(today, i64::try_from(chance.below(14)).unwrap() - 3);
        NewContact {
            name: line(&format!("Contact {number}")),
            reach: Reach { mail: line(&format!("c{number}@example.com")), ..Reach::default() },
            segment: line(chance.word(&["bakery", "café", ""])),
            owner: chance.percent(85).then(|| person(chance)),
            country: chance.percent(60).then(|| line(chance.word(&COUNTRIES))),
            start: chance.percent(95).then(|| (audience, line("met at the fair"), start)),
            ..NewContact::default()
        }
    });
    WorkspaceEdit::Roster(RosterEdit::Add(all.collect()))
}

/// One thing that happens on a day; it may be refused.
pub fn happening(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> WorkspaceEdit {
    match chance.below(100) {
        0..8 => absence(chance, workspace, today),
        8..11 => WorkspaceEdit::Roster(RosterEdit::Person(person(chance), working(chance))),
        11..15 => WorkspaceEdit::Plan(calendar(chance, workspace, today)),
        15..25 => pattern(chance, workspace),
        25..28 => merge(chance, workspace, today),
        28..30 => WorkspaceEdit::Roster(RosterEdit::Remove(somebody(chance, workspace).id)),
        30..33 => {
            let count = 1 + chance.below(4);
            newcomers(chance, count, today)
        }
        33..40 => back(chance, workspace, today),
        _ => {
            let count = 1 + chance.below(3);
            WorkspaceEdit::All((0..count).map(|_| contact(chance, workspace, today)).collect())
        }
    }
}

fn somebody<'a>(chance: &mut Chance, workspace: &'a Workspace) -> &'a Contact {
    let at = chance.below(workspace.roster.count());
    workspace.roster.contacts().nth(at).unwrap()
}

fn contact(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> WorkspaceEdit {
    let somebody = somebody(chance, workspace);
    let day = later(today, i64::try_from(chance.below(7)).unwrap() - 4);
    let edit = match chance.below(40) {
        0 => ContactEdit::Owner(chance.percent(80).then(|| person(chance))),
        1 => ContactEdit::Country(chance.percent(80).then(|| line(chance.word(&COUNTRIES)))),
        2 | 3 => ContactEdit::Buy { on: day, amount: None, event: line("bought") },
        4 => ContactEdit::OptOut(day),
        5 | 6 => {
            ContactEdit::Enrol { audience: audience(chance), event: line("came back"), start: later(day, 2) }
        }
        7..10 => ContactEdit::AddTouchpoint {
            on: day,
            channel: Some(Channel::Phone),
            way: if chance.percent(50) { Way::Asked } else { Way::Theirs },
            note: Prose::parse("rang").unwrap(),
            counts_for: chance.percent(70).then(|| audience(chance)),
        },
        _ => enrolment(chance, workspace, somebody, day),
    };
    WorkspaceEdit::Roster(RosterEdit::Contact(somebody.id, edit))
}

fn enrolment(chance: &mut Chance, workspace: &Workspace, somebody: &Contact, day: NaiveDate) -> ContactEdit {
    let Some(enrolment) = somebody.enrolments.last() else {
        return ContactEdit::Name(line("nobody yet"));
    };
    let steps = workspace.steps(enrolment);
    // The first open one, mostly, as people do.
    let open = steps.iter().find(|step| enrolment.fact(step.id).is_none_or(|fact| !fact.is_over()));
    let any = chance.of(steps).id;
    let step = if chance.percent(80) { open.map_or(any, |step| step.id) } else { any };
    let outcome = [None, Some(Outcome::Reached), Some(Outcome::NotReached), Some(Outcome::Replied)];
    let edit = match chance.below(30) {
        0..16 => EnrolmentEdit::Mark(step, day, Fate::Done(*chance.of(&outcome))),
        16 | 17 => EnrolmentEdit::Mark(step, day, Fate::Skipped),
        18..21 => EnrolmentEdit::Mark(step, day, Fate::Tried(u8::try_from(1 + chance.below(3)).unwrap())),
        21 => EnrolmentEdit::Unmark(step),
        22 | 23 => EnrolmentEdit::Postpone(step, chance.percent(80).then(|| later(day, 9))),
        24 => EnrolmentEdit::Pause(day),
        25 => EnrolmentEdit::Resume(later(day, 5)),
        26 => EnrolmentEdit::End(day, Exit::NotNow(later(day, 90))),
        27 => EnrolmentEdit::End(day, *chance.of(&[Exit::Replied, Exit::Lost, Exit::Met, Exit::Finished])),
        28 => EnrolmentEdit::Follow,
        _ => EnrolmentEdit::Start(day),
    };
    ContactEdit::Enrolment(enrolment.audience, edit)
}

/// Somebody whose sequence has ended goes on with it after all.
fn back(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> WorkspaceEdit {
    let has_left = |it: &&std::sync::Arc<Contact>| it.enrolments.last().is_some_and(|it| !it.is_open());
    let left: Vec<_> = workspace.roster.contacts().filter(has_left).collect();
    if left.is_empty() {
        return contact(chance, workspace, today);
    }
    let somebody = *chance.of(&left);
    let on = later(today, i64::try_from(chance.below(7)).unwrap() - 4);
    let audience = somebody.enrolments.last().unwrap().audience;
    let edit = ContactEdit::Enrolment(audience, EnrolmentEdit::Reopen(on));
    WorkspaceEdit::Roster(RosterEdit::Contact(somebody.id, edit))
}

fn absence(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> WorkspaceEdit {
    let who = person(chance);
    let known = workspace.roster.availability(who).map_or(&[][..], |known| &known.absences[..]);
    let edit = if !known.is_empty() && chance.percent(30) {
        PersonEdit::RemoveAbsence(chance.of(known).clone())
    } else {
        let first = later(today, i64::try_from(chance.below(40)).unwrap() - 10);
        let last = later(first, i64::try_from(chance.below(15)).unwrap());
        let cover = match chance.below(3) {
            0 => Cover::Shift,
            1 => Cover::Keep,
            _ => Cover::HandOver(person(chance)),
        };
        PersonEdit::AddAbsence(Absence { first, last, name: Line::default(), cover })
    };
    WorkspaceEdit::Roster(RosterEdit::Person(who, edit))
}

fn working(chance: &mut Chance) -> PersonEdit {
    match chance.below(3) {
        0 => PersonEdit::Country(chance.percent(70).then(|| line(chance.word(&COUNTRIES)))),
        _ => {
            let masks = ["0000011", "0000111", "1000011", "0001111"];
            PersonEdit::Week(Some(WorkWeek::from_mask(chance.word(&masks)).unwrap()))
        }
    }
}

fn calendar(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> Edit {
    let day = later(today, i64::try_from(chance.below(60)).unwrap());
    let known = &workspace.plan.holidays;
    match chance.below(5) {
        0 | 1 => Edit::AddHoliday(Holiday { date: day, name: Line::default() }),
        2 if !known.is_empty() => Edit::RemoveHoliday(chance.of(known).date),
        3 => Edit::Worked(day, chance.percent(60)),
        _ => {
            let who = chance.percent(50).then(|| person(chance));
            Edit::AddClosure(Closure { first: day, last: later(day, 3), name: Line::default(), who })
        }
    }
}

fn pattern(chance: &mut Chance, workspace: &Workspace) -> WorkspaceEdit {
    let audience = audience(chance);
    let steps = &workspace.plan.sequences.of(audience).steps;
    let step = chance.of(steps).id;
    let length = u16::try_from(chance.below(12)).unwrap();
    let edit = match chance.below(9) {
        0..4 => {
            let unit = *chance.of(&[Unit::WorkingDays, Unit::CalendarDays, Unit::Weeks]);
            let length = if unit == Unit::Weeks { length / 4 } else { length };
            Edit::Step(step, StepEdit::Delay(Delay::after(length, unit, Anchor::PreviousStep).unwrap()))
        }
        4 if steps.len() < 12 => Edit::Step(step, StepEdit::Copy),
        5 if steps.len() > 5 => Edit::Step(step, StepEdit::Remove),
        6 => Edit::Step(step, StepEdit::Before(audience, Some(chance.of(steps).id))),
        7 => Edit::Step(step, StepEdit::Channel(Some(*chance.of(&Channel::ALL)))),
        _ => Edit::Step(step, StepEdit::What(line("said otherwise"))),
    };
    match chance.below(4) {
        0 => WorkspaceEdit::Plan(edit),
        1 => WorkspaceEdit::Pattern(edit, Spread::All),
        2 => WorkspaceEdit::Pattern(edit, Spread::New),
        _ => {
            let chosen: Vec<ContactId> =
                workspace.roster.contacts().map(|it| it.id).filter(|_| chance.percent(40)).collect();
            WorkspaceEdit::Pattern(edit, Spread::Chosen(chosen))
        }
    }
}

fn merge(chance: &mut Chance, workspace: &Workspace, today: NaiveDate) -> WorkspaceEdit {
    let (keep, gone) = (somebody(chance, workspace).id, somebody(chance, workspace).id);
    WorkspaceEdit::Roster(RosterEdit::Merge { keep, gone, on: today })
}

/// The quarter.
pub fn first_day() -> NaiveDate {
    date("2026-10-01")
}
