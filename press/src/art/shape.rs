//! What a part is made of, once it is regular: groups and coloured shapes, ready to be printed in
//! any light.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use kurbo::{Affine, Rect, Vec2};

use super::colour::Rgb;
use super::join::{Item, join};
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

impl When {
    const fn is(self, time: Time) -> bool {
        match self {
            Self::Always => true,
            Self::Day => matches!(time, Time::Day),
            Self::Dark => !matches!(time, Time::Day),
        }
    }
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
    fn under(self, time: Time) -> Rgb {
        match self.lit {
            Lit::ByTime => self.colour.under(time),
            Lit::Itself => self.colour,
        }
    }
}

/// Where a shape's fill comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// It has its own.
    Own(Ink),
    /// The cloth of the piece that it is in.
    Cloth,
    /// The shade of that cloth.
    Shade,
}

/// The two colours that a piece takes from whoever it is drawn for: skin and its shade, a top and its
/// shade. A hand is then one drawing for all hands, whatever the light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cloth {
    /// Printed as `fill`, which all that is in the piece inherits.
    pub colour: Ink,
    /// Printed as `color`: the inside says `currentColor`.
    pub shade: Ink,
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
        /// The name of its content, if its inside may be printed once a page wherever it stands: a hand, a leg.
        shared: Option<String>,
        /// The colours that its inside takes.
        cloth: Option<Cloth>,
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
        fill: Option<Fill>,
        /// Its stroke, if any.
        stroke: Option<Stroke>,
        /// Transform, opacity, clip.
        dress: Dress,
        /// The box around it, before its own transform.
        bounds: Rect,
        /// Whether it may be printed as one with its neighbours of the same colour: outlines of ink, which all
        /// turn the same way, so that where two cross no hole is left.
        joins: bool,
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

    /// Pieces that belong together and that another drawing may have as well.
    #[must_use]
    pub(crate) fn piece(
        transform: Option<(String, Affine)>,
        cloth: Option<Cloth>,
        children: Vec<Self>,
    ) -> Self {
        /// A reference is no shorter than this.
        const WORTH: usize = 160;
        let mut content = Printer::new(Time::Day);
        Self::print_all(&children, &mut content);
        let shared = (content.text.len() > WORTH).then(|| name_of(&content.text));
        Self::Group {
            id: None,
            classes: Vec::new(),
            shared,
            cloth,
            dress: Dress {
                transform,
                ..Dress::default()
            },
            children,
        }
    }

    /// Pieces put together under a class.
    #[must_use]
    pub(crate) fn bundle(class: &str, children: Vec<Self>) -> Self {
        Self::Group {
            id: None,
            classes: vec![class.to_owned()],
            shared: None,
            cloth: None,
            dress: Dress::default(),
            children,
        }
    }

    /// Whether a shape in it is filled with that colour.
    #[must_use]
    pub(crate) fn has(&self, colour: Rgb) -> bool {
        match self {
            Self::Group { children, .. } => children.iter().any(|child| child.has(colour)),
            Self::Shape { fill, .. } => {
                matches!(fill, Some(Fill::Own(ink)) if ink.colour == colour)
            }
        }
    }

    /// The same in other colours. What shines keeps its own.
    #[must_use]
    pub(crate) fn recoloured(&self, swap: &dyn Fn(Rgb) -> Fill) -> Self {
        let mut node = self.clone();
        match &mut node {
            Self::Group { children, .. } => {
                for child in children {
                    *child = child.recoloured(swap);
                }
            }
            Self::Shape { fill, stroke, .. } => {
                if let Some(Fill::Own(ink)) = fill
                    && ink.lit == Lit::ByTime
                {
                    *fill = Some(swap(ink.colour));
                }
                if let Some(stroke) = stroke
                    && let Fill::Own(ink) = swap(stroke.ink.colour)
                {
                    stroke.ink = ink;
                }
            }
        }
        node
    }

    /// Prints pieces from back to front, shapes of one colour as one where nobody sees a difference.
    fn print_all(nodes: &[Self], to: &mut Printer<'_>) {
        for item in join(nodes, to.time) {
            match item {
                Item::One(node) => node.print(to),
                Item::Joined(joined) if joined.boxes.len() == 1 => joined.first.print(to),
                Item::Joined(joined) => {
                    let _ = write!(to.text, "<path d=\"{}\"", joined.data);
                    to.fill(Some(&joined.fill));
                    to.text.push_str("/>");
                }
            }
        }
    }

    /// The box of all that is inked of it, in the space of its parent: strokes and moving eyes have some air.
    #[must_use]
    pub(super) fn reach(&self) -> Option<Rect> {
        /// Pupils move that far (see `stage::gaze`).
        const GAZE: f64 = 24.0;
        let inner = match self {
            Self::Group { children, .. } => {
                let air = if self.is("pupils") { GAZE } else { 0.0 };
                super::around(children.iter().filter_map(Self::reach))?.inflate(air, air)
            }
            Self::Shape { bounds, stroke, .. } => {
                let air = stroke.as_ref().map_or(0.0, |stroke| stroke.width);
                bounds.inflate(air, air)
            }
        };
        Some(match &self.dress().transform {
            Some((_, affine)) => affine.transform_rect_bbox(inner),
            None => inner,
        })
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

    /// Whether anything of it is seen at an hour.
    #[must_use]
    pub fn shows(&self, time: Time) -> bool {
        self.dress().when.is(time)
            && match self {
                Self::Group { children, .. } => children.iter().any(|child| child.shows(time)),
                Self::Shape { .. } => true,
            }
    }

    /// Counts the pieces that it wants and that another drawing may want as well.
    pub fn tally(&self, time: Time, wanted: &mut BTreeMap<String, usize>) {
        let Self::Group {
            children, shared, ..
        } = self
        else {
            return;
        };
        if !self.dress().when.is(time) {
            return;
        }
        if let Some(name) = shared {
            *wanted.entry(name.clone()).or_default() += 1;
        }
        for child in children {
            child.tally(time, wanted);
        }
    }

    /// Prints it.
    pub fn print(&self, to: &mut Printer<'_>) {
        let dress = self.dress();
        if !dress.when.is(to.time) {
            return;
        }
        match self {
            Self::Group {
                children,
                shared,
                cloth,
                ..
            } => {
                let mut attributes = dress.print(to.time);
                if let Some(Cloth { colour, shade }) = cloth {
                    let (colour, shade) = (colour.under(to.time), shade.under(to.time));
                    let _ = write!(attributes, " fill=\"{colour}\" color=\"{shade}\"");
                }
                if let Some(name) = shared
                    && to.share(name, children)
                {
                    let _ = write!(to.text, "<use href=\"#{name}\"{attributes}/>");
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
                Self::print_all(children, to);
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
                let time = to.time;
                let _ = write!(to.text, "<{geometry}");
                to.fill(fill.as_ref());
                if let Some(stroke) = stroke {
                    let _ = write!(
                        to.text,
                        " stroke=\"{}\" stroke-width=\"{}\"",
                        stroke.ink.under(time),
                        stroke.width
                    );
                    if stroke.round {
                        to.text
                            .push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
                    }
                }
                let _ = write!(to.text, "{}/>", dress.print(to.time));
            }
        }
    }
}

/// What printing knows: the hour, where the eyes go, and what the page has already.
#[derive(Debug)]
pub struct Printer<'a> {
    /// The hour.
    pub time: Time,
    /// How far what is in a group `pupils` moves.
    pub gaze: Vec2,
    /// What has been printed.
    pub text: String,
    /// The shared pieces of the page; without it everything is printed in place.
    pub shared: Option<&'a mut Shared>,
}

