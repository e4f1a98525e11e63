//! Content that follows signals, and lets go of them when it is taken away.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Text};
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;

use super::Live;
use super::browser_only::browser_only;

/// An effect that no longer counts among those who read a signal once it is dropped. The framework leaves such a
/// name behind: a signal that outlives the pages would collect one for each effect there ever was, with its memory.
///
/// There is one type of it, so that the browser loads the code of one: what an effect keeps is its function's matter.
pub struct Following(RenderEffect<()>);

impl Following {
    /// Runs now, and whenever a signal that was read changes.
    pub fn new(act: impl FnMut() + 'static) -> Self {
        #[inline(never)]
        fn erased(mut act: Box<dyn FnMut()>) -> Following {
            Following(RenderEffect::new(move |_| act()))
        }
        erased(Box::new(act))
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        let effect = self.0.to_any_subscriber();
        effect.clear_sources(&effect);
    }
}

/// Text that is brought up to date whenever a signal it reads changes.
pub struct FollowText(pub Live<String>);

/// Such a text in the page.
pub struct BuiltText {
    node: Text,
    _effect: Following,
}

impl Render for FollowText {
    type State = BuiltText;

    fn build(self) -> BuiltText {
        let node = Rndr::create_text_node("");
        let (shown, mut before) = (node.clone(), String::new());
        let effect = Following::new(move || {
            let now = (self.0)();
            if before != now {
                Rndr::set_text(&shown, &now);
                before = now;
            }
        });
        BuiltText { node, _effect: effect }
    }

    fn rebuild(self, built: &mut BuiltText) {
        replace(built, self.build());
    }
}

impl Mountable for BuiltText {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

/// A view that is made anew whenever a signal it reads changes.
pub struct FollowView(pub Live<AnyView>);

/// Such a view in the page.
pub struct BuiltView {
    /// None only while the next one is made.
    shown: Rc<RefCell<Option<AnyViewState>>>,
    _effect: Following,
}

/// What is shown ends now: the effect's function is dropped only later, and until then effects in the content would
/// read what has gone with its owner.
impl Drop for BuiltView {
    fn drop(&mut self) {
        drop(self.shown.take());
    }
}

impl Render for FollowView {
    type State = BuiltView;

    fn build(self) -> BuiltView {
        let shown = Rc::new(RefCell::new(None::<AnyViewState>));
        let effect = Following::new({
            let shown = Rc::clone(&shown);
            move || {
                let view = (self.0)();
                // Taken out, since what is built may look at the page.
                let before = shown.take();
                let now = match before {
                    Some(mut built) => {
                        view.rebuild(&mut built);
                        built
                    }
                    None => view.build(),
                };
                shown.replace(Some(now));
            }
        });
        BuiltView { shown, _effect: effect }
    }

    fn rebuild(self, built: &mut BuiltView) {
        replace(built, self.build());
    }
}

impl Mountable for BuiltView {
    fn unmount(&mut self) {
        self.shown.borrow_mut().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.shown.borrow_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.shown.borrow().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.shown.borrow().elements()
    }
}

/// Puts what was built next in the place of what is in the page.
pub fn replace<T: Mountable>(built: &mut T, mut next: T) {
    built.insert_before_this(&mut next);
    built.unmount();
    *built = next;
}

no_attrs!(FollowText);
no_attrs!(FollowView);
browser_only!(FollowText);
browser_only!(FollowView);
