//! The classroom: a session with a class, from the plan to the report. It runs in browsers on its own pages, so that
//! no child downloads it.
//!
//! What it knows is pure and tested natively:
//!
//! - [`library`]: what there is to show, read from `library.json`.
//! - [`plan`]: what a session is made of; [`propose`] makes one that fits the time, [`link`] puts one into an address.
//! - [`session`]: a session that is going on: commands in, a new state out. Two windows hold the same one.
//! - [`scene`]: what is on the wall at a moment of a session.
//! - [`minutes`]: the record of a session; [`merge`] joins the records of several schools, [`table`] writes them for
//!   spreadsheets, [`report`] sums a term up.
//!
//! In the browser, `web` is what it needs of it (storage, windows, camera, files), `room` what is on the screen.

pub mod library;
pub mod link;
pub mod merge;
pub mod minutes;
pub mod plan;
pub mod propose;
pub mod report;
pub mod scene;
pub mod session;
pub mod table;

#[cfg(target_arch = "wasm32")]
pub mod room;
#[cfg(target_arch = "wasm32")]
pub mod web;
