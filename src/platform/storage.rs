//! What a browser remembers for a reader: the last place in each work.
//!
//! One entry, versioned by its name. What cannot be read is as if nothing had been kept.

use std::collections::BTreeMap;

use gloo::storage::{LocalStorage, Storage as _};

use crate::model::WorkId;
use crate::reader::{Place, Settings};

/// The name of the entry; another format gets another number.
const PLACES: &str = "vac-xin-so/places/1";

/// The name of the entry of how one likes to read.
const SETTINGS: &str = "vac-xin-so/settings/1";

type Places = BTreeMap<String, Place>;

/// Whether there is a storage that may be used at all (gloo would panic without).
fn available() -> bool {
    matches!(gloo::utils::window().local_storage(), Ok(Some(_)))
}

fn read() -> Places {
    if !available() {
        return Places::new();
    }
    LocalStorage::get(PLACES).unwrap_or_default()
}

/// Remembers a place. A full or forbidden storage forgets it; reading goes on.
pub(super) fn keep(work: &WorkId, place: &Place) {
    if available() {
        let mut places = read();
        places.insert(work.to_string(), place.clone());
        drop(LocalStorage::set(PLACES, &places));
    }
}

/// The last place in a work.
pub(super) fn place(work: &WorkId) -> Option<Place> {
    read().remove(work.as_str())
}

/// The last place in every work.
pub(super) fn places() -> Vec<(WorkId, Place)> {
    read()
        .into_iter()
        .filter_map(|(id, place)| Some((id.parse().ok()?, place)))
        .collect()
}

/// How this reader likes to read.
pub(super) fn settings() -> Settings {
    if !available() {
        return Settings::default();
    }
    LocalStorage::get(SETTINGS).unwrap_or_default()
}

/// Remembers it.
pub(super) fn keep_settings(settings: Settings) {
    if available() {
        drop(LocalStorage::set(SETTINGS, settings));
    }
}
