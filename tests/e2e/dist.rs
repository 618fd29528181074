//! What is printed: its promises and its sizes. No browser is needed for these.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::browser::server::dist;

/// Sizes that may not be passed, in bytes as brotli packs them (gzip where it says so).
mod budget {
    /// The app: WebAssembly and its glue.
    pub(super) const APP: usize = 150_000;
    /// How much a document adds besides its panels: text in two languages, and places that no other panel of its page
    /// shares (a place alone is some 20 KB).
    pub(super) const DOCUMENT: usize = 45_000;
    /// How much more a poster may weigh.
    pub(super) const POSTER: usize = 50_000;
    /// A page up to the end of its first panel, with styles and faces.
    pub(super) const FIRST_PANEL: usize = 70_000;
    /// The classroom: its program, the one that reads cards, its styles and pages.
    pub(super) const CLASSROOM: usize = 270_000;
    /// What reads cards from a camera's picture, loaded when a vote is counted so.
    pub(super) const CARDS: usize = 120_000;
    /// Everything that is kept offline, in both languages: for 150 panels, and for each further one.
    pub(super) const LIBRARY: (usize, usize) = (2_500_000, 12_000);
    /// A page, gzip: for its frame and first drawings, and for each panel.
    pub(super) const PAGE_GZIP: (usize, usize) = (70_000, 16_000);
}

fn brotli(bytes: &[u8]) -> usize {
    brotli_at(11, bytes)
}

/// As servers compress: by brotli's own encoder, which node brings along (the one in Rust makes it 0.3 % larger).
fn as_servers_do(file: &Path) -> usize {
    const SCRIPT: &str = "const { brotliCompressSync: pack, constants: c } = require('zlib'); const text = require('fs').readFileSync(process.argv[1]); \
        console.log(pack(text, { params: { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_SIZE_HINT]: text.length } }).length)";
    let told = std::process::Command::new("node")
        .args(["-e", SCRIPT])
        .arg(file)
        .output()
        .expect("node, which the build needs as well");
    let told = String::from_utf8(told.stdout).unwrap();
    told.trim().parse().expect("a number of bytes")
}

/// Nearly as small, and many times faster: for the whole library.
fn brotli_at(quality: u32, bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 4096, quality, 22)
        .write_all(bytes)
        .unwrap();
    out.len()
}

fn gzip(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}

fn files(folder: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), all);
        } else {
            let name = entry
                .path()
                .strip_prefix(dist())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            all.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

fn printed() -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    files(&dist(), &mut all);
    all
}

