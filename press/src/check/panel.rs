//! Rules for panels: every part exists, everybody who speaks is known, the picture is described.

use vac_xin_so::model::{Balloon, Panel, PanelId, Shape, Text};

use super::balloon::{Voices, balloon};
use super::whole::Pictures;
use super::{Rules, Site};
use crate::diagnostic::{At, Span};
use crate::load::{DraftActor, DraftPanel, DraftProp, DraftScreen};
use crate::staging::View;
use crate::staging::{Actor, Cue, Facing, Focus, Look, PropAt, Set, Shot, Staging, Time};

const SHAPES: &[(&str, Shape)] = &[("square", Shape::Square), ("wide", Shape::Wide)];
const TIMES: &[(&str, Time)] = &[
    ("day", Time::Day),
    ("evening", Time::Evening),
    ("night", Time::Night),
];
const SHOTS: &[(&str, Shot)] = &[
    ("wide", Shot::Wide),
    ("full", Shot::Full),
    ("medium", Shot::Medium),
    ("close", Shot::Close),
];
const FOCUSES: &[(&str, Focus)] = &[
    ("left", Focus::Left),
    ("centre", Focus::Centre),
    ("right", Focus::Right),
];
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

/// A panel for readers; its picture goes to `pictures`.
pub(super) fn panel(
    draft: &DraftPanel,
    pictures: &mut Pictures,
    rules: &mut Rules<'_>,
) -> Option<Panel> {
    let id = rules.missing(
        draft.id.as_ref(),
        &draft.span,
        "id",
        "every panel has an address: id = \"p4\"",
    );
    let id: Option<PanelId> = id.and_then(|id| {
        taken(id, pictures, rules);
        rules.id(id)
    });
    let alt = rules.needed(
        draft.alt.as_ref(),
        &draft.span,
        "alt",
        "describe the picture for those who cannot see it: alt = { vi = \"…\", en = \"…\" }",
    );
    let shape = rules.one_of_or(draft.shape.as_ref(), "shape", SHAPES, Shape::Square);
    let actors: Vec<(&DraftActor, Actor)> = draft
        .actors
        .iter()
        .filter_map(|a| Some((a, actor(a, rules)?)))
        .collect();
    let props: Vec<PropAt> = draft
        .props
        .iter()
        .filter_map(|p| prop(p, &draft.span, rules))
        .collect();
    let set = set(draft, rules);
    let voices = Voices {
        actors: actors
            .iter()
            .filter_map(|(draft, _)| draft.who.as_ref().map(|who| who.value.as_str()))
            .collect(),
        screen: draft.screen.as_ref().map(|screen| owners(screen, rules)),
        kind: draft
            .screen
            .as_ref()
            .and_then(|screen| screen.kind.as_ref())
            .map(|kind| kind.value.as_str()),
    };
    let spoken: Vec<(Balloon, Cue, [Span; 2])> = draft
        .balloons
        .iter()
        .filter_map(|b| balloon(b, &voices, rules))
        .collect();
    let (id, alt, set) = (id?, alt?, set?);
    let mut panel = Panel {
        id: id.clone(),
        shape,
        alt,
        balloons: Vec::new(),
    };
    let mut staging = Staging {
        shape,
        set,
        actors: actors.into_iter().map(|(_, a)| a).collect(),
        props,
        cues: Vec::new(),
    };
    let mut site = Site {
        panel: draft
            .id
            .as_ref()
            .map_or_else(|| draft.span.clone(), |id| id.span.clone()),
        balloons: Vec::new(),
    };
    for (balloon, cue, spans) in spoken {
        panel.balloons.push(balloon);
        staging.cues.push(cue);
        site.balloons.push(spans);
    }
    pictures.stagings.insert(id.clone(), staging);
    pictures.sites.insert(id, site);
    Some(panel)
}

/// Ids are addresses of one page: panels and passages share them.
pub(super) fn taken(id: &At<String>, pictures: &mut Pictures, rules: &mut Rules<'_>) {
    if pictures
        .ids
        .insert(id.value.clone(), id.span.clone())
        .is_some()
    {
        rules
            .found
            .error(
                &id.span,
                format!("the id “{}” is used twice in this work", id.value),
            )
            .hint("panels and passages share one page: give it a name of its own");
    }
}

pub(super) fn known(name: &At<String>, what: &str, all: &[&str], rules: &mut Rules<'_>) -> bool {
    if all.contains(&name.as_str()) {
        return true;
    }
    let message = if name.contains(['/', '\\', '.']) {
        format!("“{}” is a path: a {what} is called by its name", name.value)
    } else {
        format!("there is no {what} “{}”", name.value)
    };
    rules
        .found
        .error(&name.span, message)
        .hint(crate::load::nearest(name, all));
    false
}

