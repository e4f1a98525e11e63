//! What is said on the pages of people: who was added, how far somebody is on a sequence, what was done.

use chrono::NaiveDate;

use super::{exit, known_as, state};
use crate::agenda::{Forecasts, Staggered};
use crate::plan::{Audience, Fate, Line};
use crate::roster::{Contact, ContactId, Enrolment, Exit, Whom, Workspace};
use crate::schedule::StepFacts;
use crate::words::{audience, day_and_year, day_of, day_seen, fate, lower};
use crate::workshop::{Lot, Taking};

/// `1 person`, `25 people`.
pub fn people_count(count: usize) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

/// How many of all are shown.
pub fn people_found(found: usize, all: usize) -> String {
    if found == all { people_count(all) } else { format!("{found} of {}", people_count(all)) }
}

/// Whom a list holds, as it is offered.
pub fn whom(whom: Whom) -> &'static str {
    match whom {
        Whom::All => "All",
        Whom::OnSequence => "On a sequence",
        Whom::OnNone => "On none",
    }
}

/// The name of somebody, as a heading or a link.
pub fn name_of(contact: &Contact) -> String {
    match contact.name.as_str().trim() {
        "" => "Somebody without a name".to_owned(),
        name => name.to_owned(),
    }
}

/// A sequence as it is offered.
pub fn sequence(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "Prospect sequence",
        Audience::Customer => "Customer sequence",
    }
}

/// That somebody was added, and when their first step is due.
pub fn person_added(workspace: &Workspace, forecasts: &Forecasts, contact: &Contact) -> String {
    format!("{} is added. {}. Undo takes it back.", name_of(contact), state(workspace, forecasts, contact))
}

/// That somebody started on a sequence, and when their first step is due.
pub fn person_started(workspace: &Workspace, forecasts: &Forecasts, contact: &Contact) -> String {
    format!("{} has started. {}. Undo takes it back.", name_of(contact), state(workspace, forecasts, contact))
}

/// On which days those start whose starts were spread.
pub fn starts_spread(found: &Staggered) -> String {
    let first = found.starts.iter().flatten().min().copied();
    let left = match found.left_out() {
        0 => String::new(),
        1 => " One does not fit beside the hours that people have, and starts on that day after all."
            .to_owned(),
        left => {
            format!(" {left} do not fit beside the hours that people have, and start on that day after all.")
        }
    };
    match (first, found.last()) {
        (Some(first), Some(last)) if first != last => {
            format!("They start from {} to {}.{left}", day_and_year(first), day_and_year(last))
        }
        (Some(only), _) if found.left_out() == 0 => format!("All of them fit on {}.", day_and_year(only)),
        (Some(only), _) => format!("The others start on {}.{left}", day_and_year(only)),
        (None, _) => left.trim_start().to_owned(),
    }
}

/// That nothing limits how many start on a day.
pub const NO_HOURS_SET: &str = "No hours a week are set on the Team page yet, so that nothing says when a day is too full: all of them start on that day.";

/// The button that takes a pasted list.
pub fn take_people(taking: &Taking) -> String {
    match (taking.added, taking.enrolled) {
        (0, started) => format!("Start {}", people_count(started)),
        (added, 0) => format!("Add {}", people_count(added)),
        (added, started) => format!("Add {}, start {started}", people_count(added)),
    }
}

/// That a pasted list was taken.
pub fn people_taken(taking: &Taking) -> String {
    let added = match taking.added {
        0 => None,
        1 => Some("1 person was added.".to_owned()),
        people => Some(format!("{people} people were added.")),
    };
    let started = match taking.enrolled {
        0 => None,
        1 => Some("1 person who was in your list has started.".to_owned()),
        people => Some(format!("{people} people who were in your list have started.")),
    };
    let said = [added, started, Some("Undo takes all of it back.".to_owned())];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What becomes of a line that looks like somebody who is there, when it is ticked; nothing to say of others.
pub fn lot(lot: Lot, is_twin: bool) -> &'static str {
    match lot {
        Lot::Enrolled(_) => "Tick it to start them on the sequence; nobody is added twice.",
        Lot::OptedOut => "They want to hear nothing more, so they are left out.",
        Lot::Added if is_twin => "Tick it if this is somebody else.",
        Lot::Added => "",
    }
}

