//! The glossary: `assets/i18n/terms.toml`, one entry a word.

use std::collections::BTreeMap;
use std::path::Path;

use vac_xin_so::model::Text;

/// A word and what it means.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word.
    pub word: Text,
    /// What it means, in one sentence for a child of ten.
    pub means: Text,
}

/// Every word, by the name that texts use.
#[derive(Clone, Debug, Default)]
pub struct Terms(pub BTreeMap<String, Term>);

impl Terms {
    /// Reads the glossary.
    ///
    /// # Errors
    /// A sentence about what cannot be read or is missing.
    #[expect(clippy::disallowed_methods, reason = "the project's own file")]
    pub fn read(file: &Path) -> Result<Self, String> {
        let say = |why: &dyn std::fmt::Display| format!("{}: {why}", file.display());
        let text = std::fs::read_to_string(file).map_err(|why| say(&why))?;
        let table: toml::Table = text.parse().map_err(|why| say(&why))?;
        let mut terms = BTreeMap::new();
        for (id, entry) in table {
            let one = |key: &str| {
                let in_ = |lang: &str| entry.get(key).and_then(|text| text.get(lang)?.as_str());
                match (in_("vi"), in_("en")) {
                    (Some(vi), Some(en)) => Ok(Text::new(vi, en)),
                    _ => Err(say(&format!("“{id}” needs “{key}” in every language"))),
                }
            };
            let term = Term {
                word: one("word")?,
                means: one("means")?,
            };
            terms.insert(id, term);
        }
        Ok(Self(terms))
    }
}
