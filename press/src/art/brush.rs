//! The brush of drawings that the press makes itself: the same shapes as a part file's, from points.

use std::collections::BTreeMap;

use kurbo::{Affine, BezPath, Point, Shape as _};

use super::colour::Rgb;
use super::part::Part;
use super::pen;
use super::read::INK;
use super::shape::{Dress, Ink, Lit, Node};

/// Colours by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Whose they are: names what is shared in these colours.
    pub name: String,
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
        let swap = |colour: Rgb| {
            part.palette
                .iter()
                .find(|(name, own)| **own == colour && self.colours.contains_key(*name))
                .map_or(colour, |(name, _)| self.of(name))
        };
        Some(Node::Group {
            id: None,
            classes: Vec::new(),
            shared: Some(format!("{}_{layer}", self.name)),
            dress: Dress {
                transform: Some((text, put)),
                ..Dress::default()
            },
            children: vec![node.recoloured(&swap)],
        })
    }
}

/// Shapes, from back to front.
#[derive(Debug)]
pub(crate) struct Brush<'a> {
    palette: &'a Palette,
    pub(crate) nodes: Vec<Node>,
}

impl<'a> Brush<'a> {
    pub(crate) fn new(palette: &'a Palette) -> Self {
        Self {
            palette,
            nodes: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, node: Option<Node>) {
        self.nodes.extend(node);
    }

    /// A smooth closed shape.
    pub(crate) fn fill(&mut self, ring: &[Point], class: &str, opacity: f64) {
        let path = pen::smooth(ring, true);
        self.shape(&path, self.palette.of(class), opacity);
    }

    /// A tapered ink line.
    pub(crate) fn line(&mut self, points: &[Point], width: f64, taper: (f64, f64)) {
        let path = pen::ink(&pen::smooth(points, false), width, taper);
        self.shape(
            &path,
            self.palette.colours.get("ink").copied().unwrap_or(INK),
            1.0,
        );
    }

    /// The same in a colour.
    pub(crate) fn line_in(&mut self, points: &[Point], class: &str, width: f64, taper: (f64, f64)) {
        let path = pen::ink(&pen::smooth(points, false), width, taper);
        self.shape(&path, self.palette.of(class), 1.0);
    }

    fn shape(&mut self, path: &BezPath, colour: Rgb, opacity: f64) {
        self.nodes.push(Node::Shape {
            geometry: format!("path d=\"{}\"", pen::part_data(path)),
            fill: Some(Ink {
                colour,
                lit: Lit::ByTime,
            }),
            stroke: None,
            dress: Dress {
                opacity: (opacity < 1.0).then_some(opacity),
                ..Dress::default()
            },
            bounds: path.bounding_box(),
        });
    }
}
