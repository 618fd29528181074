//! [`Draft`] → [`Proven`], or every diagnostic at once. After this nothing can be missing.
//!
//! One file a family of rules: `words` (texts), `whole` (what a work needs), `panel` (pictures and who
//! speaks), `paths` (how a scenario branches). A work is proven when no rule has found an error in it.

mod actor;
mod balloon;
mod broadcast;
mod map;
mod panel;
mod paper;
mod paths;
mod set;
mod summary;
mod whole;
mod words;

use std::collections::BTreeMap;

use vac_xin_so::model::{BalloonKind, Lang, Panel, PanelId, Parents, Text, Work};

pub(crate) use balloon::KINDS;
pub use broadcast::{Broadcast, seconds};
pub(crate) use panel::{EFFECTS, FRAMES};
use paper::Outline;
pub use paper::{Audience, Citation, Content, Document, Kind, Law, Promise, Rule};
pub use paths::Paths;
pub use summary::summary;

use crate::diagnostic::{At, Diagnostics, Sources, Span};
use crate::doc::Known;
use crate::load::{Draft, DraftText, Loaded};
use crate::names::Names;
use crate::staging::Staging;

/// What check makes of the library.
#[derive(Debug)]
pub struct Checked {
    /// The stories without errors.
    pub works: Vec<Proven>,
    /// The documents without errors.
    pub documents: Vec<Document>,
    /// The texts, for diagnostics.
    pub sources: Sources,
    /// What was found.
    pub found: Diagnostics,
}

/// A work that can be printed.
#[derive(Debug)]
pub struct Proven {
    /// What readers read.
    pub work: Work,
    /// What its page for parents tells.
    pub parents: Parents,
    /// What is read out to spread it.
    pub broadcast: Option<Broadcast>,
    /// What a class is asked, and behind which panels.
    pub asks: Vec<(PanelId, Text)>,
    /// The panel on its cover.
    pub cover: PanelId,
    /// How each panel is drawn.
    pub stagings: BTreeMap<PanelId, Staging>,
    /// Where each panel's words stand in the file, for those who find later that they do not fit.
    pub sites: BTreeMap<PanelId, Site>,
    /// How a scenario branches.
    pub paths: Option<Paths>,
}

/// Where a panel stands in its author's file.
#[derive(Debug)]
pub struct Site {
    /// The panel.
    pub panel: Span,
    /// The words of each balloon.
    pub balloons: Vec<[Span; 2]>,
}

impl Site {
    /// The words of a balloon in a language.
    #[must_use]
    pub fn words(&self, balloon: usize, lang: Lang) -> &Span {
        let both = self.balloons.get(balloon);
        both.map_or(&self.panel, |spans| match lang {
            Lang::Vi => &spans[0],
            Lang::En => &spans[1],
        })
    }
}

/// The rules' own context: what is known while one draft is proven.
pub(crate) struct Rules<'a> {
    pub(crate) names: &'a Names,
    pub(crate) found: &'a mut Diagnostics,
    /// The youngest reader, for the length of texts.
    pub(crate) youngest: u8,
}

/// Proves every work.
#[must_use]
pub fn check(loaded: Loaded, names: &Names) -> Checked {
    let Loaded {
        drafts,
        sources,
        mut found,
        works: shelves,
        terms,
    } = loaded;
    let mut works: Vec<Proven> = Vec::new();
    let mut papers: Vec<(Document, Outline)> = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut shelves = shelves;
    shelves.extend(drafts.iter().map(|draft| draft.slug.clone()));
    shelves.sort_unstable();
    shelves.dedup();
    let known = Known {
        works: shelves,
        terms: &terms,
        sources: &sources,
    };
    for draft in &drafts {
        if let Some(shelf) = seen.insert(draft.slug.clone(), draft.shelf.clone()) {
            found
                .error(
                    &draft.span,
                    format!(
                        "there is another work called “{}” on the shelf “{shelf}”",
                        draft.slug
                    ),
                )
                .hint("a work's folder is its address: rename one of them");
        }
        let files = || {
            let bodies = draft.document.iter().flat_map(|own| &own.bodies);
            std::iter::once(draft.span.file).chain(bodies.map(|body| body.file))
        };
        let errors = |found: &Diagnostics| files().map(|file| found.errors_in(file)).sum::<usize>();
        let before = errors(&found);
        let youngest = draft
            .ages
            .first()
            .and_then(|age| u8::try_from(age.value).ok())
            .unwrap_or(7);
        let mut rules = Rules {
            names,
            found: &mut found,
            youngest,
        };
        if let Some(own) = &draft.document {
            let proven = paper::document(draft, own, &known, &mut rules);
            if before == 0 && errors(&found) == 0 {
                papers.extend(proven);
            }
        } else {
            let proven = whole::work(draft, &mut rules);
            if before == 0 && errors(&found) == 0 {
                works.extend(proven);
            }
        }
    }
    paper::places(&papers, &works, &mut found);
    Checked {
        works,
        documents: papers.into_iter().map(|(document, _)| document).collect(),
        sources,
        found,
    }
}

/// The panels of a draft alone, however unfinished the rest is: for those who draw.
#[must_use]
pub fn sketch(draft: &Draft, names: &Names) -> (Vec<Panel>, BTreeMap<PanelId, Staging>) {
    let mut rules = Rules {
        names,
        found: &mut Diagnostics::default(),
        youngest: 17,
    };
    let (panels, pictures, _) = whole::pictured(draft, &mut rules);
    (panels, pictures.stagings)
}

impl Rules<'_> {
    pub(crate) fn missing<T>(
        &mut self,
        value: Option<T>,
        of: &Span,
        key: &str,
        hint: &str,
    ) -> Option<T> {
        if value.is_none() {
            self.found
                .error(of, format!("“{key}” is missing"))
                .hint(hint);
        }
        value
    }

    /// An id, or a diagnostic.
    pub(crate) fn id<T: std::str::FromStr<Err = vac_xin_so::model::BadId>>(
        &mut self,
        id: &At<String>,
    ) -> Option<T> {
        match id.parse() {
            Ok(id) => Some(id),
            Err(why) => {
                self.found
                    .error(&id.span, format!("“{}” is no id: {why}", id.value))
                    .hint("like: tin-nhan, p4, goi-video");
                None
            }
        }
    }

    /// One of the words of a fixed list.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        word: &At<String>,
        what: &str,
        all: &[(&str, T)],
    ) -> Option<T> {
        let hit = all.iter().find(|(name, _)| *name == word.value);
        if hit.is_none() {
            let list: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            self.found
                .error(&word.span, format!("“{}” is no {what}", word.value))
                .hint(crate::load::nearest(&word.value, &list));
        }
        hit.map(|(_, value)| *value)
    }

    /// The same, with a default where nothing was written.
    fn one_of_or<T: Copy>(
        &mut self,
        word: Option<&At<String>>,
        what: &str,
        all: &[(&str, T)],
        default: T,
    ) -> T {
        word.and_then(|word| self.one_of(word, what, all))
            .unwrap_or(default)
    }

    /// A text in every language.
    pub(crate) fn text(&mut self, text: &DraftText, kind: Option<BalloonKind>) -> Option<Text> {
        words::text(text, kind, self)
    }

    /// A text in every language that must be there.
    pub(crate) fn needed(
        &mut self,
        text: Option<&DraftText>,
        of: &Span,
        key: &str,
        hint: &str,
    ) -> Option<Text> {
        let text = self.missing(text, of, key, hint)?;
        self.text(text, None)
    }
}
