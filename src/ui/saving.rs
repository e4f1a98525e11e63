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
use super::{Session, Workspace, versions};
use crate::platform::{self, BrowserStorage, DurablePlace, Loss, NotCommitted};
use crate::store::{MemoryStorage, Places, PlanId, Storage, StorageError};
use crate::ui::reactive::effect;

/// After a change, how long the typing may go on before it is written.
const REST: Duration = Duration::from_millis(300);

/// In seconds: the pauses before what failed is tried again; the last of them from then on.
const PAUSES: [u64; 4] = [5, 20, 60, 300];

thread_local! {
    static DURABLE: RefCell<Option<DurablePlace>> = const { RefCell::new(None) };
    static WORKSPACE: Cell<Option<Workspace>> = const { Cell::new(None) };
    /// A transaction is on its way; what comes meanwhile goes with the next.
    static IS_CARRYING: Cell<bool> = const { Cell::new(false) };
    /// The browser has been asked to keep what is stored.
    static HAS_ASKED: Cell<bool> = const { Cell::new(false) };
    /// What failed is tried again from time to time.
    static IS_MENDING: Cell<bool> = const { Cell::new(false) };
    /// How often it has been.
    static ATTEMPTS: Cell<usize> = const { Cell::new(0) };
}

/// Where plans are kept in this browser.
pub struct Found {
    /// The places.
    pub places: SharedPlaces,
    /// Why nothing outlives the page, where nothing does.
    pub blocked: Option<StorageError>,
}

/// Opens both places, and has each follow the newer one. Where the durable one is missing or refuses, there is local
/// storage alone.
pub async fn find_places() -> Found {
    let (local, refusal): (Box<dyn Storage>, _) = match BrowserStorage::probe() {
        Ok(storage) => (Box::new(storage), None),
        Err(error) => (Box::new(MemoryStorage::default()), Some(error)),
    };
    match open_durable().await {
        Some(contents) => Found { places: Rc::new(Places::both(local, contents)), blocked: None },
        None => Found { places: Rc::new(Places::local_only(local)), blocked: refusal },
    }
}

/// Opens the durable place and reads all that stands in it.
async fn open_durable() -> Option<Vec<(String, String)>> {
    let place = DurablePlace::open(lose).await.ok()?;
    let contents = place.contents().await.ok()?;
    DURABLE.set(Some(place));
    Some(contents)
}

/// The durable place went away under the page.
fn lose(loss: Loss) {
    let Some(workspace) = WORKSPACE.get() else { return };
    match loss {
        // The next commit finds it closed, and opens it again.
        Loss::Cleared => workspace.write_again(),
        Loss::Deleted => platform::begin_anew(),
    }
}

/// Carries what waits to the durable place, as long as anything does.
pub fn carry(workspace: Workspace) {
    let Some(mut place) = DURABLE.with_borrow(Clone::clone) else { return };
    if workspace.waiting().is_none() || IS_CARRYING.replace(true) {
        return;
    }
    spawn_local(async move {
        let mut was_closed = false;
        versions::settled().await;
        while let Some(changes) = workspace.waiting() {
            match place.commit(&changes).await {
                Ok(()) => {
                    ATTEMPTS.set(0);
                    workspace.committed(&changes);
                    versions::put_by_in_time(workspace);
                    ask_for_lasting(workspace);
                    if was_closed {
                        workspace.write_again();
                        was_closed = false;
                    }
                }
                Err(NotCommitted::Found { key, .. }) => match place.with_people(&key).await {
                    Ok((Some(raw), people)) => workspace.refused(&key, &raw, people),
                    // It has gone again.
                    Ok((None, _)) => {}
                    Err(_) => workspace.fall_back(StorageError::Failed),
                },
                Err(NotCommitted::Refused(StorageError::Full)) => {
                    if !make_room(workspace, &place).await && !versions::make_room().await {
                        workspace.fall_back(StorageError::Full);
                    }
                }
                Err(NotCommitted::Refused(error)) => workspace.fall_back(error),
                Err(NotCommitted::Closed) => match DurablePlace::open(lose).await {
                    Ok(opened) if !was_closed => {
                        was_closed = true;
                        DURABLE.set(Some(opened.clone()));
                        place = opened;
                    }
                    _ => workspace.fall_back(StorageError::Failed),
                },
            }
            versions::settled().await;
        }
        IS_CARRYING.set(false);
    });
}

