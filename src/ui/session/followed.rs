//! A part of the plan that is followed on its own.

use crate::ui::reactive::{Memo, memo};

/// A part of the plan that is followed on its own: what reads it runs again only when it has changed.
pub struct Followed<T: Send + Sync + 'static>(Memo<Option<T>>);

impl<T: Send + Sync + 'static> Clone for Followed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Followed<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Followed<T> {
    /// Follows what may be there.
    pub fn new(part: impl Fn() -> Option<T> + Send + Sync + 'static) -> Self {
        Self(memo(part))
    }

    /// Reads something of it, while it is there.
    pub fn read<R>(self, part: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.get().as_ref().map(part)
    }
}
