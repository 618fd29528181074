//! Author's files → [`Draft`]: every value with its place in the file. Nothing is dropped in silence:
//! an unknown key, a wrong type, an unreadable file are diagnostics.
#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

mod cursor;
mod draft;
mod paper;
mod read;
mod terms;

pub(crate) use cursor::nearest;

use std::path::{Path, PathBuf};

pub use draft::{
    Draft, DraftActor, DraftAnswer, DraftBalloon, DraftChoice, DraftEnding, DraftPanel,
    DraftParents, DraftPassage, DraftProp, DraftScreen, DraftSet, DraftText,
};

pub use paper::{
    DOCUMENTS, DraftBody, DraftCitation, DraftDocument, DraftLaw, DraftPictured, DraftPromise,
    DraftRule,
};
pub use terms::{Term, Terms};
use vac_xin_so::model::Lang;

use crate::diagnostic::{Diagnostics, Sources, Span};

/// The largest file of a work. The largest real one is far below.
pub(crate) const LARGEST: u64 = 256 * 1024;

/// What stands where words are still to be written.
pub const TO_DO: &str = "TODO";

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The works as their authors wrote them.
    pub drafts: Vec<Draft>,
    /// The texts, for diagnostics.
    pub sources: Sources,
    /// What could not be read.
    pub found: Diagnostics,
    /// The names of all works, also of those that were not read.
    pub works: Vec<String>,
    /// The glossary.
    pub terms: Terms,
}

/// Reads every work below `root` (`assets/library/<shelf>/<slug>/work.toml`), in the order of names.
#[must_use]
pub fn library(root: &Path) -> Loaded {
    library_where(root, &mut |_| true)
}

/// Reads the works of these names only, and looks into no other file.
///
/// # Errors
/// A sentence, where there is no work of such a name.
pub fn some(root: &Path, slugs: &[String]) -> Result<Loaded, String> {
    let all = names(root);
    let known: Vec<&str> = all.iter().map(|(_, slug)| slug.as_str()).collect();
    for slug in slugs {
        if !known.contains(&slug.as_str()) {
            let hint = nearest(slug, &known);
            return Err(format!("there is no work “{slug}”: {hint}"));
        }
    }
    Ok(gather(root, &|slug| slugs.contains(slug), &mut |_| true))
}

/// The shelf and the name of every work below `root`.
#[must_use]
pub fn names(root: &Path) -> Vec<(String, String)> {
    let works = |shelf: PathBuf| {
        let works = folders(&shelf).into_iter();
        works
            .map(|work| (name(&shelf), name(&work)))
            .collect::<Vec<_>>()
    };
    folders(root).into_iter().flat_map(works).collect()
}

/// A work's file before it is read closely.
#[derive(Clone, Debug)]
pub struct Raw<'a> {
    /// The folder of its shelf.
    pub shelf: &'a str,
    /// Its own folder.
    pub slug: &'a str,
    /// What is written in it.
    pub text: &'a str,
    /// What is written in a document's own files.
    pub bodies: Vec<&'a str>,
}

