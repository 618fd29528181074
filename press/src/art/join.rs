//! Printing fewer elements: shapes of one colour that do not touch are printed as one path.
//!
//! A browser pays for every element when a panel is turned to. A shape may join an earlier one of its colour
//! if nothing that was drawn in between lies under it, and if the two do not overlap (where two outlines
//! cross, a hole could be left), or are both ink, which all turns the same way.

use kurbo::Rect;

use super::shape::{Fill, Node};
use crate::staging::Time;

/// So many things back a shape looks for its like.
const BACK: usize = 40;

/// What is printed: a piece as it is, or shapes as one path.
#[derive(Debug)]
pub(super) enum Item<'a> {
    /// A piece.
    One(&'a Node),
    /// Shapes of one fill.
    Joined(Joined<'a>),
}

/// Shapes of one fill that are printed as one path.
#[derive(Debug)]
pub(super) struct Joined<'a> {
    /// The first of them, which is printed as it is if it stays alone.
    pub(super) first: &'a Node,
    /// The data of all of them.
    pub(super) data: String,
    /// How they are filled.
    pub(super) fill: Fill,
    ink: bool,
    pub(super) boxes: Vec<Rect>,
}

/// Puts pieces together, from back to front, as they are seen at an hour.
pub(super) fn join(nodes: &[Node], time: Time) -> Vec<Item<'_>> {
    let mut items: Vec<(Item<'_>, Option<Rect>)> = Vec::new();
    for node in nodes.iter().filter(|node| node.shows(time)) {
        let own = node.reach();
        let Some((data, fill, ink)) = joinable(node) else {
            items.push((Item::One(node), own));
            continue;
        };
        let Some(own) = own else { continue };
        let place = place(&items, own, fill, ink);
        if let Some((Item::Joined(joined), around)) = place.and_then(|at| items.get_mut(at)) {
            joined.data.push_str(&data);
            joined.boxes.push(own);
            *around = around.map(|around| around.union(own));
        } else {
            let joined = Joined {
                first: node,
                data,
                fill,
                ink,
                boxes: vec![own],
            };
            items.push((Item::Joined(joined), Some(own)));
        }
    }
    items.into_iter().map(|(item, _)| item).collect()
}

/// Whether two boxes share more than an edge.
fn overlap(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() > 0.0 && both.height() > 0.0
}

