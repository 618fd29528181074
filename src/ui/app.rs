//! The app: one leaf at a time, a frame around it.

use yew::prelude::*;

use super::components::{footer, header};
use super::pages::{Booklet, Home, Reading, leaflet, lost};
use super::world::{News, Readers, Shelf, WorldRef};
use super::{Leaf, Page, Words};
use crate::reader::{Animal, Settings, Sheet};

/// The app's props: all that its first frame is made of.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The page to begin with.
    pub leaf: Leaf,
    /// The outside.
    pub world: WorldRef,
}

/// The whole app.
#[component]
pub fn App(AppProps { leaf, world }: &AppProps) -> Html {
    let leaf = {
        let first = leaf.clone();
        use_state_eq(move || first)
    };
    let shelf = use_state_eq(Shelf::default);
    let settings = use_state_eq(Settings::default);
    let sheet = use_state_eq(|| Sheet::Lying);
    let readers = use_state_eq(Readers::default);
    {
        let (leaf, shelf, sheet) = (leaf.setter(), shelf.setter(), sheet.setter());
        let (settings, readers) = (settings.setter(), readers.setter());
        let world = world.clone();
        use_effect_with((), move |()| {
            readers.set(world.0.readers());
            let kept = world.0.settings();
            world.0.keep_settings(kept);
            settings.set(kept);
            sheet.set(world.0.sheet());
            world.0.listen(Callback::from(move |news| match news {
                News::Arrived(arrived) => leaf.set(arrived),
                News::Shelf(now) => shelf.set(now),
                News::Turned(form) => sheet.set(form),
            }));
        });
    }
    {
        let world = world.clone();
        use_effect_with((*leaf).clone(), move |leaf| world.0.settled(leaf));
    }
    let set = {
        let (settings, world) = (settings.setter(), world.clone());
        use_callback((), move |chosen: Settings, ()| {
            world.0.keep_settings(chosen);
            settings.set(chosen);
        })
    };
    let be = {
        let (settings, readers) = (settings.setter(), readers.setter());
        let world = world.clone();
        use_callback((), move |animal: Animal, ()| {
            world.0.be(animal);
            readers.set(world.0.readers());
            let kept = world.0.settings();
            world.0.keep_settings(kept);
            settings.set(kept);
        })
    };
    let words = Words(leaf.lang);
    let here = leaf.here();
    let page = match &leaf.page {
        Page::Home(catalogue) => {
            html! { <Home catalogue={catalogue.clone()} {here} art={leaf.art.clone()} world={world.clone()} readers={(*readers).clone()} /> }
        }
        Page::Booklet(catalogue) => {
            html! { <Booklet catalogue={catalogue.clone()} {here} world={world.clone()} readers={(*readers).clone()} {be} /> }
        }
        Page::Leaflet(own) => leaflet(own, &here, &leaf.art),
        Page::Work(work) => {
            html! { <Reading key={leaf.key()} work={work.clone()} {here} art={leaf.art.clone()} world={world.clone()} settings={*settings} sheet={*sheet} set={set.clone()} /> }
        }
        Page::Lost => lost(&here),
    };
    html! {
        <>
            <a class="skip" href="#main">{ words.skip() }</a>
            { header(&leaf, readers.now, *settings, &set) }
            { page }
            { footer(words, &leaf.art, *shelf) }
        </>
    }
}
