//! Those who do the steps in words: when they are away, how much they have to do, how much more fits.

use chrono::{Datelike, NaiveDate};

use crate::agenda::{Capacity, Room};
use crate::plan::{Audience, PersonId, PlanParts, Responsible};
use crate::roster::{Absence, Cover, NotHours};
use crate::words::{count, day, day_and_year, lower, responsible};

/// How many weeks ahead are told.
pub const WEEKS_TOLD: u16 = 8;

fn name(plan: &PlanParts, person: PersonId) -> String {
    responsible(plan, Responsible::Person(person))
}

/// Minutes as `3 h 20`, `5 h` or `40 min`.
pub fn hours_of(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => "0 h".to_owned(),
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// Minutes as hours that can be typed: `5`, `2.5`.
pub fn hours_typed(minutes: u16) -> String {
    // In hundredths, without what shows fractions of any length.
    let hundredths = (u32::from(minutes) * 100 + 30) / 60;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Why what was typed is no number of hours.
pub fn hours_problem(why: NotHours) -> String {
    match why {
        NotHours::NoNumber => "Write the hours as a number, such as 5 or 2.5.",
        NotHours::NoHalf => "Write whole or half hours, such as 5 or 2.5.",
        NotHours::TooMany => "A week has 168 hours. Write a smaller number.",
    }
    .to_owned()
}

/// What becomes of the steps of somebody away, as it is offered.
pub fn cover(plan: &PlanParts, cover: Cover) -> String {
    match cover {
        Cover::Shift => "They wait".to_owned(),
        Cover::HandOver(other) => format!("{} does them", name(plan, other)),
        Cover::Keep => "They stay where they are".to_owned(),
    }
}

/// Days in a row: `Mon 30 Nov to Fri 4 Dec 2026`; a single one by itself.
pub fn days_away(first: NaiveDate, last: NaiveDate) -> String {
    match (first == last, first.year() == last.year()) {
        (true, _) => day_and_year(first),
        (_, true) => format!("{} {} to {}", first.weekday(), day(first), day_and_year(last)),
        _ => format!("{} to {}", day_and_year(first), day_and_year(last)),
    }
}

/// What an absence is: its days, what it is called, what becomes of the steps.
pub fn absence(plan: &PlanParts, absence: &Absence) -> [String; 3] {
    let steps = match absence.cover {
        Cover::Shift => "The steps wait.".to_owned(),
        Cover::HandOver(other) => format!("{} does the steps.", name(plan, other)),
        Cover::Keep => "The steps stay where they are.".to_owned(),
    };
    [days_away(absence.first, absence.last), absence.name.as_str().trim().to_owned(), steps]
}

/// Days away that end before they begin.
pub const AWAY_BACKWARD: &str = "The last day comes before the first. Choose a later one.";

/// What becomes of the steps that somebody has on the days of an absence. So many of them keep their days although the
/// others wait: those due to the very day, and those due on the day that something begins.
pub fn steps_while_away(
    plan: &PlanParts,
    person: PersonId,
    cover: Cover,
    steps: u32,
    staying: u32,
) -> String {
    let (who, steps) = (name(plan, person), steps as usize);
    let falls = if steps == 1 { "falls" } else { "fall" };
    if steps == 0 {
        return format!("{who} has nothing to do on these days so far.");
    }
    match cover {
        Cover::Shift => {
            let waiting = steps.saturating_sub(staying as usize);
            let keeps = if staying == 1 { "keeps its day" } else { "keep their days" };
            let stay = match waiting {
                _ if staying == 0 => " and will wait".to_owned(),
                0 => format!(" and {keeps}"),
                _ => format!(": {waiting} will wait, {staying} {keeps}"),
            };
            format!("{} of {who} {falls} on these days{stay}.", count(steps, "step"))
        }
        Cover::HandOver(other) => {
            format!(
                "{} of {who} {falls} on these days and will go to {}.",
                count(steps, "step"),
                name(plan, other)
            )
        }
        Cover::Keep => {
            format!("{} of {who} {falls} on these days and will stay there.", count(steps, "step"))
        }
    }
}

/// An absence was taken.
pub fn absence_taken(plan: &PlanParts, person: PersonId, absence: &Absence) -> String {
    let days = days_away(absence.first, absence.last);
    format!("{} is away: {days}. Undo takes it back.", name(plan, person))
}

/// An absence is no more.
pub fn absence_removed(plan: &PlanParts, person: PersonId, absence: &Absence) -> String {
    let days = days_away(absence.first, absence.last);
    format!("{} is there after all: {days}. Undo brings it back.", name(plan, person))
}

/// Whether somebody works other days than the business.
pub fn whose_week(is_own: bool) -> &'static str {
    if is_own { "Other days than the business." } else { "The days of the business." }
}

/// The days that somebody works have changed.
pub fn week_changed(plan: &PlanParts, person: PersonId, is_own: bool) -> String {
    match is_own {
        true => format!("{} works other days than the business. Undo takes it back.", name(plan, person)),
        false => format!("{} works the days of the business. Undo takes it back.", name(plan, person)),
    }
}

/// What somebody has to do in a week, and what fits: `3 h 20 of 5 h`.
pub fn week_load(week: Capacity) -> String {
    match week.limit {
        Some(limit) => format!("{} of {}", hours_of(week.minutes), hours_of(limit)),
        None if week.minutes == 0 => "nothing".to_owned(),
        None => hours_of(week.minutes),
    }
}

/// That more is to be done in a week than fits.
pub fn week_over(week: Capacity) -> Option<String> {
    week.over().map(|over| format!("{} too much", hours_of(over)))
}

/// How somebody's weeks are as a whole.
pub fn weeks_summed_up(weeks: &[Capacity]) -> String {
    if weeks.iter().all(|week| week.limit.is_none()) {
        return "No limit is set, so nothing is too much.".to_owned();
    }
    match weeks.iter().filter(|week| week.is_over()).count() {
        0 => "All of it fits.".to_owned(),
        1 => "In 1 week there is more to do than fits.".to_owned(),
        over => format!("In {over} weeks there is more to do than fits."),
    }
}

/// How many new contacts fit on a sequence, and what stands in the way of one more; else what to say first.
pub fn room_for_new(plan: &PlanParts, audience: Audience, room: Room) -> [String; 2] {
    let who = lower(audience);
    match room {
        Room::NoSteps => [format!("There are no steps for {who}s yet."), "Add them in step 5.".to_owned()],
        Room::NoHours => [
            format!("How many new {who}s fit is not known yet."),
            "Write above how many hours a week somebody has for follow-up.".to_owned(),
        ],
        Room::Unlimited => [
            format!("Nothing limits how many new {who}s you take."),
            "Whoever does these steps has no hours set above.".to_owned(),
        ],
        Room::Limited { a_week, bound, each } => {
            let new = match a_week {
                0 => format!("Not even one new {who} a week fits."),
                _ => format!("You can take {} a week.", count(a_week as usize, &format!("new {who}"))),
            };
            let (person, week) = (name(plan, bound.person), day(bound.week));
            let taken = format!("{} of {} are taken", hours_of(bound.taken), hours_of(bound.limit));
            let each = format!("each new one a week adds {} by then", hours_of(each));
            [new, format!("The limit is {person} in the week of {week}: {taken}, and {each}.")]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::Bound;
    use crate::words::people::tests::{date, line, workspace};

    #[test]
    fn hours_are_said_as_people_say_them() {
        assert_eq!([0, 40, 200, 300, 365].map(hours_of), ["0 h", "40 min", "3 h 20", "5 h", "6 h 05"]);
        assert_eq!([0, 30, 150, 300, 600].map(hours_typed), ["0", "0.5", "2.5", "5", "10"]);
    }

    #[test]
    fn a_week_tells_what_is_too_much() {
        let week = |minutes, limit| Capacity { week: date("2026-11-30"), minutes, limit };
        assert_eq!(week_load(week(200, Some(300))), "3 h 20 of 5 h");
        assert_eq!(week_over(week(200, Some(300))), None);
        assert_eq!(week_over(week(380, Some(300))).unwrap(), "1 h 20 too much");
        assert_eq!(week_load(week(0, None)), "nothing");
        let weeks = [week(380, Some(300)), week(20, Some(300))];
        assert_eq!(weeks_summed_up(&weeks), "In 1 week there is more to do than fits.");
        assert_eq!(weeks_summed_up(&weeks[1..]), "All of it fits.");
    }

    #[test]
    fn an_absence_tells_its_days_and_who_does_the_steps() {
        let plan = workspace().plan;
        let ann = plan.people[0].id;
        let away = |cover| Absence {
            first: date("2026-11-30"),
            last: date("2026-12-04"),
            name: line("Skiing"),
            cover,
        };
        let days = "Mon 30 Nov to Fri 4 Dec 2026";
        assert_eq!(absence(&plan, &away(Cover::Shift)), [days, "Skiing", "The steps wait."]);
        assert_eq!(absence(&plan, &away(Cover::HandOver(ann)))[2], "Ann does the steps.");
        assert_eq!(
            steps_while_away(&plan, ann, Cover::Shift, 2, 0),
            "2 steps of Ann fall on these days and will wait."
        );
        assert_eq!(
            steps_while_away(&plan, ann, Cover::Shift, 1, 1),
            "1 step of Ann falls on these days and keeps its day."
        );
        assert_eq!(
            steps_while_away(&plan, ann, Cover::Shift, 5, 2),
            "5 steps of Ann fall on these days: 3 will wait, 2 keep their days."
        );
        assert_eq!(days_away(date("2026-12-24"), date("2027-01-04")), "Thu 24 Dec 2026 to Mon 4 Jan 2027");
        assert_eq!(
            absence_taken(&plan, ann, &away(Cover::Keep)),
            "Ann is away: Mon 30 Nov to Fri 4 Dec 2026. Undo takes it back."
        );
    }

    #[test]
    fn room_is_told_with_what_limits_it() {
        let plan = workspace().plan;
        let bound =
            Bound { person: plan.people[0].id, week: date("2026-11-30"), taken: 200, each: 40, limit: 300 };
        let told =
            |a_week| room_for_new(&plan, Audience::Prospect, Room::Limited { a_week, bound, each: 20 });
        assert_eq!(
            told(4),
            [
                "You can take 4 new prospects a week.",
                "The limit is Ann in the week of 30 Nov: 3 h 20 of 5 h are taken, and each new one a week adds 20 min by then.",
            ]
        );
        assert_eq!(told(1)[0], "You can take 1 new prospect a week.");
        assert_eq!(told(0)[0], "Not even one new prospect a week fits.");
    }
}
