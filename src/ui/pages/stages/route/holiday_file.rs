//! Holidays from a calendar file.

use super::holiday_search::Looking;
use crate::ui::element::{El, el};

/// The field that takes the file.
pub fn file_field(_looking: Looking) -> El {
    el("div")
}
