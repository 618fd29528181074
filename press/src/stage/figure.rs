//! Figures: heads on necks, feet on the floor, eyes where they look.

use std::ops::Range;

use kurbo::{Affine, Point, Rect};

use super::camera::Camera;
use super::{Half, Key, Piece, Shelf, Staged, effect, gaze};
use crate::art::{Art, Character, body_layer};
use crate::staging::{Actor, DARK, Facing, Look, Set, Shot, Staging, Time, View};

/// In near shots feet are out of the picture, so differences in height may shrink: an adult beside a
/// child stays in the frame. 1 would keep them whole.
const HEIGHTS_KEPT: f64 = 0.55;

/// How much larger than the shot's the figure in the foreground is, and how far it reaches down.
const FOREGROUND: f64 = 1.9;

/// A figure on its ground: where its body and its head go.
struct Standing<'a> {
    actor: &'a Actor,
    character: &'a Character,
    body: Affine,
    head: Affine,
    /// Where the feet are, and half the width of the shadow there, if feet are seen.
    shadow: Option<(Point, f64)>,
}

/// Puts the actors of a set on the ground of its place. In some shots the first stands before all others.
pub(super) fn stand(
    staging: &Staging,
    range: Range<usize>,
    set: &Set,
    shot: Shot,
    view: &Camera,
    art: &Art,
    staged: &mut Staged,
) {
    let actors = &staging.actors[range.clone()];
    let tall = |actor: &Actor| {
        art.characters
            .get(&actor.who)
            .map_or(0.0, |c| stature(c, &layer(actor)) * actor.scale)
    };
    let tallest = actors.iter().map(tall).fold(0.0, f64::max);
    let height = f64::from(staging.shape.height());
    let first = shot.behind_the_first();
    let standing: Vec<Standing<'_>> = actors
        .iter()
        .enumerate()
        .filter_map(|(i, actor)| {
            let character = art.characters.get(&actor.who)?;
            Some(if first && i == 0 {
                before_all(actor, character, view, height)
            } else {
                on_ground(actor, character, shot, view, tallest)
            })
        })
        .collect();
    let heads: Vec<Point> = standing
        .iter()
        .map(|one| one.head * one.character.head.center())
        .collect();
    let looks = gaze::looks(staging, range, &heads, art);
    let from = staged.pieces.len();
    for (one, look) in standing.iter().zip(looks) {
        let before = staged.pieces.len();
        staged
            .pieces
            .extend(one.shadow.map(|(at, half)| effect::shadow(at, half)));
        draw(one, look, set.time(), art, staged);
        if first && from == before {
            // The foreground is drawn last.
            staged.front.extend(staged.pieces.drain(before..));
        }
    }
}

/// Somebody on the floor of the place.
fn on_ground<'a>(
    actor: &'a Actor,
    character: &'a Character,
    shot: Shot,
    view: &Camera,
    tallest: f64,
) -> Standing<'a> {
    let size = view.figure * actor.scale;
    let own = stature(character, &layer(actor)) * actor.scale;
    let floor = match view.crown {
        None => view.floor,
        Some(crown) => crown + (own + (tallest - own) * HEIGHTS_KEPT) * view.figure,
    } + actor.dy;
    let feet = matches!(shot, Shot::Wide | Shot::Full);
    let width = character
        .part
        .bounds(&layer(actor))
        .map_or(300.0, |b| b.width().min(420.0));
    let shadow = feet.then(|| (Point::new(actor.x, floor - 2.0), width * size * 0.46));
    standing(actor, character, Point::new(actor.x, floor), size, shadow)
}

/// Somebody seen from behind, large, cut by the panel's side and lower edge.
fn before_all<'a>(
    actor: &'a Actor,
    character: &'a Character,
    view: &Camera,
    height: f64,
) -> Standing<'a> {
    let size = view.figure.min(0.74) * FOREGROUND * actor.scale;
    let x = match actor.facing {
        Facing::Right => actor.x.min(170.0),
        Facing::Left => actor.x.max(830.0),
    };
    // The head ends a little below the middle of the panel.
    let crown = height * 0.5 + actor.dy;
    let floor = crown + stature(character, &layer(actor)) * size;
    standing(actor, character, Point::new(x, floor), size, None)
}

