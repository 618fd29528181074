//! What the device remembers of the classroom: plans, the session that goes on, records. Where storage is full or
//! forbidden it is held in memory, and the page says so.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What stands before every name of ours.
const OURS: &str = "vac-xin-so/class/1/";

/// The device's memory.
#[derive(Debug, Default)]
pub struct Store {
    /// What could not be kept.
    held: RefCell<BTreeMap<String, String>>,
}

impl Store {
    /// What is kept under a name; what is usual if nothing is, or nothing that can be read.
    pub fn get<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let held = self.held.borrow().get(name).cloned();
        let text = held.or_else(|| {
            let storage = gloo::utils::window().local_storage().ok().flatten()?;
            storage.get_item(&format!("{OURS}{name}")).ok().flatten()
        });
        text.and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps something under a name. Whether the device took it: if not, it is held until the page is closed.
    pub fn put<T: Serialize>(&self, name: &str, value: &T) -> bool {
        let Ok(text) = serde_json::to_string(value) else {
            return false;
        };
        let storage = gloo::utils::window().local_storage().ok().flatten();
        let kept = storage
            .is_some_and(|storage| storage.set_item(&format!("{OURS}{name}"), &text).is_ok());
        if kept {
            self.held.borrow_mut().remove(name);
        } else {
            self.held.borrow_mut().insert(name.to_owned(), text);
        }
        kept
    }

    /// Forgets what is kept under a name.
    pub fn forget(&self, name: &str) {
        self.held.borrow_mut().remove(name);
        if let Ok(Some(storage)) = gloo::utils::window().local_storage() {
            drop(storage.remove_item(&format!("{OURS}{name}")));
        }
    }
}
