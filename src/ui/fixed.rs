//! What never changes on a page: press prints it, the browser adopts it as it stands, like the drawings.
//!
//! So neither the code that makes it nor its words weigh anything in the app.

use yew::prelude::*;

use super::Art;

/// A part of a page that is printed once. `name` is its name on the page (styles go by it), `make` what it is
/// made of: called by press alone.
#[cfg(feature = "prerender")]
pub(super) fn fixed(_: &Art, name: impl Into<AttrValue>, make: impl FnOnce() -> Html) -> Html {
    html! { <div data-fixed={name.into()}>{ make() }</div> }
}

/// A part of a page that was printed once: it is in the page already, or it came with the page that was fetched.
#[cfg(not(feature = "prerender"))]
pub(super) fn fixed(art: &Art, name: impl Into<AttrValue>, _: impl FnOnce() -> Html) -> Html {
    let name = name.into();
    let inside = Html::from_html_unchecked(art.get(&format!("fixed-{name}")));
    html! { <div data-fixed={name}>{ inside }</div> }
}
