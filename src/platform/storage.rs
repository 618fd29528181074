//! What a browser remembers for a reader: the last place in each work, and how one likes to read.
//!
//! Each entry is versioned by its name. What cannot be read is as if nothing had been kept.

use std::collections::BTreeMap;

use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::model::WorkId;
use crate::reader::{Place, Settings};
use crate::ui::island;

/// The name of the entry of places; another format gets another number.
const PLACES: &str = "vac-xin-so/places/2";

/// The same as the first version wrote it, in JSON.
const PLACES_1: &str = "vac-xin-so/places/1";

/// The name of the entry of how one likes to read.
const SETTINGS: &str = "vac-xin-so/settings/1";

type Places = BTreeMap<String, Place>;

/// The storage, if there is one that may be used at all.
fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// A full or forbidden storage forgets; reading goes on.
fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(name, value));
    }
}

fn read() -> Places {
    let now = get(PLACES).and_then(|text| island::read(&text));
    now.or_else(first_version).unwrap_or_default()
}

/// `{"work":{"panel":"p3"}}`, as the first version kept it.
fn first_version() -> Option<Places> {
    let all = js_sys::JSON::parse(&get(PLACES_1)?).ok()?;
    let all: js_sys::Object = wasm_bindgen::JsCast::dyn_into(all).ok()?;
    let of = |place: &JsValue, kind: &str| {
        let name = js_sys::Reflect::get(place, &kind.into())
            .ok()?
            .as_string()?;
        Some(name)
    };
    let place = |place: JsValue| -> Option<Place> {
        if let Some(panel) = of(&place, "panel") {
            return Some(Place::Panel(panel.parse().ok()?));
        }
        if let Some(passage) = of(&place, "passage") {
            return Some(Place::Passage(passage.parse().ok()?));
        }
        (place.as_string().as_deref() == Some("after")).then_some(Place::After)
    };
    let entries = js_sys::Object::entries(&all);
    let places = entries.iter().filter_map(|entry| {
        let entry = js_sys::Array::from(&entry);
        Some((entry.get(0).as_string()?, place(entry.get(1))?))
    });
    Some(places.collect())
}

/// Remembers a place.
pub(super) fn keep(work: &WorkId, place: &Place) {
    let mut places = read();
    places.insert(work.to_string(), place.clone());
    if let Ok(text) = island::write(&places) {
        set(PLACES, &text);
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
    Settings::read(&get(SETTINGS).unwrap_or_default())
}

/// Remembers it.
pub(super) fn keep_settings(settings: Settings) {
    set(SETTINGS, &settings.note());
}
