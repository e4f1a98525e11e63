//! Values computed from signals.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{
    Effect, Get, GetUntracked, GetValue, Owner, RwSignal, Set, SetValue, StoredValue, Track, Update,
    UpdateUntracked, on_cleanup,
};
use leptos::reactive::computed::{ArcMemo, Memo as SharedMemo};
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::reactive::owner::WeakOwner;

/// A value computed from signals, again only when one of them has changed. It goes with its owner, and then no longer
/// counts among those who read the signals. The framework's own would leave its name with each of them, and its memory:
/// a signal that outlives the pages would collect one for each memo there ever was.
///
/// The framework makes its code for memos once for each type of value. Here it is made once: the values of all memos
/// are shared ones of one type, which know how to compare themselves.
pub struct Memo<T> {
    shared: SharedMemo<Shared>,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// Computes a value from signals.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo { shared: shared_memo(Box::new(move || Shared(Arc::new(value())))), value: PhantomData }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Reads the value; who asks is told when it changes.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(now(self.shared).value())
    }

    /// Reads the value, once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(once(self.shared).value())
    }

    /// The value; who asks is told when it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Who asks is told when the value changes.
    pub fn track(self) {
        self.shared.track();
    }
}

/// A value that is set, and followed by those who read it. As with memos, the framework's code for it is made once.
pub struct Var<T> {
    held: RwSignal<Held>,
    value: PhantomData<fn() -> T>,
}

/// What changes a value of any type.
type Change<'a> = &'a mut dyn FnMut(&mut dyn Any);

/// A value of any type.
type Held = Arc<dyn Any + Send + Sync>;

impl<T> Clone for Var<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Var<T> {}

/// A value to begin with.
pub fn var<T: Send + Sync + 'static>(value: T) -> Var<T> {
    Var { held: kept(Arc::new(value)), value: PhantomData }
}

impl<T: Send + Sync + 'static> Var<T> {
    /// Reads the value; who asks is told when it is set.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(held(&*followed(self.held)))
    }

    /// Reads the value, once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(held(&*looked_at(self.held)))
    }

    /// The value; who asks is told when it is set.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Reads the value, once; none where what it belonged to has gone.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        still_there(self.held).map(|value| read(held(&*value)))
    }

    /// The value, once; none where what it belonged to has gone.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Sets it, unless what it belonged to has gone meanwhile.
    pub fn set(self, value: T) {
        put(self.held, Arc::new(value));
    }

    /// Changes it, unless what it belonged to has gone meanwhile.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes it, and tells nobody.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        self.changed(change, alter_untold);
    }

    /// Changes it and says what came of that; nothing where what it belonged to has gone.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.changed(change, alter)
    }

    fn changed<R>(
        self,
        change: impl FnOnce(&mut T) -> R,
        alter: fn(RwSignal<Held>, Change<'_>),
    ) -> Option<R> {
        let (mut change, mut came) = (Some(change), None);
        alter(self.held, &mut |value| {
            came = value.downcast_mut().zip(change.take()).map(|(value, change)| change(value));
        });
        came
    }

    /// Who asks is told when it is set.
    pub fn track(self) {
        self.held.track();
    }
}

/// Does something now, and again whenever a signal has changed that it read, as long as its owner is there.
pub fn effect(act: impl FnMut() + 'static) {
    begin(Box::new(act));
}

