//! Tails: from the body towards the mouth, curved, tapered, stopping short of it.

use kurbo::{Point, Rect, Vec2};

/// Where a tail points.
#[derive(Clone, Copy, Debug)]
pub struct Aim {
    /// The mouth.
    pub mouth: Point,
    /// The tip of the tail, short of the mouth.
    pub tip: Point,
    /// How far it swings out on its way, downwards if positive: parts of its length.
    pub bend: f64,
}

/// The tail bends a little towards the vertical, as a brush would.
pub(super) const BEND: f64 = 0.1;

/// Tails that bend more than this go around something.
const AROUND: f64 = 0.2;

impl Aim {
    /// How far it has swung out at a part of its way.
    fn swing(self, way: Vec2, t: f64) -> Vec2 {
        let down = if way.x >= 0.0 { 1.0 } else { -1.0 };
        Vec2::new(-way.y, way.x) * (self.bend * down * (1.0 - (2.0 * t - 1.0).powi(2)))
    }

    /// A point of its way from the middle of a body, from 0 to 1.
    pub(super) fn along(self, from: Point, t: f64) -> Point {
        let way = self.tip - from;
        from + way * t + self.swing(way, t)
    }

    /// The direction in which it leaves the body, against that to its tip, in radians.
    fn lean(self, way: Vec2) -> f64 {
        if self.bend.abs() < AROUND {
            return 0.0;
        }
        let first = self.swing(way, 0.25) + way * 0.25;
        way.cross(first).atan2(way.dot(first)) * 0.8
    }
}

/// A tail longer than this leads the eye astray; the rest of the way is left to the reader.
pub(super) const LONGEST: f64 = 210.0;

/// The tail of a voice out of a device goes all the way: else it would seem to be said by who holds it.
pub(super) const TO_DEVICE: f64 = 620.0;

/// The shortest tail that is still seen.
pub(super) const SHORTEST: f64 = 46.0;

/// Aims a tail from a body's middle at a mouth in a face.
#[must_use]
pub(super) fn aim(
    at: Point,
    half: (f64, f64),
    mouth: Point,
    face: Option<Rect>,
    longest: f64,
) -> Aim {
    let way = mouth - at;
    let length = way.hypot().max(1.0);
    let edge = leave(way, half);
    // Into the face's box a little, but never over eyes or mouth: stop where a quarter is left.
    let stop = face.map_or(length - 60.0, |face| {
        let enter = enter(at, way, face).unwrap_or(length);
        (enter + (length - enter) * 0.22).min(length - face.height() * 0.16)
    });
    let reach = stop.clamp(edge + SHORTEST, edge + longest);
    Aim {
        mouth,
        tip: at + way / length * reach,
        bend: BEND,
    }
}

/// How far along `way` a ray from the middle leaves the body.
fn leave(way: Vec2, (rx, ry): (f64, f64)) -> f64 {
    let unit = way / way.hypot().max(1e-6);
    let n = 2.7;
    1.0 / ((unit.x.abs() / rx).powf(n) + (unit.y.abs() / ry).powf(n)).powf(1.0 / n)
}

/// How far along `way` a ray from `at` enters a box.
fn enter(at: Point, way: Vec2, into: Rect) -> Option<f64> {
    let length = way.hypot().max(1e-6);
    let unit = way / length;
    let axis = |from: f64, dir: f64, lo: f64, hi: f64| {
        if dir.abs() < 1e-9 {
            return (lo <= from && from <= hi).then_some((f64::NEG_INFINITY, f64::INFINITY));
        }
        let (a, b) = ((lo - from) / dir, (hi - from) / dir);
        Some((a.min(b), a.max(b)))
    };
    let (x0, x1) = axis(at.x, unit.x, into.x0, into.x1)?;
    let (y0, y1) = axis(at.y, unit.y, into.y0, into.y1)?;
    let (near, far) = (x0.max(y0), x1.min(y1));
    (near <= far && near > 0.0 && near < length).then_some(near)
}

/// The body's outline with the tail grown out of it: one closed line of points. Points that must stay
/// corners (the tip, the two roots) are repeated. `lean`: the root is turned so far around the body.
#[must_use]
fn grow(outline: &[Point], at: Point, aim: Aim, lean: f64) -> Vec<Point> {
    let way = aim.tip - at;
    let angle = way.atan2() + lean + aim.lean(way);
    let n = outline.len();
    // The outline point that lies most in the tail's direction.
    let facing = (0..n)
        .min_by(|&a, &b| off(outline[a], angle).total_cmp(&off(outline[b], angle)))
        .unwrap_or(0);
    let reach = (aim.tip - (at + outline[facing].to_vec2())).hypot();
    // Root width: about 30 units, wider for long tails.
    let root = (26.0 + reach * 0.06).min(40.0);
    let mut before = facing;
    let mut after = facing;
    while outline[before].distance(outline[after]) < root && (after + n - before) % n < n / 3 {
        before = (before + n - 1) % n;
        after = (after + 1) % n;
    }
    let (a, b) = (
        at + outline[before].to_vec2(),
        at + outline[after].to_vec2(),
    );
    let out = way / way.hypot().max(1e-6) * reach;
    let towards = |from: Point, t: f64| from + (aim.tip - from) * t + aim.swing(out, t);
    let on_the_way: &[f64] = if aim.bend.abs() < AROUND {
        &[0.5]
    } else {
        &[0.3, 0.6, 0.85]
    };
    let mut line = vec![b, b];
    let mut i = (after + 1) % n;
    while i != before {
        line.push(at + outline[i].to_vec2());
        i = (i + 1) % n;
    }
    line.extend([a, a]);
    line.extend(on_the_way.iter().map(|t| towards(a, *t)));
    line.extend([aim.tip, aim.tip]);
    line.extend(on_the_way.iter().rev().map(|t| towards(b, *t)));
    line
}

/// The body's outline with its tail, or with two that stand apart.
#[must_use]
pub(super) fn grow_all(outline: &[Point], at: Point, aim: Aim, second: Option<Aim>) -> Vec<Point> {
    /// How far the roots of two tails are turned away from one another, in radians.
    const APART: f64 = 0.5;
    let Some(second) = second else {
        return grow(outline, at, aim, 0.0);
    };
    // Seen from the middle, the one whose mouth is more to the left goes round clockwise below.
    let turn = if (aim.tip - at).cross(second.tip - at) > 0.0 {
        -APART
    } else {
        APART
    };
    let line = grow(outline, at, aim, turn);
    let around: Vec<Point> = line.iter().map(|p| *p - at.to_vec2()).collect();
    grow(&around, at, second, -turn)
}

fn off(point: Point, angle: f64) -> f64 {
    let d = (point.to_vec2().atan2() - angle).rem_euclid(std::f64::consts::TAU);
    d.min(std::f64::consts::TAU - d)
}
