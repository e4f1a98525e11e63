//! The country whose holidays count for somebody, of those that are known to the plan (B13).

use std::sync::Arc;

use leptos::prelude::untrack;

use super::select::{Options, select};
use crate::plan::{HolidaySet, Line};
use crate::roster::{RosterEdit, WorkspaceEdit};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::reactive::memo;
use crate::words;

/// The choice; nothing while no country is known. `none` is what it is called where none is chosen, `name` for whom it is.
/// What it moves is shown before it is taken.
pub fn country_select(
    [label, none]: [&'static str; 2],
    name: impl Fn() -> String + Clone + Send + Sync + 'static,
    value: impl Fn() -> Option<Line> + Clone + Send + Sync + 'static,
    edit: impl Fn(Option<Line>) -> RosterEdit + Copy + Send + Sync + 'static,
) -> El {
    let session = Session::here();
    let all = memo(move || {
        let pair = |set: &HolidaySet| (set.code.to_string(), set.name.to_string());
        session.roster().with(|roster| roster.countries().iter().map(pair).collect::<Options>())
    });
    let choice = move || {
        let (value, name) = (value.clone(), name.clone());
        let value = move || value().map(|code| code.to_string()).unwrap_or_default();
        let options = move || {
            let none = (String::new(), none.to_owned());
            all.with(|all| std::iter::once(none).chain(all.iter().cloned()).collect())
        };
        select(label, value, options, move |chosen: String| {
            let country = all.with_untracked(|all| {
                all.iter().find(|(code, _)| *code == chosen).map(|(_, country)| country.clone())
            });
            let said = words::country_chosen(&untrack(&name), country.as_deref());
            let edit = edit(country.map(|_| Line::fitted(&chosen)));
            session.propose_any(WorkspaceEdit::Roster(edit), said, Arc::new(|| ()))
        })
    };
    el(html::Div).show(move || !all.with(Vec::is_empty), choice)
}
