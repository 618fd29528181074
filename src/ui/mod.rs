//! What is on the screen: Yew components made of `model` and `reader`. The same code is printed by
//! press and woken in the browser, so the first frame is made of props alone.
//!
//! It touches no storage, no history, no network: all that goes through [`World`].

mod aloud;
mod app;
mod components;
pub mod island;
mod keys;
mod leaf;
mod pages;
mod words;
mod world;

pub use aloud::Spoken;
pub use app::{App, AppProps};
pub use keys::turn_for;
pub use leaf::{Art, Leaf, Page};
pub use words::Words;
pub use world::{News, Shelf, Still, World, WorldRef};
