//! Draws one part file as a contact sheet, to look at: `… --example sheet -- FILE.svg OUT.png [WIDTH] [LAYER…]`.
//! Characters are put together, one head a face; places are drawn by day, evening and night.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a tool for the draughtsman"
)]

use std::path::Path;

use kurbo::{Rect, Vec2};
use press::art::{self, Light, Part, Role};
use press::print::picture;
use press::staging::Time;

fn layers(part: &Part, names: &[&str], light: Light, suffix: &str) -> String {
    let mut out = part.print_clips(light, suffix);
    for name in names {
        if let Some(layer) = part.layer(name) {
            layer.print(light, Vec2::ZERO, suffix, &mut out);
        }
    }
    out
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let file = Path::new(&args[0]);
    let width: u32 = args.get(2).and_then(|w| w.parse().ok()).unwrap_or(1400);
    let text = std::fs::read_to_string(file).expect("the file");
    let name = file.file_stem().and_then(|s| s.to_str()).expect("a name");
    let (part, faults) = art::parse(name, &text);
    for fault in &faults {
        let line = text[..fault.range.start].lines().count().max(1);
        println!(
            "{}:{line}: {} — {}",
            file.display(),
            fault.message,
            fault.hint
        );
    }
    let Some(part) = part else { return };
    let folder = file
        .parent()
        .and_then(|f| f.file_name())
        .and_then(|s| s.to_str())
        .unwrap_or("");
    let only = &args[3.min(args.len())..];
    let day = Light {
        time: Time::Day,
        role: Role::Figure,
    };
    let ground = |time| Light {
        time,
        role: Role::Ground,
    };
    let mut cells: Vec<(String, String, Rect)> = Vec::new();
    let all = part.suffixes("");
    match folder {
        "characters" => {
            let hair = part.bounds("front-hair").unwrap_or_default();
            let head = part
                .bounds("head")
                .unwrap_or_default()
                .union(hair)
                .union(part.bounds("back-hair").unwrap_or(hair))
                .inflate(30.0, 30.0);
            for face in part.suffixes("face-") {
                let inside = layers(
                    &part,
                    &["back-hair", "head", &format!("face-{face}"), "front-hair"],
                    day,
                    "",
                );
                cells.push((face, inside, head));
            }
            for view in ["profile", "back"] {
                let p = |l: &str| format!("{view}-{l}");
                let Some(bounds) = part.bounds(&p("head")) else {
                    continue;
                };
                let bounds = [p("hair"), p("back-hair"), p("front-hair")]
                    .iter()
                    .filter_map(|l| part.bounds(l))
                    .fold(bounds, |a, b| a.union(b))
                    .inflate(30.0, 30.0);
                let faces = part.suffixes(&p("face-"));
                let faces = if faces.is_empty() {
                    vec![String::new()]
                } else {
                    faces
                };
                for face in faces {
                    let inside = layers(
                        &part,
                        &[
                            &p("back-hair"),
                            &p("head"),
                            &p(&format!("face-{face}")),
                            &p("front-hair"),
                        ],
                        day,
                        "",
                    );
                    cells.push((format!("{view} {face}"), inside, bounds));
                }
            }
            for pose in part.suffixes("pose-") {
                let l = format!("pose-{pose}");
                let bounds = part.bounds(&l).unwrap_or_default().inflate(30.0, 30.0);
                cells.push((l.clone(), layers(&part, &[&l], day, ""), bounds));
            }
        }
        "places" => {
            for (time, suffix) in [(Time::Day, ""), (Time::Evening, "-e"), (Time::Night, "-n")] {
                cells.push((
                    format!("{time:?}"),
                    layers(&part, &["far", "mid"], ground(time), suffix),
                    part.view,
                ));
            }
            for near in part.suffixes("near-") {
                cells.push((
                    near.clone(),
                    layers(&part, &[&format!("near-{near}")], ground(Time::Day), ""),
                    Rect::new(0.0, 0.0, 1000.0, 1000.0),
                ));
            }
        }
        "hands" | "marks" => {
            for layer in &all {
                let bounds = part.bounds(layer).unwrap_or_default().inflate(20.0, 20.0);
                cells.push((layer.clone(), layers(&part, &[layer], day, ""), bounds));
            }
        }
        _ => {
            let names: Vec<&str> = all.iter().map(String::as_str).collect();
            let mut inside = layers(&part, &names, day, "");
            for slot in part.slots() {
                let Some(place) = part.slot(slot) else {
                    continue;
                };
                let b = place.bounds;
                inside.push_str(&format!("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#f0f\"/><text x=\"{}\" y=\"{}\" font-family=\"Itim\" font-size=\"30\" fill=\"{}\">{slot}</text>", b.x0, b.y0, b.width(), b.height(), b.x0, b.y0 + 34.0, if place.on_dark { "#fff" } else { "#000" }));
            }
            cells.push((name.to_owned(), inside, part.view));
        }
    }
    cells.retain(|(n, ..)| only.is_empty() || only.iter().any(|o| o == n));
    let count = cells.len().max(1);
    let across = match count {
        1 => 1,
        2..=4 => 2,
        5..=9 => 3,
        _ => 5,
    };
    let down = count.div_ceil(across);
    let biggest = cells
        .iter()
        .map(|c| c.2.width().max(c.2.height()))
        .fold(1.0, f64::max);
    let square = folder != "places";
    let (w, h) = if square {
        (biggest, biggest)
    } else {
        (1600.0, 1200.0)
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"><rect width=\"9999999\" height=\"999999\" fill=\"#f3ead8\"/>",
        w * f64::from(u32::try_from(across).unwrap_or(1)),
        h * f64::from(u32::try_from(down).unwrap_or(1))
    );
    for (i, (label, inside, bounds)) in cells.iter().enumerate() {
        let (x, y) = ((i % across) as f64 * w, (i / across) as f64 * h);
        let dx = x + (w - bounds.width()) / 2.0 - bounds.x0;
        let dy = y + (h - bounds.height()) / 2.0 - bounds.y0;
        svg.push_str(&format!("<g transform=\"translate({dx} {dy})\">{inside}</g><text x=\"{}\" y=\"{}\" font-family=\"Itim\" font-size=\"{}\">{label}</text>", x + w * 0.02, y + h * 0.06, w * 0.045));
    }
    svg.push_str("</svg>");
    let face = press::letter::Face::open(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../assets/fonts/itim-400.woff2"
    )))
    .expect("the face");
    std::fs::write(
        &args[1],
        picture::png(&svg, width, &[&face]).expect("a picture"),
    )
    .expect("written");
    println!("{} layers, {} bytes", all.len(), text.len());
}
