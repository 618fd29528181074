//! The two kinds of story: a strip of panels, and passages joined by choices.

use serde::{Deserialize, Serialize};

use super::{ChoiceId, Flag, NonEmpty, Panel, PanelId, PassageId, Text};

/// What there is to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Story {
    /// Panels, read one after another.
    Comic(NonEmpty<Panel>),
    /// Passages, read by choosing.
    Scenario(Scenario),
}

impl Story {
    /// Every panel, in the order of the page.
    pub fn panels(&self) -> impl Iterator<Item = &Panel> {
        let (comic, scenario) = match self {
            Self::Comic(panels) => (Some(panels), None),
            Self::Scenario(scenario) => (None, Some(scenario)),
        };
        comic.into_iter().flat_map(|panels| panels.iter()).chain(
            scenario
                .into_iter()
                .flat_map(|s| s.passages.iter().flat_map(|p| p.panels.iter())),
        )
    }

    /// The panel of that name.
    #[must_use]
    pub fn panel(&self, id: &PanelId) -> Option<&Panel> {
        self.panels().find(|panel| panel.id == *id)
    }
}

/// A branching story. It begins with its first passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// All passages, the first one first; the order of the others is that of the author's file.
    pub passages: NonEmpty<Passage>,
}

impl Scenario {
    /// Where the story begins.
    #[must_use]
    pub fn start(&self) -> &Passage {
        self.passages.first()
    }

    /// The passage of that name.
    #[must_use]
    pub fn passage(&self, id: &PassageId) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.id == *id)
    }
}

/// One step of a scenario: one to four panels, and then a choice or an ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its name and address.
    pub id: PassageId,
    /// What happens.
    pub panels: NonEmpty<Panel>,
    /// What comes after.
    pub next: Next,
    /// Where it stands on the map of paths.
    #[serde(default)]
    pub spot: Spot,
}

/// A place on the map of a scenario's paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Steps from the beginning.
    pub column: u8,
    /// From the top, in half rows: columns of few passages stand in the middle.
    pub row: u8,
}

/// What comes after a passage: it always goes on, or it ends well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Next {
    /// The reader decides.
    Choices(NonEmpty<Choice>),
    /// The story ends here.
    Ending(Ending),
}

/// One way on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its name within the work.
    pub id: ChoiceId,
    /// What the reader would do or say.
    pub text: Text,
    /// Where it leads.
    pub to: PassageId,
    /// What will have happened once it is taken.
    #[serde(default)]
    pub sets: Vec<Flag>,
    /// It is offered only when all of these have happened.
    #[serde(default)]
    pub needs: Vec<Flag>,
}

/// How a path through the story ends. There is no bad ending: every one has a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EndingKind {
    /// The trick was seen in time.
    Safe,
    /// Something went a little wrong, and was learned from.
    Learned,
    /// It became hard, and somebody helped.
    Helped,
}

impl EndingKind {
    /// The name that authors, addresses and styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Learned => "learned",
            Self::Helped => "helped",
        }
    }
}

/// The end of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Which kind of end.
    pub kind: EndingKind,
    /// Its name, as on a little medal.
    pub title: Text,
    /// What we learned on this path, one to three sentences.
    pub learned: NonEmpty<Text>,
    /// The passage of the deciding choice, to try another way.
    pub retry: PassageId,
}
