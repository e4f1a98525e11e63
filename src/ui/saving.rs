//! Where plans are kept and when: soon after a change, and at once when the page goes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::workspace::SharedPlaces;
use super::{Session, Workspace};
use crate::platform::{self, BrowserStorage, DurablePlace, NotCommitted};
use crate::store::{MemoryStorage, Places, Storage, StorageError};

/// After a change, how long the typing may go on before it is written.
const REST: Duration = Duration::from_millis(300);

thread_local! {
    static DURABLE: RefCell<Option<DurablePlace>> = const { RefCell::new(None) };
    /// A transaction is on its way; what comes meanwhile goes with the next.
    static IS_CARRYING: Cell<bool> = const { Cell::new(false) };
}

/// Where plans are kept in this browser.
pub struct Found {
    /// The places.
    pub places: SharedPlaces,
    /// Whether anything outlives the page.
    pub is_lasting: bool,
}

/// Opens both places, and has each follow the newer one. Where the durable one is missing or refuses, there is local
/// storage alone.
pub async fn find_places() -> Found {
    let local: Result<Box<dyn Storage>, _> = BrowserStorage::probe().map(|storage| Box::new(storage) as _);
    let has_local = local.is_ok();
    let local = local.unwrap_or_else(|_| Box::new(MemoryStorage::default()));
    let durable = match DurablePlace::open().await {
        Ok(place) => place.contents().await.map(|contents| (place, contents)),
        Err(thrown) => Err(thrown),
    };
    let Ok((place, contents)) = durable else {
        return Found { places: Rc::new(Places::local_only(local)), is_lasting: has_local };
    };
    DURABLE.set(Some(place));
    Found { places: Rc::new(Places::both(local, contents)), is_lasting: true }
}

/// Carries what waits to the durable place, as long as anything does.
pub fn carry(workspace: Workspace) {
    let Some(mut place) = DURABLE.with_borrow(Clone::clone) else { return };
    if workspace.waiting().is_none() || IS_CARRYING.replace(true) {
        return;
    }
    spawn_local(async move {
        let mut was_closed = false;
        while let Some(changes) = workspace.waiting() {
            match place.commit(&changes).await {
                Ok(()) => {
                    workspace.committed(&changes);
                    if was_closed {
                        workspace.write_again();
                        was_closed = false;
                    }
                }
                Err(NotCommitted::Found { key, raw }) => workspace.refused(&key, &raw),
                Err(NotCommitted::Refused(error)) => workspace.fall_back(error),
                Err(NotCommitted::Closed) => match DurablePlace::open().await {
                    Ok(opened) if !was_closed => {
                        was_closed = true;
                        DURABLE.set(Some(opened.clone()));
                        place = opened;
                    }
                    _ => workspace.fall_back(StorageError::Failed),
                },
            }
        }
        IS_CARRYING.set(false);
    });
}

/// Another tab wrote something into local storage, or removed it. What came before it, only the durable place may know.
fn hear(workspace: Workspace, key: String, text: Option<&str>) {
    if workspace.hear(&key, text) {
        ask(workspace, key);
    }
}

/// A page that was asleep is told nothing: it looks for itself when it is shown again.
fn catch_up(workspace: Workspace) {
    if let Some(key) = workspace.open_key() {
        ask(workspace, key);
    }
}

/// Asks the durable place what stands under a key.
fn ask(workspace: Workspace, key: String) {
    let Some(place) = DURABLE.with_borrow(Clone::clone) else { return };
    spawn_local(async move {
        if let Ok(Some(raw)) = place.read(&key).await {
            workspace.hear_raw(&key, &raw);
        }
    });
}

/// Keeps the open plan saved for as long as the page lives.
pub fn keep_saved(session: Session, workspace: Workspace) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(timeout) = waiting.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    Effect::new(move || {
        session.plan().track();
        stop_waiting();
        workspace.mark_changed();
        if workspace.has_unsaved() {
            waiting.set_value(set_timeout_with_handle(move || workspace.save_now(), REST).ok());
        }
    });
    let save_at_once = move || {
        platform::take_draft();
        stop_waiting();
        workspace.save_now();
        workspace.flush();
    };
    // A page that is hidden may never be shown again; one that goes is not told twice.
    _ = window_event_listener(ev::pagehide, move |_| save_at_once());
    _ = window_event_listener_untyped("visibilitychange", move |_| {
        if platform::is_hidden() {
            save_at_once();
        } else {
            catch_up(workspace);
        }
    });
    _ = window_event_listener(ev::storage, move |event| {
        match event.key() {
            Some(key) => hear(workspace, key, event.new_value().as_deref()),
            // The whole storage was cleared.
            None => workspace.hear_cleared(),
        }
    });
    // Only where leaving would lose something: what waits has been put where it is found again.
    _ = window_event_listener_untyped("beforeunload", move |event: Event| {
        platform::take_draft();
        workspace.save_now();
        if workspace.would_lose() {
            event.prevent_default();
        }
    });
}
