//! What stands in an element.

use std::sync::Arc;

use leptos::prelude::*;

use super::follow::Follow;
use super::{El, Live};
use crate::ui::reactive::memo;

/// What can stand in an element.
pub trait IntoParts {
    /// Adds it to the content so far.
    fn add_to(self, parts: &mut Vec<AnyView>);
}

impl IntoParts for AnyView {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(self);
    }
}

impl IntoParts for El {
    #[inline(never)]
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(self.into_any());
    }
}

impl IntoParts for String {
    #[inline(never)]
    fn add_to(self, parts: &mut Vec<AnyView>) {
        parts.push(self.into_any());
    }
}

impl IntoParts for &str {
    #[inline(never)]
    fn add_to(self, parts: &mut Vec<AnyView>) {
        self.to_owned().add_to(parts);
    }
}

impl<T: IntoParts> IntoParts for Option<T> {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        if let Some(part) = self {
            part.add_to(parts);
        }
    }
}

impl<T: IntoParts> IntoParts for Vec<T> {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        for part in self {
            part.add_to(parts);
        }
    }
}

impl<T: IntoParts, const N: usize> IntoParts for [T; N] {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        for part in self {
            part.add_to(parts);
        }
    }
}

/// Text that follows signals.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    #[inline(never)]
    fn erased(text: Live<String>) -> AnyView {
        Follow(text).into_any()
    }
    erased(Arc::new(text))
}

/// Content that is made anew whenever a signal it reads changes.
pub fn swap(content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    #[inline(never)]
    fn erased(content: Live<AnyView>) -> AnyView {
        Follow(content).into_any()
    }
    erased(Arc::new(content))
}

/// Content that is there while something is so.
pub fn when(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
    content: impl Fn() -> El + Send + Sync + 'static,
) -> AnyView {
    #[inline(never)]
    fn erased(is_so: Live<bool>, content: Live<El>) -> AnyView {
        let is_so = memo(move || is_so());
        swap(move || if is_so.get() { content().into_any() } else { ().into_any() })
    }
    erased(Arc::new(is_so), Arc::new(content))
}

/// A row for each number; one that moves is moved, not made anew.
pub fn rows(of: Memo<Vec<u32>>, row: impl Fn(u32) -> El + Send + Sync + 'static) -> AnyView {
    #[inline(never)]
    fn erased(of: Memo<Vec<u32>>, row: Arc<dyn Fn(u32) -> El + Send + Sync>) -> AnyView {
        view! { <For each=move || of.get() key=|number| *number children=move |number| row(number) /> }
            .into_any()
    }
    erased(of, Arc::new(row))
}
