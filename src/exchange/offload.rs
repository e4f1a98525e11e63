//! What the page has its worker do, and what the worker answers. Both are texts, so that the page needs little code
//! for them; files go beside them as they are.
//!
//! **Invariant:** what is written here is read here as the same.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::ics::{DayKind, FoundDay, read_holidays};
use super::recipe_cards::{cards_text, made_text};
use crate::advice::{Answers, Recipe, RecipeOrder};
use crate::calendar::iso_date;
use crate::plan::Line;
use crate::words;

/// How a request to read a calendar file begins.
const CALENDAR: &str = "calendar";

/// How a request for all recipes begins.
const RECIPES: &str = "recipes";

/// How a request to make a recipe begins.
const RECIPE: &str = "recipe";

/// How a request for a recipe ends that begins a sequence.
const OPENING: &str = "opening";

/// How it ends where the recipe follows what is there.
const FOLLOWING: &str = "following";

/// How an answer with days begins.
const FOUND: &str = "found";

/// How an answer without them begins.
const REFUSED: &str = "refused";

/// What stands before a sentence about the days.
const NOTE: char = '!';

/// What the worker is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Read a file as a calendar: the whole days in these years.
    Calendar(RangeInclusive<i32>),
    /// Tell what recipes there are, and how long each takes from that day on.
    Recipes(NaiveDate),
    /// Make a recipe's steps.
    Recipe(RecipeOrder),
}

/// What was found in a calendar file, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarAnswer {
    /// The days, in order, one each.
    pub days: Vec<FoundDay>,
    /// What is to be known of them, in sentences.
    pub notes: Vec<String>,
}

impl Request {
    /// The request as it travels.
    pub fn to_text(&self) -> String {
        match self {
            Self::Calendar(years) => format!("{CALENDAR} {} {}", years.start(), years.end()),
            Self::Recipes(today) => format!("{RECIPES} {}", words::iso(*today)),
            Self::Recipe(RecipeOrder { recipe, answers, next_id, is_opening }) => {
                let [first, second, third] = QUESTIONS.map(|question| answers.of(question));
                let place = if *is_opening { OPENING } else { FOLLOWING };
                format!("{RECIPE} {} {first} {second} {third} {next_id} {place}", recipe.slug())
            }
        }
    }

    /// A request that has travelled; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let words: Vec<_> = text.split(' ').collect();
        Some(match *words {
            [CALENDAR, first, last] => Self::Calendar(first.parse().ok()?..=last.parse().ok()?),
            [RECIPES, today] => Self::Recipes(iso_date(today)?),
            [RECIPE, slug, first, second, third, next_id, place @ (OPENING | FOLLOWING)] => {
                let mut answers = Answers::default();
                for (question, choice) in QUESTIONS.into_iter().zip([first, second, third]) {
                    answers = answers.with(question, choice.parse().ok()?);
                }
                Self::Recipe(RecipeOrder {
                    recipe: Recipe::from_slug(slug)?,
                    answers,
                    next_id: next_id.parse().ok()?,
                    is_opening: place == OPENING,
                })
            }
            _ => return None,
        })
    }
}

/// The questions of a recipe, by their place.
const QUESTIONS: [usize; Recipe::MAX_QUESTIONS] = [0, 1, 2];

/// Does what a request asks for, with the file that belongs to it or an empty one. The answer is empty where the
/// request is none.
pub fn answer(request: &str, file: &[u8]) -> String {
    match Request::from_text(request) {
        Some(Request::Calendar(years)) => {
            let found = read_holidays(file, years).map_err(|error| error.to_string());
            to_text(&found.map(|found| CalendarAnswer { notes: found.notes(), days: found.days }))
        }
        Some(Request::Recipes(today)) => cards_text(today),
        Some(Request::Recipe(order)) => made_text(&order),
        None => String::new(),
    }
}

/// The days, or the reason why there are none, as they travel: line by line, the sentences last.
fn to_text(outcome: &Result<CalendarAnswer, String>) -> String {
    let found = match outcome {
        Ok(found) => found,
        Err(reason) => return format!("{REFUSED}\n{reason}"),
    };
    let mut text = FOUND.to_owned();
    for FoundDay { date, name, kind } in &found.days {
        // Writing to a text cannot fail.
        _ = write!(text, "\n{}{}{name}", mark(*kind), words::iso(*date));
    }
    for note in &found.notes {
        _ = write!(text, "\n{NOTE}{note}");
    }
    text
}

/// Reads what the worker says of a calendar file: days, or the reason why there are none. `None` where it is no such
/// answer.
pub fn calendar_answer(text: &str) -> Option<Result<CalendarAnswer, String>> {
    let mut lines = text.split('\n');
    match lines.next()? {
        FOUND => {}
        REFUSED => return lines.next().map(|reason| Err(reason.to_owned())),
        _ => return None,
    }
    let mut found = CalendarAnswer { days: Vec::new(), notes: Vec::new() };
    for line in lines {
        let sign = line.chars().next()?;
        let rest = &line[sign.len_utf8()..];
        if sign == NOTE {
            found.notes.push(rest.to_owned());
        } else {
            let (date, name) = rest.split_at_checked(10)?;
            let day = FoundDay { date: iso_date(date)?, name: Line::fitted(name), kind: kind(sign)? };
            found.days.push(day);
        }
    }
    Some(Ok(found))
}

