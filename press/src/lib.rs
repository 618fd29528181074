//! Vắc-xin số: the press. Author's files go in, a printed library comes out.
//!
//! The stages, in order, and what each promises the next:
//!
//! - [`load`]: files → `Draft`: every value with its place in the file; nothing is dropped in silence.
//! - [`check`]: `Draft` → `Proven`, or every diagnostic at once; afterwards nothing can be missing.
//! - [`doc`]: the texts of documents as blocks.
//! - [`art`]: part files and poses → every character in every pose and outfit.
//! - [`stage`]: [`staging::Staging`] → a drawing, with the boxes that balloons must not cover.
//! - [`letter`]: lines broken, balloons sized and placed, tails aimed.
//! - `print`: pages, by the same components that wake up in the browser.
//! - [`editions`]: books to print, for readers' apps and for a stick, posters, texts to read out.
//!
//! Before them, for authors: [`begin`] writes a new work's file, [`import`] makes one of a Twine story.

pub mod art;
pub mod begin;
pub mod check;
pub mod diagnostic;
pub mod doc;
pub mod editions;
pub mod gallery;
pub mod import;
pub mod letter;
pub mod load;
pub mod manifest;
pub mod names;
pub mod print;
pub mod stage;
pub mod staging;
pub mod wording;
