//! Content that follows signals, and lets go of them when it is taken away.

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::Mountable;

use super::Live;
use super::browser_only::browser_only;

/// A view that is brought up to date whenever a signal it reads changes.
pub struct Follow<V>(pub Live<V>);

/// An effect that no longer counts among those who read a signal once it is dropped. The framework leaves such a
/// name behind: a signal that outlives the pages would collect one for each effect there ever was, with its memory.
pub struct Following<T: 'static>(RenderEffect<T>);

impl<T: 'static> Following<T> {
    /// Runs now, and whenever a signal that was read changes.
    pub fn new(act: impl FnMut(Option<T>) -> T + 'static) -> Self {
        Self(RenderEffect::new(act))
    }
}

impl<T: 'static> Drop for Following<T> {
    fn drop(&mut self) {
        let effect = self.0.to_any_subscriber();
        effect.clear_sources(&effect);
    }
}

impl<V> Render for Follow<V>
where
    V: Render + 'static,
    V::State: 'static,
{
    type State = Following<V::State>;

    fn build(self) -> Self::State {
        Following::new(move |shown| {
            let view = (self.0)();
            match shown {
                Some(mut shown) => {
                    view.rebuild(&mut shown);
                    shown
                }
                None => view.build(),
            }
        })
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl<T: Mountable + 'static> Mountable for Following<T> {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

no_attrs!(Follow<String>);
no_attrs!(Follow<AnyView>);
browser_only!(Follow<String>);
browser_only!(Follow<AnyView>);
