//! A table of facts that becomes a list of them on a phone.

use crate::ui::element::{El, el};

/// A table under its name.
pub fn facts_table(name: impl Into<String>, titles: &[&'static str], rows: Vec<El>) -> El {
    let name = name.into();
    let column =
        |title: &&'static str| el("th").fixed("role", "columnheader").fixed("scope", "col").child(*title);
    let head = el("tr").fixed("role", "row").child(titles.iter().map(column).collect::<Vec<_>>());
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    el("div").class("facts-table").child(
        el("table")
            .fixed("role", "table")
            .name(name.clone())
            .child(el("caption").child(name))
            .child(el("thead").fixed("role", "rowgroup").child(head))
            .child(el("tbody").fixed("role", "rowgroup").child(rows)),
    )
}

/// A row: its head, then what stands under each further title.
pub fn facts_row(titles: &[&'static str], head: El, cells: Vec<El>) -> El {
    let cells = titles
        .iter()
        .skip(1)
        .zip(cells)
        .map(|(title, content)| el("td").fixed("role", "cell").fixed("data-label", title).child(content));
    let head = el("th").fixed("role", "rowheader").fixed("scope", "row").child(head);
    el("tr").fixed("role", "row").child(head).child(cells.collect::<Vec<_>>())
}
