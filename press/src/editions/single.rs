//! The library as one file that opens from a stick, and as a zip for a school's server: made of the printed library.
#![expect(
    clippy::disallowed_methods,
    reason = "the printed library is read, and what is made of it is written"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use vac_xin_so::model::Lang;
use vac_xin_so::ui::{BOOKLET, ROOM, Words};

use super::bind::{Entry, zip};
use crate::manifest::{FOLDER, Kind, Manifest, WHOLE};

/// The first story in the file: what is opened by a link without a work is on the shelves.
const FIRST: &str = "kim-cuong-mien-phi/";

/// What of the library is made for the file's own styles: pages that need the app are not in it.
const HIDDEN: &str = "[data-app=single] :is(.who,.me,.settings,.aloud,.views,.share,.class-link,.doc-tools,.finder,.to-room,.foot .shelf){display:none}\
.single-note{position:fixed;inset-block-end:1rem;inset-inline:1rem;z-index:9;padding:.8em 1.2em;border-radius:18px;background:#ffedc2;color:#2b2430;text-align:center}";

/// The two files of the whole library.
#[derive(Debug)]
pub struct Single {
    /// The one file.
    pub html: Vec<u8>,
    /// The site for a server.
    pub zip: Vec<u8>,
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    Ok(String::from_utf8_lossy(&read(path)?).into_owned())
}

/// Every file below a folder, by its name from there.
fn below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                found.push((name.to_string_lossy().into_owned(), path));
            }
        }
    }
    found.sort();
    found
}

fn packed(text: &str) -> Result<String, String> {
    let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(text.as_bytes())
        .and_then(|()| out.finish())
        .map(|bytes| STANDARD.encode(bytes))
        .map_err(|why| why.to_string())
}

/// A page's title and what is in its frame.
fn inside(page: &str) -> Option<String> {
    let title = page.split("<title>").nth(1)?.split("</title>").next()?;
    let body = page.split("<div id=\"app\">").nth(1)?;
    let end = body.rfind("</div><script type=\"text/plain\"")?;
    Some(format!("{title}\n{}", &body[..end]))
}

/// The whole library in one file, made of the printed one in `dist`. `project` has the script that shows it.
///
/// # Errors
/// What of the library cannot be read.
pub fn single(project: &Path, dist: &Path) -> Result<Single, String> {
    let files: Vec<(String, PathBuf)> = below(dist)
        .into_iter()
        .filter(|(name, _)| !name.starts_with(FOLDER))
        .collect();
    let needs_app = |page: &str| {
        [ROOM, BOOKLET]
            .iter()
            .any(|folder| page.ends_with(&format!("/{folder}")))
    };
    // Of other languages the words alone, where the drawings are those of the first.
    let words: BTreeMap<&str, &PathBuf> = files
        .iter()
        .filter_map(|(name, path)| Some((name.strip_suffix("words.html")?, path)))
        .collect();
    let mut pages: Vec<(&str, &PathBuf)> = files
        .iter()
        .filter_map(|(name, path)| Some((name.strip_suffix("index.html")?, path)))
        .filter(|(page, _)| !page.is_empty() && !needs_app(page))
        .map(|(page, path)| (page, *words.get(page).unwrap_or(&path)))
        .collect();
    // What is opened first comes first: the shelves and a story.
    pages.sort_by_key(|(page, _)| {
        (
            !(page.len() == 3 || page.ends_with(FIRST)),
            page.starts_with("en/"),
            (*page).to_owned(),
        )
    });
    let packs: Result<Vec<String>, String> = pages
        .par_iter()
        .map(|(page, path)| {
            let inside = inside(&text(path)?)
                .ok_or_else(|| format!("{}: not a page of ours", path.display()))?;
            Ok(format!(
                "<script type=\"text/plain\" id=\"{page}\">{}</script>\n",
                packed(&inside)?
            ))
        })
        .collect();
    let packs = packs?;
    let pictures: Result<BTreeMap<&str, String>, String> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".svg"))
        .map(|(name, path)| Ok((name.as_str(), text(path)?)))
        .collect();
    let pictures = serde_json::to_string(&pictures?).map_err(|why| why.to_string())?;
    let pictures = format!(
        "<script type=\"text/plain\" id=\"pictures\">{}</script>\n",
        packed(&pictures)?
    );
    let styles = styles(&files)?;
    let script = text(&project.join("assets/boot/single.js"))?;
    let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
    let title = Words(Lang::Vi).site();
    let mut html = format!(
        "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\"><title>{title}</title><style>{styles}{HIDDEN}</style></head><body><div id=\"app\"><noscript>{}</noscript></div>\n",
        Words(Lang::Vi).room_no_script(),
    );
    for (page, path) in pages.iter().take(2) {
        // A script element ends only at its own end tag, which no page of ours holds in its frame.
        let inside = inside(&text(path)?).unwrap_or_default();
        let _ = writeln!(
            html,
            "<script type=\"text/plain\" id=\"{page}plain\">{inside}</script>"
        );
    }
    let _ = writeln!(html, "<script>{script}</script>");
    let head = packs
        .iter()
        .zip(&pages)
        .take_while(|(_, (page, _))| page.len() == 3 || page.ends_with(FIRST))
        .count();
    for pack in &packs[..head] {
        html.push_str(pack);
    }
    html.push_str(&pictures);
    for pack in &packs[head..] {
        html.push_str(pack);
    }
    html.push_str("</body></html>\n");
    Ok(Single {
        html: html.into_bytes(),
        zip: site(&files)?,
    })
}