/// A time through a sequence as a heading: `Prospect sequence since Mon 30 Nov 2026: met at the fair`.
pub fn under_way(enrolment: &Enrolment, today: NaiveDate) -> String {
    let since = if enrolment.start > today { "from" } else { "since" };
    let begun = format!("{} {since} {}", sequence(enrolment.audience), day_and_year(enrolment.start));
    match enrolment.event.as_str().trim() {
        "" => begun,
        event => format!("{begun}: {event}"),
    }
}

/// A time through a sequence that has ended: `Prospect sequence: bought, 3 Dec 2026`.
pub fn over(enrolment: &Enrolment) -> String {
    match enrolment.end {
        Some(end) => match end.exit {
            Exit::NotNow(_) => {
                format!("{}: {}, said on {}", sequence(enrolment.audience), exit(end.exit), day_of(end.on))
            }
            how => format!("{}: {}, {}", sequence(enrolment.audience), exit(how), day_of(end.on)),
        },
        None => sequence(enrolment.audience).to_owned(),
    }
}

/// That a sequence ended for somebody.
pub fn exit_noted(workspace: &Workspace, id: ContactId, whose: Audience, how: Exit) -> String {
    let name = known_as(workspace, id).unwrap_or_else(|| "Somebody without a name".to_owned());
    let next = match (how, whose) {
        (Exit::Bought(_), Audience::Prospect) => " The customer sequence goes on from here.",
        (Exit::NotNow(_), _) => " It is asked again on that day.",
        _ => "",
    };
    format!("{name}: {}.{next} Undo takes it back.", exit(how))
}

/// That something became of a step of somebody.
pub fn step_marked(whose: Audience, number: usize, what: Fate) -> String {
    format!("{} step {number}: {}. Undo takes it back.", audience(whose), fate(what))
}

/// How an open step stands beside its day: `To come`, `Due today, or until Thu 10 Sep`.
pub fn waits(facts: &StepFacts, today: NaiveDate) -> String {
    let until = facts.latest.filter(|latest| Some(*latest) > facts.due.max(Some(today)));
    let until = until.map(|latest| format!(", or until {}", day_seen(latest, today))).unwrap_or_default();
    match facts.due {
        None => "No day yet".to_owned(),
        Some(due) if due <= today => format!("Due today{until}"),
        Some(_) => format!("To come{until}"),
    }
}

/// That a step waits for somebody again.
pub fn step_open_again(whose: Audience, number: usize) -> String {
    format!("{} step {number} is to be done again. Undo takes it back.", audience(whose))
}

/// That a sequence waits, or goes on.
pub fn held(whose: Audience, is_held: bool) -> String {
    match is_held {
        true => format!("The {} steps are on hold. Undo takes it back.", lower(whose)),
        false => format!("The {} steps go on. Undo takes it back.", lower(whose)),
    }
}

/// That a sequence which had ended is under way again; on hold where it was before.
pub fn reopened(whose: Audience, is_held: bool) -> String {
    match is_held {
        true => {
            format!("The {} sequence is open again, and still on hold. Undo takes it back.", lower(whose))
        }
        false => format!("The {} sequence goes on. Undo takes it back.", lower(whose)),
    }
}

/// What a day to come is no day for.
pub fn not_come_yet(on: NaiveDate) -> String {
    format!("{} has not come yet. Choose today or a day before.", day_and_year(on))
}

/// Who is in a file of people, from which plan, and what becomes of those who are here when they are taken.
pub fn people_in_file(count: usize, plan: &Line, exported_on: NaiveDate, here: &Workspace) -> Vec<String> {
    let (name, from) = (here.plan.name.as_str().trim(), plan.as_str().trim());
    let of = if from.is_empty() { String::new() } else { format!(" on the plan “{from}”") };
    let mut said = vec![format!("{}{of}, exported on {}.", people_count(count), day_and_year(exported_on))];
    if !from.is_empty() && from != name {
        said.push(
            "That is not the name of this plan. What they are on is named by the numbers of its steps: take them only if it is the same plan."
                .to_owned(),
        );
    }
    said.push(match here.roster.count() {
        0 => "Nobody is on this plan yet.".to_owned(),
        known => format!("They take the place of the {} here. Undo brings those back.", people_count(known)),
    });
    said
}