/// Pieces that a page has once and uses often.
#[derive(Debug, Default)]
pub struct Shared {
    /// How often each piece is wanted; what is wanted once is printed in place.
    pub wanted: BTreeMap<String, usize>,
    /// Those that are there already.
    there: BTreeSet<String>,
    /// Those that were new since this was last taken: to be printed before what uses them.
    pub fresh: String,
}

/// What keeps the ids of different hours apart.
#[must_use]
pub const fn suffix(time: Time) -> &'static str {
    match time {
        Time::Day => "",
        Time::Evening => "-e",
        Time::Night => "-n",
    }
}

impl Printer<'_> {
    /// Prints everything in place.
    #[must_use]
    pub const fn new(time: Time) -> Self {
        Self {
            time,
            gaze: Vec2::ZERO,
            text: String::new(),
            shared: None,
        }
    }

    fn fill(&mut self, fill: Option<&Fill>) {
        match fill {
            Some(Fill::Own(ink)) => {
                let _ = write!(self.text, " fill=\"{}\"", ink.under(self.time));
            }
            Some(Fill::Cloth) => {}
            Some(Fill::Shade) => self.text.push_str(" fill=\"currentColor\""),
            None => self.text.push_str(" fill=\"none\""),
        }
    }

    /// Sees to it that the page has a shared piece; whether it may be referred to.
    fn share(&mut self, name: &str, children: &[Node]) -> bool {
        let Some(shared) = self.shared.as_deref_mut() else {
            return false;
        };
        if shared.wanted.get(name).is_none_or(|often| *often < 2) {
            return false;
        }
        if shared.there.insert(name.to_owned()) {
            let mut own = Printer::new(self.time);
            own.shared = Some(shared);
            Node::print_all(children, &mut own);
            let text = own.text;
            let _ = write!(shared.fresh, "<g id=\"{name}\">{text}</g>");
        }
        true
    }
}

/// A name made of the content (FNV-1a, in base 36): no other id on a page begins like it.
fn name_of(text: &str) -> String {
    let mut hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut name = String::from("_.");
    for _ in 0..7 {
        name.extend(char::from_digit(u32::try_from(hash % 36).unwrap_or(0), 36));
        hash /= 36;
    }
    name
}

impl Dress {
    fn print(&self, time: Time) -> String {
        let mut out = String::new();
        if let Some((text, _)) = &self.transform {
            let _ = write!(out, " transform=\"{text}\"");
        }
        if let Some(opacity) = self.opacity {
            let _ = write!(out, " opacity=\"{opacity}\"");
        }
        if let Some(clip) = &self.clip {
            let _ = write!(out, " clip-path=\"url(#{clip}{})\"", suffix(time));
        }
        out
    }
}
