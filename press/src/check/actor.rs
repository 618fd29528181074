//! Rules for figures: who they are, what they can do, where they look.

use super::Rules;
use super::panel::{character, inside, known};
use crate::diagnostic::At;
use crate::load::DraftActor;
use crate::staging::{Actor, Facing, Gaze, Look, View};

const FACINGS: &[(&str, Facing)] = &[("left", Facing::Left), ("right", Facing::Right)];
const VIEWS: &[(&str, View)] = &[
    ("front", View::Front),
    ("profile", View::Profile),
    ("back", View::Back),
];
const LOOKS: &[(&str, Look)] = &[
    ("ahead", Look::Ahead),
    ("back", Look::Back),
    ("up", Look::Up),
    ("down", Look::Down),
];
const PLACES: &[(&str, f64)] = &[
    ("far-left", 140.0),
    ("left", 270.0),
    ("centre", 500.0),
    ("right", 730.0),
    ("far-right", 860.0),
];

/// A figure: every word of it is known to the art. `names` are all who are in the panel.
pub(super) fn actor(draft: &DraftActor, names: &[&str], rules: &mut Rules<'_>) -> Option<Actor> {
    let who = rules.missing(
        draft.who.as_ref(),
        &draft.span,
        "who",
        "actor = [ { who = \"mai\", pose = \"stand\", face = \"joy\", at = \"left\" } ]",
    )?;
    character(who, rules)?;
    let word = |word: &Option<At<String>>, default: &str| {
        word.as_ref()
            .map_or_else(|| default.to_owned(), |w| w.value.clone())
    };
    let (pose, face) = (word(&draft.pose, "stand"), word(&draft.face, "calm"));
    let wears = word(&draft.wears, crate::names::HOME);
    let view = rules.one_of_or(draft.view.as_ref(), "view", VIEWS, View::Front);
    let can = rules.names.characters.get(&who.value)?;
    let faces = if view == View::Profile {
        &can.profile
    } else {
        &can.faces
    };
    if view == View::Back && !can.back {
        rules
            .found
            .error(
                &draft.span,
                format!("{} is not drawn from behind", who.value),
            )
            .hint("leave view out, or draw the layer back-head");
    }
    if let Some(held) = &draft.holds {
        let all: Vec<&str> = rules.names.props.keys().map(String::as_str).collect();
        known(held, "prop", &all, rules);
    }
    shown(draft.shows.as_ref(), draft.holds.as_ref(), rules);
    if let Some(mark) = &draft.mark {
        let all: Vec<&str> = rules.names.marks.iter().map(String::as_str).collect();
        known(mark, "mark", &all, rules);
    }
    for (name, written, all, what) in [
        (&pose, &draft.pose, &can.poses, "pose"),
        (&face, &draft.face, faces, "face"),
        (&wears, &draft.wears, &can.wears, "outfit"),
    ] {
        if !all.contains(name) {
            let span = written.as_ref().map_or(&draft.span, |w| &w.span);
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            rules
                .found
                .error(span, format!("{} has no {what} “{name}”", who.value))
                .hint(crate::load::nearest(name, &all));
        }
    }
    let x = match (&draft.at, &draft.x) {
        (Some(word), _) => rules.one_of(word, "place in the panel", PLACES)?,
        (None, Some(x)) => inside(x, -200.0..=1200.0, rules),
        (None, None) => 500.0,
    };
    let default = if x <= 500.0 {
        Facing::Right
    } else {
        Facing::Left
    };
    Some(Actor {
        who: who.value.clone(),
        pose,
        face,
        wears,
        view,
        mark: draft.mark.as_ref().map(|mark| mark.value.clone()),
        holds: draft.holds.as_ref().map(|held| held.value.clone()),
        shows: draft.shows.as_ref().map(|shows| shows.value.clone()),
        x,
        dy: draft
            .dy
            .as_ref()
            .map_or(0.0, |v| inside(v, -600.0..=900.0, rules)),
        scale: draft
            .scale
            .as_ref()
            .map_or(1.0, |v| inside(v, 0.2..=3.0, rules)),
        tilt: draft
            .tilt
            .as_ref()
            .map_or(0.0, |v| inside(v, -40.0..=40.0, rules)),
        facing: rules.one_of_or(draft.facing.as_ref(), "side", FACINGS, default),
        gaze: gaze(draft, names, rules),
    })
}

/// What a screen shows: something that this prop can show, or any prop if the pose chooses what is held.
pub(super) fn shown(shows: Option<&At<String>>, on: Option<&At<String>>, rules: &mut Rules<'_>) {
    let Some(shows) = shows else { return };
    let mut all: Vec<&str> = (rules.names.props.iter())
        .filter(|(prop, _)| on.is_none_or(|on| on.value == **prop))
        .flat_map(|(_, shows)| shows.iter().map(String::as_str))
        .collect();
    all.sort_unstable();
    all.dedup();
    known(shows, "picture for a small screen", &all, rules);
}

/// A direction, or the name of somebody in the panel; the stage finds it where the author says nothing.
fn gaze(draft: &DraftActor, names: &[&str], rules: &mut Rules<'_>) -> Gaze {
    let Some(look) = &draft.look else {
        return Gaze::Found;
    };
    match names.iter().position(|name| *name == look.value) {
        Some(other) => Gaze::At(other),
        None => rules
            .one_of(look, "look", LOOKS)
            .map_or(Gaze::Found, Gaze::To),
    }
}
