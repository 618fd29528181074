//! Finding all cards in a picture: dark squares by contrast with what is around them, their modules by perspective.

use std::ops::Range;

use image::{GrayImage, Luma};
use imageproc::contours::{BorderType, find_contours};
use imageproc::definitions::Image;
use imageproc::geometric_transformations::Projection;
use imageproc::geometry::{approximate_polygon_dp, arc_length};
use imageproc::integral_image::integral_image;
use imageproc::point::Point;

use crate::marks::{self, Answer, Card, FRAMED, SIDE};

/// A card in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Which card.
    pub card: Card,
    /// The side that is held up.
    pub answer: Answer,
    /// The middle of its mark, in pixels.
    pub at: (f32, f32),
    /// The side of its mark, in pixels.
    pub size: f32,
}

/// What was seen in a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The cards, each once, by their numbers.
    pub cards: Vec<Seen>,
    /// Squares that look like cards and cannot be read: too far, covered, or held askew.
    pub unread: u32,
    /// The mean brightness of the picture, 0 to 255.
    pub light: u8,
}

/// Each pixel is smoothed with so many pixels on every side.
const NEAR: usize = 1;

/// Around each pixel so many pixels tell what is bright: some modules of a near card, all of a far one.
const AROUND: usize = 12;

/// A pixel is dark if it is so much darker than what is around it.
const DARKER: u32 = 7;

/// The smallest mark that can be read, in pixels of a side: two and a half pixels a module.
const SMALLEST: f64 = 17.0;

/// A side of a square deviates from straight by at most this part of its outline.
const STRAIGHT: f64 = 0.05;

/// So far from upright, as the sine of the angle, an answer is not guessed.
const ASKEW: f32 = 0.62;

/// Reads all cards of a picture: a byte of brightness a pixel, row by row. An empty reading for a picture whose
/// size does not fit.
#[must_use]
pub fn read(luma: Vec<u8>, width: u32, height: u32) -> Reading {
    let Some(picture) = GrayImage::from_raw(width, height, luma) else {
        return Reading::default();
    };
    let pixels = picture.as_raw().len().max(1) as u64;
    let sum: u64 = picture.as_raw().iter().map(|pixel| u64::from(*pixel)).sum();
    let mut reading = Reading {
        light: u8::try_from(sum / pixels).unwrap_or(u8::MAX),
        ..Reading::default()
    };
    let picture = brightened(picture);
    for corners in squares(&picture) {
        match decode(&picture, corners) {
            Mark::Card(seen) => {
                // The frame has an outer and an inner outline: a card may be met twice.
                if reading.cards.iter().all(|other| other.card != seen.card) {
                    reading.cards.push(seen);
                }
            }
            Mark::Unread => reading.unread += 1,
            Mark::Other => {}
        }
    }
    reading.cards.sort_by_key(|seen| seen.card);
    reading
}

type Corner = (f32, f32);

/// The picture with its brightest pixels white, so that a dim room is read like a bright one.
fn brightened(mut picture: GrayImage) -> GrayImage {
    let mut counts = [0_usize; 256];
    for pixel in picture.as_raw() {
        counts[usize::from(*pixel)] += 1;
    }
    let mut few = picture.as_raw().len() / 50;
    let bright = (0..=u8::MAX).rev().find(|light| {
        let count = counts[usize::from(*light)];
        few = few.saturating_sub(count);
        few == 0
    });
    let bright = usize::from(bright.unwrap_or(u8::MAX).max(16));
    let lighter: [u8; 256] = std::array::from_fn(|light| {
        u8::try_from((light * 255 / bright).min(255)).unwrap_or(u8::MAX)
    });
    for pixel in picture.as_mut() {
        *pixel = lighter[usize::from(*pixel)];
    }
    picture
}

/// The pixels that are darker than what is around them, white on black. Each is smoothed with its neighbours first,
/// so that noise makes few outlines of its own. Both means come out of one table of sums, a line of it at a time: the
/// library's filters, one after another, took six times as long, and a slow tablet must look five times a second.
fn darker(picture: &GrayImage) -> GrayImage {
    let sums = integral_image::<_, u32>(picture);
    let (mut near, mut around) = (Band::new(NEAR, picture), Band::new(AROUND, picture));
    let mut dark = GrayImage::new(picture.width(), picture.height());
    let lines = dark
        .as_mut()
        .chunks_exact_mut(picture.width().max(1) as usize);
    for (y, pixels) in lines.enumerate() {
        let (lines, all_lines) = (near.move_to(y, &sums), around.move_to(y, &sums));
        let squares = near.squares(lines).zip(around.squares(all_lines));
        for (pixel, ((own, few), (all, many))) in pixels.iter_mut().zip(squares) {
            // Both sides times both numbers of pixels: whole numbers, below a hundred millions.
            *pixel = u8::from(own * many + DARKER * few * many < all * few) * 255;
        }
    }
    dark
}

