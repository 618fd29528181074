//! A panel as the reader meets it: what it shows in words, and who says what in which order.
//! How it is drawn is the press's affair; the drawing itself is in the page.

use serde::{Deserialize, Serialize};

use super::{PanelId, Text};

/// The outline of a panel. Its width is always 1000 panel units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// 1000 × 1000 units.
    #[default]
    Square,
    /// 1000 × 750 units.
    Wide,
    /// 1000 × 1333 units: a fall, a tower, a long way up.
    Tall,
    /// 1000 × 500 units: a breath across the page.
    Strip,
}

impl Shape {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Square, Self::Wide, Self::Tall, Self::Strip];

    /// The height in panel units (the width is 1000).
    #[must_use]
    pub const fn height(self) -> u16 {
        match self {
            Self::Square => 1000,
            Self::Wide => 750,
            Self::Tall => 1333,
            Self::Strip => 500,
        }
    }

    /// The name that authors and styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Square => "square",
            Self::Wide => "wide",
            Self::Tall => "tall",
            Self::Strip => "strip",
        }
    }
}

/// One picture of a comic or of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Its name and address.
    pub id: PanelId,
    /// Its outline.
    pub shape: Shape,
    /// Whether its border is part of the drawing: a cloud, a torn edge.
    #[serde(default)]
    pub framed: bool,
    /// What is to be seen, for those who cannot see it.
    pub alt: Text,
    /// What is said and told, in reading order.
    pub balloons: Vec<Balloon>,
}

/// What kind of words a balloon holds; it decides shape and voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BalloonKind {
    /// Said aloud.
    #[default]
    Speech,
    /// Thought.
    Thought,
    /// Said very loudly.
    Shout,
    /// Said very softly.
    Whisper,
    /// Heard from a device: a caller, a game, a loudspeaker.
    Electronic,
    /// Told by the narrator; nobody says it.
    Caption,
    /// Written on a screen.
    Message,
    /// A sound, drawn: “TING!”.
    Sound,
}

/// One run of words in a panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balloon {
    /// What kind of words.
    pub kind: BalloonKind,
    /// The name of the one who speaks, thinks or writes; a caption and a sound have none.
    #[serde(default)]
    pub who: Option<Text>,
    /// The words.
    pub text: Text,
}
