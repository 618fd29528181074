//! Turns `assets/i18n/ui.toml` into functions, so that a missing word is an error of the build and the
//! browser carries no parser.

use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = "assets/i18n/ui.toml";
    println!("cargo::rerun-if-changed={file}");
    let table: toml::Table = std::fs::read_to_string(file)?.parse()?;
    let mut out = String::new();
    for (key, entry) in &table {
        let word = |lang: &str| {
            let text = entry
                .get(lang)
                .and_then(toml::Value::as_str)
                .unwrap_or_default();
            if text.trim().is_empty() {
                return Err(format!("{file}: “{key}” has no text in “{lang}”"));
            }
            Ok(text.to_owned())
        };
        let (vi, en) = (word("vi")?, word("en")?);
        let holes = holes(&vi);
        let mut sorted = (holes.clone(), self::holes(&en));
        sorted.0.sort();
        sorted.1.sort();
        if sorted.0 != sorted.1 {
            return Err(
                format!("{file}: “{key}” fills in different things in its languages").into(),
            );
        }
        let name = key.replace('-', "_");
        writeln!(out, "/// “{}”", en.replace('{', "‹").replace('}', "›"))?;
        if holes.is_empty() {
            writeln!(
                out,
                "#[must_use] pub const fn {name}(self) -> &'static str {{ match self.0 {{ Lang::Vi => {vi:?}, Lang::En => {en:?} }} }}"
            )?;
        } else {
            let list: Vec<String> = holes
                .iter()
                .map(|hole| format!("{hole}: impl std::fmt::Display"))
                .collect();
            writeln!(
                out,
                "#[must_use] pub fn {name}(self, {}) -> String {{ match self.0 {{ Lang::Vi => format!({vi:?}), Lang::En => format!({en:?}) }} }}",
                list.join(", ")
            )?;
        }
    }
    let to = std::env::var("OUT_DIR")?;
    std::fs::write(
        Path::new(&to).join("words.rs"),
        format!("impl Words {{\n{out}}}\n"),
    )?;
    Ok(())
}

/// The names in braces, in order of appearance.
fn holes(text: &str) -> Vec<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}
