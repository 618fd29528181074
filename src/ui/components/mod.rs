//! Small things on the screen, one a file. Most are plain functions: only what has a state of its own, or
//! must not be drawn again with all the rest, is a component, since each of those costs the app a kilobyte.

mod after;
mod aloud;
mod balloons;
mod before;
mod card;
mod choices;
mod dose;
mod ending;
mod finder;
mod footer;
mod header;
mod help;
mod map;
mod offer;
mod panel;
mod settings;
mod share;
mod turn;
mod views;
mod who;

pub(super) use after::{After, after};
pub(super) use aloud::aloud;
pub(super) use balloons::balloons;
pub(super) use before::before;
pub(super) use card::card;
pub(super) use choices::choices;
pub(super) use dose::Dose;
pub(super) use ending::{EndingCard, ending};
pub(super) use finder::finder;
pub(super) use footer::footer;
pub(super) use header::header;
pub(super) use help::help;
pub(super) use map::{Known, map};
pub(super) use offer::offer;
pub(super) use panel::{PanelView, Shown};
pub(super) use settings::{pressed, settings_card};
pub(super) use share::Share;
pub(super) use turn::{Ways, turning};
pub(super) use views::views;
pub(super) use who::{picture as animal, who};