/// How many go by the steps that are about to be changed, and what that means for them.
pub fn people_under_way(count: usize) -> String {
    match count {
        1 => "1 person is under way on these steps. What you change moves their dates too.".to_owned(),
        count => {
            format!("{count} people are under way on these steps. What you change moves their dates too.")
        }
    }
}

/// The same where they keep the steps they have.
pub fn people_spared(count: usize) -> String {
    let keep = if count == 1 { "keeps" } else { "keep" };
    format!(
        "{} under way {keep} the steps they have. What you change is for those who start from now on.",
        people_count(count)
    )
}

/// That somebody goes by steps as they were once.
pub fn by_earlier_steps() -> &'static str {
    "Goes by the steps as they were before they were changed."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{ContactEdit, EnrolmentEdit};
    use crate::words::people::tests::{ada, changed, date, line, workspace};

    #[test]
    fn it_is_said_how_far_somebody_is() {
        let workspace = workspace();
        let contact = workspace.roster.contact(ada()).unwrap();
        let said = under_way(&contact.enrolments[0], date("2026-12-01"));
        assert_eq!(said, "Prospect sequence since Mon 30 Nov 2026: met at the fair");
        assert!(under_way(&contact.enrolments[0], date("2026-11-01")).contains(" from Mon 30 Nov 2026"));
        let forecasts = Forecasts::of(&workspace, date("2026-11-30"));
        assert_eq!(
            person_added(&workspace, &forecasts, contact),
            "Ada Murphy is added. Prospect, step 1 is due today. Undo takes it back.",
        );
        let bought = EnrolmentEdit::End(date("2026-12-03"), Exit::Bought(None));
        let after = changed(&workspace, ContactEdit::Enrolment(Audience::Prospect, bought));
        let contact = after.roster.contact(ada()).unwrap();
        assert_eq!(over(&contact.enrolments[0]), "Prospect sequence: bought, 3 Dec 2026");
        assert_eq!(
            [false, true].map(|is_held| reopened(Audience::Prospect, is_held)),
            [
                "The prospect sequence goes on. Undo takes it back.",
                "The prospect sequence is open again, and still on hold. Undo takes it back.",
            ]
        );
        let nameless = Contact { name: line(" "), ..(**contact).clone() };
        assert_eq!(name_of(&nameless), "Somebody without a name");
    }

    #[test]
    fn what_is_taken_is_counted_in_words() {
        let taking = |added, enrolled| Taking { added, enrolled, ..Taking::default() };
        let cases = [
            (taking(1, 0), "Add 1 person", "1 person was added. Undo takes all of it back."),
            (taking(8, 0), "Add 8 people", "8 people were added. Undo takes all of it back."),
            (
                taking(0, 1),
                "Start 1 person",
                "1 person who was in your list has started. Undo takes all of it back.",
            ),
            (
                taking(2, 3),
                "Add 2 people, start 3",
                "2 people were added. 3 people who were in your list have started. Undo takes all of it back.",
            ),
        ];
        for (taking, button, said) in cases {
            assert_eq!((take_people(&taking).as_str(), people_taken(&taking).as_str()), (button, said));
        }
        assert_eq!(people_found(3, 25), "3 of 25 people");
        assert_eq!(people_found(25, 25), "25 people");
    }

    #[test]
    fn what_was_done_says_how_it_is_taken_back() {
        let workspace = workspace();
        assert_eq!(
            exit_noted(&workspace, ada(), Audience::Prospect, Exit::Bought(None)),
            "Ada Murphy: bought. The customer sequence goes on from here. Undo takes it back.",
        );
        assert_eq!(
            step_marked(Audience::Prospect, 2, Fate::Done(None)),
            "Prospect step 2: Done. Undo takes it back.",
        );
    }
}
