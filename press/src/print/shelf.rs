//! What is kept offline, and what the library tells of itself: `sw.js` and `library.json`.

use serde_json::json;
use vac_xin_so::model::Lang;

use super::{Files, Workshop, hash, leafs, styles};
use crate::check::Proven;

/// Files that no reader needs without a network.
fn stays_online(name: &str) -> bool {
    name.starts_with("preview/")
        || matches!(name, "_headers" | "robots.txt" | "library.json" | "sw.js")
}

pub(super) fn print(
    works: &[Proven],
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    files.insert("library.json".into(), library(works).into_bytes());
    let mut names: Vec<String> = files
        .keys()
        .filter(|name| !stays_online(name))
        .cloned()
        .collect();
    // Pages are kept under their folder's address: hosts redirect index.html away.
    for name in &mut names {
        if let Some(folder) = name.strip_suffix("index.html") {
            *name = folder.to_owned();
        }
    }
    names.extend([shop.frame.js.clone(), shop.frame.wasm.clone()]);
    // What a reader opens first comes first.
    names.sort_by_key(|name| {
        (
            !name.ends_with(".js") && !name.ends_with(".wasm") && !name.starts_with("fonts/"),
            name.clone(),
        )
    });
    let all: Vec<u8> = files
        .iter()
        .flat_map(|(name, bytes)| [name.as_bytes(), bytes].concat())
        .collect();
    let version = format!("{}-{}", shop.frame.version, hash(&all));
    let shelf = json!({ "version": version, "live": shop.frame.reload.is_some(), "files": names });
    let worker = styles::text(&shop.project.join("assets/sw/sw.js"))?;
    files.insert(
        "sw.js".into(),
        format!("const SHELF = {shelf};\n{worker}").into_bytes(),
    );
    Ok(())
}

fn library(works: &[Proven]) -> String {
    let works: Vec<_> = works
        .iter()
        .map(|proven| {
            let work = &proven.work;
            let (panels, passages, endings) = leafs::counts(&work.story);
            let url = |lang: Lang| format!("{}/{}", lang.tag(), work.folder());
            json!({
                "id": work.id, "kind": work.kind(), "shelf": work.shelf,
                "ages": [work.ages.min, work.ages.max],
                "topics": work.topics.iter().map(|topic| topic.name()).collect::<Vec<_>>(),
                "minutes": work.minutes, "panels": panels, "passages": passages, "endings": endings,
                "title": { "vi": work.title.in_(Lang::Vi), "en": work.title.in_(Lang::En) },
                "url": { "vi": url(Lang::Vi), "en": url(Lang::En) },
            })
        })
        .collect();
    json!({ "languages": Lang::ALL.map(Lang::tag), "works": works }).to_string()
}
