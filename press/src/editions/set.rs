//! Text on a page: lines broken with the real faces, printed as text.

use std::fmt::Write as _;

use super::Faces;
use crate::letter::{Face, escape};

/// Which face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// The face of balloons and headings.
    Display,
    /// The face of running text.
    Text,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) font: Font,
    /// In units of the page.
    pub(super) size: f64,
    pub(super) colour: &'static str,
    pub(super) centred: bool,
}

pub(super) const INK: &str = "#2b2430";
pub(super) const SOFT: &str = "#5d5363";
pub(super) const JADE: &str = "#1d5f58";
pub(super) const TILE: &str = "#b93a2f";

impl Style {
    pub(super) const fn text(size: f64) -> Self {
        Self {
            font: Font::Text,
            size,
            colour: INK,
            centred: false,
        }
    }

    pub(super) const fn display(size: f64) -> Self {
        Self {
            font: Font::Display,
            size,
            colour: INK,
            centred: false,
        }
    }

    pub(super) const fn coloured(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    pub(super) const fn centred(self) -> Self {
        Self {
            centred: true,
            ..self
        }
    }

    /// From one line to the next.
    pub(super) fn leading(self) -> f64 {
        self.size * if self.font == Font::Text { 1.42 } else { 1.22 }
    }
}

/// Sets text.
#[derive(Debug)]
pub(super) struct Setter<'a> {
    faces: &'a Faces,
}

impl<'a> Setter<'a> {
    pub(super) fn new(faces: &'a Faces) -> Self {
        Self { faces }
    }

    fn face(&self, font: Font) -> &Face {
        match font {
            Font::Display => &self.faces.display,
            Font::Text => &self.faces.text,
        }
    }

    /// A text without the signs that the face does not have.
    fn known(&self, text: &str, font: Font) -> String {
        let face = self.face(font);
        if face.measure(text).is_ok() {
            return text.to_owned();
        }
        let plain = text
            .replace('→', "›")
            .replace('☐', "□")
            .replace(['✓', '✔'], "·");
        plain
            .chars()
            .filter(|c| face.measure(&c.to_string()).is_ok())
            .collect()
    }

    fn width(&self, text: &str, style: Style) -> f64 {
        self.face(style.font).measure(text).unwrap_or(0.0) * style.size
    }

    /// The lines of a text within a width. A word that is wider than the line stands alone.
    pub(super) fn lines(&self, text: &str, style: Style, width: f64) -> Vec<String> {
        let text = self.known(text, style.font);
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if !line.is_empty() && self.width(&longer, style) > width {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            } else {
                line = longer;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// How high a text is within a width.
    pub(super) fn height(&self, text: &str, style: Style, width: f64) -> f64 {
        style.leading()
            * f64::from(u32::try_from(self.lines(text, style, width).len()).unwrap_or(0))
    }

    /// Prints a text whose first line's top is at `y`; the place below it. Centred, `x` is still its left edge.
    pub(super) fn put(
        &self,
        out: &mut String,
        text: &str,
        style: Style,
        (x, y): (f64, f64),
        width: f64,
    ) -> f64 {
        let mut y = y;
        for line in self.lines(text, style, width) {
            let (at, anchor) = if style.centred {
                (x + width / 2.0, " text-anchor=\"middle\"")
            } else {
                (x, "")
            };
            let family = if style.font == Font::Display {
                "Itim"
            } else {
                "Be Vietnam Pro"
            };
            let _ = write!(
                out,
                "<text x=\"{at:.1}\" y=\"{:.1}\" font-family=\"{family}\" font-size=\"{}\" fill=\"{}\"{anchor}>{}</text>",
                y + style.size * 0.98,
                style.size,
                style.colour,
                escape(&line)
            );
            y += style.leading();
        }
        y
    }
}