/// Sums of squares of pixels, a line of the picture at a time. Squares end where the picture ends.
struct Band {
    reach: usize,
    /// How many columns each square has.
    widths: Vec<u32>,
    /// The pixels above and below, summed from the left up to each column, its ends repeated on both sides: what is
    /// left of a square and what it ends with are always the same way apart.
    line: Vec<u32>,
}

impl Band {
    fn new(reach: usize, picture: &GrayImage) -> Self {
        let width = picture.width() as usize;
        let across = |x| span(x, reach, width).len();
        Self {
            reach,
            widths: (0..width)
                .map(|x| u32::try_from(across(x)).unwrap_or(u32::MAX))
                .collect(),
            line: vec![0; width + 1 + 2 * reach],
        }
    }

    /// Goes to a line; how many lines its squares have.
    fn move_to(&mut self, y: usize, sums: &Image<Luma<u32>>) -> u32 {
        let (stride, height) = (sums.width() as usize, sums.height() as usize - 1);
        let rows = span(y, self.reach, height);
        let line = |y: usize| &sums.as_raw()[y * stride..][..stride];
        let own = &mut self.line[self.reach..][..stride];
        for ((sum, below), above) in own.iter_mut().zip(line(rows.end)).zip(line(rows.start)) {
            *sum = below - above;
        }
        let end = own[stride - 1];
        self.line[self.reach + stride..].fill(end);
        u32::try_from(rows.len()).unwrap_or(u32::MAX)
    }

    /// The sum of each square and how many pixels it has.
    fn squares(&self, lines: u32) -> impl Iterator<Item = (u32, u32)> {
        let ends = &self.line[2 * self.reach + 1..];
        let sums = ends.iter().zip(&self.line).map(|(end, start)| end - start);
        sums.zip(self.widths.iter().map(move |width| width * lines))
    }
}

/// So far to both sides of a place, within the picture.
fn span(at: usize, reach: usize, end: usize) -> Range<usize> {
    at.saturating_sub(reach)..(at + reach + 1).min(end)
}

/// Outlines of dark patches that are quadrangles, their corners clockwise.
fn squares(picture: &GrayImage) -> Vec<[Corner; 4]> {
    let dark = darker(picture);
    let mut found = Vec::new();
    for outline in find_contours::<i32>(&dark) {
        if outline.border_type != BorderType::Outer || outline.points.len() < 40 {
            continue;
        }
        if let Ok(corners) = <[Point<i32>; 4]>::try_from(corners(outline.points))
            && let Some(square) = square(corners)
        {
            found.push(square);
        }
    }
    found
}

/// The corners of an outline. It is cut in two at points that surely are corners, each being the farthest from the
/// other, since the two ends of a simplified line stay whatever they are.
fn corners(mut points: Vec<Point<i32>>) -> Vec<Point<i32>> {
    let farthest = |points: &[Point<i32>], from: Point<i32>| {
        let far = |i: &usize| (points[*i].x - from.x).pow(2) + (points[*i].y - from.y).pow(2);
        (0..points.len()).max_by_key(far).unwrap_or(0)
    };
    let first = farthest(&points, points[0]);
    points.rotate_left(first);
    let opposite = farthest(&points, points[0]);
    let reach = arc_length(&points, true) * STRAIGHT;
    points.push(points[0]);
    let mut corners = approximate_polygon_dp(&points[..=opposite], reach, false);
    corners.pop();
    corners.extend(approximate_polygon_dp(&points[opposite..], reach, false));
    corners.pop();
    corners
}

/// The corners clockwise, at the outer edge of their pixels, if they make a convex quadrangle of a fair size.
#[expect(clippy::cast_precision_loss, reason = "pixels of a picture")]
fn square(corners: [Point<i32>; 4]) -> Option<[Corner; 4]> {
    let mut points = corners.map(|corner| (corner.x as f32 + 0.5, corner.y as f32 + 0.5));
    let cross =
        |a: Corner, b: Corner, c: Corner| (b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0);
    let turn = |i: usize| cross(points[i], points[(i + 1) % 4], points[(i + 2) % 4]);
    let turns = [turn(0), turn(1), turn(2), turn(3)];
    if !(turns.iter().all(|turn| *turn > 0.0) || turns.iter().all(|turn| *turn < 0.0)) {
        return None;
    }
    if turns[0] < 0.0 {
        points.reverse();
    }
    let sides: Vec<f32> = (0..4)
        .map(|i| length(points[i], points[(i + 1) % 4]))
        .collect();
    let (least, most) = (
        sides.iter().copied().fold(f32::MAX, f32::min),
        sides.iter().copied().fold(0.0, f32::max),
    );
    if f64::from(least) < SMALLEST || most > least * 2.2 {
        return None;
    }
    // Outlines run through the middles of the outermost pixels: half a pixel further out is the edge.
    let middle = middle(&points);
    Some(points.map(|point| {
        let away = length(point, middle).max(1.0);
        let grown = (away + 0.7) / away;
        (
            middle.0 + (point.0 - middle.0) * grown,
            middle.1 + (point.1 - middle.1) * grown,
        )
    }))
}

