//! Return.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn returns() -> El {
    aid_page(
        Aid::Return,
        "What a campaign cost and what it brought back. The outcome of each lead decides, and often only sales knows it: ask.",
        None::<El>,
    )
}
