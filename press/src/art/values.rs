//! The values of attributes: lists of numbers, and transforms.

use kurbo::{Affine, Point};

/// The numbers of a list, up to the first thing that is none.
pub(super) fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map_while(|word| word.parse().ok())
        .filter(|n: &f64| n.is_finite())
        .collect()
}

/// Reads `translate(…) scale(…) rotate(…) matrix(…)`, in any order.
pub(super) fn transform(text: &str) -> Option<Affine> {
    let mut all = Affine::IDENTITY;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('(')?;
        let (inner, after) = after.split_once(')')?;
        let n = numbers(inner);
        let step = match (name.trim().trim_start_matches(',').trim(), &n[..]) {
            ("translate", [x]) => Affine::translate((*x, 0.0)),
            ("translate", [x, y]) => Affine::translate((*x, *y)),
            ("scale", [s]) => Affine::scale(*s),
            ("scale", [x, y]) => Affine::scale_non_uniform(*x, *y),
            ("rotate", [a]) => Affine::rotate(a.to_radians()),
            ("rotate", [a, x, y]) => Affine::rotate_about(a.to_radians(), Point::new(*x, *y)),
            ("matrix", [a, b, c, d, e, f]) => Affine::new([*a, *b, *c, *d, *e, *f]),
            _ => return None,
        };
        all *= step;
        rest = after.trim();
    }
    Some(all)
}
