//! Start dates in cells, and in which order their day and month stand.

use chrono::{Datelike, Days, NaiveDate};

use super::Unclear;
use crate::workshop::wait::date::date as read;
use crate::workshop::wait::token::tokens;

/// In days.
const HALF_A_YEAR: u64 = 182;

/// In which order day and month stand where both could be either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/12/2026`.
    DayFirst,
    /// `12/31/2026`.
    MonthFirst,
}

impl DateOrder {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::DayFirst, Self::MonthFirst];
}

/// The order that the dates of a column have in common: one of them that can be read only one way says it for all, unless
/// another says otherwise.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let mut orders: Vec<DateOrder> = cells.filter_map(order_of).collect();
    orders.dedup();
    match orders[..] {
        [order] => Some(order),
        _ => None,
    }
}

fn order_of(cell: &str) -> Option<DateOrder> {
    let (first, second) = leading(cell)?;
    match (first > 12, second > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The first two numbers of a date in digits that does not begin with its year.
fn leading(cell: &str) -> Option<(u32, u32)> {
    let mut parts = cell.trim().split(['/', '-']);
    let mut number = || parts.next().filter(|part| part.len() <= 2)?.parse::<u32>().ok();
    Some((number()?, number()?))
}

/// The date in a cell. A time of day behind it counts for nothing.
pub(super) fn date(cell: &str, from: NaiveDate, order: Option<DateOrder>) -> Result<NaiveDate, Unclear> {
    let no_date = || Unclear::NoDate(cell.to_owned());
    let tokens = tokens(cell);
    // People began lately or begin soon: of a day without a year it is the one that is nearest.
    let from = from.checked_sub_days(Days::new(HALF_A_YEAR)).unwrap_or(from);
    match read(&tokens, from) {
        Some(Ok(found)) if is_time(cell, tokens.len() - found.words) => Ok(found.date),
        Some(Err(wrong)) if !wrong.meant.is_empty() => {
            let is_meant = |date: &&NaiveDate| match (order, leading(cell)) {
                (Some(DateOrder::DayFirst), Some((first, _))) => date.day() == first,
                (Some(DateOrder::MonthFirst), Some((first, _))) => date.month() == first,
                _ => wrong.meant.len() == 1 && leading(cell).is_some(),
            };
            let mut meant = wrong.meant.iter().filter(is_meant);
            match (meant.next(), meant.next()) {
                (Some(date), None) => Ok(*date),
                // The order is said, and in that order it is none.
                (None, _) if order.is_some() => Err(no_date()),
                _ => Err(Unclear::WhichDate(wrong.meant)),
            }
        }
        _ => Err(no_date()),
    }
}

/// Whether what is left behind a date is nothing, or a time of day.
fn is_time(cell: &str, words: usize) -> bool {
    words == 0 || cell.split_whitespace().last().is_some_and(|last| last.contains(':'))
}

/// Whether a cell is a date, however it is to be read.
pub(super) fn is_like_date(cell: &str) -> bool {
    let from = NaiveDate::default();
    !matches!(date(cell, from, None), Err(Unclear::NoDate(_)))
}
