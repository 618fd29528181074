//! Pages that never change: lists and advice.

use yew::prelude::*;

use crate::model::{Catalogue, Guide, Next, NonEmpty, Passage, Scenario, Story, Text, Work};
use crate::ui::components::{Known, map};
use crate::ui::fixed::{fixed, put};
use crate::ui::{Art, Content, Here, Leaflet};

pub(crate) fn leaflet(leaflet: &Leaflet, here: &Here, art: &Art) -> Html {
    let page = fixed(art, "page", || match &leaflet.content {
        Content::Printed => Html::default(),
        Content::Put => put(),
        Content::All(catalogue) => all(catalogue, here),
        Content::Parents(guide) => parents(guide, here),
        Content::Paths(work) => paths(work, here),
    });
    let work = leaflet
        .work
        .then(|| leaflet.folder.trim_end_matches('/').to_owned());
    html! { <main id="main" tabindex="-1" data-work={work}>{ page }</main> }
}

/// Every work in one plain list: for who has no script, and for search engines.
fn all(catalogue: &Catalogue, here: &Here) -> Html {
    let (words, lang) = (here.words(), here.lang);
    html! {
        <div class="all-works">
            <h1>{ words.all() }</h1>
            <ul>
                { for catalogue.cards.iter().map(|card| html! {
                    <li><a href={here.to(&format!("{}/", card.id))} data-card={card.id.to_string()}>{ card.title.in_(lang) }</a>
                        <span class="card-facts">{ words.ages(card.ages.min, card.ages.max) }{ " · " }{ words.minutes(card.minutes) }</span></li>
                }) }
            </ul>
        </div>
    }
}

/// What parents are told of a work: for somebody with a phone and five seconds.
fn parents(guide: &Guide, here: &Here) -> Html {
    let (words, lang) = (here.words(), here.lang);
    let (card, parents) = (&guide.card, &guide.parents);
    let items = |list: &NonEmpty<Text>| {
        list.iter()
            .map(|text| html! { <li>{ text.in_(lang) }</li> })
            .collect::<Html>()
    };
    let story = here.to(&format!("{}/", card.id));
    html! {
        <div class="parents" data-parents={card.id.to_string()}>
            <header class="parents-head">
                <img src={format!("{}{}", here.root, card.cover)} width="500" height="500" alt={card.cover_alt.in_(lang).to_owned()} />
                <div>
                    <p class="fine">{ words.parents() }</p>
                    <h1>{ card.title.in_(lang) }</h1>
                    <p>{ card.summary.in_(lang) }</p>
                    <p class="card-facts">{ words.ages(card.ages.min, card.ages.max) }{ " · " }{ words.minutes(card.minutes) }</p>
                    <a class="button strong" href={story}>{ words.parents_read() }</a>
                </div>
            </header>
            <section aria-labelledby="teaches"><h2 id="teaches">{ words.parents_teaches() }</h2><ul>{ items(&parents.teaches) }</ul></section>
            <section class="ask" aria-labelledby="ask"><h2 id="ask">{ words.parents_ask() }</h2><ol>{ items(&parents.ask) }</ol></section>
            <section class="happened" aria-labelledby="happened">
                <h2 id="happened">{ words.parents_happened() }</h2>
                <ol>{ items(&parents.happened) }</ol>
                <p class="now"><a class="call-big" href="tel:111">{ words.help_call() }</a><span>{ words.help_call_more() }</span></p>
            </section>
        </div>
    }
}

/// Every path of a scenario: the map, and what happens in each passage. It gives everything away.
fn paths(work: &Work, here: &Here) -> Html {
    let (words, lang) = (here.words(), here.lang);
    let Story::Scenario(scenario) = &work.story else {
        return Html::default();
    };
    let story = here.to(&work.folder());
    let one = |passage: &Passage| {
        let next = match &passage.next {
            Next::Choices(choices) => choices
                .iter()
                .map(|choice| {
                    let number = number(scenario, &choice.to);
                    html! { <li>{ choice.text.in_(lang) }{ " → " }<a href={choice.to.href()}>{ number }</a></li> }
                })
                .collect::<Html>(),
            Next::Ending(ending) => html! {
                <li><b>{ words.ending(ending.kind) }{ " · " }{ ending.title.in_(lang) }</b></li>
            },
        };
        html! {
            <li id={passage.id.to_string()}>
                <p>{ passage.panels.first().alt.in_(lang) }{ " " }<a href={format!("{story}{}", passage.id.href())}>{ words.map_open() }</a></p>
                <ul>{ next }</ul>
            </li>
        }
    };
    html! {
        <div class="all-paths">
            <h1>{ words.map_all() }{ ": " }{ work.title.in_(lang) }</h1>
            <p>{ words.map_all_more() }</p>
            { map(scenario, Known::All, words) }
            <ol>{ for scenario.passages.iter().map(one) }</ol>
        </div>
    }
}

/// A passage's place in the story, from 1.
fn number(scenario: &Scenario, id: &crate::model::PassageId) -> usize {
    let at = scenario
        .passages
        .iter()
        .position(|passage| passage.id == *id);
    at.unwrap_or_default() + 1
}
