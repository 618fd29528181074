//! Keys: what they mean to a reader.

use crate::reader::Turn;

/// The step that a key asks for (names as in `KeyboardEvent.key`).
#[must_use]
pub fn turn_for(key: &str) -> Option<Turn> {
    match key {
        "ArrowRight" | "PageDown" | " " => Some(Turn::Next),
        "ArrowLeft" | "PageUp" => Some(Turn::Back),
        "Home" => Some(Turn::First),
        "End" => Some(Turn::Last),
        _ => None,
    }
}
