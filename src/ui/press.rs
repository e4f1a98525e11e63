//! While something is pressed, the page holds still.
//!
//! Between the moment a press goes down and the moment it is let go, much can happen: the field that was typed into is
//! left and its draft taken, dates move, a suggestion comes in. Drawn at once, that could move what is pressed away from
//! under the pointer, or make it anew, and no click would reach it. So what changes is known at once, and drawn when the
//! press is over.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use crate::platform::PressPart;

/// How long a click may come after a finger has been lifted.
const CLICK: Duration = Duration::from_millis(100);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Press {
    None,
    /// Something is pressed.
    Down,
    /// It was let go; the click is still to come, if one does.
    Up,
}

thread_local! {
    static PRESS: Cell<Press> = const { Cell::new(Press::None) };
    /// The effects that wait until the press is over.
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// Has all effects wait for the end of a press. Before the first effect.
pub fn hold_still_while_pressed() {
    // Only a page that is started twice would be refused.
    _ = Executor::init_custom_executor(Effects);
    for name in PressPart::EVENTS {
        _ = window_event_listener_untyped(name, heard);
    }
}

fn heard(event: Event) {
    match (PressPart::of(&event), PRESS.get()) {
        (PressPart::Began, _) => PRESS.set(Press::Down),
        (PressPart::LetGo, Press::Down) => {
            PRESS.set(Press::Up);
            set_timeout(end_if_let_go, CLICK);
        }
        (PressPart::Over, Press::Down | Press::Up) => end(),
        _ => {}
    }
}

/// Nothing was clicked: it was let go elsewhere, or is a button that does nothing now. Unless it is pressed again.
fn end_if_let_go() {
    if PRESS.get() == Press::Up {
        end();
    }
}

/// What was pressed is pulled: no click follows, and what is said meanwhile is to be seen.
pub fn becomes_pull() {
    end();
}

fn end() {
    PRESS.set(Press::None);
    WAITING.take().into_iter().for_each(Waker::wake);
}

/// Runs effects as the framework's own executor does, but for that.
struct Effects;

impl CustomExecutor for Effects {
    fn spawn(&self, effect: PinnedFuture<()>) {
        spawn_local(Held(effect));
    }

    fn spawn_local(&self, effect: PinnedLocalFuture<()>) {
        spawn_local(Held(effect));
    }

    fn poll_local(&self) {}
}

/// An effect that does not go on while something is pressed.
struct Held(PinnedLocalFuture<()>);

impl Future for Held {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if PRESS.get() == Press::None {
            return self.0.as_mut().poll(context);
        }
        WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
        Poll::Pending
    }
}
