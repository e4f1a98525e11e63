//! What one contact gets to feel, in words (C6, E9, F5).

use chrono::{Datelike, NaiveDate};

use super::channels::short_channel;
use super::{channel, count, day, day_and_year, day_of, days, month, workdays};
use crate::advice::{Cadence, Cause, Held, MOST_IN_SEVEN_DAYS, Period, Scale, Silence, Strain};
use crate::calendar::CalendarDays;
use crate::plan::{Audience, Channel};

/// Whose contacts a list holds.
pub fn cadence_title(audience: Option<Audience>) -> &'static str {
    match audience {
        Some(Audience::Prospect) => "One prospect",
        Some(Audience::Customer) => "One customer",
        None => "One contact, both sequences together",
    }
}

/// The whole in a sentence: what a picture is called.
pub fn cadence_summary(cadence: &Cadence) -> String {
    let touchpoints = &cadence.touchpoints;
    let held = count(touchpoints.len(), "touchpoint");
    let span = match touchpoints.first().zip(touchpoints.last()) {
        Some((first, last)) if first.date != last.date => {
            format!("{held} from {} to {}", day_of(first.date), day_of(last.date))
        }
        Some((first, _)) => format!("{held} on {}", day_of(first.date)),
        None => held,
    };
    format!("{span}. {}", cadence_verdict(cadence))
}

/// What is too much and what is too little, counted.
fn cadence_verdict(cadence: &Cadence) -> String {
    let much = cadence.strains.len();
    let little = cadence.silences.len();
    let much = (much > 0).then(|| format!("{} too much", count(much, "time")));
    let little = (little > 0).then(|| format!("{} too long", count(little, "gap")));
    match (much, little) {
        (None, None) => "Nothing is too much, and no gap is too long.".to_owned(),
        (Some(only), None) | (None, Some(only)) => format!("{only}."),
        (Some(much), Some(little)) => format!("{much}, {little}."),
    }
}

/// Why a touchpoint is too much.
pub fn strain(strain: &Strain) -> String {
    let name = short_channel(strain.touchpoint.channel);
    let date = day_and_year(strain.touchpoint.date);
    match strain.cause {
        Cause::TooSoon { found: CalendarDays(0), limit } => {
            format!("{date}: {name} twice on one day. Leave at least {} between two.", days(limit))
        }
        Cause::TooSoon { found, limit } => {
            format!("{date}: {name} again after {}. Leave at least {} between two.", days(found), days(limit))
        }
        Cause::Attempts { found, limit } => format!(
            "{date}: calls in vain only {} apart. Missed calls are noticed too: leave at least {}.",
            workdays(found),
            workdays(limit)
        ),
        Cause::Crowd => format!(
            "{date}: one too many. More than {MOST_IN_SEVEN_DAYS} touchpoints in seven days are too much, all channels together."
        ),
    }
}

/// Why a wait is too long.
pub fn silence(silence: &Silence) -> String {
    format!(
        "Nothing is heard for {} before {}. After {} come back within {}, or you are forgotten.",
        days(silence.found),
        day_and_year(silence.until.date),
        touchpoint(silence.after.channel),
        days(silence.limit)
    )
}

/// A touchpoint, within a sentence.
fn touchpoint(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "a visit",
        Channel::Phone => "a call",
        Channel::Letter => "a letter",
        Channel::Email => "an e-mail",
        Channel::SocialChat => "a chat",
        Channel::Comments => "an answer to a comment",
        Channel::Internal => "inside work",
    }
}

/// A stretch of time: `Week 3`, `Weeks 4 to 9`, `Nov 2026`, `Jan 2027 to Apr 2027`.
pub fn period(scale: Scale, period: &Period) -> String {
    let last = period.number + period.length - 1;
    match scale {
        Scale::Weeks if period.length == 1 => format!("Week {last}"),
        Scale::Weeks => format!("Weeks {} to {last}", period.number),
        Scale::Years if period.length == 1 => period.first.year().to_string(),
        Scale::Years => format!("{} to {}", period.first.year(), period.last.year()),
        Scale::Months if period.length == 1 => month_and_year(period.first),
        Scale::Months | Scale::Quarters => {
            format!("{} to {}", month_and_year(period.first), month_and_year(period.last))
        }
    }
}

/// A stretch of time under its stack, in two short lines.
pub fn period_label(scale: Scale, period: &Period) -> [String; 2] {
    let year = period.first.year().to_string();
    match scale {
        Scale::Weeks => [period.number.to_string(), day(period.first)],
        Scale::Months => [month(period.first).to_owned(), year],
        Scale::Quarters => [format!("Q{}", period.first.month0() / 3 + 1), year],
        Scale::Years => [year, String::new()],
    }
}

/// What stands under all stacks.
pub fn scale(scale: Scale) -> &'static str {
    match scale {
        Scale::Weeks => "Touchpoints a week, each with its number and its first day",
        Scale::Months => "Touchpoints a month",
        Scale::Quarters => "Touchpoints a quarter of a year",
        Scale::Years => "Touchpoints a year",
    }
}

fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", month(date), date.year())
}

/// The days of a stretch of time: `23 Nov to 29 Nov 2026`.
pub fn period_days(period: &Period) -> String {
    format!("{} to {}", day(period.first), day_of(period.last))
}

