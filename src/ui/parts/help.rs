//! Help and questions: they explain, answer what people are afraid of (D9), and ask; they never block.

use crate::ui::element::{El, el, html};

/// A short help that opens on request. The answer is fixed HTML.
pub fn help(question: &'static str, answer: &'static str) -> El {
    el(html::Details)
        .class("help")
        .child(el(html::Summary).class("help__question").child(question))
        .child(el(html::Div).class("help__answer").inner_html(answer))
}

/// The question at the end of a stage: a gate that is open.
pub fn question(words: &'static str) -> El {
    el(html::Aside)
        .class("question")
        .aria_label("Before you go on")
        .child(el(html::P).class("question__lead").child("Before you go on"))
        .child(el(html::P).child(words))
}
