//! What a part is made of, once it is regular: groups and coloured shapes, ready to be printed in
//! any light.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kurbo::{Affine, Rect, Vec2};

use super::colour::{Rgb, Role};
use crate::staging::Time;

/// When a piece of a place is there at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Always.
    #[default]
    Always,
    /// Only by day: a bright sky.
    Day,
    /// Only in the evening and at night: the moon, lit windows.
    Dark,
}

/// How light falls on a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    /// As the time of day has it.
    ByTime,
    /// It shines itself: lamps, screens.
    Itself,
}

/// A colour and how light falls on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// The colour by day.
    pub colour: Rgb,
    /// How light falls on it.
    pub lit: Lit,
}

impl Ink {
    fn under(self, light: Light) -> Rgb {
        match self.lit {
            Lit::ByTime => self.colour.under(light.time, light.role),
            Lit::Itself => self.colour,
        }
    }
}

/// The light in which a part is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// The time of day.
    pub time: Time,
    /// Whether it is a place or a figure.
    pub role: Role,
}

/// What groups and shapes have in common.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    /// As written in the file: `transform="…"`.
    pub transform: Option<(String, Affine)>,
    /// 0 to 1.
    pub opacity: Option<f64>,
    /// The id of a clip path of the same file.
    pub clip: Option<String>,
    /// When it is there.
    pub when: When,
}

/// A stroke of even width (ink lines are outlines, not strokes).
#[derive(Clone, Debug)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width in part units.
    pub width: f64,
    /// Round ends and joins.
    pub round: bool,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Node {
    /// Pieces that belong together.
    Group {
        /// The id in the file, for pivots and layers.
        id: Option<String>,
        /// The classes in the file: `behind`, `front`, `pupils`.
        classes: Vec<String>,
        /// Under this name its inside is printed once a page, wherever it stands: a hand, a collar.
        shared: Option<String>,
        /// Transform, opacity, clip.
        dress: Dress,
        /// What is in it, from back to front.
        children: Vec<Node>,
    },
    /// A coloured shape.
    Shape {
        /// The element and its geometry, as printed: `path d="…"`, `circle cx="…" …`.
        geometry: String,
        /// Its fill, if any.
        fill: Option<Ink>,
        /// Its stroke, if any.
        stroke: Option<Stroke>,
        /// Transform, opacity, clip.
        dress: Dress,
        /// The box around it, before its own transform.
        bounds: Rect,
    },
}

impl Node {
    fn dress(&self) -> &Dress {
        match self {
            Self::Group { dress, .. } | Self::Shape { dress, .. } => dress,
        }
    }

    /// Whether this is a group of that class.
    #[must_use]
    pub fn is(&self, class: &str) -> bool {
        matches!(self, Self::Group { classes, .. } if classes.iter().any(|c| c == class))
    }

    /// Pieces put together under a class.
    #[must_use]
    pub(crate) fn bundle(class: &str, children: Vec<Self>) -> Self {
        Self::Group {
            id: None,
            classes: vec![class.to_owned()],
            shared: None,
            dress: Dress::default(),
            children,
        }
    }

    /// The same in other colours.
    #[must_use]
    pub(crate) fn recoloured(&self, swap: &dyn Fn(Rgb) -> Rgb) -> Self {
        let ink = |ink: Ink| Ink {
            colour: swap(ink.colour),
            ..ink
        };
        match self.clone() {
            Self::Group {
                id,
                classes,
                shared,
                dress,
                children,
            } => Self::Group {
                id,
                classes,
                shared,
                dress,
                children: children.iter().map(|c| c.recoloured(swap)).collect(),
            },
            Self::Shape {
                geometry,
                fill,
                stroke,
                dress,
                bounds,
            } => Self::Shape {
                geometry,
                fill: fill.map(ink),
                stroke: stroke.map(|s| Stroke {
                    ink: ink(s.ink),
                    ..s
                }),
                dress,
                bounds,
            },
        }
    }

