//! What never changes on a page: press prints it, the browser adopts it as it stands, like the drawings.
//!
//! So neither the code that makes it nor its words weigh anything in the app.

use yew::prelude::*;

use super::Art;

/// Where a part of its own begins and ends in a rendered page: signs of nobody's alphabet.
#[cfg(feature = "prerender")]
const EDGES: [&str; 2] = ["\u{e000}", "\u{e001}"];

/// Where press puts what it has made by itself: a document's text, the ways from a story to documents.
#[cfg(feature = "prerender")]
pub const PUT: &str = "\u{e002}";

/// Yew's own marks around what is adopted without comparing.
#[cfg(feature = "prerender")]
const MARKS: [&str; 2] = ["<!--<#>-->", "<!--</#>-->"];

/// A rendered page whose fixed parts can be adopted: Yew has no way to say “raw” of what it builds itself.
#[cfg(feature = "prerender")]
#[must_use]
pub fn adoptable(page: &str) -> String {
    let [from, to] = EDGES;
    page.replace(from, MARKS[0]).replace(to, MARKS[1])
}

/// A part of a page that is printed once. `name` is its name on the page (styles go by it), `make` what it is
/// made of: called by press alone.
#[cfg(feature = "prerender")]
pub(super) fn fixed(_: &Art, name: impl Into<AttrValue>, make: impl FnOnce() -> Html) -> Html {
    let [from, to] = EDGES;
    html! { <div data-fixed={name.into()}>{ from }{ make() }{ to }</div> }
}

/// A part of a page that was printed once: it is in the page already, or it came with the page that was fetched.
#[cfg(not(feature = "prerender"))]
pub(super) fn fixed(art: &Art, name: impl Into<AttrValue>, _: impl FnOnce() -> Html) -> Html {
    let name = name.into();
    let inside = Html::from_html_unchecked(art.get(&format!("fixed-{name}")));
    html! { <div data-fixed={name}>{ inside }</div> }
}

/// Where press puts in what it has made.
pub(super) fn put() -> Html {
    #[cfg(feature = "prerender")]
    let mark = html! { PUT };
    #[cfg(not(feature = "prerender"))]
    let mark = Html::default();
    mark
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_a_part_become_the_marks_that_waking_looks_for() {
        let page = format!(
            "<div data-fixed=\"help\">{}<p>111</p>{}</div>",
            EDGES[0], EDGES[1]
        );
        assert_eq!(
            adoptable(&page),
            "<div data-fixed=\"help\"><!--<#>--><p>111</p><!--</#>--></div>"
        );
    }
}
