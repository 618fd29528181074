//! The press on libraries that nobody wrote: 100 and 1,000 works of 12 panels.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::json;

use super::browser::server::dist;
use super::{Figures, project, tell};

/// Measures the press's own program on made-up libraries. Gives back the home page of the largest.
pub(crate) fn press(figures: &mut Figures) -> String {
    let mut home = String::new();
    println!("\nThe press on synthetic libraries of 12 panels a work, 2 languages");
    let program = project().join("target/release/press");
    for works in [100, 1000] {
        let root =
            std::env::temp_dir().join(format!("vac-xin-so-press-{works}-{}", std::process::id()));
        library(&root, works);
        let run = || {
            // Trunk puts a fresh frame there each time.
            fs::write(root.join("dist/index.html"), frame()).unwrap();
            let start = Instant::now();
            let done = Command::new(&program)
                .args(["print", "--project"])
                .arg(&root)
                .arg("--out")
                .arg(root.join("dist"))
                .output();
            let done = done.expect("the press runs");
            assert!(
                done.status.success(),
                "{}",
                String::from_utf8_lossy(&done.stdout)
            );
            (start.elapsed().as_secs_f64() * 100.0).round() / 100.0
        };
        tell(
            figures,
            &format!("press, {works} works, first time"),
            json!(run()),
            "s",
        );
        let one = root.join("assets/library/ke/tac-pham-7/work.toml");
        let text = fs::read_to_string(&one).unwrap();
        fs::write(&one, text.replace("Bạn ơi", "Này bạn")).unwrap();
        tell(
            figures,
            &format!("press, {works} works, one work changed"),
            json!(run()),
            "s",
        );
        home = fs::read_to_string(root.join("dist/vi/index.html")).unwrap();
        fs::remove_dir_all(root).unwrap();
    }
    home
}

/// The frame that Trunk would make around the app that was built.
fn frame() -> String {
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    let start = page.find("data-js=").expect("the app's names");
    let names = page[start..].split('>').next().unwrap();
    format!("<script type=\"module\" {names}></script>")
}

fn library(root: &Path, works: usize) {
    let assets = project().join("assets");
    fs::create_dir_all(root.join("assets/library/ke")).unwrap();
    for folder in [
        "art", "avatars", "fonts", "styles", "boot", "sw", "icons", "i18n",
    ] {
        std::os::unix::fs::symlink(assets.join(folder), root.join("assets").join(folder)).unwrap();
    }
    let source =
        fs::read_to_string(assets.join("library/truyen-tranh/kim-cuong-mien-phi/work.toml"))
            .unwrap();
    // Twelve panels of the real comic, said a little differently in each work.
    let twelve: Vec<&str> = source.split("[[panel]]").take(13).collect();
    for i in 0..works {
        let folder = root.join(format!("assets/library/ke/tac-pham-{i}"));
        fs::create_dir_all(&folder).unwrap();
        let text = twelve
            .join("[[panel]]")
            .replace("Ơ…", &format!("Bạn ơi {i}…"));
        fs::write(folder.join("work.toml"), text).unwrap();
    }
    fs::create_dir_all(root.join("dist")).unwrap();
}
