//! Which channel pays.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn channels() -> El {
    aid_page(
        Aid::Channels,
        "What is at stake decides what a contact may cost. Tell a little more about your deals, and see which channels suit them.",
        None::<El>,
    )
}
