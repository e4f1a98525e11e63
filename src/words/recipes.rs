//! Recipes in words.

use chrono::NaiveDate;

use super::{count, day_and_year, lower};
use crate::advice::Preview;
use crate::plan::Audience;

/// While the recipes are on their way.
pub const FETCHING_RECIPES: &str = "Fetching the recipes…";

/// The part that makes recipes did not come.
pub const RECIPES_NOT_LOADED: &str = "The recipes could not be loaded. Check the connection, then try again.";

/// It broke, or never ended.
pub const RECIPES_BROKE: &str =
    "Something went wrong while the recipe was made, and nothing was changed. Try again.";

/// `7 steps over 4 months`.
pub fn steps_over(steps: usize, span: Option<(NaiveDate, NaiveDate)>) -> String {
    let steps = count(steps, "step");
    match span {
        Some((first, last)) if first < last => format!("{steps} over {}", length(first, last)),
        _ => steps,
    }
}

/// `7 steps, from Mon 7 Sep 2026 to Fri 4 Dec 2026`.
pub fn steps_between(preview: &Preview) -> String {
    let steps = count(preview.steps.len(), "step");
    match preview.span() {
        Some((first, last)) => format!("{steps}, from {} to {}", day_and_year(first), day_and_year(last)),
        None => steps,
    }
}

/// A stretch of time as one speaks of it: days up to a fortnight, weeks up to two months, then months.
fn length(first: NaiveDate, last: NaiveDate) -> String {
    let days = usize::try_from((last - first).num_days()).unwrap_or(0);
    match days {
        0..15 => count(days, "day"),
        15..61 => count((days + 3) / 7, "week"),
        _ => count((days * 2 + 30) / 61, "month"),
    }
}

/// From which day the dates of a preview are counted.
pub fn counted_from(preview: &Preview) -> String {
    let day = day_and_year(preview.start);
    if preview.is_assumed {
        format!("Your plan has no start date yet, so the dates are counted from today, {day}.")
    } else {
        format!("The dates are counted from the start in your plan, {day}.")
    }
}

/// Where a recipe's steps go when there are some already.
pub fn added_after(steps: usize, audience: Audience) -> String {
    let them = if steps == 1 { "it" } else { "them" };
    let has = count(steps, "step");
    format!("Your {} sequence has {has} already. These are added after {them}.", lower(audience))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_time_is_rounded_as_one_speaks() {
        let first = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        let said = |days| length(first, first + chrono::Days::new(days));
        assert_eq!(said(1), "1 day");
        assert_eq!(said(14), "14 days");
        assert_eq!(said(15), "2 weeks");
        assert_eq!(said(35), "5 weeks");
        assert_eq!(said(61), "2 months");
        assert_eq!(said(91), "3 months");
        assert_eq!(said(365), "12 months");
    }

    #[test]
    fn what_is_there_already_is_counted() {
        assert!(
            added_after(1, Audience::Prospect).ends_with("has 1 step already. These are added after it.")
        );
        assert!(added_after(3, Audience::Customer).contains("customer sequence has 3 steps"));
    }
}
