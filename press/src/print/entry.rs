//! A work as the rest of the library knows it: its card, and what `library.json` tells of it.

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{Card, Next, PanelId, Story, Text};

use crate::check::{Audience, Broadcast, Document, Proven};

/// What is known of a work when its pages are printed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What the home page shows.
    pub card: Card,
    /// Its shelf.
    pub shelf: String,
    /// Its folder below a language's.
    pub folder: String,
    /// How many panels, passages and endings it has.
    pub counts: (usize, usize, usize),
    /// What else is known of a document.
    pub paper: Option<Paper>,
    /// What a class is asked, and behind which panels.
    pub asks: Vec<(PanelId, Text)>,
    /// What is read out to spread it.
    pub broadcast: Option<Broadcast>,
}

/// What is known of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Paper {
    /// For whom: the place of its audience among all.
    pub audience: usize,
    /// Its place on its shelf.
    pub number: u8,
    /// The works that show it as a story.
    pub shows: Vec<String>,
}

impl Paper {
    /// For whom it is.
    pub(super) fn audience(&self) -> Audience {
        Audience::ALL
            .get(self.audience)
            .copied()
            .unwrap_or(Audience::Child)
    }
}

impl Entry {
    pub(super) fn of(proven: &Proven) -> Self {
        let work = &proven.work;
        Self {
            card: card(proven),
            shelf: work.shelf.to_string(),
            folder: work.folder(),
            counts: counts(&work.story),
            paper: None,
            asks: proven.asks.clone(),
            broadcast: proven.broadcast.clone(),
        }
    }

    pub(super) fn of_document(document: &Document) -> Self {
        let cover = document
            .panels
            .iter()
            .find(|panel| panel.id == document.cover);
        let card = Card {
            id: document.id.clone(),
            kind: document.kind.name().to_owned(),
            title: document.title.clone(),
            summary: document.summary.clone(),
            cover_alt: cover.map_or_else(|| document.title.clone(), |panel| panel.alt.clone()),
            cover: format!("art/{}.svg", document.id),
            ages: document.ages,
            topics: document.topics.clone(),
            minutes: document.minutes,
            steps: 0,
            endings: 0,
        };
        let own = |audience: &Audience| *audience == document.audience;
        Self {
            card,
            shelf: document.shelf.to_string(),
            folder: format!("{}/", document.id),
            counts: (document.panels.len(), 0, 0),
            paper: Some(Paper {
                audience: Audience::ALL.iter().position(own).unwrap_or_default(),
                number: document.number,
                shows: document.shows.iter().map(ToString::to_string).collect(),
            }),
            asks: Vec::new(),
            broadcast: document.broadcast.clone(),
        }
    }
}

/// What the home page shows of it.
fn card(proven: &Proven) -> Card {
    let work = &proven.work;
    let (steps, cover_alt) = (
        match &work.story {
            Story::Comic(panels) => panels.len(),
            Story::Scenario(scenario) => scenario.passages.len(),
        },
        work.story
            .panel(&proven.cover)
            .map_or_else(|| work.title.clone(), |panel| panel.alt.clone()),
    );
    Card {
        id: work.id.clone(),
        kind: work.kind().to_owned(),
        title: work.title.clone(),
        summary: work.summary.clone(),
        cover_alt,
        cover: format!("art/{}.svg", work.id),
        ages: work.ages,
        topics: work.topics.clone(),
        minutes: work.minutes,
        steps,
        endings: counts(&work.story).2,
    }
}

/// The counts that `library.json` tells of a work.
fn counts(story: &Story) -> (usize, usize, usize) {
    let panels = story.panels().count();
    match story {
        Story::Comic(_) => (panels, 0, 0),
        Story::Scenario(scenario) => {
            let endings = scenario
                .passages
                .iter()
                .filter(|p| matches!(p.next, Next::Ending(_)))
                .count();
            (panels, scenario.passages.len(), endings)
        }
    }
}
