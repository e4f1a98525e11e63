//! Earlier versions of plans: put by beside the saving, which never waits for them and never fails with them.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{Workspace, own_file};
use crate::plan::Plan;
use crate::platform::{self, open_copies};
use crate::store::{Known, Occasion, PlanId, Snapshot};

thread_local! {
    /// The plan that was looked at last, and its versions.
    static KNOWN: RefCell<Option<(PlanId, Vec<Snapshot>)>> = const { RefCell::new(None) };
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

/// Puts a version of a plan by. A browser that refuses goes on without.
pub fn put_by(plan: PlanId, why: Occasion, text: String) {
    let one = Snapshot { plan, at: platform::now(), why };
    KNOWN.with_borrow_mut(|known| match known {
        Some((plan, kept)) if *plan == one.plan => kept.push(one.clone()),
        _ => *known = Some((one.plan.clone(), vec![one.clone()])),
    });
    spawn_local(async move {
        _ = keep(one, text).await;
    });
}

async fn keep(one: Snapshot, text: String) -> Result<(), JsValue> {
    let copies = open_copies().await?;
    let mut kept: Vec<Snapshot> = copies
        .keys(&Snapshot::keys_of(&one.plan))
        .await?
        .iter()
        .filter_map(|key| Snapshot::from_key(key))
        .collect();
    if one.why != Occasion::Work || Snapshot::is_due(&kept, one.at) {
        let mut changes = vec![(one.key(), Some(Snapshot::seal(&text).into()))];
        kept.push(one.clone());
        for gone in Snapshot::superfluous(&kept, one.at.day) {
            kept.retain(|other| *other != gone);
            changes.push((gone.key(), None));
        }
        copies.write(&changes).await?;
    }
    KNOWN.set(Some((one.plan, kept)));
    Ok(())
}

/// The versions of a plan with their texts, the newest first; empty where the browser has none or refuses. A damaged one is no
/// version any more.
pub async fn versions_of(plan: &PlanId) -> Vec<(Snapshot, String)> {
    let read = async { open_copies().await?.all(&Snapshot::keys_of(plan)).await };
    let mut all = read.await.unwrap_or_default();
    all.reverse();
    let version = |(key, raw): (String, JsValue)| {
        Some((Snapshot::from_key(&key)?, Snapshot::unseal(&raw.as_string()?)?.to_owned()))
    };
    all.into_iter().filter_map(version).collect()
}

/// Nothing is kept of plans that are gone for good.
pub fn forget(gone: Vec<PlanId>) {
    spawn_local(async move {
        let Ok(copies) = open_copies().await else { return };
        for plan in gone {
            let mut keys = copies.keys(&Snapshot::keys_of(&plan)).await.unwrap_or_default();
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
            Some(oldest) => Some(oldest.key()),
            None => copies.keys(Known::KEYS).await?.into_iter().next(),
        };
        copies.write(&[(oldest.ok_or(JsValue::NULL)?, None)]).await
    };
    drop_oldest.await.is_ok()
}
