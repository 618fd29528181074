//! The brush of drawings that the press makes itself: the same shapes as a part file's, from points.

use std::collections::BTreeMap;

use kurbo::{Affine, BezPath, Point, Shape as _};

use super::colour::Rgb;
use super::part::Part;
use super::pen;
use super::read::INK;
use super::shape::{Cloth, Dress, Fill, Ink, Lit, Node};

/// Colours by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// The colours.
    pub colours: BTreeMap<String, Rgb>,
}

impl Palette {
    fn of(&self, class: &str) -> Rgb {
        self.colours.get(class).copied().unwrap_or(INK)
    }

    /// A layer of a shared part in these colours, put somewhere.
    pub(crate) fn dressed(&self, layer: &str, part: &Part, put: Affine) -> Option<Node> {
        let node = part.layer(layer)?;
        let [a, b, c, d, e, f] = put.as_coeffs();
        let short = |v: f64, k: f64| (v * k).round() / k + 0.0;
        let text = format!(
            "matrix({} {} {} {} {} {})",
            short(a, 1000.0),
            short(b, 1000.0),
            short(c, 1000.0),
            short(d, 1000.0),
            short(e, 10.0),
            short(f, 10.0)
        );
        // A drawing takes the colours of the first of these that is in it: bare hands, sleeves, soles.
        let cloth = [("skin", "skin-shade"), ("top", "top-shade")]
            .into_iter()
            .find(|(class, _)| {
                let own = part.palette.get(*class);
                own.is_some_and(|own| node.has(*own)) && self.colours.contains_key(*class)
            });
        let swap = |colour: Rgb| {
            let class = part.palette.iter().find(|(_, own)| **own == colour);
            let Some((class, _)) = class.filter(|(name, _)| self.colours.contains_key(*name))
            else {
                return Fill::Own(lit(colour));
            };
            self.fill(class, cloth)
        };
        let cloth = cloth.map(|pair| self.cloth(pair));
        Some(Node::piece(
            Some((text, put)),
            cloth,
            vec![node.recoloured(&swap)],
        ))
    }

    /// What a class is filled with in a piece of a cloth.
    fn fill(&self, class: &str, cloth: Option<Pair>) -> Fill {
        match cloth {
            Some((colour, _)) if class == colour => Fill::Cloth,
            Some((_, shade)) if class == shade => Fill::Shade,
            _ => Fill::Own(lit(self.of(class))),
        }
    }

    fn cloth(&self, (colour, shade): Pair) -> Cloth {
        Cloth {
            colour: lit(self.of(colour)),
            shade: lit(self.of(shade)),
        }
    }
}

/// A colour's class and that of its shade.
pub(crate) type Pair = (&'static str, &'static str);

const fn lit(colour: Rgb) -> Ink {
    Ink {
        colour,
        lit: Lit::ByTime,
    }
}

/// Shapes, from back to front.
#[derive(Debug)]
pub(crate) struct Brush<'a> {
    palette: &'a Palette,
    cloth: Option<Pair>,
    pub(crate) nodes: Vec<Node>,
}

impl<'a> Brush<'a> {
    pub(crate) fn new(palette: &'a Palette) -> Self {
        Self {
            palette,
            cloth: None,
            nodes: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, node: Option<Node>) {
        self.nodes.extend(node);
    }

    /// A piece in a cloth, drawn around an origin of its own: what is the same there is one drawing, whoever
    /// wears it and wherever it is.
    pub(crate) fn piece(&mut self, at: Point, cloth: Pair, draw: impl FnOnce(&mut Self)) {
        let mut own = Self::new(self.palette);
        own.cloth = Some(cloth);
        draw(&mut own);
        let at = at.round();
        let put = (at != Point::ZERO).then(|| moved_by(at));
        self.nodes
            .push(Node::piece(put, Some(self.palette.cloth(cloth)), own.nodes));
    }

    /// All that was drawn, moved by whole units; nothing if nothing was.
    pub(crate) fn moved(self, by: Point) -> Vec<Node> {
        if self.nodes.is_empty() {
            return Vec::new();
        }
        vec![Node::Group {
            id: None,
            classes: Vec::new(),
            shared: None,
            cloth: None,
            dress: Dress {
                transform: Some(moved_by(by)),
                ..Dress::default()
            },
            children: self.nodes,
        }]
    }

    /// A smooth closed shape.
    pub(crate) fn fill(&mut self, ring: &[Point], class: &str, opacity: f64) {
        let path = pen::smooth(ring, true);
        self.shape(&path, self.palette.fill(class, self.cloth), opacity, false);
    }

    /// A tapered ink line.
    pub(crate) fn line(&mut self, points: &[Point], width: f64, taper: (f64, f64)) {
        let path = pen::ink(&pen::smooth(points, false), width, taper);
        self.shape(&path, Fill::Own(lit(self.palette.of("ink"))), 1.0, true);
    }

    /// The same in a colour.
    pub(crate) fn line_in(&mut self, points: &[Point], class: &str, width: f64, taper: (f64, f64)) {
        let path = pen::ink(&pen::smooth(points, false), width, taper);
        self.shape(&path, self.palette.fill(class, self.cloth), 1.0, true);
    }

    fn shape(&mut self, path: &BezPath, fill: Fill, opacity: f64, joins: bool) {
        self.nodes.push(Node::Shape {
            geometry: format!("path d=\"{}\"", pen::part_data(path)),
            fill: Some(fill),
            stroke: None,
            dress: Dress {
                opacity: (opacity < 1.0).then_some(opacity),
                ..Dress::default()
            },
            bounds: path.bounding_box(),
            joins,
        });
    }
}

fn moved_by(by: Point) -> (String, Affine) {
    let text = format!("translate({:.0} {:.0})", by.x + 0.0, by.y + 0.0);
    (text, Affine::translate(by.to_vec2()))
}
