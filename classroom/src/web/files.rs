//! Files out of the page and into it.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::Callback;

/// The largest file that is read, in bytes: records are text, and a mistaken video must not fill the memory.
const LARGEST: f64 = 60_000_000.0;

/// Hands a text to the device as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &bag) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let link = gloo::utils::document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // Some browsers fetch it a little later.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&address)))
        .forget();
}

/// Reads the file that was chosen; an empty text if it is too large or cannot be read. The choice is taken back, so
/// that the same file can be chosen again.
pub fn chosen(event: &web_sys::Event, read: Callback<String>) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    if file.size() > LARGEST {
        read.emit(String::new());
        return;
    }
    let text = file.text();
    wasm_bindgen_futures::spawn_local(async move {
        let text = JsFuture::from(text)
            .await
            .ok()
            .and_then(|text| text.as_string());
        input.set_value("");
        read.emit(text.unwrap_or_default());
    });
}
