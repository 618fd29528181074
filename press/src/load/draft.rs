//! A work as its author wrote it: everything may be missing, everything knows where it stands.

use super::paper::DraftDocument;
use crate::diagnostic::{At, Span};

/// A text, perhaps not in every language.
#[derive(Clone, Debug)]
pub struct DraftText {
    /// Vietnamese.
    pub vi: Option<At<String>>,
    /// English.
    pub en: Option<At<String>>,
    /// The whole of it.
    pub span: Span,
}

/// A work.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The folder of the shelf.
    pub shelf: String,
    /// The folder of the work.
    pub slug: String,
    /// The beginning of the file, for what has no other place.
    pub span: Span,
    /// `comic`, `scenario`, or a document's: `article`, `guide`, `rulebook`.
    pub kind: Option<At<String>>,
    /// Its title.
    pub title: Option<DraftText>,
    /// What it promises.
    pub summary: Option<DraftText>,
    /// Youngest and oldest.
    pub ages: Vec<At<i64>>,
    /// Reading time.
    pub minutes: Option<At<i64>>,
    /// What it is about.
    pub topics: Vec<At<String>>,
    /// The panel on the cover.
    pub cover: Option<At<String>>,
    /// Where its facts come from.
    pub sources: Vec<At<String>>,
    /// Questions to talk about.
    pub talk: Vec<DraftText>,
    /// What parents are told: what it teaches, what to ask, what to do.
    pub parents: DraftParents,
    /// What is read out to spread it.
    pub broadcast: Option<DraftBroadcast>,
    /// For teachers and parents.
    pub note: Option<DraftText>,
    /// The check question.
    pub question: Option<DraftText>,
    /// Its answers.
    pub answers: Vec<DraftAnswer>,
    /// The panels of a comic.
    pub panels: Vec<DraftPanel>,
    /// The passages of a scenario.
    pub passages: Vec<DraftPassage>,
    /// What only a document has; none in a story.
    pub document: Option<DraftDocument>,
}

/// What parents are told of a work.
#[derive(Clone, Debug, Default)]
pub struct DraftParents {
    /// What a child practises.
    pub teaches: Vec<DraftText>,
    /// Questions to ask.
    pub ask: Vec<DraftText>,
    /// What to do if it happened.
    pub happened: Vec<DraftText>,
}

/// What is read out to spread a work.
#[derive(Clone, Debug)]
pub struct DraftBroadcast {
    /// The whole table.
    pub span: Span,
    /// Half a minute for a loudspeaker.
    pub short: Option<DraftText>,
    /// A minute for a loudspeaker.
    pub long: Option<DraftText>,
    /// A paragraph for a newspaper.
    pub press: Option<DraftText>,
}

/// An answer to the check question.
#[derive(Clone, Debug)]
pub struct DraftAnswer {
    /// The answer.
    pub text: DraftText,
    /// Whether it is wise.
    pub right: Option<At<bool>>,
    /// What we say to it.
    pub feedback: Option<DraftText>,
}

/// A panel.
#[derive(Clone, Debug)]
pub struct DraftPanel {
    /// The whole table.
    pub span: Span,
    /// Its name.
    pub id: Option<At<String>>,
    /// Its outline.
    pub shape: Option<At<String>>,
    /// What the outline is made of.
    pub frame: Option<At<String>>,
    /// How the camera is turned.
    pub roll: Option<At<f64>>,
    /// What is in the air.
    pub effect: Option<At<String>>,
    /// Where it happens, and who is there.
    pub set: DraftSet,
    /// What happens elsewhere at the same time.
    pub beside: Option<DraftSet>,
    /// What is to be seen.
    pub alt: Option<DraftText>,
    /// What a class is asked when it has seen it.
    pub ask: Option<DraftText>,
    /// What lies about.
    pub props: Vec<DraftProp>,
    /// What is said.
    pub balloons: Vec<DraftBalloon>,
}

/// A place or a screen, and who is there.
#[derive(Clone, Debug)]
pub struct DraftSet {
    /// The whole table.
    pub span: Span,
    /// The place.
    pub place: Option<At<String>>,
    /// The light.
    pub time: Option<At<String>>,
    /// The camera's distance.
    pub shot: Option<At<String>>,
    /// The camera's aim.
    pub focus: Option<At<String>>,
    /// The foreground.
    pub near: Option<At<String>>,
    /// The screen, instead of a place.
    pub screen: Option<DraftScreen>,
    /// Who is there.
    pub actors: Vec<DraftActor>,
}

