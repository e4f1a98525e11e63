//! The durable place: IndexedDB, which writes to disk before it says that it has, unlike local storage.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbTransaction};

use super::database::{Database, Loss, finished, put};
use super::has_stopped;
use crate::store::{Change, PlanId, RosterKey, StorageError};

/// The name of the database with the plans.
pub(super) const PLANS: &str = "followthrough";

/// The durable place of this browser for this site.
#[derive(Clone, Debug)]
pub struct DurablePlace(Database);

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
    /// The place, if this browser has one that works, and what is said when it is lost.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn open(lost: fn(Loss)) -> Result<Self, JsValue> {
        Database::open(PLANS, lost).await.map(Self)
    }

    /// Every plan in it and all their people, by key.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn contents(&self) -> Result<Vec<(String, String)>, JsValue> {
        let plans = self.0.all(PlanId::KEYS).await?;
        let people = self.0.all(RosterKey::KEYS).await?;
        Ok(texts(plans.into_iter().chain(people)).collect())
    }

    /// What stands under the key of a plan, and the records of its people: as they stood at one moment.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn with_people(&self, key: &str) -> Result<(Option<String>, Vec<(String, String)>), JsValue> {
        let Some(plan) = PlanId::from_key(key) else {
            return Ok((self.0.read(key).await?.as_string(), Vec::new()));
        };
        let (raw, people) = self.0.read_with(key, &RosterKey::keys_of(&plan)).await?;
        Ok((raw.as_string(), texts(people.into_iter()).collect()))
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
        finished(&transaction).await.map_err(|thrown| found.take().unwrap_or_else(|| reason(&thrown)))
    }

    fn begin(
        &self,
        changes: &[Change],
        found: &Rc<RefCell<Option<NotCommitted>>>,
    ) -> Result<IdbTransaction, JsValue> {
        let (transaction, store) = self.0.begin()?;
        let mut asked = Vec::new();
        for change in changes {
            asked.push((change.clone(), store.get(&change.key.as_str().into())?));
        }
        let Some((_, last)) = asked.last().cloned() else { return Ok(transaction) };
        let (found, ended) = (Rc::clone(found), transaction.clone());
        let carry_out = Closure::once_into_js(move || {
            for (change, request) in asked {
                let raw = request.result().ok().and_then(|raw| raw.as_string());
                let Some(writes) = change.writes(raw.as_deref()) else {
                    found.replace(raw.map(|raw| NotCommitted::Found { key: change.key, raw }));
                    _ = ended.abort();
                    return;
                };
                for (key, raw) in writes {
                    if put(&store, &key, raw.map(JsValue::from).as_ref()).is_err() {
                        _ = ended.abort();
                        return;
                    }
                }
            }
        });
        last.set_onsuccess(Some(carry_out.unchecked_ref()));
        Ok(transaction)
    }
}

fn texts(all: impl Iterator<Item = (String, JsValue)>) -> impl Iterator<Item = (String, String)> {
    all.filter_map(|(key, raw)| Some((key, raw.as_string()?)))
}

fn reason(thrown: &JsValue) -> NotCommitted {
    match thrown.dyn_ref::<DomException>().map(|error| error.name()).as_deref() {
        Some("QuotaExceededError") => NotCommitted::Refused(StorageError::Full),
        Some("InvalidStateError") => NotCommitted::Closed,
        _ => NotCommitted::Refused(StorageError::Failed),
    }
}
