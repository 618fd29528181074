//! The app: one leaf at a time, a frame around it.

use yew::prelude::*;

use super::components::{Footer, Header};
use super::pages::{Home, Lost, Reading};
use super::world::{News, Shelf, WorldRef};
use super::{Leaf, Page, Words};
use crate::reader::{Settings, Sheet};

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
    {
        let (leaf, shelf, sheet) = (leaf.setter(), shelf.setter(), sheet.setter());
        let (settings, world) = (settings.setter(), world.clone());
        use_effect_with((), move |()| {
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
    let leave = {
        let world = world.clone();
        use_callback((), move |(), ()| world.0.leave())
    };
    let words = Words(leaf.lang);
    let page = match &leaf.page {
        Page::Home(catalogue) => {
            html! { <Home catalogue={catalogue.clone()} lang={leaf.lang} root={leaf.root.clone()} world={world.clone()} /> }
        }
        Page::Work(work) => {
            html! { <Reading key={leaf.key()} work={work.clone()} lang={leaf.lang} home={leaf.home()} art={leaf.art.clone()} world={world.clone()} settings={*settings} sheet={*sheet} set={set.clone()} /> }
        }
        Page::Lost => html! { <Lost lang={leaf.lang} home={leaf.home()} /> },
    };
    html! {
        <>
            <a class="skip" href="#main">{ words.skip() }</a>
            <Header leaf={(*leaf).clone()} settings={*settings} {set} {leave} />
            { page }
            <Footer lang={leaf.lang} shelf={*shelf} />
        </>
    }
}
