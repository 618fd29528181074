//! What the home page knows of each work.

use serde::{Deserialize, Serialize};

use super::{Ages, NonEmpty, Text, Topic, WorkId};

/// The whole library, as the home page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Every work: first the stories in the order of the shelves, then the documents.
    pub cards: Vec<Card>,
    /// How many of them are stories.
    pub stories: usize,
}

/// A work on the home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The work.
    pub id: WorkId,
    /// `comic` or `scenario`; of a document `article`, `guide` or `rulebook`.
    pub kind: String,
    /// Its title.
    pub title: Text,
    /// What it promises.
    pub summary: Text,
    /// What its cover shows.
    pub cover_alt: Text,
    /// The file of its cover, relative to the root of the library.
    pub cover: String,
    /// For whom.
    pub ages: Ages,
    /// What it is about.
    pub topics: NonEmpty<Topic>,
    /// Reading time in minutes.
    pub minutes: u8,
    /// Panels of a comic, passages of a scenario: what progress counts.
    pub steps: usize,
    /// Endings of a scenario; none in a comic.
    pub endings: usize,
}
