//! What parents are told of a work.

use serde::{Deserialize, Serialize};

use super::{Card, NonEmpty, Text};

/// A work's page for parents, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parents {
    /// What a child practises in this story.
    pub teaches: NonEmpty<Text>,
    /// Questions to ask one's child.
    pub ask: NonEmpty<Text>,
    /// What to do if it has happened to one's child, in order.
    pub happened: NonEmpty<Text>,
}

/// The whole page: the work in short, and what parents are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The work.
    pub card: Card,
    /// What is told.
    pub parents: Parents,
}
