//! The people on the plan.

use crate::roster::ContactId;
use crate::ui::element::{El, attr, el, html};

/// The page of all.
#[inline(never)]
pub fn people() -> El {
    el(html::Article).child(el(html::H1).attr(attr::Tabindex, "-1").child("People"))
}

/// The page of one.
#[inline(never)]
pub fn person(_id: ContactId) -> El {
    el(html::Article).child(el(html::H1).attr(attr::Tabindex, "-1").child("Person"))
}