fn pages() -> BTreeMap<String, String> {
    let html = printed()
        .into_iter()
        .filter(|(name, _)| name.ends_with("index.html"));
    html.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn the_app_is_small() {
    let dist = dist();
    let app: usize = printed()
        .keys()
        .filter(|name| name.starts_with("app-") || name.starts_with("boot-"))
        .map(|name| as_servers_do(&dist.join(name)))
        .sum();
    println!("app: {app} bytes brotli of {}", budget::APP);
    assert!(
        app > 10_000 && app <= budget::APP,
        "the app weighs {app} bytes"
    );
}

#[test]
fn what_reads_cards_is_small_and_no_page_of_a_child_loads_the_classroom() {
    let dist = dist();
    let weight = |starts: &[&str]| -> usize {
        let own = |name: &String| starts.iter().any(|start| name.starts_with(start));
        printed()
            .keys()
            .filter(|name| own(name))
            .map(|name| as_servers_do(&dist.join(name)))
            .sum()
    };
    let cards = weight(&["card-reader-", "cards-"]);
    println!("reader of cards: {cards} bytes brotli of {}", budget::CARDS);
    assert!(cards > 5_000 && cards <= budget::CARDS, "{cards}");
    let room = weight(&["classroom-", "fonts/room-"]);
    println!("classroom: {room} bytes brotli");
    for (name, page) in pages() {
        let own = name.ends_with("/buoi-hoc/index.html");
        assert_eq!(page.contains("classroom-"), own, "{name}");
    }
}

#[test]
fn every_work_has_texts_to_read_out_in_every_language() {
    let all = pages();
    let library: Value = serde_json::from_slice(&printed()["library.json"]).unwrap();
    for work in library["works"].as_array().unwrap() {
        for lang in ["vi", "en"] {
            let name = format!("{}tai-ve/index.html", work["url"][lang].as_str().unwrap());
            let texts = all[&name].matches("class=\"broadcast\"").count();
            assert_eq!(texts, 3, "{name}");
        }
    }
}

#[test]
fn the_first_panel_is_light() {
    let all = printed();
    let page = pages().remove("vi/kim-cuong-mien-phi/index.html").unwrap();
    let end = page
        .find("data-turn=\"next\"")
        .expect("the end of the first panel");
    let faces = all.iter().filter(|(name, _)| name.starts_with("fonts/"));
    let first =
        brotli(&page.as_bytes()[..end]) + faces.map(|(_, bytes)| brotli(bytes)).sum::<usize>();
    println!(
        "first panel: {first} bytes brotli of {}",
        budget::FIRST_PANEL
    );
    assert!(first <= budget::FIRST_PANEL, "{first}");
}

#[test]
fn pages_and_library_keep_their_budgets() {
    for (name, page) in pages() {
        let size = gzip(page.as_bytes());
        println!("{name}: {size} bytes gzip");
        let panels = page.matches("data-panel=").count();
        // A poster has a place of its own in each panel, and nobody waits for a sheet that is to be printed.
        let poster = if name.ends_with("/ap-phich/index.html") {
            budget::POSTER
        } else {
            0
        };
        let may = budget::PAGE_GZIP.0 + budget::PAGE_GZIP.1 * panels + poster;
        assert!(
            size <= may,
            "{name}: {size} bytes for {panels} panels, at most {may}"
        );
    }
    // What the worker keeps, by its own list.
    let files = printed();
    let worker = String::from_utf8_lossy(&files["sw.js"]).into_owned();
    let shelf = worker
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("const SHELF = "));
    let shelf: Value = serde_json::from_str(shelf.unwrap().trim_end_matches(';')).unwrap();
    let all: usize = shelf["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| {
            let name = name.as_str().unwrap();
            let page = name.is_empty() || name.ends_with('/');
            let name = if page {
                format!("{name}index.html")
            } else {
                name.to_owned()
            };
            brotli_at(9, &files[&name])
        })
        .sum();
    let library: Value = serde_json::from_slice(&files["library.json"]).unwrap();
    let works = library["works"].as_array().unwrap();
    let panels: u64 = works
        .iter()
        .filter_map(|work| work["panels"].as_u64())
        .sum();
    let panels = usize::try_from(panels).unwrap();
    let documents = works
        .iter()
        .filter(|work| !matches!(work["kind"].as_str(), Some("comic" | "scenario")))
        .count();
    let may = budget::LIBRARY.0
        + budget::LIBRARY.1 * panels.saturating_sub(150)
        + budget::DOCUMENT * documents
        + budget::CLASSROOM;
    println!("whole library: {all} bytes brotli of {may} for {panels} panels");
    assert!(all <= may, "{all}");
}

