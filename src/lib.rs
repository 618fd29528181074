//! Vắc-xin số: the app. It runs in browsers, and natively to be printed.
//!
//! The layers, in order; each may use only those above it (`tests/tidy` holds them to it):
//!
//! - [`model`]: what a work is: ids, texts, panels, passages, endings. No web, no SVG, no files.
//! - [`reader`]: where I am and what comes next; a pure step from state to state. No DOM, no clock.
//! - [`ui`]: Yew components and pages, made of `model` and `reader`. The same code prints pages
//!   natively and wakes them in the browser.
//! - [`platform`]: storage, links, offline: performs effects and answers with actions.

pub mod model;
pub mod reader;
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod platform;
