//! The home page: what was begun, what is new, a way to search, and the shelves.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::Catalogue;
use crate::reader::{Group, Index, Record, Wish};
use crate::ui::components::{self, animal, finder};
use crate::ui::fixed::{fixed, put};
use crate::ui::{ALL, Art, BOOKLET, Here, Readers, Words, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HomeProps {
    pub(crate) catalogue: Rc<Catalogue>,
    pub(crate) here: Here,
    pub(crate) art: Art,
    pub(crate) world: WorldRef,
    pub(crate) readers: Readers,
}

/// So many answers are shown; who looks at more would rather say more.
const MOST: usize = 60;

/// So many of them are shown at once, the others a moment later: a slow tablet answers the first letter in time.
const FIRST: usize = 6;

/// So many works stand on a shelf of the home page; behind the last one is the way to all of them.
const SHELF: usize = 12;

/// So many works are new for a reader at a time.
const NEW: usize = 3;

/// What a reader has of each work, in the order of the catalogue.
pub(super) type Records = Vec<Option<Record>>;

/// What the reader has of each work, in the order of the catalogue.
pub(super) fn records_of(catalogue: &Catalogue, world: &WorldRef) -> Records {
    let mut all = vec![None; catalogue.cards.len()];
    for (id, record) in world.0.records() {
        if let Some(at) = catalogue.cards.iter().position(|card| card.id == id) {
            all[at] = Some(record);
        }
    }
    all
}

/// The works that this reader has not opened, those nearest to what was read first; none for who is new here,
/// since then all of them are.
fn new_for(catalogue: &Catalogue, records: &Records) -> Vec<usize> {
    let middle = |i: usize| {
        let ages = catalogue.cards[i].ages;
        i32::from(ages.min) + i32::from(ages.max)
    };
    let known = |i: &usize| matches!(records.get(*i), Some(Some(_)));
    let all = 0..catalogue.stories;
    let read = all.clone().filter(known);
    let (sum, count) = read.fold((0, 0), |(sum, count), i| (sum + middle(i), count + 1));
    if count == 0 {
        return Vec::new();
    }
    let far = |i: &usize| (middle(*i) - sum / count).abs();
    let mut new: Vec<usize> = Vec::new();
    for _ in 0..NEW {
        let rest = all.clone().filter(|i| !known(i) && !new.contains(i));
        new.extend(rest.min_by_key(far));
    }
    new
}

#[component]
pub(crate) fn Home(
    HomeProps {
        catalogue,
        here,
        art,
        world,
        readers,
    }: &HomeProps,
) -> Html {
    let words = here.words();
    let wish = use_state_eq(Wish::default);
    let records = use_state_eq(Records::new);
    {
        let (records, world, catalogue) = (records.setter(), world.clone(), catalogue.clone());
        use_effect_with(readers.clone(), move |_| {
            records.set(records_of(&catalogue, &world));
        });
    }
    // Whether all answers are shown, and not only the first ones.
    let whole = use_state_eq(|| false);
    {
        let (whole, world) = (whole.setter(), world.clone());
        use_effect_with(wish.is_empty(), move |empty| {
            if *empty {
                whole.set(false);
            } else {
                world.0.soon(Callback::from(move |()| whole.set(true)));
            }
        });
    }
    let cards = &catalogue.cards;
    let index = use_memo(catalogue.clone(), |catalogue| {
        Index::new(&catalogue.cards, &|topic, lang| Words(lang).topic(topic))
    });
    let record = |i: usize| records.get(i)?.as_ref();
    let card = |i: usize| components::card(&cards[i], here, record(i));
    let shelf = |name: &'static str, title: String, among: Vec<usize>, more: Html| {
        if among.is_empty() {
            return Html::default();
        }
        html! {
            <section class="shelf-of" data-shelf-of={name} aria-label={title.clone()}>
                <h2>{ title }</h2>
                <ul class="cards">{ for among.into_iter().take(SHELF).map(card) }</ul>
                { more }
            </section>
        }
    };
    let own = |name, title: &str, among| shelf(name, title.to_owned(), among, Html::default());
    // Documents are found by searching, and behind the doors.
    let all = || 0..catalogue.stories;
    let of_ages = |group: Group| {
        let among: Vec<usize> = all()
            .filter(|i| Group::of(cards[*i].ages) == group)
            .collect();
        let more = if among.len() > SHELF {
            let onclick = {
                let wish = wish.setter();
                Callback::from(move |event: MouseEvent| {
                    event.prevent_default();
                    wish.set(Wish {
                        group: Some(group),
                        ..Wish::default()
                    });
                })
            };
            html! { <p class="ways"><a class="button" href={here.to(ALL)} {onclick}>{ words.all_of(among.len()) }</a></p> }
        } else {
            Html::default()
        };
        let (min, max) = group.ages();
        shelf("ages", words.shelf_ages(min, max), among, more)
    };
    let shown = if wish.is_empty() {
        let today = world.0.today();
        let due = all().filter(|i| record(*i).is_some_and(|own| own.due(today)));
        let begun = all().filter(|i| record(*i).is_some_and(Record::half_read));
        html! {
            <>
                { own("due", words.due(), due.collect()) }
                { own("begun", words.go_on(), begun.collect()) }
                { own("new", words.new_for_you(), new_for(catalogue, &records)) }
                { for Group::ALL.map(of_ages) }
            </>
        }
    } else {
        let found = index.find(cards, &wish);
        let said = match found.len() {
            0 => words.found_none().to_owned(),
            n if n > MOST => words.found_most(n, MOST),
            n => words.found(n),
        };
        html! {
            <section class="shelf-of" data-shelf-of="found" aria-label={words.search()}>
                <p class="found" role="status">{ said }</p>
                <ul class="cards">{ for found.into_iter().take(if *whole { MOST } else { FIRST }).map(card) }</ul>
            </section>
        }
    };
    let set = {
        let wish = wish.setter();
        Callback::from(move |asked| wish.set(asked))
    };
    let stamps = records
        .iter()
        .flatten()
        .filter(|own| own.done.is_some())
        .count();
    html! {
        <main id="main" tabindex="-1" class="home-page">
            <div class="welcome">
                <img src={format!("{}art/welcome.svg", here.root)} width="330" height="270" alt="" />
                <div>
                    { fixed(art, "hello", || html! { <><h1>{ words.welcome() }</h1><p>{ words.welcome_more() }</p></> }) }
                    <a class="me" href={here.to(BOOKLET)}>{ animal(here, readers.now, 52, true) }
                        <span>{ words.booklet() }<b aria-hidden={(stamps == 0).then_some("true")}>{ (stamps > 0).then(|| words.stamps(stamps)) }</b></span></a>
                </div>
            </div>
            { fixed(art, "doors", put) }
            { finder(words, &wish, &set) }
            <div class="shelves">{ shown }</div>
        </main>
    }
}
