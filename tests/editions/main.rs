//! Editions of a comic, a scenario and a document: what is in each file, as those who open it find it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it says"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use press::check::{Content, check};
use press::editions::{self, Faces};
use press::manifest::{Kind, Manifest, name};
use press::print::{Frame, Site, Workshop};
use press::{art, letter, load, print};
use vac_xin_so::model::Lang;

const COMIC: &str = "kim-cuong-mien-phi";
const SCENARIO: &str = "nap-the-doi-skin";
const PAPER: &str = "luat-rieng-tu";

/// The files, by their names.
fn made() -> &'static BTreeMap<String, Vec<u8>> {
    static MADE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    MADE.get_or_init(|| {
        let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let (art, faults) = art::load(&project.join("assets/art"));
        assert!(faults.is_empty(), "{faults:?}");
        let face = |name: &str| {
            letter::Face::open(&project.join(format!("assets/fonts/{name}.woff2"))).expect("a face")
        };
        let names = [COMIC, SCENARIO, PAPER].map(str::to_owned);
        let loaded = load::some(&project.join("assets/library"), &names).unwrap();
        let terms = loaded.terms.clone();
        let checked = check(loaded, &art.names());
        assert!(
            !checked.found.has_errors(),
            "{}",
            checked.found.render(&checked.sources, false)
        );
        let faces = Faces {
            display: face("itim-400"),
            text: face("be-vietnam-pro-400"),
        };
        let (lettered, _) = print::letter(&checked.works, &art, &faces.display, None);
        let (papers, _) = print::letter(&checked.documents, &art, &faces.display, None);
        let works: Vec<_> = checked.works.into_iter().zip(lettered).collect();
        let documents: Vec<_> = checked.documents.into_iter().zip(papers).collect();
        assert!(matches!(documents[0].0.content, Content::Text(_)));
        let shop = Workshop {
            project: &project,
            art: &art,
            face: &faces.display,
            terms: &terms,
            frame: Frame::none(),
            site: Site {
                url: "https://example.org/".into(),
            },
            editions: Manifest::default(),
            cache: project.join("target/press"),
        };
        editions::all(&works, &documents, &shop, &faces)
            .unwrap()
            .into_iter()
            .collect()
    })
}

fn file(work: &str, lang: Lang, kind: Kind) -> &'static [u8] {
    let name = name(&work.parse().unwrap(), lang, kind);
    made()
        .get(&name)
        .unwrap_or_else(|| panic!("{name} was not made"))
}