#[test]
fn library_json_tells_of_every_work_and_every_page_is_there() {
    let all = printed();
    let library: Value = serde_json::from_slice(&all["library.json"]).unwrap();
    assert_eq!(library["languages"], serde_json::json!(["vi", "en"]));
    let works = library["works"].as_array().unwrap();
    assert!(
        works
            .iter()
            .any(|work| work["kind"] == "comic" && work["panels"].as_u64() >= Some(10))
    );
    assert!(works.iter().any(|work| work["kind"] == "scenario"
        && work["passages"].as_u64() >= Some(8)
        && work["endings"].as_u64() >= Some(3)));
    for work in works {
        for lang in ["vi", "en"] {
            let url = work["url"][lang].as_str().unwrap();
            assert!(
                !url.starts_with('/') && all.contains_key(&format!("{url}index.html")),
                "{url}"
            );
            assert!(!work["title"][lang].as_str().unwrap().is_empty());
        }
        for number in ["panels", "passages", "endings", "minutes"] {
            assert!(work[number].is_u64(), "{number} of {}", work["id"]);
        }
    }
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let all = printed();
    for (name, page) in pages() {
        let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
        let folder = Path::new(&name).parent().unwrap();
        for link in values(&page, "href")
            .into_iter()
            .chain(values(&page, "src"))
        {
            // The class view is the same page; the quick exit is an empty one.
            let link = link.split('?').next().unwrap_or_default();
            if link.is_empty()
                || link == "about:blank"
                || link.starts_with("tel:")
                || link.starts_with("https://vac-xin-so.example/")
                // Whom one can report to.
                || ["https://vn-cop.vn", "https://tongdai111.vn"].contains(&link)
                || link.starts_with("http://127.0.0.1")
            {
                continue;
            }
            if let Some(id) = link.strip_prefix('#') {
                assert!(ids.contains(id), "{name}: nothing is called {link}");
                continue;
            }
            let (link, place) = link.split_once('#').unwrap_or((link, ""));
            let mut target = std::path::PathBuf::new();
            for part in folder.join(link).components() {
                match part {
                    std::path::Component::ParentDir => {
                        assert!(target.pop(), "{name}: {link} leaves the library");
                    }
                    std::path::Component::Prefix(_)
                    | std::path::Component::RootDir
                    | std::path::Component::CurDir
                    | std::path::Component::Normal(_) => target.push(part),
                }
            }
            let target = target.to_string_lossy().into_owned();
            let target = if link.ends_with('/') {
                format!("{target}/index.html")
                    .trim_start_matches('/')
                    .to_owned()
            } else {
                target
            };
            let there = all.get(&target);
            assert!(
                there.is_some(),
                "{name}: {link} leads to {target}, which is not there"
            );
            let id = format!("id=\"{place}\"");
            assert!(
                place.is_empty()
                    || there.is_some_and(|page| String::from_utf8_lossy(page).contains(&id)),
                "{name}: {link} has nothing called {place}"
            );
        }
    }
}

#[test]
fn no_id_is_used_twice_on_a_page() {
    for (name, page) in pages() {
        let mut seen = BTreeSet::new();
        for id in values(&page, "id") {
            assert!(seen.insert(id), "{name}: #{id} twice");
        }
    }
}

#[test]
fn every_page_has_a_strict_policy_and_nothing_that_breaks_it() {
    for (name, page) in pages() {
        let policy = values(&page, "content")
            .into_iter()
            .find(|value| value.contains("default-src"))
            .unwrap_or_default();
        assert!(
            policy.contains("default-src 'none'")
                && !policy.contains("unsafe-inline")
                && !policy.contains("'unsafe-eval'"),
            "{name}: {policy}"
        );
        let head = page.find("Content-Security-Policy").unwrap();
        assert!(
            head < page.find("<link").unwrap() && head < page.find("<script").unwrap(),
            "{name}: the policy comes first"
        );
        for handler in [
            " onclick=",
            " onload=",
            " onerror=",
            " style=\"",
            "javascript:",
        ] {
            assert!(!page.contains(handler), "{name} holds{handler}");
        }
    }
}

#[test]
fn every_page_tells_chats_and_searchers_what_it_is() {
    for (name, page) in pages() {
        for needed in [
            "<title>",
            "name=\"description\"",
            "rel=\"canonical\"",
            "hreflang=\"vi\"",
            "hreflang=\"en\"",
            "hreflang=\"x-default\"",
            "og:title",
            "og:image\"",
            "twitter:card",
            "rel=\"manifest\"",
        ] {
            assert!(page.contains(needed), "{name} lacks {needed}");
        }
    }
    for (name, bytes) in printed()
        .iter()
        .filter(|(name, _)| name.starts_with("preview/"))
    {
        let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((size(16), size(20)), (1200, 630), "{name}");
    }
}

#[test]
fn words_are_text_and_never_escape_their_page() {
    let page = &pages()["vi/kim-cuong-mien-phi/index.html"];
    assert!(
        page.contains("Cho không luôn?</text>") || page.contains("Cho không luôn?"),
        "lettering stays text"
    );
    assert_eq!(
        page.matches("<script").count(),
        3,
        "the word of the address, the island and the starter, nothing else"
    );
}
