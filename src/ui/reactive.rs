//! Values computed from signals.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

/// A value computed from signals, again only when one of them has changed. It goes with its owner, and then no longer
/// counts among those who read the signals. A `Memo` made otherwise leaves its name with each of them, and its memory:
/// a signal that outlives the pages would collect one for each memo there ever was.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    /// Once for each type of value, not for each function.
    #[inline(never)]
    fn erased<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        let memo = ArcMemo::new(move |_| value());
        let_go_with_owner(memo.to_any_subscriber());
        memo.into()
    }
    erased(Box::new(value))
}

#[inline(never)]
fn let_go_with_owner(reader: AnySubscriber) {
    on_cleanup(move || reader.clear_sources(&reader));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_memo_that_goes_leaves_no_name_with_the_signal_it_read() {
        let app = Owner::new();
        let signal = app.with(|| RwSignal::new(1));
        let page = app.child();
        let next = page.with(|| memo(move || signal.get() + 1));
        let reader = ArcMemo::from(next).to_any_subscriber().1.upgrade().expect("the page is there");
        let before = Arc::weak_count(&reader);
        assert_eq!(next.get_untracked(), 2);
        assert_eq!(Arc::weak_count(&reader), before + 1, "the signal knows its reader");
        page.cleanup();
        assert_eq!(Arc::weak_count(&reader), 1, "nobody but the memo itself");
    }
}
