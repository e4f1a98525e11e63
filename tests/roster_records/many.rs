//! Ten thousand people on ten steps, half of them done.

use std::time::Instant;

use followthrough::exchange::{export_roster, import_roster};
use followthrough::plan::{Audience, Edit, Fate, Line, PersonId, Plan, StepId};
use followthrough::roster::{
    ContactEdit, ContactId, EnrolmentEdit, NewContact, Reach, RosterEdit, Workspace, WorkspaceEdit,
};

use crate::events::first_day;
use crate::setting::line;
use crate::*;

const CONTACTS: u32 = 10_000;

const STEPS: u32 = 10;

/// What somebody takes in the storage on average, in bytes, at most.
const MOST_BYTES: usize = 800;

fn on_ten_steps() -> Workspace {
    let add = |_| Edit::AddStep { audience: Audience::Prospect, before: None };
    let edits = std::iter::once(Edit::AddPerson(line("Ann"))).chain((0..STEPS).map(add));
    let plan = edits.fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
    let new = (1..=CONTACTS).map(|number| NewContact {
        name: line(&format!("Firstname Lastname {number}")),
        reach: Reach {
            mail: line(&format!("lastname{number}@example.com")),
            phone: line(&format!("+43 1 555 {number:05}")),
            address: Line::default(),
        },
        segment: line("bakery"),
        owner: Some(PersonId(1)),
        start: Some((Audience::Prospect, line("met at the fair"), first_day())),
        ..NewContact::default()
    });
    let workspace = Workspace::new(plan);
    let mut parts =
        workspace.edited(WorkspaceEdit::Roster(RosterEdit::Add(new.collect()))).unwrap().roster.to_parts();
    for contact in &mut parts.contacts {
        contact.enrolments[0].facts = (2..2 + STEPS / 2)
            .map(|step| followthrough::roster::Fact {
                step: StepId(step),
                mark: Some((first_day(), Fate::Done(None))),
                postponed: None,
                note: Default::default(),
            })
            .collect();
    }
    Workspace { roster: parts.checked().unwrap().into(), ..workspace }
}

#[test]
fn ten_thousand_people_take_little_and_a_change_of_one_writes_little() {
    let workspace = on_ten_steps();
    let began = Instant::now();
    let kept = records(&workspace.roster);
    let written = began.elapsed();
    let began = Instant::now();
    assert_eq!(whole(&kept), *workspace.roster);
    let read = began.elapsed();
    let bytes: usize = kept.values().map(String::len).sum();
    let each = bytes / CONTACTS as usize;
    println!(
        "{CONTACTS} people on {STEPS} steps, half done: {bytes} bytes in {} records, {each} bytes each; written in \
         {written:.1?}, read in {read:.1?}",
        kept.len()
    );
    assert_eq!(kept.len(), 158);
    assert!(each <= MOST_BYTES, "{each} bytes each");

    let edit = |edit| WorkspaceEdit::Roster(RosterEdit::Contact(ContactId(5_000), edit));
    let done = EnrolmentEdit::Mark(StepId(7), first_day(), Fate::Done(None));
    let after = workspace.edited(edit(ContactEdit::Enrolment(Audience::Prospect, done))).unwrap();
    let began = Instant::now();
    let writes = roster_writes(&workspace.roster, &after.roster);
    let took = began.elapsed();
    let parts: Vec<_> = writes.iter().map(|write| write.part).collect();
    assert_eq!(parts, [RosterPart::Chunk(5_000 / 64)], "one chunk, and not the surroundings");
    println!("a step done writes {} bytes, found in {took:.1?}", writes[0].text.as_ref().unwrap().len());

    let removed = workspace.edited(WorkspaceEdit::Roster(RosterEdit::Remove(ContactId(5_000)))).unwrap();
    let parts: Vec<_> =
        roster_writes(&workspace.roster, &removed.roster).into_iter().map(|write| write.part).collect();
    assert_eq!(parts, [RosterPart::Chunk(5_000 / 64), RosterPart::Surroundings]);
}

#[test]
fn ten_thousand_people_go_into_one_file_and_come_back() {
    let workspace = on_ten_steps();
    let began = Instant::now();
    let file = export_roster(&workspace.roster, &workspace.plan, first_day()).unwrap();
    let made = began.elapsed();
    let began = Instant::now();
    assert_eq!(import_roster(file.as_bytes()).unwrap().roster, *workspace.roster);
    println!("a file of {} bytes, made in {made:.1?}, read in {:.1?}", file.len(), began.elapsed());
    assert!(file.lines().count() as u32 > CONTACTS, "each has a line");
}
