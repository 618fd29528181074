//! Draws a character in every pose: `… --example figures -- WHO OUT.png [VIEW] [WEAR] [FACE]`.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a tool for the draughtsman"
)]

use std::path::Path;

use press::rig::View;
use press::stage::figure_svg;
use press::{art, letter, print};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (art, faults) = art::load(Path::new("assets/art"));
    for (file, _, faults) in &faults {
        println!("{}: {faults:?}", file.display());
    }
    let arg = |n: usize, default: &str| args.get(n).cloned().unwrap_or_else(|| default.to_owned());
    let view = match arg(2, "front").as_str() {
        "profile" => View::Profile,
        "back" => View::Back,
        _ => View::Front,
    };
    let names = art.names();
    let poses = &names.characters[&args[0]].poses;
    let (w, h) = (900.0, 1900.0);
    let across = 7;
    let mut svg = String::new();
    for (i, pose) in poses.iter().enumerate() {
        let (x, y) = ((i % across) as f64 * w, (i / across) as f64 * h);
        svg.push_str(&format!(
            "<g transform=\"translate({} {})\"><path d=\"M-400 0H400\" stroke=\"#ccb\" stroke-width=\"3\"/>{}<text x=\"-400\" y=\"-1700\" font-family=\"Itim\" font-size=\"70\">{pose}</text></g>",
            x + w / 2.0,
            y + h - 120.0,
            figure_svg(&args[0], pose, &arg(4, "calm"), view, &arg(3, "home"), &art)
        ));
    }
    let rows = poses.len().div_ceil(across) as f64;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"><rect width=\"99999\" height=\"99999\" fill=\"#f3ead8\"/>{svg}</svg>",
        w * across as f64,
        h * rows
    );
    let face = letter::Face::open(Path::new("assets/fonts/itim-400.woff2")).expect("the face");
    std::fs::write(
        &args[1],
        print::picture::png(&svg, 1900, &[&face]).expect("a picture"),
    )
    .expect("written");
}
