//! A limb: three joints and three widths, made an outline that bends like an arm and not like a hose.

use kurbo::{Point, Vec2};

/// An outline with its two edges, from root to end.
#[derive(Clone, Debug)]
pub(super) struct Limb {
    pub(super) left: Vec<Point>,
    pub(super) right: Vec<Point>,
    joints: [Point; 3],
    widths: [f64; 3],
}

/// Bends sharper than this, in degrees, have a crease.
const CREASE: f64 = 24.0;

/// A limb bent more than this lies folded: its knee is round.
const FOLDED: f64 = 135.0;

impl Limb {
    /// From joint to joint, with half widths at each.
    pub(super) fn new(joints: [Point; 3], widths: [f64; 3]) -> Self {
        let [a, b, c] = joints;
        let [wa, wb, wc] = widths;
        let (d1, d2) = (unit(b - a), unit(c - b));
        let (n1, n2) = (across(d1), across(d2));
        let turn = d1.cross(d2).atan2(d1.dot(d2)).to_degrees();
        let middle = unit(n1 + n2);
        let soft = |from: Point, to: Point, t: f64| from.lerp(to, t);
        let (m1, m2) = (soft(a, b, 0.5), soft(b, c, 0.36));
        // A muscle in the middle of the upper part, another below the elbow.
        let (w1, w2) = ((wa * 0.52 + wb * 0.5), (wb * 0.72 + wc * 0.32));
        let edge = |side: f64| -> Vec<Point> {
            let inner = side * turn < 0.0;
            let (before, after) = (m1 + n1 * w1 * side, m2 + n2 * w2 * side);
            let mut points = vec![a + n1 * wa * side];
            let near = (a.distance(b).min(b.distance(c)) * 0.3).min(wb);
            if turn.abs() < CREASE {
                points.extend([before, b + middle * wb * side, after]);
            } else if inner {
                // Where the two edges meet, but never farther than flesh is pressed.
                let open = (turn.to_radians() / 2.0).cos().max(0.1);
                let crease = b + middle * (wb / open).min(wb * 1.3) * side;
                // A muscle that the crease has swallowed would make a loop.
                points.extend(((crease - before).dot(d1) > 4.0).then_some(before));
                points.extend([crease, crease]);
                points.extend(((after - crease).dot(d2) > 4.0).then_some(after));
            } else {
                points.push(before);
                let sharp = turn.abs() > FOLDED;
                points.push(b - d1 * near * 0.8 + n1 * wb * side);
                points.extend(sharp.then(|| b + (d1 * 0.62 + n1 * side * 0.8) * wb));
                points.push(b + middle * wb * 1.06 * side);
                points.extend(sharp.then(|| b + (n2 * side * 0.8 - d2 * 0.62) * wb));
                points.push(b + d2 * near * 0.8 + n2 * wb * side);
                points.push(after);
            }
            points.push(c + n2 * wc * side);
            points
        };
        Self {
            left: edge(1.0),
            right: edge(-1.0),
            joints,
            widths,
        }
    }

    /// The closed outline.
    pub(super) fn outline(&self) -> Vec<Point> {
        let mut ring = corner_first(&self.left);
        ring.extend(corner_first(&self.right).into_iter().rev());
        ring
    }

    /// A strip of shade along the edge that looks away from the light (upper left).
    pub(super) fn shade(&self) -> Vec<Point> {
        let [a, b, c] = self.joints;
        let side = if across(unit(c - a)).dot(Vec2::new(1.0, 0.55)) > 0.0 {
            &self.left
        } else {
            &self.right
        };
        let mut strip = corner_first(side);
        let core = [c, b, a];
        for (joint, width) in core.iter().zip(self.widths.iter().rev()) {
            let nearest = side
                .iter()
                .min_by(|p, q| p.distance(*joint).total_cmp(&q.distance(*joint)))
                .copied()
                .unwrap_or(*joint);
            strip.push(*joint + unit(nearest - *joint) * *width * 0.28);
        }
        strip
    }

    /// The same with a round root: a sleeve's shoulder. `outer` is a point on the far side of the body.
    pub(super) fn rounded(mut self, body: Point) -> Self {
        let [a, b, _] = self.joints;
        let cap = a - unit(b - a) * self.widths[0] * 0.72;
        let farther = |edge: &[Point]| edge.get(1).map_or(0.0, |p| p.distance(body));
        let (outer, inner) = if farther(&self.left) > farther(&self.right) {
            (&mut self.left, &mut self.right)
        } else {
            (&mut self.right, &mut self.left)
        };
        outer.insert(0, cap);
        inner[0] = inner[0].lerp(inner[1], 0.55);
        self
    }

    /// Where the limb ends, and its direction there.
    pub(super) fn end(&self) -> (Point, Vec2) {
        (self.joints[2], unit(self.joints[2] - self.joints[1]))
    }
}

/// A straight tube with a flared hem: a short sleeve, a leg of shorts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tube {
    pub(super) from: Point,
    pub(super) to: Point,
    /// Half the width where it begins.
    pub(super) root: f64,
    /// Half the width of the hem.
    pub(super) hem: f64,
    /// A point of the body that it grows from: away from it the root is round.
    pub(super) body: Option<Point>,
}

impl Tube {
    /// The two edges from root to hem, and the hem.
    pub(super) fn edges(&self) -> (Vec<Point>, Vec<Point>, Vec<Point>) {
        let Self {
            from,
            to,
            root,
            hem,
            body,
        } = *self;
        let d = unit(to - from);
        let n = across(d);
        let mut left = vec![
            from + n * root,
            from.lerp(to, 0.5) + n * (root + hem) * 0.5,
            to + n * hem,
        ];
        let mut right = vec![
            from - n * root,
            from.lerp(to, 0.5) - n * (root + hem) * 0.5,
            to - n * hem,
        ];
        if let Some(body) = body {
            let cap = from - d * root * 0.72;
            let (outer, inner) = if left[1].distance(body) > right[1].distance(body) {
                (&mut left, &mut right)
            } else {
                (&mut right, &mut left)
            };
            outer.insert(0, cap);
            inner[0] = inner[0].lerp(inner[1], 0.55);
        }
        let lip = vec![to + n * hem, to + d * hem * 0.14, to - n * hem];
        (left, right, lip)
    }
}

/// Both ends doubled: they stay corners when the ring is smoothed.
fn corner_first(edge: &[Point]) -> Vec<Point> {
    let mut out = Vec::with_capacity(edge.len() + 2);
    out.extend(edge.first());
    out.extend(edge);
    out.extend(edge.last());
    out
}

pub(super) fn unit(v: Vec2) -> Vec2 {
    v / v.hypot().max(1e-6)
}

/// To the left of a direction, as seen going along it with y down.
pub(super) fn across(d: Vec2) -> Vec2 {
    Vec2::new(d.y, -d.x)
}

/// A direction from an angle: 0 down, positive forward.
pub(super) fn hang(degrees: f64) -> Vec2 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    Vec2::new(sin, cos)
}
