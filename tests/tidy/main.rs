//! House rules as tests: layers, lengths, what the browser's part may contain.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use std::path::{Path, PathBuf};

/// Which layers of the app a layer may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reader", &["model"]),
    ("ui", &["model", "reader"]),
    ("platform", &["model", "reader", "ui"]),
];

/// Which stages of the press a stage may name. `diagnostic`, `manifest`, `names`, `staging` and `wording` are plain data for all.
const STAGES: &[(&str, &[&str])] = &[
    ("load", &[]),
    ("begin", &["load"]),
    ("import", &["begin", "load"]),
    ("doc", &["load"]),
    ("check", &["load", "doc"]),
    ("art", &["names"]),
    ("stage", &["art"]),
    ("letter", &["art", "stage"]),
    ("print", &["load", "doc", "art", "check", "stage", "letter"]),
    (
        "editions",
        &["load", "doc", "art", "check", "stage", "letter", "print"],
    ),
];
const DATA: &[&str] = &["diagnostic", "manifest", "names", "staging", "wording"];

/// A file is one idea; past this, ask what the second idea is.
const LONGEST_FILE: usize = 500;

/// All the JavaScript there is: the starters, the worker, and what shows the library that is one file (there no
/// program can be loaded).
const MOST_JAVASCRIPT: usize = 300;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![project().join(folder)];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "nothing under {folder}");
    found
}

fn keeps_to(root: &str, layers: &[(&str, &[&str])], free: &[&str]) {
    for (layer, may) in layers {
        for (path, text) in sources(&format!("{root}/{layer}"), "rs") {
            for (line, words) in text.lines().enumerate() {
                for named in words.split("crate::").skip(1) {
                    let other: String = named
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect();
                    let ok = other == *layer
                        || may.contains(&other.as_str())
                        || free.contains(&other.as_str());
                    assert!(
                        ok,
                        "{}:{}: {layer} may not know {other}",
                        path.display(),
                        line + 1
                    );
                }
            }
        }
    }
}

#[test]
fn layers_of_the_app_know_only_those_above_them() {
    keeps_to("src", LAYERS, &[]);
}

#[test]
fn stages_of_the_press_know_only_those_before_them() {
    keeps_to("press/src", STAGES, DATA);
}

#[test]
fn model_and_reader_know_no_web() {
    for layer in ["model", "reader"] {
        for (path, text) in sources(&format!("src/{layer}"), "rs") {
            for foreign in ["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys"] {
                assert!(
                    !text.contains(&format!("{foreign}::")),
                    "{} names {foreign}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for folder in [
        "src",
        "press/src",
        "classroom",
        "cards",
        "xtask/src",
        "tests",
    ] {
        for (path, text) in sources(folder, "rs") {
            assert!(
                text.lines().count() <= LONGEST_FILE,
                "{} has {} lines",
                path.display(),
                text.lines().count()
            );
        }
    }
}

#[test]
fn there_is_little_javascript() {
    let lines: usize = [sources("assets/boot", "js"), sources("assets/sw", "js")]
        .concat()
        .iter()
        .map(|(_, text)| text.lines().count())
        .sum();
    assert!(lines <= MOST_JAVASCRIPT, "{lines} lines");
}

#[test]
fn styles_use_no_force_and_no_names_of_single_things() {
    for (path, text) in sources("assets/styles", "css") {
        assert!(!text.contains("!important"), "{}", path.display());
        assert!(
            !text.contains("http"),
            "{} loads from elsewhere",
            path.display()
        );
    }
}

#[test]
fn the_browser_gets_only_what_the_list_allows() {
    let allowed = include_str!("bundle.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect::<Vec<_>>();
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "hydrate",
            "-e",
            "normal",
            "--prefix",
            "none",
            "-f",
            "{p}",
        ])
        .current_dir(project())
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let text = String::from_utf8_lossy(&tree.stdout).into_owned();
    let mut seen: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    seen.sort_unstable();
    seen.dedup();
    let fresh: Vec<&&str> = seen.iter().filter(|name| !allowed.contains(name)).collect();
    assert!(
        fresh.is_empty(),
        "new in the bundle: {fresh:?}; weigh them, then name them in tests/tidy/bundle.txt"
    );
    assert!(
        !seen.contains(&"press") && !seen.contains(&"toml"),
        "no press, no parser in the browser"
    );
}

#[test]
fn no_file_speaks_of_where_it_was_made() {
    let words = [
        ["/wo", "rk/"].concat(),
        ["crates", ".io/api"].concat(),
        ["registry.", "npmjs"].concat(),
        ["index.crates", ".io"].concat(),
    ];
    let folders = [
        "src",
        "press",
        "classroom",
        "cards",
        "xtask",
        "tests",
        "assets",
        ".ci",
        ".cargo",
    ];
    for folder in folders {
        for ending in ["rs", "md", "toml", "json", "css", "js", "mjs", "svg"] {
            for (path, text) in texts(&project().join(folder), ending) {
                for word in &words {
                    assert!(
                        !text.contains(word.as_str()),
                        "{} holds {word}",
                        path.display()
                    );
                }
            }
        }
    }
}

fn texts(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("node_modules") {
            all.extend(texts(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            all.extend(std::fs::read_to_string(&path).map(|text| (path, text)));
        }
    }
    all
}
