//! A page that is not there: a kind word and a way on.

use yew::prelude::*;

use crate::ui::Here;

pub(crate) fn lost(here: &Here) -> Html {
    let words = here.words();
    html! {
        <main id="main" tabindex="-1" class="lost">
            <h1>{ words.gone() }</h1>
            <p>{ words.gone_more() }</p>
            <p><a class="button strong" href={here.to("")}>{ words.home() }</a></p>
        </main>
    }
}
