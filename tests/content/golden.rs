//! Every drawing of the gallery against the marks of the last look: a change of one drawing, or of the pen
//! that draws them all, must be seen before it passes.
//!
//! A mark is the drawing in 6 × 6 greys, 16 steps each. After a look at the gallery (`cargo xtask gallery`)
//! new marks are written with `GOLDEN=approve cargo xtask test unit golden`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use press::print::picture;
use press::stage::{self, Shelf};
use press::staging::{Time, View};
use resvg::tiny_skia::Pixmap;

use super::{art, project};

/// The marks on a side.
const SIDE: u32 = 6;
/// Greys may differ by so many steps of 16, and by so many in all: machines round a little differently.
const OFF: (i32, i32) = (2, 10);

/// Every drawing: its name, its inside, its box.
fn drawings() -> Vec<(String, String, kurbo::Rect)> {
    let figure = kurbo::Rect::new(-600.0, -1820.0, 600.0, 110.0);
    let mut all = Vec::new();
    for (who, can) in art().names().characters {
        for face in &can.faces {
            let (head, bounds) = stage::head_svg(&who, face, View::Front, art()).unwrap();
            all.push((format!("{who} {face}"), head, bounds));
        }
        for pose in &can.poses {
            let inside = stage::figure_svg(&who, pose, "calm", View::Front, "home", art());
            all.push((format!("{who} {pose}"), inside, figure));
        }
    }
    for (name, part) in &art().places {
        for (time, light) in [(Time::Day, "day"), (Time::Night, "night")] {
            let inside = stage::part_svg(Shelf::Place, name, &["far", "mid"], time, art());
            all.push((format!("{name} {light}"), inside, part.view));
        }
    }
    for (kind, parts) in [(Shelf::Prop, &art().props), (Shelf::Screen, &art().screens)] {
        for (name, part) in parts {
            let layers = stage::prop_layers(part, None);
            let layers: Vec<&str> = layers.iter().map(String::as_str).collect();
            let inside = stage::part_svg(kind, name, &layers, Time::Day, art());
            all.push((format!("{kind:?} {name}"), inside, part.view));
        }
    }
    all
}

/// The greys of a drawing, a hexadecimal digit each.
fn mark(inside: &str, b: kurbo::Rect) -> String {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\"><path d=\"M-9000-9000h20000v20000H-9000z\" fill=\"#fff\"/>{inside}</svg>",
        b.x0,
        b.y0,
        b.width(),
        b.height()
    );
    let png = picture::png(&svg, 48, &[]).unwrap();
    let pixels = Pixmap::decode_png(&png).unwrap();
    let mut out = String::new();
    for row in 0..SIDE {
        for column in 0..SIDE {
            let (w, h) = (pixels.width() / SIDE, (pixels.height() / SIDE).max(1));
            let mut sum = 0u32;
            for y in row * h..(row + 1) * h {
                for x in column * w..(column + 1) * w {
                    let p = pixels.pixel(x, y).unwrap();
                    sum +=
                        (u32::from(p.red()) + u32::from(p.green()) * 2 + u32::from(p.blue())) / 4;
                }
            }
            let _ = write!(out, "{:x}", sum / (w * h) / 16);
        }
    }
    out
}

fn differs(a: &str, b: &str) -> bool {
    let digits = |text: &str| -> Vec<i32> {
        text.chars()
            .filter_map(|c| c.to_digit(16))
            .map(u32::cast_signed)
            .collect()
    };
    let (a, b) = (digits(a), digits(b));
    let off: Vec<i32> = a.iter().zip(&b).map(|(a, b)| (a - b).abs()).collect();
    a.len() != b.len() || off.iter().any(|d| *d > OFF.0) || off.iter().sum::<i32>() > OFF.1
}

#[test]
fn golden_marks_of_every_drawing() {
    let file = project().join("tests/golden/gallery.txt");
    let now: BTreeMap<String, String> = drawings()
        .into_iter()
        .map(|(name, inside, bounds)| (name, mark(&inside, bounds)))
        .collect();
    assert!(now.len() > 600, "only {} drawings", now.len());
    if std::env::var("GOLDEN").is_ok_and(|word| word == "approve") {
        let text: String = now
            .iter()
            .map(|(name, mark)| format!("{name} = {mark}\n"))
            .collect();
        std::fs::write(&file, text).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    let known: BTreeMap<&str, &str> = known
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .collect();
    let changed: Vec<&String> = now
        .iter()
        .filter(|(name, mark)| {
            known
                .get(name.as_str())
                .is_none_or(|old| differs(old, mark))
        })
        .map(|(name, _)| name)
        .collect();
    assert!(
        changed.is_empty(),
        "{} drawings look different: {changed:?}\nlook at them (cargo xtask gallery); if they are right: GOLDEN=approve cargo xtask test unit golden",
        changed.len()
    );
    let gone: Vec<&&str> = known
        .keys()
        .filter(|name| !now.contains_key(**name))
        .collect();
    assert!(gone.is_empty(), "these drawings are gone: {gone:?}");
}
