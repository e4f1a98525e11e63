//! What stands in an element.

use std::sync::Arc;

use leptos::prelude::*;

use super::follow::{FollowText, FollowView};
use super::rows::Rows;
use super::{El, Live};
use crate::ui::reactive::{Memo, memo};

/// What can stand in an element.
pub trait Child {
    /// Adds it to the content so far.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for El {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
    }
}

impl<T: Child> Child for Option<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

impl<T: Child, const N: usize> Child for [T; N] {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

/// What a function may give as content.
pub trait Shown: Sized {
    /// A view that follows the function.
    fn follow(content: Live<Self>) -> AnyView;
}

impl Shown for String {
    #[inline(never)]
    fn follow(text: Live<Self>) -> AnyView {
        FollowText(text).into_any()
    }
}

impl Shown for AnyView {
    #[inline(never)]
    fn follow(content: Live<Self>) -> AnyView {
        FollowView(content).into_any()
    }
}

impl<F, S> Child for F
where
    F: Fn() -> S + Send + Sync + 'static,
    S: Shown,
{
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(S::follow(Arc::new(self)));
    }
}

/// Content that follows signals, where it has to stand among views.
pub fn follow<S: Shown>(content: impl Fn() -> S + Send + Sync + 'static) -> AnyView {
    S::follow(Arc::new(content))
}

/// Content that is there while something is so, as by `<Show when=…>`.
pub fn show(
    when: impl Fn() -> bool + Send + Sync + 'static,
    children: impl Fn() -> El + Send + Sync + 'static,
) -> AnyView {
    #[inline(never)]
    fn erased(when: Live<bool>, children: Live<El>) -> AnyView {
        let when = memo(move || when());
        AnyView::follow(Arc::new(move || if when.get() { children().into_any() } else { ().into_any() }))
    }
    erased(Arc::new(when), Arc::new(children))
}

/// An element for each number, as by `<For each=…>`; one whose number moves is moved, not made anew.
pub fn for_each(each: Memo<Vec<u32>>, children: impl Fn(u32) -> El + Send + Sync + 'static) -> AnyView {
    Rows::new(each, Arc::new(children)).into_any()
}
