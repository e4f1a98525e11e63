//! Undo, redo, and what is said of a change.

use super::*;
use crate::plan::{Audience, Fate, PersonId, Prose, StepEdit, StepId};
use crate::workshop::FieldId;

#[test]
fn typing_in_one_field_is_taken_back_in_one_go_and_a_pause_parts_it() {
    let tab = Tab::on(Disk::empty());
    let session = tab.session;
    let statement = |text: &str| {
        let edit = Edit::Statement(Audience::Prospect, Prose::parse(text).unwrap());
        session.typing_in(FieldId(1), || session.edit(edit));
    };
    for text in ["W", "We", "Wel"] {
        statement(text);
    }
    session.pause();
    statement("Welcome");
    let now = || session.plan_now().statements.prospect.to_string();
    session.undo();
    assert_eq!(now(), "Wel");
    session.undo();
    assert_eq!(now(), "");
    session.redo();
    session.redo();
    assert_eq!(now(), "Welcome");
}

#[test]
fn a_step_shows_again_what_it_was_when_the_typing_is_given_up() {
    let tab = Tab::on(Disk::empty());
    let session = tab.session;
    session.edit(Edit::AddStep { audience: Audience::Prospect, before: None });
    let id = session.plan_now().sequences.prospect.steps[0].id;
    let step = session.step(id);
    for text in ["C", "Ca", "Call"] {
        let edit = Edit::Step(id, StepEdit::What(line(text)));
        session.typing_in(FieldId(1), || session.edit(edit));
    }
    let shown = || untrack(|| step.read(|step| step.what.to_string())).unwrap_or_default();
    assert_eq!(shown(), "Call");
    session.abandon(FieldId(1));
    assert_eq!(shown(), "");
}

#[test]
fn what_a_mark_would_move_is_what_it_moves() {
    let tab = Tab::on(Disk::empty());
    let session = tab.session;
    let step = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let start = "2026-11-23".parse().unwrap();
    for edit in [step(), step(), step(), Edit::Start(Audience::Prospect, Some(start))] {
        session.edit(edit);
    }
    let id = session.plan_now().sequences.prospect.steps[0].id;
    let day = "2026-12-01".parse().unwrap();
    for edit in [Edit::Mark(id, day, Fate::Done(None)), Edit::Postpone(id, Some(day))] {
        let before = untrack(|| session.schedule());
        let said = untrack(|| session.would_move(id, edit.clone()));
        assert_eq!(
            said[..2],
            ["Prospect step 1: Tue 1 Dec 2026 instead of Mon 23 Nov 2026.", "2 other steps move."]
        );
        session.mark(id, edit, "").unwrap();
        assert_eq!(said, words::step_would_move(id, &before, &untrack(|| session.schedule())));
        assert!(tab.announces().contains(&said[2]), "{said:?}");
        session.undo();
    }
    assert_eq!(untrack(|| session.would_move(StepId(99), Edit::Unmark(StepId(99)))), [""; 0]);
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let tab = Tab::on(Disk::empty());
    let session = tab.session;
    session.undo();
    assert_eq!(tab.announces(), "Nothing to undo");
    session.redo();
    assert_eq!(tab.announces(), "Nothing to redo");
    session.edit_and_say(Edit::Name(line("Spring")), "Named");
    assert_eq!(tab.announces(), "Named");
    session.undo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Undone", ""));
    session.redo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Redone", "Spring"));
}

#[test]
fn a_refused_change_is_said_and_leaves_no_trace() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let nobody = PersonId(7);
    tab.session.edit(Edit::RenamePerson(nobody, line("Ann")));
    assert!(tab.announces().contains("no longer in the plan"), "{}", tab.announces());
    assert!(!tab.workspace.has_unsaved());
    tab.session.undo();
    assert_eq!(tab.shows(), "");
}

#[test]
fn there_is_no_way_back_from_one_plan_into_another() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.workspace.start_new().unwrap();
    tab.session.undo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Nothing to undo", ""));
}

#[test]
fn the_day_is_that_of_the_clock_when_it_is_used_and_the_page_follows() {
    let tab = Tab::on(Disk::empty());
    let shown = || untrack(|| tab.session.today()).to_string();
    assert_eq!(shown(), "2026-11-23");
    for day in ["2026-11-24", "2026-12-24", "2026-11-23"] {
        CLOCK.set(day.parse().unwrap());
        assert_eq!(tab.workspace.today().to_string(), day);
        assert_eq!(shown(), day);
    }
}
