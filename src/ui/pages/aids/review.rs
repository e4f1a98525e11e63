//! Review.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn review() -> El {
    aid_page(
        Aid::Review,
        "What somebody who has planned many follow-ups would look at again. Thoughts, not errors: set them right, or leave them alone and say why.",
        None::<El>,
    )
}
