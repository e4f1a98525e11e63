//! What was done of a time through a sequence that has ended, in words.

use chrono::NaiveDate;

use crate::calendar::sort_by;
use crate::plan::Fate;
use crate::roster::{Enrolment, Fact, Workspace};
use crate::words::{count, day_and_year, fate};

/// When it began, what became of each step in order of days, and how many were left.
pub fn past_steps(workspace: &Workspace, enrolment: &Enrolment) -> Vec<String> {
    let steps = workspace.steps(enrolment);
    let begun = match enrolment.event.as_str().trim() {
        "" => format!("Began on {}", day_and_year(enrolment.start)),
        event => format!("Began on {}: {event}", day_and_year(enrolment.start)),
    };
    let place = |fact: &Fact| steps.iter().position(|step| step.id == fact.step);
    let marked = enrolment.facts.iter().filter_map(|fact| Some((fact.mark?.0, place(fact), fact)));
    let mut marked: Vec<_> = marked.collect();
    sort_by(&mut marked, |(on, place, _), (other, its, _)| (on, place).cmp(&(other, its)));
    let line = |(on, place, fact): &(NaiveDate, Option<usize>, &Fact)| {
        let number = place.map(|at| format!("Step {}", at + 1));
        let what = place.map(|at| steps[at].what.as_str().trim()).filter(|what| !what.is_empty());
        let named: Vec<_> = number.iter().map(String::as_str).chain(what).collect();
        let named = if named.is_empty() { "A step".to_owned() } else { named.join(", ") };
        let became = fact.mark.map(|(_, became)| fate(became)).unwrap_or_default();
        let note = match fact.note.as_str().trim() {
            "" => String::new(),
            note => format!(". Notes: {note}"),
        };
        format!("{named}: {became}, {}{note}", day_and_year(*on))
    };
    let over = enrolment.facts.iter().filter(|fact| fact.is_over() && place(fact).is_some()).count();
    let left = match steps.len().saturating_sub(over) {
        0 => None,
        1 => Some("1 step was left".to_owned()),
        left => Some(format!("{} were left", count(left, "step"))),
    };
    std::iter::once(begun).chain(marked.iter().map(line)).chain(left).collect()
}

/// How many steps were done and skipped, as the line that opens them: `What was done: 4 steps done, 1 skipped`.
pub fn past_summed_up(enrolment: &Enrolment) -> String {
    let marked = |is_meant: fn(Fate) -> bool| {
        enrolment.facts.iter().filter(|fact| fact.mark.is_some_and(|(_, fate)| is_meant(fate))).count()
    };
    let done = marked(|fate| matches!(fate, Fate::Done(_)));
    let parts = match (done, marked(|fate| fate == Fate::Skipped)) {
        (0, 0) => "nothing".to_owned(),
        (done, 0) => count(done, "step"),
        (done, skipped) => format!("{}, {skipped} skipped", count(done, "step")),
    };
    format!("What was done: {parts}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Audience, Prose};
    use crate::roster::{ContactEdit, EnrolmentEdit, Exit};
    use crate::words::people::tests::{ada, changed, date, marked, workspace};

    #[test]
    fn what_was_done_stays_to_be_read_when_a_sequence_has_ended() {
        let on = |edit| ContactEdit::Enrolment(Audience::Prospect, edit);
        let begun = marked(&workspace(), 0, "2026-11-30", Fate::Done(None));
        let skipped = marked(&begun, 1, "2026-12-02", Fate::Skipped);
        let step = skipped.plan.steps().next().unwrap().id;
        let noted =
            changed(&skipped, on(EnrolmentEdit::Note(step, Prose::parse("sent the blue one").unwrap())));
        let ended = changed(&noted, on(EnrolmentEdit::End(date("2026-12-03"), Exit::Lost)));
        let enrolment = &ended.roster.contact(ada()).unwrap().enrolments[0];
        assert_eq!(
            past_steps(&ended, enrolment),
            [
                "Began on Mon 30 Nov 2026: met at the fair",
                "Step 1, Write to them: Done, Mon 30 Nov 2026. Notes: sent the blue one",
                "Step 2: Skipped, Wed 2 Dec 2026",
                "1 step was left",
            ]
        );
        assert_eq!(past_summed_up(enrolment), "What was done: 1 step, 1 skipped");
    }

    #[test]
    fn nothing_done_is_said_as_well() {
        let lost = EnrolmentEdit::End(date("2026-12-03"), Exit::Lost);
        let ended = changed(&workspace(), ContactEdit::Enrolment(Audience::Prospect, lost));
        let enrolment = &ended.roster.contact(ada()).unwrap().enrolments[0];
        assert_eq!(past_summed_up(enrolment), "What was done: nothing");
        assert_eq!(
            past_steps(&ended, enrolment),
            ["Began on Mon 30 Nov 2026: met at the fair", "3 steps were left"]
        );
    }
}
