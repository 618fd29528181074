//! Editions: the library for places without a network, and what spreads it: books to print (PDF), books for readers'
//! apps (EPUB, CBZ), the whole library as one file, and for each work a poster, a strip for chats and texts to read
//! out.
//!
//! - `set`: text on a page, with the real faces.
//! - `page`: pages of one size; `story` makes them of stories, `flow` of documents, whose printed pages `pieces` takes apart; `sheet` is one being filled.
//! - `pdf`, `epub`, `cbz`: what pages are bound as.
//! - `kit`: what spreads a work. `single`: the library as one file.

mod bind;
mod epub;
mod flow;
mod kit;
mod page;
mod pdf;
mod pieces;
mod set;
mod sheet;
mod single;
mod story;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use vac_xin_so::model::{Ages, Lang, Panel, PanelId, Text, Work, WorkId};
use vac_xin_so::ui::Words;

use crate::art::Art;
use crate::check::{Broadcast, Document, Proven};
use crate::letter::{self, Face};
use crate::manifest::{Kind, Manifest, name};
use crate::print::{Lettered, Pictured, Workshop};
use crate::stage;
use set::Setter;

pub use single::{Single, bundle, single};

/// The faces that editions are set in.
#[derive(Debug)]
pub struct Faces {
    /// The face of balloons and headings.
    pub display: Face,
    /// The face of running text.
    pub text: Face,
}

/// What a book is about.
#[derive(Clone, Copy, Debug)]
enum Inside<'a> {
    Story(&'a Work),
    /// A document's page as it is printed in the library.
    Paper(&'a str),
}

/// A work in one language, drawn: all that its editions are made of.
#[derive(Debug)]
struct Book<'a> {
    id: &'a WorkId,
    lang: Lang,
    title: &'a str,
    summary: &'a str,
    ages: Ages,
    minutes: u8,
    cover: &'a PanelId,
    panels: Vec<&'a Panel>,
    /// The inside of each panel's `<svg>`, which is 1000 units wide.
    drawn: BTreeMap<PanelId, Drawn>,
    inside: Inside<'a>,
    broadcast: Option<&'a Broadcast>,
    /// The address of its page, for codes to scan.
    address: String,
}

/// A drawing of its own.
#[derive(Debug)]
struct Drawn {
    markup: String,
    /// Without words.
    bare: String,
    height: f64,
}

impl<'a> Book<'a> {
    fn of<T: Pictured>(
        work: &'a T,
        lettered: &Lettered,
        lang: Lang,
        inside: Inside<'a>,
        shop: &Workshop<'_>,
    ) -> Self {
        let told = work.told();
        Self {
            id: work.id(),
            lang,
            title: told.title.in_(lang),
            summary: told.summary.in_(lang),
            ages: told.ages,
            minutes: told.minutes,
            cover: work.cover(),
            panels: work.panels(),
            drawn: drawn(work, lettered, lang, shop.art),
            inside,
            broadcast: told.broadcast,
            address: format!("{}{}/{}/", shop.site.url, lang.tag(), work.id()),
        }
    }
}

impl Book<'_> {
    fn words(&self) -> Words {
        Words(self.lang)
    }
}

/// A file that was made, by its name below [`FOLDER`].
pub type Made = Vec<(String, Vec<u8>)>;

fn drawn<T: Pictured>(
    work: &T,
    lettered: &Lettered,
    lang: Lang,
    art: &Art,
) -> BTreeMap<PanelId, Drawn> {
    let one = |panel: &Panel| {
        let (staged, languages) = lettered.panel(&panel.id)?;
        let staging = work.stagings().get(&panel.id)?;
        let placed = languages.get(&lang).map_or(&[][..], Vec::as_slice);
        let bare = stage::cover(staged, art);
        let words = letter::print(placed, staging, staged, lang);
        let height = f64::from(staging.shape.height());
        Some((
            panel.id.clone(),
            Drawn {
                markup: format!("{bare}{words}"),
                bare,
                height,
            },
        ))
    };
    work.panels().into_iter().filter_map(one).collect()
}

/// All editions of all works; works side by side.
///
/// # Errors
/// A sentence about the work that cannot be bound.
pub fn all(
    works: &[(Proven, Lettered)],
    documents: &[(Document, Lettered)],
    shop: &Workshop<'_>,
    faces: &Faces,
) -> Result<Made, String> {
    let mut stories: Vec<(Lang, &(Proven, Lettered))> = Vec::new();
    let mut papers: Vec<(Lang, &(Document, Lettered))> = Vec::new();
    for lang in Lang::ALL {
        stories.extend(works.iter().map(|work| (lang, work)));
        papers.extend(documents.iter().map(|document| (lang, document)));
    }
    let told = stories.par_iter().map(|(lang, (proven, lettered))| {
        let inside = Inside::Story(&proven.work);
        edition(&Book::of(proven, lettered, *lang, inside, shop), faces)
    });
    let written = papers.par_iter().map(|(lang, (document, lettered))| {
        let printed = crate::print::document_markup(document, lettered, *lang, shop.art);
        let inside = Inside::Paper(&printed);
        edition(&Book::of(document, lettered, *lang, inside, shop), faces)
    });
    let made: Result<Vec<Made>, String> = told.chain(written).collect();
    Ok(made?.concat())
}

/// Every file of one work in one language.
fn edition(book: &Book<'_>, faces: &Faces) -> Result<Made, String> {
    let setter = Setter::new(faces);
    let (pages, screens) = match book.inside {
        Inside::Story(work) => (
            story::pages(book, work, &setter),
            story::screens(book, work, &setter),
        ),
        Inside::Paper(printed) => {
            let pages = flow::pages(book, printed, &setter);
            (pages.clone(), pages)
        }
    };
    let told = |why: String| format!("{} ({}): {why}", book.id, book.lang.tag());
    let bound = pdf::Bindery::new(faces);
    let mut made: Vec<(Kind, Vec<u8>)> = vec![
        (Kind::A4, bound.a4(book, &pages).map_err(told)?),
        (Kind::Booklet, bound.booklet(book, &pages).map_err(told)?),
        (Kind::Epub, epub::epub(book, &screens, faces).map_err(told)?),
        (Kind::Cbz, bind::cbz(book, &screens, &bound).map_err(told)?),
    ];
    made.extend(kit::kit(book, &setter, &bound).map_err(told)?);
    Ok(made
        .into_iter()
        .map(|(kind, bytes)| (name(book.id, book.lang, kind), bytes))
        .collect())
}

/// The text of a book in its language.
fn say<'a>(book: &Book<'_>, text: &'a Text) -> &'a str {
    text.in_(book.lang)
}

/// Writes files below a folder, and what there is.
///
/// # Errors
/// What the file system says.
#[expect(clippy::disallowed_methods, reason = "this is where the press writes")]
pub fn write(made: &Made, folder: &Path) -> std::io::Result<Manifest> {
    let mut manifest = Manifest::default();
    for (name, bytes) in made {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, bytes)?;
        manifest.0.insert(name.clone(), bytes.len());
    }
    let text = serde_json::to_string_pretty(&manifest).map_err(std::io::Error::other)?;
    std::fs::write(folder.join("manifest.json"), text)?;
    Ok(manifest)
}
