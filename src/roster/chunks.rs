//! Contacts in chunks that are shared between rosters: a change of one copies its chunk's list and the list of chunks.

use std::sync::Arc;

use super::{Contact, ContactId};

/// How many ids a chunk spans.
pub const CHUNK: u32 = 64;

/// Contacts in order of their ids. The chunk of an id is `id / CHUNK`, whatever was removed, so that a chunk keeps its name.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunks {
    chunks: Vec<Arc<Chunk>>,
}

/// Those whose ids lie between two multiples of [`CHUNK`].
pub type Chunk = Vec<Arc<Contact>>;

/// A contact as it was, and as it is.
pub(super) type Pair<'a> = (Option<&'a Arc<Contact>>, Option<&'a Arc<Contact>>);

impl Chunks {
    pub(super) fn get(&self, id: ContactId) -> Option<&Arc<Contact>> {
        let chunk = self.chunks.get(place(id))?;
        chunk.get(at(chunk, id).ok()?)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<Contact>> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    /// The chunks with their numbers, those without a contact left out.
    pub(super) fn chunks(&self) -> impl Iterator<Item = (u32, &Arc<Chunk>)> {
        (0..).zip(&self.chunks).filter(|(_, chunk)| !chunk.is_empty())
    }

    /// Puts a contact in its place, instead of the one of its id if there is one.
    pub(super) fn put(&mut self, contact: Contact) {
        let (place, id) = (place(contact.id), contact.id);
        while self.chunks.len() <= place {
            self.chunks.push(Arc::default());
        }
        let chunk = Arc::make_mut(&mut self.chunks[place]);
        match at(chunk, id) {
            Ok(at) => chunk[at] = Arc::new(contact),
            Err(at) => chunk.insert(at, Arc::new(contact)),
        }
    }

    /// Takes a contact out.
    pub(super) fn take(&mut self, id: ContactId) -> Option<Arc<Contact>> {
        let chunk = self.chunks.get_mut(place(id))?;
        let at = at(chunk, id).ok()?;
        Some(Arc::make_mut(chunk).remove(at))
    }

    /// Where two differ: what was and what is, in order of ids. What is shared is passed over, whatever is in it.
    pub(super) fn changed<'a>(&'a self, after: &'a Self) -> Vec<Pair<'a>> {
        let mut changed = Vec::new();
        for place in 0..self.chunks.len().max(after.chunks.len()) {
            let (before, after) = (self.chunks.get(place), after.chunks.get(place));
            if let (Some(before), Some(after)) = (before, after)
                && Arc::ptr_eq(before, after)
            {
                continue;
            }
            let side = |chunk: Option<&'a Arc<Chunk>>| chunk.map_or(&[][..], |chunk| chunk.as_slice());
            let (mut before, mut after) = (side(before).iter().peekable(), side(after).iter().peekable());
            loop {
                let next =
                    [before.peek(), after.peek()].into_iter().flatten().map(|contact| contact.id).min();
                let Some(id) = next else { break };
                let pair =
                    (before.next_if(|contact| contact.id == id), after.next_if(|contact| contact.id == id));
                if !matches!(pair, (Some(one), Some(other)) if Arc::ptr_eq(one, other)) {
                    changed.push(pair);
                }
            }
        }
        changed
    }

    /// The numbers of the chunks that are not shared.
    pub(super) fn changed_chunks(&self, after: &Self) -> Vec<u32> {
        let empty = Arc::default();
        let places = (0..self.chunks.len().max(after.chunks.len())).filter(|place| {
            let of = |chunks: &Self| chunks.chunks.get(*place).unwrap_or(&empty).clone();
            let (before, after) = (of(self), of(after));
            !(Arc::ptr_eq(&before, &after) || before.is_empty() && after.is_empty())
        });
        places.filter_map(|place| u32::try_from(place).ok()).collect()
    }
}

impl PartialEq for Chunks {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&Arc<Contact>, &Arc<Contact>)| Arc::ptr_eq(one, other) || one == other;
        self.len() == other.len() && self.iter().zip(other.iter()).all(is_same)
    }
}

impl Eq for Chunks {}

fn place(id: ContactId) -> usize {
    (id.0 / CHUNK) as usize
}

fn at(chunk: &Chunk, id: ContactId) -> Result<usize, usize> {
    chunk.binary_search_by_key(&id, |contact| contact.id)
}
