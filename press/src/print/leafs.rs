//! The pages of works: lettered, drawn, and printed by the app itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use rayon::prelude::*;
use vac_xin_so::model::{Card, Catalogue, Guide, Lang, PanelId, Story};
use vac_xin_so::ui::{
    ALL, App, AppProps, Art as Drawings, BOOKLET, Content, Leaf, Leaflet, PARENTS, PATHS, PUT,
    Page, Still, Words, WorldRef, adoptable, island,
};
use yew::AttrValue;

use super::entry::Entry;
use super::head::{self, About, Wakes};
use super::{Files, Pictured, Workshop, hash, kept, misfit, panel, picture};
use crate::art::Art;
use crate::check::Proven;
use crate::diagnostic::Diagnostics;
use crate::letter::{self, Face, Misfit, Placed};
use crate::stage::{self, Sheet, Staged};

/// A work's panels, staged and lettered.
#[derive(Debug)]
pub struct Lettered(pub(super) BTreeMap<PanelId, Ready>);

/// A panel that is ready to be drawn: its drawing, and its balloons in every language.
pub type Ready = (Staged, BTreeMap<Lang, Vec<Placed>>);

impl Lettered {
    /// A panel by its name.
    #[must_use]
    pub fn panel(&self, id: &PanelId) -> Option<&Ready> {
        self.0.get(id)
    }
}

/// Letters every work; works side by side.
pub(super) fn letter<T: Pictured>(
    works: &[T],
    art: &Art,
    face: &Face,
    pictures: Option<&Path>,
) -> (Vec<Lettered>, Diagnostics) {
    let done: Vec<(Lettered, Diagnostics)> = works
        .par_iter()
        .map(|proven| letter_work(proven, art, face, pictures))
        .collect();
    let mut found = Diagnostics::default();
    let mut all = Vec::new();
    for (lettered, findings) in done {
        all.push(lettered);
        found.extend(findings);
    }
    (all, found)
}

fn letter_work<T: Pictured>(
    proven: &T,
    art: &Art,
    face: &Face,
    pictures: Option<&Path>,
) -> (Lettered, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut panels = BTreeMap::new();
    for panel in proven.panels() {
        let (Some(staging), Some(site)) = (
            proven.stagings().get(&panel.id),
            proven.sites().get(&panel.id),
        ) else {
            continue;
        };
        let staged = stage::stage(staging, art);
        let mut languages = BTreeMap::new();
        for lang in Lang::ALL {
            match letter::letter(panel, staging, &staged, lang, face) {
                Ok(placed) => {
                    languages.insert(lang, placed);
                }
                Err(Misfit::Letter { balloon, missing }) => found
                    .error(
                        site.words(balloon, lang),
                        format!("our face has no letter “{missing}”"),
                    )
                    .hint("use another sign; assets/fonts/README.md lists the letters"),
                Err(Misfit::NoRoom { balloon }) => {
                    let case = misfit::Case {
                        panel,
                        staging,
                        staged: &staged,
                        lang,
                        balloon,
                    };
                    found
                        .error(
                            site.words(balloon, lang),
                            format!("these words find no room in the panel “{}”", panel.id),
                        )
                        .hint(case.hint(proven.id(), art, face, pictures));
                }
            }
        }
        panels.insert(panel.id.clone(), (staged, languages));
    }
    (Lettered(panels), found)
}

/// The files of each work; works side by side.
/// `further` tells, in a language, which documents go with a work.
pub(super) fn print(
    works: &[Proven],
    lettered: &[Lettered],
    further: &(dyn Fn(&str, Lang) -> String + Sync),
    shop: &Workshop<'_>,
) -> Result<Vec<Files>, String> {
    works
        .par_iter()
        .zip(lettered)
        .map(|(proven, lettered)| {
            let mut files = Files::new();
            covers(proven, lettered, shop, &mut files)?;
            for lang in Lang::ALL {
                let further = further(proven.work.id.as_str(), lang);
                work(proven, lettered, lang, &further, shop, &mut files)?;
                beside(proven, lang, shop, &mut files)?;
            }
            Ok(files)
        })
        .collect()
}

