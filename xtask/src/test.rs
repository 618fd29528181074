//! `cargo xtask test`: cheap before dear, each stage says what it proves and how long it took.

use std::time::Instant;

use crate::run::{call, cargo, says};
use crate::{Done, tools};

/// A stage: its name, what it proves, and its function; the words after the stage's name go to it.
type Stage = (&'static str, &'static str, fn(&[String]) -> Done);

const WASM: &str = "wasm32-unknown-unknown";

const STAGES: &[Stage] = &[
    ("fmt", "the code is formatted", |_| {
        cargo(&["fmt", "--all", "--check"], &[])
    }),
    ("clippy", "no lint, natively and for browsers", clippy),
    (
        "unit",
        "every layer by itself, house rules, broken works",
        unit,
    ),
    (
        "content",
        "the stories and drawings are proven",
        crate::check,
    ),
    ("build", "the library is printed", crate::build),
    (
        "sizes",
        "what is printed keeps its budgets and promises",
        |rest| e2e("dist", rest),
    ),
    (
        "editions",
        "books, posters and pictures are what they should be",
        |rest| {
            tools::for_editions()?;
            let mut args = vec!["test", "--features", "e2e", "--test", "editions", "--"];
            args.extend(rest.iter().map(String::as_str));
            cargo(&args, &[])
        },
    ),
    ("worker", "the service worker's decisions", |_| {
        call("node", &["--test", "tests/sw/"], &[])
    }),
    ("components", "components in a browser", components),
    ("chromium", "the built library in Chromium", |rest| {
        engine("chromium", rest)
    }),
    ("firefox", "the built library in Firefox", |rest| {
        engine("firefox", rest)
    }),
    ("webkit", "the built library in WebKit", |rest| {
        engine("webkit", rest)
    }),
];

pub(crate) fn test(args: &[String]) -> Done {
    let (name, rest) = args
        .split_first()
        .map_or(("", args), |(first, rest)| (first.as_str(), rest));
    let chosen: Vec<&Stage> = STAGES
        .iter()
        .filter(|(stage, ..)| name.is_empty() || *stage == name)
        .collect();
    if chosen.is_empty() {
        let all: Vec<&str> = STAGES.iter().map(|(stage, ..)| *stage).collect();
        return Err(format!(
            "there is no stage “{name}”; there are: {}",
            all.join(" ")
        ));
    }
    let mut took = Vec::new();
    for (stage, proves, run) in chosen {
        println!("\n— {stage}: {proves}");
        let start = Instant::now();
        run(rest)?;
        let seconds = start.elapsed().as_secs_f32();
        println!("✓ {stage} ({seconds:.0} s)");
        took.push(format!("{stage} {seconds:.0} s"));
    }
    println!("\n✓ all passed: {}", took.join(", "));
    Ok(())
}

fn clippy(_: &[String]) -> Done {
    let deny = ["--", "-D", "warnings"];
    let native = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "hydrate,prerender,e2e",
    ];
    cargo(&[&native[..], &deny].concat(), &[])?;
    tools::target()?;
    let web = [
        "clippy",
        "--package",
        "vac-xin-so",
        "--lib",
        "--bins",
        "--target",
        WASM,
        "--features",
        "hydrate",
    ];
    cargo(&[&web[..], &deny].concat(), &[])?;
    let own = ["clippy", "--package", "classroom", "--package", "cards"];
    let own = [&own[..], &["--lib", "--bins", "--target", WASM]].concat();
    cargo(&[&own[..], &deny].concat(), &[])
}

fn unit(rest: &[String]) -> Done {
    let mut args = vec![
        "test",
        "--workspace",
        "--features",
        "hydrate,prerender",
        "--",
    ];
    args.extend(rest.iter().map(String::as_str));
    cargo(&args, &[])
}

fn components(_: &[String]) -> Done {
    tools::for_building()?;
    tools::for_browsers(&["chromium"])?;
    let runner = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";
    cargo(
        &[
            "test",
            "--package",
            "vac-xin-so",
            "--target",
            WASM,
            "--features",
            "hydrate",
            "--test",
            "components",
        ],
        &[
            (runner, "wasm-bindgen-test-runner"),
            ("CHROMEDRIVER", "/usr/bin/chromedriver"),
            ("WASM_BINDGEN_TEST_TIMEOUT", "120"),
        ],
    )
}

fn engine(name: &str, rest: &[String]) -> Done {
    tools::for_browsers(&[name])?;
    e2e(&format!("{name}::"), rest)
}

/// Runs the end-to-end tests below a module, or those of them that a word names.
fn e2e(module: &str, rest: &[String]) -> Done {
    let filter = rest.first().map_or_else(
        || module.to_owned(),
        |word| {
            if word.contains("::") {
                word.clone()
            } else {
                format!("{module}{word}")
            }
        },
    );
    let suite = ["test", "--features", "e2e", "--test", "e2e", "--"];
    let listed = says("cargo", &[&suite[..], &[&filter, "--list"]].concat());
    // A word that names no test would else be called green.
    if listed.is_some_and(|list| !list.contains(": test")) {
        return Err(format!("no test is called “{filter}”"));
    }
    let one_by_one = [&filter, "--test-threads", "1"];
    cargo(&[&suite[..], &one_by_one].concat(), &[])
}
