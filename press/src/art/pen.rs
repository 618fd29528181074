//! The pen: smooth curves through points, and ink lines that swell and thin.
//!
//! Part space: the part file's own units, x right, y down.

use std::fmt::Write as _;

use kurbo::{BezPath, ParamCurve as _, PathEl, Point, Vec2};

/// Samples taken on each stretch of a centre line: enough below 1,000 px.
const STEPS: usize = 4;

/// A point this near the straight way, in part units, is not missed.
const STRAIGHT: f64 = 1.7;

/// A smooth curve through the points (Catmull-Rom). A repeated point makes a corner.
#[must_use]
pub(crate) fn smooth(points: &[Point], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    let n = points.len();
    let Some(&start) = points.first() else {
        return path;
    };
    path.move_to(start);
    let at = |i: isize| -> Point {
        let n = n.cast_signed();
        let i = if closed {
            i.rem_euclid(n)
        } else {
            i.clamp(0, n - 1)
        };
        points[i.cast_unsigned()]
    };
    let stretches = if closed { n } else { n - 1 };
    for i in 0..stretches.cast_signed() {
        let (before, from, to, after) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        if from == to {
            continue;
        }
        path.curve_to(from + (to - before) / 6.0, to - (after - from) / 6.0, to);
    }
    if closed {
        path.close_path();
    }
    path
}

/// A closed shape with straight edges.
#[must_use]
pub(super) fn straight(points: &[Point], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    for (i, &point) in points.iter().enumerate() {
        if i == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    if closed {
        path.close_path();
    }
    path
}

/// Points along a path, close enough together to carry a tapered outline.
fn samples(path: &BezPath) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    let mut push = |p: Point| {
        if out.last().is_none_or(|last| last.distance(p) > 0.05) {
            out.push(p);
        }
    };
    for segment in path.segments() {
        for i in 0..=STEPS {
            #[expect(clippy::cast_precision_loss, reason = "0 to 4")]
            push(segment.eval(i as f64 / STEPS as f64));
        }
    }
    out
}

/// A tapered outline around a centre line: its width runs from `taper.0 * width` over `width` in the
/// middle to `taper.1 * width` at the end.
#[must_use]
pub(super) fn ink(centre: &BezPath, width: f64, taper: (f64, f64)) -> BezPath {
    let line = samples(centre);
    let n = line.len();
    if n < 2 {
        return BezPath::new();
    }
    let mut left = Vec::with_capacity(n);
    let mut right = Vec::with_capacity(n);
    for (i, &point) in line.iter().enumerate() {
        let along = line[(i + 1).min(n - 1)] - line[i.saturating_sub(1)];
        let across = Vec2::new(-along.y, along.x) / along.hypot().max(1e-6);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred samples at most")]
        let t = i as f64 / (n - 1) as f64;
        let swell = (std::f64::consts::PI * t).sin().max(0.0).powf(0.55);
        let ends = taper.0 * (1.0 - t) + taper.1 * t;
        let half = width / 2.0 * (ends + (1.0 - ends) * swell);
        // Every other sample is enough for the two edges, which are smoothed again.
        if i % 2 == 0 || i == n - 1 {
            left.push(point + across * half);
            right.push(point - across * half);
        }
    }
    right.reverse();
    let mut outline = smooth(&thinned(&left), false);
    let back = smooth(&thinned(&right), false);
    for (i, el) in back.elements().iter().enumerate() {
        match (i, el) {
            (0, PathEl::MoveTo(p)) => outline.line_to(*p),
            (_, el) => outline.push(*el),
        }
    }
    outline.close_path();
    outline
}

/// The points that a smooth curve needs: those that lie on the way between their neighbours are left out.
fn thinned(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for (i, &point) in points.iter().enumerate() {
        if let (Some(&before), Some(&after)) = (out.last(), points.get(i + 1)) {
            let way = after - before;
            let off = (point - before).cross(way).abs() / way.hypot().max(1e-6);
            if off < STRAIGHT && way.hypot() < 90.0 {
                continue;
            }
        }
        out.push(point);
    }
    out
}

/// Path data of parts: whole units. A head is 312 units tall, so half a unit is a hair's breadth, and a
/// page of drawings is a third lighter.
#[must_use]
pub(super) fn part_data(path: &BezPath) -> String {
    data(path, 10)
}

/// The shortest path data that keeps one decimal: relative, without needless signs and zeros.
#[must_use]
pub fn path_data(path: &BezPath) -> String {
    data(path, 1)
}

