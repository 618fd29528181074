//! Pages of one size: what is drawn on them, and where they lead.

use std::fmt::Write as _;

use vac_xin_so::model::{PanelId, Shape};

use super::Book;
use super::set::{SOFT, Setter, Style};

/// A5 in points: what all pages of books are set in.
pub(super) const A5: (f64, f64) = (420.0, 595.0);

/// Around what is printed.
pub(super) const MARGIN: f64 = 26.0;

/// Between panels.
pub(super) const GAP: f64 = 7.0;

/// A page: markup in units of the page, panels, and links to other pages.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) size: (f64, f64),
    /// Below the panels.
    pub(super) ground: String,
    /// The panels: which, and the left, top and width of each.
    pub(super) panels: Vec<(PanelId, [f64; 3])>,
    /// Over the panels.
    pub(super) front: String,
    /// Places that lead to other pages: left, top, width, height, and the number of the page from 0.
    pub(super) links: Vec<([f64; 4], usize)>,
    /// What it is called in a table of contents, if it is.
    pub(super) title: Option<String>,
    /// What it shows, for those who do not see it.
    pub(super) words: String,
}

impl Page {
    pub(super) fn new(size: (f64, f64)) -> Self {
        Self {
            size,
            ..Self::default()
        }
    }

    /// The page as the inside of an `<svg>` whose units are those of the page.
    pub(super) fn markup(&self, book: &Book<'_>) -> String {
        let mut out = self.ground.clone();
        for (i, (id, [x, y, width])) in self.panels.iter().enumerate() {
            if let Some(drawn) = book.drawn.get(id) {
                let height = width * drawn.height / 1000.0;
                let _ = write!(
                    out,
                    "<svg x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" viewBox=\"0 0 1000 {}\">{}</svg>\
                     <rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"none\" stroke=\"#2b2430\" stroke-width=\"{:.1}\"/>",
                    drawn.height,
                    own_names(&drawn.markup, i),
                    self.size.0 / 300.0
                );
            }
        }
        out.push_str(&self.front);
        out
    }

    /// The number at its foot.
    pub(super) fn number(&mut self, number: usize, setter: &Setter<'_>) {
        let style = Style::text(8.0).coloured(SOFT).centred();
        let at = (MARGIN, self.size.1 - 18.0);
        setter.put(
            &mut self.front,
            &number.to_string(),
            style,
            at,
            self.size.0 - 2.0 * MARGIN,
        );
    }
}

/// A drawing whose parts have names of their own: two panels of a page may need the same part.
fn own_names(markup: &str, panel: usize) -> String {
    if panel == 0 {
        return markup.to_owned();
    }
    markup
        .replace(" id=\"", &format!(" id=\"n{panel}-"))
        .replace("href=\"#", &format!("href=\"#n{panel}-"))
        .replace("url(#", &format!("url(#n{panel}-"))
}

/// Rows of panels within a width and a height, at the top: the rows are as high as it takes to fill the width, and
/// all of them smaller if the height is not enough. The place below them.
pub(super) fn rows(
    page: &mut Page,
    rows: &[Vec<(PanelId, Shape)>],
    (left, top): (f64, f64),
    (width, height): (f64, f64),
) -> f64 {
    let gaps = |count: usize| GAP * f64::from(u32::try_from(count.saturating_sub(1)).unwrap_or(0));
    let high = |row: &[(PanelId, Shape)], width: f64| {
        let sum: f64 = row.iter().map(|(_, shape)| wide(*shape)).sum();
        // One upright panel alone would be higher than the page.
        ((width - gaps(row.len())) / sum).min(width * 0.98)
    };
    let whole: f64 = rows.iter().map(|row| high(row, width)).sum::<f64>();
    let free = height - gaps(rows.len());
    let scale = (free / whole).min(1.0);
    let mut y = top;
    for row in rows {
        let row_high = high(row, width) * scale;
        let taken: f64 = row
            .iter()
            .map(|(_, shape)| row_high * wide(*shape))
            .sum::<f64>()
            + gaps(row.len());
        let mut x = left + (width - taken) / 2.0;
        for (id, shape) in row {
            let panel = row_high * wide(*shape);
            page.panels.push((id.clone(), [x, y, panel]));
            x += panel + GAP;
        }
        y += row_high + GAP;
    }
    y - GAP
}

/// The most that the panels of a row are wide together, in heights of the row: more would be too small to read.
const WIDEST_ROW: f64 = 2.4;

fn wide(shape: Shape) -> f64 {
    1000.0 / f64::from(shape.height())
}

/// Panels set in rows as wide as can be read, rows in pages of a height.
pub(super) fn composed(
    panels: &[(PanelId, Shape)],
    (width, height): (f64, f64),
) -> Vec<Vec<Vec<(PanelId, Shape)>>> {
    let mut rows: Vec<Vec<(PanelId, Shape)>> = Vec::new();
    for (id, shape) in panels {
        let taken = rows.last().map_or(f64::INFINITY, |row| {
            row.iter().map(|(_, shape)| wide(*shape)).sum()
        });
        match rows.last_mut() {
            Some(row) if taken + wide(*shape) <= WIDEST_ROW => row.push((id.clone(), *shape)),
            _ => rows.push(vec![(id.clone(), *shape)]),
        }
    }
    let high = |row: &[(PanelId, Shape)]| {
        let sum: f64 = row.iter().map(|(_, shape)| wide(*shape)).sum();
        (width / sum).min(width * 0.98)
    };
    let mut pages: Vec<Vec<Vec<(PanelId, Shape)>>> = Vec::new();
    let mut left = 0.0;
    for row in rows {
        // A little lower is better than an empty half of a page.
        if pages.is_empty() || left < high(&row) * 0.86 {
            pages.push(Vec::new());
            left = height;
        }
        left -= high(&row) + GAP;
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}

/// The rows in which a few panels are largest within a width and a height.
pub(super) fn largest(panels: &[(PanelId, Shape)], room: (f64, f64)) -> Vec<Vec<(PanelId, Shape)>> {
    let tried = (1..=panels.len().min(2))
        .map(|many| panels.chunks(many).map(<[_]>::to_vec).collect::<Vec<_>>());
    let least = |own: &Vec<Vec<(PanelId, Shape)>>| {
        let mut page = Page::default();
        rows(&mut page, own, (0.0, 0.0), room);
        page.panels
            .iter()
            .map(|(_, [.., wide])| *wide)
            .fold(f64::INFINITY, f64::min)
    };
    tried
        .max_by(|a, b| least(a).total_cmp(&least(b)))
        .unwrap_or_default()
}

/// A box to tick, or a ring to choose: no face has them.
pub(super) fn sign(out: &mut String, sign: char, (x, y): (f64, f64), size: f64) {
    let edge = size * 0.8;
    let top = y + size * 0.24;
    let radius = if sign == '○' {
        edge / 2.0
    } else {
        edge / 8.0
    };
    let _ = write!(
        out,
        "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{edge:.1}\" height=\"{edge:.1}\" rx=\"{radius:.1}\" fill=\"#fff\" stroke=\"#2b2430\" stroke-width=\"0.9\"/>"
    );
}
