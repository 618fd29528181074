//! What is kept offline, and what the library tells of itself: `sw.js` and `library.json`.

use std::collections::BTreeMap;

use serde_json::json;
use vac_xin_so::model::Lang;

use super::leafs::WORDS;
use super::{Content, Entry, Files, Workshop, hash, styles};

/// Files that no reader needs without a network.
fn stays_online(name: &str) -> bool {
    name.starts_with("preview/")
        || name.ends_with("tai-ve/index.html")
        || matches!(name, "_headers" | "robots.txt" | "sw.js")
}

pub(super) fn print(
    entries: &[Entry],
    shop: &Workshop<'_>,
    files: &mut Files,
) -> Result<(), String> {
    files.insert("library.json".into(), library(entries).into_bytes().into());
    let mut names: Vec<String> = files
        .keys()
        .filter(|name| !stays_online(name))
        .cloned()
        .collect();
    // Of the other languages' works the words are kept; the drawings are those of the first.
    let twins: BTreeMap<String, String> = names
        .iter()
        .filter_map(|name| name.strip_suffix(WORDS))
        .filter_map(|page| {
            let (_, work) = page.split_once('/')?;
            let first = Lang::ALL.first()?.tag();
            Some((page.to_owned(), format!("{first}/{work}")))
        })
        .collect();
    names.retain(|name| {
        let page = name.strip_suffix("index.html");
        page.is_none_or(|page| !twins.contains_key(page))
    });
    // Pages are kept under their folder's address: hosts redirect index.html away.
    for name in &mut names {
        if let Some(folder) = name.strip_suffix("index.html") {
            *name = folder.to_owned();
        }
    }
    let frame = &shop.frame;
    names.extend([&frame.js, &frame.wasm].map(String::clone));
    names.extend(frame.room.iter().chain(&frame.cards).cloned());
    // What a reader opens first comes first.
    names.sort_by_key(|name| {
        (
            !name.ends_with(".js") && !name.ends_with(".wasm") && !name.starts_with("fonts/"),
            name.clone(),
        )
    });
    let all: String = files
        .iter()
        .map(|(name, content)| match content {
            Content::Fresh(bytes) => format!("{name} {}\n", hash(bytes)),
            Content::Kept(path) => format!(
                "{name} {}\n",
                path.file_name().unwrap_or_default().display()
            ),
        })
        .collect();
    let version = format!("{}-{}", shop.frame.version, hash(all.as_bytes()));
    let shelf = json!({ "version": version, "live": shop.frame.reload.is_some(), "files": names, "twins": twins });
    let worker = bare(&styles::text(&shop.project.join("assets/sw/sw.js"))?);
    files.insert(
        "sw.js".into(),
        format!("const SHELF = {shelf};\n{worker}")
            .into_bytes()
            .into(),
    );
    Ok(())
}

/// A script without the comments that stand on lines of their own, and without indents: every visitor loads it.
fn bare(script: &str) -> String {
    let comment = |line: &&str| {
        ["//", "/**", "* ", "*/"]
            .iter()
            .any(|mark| line.starts_with(mark))
    };
    let lines = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines
        .filter(|line| !comment(line))
        .map(|line| format!("{line}\n"))
        .collect()
}

fn library(entries: &[Entry]) -> String {
    let works: Vec<_> = entries
        .iter()
        .map(|entry| {
            let card = &entry.card;
            let (panels, passages, endings) = entry.counts;
            let asks = entry
                .asks
                .iter()
                .map(|(panel, ask)| json!({ "panel": panel, "text": ask }));
            let url = |lang: Lang| format!("{}/{}", lang.tag(), entry.folder);
            json!({
                "id": card.id, "kind": card.kind, "shelf": entry.shelf,
                "ages": [card.ages.min, card.ages.max],
                "topics": card.topics.iter().map(|topic| topic.name()).collect::<Vec<_>>(),
                "minutes": card.minutes, "panels": panels, "passages": passages, "endings": endings,
                "asks": asks.collect::<Vec<_>>(),
                "title": { "vi": card.title.in_(Lang::Vi), "en": card.title.in_(Lang::En) },
                "url": { "vi": url(Lang::Vi), "en": url(Lang::En) },
            })
        })
        .collect();
    json!({ "languages": Lang::ALL.map(Lang::tag), "works": works }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_its_code_and_loses_its_comments() {
        let script = "// Ours.\n/** Adds.\n * @param {number} a */\nconst add = a => {\n    return a * 2 /* twice */\n}\n";
        assert_eq!(
            bare(script),
            "const add = a => {\nreturn a * 2 /* twice */\n}\n"
        );
    }
}
