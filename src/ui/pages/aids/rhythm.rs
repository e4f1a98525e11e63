//! How often one contact hears from you.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn rhythm() -> El {
    aid_page(
        Aid::Rhythm,
        "Too much annoys, too little is forgotten. Here is what one contact gets to feel of the plan, week by week, all channels together.",
        None::<El>,
    )
}
