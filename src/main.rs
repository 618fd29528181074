//! Joins ui and platform in the browser.
fn main() {}
