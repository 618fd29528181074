//! The outside as the components see it: effects go out, news comes in.

use std::fmt;
use std::rc::Rc;

use yew::Callback;

use super::{Leaf, Spoken};
use crate::model::{Lang, WorkId};
use crate::reader::{Action, Effect, Place, Settings, Sheet};

/// What the outside can do. Every answer may be “not available”, and none of them panics.
pub trait World {
    /// Performs an effect of a reader; answers come to `answer`.
    fn perform(&self, work: &WorkId, effect: Effect, answer: Callback<Action>);
    /// Where this reader was in each work.
    fn places(&self) -> Vec<(WorkId, Place)>;
    /// How this reader likes to read.
    fn settings(&self) -> Settings {
        Settings::default()
    }
    /// Remembers it, and dresses the document so.
    fn keep_settings(&self, _settings: Settings) {}
    /// The form of the screen.
    fn sheet(&self) -> Sheet {
        Sheet::Lying
    }
    /// Says a text; what was being said is cut off.
    fn speak(&self, _text: &str, _lang: Lang, _slow: bool, heard: Callback<Spoken>) {
        heard.emit(Spoken::NoVoice);
    }
    /// Waits a moment, as before a picture without words.
    fn pause(&self, _then: Callback<()>) {}
    /// Stops speaking.
    fn hush(&self) {}
    /// Leaves for an empty page; “back” does not return here.
    fn leave(&self) {}
    /// Whether this page is shown to a class.
    fn for_class(&self) -> bool {
        false
    }
    /// From now on, tell what happens.
    fn listen(&self, news: Callback<News>);
    /// A page stands on the screen: its title, the keyboard's place, the mark that all is ready.
    fn settled(&self, leaf: &Leaf);
    /// What is on the screen answers from now on: said when the frame that the reader's place asks for is
    /// in the document, never before.
    fn ready(&self);
}

/// What happens outside.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Another page has been fetched.
    Arrived(Leaf),
    /// The screen was turned or resized: it has this form now.
    Turned(Sheet),
    /// The keeping of the library has come this far.
    Shelf(Shelf),
}

/// How much of the library is kept for reading without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Nothing is known (yet), or this browser keeps nothing.
    #[default]
    Unknown,
    /// So many files of so many.
    Keeping {
        /// Kept already.
        kept: u32,
        /// All there are.
        of: u32,
    },
    /// Everything is kept.
    Ready,
    /// There was no room for everything.
    Short {
        /// Kept.
        kept: u32,
        /// All there are.
        of: u32,
    },
    /// A new version lies ready for the next visit.
    Update,
}

/// A world, cheap to hand down.
#[derive(Clone)]
pub struct WorldRef(pub Rc<dyn World>);

impl fmt::Debug for WorldRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WorldRef")
    }
}

impl PartialEq for WorldRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A world in which nothing happens: for printing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Still;

impl World for Still {
    fn perform(&self, _: &WorkId, _: Effect, _: Callback<Action>) {}
    fn places(&self) -> Vec<(WorkId, Place)> {
        Vec::new()
    }
    fn listen(&self, _: Callback<News>) {}
    fn settled(&self, _: &Leaf) {}
    fn ready(&self) {}
}