fn set(draft: &DraftPanel, rules: &mut Rules<'_>) -> Option<Set> {
    match (&draft.place, &draft.screen) {
        (Some(place), None) => {
            let all: Vec<&str> = rules.names.places.keys().map(String::as_str).collect();
            let there = known(place, "place", &all, rules);
            let near = draft.near.as_ref().filter(|near| {
                let all: Vec<&str> = rules
                    .names
                    .places
                    .get(&place.value)
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect();
                !there || known(near, &format!("foreground of {}", place.value), &all, rules)
            });
            Some(Set::Place {
                place: place.value.clone(),
                time: rules.one_of_or(draft.time.as_ref(), "time", TIMES, Time::Day),
                shot: rules.one_of_or(draft.shot.as_ref(), "shot", SHOTS, Shot::Medium),
                focus: rules.one_of_or(draft.focus.as_ref(), "focus", FOCUSES, Focus::Centre),
                near: near.map(|near| near.value.clone()),
            })
        }
        (None, Some(screen)) => {
            let kind = rules.missing(
                screen.kind.as_ref(),
                &screen.span,
                "kind",
                "screen = { kind = \"chat\", title = { … } }",
            )?;
            let all: Vec<&str> = rules.names.screens.keys().map(String::as_str).collect();
            known(kind, "screen", &all, rules);
            if let Some(avatar) = &screen.avatar {
                let all: Vec<&str> = rules.names.props.iter().map(String::as_str).collect();
                known(avatar, "prop", &all, rules);
            }
            let title = rules.needed(
                screen.title.as_ref(),
                &screen.span,
                "title",
                "whose window is it? title = { vi = \"…\", en = \"…\" }",
            )?;
            Some(Set::Screen {
                screen: kind.value.clone(),
                title,
                avatar: screen.avatar.as_ref().map(|a| a.value.clone()),
            })
        }
        (Some(place), Some(_)) => {
            rules
                .found
                .error(
                    &place.span,
                    "a panel is in a place or on a screen, not both",
                )
                .hint("remove one of them");
            None
        }
        (None, None) => {
            rules
                .found
                .error(&draft.span, "where does this panel happen?")
                .hint("add place = \"…\" or screen = { kind = \"chat\", … }");
            None
        }
    }
}

fn owners(screen: &DraftScreen, rules: &mut Rules<'_>) -> (Option<Text>, Option<Text>) {
    let them = screen.title.as_ref().and_then(|title| {
        let (vi, en) = (title.vi.as_ref()?, title.en.as_ref()?);
        Some(Text::new(vi.value.as_str(), en.value.as_str()))
    });
    let me = screen.me.as_ref().and_then(|me| character(me, rules));
    (them, me)
}

pub(super) fn character(who: &At<String>, rules: &mut Rules<'_>) -> Option<Text> {
    let all: Vec<&str> = rules.names.characters.keys().map(String::as_str).collect();
    known(who, "character", &all, rules);
    rules
        .names
        .characters
        .get(&who.value)
        .map(|c| c.name.clone())
}

fn actor(draft: &DraftActor, rules: &mut Rules<'_>) -> Option<Actor> {
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
    let names = rules.names.characters.get(&who.value)?;
    let faces = if view == View::Profile {
        &names.profile
    } else {
        &names.faces
    };
    if view == View::Back && !names.back {
        rules
            .found
            .error(
                &draft.span,
                format!("{} is not drawn from behind", who.value),
            )
            .hint("leave view out, or draw the layer back-head");
    }
    if let Some(held) = &draft.holds {
        let all: Vec<&str> = rules.names.props.iter().map(String::as_str).collect();
        known(held, "prop", &all, rules);
    }
    if let Some(mark) = &draft.mark {
        let all: Vec<&str> = rules.names.marks.iter().map(String::as_str).collect();
        known(mark, "mark", &all, rules);
    }
    let names = rules.names.characters.get(&who.value)?;
    for (name, written, all, what) in [
        (&pose, &draft.pose, &names.poses, "pose"),
        (&face, &draft.face, faces, "face"),
        (&wears, &draft.wears, &names.wears, "outfit"),
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
        look: rules.one_of_or(draft.look.as_ref(), "look", LOOKS, Look::Ahead),
    })
}

fn inside(value: &At<f64>, range: std::ops::RangeInclusive<f64>, rules: &mut Rules<'_>) -> f64 {
    if !range.contains(&value.value) {
        rules
            .found
            .error(&value.span, format!("{} is out of range", value.value))
            .hint(format!("between {} and {}", range.start(), range.end()));
    }
    value.value
}

fn prop(draft: &DraftProp, panel: &Span, rules: &mut Rules<'_>) -> Option<PropAt> {
    let what = rules.missing(
        draft.what.as_ref(),
        panel,
        "what",
        "prop = [ { what = \"tea\", at = [800, 900] } ]",
    )?;
    let all: Vec<&str> = rules.names.props.iter().map(String::as_str).collect();
    known(what, "prop", &all, rules);
    let (x, y) = spot(&draft.at, rules).unwrap_or((500.0, 500.0));
    Some(PropAt {
        what: what.value.clone(),
        x,
        y,
        scale: draft
            .scale
            .as_ref()
            .map_or(1.0, |v| inside(v, 0.1..=5.0, rules)),
        turn: draft
            .turn
            .as_ref()
            .map_or(0.0, |v| inside(v, -180.0..=180.0, rules)),
    })
}

pub(super) fn spot(at: &[At<f64>], rules: &mut Rules<'_>) -> Option<(f64, f64)> {
    match at {
        [] => None,
        [x, y] => Some((
            inside(x, -200.0..=1200.0, rules),
            inside(y, -200.0..=1200.0, rules),
        )),
        [first, ..] => {
            rules
                .found
                .error(&first.span, "a point is two numbers")
                .hint("at = [300, 120]: x and y in panel units, 0 to 1000");
            None
        }
    }
}
