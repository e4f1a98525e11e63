//! The number of a step in its shape: a circle for prospects, a square for customers.

use crate::plan::Audience;
use crate::ui::element::{El, el, html};

/// The number, with whose it is for listeners.
pub fn step_number(audience: Audience, number: usize) -> El {
    let (class, whose) = match audience {
        Audience::Prospect => ("worklist__number", "Prospect step "),
        Audience::Customer => ("worklist__number worklist__number--customer", "Customer step "),
    };
    el(html::Span)
        .class(class)
        .child(el(html::Span).class("visually-hidden").child(whose))
        .child(number.to_string())
}
