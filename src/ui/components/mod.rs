//! Small things on the screen, one a file.

mod after;
mod aloud;
mod balloons;
mod card;
mod choices;
mod dose;
mod ending;
mod finder;
mod footer;
mod header;
mod help;
mod offer;
mod panel;
mod settings;
mod turn;
mod views;

pub(super) use after::After;
pub(super) use aloud::Aloud;
pub(super) use balloons::Balloons;
pub(super) use card::CardView;
pub(super) use choices::Choices;
pub(super) use dose::Dose;
pub(super) use ending::EndingCard;
pub(super) use finder::Finder;
pub(super) use footer::Footer;
pub(super) use header::Header;
pub(super) use help::Help;
pub(super) use offer::Offer;
pub(super) use panel::{PanelView, Shown};
pub(super) use settings::SettingsCard;
pub(super) use turn::Turning;
pub(super) use views::Views;
