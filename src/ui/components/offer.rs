//! The offer to go on where one was. It lies over the page, so nothing shifts.

use yew::prelude::*;

use crate::model::Lang;
use crate::reader::Action;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct OfferProps {
    pub(crate) lang: Lang,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn Offer(OfferProps { lang, act }: &OfferProps) -> Html {
    let words = Words(*lang);
    let yes = act.reform(|_| Action::Resume);
    let no = act.reform(|_| Action::StartOver);
    html! {
        <aside class="offer" data-offer="" aria-label={words.resume()}>
            <p>{ words.resume() }</p>
            <button class="button strong" data-resume="yes" onclick={yes}>{ words.resume_yes() }</button>
            <button class="button" data-resume="no" onclick={no}>{ words.resume_no() }</button>
        </aside>
    }
}
