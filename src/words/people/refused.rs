//! Why a change to the people was refused. All is as it was.

use super::{known_as, step_of};
use crate::plan::Closure;
use crate::roster::{ContactId, Flawed, Refusal, RosterLimit, Workspace};
use crate::words::edit_problem;
use crate::words::problems::date_problem;

/// A change to the people that was refused, with what to do instead (F10).
pub fn roster_problem(workspace: &Workspace, refusal: Refusal) -> String {
    let name = |id: ContactId| known_as(workspace, id).unwrap_or_else(|| "This contact".to_owned());
    let them = |id: ContactId| known_as(workspace, id).unwrap_or_else(|| "this contact".to_owned());
    match refusal {
        Refusal::NoSuchContact(_) => gone("This contact is"),
        Refusal::NoSuchStep(_) => gone("This step is"),
        Refusal::NoSuchTouchpoint(_) => gone("This note is"),
        Refusal::NoSuchPerson(_) => {
            "This person is no longer in the plan. Choose somebody else, or add them to the plan first."
                .to_owned()
        }
        Refusal::NoSuchCountry => {
            "The holidays of this country are not here yet. Add them first, or leave the country empty."
                .to_owned()
        }
        Refusal::NotEnrolled(id) => {
            format!("{} is not on this sequence. Start them on it first.", name(id))
        }
        Refusal::AlreadyEnrolled(id) => format!(
            "{} is on this sequence already. Go on with it, or end it before they start anew.",
            name(id)
        ),
        Refusal::OptedOut(id) => {
            format!("{} wants to hear nothing more, so nothing can be planned for them.", name(id))
        }
        Refusal::HasEnded(id) => {
            format!("This sequence is over for {}. Take it up again first.", them(id))
        }
        Refusal::HasNotEnded(id) => {
            format!("This sequence is not over for {}. There is nothing to take up again.", them(id))
        }
        Refusal::StepIsOver(step) => {
            let step = step_of(workspace, None, step);
            format!("Only what is still to be done can go on another day. Open {step} again first.")
        }
        Refusal::AlreadyPaused(id) => {
            format!("{} is on hold already. Go on with them first to choose another day.", name(id))
        }
        Refusal::NotPaused(id) => {
            format!("{} is not on hold. There is nothing to go on with.", name(id))
        }
        Refusal::SameContact(id) => {
            format!("{} cannot be put together with themselves. Choose somebody else.", name(id))
        }
        Refusal::NotesTooLong => {
            "The notes of both together are longer than the field holds. Shorten one of them first."
                .to_owned()
        }
        Refusal::Plan(error) => edit_problem(&workspace.plan, error),
        Refusal::Illegal(flaw) => flaw_problem(flaw, name),
    }
}

/// What a change was about is there no more.
fn gone(what: &str) -> String {
    format!("{what} no longer there, perhaps after an undo. Nothing was changed.")
}

fn flaw_problem(flaw: Flawed, name: impl Fn(ContactId) -> String) -> String {
    match flaw {
        Flawed::TooMany(limit) => {
            format!("There is room for {} {}. Remove one first.", limit.max(), limited(limit))
        }
        Flawed::DateOutOfRange(_) => date_problem(),
        Flawed::Enrolments(id) => format!(
            "{} is on this sequence once more already. End that one before you take up an earlier one.",
            name(id)
        ),
        Flawed::Pauses(id) => format!("{} was on hold until a later day. Choose a day after that.", name(id)),
        Flawed::OptedOut(id) => {
            format!("{} wants to hear nothing more, so nothing can be planned for them.", name(id))
        }
        Flawed::Touchpoints(_) => {
            "An answer cannot come before what was asked. Choose a later day.".to_owned()
        }
        Flawed::Availability(_) => format!(
            "It cannot end before it begins, nor last longer than {} days, nor fall on days they are away already. Choose other days.",
            Closure::MAX_DAYS
        ),
        Flawed::UnknownCountry => {
            "The holidays of this country are not here yet. Add them first, or leave the country empty."
                .to_owned()
        }
        Flawed::Countries => {
            "There are more days off in this country than there is room for. Choose fewer years.".to_owned()
        }
        Flawed::Contacts(_) | Flawed::Facts(_) | Flawed::UnknownVersion(_) | Flawed::Versions(_) => {
            "This does not fit the plan any more. Nothing was changed.".to_owned()
        }
    }
}

fn limited(limit: RosterLimit) -> &'static str {
    match limit {
        RosterLimit::Contacts => "contacts",
        RosterLimit::Enrolments => "times through the sequences for one contact",
        RosterLimit::Touchpoints => "notes on what passed between you and one contact",
        RosterLimit::Pauses => "times on hold in one sequence",
        RosterLimit::Absences => "times away for one person",
        RosterLimit::Countries => "countries with their holidays",
        RosterLimit::Versions => "earlier forms of the sequences that somebody is still on",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{EditError, PersonId, StepId};
    use crate::roster::TouchpointId;
    use crate::words::people::tests::{ada, workspace};

    #[track_caller]
    fn check(refusal: Refusal, said: &str) {
        assert_eq!(roster_problem(&workspace(), refusal), said);
    }

    #[test]
    fn a_refusal_names_the_contact_and_says_what_to_do() {
        check(
            Refusal::AlreadyEnrolled(ada()),
            "Ada Murphy is on this sequence already. Go on with it, or end it before they start anew.",
        );
        check(Refusal::HasEnded(ada()), "This sequence is over for Ada Murphy. Take it up again first.");
        check(
            Refusal::HasEnded(ContactId(99)),
            "This sequence is over for this contact. Take it up again first.",
        );
        check(
            Refusal::Illegal(Flawed::TooMany(RosterLimit::Pauses)),
            "There is room for 50 times on hold in one sequence. Remove one first.",
        );
        let step = workspace().plan.steps().next().map(|step| step.id).unwrap();
        check(
            Refusal::StepIsOver(step),
            "Only what is still to be done can go on another day. Open “Write to them” again first.",
        );
        let error = EditError::NoSuchStep(step);
        check(Refusal::Plan(error), &edit_problem(&workspace().plan, error));
    }

    #[test]
    fn every_refusal_is_a_sentence_without_numbers_of_the_inside() {
        let (id, step, person) = (ContactId(77), StepId(77), PersonId(77));
        let flaws = [
            Flawed::Contacts(id),
            Flawed::Enrolments(id),
            Flawed::Facts(id),
            Flawed::Pauses(id),
            Flawed::OptedOut(id),
            Flawed::Touchpoints(id),
            Flawed::UnknownCountry,
            Flawed::UnknownVersion(id),
            Flawed::Availability(person),
            Flawed::Countries,
        ];
        let refusals = [
            Refusal::NoSuchContact(id),
            Refusal::NoSuchStep(step),
            Refusal::NoSuchPerson(person),
            Refusal::NoSuchCountry,
            Refusal::NoSuchTouchpoint(TouchpointId(77)),
            Refusal::NotEnrolled(id),
            Refusal::AlreadyEnrolled(id),
            Refusal::OptedOut(id),
            Refusal::HasEnded(id),
            Refusal::HasNotEnded(id),
            Refusal::StepIsOver(step),
            Refusal::AlreadyPaused(id),
            Refusal::NotPaused(id),
            Refusal::SameContact(id),
            Refusal::NotesTooLong,
        ];
        for refusal in refusals.into_iter().chain(flaws.map(Refusal::Illegal)) {
            let said = roster_problem(&workspace(), refusal);
            assert!(said.ends_with('.') && !said.contains("77"), "{said}");
            assert!(said.starts_with(char::is_uppercase), "{said}");
        }
    }
}
