//! Reading a part file: SVG as artists keep it → regular shapes, or faults with their place.
//!
//! Art is sanitised here: nothing but the elements and attributes named below ever reaches a page.

use std::collections::BTreeMap;

use kurbo::{Point, Rect, Shape as _};
use roxmltree::{Document, Node as Xml};

use super::colour::Rgb;
use super::part::{Fault, Part, Slot};
use super::pen;
use super::shape::{Dress, Lit, Node, When};
use super::values::{numbers, transform};

/// The colour of ink lines where the palette does not say otherwise (art direction: not black).
pub(super) const INK: Rgb = Rgb([0x2b, 0x24, 0x30]);

/// Words in `class` that are not colours.
pub(super) const WORDS: &[&str] = &[
    "ink", "sharp", "behind", "front", "pupils", "glow", "day", "night",
];

/// Reads one part file. The part is `None` only where nothing at all could be made of it.
#[must_use]
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
    reading.part.palette.clone_from(&reading.palette);
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
pub(super) struct Reading<'a> {
    pub(super) name: &'a str,
    pub(super) palette: BTreeMap<String, Rgb>,
    faults: Vec<Fault>,
    part: Part,
}

impl Reading<'_> {
    pub(super) fn fault(
        &mut self,
        at: Xml<'_, '_>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
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
                "rect" if slot(child).is_some() => self.slot(child),
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

    fn slot(&mut self, rect: Xml<'_, '_>) {
        let side = |name| number(rect, name);
        let (Some(name), Some(x), Some(y), Some(w), Some(h)) = (
            slot(rect),
            side("x"),
            side("y"),
            side("width"),
            side("height"),
        ) else {
            self.fault(
                rect,
                "a place for words needs x, y, width and height",
                "<rect id=\"slot-title\" class=\"left\" x=\"…\" y=\"…\" width=\"…\" height=\"…\"/>",
            );
            return;
        };
        let classes = rect.attribute("class").unwrap_or_default();
        let has = |word: &str| classes.split_whitespace().any(|c| c == word);
        let slot = Slot {
            bounds: Rect::new(x, y, x + w, y + h),
            centred: !has("left"),
            on_dark: has("on-dark"),
        };
        self.part.slots.insert(name.to_owned(), slot);
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
            "rect" if slot(el).is_some() => {
                self.slot(el);
                None
            }
            "g" => Some(Node::Group {
                id: el.attribute("id").map(str::to_owned),
                classes: classes.iter().map(|c| (*c).to_owned()).collect(),
                shared: None,
                cloth: None,
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
}

pub(super) trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for Xml<'_, '_> {
    /// Whether the element has that name in whatever namespace.
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

fn slot<'a>(el: Xml<'a, '_>) -> Option<&'a str> {
    el.attribute("id")?.strip_prefix("slot-")
}

fn pivot<'a>(el: Xml<'a, '_>) -> Option<&'a str> {
    el.attribute("id")?.strip_prefix("pivot-")
}

pub(super) fn number(el: Xml<'_, '_>, name: &str) -> Option<f64> {
    el.attribute(name)?
        .trim()
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite())
}
