//! Which tools are needed, in which versions, and how they are installed where they are missing.
//!
//! What takes minutes to build lies in a cache outside of the checkout, in a folder that names its
//! version, so that it is built once.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::run::{call, cargo, program, says};
use crate::{Done, run};

/// A program of crates.io.
struct Crate {
    name: &'static str,
    version: &'static str,
    /// The program that it brings, and with which its version is asked for.
    binary: &'static str,
    /// Whether its own lock file is used.
    locked: bool,
    why: &'static str,
    minutes: u8,
}

const TRUNK: Crate = Crate {
    name: "trunk",
    version: "0.21.14",
    binary: "trunk",
    locked: true,
    why: "builds the browser's part of the app",
    minutes: 10,
};

/// Must be the very version of the crate in Cargo.lock.
const BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    binary: "wasm-bindgen",
    locked: false,
    why: "joins WebAssembly and JavaScript",
    minutes: 3,
};

const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    version: "0.37.1",
    binary: "geckodriver",
    locked: true,
    why: "drives Firefox in tests",
    minutes: 3,
};

const CRATES: [&Crate; 3] = [&TRUNK, &BINDGEN, &GECKODRIVER];

/// A program of npm, kept like those of crates.io.
struct Package {
    name: &'static str,
    version: &'static str,
    /// Its program within its folder.
    program: &'static str,
    why: &'static str,
}

const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132.0.0",
    program: "bin/wasm-opt",
    why: "makes WebAssembly small",
};

const ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    program: "bin/esbuild",
    why: "makes JavaScript small",
};

/// A browser for tests: its name, Debian's packages, the programs they bring.
type Browser = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const BROWSERS: &[Browser] = &[
    (
        "chromium",
        &["chromium", "chromium-driver"],
        &["chromium", "chromedriver"],
    ),
    ("firefox", &["firefox-esr"], &["firefox-esr"]),
    (
        "webkit",
        &["webkit2gtk-driver", "xvfb"],
        &["WebKitWebDriver", "Xvfb"],
    ),
];

/// Where tools are kept: `$VXS_CACHE`, else the user's cache folder.
fn cache() -> PathBuf {
    let var = |name| {
        std::env::var_os(name)
            .filter(|v: &OsString| !v.is_empty())
            .map(PathBuf::from)
    };
    var("VXS_CACHE")
        .or_else(|| var("XDG_CACHE_HOME").map(|c| c.join("vac-xin-so")))
        .or_else(|| var("HOME").map(|home| home.join(".cache/vac-xin-so")))
        .unwrap_or_else(|| run::root().join("target/cache"))
        .join("tools")
}

impl Crate {
    fn folder(&self) -> PathBuf {
        cache().join(format!("{}-{}", self.binary, self.version))
    }

    fn present(&self) -> bool {
        says(self.binary, &["--version"]).is_some_and(|text| {
            text.lines()
                .next()
                .unwrap_or_default()
                .contains(self.version)
        })
    }
}

/// The search path with our tools in front.
pub(crate) fn path() -> OsString {
    let ours = CRATES.iter().map(|tool| tool.folder().join("bin"));
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = ours.chain(std::env::split_paths(&theirs)).collect();
    std::env::join_paths(all).unwrap_or(theirs)
}

/// What `serve` and `build` need.
pub(crate) fn for_building() -> Done {
    target()?;
    installed(&TRUNK)?;
    installed(&BINDGEN)?;
    for_slimming().map(drop)
}

/// How the app is made small: changes when the way does, as the versions of the tools do.
const WAY: u8 = 4;

/// The tools that make the app small, their versions and the way, as the name of a folder.
pub(crate) fn slimming() -> String {
    format!("{}-{}-{WAY}", BINARYEN.version, ESBUILD.version)
}

/// The programs that make the app small: `wasm-opt` (a script for node) and `esbuild`.
pub(crate) fn for_slimming() -> Result<[String; 2], String> {
    let there = |package: &Package| {
        let folder = cache().join(format!("{}-{}", package.name, package.version));
        let Package { name, program, .. } = package;
        let path = folder.join("node_modules").join(name).join(program);
        if !path.is_file() {
            println!("→ fetching {name} {} ({})", package.version, package.why);
            let exact = format!("{name}@{}", package.version);
            let folder = folder.to_string_lossy();
            let quiet = ["--no-audit", "--no-fund", "--silent", "--prefix", &folder];
            call("npm", &[&["install"], &quiet[..], &[&exact]].concat(), &[])
                .map_err(|why| format!("{why} (node and its npm are needed for building)"))?;
        }
        Ok::<_, String>(path.to_string_lossy().into_owned())
    };
    Ok([there(&BINARYEN)?, there(&ESBUILD)?])
}

