//! Part files, regular: named layers, pivots and clip paths, ready to be placed by the stage.
#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use kurbo::{Point, Rect};

use super::shape::{Node, Printer, suffix};
use crate::staging::Time;

/// Larger files are refused: a character is at most 60 KB by our own rule, this is far above.
const LARGEST: u64 = 400 * 1024;

/// Something wrong with a part file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the file.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Fault {
    pub(super) fn whole(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            range: 0..0,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// A part file, regular.
#[derive(Debug, Default)]
pub struct Part {
    /// Named layers in the order of the file.
    pub(super) layers: Vec<(String, Node)>,
    /// Clip paths: id and what is in them.
    pub(super) clips: Vec<(String, Vec<Node>)>,
    /// Named points.
    pub(super) pivots: BTreeMap<String, Point>,
    /// Its colours by class.
    pub(super) palette: BTreeMap<String, super::colour::Rgb>,
    /// Places for words on a screen, by name.
    pub(super) slots: BTreeMap<String, Slot>,
    /// The file's own coordinate box.
    pub view: Rect,
}

/// A place for words on a screen: `<rect id="slot-…" class="left on-dark" …/>`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The words stay inside.
    pub bounds: Rect,
    /// Whether they stand in its middle; else they begin at its left.
    pub centred: bool,
    /// Whether they are light, on a dark ground.
    pub on_dark: bool,
}

/// The part files of a folder, sorted: name, path, and the text or why there is none.
pub(super) fn files(folder: &Path) -> Vec<(String, PathBuf, Result<String, Fault>)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "svg"))
        .collect();
    files.sort();
    files
        .into_iter()
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            let text = read(&path);
            Some((name, path, text))
        })
        .collect()
}

fn read(path: &Path) -> Result<String, Fault> {
    let large = std::fs::metadata(path).is_ok_and(|m| m.len() > LARGEST);
    if large {
        return Err(Fault::whole(
            "this file is far too large for a part",
            "a character is at most 60 KB: fewer points, and no pictures inside",
        ));
    }
    std::fs::read_to_string(path)
        .map_err(|why| Fault::whole(format!("cannot be read: {why}"), "save it as UTF-8 SVG"))
}

impl Part {
    /// The layer of that name.
    #[must_use]
    pub fn layer(&self, name: &str) -> Option<&Node> {
        self.layers
            .iter()
            .find(|(id, _)| id == name)
            .map(|(_, node)| node)
    }

    /// The names of the layers that begin with `prefix`, without it.
    #[must_use]
    pub fn suffixes(&self, prefix: &str) -> Vec<String> {
        self.layers
            .iter()
            .filter_map(|(id, _)| id.strip_prefix(prefix))
            .map(str::to_owned)
            .collect()
    }

    /// The point of that name (without `pivot-`).
    #[must_use]
    pub fn pivot(&self, name: &str) -> Option<Point> {
        self.pivots.get(name).copied()
    }

    /// The place for words of that name (without `slot-`).
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Slot> {
        self.slots.get(name).copied()
    }

    /// The names of all places for words.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        self.slots.keys().map(String::as_str)
    }

    /// The box around a layer.
    #[must_use]
    pub fn bounds(&self, layer: &str) -> Option<Rect> {
        self.layer(layer)?.bounds()
    }

    /// The file's clip paths, printed for an hour.
    #[must_use]
    pub fn print_clips(&self, time: Time) -> String {
        let mut to = Printer::new(time);
        let suffix = suffix(time);
        for (id, nodes) in &self.clips {
            to.text.push_str(&format!("<clipPath id=\"{id}{suffix}\">"));
            for node in nodes {
                node.print(&mut to);
            }
            to.text.push_str("</clipPath>");
        }
        to.text
    }

    /// What is missing of the pivots and layers that its kind needs.
    pub(super) fn lacks(&self, pivots: &[&str], layers: &[&str]) -> Vec<Fault> {
        let pivots = pivots.iter().filter(|p| self.pivot(p).is_none()).map(|p| {
            let hint = format!("add <circle id=\"pivot-{p}\" cx=\"…\" cy=\"…\" r=\"0\"/>");
            Fault::whole(format!("no pivot “pivot-{p}”"), hint)
        });
        let layers = layers.iter().filter(|l| self.layer(l).is_none()).map(|l| {
            Fault::whole(
                format!("no layer “{l}”"),
                format!("add <g id=\"{l}\">…</g>, empty if need be"),
            )
        });
        pivots.chain(layers).collect()
    }
}
