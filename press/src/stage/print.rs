//! Drawings as SVG: every part once a page, every panel a handful of `<use>`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kurbo::Affine;

use super::{Half, Key, Piece, Shelf, Staged, gaze};
use crate::art::{Art, Node, Part, Printer, Shared, Tint, suffix};
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
        let mut keys = BTreeSet::new();
        for staged in page {
            for pieces in [&staged.pieces, &staged.front] {
                collect(pieces, &mut keys);
            }
        }
        for key in keys {
            for node in nodes(key, art) {
                node.tally(key.time, &mut sheet.shared.wanted);
            }
        }
        sheet
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
            if let Piece::Tinted(_, inside) = piece {
                self.bring_all(inside, art, out);
            }
            let Piece::Part(key, _) = piece else { continue };
            if self.printed.contains(key) {
                continue;
            }
            self.printed.insert(key.clone());
            let Some(part) = find(key, art) else { continue };
            if self.clips.insert((key.shelf, key.file.clone(), key.time)) {
                out.push_str(&part.print_clips(key.time));
            }
            let text = inside(key, art, Some(&mut self.shared));
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
                if nodes(key, art).any(|node| node.shows(key.time)) {
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
            Piece::Tinted(tint, inside) => {
                out.push_str(&open(*tint));
                out.push_str(&print(inside, art));
                out.push_str("</g>");
            }
            Piece::Plain(markup) => out.push_str(markup),
        }
    }
    out
}

/// A group of which the inside inherits two colours.
fn open(Tint { colour, shade }: Tint) -> String {
    format!("<g fill=\"{colour}\" color=\"{shade}\">")
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

/// A drawing's figures and what they hold, in place, without the place itself: no light, no walls, no screen.
#[must_use]
pub fn figures(staged: &Staged, art: &Art) -> String {
    let mut out = String::new();
    in_place(&alone(&staged.pieces), art, &mut BTreeSet::new(), &mut out);
    out
}

/// The pieces that are figures, things and marks.
fn alone(pieces: &[Piece]) -> Vec<Piece> {
    let one = |piece: &Piece| match piece {
        Piece::Part(key, _) => {
            (!matches!(key.shelf, Shelf::Place | Shelf::Screen)).then(|| piece.clone())
        }
        Piece::Tinted(tint, inside) => Some(Piece::Tinted(*tint, alone(inside))),
        Piece::Within(window, inside) => Some(Piece::Within(*window, alone(inside))),
        Piece::Plain(_) => None,
    };
    pieces.iter().filter_map(one).collect()
}

fn in_place(pieces: &[Piece], art: &Art, clips: &mut BTreeSet<String>, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Part(key, put) => {
                let Some(part) = find(key, art) else { continue };
                let own = format!("{:?} {} {}", key.shelf, key.file, suffix(key.time));
                if clips.insert(own) {
                    out.push_str(&part.print_clips(key.time));
                }
                let text = inside(key, art, None);
                let _ = write!(out, "<g transform=\"{}\">{text}</g>", matrix(*put));
            }
            Piece::Within(window, inside) => {
                if clips.insert(window.id()) {
                    out.push_str(&window.clip());
                }
                let _ = write!(out, "<g clip-path=\"url(#{})\">", window.id());
                in_place(inside, art, clips, out);
                out.push_str("</g>");
            }
            Piece::Tinted(tint, inside) => {
                out.push_str(&open(*tint));
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

/// The drawings that pieces refer to.
fn collect<'a>(pieces: &'a [Piece], keys: &mut BTreeSet<&'a Key>) {
    for piece in pieces {
        match piece {
            Piece::Part(key, _) => {
                keys.insert(key);
            }
            Piece::Tinted(_, inside) | Piece::Within(_, inside) => collect(inside, keys),
            Piece::Plain(_) => {}
        }
    }
}

/// What a key stands for: a whole layer, or the groups that are one half of it.
fn nodes<'a>(key: &'a Key, art: &'a Art) -> impl Iterator<Item = &'a Node> {
    let layer = find(key, art).and_then(|part| part.layer(&key.layer));
    let (whole, halves): (Option<&Node>, &[Node]) = match (key.half, layer) {
        (Half::Under | Half::Over, Some(Node::Group { children, .. })) => (None, children),
        (_, layer) => (layer, &[]),
    };
    let half = halves
        .iter()
        .filter(|child| child.is("front") == (key.half == Half::Over));
    whole.into_iter().chain(half)
}

/// Prints what a key stands for.
fn inside(key: &Key, art: &Art, shared: Option<&mut Shared>) -> String {
    let mut to = Printer {
        gaze: gaze::offset(key.look),
        shared,
        ..Printer::new(key.time)
    };
    for node in nodes(key, art) {
        node.print(&mut to);
    }
    to.text
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
