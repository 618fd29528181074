//! What is on the screen: Yew components made of `model` and `reader`. The same code is printed by
//! press and woken in the browser, so the first frame is made of props alone.
//!
//! It touches no storage, no history, no network: all that goes through [`World`].

mod aloud;
mod app;
mod components;
mod fixed;
pub mod island;
mod keys;
mod leaf;
mod pages;
mod words;
mod world;

pub use aloud::Spoken;
pub use app::{App, AppProps};
#[cfg(feature = "prerender")]
pub use fixed::{PUT, adoptable};
pub use keys::turn_for;
pub use leaf::{
    ALL, Art, BOOKLET, Content, DOWNLOADS, HAPPENED, Here, Leaf, Leaflet, PARENTS, PATHS, Page,
    ROOM, WORDS,
};
pub use words::Words;
pub use world::{Forgotten, News, Readers, Shelf, Still, World, WorldRef};
