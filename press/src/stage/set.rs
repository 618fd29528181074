//! Sets: places behind their cameras with the actors in them, and screens.

use std::ops::Range;

use kurbo::{Affine, Point, Rect};

use super::camera::Camera;
use super::{Key, Piece, Shelf, Staged, effect, figure, prop_pieces};
use crate::art::{Art, SLEEVES, Slot};
use crate::names::HOME;
use crate::staging::{Screen, Set, Staging, Time};

/// How large a screen in the hands is, against one that fills the panel, and where its middle is.
const IN_HAND: (f64, (f64, f64)) = (0.74, (0.6, 0.47));

/// One set with the actors of a range.
pub(super) fn scene(staging: &Staging, range: Range<usize>, set: &Set, art: &Art) -> Staged {
    let mut staged = Staged {
        screen_scale: 1.0,
        ..Staged::default()
    };
    let height = f64::from(staging.shape.height());
    match set {
        Set::Place {
            place,
            time,
            shot,
            focus,
            near,
            held,
        } => {
            let Some(part) = art.places.get(place) else {
                return staged;
            };
            let view = Camera::new(part, *shot, *focus, staging.shape);
            for layer in ["far", "mid"] {
                let key = Key::new(Shelf::Place, place, layer, *time);
                staged.pieces.push(Piece::Part(key, view.place));
            }
            staged.pieces.extend(effect::veil(*time, view.veil));
            let ground = staged.pieces.len();
            figure::stand(staging, range.clone(), set, *shot, &view, art, &mut staged);
            if let Some(air) = staging.effect {
                let middle = staged.faces.first().map(Rect::center);
                let around = middle.unwrap_or(Point::new(500.0, height * 0.5));
                let air = effect::behind(air, around, staging.shape, *time);
                staged.pieces.splice(ground..ground, air);
            }
            if let Some(screen) = held {
                let (size, (x, y)) = IN_HAND;
                let put = Affine::translate((1000.0 * x, height * y))
                    * Affine::scale(size)
                    * Affine::translate((-500.0, -500.0));
                // The screen is before all but whoever holds it, and shines by itself.
                let holder = std::mem::take(&mut staged.front);
                staged.pieces.extend(effect::hour(*time));
                let holder_is = staging.actors.get(range.start);
                let by = holder_is.map(|actor| (actor.who.as_str(), actor.wears.as_str()));
                show(screen, by, put, false, *time, art, &mut staged);
                staged.front.extend(holder);
            }
            if let Some(near) = near {
                let key = Key::new(Shelf::Place, place, format!("near-{near}"), *time);
                let down = Affine::translate((0.0, height - 1000.0));
                staged.front.push(Piece::Part(key, down));
            }
            if held.is_none() {
                staged.front.extend(effect::hour(*time));
            }
        }
        Set::Screen(screen) => {
            let down = Affine::translate((0.0, (height - 1000.0) / 2.0));
            let by = screen.me.as_deref().map(|me| (me, HOME));
            show(screen, by, down, true, Time::Day, art, &mut staged);
        }
    }
    staged
}

/// Draws a screen in the hands of somebody (who, and in which outfit), and says where its words go.
fn show(
    screen: &Screen,
    by: Option<(&str, &str)>,
    put: Affine,
    whole: bool,
    time: Time,
    art: &Art,
    staged: &mut Staged,
) {
    let Some(part) = art.screens.get(&screen.kind) else {
        return;
    };
    let layer = |layer: &str| {
        let key = Key::new(Shelf::Screen, &screen.kind, layer, Time::Day);
        part.layer(layer).map(|_| Piece::Part(key, put))
    };
    let holder = by.and_then(|(who, wears)| Some((art.characters.get(who)?, wears)));
    let skin = holder.map_or_else(|| part.skin(), |(holder, _)| holder.part.skin());
    let far = layer("far").filter(|_| whole);
    let device = far.into_iter().chain(layer("mid")).collect();
    staged.pieces.push(Piece::Tinted(skin, device));
    // One's own picture, as the other one sees it.
    let corner = |name: &str| part.pivot(name).map(|p| put * p);
    if let (Some((who, _)), Some(at), Some(edge)) = (by, corner("self"), corner("self-edge")) {
        let radius = edge.distance(at);
        staged
            .pieces
            .extend(figure::portrait(who, at, radius, time, art));
    }
    staged.pieces.extend(layer("over"));
    let sleeves = holder.and_then(|(holder, wears)| holder.sleeves.get(wears));
    if let (Some(tint), Some(sleeves)) = (sleeves, layer(SLEEVES)) {
        staged.pieces.push(Piece::Tinted(*tint, vec![sleeves]));
    }
    staged.column = corner("column-from")
        .zip(corner("column-to"))
        .map(|(a, b)| Rect::from_points(a, b));
    staged.slots = part
        .slots()
        .filter_map(|name| Some((name.to_owned(), part.slot(name)?)))
        .map(|(name, slot)| {
            let bounds = put.transform_rect_bbox(slot.bounds);
            (name, Slot { bounds, ..slot })
        })
        .collect();
    staged.title = corner("title").or_else(|| corner("title-on-dark"));
    staged.title_on_dark = part.pivot("title-on-dark").is_some();
    staged.screen_scale = put.determinant().abs().sqrt();
    staged.devices.push(put * Point::new(500.0, 500.0));
    if let (Some(avatar), Some(at)) = (&screen.avatar, corner("avatar")) {
        let radius = corner("avatar-edge").map_or(42.0, |edge| edge.distance(at));
        let put = Affine::translate(at.to_vec2()) * Affine::scale(radius / 100.0);
        staged
            .pieces
            .extend(prop_pieces(avatar, None, put, time, art));
    }
}