/// The files of a zip, in their order.
fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|i| {
            let mut file = archive.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn every_work_has_every_edition_in_every_language() {
    for work in [COMIC, SCENARIO, PAPER] {
        for lang in Lang::ALL {
            for kind in Kind::ALL {
                let bytes = file(work, lang, kind);
                println!(
                    "{work} {} {}: {} bytes",
                    lang.tag(),
                    kind.ending(),
                    bytes.len()
                );
                assert!(bytes.len() > 400);
            }
        }
    }
}

#[test]
fn pdfs_have_their_faces_and_their_text_and_no_pictures() {
    for work in [COMIC, SCENARIO, PAPER] {
        for kind in [Kind::A4, Kind::Booklet, Kind::PosterA3, Kind::PosterA4] {
            let bytes = file(work, Lang::Vi, kind);
            assert!(bytes.starts_with(b"%PDF-1."), "{work} {}", kind.ending());
            let text = String::from_utf8_lossy(bytes);
            assert!(
                text.contains("/FontFile2") || text.contains("/FontFile3"),
                "{work} {}: no face within",
                kind.ending()
            );
            assert!(
                text.contains("/ToUnicode"),
                "{work} {}: its text cannot be copied",
                kind.ending()
            );
            assert!(
                !text.contains("/Subtype/Image") && !text.contains("/Subtype /Image"),
                "{work} {}: a picture of pixels",
                kind.ending()
            );
        }
        let pages = |kind| {
            let text = String::from_utf8_lossy(file(work, Lang::Vi, kind)).into_owned();
            // “/Pages” is the list of them.
            text.matches("/Type/Page/").count()
        };
        let (book, sides) = (pages(Kind::A4), pages(Kind::Booklet));
        assert!(book >= 4, "{work}: {book} pages");
        assert_eq!(
            sides,
            book.next_multiple_of(4) / 2,
            "{work}: a booklet of {book} pages"
        );
    }
}

#[test]
fn an_ebook_is_whole_and_its_pages_are_sound() {
    for work in [COMIC, SCENARIO, PAPER] {
        for lang in Lang::ALL {
            let files = unzip(file(work, lang, Kind::Epub));
            assert_eq!(
                files[0],
                ("mimetype".to_owned(), b"application/epub+zip".to_vec())
            );
            let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
            let mut pages = 0;
            for (name, bytes) in files.iter().filter(|(name, _)| {
                [".xhtml", ".opf", ".svg", ".xml"]
                    .iter()
                    .any(|ending| name.ends_with(ending))
            }) {
                let text = std::str::from_utf8(bytes).unwrap();
                let options = roxmltree::ParsingOptions {
                    allow_dtd: true,
                    ..roxmltree::ParsingOptions::default()
                };
                let page = roxmltree::Document::parse_with_options(text, options)
                    .unwrap_or_else(|why| panic!("{work} {name}: {why}"));
                let mut ids = BTreeSet::new();
                for node in page.descendants().filter(roxmltree::Node::is_element) {
                    if let Some(id) = node.attribute("id") {
                        assert!(
                            ids.insert(id.to_owned()),
                            "{work} {name}: two are called {id}"
                        );
                    }
                    let leads = [
                        node.attribute("href"),
                        node.attribute(("http://www.w3.org/1999/xlink", "href")),
                    ];
                    for to in leads
                        .into_iter()
                        .flatten()
                        .filter(|to| !to.starts_with('#'))
                    {
                        assert!(
                            names.contains(format!("book/{to}").as_str()),
                            "{work} {name}: {to} is not in the book"
                        );
                    }
                }
                pages += usize::from(name.contains("/s") && text.contains("<text"));
            }
            assert!(pages > 3, "{work}: words are text on {pages} pages");
        }
    }
}

#[test]
fn epubcheck_finds_nothing() {
    let checker = ["/usr/bin/epubcheck", "/usr/share/java/epubcheck.jar"]
        .into_iter()
        .map(Path::new)
        .find(|path| path.exists());
    let checker = checker.expect("epubcheck (cargo xtask test editions installs it)");
    for work in [COMIC, SCENARIO, PAPER] {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{work}.epub"));
        std::fs::write(&path, file(work, Lang::Vi, Kind::Epub)).unwrap();
        let told = Command::new("java")
            .arg("-jar")
            .arg(checker)
            .arg(&path)
            .output()
            .expect("java");
        let text = String::from_utf8_lossy(&told.stderr).into_owned()
            + &String::from_utf8_lossy(&told.stdout);
        assert!(
            told.status.success() && text.contains("0 errors / 0 warnings"),
            "{work}: {text}"
        );
    }
}

#[test]
fn pictures_have_the_size_that_chats_and_readers_expect() {
    let size = |png: &[u8]| {
        assert!(png.starts_with(b"\x89PNG"));
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    for work in [COMIC, SCENARIO, PAPER] {
        assert_eq!(size(file(work, Lang::Vi, Kind::Strip)), (1080, 1350));
    }
    let files = unzip(file(COMIC, Lang::Vi, Kind::Cbz));
    assert_eq!(files[0].0, "ComicInfo.xml");
    assert_eq!(files.len(), 1 + 14 + 2, "a cover, 14 panels, a last card");
    for (name, bytes) in &files[1..] {
        assert_eq!(size(bytes).0, 1000, "{name}");
    }
    assert!(
        files[1..].windows(2).all(|two| two[0].0 < two[1].0),
        "in their order"
    );
}

#[test]
fn a_kit_holds_all_that_spreads_a_work() {
    let files = unzip(file(COMIC, Lang::En, Kind::Kit));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "kim-cuong-mien-phi-en-ap-phich-a3.pdf",
            "kim-cuong-mien-phi-en-ap-phich-a4.pdf",
            "kim-cuong-mien-phi-en-bon-khung.png",
            "kim-cuong-mien-phi-en-phat-thanh.txt"
        ]
    );
    let text = String::from_utf8_lossy(&files[3].1).into_owned();
    assert!(
        text.contains("https://example.org/en/kim-cuong-mien-phi/") && text.contains("seconds"),
        "{text}"
    );
}
