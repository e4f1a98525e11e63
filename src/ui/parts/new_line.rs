//! A field that adds something to a list: Enter adds it and leaves the field ready for the next.

use leptos::prelude::*;

use super::button::{Look, button};
use super::line_field::{Leaving, line_field};
use crate::plan::{Edit, Line};
use crate::ui::Session;
use crate::ui::element::El;

/// The field with its button. `edit` makes the change that adds the line.
pub fn new_line(
    label: &'static str,
    act: &'static str,
    edit: impl Fn(Line) -> Edit + Send + Sync + 'static,
) -> El {
    let session = Session::here();
    let add = Callback::new(move |line: Line| {
        session.pause();
        let added = format!("Added: {line}");
        session.try_edit(edit(line)).map(|()| session.announce(added))
    });
    line_field(label, "Write something first, then add it.", Leaving::Takes, add, |hand_over| {
        button(Look::Plain, act, move || hand_over.run(()))
    })
}
