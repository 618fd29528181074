//! An ending: a medal, what we learned, and the way back to the deciding choice.

use yew::prelude::*;

use crate::model::{Ending, Lang};
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct EndingProps {
    pub(crate) ending: Ending,
    pub(crate) lang: Lang,
}

#[component]
pub(crate) fn EndingCard(EndingProps { ending, lang }: &EndingProps) -> Html {
    let words = Words(*lang);
    html! {
        <div class="ending" data-ending={ending.kind.name()}>
            <p class="ending-kind">{ words.ending(ending.kind) }</p>
            <h2>{ ending.title.in_(*lang) }</h2>
            <h3>{ words.learned() }</h3>
            <ul>{ for ending.learned.iter().map(|lesson| html! { <li>{ lesson.in_(*lang) }</li> }) }</ul>
            <a class="button" data-retry="" href={ending.retry.href()}>{ words.try_again() }</a>
        </div>
    }
}
