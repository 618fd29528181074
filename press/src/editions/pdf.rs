//! Pages bound as PDF: vectors, with the faces in the file and text that can be searched and copied.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::tiny_skia::{self, Pixmap};
use resvg::usvg::{Options, Tree, fontdb};
use vac_xin_so::model::PanelId;

use super::page::Page;
use super::{Book, Faces};

/// A4 in points, upright.
pub(super) const A4: (f64, f64) = (595.0, 842.0);

/// Something to draw, and where: left, top, width, height.
type Layer = (Arc<Tree>, [f64; 4]);

/// What binds pages: it reads each panel once, however often it is bound.
pub(super) struct Bindery {
    fonts: Arc<fontdb::Database>,
    panels: Mutex<BTreeMap<PanelId, Arc<Tree>>>,
}

#[expect(clippy::cast_possible_truncation, reason = "points of a page")]
fn short(value: f64) -> f32 {
    value as f32
}

impl Bindery {
    pub(super) fn new(faces: &Faces) -> Self {
        let mut fonts = fontdb::Database::new();
        for face in [&faces.display, &faces.text] {
            fonts.load_font_data(face.bytes().to_vec());
        }
        Self {
            fonts: Arc::new(fonts),
            panels: Mutex::default(),
        }
    }

    pub(super) fn tree(&self, svg: &str) -> Result<Tree, String> {
        let options = Options {
            fontdb: self.fonts.clone(),
            font_family: "Be Vietnam Pro".into(),
            ..Options::default()
        };
        Tree::from_str(svg, &options).map_err(|why| why.to_string())
    }

