//! Documents, proven: what they are made of.

mod prove;
mod rules;

use std::collections::BTreeMap;

use vac_xin_so::model::{Ages, Lang, NonEmpty, Panel, PanelId, ShelfId, Text, Topic, WorkId};

pub(super) use prove::{Outline, document, places};

use super::{Broadcast, Site};
use crate::doc::Block;
use crate::load::Term;
use crate::staging::Staging;

/// For whom a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// 6 to 11 years old.
    Child,
    /// 12 to 17 years old.
    Teen,
    /// Parents and carers.
    Parent,
    /// Teachers, collaborators, officials.
    Teacher,
}

impl Audience {
    /// Every audience, in the order of the doors.
    pub const ALL: [Self; 4] = [Self::Child, Self::Teen, Self::Parent, Self::Teacher];

    /// The name that authors and styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Teen => "teen",
            Self::Parent => "parent",
            Self::Teacher => "teacher",
        }
    }

    /// The folder of its page below a language's. No work can be called so.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Child => "cho-em/",
            Self::Teen => "cho-teen/",
            Self::Parent => "cho-cha-me/",
            Self::Teacher => "cho-thay-co/",
        }
    }
}

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to read.
    Article,
    /// Something to do.
    Guide,
    /// Rules, each with its picture.
    Rulebook,
}

impl Kind {
    /// The name that authors and lists use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Guide => "guide",
            Self::Rulebook => "rulebook",
        }
    }
}

/// A document that can be printed.
#[derive(Debug)]
pub struct Document {
    /// Its name and the name of its page.
    pub id: WorkId,
    /// The shelf on which it stands.
    pub shelf: ShelfId,
    /// What it is.
    pub kind: Kind,
    /// For whom.
    pub audience: Audience,
    /// Its title.
    pub title: Text,
    /// One or two sentences that make one want to read it.
    pub summary: Text,
    /// For whom, in years.
    pub ages: Ages,
    /// What it is about.
    pub topics: NonEmpty<Topic>,
    /// How long reading takes, in minutes.
    pub minutes: u8,
    /// Its place on its shelf, from 1.
    pub number: u8,
    /// The works that show it as a story.
    pub shows: Vec<WorkId>,
    /// What its facts stand on.
    pub citations: Vec<Citation>,
    /// What is read out to spread it.
    pub broadcast: Option<Broadcast>,
    /// A law in one sentence.
    pub law: Option<Law>,
    /// The words of the glossary that its text uses, by name.
    pub terms: BTreeMap<String, Term>,
    /// Its pictures.
    pub panels: Vec<Panel>,
    /// The picture on its cover.
    pub cover: PanelId,
    /// How each picture is drawn.
    pub stagings: BTreeMap<PanelId, Staging>,
    /// Where each picture's words stand in the file.
    pub sites: BTreeMap<PanelId, Site>,
    /// What there is to read.
    pub content: Content,
}

/// What there is to read in a document.
#[derive(Debug)]
pub enum Content {
    /// A text in each language.
    Text(BTreeMap<Lang, Vec<Block>>),
    /// Rules, and a promise.
    Rules(Vec<Rule>, Promise),
}

/// A source that a text names.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The name by which texts speak of it.
    pub id: String,
    /// What readers read.
    pub text: Text,
    /// The day on which somebody looked: `2026-11-24`.
    pub checked: String,
}

/// A law in one sentence.
#[derive(Clone, Debug)]
pub struct Law {
    /// The sentence.
    pub sentence: Text,
    /// Its source.
    pub source: Citation,
}

/// A rule with its picture, its do and don't, and a question.
#[derive(Debug)]
pub struct Rule {
    /// Its name and address.
    pub id: String,
    /// The rule.
    pub title: Text,
    /// Why.
    pub why: Text,
    /// Its panel.
    pub panel: PanelId,
    /// What to do: a picture and words.
    pub good: (PanelId, Text),
    /// What not to do: a picture and words.
    pub bad: (PanelId, Text),
    /// What would you do?
    pub question: Text,
    /// The answers, each with its picture.
    pub answers: Vec<(PanelId, vac_xin_so::model::Answer)>,
}

/// A promise that a class can sign.
#[derive(Debug)]
pub struct Promise {
    /// Its title.
    pub title: Text,
    /// What is promised.
    pub lines: NonEmpty<Text>,
}
