//! Values computed from signals.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

/// A value computed from signals, again only when one of them has changed. It goes with its owner, and then no longer
/// counts among those who read the signals. A `Memo` made otherwise leaves its name with each of them, and its memory:
/// a signal that outlives the pages would collect one for each memo there ever was.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let memo = ArcMemo::new(move |_| value());
    let_go_with_owner(memo.to_any_subscriber());
    memo.into()
}

#[inline(never)]
fn let_go_with_owner(reader: AnySubscriber) {
    on_cleanup(move || reader.clear_sources(&reader));
}
