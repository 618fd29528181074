//! A film of a class that holds up its cards, for a camera that is none.

use std::io::Write as _;
use std::path::PathBuf;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    unreachable_pub,
    dead_code,
    reason = "pixels; the other tests of cards use the rest"
)]
#[path = "../../cards/tests/class/mod.rs"]
mod class;

use class::{Conditions, SIZE, class};

/// A film of six pictures that differ in their noise, and what the cards on it say.
pub(crate) fn film() -> (PathBuf, Vec<(cards::Card, cards::Answer)>) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("class.y4m");
    let mut film = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    let (width, height) = SIZE;
    writeln!(film, "YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg").unwrap();
    let mut truth = Vec::new();
    for noise in [3.0, 3.5, 4.0, 4.5, 5.0, 5.5] {
        let picture = class(
            7,
            &Conditions {
                noise,
                ..Conditions::USUAL
            },
        );
        film.write_all(b"FRAME\n").unwrap();
        film.write_all(&picture.luma).unwrap();
        // No colour.
        film.write_all(&vec![128; picture.luma.len() / 2]).unwrap();
        truth = picture.truth;
    }
    film.flush().unwrap();
    (path, truth)
}
