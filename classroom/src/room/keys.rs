//! Keys, the address and the other windows: what the room listens to.
#![expect(clippy::disallowed_methods, reason = "what a window hears")]

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};
use yew::html::Scope;

use super::{Msg, Room};

/// Whether the key belongs to what is written or chosen there.
fn writes(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return false };
    let own = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
    own("input, textarea, select")
        || (own("button, a, summary") && matches!(event.key().as_str(), " " | "Enter"))
}

/// Listens as long as what it gives is kept.
pub(super) fn listen(link: &Scope<Room>) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let went = link.clone();
    let kept = link.clone();
    let keys = link.clone();
    vec![
        EventListener::new(&window, "hashchange", move |_| went.send_message(Msg::Went)),
        // Where windows have no channel, what is kept speaks for them.
        EventListener::new(&window, "storage", move |_| kept.send_message(Msg::Kept)),
        EventListener::new_with_options(
            &window,
            "keydown",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if event.ctrl_key() || event.meta_key() || event.alt_key() || writes(event) {
                    return;
                }
                // Digits by their place on the keyboard: with Shift they are other signs, and other ones in each country.
                let code = event.code();
                let key = code
                    .strip_prefix("Digit")
                    .or(code.strip_prefix("Numpad"))
                    .filter(|digit| digit.len() == 1);
                let key = key.map_or_else(|| event.key(), str::to_owned);
                if matches!(
                    key.as_str(),
                    " " | "PageDown"
                        | "PageUp"
                        | "ArrowLeft"
                        | "ArrowRight"
                        | "ArrowUp"
                        | "ArrowDown"
                ) && super::view_has_keys()
                {
                    event.prevent_default();
                }
                keys.send_message(Msg::Key(key, event.shift_key()));
            },
        ),
    ]
}
