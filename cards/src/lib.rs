//! Paper cards with which a class votes without any device of its own.
//!
//! Each pupil holds a numbered card. Its mark has four sides, A to D: the side that is held up is the answer, and
//! nobody but the camera can tell which. [`marks`] says what a card looks like, [`read`] finds all cards in a
//! picture. Nothing is kept of a picture.

pub mod marks;
mod read;

pub use marks::{Answer, CARDS, Card};
pub use read::{Reading, Seen, read};
