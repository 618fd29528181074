//! What is neither a place nor a figure: light and air, and the windows through which a picture is seen.

use std::fmt::{Display, Write as _};

use kurbo::{Point, Rect, Vec2};
use vac_xin_so::model::Shape;

use super::Piece;
use crate::art::{path_data, smooth};
use crate::staging::{Effect, Frame, Time};

const INK: &str = "#2b2430";
/// The line around a panel whose border is drawn and not the page's, in panel units.
const BORDER: u8 = 9;

/// The soft shadow under a figure.
pub(super) fn shadow(at: Point, half: f64) -> Piece {
    Piece::Plain(format!(
        "<ellipse cx=\"{:.0}\" cy=\"{:.0}\" rx=\"{half:.0}\" ry=\"{:.0}\" fill=\"{INK}\" opacity=\".2\"/>",
        at.x,
        at.y,
        half * 0.14
    ))
}

/// A breath of light or dark over the place, so that figures stand out: 0 to 1.
pub(super) fn veil(time: Time, strength: f64) -> Option<Piece> {
    let colour = match time {
        Time::Day => "#fff6e5",
        Time::Evening => "#ffe2bd",
        Time::Night => "#20264a",
    };
    (strength > 0.0).then(|| Piece::Plain(wash(colour, strength)))
}

/// A colour over everything, also where the camera rolls.
fn wash(colour: &str, strength: impl Display) -> String {
    format!("<path d=\"M-300-300h1600v2000h-1600z\" fill=\"{colour}\" opacity=\"{strength}\"/>")
}

/// The hour's light over figures and things: warm and low, or blue.
pub(super) fn hour(time: Time) -> Option<Piece> {
    let (colour, strength) = match time {
        Time::Day => return None,
        Time::Evening => ("#ff9440", ".08"),
        Time::Night => ("#262a78", ".14"),
    };
    Some(Piece::Plain(wash(colour, strength)))
}

/// The white between the halves of a split panel.
pub(super) fn gutter() -> Piece {
    Piece::Plain("<path d=\"M400-9h200v1400H400z\" fill=\"#fff\"/>".to_owned())
}

/// The light of a screen in the dark: rings, the largest the faintest.
pub(super) fn glow(at: Point, radius: f64) -> Piece {
    let rings: String = [1.0, 0.86, 0.72, 0.58, 0.44, 0.3]
        .iter()
        .map(|k| {
            let r = radius * k;
            format!(
                "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{r:.0}\"/>",
                at.x, at.y
            )
        })
        .collect();
    // The opacity belongs to each ring: they add up towards the middle.
    let rings = rings.replace("/>", " opacity=\".045\"/>");
    Piece::Plain(format!("<g fill=\"#d6ecff\">{rings}</g>"))
}

/// A number between 0 and 1 that looks like chance and is always the same.
fn chance(i: u32) -> f64 {
    let mixed = i.wrapping_mul(2_654_435_761) ^ i.rotate_left(13).wrapping_mul(40503);
    f64::from(mixed >> 8 & 0xffff) / 65535.0
}

/// What is in the air behind the figures, around a point.
pub(super) fn behind(effect: Effect, around: Point, shape: Shape, time: Time) -> Option<Piece> {
    let height = f64::from(shape.height());
    let light = time == Time::Night;
    match effect {
        Effect::Burst => Some(burst(around, height, light)),
        Effect::Speed => Some(speed(height, light)),
        Effect::Gloom => Some(gloom(height)),
        Effect::Sparkle => Some(sparkle(around, height)),
        Effect::Rain => None,
    }
}

/// What is in the air before the figures.
pub(super) fn before(effect: Effect, shape: Shape) -> Option<Piece> {
    (effect == Effect::Rain).then(|| rain(f64::from(shape.height())))
}

/// A thin wedge from `from` (its width there) to a point.
fn wedge(from: Point, to: Point, width: f64) -> String {
    let way = to - from;
    let across = Vec2::new(-way.y, way.x) / way.hypot().max(1.0) * width / 2.0;
    let (a, b) = (from + across, from - across);
    format!(
        "M{:.0} {:.0}L{:.0} {:.0}L{:.0} {:.0}z",
        a.x, a.y, to.x, to.y, b.x, b.y
    )
}

