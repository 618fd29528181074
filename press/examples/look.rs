//! Draws panels to PNG files, to look at: `cargo run -p press --example look -- WORK OUT_FOLDER [LANG] [PANEL…]`.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a tool for the draughtsman"
)]

use std::path::Path;

use press::{art, check, letter, load, print, stage};
use vac_xin_so::model::Lang;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lang = if args.get(2).is_some_and(|l| l == "en") {
        Lang::En
    } else {
        Lang::Vi
    };
    let (art, faults) = art::load(Path::new("assets/art"));
    for (file, _, faults) in &faults {
        println!("{}: {faults:?}", file.display());
    }
    // The others are not looked into: their faults are not this draughtsman's.
    let mut loaded = load::some(Path::new("assets/library"), &args[..1]).expect("such a work");
    let planned = std::env::var("PLANNED").unwrap_or_default();
    loaded
        .works
        .extend(planned.split_whitespace().map(str::to_owned));
    let sketches: Vec<_> = loaded
        .drafts
        .iter()
        .filter(|draft| draft.document.is_some())
        .map(|draft| check::sketch(draft, &art.names()))
        .collect();
    let checked = check::check(loaded, &art.names());
    println!("{}", checked.found.render(&checked.sources, true));
    println!("{}", check::summary(&checked));
    let face = letter::Face::open(Path::new("assets/fonts/itim-400.woff2")).expect("the face");
    let stories = checked.works.iter().map(|own| {
        (
            own.work.story.panels().cloned().collect(),
            own.stagings.clone(),
        )
    });
    for (panels, stagings) in stories.chain(sketches) {
        let panels: Vec<vac_xin_so::model::Panel> = panels;
        for panel in &panels {
            if args.len() > 3 && !args[3..].iter().any(|a| a == panel.id.as_str()) {
                continue;
            }
            let staging = &stagings[&panel.id];
            let staged = stage::stage(staging, &art);
            let letters = match letter::letter(panel, staging, &staged, lang, &face) {
                Ok(placed) => letter::print(&placed, staging, &staged, lang),
                Err(why) => {
                    println!("{}: {why:?}", panel.id);
                    String::new()
                }
            };
            let picture = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {}\">{}{letters}</svg>",
                staging.shape.height(),
                stage::cover(&staged, &art)
            );
            let png = print::picture::png(&picture, 700, &[&face]).expect("a picture");
            std::fs::create_dir_all(&args[1]).expect("a folder");
            std::fs::write(format!("{}/{}.png", args[1], panel.id), png).expect("written");
        }
    }
}
