//! Help and questions: they explain, answer what people are afraid of (D9), and ask; they never block.

use crate::ui::element::{El, el};

/// A short help that opens on request. The answer is fixed HTML.
pub fn help(question: &'static str, answer: &'static str) -> El {
    el("details")
        .class("help")
        .child(el("summary").class("help__question").child(question))
        .child(el("div").class("help__answer").html(answer))
}

/// The question at the end of a stage: a gate that is open.
pub fn question(words: &'static str) -> El {
    el("aside")
        .class("question")
        .name("Before you go on")
        .child(el("p").class("question__lead").child("Before you go on"))
        .child(el("p").child(words))
}
