//! The stage: intent → a drawing. Places get their camera, figures their ground, eyes their aim.
//!
//! Panel space: origin top left, x right, y down, 1 unit = 1/1000 of the panel's width.
//! The stage knows nothing of text: it says where faces are, it never asks how long a sentence is.

mod camera;
mod figure;
mod print;

use std::collections::BTreeMap;

use kurbo::{Affine, Point, Rect};

pub use figure::{figure_svg, head_svg};
pub use print::{Sheet, cover, print};

use crate::art::{Art, Role, Slot};
use crate::staging::{Look, Set, Staging, Time};

/// A drawing: which parts where, and what balloons must know of it.
#[derive(Debug, Default)]
pub struct Staged {
    /// What is drawn, from back to front.
    pub pieces: Vec<Piece>,
    /// What is drawn over everything but the balloons: the foreground that frames the picture.
    pub front: Vec<Piece>,
    /// The head of each actor, in the order of the actors.
    pub faces: Vec<Rect>,
    /// The mouth of each actor.
    pub mouths: Vec<Point>,
    /// The whole figure of each actor.
    pub bodies: Vec<Rect>,
    /// Where messages go, if this is a screen.
    pub column: Option<Rect>,
    /// Places for words on a screen, by name, in panel units.
    pub slots: BTreeMap<String, Slot>,
    /// The left middle of the title's words, if this is a screen.
    pub title: Option<Point>,
    /// Whether the title bar is dark.
    pub title_on_dark: bool,
}

/// One piece of a drawing.
#[derive(Clone, Debug)]
pub enum Piece {
    /// A part, put somewhere.
    Part(Key, Affine),
    /// The soft shadow under a figure: middle, and half its width.
    Shadow(Point, f64),
    /// A breath of light or dark over the place, so that figures stand out: 0 to 1.
    Veil(Time, f64),
}

/// Which drawing of which file, in which light: equal keys are printed once a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Which folder of the art.
    pub shelf: Shelf,
    /// The file's name without ending.
    pub file: String,
    /// The layer in it.
    pub layer: String,
    /// Which half of the layer.
    pub half: Half,
    /// The time of day.
    pub time: Time,
    /// Where the eyes go (faces only).
    pub look: Look,
}

/// A folder of the art.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// `characters/`.
    Character,
    /// `places/`.
    Place,
    /// `screens/`.
    Screen,
    /// `props/`.
    Prop,
    /// `marks/`.
    Mark,
}

impl Shelf {
    const fn role(self) -> Role {
        match self {
            Self::Character | Self::Prop | Self::Mark => Role::Figure,
            Self::Place | Self::Screen => Role::Ground,
        }
    }
}

/// Which half of a layer: a pose goes partly under the head, partly over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// All of it.
    Whole,
    /// All but the groups of class `front`.
    Under,
    /// The groups of class `front` only.
    Over,
}

impl Key {
    fn new(shelf: Shelf, file: &str, layer: impl Into<String>, time: Time) -> Self {
        Self {
            shelf,
            file: file.to_owned(),
            layer: layer.into(),
            half: Half::Whole,
            time,
            look: Look::Ahead,
        }
    }
}

/// Draws a panel. It cannot fail: check has seen that every name exists.
#[must_use]
pub fn stage(staging: &Staging, art: &Art) -> Staged {
    let mut staged = Staged::default();
    let height = f64::from(staging.shape.height());
    let time = match &staging.set {
        Set::Place { time, .. } => *time,
        Set::Screen { .. } => Time::Day,
    };
    match &staging.set {
        Set::Place {
            place,
            time,
            shot,
            focus,
            near,
        } => {
            if let Some(part) = art.places.get(place) {
                let view = camera::Camera::new(part, *shot, *focus, staging.shape);
                for layer in ["far", "mid"] {
                    let key = Key::new(Shelf::Place, place, layer, *time);
                    staged.pieces.push(Piece::Part(key, view.place));
                }
                staged.pieces.push(Piece::Veil(*time, view.veil));
                figure::stand(staging, *shot, &view, art, &mut staged);
                if let Some(near) = near {
                    let key = Key::new(Shelf::Place, place, format!("near-{near}"), *time);
                    let down = Affine::translate((0.0, height - 1000.0));
                    staged.front.push(Piece::Part(key, down));
                }
            }
        }
        Set::Screen { screen, avatar, .. } => {
            if let Some(part) = art.screens.get(screen) {
                let down = Affine::translate((0.0, (height - 1000.0) / 2.0));
                for layer in ["far", "mid"] {
                    if part.layer(layer).is_some() {
                        let key = Key::new(Shelf::Screen, screen, layer, Time::Day);
                        staged.pieces.push(Piece::Part(key, down));
                    }
                }
                let corner = |name: &str| part.pivot(name).map(|p| down * p);
                staged.column = corner("column-from")
                    .zip(corner("column-to"))
                    .map(|(a, b)| Rect::from_points(a, b));
                staged.slots = part
                    .slots()
                    .filter_map(|name| Some((name.to_owned(), part.slot(name)?)))
                    .map(|(name, slot)| {
                        let bounds = down.transform_rect_bbox(slot.bounds);
                        (name, Slot { bounds, ..slot })
                    })
                    .collect();
                staged.title = corner("title").or_else(|| corner("title-on-dark"));
                staged.title_on_dark = part.pivot("title-on-dark").is_some();
                if let (Some(avatar), Some(at)) = (avatar, corner("avatar")) {
                    let radius = part
                        .pivot("avatar-edge")
                        .zip(part.pivot("avatar"))
                        .map_or(42.0, |(edge, mid)| edge.distance(mid));
                    let put = Affine::translate(at.to_vec2()) * Affine::scale(radius / 100.0);
                    staged
                        .pieces
                        .extend(prop_pieces(avatar, put, Time::Day, art));
                }
            }
        }
    }
    for prop in &staging.props {
        let put = Affine::translate((prop.x, prop.y))
            * Affine::rotate(prop.turn.to_radians())
            * Affine::scale(prop.scale);
        staged
            .pieces
            .extend(prop_pieces(&prop.what, put, time, art));
    }
    staged
}

fn prop_pieces<'a>(
    what: &'a str,
    put: Affine,
    time: Time,
    art: &'a Art,
) -> impl Iterator<Item = Piece> + 'a {
    art.props
        .get(what)
        .into_iter()
        .flat_map(|part| part.suffixes(""))
        .map(move |layer| Piece::Part(Key::new(Shelf::Prop, what, layer, time), put))
}

/// A part file by itself in a light, all its layers or some: for model sheets.
#[must_use]
pub fn part_svg(shelf: Shelf, file: &str, layers: &[&str], time: Time, art: &Art) -> String {
    let pieces = layers
        .iter()
        .map(|layer| Piece::Part(Key::new(shelf, file, *layer, time), Affine::IDENTITY));
    let staged = Staged {
        pieces: pieces.collect(),
        ..Staged::default()
    };
    cover(&staged, art)
}
