//! Placement: a search for the arrangement that reads best.
//!
//! Hard: inside the panel, off the faces, off one another, in reading order, no tail over a face.
//! Soft, in panel units of inconvenience: far from the speaker, low in the panel, over figures, an odd
//! shape, uneven lines, a long or crossing tail.

use kurbo::{Line, ParamCurveArclen, Point, Rect};
use vac_xin_so::model::BalloonKind;

use super::lines::Block;
use super::{MARGIN, Placed, body, tail};

/// Partial arrangements kept after each balloon.
const BEAM: usize = 48;

/// Places tried for one balloon, after the best by their own cost.
const TRIED: usize = 160;

/// The grid of places, in panel units.
const STEP: f64 = 20.0;

/// A balloon that wants a place.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) kind: BalloonKind,
    /// Every way to stack its words.
    pub(super) blocks: Vec<Block>,
    pub(super) mouth: Option<Point>,
    /// Whose head the tail goes to, as an index of the faces.
    pub(super) speaker: Option<usize>,
    /// Who says it as well: the index of the face, and the mouth.
    pub(super) second: Option<(usize, Point)>,
    pub(super) mine: bool,
    /// The same one goes on speaking: joined to the balloon before, without a tail of its own.
    pub(super) chained: bool,
    /// Where the author insists.
    pub(super) at: Option<Point>,
}

/// Where balloons may go.
struct Room<'a> {
    faces: &'a [Rect],
    bodies: &'a [Rect],
    inside: Rect,
}

/// Finds a place for every balloon that has none yet.
///
/// # Errors
/// The first balloon for which nothing is left.
pub(super) fn place(
    wanted: &[Wanted],
    fixed: Vec<Option<Placed>>,
    faces: &[Rect],
    bodies: &[Rect],
    height: f64,
) -> Result<Vec<Placed>, usize> {
    let room = Room {
        faces,
        bodies,
        inside: Rect::new(0.0, 0.0, 1000.0, height).inset(-MARGIN),
    };
    let mut beam: Vec<(f64, Vec<Placed>)> = vec![(0.0, Vec::new())];
    for (i, (want, given)) in wanted.iter().zip(fixed).enumerate() {
        let candidates = match given {
            Some(placed) => vec![(0.0, placed)],
            None => candidates(want, i, &room),
        };
        let mut next: Vec<(f64, Vec<Placed>)> = Vec::new();
        for (cost, done) in &beam {
            for (own, placed) in &candidates {
                if let Some(together) = together(done, placed, want.chained) {
                    let mut all = done.clone();
                    all.push(placed.clone());
                    next.push((cost + own + together, all));
                }
            }
        }
        next.sort_by(|a, b| a.0.total_cmp(&b.0));
        next.truncate(BEAM);
        if next.is_empty() {
            return Err(i);
        }
        beam = next;
    }
    let mut best = beam
        .into_iter()
        .next()
        .map(|(_, placed)| placed)
        .unwrap_or_default();
    for i in 1..best.len() {
        if wanted[i].chained {
            let to = best[i - 1].at;
            best[i].tail = Some(tail::Aim {
                mouth: to,
                tip: best[i].at.lerp(to, 0.8),
                bend: tail::BEND,
            });
        }
    }
    Ok(best)
}

/// How far two boxes are apart.
fn gap(a: Rect, b: Rect) -> f64 {
    let x = (b.x0 - a.x1).max(a.x0 - b.x1).max(0.0);
    let y = (b.y0 - a.y1).max(a.y0 - b.y1).max(0.0);
    x.hypot(y)
}

