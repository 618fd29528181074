//! The service worker: it keeps the library; here we ask for it and hear how far it has come.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::State;
use crate::ui::Shelf;

/// What the worker says (assets/sw/sw.js, `message`): a word and two numbers.
fn heard(said: &str) -> Option<Shelf> {
    let mut words = said.split(' ');
    let state = words.next()?;
    let kept = words.next()?.parse().ok()?;
    let of = words.next()?.parse().ok()?;
    Some(match state {
        "ready" => Shelf::Ready,
        "short" => Shelf::Short { kept, of },
        _ => Shelf::Keeping { kept, of },
    })
}

/// Asks the browser to keep the library. A browser that cannot is left in peace.
pub(super) fn keep(state: &Rc<State>) {
    let navigator = gloo::utils::window().navigator();
    // Absent in insecure contexts and some private windows, whatever the types say.
    if !js_sys::Reflect::get(&navigator, &"serviceWorker".into())
        .is_ok_and(|worker| worker.is_object())
    {
        return;
    }
    let container = navigator.service_worker();
    listen(state, &container);
    let state = state.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let script = format!("{}sw.js", state.root);
        let Ok(registration) = JsFuture::from(container.register(&script)).await else {
            return;
        };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else {
            return;
        };
        let update = registration.waiting().is_some();
        watch(&state, &registration);
        let Ok(ready) = container.ready() else { return };
        if let Ok(ready) = JsFuture::from(ready).await
            && let Ok(ready) = ready.dyn_into::<ServiceWorkerRegistration>()
            && let Some(active) = ready.active()
        {
            drop(active.post_message(&JsValue::from_str("count")));
        }
        if update {
            state.shelf(Shelf::Update);
        }
    });
}

fn listen(state: &Rc<State>, container: &ServiceWorkerContainer) {
    let state = state.clone();
    EventListener::new(container, "message", move |event| {
        let said = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string());
        if let Some(shelf) = said.and_then(|said| heard(&said)) {
            state.shelf(shelf);
        }
    })
    .forget();
}

/// Tells when another version has been kept beside the one that is read.
fn watch(state: &Rc<State>, registration: &ServiceWorkerRegistration) {
    let (state, registration) = (state.clone(), registration.clone());
    let target = registration.clone();
    EventListener::new(&target, "updatefound", move |_| {
        let Some(fresh) = registration.installing() else {
            return;
        };
        let (state, registration) = (state.clone(), registration.clone());
        EventListener::new(&fresh, "statechange", move |_| {
            if registration.waiting().is_some() && registration.active().is_some() {
                state.shelf(Shelf::Update);
            }
        })
        .forget();
    })
    .forget();
}
