//! Handing an address on: to the device's other apps, or to its clipboard.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Navigator;
use yew::Callback;

fn navigator() -> Navigator {
    gloo::utils::window().navigator()
}

/// A member that may be absent, whatever the types say: an old browser, an insecure context.
fn member(name: &str) -> Option<JsValue> {
    let found = js_sys::Reflect::get(&navigator(), &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// Whether the device can hand something to its other apps.
pub(super) fn possible() -> bool {
    member("share").is_some()
}

/// Hands an address to them. Who closes the sheet again has decided so: that is no error.
pub(super) fn hand(title: &str, address: &str) {
    let data = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        drop(js_sys::Reflect::set(&data, &name.into(), &value.into()));
    }
    attempt(&navigator(), "share", &[data.into()]);
}

/// Calls what may be missing and may refuse, now or later: either way nothing happens.
pub(super) fn attempt(of: &JsValue, name: &str, with: &[JsValue]) {
    let found = js_sys::Reflect::get(of, &name.into()).ok();
    let Some(call) = found.and_then(|call| call.dyn_into::<js_sys::Function>().ok()) else {
        return;
    };
    let with: js_sys::Array = with.iter().collect();
    if let Ok(promise) = call.apply(of, &with)
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        wasm_bindgen_futures::spawn_local(async move {
            drop(JsFuture::from(promise).await);
        });
    }
}

/// Copies a text.
pub(super) fn copy(text: &str, copied: Callback<bool>) {
    if member("clipboard").is_none() {
        copied.emit(false);
        return;
    }
    let promise = navigator().clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        copied.emit(JsFuture::from(promise).await.is_ok());
    });
}
