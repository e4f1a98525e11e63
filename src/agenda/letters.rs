//! To whom letters go: whoever has one coming and can be written to (B8, E3).

use chrono::NaiveDate;

use super::Forecasts;
use crate::calendar::sort_by_number;
use crate::plan::Channel;
use crate::roster::ContactId;

/// The contacts with an address for whom a letter waits or will, each once, with the day of the first; in order of days. Whoever
/// opted out is none of them.
pub fn letters(forecasts: &Forecasts) -> Vec<(ContactId, NaiveDate)> {
    let workspace = forecasts.workspace();
    let mut letters: Vec<_> = workspace
        .roster
        .contacts()
        .filter(|contact| contact.opted_out.is_none() && !contact.reach.address.is_blank())
        .filter_map(|contact| {
            let days = contact.enrolments.iter().enumerate().flat_map(|(at, enrolment)| {
                let steps = workspace.steps(enrolment);
                let waiting = forecasts.timeline(contact.id, at).into_iter().flat_map(|it| it.waiting());
                let is_letter =
                    |at: usize| steps.get(at).is_some_and(|step| step.channel == Some(Channel::Letter));
                waiting.filter(move |(at, _)| is_letter(*at)).map(|(_, day)| day)
            });
            Some((contact.id, days.min()?))
        })
        .collect();
    sort_by_number(&mut letters, |(_, day)| day.to_epoch_days().into());
    letters
}
