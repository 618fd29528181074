//! Wakes the page of the classroom.

#[cfg(target_arch = "wasm32")]
fn main() {
    use classroom::room::Room;

    #[expect(clippy::disallowed_methods, reason = "the page to wake")]
    let host = gloo::utils::document().get_element_by_id("room");
    if let Some(host) = host {
        // What is printed there says how to read it without a script.
        host.set_inner_html("");
        yew::Renderer::<Room>::with_root(host).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