/// What a stretch of time holds, by channel: `E-mail 2, Phone 1`.
pub fn touchpoints_of(period: &Period) -> String {
    let parts = period.counts.iter().map(|(by, count)| format!("{} {count}", channel(*by)));
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() { "None".to_owned() } else { parts.join(", ") }
}

/// What is odd about a stretch of time.
pub fn period_mark(period: &Period) -> &'static str {
    match (period.too_much > 0, period.forgotten > 0) {
        (true, true) => "Too much, and a gap too long",
        (true, false) => "Too much",
        (false, true) => "A gap too long",
        (false, false) => "",
    }
}

/// A lower limit with what is found: `7 days, found 5: too soon`.
pub fn held_shortest(held: Held) -> String {
    match (held.limit, held.found) {
        (None, None) => "No limit".to_owned(),
        (None, Some(found)) => format!("No limit; nearest {}", days(found)),
        (Some(limit), None) => format!("{}; used once", days(limit)),
        (Some(limit), Some(found)) => {
            let verdict = if found < limit { ": too soon" } else { "" };
            format!("{}; nearest {}{verdict}", days(limit), days(found))
        }
    }
}

/// An upper limit with what is found. What is longer and forgets nobody was asked for (D6).
pub fn held_longest(held: Held, forgets: bool) -> String {
    match (held.limit, held.found) {
        (None, None) => "No limit".to_owned(),
        (None, Some(found)) => format!("No limit; longest {}", days(found)),
        (Some(limit), None) => format!("{}; nothing follows", days(limit)),
        (Some(limit), Some(found)) => {
            let verdict = match (found > limit, forgets) {
                (true, true) => ": too long",
                (true, false) => ": a pause that was asked for",
                (false, _) => "",
            };
            format!("{}; longest {}{verdict}", days(limit), days(found))
        }
    }
}

/// Steps that are not counted, since they say no channel.
pub fn uncounted(steps: usize) -> String {
    match steps {
        1 => "1 step has no channel yet and is not counted.".to_owned(),
        _ => format!("{steps} steps have no channel yet and are not counted."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::Touchpoint;
    use crate::calendar::WorkingDays;
    use crate::plan::StepId;

    fn touchpoint(date: &str, channel: Channel) -> Touchpoint {
        Touchpoint { date: date.parse().unwrap(), channel, step: StepId(1) }
    }

    #[test]
    fn what_is_too_much_says_how_much_would_not_be() {
        let touchpoint = touchpoint("2026-11-25", Channel::Phone);
        let said = |cause| strain(&Strain { touchpoint, cause });
        assert_eq!(
            said(Cause::TooSoon { found: CalendarDays(1), limit: CalendarDays(7) }),
            "Wed 25 Nov 2026: Call again after 1 day. Leave at least 7 days between two."
        );
        assert!(
            said(Cause::TooSoon { found: CalendarDays(0), limit: CalendarDays(2) })
                .contains("Call twice on one day.")
        );
        assert!(said(Cause::Crowd).contains("More than 3 touchpoints in seven days"));
        assert!(said(Cause::Attempts { found: WorkingDays(1), limit: WorkingDays(3) }).contains(
            "only 1 working day apart. Missed calls are noticed too: leave at least 3 working days."
        ));
    }

    #[test]
    fn a_silence_says_how_long_it_is_and_may_be() {
        let (after, until) =
            (touchpoint("2026-11-25", Channel::Letter), touchpoint("2027-11-25", Channel::Email));
        assert_eq!(
            silence(&Silence { after, until, found: CalendarDays(365), limit: CalendarDays(180) }),
            "Nothing is heard for 365 days before Thu 25 Nov 2027. After a letter come back within 180 days, or you are forgotten."
        );
    }

    #[test]
    fn stretches_of_time_are_called_as_people_call_them() {
        let stretch = |number, length| Period {
            first: "2026-11-01".parse().unwrap(),
            last: "2027-01-31".parse().unwrap(),
            number,
            length,
            counts: Vec::new(),
            too_much: 0,
            forgotten: 0,
        };
        assert_eq!(period(Scale::Weeks, &stretch(3, 1)), "Week 3");
        assert_eq!(period(Scale::Weeks, &stretch(4, 6)), "Weeks 4 to 9");
        assert_eq!(period(Scale::Months, &stretch(1, 1)), "Nov 2026");
        assert_eq!(period(Scale::Months, &stretch(1, 3)), "Nov 2026 to Jan 2027");
        assert_eq!(period_label(Scale::Quarters, &stretch(1, 1)), ["Q4".to_owned(), "2026".to_owned()]);
    }

    #[test]
    fn limits_say_what_is_found_and_what_is_beyond_them() {
        let held = |limit: Option<i64>, found: Option<i64>| Held {
            limit: limit.map(CalendarDays),
            found: found.map(CalendarDays),
        };
        assert_eq!(held_shortest(held(Some(7), Some(2))), "7 days; nearest 2 days: too soon");
        assert_eq!(held_shortest(held(Some(7), Some(7))), "7 days; nearest 7 days");
        assert_eq!(held_longest(held(Some(21), Some(22)), true), "21 days; longest 22 days: too long");
        assert!(held_longest(held(Some(21), Some(90)), false).ends_with("a pause that was asked for"));
        assert_eq!(held_longest(held(None, None), false), "No limit");
    }
}
