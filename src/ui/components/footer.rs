//! The foot of every page, and how much of the library is kept.

use yew::prelude::*;

use crate::ui::fixed::fixed;
use crate::ui::{Art, Shelf, Words};

pub(crate) fn footer(words: Words, art: &Art, shelf: Shelf) -> Html {
    let (state, text) = match shelf {
        Shelf::Unknown => ("unknown", String::new()),
        Shelf::Keeping { kept, of } => ("keeping", words.keeping(kept, of)),
        Shelf::Ready => ("ready", words.kept_all().to_owned()),
        Shelf::Short { kept, of } => ("short", words.kept_some(kept, of)),
        Shelf::Update => ("update", words.update().to_owned()),
    };
    html! {
        <footer class="foot">
            <p class="shelf" role="status" data-shelf={state}>{ text }</p>
            { fixed(art, "about", || html! { <p class="about">{ words.footer() }</p> }) }
        </footer>
    }
}
