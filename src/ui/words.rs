//! The words of the interface, one function each, from `assets/i18n/ui.toml`.

use crate::model::{EndingKind, Lang};

/// The interface in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    /// What kind of ending this is.
    #[must_use]
    pub const fn ending(self, kind: EndingKind) -> &'static str {
        match kind {
            EndingKind::Safe => self.ending_safe(),
            EndingKind::Learned => self.ending_learned(),
            EndingKind::Helped => self.ending_helped(),
        }
    }
}
