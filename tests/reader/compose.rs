//! Composed pages: every panel once and in order, and every page as high as its sheet at most.

use proptest::prelude::*;
use vac_xin_so::model::Shape;
use vac_xin_so::reader::{Sheet, compose};

fn width(shape: Shape) -> f64 {
    1000.0 / f64::from(shape.height())
}

/// How high a page is, in its widths.
fn height(shapes: &[Shape], page: &[usize]) -> f64 {
    let mut at = 0;
    page.iter()
        .map(|count| {
            let row: f64 = shapes[at..at + count].iter().copied().map(width).sum();
            at += count;
            1.0 / row
        })
        .sum()
}

#[test]
fn eighteen_squares_on_a_lying_sheet_fill_pages_of_several_rows() {
    let pages = compose(&[Shape::Square; 18], Sheet::Lying);
    assert_eq!(pages.iter().flatten().sum::<usize>(), 18);
    assert!((2..=4).contains(&pages.len()), "{pages:?}");
}

#[test]
fn a_comic_of_one_panel_is_one_page() {
    for sheet in [Sheet::Upright, Sheet::Lying] {
        assert_eq!(compose(&[Shape::Tall], sheet), vec![vec![1]]);
    }
    assert!(compose(&[], Sheet::Lying).is_empty());
}

proptest! {
    #[test]
    fn every_panel_is_set_once_and_no_page_is_too_high(
        shapes in prop::collection::vec(prop::sample::select(Shape::ALL.to_vec()), 1..40),
        upright in any::<bool>(),
    ) {
        let sheet = if upright { Sheet::Upright } else { Sheet::Lying };
        let pages = compose(&shapes, sheet);
        prop_assert_eq!(pages.iter().flatten().sum::<usize>(), shapes.len());
        let mut at = 0;
        for page in &pages {
            let on: usize = page.iter().sum();
            prop_assert!(on > 0 && page.iter().all(|row| (1..=4).contains(row)), "{:?}", page);
            let high = height(&shapes[at..at + on], page);
            prop_assert!(on == 1 || high <= sheet.height() * 1.021, "{:?} is {} high", page, high);
            at += on;
        }
    }
}
