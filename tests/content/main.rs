//! Content from outside: right works pass, a broken one gets exactly the diagnostic it deserves, and
//! nothing at all makes the press panic.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it says"
)]

mod begin;
mod broken;
mod broken_papers;
mod broken_rules;
mod files;
mod golden;
mod import;
mod kept;
mod lettering;
mod papers;
mod parts;
mod random;
mod rig;
mod right;
mod stage;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use press::check::{Checked, check};
use press::diagnostic::Diagnostics;
use press::{art, letter, load, print};

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All drawings, read once.
fn art() -> &'static art::Art {
    static ART: OnceLock<art::Art> = OnceLock::new();
    ART.get_or_init(|| {
        let (art, faults) = art::load(&project().join("assets/art"));
        assert!(faults.is_empty(), "{faults:?}");
        art
    })
}

fn face() -> &'static letter::Face {
    static FACE: OnceLock<letter::Face> = OnceLock::new();
    FACE.get_or_init(|| {
        letter::Face::open(&project().join("assets/fonts/itim-400.woff2")).expect("the face")
    })
}

/// Everything that is found in a library, lettering included.
fn found_in(library: &Path) -> (Checked, Diagnostics) {
    let art = art();
    let checked = check(load::library(library), &art.names());
    let mut found = checked.found.clone();
    found.extend(print::letter(&checked.works, art, face(), None).1);
    found.extend(print::letter(&checked.documents, art, face(), None).1);
    (checked, found)
}
