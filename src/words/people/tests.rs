//! Somebody on a plan of three steps, and how that is said.

use super::*;
use crate::plan::{Anchor, Audience, Delay, Edit, Fate, Line, Plan, Prose, Responsible, StepEdit, Unit};
use crate::roster::{ContactEdit, EnrolmentEdit, NewContact, Reach, RosterEdit, TouchpointId, WorkspaceEdit};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// The one contact.
pub fn ada() -> ContactId {
    ContactId(1)
}

/// Ada starts on Monday 30 November 2026: Ann writes at once, rings two working days later, writes again five after that.
pub fn workspace() -> Workspace {
    let plan = Plan::blank().edited(Edit::AddPerson(line("Ann"))).unwrap();
    let ann = Some(Responsible::Person(plan.people[0].id));
    let waits = [0, 2, 5].map(|wait| Delay::after(wait, Unit::WorkingDays, Anchor::PreviousStep).unwrap());
    let plan =
        waits.into_iter().zip(["Write to them", "", "Write again"]).fold(plan, |plan, (wait, what)| {
            let step = StepId(plan.next_id());
            let delay = if what == "Write to them" { Delay::AT_START } else { wait };
            let edits = [StepEdit::What(line(what)), StepEdit::Delay(delay), StepEdit::Who(ann)];
            let edits = edits.map(|edit| Edit::Step(step, edit));
            let add = Edit::AddStep { audience: Audience::Prospect, before: None };
            std::iter::once(add).chain(edits).fold(plan, |plan, edit| plan.edited(edit).unwrap())
        });
    let new = NewContact {
        name: line("Ada Murphy"),
        reach: Reach::default(),
        start: Some((Audience::Prospect, line("met at the fair"), date("2026-11-30"))),
        ..NewContact::default()
    };
    Workspace::new(plan).edited(WorkspaceEdit::Roster(RosterEdit::Add(vec![new]))).unwrap()
}

pub fn changed(workspace: &Workspace, edit: ContactEdit) -> Workspace {
    workspace.edited(WorkspaceEdit::Roster(RosterEdit::Contact(ada(), edit))).unwrap()
}

/// Something became of a step, told by its place.
pub fn marked(workspace: &Workspace, at: usize, on: &str, fate: Fate) -> Workspace {
    let step = workspace.plan.steps().nth(at).unwrap().id;
    changed(workspace, on_prospect(EnrolmentEdit::Mark(step, date(on), fate)))
}

fn on_prospect(edit: EnrolmentEdit) -> ContactEdit {
    ContactEdit::Enrolment(Audience::Prospect, edit)
}

#[track_caller]
fn check_state(workspace: &Workspace, today: &str, said: &str) {
    let contact = workspace.roster.contact(ada()).unwrap();
    assert_eq!(state(workspace, &Forecasts::of(workspace, date(today)), contact), said);
}

