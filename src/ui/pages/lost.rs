//! A page that is not there: a kind word and a way on.

use yew::prelude::*;

use crate::model::Lang;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct LostProps {
    pub(crate) lang: Lang,
    pub(crate) home: AttrValue,
}

#[component]
pub(crate) fn Lost(LostProps { lang, home }: &LostProps) -> Html {
    let words = Words(*lang);
    html! {
        <main id="main" tabindex="-1" class="lost">
            <h1>{ words.gone() }</h1>
            <p>{ words.gone_more() }</p>
            <p><a class="button strong" href={home}>{ words.home() }</a></p>
        </main>
    }
}
