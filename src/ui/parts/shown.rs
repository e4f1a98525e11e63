//! Parts that are there only sometimes, and rows of a list.
//!
//! Both hide the types of their content, so that the code that swaps and moves elements is there once.

use std::sync::Arc;

use leptos::prelude::*;

/// Shows its content while something is so.
#[component]
pub fn Shown(
    /// What must be so.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown then.
    children: ChildrenFn,
) -> impl IntoView {
    shown(Box::new(when), children)
}

fn shown(when: Box<dyn Fn() -> bool + Send + Sync>, children: ChildrenFn) -> AnyView {
    let is_so = Memo::new(move |_| when());
    (move || is_so.get().then(|| children())).into_any()
}

/// The rows of a list, by the numbers of their ids: a row that moves is moved, not made anew.
#[component]
pub fn Rows(
    /// The numbers, in order.
    of: Memo<Vec<u32>>,
    /// Makes the row of a number.
    row: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    list(of, Arc::new(row))
}

fn list(of: Memo<Vec<u32>>, row: Arc<dyn Fn(u32) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || of.get() key=|id| *id children=move |id| row(id) /> }.into_any()
}
