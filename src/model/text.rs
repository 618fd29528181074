//! Words for people, in every language at once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Lang;

/// A text that exists in every language: a missing translation cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    vi: Arc<str>,
    en: Arc<str>,
}

impl Text {
    /// Joins the two languages.
    pub fn new(vi: impl Into<Arc<str>>, en: impl Into<Arc<str>>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The words in one language.
    #[must_use]
    pub fn in_(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
