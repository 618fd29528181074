//! Screens bound as EPUB 3 with a fixed layout: each is a page of its own, drawn as SVG, its words as text.
//!
//! `epub-builder` cannot write the properties of fixed layout (`rendition:layout`), without which a reader's app
//! reflows the pages; the three files that bind a book are therefore written here, and packed by `zip`.

use std::fmt::Write as _;

use super::bind::{Entry, zip};
use super::page::Page;
use super::{Book, Faces};
use crate::letter::escape;

const CONTAINER: &str = "<?xml version=\"1.0\"?>\n<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// The one style sheet: the faces, and a page without edges.
const STYLES: &str = "@font-face{font-family:Itim;src:url(itim.ttf)}@font-face{font-family:\"Be Vietnam Pro\";src:url(text.ttf)}html,body{margin:0;padding:0}svg{display:block}";

/// The day that a book says it was changed, since every book must name one: the same text gives the same bytes.
const CHANGED: &str = "2026-01-01T00:00:00Z";

fn page(book: &Book<'_>, screen: &Page) -> String {
    let (width, height) = screen.size;
    let mut links = String::new();
    for ([x, y, wide, high], to) in &screen.links {
        let title = escape(&book.words().edition_page(to + 1));
        let _ = write!(
            links,
            "<a xlink:href=\"{}.xhtml\" xlink:title=\"{title}\"><title>{title}</title><rect x=\"{x:.0}\" y=\"{y:.0}\" width=\"{wide:.0}\" height=\"{high:.0}\" fill=\"#fff\" fill-opacity=\"0\"/></a>",
            name(*to)
        );
    }
    let words = escape(&screen.words)
        .replace('"', "&quot;")
        .replace('\n', " ");
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"{lang}\" lang=\"{lang}\"><head><title>{title}</title><meta name=\"viewport\" content=\"width={width:.0}, height={height:.0}\"/><link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/></head>\
         <body><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" aria-label=\"{words}\"><rect width=\"{width:.0}\" height=\"{height:.0}\" fill=\"#fff\"/>{}{links}</svg></body></html>\n",
        // The attribute is younger than the list of those that checkers know.
        screen
            .markup(book)
            .replace(" paint-order=\"stroke\"", " style=\"paint-order:stroke\""),
        lang = book.lang.tag(),
        title = escape(screen.title.as_deref().unwrap_or(book.title)),
    )
}

/// The name of a screen's file.
fn name(screen: usize) -> String {
    format!("s{:03}", screen + 1)
}

/// A book.
pub(super) fn epub(book: &Book<'_>, screens: &[Page], faces: &Faces) -> Result<Vec<u8>, String> {
    let pages: Vec<String> = screens.iter().map(|screen| page(book, screen)).collect();
    let (mut items, mut spine, mut contents) = (String::new(), String::new(), String::new());
    for (i, screen) in screens.iter().enumerate() {
        let id = name(i);
        let _ = write!(
            items,
            "<item id=\"{id}\" href=\"{id}.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"/>"
        );
        let _ = write!(spine, "<itemref idref=\"{id}\"/>");
        if let Some(title) = &screen.title {
            let _ = write!(
                contents,
                "<li><a href=\"{id}.xhtml\">{}</a></li>",
                escape(title)
            );
        }
    }
    let lang = book.lang.tag();
    let title = escape(book.title);
    let cover = super::kit::cover_svg(book);
    let opf = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{lang}\" prefix=\"rendition: http://www.idpf.org/vocab/rendition/#\">\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">urn:vac-xin-so:{}:{lang}</dc:identifier><dc:title>{title}</dc:title><dc:language>{lang}</dc:language><dc:creator>{}</dc:creator><dc:description>{}</dc:description>\
         <meta property=\"dcterms:modified\">{CHANGED}</meta><meta property=\"rendition:layout\">pre-paginated</meta><meta property=\"rendition:orientation\">auto</meta><meta property=\"rendition:spread\">auto</meta>\
         <meta property=\"schema:accessMode\">visual</meta><meta property=\"schema:accessMode\">textual</meta><meta property=\"schema:accessibilityFeature\">alternativeText</meta><meta property=\"schema:accessibilityHazard\">none</meta><meta property=\"schema:accessibilitySummary\">{}</meta><meta name=\"cover\" content=\"cover\"/></metadata>\
         <manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/><item id=\"css\" href=\"book.css\" media-type=\"text/css\"/><item id=\"itim\" href=\"itim.ttf\" media-type=\"font/ttf\"/><item id=\"text\" href=\"text.ttf\" media-type=\"font/ttf\"/><item id=\"cover\" href=\"cover.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>{items}</manifest><spine>{spine}</spine></package>\n",
        book.id,
        escape(book.words().site()),
        escape(book.summary),
        escape(book.words().edition_access()),
    );
    let nav = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" xml:lang=\"{lang}\" lang=\"{lang}\"><head><title>{title}</title></head><body><nav epub:type=\"toc\"><h1>{title}</h1><ol>{contents}</ol></nav></body></html>\n"
    );
    // The first file says what this is, and is not packed.
    let mut files: Vec<Entry<'_>> = vec![
        ("mimetype".into(), b"application/epub+zip", false),
        ("META-INF/container.xml".into(), CONTAINER.as_bytes(), true),
        ("book/book.opf".into(), opf.as_bytes(), true),
        ("book/nav.xhtml".into(), nav.as_bytes(), true),
        ("book/book.css".into(), STYLES.as_bytes(), true),
        ("book/cover.svg".into(), cover.as_bytes(), true),
        ("book/itim.ttf".into(), faces.display.bytes(), true),
        ("book/text.ttf".into(), faces.text.bytes(), true),
    ];
    files.extend(
        pages
            .iter()
            .enumerate()
            .map(|(i, page)| (format!("book/{}.xhtml", name(i)), page.as_bytes(), true)),
    );
    zip(&files)
}
