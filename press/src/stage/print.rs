//! Drawings as SVG: every part once a page, every panel a handful of `<use>`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kurbo::Affine;

use super::{Half, Key, Piece, Shelf, Staged, gaze};
use crate::art::{Art, Light, Node, Part, Printer, Shared};
use crate::staging::{Look, Time};

/// The parts of one page: it knows what has been printed already.
#[derive(Debug, Default)]
pub struct Sheet {
    printed: BTreeSet<Key>,
    clips: BTreeSet<(Shelf, String, Time)>,
    windows: BTreeSet<String>,
    shared: Shared,
}

impl Sheet {
    /// A sheet for a page of these drawings: what they have in common is printed once.
    #[must_use]
    pub fn of<'a>(page: impl IntoIterator<Item = &'a Staged>, art: &Art) -> Self {
        let mut sheet = Self::default();
        for staged in page {
            sheet.bring(staged, art);
        }
        sheet.shared.counted();
        Self {
            shared: sheet.shared,
            ..Self::default()
        }
    }

    /// The parts that this drawing needs and that no earlier drawing of the page has brought: the
    /// inside of an `<svg>` that is not shown itself. Empty when all are there.
    pub fn bring(&mut self, staged: &Staged, art: &Art) -> String {
        let mut out = String::new();
        self.bring_all(&staged.pieces, art, &mut out);
        self.bring_all(&staged.front, art, &mut out);
        out
    }

    fn bring_all(&mut self, pieces: &[Piece], art: &Art, out: &mut String) {
        for piece in pieces {
            if let Piece::Within(window, inside) = piece {
                if self.windows.insert(window.id()) {
                    out.push_str(&window.clip());
                }
                self.bring_all(inside, art, out);
            }
            let Piece::Part(key, _) = piece else { continue };
            if self.printed.contains(key) {
                continue;
            }
            self.printed.insert(key.clone());
            let Some(part) = find(key, art) else { continue };
            let light = light(key);
            if self.clips.insert((key.shelf, key.file.clone(), key.time)) {
                out.push_str(&part.print_clips(light, suffix(key.time)));
            }
            let mut to = printer(key);
            to.shared = Some(&mut self.shared);
            inside(key, part, &mut to);
            let text = to.text;
            out.push_str(&std::mem::take(&mut self.shared.fresh));
            let _ = write!(out, "<g id=\"{}\">{text}</g>", name(key));
        }
    }
}

/// The pieces of a drawing, from back to front, as references to the parts of the page's sheet.
#[must_use]
pub fn print(pieces: &[Piece], art: &Art) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Part(key, put) => {
                let empty = find(key, art).is_none_or(|part| {
                    let mut probe = printer(key);
                    inside(key, part, &mut probe);
                    probe.text.is_empty()
                });
                if !empty {
                    let _ = write!(
                        out,
                        "<use href=\"#{}\" transform=\"{}\"/>",
                        name(key),
                        matrix(*put)
                    );
                }
            }
            Piece::Within(window, inside) => {
                let _ = write!(out, "<g clip-path=\"url(#{})\">", window.id());
                out.push_str(&print(inside, art));
                out.push_str("</g>");
            }
            Piece::Plain(markup) => out.push_str(markup),
        }
    }
    out
}

/// The same pieces with every part in place: a picture that needs no sheet (covers, previews).
#[must_use]
pub fn cover(staged: &Staged, art: &Art) -> String {
    let mut out = String::new();
    let mut clips = BTreeSet::new();
    for pieces in [&staged.pieces, &staged.front] {
        in_place(pieces, art, &mut clips, &mut out);
    }
    out
}

fn in_place(pieces: &[Piece], art: &Art, clips: &mut BTreeSet<String>, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Part(key, put) => {
                let Some(part) = find(key, art) else { continue };
                let own = format!("{:?} {} {}", key.shelf, key.file, suffix(key.time));
                if clips.insert(own) {
                    out.push_str(&part.print_clips(light(key), suffix(key.time)));
                }
                let mut to = printer(key);
                inside(key, part, &mut to);
                let _ = write!(out, "<g transform=\"{}\">{}</g>", matrix(*put), to.text);
            }
            Piece::Within(window, inside) => {
                if clips.insert(window.id()) {
                    out.push_str(&window.clip());
                }
                let _ = write!(out, "<g clip-path=\"url(#{})\">", window.id());
                in_place(inside, art, clips, out);
                out.push_str("</g>");
            }
            Piece::Plain(markup) => out.push_str(markup),
        }
    }
}

fn find<'a>(key: &Key, art: &'a Art) -> Option<&'a Part> {
    match key.shelf {
        Shelf::Character => art.characters.get(&key.file).map(|c| &c.part),
        Shelf::Place => art.places.get(&key.file),
        Shelf::Screen => art.screens.get(&key.file),
        Shelf::Prop => art.props.get(&key.file),
        Shelf::Mark => art.marks.get(&key.file),
    }
}

const fn light(key: &Key) -> Light {
    Light {
        time: key.time,
        role: key.shelf.role(),
    }
}

const fn printer(key: &Key) -> Printer<'static> {
    Printer::new(light(key), suffix(key.time))
}

/// Prints what a key stands for.
fn inside(key: &Key, part: &Part, to: &mut Printer<'_>) {
    let Some(layer) = part.layer(&key.layer) else {
        return;
    };
    match (key.half, layer) {
        (Half::Under | Half::Over, Node::Group { children, .. }) => {
            for child in children {
                if child.is("front") == (key.half == Half::Over) {
                    child.print(to);
                }
            }
        }
        (Half::Whole, node) | (_, node @ Node::Shape { .. }) => {
            to.gaze = gaze::offset(key.look);
            node.print(to);
        }
    }
}

const fn suffix(time: Time) -> &'static str {
    match time {
        Time::Day => "",
        Time::Evening => "-e",
        Time::Night => "-n",
    }
}

/// The id of a part on its page. It holds an underscore, which no panel's id can.
fn name(key: &Key) -> String {
    let half = match key.half {
        Half::Whole => "",
        Half::Under => "_u",
        Half::Over => "_o",
    };
    let look = match key.look {
        Look::Ahead => "",
        Look::Back => "_b",
        Look::Up => "_up",
        Look::Down => "_d",
    };
    format!(
        "_{}_{}{half}{look}{}",
        key.file,
        key.layer,
        suffix(key.time)
    )
}

/// A transform in as few letters as keep a tenth of a panel unit.
pub(super) fn matrix(put: Affine) -> String {
    let [a, b, c, d, e, f] = put.as_coeffs();
    let short = |v: f64, places: i32| {
        let k = 10f64.powi(places);
        // Adding zero turns -0 into 0.
        (v * k).round() / k + 0.0
    };
    format!(
        "matrix({} {} {} {} {} {})",
        short(a, 4),
        short(b, 4),
        short(c, 4),
        short(d, 4),
        short(e, 1),
        short(f, 1)
    )
}