/// The compilation target of browsers.
pub(crate) fn target() -> Done {
    const WASM: &str = "wasm32-unknown-unknown";
    let there = says("rustup", &["target", "list", "--installed"]);
    if there
        .as_deref()
        .is_some_and(|list| list.lines().any(|line| line == WASM))
    {
        return Ok(());
    }
    let sysroot = says("rustc", &["--print", "sysroot"]).unwrap_or_default();
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM)
        .exists()
    {
        return Ok(());
    }
    println!("→ adding the target {WASM} (the app runs in browsers; about a minute)");
    call("rustup", &["target", "add", WASM], &[])
}

fn installed(tool: &Crate) -> Done {
    if tool.present() {
        return Ok(());
    }
    let Crate {
        name,
        version,
        why,
        minutes,
        ..
    } = tool;
    let folder = tool.folder();
    let folder = folder.to_string_lossy();
    if says("cargo", &["binstall", "-V"]).is_some() {
        println!("→ fetching {name} {version} ({why})");
        let exact = format!("{name}@{version}");
        if cargo(
            &["binstall", "--no-confirm", "--root", &folder, &exact],
            &[],
        )
        .is_ok()
            && tool.present()
        {
            return Ok(());
        }
    }
    println!("→ building {name} {version} ({why}; once, about {minutes} minutes)");
    let exact = format!("{name}@{version}");
    let mut args = vec!["install", &exact, "--root", &folder];
    if tool.locked {
        args.push("--locked");
    }
    // Its build must not depend on this project's settings.
    let built = cache().join("build");
    cargo(&args, &[("CARGO_TARGET_DIR", &built.to_string_lossy())])?;
    drop(std::fs::remove_dir_all(built));
    if tool.present() {
        Ok(())
    } else {
        Err(format!(
            "{name} {version} was installed but does not answer"
        ))
    }
}

/// What tests in browsers need. A browser that cannot be had is an error, never a skipped test.
pub(crate) fn for_browsers(names: &[&str]) -> Done {
    let wanted = BROWSERS.iter().filter(|(name, ..)| names.contains(name));
    let mut packages = Vec::new();
    for (_, debs, programs) in wanted {
        if programs.iter().any(|program| !on_path(program)) {
            packages.extend_from_slice(debs);
        }
    }
    if !packages.is_empty() {
        println!(
            "→ installing {} for tests in real browsers (a few minutes)",
            packages.join(" ")
        );
        apt(&["update", "-q"])?;
        let mut args = vec!["install", "-y", "-q", "--no-install-recommends"];
        args.extend(packages);
        apt(&args)?;
    }
    if names.contains(&"firefox") {
        installed(&GECKODRIVER)?;
    }
    axe()
}

/// What judges e-books.
pub(crate) fn for_editions() -> Done {
    if on_path("epubcheck") && on_path("java") {
        return Ok(());
    }
    println!("→ installing epubcheck (judges e-books in tests; a few minutes)");
    apt(&["update", "-q"])?;
    apt(&[
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        "epubcheck",
    ])
}

fn on_path(name: &str) -> bool {
    std::env::split_paths(&path()).any(|folder| folder.join(name).is_file())
}

fn apt(args: &[&str]) -> Done {
    let root = says("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut all: Vec<&str> = if root { vec![] } else { vec!["sudo"] };
    all.push("apt-get");
    all.extend(args);
    call(all[0], &all[1..], &[("DEBIAN_FRONTEND", "noninteractive")])
}

/// axe-core, which judges the pages' accessibility.
fn axe() -> Done {
    let folder = run::root().join("tests/e2e");
    if folder.join("node_modules/axe-core/axe.min.js").is_file() {
        return Ok(());
    }
    println!("→ installing axe-core (judges accessibility in tests)");
    let status = program("npm")
        .args(["ci", "--no-audit", "--no-fund", "--silent"])
        .current_dir(folder)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("npm ci in tests/e2e: {status}")),
        Err(why) => Err(format!(
            "npm cannot be started (node is needed for tests): {why}"
        )),
    }
}
