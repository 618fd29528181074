//! The elements that draw: paths, points, plain shapes, and the ink that follows a centre line.

use kurbo::{BezPath, Point, Rect, Shape as _};
use roxmltree::Node as Xml;

use super::colour::Rgb;
use super::pen;
use super::read::{INK, LocalName as _, Reading, WORDS, number};
use super::shape::{Dress, Fill, Ink, Lit, Node, Stroke};
use super::values::numbers;

impl Reading<'_> {
    pub(super) fn colour(&mut self, el: Xml<'_, '_>, classes: &[&str]) -> Option<Rgb> {
        let named = classes.iter().find(|c| !WORDS.contains(c));
        match named {
            None if classes.contains(&"ink") => self.palette.get("ink").copied(),
            None => None,
            Some(&name) => {
                let colour = self.palette.get(name).copied();
                if colour.is_none() {
                    self.fault(
                        el,
                        format!("the palette has no colour “{name}”"),
                        format!("add .{name}{{fill:#…}} to <style>"),
                    );
                }
                colour
            }
        }
    }

    pub(super) fn stroke(&mut self, el: Xml<'_, '_>, lit: Lit) -> Option<Stroke> {
        let value = el.attribute("stroke")?;
        if value == "none" {
            return None;
        }
        let Some(colour) = value
            .parse()
            .ok()
            .or_else(|| self.palette.get(value).copied())
        else {
            self.fault(
                el,
                format!("“{value}” is no colour for a stroke"),
                "write #rrggbb or the name of a palette colour",
            );
            return None;
        };
        Some(Stroke {
            ink: Ink { colour, lit },
            width: number(el, "stroke-width").unwrap_or(1.0),
            round: el.attribute("stroke-linecap") == Some("round"),
        })
    }

    pub(super) fn filled(
        &mut self,
        el: Xml<'_, '_>,
        classes: &[&str],
        lit: Lit,
        dress: Dress,
        geometry: String,
        bounds: Rect,
    ) -> Node {
        let fill = self
            .colour(el, classes)
            .map(|colour| Fill::Own(Ink { colour, lit }));
        let stroke = self.stroke(el, lit);
        Node::Shape {
            geometry,
            fill,
            stroke,
            dress,
            bounds,
            joins: false,
        }
    }

    pub(super) fn path(&mut self, el: Xml<'_, '_>) -> Option<BezPath> {
        let path = BezPath::from_svg(el.attribute("d").unwrap_or_default());
        if path.is_err() {
            self.fault(el, "this path cannot be read", "check its d attribute");
        }
        path.ok()
    }

    pub(super) fn ink(
        &mut self,
        el: Xml<'_, '_>,
        centre: &BezPath,
        classes: &[&str],
        lit: Lit,
        dress: Dress,
    ) -> Option<Node> {
        let taper = numbers(el.attribute("data-taper").unwrap_or(".15 .15"));
        let taper = (
            taper.first().copied().unwrap_or(0.15),
            taper.get(1).copied().unwrap_or(0.15),
        );
        let line = pen::ink(centre, number(el, "data-w").unwrap_or(5.0), taper);
        let colour = self.colour(el, classes)?;
        Some(Node::Shape {
            geometry: format!("path d=\"{}\"", pen::part_data(&line)),
            fill: Some(Fill::Own(Ink { colour, lit })),
            stroke: None,
            dress,
            bounds: line.bounding_box(),
            joins: true,
        })
    }

    pub(super) fn points(
        &mut self,
        el: Xml<'_, '_>,
        classes: &[&str],
        lit: Lit,
        dress: Dress,
    ) -> Option<Node> {
        let n = numbers(el.attribute("points").unwrap_or_default());
        let closed = el.has_tag_name_local("polygon");
        let points: Vec<Point> = n.chunks_exact(2).map(|p| Point::new(p[0], p[1])).collect();
        if points.len() < 2 || n.len() % 2 == 1 {
            self.fault(
                el,
                "points are pairs of numbers, at least two of them",
                "points=\"0,0 10,5 …\"",
            );
            return None;
        }
        let draw = if classes.contains(&"sharp") {
            pen::straight
        } else {
            pen::smooth
        };
        let mut ring = points.clone();
        if closed {
            ring.push(points[0]);
        }
        if classes.contains(&"ink") {
            let centre = if closed {
                draw(&ring, false)
            } else {
                draw(&points, false)
            };
            return self.ink(el, &centre, classes, lit, dress);
        }
        let path = draw(&points, closed);
        let contour = numbers(el.attribute("data-ink").unwrap_or_default());
        let shape = |s: &mut Self, dress: Dress| {
            s.filled(
                el,
                classes,
                lit,
                dress,
                format!("path d=\"{}\"", pen::part_data(&path)),
                path.bounding_box(),
            )
        };
        let Some(&width) = contour.first() else {
            return Some(shape(self, dress));
        };
        let taper = (
            contour.get(1).copied().unwrap_or(0.6),
            contour.get(2).copied().unwrap_or(0.6),
        );
        let line = pen::ink(&draw(&ring, false), width, taper);
        let ink = Ink {
            colour: self.palette.get("ink").copied().unwrap_or(INK),
            lit,
        };
        let outline = Node::Shape {
            geometry: format!("path d=\"{}\"", pen::part_data(&line)),
            fill: Some(Fill::Own(ink)),
            stroke: None,
            dress: Dress::default(),
            bounds: line.bounding_box(),
            joins: true,
        };
        let fill = shape(
            self,
            Dress {
                opacity: dress.opacity,
                ..Dress::default()
            },
        );
        Some(Node::Group {
            id: None,
            classes: Vec::new(),
            shared: None,
            cloth: None,
            dress: Dress {
                opacity: None,
                ..dress
            },
            children: vec![fill, outline],
        })
    }

    pub(super) fn plain(&mut self, el: Xml<'_, '_>, tag: &str) -> Option<(String, Rect)> {
        let names: &[&str] = match tag {
            "rect" => &["x", "y", "width", "height", "rx", "ry"],
            "circle" => &["cx", "cy", "r"],
            _ => &["cx", "cy", "rx", "ry"],
        };
        let mut geometry = tag.to_owned();
        for &name in names {
            let Some(raw) = el.attribute(name) else {
                continue;
            };
            let Ok(value) = raw.trim().parse::<f64>() else {
                self.fault(
                    el,
                    format!("{name}=\"{raw}\" is no number"),
                    "numbers without units, please",
                );
                return None;
            };
            geometry.push_str(&format!(" {name}=\"{}\"", (value * 10.0).round() / 10.0));
        }
        let v = |name: &str| number(el, name).unwrap_or(0.0);
        let bounds = match tag {
            "rect" => Rect::new(v("x"), v("y"), v("x") + v("width"), v("y") + v("height")),
            "circle" => Rect::new(
                v("cx") - v("r"),
                v("cy") - v("r"),
                v("cx") + v("r"),
                v("cy") + v("r"),
            ),
            _ => Rect::new(
                v("cx") - v("rx"),
                v("cy") - v("ry"),
                v("cx") + v("rx"),
                v("cy") + v("ry"),
            ),
        };
        Some((geometry, bounds))
    }
}