/// The drawings of a work's page: each panel, and before it the parts it is the first to need.
fn drawings(
    proven: &Proven,
    lettered: &Lettered,
    lang: Lang,
    art: &Art,
) -> BTreeMap<String, AttrValue> {
    let mut sheet = Sheet::of(lettered.0.values().map(|(staged, _)| staged), art);
    let mut out = BTreeMap::new();
    let mut draw =
        |panel: &vac_xin_so::model::Panel, out: &mut BTreeMap<String, AttrValue>| -> String {
            let Some((staged, languages)) = lettered.0.get(&panel.id) else {
                return String::new();
            };
            let parts = panel::parts(staged, &mut sheet, art);
            let placed = languages.get(&lang).map_or(&[][..], |placed| placed);
            let svg = panel::print(
                panel,
                &proven.stagings[&panel.id],
                staged,
                placed,
                lang,
                art,
            );
            out.insert(panel.id.to_string(), AttrValue::from(svg));
            parts
        };
    match &proven.work.story {
        Story::Comic(panels) => {
            for one in panels.iter() {
                let parts = draw(one, &mut out);
                out.insert(
                    format!("parts-{}", one.id),
                    AttrValue::from(panel::sheet(&parts)),
                );
            }
        }
        Story::Scenario(scenario) => {
            for passage in scenario.passages.iter() {
                let parts: String = passage
                    .panels
                    .iter()
                    .map(|one| draw(one, &mut out))
                    .collect();
                out.insert(
                    format!("parts-{}", passage.id),
                    AttrValue::from(panel::sheet(&parts)),
                );
            }
        }
    }
    out
}

fn work(
    proven: &Proven,
    lettered: &Lettered,
    lang: Lang,
    further: &str,
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let work = &proven.work;
    let leaf = Leaf {
        lang,
        page: Page::Work(Rc::new(work.clone())),
        root: "../../".into(),
        version: shop.frame.version.clone().into(),
        art: Drawings::Here(Rc::new(
            drawings(proven, lettered, lang, shop.art)
                .into_iter()
                .collect(),
        )),
    };
    let about = About {
        description: work.summary.in_(lang).to_owned(),
        path: work.folder(),
        picture: Some((format!("preview/{}.png", work.id), panel_alt(proven, lang))),
        article: true,
    };
    let html = page(&leaf, &about, further, shop)?;
    let folder = format!("{}/{}", lang.tag(), work.folder());
    shelve(&folder, lang, html, files);
    Ok(())
}

/// Puts a page with drawings into its folder.
pub(super) fn shelve(folder: &str, lang: Lang, html: Vec<u8>, files: &mut Files) {
    if Some(&lang) != Lang::ALL.first() {
        // For keeping offline: the drawings are the same in every language.
        let words = without_parts(&String::from_utf8_lossy(&html));
        files.insert(format!("{folder}{WORDS}"), words.into_bytes().into());
    }
    files.insert(format!("{folder}index.html"), html.into());
}

/// The pages beside a work's: for parents, and the map of a scenario's paths.
fn beside(
    proven: &Proven,
    lang: Lang,
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let (work, words) = (&proven.work, Words(lang));
    let title = work.title.in_(lang);
    let guide = Guide {
        card: Entry::of(proven).card,
        parents: proven.parents.clone(),
    };
    let mut pages = vec![(
        PARENTS,
        format!("{title} · {}", words.parents()),
        Content::Parents(Rc::new(guide)),
    )];
    if matches!(work.story, Story::Scenario(_)) {
        let content = Content::Paths(Rc::new(work.clone()));
        pages.push((PATHS, format!("{title} · {}", words.map_all()), content));
    }
    for (folder, title, content) in pages {
        let about = About {
            description: work.summary.in_(lang).to_owned(),
            path: format!("{}{folder}", work.folder()),
            picture: Some((format!("preview/{}.png", work.id), panel_alt(proven, lang))),
            article: true,
        };
        let leaf = Leaf {
            lang,
            page: Page::Leaflet(Leaflet {
                folder: about.path.clone(),
                title,
                work: false,
                content,
            }),
            root: "../../../".into(),
            version: shop.frame.version.clone().into(),
            art: Drawings::InPage,
        };
        let name = format!("{}/{}index.html", lang.tag(), about.path);
        files.insert(name, page(&leaf, &about, "", shop)?.into());
    }
    Ok(())
}

/// The file beside a page that holds its words alone, for the worker (assets/sw/sw.js, `joined`).
pub(super) const WORDS: &str = "words.html";

/// A page with a mark in place of each sheet of parts.
fn without_parts(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<div class=\"parts\"") {
        let Some((inside, after)) = from.split_once("</div>") else {
            break;
        };
        let attributes = inside
            .split_once('>')
            .map_or("", |(attributes, _)| attributes);
        out.push_str(&format!(
            "{before}<div class=\"parts\"{attributes}><!--=--></div>"
        ));
        rest = after;
    }
    out + rest
}

fn panel_alt(proven: &Proven, lang: Lang) -> String {
    proven
        .work
        .story
        .panel(&proven.cover)
        .map_or_else(String::new, |panel| panel.alt.in_(lang).to_owned())
}

