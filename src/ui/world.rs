//! The outside as the components see it: effects go out, news comes in.

use std::fmt;
use std::rc::Rc;

use yew::Callback;

use super::{Leaf, Spoken};
use crate::model::{Lang, WorkId};
use crate::reader::{Action, Animal, Day, Effect, Mark, Place, Record, Settings, Sheet};

/// What the outside can do. Every answer may be “not available”, and none of them panics.
pub trait World {
    /// Performs an effect of a reader; answers come to `answer`.
    fn perform(&self, work: &WorkId, effect: Effect, answer: Callback<Action>);
    /// What this reader has of each work.
    fn records(&self) -> Vec<(WorkId, Record)>;
    /// What this reader has of one work.
    fn record(&self, _work: &WorkId) -> Record {
        Record::default()
    }
    /// Puts a mark into a record.
    fn mark(&self, _work: &WorkId, _mark: Mark) {}
    /// Today.
    fn today(&self) -> Day {
        Day::default()
    }
    /// Who reads on this device.
    fn readers(&self) -> Readers {
        Readers::default()
    }
    /// Somebody else reads from now on; who is new is added.
    fn be(&self, _animal: Animal) {}
    /// Forgets a reader, or everybody.
    fn forget(&self, _who: Option<Animal>) -> Forgotten {
        Forgotten::default()
    }
    /// Gives back what was forgotten.
    fn restore(&self, _forgotten: &Forgotten) {}
    /// Whether this device keeps nothing: no room, or forbidden.
    fn forgets(&self) -> bool {
        false
    }
    /// Whether this page was reached from another one of the library.
    fn travelled(&self) -> bool {
        false
    }
    /// The whole address of a place of this page, or of the page.
    fn address(&self, _place: Option<&Place>) -> String {
        String::new()
    }
    /// Whether the device can hand something to its other apps.
    fn can_share(&self) -> bool {
        false
    }
    /// Hands an address to the device's other apps.
    fn share(&self, _title: &str, _address: &str) {}
    /// Copies a text; tells whether that was allowed.
    fn copy(&self, _text: &str, copied: Callback<bool>) {
        copied.emit(false);
    }
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
    /// Waits until a second tap would have come.
    fn soon(&self, then: Callback<()>) {
        then.emit(());
    }
    /// Stops speaking.
    fn hush(&self) {}
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

/// Who reads on a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readers {
    /// Who reads now.
    pub now: Animal,
    /// All of them; the first animal is always there.
    pub all: Vec<Animal>,
}

impl Default for Readers {
    fn default() -> Self {
        let now = Animal::default();
        Self {
            now,
            all: vec![now],
        }
    }
}

/// What was forgotten and can be given back: entries of the storage and their texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten(pub Vec<(String, String)>);

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
    fn records(&self) -> Vec<(WorkId, Record)> {
        Vec::new()
    }
    fn listen(&self, _: Callback<News>) {}
    fn settled(&self, _: &Leaf) {}
    fn ready(&self) {}
}
