//! The columns of a table: which, in which order, under which names.

use leptos::prelude::*;

use super::formats::Exports;
use crate::exchange::{Format, TableColumn, TableColumnError, TableColumns};
use crate::plan::Line;
use crate::platform;
use crate::ui::Workspace;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Field, Look, button, check, fold, move_buttons};
use crate::ui::reactive::memo;
use crate::words;

/// Under what name the choice is remembered.
const REMEMBERED: &str = "columns";

/// How it is done.
const ABOUT: &str = "Tick what is to be in the table. Beside it stands what the column is called there: type another name where a program wants one. It holds for “Table” and “Cells”, and is remembered.";

/// Why the last tick stays.
const NONE: &str = "A table has one column at least. Tick another one first.";

/// What was chosen for the open plan before, in this browser.
pub fn remembered(workspace: Workspace) -> TableColumns {
    let text = untrack(|| workspace.open_plan()).map(|plan| platform::exported_before(&plan, REMEMBERED));
    // What another version wrote may mean nothing here.
    text.and_then(|text| TableColumns::from_text(&text)).unwrap_or_default()
}

/// The choice, behind a line of words.
pub fn choice(format: Format, exports: Exports) -> El {
    fold(|| "Choose the columns".to_owned(), move || columns(format, exports))
}

fn columns(format: Format, exports: Exports) -> El {
    let numbers = memo(move || {
        exports.columns.with(|columns| columns.all().iter().map(|it| it.column as u32).collect::<Vec<_>>())
    });
    let again = move || change(exports, |columns| *columns = TableColumns::default());
    el(html::Div)
        .class("columns")
        .child(el(html::P).child(ABOUT))
        .child(
            el(html::Ol)
                .class("columns__list")
                .aria_label("Columns in their order")
                .for_each(numbers, move |number| row(format, exports, number)),
        )
        .child(button(Look::Quiet, "As they were at first", again))
}

fn row(format: Format, exports: Exports, number: u32) -> El {
    let Some(column) = TableColumn::ALL.into_iter().find(|column| *column as u32 == number) else {
        return el(html::Li);
    };
    let title = column.title();
    let at = move |columns: &TableColumns| columns.place(column);
    let is_in = move || exports.columns.with(|columns| columns.all()[at(columns)].is_in);
    let name = move || exports.columns.with(|columns| columns.all()[at(columns)].title().to_owned());
    let take =
        move |is_in| change(exports, move |columns| columns.take(column, is_in)).map_err(table_problem);
    let call = Callback::new(move |raw: String| {
        let name = Line::parse(&raw).map_err(words::text_problem)?;
        change(exports, move |columns| columns.call(column, name)).map_err(table_problem)
    });
    let place = memo(move || exports.columns.with(|columns| (at(columns), columns.all().len())));
    let go = Callback::new(move |to| {
        change(exports, move |columns| columns.put(column, to));
        exports.session.announce(words::table_column_moved(title, to + 1));
    });
    let id = format!("column-{}-{number}", format.facts().slug);
    let arrows = move_buttons(memo(move || title.to_owned()), place, go, id.clone());
    let called = Field::new(words::table_column_name(title), name, call).quiet().build();
    el(html::Li)
        .class("columns__column")
        .attr(attr::Id, id)
        .child(check(words::table_column(title, column.is_of_contact()), is_in, take))
        .child(called)
        .child(el(html::Span).class("columns__move").child(arrows))
}

/// Why a choice stays as it is.
fn table_problem(why: TableColumnError) -> String {
    match why {
        TableColumnError::Last => NONE.to_owned(),
        TableColumnError::CalledSo(other) => words::table_column_called(other.title()),
    }
}

/// Changes the choice, and remembers it for the next time.
fn change<R>(exports: Exports, change: impl FnOnce(&mut TableColumns) -> R) -> R {
    let mut columns = exports.columns.get_untracked();
    let outcome = change(&mut columns);
    if let Some(plan) = untrack(|| exports.workspace.open_plan()) {
        platform::remember_export(&plan, REMEMBERED, &columns.to_text());
    }
    exports.columns.set(columns);
    outcome
}
