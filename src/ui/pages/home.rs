//! The home page: what was begun, a way to search, and the shelves.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::model::{Catalogue, Lang, WorkId};
use crate::reader::{Index, Place, Wish};
use crate::ui::components::{CardView, Finder};
use crate::ui::{Words, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HomeProps {
    pub(crate) catalogue: Rc<Catalogue>,
    pub(crate) lang: Lang,
    pub(crate) root: AttrValue,
    pub(crate) world: WorldRef,
}

/// So many answers are shown; who looks at more would rather say more.
const MOST: usize = 60;

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
    let wish = use_state_eq(Wish::default);
    let places = use_state_eq(BTreeMap::<WorkId, Place>::new);
    {
        let (places, world) = (places.setter(), world.clone());
        use_effect_with((), move |()| {
            places.set(world.0.places().into_iter().collect());
        });
    }
    let cards = &catalogue.cards;
    let index = use_memo(catalogue.clone(), |catalogue| {
        Index::new(&catalogue.cards, &|topic, lang| Words(lang).topic(topic))
    });
    let card = |i: usize| {
        let card = &cards[i];
        html! { <CardView key={card.id.to_string()} card={card.clone()} lang={*lang} root={root.clone()} place={places.get(&card.id).cloned()} /> }
    };
    let shelf = |name: &'static str, title: &'static str, among: Vec<usize>| {
        html! {
            <section class="shelf-of" data-shelf-of={name} aria-label={title}>
                <h2>{ title }</h2>
                <ul class="cards">{ for among.into_iter().map(card) }</ul>
            </section>
        }
    };
    let of_kind = |kind: &str| {
        (0..cards.len())
            .filter(|i| cards[*i].kind == kind)
            .collect()
    };
    let begun: Vec<usize> = (0..cards.len())
        .filter(|i| places.contains_key(&cards[*i].id))
        .collect();
    let shown = if wish.is_empty() {
        html! {
            <>
                if !begun.is_empty() {
                    { shelf("begun", words.go_on(), begun) }
                }
                { shelf("comic", words.comics(), of_kind("comic")) }
                { shelf("scenario", words.scenarios(), of_kind("scenario")) }
            </>
        }
    } else {
        let found = index.find(cards, &wish);
        let said = if found.is_empty() {
            words.found_none().to_owned()
        } else {
            words.found(found.len())
        };
        html! {
            <section class="shelf-of" data-shelf-of="found" aria-label={words.search()}>
                <p class="found" role="status">{ said }</p>
                <ul class="cards">{ for found.into_iter().take(MOST).map(card) }</ul>
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
            <Finder lang={*lang} wish={(*wish).clone()} set={Callback::from(move |asked| wish.set(asked))} />
            <div class="shelves">{ shown }</div>
        </main>
    }
}