#[test]
fn how_it_stands_with_somebody_is_one_line() {
    let fresh = workspace();
    check_state(&fresh, "2026-11-27", "Prospect, step 1 next: Mon 30 Nov");
    check_state(&fresh, "2026-11-30", "Prospect, step 1 is due today");
    check_state(&fresh, "2026-12-02", "Prospect, late since Mon 30 Nov");
    let begun = marked(&fresh, 0, "2026-11-30", Fate::Done(None));
    check_state(&begun, "2026-12-01", "Prospect, step 2 next: Wed 2 Dec");
    let ask = |it: &Workspace| {
        let (on, way, note) = (date("2026-12-01"), Way::Asked, Prose::default());
        changed(it, ContactEdit::AddTouchpoint { on, channel: None, way, note, counts_for: None })
    };
    let asked = ask(&begun);
    check_state(&asked, "2026-12-01", "Prospect, step 2 next: Wed 2 Dec; an answer today");
    check_state(&ask(&asked), "2026-12-01", "Prospect, step 2 next: Wed 2 Dec; 2 answers today");
    let held = changed(&begun, on_prospect(EnrolmentEdit::Pause(date("2026-12-03"))));
    check_state(&held, "2026-12-07", "On hold since 3 Dec");
    check_state(&held, "2026-12-01", "On hold from 3 Dec");
    let all = [(1, "2026-12-02"), (2, "2026-12-09")];
    let over = all.into_iter().fold(begun.clone(), |it, (at, on)| marked(&it, at, on, Fate::Done(None)));
    check_state(&over, "2026-12-10", "Prospect, all steps are over");
    let event = line("bought");
    let bought = changed(&begun, ContactEdit::Buy { on: date("2026-12-03"), amount: None, event });
    check_state(&bought, "2026-12-04", "Customer, there are no steps yet");
    check_state(
        &changed(&begun, ContactEdit::OptOut(date("2026-12-03"))),
        "2027-01-04",
        "Wants to hear nothing more since 3 Dec 2026",
    );
    let ends = [
        (Exit::Bought(None), "Bought on 3 Dec"),
        (Exit::NotNow(date("2027-03-03")), "Not now, until 3 Mar 2027"),
        (Exit::Lost, "Lost on 3 Dec"),
        (Exit::Merged, "On no sequence"),
    ];
    for (exit, said) in ends {
        let end = EnrolmentEdit::End(date("2026-12-03"), exit);
        check_state(&changed(&begun, on_prospect(end)), "2026-12-07", said);
    }
    let not_now = on_prospect(EnrolmentEdit::End(date("2026-12-03"), Exit::NotNow(date("2026-12-09"))));
    let away = changed(&begun, not_now);
    check_state(&away, "2026-12-08", "Not now, until 9 Dec");
    check_state(&away, "2026-12-09", "Not now, until 9 Dec; to be taken up again today");
    check_state(&away, "2026-12-11", "Not now, until 9 Dec; to be taken up again, late since Wed 9 Dec");
    let new = NewContact { name: line("Bo"), ..NewContact::default() };
    let more = fresh.edited(WorkspaceEdit::Roster(RosterEdit::Add(vec![new]))).unwrap();
    let bo = more.roster.contact(ContactId(2)).unwrap();
    assert_eq!(state(&more, &Forecasts::of(&more, date("2026-12-01")), bo), "On no sequence");
}

#[test]
fn every_end_has_words_and_those_to_choose_have_labels() {
    let until = date("2027-03-03");
    let ends = [
        (Exit::Finished, "all steps are over"),
        (Exit::Bought(None), "bought"),
        (Exit::Replied, "replied"),
        (Exit::Met, "met"),
        (Exit::NotNow(until), "not now, until 3 Mar 2027"),
        (Exit::OptedOut, "wants to hear nothing more"),
        (Exit::Lost, "lost"),
        (Exit::WrongPerson, "wrong person"),
        (Exit::Merged, "goes on under another name"),
    ];
    for (end, said) in ends {
        assert_eq!(exit(end), said);
    }
    let offered = exits(until).map(|(exit, _)| exit);
    assert!(
        ends.iter().all(|(end, _)| { offered.contains(end) != matches!(end, Exit::Finished | Exit::Merged) })
    );
}

#[test]
fn what_passed_between_us_is_said_with_its_day() {
    let (third, fourth) = (date("2026-12-03"), date("2026-12-04"));
    let cases = [
        (Way::Theirs, Some(Channel::Phone), "They rang, 3 Dec"),
        (Way::Ours, Some(Channel::Email), "We wrote an e-mail, 3 Dec"),
        (Way::Ours, None, "We got in touch, 3 Dec"),
        (Way::Asked, Some(Channel::Phone), "They rang with a question, 3 Dec, not answered yet"),
        (Way::Answered(third), None, "They got in touch with a question, 3 Dec, answered at once"),
        (
            Way::Answered(fourth),
            Some(Channel::Email),
            "They wrote an e-mail with a question, 3 Dec, answered on 4 Dec",
        ),
    ];
    for (way, channel, said) in cases {
        let note = Prose::default();
        let known = Touchpoint { id: TouchpointId(1), on: third, channel, way, note, counts_for: None };
        assert_eq!(touchpoint(&known), said);
        assert!(!super::way(way).is_empty());
    }
}

#[test]
fn clear_days_are_praised_only_where_there_are_any() {
    assert_eq!(clear_days(0), None);
    assert_eq!(clear_days(1).unwrap(), "Nothing was left over on the last working day.");
    assert_eq!(clear_days(12).unwrap(), "Nothing was left over on the last 12 working days.");
}
