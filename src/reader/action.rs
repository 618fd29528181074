//! What can happen to a reader.

use super::Place;
use crate::model::ChoiceId;

/// A step that needs no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To what follows.
    Next,
    /// To what was before.
    Back,
    /// To the beginning.
    First,
    /// To the last panel.
    Last,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The page has woken: ask for what the browser knows.
    Woke,
    /// What the browser knows: the place in the address, and the place kept from an earlier visit.
    Recalled {
        /// The fragment of the address, without `#`; empty if there is none.
        address: String,
        /// The name of the place where this reader was the last time.
        kept: Option<String>,
    },
    /// A step.
    Turn(Turn),
    /// Straight to a place: a panel of a page was touched.
    Go(Place),
    /// A place has come into view by itself: the strip was scrolled.
    Seen(String),
    /// The address has changed by itself: back, forward, or a typed fragment (without `#`).
    Moved(String),
    /// A choice was taken.
    Choose(ChoiceId),
    /// The offer to go on where one was is accepted.
    Resume,
    /// The offer is declined.
    StartOver,
}
