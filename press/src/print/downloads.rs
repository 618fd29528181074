//! What can be downloaded of a work, and of the whole library: files that `cargo xtask editions` has made, with their
//! sizes; and the texts to read out, which are there in any case.

use maud::{Markup, html};
use vac_xin_so::model::{Lang, Text};
use vac_xin_so::ui::{DOWNLOADS, Words};

use super::papers::Sheet;
use super::{Entry, Files, Workshop, paper};
use crate::check::{Broadcast, seconds};
use crate::manifest::{FOLDER, Kind, Manifest, WHOLE, name};

/// What a kind of file is called.
fn label(kind: Kind, words: Words) -> &'static str {
    match kind {
        Kind::A4 => words.edition_a4(),
        Kind::Booklet => words.edition_booklet(),
        Kind::Epub => words.edition_epub(),
        Kind::Cbz => words.edition_cbz(),
        Kind::PosterA3 => words.edition_poster_a3(),
        Kind::PosterA4 => words.edition_poster_a4(),
        Kind::Strip => words.edition_strip(),
        Kind::Texts => words.edition_texts(),
        Kind::Kit => words.edition_kit(),
    }
}

/// A size as people read it.
fn size(bytes: usize, lang: Lang) -> String {
    let tenths = bytes.div_ceil(100_000).max(1);
    let sign = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    format!("{}{sign}{} MB", tenths / 10, tenths % 10)
}

/// A file that is offered, if it is there. `root` leads from the page to the library's root.
fn file(manifest: &Manifest, root: &str, name: &str, label: &str, lang: Lang) -> Markup {
    html! {
        @if let Some(bytes) = manifest.0.get(name) {
            li { a href={ (root) (FOLDER) (name) } download="" { (label) } " " small { (size(*bytes, lang)) } }
        }
    }
}

/// The texts to read out, each with the time that it takes.
fn texts(broadcast: Option<&Broadcast>, lang: Lang) -> Markup {
    let words = Words(lang);
    let one = |label: &str, text: &Text, timed: bool| {
        let text = text.in_(lang);
        html! {
            section.broadcast {
                h3 { (label) @if timed { " " small { (words.kit_seconds(seconds(text, lang))) } } }
                p { (text) }
            }
        }
    };
    html! {
        h2 { (words.editions_texts()) }
        @match broadcast {
            Some(own) => {
                (one(words.kit_short(), &own.short, true))
                (one(words.kit_long(), &own.long, true))
                (one(words.kit_press(), &own.press, false))
            }
            None => p { (words.kit_none()) },
        }
    }
}

/// The page of each work, and that of the library.
pub(super) fn print(
    entries: &[Entry],
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let manifest = &shop.editions;
    for lang in Lang::ALL {
        let words = Words(lang);
        for entry in entries {
            let id = &entry.card.id;
            let list = |kinds: &[Kind]| {
                html! { ul.downloads { @for kind in kinds {
                    (file(manifest, "../../../", &name(id, lang, *kind), label(*kind, words), lang))
                } } }
            };
            let title = entry.card.title.in_(lang);
            let alt = entry.card.cover_alt.in_(lang).to_owned();
            let preview = format!("preview/{id}.png");
            let made = html! {
                div.doc.download-page {
                    h1 { (words.editions_of(title)) }
                    p { (words.editions_lead()) }
                    @if manifest.0.is_empty() { p.none { (words.editions_none()) } } @else {
                        h2 { (words.editions_books()) }
                        (list(&Kind::ALL[..4]))
                        h2 { (words.editions_kit()) }
                        (list(&Kind::ALL[4..]))
                    }
                    p { a href={ "../../../" (preview) } download="" { (words.edition_preview()) } }
                    (texts(entry.broadcast.as_ref(), lang))
                    p.ways { a.button href="../" { (title) } " " a.button href={ "../../" (DOWNLOADS) } { (words.editions_whole()) } }
                }
            };
            let sheet = Sheet {
                folder: format!("{}{DOWNLOADS}", entry.folder),
                title: words.editions_of(title),
                description: words.editions_lead(),
                picture: Some((preview, alt)),
                work: false,
                made: made.into_string(),
            };
            sheet.print(lang, shop, files)?;
        }
        whole(entries, lang, shop, files)?;
    }
    Ok(())
}

/// The page of the whole library: its own files, and the way to those of each work.
fn whole(
    entries: &[Entry],
    lang: Lang,
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    let words = Words(lang);
    let labels = [
        words.edition_single(),
        words.edition_site(),
        words.edition_all_kits(),
    ];
    // The files of the whole are made of the printed library: their sizes are not known yet.
    let made = html! {
        div.doc.download-page {
            h1 { (words.editions()) }
            p { (words.editions_lead()) }
            h2 { (words.editions_whole()) }
            @if shop.editions.0.is_empty() { p.none { (words.editions_none()) } } @else {
                ul.downloads { @for (name, label) in WHOLE.iter().zip(labels) {
                    li { a href={ "../../" (FOLDER) (name) } download="" { (label) } }
                } }
            }
            h2 { (words.all()) }
            (paper::cards(entries.iter().map(|entry| &entry.card), lang, "../", DOWNLOADS))
        }
    };
    let sheet = Sheet {
        folder: DOWNLOADS.to_owned(),
        title: words.editions().to_owned(),
        description: words.editions_lead(),
        picture: entries.first().map(|entry| {
            let alt = entry.card.cover_alt.in_(lang).to_owned();
            (format!("preview/{}.png", entry.card.id), alt)
        }),
        work: false,
        made: made.into_string(),
    };
    sheet.print(lang, shop, files)
}
