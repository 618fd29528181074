//! The vaccine card: who reads here, the stamps of each, what it is time to refresh.

use std::rc::Rc;

use yew::prelude::*;

use super::home::{Records, records_of};
use crate::model::{Card, Catalogue};
use crate::reader::{AFTER, Animal, Record};
use crate::ui::components::{animal, pressed};
use crate::ui::{Forgotten, Here, Readers, WorldRef};

/// So many stories that wait for their stamp are shown: a promise, not a debt.
const WAITING: usize = 6;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct BookletProps {
    pub(crate) catalogue: Rc<Catalogue>,
    pub(crate) here: Here,
    pub(crate) world: WorldRef,
    pub(crate) readers: Readers,
    /// Somebody else reads.
    pub(crate) be: Callback<Animal>,
}

/// What the page does besides being read.
#[derive(Clone, Debug, PartialEq)]
enum Doing {
    Nothing,
    /// The animals that are free are shown.
    Adding,
    /// Asks whether one reader (or all) shall really be forgotten.
    Clearing(Option<Animal>),
    /// Forgotten, and can be given back.
    Cleared(Forgotten),
}

#[component]
pub(crate) fn Booklet(props: &BookletProps) -> Html {
    let BookletProps {
        catalogue,
        here,
        world,
        readers,
        ..
    } = props;
    let words = here.words();
    let records = use_state_eq(Records::new);
    let doing = use_state_eq(|| Doing::Nothing);
    {
        let (records, world, catalogue) = (records.setter(), world.clone(), catalogue.clone());
        use_effect_with((readers.clone(), (*doing).clone()), move |_| {
            records.set(records_of(&catalogue, &world));
        });
    }
    let today = world.0.today();
    let record = |i: usize| records.get(i)?.as_ref();
    let of = |keep: &dyn Fn(&Record) -> bool| -> Vec<(&Card, &Record)> {
        let all = catalogue.cards.iter().enumerate();
        all.filter_map(|(i, card)| Some((card, record(i)?)))
            .filter(|(_, own)| keep(own))
            .collect()
    };
    let due = of(&|own| own.due(today));
    let done = of(&|own| own.done.is_some());
    let waiting = catalogue.cards.iter().enumerate();
    let waiting = waiting.filter(|(i, _)| record(*i).is_none_or(|own| own.done.is_none()));
    let waiting: Vec<&Card> = waiting.map(|(_, card)| card).take(WAITING).collect();
    let stamps = if done.is_empty() {
        words.booklet_empty().to_owned()
    } else {
        words.stamps(done.len())
    };
    html! {
        <main id="main" tabindex="-1" class="booklet">
            { who(props, &doing) }
            <section class="sheet" aria-label={words.booklet()}>
                <header>
                    { animal(here, readers.now, 112, true) }
                    <div>
                        <h1>{ words.booklet() }</h1>
                        <p class="count-stamps" role="status">{ stamps }</p>
                        <p>{ words.booklet_more() }</p>
                        <p class="asleep">{ words.booklet_asleep() }</p>
                    </div>
                </header>
                if !due.is_empty() {
                    <section class="due" data-due="" aria-label={words.due()}>
                        <h2>{ words.due() }</h2>
                        <p>{ words.due_more() }</p>
                        <ul>{ for due.iter().map(|(card, _)| refresh(here, card)) }</ul>
                    </section>
                }
                <ul class="slots">
                    { for done.iter().map(|(card, own)| stamped(here, card, own)) }
                    { for waiting.into_iter().map(|card| empty(here, card)) }
                </ul>
            </section>
            if world.0.forgets() {
                <p class="forgets" role="status">{ words.forgets() }</p>
            }
            { clearing(props, &doing) }
        </main>
    }
}

/// The readers of this device, and a way for one more.
fn who(props: &BookletProps, doing: &UseStateHandle<Doing>) -> Html {
    let BookletProps {
        here, readers, be, ..
    } = props;
    let words = here.words();
    let one = |one: &Animal| {
        let (be, doing, chosen) = (be.clone(), doing.setter(), *one);
        let onclick = Callback::from(move |_: MouseEvent| {
            doing.set(Doing::Nothing);
            be.emit(chosen);
        });
        html! {
            <li><button type="button" data-animal={one.name()} aria-pressed={pressed(*one == readers.now)} {onclick}>
                { animal(here, *one, 88, false) }<span>{ words.animal(*one) }</span>
            </button></li>
        }
    };
    let free = || {
        let all = Animal::ALL.iter();
        all.filter(|one| !readers.all.contains(one)).map(one)
    };
    let adding = **doing == Doing::Adding;
    let add = {
        let doing = doing.setter();
        Callback::from(move |_: MouseEvent| {
            doing.set(if adding {
                Doing::Nothing
            } else {
                Doing::Adding
            });
        })
    };
    html! {
        <section class="readers" aria-label={words.who()}>
            <h2>{ words.who() }</h2>
            <ul class="animals">
                { for readers.all.iter().map(one) }
                if readers.all.len() < Animal::ALL.len() {
                    <li><button type="button" class="add" data-add="" aria-expanded={pressed(adding)} onclick={add}><i aria-hidden="true">{ "+" }</i><span>{ words.who_add() }</span></button></li>
                }
            </ul>
            if adding {
                <p>{ words.who_pick() }</p>
                <ul class="animals pick">{ for free() }</ul>
            }
            <p class="fine">{ words.who_more() }</p>
        </section>
    }
}

