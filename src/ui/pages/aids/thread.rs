//! Thread.

use crate::ui::element::El;
use crate::ui::parts::aid_page;
use crate::workshop::Aid;

/// The page.
pub fn thread() -> El {
    aid_page(
        Aid::Thread,
        "Every date serves an action, every action a goal, every goal the destination. Here is the whole thread, and what hangs loose at either end.",
        None::<El>,
    )
}
