//! press
fn main() {}
