//! A new work's folder: a small story that passes check as it is, for its author to change.
//!
//! Nothing that is there already is ever written over.

mod slug;

use std::io::Write as _;
use std::path::{Path, PathBuf};

pub(crate) use slug::free;
pub use slug::slug;

use crate::load;

/// A kind of work: its name, its shelf, what a new one begins with, and the texts beside it.
type Kind = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const KINDS: &[Kind] = &[
    (
        "comic",
        "truyen-tranh",
        include_str!("../../templates/comic.toml"),
        &[],
    ),
    (
        "scenario",
        SCENARIOS,
        include_str!("../../templates/scenario.toml"),
        &[],
    ),
    (
        "guide",
        "gia-dinh",
        include_str!("../../templates/guide.toml"),
        &[
            ("vi.md", include_str!("../../templates/guide.vi.md")),
            ("en.md", include_str!("../../templates/guide.en.md")),
        ],
    ),
];

/// The shelf of scenarios.
pub const SCENARIOS: &str = "tinh-huong";

/// Begins a work of a kind; returns its file.
///
/// # Errors
/// A sentence, where there is no such kind, the name is no address or taken, or nothing can be written.
pub fn work(library: &Path, kind: &str, name: &str) -> Result<PathBuf, String> {
    let Some((_, shelf, template, beside)) = KINDS.iter().find(|(known, ..)| *known == kind) else {
        let all: Vec<&str> = KINDS.iter().map(|(known, ..)| *known).collect();
        let hint = load::nearest(kind, &all);
        return Err(format!("“{kind}” is no kind of work: {hint}"));
    };
    let file = write(library, shelf, name, &template.replace("{slug}", name))?;
    for (text, words) in *beside {
        let text = file.with_file_name(text);
        let written =
            std::fs::File::create_new(&text).and_then(|mut new| new.write_all(words.as_bytes()));
        written.map_err(|why| format!("{}: {why}", text.display()))?;
    }
    Ok(file)
}

/// Writes the file of a new work; returns where it lies.
///
/// # Errors
/// A sentence, where a name is no address or taken, or nothing can be written.
pub fn write(library: &Path, shelf: &str, name: &str, text: &str) -> Result<PathBuf, String> {
    let works = load::names(library);
    let taken = |name: &str| works.iter().any(|(_, work)| work == name);
    if let Some(why) = slug::refusal(name, taken) {
        return Err(why);
    }
    if let Err(why) = shelf.parse::<vac_xin_so::model::ShelfId>() {
        return Err(format!("“{shelf}” cannot be the name of a shelf: {why}"));
    }
    let folder = library.join(shelf).join(name);
    let file = folder.join("work.toml");
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::File::create_new(&file))
        .and_then(|mut new| new.write_all(text.as_bytes()));
    match written {
        Ok(()) => Ok(file),
        Err(why) => Err(format!("{}: {why}", file.display())),
    }
}
