//! Words for people, in every language at once.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Lang;

/// A text that exists in every language: a missing translation cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    vi: Rc<str>,
    en: Rc<str>,
}

impl Text {
    /// Joins the two languages.
    pub fn new(vi: impl Into<Rc<str>>, en: impl Into<Rc<str>>) -> Self {
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
