//! A work on a shelf.

use yew::prelude::*;

use crate::model::{Card, Lang};
use crate::reader::Place;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct CardProps {
    pub(crate) card: Card,
    pub(crate) lang: Lang,
    pub(crate) root: AttrValue,
    /// Where this reader was in it.
    pub(crate) place: Option<Place>,
}

#[component]
pub(crate) fn CardView(
    CardProps {
        card,
        lang,
        root,
        place,
    }: &CardProps,
) -> Html {
    let words = Words(*lang);
    let kind = if card.kind == "comic" {
        words.comic()
    } else {
        words.scenario()
    };
    html! {
        <li class="card">
            <a href={format!("{root}{}/{}/", lang.tag(), card.id)} data-card={card.id.to_string()}>
                <span class="cover"><img src={format!("{root}{}", card.cover)} width="500" height="500" loading="lazy" alt={card.cover_alt.in_(*lang).to_owned()} /></span>
                <span class="card-title">{ card.title.in_(*lang) }</span>
                <span class="card-facts">{ kind }{ " · " }{ words.ages(card.ages.min, card.ages.max) }{ " · " }{ words.minutes(card.minutes) }</span>
                <span class="card-summary">{ card.summary.in_(*lang) }</span>
                <span class="card-place" aria-hidden={place.is_none().then_some("true")}>{ place.as_ref().map(|_| words.reading_at()) }</span>
            </a>
        </li>
    }
}
