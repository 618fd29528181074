//! What editions there are: kinds of files, their names, and what an earlier run has made.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{Lang, WorkId};

/// What kind of file an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A book on A4.
    A4,
    /// A booklet: A4 sheets, printed on both sides, folded to A5.
    Booklet,
    /// A book for readers' apps.
    Epub,
    /// Pictures for readers' apps.
    Cbz,
    /// A poster on A3.
    PosterA3,
    /// A poster on A4.
    PosterA4,
    /// Four panels for a chat.
    Strip,
    /// Texts to read out, and for a newspaper.
    Texts,
    /// All that spreads a work, in one file.
    Kit,
}

impl Kind {
    /// Every kind, in the order of a page.
    pub const ALL: [Self; 9] = [
        Self::A4,
        Self::Booklet,
        Self::Epub,
        Self::Cbz,
        Self::PosterA3,
        Self::PosterA4,
        Self::Strip,
        Self::Texts,
        Self::Kit,
    ];

    /// What a file's name ends with.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::A4 => "a4.pdf",
            Self::Booklet => "a5-gap-doi.pdf",
            Self::Epub => "sach.epub",
            Self::Cbz => "tranh.cbz",
            Self::PosterA3 => "ap-phich-a3.pdf",
            Self::PosterA4 => "ap-phich-a4.pdf",
            Self::Strip => "bon-khung.png",
            Self::Texts => "phat-thanh.txt",
            Self::Kit => "bo-truyen-thong.zip",
        }
    }
}

/// The folder of editions, below the library's root.
pub const FOLDER: &str = "an-ban/";

/// The name of a file of an edition below [`FOLDER`].
#[must_use]
pub fn name(work: &WorkId, lang: Lang, kind: Kind) -> String {
    format!("{work}/{work}-{}-{}", lang.tag(), kind.ending())
}

/// The sizes of files in bytes, by their names below [`FOLDER`]: what pages offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest(pub BTreeMap<String, usize>);

impl Manifest {
    /// Reads what an earlier run has written; empty if there was none.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the press's own file")]
    pub fn read(folder: &Path) -> Self {
        let text = std::fs::read_to_string(folder.join("manifest.json"));
        text.ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }
}

/// The names of the library's own files, below the folder of editions.
pub const WHOLE: [&str; 3] = [
    "vac-xin-so.html",
    "vac-xin-so-web.zip",
    "bo-truyen-thong-tat-ca.zip",
];
