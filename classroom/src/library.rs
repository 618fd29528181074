//! What there is to show: the works, as `library.json` lists them.

use serde::Deserialize;
use vac_xin_so::model::{PanelId, Text, Topic, WorkId};

/// The works of the library.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Library {
    /// All of them.
    pub works: Vec<Entry>,
}

/// A work, as far as a plan needs to know it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: WorkId,
    /// `comic`, `scenario`, `article`, `guide` or `rulebook`.
    pub kind: String,
    /// The youngest and the oldest reader, in years.
    pub ages: (u8, u8),
    /// What it is about.
    pub topics: Vec<Topic>,
    /// How long one reads it alone, in minutes.
    pub minutes: u16,
    /// Its title.
    pub title: Text,
    /// What a class is asked while it reads.
    #[serde(default)]
    pub asks: Vec<Ask>,
}

/// A pause of a class: what it is asked when it has seen a panel.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Ask {
    /// The panel.
    pub panel: PanelId,
    /// The question.
    pub text: Text,
}

impl Entry {
    /// Whether it is a story: only those are shown panel by panel.
    #[must_use]
    pub fn is_story(&self) -> bool {
        matches!(self.kind.as_str(), "comic" | "scenario")
    }

    /// How long a class takes: it reads aloud together, and at each choice of a scenario it votes.
    #[must_use]
    pub fn class_minutes(&self) -> u16 {
        if self.kind == "scenario" {
            self.minutes * 2
        } else {
            self.minutes + 2
        }
    }
}

impl Library {
    /// Reads `library.json`.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// The stories.
    pub fn stories(&self) -> impl Iterator<Item = &Entry> {
        self.works.iter().filter(|entry| entry.is_story())
    }

    /// The work of a name.
    #[must_use]
    pub fn get(&self, id: &WorkId) -> Option<&Entry> {
        self.works.iter().find(|entry| entry.id == *id)
    }
}