/// A page: its leaf by the app, what press has made put in, in the frame, with the island at the end.
pub(super) fn page(
    leaf: &Leaf,
    about: &About,
    made: &str,
    shop: &Workshop<'_>,
) -> Result<Vec<u8>, String> {
    let props = AppProps {
        leaf: leaf.clone(),
        world: WorldRef(Rc::new(Still)),
    };
    let body = pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).render());
    let body = adoptable(&body).replace(PUT, made);
    let island = island::write(leaf).map_err(|why| why.to_string())?;
    Ok(head::page(leaf, about, &body, Wakes::App(&island), shop).into_bytes())
}

/// The cover as a picture file, and the preview that chat apps show.
pub(super) fn covers<T: Pictured>(
    proven: &T,
    lettered: &Lettered,
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let Some((staged, _)) = lettered.0.get(proven.cover()) else {
        return Ok(());
    };
    let height = proven
        .stagings()
        .get(proven.cover())
        .map_or(1000, |staging| staging.shape.height());
    let inside = stage::cover(staged, shop.art);
    let id = proven.id();
    let shown = match proven.ground() {
        Some([ground, blob]) => {
            let middle = height / 2;
            format!(
                "<path fill=\"{ground}\" d=\"M0 0h1000v{height}H0z\"/><circle cx=\"500\" cy=\"{middle}\" r=\"{}\" fill=\"{blob}\"/>{}",
                middle - 20,
                stage::figures(staged, shop.art)
            )
        }
        None => inside.clone(),
    };
    let cover = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {height}\">{shown}</svg>"
    );
    let preview = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\"><path fill=\"#2f8f83\" d=\"M0 0h1200v630H0z\"/>\
         <svg x=\"30\" y=\"30\" width=\"1140\" height=\"570\" viewBox=\"0 {} 1000 500\" preserveAspectRatio=\"xMidYMid slice\">{inside}</svg></svg>",
        u32::from(height).saturating_sub(500) / 2 + 40
    );
    let kept = shop.cache.join(format!("{}.png", hash(preview.as_bytes())));
    let png = if let Some(png) = read(&kept) {
        png
    } else {
        let png = picture::png(&preview, 1200, &[shop.face])?;
        kept::put(&kept, &png);
        png
    };
    files.insert(format!("art/{id}.svg"), cover.into_bytes().into());
    files.insert(format!("preview/{id}.png"), png.into());
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the cache of pictures is the press's own"
)]
fn read(kept: &Path) -> Option<Vec<u8>> {
    std::fs::read(kept).ok()
}

/// The pages that know every work, in every language: home, the list of all, the vaccine card.
pub(super) fn home(
    entries: &[Entry],
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let stories = entries.iter().filter(|entry| entry.paper.is_none());
    let papers = entries.iter().filter(|entry| entry.paper.is_some());
    let cards = |all: &mut dyn Iterator<Item = &Entry>| -> Vec<Card> {
        all.map(|entry| entry.card.clone()).collect()
    };
    let count = stories.clone().count();
    let catalogue = Rc::new(Catalogue {
        cards: cards(&mut stories.clone().chain(papers)),
        stories: count,
    });
    let own = Rc::new(Catalogue {
        cards: cards(&mut stories.clone()),
        stories: count,
    });
    let home = || Page::Home(catalogue.clone());
    let mut pages = vec![(Lang::Vi, "", String::new(), home())];
    for lang in Lang::ALL {
        let below = |folder: &str| format!("{}/{folder}", lang.tag());
        pages.push((lang, "../", below(""), home()));
        let all = Leaflet {
            folder: ALL.to_owned(),
            title: Words(lang).all().to_owned(),
            work: false,
            content: Content::All(catalogue.clone()),
        };
        pages.push((lang, "../../", below(ALL), Page::Leaflet(all)));
        let booklet = Page::Booklet(own.clone());
        pages.push((lang, "../../", below(BOOKLET), booklet));
    }
    for (lang, root, folder, content) in pages {
        let leaf = Leaf {
            lang,
            page: content,
            root: root.into(),
            version: shop.frame.version.clone().into(),
            art: Drawings::InPage,
        };
        let about = About {
            description: Words(lang).tagline().to_owned(),
            path: leaf.folder(),
            picture: entries.first().map(|first| {
                let alt = first.card.cover_alt.in_(lang).to_owned();
                (format!("preview/{}.png", first.card.id), alt)
            }),
            article: false,
        };
        let made = match leaf.page {
            Page::Home(_) => super::paper::home(lang, &leaf.here().to("")),
            Page::Work(_) | Page::Booklet(_) | Page::Leaflet(_) | Page::Lost => String::new(),
        };
        files.insert(
            format!("{folder}index.html"),
            page(&leaf, &about, &made, shop)?.into(),
        );
    }
    Ok(())
}
