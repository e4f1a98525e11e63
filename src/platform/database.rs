//! A database of the browser's: values under keys, written to disk before it says that it has.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode, IdbVersionChangeEvent, window,
};

use super::has_stopped;

const RECORDS: &str = "records";

/// In milliseconds: how long a database may take to open, and to take a transaction. One that takes longer is held up by
/// something that may never end.
const LONGEST_OPENING: i32 = 3_000;
const LONGEST_COMMIT: i32 = 10_000;

/// How a database goes away under the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The browser closed it, as when its data are cleared.
    Cleared,
    /// Another tab deletes all that is kept.
    Deleted,
}

/// A database with one kind of records.
#[derive(Clone, Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database of that name, if this browser has one that works.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn open(name: &str, lost: fn(Loss)) -> Result<Self, JsValue> {
        let window = window().ok_or(JsValue::NULL)?;
        let request = window.indexed_db()?.ok_or(JsValue::NULL)?.open_with_u32(name, 1)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || {
            // A refusal ends the opening with an error.
            if let Some(database) = made.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok())
            {
                _ = database.create_object_store(RECORDS);
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        in_time(answer_of(&request), LONGEST_OPENING).await?;
        let database: IdbDatabase = request.result()?.dyn_into()?;
        let old = database.clone();
        // Another tab wants to change the database, or to delete it: it is not to wait for this one.
        let step_aside = Closure::once_into_js(move |event: IdbVersionChangeEvent| {
            old.close();
            if event.new_version().is_none() {
                lost(Loss::Deleted);
            }
        });
        database.set_onversionchange(Some(step_aside.unchecked_ref()));
        let closed = Closure::once_into_js(move || lost(Loss::Cleared));
        _ = database.add_event_listener_with_callback("close", closed.unchecked_ref::<Function>());
        Ok(Self(database))
    }

    /// The keys that begin so, in order.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, JsValue> {
        let store = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
        let keys = store.get_all_keys_with_key(&range(prefix)?)?;
        in_time(answer_of(&keys), LONGEST_OPENING).await?;
        Ok(keys.result()?.unchecked_into::<Array>().iter().filter_map(|key| key.as_string()).collect())
    }

    /// Everything whose key begins so, by key.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn all(&self, prefix: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
        let store = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
        everything(&store, prefix).await
    }

    /// What stands under a key, and everything whose key begins so, as they stood at one moment.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn read_with(
        &self,
        key: &str,
        prefix: &str,
    ) -> Result<(JsValue, Vec<(String, JsValue)>), JsValue> {
        let store = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
        let request = store.get(&key.into())?;
        let rest = everything(&store, prefix).await?;
        Ok((request.result()?, rest))
    }

    /// What stands under a key; undefined where nothing does.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn read(&self, key: &str) -> Result<JsValue, JsValue> {
        let request = self.0.transaction_with_str(RECORDS)?.object_store(RECORDS)?.get(&key.into())?;
        in_time(answer_of(&request), LONGEST_COMMIT).await?;
        request.result()
    }

    /// Puts values under keys, or takes keys away where there is no value: all of it or nothing.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn write(&self, changes: &[(String, Option<JsValue>)]) -> Result<(), JsValue> {
        if has_stopped() {
            return Err(JsValue::NULL);
        }
        let (transaction, store) = self.begin()?;
        for (key, value) in changes {
            put(&store, key, value.as_ref())?;
        }
        finished(&transaction).await
    }

    /// Begins to change something.
    pub(super) fn begin(&self) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let transaction = self.0.transaction_with_str_and_mode(RECORDS, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(RECORDS)?;
        Ok((transaction, store))
    }
}

async fn everything(store: &IdbObjectStore, prefix: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
    let range = range(prefix)?;
    let (keys, values) = (store.get_all_keys_with_key(&range)?, store.get_all_with_key(&range)?);
    // Requests are answered in their order.
    in_time(answer_of(&values), LONGEST_OPENING).await?;
    let [keys, values] = [keys.result()?, values.result()?].map(|list| list.unchecked_into::<Array>());
    Ok(keys.iter().zip(values.iter()).filter_map(|(key, value)| Some((key.as_string()?, value))).collect())
}

fn range(prefix: &str) -> Result<JsValue, JsValue> {
    IdbKeyRange::bound(&prefix.into(), &[prefix, "\u{ffff}"].concat().into()).map(JsValue::from)
}

/// Puts a value under a key, or takes the key away.
pub(super) fn put(store: &IdbObjectStore, key: &str, value: Option<&JsValue>) -> Result<IdbRequest, JsValue> {
    match value {
        Some(value) => store.put_with_key(value, &key.into()),
        None => store.delete(&key.into()),
    }
}

/// Waits until a transaction outlives the browser.
pub(super) async fn finished(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        // One that fails at its very end says so by this alone.
        transaction.set_onabort(Some(&reject));
    });
    match in_time(done, LONGEST_COMMIT).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::NULL, Into::into)),
    }
}

/// Deletes the database of that name, once no tab holds it any more.
///
/// # Errors
/// What the browser says, or that another tab does not let go.
pub async fn delete_database(name: &str) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let Some(factory) = window.indexed_db()? else { return Ok(()) };
    let request = factory.delete_database(name)?;
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    in_time(done, LONGEST_COMMIT).await.map(|_| ())
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

/// Waits for an answer, and gives it up after some milliseconds.
async fn in_time(answer: Promise, longest: i32) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let over = Promise::new(&mut |_, reject| {
        timer = window().and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, longest).ok()
        });
    });
    let answer = JsFuture::from(Promise::race(&Array::of2(&answer, &over))).await;
    // It would hold all that was waited for until its time has come.
    if let (Some(window), Some(timer)) = (window(), timer) {
        window.clear_timeout_with_handle(timer);
    }
    answer
}
