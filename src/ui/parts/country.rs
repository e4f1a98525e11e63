//! The country whose holidays count for somebody, of those that are known to the plan (B13).

use std::sync::Arc;

use super::select::{Options, select};
use crate::plan::{HolidaySet, Line};
use crate::roster::{RosterEdit, WorkspaceEdit};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::reactive::memo;

/// The choice; nothing while no country is known. `none` is what it is called where none is chosen. What it moves is shown
/// before it is taken.
pub fn country_select(
    label: &'static str,
    none: &'static str,
    value: impl Fn() -> Option<Line> + Clone + Send + Sync + 'static,
    edit: impl Fn(Option<Line>) -> RosterEdit + Copy + Send + Sync + 'static,
) -> El {
    let session = Session::here();
    let all = memo(move || {
        let pair = |set: &HolidaySet| (set.code.to_string(), set.name.to_string());
        session.roster().with(|roster| roster.countries().iter().map(pair).collect::<Options>())
    });
    let choice = move || {
        let value = value.clone();
        let value = move || value().map(|code| code.to_string()).unwrap_or_default();
        let options = move || {
            let none = (String::new(), none.to_owned());
            all.with(|all| std::iter::once(none).chain(all.iter().cloned()).collect())
        };
        select(label, value, options, move |chosen: String| {
            let country = Some(chosen).filter(|code| !code.is_empty()).map(|code| Line::fitted(&code));
            let edit = WorkspaceEdit::Roster(edit(country));
            session.propose_any(edit, "Changed. Undo takes it back.".to_owned(), Arc::new(|| ()))
        })
    };
    el(html::Div).show(move || !all.with(Vec::is_empty), choice)
}