/// The one style sheet with its faces within.
fn styles(files: &[(String, PathBuf)]) -> Result<String, String> {
    let found = files
        .iter()
        .find(|(name, _)| name.starts_with("fonts/style-"));
    let (_, path) = found.ok_or("the library has no style sheet")?;
    let mut styles = text(path)?;
    for (name, path) in files.iter().filter(|(name, _)| name.ends_with(".woff2")) {
        let own = name.trim_start_matches("fonts/");
        let mut data = String::from("data:font/woff2;base64,");
        let _ = write!(data, "{}", STANDARD.encode(read(path)?));
        styles = styles.replace(own, &data);
    }
    Ok(styles)
}

/// The site as it is, for any server.
fn site(files: &[(String, PathBuf)]) -> Result<Vec<u8>, String> {
    let bytes: Result<Vec<(String, Vec<u8>)>, String> = files
        .iter()
        .map(|(name, path)| Ok((format!("vac-xin-so/{name}"), read(path)?)))
        .collect();
    let bytes = bytes?;
    let packed = |name: &str| {
        ![".png", ".woff2"]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    let entries: Vec<Entry<'_>> = bytes
        .iter()
        .map(|(name, bytes)| (name.clone(), bytes.as_slice(), packed(name)))
        .collect();
    zip(&entries)
}

/// Puts all editions into the printed library: those of works that were made before, and those of the whole. What
/// there is, with its sizes.
///
/// # Errors
/// What cannot be read or written.
pub fn bundle(project: &Path, made: &Path, dist: &Path) -> Result<Manifest, String> {
    let told = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    let mut manifest = Manifest::read(made);
    let whole = single(project, dist)?;
    let to = dist.join(FOLDER);
    for name in manifest.0.keys() {
        let path = to.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|why| told(folder, why))?;
        }
        std::fs::copy(made.join(name), &path).map_err(|why| told(&path, why))?;
    }
    let kits: Result<Vec<(String, Vec<u8>)>, String> = manifest
        .0
        .keys()
        .filter(|name| name.ends_with(Kind::Kit.ending()))
        .map(|name| Ok((name.clone(), read(&made.join(name))?)))
        .collect();
    let kits = kits?;
    let entries: Vec<Entry<'_>> = kits
        .iter()
        .map(|(name, bytes)| (name.clone(), bytes.as_slice(), false))
        .collect();
    for (name, bytes) in WHOLE.iter().zip([whole.html, whole.zip, zip(&entries)?]) {
        let path = to.join(name);
        std::fs::write(&path, &bytes).map_err(|why| told(&path, why))?;
        manifest.0.insert((*name).to_owned(), bytes.len());
    }
    Ok(manifest)
}