#[inline(never)]
fn begin(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

/// A memo that is made when it is first asked for, and lives as long as whoever has announced it.
pub struct Late<T: 'static> {
    owner: StoredValue<Option<WeakOwner>>,
    made: StoredValue<Option<Memo<T>>>,
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Late<T> {}

impl<T: PartialEq + Send + Sync + 'static> Late<T> {
    /// Not made yet.
    pub fn announced() -> Self {
        Self {
            owner: StoredValue::new(Owner::current().as_ref().map(Owner::downgrade)),
            made: StoredValue::new(None),
        }
    }

    /// The memo, made now if it was not.
    pub fn or_made(self, make: impl FnOnce() -> Memo<T>) -> Memo<T> {
        if let Some(made) = self.made.get_value() {
            return made;
        }
        let made = match self.owner.get_value().and_then(|owner| owner.upgrade()) {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.made.set_value(Some(made));
        made
    }
}

/// A value of any type, compared with others of its type.
trait Value: Any + Send + Sync {
    fn is_same_as(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same_as(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[derive(Clone)]
struct Shared(Arc<dyn Value>);

impl Shared {
    fn value<T: 'static>(&self) -> &T {
        held(&*self.0)
    }
}

fn held<T: 'static>(value: &dyn Any) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => unreachable!("it holds what was put there"),
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same_as(&*other.0)
    }
}

#[inline(never)]
fn shared_memo(value: Box<dyn Fn() -> Shared + Send + Sync>) -> SharedMemo<Shared> {
    let memo = ArcMemo::new(move |_| value());
    let_go_with_owner(memo.to_any_subscriber());
    memo.into()
}

fn let_go_with_owner(reader: AnySubscriber) {
    on_cleanup(move || reader.clear_sources(&reader));
}

#[inline(never)]
fn kept(value: Held) -> RwSignal<Held> {
    RwSignal::new(value)
}

#[inline(never)]
fn followed(var: RwSignal<Held>) -> Held {
    var.get()
}

#[inline(never)]
fn looked_at(var: RwSignal<Held>) -> Held {
    var.get_untracked()
}

#[inline(never)]
fn still_there(var: RwSignal<Held>) -> Option<Held> {
    var.try_get_untracked()
}

#[inline(never)]
fn alter(var: RwSignal<Held>, change: Change<'_>) {
    _ = var.try_update(|held| change(own(held)));
}

#[inline(never)]
fn alter_untold(var: RwSignal<Held>, change: Change<'_>) {
    _ = var.try_update_untracked(|held| change(own(held)));
}

/// What is held, to be changed.
fn own(held: &mut Held) -> &mut dyn Any {
    match Arc::get_mut(held) {
        Some(value) => value,
        None => unreachable!("nobody changes what is being read"),
    }
}

#[inline(never)]
fn put(var: RwSignal<Held>, value: Held) {
    _ = var.try_set(value);
}

#[inline(never)]
fn now(memo: SharedMemo<Shared>) -> Shared {
    memo.get()
}

#[inline(never)]
fn once(memo: SharedMemo<Shared>) -> Shared {
    memo.get_untracked()
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::memo;
    use super::*;

    #[test]
    fn a_memo_that_goes_leaves_no_name_with_the_signal_it_read() {
        let app = Owner::new();
        let signal = app.with(|| RwSignal::new(1));
        let page = app.child();
        let next = page.with(|| memo(move || signal.get() + 1));
        let reader = ArcMemo::from(next.shared).to_any_subscriber().1.upgrade().expect("the page is there");
        let before = Arc::weak_count(&reader);
        assert_eq!(next.get_untracked(), 2);
        assert_eq!(Arc::weak_count(&reader), before + 1, "the signal knows its reader");
        page.cleanup();
        assert_eq!(Arc::weak_count(&reader), 1, "nobody but the memo itself");
    }

    #[test]
    fn a_value_is_set_and_changed_as_long_as_its_owner_is_there() {
        let app = Owner::new();
        let (count, doubled) = app.with(|| {
            let count = var(1);
            (count, memo(move || count.get() * 2))
        });
        count.update(|count| *count += 1);
        assert_eq!((count.get_untracked(), doubled.get_untracked()), (2, 4));
        assert_eq!(count.try_update(|count| std::mem::replace(count, 7)), Some(2));
        assert_eq!((count.with_untracked(|count| *count), doubled.get_untracked()), (7, 14));
        app.cleanup();
        count.set(8);
        count.update(|_| unreachable!("it is gone"));
        assert_eq!((count.try_get_untracked(), count.try_update(|_| ())), (None, None));
    }

    #[test]
    fn a_late_memo_is_made_once_when_it_is_read_and_outlives_whoever_read_it_first() {
        let app = Owner::new();
        let (number, late) = app.with(|| (var(1), Late::announced()));
        let made = StoredValue::new(0);
        let read = || {
            let make = || {
                made.update_value(|made| *made += 1);
                memo(move || number.get() * 2)
            };
            late.or_made(make).get_untracked()
        };
        assert_eq!(made.get_value(), 0);
        let page = app.child();
        assert_eq!(page.with(read), 2);
        page.cleanup();
        number.set(4);
        assert_eq!((read(), made.get_value()), (8, 1));
    }

    #[test]
    fn what_reads_a_memo_is_computed_again_only_when_its_value_has_changed() {
        let owner = Owner::new();
        owner.set();
        let (signal, runs) = (RwSignal::new(1), StoredValue::new(0));
        let is_large = memo(move || signal.get() > 9);
        let told = memo(move || {
            runs.update_value(|runs| *runs += 1);
            is_large.with(|is_large| if *is_large { "large" } else { "small" }.to_owned())
        });
        assert_eq!(told.get_untracked(), "small");
        signal.set(2);
        assert_eq!((told.get_untracked().as_str(), runs.get_value()), ("small", 1));
        signal.set(10);
        assert_eq!((told.with_untracked(String::len), runs.get_value()), (5, 2));
    }
}