/// The best places of one balloon by itself, with their cost.
fn candidates(want: &Wanted, index: usize, room: &Room<'_>) -> Vec<(f64, Placed)> {
    let mut found: Vec<(f64, Placed)> = Vec::new();
    for block in &want.blocks {
        let half = body::half(want.kind, block);
        let space = room.inside.inset((-half.0, -half.1));
        if space.width() < 0.0 || space.height() < 0.0 || space.x1 < space.x0 || space.y1 < space.y0
        {
            continue;
        }
        let before = found.len();
        let mut try_at = |at: Point| {
            let aimed = aimed(want, at, half, room);
            let placed = Placed {
                kind: want.kind,
                block: block.clone(),
                at,
                half,
                tail: aimed,
                second: want.second.map(|(other, mouth)| {
                    let face = room.faces.get(other).copied();
                    tail::aim(at, half, mouth, face, tail::LONGEST)
                }),
                mine: want.mine,
                slot: None,
            };
            if let Some(cost) = alone(&placed, want, index, room) {
                found.push((cost, placed));
            }
        };
        if let Some(at) = want.at {
            try_at(Point::new(
                at.x.clamp(space.x0, space.x1),
                at.y.clamp(space.y0, space.y1),
            ));
        } else {
            let mut y = space.y0;
            while y <= space.y1 {
                let mut x = space.x0;
                while x <= space.x1 {
                    try_at(Point::new(x, y));
                    x += STEP;
                }
                try_at(Point::new(space.x1, y));
                y += STEP;
            }
        }
        // Each way to stack the words keeps its best places: variety for the search.
        found[before..].sort_by(|a, b| a.0.total_cmp(&b.0));
        found.truncate(before + TRIED / 2);
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.truncate(TRIED * 2);
    found
}

fn aimed(want: &Wanted, at: Point, half: (f64, f64), room: &Room<'_>) -> Option<tail::Aim> {
    if want.chained
        || matches!(
            want.kind,
            BalloonKind::Caption | BalloonKind::Message | BalloonKind::Sound
        )
    {
        return None;
    }
    let face = want.speaker.and_then(|i| room.faces.get(i)).copied();
    let aim = |longest| move |mouth| tail::aim(at, half, mouth, face, longest);
    let near = want.mouth.map(aim(tail::LONGEST));
    if want.kind != BalloonKind::Electronic {
        return near;
    }
    // To a device all the way, around the faces between.
    let whole = want.mouth.map(aim(tail::TO_DEVICE))?;
    let ways = [tail::BEND, 0.24, -0.24, 0.36, -0.36, 0.48, -0.48];
    let ways = ways.map(|bend| tail::Aim { bend, ..whole });
    let free = |aim: &tail::Aim| {
        let faces = room.faces.iter();
        !faces
            .map(|f| f.inset(14.0))
            .any(|face| crosses(at, *aim, face))
            && inside(at, *aim, room)
    };
    ways.into_iter().find(free).or(near)
}

/// What a place costs by itself; `None` where it may not be.
fn alone(placed: &Placed, want: &Wanted, index: usize, room: &Room<'_>) -> Option<f64> {
    let bounds = placed.bounds();
    let insisted = want.at.is_some();
    if room.faces.iter().any(|face| meet(bounds, face.inset(6.0)))
        && placed.kind != BalloonKind::Sound
    {
        return None;
    }
    let (w, h) = (placed.half.0, placed.half.1);
    let aim_ratio: f64 = if placed.kind == BalloonKind::Caption {
        3.4
    } else {
        1.75
    };
    let mut cost = ((w / h) / aim_ratio).ln().powi(2) * 90.0 + placed.block.ragged * 160.0;
    cost += bounds.y0 * 0.22;
    let over: f64 = room
        .bodies
        .iter()
        .map(|body| bounds.intersect(*body).area())
        .sum();
    cost += over
        * if placed.kind == BalloonKind::Caption {
            0.009
        } else {
            0.0026
        };
    match placed.kind {
        BalloonKind::Caption => {
            // A caption tells where and when: it hangs in a corner, the first at the top left.
            let left = bounds.x0 - room.inside.x0;
            let right = room.inside.x1 - bounds.x1;
            cost += left.min(right) * 0.9 + if index == 0 { left * 0.5 } else { 0.0 };
        }
        BalloonKind::Sound | BalloonKind::Message => {}
        BalloonKind::Speech
        | BalloonKind::Thought
        | BalloonKind::Shout
        | BalloonKind::Whisper
        | BalloonKind::Electronic => {
            let Some(aim) = placed.tail else {
                return Some(cost);
            };
            let away = Line::new(placed.at, aim.mouth);
            cost += (placed.at.x - aim.mouth.x).abs() * 0.42;
            if let Some(second) = placed.second {
                // Between the two.
                cost += (placed.at.x - second.mouth.x).abs() * 0.42;
                let middle = aim.mouth.midpoint(second.mouth);
                cost += (placed.at.x - middle.x).abs() * 1.2;
            }
            cost += (away.arclen(1.0) - h).max(0.0) * 0.30;
            let face = want.speaker.and_then(|i| room.faces.get(i));
            if let Some(face) = face {
                // Above the head reads best; beside it is well; below the chin is a last resort.
                if bounds.y1 > face.y1 {
                    cost += 130.0;
                }
                let gap = aim.tip.distance(aim.mouth);
                cost += (gap - face.height() * 0.9).max(0.0) * 0.35;
            }
            if want.kind == BalloonKind::Electronic {
                cost +=
                    (aim.tip.distance(aim.mouth) - 100.0).max(0.0) * 0.8 + aim.bend.abs() * 200.0;
            }
            let crossed = room
                .faces
                .iter()
                .enumerate()
                .filter(|(i, _)| Some(*i) != want.speaker);
            for (_, other) in crossed {
                if crosses(placed.at, aim, *other) {
                    if insisted {
                        cost += 400.0;
                    } else {
                        return None;
                    }
                }
            }
        }
    }
    Some(cost)
}

/// Whether the way from a body's middle to the tip of its tail goes over a box.
fn crosses(from: Point, aim: tail::Aim, over: Rect) -> bool {
    (0..=16).any(|k| over.contains(aim.along(from, f64::from(k) / 16.0)))
}

/// Whether a tail stays in the panel.
fn inside(from: Point, aim: tail::Aim, room: &Room<'_>) -> bool {
    (0..=8).all(|k| room.inside.contains(aim.along(from, f64::from(k) / 8.0)))
}

fn meet(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// What a place costs beside those before it; `None` where they cannot be together.
fn together(done: &[Placed], placed: &Placed, chained: bool) -> Option<f64> {
    let bounds = placed.bounds();
    let mut cost = 0.0;
    if let (true, Some(before)) = (chained, done.last()) {
        // Joined balloons stand close, one under the other.
        cost += gap(before.bounds(), bounds) * 2.0 + (before.at.x - placed.at.x).abs() * 0.3;
    }
    for before in done {
        let earlier = before.bounds();
        if meet(bounds, earlier.inset(5.0)) {
            return None;
        }
        if !in_order(earlier, bounds) {
            return None;
        }
        for (tail, body) in [(before.tail, bounds), (placed.tail, earlier)] {
            if let Some(aim) = tail {
                let from = if body == bounds { before.at } else { placed.at };
                if crosses(from, aim, body) {
                    return None;
                }
            }
        }
        if let (Some(a), Some(b)) = (before.tail, placed.tail)
            && Line::new(before.at, a.tip)
                .crossing_point(Line::new(placed.at, b.tip))
                .is_some_and(|p| on(p, before.at, a.tip) && on(p, placed.at, b.tip))
        {
            return None;
        }
        // Balloons of one row line up a little lower each, never leave a hole between them.
        cost += ((bounds.y0 - earlier.y1).max(0.0) * 0.05).min(30.0);
    }
    Some(cost)
}

fn on(p: Point, a: Point, b: Point) -> bool {
    Rect::from_points(a, b).inset(1.0).contains(p)
}

/// Reading goes from top to bottom, and within a row from left to right.
fn in_order(earlier: Rect, later: Rect) -> bool {
    let shared = (earlier.y1.min(later.y1) - earlier.y0.max(later.y0)).max(0.0);
    let row = shared > earlier.height().min(later.height()) * 0.45;
    if row {
        later.center().x > earlier.center().x && later.y0 > earlier.y0 - 70.0
    } else {
        later.center().y > earlier.center().y
    }
}
