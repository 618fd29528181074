//! The camera: which part of a place fills the panel, and how large figures stand in it.

use kurbo::{Affine, Vec2};
use vac_xin_so::model::Shape;

use crate::art::Part;
use crate::staging::{Focus, Shot};

/// How large a figure stands in a place as drawn: panel units a part unit at the floor line.
/// (A child of 1190 units is then some 420 tall in a place of 1200: the artists' rule.)
const FIGURE_IN_PLACE: f64 = 0.35;

/// A place seen through a camera.
#[derive(Debug)]
pub(super) struct Camera {
    /// From the place's space to panel space.
    pub(super) place: Affine,
    /// How large figures are: panel units a part unit.
    pub(super) figure: f64,
    /// Where the tallest head ends, in panel units; feet follow from it. `None`: feet stand on `floor`.
    pub(super) crown: Option<f64>,
    /// Where feet stand, if they are seen.
    pub(super) floor: f64,
    /// How much the place steps back: 0 to 1.
    pub(super) veil: f64,
}

impl Camera {
    pub(super) fn new(place: &Part, shot: Shot, focus: Focus, shape: Shape) -> Self {
        let height = f64::from(shape.height());
        let view = place.view;
        // Height of the place that is seen, in its own units; closer shots see less of it.
        let seen = match shot {
            Shot::Wide => view.height(),
            Shot::Full => view.height() * 0.86,
            Shot::Medium | Shot::OverShoulder => view.height() * 0.68,
            Shot::Close | Shot::InHand => view.height() * 0.54,
        };
        let scale = (height / seen).max(1000.0 / view.width());
        let across = 1000.0 / scale;
        let centre = view.x0
            + view.width()
                * match focus {
                    Focus::Left => 0.3,
                    Focus::Centre => 0.5,
                    Focus::Right => 0.7,
                };
        let left = (centre - across / 2.0).clamp(view.x0, view.x1 - across);
        let down = height / scale;
        let horizon = place.pivot("horizon").map_or(view.center().y, |p| p.y);
        // Eye level a little above the middle: heads and horizon meet, as seen by a child.
        let top = match shot {
            Shot::Wide | Shot::Full => view.y1 - down,
            Shot::Medium | Shot::Close | Shot::OverShoulder | Shot::InHand => horizon - down * 0.46,
        };
        let top = top.clamp(view.y0, (view.y1 - down).max(view.y0));
        let floor_in_place = place.pivot("floor").map_or(view.y1 - 100.0, |p| p.y);
        let (figure, crown) = match shot {
            Shot::Wide => (FIGURE_IN_PLACE * scale, None),
            Shot::Full => (full(shape), None),
            Shot::Medium => near(shape, NEAR[0]),
            Shot::OverShoulder => near(shape, NEAR[1]),
            Shot::Close | Shot::InHand => near(shape, NEAR[2]),
        };
        let floor = match shot {
            Shot::Wide => (floor_in_place - top) * scale,
            Shot::Full | Shot::Medium | Shot::Close | Shot::OverShoulder | Shot::InHand => {
                height - 55.0
            }
        };
        let veil = match shot {
            Shot::Wide => 0.0,
            Shot::Full => 0.06,
            Shot::Medium | Shot::OverShoulder => 0.16,
            Shot::Close => 0.26,
            Shot::InHand => 0.42,
        };
        Self {
            place: Affine::scale(scale) * Affine::translate(-Vec2::new(left, top)),
            figure,
            crown,
            floor,
            veil,
        }
    }
}

/// How large figures are in a full shot: panel units a part unit.
const fn full(shape: Shape) -> f64 {
    match shape {
        Shape::Square => 0.54,
        Shape::Wide => 0.42,
        Shape::Tall => 0.7,
        Shape::Strip => 0.28,
    }
}

/// Near shots in a square: how large figures are, and where the tallest head ends.
const NEAR: [(f64, f64); 3] = [(0.82, 330.0), (0.72, 330.0), (1.34, 345.0)];

/// The same in another shape: less high, so smaller and nearer to the top; higher, so a little larger.
const fn near(shape: Shape, (figure, crown): (f64, f64)) -> (f64, Option<f64>) {
    match shape {
        Shape::Square => (figure, Some(crown)),
        Shape::Wide => (figure * 0.77, Some(crown * 0.65)),
        Shape::Tall => (figure * 1.2, Some(crown * 1.3)),
        Shape::Strip => (figure * 0.62, Some(crown * 0.36)),
    }
}
