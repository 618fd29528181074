//! The foot of every page, and how much of the library is kept.

use yew::prelude::*;

use crate::model::Lang;
use crate::ui::{Shelf, Words};

#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub(crate) struct FooterProps {
    pub(crate) lang: Lang,
    pub(crate) shelf: Shelf,
}

#[component]
pub(crate) fn Footer(FooterProps { lang, shelf }: &FooterProps) -> Html {
    let words = Words(*lang);
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
            <p class="about">{ words.footer() }</p>
        </footer>
    }
}
