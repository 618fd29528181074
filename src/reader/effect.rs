//! What a step asks of the world.

use super::Place;
use crate::model::PassageId;

/// How a new address enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry: “back” returns to where one was.
    Push,
    /// In place of the present one.
    Replace,
}

/// What should happen outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Answer with [`super::Action::Recalled`], and from now on with [`super::Action::Moved`].
    Recall,
    /// Write this place into the address.
    Address(Place, Entry),
    /// Remember this place for the next visit, and the passage it is in.
    Keep(Place, Option<PassageId>),
    /// Remember that the story was read to an end: to this one, in a scenario.
    Finish(Option<PassageId>),
    /// Bring this place into view and let the keyboard stand there.
    Show(Place),
}
