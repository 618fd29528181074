//! Part files: SVG as artists keep it, read into regular shapes or refused with file and line.
//!
//! Art is sanitised here: nothing but the elements and attributes named below ever reaches a page.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use roxmltree::{Document, Node as Xml};

use super::colour::Rgb;
use super::pen;
use super::shape::{Dress, Ink, Light, Lit, Node, Stroke, When};

/// Larger files are refused: a character is at most 60 KB by our own rule, this is far above.
const LARGEST: u64 = 400 * 1024;

/// The colour of ink lines where the palette does not say otherwise (art direction: not black).
const INK: Rgb = Rgb([0x2b, 0x24, 0x30]);

/// Words in `class` that are not colours.
const WORDS: &[&str] = &[
    "ink", "sharp", "behind", "front", "pupils", "glow", "day", "night",
];

/// Something wrong with a part file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the file.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Fault {
    pub(super) fn whole(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            range: 0..0,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// A part file, regular.
#[derive(Debug, Default)]
pub struct Part {
    /// Named layers in the order of the file.
    layers: Vec<(String, Node)>,
    /// Clip paths: id and what is in them.
    clips: Vec<(String, Vec<Node>)>,
    /// Named points.
    pivots: BTreeMap<String, Point>,
    /// The file's own coordinate box.
    pub view: Rect,
}

/// The part files of a folder, sorted: name, path, and the text or why there is none.
pub(super) fn files(folder: &Path) -> Vec<(String, PathBuf, Result<String, Fault>)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "svg"))
        .collect();
    files.sort();
    files
        .into_iter()
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            let text = read(&path);
            Some((name, path, text))
        })
        .collect()
}

fn read(path: &Path) -> Result<String, Fault> {
    let large = std::fs::metadata(path).is_ok_and(|m| m.len() > LARGEST);
    if large {
        return Err(Fault::whole(
            "this file is far too large for a part",
            "a character is at most 60 KB: fewer points, and no pictures inside",
        ));
    }
    std::fs::read_to_string(path)
        .map_err(|why| Fault::whole(format!("cannot be read: {why}"), "save it as UTF-8 SVG"))
}

/// Reads one part file. The part is `None` only where nothing at all could be made of it.
pub(super) fn parse(name: &str, text: &str) -> (Option<Part>, Vec<Fault>) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: false,
        nodes_limit: 20_000,
        ..Default::default()
    };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = offset(text, error.pos().row, error.pos().col);
            let fault = Fault {
                range: at..at,
                message: format!("not a valid SVG file: {error}"),
                hint: "open it in Inkscape and save it as plain SVG".to_owned(),
            };
            return (None, vec![fault]);
        }
    };
    let mut reading = Reading {
        name,
        palette: BTreeMap::from([("ink".to_owned(), INK)]),
        faults: Vec::new(),
        part: Part::default(),
    };
    reading.root(document.root_element());
    (Some(reading.part), reading.faults)
}

