//! Print.
pub mod picture;
