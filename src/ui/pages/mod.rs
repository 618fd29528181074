//! The pages, one a file.

mod comic;
mod home;
mod lost;
mod reading;
mod scenario;

pub(super) use home::Home;
pub(super) use lost::Lost;
pub(super) use reading::Reading;
