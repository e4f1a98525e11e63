//! What two tabs changed of one contact.

use super::*;

#[test]
fn of_one_contact_two_tabs_may_change_different_things_and_nobody_loses_anything() {
    let line = |text: &str| Line::parse(text).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let start = Some((Audience::Prospect, line("fair"), day("2026-10-01")));
    let new = NewContact { name: line("Zoe"), start, ..NewContact::default() };
    let base = Roster::default().edited(RosterEdit::Add(vec![new])).unwrap();
    let changed = |edit: ContactEdit| base.edited(RosterEdit::Contact(ContactId(1), edit)).unwrap();
    let mark = |step| EnrolmentEdit::Mark(StepId(step), day("2026-10-02"), Fate::Done(None));
    let of = |edit| ContactEdit::Enrolment(Audience::Prospect, edit);
    let edits = [
        ContactEdit::Name(line("Zoë")),
        ContactEdit::Phone(line("1234567")),
        ContactEdit::Note(Prose::parse("Rings back").unwrap()),
        of(mark(7)),
        of(mark(8)),
        of(EnrolmentEdit::Postpone(StepId(9), Some(day("2026-10-09")))),
        of(EnrolmentEdit::Start(day("2026-10-05"))),
    ];
    for (at, mine) in edits.iter().enumerate() {
        for (other, theirs) in edits.iter().enumerate() {
            let both = Roster::together(&base, &changed(mine.clone()), &changed(theirs.clone()));
            let in_turn = changed(mine.clone()).edited(RosterEdit::Contact(ContactId(1), theirs.clone()));
            assert_eq!(both, in_turn.ok(), "{at} and {other}");
        }
    }
    let names = ["Zoé", "Zoey"].map(|name| changed(ContactEdit::Name(line(name))));
    assert_eq!(Roster::together(&base, &names[0], &names[1]), None, "the same, differently");
    let marks = [mark(7), EnrolmentEdit::Mark(StepId(7), day("2026-10-03"), Fate::Skipped)];
    let [one, other] = marks.map(|edit| changed(of(edit)));
    assert_eq!(Roster::together(&base, &one, &other), None);
}
