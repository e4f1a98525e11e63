//! The ways a time through a sequence may end.

use super::{Asking, Look, asking, button};
use crate::roster::Exit;
use crate::ui::Session;
use crate::ui::element::El;
use crate::ui::reactive::var;
use crate::words;

/// How long "not now" may be, in months (D6).
const LATER: [(&str, i32); 3] =
    [("Not now: next month", 1), ("Not now: next quarter", 3), ("Not now: next year", 12)];

/// A button for each. What holds for good asks first. "Not now" counts from the day it is said on.
pub fn exit_buttons(
    look: Look,
    session: Session,
    act: impl Fn(Exit) + Copy + Send + Sync + 'static,
) -> Vec<El> {
    let way = move |exit: Exit, words: &'static str| button(look, words, move || act(exit));
    let exits = words::exits(session.today_now()).into_iter();
    let others = exits.filter(|(exit, _)| !matches!(exit, Exit::NotNow(_)));
    let others = others.map(|(exit, words)| match exit {
        Exit::OptedOut => opting_out(look, words, move || act(exit)),
        exit => way(exit, words),
    });
    let later = |(words, months): (&'static str, i32)| {
        button(look, words, move || act(Exit::not_now(session.today_now(), months)))
    };
    others.chain(LATER.map(later)).collect()
}

fn opting_out(look: Look, words: &'static str, act: impl Fn() + Copy + Send + Sync + 'static) -> El {
    let is_asking = var(false);
    let asked = Asking {
        warning: "Nothing is ever due for them again, on either sequence. Only Undo takes it back.",
        go: "Yes, nothing more",
        keep: "Leave it",
    };
    asking(button(look, words, move || is_asking.set(true)), is_asking, asked, act)
}
