//! Pages of a comic: panels set in rows, rows in pages, as on paper.
//!
//! All panels of a row are equally high and fill its width, so nothing is cut and nothing is left over;
//! rows differ in height, which gives a page its rhythm.

use crate::model::Shape;

/// A page: for each row how many panels it holds.
pub type Page = Vec<usize>;

/// The form of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Higher than wide: a tablet held upright.
    Upright,
    /// Wider than high: a projector.
    Lying,
}

impl Sheet {
    /// The most that a page is high, in widths of the page.
    #[must_use]
    pub const fn height(self) -> f64 {
        match self {
            Self::Upright => 1.36,
            Self::Lying => 0.58,
        }
    }

    /// The width of a row that pleases, in heights of the row.
    const fn row(self) -> f64 {
        match self {
            Self::Upright => 1.9,
            Self::Lying => 3.0,
        }
    }
}

/// The rows that a page may have, and the panels of a row.
const MOST: usize = 4;

fn width(shape: Shape) -> f64 {
    1000.0 / f64::from(shape.height())
}

/// Sets panels in rows and rows in pages. Every panel is on a page, in reading order.
#[must_use]
pub fn compose(shapes: &[Shape], sheet: Sheet) -> Vec<Page> {
    let n = shapes.len();
    // best[i]: the least cost of the panels from i on, and the page that they begin with.
    let mut best: Vec<(f64, Page)> = vec![(f64::INFINITY, Page::new()); n + 1];
    best[n] = (0.0, Page::new());
    for from in (0..n).rev() {
        let mut found = (f64::INFINITY, Page::new());
        pages(
            shapes,
            from,
            sheet,
            &mut Page::new(),
            0.0,
            0.0,
            &mut |to, page, cost, high| {
                // A page that ends the story may be short.
                let air = if to == n {
                    0.0
                } else {
                    (sheet.height() - high) / sheet.height()
                };
                let cost = cost + air * air * 6.0 + best[to].0 + 0.1;
                if cost < found.0 {
                    found = (cost, page.clone());
                }
            },
        );
        best[from] = found;
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < n {
        let page = best[at].1.clone();
        at += page.iter().sum::<usize>().max(1);
        out.push(page);
    }
    out
}

/// Tries every page that can begin with the panel `from`.
fn pages(
    shapes: &[Shape],
    from: usize,
    sheet: Sheet,
    page: &mut Page,
    cost: f64,
    high: f64,
    found: &mut dyn FnMut(usize, &Page, f64, f64),
) {
    for count in 1..=MOST.min(shapes.len() - from) {
        let across: f64 = shapes[from..from + count].iter().copied().map(width).sum();
        let tall = high + 1.0 / across;
        // One panel alone may be too high for any page: it gets a page for itself.
        if tall > sheet.height() * 1.02 && !(page.is_empty() && count == 1) {
            continue;
        }
        let off = (across / sheet.row()).ln();
        let same = if page.last() == Some(&count) {
            0.05
        } else {
            0.0
        };
        page.push(count);
        let (to, cost) = (from + count, cost + off * off + same);
        found(to, page, cost, tall);
        if page.len() < MOST && to < shapes.len() {
            pages(shapes, to, sheet, page, cost, tall, found);
        }
        page.pop();
    }
}
