//! What the store needs from the place where text is kept.

use std::ops::Deref;
use std::{error, fmt};

use super::VersionVector;

/// Texts under keys. The browser's storage is one; [`MemoryStorage`](super::MemoryStorage) is another.
pub trait Storage {
    /// All keys that begin with `prefix`, in any order.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;

    /// The text under a key; `None` when there is none.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key. On failure the old text stands.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses or is full.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Takes a key away with its text. A key that is not there is no error.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// The writes that what stands under a key descends from; `None` where the place does not tell writes apart.
    fn lineage(&self, key: &str) -> Option<VersionVector> {
        _ = key;
        None
    }

    /// Puts the text of a plan under a key, with the writes it descends from, its own the latest of them.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses or is full.
    fn write_version(&self, key: &str, text: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        _ = lineage;
        self.write(key, text)
    }

    /// Takes a plan away, as the latest of these writes.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    fn remove_version(&self, key: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        _ = lineage;
        self.remove(key)
    }

    /// Puts several texts under their keys, or takes keys away where there is no text, all of it or nothing: a plan with
    /// the records of its people. Where one is refused, those before it are put back.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses or is full.
    fn write_versions(
        &self,
        writes: &[(String, Option<String>)],
        lineage: &VersionVector,
    ) -> Result<(), StorageError> {
        let mut before = Vec::new();
        for (key, text) in writes {
            let outcome = self.read(key).and_then(|found| {
                before.push((key, found, self.lineage(key)));
                match text {
                    Some(text) => self.write_version(key, text, lineage),
                    None => self.remove_version(key, lineage),
                }
            });
            if outcome.is_err() {
                // What stood there has had room there.
                for (key, found, lineage) in before.into_iter().rev() {
                    _ = match (found, lineage) {
                        (Some(text), Some(lineage)) => self.write_version(key, &text, &lineage),
                        (Some(text), None) => self.write(key, &text),
                        (None, Some(lineage)) => self.remove_version(key, &lineage),
                        (None, None) => self.remove(key),
                    };
                }
                return outcome;
            }
        }
        Ok(())
    }
}

/// Why a storage did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StorageError {
    /// Nothing can be kept here: private browsing, a setting, a policy.
    Blocked,
    /// There is no room left.
    Full,
    /// It failed in a way of its own.
    Failed,
    /// It says that it has written, and does not hand out what was written.
    NotKept,
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "The browser does not let this page keep anything. Export the plan to keep it.",
            Self::Full => {
                "The browser's storage is full. Export the plan, then remove plans you no longer need."
            }
            Self::Failed => "The browser's storage failed. Export the plan to keep it.",
            Self::NotKept => {
                "The browser's storage does not keep what is written. Export the plan to keep it."
            }
        })
    }
}

impl error::Error for StorageError {}

/// Whatever points to a storage is one: a reference, a box, what several share.
impl<P: Deref<Target: Storage>> Storage for P {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        (**self).keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn lineage(&self, key: &str) -> Option<VersionVector> {
        (**self).lineage(key)
    }

    fn write_version(&self, key: &str, text: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        (**self).write_version(key, text, lineage)
    }

    fn remove_version(&self, key: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        (**self).remove_version(key, lineage)
    }

    fn write_versions(
        &self,
        writes: &[(String, Option<String>)],
        lineage: &VersionVector,
    ) -> Result<(), StorageError> {
        (**self).write_versions(writes, lineage)
    }
}
