//! Lettering: measured promises on every balloon of the library, and on random words.

use kurbo::Rect;
use press::letter::{self, Placed};
use press::{load, stage};
use proptest::prelude::*;
use vac_xin_so::model::{BalloonKind, Lang};

use super::{art, face, project};

fn meets(a: Rect, b: Rect) -> bool {
    let shared = a.intersect(b);
    shared.width() > 1.0 && shared.height() > 1.0
}

/// What must hold of the balloons of any panel.
fn promises(placed: &[Placed], faces: &[Rect], height: f64, what: &str) -> Result<(), String> {
    let inside = Rect::new(0.0, 0.0, 1000.0, height);
    for (i, one) in placed.iter().enumerate() {
        let body = one.bounds();
        if inside.union(body) != inside {
            return Err(format!("{what}: balloon {i} leaves the panel: {body:?}"));
        }
        if one.kind != BalloonKind::Sound && faces.iter().any(|face| meets(*face, body)) {
            return Err(format!("{what}: balloon {i} covers a face"));
        }
        if placed[..i].iter().any(|other| meets(other.bounds(), body)) {
            return Err(format!("{what}: balloon {i} lies over another"));
        }
        if one.block.size < 42.0 {
            return Err(format!(
                "{what}: balloon {i} is smaller than 13 px on the smallest phone"
            ));
        }
        if one.block.width() > 2.0 * one.half.0 || one.block.height() > 2.0 * one.half.1 {
            return Err(format!("{what}: the words of balloon {i} leave its body"));
        }
    }
    for pair in placed.windows(2) {
        let (a, b) = (pair[0].bounds(), pair[1].bounds());
        if b.y1 <= a.y0 || (b.x1 <= a.x0 && b.center().y <= a.center().y) {
            return Err(format!("{what}: the order of reading is broken"));
        }
    }
    Ok(())
}

#[test]
fn every_balloon_of_the_library_keeps_its_promises() {
    let (art, face) = (art(), face());
    let checked = press::check::check(
        load::library(&project().join("assets/library")),
        &art.names(),
    );
    let mut balloons = 0;
    for proven in &checked.works {
        for panel in proven.work.story.panels() {
            let staging = &proven.stagings[&panel.id];
            let staged = stage::stage(staging, art);
            for lang in Lang::ALL {
                let placed = letter::letter(panel, staging, &staged, lang, face).unwrap();
                promises(
                    &placed,
                    &staged.faces,
                    f64::from(staging.shape.height()),
                    panel.id.as_str(),
                )
                .unwrap();
                balloons += placed.len();
            }
        }
    }
    assert!(balloons > 100, "only {balloons} balloons were looked at");
}

/// A panel with two speakers who say these words.
fn spoken(words: &[String], shape: &str) -> String {
    let head = include_str!("../works/right/ke/mot-truyen/work.toml")
        .split("[[panel]]")
        .next()
        .unwrap()
        .to_owned();
    let balloons: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(i, text)| {
            format!(
                "{{ who = \"{}\", vi = \"{text}\", en = \"{text}\" }}",
                ["mai", "bin"][i % 2]
            )
        })
        .collect();
    format!(
        "{head}[[panel]]\nid = \"p1\"\nshape = \"{shape}\"\nplace = \"living-room\"\nalt = {{ vi = \"Hai bạn.\", en = \"Two friends.\" }}\n\
         actor = [{{ who = \"mai\", at = \"left\" }}, {{ who = \"bin\", at = \"right\" }}]\nballoon = [{}]\n",
        balloons.join(", ")
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_words_keep_the_promises_or_are_refused(words in prop::collection::vec("(nghiêng|ở|đường|kể|mẹ|Ừ|à|1\\.000)( (nghiêng|ở|đường|kể|mẹ|ừ|à)){0,9}", 1..5), wide in any::<bool>()) {
        let (art, face) = (art(), face());
        let text = spoken(&words, if wide { "wide" } else { "square" });
        let checked = press::check::check(load::text(std::path::Path::new("ke/mot-truyen/work.toml"), &text), &art.names());
        let proven = checked.works.first().expect("a right work");
        let panel = proven.work.story.panels().next().unwrap();
        let staging = &proven.stagings[&panel.id];
        let staged = stage::stage(staging, art);
        if let Ok(placed) = letter::letter(panel, staging, &staged, Lang::Vi, face) {
            prop_assert_eq!(placed.len(), words.len());
            promises(&placed, &staged.faces, f64::from(staging.shape.height()), &text).map_err(TestCaseError::fail)?;
            for (one, said) in placed.iter().zip(&words) {
                let lines: Vec<&str> = one.block.lines.iter().map(|(line, _)| line.as_str()).collect();
                prop_assert_eq!(&lines.join(" "), said, "no syllable is split or lost");
            }
        }
    }
}
