//! What waits for somebody, in words: what it is, when, and why that late.

use chrono::{Datelike, NaiveDate};

use super::step_of;
use crate::agenda::{Item, Standing, Work, is_away};
use crate::plan::Step;
use crate::roster::{Contact, Workspace};
use crate::words::{day, day_of, day_seen};

/// What is to be done (B3, B5, D3, D6).
pub fn work(workspace: &Workspace, item: &Item) -> String {
    match item.work {
        Work::Step { number, .. } => match step(workspace, item).map(|step| step.what.as_str().trim()) {
            Some(what) if !what.is_empty() => what.to_owned(),
            _ => format!("Step {number}"),
        },
        Work::Decide { step, .. } => {
            format!("Decide what comes next: {}", step_of(workspace, Some(item.contact), step))
        }
        Work::Answer(id) => {
            let contact = workspace.roster.contact(item.contact);
            let asked = contact.and_then(|contact| contact.touchpoints.iter().find(|known| known.id == id));
            match asked.map(|asked| first_words(asked.note.as_str())).filter(|words| !words.is_empty()) {
                Some(words) => format!("Answer what they asked: {words}"),
                None => "Answer what they asked".to_owned(),
            }
        }
        Work::ComeBack(_) => "Take it up again".to_owned(),
    }
}

/// The first words of a note.
fn first_words(note: &str) -> String {
    const MOST: usize = 8;
    let mut words = note.split_whitespace();
    let first: Vec<_> = words.by_ref().take(MOST).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// When it is to be done, at the end of a row: `today`, `by Fri`, `Tue 8 Dec`, `since Tue` where it is late (B9, C2).
pub fn standing(item: &Item, today: NaiveDate) -> String {
    if let Some(since) = item.standing.late_since() {
        return format!("since {}", soon(since, today));
    }
    let due = match (item.due - today).num_days() {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => day_seen(item.due, today),
    };
    match item.latest.filter(|latest| *latest > item.due.max(today)) {
        Some(latest) if item.due <= today => format!("by {}", soon(latest, today)),
        Some(latest) => format!("{due}, or until {}", day_seen(latest, today)),
        None => due,
    }
}

/// `Tue` within six days; else `12 Nov`, with its year where that is another.
fn soon(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days().abs() {
        ..=6 => date.weekday().to_string(),
        _ if date.year() == today.year() => day(date),
        _ => day_of(date),
    }
}

/// Which try it is, where there are several: `1st of 3 tries` (B5).
pub fn attempt(workspace: &Workspace, item: &Item) -> Option<String> {
    let Work::Step { attempt, .. } = item.work else { return None };
    let most = step(workspace, item)?.attempts.count();
    (most > 1).then(|| nth_try(attempt, most))
}

/// `1st of 3 tries` (B5).
pub fn nth_try(attempt: u8, most: u8) -> String {
    format!("{} of {most} tries", ordinal(attempt))
}

/// `1st`, `2nd`; up to as many as there can be tries.
fn ordinal(number: u8) -> String {
    match number {
        1 => "1st".to_owned(),
        2 => "2nd".to_owned(),
        3 => "3rd".to_owned(),
        _ => format!("{number}th"),
    }
}

/// The step it is, as the contact runs on it.
fn step<'a>(workspace: &'a Workspace, item: &Item) -> Option<&'a Step> {
    let (Work::Step { audience, step, .. } | Work::Decide { audience, step, .. }) = item.work else {
        return None;
    };
    let enrolment = workspace.roster.contact(item.contact)?.last(audience)?;
    workspace.steps(enrolment).iter().find(|known| known.id == step)
}

/// Why it is late, or on a later day, where that is because somebody was away (F8).
pub fn lateness(workspace: &Workspace, item: &Item, today: NaiveDate) -> Option<String> {
    let (what, who) = match item.standing {
        Standing::LateFromAbsence { who, .. } => ("Late", who),
        Standing::HeldUp { who, .. } => ("Moved", who),
        Standing::InTime | Standing::Late { .. } => return None,
    };
    let person = workspace.plan.person(who).map(|person| person.name.as_str().trim());
    let name = person.filter(|name| !name.is_empty()).unwrap_or("somebody");
    let is = if is_away(&workspace.plan, &workspace.roster, who, today) { "is" } else { "was" };
    Some(format!("{what} because {name} {is} away"))
}