/// A screen that fills a panel.
#[derive(Clone, Debug)]
pub struct DraftScreen {
    /// The whole table.
    pub span: Span,
    /// Which screen.
    pub kind: Option<At<String>>,
    /// The words in its title bar.
    pub title: Option<DraftText>,
    /// The other one's picture.
    pub avatar: Option<At<String>>,
    /// Whose screen it is.
    pub me: Option<At<String>>,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct DraftActor {
    /// The whole table.
    pub span: Span,
    /// Who.
    pub who: Option<At<String>>,
    /// How the body is.
    pub pose: Option<At<String>>,
    /// How the face is.
    pub face: Option<At<String>>,
    /// Which outfit.
    pub wears: Option<At<String>>,
    /// From where it is seen.
    pub view: Option<At<String>>,
    /// A mark of feeling beside the head.
    pub mark: Option<At<String>>,
    /// What the hands hold, instead of what the pose says.
    pub holds: Option<At<String>>,
    /// What is on the screen that the hands hold.
    pub shows: Option<At<String>>,
    /// Where: a word.
    pub at: Option<At<String>>,
    /// Where: a number of panel units.
    pub x: Option<At<f64>>,
    /// Which way it turns.
    pub facing: Option<At<String>>,
    /// Where the eyes go.
    pub look: Option<At<String>>,
    /// How the head tilts.
    pub tilt: Option<At<f64>>,
    /// How large, against the shot.
    pub scale: Option<At<f64>>,
    /// Moved down.
    pub dy: Option<At<f64>>,
}

impl DraftActor {
    /// Who it is, empty if nobody says.
    #[must_use]
    pub fn name(&self) -> &str {
        self.who.as_ref().map_or("", |who| who.value.as_str())
    }
}

/// A thing.
#[derive(Clone, Debug)]
pub struct DraftProp {
    /// Which thing.
    pub what: Option<At<String>>,
    /// What is on its screen.
    pub shows: Option<At<String>>,
    /// Its middle: x and y.
    pub at: Vec<At<f64>>,
    /// Its size.
    pub scale: Option<At<f64>>,
    /// How it is turned.
    pub turn: Option<At<f64>>,
}

/// A run of words.
#[derive(Clone, Debug)]
pub struct DraftBalloon {
    /// Speech, thought, …
    pub kind: Option<At<String>>,
    /// Who says it.
    pub who: Option<At<String>>,
    /// Who says it as well, at the same time.
    pub with: Option<At<String>>,
    /// Who wrote it, on a screen: `them` or `me`.
    pub from: Option<At<String>>,
    /// A place for words on the screen, instead of a bubble.
    pub slot: Option<At<String>>,
    /// The words.
    pub text: DraftText,
    /// Where its middle goes: x and y.
    pub at: Vec<At<f64>>,
}

/// A passage.
#[derive(Clone, Debug)]
pub struct DraftPassage {
    /// The whole table.
    pub span: Span,
    /// Its name.
    pub id: Option<At<String>>,
    /// What happens.
    pub panels: Vec<DraftPanel>,
    /// How it goes on.
    pub choices: Vec<DraftChoice>,
    /// Or how it ends.
    pub ending: Option<DraftEnding>,
}

/// A choice.
#[derive(Clone, Debug)]
pub struct DraftChoice {
    /// The whole table.
    pub span: Span,
    /// Its name.
    pub id: Option<At<String>>,
    /// Where it leads.
    pub to: Option<At<String>>,
    /// Its words.
    pub text: DraftText,
    /// What it makes true.
    pub sets: Vec<At<String>>,
    /// What must be true.
    pub needs: Vec<At<String>>,
}

/// An ending.
#[derive(Clone, Debug)]
pub struct DraftEnding {
    /// The whole table.
    pub span: Span,
    /// Which kind.
    pub kind: Option<At<String>>,
    /// Its name.
    pub title: Option<DraftText>,
    /// What we learned.
    pub learned: Vec<DraftText>,
    /// Where to try again.
    pub retry: Option<At<String>>,
}