/// The earlier shapes that one may join.
fn place(items: &[(Item<'_>, Option<Rect>)], own: Rect, fill: Fill, ink: bool) -> Option<usize> {
    for (at, (item, around)) in items.iter().enumerate().rev().take(BACK) {
        if let Item::Joined(joined) = item
            && joined.fill == fill
        {
            let apart = || joined.boxes.iter().all(|one| !overlap(*one, own));
            if ink && joined.ink || apart() {
                return Some(at);
            }
        }
        // What lies in between must not be covered.
        if around.is_none_or(|around| overlap(around, own)) {
            return None;
        }
    }
    None
}

/// A shape's path data, fill, and whether it is ink, if it has nothing but its fill.
fn joinable(node: &Node) -> Option<(String, Fill, bool)> {
    let Node::Shape {
        geometry,
        fill: Some(fill),
        stroke: None,
        dress,
        joins,
        ..
    } = node
    else {
        return None;
    };
    if dress.transform.is_some() || dress.opacity.is_some() || dress.clip.is_some() {
        return None;
    }
    Some((data(geometry)?, *fill, *joins))
}

/// The path data of an element's geometry: a path's own, a circle's, an ellipse's or a plain rectangle's.
fn data(geometry: &str) -> Option<String> {
    let (name, attributes) = geometry.split_once(' ')?;
    let mut values = attributes.split('"');
    let mut found: Vec<(&str, &str)> = Vec::new();
    while let (Some(name), Some(value)) = (values.next(), values.next()) {
        found.push((name.trim().trim_end_matches('='), value));
    }
    let number = |name: &str| -> Option<f64> {
        let (_, value) = found.iter().find(|(known, _)| *known == name)?;
        value.parse().ok()
    };
    let round = |x: f64| (x * 100.0).round() / 100.0;
    let oval = |rx: f64, ry: f64| {
        let (x, y) = (round(number("cx")? - rx), number("cy")?);
        let wide = round(2.0 * rx);
        Some(format!(
            "M{x} {y}a{rx} {ry} 0 1 0 {wide} 0a{rx} {ry} 0 1 0-{wide} 0z"
        ))
    };
    match (name, found.len()) {
        // A path that begins where the one before ended would go astray.
        ("path", 1) => {
            let (name, value) = found.first()?;
            (*name == "d" && value.starts_with('M')).then(|| (*value).to_owned())
        }
        ("circle", 3) => oval(number("r")?, number("r")?),
        ("ellipse", 4) => oval(number("rx")?, number("ry")?),
        ("rect", 4) => {
            let (x, y, w, h) = (
                number("x")?,
                number("y")?,
                number("width")?,
                number("height")?,
            );
            Some(format!("M{x} {y}h{w}v{h}h-{w}z"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::art::colour::Rgb;
    use crate::art::shape::{Dress, Ink, Lit, Stroke};

    fn ink(colour: u8) -> Ink {
        Ink {
            colour: Rgb([colour, 0, 0]),
            lit: Lit::ByTime,
        }
    }

    fn circle(x: f64, colour: u8) -> Node {
        Node::Shape {
            geometry: format!("circle cx=\"{x}\" cy=\"5\" r=\"4\""),
            fill: Some(Fill::Own(ink(colour))),
            stroke: None,
            dress: Dress::default(),
            bounds: Rect::new(x - 4.0, 1.0, x + 4.0, 9.0),
            joins: false,
        }
    }

    fn count(nodes: &[Node]) -> usize {
        join(nodes, Time::Day).len()
    }

    #[test]
    fn shapes_of_one_colour_that_lie_apart_are_one_path() {
        let nodes = [circle(0.0, 1), circle(10.0, 1), circle(20.0, 1)];
        let items = join(&nodes, Time::Day);
        let [Item::Joined(all)] = &items[..] else {
            unreachable!("{items:?}")
        };
        assert_eq!(all.data.matches('M').count(), 3);
        assert!(all.data.starts_with("M-4 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"));
    }

    #[test]
    fn a_shape_does_not_slip_under_what_it_lies_on() {
        // The third lies on the second, so it cannot go back to the first.
        assert_eq!(
            count(&[circle(0.0, 1), circle(20.0, 2), circle(22.0, 1)]),
            3
        );
        // Beside it, it can.
        assert_eq!(
            count(&[circle(0.0, 1), circle(20.0, 2), circle(40.0, 1)]),
            2
        );
    }

    #[test]
    fn shapes_that_overlap_stay_apart_lest_a_hole_is_left() {
        assert_eq!(count(&[circle(0.0, 1), circle(3.0, 1)]), 2);
    }

    #[test]
    fn what_has_a_stroke_or_a_light_of_its_own_is_left_alone() {
        let mut stroked = circle(10.0, 1);
        if let Node::Shape { stroke, .. } = &mut stroked {
            *stroke = Some(Stroke {
                ink: ink(3),
                width: 2.0,
                round: true,
            });
        }
        assert_eq!(count(&[circle(0.0, 1), stroked, circle(30.0, 1)]), 2);
    }

    #[test]
    fn every_plain_element_has_its_data_and_no_other() {
        assert_eq!(
            data("rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"").as_deref(),
            Some("M1 2h3v4h-3z")
        );
        assert_eq!(
            data("ellipse cx=\"5\" cy=\"5\" rx=\"2\" ry=\"1\"").as_deref(),
            Some("M3 5a2 1 0 1 0 4 0a2 1 0 1 0-4 0z")
        );
        assert_eq!(data("path d=\"M0 0h4z\"").as_deref(), Some("M0 0h4z"));
        for odd in [
            "path d=\"m0 0h4z\"",
            "path d=\"M0 0z\" fill-rule=\"evenodd\"",
            "rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"1\"",
            "line x1=\"0\"",
        ] {
            assert_eq!(data(odd), None, "{odd}");
        }
    }
}