/// The notes of a step as a message to somebody: `[name]` and the like become the name, `{{first name}}` its first word.
/// Nothing else changes (D2, D7).
pub fn message_for(text: &str, contact: &Contact) -> String {
    let name = contact.name.as_str().trim();
    let Some(first) = name.split_whitespace().next() else { return text.to_owned() };
    let mut message = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{', '<']) {
        let (before, from) = rest.split_at(at);
        message.push_str(before);
        let (said, length) = match placeholder(from) {
            Some((Part::Whole, length)) => (name, length),
            Some((Part::First, length)) => (first, length),
            // Brackets are one byte each.
            None => (&from[..1], 1),
        };
        message.push_str(said);
        rest = &from[length..];
    }
    message.push_str(rest);
    message
}

/// What is still to be filled in of a message before it goes out: `[day] and [time]`; empty where nothing is.
pub fn left_open(message: &str) -> String {
    /// More than this in brackets is an aside.
    const LONGEST: usize = 30;
    let is_place = |inner: &str| {
        !inner.trim().is_empty() && inner.chars().count() <= LONGEST && !inner.contains(['[', '\n'])
    };
    let inside = message.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    let mut places: Vec<_> = inside.map(|(inner, _)| inner).filter(|inner| is_place(inner)).collect();
    let mut seen = Vec::new();
    places.retain(|place| {
        !seen.contains(place) && {
            seen.push(*place);
            true
        }
    });
    let named: Vec<_> = places.into_iter().map(|place| format!("[{place}]")).collect();
    match named.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => named.concat(),
    }
}

/// What of a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Whole,
    First,
}