fn offset(text: &str, row: u32, col: u32) -> usize {
    let lines = text
        .split_inclusive('\n')
        .take(row.saturating_sub(1) as usize);
    let start: usize = lines.map(str::len).sum();
    let mut at = (start + col.saturating_sub(1) as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A file being read.
struct Reading<'a> {
    name: &'a str,
    palette: BTreeMap<String, Rgb>,
    faults: Vec<Fault>,
    part: Part,
}

impl Reading<'_> {
    fn fault(&mut self, at: Xml<'_, '_>, message: impl Into<String>, hint: impl Into<String>) {
        let range = at.range();
        self.faults.push(Fault {
            range: range.start..range.end.min(range.start + 60),
            message: message.into(),
            hint: hint.into(),
        });
    }

    fn root(&mut self, svg: Xml<'_, '_>) {
        if let Some(view) = svg.attribute("viewBox") {
            let n = numbers(view);
            if let [x, y, w, h] = n[..] {
                self.part.view = Rect::new(x, y, x + w, y + h);
            }
        } else {
            self.fault(
                svg,
                "no viewBox",
                "give the root its viewBox, as the README of assets/art says",
            );
        }
        for style in svg.children().filter(|n| n.has_tag_name_local("style")) {
            self.palette_rules(style);
        }
        for child in svg.children().filter(Xml::is_element) {
            match child.tag_name().name() {
                "style" | "title" | "desc" | "metadata" | "namedview" => {}
                "defs" => self.defs(child),
                "circle" if pivot(child).is_some() => self.pivot(child),
                "g" => {
                    if let Some(id) = child.attribute("id") {
                        if let Some(node) = self.node(child, Lit::ByTime) {
                            self.part.layers.push((id.to_owned(), node));
                        }
                    } else {
                        self.fault(
                            child,
                            "a top group without an id",
                            "name the layer: id=\"head\", id=\"pose-stand\", id=\"far\" …",
                        );
                    }
                }
                other => self.fault(
                    child,
                    format!("<{other}> outside of a layer"),
                    "put it into one of the named groups",
                ),
            }
        }
        if self.part.layers.is_empty() && self.faults.is_empty() {
            self.faults.push(Fault::whole(
                "nothing is drawn in this file",
                "draw into named groups",
            ));
        }
    }

    fn palette_rules(&mut self, style: Xml<'_, '_>) {
        for rule in style.text().unwrap_or_default().split('}') {
            let rule = rule.trim();
            if rule.is_empty() {
                continue;
            }
            let parsed = rule.split_once('{').and_then(|(selector, body)| {
                let class = selector.trim().strip_prefix('.')?;
                let colour = body.trim().trim_end_matches(';').strip_prefix("fill")?;
                let colour = colour.trim().strip_prefix(':')?.trim().parse().ok()?;
                Some((class.to_owned(), colour))
            });
            if let Some((class, colour)) = parsed {
                self.palette.insert(class, colour);
            } else {
                self.fault(
                    style,
                    format!("“{rule}}}” is no palette rule"),
                    "a rule is: .skin{fill:#f6d3b5}",
                );
            }
        }
    }

    fn defs(&mut self, defs: Xml<'_, '_>) {
        for clip in defs.children().filter(Xml::is_element) {
            match (clip.tag_name().name(), clip.attribute("id")) {
                ("clipPath", Some(id)) if id.starts_with(self.name) => {
                    let nodes = clip
                        .children()
                        .filter(Xml::is_element)
                        .filter_map(|n| self.node(n, Lit::ByTime))
                        .collect();
                    self.part.clips.push((id.to_owned(), nodes));
                }
                ("clipPath", _) => {
                    let hint = format!("begin its id with the file's name: id=\"{}-…\"", self.name);
                    self.fault(clip, "a clip path needs an id of its own", hint);
                }
                (other, _) => self.fault(
                    clip,
                    format!("<{other}> is not allowed"),
                    "defs hold clip paths only",
                ),
            }
        }
    }

    fn pivot(&mut self, circle: Xml<'_, '_>) {
        if let (Some(name), Some(x), Some(y)) =
            (pivot(circle), number(circle, "cx"), number(circle, "cy"))
        {
            self.part.pivots.insert(name.to_owned(), Point::new(x, y));
        } else {
            self.fault(
                circle,
                "a pivot needs cx and cy",
                "<circle id=\"pivot-…\" cx=\"0\" cy=\"0\" r=\"0\"/>",
            );
        }
    }

    fn node(&mut self, el: Xml<'_, '_>, lit: Lit) -> Option<Node> {
        self.attributes(el);
        let classes: Vec<&str> = el
            .attribute("class")
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let lit = if classes.contains(&"glow") {
            Lit::Itself
        } else {
            lit
        };
        let dress = self.dress(el, &classes);
        match el.tag_name().name() {
            "title" | "desc" => None,
            "circle" if pivot(el).is_some() => {
                self.pivot(el);
                None
            }
            "g" => Some(Node::Group {
                id: el.attribute("id").map(str::to_owned),
                classes: classes.iter().map(|c| (*c).to_owned()).collect(),
                dress,
                children: el
                    .children()
                    .filter(Xml::is_element)
                    .filter_map(|child| self.node(child, lit))
                    .collect(),
            }),
            "polygon" | "polyline" => self.points(el, &classes, lit, dress),
            "path" if classes.contains(&"ink") => {
                let path = self.path(el)?;
                self.ink(el, &path, &classes, lit, dress)
            }
            "path" => {
                let path = self.path(el)?;
                Some(self.filled(
                    el,
                    &classes,
                    lit,
                    dress,
                    format!("path d=\"{}\"", pen::part_data(&path)),
                    path.bounding_box(),
                ))
            }
            tag @ ("rect" | "circle" | "ellipse") => {
                let (geometry, bounds) = self.plain(el, tag)?;
                Some(self.filled(el, &classes, lit, dress, geometry, bounds))
            }
            other => {
                self.fault(el, format!("<{other}> is not allowed in art"), "use path, polygon, polyline, rect, circle, ellipse and g: no text, no pictures, no links, no scripts");
                None
            }
        }
    }

    fn attributes(&mut self, el: Xml<'_, '_>) {
        const ALLOWED: &[&str] = &[
            "id",
            "class",
            "d",
            "points",
            "transform",
            "opacity",
            "x",
            "y",
            "width",
            "height",
            "rx",
            "ry",
            "cx",
            "cy",
            "r",
            "clip-path",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "data-w",
            "data-taper",
            "data-ink",
        ];
        for attribute in el.attributes() {
            let name = attribute.name();
            if attribute
                .namespace()
                .is_some_and(|ns| ns.contains("inkscape") || ns.contains("sodipodi"))
            {
                continue;
            }
            if !ALLOWED.contains(&name) {
                let hint = if name == "fill" || name == "style" {
                    "name the colour in <style> and use it as a class".to_owned()
                } else {
                    format!("remove it; allowed are: {}", ALLOWED.join(" "))
                };
                self.fault(
                    el,
                    format!("the attribute {name} is not allowed in art"),
                    hint,
                );
            }
        }
    }

    fn dress(&mut self, el: Xml<'_, '_>, classes: &[&str]) -> Dress {
        let clip = el.attribute("clip-path").and_then(|value| {
            let id = value
                .strip_prefix("url(#")
                .and_then(|v| v.strip_suffix(')'));
            if id.is_none_or(|id| !id.starts_with(self.name)) {
                self.fault(
                    el,
                    "a clip path of another file",
                    "clip-path=\"url(#…)\" names a clipPath of this very file",
                );
                return None;
            }
            id.map(str::to_owned)
        });
        let transform = el.attribute("transform").and_then(|text| {
            let affine = transform(text);
            if affine.is_none() {
                self.fault(
                    el,
                    format!("“{text}” is no transform that we know"),
                    "use translate, scale, rotate or matrix",
                );
            }
            Some((text.to_owned(), affine?))
        });
        Dress {
            transform,
            opacity: number(el, "opacity"),
            clip,
            when: match () {
                () if classes.contains(&"night") => When::Dark,
                () if classes.contains(&"day") => When::Day,
                () => When::Always,
            },
        }
    }

    fn colour(&mut self, el: Xml<'_, '_>, classes: &[&str]) -> Option<Rgb> {
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

    fn stroke(&mut self, el: Xml<'_, '_>, lit: Lit) -> Option<Stroke> {
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

    fn filled(
        &mut self,
        el: Xml<'_, '_>,
        classes: &[&str],
        lit: Lit,
        dress: Dress,
        geometry: String,
        bounds: Rect,
    ) -> Node {
        let fill = self.colour(el, classes).map(|colour| Ink { colour, lit });
        let stroke = self.stroke(el, lit);
        Node::Shape {
            geometry,
            fill,
            stroke,
            dress,
            bounds,
        }
    }

    fn path(&mut self, el: Xml<'_, '_>) -> Option<BezPath> {
        let path = BezPath::from_svg(el.attribute("d").unwrap_or_default());
        if path.is_err() {
            self.fault(el, "this path cannot be read", "check its d attribute");
        }
        path.ok()
    }

    fn ink(
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
            fill: Some(Ink { colour, lit }),
            stroke: None,
            dress,
            bounds: line.bounding_box(),
        })
    }

    fn points(
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
            fill: Some(ink),
            stroke: None,
            dress: Dress::default(),
            bounds: line.bounding_box(),
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
            dress: Dress {
                opacity: None,
                ..dress
            },
            children: vec![fill, outline],
        })
    }

    fn plain(&mut self, el: Xml<'_, '_>, tag: &str) -> Option<(String, Rect)> {
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

impl Part {
    /// The layer of that name.
    #[must_use]
    pub fn layer(&self, name: &str) -> Option<&Node> {
        self.layers
            .iter()
            .find(|(id, _)| id == name)
            .map(|(_, node)| node)
    }

    /// The names of the layers that begin with `prefix`, without it.
    #[must_use]
    pub fn suffixes(&self, prefix: &str) -> Vec<String> {
        self.layers
            .iter()
            .filter_map(|(id, _)| id.strip_prefix(prefix))
            .map(str::to_owned)
            .collect()
    }

    /// The point of that name (without `pivot-`).
    #[must_use]
    pub fn pivot(&self, name: &str) -> Option<Point> {
        self.pivots.get(name).copied()
    }

    /// The box around a layer.
    #[must_use]
    pub fn bounds(&self, layer: &str) -> Option<Rect> {
        self.layer(layer)?.bounds()
    }

    /// The file's clip paths, printed; `suffix` keeps them apart from other lights.
    #[must_use]
    pub fn print_clips(&self, light: Light, suffix: &str) -> String {
        let mut out = String::new();
        for (id, nodes) in &self.clips {
            out.push_str(&format!("<clipPath id=\"{id}{suffix}\">"));
            for node in nodes {
                node.print(light, kurbo::Vec2::ZERO, suffix, &mut out);
            }
            out.push_str("</clipPath>");
        }
        out
    }

    /// What is missing of the pivots and layers that its kind needs.
    pub(super) fn lacks(&self, pivots: &[&str], layers: &[&str]) -> Vec<Fault> {
        let pivots = pivots.iter().filter(|p| self.pivot(p).is_none()).map(|p| {
            let hint = format!("add <circle id=\"pivot-{p}\" cx=\"…\" cy=\"…\" r=\"0\"/>");
            Fault::whole(format!("no pivot “pivot-{p}”"), hint)
        });
        let layers = layers.iter().filter(|l| self.layer(l).is_none()).map(|l| {
            Fault::whole(
                format!("no layer “{l}”"),
                format!("add <g id=\"{l}\">…</g>, empty if need be"),
            )
        });
        pivots.chain(layers).collect()
    }
}

trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for Xml<'_, '_> {
    /// Whether the element has that name in whatever namespace.
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

fn pivot<'a>(el: Xml<'a, '_>) -> Option<&'a str> {
    el.attribute("id")?.strip_prefix("pivot-")
}

fn number(el: Xml<'_, '_>, name: &str) -> Option<f64> {
    el.attribute(name)?
        .trim()
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite())
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map_while(|word| word.parse().ok())
        .filter(|n: &f64| n.is_finite())
        .collect()
}

/// Reads `translate(…) scale(…) rotate(…) matrix(…)`, in any order.
fn transform(text: &str) -> Option<Affine> {
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
