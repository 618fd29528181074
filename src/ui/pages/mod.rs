//! The pages, one a file.

mod booklet;
mod comic;
mod home;
mod leaflet;
mod lost;
mod reading;
mod scenario;

pub(super) use booklet::Booklet;
pub(super) use home::Home;
pub(super) use leaflet::leaflet;
pub(super) use lost::lost;
pub(super) use reading::Reading;