/// Focus lines: from the edges towards a face, with air around it.
fn burst(around: Point, height: f64, light: bool) -> Piece {
    let mut d = String::new();
    let reach = 1000.0_f64.hypot(height);
    for i in 0..64_u32 {
        let angle = f64::from(i) / 64.0 * std::f64::consts::TAU + (chance(i) - 0.5) * 0.07;
        let (sin, cos) = angle.sin_cos();
        let dir = Vec2::new(cos, sin);
        let inner = 330.0 + chance(i + 100) * 150.0;
        let width = 16.0 + chance(i + 200) * 26.0;
        d.push_str(&wedge(around + dir * reach, around + dir * inner, width));
    }
    let (fill, opacity) = if light {
        ("#fff", ".34")
    } else {
        ("#5d5363", ".42")
    };
    Piece::Plain(format!(
        "<path d=\"{d}\" fill=\"{fill}\" opacity=\"{opacity}\"/>"
    ))
}

/// Lines along the way, thin at one end.
fn speed(height: f64, light: bool) -> Piece {
    let mut d = String::new();
    for i in 0..26_u32 {
        let y = (f64::from(i) + chance(i)) / 26.0 * height;
        let x = chance(i + 50) * 900.0 - 100.0;
        let long = 240.0 + chance(i + 90) * 420.0;
        let width = 4.0 + chance(i + 130) * 9.0;
        d.push_str(&wedge(Point::new(x, y), Point::new(x + long, y), width));
    }
    let fill = if light { "#dfe4ff" } else { "#fffdf7" };
    Piece::Plain(format!("<path d=\"{d}\" fill=\"{fill}\" opacity=\".75\"/>"))
}

/// Shade that hangs from above in uneven strokes.
fn gloom(height: f64) -> Piece {
    let mut d = String::new();
    for i in 0..40_u32 {
        let x = (f64::from(i) + chance(i)) / 40.0 * 1040.0 - 20.0;
        let long = height * (0.16 + chance(i + 60) * 0.3);
        let from = Point::new(x, -10.0);
        d.push_str(&wedge(
            from,
            Point::new(x, long),
            5.0 + chance(i + 20) * 6.0,
        ));
    }
    let shade = wash("#3a3460", ".3");
    Piece::Plain(format!(
        "{shade}<path d=\"{d}\" fill=\"#2c2850\" opacity=\".5\"/>"
    ))
}

/// Four-pointed lights around a face.
fn sparkle(around: Point, height: f64) -> Piece {
    let mut d = String::new();
    for i in 0..16_u32 {
        let at = Point::new(chance(i) * 1000.0, chance(i + 40) * height * 0.8);
        if at.distance(around) < 240.0 {
            continue;
        }
        let r = 14.0 + chance(i + 80) * 26.0;
        let k = r * 0.16;
        let _ = write!(
            d,
            "M{:.0} {:.0}l{k:.0} {:.0}l{:.0} {k:.0}l{:.0} {k:.0}l-{k:.0} {:.0}l-{k:.0}-{:.0}l-{:.0}-{k:.0}l{:.0}-{k:.0}z",
            at.x,
            at.y - r,
            r - k,
            r - k,
            k - r,
            r - k,
            r - k,
            r - k,
            r - k
        );
    }
    Piece::Plain(format!("<path d=\"{d}\" fill=\"#ffc94f\" opacity=\".9\"/>"))
}

fn rain(height: f64) -> Piece {
    let mut d = String::new();
    for i in 0..70_u32 {
        let from = Point::new(chance(i) * 1150.0 - 20.0, chance(i + 70) * height);
        let long = 44.0 + chance(i + 140) * 70.0;
        let to = from + Vec2::new(-0.22, 1.0) * long;
        d.push_str(&wedge(to, from, 7.0));
    }
    Piece::Plain(format!(
        "<path d=\"{d}\" fill=\"#f2faff\" opacity=\".85\"/>"
    ))
}

/// Through what a picture, or a part of it, is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The left half of a split panel.
    Left(Shape),
    /// The right half.
    Right(Shape),
    /// A frame that is not straight.
    Framed(Frame, Shape),
}

/// How far the line between the halves of a split panel leans, and half its width.
const LEAN: (f64, f64) = (34.0, 12.0);

impl Window {
    /// The id of its clip path on a page.
    pub(super) fn id(self) -> String {
        let (name, shape) = match self {
            Self::Left(shape) => ("left", shape),
            Self::Right(shape) => ("right", shape),
            Self::Framed(frame, shape) => (
                match frame {
                    Frame::Plain => "plain",
                    Frame::Cloud => "cloud",
                    Frame::Jagged => "jagged",
                    Frame::Slanted => "slanted",
                    Frame::Round => "round",
                },
                shape,
            ),
        };
        format!("_.{name}-{}", shape.name())
    }

