//! Where the reader is and what comes next: a pure step from state to state.
//!
//! Knows `model` only: no DOM, no clock, no storage. What should happen outside is returned as
//! [`Effect`]s; what happened outside comes back as [`Action`]s.

mod action;
mod compose;
mod effect;
mod place;
mod progress;
mod search;
mod settings;
mod state;

pub use action::{Action, Turn};
pub use compose::{Page, Sheet, compose};
pub use effect::{Effect, Entry};
pub use place::{AFTER, Place};
pub use progress::{Animal, Day, Mark, Record};
pub use search::{Group, Index, Wish, fold};
pub use settings::{Letters, Settings, Theme, View};
pub use state::Reader;
