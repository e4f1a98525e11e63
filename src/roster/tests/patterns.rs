//! What a change of the steps does to those who run on them.

use super::*;

/// What the steps of a contact's first time through a sequence say.
fn steps(workspace: &Workspace, id: u32) -> Vec<(u32, String)> {
    let steps = workspace.steps(&somebody(workspace, id).enrolments[0]).iter();
    steps.map(|step| (step.id.0, step.what.to_string())).collect()
}

#[test]
fn a_change_of_steps_reaches_all_the_new_or_the_chosen() {
    let workspace = with(&["Ali", "Bo"]);
    let change = |spread| workspace.edited(WorkspaceEdit::Pattern(what(3, "new"), spread)).unwrap();
    let says = |workspace: &Workspace, id| steps(workspace, id)[1].1.clone();
    let all = change(Spread::All);
    assert_eq!((says(&all, 1), says(&all, 2)), ("new".into(), "new".into()));
    let chosen = change(Spread::Chosen(vec![ContactId(2)]));
    assert_eq!((says(&chosen, 1), says(&chosen, 2)), (String::new(), "new".into()));
    let later = edited(&change(Spread::New), RosterEdit::Add(vec![new("Cy")])).unwrap();
    assert_eq!((says(&later, 1), says(&later, 3)), (String::new(), "new".into()));
    assert_eq!(later.roster.versions().len(), 1, "both run on the same earlier steps");
    let typed = later.edited(WorkspaceEdit::Plan(what(3, "newer"))).unwrap();
    assert_eq!((says(&typed, 1), says(&typed, 3)), (String::new(), "newer".into()));
    let together = typed.edited(WorkspaceEdit::Pattern(what(3, "newest"), Spread::All)).unwrap();
    assert_eq!((says(&together, 1), says(&together, 3)), ("newest".into(), "newest".into()));
    assert_eq!(together.roster.versions(), [], "nobody runs on the earlier steps any more");
}

#[test]
fn what_was_done_of_a_step_that_goes_stays_as_a_touchpoint() {
    let channel = Edit::Step(StepId(2), StepEdit::Channel(Some(Channel::Phone)));
    let workspace = with(&["Zoe"]).edited(WorkspaceEdit::Plan(channel)).unwrap();
    let workspace = workspace.edited(WorkspaceEdit::Plan(what(2, "Call"))).unwrap();
    let workspace = done(&workspace, 1, 2);
    let remove = || Edit::Step(StepId(2), StepEdit::Remove);
    let after = workspace.edited(WorkspaceEdit::Plan(remove())).unwrap();
    let zoe = somebody(&after, 1);
    assert_eq!(zoe.enrolments[0].facts, []);
    let touched = &zoe.touchpoints[0];
    assert_eq!(
        (touched.on, touched.channel, touched.counts_for),
        (date("2026-10-02"), Some(Channel::Phone), Some(PROSPECT))
    );
    assert_eq!(touched.note.as_str().trim(), "Call");
    let ended = prospects(&workspace, 1, EnrolmentEdit::End(date("2026-10-03"), Exit::Lost)).unwrap();
    let after = ended.edited(WorkspaceEdit::Plan(remove())).unwrap();
    assert_eq!(steps(&after, 1).len(), 3, "what is over keeps the steps it was done by");
    assert!(somebody(&after, 1).enrolments[0].fact(StepId(2)).unwrap().is_over());
}

#[test]
fn a_step_that_bears_the_number_of_one_that_went_is_another() {
    // The last step of all goes and another comes, which gets its number.
    let workspace =
        with(&["Zoe"]).edited(WorkspaceEdit::Plan(Edit::Step(StepId(5), StepEdit::Remove))).unwrap();
    let workspace = done(&workspace, 1, 4);
    let kept = workspace.edited(WorkspaceEdit::Pattern(what(2, "x"), Spread::New)).unwrap();
    let removed = kept.edited(WorkspaceEdit::Plan(Edit::Step(StepId(4), StepEdit::Remove))).unwrap();
    let add = Edit::AddStep { audience: PROSPECT, before: None };
    let again = removed.edited(WorkspaceEdit::Plan(add)).unwrap();
    assert_eq!(again.plan.sequences.prospect.steps[2].id, StepId(4), "the number is given again");
    assert!(somebody(&again, 1).enrolments[0].fact(StepId(4)).unwrap().is_over());
    let following = prospects(&again, 1, EnrolmentEdit::Follow).unwrap();
    let zoe = somebody(&following, 1);
    assert_eq!(
        (zoe.enrolments[0].facts.len(), zoe.touchpoints.len()),
        (0, 1),
        "what was done was another step"
    );
}
