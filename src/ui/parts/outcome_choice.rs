//! What came of a step, as it is chosen (B5).

use super::{Options, select, word_options};
use crate::plan::Outcome;
use crate::ui::element::El;
use crate::words;

/// The outcomes, after what is offered for none.
pub fn outcome_options(none: &str) -> Options {
    let mut options = word_options(&Outcome::ALL.map(words::outcome));
    options.insert(0, (String::new(), none.to_owned()));
    options
}

/// The choice of what came of it.
pub fn outcome_select(
    chosen: impl Fn() -> Option<Outcome> + Send + Sync + 'static,
    choose: impl Fn(Option<Outcome>) + 'static,
) -> El {
    let value = move || chosen().map(words::outcome).unwrap_or_default().to_owned();
    select(
        "What came of it",
        value,
        || outcome_options("no result noted"),
        move |value: String| {
            choose(Outcome::ALL.into_iter().find(|known| words::outcome(*known) == value));
        },
    )
}
