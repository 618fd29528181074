//! What was printed before and has not changed: kept from one run to the next, so that a change to one
//! work costs that work alone.
//!
//! A work is kept under a key made of its own text and of everything that its pages are made of besides:
//! the drawings, the faces, the words of the interface, the frame, the press itself. Its files are kept
//! under the hash of their content.
#![expect(clippy::disallowed_methods, reason = "the store is the press's own")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Content, Entry, Files, Workshop, hash};

/// What is written down of a work.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    entry: Entry,
    /// The names of its files and the hashes of what is in them.
    files: BTreeMap<String, String>,
}

/// The works of earlier runs.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// The hash of all that a page is made of besides its work.
    base: String,
    /// The works of this run, in the order of the library: key, and what was kept of them.
    works: BTreeMap<(String, String), (String, Option<Note>)>,
}

impl Store {
    /// Opens the store of a project for pages in a frame.
    #[must_use]
    pub fn open(shop: &Workshop<'_>) -> Self {
        let assets = ["art", "avatars", "fonts", "styles", "boot", "i18n"];
        let mut parts: Vec<PathBuf> = assets
            .iter()
            .flat_map(|name| below(&shop.project.join("assets").join(name)))
            .collect();
        parts.sort();
        parts.extend(std::env::current_exe());
        let mut all: Vec<String> = parts
            .par_iter()
            .map(|path| hash(&std::fs::read(path).unwrap_or_default()))
            .collect();
        all.push(format!("{:?} {:?}", shop.frame, shop.site));
        Self {
            folder: shop.cache.clone(),
            base: hash(all.concat().as_bytes()),
            works: BTreeMap::new(),
        }
    }

    /// Whether a work must be printed anew; it belongs to the library in any case.
    pub fn wants(&mut self, shelf: &str, slug: &str, text: &str) -> bool {
        let key = hash(format!("{} {shelf} {slug} {text}", self.base).as_bytes());
        let note = self.note(&key);
        let wanted = note.is_none();
        let at = (shelf.to_owned(), slug.to_owned());
        self.works.insert(at, (key, note));
        wanted
    }

    /// Two works of one name are a fault that only a look at both shows: then nothing is taken from here.
    pub fn forget_all(&mut self) {
        for (_, note) in self.works.values_mut() {
            *note = None;
        }
    }

    /// Whether two shelves have a work of one name.
    #[must_use]
    pub fn has_twins(&self) -> bool {
        let mut names: Vec<&str> = self.works.keys().map(|(_, slug)| slug.as_str()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        names.len() < all
    }

    /// How many works are taken from an earlier run.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.works
            .values()
            .filter(|(_, note)| note.is_some())
            .count()
    }

    /// Keeps what was printed of a work. A store that cannot be written costs time, nothing else.
    pub(super) fn keep(&mut self, entry: Entry, files: &Files) {
        let at = (entry.shelf.clone(), entry.card.id.to_string());
        let mut note = Note {
            entry,
            files: BTreeMap::new(),
        };
        for (name, content) in files {
            let Content::Fresh(bytes) = content else {
                continue;
            };
            let print = hash(bytes);
            put(&self.content(&print), bytes);
            note.files.insert(name.clone(), print);
        }
        let Some((key, kept)) = self.works.get_mut(&at) else {
            return;
        };
        if let Ok(text) = serde_json::to_vec(&note) {
            put(&note_file(&self.folder, key), &text);
        }
        *kept = Some(note);
    }

    /// All works, in the order of the library; the files of those that were kept are added.
    ///
    /// # Errors
    /// A work of which nothing is known.
    pub(super) fn entries(&self, files: &mut Files) -> Result<Vec<Entry>, String> {
        self.works
            .iter()
            .map(|((_, slug), (_, note))| {
                let note = note.as_ref().ok_or(format!("{slug}: not printed"))?;
                for (name, print) in &note.files {
                    let kept = || Content::Kept(self.content(print));
                    files.entry(name.clone()).or_insert_with(kept);
                }
                Ok(note.entry.clone())
            })
            .collect()
    }

    /// What is known of the works so far: those of earlier runs, and those that were printed in this one.
    pub(super) fn known(&self) -> Vec<Entry> {
        let notes = self.works.values().filter_map(|(_, note)| note.as_ref());
        notes.map(|note| note.entry.clone()).collect()
    }

    fn content(&self, print: &str) -> PathBuf {
        self.folder.join("files").join(print)
    }

    /// What is kept under a key, if all of it is there.
    fn note(&self, key: &str) -> Option<Note> {
        let text = std::fs::read(note_file(&self.folder, key)).ok()?;
        let note: Note = serde_json::from_slice(&text).ok()?;
        let there = |print: &String| self.content(print).is_file();
        note.files.values().all(there).then_some(note)
    }
}

fn note_file(folder: &Path, key: &str) -> PathBuf {
    folder.join("works").join(format!("{key}.json"))
}

/// Puts bytes into a file of the press's own, in a folder that may have to be made. Written aside and
/// renamed: a run that is cut off leaves no half of a file. Whether it could be done.
pub(super) fn put(path: &Path, bytes: &[u8]) -> bool {
    if let Some(folder) = path.parent() {
        drop(std::fs::create_dir_all(folder));
    }
    let aside = path.with_extension("part");
    std::fs::write(&aside, bytes).is_ok() && std::fs::rename(aside, path).is_ok()
}

/// All files below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