    pub(super) fn clip(self) -> String {
        format!(
            "<clipPath id=\"{}\"><path d=\"{}\"/></clipPath>",
            self.id(),
            self.outline()
        )
    }

    /// The line around it, drawn.
    pub(super) fn border(self) -> Piece {
        let line = format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"{BORDER}\" stroke-linejoin=\"round\"/>",
            self.outline()
        );
        Piece::Plain(line)
    }

    fn outline(self) -> String {
        let (lean, gap) = LEAN;
        match self {
            Self::Left(shape) => {
                let h = shape.height();
                format!(
                    "M-9-9H{:.0}L{:.0} {}H-9z",
                    500.0 + lean - gap,
                    500.0 - lean - gap,
                    h + 9
                )
            }
            Self::Right(shape) => {
                let h = shape.height();
                format!(
                    "M{:.0}-9H1009V{}H{:.0}z",
                    500.0 + lean + gap,
                    h + 9,
                    500.0 - lean + gap
                )
            }
            Self::Framed(frame, shape) => framed(frame, f64::from(shape.height())),
        }
    }
}

fn framed(frame: Frame, height: f64) -> String {
    let edge = f64::from(BORDER) / 2.0 + 1.0;
    let inner = Rect::new(edge, edge, 1000.0 - edge, height - edge);
    match frame {
        Frame::Plain => format!("M0 0H1000V{height}H0z"),
        Frame::Slanted => {
            let lean = 62.0;
            format!(
                "M{:.0} {edge:.0}H{:.0}L{:.0} {:.0}H{edge:.0}z",
                lean + edge,
                inner.x1,
                inner.x1 - lean,
                inner.y1
            )
        }
        Frame::Round => {
            let (rx, ry) = (inner.width() / 2.0, inner.height() / 2.0);
            let r = rx.min(ry);
            format!(
                "M{:.0} {:.0}a{r:.0} {r:.0} 0 1 1 0 {:.0}a{r:.0} {r:.0} 0 1 1 0-{:.0}z",
                500.0,
                height / 2.0 - r,
                r * 2.0,
                r * 2.0
            )
        }
        Frame::Jagged => {
            let points: Vec<Point> = around(inner, 76.0)
                .enumerate()
                .map(|(i, (at, inwards))| {
                    let i = u32::try_from(i).unwrap_or(0);
                    let deep = if i % 2 == 0 {
                        0.0
                    } else {
                        26.0 + chance(i) * 34.0
                    };
                    at + inwards * deep
                })
                .collect();
            straight(&points)
        }
        Frame::Cloud => {
            // Scallops: points on the line and between them, outwards by half a circle.
            let points: Vec<(Point, Vec2)> = around(inner.inset(-46.0), 190.0).collect();
            let mut d = String::new();
            for (i, (at, _)) in points.iter().enumerate() {
                let next = points[(i + 1) % points.len()].0;
                if i == 0 {
                    let _ = write!(d, "M{:.0} {:.0}", at.x, at.y);
                }
                let r = at.distance(next) * 0.56;
                let _ = write!(d, "A{r:.0} {r:.0} 0 0 1 {:.0} {:.0}", next.x, next.y);
            }
            d + "z"
        }
    }
}

/// Points around a box, clockwise from its top left, about `step` apart, each with the way to the middle.
fn around(of: Rect, step: f64) -> impl Iterator<Item = (Point, Vec2)> {
    let corners = [
        (Point::new(of.x0, of.y0), Point::new(of.x1, of.y0)),
        (Point::new(of.x1, of.y0), Point::new(of.x1, of.y1)),
        (Point::new(of.x1, of.y1), Point::new(of.x0, of.y1)),
        (Point::new(of.x0, of.y1), Point::new(of.x0, of.y0)),
    ];
    let middle = of.center();
    corners.into_iter().flat_map(move |(from, to)| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few points on a side"
        )]
        let count = (from.distance(to) / step).round().max(1.0) as u32;
        (0..count).map(move |i| {
            let at = from.lerp(to, f64::from(i) / f64::from(count));
            let way = middle - at;
            (at, way / way.hypot().max(1.0))
        })
    })
}

fn straight(points: &[Point]) -> String {
    // Every point twice: a corner.
    let corners: Vec<Point> = points.iter().flat_map(|p| [*p, *p]).collect();
    path_data(&smooth(&corners, true))
}
