//! Which channel pays (D2, E1-E10, A5).

mod limits;

mod ranking;

mod stakes;

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
#[inline(never)]
pub fn channels() -> El {
    aid_page(
        Aid::Channels,
        "What is at stake decides what a touchpoint may cost. Tell a little more about your deals, and see which channels suit them.",
        [stakes::at_stake(), ranking::ranking(), ranking::effort(), limits::kinds(), limits::table()],
    )
}