/// Path data in steps of so many tenths.
fn data(path: &BezPath, step: i64) -> String {
    let mut out = String::new();
    // Where the printed pen stands, in tenths: rounding errors do not add up.
    let (mut x, mut y) = (0i64, 0i64);
    let mut start = (0, 0);
    let mut last = ' ';
    // The second handle of the curve before: its mirror image is what `s` leaves out.
    let mut handle: Option<(i64, i64)> = None;
    let tenths = |p: Point| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "part files are small"
        )]
        let step_of = |v: f64| ((v * 10.0 / step as f64).round()) as i64 * step;
        (step_of(p.x), step_of(p.y))
    };
    for el in path.elements() {
        let (letter, points): (char, &[Point]) = match el {
            PathEl::MoveTo(p) => ('M', &[*p]),
            PathEl::LineTo(p) => ('l', &[*p]),
            PathEl::QuadTo(a, p) => ('q', &[*a, *p]),
            PathEl::CurveTo(a, b, p) => ('c', &[*a, *b, *p]),
            PathEl::ClosePath => ('z', &[]),
        };
        if letter == 'z' {
            out.push('z');
            (x, y) = start;
            last = 'z';
            continue;
        }
        let from = if letter == 'M' { (0, 0) } else { (x, y) };
        let mirrored = matches!((points, handle), ([a, _, _], Some((hx, hy))) if {
            let (ax, ay) = tenths(*a);
            (2 * x - hx - ax).abs() <= step && (2 * y - hy - ay).abs() <= step
        });
        handle = match points {
            [_, b, _] => Some(tenths(*b)),
            _ => None,
        };
        let (letter, points) = if mirrored {
            ('s', &points[1..])
        } else {
            (letter, points)
        };
        if letter != last || letter == 'M' {
            out.push(letter);
        }
        for (i, &p) in points.iter().enumerate() {
            let (px, py) = tenths(p);
            let fresh = out.ends_with(letter) && i == 0;
            number(&mut out, px - from.0, fresh);
            number(&mut out, py - from.1, false);
            (x, y) = (px, py);
        }
        if letter == 'M' {
            start = (x, y);
        }
        last = letter;
    }
    out
}

/// Writes a number given in tenths; `fresh` when a letter stands before it.
fn number(out: &mut String, tenths: i64, fresh: bool) {
    if !fresh && tenths >= 0 {
        out.push(' ');
    }
    if tenths < 0 {
        out.push('-');
    }
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    // Writing to a String cannot fail.
    let _ = match (whole, rest) {
        (_, 0) => write!(out, "{whole}"),
        (0, _) => write!(out, ".{rest}"),
        _ => write!(out, "{whole}.{rest}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape as _;

    fn points(list: &[(f64, f64)]) -> Vec<Point> {
        list.iter().map(|&p| p.into()).collect()
    }

    #[test]
    fn a_line_swells_in_the_middle_and_is_thin_at_its_ends() {
        let line = ink(
            &straight(&points(&[(0.0, 0.0), (100.0, 0.0)]), false),
            10.0,
            (0.2, 0.2),
        );
        let bounds = line.bounding_box();
        assert!((bounds.height() - 10.0).abs() < 0.6, "{bounds:?}");
        let area = line.area().abs();
        assert!(area > 400.0 && area < 950.0, "a lens, not a bar: {area}");
    }

    #[test]
    fn a_smooth_shape_passes_through_its_points() {
        let list = points(&[(0.0, 0.0), (50.0, -20.0), (100.0, 0.0), (50.0, 30.0)]);
        let path = smooth(&list, true);
        let ends: Vec<Point> = path
            .segments()
            .map(|s| kurbo::ParamCurve::eval(&s, 0.0))
            .collect();
        assert_eq!(ends, list);
    }

    #[test]
    fn a_repeated_point_is_a_corner() {
        let path = smooth(
            &points(&[(0.0, 0.0), (100.0, 0.0), (100.0, 0.0), (100.0, 100.0)]),
            false,
        );
        let Some(PathEl::CurveTo(_, into, corner)) = path.elements().get(1).copied() else {
            panic!("a curve into the corner");
        };
        assert!(
            (into.y - corner.y).abs() < 1e-9,
            "it arrives along its own edge: {into:?}"
        );
    }

    #[test]
    fn path_data_is_relative_short_and_true() {
        let path = straight(&points(&[(10.0, 10.0), (10.5, 10.0), (0.0, 9.75)]), true);
        assert_eq!(path_data(&path), "M10 10l.5 0-10.5-.2z");
    }

    #[test]
    fn printed_paths_read_back_as_what_was_drawn() {
        let path = smooth(
            &points(&[(3.0, 4.0), (50.0, -20.0), (101.0, 7.0), (50.0, 30.0)]),
            true,
        );
        let back = BezPath::from_svg(&path_data(&path)).expect("valid path data");
        let (a, b) = (path.bounding_box(), back.bounding_box());
        assert!((a.x0 - b.x0).abs() < 0.2 && (a.y1 - b.y1).abs() < 0.2);
    }
}
