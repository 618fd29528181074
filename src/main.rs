//! Joins ui and platform in the browser: reads the island of the printed page and wakes it.

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;

    use vac_xin_so::platform::Browser;
    use vac_xin_so::ui::{App, AppProps, Leaf, WorldRef, island};

    #[expect(clippy::disallowed_methods, reason = "the page to wake")]
    let document = gloo::utils::document();
    let island = document
        .get_element_by_id("leaf")
        .and_then(|island| island.text_content());
    let leaf = island.and_then(|island| island::read::<Leaf>(&island));
    let host = document.get_element_by_id("app");
    // A page without an island, or with another version's, is left as it was printed.
    if let (Some(leaf), Some(host)) = (leaf, host) {
        let world = WorldRef(Rc::new(Browser::around(&leaf)));
        yew::Renderer::<App>::with_root_and_props(host, AppProps { leaf, world }).hydrate();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
