//! The durable place: IndexedDB, which writes to disk before it says that it has, unlike local storage.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode, window,
};

use super::has_stopped;
use crate::store::{Change, StorageError};

const DATABASE: &str = "followthrough";
const RECORDS: &str = "records";

/// In milliseconds: how long the place may take to open, and to take a transaction. One that takes longer is held up by
/// something that may never end.
const LONGEST_OPENING: i32 = 3_000;
const LONGEST_COMMIT: i32 = 10_000;

/// The durable place of this browser for this site.
#[derive(Clone, Debug)]
pub struct DurablePlace(IdbDatabase);

/// Why a transaction was not taken. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCommitted {
    /// Under a key stands something that this tab had not heard of.
    Found {
        /// The key.
        key: String,
        /// What stands there.
        raw: String,
    },
    /// The place was closed under this page, as when its data are cleared.
    Closed,
    /// It refuses or fails.
    Refused(StorageError),
}

impl DurablePlace {
    /// The place, if this browser has one that works.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn open() -> Result<Self, JsValue> {
        let window = window().ok_or(JsValue::NULL)?;
        let request = window.indexed_db()?.ok_or(JsValue::NULL)?.open_with_u32(DATABASE, 1)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || {
            // A refusal ends the opening with an error.
            if let Some(database) = made.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok())
            {
                _ = database.create_object_store(RECORDS);
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        JsFuture::from(in_time(answer_of(&request), LONGEST_OPENING)).await?;
        let database: IdbDatabase = request.result()?.dyn_into()?;
        let old = database.clone();
        // Another tab, of a later version, wants to change the place: it is not to wait for this one.
        let step_aside = Closure::once_into_js(move || old.close());
        database.set_onversionchange(Some(step_aside.unchecked_ref()));
        Ok(Self(database))
    }

    /// Everything in it, by key.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn contents(&self) -> Result<Vec<(String, String)>, JsValue> {
        let store = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        // Requests are answered in their order.
        JsFuture::from(in_time(answer_of(&texts), LONGEST_OPENING)).await?;
        let [keys, texts] = [keys.result()?, texts.result()?].map(|list| list.unchecked_into::<Array>());
        let text = |value: JsValue| value.as_string();
        Ok(keys.iter().zip(texts.iter()).filter_map(|(key, raw)| Some((text(key)?, text(raw)?))).collect())
    }

    /// What stands under a key.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn read(&self, key: &str) -> Result<Option<String>, JsValue> {
        let request = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?.get(&key.into())?;
        JsFuture::from(in_time(answer_of(&request), LONGEST_COMMIT)).await?;
        Ok(request.result()?.as_string())
    }

    /// Takes all of these changes or none, and answers once they outlive the browser.
    ///
    /// # Errors
    /// [`NotCommitted`].
    pub async fn commit(&self, changes: &[Change]) -> Result<(), NotCommitted> {
        if has_stopped() {
            return Err(NotCommitted::Refused(StorageError::Failed));
        }
        let found = Rc::new(RefCell::new(None));
        let transaction = self.begin(changes, &found).map_err(|thrown| reason(&thrown))?;
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            // One that fails at its very end says so by this alone.
            transaction.set_onabort(Some(&reject));
        });
        match JsFuture::from(in_time(done, LONGEST_COMMIT)).await {
            Ok(_) => Ok(()),
            Err(_) => Err(found.take().unwrap_or_else(|| {
                transaction
                    .error()
                    .map_or(NotCommitted::Refused(StorageError::Failed), |error| reason(&error))
            })),
        }
    }

    fn begin(
        &self,
        changes: &[Change],
        found: &Rc<RefCell<Option<NotCommitted>>>,
    ) -> Result<IdbTransaction, JsValue> {
        let transaction = self.0.transaction_with_str_and_mode(RECORDS, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(RECORDS)?;
        let mut asked = Vec::new();
        for change in changes {
            asked.push((change.clone(), store.get(&change.key.as_str().into())?));
        }
        let Some((_, last)) = asked.last().cloned() else { return Ok(transaction) };
        let (found, ended) = (Rc::clone(found), transaction.clone());
        let put = Closure::once_into_js(move || {
            let refusal = asked.iter().find_map(|(change, request)| {
                let raw = request.result().ok()?.as_string()?;
                (!change.may_replace(Some(&raw)))
                    .then(|| NotCommitted::Found { key: change.key.clone(), raw })
            });
            let is_refused = refusal.is_some();
            found.replace(refusal);
            if is_refused || asked.iter().any(|(change, _)| carry_out(&store, change).is_err()) {
                _ = ended.abort();
            }
        });
        last.set_onsuccess(Some(put.unchecked_ref()));
        Ok(transaction)
    }
}

fn carry_out(store: &IdbObjectStore, change: &Change) -> Result<IdbRequest, JsValue> {
    let key = change.key.as_str().into();
    match &change.record {
        Some(record) => store.put_with_key(&record.write().into(), &key),
        None => store.delete(&key),
    }
}

/// Fulfilled with the answer to a request.
fn answer_of(request: &impl AsRef<IdbRequest>) -> Promise {
    let request = request.as_ref();
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        if let Some(opening) = request.dyn_ref::<IdbOpenDbRequest>() {
            opening.set_onblocked(Some(&reject));
        }
    })
}

/// The same, given up after some milliseconds.
fn in_time(answer: Promise, longest: i32) -> Promise {
    let over = Promise::new(&mut |_, reject| {
        if let Some(window) = window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, longest);
        }
    });
    Promise::race(&Array::of2(&answer, &over))
}

fn reason(thrown: &JsValue) -> NotCommitted {
    match thrown.dyn_ref::<DomException>().map(|error| error.name()).as_deref() {
        Some("QuotaExceededError") => NotCommitted::Refused(StorageError::Full),
        Some("InvalidStateError") => NotCommitted::Closed,
        _ => NotCommitted::Refused(StorageError::Failed),
    }
}
