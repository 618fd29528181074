//! One panel as markup: an `<svg>` whose words are text and whose drawings are references to the parts
//! of its page.

use vac_xin_so::model::{Lang, Panel};

use crate::art::Art;
use crate::letter::{self, Placed};
use crate::stage::{self, Sheet, Staged};
use crate::staging::Staging;

/// The parts that this panel is the first of its page to need.
pub(super) fn parts(staged: &Staged, sheet: &mut Sheet, art: &Art) -> String {
    sheet.bring(staged, art)
}

/// A wrapper around parts: it takes no room, and is no `display: none`, in which some browsers lose
/// clip paths.
pub(super) fn sheet(parts: &str) -> String {
    if parts.is_empty() {
        return String::new();
    }
    format!(
        "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>{parts}</defs></svg>"
    )
}

/// The panel itself.
pub(super) fn print(
    panel: &Panel,
    staging: &Staging,
    staged: &Staged,
    placed: &[Placed],
    lang: Lang,
    art: &Art,
) -> String {
    let height = staging.shape.height();
    let mut out = format!(
        "<svg viewBox=\"0 0 1000 {height}\" role=\"img\" aria-label=\"{}\">",
        attribute(panel.alt.in_(lang))
    );
    out.push_str(&stage::print(&staged.pieces, art));
    out.push_str(&stage::print(&staged.front, art));
    out.push_str(&letter::print(placed, staging, staged, lang));
    out.push_str("</svg>");
    out
}

/// Text for a double-quoted attribute.
pub(super) fn attribute(text: &str) -> String {
    letter::escape(text).replace('"', "&quot;")
}
