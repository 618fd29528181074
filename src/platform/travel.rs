//! Journeys between pages without reloading: the other page is fetched, its data and its drawings are
//! taken out, and the app shows them. There is no second format.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, Element, Event, HtmlAnchorElement, MouseEvent, Response, SupportedType,
};
use yew::AttrValue;

use super::{State, address, paper, view};
use crate::ui::{Art, Leaf, News, Page, island};

/// Whether a journey gets an entry of its own in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A link: yes.
    New,
    /// Back or forward: the browser has changed the address already.
    Present,
}

/// The quick way out: an empty page, and “back” does not return here.
fn left(event: &Event, on: &Element) -> bool {
    let exit = on.closest("[data-exit]").ok().flatten();
    if exit.is_some() {
        event.prevent_default();
        drop(gloo::utils::window().location().replace("about:blank"));
    }
    exit.is_some()
}

/// A click somewhere: a link to a page of the library is a journey, all else is the browser's.
pub(super) fn clicked(state: &Rc<State>, event: &Event) {
    let Some(click) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    let Some(on) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return;
    };
    if left(event, &on) || paper::clicked(state, &on) {
        return;
    }
    // From the view of a class every other page is opened anew, and in the usual view.
    if view::for_class()
        || event.default_prevented()
        || click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
    {
        return;
    }
    // A place on a page that is being left: the browser would come back to it when the other page has arrived.
    if view::travels() && on.closest("a[href^='#']").ok().flatten().is_some() {
        event.prevent_default();
        return;
    }
    let link = on
        .closest("a[href]")
        .ok()
        .flatten()
        .and_then(|el| el.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return };
    // Between two pages the address is the new one's and the links are the old one's: they would lead astray.
    if *state.shown.borrow() != address::page() {
        event.prevent_default();
        return;
    }
    // A place on another document is loaded by the browser itself: only so does `:target` hold.
    if link.has_attribute("data-load") {
        return;
    }
    let mut href = link.href();
    let page = address::without_fragment(&href);
    let ours = page.starts_with(&state.root) && page.ends_with('/') && link.target().is_empty();
    if !ours {
        return;
    }
    if page == *state.page.borrow() {
        // The page is here already. A place on it is gone to at once: Firefox follows links a little later, and would
        // load this page again if another one has come meanwhile.
        event.prevent_default();
        if page == href {
            view::to_top();
        } else {
            drop(gloo::utils::window().location().assign(&href));
        }
        return;
    }
    event.prevent_default();
    // The other language opens at the same place.
    if link.has_attribute("data-language") && !address::fragment().is_empty() {
        href = format!("{page}#{}", address::fragment());
    }
    to(state, &href, Entry::New);
}

/// Goes to a page of the library.
pub(super) fn to(state: &Rc<State>, href: &str, entry: Entry) {
    let (state, href) = (state.clone(), href.to_owned());
    paper::hush(&state);
    view::mark_travel(true);
    wasm_bindgen_futures::spawn_local(async move {
        let page = address::without_fragment(&href);
        let leaf = fetched(&page).await;
        view::mark_travel(false);
        let leaf = match leaf {
            Some(leaf) if leaf.version == *state.version => leaf,
            // Another version of the library: its page wants its own app.
            Some(_) => {
                drop(gloo::utils::window().location().assign(&href));
                return;
            }
            None => lost(&state, &page),
        };
        if entry == Entry::New {
            address::push_page(&href);
        }
        state.page.borrow_mut().clone_from(&page);
        state.travelled.set(true);
        state.tell(News::Arrived(leaf));
        view::after_frame(move || *state.shown.borrow_mut() = page);
    });
}

/// A page of the library by its address: its data, and its drawings. Nothing if it does not come or is no page of ours.
pub async fn fetched(page: &str) -> Option<Leaf> {
    let answer = JsFuture::from(gloo::utils::window().fetch_with_str(page))
        .await
        .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let text = JsFuture::from(answer.text().ok()?)
        .await
        .ok()?
        .as_string()?;
    read(
        &DomParser::new()
            .ok()?
            .parse_from_string(&text, SupportedType::TextHtml)
            .ok()?,
    )
}

/// The leaf that a printed page holds.
fn read(page: &Document) -> Option<Leaf> {
    let island = page.get_element_by_id("leaf")?.text_content()?;
    let mut leaf: Leaf = island::read(&island)?;
    let mut art = Vec::new();
    for (selector, name) in [(".art", "data-panel"), (".parts", "id")] {
        let found = page.query_selector_all(selector).ok()?;
        for i in 0..found.length() {
            let element: Element = found.get(i)?.dyn_into().ok()?;
            let near = if name == "id" {
                element.next_element_sibling()
            } else {
                element.parent_element()
            };
            if let Some(key) = near.and_then(|near| near.get_attribute(name)) {
                let key = if name == "id" {
                    format!("parts-{key}")
                } else {
                    key
                };
                art.push((key, AttrValue::from(element.inner_html())));
            }
        }
    }
    art.extend(fixed_parts(page));
    leaf.art = Art::Here(Rc::new(art));
    Some(leaf)
}

/// The parts of a page that never change.
fn fixed_parts(page: &Document) -> Vec<(String, AttrValue)> {
    let found = page.query_selector_all("[data-fixed]").ok();
    let all = found
        .iter()
        .flat_map(|all| (0..all.length()).filter_map(|i| all.get(i)));
    all.filter_map(|node| node.dyn_into::<Element>().ok())
        .filter_map(|part| {
            let name = part.get_attribute("data-fixed")?;
            Some((format!("fixed-{name}"), part.inner_html().into()))
        })
        .collect()
}

/// The parts of the page on the screen, for a page that could not be had: their links made whole, since the
/// address is another one now.
fn kept_parts() -> Vec<(String, AttrValue)> {
    let page = gloo::utils::document();
    if let Ok(links) = page.query_selector_all("[data-fixed] a[href]") {
        for link in (0..links.length()).filter_map(|i| links.get(i)) {
            if let Ok(link) = link.dyn_into::<HtmlAnchorElement>() {
                link.set_href(&link.href());
            }
        }
    }
    fixed_parts(&page)
}

/// A kind page for an address that cannot be opened.
fn lost(state: &State, page: &str) -> Leaf {
    let below = page.strip_prefix(&state.root).unwrap_or_default();
    let lang = if below.starts_with("en/") {
        crate::model::Lang::En
    } else {
        crate::model::Lang::Vi
    };
    Leaf {
        lang,
        page: Page::Lost,
        root: "../".repeat(below.matches('/').count()).into(),
        version: state.version.clone().into(),
        art: Art::Here(Rc::new(kept_parts())),
    }
}