    fn panel(&self, book: &Book<'_>, id: &PanelId) -> Result<Arc<Tree>, String> {
        let known = |panels: &Mutex<BTreeMap<PanelId, Arc<Tree>>>| {
            panels
                .lock()
                .ok()
                .and_then(|panels| panels.get(id).cloned())
        };
        if let Some(tree) = known(&self.panels) {
            return Ok(tree);
        }
        let drawn = book
            .drawn
            .get(id)
            .ok_or_else(|| format!("no drawing of {id}"))?;
        let height = drawn.height;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {height}\" width=\"1000\" height=\"{height}\">{}</svg>",
            drawn.markup
        );
        let tree = Arc::new(self.tree(&svg)?);
        if let Ok(mut panels) = self.panels.lock() {
            panels.insert(id.clone(), tree.clone());
        }
        Ok(tree)
    }

    /// The ground of a page, its panels and its front, from back to front.
    fn layers(&self, book: &Book<'_>, page: &Page) -> Result<Vec<Layer>, String> {
        let (width, height) = page.size;
        let sheet = |markup: &str| {
            self.tree(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">{markup}</svg>"))
        };
        let mut layers = vec![(Arc::new(sheet(&page.ground)?), [0.0, 0.0, width, height])];
        let mut frames = String::new();
        for (id, [x, y, wide]) in &page.panels {
            let tree = self.panel(book, id)?;
            let high = wide * f64::from(tree.size().height() / tree.size().width());
            layers.push((tree, [*x, *y, *wide, high]));
            frames.push_str(&format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"none\" stroke=\"#2b2430\" stroke-width=\"1.4\"/>"));
        }
        layers.push((
            Arc::new(sheet(&format!("{frames}{}", page.front))?),
            [0.0, 0.0, width, height],
        ));
        Ok(layers)
    }

    /// Binds sheets of a size: on each, pages at places (left, top, width).
    pub(super) fn bind(
        &self,
        book: &Book<'_>,
        title: &str,
        size: (f64, f64),
        sheets: &[Vec<(&Page, [f64; 3])>],
    ) -> Result<Vec<u8>, String> {
        let mut document = Document::new();
        document.set_metadata(
            Metadata::new()
                .title(title.to_owned())
                .language(book.lang.tag().to_owned())
                .authors(vec![book.words().site().to_owned()]),
        );
        let settings = PageSettings::from_wh(short(size.0), short(size.1)).ok_or("no such page")?;
        for sheet in sheets {
            let mut paper = document.start_page_with(settings.clone());
            {
                let mut surface = paper.surface();
                for (page, [x, y, width]) in sheet {
                    let scale = width / page.size.0;
                    for (tree, [left, top, wide, high]) in self.layers(book, page)? {
                        let place = Transform::from_translate(
                            short(x + left * scale),
                            short(y + top * scale),
                        );
                        let size = Size::from_wh(short(wide * scale), short(high * scale))
                            .ok_or("no such size")?;
                        surface.push_transform(&place);
                        surface.draw_svg(&tree, size, SvgSettings::default());
                        surface.pop();
                    }
                }
                surface.finish();
            }
            // Only where a sheet is a page can one be sent to a page by its number.
            if let [(page, [x, y, width])] = &sheet[..] {
                let scale = width / page.size.0;
                for ([left, top, wide, high], to) in &page.links {
                    let Some(place) = Rect::from_xywh(
                        short(x + left * scale),
                        short(y + top * scale),
                        short(wide * scale),
                        short(high * scale),
                    ) else {
                        continue;
                    };
                    if *to < sheets.len() {
                        let target = Target::Destination(
                            XyzDestination::new(*to, Point::from_xy(0.0, 0.0)).into(),
                        );
                        paper.add_annotation(LinkAnnotation::new(place, target).into());
                    }
                }
                // A poster leads to its work.
                if page.links.is_empty()
                    && sheets.len() == 1
                    && let Some(place) = Rect::from_xywh(0.0, 0.0, short(size.0), short(size.1))
                {
                    let target =
                        Target::Action(Action::Link(LinkAction::new(book.address.clone())));
                    paper.add_annotation(LinkAnnotation::new(place, target).into());
                }
            }
            paper.finish();
        }
        document.finish().map_err(|why| format!("{why:?}"))
    }

    /// A book on A4: a page a sheet.
    pub(super) fn a4(&self, book: &Book<'_>, pages: &[Page]) -> Result<Vec<u8>, String> {
        let sheets: Vec<_> = pages
            .iter()
            .map(|page| vec![(page, [0.0, 0.0, A4.0])])
            .collect();
        self.bind(book, book.title, A4, &sheets)
    }

    /// A booklet: A4 sheets with two pages a side, in the order in which they are folded. Printed on both sides,
    /// turned over the short edge.
    pub(super) fn booklet(&self, book: &Book<'_>, pages: &[Page]) -> Result<Vec<u8>, String> {
        let half = A4.1 / 2.0;
        let wide = A4.0 / page_ratio(pages);
        let left = (half - wide) / 2.0;
        let sides: Vec<_> = imposed(pages.len())
            .into_iter()
            .map(|side| {
                let places = [left, half + left];
                side.into_iter()
                    .zip(places)
                    .filter_map(|(page, x)| Some((pages.get(page?)?, [x, 0.0, wide])))
                    .collect()
            })
            .collect();
        self.bind(book, book.title, (A4.1, A4.0), &sides)
    }

    /// A page as a picture, so many pixels wide.
    pub(super) fn picture(
        &self,
        book: &Book<'_>,
        page: &Page,
        width: u32,
    ) -> Result<Vec<u8>, String> {
        let scale = f64::from(width) / page.size.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "pixels of a picture"
        )]
        let height = (page.size.1 * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).ok_or("no such size")?;
        pixels.fill(tiny_skia::Color::WHITE);
        for (tree, [x, y, wide, high]) in self.layers(book, page)? {
            // A drawing reaches beyond its frame: it is drawn by itself and then put in its place.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "pixels of a picture"
            )]
            let [left, top, own, tall] =
                [x, y, wide, high].map(|length| (length * scale).round() as u32);
            let mut layer = Pixmap::new(own.max(1), tall.max(1)).ok_or("no such size")?;
            let zoom = short(wide * scale) / tree.size().width();
            let place = tiny_skia::Transform::from_scale(zoom, zoom);
            resvg::render(&tree, place, &mut layer.as_mut());
            let (left, top) = (
                i32::try_from(left).unwrap_or(0),
                i32::try_from(top).unwrap_or(0),
            );
            let paint = tiny_skia::PixmapPaint::default();
            pixels.draw_pixmap(
                left,
                top,
                layer.as_ref(),
                &paint,
                tiny_skia::Transform::identity(),
                None,
            );
        }
        pixels.encode_png().map_err(|why| why.to_string())
    }
}

fn page_ratio(pages: &[Page]) -> f64 {
    pages.first().map_or(1.0, |page| page.size.1 / page.size.0)
}

/// Which pages stand on each side of the sheets of a booklet: left and right. The last page stays the last; where
/// pages are missing to a multiple of four, the empty ones are before it.
pub(super) fn imposed(pages: usize) -> Vec<[Option<usize>; 2]> {
    let all = pages.next_multiple_of(4);
    let at = |place: usize| {
        if place + 1 == all {
            pages.checked_sub(1)
        } else {
            (place + 1 < pages).then_some(place)
        }
    };
    (0..all / 4)
        .flat_map(|sheet| {
            [
                [all - 1 - 2 * sheet, 2 * sheet],
                [2 * sheet + 1, all - 2 - 2 * sheet],
            ]
        })
        .map(|side| side.map(at))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::imposed;

    #[test]
    fn a_folded_booklet_is_read_in_order() {
        assert_eq!(
            imposed(8),
            [
                [Some(7), Some(0)],
                [Some(1), Some(6)],
                [Some(5), Some(2)],
                [Some(3), Some(4)]
            ]
        );
    }

    #[test]
    fn empty_pages_are_before_the_last_one() {
        assert_eq!(
            imposed(6),
            [
                [Some(5), Some(0)],
                [Some(1), None],
                [None, Some(2)],
                [Some(3), Some(4)]
            ]
        );
        assert_eq!(imposed(1), [[Some(0), None], [None, None]]);
        assert!(imposed(0).is_empty());
    }
}