fn length(a: Corner, b: Corner) -> f32 {
    (b.0 - a.0).hypot(b.1 - a.1)
}

fn middle(points: &[Corner; 4]) -> Corner {
    let sum = points
        .iter()
        .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    (sum.0 / 4.0, sum.1 / 4.0)
}

enum Mark {
    Card(Seen),
    /// A black frame around something that is no card's mark.
    Unread,
    Other,
}

/// The side of a framed mark in its own units.
const EDGE: f32 = 7.0;

/// Corners of a framed mark in its own units, clockwise from the top left.
const OWN: [Corner; 4] = [(0.0, 0.0), (EDGE, 0.0), (EDGE, EDGE), (0.0, EDGE)];

fn decode(picture: &GrayImage, corners: [Corner; 4]) -> Mark {
    let Some(plane) = Projection::from_control_points(OWN, corners) else {
        return Mark::Other;
    };
    let mut light = [[0.0_f32; FRAMED]; FRAMED];
    for (row, line) in light.iter_mut().enumerate() {
        for (column, module) in line.iter_mut().enumerate() {
            *module = brightness(picture, &plane, row, column);
        }
    }
    let all = || light.iter().flatten().copied();
    let framed =
        |row: usize, column: usize| !((1..=SIDE).contains(&row) && (1..=SIDE).contains(&column));
    let border = |(i, light): (usize, f32)| framed(i / FRAMED, i % FRAMED).then_some(light);
    let frame: Vec<f32> = all().enumerate().filter_map(border).collect();
    #[expect(clippy::cast_precision_loss, reason = "two dozen modules")]
    let black = frame.iter().sum::<f32>() / frame.len() as f32;
    let white = all().fold(0.0, f32::max);
    if white - black < 24.0 {
        return Mark::Other;
    }
    let threshold = black + (white - black) * 0.5;
    // A thumb on the frame does no harm; what has no frame is something else.
    if frame.iter().filter(|light| **light > threshold).count() > 3 {
        return Mark::Other;
    }
    let mut modules = 0;
    for row in &light[1..=SIDE] {
        for module in &row[1..=SIDE] {
            modules = modules << 1 | u32::from(*module > threshold);
        }
    }
    let Some((card, turns)) = marks::recognise(modules) else {
        return Mark::Unread;
    };
    let at = middle(&corners);
    // Seen turned by so many quarters, the side A is the edge behind the corner of that number.
    let edge = |side: usize| {
        let (from, to) = (corners[(side + turns) % 4], corners[(side + turns + 1) % 4]);
        (
            f32::midpoint(from.0, to.0) - at.0,
            f32::midpoint(from.1, to.1) - at.1,
        )
    };
    let up = (0..4)
        .min_by(|a, b| edge(*a).1.total_cmp(&edge(*b).1))
        .unwrap_or(0);
    let (across, along) = edge(up);
    if (across / across.hypot(along).max(0.1)).abs() > ASKEW {
        return Mark::Unread;
    }
    let sides = (0..4)
        .map(|i| length(corners[i], corners[(i + 1) % 4]))
        .sum::<f32>();
    Mark::Card(Seen {
        card,
        answer: Answer::ALL[up],
        at,
        size: sides / 4.0,
    })
}

/// The brightness of a module: the mean of nine points around its middle.
#[expect(clippy::cast_precision_loss, reason = "seven modules")]
fn brightness(picture: &GrayImage, plane: &Projection, row: usize, column: usize) -> f32 {
    let mut sum = 0.0;
    for down in [0.3, 0.5, 0.7] {
        for right in [0.3, 0.5, 0.7] {
            sum += pixel(picture, *plane * (column as f32 + right, row as f32 + down));
        }
    }
    sum / 9.0
}

/// The brightness at a point, between the four pixels around it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "points within a picture"
)]
fn pixel(picture: &GrayImage, (x, y): Corner) -> f32 {
    let (width, height) = picture.dimensions();
    let x = (x - 0.5).clamp(0.0, width as f32 - 1.001);
    let y = (y - 0.5).clamp(0.0, height as f32 - 1.001);
    let (left, top) = (x as u32, y as u32);
    let (right, below) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let light = |x, y| {
        let Luma([light]) = *picture.get_pixel(x, y);
        f32::from(light)
    };
    let (fx, fy) = (x - left as f32, y - top as f32);
    let mix = |a: f32, b: f32, t: f32| a + (b - a) * t;
    mix(
        mix(light(left, top), light(right, top), fx),
        mix(light(left, below), light(right, below), fx),
        fy,
    )
}