fn standing<'a>(
    actor: &'a Actor,
    character: &'a Character,
    at: Point,
    size: f64,
    shadow: Option<(Point, f64)>,
) -> Standing<'a> {
    let turn = match actor.facing {
        Facing::Right => 1.0,
        Facing::Left => -1.0,
    };
    let body = Affine::translate(at.to_vec2()) * Affine::scale_non_uniform(size * turn, size);
    let pose = layer(actor);
    let neck = character.part.pivot("neck").unwrap_or_default();
    let nod = actor.tilt + character.nods.get(&pose).copied().unwrap_or(0.0);
    let head = body
        * Affine::translate(neck_of(character, &pose) - neck)
        * Affine::rotate_about(nod.to_radians(), neck);
    Standing {
        actor,
        character,
        body,
        head,
        shadow,
    }
}

/// The layer of an actor's body.
pub(super) fn layer(actor: &Actor) -> String {
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

fn draw(one: &Standing<'_>, look: Look, time: Time, art: &Art, staged: &mut Staged) {
    let Standing {
        actor,
        character,
        body,
        head,
        ..
    } = *one;
    let pose = layer(actor);
    let neck = character.part.pivot("neck").unwrap_or_default();
    let key = |layer: String, half: Half, look: Look| Key {
        half,
        look,
        ..Key::new(Shelf::Character, &actor.who, layer, time)
    };
    let view = actor.view.prefix();
    let whole = |layer: &str| key(format!("{view}{layer}"), Half::Whole, Look::Ahead);
    let face = key(format!("{view}face-{}", actor.face), Half::Whole, look);
    let held = held(character, actor, &pose, body, time, art);
    let device = shining(character, actor, &pose, body);
    staged.devices.extend(device);
    let shines = device.filter(|_| time == Time::Night);
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
    staged
        .pieces
        .extend(shines.map(|at| effect::glow(at, 330.0 * body.determinant().abs().sqrt())));
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
    // Hair may be covered, a face never.
    let kept_free = match actor.view {
        View::Back => Rect::from_center_size(whole_head.center(), whole_head.size() * 0.6),
        View::Front | View::Profile => whole_head,
    };
    staged.faces.push(head.transform_rect_bbox(kept_free));
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
    super::prop_pieces(what, actor.shows.as_deref(), body * grip.put, time, art).collect()
}

/// Screens: they shine in the dark, and voices come out of them.
const SHINE: [&str; 4] = ["phone", "tablet", "laptop", "monitor"];

/// Whether it is a screen that is on.
pub(super) fn shines(what: &str, shows: Option<&str>) -> bool {
    SHINE.contains(&what) && shows != Some(DARK)
}

/// Where the light of a held screen comes from.
fn shining(character: &Character, actor: &Actor, pose: &str, body: Affine) -> Option<Point> {
    let grip = character.grips.get(pose)?;
    let what = actor.holds.as_deref().unwrap_or(&grip.what);
    shines(what, actor.shows.as_deref()).then(|| body * grip.put * Point::ZERO)
}

/// One figure by itself, its feet at 0,0, in part units: for model sheets.
#[must_use]
pub fn figure_svg(who: &str, pose: &str, face: &str, view: View, wears: &str, art: &Art) -> String {
    let Some(character) = art.characters.get(who) else {
        return String::new();
    };
    let actor = Actor {
        pose: pose.to_owned(),
        face: face.to_owned(),
        wears: wears.to_owned(),
        view,
        ..Actor::of(who)
    };
    let one = standing(&actor, character, Point::ZERO, 1.0, None);
    let mut staged = Staged::default();
    draw(&one, Look::Ahead, Time::Day, art, &mut staged);
    super::cover(&staged, art)
}

/// A head in a small picture: its middle, and half its width.
pub(super) fn portrait(who: &str, at: Point, half: f64, time: Time, art: &Art) -> Vec<Piece> {
    let Some(character) = art.characters.get(who) else {
        return Vec::new();
    };
    let head = character.head;
    let put = Affine::translate(at.to_vec2())
        * Affine::scale(half * 2.0 / head.width().max(1.0))
        * Affine::translate(-head.center().to_vec2());
    ["back-hair", "head", "face-calm", "front-hair"]
        .map(|layer| Piece::Part(Key::new(Shelf::Character, who, layer, time), put))
        .into()
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
