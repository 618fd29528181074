//! Figures: heads on necks, feet on the floor, eyes where they look.

use kurbo::{Affine, Point, Rect, Vec2};

use super::camera::Camera;
use super::{Half, Key, Piece, Shelf, Staged};
use crate::art::{Art, Character, body_layer};
use crate::staging::View;
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
            .map_or(0.0, |c| stature(c, &layer(actor)) * actor.scale)
    };
    let tallest = staging.actors.iter().map(tall).fold(0.0, f64::max);
    for actor in &staging.actors {
        let Some(character) = art.characters.get(&actor.who) else {
            continue;
        };
        let size = view.figure * actor.scale;
        let own = stature(character, &layer(actor)) * actor.scale;
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
                .bounds(&layer(actor))
                .map_or(300.0, |b| b.width().min(420.0));
            staged.pieces.push(Piece::Shadow(
                Point::new(actor.x, floor - 2.0),
                width * size * 0.46,
            ));
        }
        draw(character, actor, body, time, art, staged);
    }
}

/// The layer of an actor's body.
fn layer(actor: &Actor) -> String {
    body_layer(actor.view, &actor.pose, &actor.wears)
}

/// From the floor to the top of the head, in part units.
fn stature(character: &Character, layer: &str) -> f64 {
    let neck = character.part.pivot("neck").unwrap_or_default();
    let at = neck_of(character, layer);
    let hair = character
        .part
        .bounds("front-hair")
        .unwrap_or(character.head);
    -(at.y - neck.y + hair.y0.min(character.head.y0))
}

/// Where the head sits on a body.
fn neck_of(character: &Character, layer: &str) -> Point {
    character
        .part
        .pivot(&format!("{layer}-neck"))
        .unwrap_or_default()
}

fn draw(
    character: &Character,
    actor: &Actor,
    body: Affine,
    time: Time,
    art: &Art,
    staged: &mut Staged,
) {
    let neck = character.part.pivot("neck").unwrap_or_default();
    let pose = layer(actor);
    let at = neck_of(character, &pose);
    let turn = actor.tilt + character.nods.get(&pose).copied().unwrap_or(0.0);
    let head = body * Affine::translate(at - neck) * Affine::rotate_about(turn.to_radians(), neck);
    let key = |layer: String, half: Half, look: Look| Key {
        half,
        look,
        ..Key::new(Shelf::Character, &actor.who, layer, time)
    };
    let view = actor.view.prefix();
    let whole = |layer: &str| key(format!("{view}{layer}"), Half::Whole, Look::Ahead);
    let face = key(
        format!("{view}face-{}", actor.face),
        Half::Whole,
        actor.look,
    );
    let held = held(character, actor, &pose, body, time, art);
    let under = Piece::Part(key(pose.clone(), Half::Under, Look::Ahead), body);
    let on_head = [
        Piece::Part(whole("head"), head),
        Piece::Part(face, head),
        Piece::Part(whole("front-hair"), head),
    ];
    staged.pieces.push(Piece::Part(whole("back-hair"), head));
    staged.pieces.push(under);
    staged.pieces.extend(on_head);
    staged.pieces.extend(held);
    staged.pieces.push(Piece::Part(
        key(pose.clone(), Half::Over, Look::Ahead),
        body,
    ));
    let mouth = character
        .part
        .pivot(&format!("{view}mouth"))
        .or_else(|| character.part.pivot("mouth"))
        .unwrap_or(neck);
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
    if let Some(mark) = &actor.mark {
        staged
            .pieces
            .extend(marked(mark, head, whole_head, time, art));
    }
    staged.faces.push(head.transform_rect_bbox(whole_head));
    staged.mouths.push(head * mouth);
    let figure = character.part.bounds(&pose).unwrap_or_default();
    staged.bodies.push(body.transform_rect_bbox(figure));
}

/// A mark beside the head: above the brow of the side that the face looks to, never mirrored.
fn marked(mark: &str, head: Affine, around: Rect, time: Time, art: &Art) -> Option<Piece> {
    /// A mark is drawn 200 units tall; a head is 312.
    const SIZE: f64 = 0.5;
    let (file, _) = art
        .marks
        .iter()
        .find(|(_, part)| part.layer(mark).is_some())?;
    let at = head * Point::new(around.x1 + 42.0, around.y0 + 48.0);
    let size = head.determinant().abs().sqrt() * SIZE;
    let put = Affine::translate(at.to_vec2()) * Affine::scale(size);
    Some(Piece::Part(Key::new(Shelf::Mark, file, mark, time), put))
}

/// What the hands hold, if the pose holds anything.
fn held(
    character: &Character,
    actor: &Actor,
    pose: &str,
    body: Affine,
    time: Time,
    art: &Art,
) -> Vec<Piece> {
    let Some(grip) = character.grips.get(pose) else {
        return Vec::new();
    };
    let what = actor.holds.as_deref().unwrap_or(&grip.what);
    super::prop_pieces(what, body * grip.put, time, art).collect()
}

/// One figure by itself, its feet at 0,0, in part units: for model sheets.
#[must_use]
pub fn figure_svg(who: &str, pose: &str, face: &str, view: View, wears: &str, art: &Art) -> String {
    let Some(character) = art.characters.get(who) else {
        return String::new();
    };
    let actor = Actor {
        who: who.to_owned(),
        pose: pose.to_owned(),
        face: face.to_owned(),
        wears: wears.to_owned(),
        view,
        mark: None,
        holds: None,
        x: 0.0,
        dy: 0.0,
        scale: 1.0,
        tilt: 0.0,
        facing: Facing::Right,
        look: Look::Ahead,
    };
    let mut staged = Staged::default();
    draw(
        character,
        &actor,
        Affine::IDENTITY,
        Time::Day,
        art,
        &mut staged,
    );
    super::cover(&staged, art)
}

/// One head by itself, in its own space, with the box around it: for model sheets.
#[must_use]
pub fn head_svg(who: &str, face: &str, view: View, art: &Art) -> Option<(String, Rect)> {
    let character = art.characters.get(who)?;
    let view = view.prefix();
    let layers = ["back-hair", "head", "front-hair"].map(|layer| format!("{view}{layer}"));
    let around = layers
        .iter()
        .filter_map(|layer| character.part.bounds(layer));
    let bounds = crate::art::around(around)?.inflate(24.0, 24.0);
    let [back, head, front] = layers;
    let pieces = [back, head, format!("{view}face-{face}"), front]
        .map(|layer| Key::new(Shelf::Character, who, layer, Time::Day))
        .map(|key| Piece::Part(key, Affine::IDENTITY));
    let staged = Staged {
        pieces: pieces.into(),
        ..Staged::default()
    };
    Some((super::cover(&staged, art), bounds))
}
