//! A place in a work, and its address.

use serde::{Deserialize, Serialize};

use crate::model::{PanelId, PassageId, Story};

/// Where one can be in a work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// At a panel.
    Panel(PanelId),
    /// At the beginning of a passage.
    Passage(PassageId),
    /// Behind the end of a story: what to do and talk about now.
    After,
}

/// The name of the section behind the end of a story. No panel can have it: ids hold no underscore.
pub const AFTER: &str = "_after";

impl Place {
    /// The first place of a story.
    #[must_use]
    pub fn first(story: &Story) -> Self {
        match story {
            Story::Comic(panels) => Self::Panel(panels.first().id.clone()),
            Story::Scenario(scenario) => Self::Passage(scenario.start().id.clone()),
        }
    }

    /// The place that a page's fragment names (without `#`), if the story has it. A passage's first panel
    /// is the passage itself, so that every place is one place.
    #[must_use]
    pub fn named(name: &str, story: &Story) -> Option<Self> {
        match story {
            _ if name == AFTER => Some(Self::After),
            Story::Comic(panels) => {
                let panel = panels.iter().find(|panel| panel.id.as_str() == name)?;
                Some(Self::Panel(panel.id.clone()))
            }
            Story::Scenario(scenario) => scenario.passages.iter().find_map(|passage| {
                if passage.id.as_str() == name || passage.panels.first().id.as_str() == name {
                    return Some(Self::Passage(passage.id.clone()));
                }
                let panel = passage
                    .panels
                    .iter()
                    .find(|panel| panel.id.as_str() == name)?;
                Some(Self::Panel(panel.id.clone()))
            }),
        }
    }

    /// The name of this place in addresses, without `#`. The inverse of [`Place::named`].
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Panel(id) => id.as_str(),
            Self::Passage(id) => id.as_str(),
            Self::After => AFTER,
        }
    }

    /// The address of this place on its page.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.name())
    }
}
