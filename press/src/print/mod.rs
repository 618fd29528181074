//! Printing: proven works → a folder that any static host can serve and any browser can read.
//!
//! Every page is printed by the same [`vac_xin_so::ui::App`] that wakes up in it, inside the frame that
//! Trunk has made (`index.html`), so that names of scripts come along.

mod downloads;
mod entry;
mod head;
mod kept;
mod leafs;
mod misfit;
mod panel;
mod paper;
mod papers;
pub mod picture;
mod pictured;
mod room;
mod shelf;
mod site;
mod styles;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use entry::Entry;
pub use head::Frame;
pub use kept::Store;
pub use leafs::{Lettered, Ready};
pub use pictured::{Pictured, Told};
pub use site::Site;

use vac_xin_so::model::Lang;

use crate::art::Art;
use crate::check::Document;
use crate::check::Proven;
use crate::diagnostic::Diagnostics;
use crate::letter::Face;
use crate::load::Terms;
use crate::manifest::Manifest;

/// The finished files, by their names relative to the library's root.
pub type Files = BTreeMap<String, Content>;

/// What is in a finished file.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Fresh(Vec<u8>),
    /// The same as in an earlier run: the bytes of a file that is kept, whose name tells their hash.
    Kept(PathBuf),
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Fresh(bytes)
    }
}

/// All that printing needs.
#[derive(Debug)]
pub struct Workshop<'a> {
    /// The project's folder.
    pub project: &'a Path,
    /// The drawings.
    pub art: &'a Art,
    /// The lettering face.
    pub face: &'a Face,
    /// The glossary.
    pub terms: &'a Terms,
    /// The frame of every page.
    pub frame: Frame,
    /// The name and address of the site.
    pub site: Site,
    /// The editions that were made: pages offer them.
    pub editions: Manifest,
    /// Where pictures that take long are kept from one run to the next.
    pub cache: PathBuf,
}

/// Letters every panel of every work in every language, or says which words do not fit. Pictures of the
/// panels that do not work out are put into the folder `pictures`, if there is one.
#[must_use]
pub fn letter<T: Pictured>(
    works: &[T],
    art: &Art,
    face: &Face,
    pictures: Option<&Path>,
) -> (Vec<Lettered>, Diagnostics) {
    leafs::letter(works, art, face, pictures)
}

/// A document's page in a language, without the frame of the library.
#[must_use]
pub fn document_markup(document: &Document, lettered: &Lettered, lang: Lang, art: &Art) -> String {
    paper::document(document, lettered, lang, &paper::Cards::new(), art)
}

/// Prints the whole library: the works that are new, and those that the store has kept from an earlier run.
///
/// # Errors
/// A sentence about the file that cannot be read or drawn.
pub fn library(
    works: &[Proven],
    lettered: &[Lettered],
    documents: &[(Document, Lettered)],
    shop: &Workshop<'_>,
    store: &mut Store,
) -> Result<Files, String> {
    let mut files = Files::new();
    let mut papers: Vec<Entry> = documents
        .iter()
        .map(|(own, _)| Entry::of_document(own))
        .collect();
    papers.extend(
        store
            .known()
            .into_iter()
            .filter(|entry| entry.paper.is_some()),
    );
    papers.sort_by(|a, b| (&a.shelf, &a.card.id).cmp(&(&b.shelf, &b.card.id)));
    let further = |work: &str, lang: Lang| papers::further(work, &papers, lang);
    let fresh = leafs::print(works, lettered, &further, shop)?;
    for (proven, own) in works.iter().zip(fresh) {
        store.keep(Entry::of(proven), &own);
        files.extend(own);
    }
    let mut all = store.known();
    all.extend(papers.iter().cloned());
    for ((document, _), own) in documents.iter().zip(papers::print(documents, &all, shop)?) {
        store.keep(Entry::of_document(document), &own);
        files.extend(own);
    }
    let entries = store.entries(&mut files)?;
    styles::print(shop, &mut files)?;
    site::print(shop, &mut files)?;
    leafs::home(&entries, shop, &mut files)?;
    papers::doors(&entries, shop, &mut files)?;
    room::print(&entries, shop, &mut files);
    downloads::print(&entries, shop, &mut files)?;
    shelf::print(&entries, shop, &mut files)?;
    Ok(files)
}

/// The workshop with the names of what every page links, and the version of the app in them.
///
/// # Errors
/// What of it cannot be read.
pub fn dressed<'a>(shop: &Workshop<'a>) -> Result<Workshop<'a>, String> {
    let (names, _) = styles::gather(shop.project)?;
    let mut frame = shop.frame.clone();
    frame.version = hash(
        [&frame.wasm, &frame.js, &names.boot, &names.styles]
            .map(String::as_str)
            .concat()
            .as_bytes(),
    );
    (frame.boot, frame.styles, frame.fonts) = (names.boot, names.styles, names.fonts);
    (frame.cards_boot, frame.room_styles) = (names.cards_boot, names.room_styles);
    Ok(Workshop {
        project: shop.project,
        art: shop.art,
        face: shop.face,
        terms: shop.terms,
        frame,
        site: shop.site.clone(),
        editions: shop.editions.clone(),
        cache: shop.cache.clone(),
    })
}

/// Writes the files below `out`, those that have changed.
///
/// # Errors
/// What the file system says.
#[expect(clippy::disallowed_methods, reason = "this is where the press writes")]
pub fn write(files: &Files, out: &Path) -> std::io::Result<()> {
    for (name, content) in files {
        let path = out.join(name);
        if let Content::Fresh(bytes) = content
            && std::fs::read(&path).is_ok_and(|old| old == *bytes)
        {
            continue;
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // What stands there may be the very file that the store keeps: it is never written into.
        drop(std::fs::remove_file(&path));
        match content {
            Content::Fresh(bytes) => std::fs::write(path, bytes)?,
            Content::Kept(kept) => {
                if std::fs::hard_link(kept, &path).is_err() {
                    std::fs::copy(kept, path)?;
                }
            }
        }
    }
    Ok(())
}

/// A short name for some bytes: it changes when they do.
fn hash(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The hash of an inline script or style as a Content-Security-Policy wants it.
fn csp_hash(text: &str) -> String {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    format!(
        "'sha256-{}'",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}