    /// The box around it, in the space of its parent.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let inner = match self {
            Self::Group { children, .. } => {
                super::around(children.iter().filter_map(Self::bounds))?
            }
            Self::Shape { bounds, .. } => *bounds,
        };
        Some(match &self.dress().transform {
            Some((_, affine)) => affine.transform_rect_bbox(inner),
            None => inner,
        })
    }

    /// Prints it.
    pub fn print(&self, to: &mut Printer<'_>) {
        let dress = self.dress();
        let there = match dress.when {
            When::Always => true,
            When::Day => to.light.time == Time::Day,
            When::Dark => to.light.time != Time::Day,
        };
        if !there {
            return;
        }
        match self {
            Self::Group {
                children, shared, ..
            } => {
                let mut attributes = dress.print(to.suffix);
                if let Some(name) = shared
                    && to.share(name, children)
                {
                    let _ = write!(to.text, "<use href=\"#_{name}{}\"{attributes}/>", to.suffix);
                    return;
                }
                if self.is("pupils") && to.gaze != Vec2::ZERO {
                    let (x, y) = (to.gaze.x, to.gaze.y);
                    let _ = write!(attributes, " transform=\"translate({x} {y})\"");
                }
                let wrap = !attributes.is_empty();
                if wrap {
                    let _ = write!(to.text, "<g{attributes}>");
                }
                for child in children {
                    child.print(to);
                }
                if wrap {
                    to.text.push_str("</g>");
                }
            }
            Self::Shape {
                geometry,
                fill,
                stroke,
                ..
            } => {
                let light = to.light;
                let _ = write!(to.text, "<{geometry}");
                match fill {
                    Some(ink) => {
                        let _ = write!(to.text, " fill=\"{}\"", ink.under(light));
                    }
                    None => to.text.push_str(" fill=\"none\""),
                }
                if let Some(stroke) = stroke {
                    let _ = write!(
                        to.text,
                        " stroke=\"{}\" stroke-width=\"{}\"",
                        stroke.ink.under(light),
                        stroke.width
                    );
                    if stroke.round {
                        to.text
                            .push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
                    }
                }
                let _ = write!(to.text, "{}/>", dress.print(to.suffix));
            }
        }
    }
}

/// What printing knows: the light, where the eyes go, and what the page has already.
#[derive(Debug)]
pub struct Printer<'a> {
    /// The light.
    pub light: Light,
    /// How far what is in a group `pupils` moves.
    pub gaze: Vec2,
    /// Keeps the ids of different lights apart.
    pub suffix: &'static str,
    /// What has been printed.
    pub text: String,
    /// The shared pieces of the page; without it everything is printed in place.
    pub shared: Option<&'a mut Shared>,
}

/// Pieces that a page has once and uses often.
#[derive(Debug, Default)]
pub struct Shared {
    known: BTreeSet<String>,
    /// Those that were new since this was last taken: to be printed before what uses them.
    pub fresh: String,
}

impl Printer<'_> {
    /// Prints everything in place.
    #[must_use]
    pub const fn new(light: Light, suffix: &'static str) -> Self {
        Self {
            light,
            gaze: Vec2::ZERO,
            suffix,
            text: String::new(),
            shared: None,
        }
    }

    /// Sees to it that the page has a shared piece; whether it may be referred to.
    fn share(&mut self, name: &str, children: &[Node]) -> bool {
        let Some(shared) = self.shared.take() else {
            return false;
        };
        let id = format!("{name}{}", self.suffix);
        if shared.known.insert(id.clone()) {
            let mut own = Printer::new(self.light, self.suffix);
            for child in children {
                child.print(&mut own);
            }
            let _ = write!(shared.fresh, "<g id=\"_{id}\">{}</g>", own.text);
        }
        self.shared = Some(shared);
        true
    }
}

impl Dress {
    fn print(&self, suffix: &str) -> String {
        let mut out = String::new();
        if let Some((text, _)) = &self.transform {
            let _ = write!(out, " transform=\"{text}\"");
        }
        if let Some(opacity) = self.opacity {
            let _ = write!(out, " opacity=\"{opacity}\"");
        }
        if let Some(clip) = &self.clip {
            let _ = write!(out, " clip-path=\"url(#{clip}{suffix})\"");
        }
        out
    }
}