/// Once there is something of the owner's, the browser is asked to keep it.
fn ask_for_lasting(workspace: Workspace) {
    if workspace.has_own() && !HAS_ASKED.replace(true) {
        spawn_local(async {
            _ = platform::ask_for_lasting().await;
        });
    }
}

/// Takes away what was removed, which needs no room. Whether there was anything.
async fn make_room(workspace: Workspace, place: &DurablePlace) -> bool {
    let Some(changes) = workspace.making_room() else { return false };
    let is_done = place.commit(&changes).await.is_ok();
    if is_done {
        workspace.committed(&changes);
    }
    is_done
}

/// Tries again what failed, after a pause that grows, until it works.
fn mend_later(workspace: Workspace) {
    let attempt = ATTEMPTS.replace(ATTEMPTS.get() + 1);
    let pause = PAUSES[attempt.min(PAUSES.len() - 1)];
    let try_again = move || {
        if untrack(|| workspace.needs_mending()) {
            mend(workspace);
            mend_later(workspace);
        } else {
            IS_MENDING.set(false);
        }
    };
    set_timeout(try_again, Duration::from_secs(pause));
}

/// Tries again what failed: the durable place first.
fn mend(workspace: Workspace) {
    spawn_local(async move {
        if !untrack(|| workspace.is_durable())
            && let Some(contents) = open_durable().await
        {
            workspace.resume(contents);
        }
        workspace.try_again();
    });
}

/// Another tab wrote something into local storage, or removed it. What came before it, only the durable place may know.
fn hear(workspace: Workspace, key: String, text: Option<&str>) {
    let is_of_plan = text.is_some() && PlanId::from_key(&key).is_some();
    if is_of_plan && untrack(|| workspace.is_durable()) {
        // With its people, which stand in no local storage.
        ask(workspace, key, text.map(str::to_owned));
    } else {
        workspace.hear(&key, text);
    }
}

/// A page that was asleep is told nothing: it looks for itself when it is shown again, and when it opens a plan.
pub fn catch_up(workspace: Workspace) {
    if let Some(key) = workspace.open_key() {
        ask(workspace, key, None);
    }
}

/// What failed while nobody looked may work now.
fn try_at_once(workspace: Workspace) {
    if untrack(|| workspace.needs_mending()) {
        ATTEMPTS.set(0);
        mend(workspace);
    }
}

/// Asks the durable place what stands there of a plan and its people. What was heard of it from elsewhere is in it, or
/// the other tab has no such place.
fn ask(workspace: Workspace, key: String, heard: Option<String>) {
    let Some(place) = DURABLE.with_borrow(Clone::clone) else { return };
    spawn_local(async move {
        let Ok((raw, people)) = place.with_people(&key).await else { return };
        if let Some(raw) = raw {
            workspace.hear_raw(&key, &raw, people);
        }
        if let Some(text) = heard {
            workspace.hear(&key, Some(&text));
        }
    });
}

/// Keeps the open plan saved for as long as the page lives.
pub fn keep_saved(session: Session, workspace: Workspace) {
    WORKSPACE.set(Some(workspace));
    effect(move || {
        if workspace.needs_mending() && !IS_MENDING.replace(true) {
            mend_later(workspace);
        }
    });
    // What has been in the bin for its time, by the day that the page shows.
    effect(move || {
        session.today();
        workspace.empty_bin();
    });
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(timeout) = waiting.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    effect(move || {
        _ = session.whole();
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
        _ = workspace.flush();
    };
    // A page that is hidden may never be shown again; one that goes is not told twice.
    _ = window_event_listener(ev::pagehide, move |_| save_at_once());
    _ = window_event_listener_untyped("visibilitychange", move |_| {
        if platform::is_hidden() {
            save_at_once();
        } else {
            catch_up(workspace);
            try_at_once(workspace);
        }
    });
    _ = window_event_listener(ev::storage, move |event| {
        match event.key() {
            Some(key) if key == platform::DELETING => platform::begin_anew(),
            Some(key) => hear(workspace, key, event.new_value().as_deref()),
            // The whole storage was cleared.
            None => workspace.write_again(),
        }
    });
    // Only where leaving would lose something: what waits has been put where it is found again.
    _ = window_event_listener_untyped("beforeunload", move |event: Event| {
        platform::take_draft();
        workspace.save_now();
        if workspace.flush() {
            event.prevent_default();
        }
    });
}
