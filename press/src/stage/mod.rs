//! The stage: intent → a drawing. Places get their camera, figures their ground, eyes their aim.
//!
//! Panel space: origin top left, x right, y down, 1 unit = 1/1000 of the panel's width.
//! The stage knows nothing of text: it says where faces are, it never asks how long a sentence is.

mod camera;
mod effect;
mod figure;
mod gaze;
mod print;
mod set;

use std::collections::BTreeMap;

use kurbo::{Affine, Point, Rect};

pub use effect::Window;
pub use figure::{figure_svg, head_svg};
pub use print::{Sheet, cover, figures, print};

use crate::art::{Art, Part, SHOWS, Slot, Tint};
use crate::staging::{Frame, Look, Set, Staging, Time, View};

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
    /// The screens that are held: voices come from them.
    pub devices: Vec<Point>,
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
    /// How large the screen is drawn: 1 where it fills the panel.
    pub screen_scale: f64,
}

/// One piece of a drawing.
#[derive(Clone, Debug)]
pub enum Piece {
    /// A part, put somewhere.
    Part(Key, Affine),
    /// Pieces in the skin, or the sleeves, of somebody.
    Tinted(Tint, Vec<Self>),
    /// Pieces seen through a window.
    Within(Window, Vec<Self>),
    /// Markup as it stands: light, air, a border.
    Plain(String),
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
    /// The hour at which its drawings are printed. Figures and things look the same at all hours but for
    /// the light over them, so they are printed once.
    const fn hour(self, time: Time) -> Time {
        match self {
            Self::Character | Self::Prop | Self::Mark => Time::Day,
            Self::Place | Self::Screen => time,
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
            time: shelf.hour(time),
            look: Look::Ahead,
        }
    }
}

/// Draws a panel. It cannot fail: check has seen that every name exists.
#[must_use]
pub fn stage(staging: &Staging, art: &Art) -> Staged {
    let staging = &seen(staging);
    let shape = staging.shape;
    let all = staging.actors.len();
    let mut staged = match &staging.beside {
        None => set::scene(staging, 0..all, &staging.set, art),
        Some(beside) => {
            let from = beside.from.min(all);
            let mut left = set::scene(staging, 0..from, &staging.set, art);
            let mut right = set::scene(staging, from..all, &beside.set, art);
            left.move_by(Affine::translate((-HALF, 0.0)));
            right.move_by(Affine::translate((HALF, 0.0)));
            left.behind(Window::Left(shape));
            right.behind(Window::Right(shape));
            left.join(right);
            left.pieces.insert(0, effect::gutter());
            left.pieces.push(Window::Left(shape).border());
            left.pieces.push(Window::Right(shape).border());
            left
        }
    };
    if staging.roll != 0.0 {
        let middle = Point::new(500.0, f64::from(shape.height()) / 2.0);
        let turn = Affine::rotate_about(staging.roll.to_radians(), middle)
            * Affine::scale_about(1.0 + staging.roll.abs() * 0.022, middle);
        staged.move_by(turn);
    }
    for prop in &staging.props {
        let put = Affine::translate((prop.x, prop.y))
            * Affine::rotate(prop.turn.to_radians())
            * Affine::scale(prop.scale);
        let shows = prop.shows.as_deref();
        if figure::shines(&prop.what, shows) {
            staged.devices.push(Point::new(prop.x, prop.y));
        }
        staged
            .pieces
            .extend(prop_pieces(&prop.what, shows, put, staging.set.time(), art));
    }
    staged
        .front
        .extend(staging.effect.and_then(|e| effect::before(e, shape)));
    if staging.frame != Frame::Plain {
        let window = Window::Framed(staging.frame, shape);
        staged.behind(window);
        staged.pieces.push(window.border());
    }
    staged
}

/// The same, with those whom the viewer stands behind seen from behind.
fn seen(staging: &Staging) -> Staging {
    let mut staging = staging.clone();
    let halves = std::iter::once((0, &staging.set));
    let beside = staging.beside.iter().map(|half| (half.from, &half.set));
    let first: Vec<usize> = halves
        .chain(beside)
        .filter(|(_, set)| matches!(set, Set::Place { shot, .. } if shot.behind_the_first()))
        .map(|(first, _)| first)
        .collect();
    for i in first {
        if let Some(actor) = staging.actors.get_mut(i) {
            actor.view = View::Back;
        }
    }
    staging
}

/// How far the middle of a half of a split panel is from the panel's middle.
const HALF: f64 = 252.0;

impl Staged {
    /// Moves everything.
    fn move_by(&mut self, by: Affine) {
        for piece in self.pieces.iter_mut().chain(&mut self.front) {
            piece.move_by(by);
        }
        for bounds in self.faces.iter_mut().chain(&mut self.bodies) {
            *bounds = by.transform_rect_bbox(*bounds);
        }
        for mouth in self.mouths.iter_mut().chain(&mut self.devices) {
            *mouth = by * *mouth;
        }
    }

    /// All of it is seen through a window from now on.
    fn behind(&mut self, window: Window) {
        let mut inside = std::mem::take(&mut self.pieces);
        inside.append(&mut self.front);
        self.pieces.push(Piece::Within(window, inside));
    }

    /// Another drawing beside this one.
    fn join(&mut self, other: Self) {
        self.pieces.extend(other.pieces);
        self.front.extend(other.front);
        self.faces.extend(other.faces);
        self.mouths.extend(other.mouths);
        self.devices.extend(other.devices);
        self.bodies.extend(other.bodies);
    }
}

impl Piece {
    fn move_by(&mut self, by: Affine) {
        match self {
            Self::Part(_, put) => *put = by * *put,
            Self::Tinted(_, inside) | Self::Within(_, inside) => {
                for piece in inside {
                    piece.move_by(by);
                }
            }
            Self::Plain(markup) => {
                *markup = format!("<g transform=\"{}\">{markup}</g>", print::matrix(by));
            }
        }
    }
}

/// A prop, with one of the things that its screen can show, if it has a screen: the first, if none is named.
fn prop_pieces<'a>(
    what: &'a str,
    shows: Option<&'a str>,
    put: Affine,
    time: Time,
    art: &'a Art,
) -> impl Iterator<Item = Piece> + 'a {
    art.props
        .get(what)
        .into_iter()
        .flat_map(move |part| prop_layers(part, shows))
        .map(move |layer| Piece::Part(Key::new(Shelf::Prop, what, layer, time), put))
}

/// The layers of a prop that are drawn: of those that show something, one.
#[must_use]
pub fn prop_layers(part: &Part, shows: Option<&str>) -> Vec<String> {
    let all = part.suffixes(SHOWS);
    let named = all.iter().find(|one| shows == Some(one.as_str()));
    let shown = named.or(all.first()).map(String::as_str);
    let mut layers = part.suffixes("");
    layers.retain(|layer| {
        layer
            .strip_prefix(SHOWS)
            .is_none_or(|one| shown == Some(one))
    });
    layers
}

/// A part file by itself in a light, all its layers or some: for model sheets.
#[must_use]
pub fn part_svg(shelf: Shelf, file: &str, layers: &[&str], time: Time, art: &Art) -> String {
    let pieces = layers
        .iter()
        .map(|layer| Piece::Part(Key::new(shelf, file, *layer, time), Affine::IDENTITY));
    let pieces = pieces.collect();
    let held = art.screens.get(file).filter(|_| shelf == Shelf::Screen);
    let staged = Staged {
        pieces: match held {
            Some(screen) => vec![Piece::Tinted(screen.skin(), pieces)],
            None => pieces,
        },
        ..Staged::default()
    };
    cover(&staged, art)
}
