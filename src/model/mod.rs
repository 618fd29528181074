//! What a work is, once nothing can be missing: regular data for reader, ui and press.
//!
//! Knows nothing of the web, of SVG and of files. Everything here crosses the border from press to
//! the browser as JSON (the island of a page), so all types are plain and serialisable.

mod catalogue;
mod id;
mod lang;
mod non_empty;
mod panel;
mod parents;
mod story;
mod text;
mod work;

pub use catalogue::{Card, Catalogue};
pub use id::{BadId, ChoiceId, Flag, Id, PanelId, PassageId, ShelfId, WorkId};
pub use lang::Lang;
pub use non_empty::NonEmpty;
pub use panel::{Balloon, BalloonKind, Panel, Shape};
pub use parents::{Guide, Parents};
pub use story::{Choice, Ending, EndingKind, Next, Passage, Scenario, Spot, Story};
pub use text::Text;
pub use work::{Ages, Answer, Dose, Topic, Work};
