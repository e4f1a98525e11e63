//! A list of things to do, with boxes to tick.

use crate::ui::element::{El, attr, el, html};

/// The rows of a part of a list under its heading; nothing where there are none.
pub fn list(title: String, columns: [&'static str; 5], rows: Vec<[String; 5]>) -> Option<El> {
    let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
    let head = el(html::Tr).child(el(html::Th)).child(columns.map(column));
    let row = |cells: [String; 5]| {
        let tick = el(html::Td).child(el(html::Span).class("sheet__tick"));
        el(html::Tr).child(tick).child(cells.map(|cell| el(html::Td).child(cell)))
    };
    (!rows.is_empty()).then(|| {
        let table = el(html::Table)
            .class("sheet__list")
            .aria_label(title.clone())
            .child(el(html::Thead).child(head))
            .child(rows.into_iter().map(row).collect::<Vec<_>>());
        el(html::Section).child(el(html::H2).child(title)).child(table)
    })
}
