//! Pictures of a class with cards in its hands, made from a seed: rows of pupils, paper held askew, light from one
//! side, a lens that blurs and a sensor that hisses. What each card says is known.

use cards::{Answer, Card};
use imageproc::geometric_transformations::Projection;

/// Small random numbers, the same on every machine (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x5eed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    pub fn part(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.part()
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// About normally distributed, around nothing, with this deviation.
    pub fn around(&mut self, deviation: f32) -> f32 {
        ((0..4).map(|_| self.part()).sum::<f32>() - 2.0) * 1.73 * deviation
    }
}

/// How a class and its camera are.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    pub pupils: usize,
    /// The side of a mark in the last and in the first row, in pixels.
    pub marks: (f32, f32),
    /// How far cards are turned from upright, in degrees.
    pub tilt: f32,
    /// How far they are turned away from the camera, in degrees.
    pub away: f32,
    /// The deviation of the lens's blur, in pixels.
    pub blur: f32,
    /// The deviation of the sensor's noise, of 255.
    pub noise: f32,
    /// The light in the darkest and in the brightest corner.
    pub light: (f32, f32),
    /// The part of each card that a hand covers.
    pub covered: f32,
    /// Pixels that cards move while the picture is taken.
    pub motion: i32,
}

impl Conditions {
    /// A class of 45 in an ordinary room.
    pub const USUAL: Self = Self {
        pupils: 45,
        marks: (38.0, 74.0),
        tilt: 24.0,
        away: 30.0,
        blur: 0.9,
        noise: 6.0,
        light: (0.45, 1.0),
        covered: 0.0,
        motion: 0,
    };
}

/// A picture and what is on it.
#[derive(Clone, Debug)]
pub struct Class {
    pub width: u32,
    pub height: u32,
    /// A byte of brightness a pixel.
    pub luma: Vec<u8>,
    pub truth: Vec<(Card, Answer)>,
}

pub const SIZE: (u32, u32) = (1280, 720);

/// The picture of a seed.
pub fn class(seed: u64, how: &Conditions) -> Class {
    let mut dice = Dice::new(seed);
    let (width, height) = SIZE;
    let mut paper = vec![0.0_f32; (width * height) as usize];
    room(&mut paper, &mut dice);
    let mut numbers: Vec<u8> = (1..=cards::CARDS).collect();
    for i in (1..numbers.len()).rev() {
        let other = dice.below(i + 1);
        numbers.swap(i, other);
    }
    let mut truth = Vec::new();
    let columns = 9;
    let rows = how.pupils.div_ceil(columns);
    for (i, number) in numbers.into_iter().enumerate().take(how.pupils) {
        let (row, column) = (i / columns, i % columns);
        let near = row as f32 / (rows.max(2) - 1) as f32;
        let size = how.marks.0 + (how.marks.1 - how.marks.0) * near;
        let cell = (width as f32 / columns as f32, height as f32 / rows as f32);
        let at = (
            (column as f32 + 0.5) * cell.0
                + dice.between(-0.5, 0.5) * (cell.0 - size * 1.75).max(0.0),
            (row as f32 + 0.5) * cell.1 + dice.between(-0.5, 0.5) * (cell.1 - size * 1.75).max(0.0),
        );
        let card = Card::numbered(number).unwrap();
        let answer = Answer::ALL[dice.below(4)];
        hold(&mut paper, &mut dice, card, answer, at, size, how);
        truth.push((card, answer));
    }
    let luma = lens(&paper, &mut dice, how);
    Class {
        width,
        height,
        luma,
        truth,
    }
}

/// Walls, desks, shirts, hair, and stripes on a jumper or two.
fn room(paper: &mut [f32], dice: &mut Dice) {
    let (width, height) = SIZE;
    let wall = dice.between(120.0, 200.0);
    for (i, pixel) in paper.iter_mut().enumerate() {
        *pixel = wall + 20.0 * ((i as u32 / width) as f32 / height as f32);
    }
    for _ in 0..160 {
        let (w, h) = (dice.between(10.0, 160.0), dice.between(10.0, 130.0));
        let (x, y) = (
            dice.between(-40.0, width as f32),
            dice.between(-40.0, height as f32),
        );
        let shade = dice.between(15.0, 235.0);
        let round = dice.below(2) == 0;
        let stripes = dice.below(9) == 0;
        fill(paper, (x, y, w, h), |u, v| {
            let inside = !round || (u - 0.5).hypot(v - 0.5) < 0.5;
            let dark = stripes && (v * 9.0) as i32 % 2 == 0;
            inside.then_some(if dark { shade * 0.4 } else { shade })
        });
    }
}

fn fill(
    paper: &mut [f32],
    (x, y, w, h): (f32, f32, f32, f32),
    shade: impl Fn(f32, f32) -> Option<f32>,
) {
    let (width, height) = SIZE;
    for row in (y.max(0.0) as u32)..((y + h).clamp(0.0, height as f32) as u32) {
        for column in (x.max(0.0) as u32)..((x + w).clamp(0.0, width as f32) as u32) {
            if let Some(shade) = shade((column as f32 - x) / w, (row as f32 - y) / h) {
                paper[(row * width + column) as usize] = shade;
            }
        }
    }
}

