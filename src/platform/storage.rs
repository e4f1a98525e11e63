//! The browser's local storage, through gloo-storage, behind the store's trait.
//!
//! gloo-storage panics where storage is blocked, so nothing of it is called before a probe has succeeded.

use gloo_storage::Storage as _;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, window};

use super::has_stopped;
use crate::store::{PlanId, Storage, StorageError};

/// The local storage of this browser for this site.
#[derive(Debug)]
pub struct BrowserStorage(web_sys::Storage);

impl BrowserStorage {
    /// The storage, if the browser lets this page keep anything.
    ///
    /// # Errors
    /// [`StorageError::Blocked`], or [`StorageError::NotKept`] where it only pretends. A full storage is no error: what is in it can be read.
    pub fn probe() -> Result<Self, StorageError> {
        const PROBE: &str = "followthrough/probe";
        let storage = window().and_then(|window| window.local_storage().ok().flatten());
        let storage = storage.ok_or(StorageError::Blocked)?;
        match storage.set_item(PROBE, "1").map_err(reason) {
            Ok(()) if storage.get_item(PROBE) == Ok(None) => return Err(StorageError::NotKept),
            Ok(()) | Err(StorageError::Full) => {}
            Err(_) => return Err(StorageError::Blocked),
        }
        storage.remove_item(PROBE).map_err(reason)?;
        Ok(Self(gloo_storage::LocalStorage::raw()))
    }
}

impl Storage for BrowserStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let length = self.0.length().map_err(reason)?;
        let keys: Result<Vec<_>, _> = (0..length).map(|at| self.0.key(at).map_err(reason)).collect();
        Ok(keys?.into_iter().flatten().filter(|key| key.starts_with(prefix)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(reason)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if has_stopped() {
            return Err(StorageError::Failed);
        }
        self.0.set_item(key, text).map_err(reason)?;
        match self.0.get_item(key) {
            Ok(Some(kept)) if kept != text => Err(StorageError::NotKept),
            Ok(None) => Err(StorageError::NotKept),
            // What it will not hand out now it may hand out later.
            _ => Ok(()),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if has_stopped() {
            return Err(StorageError::Failed);
        }
        self.0.remove_item(key).map_err(reason)
    }
}

fn reason(thrown: JsValue) -> StorageError {
    match thrown.dyn_ref::<DomException>().map(|error| error.name()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        _ => StorageError::Failed,
    }
}

/// What this tab remembers over a reload: which plan it shows, whatever other tabs show.
#[derive(Clone, Copy, Debug)]
pub struct TabMemory;

impl TabMemory {
    const KEY: &'static str = "followthrough/tab";
    const LIST: &'static str = "followthrough/list";

    /// The plan this tab showed last.
    pub fn current() -> Option<PlanId> {
        let memory = window()?.session_storage().ok()??;
        PlanId::parse(&memory.get_item(Self::KEY).ok()??)
    }

    /// Remembers the plan. A browser that refuses falls back on the plan opened last in any tab.
    pub fn set_current(id: Option<&PlanId>) {
        let memory = window().and_then(|window| window.session_storage().ok().flatten());
        if let Some(memory) = memory {
            _ = match id {
                Some(id) => memory.set_item(Self::KEY, id.as_str()),
                None => memory.remove_item(Self::KEY),
            };
        }
    }

    /// The list that is being typed in this tab and is no plan yet.
    pub fn list() -> String {
        let memory = window().and_then(|window| window.session_storage().ok().flatten());
        memory.and_then(|memory| memory.get_item(Self::LIST).ok().flatten()).unwrap_or_default()
    }

    /// Remembers that list. A browser that refuses forgets it on a reload.
    pub fn set_list(text: &str) {
        let memory = window().and_then(|window| window.session_storage().ok().flatten());
        if let Some(memory) = memory {
            _ = memory.set_item(Self::LIST, text);
        }
    }
}