/// The same for the works that are wanted only.
#[must_use]
pub fn library_where(root: &Path, wanted: &mut dyn FnMut(Raw<'_>) -> bool) -> Loaded {
    gather(root, &|_| true, wanted)
}

/// Reads the works whose names, and then whose texts, are wanted.
fn gather(
    root: &Path,
    named: &dyn Fn(&String) -> bool,
    wanted: &mut dyn FnMut(Raw<'_>) -> bool,
) -> Loaded {
    let mut loaded = Loaded {
        works: names(root).into_iter().map(|(_, slug)| slug).collect(),
        ..Loaded::default()
    };
    glossary(root, &mut loaded);
    let shelves = folders(root);
    if shelves.is_empty() {
        let file = loaded.sources.add(root, "");
        loaded
            .found
            .error(&Span { file, range: 0..0 }, "there is no shelf here")
            .hint("works are kept as <shelf>/<name>/work.toml");
    }
    let true_root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    for shelf in shelves {
        for folder in folders(&shelf) {
            let names = (name(&shelf), name(&folder));
            if !named(&names.1) {
                continue;
            }
            let file = folder.join("work.toml");
            let text = guarded(&file, &true_root);
            let bodies = bodies(&folder, &true_root);
            let raw = text.as_ref().ok().map(|text| Raw {
                shelf: &names.0,
                slug: &names.1,
                text,
                bodies: bodies
                    .iter()
                    .flat_map(|(.., body)| body.as_deref())
                    .collect(),
            });
            if raw.is_some_and(|raw| !wanted(raw)) {
                continue;
            }
            let id = loaded.sources.add(&file, text.clone().unwrap_or_default());
            let whole = Span {
                file: id,
                range: 0..0,
            };
            match text {
                Ok(text) => {
                    let draft = read::work(&text, &whole, names, &mut loaded.found);
                    let draft = draft.map(|draft| bound(draft, bodies, &mut loaded));
                    loaded.drafts.extend(draft);
                }
                Err((message, hint)) => loaded.found.error(&whole, message).hint(hint),
            }
        }
    }
    loaded
}

/// Where the glossary lies, from the library.
const GLOSSARY: &str = "../i18n/terms.toml";

/// Reads the glossary, if the project has one.
fn glossary(root: &Path, loaded: &mut Loaded) {
    let path = root.join(GLOSSARY);
    if !path.exists() {
        return;
    }
    match Terms::read(&path) {
        Ok(terms) => loaded.terms = terms,
        Err(why) => {
            let file = loaded.sources.add(&path, "");
            let whole = Span { file, range: 0..0 };
            loaded
                .found
                .error(&whole, why)
                .hint("[otp] word = { vi, en }, means = { vi, en }");
        }
    }
}

/// A file of a document: the language, the path, and its text or why it cannot be read.
type Body = (Lang, PathBuf, Result<String, (String, String)>);

/// The texts of a document that lie beside its `work.toml`: `vi.md`, `en.md`.
fn bodies(folder: &Path, root: &Path) -> Vec<Body> {
    let files = Lang::ALL.map(|lang| (lang, folder.join(format!("{}.md", lang.tag()))));
    let there = files.into_iter().filter(|(_, file)| file.exists());
    there
        .map(|(lang, file)| {
            let text = guarded(&file, root);
            (lang, file, text)
        })
        .collect()
}

/// A draft with its texts; a text beside a story is told of, since nobody would ever see it.
fn bound(mut draft: Draft, bodies: Vec<Body>, loaded: &mut Loaded) -> Draft {
    for (lang, path, text) in bodies {
        let (text, fault) = match text {
            Ok(text) => (text, None),
            Err(fault) => (String::new(), Some(fault)),
        };
        let file = loaded.sources.add(&path, text);
        let whole = Span { file, range: 0..0 };
        if let Some((message, hint)) = fault {
            loaded.found.error(&whole, message).hint(hint);
        }
        match &mut draft.document {
            Some(document) => document.bodies.push(DraftBody { lang, file }),
            None => loaded
                .found
                .error(&whole, "only an article or a guide has a text of its own")
                .hint("remove it, or write kind = \"article\" in work.toml"),
        }
    }
    draft
}

/// What works say of each other: a work's page must be printed anew when this changes.
#[derive(Debug, Default)]
pub struct Heads {
    /// Of every work, the lines of its head that other pages show.
    all: String,
    /// The same of documents alone.
    papers: String,
}

impl Heads {
    /// What the page of a work of this text shows of others: a document names stories, a story names documents.
    #[must_use]
    pub fn seen_by(&self, text: &str) -> &str {
        if is_document(text) {
            &self.all
        } else {
            &self.papers
        }
    }
}

/// Whether a `work.toml` is that of a document, by its lines alone.
fn is_document(text: &str) -> bool {
    let kind = text.lines().find(|line| line.starts_with("kind"));
    kind.is_some_and(|line| {
        DOCUMENTS
            .iter()
            .any(|kind| line.contains(&format!("\"{kind}\"")))
    })
}

/// The heads of all works, without reading them closely.
#[must_use]
pub fn heads(root: &Path) -> Heads {
    const SHOWN: [&str; 6] = ["kind", "title", "minutes", "shows", "audience", "cover"];
    let mut heads = Heads::default();
    for (shelf, slug) in names(root) {
        let text = std::fs::read_to_string(root.join(&shelf).join(&slug).join("work.toml"));
        let text = text.unwrap_or_default();
        let head = text.split("\n[[").next().unwrap_or_default();
        let shown = head
            .lines()
            .filter(|line| SHOWN.iter().any(|key| line.starts_with(key)));
        let own = format!("{shelf} {slug}\n{}\n", shown.collect::<Vec<_>>().join("\n"));
        if is_document(&text) {
            heads.papers.push_str(&own);
        }
        heads.all.push_str(&own);
    }
    heads
}

/// Reads one document from its texts, as if they lay at `path` and beside it.
#[must_use]
pub fn texts(path: &Path, text: &str, bodies: &[(Lang, &str)]) -> Loaded {
    let mut loaded = self::text(path, text);
    let bodies = bodies.iter().map(|(lang, text)| {
        let file = path.with_file_name(format!("{}.md", lang.tag()));
        (*lang, file, Ok((*text).to_owned()))
    });
    let bodies: Vec<Body> = bodies.collect();
    let drafts = std::mem::take(&mut loaded.drafts);
    for draft in drafts {
        let draft = bound(draft, bodies.clone(), &mut loaded);
        loaded.drafts.push(draft);
    }
    loaded
}

/// Reads one work from its text, as if it lay at `path`.
#[must_use]
pub fn text(path: &Path, text: &str) -> Loaded {
    let mut loaded = Loaded::default();
    let file = loaded.sources.add(path, text);
    let whole = Span { file, range: 0..0 };
    let folder = path.parent().unwrap_or(path);
    let names = (name(folder.parent().unwrap_or(folder)), name(folder));
    loaded
        .drafts
        .extend(read::work(text, &whole, names, &mut loaded.found));
    loaded
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.is_dir())
        .collect();
    found.sort();
    found
}

/// A file's text, or what keeps it from being read and what to do.
fn guarded(file: &Path, root: &Path) -> Result<String, (String, String)> {
    let say = |message: &str, hint: &str| Err((message.to_owned(), hint.to_owned()));
    let Ok(place) = file.canonicalize() else {
        return say(
            "this work has no work.toml",
            "a work is a folder with a work.toml in it",
        );
    };
    if !place.starts_with(root) {
        return say(
            "this file lies outside of the library",
            "copy it into the library; links that lead out are not followed",
        );
    }
    let size = std::fs::metadata(&place).map_or(0, |m| m.len());
    if size > LARGEST {
        return say(
            "this file is too large for a story",
            "a work.toml holds at most 256 KiB: split the story, and keep pictures as parts",
        );
    }
    let bytes = match std::fs::read(&place) {
        Ok(bytes) => bytes,
        Err(why) => {
            return Err((
                format!("this file cannot be read: {why}"),
                "check its permissions".to_owned(),
            ));
        }
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return say(
            "this file is empty",
            "copy another work's file, or see how cargo xtask new begins one",
        );
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => say(
            "this file holds a zero byte: it is no text",
            "save it as plain UTF-8 text",
        ),
        Ok(text) => Ok(text),
        Err(why) => Err((
            format!(
                "this file is not UTF-8 (byte {})",
                why.utf8_error().valid_up_to()
            ),
            "save it as UTF-8 in your editor".to_owned(),
        )),
    }
}
