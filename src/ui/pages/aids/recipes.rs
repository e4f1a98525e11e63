//! Sequences to begin with.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn recipes() -> El {
    aid_page(
        Aid::Recipes,
        "Take one as it is or as a start: it is put into your plan as ordinary steps, and one undo takes it out again.",
        None::<El>,
    )
}
