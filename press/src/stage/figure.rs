//! Figures: heads on necks, feet on the floor, eyes where they look.

use kurbo::{Affine, Point, Rect, Vec2};

use super::camera::Camera;
use super::{Half, Key, Piece, Shelf, Staged};
use crate::art::{Art, Character};
use crate::staging::{Actor, Facing, Look, Set, Shot, Staging, Time};

/// In near shots feet are out of the picture, so differences in height may shrink: an adult beside a
/// child stays in the frame. 1 would keep them whole.
const HEIGHTS_KEPT: f64 = 0.55;

/// How far the eyes move for each look, in part units; the white stays.
pub(super) const fn gaze(look: Look) -> Vec2 {
    match look {
        Look::Ahead => Vec2::ZERO,
        Look::Back => Vec2::new(-11.0, 1.0),
        Look::Up => Vec2::new(3.0, -9.0),
        Look::Down => Vec2::new(2.0, 9.0),
    }
}

/// Puts every actor of a panel on the ground of its place.
pub(super) fn stand(staging: &Staging, shot: Shot, view: &Camera, art: &Art, staged: &mut Staged) {
    let time = match &staging.set {
        Set::Place { time, .. } => *time,
        Set::Screen { .. } => Time::Day,
    };
    let tall = |actor: &Actor| {
        art.characters
            .get(&actor.who)
            .map_or(0.0, |c| stature(c, &actor.pose) * actor.scale)
    };
    let tallest = staging.actors.iter().map(tall).fold(0.0, f64::max);
    for actor in &staging.actors {
        let Some(character) = art.characters.get(&actor.who) else {
            continue;
        };
        let size = view.figure * actor.scale;
        let own = stature(character, &actor.pose) * actor.scale;
        let floor = match view.crown {
            None => view.floor,
            Some(crown) => crown + (own + (tallest - own) * HEIGHTS_KEPT) * view.figure,
        } + actor.dy;
        let turn = match actor.facing {
            Facing::Right => 1.0,
            Facing::Left => -1.0,
        };
        let body =
            Affine::translate((actor.x, floor)) * Affine::scale_non_uniform(size * turn, size);
        if matches!(shot, Shot::Wide | Shot::Full) {
            let width = character
                .part
                .bounds(&format!("pose-{}", actor.pose))
                .map_or(300.0, |b| b.width());
            staged.pieces.push(Piece::Shadow(
                Point::new(actor.x, floor - 2.0),
                width * size * 0.46,
            ));
        }
        draw(character, actor, body, time, staged);
    }
}

/// From the floor to the top of the head, in part units.
fn stature(character: &Character, pose: &str) -> f64 {
    let neck = character.part.pivot("neck").unwrap_or_default();
    let at = character
        .part
        .pivot(&format!("{pose}-neck"))
        .unwrap_or_default();
    let hair = character
        .part
        .bounds("front-hair")
        .unwrap_or(character.head);
    -(at.y - neck.y + hair.y0.min(character.head.y0))
}

fn draw(character: &Character, actor: &Actor, body: Affine, time: Time, staged: &mut Staged) {
    let neck = character.part.pivot("neck").unwrap_or_default();
    let at = character
        .part
        .pivot(&format!("{}-neck", actor.pose))
        .unwrap_or_default();
    let head =
        body * Affine::translate(at - neck) * Affine::rotate_about(actor.tilt.to_radians(), neck);
    let key = |layer: String, half: Half, look: Look| Key {
        half,
        look,
        ..Key::new(Shelf::Character, &actor.who, layer, time)
    };
    let pose = format!("pose-{}", actor.pose);
    let face = format!("face-{}", actor.face);
    let whole = |layer: &str| key(layer.to_owned(), Half::Whole, Look::Ahead);
    staged.pieces.extend([
        Piece::Part(whole("back-hair"), head),
        Piece::Part(key(pose.clone(), Half::Under, Look::Ahead), body),
        Piece::Part(whole("head"), head),
        Piece::Part(key(face, Half::Whole, actor.look), head),
        Piece::Part(whole("front-hair"), head),
        Piece::Part(key(pose.clone(), Half::Over, Look::Ahead), body),
    ]);
    let mouth = character.part.pivot("mouth").unwrap_or(neck);
    let hair = character
        .part
        .bounds("front-hair")
        .unwrap_or(character.head);
    let whole_head = character.head.union(Rect::new(
        hair.x0.max(character.head.x0 - 30.0),
        hair.y0,
        hair.x1.min(character.head.x1 + 30.0),
        character.head.y1,
    ));
    staged.faces.push(head.transform_rect_bbox(whole_head));
    staged.mouths.push(head * mouth);
    let figure = character.part.bounds(&pose).unwrap_or_default();
    staged.bodies.push(body.transform_rect_bbox(figure));
}
