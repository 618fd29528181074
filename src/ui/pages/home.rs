//! The home page: the shelves.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::model::{Card, Catalogue, Lang, WorkId};
use crate::reader::Place;
use crate::ui::{Words, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HomeProps {
    pub(crate) catalogue: Rc<Catalogue>,
    pub(crate) lang: Lang,
    pub(crate) root: AttrValue,
    pub(crate) world: WorldRef,
}

#[component]
pub(crate) fn Home(
    HomeProps {
        catalogue,
        lang,
        root,
        world,
    }: &HomeProps,
) -> Html {
    let words = Words(*lang);
    let places = use_state_eq(BTreeMap::<WorkId, Place>::new);
    {
        let (places, world) = (places.setter(), world.clone());
        use_effect_with((), move |()| {
            places.set(world.0.places().into_iter().collect());
        });
    }
    let shelf = |kind: &str, title: &'static str| {
        let cards = catalogue.cards.iter().filter(|card| card.kind == kind);
        html! {
            <section class="shelf-of" aria-label={title}>
                <h2>{ title }</h2>
                <ul class="cards">
                    { for cards.map(|card| html! { <CardView card={card.clone()} lang={*lang} root={root.clone()} place={places.get(&card.id).cloned()} /> }) }
                </ul>
            </section>
        }
    };
    html! {
        <main id="main" tabindex="-1" class="home-page">
            <div class="welcome">
                <img src={format!("{root}art/welcome.svg")} width="330" height="270" alt="" />
                <div>
                    <h1>{ words.welcome() }</h1>
                    <p>{ words.welcome_more() }</p>
                </div>
            </div>
            <div class="shelves">
                { shelf("comic", words.comics()) }
                { shelf("scenario", words.scenarios()) }
            </div>
        </main>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct CardProps {
    card: Card,
    lang: Lang,
    root: AttrValue,
    place: Option<Place>,
}

#[component]
fn CardView(
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
                <span class="cover"><img src={format!("{root}{}", card.cover)} width="500" height="500" alt={card.cover_alt.in_(*lang).to_owned()} /></span>
                <span class="card-title">{ card.title.in_(*lang) }</span>
                <span class="card-facts">{ kind }{ " · " }{ words.ages(card.ages.min, card.ages.max) }{ " · " }{ words.minutes(card.minutes) }</span>
                <span class="card-summary">{ card.summary.in_(*lang) }</span>
                <span class="card-place" aria-hidden={place.is_none().then_some("true")}>{ place.as_ref().map(|_| words.reading_at()) }</span>
            </a>
        </li>
    }
}
