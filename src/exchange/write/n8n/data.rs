//! The pattern of a plan as the data of one node: calendars, and what each step waits for.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};

use crate::calendar::{WorkCalendar, WorkWeek};
use crate::exchange::{Rows, StepRow};
use crate::plan::{Anchor, Direction, Eves, Outcome, PerAudience, Plan, Span};
use crate::schedule::Schedule;
use crate::words;

/// How many years from this one on the days off are in it.
const YEARS: i32 = 6;

/// The data, as JSON in which no text could be taken for anything else; and how many steps never come for want of a date.
pub(super) fn of(rows: &Rows<'_>, hour: u8) -> (String, usize) {
    let plan = rows.plan();
    let mut calendars: Vec<WorkCalendar> = Vec::new();
    let mut calendar = |step| {
        let own = rows.schedule.calendar(step).cloned().unwrap_or_else(|| plan.calendar());
        calendars.iter().position(|known| *known == own).unwrap_or_else(|| {
            calendars.push(own);
            calendars.len() - 1
        })
    };
    let mut steps = PerAudience::<Vec<Value>>::default();
    for row in &rows.rows {
        steps.of_mut(row.audience).push(step(rows, row, calendar(row.step.id)));
    }
    let is_undated = |step: &&Value| step["from"].get("day").is_some_and(Value::is_null);
    let undated = steps.prospect.iter().chain(&steps.customer).filter(is_undated).count();
    let silence: Vec<_> =
        Outcome::ALL.into_iter().filter(|outcome| outcome.is_silence()).map(words::outcome).collect();
    let calendars: Vec<_> = calendars.iter().map(|calendar| days_of(calendar, rows.outgoing.today)).collect();
    let data = json!({
        "hour": format!("{hour:02}"),
        "silence": silence,
        "calendars": calendars,
        "sequences": { "prospect": steps.prospect, "customer": steps.customer },
    });
    (harmless(&data.to_string()), undated)
}

/// The weekdays that are worked, and which days are not as their weekday says.
fn days_of(calendar: &WorkCalendar, today: NaiveDate) -> Value {
    let first = NaiveDate::from_yo_opt(today.year() - 1, 1).unwrap_or(today);
    let days = first.iter_days().take_while(|date| date.year() < today.year() + YEARS);
    let odd = days.filter(|date| calendar.is_workday(*date) != calendar.week().is_worked(date.weekday()));
    let (worked, off): (Vec<_>, Vec<_>) = odd.partition(|date| calendar.is_workday(*date));
    let written = |days: Vec<NaiveDate>| days.into_iter().map(words::iso).collect::<Vec<_>>();
    json!({ "week": weekdays(calendar.week()), "off": written(off), "worked": written(worked) })
}

/// The days of a week by number, from 0 for Monday.
fn weekdays(week: WorkWeek) -> Vec<u8> {
    (0..7).filter(|day| Weekday::try_from(*day).is_ok_and(|day| week.is_worked(day))).collect()
}

fn step(rows: &Rows<'_>, row: &StepRow<'_>, calendar: usize) -> Value {
    let (plan, facts, wait) = (rows.plan(), &row.facts, row.facts.wait);
    let span = |span: Span| json!([span.length(), span.unit().slug()]);
    let goal = row.goal(plan).map(|(goal, action)| format!("{} – {}", goal.text, action.text));
    json!({
        "from": from(plan, &rows.schedule, row),
        "wait": span(wait.span),
        "back": wait.direction == Direction::Before,
        "latest": wait.latest.map(span),
        "weekdays": wait.weekdays.map_or_else(|| (0..7).collect(), weekdays),
        "avoidsEves": wait.eves == Eves::Avoided,
        "calendar": calendar,
        "after": facts.fork.map(|fork| json!([fork.number.saturating_sub(1), words::outcome(fork.outcome)])),
        "expected": facts.expected.map(words::outcome),
        "tries": facts.attempts.count(),
        "gap": facts.attempts.gap(),
        "title": row.what(),
        "who": row.who_in_words(plan),
        "tools": words::with(row.step),
        "message": row.message(),
        "goal": goal.unwrap_or_default(),
        "when": words::wait(plan, facts),
    })
}

/// What a step is counted from. An engine counts anew for everybody: it needs what the plan says, not what came of it.
fn from(plan: &Plan, schedule: &Schedule, row: &StepRow<'_>) -> Value {
    match row.step.delay.anchor() {
        Anchor::PreviousStep => json!("previous"),
        Anchor::Start => json!("start"),
        Anchor::Step(step) => match schedule.step(step) {
            Some(facts) => json!({ "step": facts.number.saturating_sub(1) }),
            None => json!("previous"),
        },
        Anchor::Event(event) => {
            json!({ "day": plan.event(event).and_then(|event| event.date).map(words::iso) })
        }
        Anchor::Date(date) => json!({ "day": words::iso(date) }),
    }
}

/// The same JSON, in whose texts only letters, digits and plain signs stand for themselves: what holds it may be code.
fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut is_quoted = false;
    let mut chars = json.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\\' => {
                text.push(c);
                text.extend(chars.next());
                continue;
            }
            _ => {}
        }
        let is_plain = c.is_ascii_alphanumeric() || " \",.:;-_()!?/".contains(c);
        if !is_quoted || is_plain {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_elsewhere_are_escaped_in_texts_only() {
        let json = r#"{"a":["`${x}`","{{ 1 }}","</script>","\"\\\n","🥐"],"b":{}}"#;
        let safe = harmless(json);
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&safe), read(json));
        for sign in ["`", "$", "{{", "<", "🥐"] {
            assert!(!safe.contains(sign), "{safe}");
        }
    }
}
