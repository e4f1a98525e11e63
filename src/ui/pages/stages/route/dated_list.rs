//! A part of the working days: a heading, and mostly a list of dates from which each can be removed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Edit, Plan};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{Child, El, Live, attr, el, html};
use crate::ui::parts::{Look, Options, row_button, unique_id};
use crate::ui::reactive::{Memo, memo};

/// A part under its heading.
pub fn part(heading: &'static str, content: impl Child) -> El {
    let id = unique_id("part");
    el(html::Section)
        .class("days-off")
        .attr(attr::AriaLabelledby, id.clone())
        .child(el(html::H3).attr(attr::Id, id).child(heading))
        .child(content)
}

/// Pairs of words of the plan that a list shows: made anew only when they change.
pub fn followed(pairs: impl Fn(&Plan) -> Options + Send + Sync + 'static) -> Memo<Options> {
    let session = Session::here();
    memo(move || session.read(|plan| pairs(plan)))
}

/// What a list of dates says of itself.
#[derive(Clone, Copy)]
pub struct Wording {
    /// While there is none; blank where nothing need be said.
    pub none: &'static str,
    /// What a listener hears before the date that is removed.
    pub remove: &'static str,
}

/// How the one at a place is taken away, and what is said once it is.
type Removal = Arc<dyn Fn(usize) -> Option<(Edit, String)> + Send + Sync>;

/// The list: when, and what. `remove` is how the one at a place is taken away.
pub fn dated_list(
    pairs: impl Fn(&Plan) -> Options + Send + Sync + 'static,
    wording: Wording,
    remove: impl Fn(usize) -> Option<(Edit, String)> + Send + Sync + 'static,
) -> El {
    erased(followed(pairs), wording, Arc::new(remove))
}

fn erased(items: Memo<Options>, wording: Wording, remove: Removal) -> El {
    let session = Session::here();
    let id = unique_id("dates");
    let list: Live<AnyView> = {
        let id = id.clone();
        Arc::new(move || {
            let items = items.get();
            if items.is_empty() && wording.none.is_empty() {
                return ().into_any();
            }
            if items.is_empty() {
                return el(html::P).class("empty").child(wording.none).into_any();
            }
            let row = |(at, (when, what)): (usize, (String, String))| {
                let (remove, id, name) = (remove.clone(), id.clone(), format!("{} {when}", wording.remove));
                let act = move || {
                    let Some((edit, said)) = remove(at) else { return };
                    let id = id.clone();
                    if let Err(problem) = session.propose(edit, said, move || focus_place(&id, at)) {
                        session.announce(problem);
                    }
                };
                el(html::Li)
                    .class("days-off__day")
                    .child(el(html::Span).child(when))
                    .child(el(html::Span).child(what))
                    .child(row_button(Look::Quiet, "Remove", move || name.clone(), act))
            };
            let rows: Vec<_> = items.into_iter().enumerate().map(row).collect();
            el(html::Ul).class("days-off__list").child(rows).into_any()
        })
    };
    el(html::Div).attr(attr::Id, id).child(move || list())
}

/// Where something was removed the focus goes to what took its place, else to the last, else to the fields below.
fn focus_place(id: &str, at: usize) {
    let next = at + 1;
    let places = format!("#{id} li:nth-child({next}) button, #{id} li:last-child button, #{id} ~ * input");
    request_animation_frame(move || platform::focus(&places));
}