/// Holds a card into the picture: the mark is seven units wide, the paper nine and a half.
fn hold(
    paper: &mut [f32],
    dice: &mut Dice,
    card: Card,
    answer: Answer,
    at: (f32, f32),
    size: f32,
    how: &Conditions,
) {
    let (width, height) = SIZE;
    let tilt = dice.between(-how.tilt, how.tilt).to_radians()
        - f32::from(answer as u8) * std::f32::consts::FRAC_PI_2;
    let (yaw, pitch) = (
        dice.between(-how.away, how.away).to_radians(),
        dice.between(-how.away, how.away).to_radians(),
    );
    let corner = |(u, v): (f32, f32)| {
        let (x, y) = (
            u * tilt.cos() - v * tilt.sin(),
            u * tilt.sin() + v * tilt.cos(),
        );
        let (x, z) = (x * yaw.cos(), x * yaw.sin());
        let (y, z) = (
            y * pitch.cos() - z * pitch.sin(),
            y * pitch.sin() + z * pitch.cos(),
        );
        // Seen from some eight widths away.
        let far = 1.0 + z / 8.0;
        (at.0 + x * size / far, at.1 + y * size / far)
    };
    let edge = 9.5 / 14.0;
    let own = [(-edge, -edge), (edge, -edge), (edge, edge), (-edge, edge)];
    let seen = own.map(corner);
    let Some(back) = Projection::from_control_points(seen, own) else {
        return;
    };
    let white = dice.between(205.0, 245.0);
    let ink = dice.between(18.0, 55.0);
    let hand = (dice.below(4), dice.between(150.0, 200.0));
    let bounds = |pick: fn(&(f32, f32)) -> f32| {
        let all = seen.iter().map(pick);
        (
            all.clone().fold(f32::MAX, f32::min),
            all.fold(f32::MIN, f32::max),
        )
    };
    let ((left, right), (top, bottom)) = (bounds(|c| c.0), bounds(|c| c.1));
    let side = |from: f32, to: f32, most: u32| {
        (from.max(0.0) as u32)..((to + 1.0).clamp(0.0, most as f32) as u32)
    };
    for y in side(top, bottom, height) {
        for x in side(left, right, width) {
            let (mut sum, mut hits) = (0.0, 0.0);
            for step in 0..9 {
                let (u, v) = back
                    * (
                        x as f32 + (step % 3) as f32 / 3.0 + 0.17,
                        y as f32 + (step / 3) as f32 / 3.0 + 0.17,
                    );
                if u.abs() > edge || v.abs() > edge {
                    continue;
                }
                hits += 1.0;
                let reach = match hand.0 {
                    0 => (u + edge) / (2.0 * edge),
                    1 => (edge - u) / (2.0 * edge),
                    2 => (v + edge) / (2.0 * edge),
                    _ => (edge - v) / (2.0 * edge),
                };
                let (column, row) = ((u + 0.5) * 7.0, (v + 0.5) * 7.0);
                let on = (0.0..7.0).contains(&column) && (0.0..7.0).contains(&row);
                sum += if reach < how.covered {
                    hand.1
                } else if on && card.is_black(row as usize, column as usize) {
                    ink
                } else {
                    white
                };
            }
            if hits > 0.0 {
                let pixel = &mut paper[(y * width + x) as usize];
                *pixel = *pixel * (1.0 - hits / 9.0) + sum / 9.0;
            }
        }
    }
}

/// What the camera makes of it.
fn lens(paper: &[f32], dice: &mut Dice, how: &Conditions) -> Vec<u8> {
    let (width, height) = (SIZE.0 as i32, SIZE.1 as i32);
    let mut kernel: Vec<f32> = (-3..=3)
        .map(|i| (-((i * i) as f32) / (2.0 * how.blur * how.blur).max(0.02)).exp())
        .collect();
    let sum: f32 = kernel.iter().sum();
    for weight in &mut kernel {
        *weight /= sum;
    }
    let pass = |from: &[f32], step: (i32, i32), kernel: &[f32]| -> Vec<f32> {
        let reach = kernel.len() as i32 / 2;
        (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .map(|(x, y)| {
                kernel
                    .iter()
                    .enumerate()
                    .map(|(i, weight)| {
                        let far = i as i32 - reach;
                        let (x, y) = (
                            (x + step.0 * far).clamp(0, width - 1),
                            (y + step.1 * far).clamp(0, height - 1),
                        );
                        from[(y * width + x) as usize] * weight
                    })
                    .sum()
            })
            .collect()
    };
    let mut seen = pass(&pass(paper, (1, 0), &kernel), (0, 1), &kernel);
    if how.motion > 0 {
        let long = vec![1.0 / how.motion as f32; how.motion as usize];
        seen = pass(&seen, (1, 0), &long);
    }
    let from = dice.between(0.0, std::f32::consts::TAU);
    let (dark, bright) = how.light;
    let mut out = Vec::with_capacity(seen.len());
    for (i, light) in seen.iter().enumerate() {
        let (x, y) = (
            (i as i32 % width) as f32 / width as f32 - 0.5,
            (i as i32 / width) as f32 / height as f32 - 0.5,
        );
        let towards = (x * from.cos() + y * from.sin()) / 1.42 + 0.5;
        let lit = light * (dark + (bright - dark) * towards.clamp(0.0, 1.0));
        out.push((lit + dice.around(how.noise)).clamp(0.0, 255.0) as u8);
    }
    out
}
