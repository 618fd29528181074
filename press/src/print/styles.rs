//! Styles, faces, the starter and the app itself: files with the hash of their content in their name.

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};

use super::{Files, Workshop, hash};

/// The sheets in the order in which they are joined.
pub(super) const SHEETS: &[&str] = &[
    "tokens", "base", "bar", "home", "panel", "reading", "views", "ending", "booklet", "paper",
    "print", "sheets",
];

/// The sheet of the classroom's pages, which no child loads.
const ROOM: &str = "room";

/// The names of the hashed files, for the frame.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) boot: String,
    pub(super) cards_boot: String,
    pub(super) styles: String,
    pub(super) room_styles: String,
    pub(super) fonts: [String; 2],
}

const FACES: &[&str] = &["itim-400", "be-vietnam-pro-400"];

fn face_name(name: &str, bytes: &[u8]) -> String {
    format!("fonts/{name}-{}.woff2", hash(bytes))
}

/// Reads and names what every page links.
pub(super) fn gather(project: &std::path::Path) -> Result<(Names, Files), String> {
    let mut files = Files::new();
    let mut css = String::new();
    for sheet in SHEETS {
        css.push_str(&text(&project.join(format!("assets/styles/{sheet}.css")))?);
    }
    let mut fonts: [String; 2] = Default::default();
    for (i, face) in FACES.iter().enumerate() {
        let bytes = super::site::bytes(&project.join(format!("assets/fonts/{face}.woff2")))?;
        let name = face_name(face, &bytes);
        css = css.replace(
            &format!("url({face}.woff2)"),
            &format!("url({})", name.trim_start_matches("fonts/")),
        );
        if let Some(first) = fonts.get_mut(i) {
            first.clone_from(&name);
        }
        files.insert(name, bytes.into());
    }
    // The sheet lies beside the faces, so that their addresses are short and work below any path.
    let styles = sheet("style", &css, &mut files)?;
    let own = text(&project.join(format!("assets/styles/{ROOM}.css")))?;
    let room_styles = sheet(ROOM, &own, &mut files)?;
    let mut script = |name: &str| {
        let text = text(&project.join(format!("assets/boot/{name}.js")))?;
        let hashed = format!("{name}-{}.js", hash(text.as_bytes()));
        files.insert(hashed.clone(), text.into_bytes().into());
        Ok::<_, String>(hashed)
    };
    let (boot, cards_boot) = (script("boot")?, script("cards")?);
    Ok((
        Names {
            boot,
            cards_boot,
            styles,
            room_styles,
            fonts,
        },
        files,
    ))
}

/// A style sheet made small, under a name with the hash of its content.
fn sheet(name: &str, css: &str, files: &mut Files) -> Result<String, String> {
    let sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|why| format!("assets/styles: {why}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            ..PrinterOptions::default()
        })
        .map_err(|why| why.to_string())?;
    let hashed = format!("fonts/{name}-{}.css", hash(printed.code.as_bytes()));
    files.insert(hashed.clone(), printed.code.into_bytes().into());
    Ok(hashed)
}

pub(super) fn print(shop: &Workshop<'_>, files: &mut Files) -> Result<(), String> {
    files.extend(gather(shop.project)?.1);
    Ok(())
}

pub(super) fn text(path: &std::path::Path) -> Result<String, String> {
    String::from_utf8(super::site::bytes(path)?)
        .map_err(|_| format!("{}: not UTF-8", path.display()))
}
