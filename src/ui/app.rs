//! The app: one leaf at a time, a frame around it.

use yew::prelude::*;

use super::components::{Footer, Header};
use super::pages::{Home, Lost, Reading};
use super::world::{News, Shelf, WorldRef};
use super::{Leaf, Page, Words};

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
    {
        let (leaf, shelf, world) = (leaf.setter(), shelf.setter(), world.clone());
        use_effect_with((), move |()| {
            world.0.listen(Callback::from(move |news| match news {
                News::Arrived(arrived) => leaf.set(arrived),
                News::Shelf(now) => shelf.set(now),
            }));
        });
    }
    {
        let world = world.clone();
        use_effect_with((*leaf).clone(), move |leaf| world.0.settled(leaf));
    }
    let words = Words(leaf.lang);
    let page = match &leaf.page {
        Page::Home(catalogue) => {
            html! { <Home catalogue={catalogue.clone()} lang={leaf.lang} root={leaf.root.clone()} world={world.clone()} /> }
        }
        Page::Work(work) => {
            html! { <Reading key={leaf.key()} work={work.clone()} lang={leaf.lang} home={leaf.home()} art={leaf.art.clone()} world={world.clone()} /> }
        }
        Page::Lost => html! { <Lost lang={leaf.lang} home={leaf.home()} /> },
    };
    html! {
        <>
            <a class="skip" href="#main">{ words.skip() }</a>
            <Header leaf={(*leaf).clone()} />
            { page }
            <Footer lang={leaf.lang} shelf={*shelf} />
        </>
    }
}