/// What stands before a day of that kind.
fn mark(kind: DayKind) -> char {
    match kind {
        DayKind::Off => '+',
        DayKind::Free => '-',
        DayKind::Observance => '~',
    }
}

fn kind(sign: char) -> Option<DayKind> {
    [DayKind::Off, DayKind::Free, DayKind::Observance].into_iter().find(|kind| mark(*kind) == sign)
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{FIRST_DAY, LAST_DAY};

    fn any_day() -> impl Strategy<Value = FoundDay> {
        let span = LAST_DAY.signed_duration_since(FIRST_DAY).num_days().unsigned_abs();
        let kinds = prop::sample::select(vec![DayKind::Off, DayKind::Free, DayKind::Observance]);
        (0..=span, any::<String>(), kinds).prop_map(|(after, name, kind)| {
            let date = FIRST_DAY.checked_add_days(Days::new(after)).unwrap();
            FoundDay { date, name: Line::fitted(&name), kind }
        })
    }

    proptest! {
        #[test]
        fn a_request_arrives_as_it_was_sent(first in any::<i32>(), last in any::<i32>()) {
            let request = Request::Calendar(first..=last);
            prop_assert_eq!(Request::from_text(&request.to_text()), Some(request));
        }

        #[test]
        fn a_request_for_recipes_arrives_as_it_was_sent(today in any_day()) {
            let request = Request::Recipes(today.date);
            prop_assert_eq!(Request::from_text(&request.to_text()), Some(request));
        }

        #[test]
        fn an_order_arrives_as_it_was_sent(
            recipe in prop::sample::select(Recipe::ALL),
            choices in any::<[usize; Recipe::MAX_QUESTIONS]>(),
            next_id in any::<u32>(),
            is_opening in any::<bool>(),
        ) {
            let choices = QUESTIONS.into_iter().zip(choices);
            let answers = choices.fold(Answers::default(), |all, (question, choice)| all.with(question, choice));
            let request = Request::Recipe(RecipeOrder { recipe, answers, next_id, is_opening });
            prop_assert_eq!(Request::from_text(&request.to_text()), Some(request));
        }

        #[test]
        fn days_and_sentences_arrive_as_they_were_found(
            days in prop::collection::vec(any_day(), 0..20),
            notes in prop::collection::vec("\\PC*", 0..4),
        ) {
            let found = Ok(CalendarAnswer { days, notes });
            prop_assert_eq!(calendar_answer(&to_text(&found)), Some(found));
        }

        #[test]
        fn a_reason_arrives_as_it_was_given(reason in "\\PC*") {
            let refused = Err(reason);
            prop_assert_eq!(calendar_answer(&to_text(&refused)), Some(refused));
        }

        #[test]
        fn whatever_arrives_is_read_or_refused(text in any::<String>()) {
            _ = (Request::from_text(&text), calendar_answer(&text), calendar_answer(&format!("{FOUND}\n{text}")));
        }
    }

    const FILE: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261124\r\nSUMMARY:Harvest\r\n\
        END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20261127T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    #[test]
    fn a_calendar_is_answered_with_its_days_and_what_is_to_be_known_of_them() {
        let request = Request::Calendar(2026..=2027).to_text();
        let found = calendar_answer(&answer(&request, FILE.as_bytes())).unwrap().unwrap();
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(found.days, [FoundDay { date, name: Line::fitted("Harvest"), kind: DayKind::Off }]);
        assert_eq!(found.notes, ["1 day found, Tue 24 Nov 2026.", "1 event left out: it has a time of day."]);
    }

    #[test]
    fn a_file_without_days_is_answered_with_the_reason() {
        let request = Request::Calendar(2026..=2027).to_text();
        let refused = calendar_answer(&answer(&request, b"{}")).unwrap().unwrap_err();
        assert!(refused.starts_with("This file is no calendar."), "{refused}");
    }

    #[test]
    fn what_is_no_request_or_no_answer_is_not_taken_for_one() {
        for request in [
            "",
            "calendar",
            "calendar 2026",
            "calendar 2026 2027 2028",
            "table 2026 2027",
            "recipes",
            "recipes 2026-02-30",
            "recipe social 0 0 0 1",
            "recipe soup 0 0 0 1 opening",
            "recipe social 0 0 1 opening",
            "recipe social 0 0 0 1 closing",
            "recipe social 0 0 -1 1 opening",
        ] {
            assert_eq!(Request::from_text(request), None, "{request}");
            assert_eq!(answer(request, FILE.as_bytes()), "", "{request}");
        }
        for text in [
            "",
            "found\n",
            "found\n+2026-11-2",
            "found\n+2026-02-30Harvest",
            "found\n?2026-11-24",
            "refused",
            "lost\n",
        ] {
            assert_eq!(calendar_answer(text), None, "{text:?}");
        }
    }
}
