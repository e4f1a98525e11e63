//! A storage that lasts as long as the page.

use std::cell::RefCell;

use super::{Storage, StorageError};

/// Keeps texts in memory: what the app works on where the browser's storage is blocked. It refuses nothing.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage(RefCell<Vec<(String, String)>>);

impl Storage for MemoryStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let kept = self.0.borrow();
        Ok(kept.iter().filter(|(key, _)| key.starts_with(prefix)).map(|(key, _)| key.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().iter().find(|(kept, _)| kept == key).map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.remove(key)?;
        self.0.borrow_mut().push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().retain(|(kept, _)| kept != key);
        Ok(())
    }
}
