//! The document itself: title, language, where the keyboard stands, what is in view.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::reader::{Place, Settings, Sheet};
use crate::ui::{Leaf, Shelf};

fn mark(name: &str, value: &str) {
    if let Some(html) = gloo::utils::document().document_element() {
        drop(html.set_attribute(name, value));
    }
}

/// A page stands on the screen. After a journey the keyboard goes to its beginning.
pub(super) fn settled(leaf: &Leaf, first: bool) {
    let document = gloo::utils::document();
    mark("lang", leaf.lang.tag());
    if !first {
        document.set_title(&leaf.title());
        let fragment = super::address::fragment();
        if fragment.is_empty() {
            to_top();
            if let Some(main) = find("main") {
                focus(&main);
            }
        }
    }
}

/// To the beginning of the page.
pub(super) fn to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// What is on the screen answers from now on.
pub(super) fn ready() {
    mark("data-ready", "");
}

/// Brings a place into view and lets the keyboard stand there.
pub(super) fn show(place: &Place) {
    let name = place.name().to_owned();
    // The new frame is on the screen first: to focus makes the browser lay out at once.
    after_frame(move || {
        let Some(section) = gloo::utils::document()
            .get_element_by_id(&name)
            .and_then(|el| el.dyn_into().ok())
        else {
            return;
        };
        focus(&section);
        let height = gloo::utils::window()
            .inner_height()
            .ok()
            .and_then(|h| h.as_f64())
            .unwrap_or(0.0);
        let top = section.get_bounding_client_rect().top();
        if top < 0.0 || top > height * 0.5 {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            options.set_block(ScrollLogicalPosition::Start);
            section.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Does something when the next frame has been drawn.
pub(super) fn after_frame(then: impl FnOnce() + 'static) {
    // Closures that free themselves when they have been called: a reader turns a thousand times.
    let then = Closure::once_into_js(then);
    let painted = Closure::once_into_js(move || {
        drop(gloo::utils::window().set_timeout_with_callback(then.unchecked_ref()));
    });
    drop(gloo::utils::window().request_animation_frame(painted.unchecked_ref()));
}

/// Dresses the document as a reader likes it.
pub(super) fn dress(settings: Settings) {
    mark("data-theme", settings.theme.name());
    mark("data-letters", settings.letters.name());
    if for_class() {
        mark("data-class", "");
    }
    mark("data-roomy", if settings.roomy { "yes" } else { "no" });
}

/// Whether the address asks for the view of a class; the document wears it.
pub(super) fn for_class() -> bool {
    let search = gloo::utils::window().location().search();
    search.is_ok_and(|search| search.contains("view=class"))
}

/// Keys of a presenter: B and the full stop blank the screen, F fills it, Escape leaves. Whether it was one of them.
pub(super) fn stage_key(key: &str) -> bool {
    let Some(html) = gloo::utils::document().document_element() else {
        return false;
    };
    match key {
        "b" | "B" | "." => {
            drop(html.toggle_attribute("data-blank"));
        }
        "f" | "F" => {
            let document = gloo::utils::document();
            if document.fullscreen_element().is_some() {
                document.exit_fullscreen();
            } else {
                // A browser that refuses shows the page as it is.
                super::share::attempt(&html, "requestFullscreen", &[]);
            }
        }
        "Escape" => {
            if let Some(leave) = find(".class-leave") {
                leave.click();
            }
        }
        _ => return false,
    }
    true
}

/// The form of the window.
pub(super) fn sheet() -> Sheet {
    let window = gloo::utils::window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(1.0)
    };
    if number(window.inner_height()) > number(window.inner_width()) {
        Sheet::Upright
    } else {
        Sheet::Lying
    }
}

/// The panel of a strip that is in the upper half of the window, if a strip is shown.
pub(super) fn panel_in_strip() -> Option<String> {
    find(".comic[data-view=strip]")?;
    let half = gloo::utils::window().inner_height().ok()?.as_f64()? / 2.0;
    let panels = gloo::utils::document()
        .query_selector_all(".comic > .panel")
        .ok()?;
    let above = (0..panels.length())
        .filter_map(|i| panels.get(i)?.dyn_into::<HtmlElement>().ok())
        .take_while(|panel| panel.get_bounding_client_rect().top() < half);
    above.last().map(|panel| panel.id())
}

/// While a reader has pinched the page near, a finger moves it about instead of turning panels.
pub(super) fn watch_pinch() {
    let window = gloo::utils::window();
    let Ok(visual) = js_sys::Reflect::get(&window, &"visualViewport".into()) else {
        return;
    };
    let Ok(target) = visual.clone().dyn_into::<web_sys::EventTarget>() else {
        return;
    };
    gloo::events::EventListener::new(&target, "resize", move |_| {
        let scale = js_sys::Reflect::get(&visual, &"scale".into());
        let near = scale.ok().and_then(|scale| scale.as_f64()).unwrap_or(1.0) > 1.01;
        if let Some(html) = gloo::utils::document().document_element() {
            drop(html.toggle_attribute_with_force("data-pinched", near));
        }
    })
    .forget();
}

fn find(selector: &str) -> Option<HtmlElement> {
    gloo::utils::document()
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(element.focus_with_options(&options));
}

/// Says on the document how much of the library is kept.
pub(super) fn mark_shelf(shelf: Shelf) {
    match shelf {
        Shelf::Unknown => {}
        Shelf::Keeping { .. } => mark("data-offline", "keeping"),
        Shelf::Ready | Shelf::Update => mark("data-offline", "ready"),
        Shelf::Short { .. } => mark("data-offline", "short"),
    }
}

/// Whether a journey is on its way.
pub(super) fn travels() -> bool {
    let html = gloo::utils::document().document_element();
    html.is_some_and(|html| html.has_attribute("data-travel"))
}

/// Says on the document that a page is on its way.
pub(super) fn mark_travel(on: bool) {
    if on {
        mark("data-travel", "");
    } else if let Some(html) = gloo::utils::document().document_element() {
        drop(html.remove_attribute("data-travel"));
    }
}
