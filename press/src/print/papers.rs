//! Documents and the pages around them, in the frame of the library.

use maud::html;
use rayon::prelude::*;
use vac_xin_so::model::Lang;
use vac_xin_so::ui::{Art as Drawings, Content, DOWNLOADS, Leaf, Leaflet, Page, WORDS, Words};

use super::head::About;
use super::paper::{self, Shown};
use super::{Entry, Files, Lettered, Workshop, leafs};
use crate::check::{Audience, Document};

/// A page of ours: where it lies, what it is called, what is on it.
pub(super) struct Sheet<'a> {
    pub(super) folder: String,
    pub(super) title: String,
    pub(super) description: &'a str,
    pub(super) picture: Option<(String, String)>,
    pub(super) work: bool,
    pub(super) made: String,
}

impl Sheet<'_> {
    pub(super) fn print(
        self,
        lang: Lang,
        shop: &Workshop<'_>,
        files: &mut Files,
    ) -> Result<(), String> {
        let about = About {
            description: self.description.to_owned(),
            path: self.folder.clone(),
            picture: self.picture,
            article: self.work,
        };
        let depth = self.folder.matches('/').count() + 1;
        let leaf = Leaf {
            lang,
            page: Page::Leaflet(Leaflet {
                folder: self.folder,
                title: self.title,
                work: self.work,
                content: Content::Put,
            }),
            root: "../".repeat(depth).into(),
            version: shop.frame.version.clone().into(),
            art: Drawings::InPage,
        };
        let html = leafs::page(&leaf, &about, &self.made, shop)?;
        let folder = format!("{}/{}", lang.tag(), about.path);
        if self.made.contains("class=\"parts\"") {
            leafs::shelve(&folder, lang, html, files);
        } else {
            files.insert(format!("{folder}index.html"), html.into());
        }
        Ok(())
    }
}

/// The files of each document; documents side by side.
pub(super) fn print(
    documents: &[(Document, Lettered)],
    all: &[Entry],
    shop: &Workshop<'_>,
) -> Result<Vec<Files>, String> {
    let cards: paper::Cards<'_> = all
        .iter()
        .map(|entry| (entry.card.id.as_str(), &entry.card))
        .collect();
    documents
        .par_iter()
        .map(|(document, lettered)| {
            let mut files = Files::new();
            leafs::covers(document, lettered, shop, &mut files)?;
            for lang in Lang::ALL {
                let cover = document
                    .panels
                    .iter()
                    .find(|panel| panel.id == document.cover);
                let alt = cover.map_or("", |panel| panel.alt.in_(lang)).to_owned();
                let picture = Some((format!("preview/{}.png", document.id), alt));
                let own = format!("{}/", document.id);
                let title = document.title.in_(lang);
                let page = Sheet {
                    folder: own.clone(),
                    title: title.to_owned(),
                    description: document.summary.in_(lang),
                    picture: picture.clone(),
                    work: true,
                    made: paper::document(document, lettered, lang, &cards, shop.art),
                };
                page.print(lang, shop, &mut files)?;
                for sheet in paper::sheets(document, lettered, lang, shop.art) {
                    let page = Sheet {
                        folder: format!("{own}{}", sheet.folder),
                        title: format!("{title} · {}", sheet.title),
                        description: document.summary.in_(lang),
                        picture: picture.clone(),
                        work: false,
                        made: sheet.page,
                    };
                    page.print(lang, shop, &mut files)?;
                }
            }
            Ok(files)
        })
        .collect()
}

/// The page of each audience, and the glossary.
pub(super) fn doors(
    entries: &[Entry],
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let mut ordered: Vec<&Entry> = entries.iter().collect();
    ordered.sort_by_key(|entry| entry.paper.as_ref().map(|paper| paper.number));
    let shown: Vec<Shown<'_>> = ordered
        .into_iter()
        .map(|entry| Shown {
            card: &entry.card,
            shelf: &entry.shelf,
            audience: entry.paper.as_ref().map(super::entry::Paper::audience),
        })
        .collect();
    for lang in Lang::ALL {
        let words = Words(lang);
        let of = |entry: &Entry| {
            let alt = entry.card.cover_alt.in_(lang).to_owned();
            (format!("preview/{}.png", entry.card.id), alt)
        };
        for audience in Audience::ALL {
            let (title, more) = paper::door(audience, words);
            let page = Sheet {
                folder: audience.folder().to_owned(),
                title: title.to_owned(),
                description: more,
                picture: entries
                    .iter()
                    .find(|entry| {
                        entry
                            .paper
                            .as_ref()
                            .is_some_and(|own| own.audience() == audience)
                    })
                    .or(entries.first())
                    .map(of),
                work: false,
                made: paper::doors(audience, &shown, lang),
            };
            page.print(lang, shop, files)?;
        }
        let page = Sheet {
            folder: WORDS.to_owned(),
            title: words.terms_title().to_owned(),
            description: words.tagline(),
            picture: entries.first().map(of),
            work: false,
            made: paper::glossary(shop.terms, lang),
        };
        page.print(lang, shop, files)?;
    }
    Ok(())
}

/// The documents that go with a work, as links on its page, and the way to its downloads.
pub(super) fn further(work: &str, papers: &[Entry], lang: Lang) -> String {
    let shows = |entry: &&Entry| {
        entry
            .paper
            .as_ref()
            .is_some_and(|paper| paper.shows.iter().any(|own| own == work))
    };
    let own: Vec<&Entry> = papers.iter().filter(shows).collect();
    let words = Words(lang);
    let documents = html! {
        @if !own.is_empty() {
            section.further aria-label=(words.doc_by_docs()) {
                h2 { (words.doc_by_docs()) }
                (paper::cards(own.iter().map(|entry| &entry.card), lang, "../", ""))
            }
        }
    };
    let downloads = html! { p.to-downloads { a.button href=(DOWNLOADS) { (words.editions()) } } };
    format!("{}{}", documents.into_string(), downloads.into_string())
}
