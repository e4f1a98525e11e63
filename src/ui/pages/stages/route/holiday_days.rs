//! The days of a set of holidays, with their names.

use chrono::NaiveDate;

use crate::plan::{Holiday, HolidaySet};
use crate::ui::element::{El, attr, el, html};
use crate::words;

/// Those of the coming twelve months, and the days worked in exchange.
pub fn holiday_days(set: Option<&HolidaySet>, today: NaiveDate) -> El {
    let day = |day: &Holiday| {
        el(html::Li)
            .child(
                el(html::Time)
                    .attr(attr::Datetime, words::iso(day.date))
                    .child(words::day_and_year(day.date)),
            )
            .child(el(html::Span).child(day.name.to_string()))
    };
    let days: Vec<_> = set.into_iter().flat_map(|set| set.coming(today)).map(day).collect();
    let worked = set.and_then(|set| words::worked_in_exchange(set, today));
    el(html::Div)
        .child(el(html::Ul).class("holiday-days").child(days))
        .child(worked.map(|words| el(html::P).class("holiday-days__worked").child(words)))
}
