//! Help and questions: they explain and ask, they never block.

use leptos::prelude::*;

/// A short help that opens on request.
#[component]
pub fn Help(
    /// What it answers, as a question.
    #[prop(into)]
    question: String,
    /// The answer.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="help">
            <summary class="help__question">{question}</summary>
            <div class="help__answer">{children()}</div>
        </details>
    }
}

/// The question at the end of a stage: a gate that is open.
#[component]
pub fn Question(
    /// What to ask oneself before going on.
    children: Children,
) -> impl IntoView {
    view! {
        <aside class="question" aria-label="Before you go on">
            <p class="question__lead">"Before you go on"</p>
            <div>{children()}</div>
        </aside>
    }
}
