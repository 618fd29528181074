//! Limbs and tubes of cloth as colour, shade and ink.

use kurbo::{Point, Vec2};

use super::limb::{Limb, Tube, across, unit};
use crate::art::brush::{Brush, Pair};

/// The contour of a figure, in part units.
pub(super) const OUTER: f64 = 6.6;
/// Folds and creases.
pub(super) const INNER: f64 = 3.6;
/// How thin the ends of a contour are.
pub(super) const ENDS: (f64, f64) = (0.35, 0.35);

pub(super) const SKIN: Pair = ("skin", "skin-shade");
pub(super) const TOP: Pair = ("top", "top-shade");
/// Collars and cuffs.
pub(super) const TRIM: Pair = ("trim", "trim");
pub(super) const BOTTOM: Pair = ("bottom", "bottom-shade");

/// A limb with its colour, its shade and its two edges.
pub(super) fn limb(brush: &mut Brush<'_>, limb: &Limb, (colour, shade): Pair) {
    brush.fill(&limb.outline(), colour, 1.0);
    brush.fill(&limb.shade(), shade, 0.8);
    for edge in [&limb.left, &limb.right] {
        // A crease is where one line ends under the next: two strokes, as a hand would.
        let crease = edge.windows(2).position(|pair| pair[0] == pair[1]);
        let (upper, lower) = edge.split_at(crease.map_or(edge.len(), |at| at + 1));
        brush.line(upper, OUTER, ENDS);
        if lower.len() > 1 {
            brush.line(lower, OUTER, ENDS);
        }
    }
}

/// A tube of cloth with its hem.
pub(super) fn tube(brush: &mut Brush<'_>, tube: &Tube, (colour, shade): Pair) {
    let (left, right, lip) = tube.edges();
    let mut ring = left.clone();
    ring.extend(left.last());
    ring.push(lip[1]);
    ring.extend(right.last());
    ring.extend(right.iter().rev());
    ring.extend(right.first());
    brush.fill(&ring, colour, 1.0);
    let d = unit(tube.to - tube.from);
    let dark = if across(d).dot(Vec2::new(1.0, 0.4)) > 0.0 {
        &left
    } else {
        &right
    };
    let core: Vec<Point> = dark
        .iter()
        .map(|p| (tube.from + d * (*p - tube.from).dot(d)).lerp(*p, 0.35))
        .collect();
    let mut strip: Vec<Point> = dark.first().into_iter().chain(dark).copied().collect();
    strip.extend(dark.last());
    strip.extend(core.last());
    strip.extend(core.iter().rev());
    strip.extend(core.first());
    brush.fill(&strip, shade, 0.8);
    brush.line(&left, OUTER, ENDS);
    brush.line(&right, OUTER, ENDS);
    brush.line(&lip, OUTER * 0.85, (0.7, 0.7));
}
