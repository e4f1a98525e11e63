//! Earlier versions of plans: put by beside the saving, which never fails with them.
//!
//! **Invariant:** what is about to take the place of a version goes into the durable place only after that version was
//! put by, or could not be ([`settled`]).

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{Workspace, own_file};
use crate::exchange::without_contact;
use crate::plan::Plan;
use crate::platform::{self, open_copies};
use crate::roster::ContactId;
use crate::store::{Known, Occasion, PlanId, Snapshot};

thread_local! {
    /// Who was removed from plans while this page was open: what is still on its way to be put by leaves them out.
    static GONE: RefCell<Vec<(PlanId, ContactId)>> = const { RefCell::new(Vec::new()) };
    /// The plan that was looked at last, and its versions.
    static KNOWN: RefCell<Option<(PlanId, Vec<Snapshot>)>> = const { RefCell::new(None) };
    /// Versions on their way to be put by whose place is about to be taken.
    static MAKING_WAY: RefCell<Vec<Promise>> = const { RefCell::new(Vec::new()) };
}

/// Puts the open plan by, as it has just been kept, where it is time.
pub fn put_by_in_time(workspace: Workspace) {
    let (Some(id), now) = (workspace.open_plan(), platform::now()) else { return };
    let is_due = KNOWN.with_borrow(|known| match known {
        Some((plan, kept)) if *plan == id => Snapshot::is_due(kept, now),
        _ => true,
    });
    if is_due && *workspace.plan_now() != Plan::blank() {
        workspace.put_by(&id, Occasion::Work);
    }
}

/// Puts a version of a plan by, with its people as a file where there are any.
pub fn put_by(plan: PlanId, why: Occasion, text: String, people: Option<String>) {
    let one = Snapshot { plan, at: platform::now(), why };
    KNOWN.with_borrow_mut(|known| match known {
        Some((plan, kept)) if *plan == one.plan => kept.push(one.clone()),
        _ => *known = Some((one.plan.clone(), vec![one.clone()])),
    });
    let known = GONE.with_borrow(Vec::len);
    let put = future_to_promise(async move {
        // A browser that refuses goes on without.
        _ = keep(one, text, people, known).await;
        Ok(JsValue::UNDEFINED)
    });
    if why != Occasion::Work {
        MAKING_WAY.with_borrow_mut(|all| all.push(put));
    }
}

/// Waits until every version that something is about to take the place of was put by, or could not be.
pub async fn settled() {
    while let Some(put) = MAKING_WAY.with_borrow_mut(Vec::pop) {
        _ = JsFuture::from(put).await;
    }
}

/// Keeps a version, less whoever was removed since it was made: after so many others.
async fn keep(one: Snapshot, text: String, people: Option<String>, known: usize) -> Result<(), JsValue> {
    let copies = open_copies().await?;
    let mut kept: Vec<Snapshot> = copies
        .keys(&Snapshot::keys_of(&one.plan))
        .await?
        .iter()
        .filter_map(|key| Snapshot::from_key(key))
        .collect();
    if one.why != Occasion::Work || Snapshot::is_due(&kept, one.at) {
        let mut changes = vec![(one.key(), Some(Snapshot::seal(&text).into()))];
        let people = people.map(|people| {
            GONE.with_borrow(|gone| {
                let since = gone.iter().skip(known).filter(|(plan, _)| *plan == one.plan);
                since.fold(people, |left, (_, contact)| without_contact(&left, *contact).unwrap_or(left))
            })
        });
        changes.extend(people.map(|people| (one.people_key(), Some(Snapshot::seal(&people).into()))));
        kept.push(one.clone());
        for gone in Snapshot::superfluous(&kept, one.at.day) {
            kept.retain(|other| *other != gone);
            changes.extend([gone.key(), gone.people_key()].map(|key| (key, None)));
        }
        copies.write(&changes).await?;
    }
    KNOWN.set(Some((one.plan, kept)));
    Ok(())
}

/// The versions of a plan with their texts, and whether their people are kept as well, the newest first; empty where the
/// browser has none or refuses. A damaged one is no version any more.
pub async fn versions_of(plan: &PlanId) -> Vec<(Snapshot, String, bool)> {
    let read = async {
        let copies = open_copies().await?;
        let people = copies.keys(&Snapshot::people_keys_of(plan)).await?;
        Ok::<_, JsValue>((copies.all(&Snapshot::keys_of(plan)).await?, people))
    };
    let (mut all, people) = read.await.unwrap_or_default();
    all.reverse();
    let version = |(key, raw): (String, JsValue)| {
        let one = Snapshot::from_key(&key)?;
        let has_people = people.contains(&one.people_key());
        Some((one, Snapshot::unseal(&raw.as_string()?)?.to_owned(), has_people))
    };
    all.into_iter().filter_map(version).collect()
}

/// The people of a version, as a file; none where they are gone or damaged.
pub async fn people_of(one: &Snapshot) -> Option<String> {
    let raw = async { open_copies().await?.read(&one.people_key()).await };
    let raw = raw.await.ok()?.as_string()?;
    Snapshot::unseal(&raw).map(str::to_owned)
}

/// Somebody was removed from a plan: nothing of them stays in its earlier versions.
pub fn forget_contact(plan: PlanId, gone: ContactId) {
    GONE.with_borrow_mut(|all| all.push((plan.clone(), gone)));
    spawn_local(async move {
        let Ok(copies) = open_copies().await else { return };
        for (key, raw) in copies.all(&Snapshot::people_keys_of(&plan)).await.unwrap_or_default() {
            let raw = raw.as_string().unwrap_or_default();
            // What is damaged cannot be restored, and may name them.
            let left = match Snapshot::unseal(&raw) {
                Some(people) => match without_contact(people, gone) {
                    Some(left) => Some(Snapshot::seal(&left).into()),
                    None => continue,
                },
                None => None,
            };
            _ = copies.write(&[(key, left)]).await;
        }
    });
}

/// Nothing is kept of plans that are gone for good.
pub fn forget(gone: Vec<PlanId>) {
    spawn_local(async move {
        let Ok(copies) = open_copies().await else { return };
        for plan in gone {
            let mut keys = copies.keys(&Snapshot::keys_of(&plan)).await.unwrap_or_default();
            keys.extend(copies.keys(&Snapshot::people_keys_of(&plan)).await.unwrap_or_default());
            keys.extend(copies.keys(&Known::keys_of(&plan)).await.unwrap_or_default());
            let changes: Vec<_> = keys.into_iter().map(|key| (key, None)).collect();
            _ = copies.write(&changes).await;
            _ = own_file::forget(&plan).await;
        }
    });
}

/// Takes away the oldest version of all, for a browser that has no room left; then what left or came. Whether there was one.
pub async fn make_room() -> bool {
    let drop_oldest = async {
        let copies = open_copies().await?;
        let keys = copies.keys(Snapshot::KEYS).await?;
        let all = keys.iter().filter_map(|key| Snapshot::from_key(key));
        let oldest = match all.min_by_key(|one| one.at) {
            Some(oldest) => vec![oldest.key(), oldest.people_key()],
            None => vec![copies.keys(Known::KEYS).await?.into_iter().next().ok_or(JsValue::NULL)?],
        };
        copies.write(&oldest.into_iter().map(|key| (key, None)).collect::<Vec<_>>()).await
    };
    drop_oldest.await.is_ok()
}
