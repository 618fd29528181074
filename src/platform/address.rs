//! The address bar and its history.

use wasm_bindgen::JsValue;
use web_sys::Url;

use crate::reader::{Entry, Place};

/// The whole address.
pub(super) fn whole() -> String {
    gloo::utils::window().location().href().unwrap_or_default()
}

/// The address without its fragment.
pub(super) fn page() -> String {
    without_fragment(&whole())
}

/// An address without its fragment.
pub(super) fn without_fragment(address: &str) -> String {
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The fragment, without `#`, decoded.
pub(super) fn fragment() -> String {
    let raw = gloo::utils::window().location().hash().unwrap_or_default();
    let raw = raw.trim_start_matches('#');
    js_sys::decode_uri_component(raw).map_or_else(|_| raw.to_owned(), String::from)
}

/// The address of the library's root, from this page's way to it.
pub(super) fn root(way: &str) -> String {
    let way = if way.is_empty() { "./" } else { way };
    Url::new_with_base(way, &whole()).map_or_else(|_| whole(), |url| without_fragment(&url.href()))
}

/// Writes a place into the address. A browser that refuses leaves the reader where it is.
pub(super) fn write(place: &Place, entry: Entry) {
    let Ok(history) = gloo::utils::window().history() else {
        return;
    };
    let href = place.href();
    let done = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
    };
    drop(done);
}

/// Writes another page into the address.
pub(super) fn push_page(address: &str) {
    if let Ok(history) = gloo::utils::window().history() {
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(address)));
    }
}
