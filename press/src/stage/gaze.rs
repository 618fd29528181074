//! Eye lines: whom a figure looks at, and where that is as seen from its face.

use kurbo::{Point, Vec2};

use crate::art::Art;
use crate::staging::{Actor, Facing, Gaze, Look, Source, Staging, View};

/// Heads that differ in height by less than this part of their distance look straight at one another.
const LEVEL: f64 = 0.34;

/// How far the eyes move for each look, in part units; the white stays.
pub(super) const fn offset(look: Look) -> Vec2 {
    match look {
        Look::Ahead => Vec2::ZERO,
        Look::Back => Vec2::new(-11.0, 1.0),
        Look::Up => Vec2::new(3.0, -9.0),
        Look::Down => Vec2::new(2.0, 9.0),
    }
}

/// Where each actor looks; `heads` are the middles of the heads, in panel units.
pub(super) fn looks(
    staging: &Staging,
    range: std::ops::Range<usize>,
    heads: &[Point],
    art: &Art,
) -> Vec<Look> {
    range
        .clone()
        .map(|i| {
            let actor = &staging.actors[i];
            if actor.view == View::Back {
                return Look::Ahead;
            }
            let at = |other: usize| {
                let (from, to) = (
                    heads.get(i - range.start),
                    heads.get(other.wrapping_sub(range.start)),
                );
                from.zip(to).map(|(from, to)| towards(actor, *to - *from))
            };
            match actor.gaze {
                Gaze::To(look) => Some(look),
                Gaze::At(other) => at(other),
                Gaze::Found if reads(staging, i, art) => Some(Look::Down),
                Gaze::Found => addressed(staging, i, &range, heads).and_then(at),
            }
            .unwrap_or_default()
        })
        .collect()
}

fn towards(actor: &Actor, way: Vec2) -> Look {
    let ahead = match actor.facing {
        Facing::Right => way.x,
        Facing::Left => -way.x,
    };
    if way.y.abs() > way.x.abs() * LEVEL && way.y.abs() > 60.0 {
        if way.y > 0.0 { Look::Down } else { Look::Up }
    } else if ahead < 0.0 {
        Look::Back
    } else {
        Look::Ahead
    }
}

/// Whether it holds something to look at and has nothing to say.
fn reads(staging: &Staging, i: usize, art: &Art) -> bool {
    let actor = &staging.actors[i];
    let holds = art.characters.get(&actor.who).is_some_and(|character| {
        let layer = super::figure::layer(actor);
        character.grips.contains_key(&layer)
    });
    holds && !speaks(staging, i)
}

fn speaks(staging: &Staging, i: usize) -> bool {
    staging.cues.iter().any(|cue| match cue.source {
        Source::Actor(speaker) => speaker == i,
        Source::Both(a, b) => a == i || b == i,
        Source::Off | Source::Nobody | Source::Them | Source::Me => false,
    })
}

/// Who is spoken to, or who speaks: the nearest in front, else the nearest.
fn addressed(
    staging: &Staging,
    i: usize,
    range: &std::ops::Range<usize>,
    heads: &[Point],
) -> Option<usize> {
    let head = |j: usize| heads.get(j - range.start).copied();
    let from = head(i)?;
    let others = || range.clone().filter(|j| *j != i);
    let speaking: Vec<usize> = others().filter(|j| speaks(staging, *j)).collect();
    let among: Vec<usize> = if speaking.is_empty() || speaks(staging, i) {
        others().collect()
    } else {
        speaking
    };
    let turn = match staging.actors[i].facing {
        Facing::Right => 1.0,
        Facing::Left => -1.0,
    };
    let far = |j: &usize| {
        head(*j).map_or(f64::MAX, |to| {
            let way = to - from;
            way.hypot() + if way.x * turn < 0.0 { 600.0 } else { 0.0 }
        })
    };
    among.into_iter().min_by(|a, b| far(a).total_cmp(&far(b)))
}
