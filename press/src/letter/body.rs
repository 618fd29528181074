//! The bodies of balloons: how large a shape a text needs, and its outline.

use std::f64::consts::TAU;

use kurbo::Point;
use vac_xin_so::model::BalloonKind;

use super::lines::Block;

/// How square a speech balloon is: 2 is an ellipse, more is squarer.
const SQUARENESS: f64 = 2.7;

/// Half the width and half the height of the body that holds a block of lines.
#[must_use]
pub(super) fn half(kind: BalloonKind, block: &Block) -> (f64, f64) {
    let (w, h) = (block.width() / 2.0, block.height() / 2.0);
    match kind {
        BalloonKind::Caption => (w + 34.0, h + 20.0),
        BalloonKind::Message => (w + 36.0, h + 22.0),
        BalloonKind::Sound => (w + 12.0, h + 4.0),
        BalloonKind::Speech | BalloonKind::Whisper => round(block, SQUARENESS, 15.0),
        BalloonKind::Electronic => {
            let (rx, ry) = round(block, 3.2, 14.0);
            (rx + 14.0, ry + 14.0)
        }
        BalloonKind::Thought => {
            let (rx, ry) = round(block, 2.3, 20.0);
            (rx + 26.0, ry + 26.0)
        }
        BalloonKind::Shout => {
            let (rx, ry) = round(block, 2.2, 14.0);
            (rx * 1.16, ry * 1.2)
        }
    }
}

/// The smallest superellipse around every line's corners, with some air.
fn round(block: &Block, n: f64, air: f64) -> (f64, f64) {
    let (w, h) = (block.width() / 2.0, block.height() / 2.0);
    let line = block.height() / f64::from(u32::try_from(block.lines.len()).unwrap_or(1));
    let (mut rx, mut ry) = (w + air, h * 1.06 + air);
    loop {
        let fits = block.lines.iter().enumerate().all(|(i, (_, width))| {
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let top = -h + line * i as f64;
            // The letters themselves stand in the middle 80 % of their line.
            let far = (top + line * 0.1).abs().max((top + line * 0.9).abs());
            ((width / 2.0 + air * 0.8) / rx).powf(n) + (far / ry).powf(n) <= 1.0
        });
        if fits {
            return (rx, ry);
        }
        rx += 3.0;
        ry += 2.0;
    }
}

/// The outline as points around the middle (0, 0), clockwise from the right.
#[must_use]
pub(super) fn outline(kind: BalloonKind, (rx, ry): (f64, f64), seed: u32) -> Vec<Point> {
    match kind {
        BalloonKind::Shout => burst(rx, ry, seed),
        BalloonKind::Electronic => crackle(rx, ry),
        BalloonKind::Speech
        | BalloonKind::Whisper
        | BalloonKind::Thought
        | BalloonKind::Caption
        | BalloonKind::Message
        | BalloonKind::Sound => superellipse(rx, ry, seed),
    }
}

/// Around the body in 40 steps, with a hand's small wobble.
fn superellipse(rx: f64, ry: f64, seed: u32) -> Vec<Point> {
    (0..40)
        .map(|i| {
            let angle = TAU * f64::from(i) / 40.0;
            let wobble = 1.0 + 0.007 * (f64::from(i) * 0.79 + f64::from(seed)).sin();
            on_superellipse(rx, ry, angle, SQUARENESS) * wobble
        })
        .collect()
}

/// The point of a superellipse in the direction of `angle`.
pub(super) fn on_superellipse(rx: f64, ry: f64, angle: f64, n: f64) -> Scaled {
    let (sin, cos) = angle.sin_cos();
    let power = |v: f64| v.signum() * v.abs().powf(2.0 / n);
    Scaled(Point::new(rx * power(cos), ry * power(sin)))
}

/// A point that can be scaled away from the middle.
pub(super) struct Scaled(pub(super) Point);

impl std::ops::Mul<f64> for Scaled {
    type Output = Point;

    fn mul(self, k: f64) -> Point {
        Point::new(self.0.x * k, self.0.y * k)
    }
}

/// An even zigzag: a voice through a wire.
fn crackle(rx: f64, ry: f64) -> Vec<Point> {
    let teeth = 36u32;
    (0..teeth * 2)
        .map(|i| {
            let angle = TAU * f64::from(i) / f64::from(teeth * 2);
            let reach = if i % 2 == 0 { 1.0 } else { 0.945 };
            on_superellipse(rx, ry, angle, 3.2) * reach
        })
        .collect()
}

/// A burst: points out and in, uneven as drawn by hand, never nearer than the words.
fn burst(rx: f64, ry: f64, seed: u32) -> Vec<Point> {
    let spikes = 15u32;
    (0..spikes * 2)
        .map(|i| {
            let angle = TAU * f64::from(i) / f64::from(spikes * 2);
            let jitter = (f64::from(i.wrapping_mul(7).wrapping_add(seed) % 11) / 11.0 - 0.5) * 0.10;
            let reach = if i % 2 == 0 { 1.0 + jitter } else { 0.86 };
            on_superellipse(rx, ry, angle, 2.2) * reach
        })
        .collect()
}
