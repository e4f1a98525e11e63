//! The plan for other programs and other people (B10, B11, F3).

mod formats;

mod link;

mod wanted;

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
#[inline(never)]
pub fn files() -> El {
    let exports = formats::Exports::new();
    aid_page(
        Aid::Files,
        "Your plan as a file that the programs you have can read. It is made on this device, and nothing of it is sent anywhere.",
        [wanted::whose(exports), formats::formats(exports), link::link(exports)],
    )
}