/// A story whose question is asked again.
fn refresh(here: &Here, card: &Card) -> Html {
    let href = here.to(&format!("{}/#{AFTER}", card.id));
    html! {
        <li><a {href}><img src={format!("{}{}", here.root, card.cover)} width="64" height="64" alt="" />
            <span>{ card.title.in_(here.lang) }</span><b>{ here.words().due_answer() }</b></a></li>
    }
}

/// A story that was read to its end, and what came of it.
fn stamped(here: &Here, card: &Card, own: &Record) -> Html {
    let words = here.words();
    let found = own.ends.len();
    let stamp = match own.again {
        _ if card.endings > 0 && found >= card.endings => "stamp-all",
        Some(_) => "stamp-booster",
        None => "stamp-done",
    };
    html! {
        <li class="slot" data-stamp={card.id.to_string()}>
            <a href={here.to(&format!("{}/", card.id))}>
                <span class="cover"><img src={format!("{}{}", here.root, card.cover)} width="500" height="500" loading="lazy" alt="" /></span>
                <img class="stamp" src={here.icon(stamp)} width="96" height="96" alt="" />
                <span class="slot-title">{ card.title.in_(here.lang) }</span>
                <span class="slot-day">
                    { own.done.map(|day| words.stamped_on(words.day(day))) }
                    { own.again.map(|day| html! { <><br />{ words.refreshed_on(words.day(day)) }</> }) }
                    if card.endings > 0 {
                        <br />{ words.endings_found(found, card.endings) }
                    }
                </span>
            </a>
        </li>
    }
}

/// A place for a stamp that waits.
fn empty(here: &Here, card: &Card) -> Html {
    html! {
        <li class="slot empty"><a href={here.to(&format!("{}/", card.id))}><span class="ring" aria-hidden="true"></span><span class="slot-title">{ card.title.in_(here.lang) }</span></a></li>
    }
}

/// Forgetting: asked twice, and given back if one wants.
fn clearing(props: &BookletProps, doing: &UseStateHandle<Doing>) -> Html {
    let BookletProps {
        here,
        world,
        readers,
        be,
        ..
    } = props;
    let words = here.words();
    let to = |next: Doing| {
        let doing = doing.setter();
        Callback::from(move |_: MouseEvent| doing.set(next.clone()))
    };
    match &**doing {
        Doing::Nothing | Doing::Adding => html! {
            <p class="ways clearing">
                <button type="button" class="button" data-clear="one" onclick={to(Doing::Clearing(Some(readers.now)))}>{ words.clear_one(words.animal(readers.now)) }</button>
                <button type="button" class="button" data-clear="all" onclick={to(Doing::Clearing(None))}>{ words.clear_all() }</button>
            </p>
        },
        Doing::Clearing(who) => {
            let clear = {
                let (world, be, doing, who) = (world.clone(), be.clone(), doing.setter(), *who);
                Callback::from(move |_: MouseEvent| {
                    let forgotten = world.0.forget(who);
                    be.emit(world.0.readers().now);
                    doing.set(Doing::Cleared(forgotten));
                })
            };
            html! {
                <div class="clearing" role="alert">
                    <p>{ words.clear_sure() }</p>
                    <p class="ways">
                        <button type="button" class="button strong" data-clear="no" onclick={to(Doing::Nothing)}>{ words.clear_no() }</button>
                        <button type="button" class="button exit" data-clear="yes" onclick={clear}>{ words.clear_yes() }</button>
                    </p>
                </div>
            }
        }
        Doing::Cleared(forgotten) => {
            let undo = {
                let (world, be, doing) = (world.clone(), be.clone(), doing.setter());
                let forgotten = forgotten.clone();
                Callback::from(move |_: MouseEvent| {
                    world.0.restore(&forgotten);
                    be.emit(world.0.readers().now);
                    doing.set(Doing::Nothing);
                })
            };
            html! {
                <p class="ways clearing" role="status"><span>{ words.cleared() }</span>
                    <button type="button" class="button" data-undo="" onclick={undo}>{ words.undo() }</button></p>
            }
        }
    }
}
