//! Versions of plans that left this browser or came into it, kept to compare with a copy that comes back.
//!
//! They lie where earlier versions lie. A browser that refuses goes on without: a copy is then compared with the plan alone.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::Workspace;
use crate::exchange::{Sent, file_name};
use crate::plan::Plan;
use crate::platform::{self, open_copies};
use crate::store::{Known, PlanId, Snapshot, Stamp};
use crate::ui::reactive::effect;

thread_local! {
    /// The texts of the plan that was looked at last, the newest first: handing a file over waits for nothing.
    static KNOWN: RefCell<Option<(PlanId, Vec<String>)>> = const { RefCell::new(None) };
}

/// Reads what is known of each plan that is opened.
pub fn follow(workspace: Workspace) {
    let id = workspace.open_id();
    effect(move || {
        if let Some(plan) = id.get() {
            spawn_local(async move {
                look_up(&plan).await;
            });
        }
    });
}

/// The texts of the versions known of a plan, the newest first.
pub async fn known_of(plan: &PlanId) -> Vec<String> {
    if at_hand(plan).is_none() {
        look_up(plan).await;
    }
    at_hand(plan).unwrap_or_default()
}

/// The plan here that has a version of a descent, that of the newest first; and whether it is the copy itself, which left or
/// came as it is.
pub async fn plan_of(descent: &[Stamp]) -> Option<(PlanId, bool)> {
    let keys = async { open_copies().await?.keys(Known::KEYS).await }.await.ok()?;
    let known: Vec<Known> = keys.iter().filter_map(|key| Known::from_key(key)).collect();
    let of = |stamp: &Stamp| known.iter().rev().find(|known| known.stamp == *stamp);
    let found = descent.iter().find_map(of)?;
    Some((found.plan.clone(), descent.first() == Some(&found.stamp)))
}

/// Keeps a version that left or came.
pub fn keep(plan: PlanId, sent: Sent) {
    let Sent { stamp, known: text, .. } = sent;
    have_at_hand(&plan, &text);
    let one = Known { plan: plan.clone(), at: platform::now(), stamp };
    spawn_local(async move {
        _ = write(one, &text).await;
        // The plan may have been opened meanwhile.
        have_at_hand(&plan, &text);
    });
}

/// Hands a plan over as a file that may come back changed. Whether the browser took it.
pub fn send_file(id: Option<PlanId>, plan: &Plan) -> Option<String> {
    let today = platform::today();
    let kept = id.as_ref().and_then(at_hand).unwrap_or_default();
    let sent = Sent::file(plan, today, &kept);
    let name = file_name(plan, today);
    if !platform::download(&name, &sent.text) {
        return None;
    }
    if let Some(id) = id {
        keep(id, sent);
    }
    Some(name)
}

fn at_hand(plan: &PlanId) -> Option<Vec<String>> {
    KNOWN.with_borrow(|known| known.as_ref().filter(|(id, _)| id == plan).map(|(_, texts)| texts.clone()))
}

fn have_at_hand(plan: &PlanId, text: &str) {
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, texts)) = known.as_mut().filter(|(id, _)| id == plan) {
            texts.retain(|other| other != text);
            texts.insert(0, text.to_owned());
        }
    });
}

async fn look_up(plan: &PlanId) {
    let read = async { open_copies().await?.all(&Known::keys_of(plan)).await };
    let mut found = read.await.unwrap_or_default();
    found.reverse();
    let text = |(_, raw): (String, JsValue)| Some(Snapshot::unseal(&raw.as_string()?)?.to_owned());
    let found: Vec<String> = found.into_iter().filter_map(text).collect();
    let mut texts = at_hand(plan).unwrap_or_default();
    texts.retain(|text| !found.contains(text));
    texts.extend(found);
    KNOWN.set(Some((plan.clone(), texts)));
}

async fn write(one: Known, text: &str) -> Result<(), JsValue> {
    let copies = open_copies().await?;
    let keys = copies.keys(&Known::keys_of(&one.plan)).await?;
    let mut kept: Vec<Known> = keys.iter().filter_map(|key| Known::from_key(key)).collect();
    let mut changes = vec![(one.key(), Some(Snapshot::seal(text).into()))];
    kept.retain(|other| *other != one);
    kept.push(one);
    changes.extend(Known::superfluous(&kept).into_iter().map(|gone| (gone.key(), None)));
    copies.write(&changes).await
}
