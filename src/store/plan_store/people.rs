//! The people on the plans in a storage.

use super::{PlanStore, SaveError, State};
use crate::roster::Workspace;
use crate::store::{
    FoundRoster, PlanId, Revision, RosterKey, RosterWrite, Storage, StorageError, VersionVector,
    roster_writes,
};

impl<S: Storage> PlanStore<S> {
    /// Saves a plan with its people in one: both, or neither. Of the people the records are written that differ from what
    /// was found or written last, and what was damaged is put aside, byte for byte.
    ///
    /// # Errors
    /// [`SaveError`]; what was stored before still is.
    pub fn save_with_people(
        &self,
        id: &PlanId,
        workspace: &Workspace,
        state: State,
        known: Option<&VersionVector>,
        written: &FoundRoster,
    ) -> Result<Revision, SaveError> {
        let mut writes = written.mending(id);
        for RosterWrite { part, text } in roster_writes(&written.roster, &workspace.roster) {
            let key = RosterKey { plan: id.clone(), part }.key();
            writes.retain(|(known, _)| *known != key);
            writes.push((key, text));
        }
        self.save_all(id, &workspace.plan, state, known, writes)
    }

    /// The people on a plan, as far as their records can be read.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses one of them: that is not nobody.
    pub fn people(&self, id: &PlanId) -> Result<FoundRoster, StorageError> {
        let mut texts = Vec::new();
        for key in self.storage.keys(&RosterKey::keys_of(id))? {
            let Some(RosterKey { part, .. }) = RosterKey::from_key(&key) else { continue };
            texts.extend(self.storage.read(&key)?.map(|text| (part, text)));
        }
        Ok(FoundRoster::read(texts))
    }
}
