//! The plan for other programs and other people (B10, B11, F3).

mod columns;

mod formats;

mod link;

mod team;

mod wanted;

use crate::ui::element::{El, el, html};
use crate::ui::pages::sheet_field;
use crate::ui::parts::{aid_page, beside, section};
use crate::workshop::Aid;

/// The page.
#[inline(never)]
pub fn files() -> El {
    let exports = formats::Exports::new();
    let back = section(
        "Back from a spreadsheet",
        el(html::Div)
            .class("files__link")
            .child(el(html::P).child(
                "Changed in Excel, LibreOffice or Google Sheets: days done, waits, people, tools, notes, other steps, another order. You see everything that differs before any of it is taken. A list of steps from elsewhere is read too.",
            ))
            .child(sheet_field()),
    );
    aid_page(
        Aid::Files,
        "Your plan as a file that the programs you have can read. It is made on this device, and nothing of it is sent anywhere unless you say so below.",
        beside(
            [wanted::whose(exports), formats::formats(exports)],
            [back, link::link(exports), team::team(exports)],
        ),
    )
}
