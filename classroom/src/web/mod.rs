//! What the classroom needs of the browser. Each answers “not available” in its own way, and nothing here panics
//! because something is missing or forbidden.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where the classroom touches the browser"
)]

pub mod camera;
pub mod channel;
pub mod files;
pub mod store;
pub mod works;

use wasm_bindgen::{JsCast as _, JsValue};

/// The device's clock, in milliseconds.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Today, as `2026-11-25`, where the device is.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// A name unlike any other's: the time and a number by chance.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "parts of a name"
)]
pub fn name() -> String {
    format!(
        "{:x}-{:x}",
        now() as u64,
        (js_sys::Math::random() * 1e15) as u64
    )
}

/// What stands behind `#` in the address.
#[must_use]
pub fn fragment() -> String {
    let hash = gloo::utils::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Goes to a place of this page.
pub fn go(fragment: &str) {
    drop(gloo::utils::window().location().set_hash(fragment));
}

/// The address of a place of this page.
#[must_use]
pub fn address(fragment: &str) -> String {
    let whole = gloo::utils::window().location().href().unwrap_or_default();
    format!("{}#{fragment}", whole.split('#').next().unwrap_or_default())
}

/// Whether a window for the wall could be opened; browsers may block it.
#[must_use]
pub fn open_wall(address: &str) -> bool {
    let opened = gloo::utils::window().open_with_url_and_target_and_features(
        address,
        "vac-xin-so-wall",
        "popup,width=1280,height=720",
    );
    opened.ok().flatten().is_some()
}

/// Prints what is on the page.
pub fn print() {
    drop(gloo::utils::window().print());
}

/// Full screen, or back. A browser that refuses shows the page as it is.
pub fn toggle_fullscreen() {
    let document = gloo::utils::document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(html) = document.document_element() {
        drop(html.request_fullscreen());
    }
}

/// Marks the document, for styles and tests.
pub fn mark(name: &str, value: &str) {
    if let Some(html) = gloo::utils::document().document_element() {
        drop(html.set_attribute(name, value));
    }
}

/// The title of the window.
pub fn title(text: &str) {
    gloo::utils::document().set_title(text);
}

/// Scrolls to the top, after another view has come.
pub fn to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// What the page says of itself: an attribute of the element in which the classroom lives.
#[must_use]
pub fn told(name: &str) -> String {
    let host = gloo::utils::document().get_element_by_id("room");
    host.and_then(|host| host.get_attribute(name))
        .unwrap_or_default()
}

/// Copies a text; `done` hears whether it worked.
pub fn copy(text: &str, done: yew::Callback<bool>) {
    let navigator = gloo::utils::window().navigator();
    let there =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    if !there {
        done.emit(false);
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Asks the browser to keep the library for offline, as the app does: a teacher may never open another page.
pub fn keep_offline(root: &str) {
    let navigator: JsValue = gloo::utils::window().navigator().into();
    if let Ok(container) = js_sys::Reflect::get(&navigator, &"serviceWorker".into())
        && let Ok(register) = js_sys::Reflect::get(&container, &"register".into())
        && let Ok(register) = register.dyn_into::<js_sys::Function>()
        && let Ok(promise) = register.call1(&container, &format!("{root}sw.js").into())
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        wasm_bindgen_futures::spawn_local(async move {
            drop(wasm_bindgen_futures::JsFuture::from(promise).await);
        });
    }
}

/// Keeps the screen awake while a session goes on, where the device can.
pub fn stay_awake() {
    let navigator: JsValue = gloo::utils::window().navigator().into();
    let Ok(lock) = js_sys::Reflect::get(&navigator, &"wakeLock".into()) else {
        return;
    };
    if let Ok(request) = js_sys::Reflect::get(&lock, &"request".into())
        && let Ok(request) = request.dyn_into::<js_sys::Function>()
        && let Ok(promise) = request.call1(&lock, &"screen".into())
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        wasm_bindgen_futures::spawn_local(async move {
            drop(wasm_bindgen_futures::JsFuture::from(promise).await);
        });
    }
}

/// The boxes of the balloons of the panel that is shown, in units of the panel: left, top, right, bottom. `texts` are
/// the balloons' words; on the panel each line of them stands by itself.
#[must_use]
pub fn balloons(texts: &[String]) -> Vec<[f32; 4]> {
    let Ok(all) = gloo::utils::document().query_selector_all("[data-now] .letters text") else {
        return Vec::new();
    };
    let line = |i: u32| {
        let node = all.get(i)?;
        let bounds = node
            .dyn_ref::<web_sys::SvgGraphicsElement>()?
            .get_b_box()
            .ok()?;
        let bounds = [
            bounds.x(),
            bounds.y(),
            bounds.x() + bounds.width(),
            bounds.y() + bounds.height(),
        ];
        Some((node.text_content().unwrap_or_default(), bounds))
    };
    let lines: Vec<(String, [f32; 4])> = (0..all.length()).filter_map(line).collect();
    texts
        .iter()
        .filter_map(|text| around(text, &lines))
        .collect()
}

/// The box around the lines that together say a text.
fn around(text: &str, lines: &[(String, [f32; 4])]) -> Option<[f32; 4]> {
    (0..lines.len()).find_map(|from| {
        let (mut said, mut bounds) = (lines[from].0.clone(), lines[from].1);
        for (line, own) in &lines[from + 1..] {
            if said == text {
                break;
            }
            said = format!("{said} {line}");
            bounds = [
                bounds[0].min(own[0]),
                bounds[1].min(own[1]),
                bounds[2].max(own[2]),
                bounds[3].max(own[3]),
            ];
        }
        (said == text).then_some(bounds)
    })
}

/// Where a pointer is above an element, as parts of its width and height.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "parts of a picture")]
pub fn within(event: &web_sys::PointerEvent) -> Option<(f32, f32)> {
    let target = event
        .current_target()?
        .dyn_into::<web_sys::Element>()
        .ok()?;
    let bounds = target.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
    let y = (f64::from(event.client_y()) - bounds.top()) / bounds.height().max(1.0);
    Some((x as f32, y as f32))
}
