//! A table of facts that becomes a list of them on a phone.

use crate::ui::element::{El, attr, data, el, html};

/// A table under its name.
pub fn facts_table(name: impl Into<String>, titles: &[&'static str], rows: Vec<El>) -> El {
    let name = name.into();
    let column = |title: &&'static str| {
        el(html::Th).attr(attr::Role, "columnheader").attr(attr::Scope, "col").child(*title)
    };
    let head = el(html::Tr).attr(attr::Role, "row").child(titles.iter().map(column).collect::<Vec<_>>());
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    el(html::Div).class("facts-table").child(
        el(html::Table)
            .attr(attr::Role, "table")
            .aria_label(name.clone())
            .child(el(html::Caption).child(name))
            .child(el(html::Thead).attr(attr::Role, "rowgroup").child(head))
            .child(el(html::Tbody).attr(attr::Role, "rowgroup").child(rows)),
    )
}

/// A row: its head, then what stands under each further title.
pub fn facts_row(titles: &[&'static str], head: El, cells: Vec<El>) -> El {
    let cells = titles.iter().skip(1).zip(cells).map(|(title, content)| {
        el(html::Td).attr(attr::Role, "cell").attr(data::Label, *title).child(content)
    });
    let head = el(html::Th).attr(attr::Role, "rowheader").attr(attr::Scope, "row").child(head);
    el(html::Tr).attr(attr::Role, "row").child(head).child(cells.collect::<Vec<_>>())
}
