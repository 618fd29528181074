//! Makes the app's two files small after Trunk has made them: binaryen shortens the code and the names that
//! both files must agree on, esbuild the JavaScript. A tenth of what a reader downloads.

use std::collections::BTreeMap;
use std::fs;
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};

use crate::run::{self, call, says};
use crate::{Done, tools};

/// What today's browsers understand; wasm-opt would refuse the rest of what rustc writes.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Else binaryen makes one function of a whole view. `WebKit`, which compiles a function anew while it runs, is wrong now
/// and then about one of 90 KB: it wrote over its own memory in 1 of 50 visits. The app's largest is a third of that, and
/// its bytes are counted.
const APART: &str = "--one-caller-inline-max-function-size=200";

/// What Trunk builds besides the app, by the names of the programs: each is loaded by its own pages alone.
const OTHERS: [&str; 2] = ["classroom", "card-reader"];

/// Replaces the programs in Trunk's folder by small ones, and says in its page what they are called.
pub(crate) fn slim(folder: &Path) -> Done {
    let index = folder.join("index.html");
    let mut page =
        fs::read_to_string(&index).map_err(|why| format!("{}: {why}", index.display()))?;
    let app = app(folder)?;
    let small = smaller(folder, &app, "app")?;
    for (own, small) in app.iter().zip(small) {
        page = page.replace(own, &small);
    }
    for name in OTHERS {
        let [js, wasm] = smaller(
            folder,
            &[format!("{name}.js"), format!("{name}_bg.wasm")],
            name,
        )?;
        let names = format!("<meta data-{name}-js=\"{js}\" data-{name}-wasm=\"{wasm}\">");
        page = page.replacen("</head>", &format!("{names}</head>"), 1);
    }
    fs::write(&index, page).map_err(|why| format!("{}: {why}", index.display()))
}

/// A small program in the place of a large one; its new names. What was made small once is kept.
fn smaller(folder: &Path, [js, wasm]: &[String; 2], name: &str) -> Result<[String; 2], String> {
    let told = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    let (large_js, large_wasm) = (folder.join(js), folder.join(wasm));
    let bytes = |path: &Path| fs::read(path).map_err(|why| told(path, why));
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(&bytes(&large_js)?);
    hasher.write(&bytes(&large_wasm)?);
    // The names change with the tools: nobody ever joins the glue of one version to the code of another.
    let stem = format!("{name}-{}-{:016x}", tools::slimming(), hasher.finish());
    let names = [format!("{stem}.js"), format!("{stem}_bg.wasm")];
    let kept = run::root().join("target/slim").join(tools::slimming());
    fs::create_dir_all(&kept).map_err(|why| told(&kept, why))?;
    let [small_js, small_wasm] = [kept.join(&names[0]), kept.join(&names[1])];
    if !(small_js.is_file() && small_wasm.is_file()) {
        let inlining = (name != "app").then_some(APART);
        make(&large_js, &large_wasm, &small_js, &small_wasm, inlining)?;
    }
    for (small, name, large) in [
        (small_js, &names[0], large_js),
        (small_wasm, &names[1], large_wasm),
    ] {
        let done = fs::copy(&small, folder.join(name)).and_then(|_| fs::remove_file(&large));
        done.map_err(|why| told(&large, why))?;
    }
    Ok(names)
}

/// The names of the app's two files.
fn app(folder: &Path) -> Result<[String; 2], String> {
    let all = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let names: Vec<String> = all
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("app-"))
        .collect();
    let ending = |with: &str| names.iter().find(|name| name.ends_with(with)).cloned();
    match (ending(".js"), ending("_bg.wasm")) {
        (Some(js), Some(wasm)) => Ok([js, wasm]),
        _ => Err(format!("{}: Trunk has left no app here", folder.display())),
    }
}

fn make(
    js: &Path,
    wasm: &Path,
    small_js: &Path,
    small_wasm: &Path,
    inlining: Option<&str>,
) -> Done {
    let [optimise, minify] = tools::for_slimming()?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (from, to) = (text(wasm), text(small_wasm));
    let mut args = vec![
        optimise.as_str(),
        &from,
        "-o",
        &to,
        "-Oz",
        "--converge",
        "--strip-producers",
    ];
    args.push("--minify-imports-and-exports-and-modules");
    args.extend(inlining);
    args.extend(FEATURES);
    let map = says("node", &args).ok_or("wasm-opt does not answer")?;
    let glue = fs::read_to_string(js).map_err(|why| format!("{}: {why}", js.display()))?;
    let short: PathBuf = small_js.with_extension("short");
    fs::write(&short, rename(&glue, &Names::read(&map)))
        .map_err(|why| format!("{}: {why}", short.display()))?;
    let (from, to) = (text(&short), format!("--outfile={}", text(small_js)));
    let quiet = "--log-level=warning";
    call(
        &minify,
        &[
            &from,
            "--loader:.short=js",
            "--minify",
            "--format=esm",
            quiet,
            &to,
        ],
        &[],
    )
}

/// The names that binaryen has given: of what JavaScript gives, of what it takes, and of where from.
#[derive(Debug, Default)]
struct Names {
    modules: BTreeMap<String, String>,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads binaryen's list: a line `["module", "name", "short"]` an import, `["name", "short"]` an export.
    fn read(map: &str) -> Self {
        let mut names = Self::default();
        for line in map.lines() {
            let words: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            match words[..] {
                [module, name, short] => {
                    // Binaryen calls every module by one letter.
                    names.modules.insert(module.into(), "a".into());
                    names.imports.insert(name.into(), short.into());
                }
                [name, short] => {
                    names.exports.insert(name.into(), short.into());
                }
                _ => {}
            }
        }
        names
    }
}

/// The glue with the new names: `name:` in the list of imports, `wasm.name` where an export is used.
fn rename(glue: &str, names: &Names) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$'))
            .unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let used = out.ends_with("wasm.");
        let given = after.starts_with(':');
        let short = match (used, given) {
            (true, _) => names.exports.get(word),
            (false, true) => names.imports.get(word),
            (false, false) => None,
        };
        out.push_str(short.map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    for (module, short) in &names.modules {
        out = out.replace(
            &format!("\"{module}\": import"),
            &format!("\"{short}\": import"),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "{\n \"imports\": [\n  [\"./app_bg.js\", \"__wbg_push_1a\", \"$a\"]\n ],\n \"exports\": [\n  \
                       [\"memory\", \"b\"],\n  [\"__wbindgen_export\", \"c\"],\n  [\"__wbindgen_export2\", \"d\"]\n ]\n}";

    #[test]
    fn both_files_agree_on_the_short_names() {
        let glue = "const import0 = { __wbg_push_1a: function() { wasm.__wbindgen_export2(wasm.memory) } };\n\
                    return { \"./app_bg.js\": import0, };";
        assert_eq!(
            rename(glue, &Names::read(MAP)),
            "const import0 = { $a: function() { wasm.d(wasm.b) } };\nreturn { \"a\": import0, };"
        );
    }

    #[test]
    fn a_name_within_a_longer_name_or_a_text_is_left_alone() {
        let glue = "memory; x.memory; wasm.memory2; 'é'; my__wbg_push_1a: 1";
        assert_eq!(rename(glue, &Names::read(MAP)), glue);
    }
}
