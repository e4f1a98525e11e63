//! A list of things to do, with boxes to tick.

use crate::ui::element::{El, attr, el, html};

/// Something to do: a cell for each column, and what is noted below them, if anything is.
pub type Row = ([String; 5], Option<String>);

/// The rows of a part of a list under its heading; nothing where there are none.
pub fn list(title: String, columns: [&'static str; 5], rows: Vec<Row>) -> Option<El> {
    let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
    let head = el(html::Tr).child(el(html::Th)).child(columns.map(column));
    // A row and what is noted on it stay together.
    let row = |(cells, noted): Row| {
        let tick = el(html::Td).child(el(html::Span).class("sheet__tick"));
        let cells = el(html::Tr).child(tick).child(cells.map(|cell| el(html::Td).child(cell)));
        let noted = noted.map(|words| {
            let room = el(html::Td).class("sheet__noted").attr(attr::Colspan, "5").child(words);
            el(html::Tr).child(el(html::Td)).child(room)
        });
        el(html::Tbody).child(cells).child(noted)
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