/// The placeholder at the beginning of a text, and how long it is.
fn placeholder(text: &str) -> Option<(Part, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '[' => ']',
        '{' => '}',
        _ => '>',
    };
    let depth = if text[1..].starts_with(open) { 2 } else { 1 };
    let inner = &text[depth..];
    let end = inner.find(close)?;
    let length = depth + end + depth;
    let is_closed = text.get(depth + end..length)?.chars().all(|c| c == close);
    let is_gap = |c: char| c.is_whitespace() || c == '_';
    let words: String = inner[..end].split(is_gap).collect();
    let part = match words.to_ascii_lowercase().as_str() {
        "name" | "fullname" => Part::Whole,
        "firstname" => Part::First,
        _ => return None,
    };
    is_closed.then_some((part, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::{Agenda, Forecasts};
    use crate::plan::{Attempts, Audience, Edit, Fate, Prose, StepEdit, StepId};
    use crate::roster::{
        Absence, ContactEdit, Cover, EnrolmentEdit, Exit, PersonEdit, RosterEdit, Way, WorkspaceEdit,
    };
    use crate::words::people::tests::{ada, changed, date, line, marked, workspace};

    fn items(workspace: &Workspace, today: &str) -> Vec<Item> {
        let today = date(today);
        let until = today + chrono::TimeDelta::days(60);
        Agenda::of(&Forecasts::of(workspace, today), until).items().copied().collect()
    }

    fn first(workspace: &Workspace, today: &str) -> Item {
        items(workspace, today)[0]
    }

    #[track_caller]
    fn check_when(since: Option<&str>, due: &str, latest: Option<&str>, said: &str) {
        let today = date("2026-12-08");
        let standing = since.map_or(Standing::InTime, |since| Standing::Late { since: date(since) });
        let known = first(&workspace(), "2026-12-01");
        let item = Item { due: date(due), latest: latest.map(date), standing, ..known };
        assert_eq!(super::standing(&item, today), said);
    }

    #[test]
    fn a_row_ends_with_the_day() {
        check_when(None, "2026-12-08", None, "today");
        check_when(None, "2026-12-08", Some("2026-12-11"), "by Fri");
        check_when(None, "2026-12-08", Some("2026-12-18"), "by 18 Dec");
        check_when(None, "2026-12-09", None, "tomorrow");
        check_when(None, "2026-12-15", None, "Tue 15 Dec");
        check_when(None, "2027-01-05", None, "Tue 5 Jan 2027");
        check_when(None, "2026-12-10", Some("2026-12-11"), "Thu 10 Dec, or until Fri 11 Dec");
        check_when(Some("2026-12-07"), "2026-12-08", None, "since Mon");
        check_when(Some("2026-12-02"), "2026-12-08", None, "since Wed");
        check_when(Some("2026-12-01"), "2026-12-08", None, "since 1 Dec");
        check_when(Some("2025-11-12"), "2026-12-08", None, "since 12 Nov 2025");
    }

    #[test]
    fn work_is_said_in_the_words_of_the_step() {
        let workspace = workspace();
        let said = |workspace: &Workspace, today| work(workspace, &first(workspace, today));
        assert_eq!(said(&workspace, "2026-12-01"), "Write to them");
        let next = marked(&workspace, 0, "2026-12-01", Fate::Done(None));
        assert_eq!(said(&next, "2026-12-03"), "Step 2", "a step without words has its number");
        let edit = ContactEdit::AddTouchpoint {
            on: date("2026-11-30"),
            channel: None,
            way: Way::Asked,
            note: Prose::parse("Is it\nworth it, if one counts all that comes after?").unwrap(),
            counts_for: None,
        };
        let asked = changed(&workspace, edit);
        let found = items(&asked, "2026-11-30");
        let answer = found.iter().find(|item| matches!(item.work, Work::Answer(_))).unwrap();
        assert_eq!(work(&asked, answer), "Answer what they asked: Is it worth it, if one counts all…");
        let end = EnrolmentEdit::End(date("2026-12-01"), Exit::NotNow(date("2026-12-03")));
        let later = changed(&workspace, ContactEdit::Enrolment(Audience::Prospect, end));
        assert_eq!(said(&later, "2026-12-02"), "Take it up again");
    }

    #[test]
    fn tries_are_counted_and_then_somebody_decides() {
        let step = StepId(workspace().plan.steps().next().unwrap().id.0);
        let thrice = Edit::Step(step, StepEdit::Attempts(Attempts::new(3, 2).unwrap()));
        let workspace = workspace().edited(WorkspaceEdit::Plan(thrice)).unwrap();
        let said = |workspace: &Workspace| attempt(workspace, &first(workspace, "2026-12-01"));
        assert_eq!(said(&workspace).unwrap(), "1st of 3 tries");
        let tried = |times| marked(&workspace, 0, "2026-12-01", Fate::Tried(times));
        assert_eq!(said(&tried(1)).unwrap(), "2nd of 3 tries");
        let over = tried(3);
        let found = items(&over, "2026-12-01");
        let decide = found.iter().find(|item| matches!(item.work, Work::Decide { .. })).unwrap();
        assert_eq!(work(&over, decide), "Decide what comes next: “Write to them”");
        assert_eq!(attempt(&over, decide), None);
        assert_eq!(ordinal(9), "9th");
    }

    #[test]
    fn what_is_late_because_somebody_was_away_says_so() {
        let workspace = workspace();
        let who = workspace.plan.people[0].id;
        let away = |cover| {
            let (first, last) = (date("2026-11-30"), date("2026-12-04"));
            let absence = Absence { first, last, name: line(""), cover };
            let edit = RosterEdit::Person(who, PersonEdit::AddAbsence(absence));
            workspace.edited(WorkspaceEdit::Roster(edit)).unwrap()
        };
        let said = |workspace: &Workspace, today| lateness(workspace, &first(workspace, today), date(today));
        assert_eq!(said(&workspace, "2026-12-07"), None);
        assert_eq!(said(&away(Cover::Keep), "2026-12-07").unwrap(), "Late because Ann was away");
        assert_eq!(said(&away(Cover::Keep), "2026-12-03").unwrap(), "Late because Ann is away");
        let begun = marked(&away(Cover::Shift), 0, "2026-11-30", Fate::Done(None));
        assert_eq!(said(&begun, "2026-12-03").unwrap(), "Moved because Ann is away");
    }

    #[test]
    fn a_message_has_the_name_where_there_was_a_place_for_it() {
        let workspace = workspace();
        let contact = workspace.roster.contact(ada()).unwrap();
        let cases = [
            ("Dear [name], hello", "Dear Ada Murphy, hello"),
            ("{name} and <NAME>", "Ada Murphy and Ada Murphy"),
            ("[First Name], {{first name}}, {first_name}", "Ada, Ada, Ada"),
            ("<firstname>{{ name }}", "AdaAda Murphy"),
            ("on [day] at <time>, a < b", "on [day] at <time>, a < b"),
            ("[name, {{name}, [[name], é[", "[name, {Ada Murphy, [Ada Murphy, é["),
            ("[ [name] é]", "[ Ada Murphy é]"),
            ("", ""),
        ];
        for (text, said) in cases {
            assert_eq!(message_for(text, contact), said);
        }
        let nameless = Contact { name: line(" "), ..(**contact).clone() };
        assert_eq!(message_for("Dear [name]", &nameless), "Dear [name]");
    }

    #[test]
    fn what_is_left_open_in_a_message_is_named_once() {
        assert_eq!(left_open("We ring on [day] at [time], on [day] for sure."), "[day] and [time]");
        assert_eq!(
            left_open("Nothing here (but an aside) [ ] or a [bracket that goes on and on and never ends]"),
            ""
        );
        assert_eq!(left_open("[a\nb] [half"), "");
    }
}
