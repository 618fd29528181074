//! The text of a document → [`Block`]s: Markdown, and directives for what Markdown cannot do. How a block looks is
//! `print`'s affair.

mod block;
mod directive;
mod parse;
mod prose;

use vac_xin_so::model::PanelId;

pub use block::{Answer, Block, Box, Helper, Item, Prose, Slice};
pub(crate) use parse::Reading;

use crate::diagnostic::Sources;
use crate::load::Terms;

/// What texts can name in the library.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    /// Every work.
    pub(crate) works: Vec<String>,
    /// The glossary.
    pub(crate) terms: &'a Terms,
    /// The texts.
    pub(crate) sources: &'a Sources,
}

/// What a text can name in its own `work.toml`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    /// Its panels.
    pub(crate) panels: &'a [PanelId],
    /// Its sources.
    pub(crate) citations: &'a [String],
    /// Whether there is a law to tell.
    pub(crate) law: bool,
}
