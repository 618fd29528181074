//! Rules for panels: every part exists, everybody who speaks is known, the picture is described.

use vac_xin_so::model::{Balloon, BalloonKind, Panel, PanelId, Shape, Text};

use super::actor::{actor, shown};
use super::balloon::{Voices, balloon};
use super::set::{owners, set};
use super::whole::Pictures;
use super::{Rules, Site};
use crate::diagnostic::{At, Span};
use crate::load::{DraftActor, DraftPanel, DraftProp, DraftText};
use crate::staging::{Actor, Beside, Cue, Effect, Frame, PropAt, Staging};

/// The longest question for a class, in letters.
const LONGEST_ASK: usize = 90;

/// Every frame, as authors write it.
pub(crate) const FRAMES: &[(&str, Frame)] = &[
    ("plain", Frame::Plain),
    ("cloud", Frame::Cloud),
    ("jagged", Frame::Jagged),
    ("slanted", Frame::Slanted),
    ("round", Frame::Round),
];
/// All that can be in the air, as authors write it.
pub(crate) const EFFECTS: &[(&str, Effect)] = &[
    ("burst", Effect::Burst),
    ("speed", Effect::Speed),
    ("gloom", Effect::Gloom),
    ("sparkle", Effect::Sparkle),
    ("rain", Effect::Rain),
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
    let ask = draft.ask.as_ref().and_then(|ask| asked(ask, rules));
    let (shape, frame, effect, roll) = look(draft, rules);
    let halves = || std::iter::once(&draft.set).chain(&draft.beside);
    let who: Vec<&DraftActor> = halves().flat_map(|half| &half.actors).collect();
    let names: Vec<&str> = who.iter().map(|actor| actor.name()).collect();
    let actors: Vec<(&DraftActor, Actor)> = who
        .into_iter()
        .filter_map(|draft| Some((draft, actor(draft, &names, rules)?)))
        .collect();
    let props: Vec<PropAt> = draft
        .props
        .iter()
        .filter_map(|p| prop(p, &draft.span, rules))
        .collect();
    let main = set(&draft.set, rules);
    let beside = match &draft.beside {
        Some(beside) => Some(Beside {
            set: set(beside, rules)?,
            from: draft.set.actors.len(),
        }),
        None => None,
    };
    let screen = draft.set.screen.as_ref();
    let voices = Voices {
        actors: actors
            .iter()
            .filter_map(|(draft, _)| draft.who.as_ref().map(|who| who.value.as_str()))
            .collect(),
        screen: screen.map(|screen| owners(screen, rules)),
        kind: screen
            .and_then(|screen| screen.kind.as_ref())
            .map(|kind| kind.value.as_str()),
    };
    let spoken: Vec<(Balloon, Cue, [Span; 2])> = draft
        .balloons
        .iter()
        .filter_map(|b| balloon(b, &voices, rules))
        .collect();
    let (id, alt, set) = (id?, alt?, main?);
    let mut panel = Panel {
        id: id.clone(),
        shape,
        framed: frame != Frame::Plain,
        alt,
        balloons: Vec::new(),
    };
    let mut staging = Staging {
        shape,
        frame,
        set,
        roll,
        effect,
        beside,
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
    if panel
        .balloons
        .iter()
        .any(|balloon| balloon.kind == BalloonKind::Electronic)
    {
        staging.calls();
    }
    pictures.asks.extend(ask.map(|ask| (id.clone(), ask)));
    pictures.stagings.insert(id.clone(), staging);
    pictures.sites.insert(id, site);
    Some(panel)
}

/// A question that stops a class: one that can be read from the last row, and answered.
fn asked(draft: &DraftText, rules: &mut Rules<'_>) -> Option<Text> {
    for words in draft.vi.iter().chain(&draft.en) {
        if !words.value.contains('?') {
            rules
                .found
                .error(&words.span, "this asks nothing")
                .hint("a class stops here to talk: write a question, with its question mark");
        }
        if words.value.chars().count() > LONGEST_ASK {
            rules
                .found
                .error(&words.span, "a question on the wall is short")
                .hint(format!(
                    "at most {LONGEST_ASK} letters, so that the last row can read it"
                ));
        }
    }
    rules.text(draft, None)
}

/// The outline, what it is made of, what is in the air, how the camera is turned.
fn look(draft: &DraftPanel, rules: &mut Rules<'_>) -> (Shape, Frame, Option<Effect>, f64) {
    let shapes = Shape::ALL.map(|shape| (shape.name(), shape));
    let shape = rules.one_of_or(draft.shape.as_ref(), "shape", &shapes, Shape::Square);
    let frame = rules.one_of_or(draft.frame.as_ref(), "frame", FRAMES, Frame::Plain);
    let effect = draft
        .effect
        .as_ref()
        .and_then(|effect| rules.one_of(effect, "effect", EFFECTS));
    let roll = draft
        .roll
        .as_ref()
        .map_or(0.0, |roll| inside(roll, -12.0..=12.0, rules));
    (shape, frame, effect, roll)
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

pub(super) fn character(who: &At<String>, rules: &mut Rules<'_>) -> Option<Text> {
    let all: Vec<&str> = rules.names.characters.keys().map(String::as_str).collect();
    known(who, "character", &all, rules);
    rules
        .names
        .characters
        .get(&who.value)
        .map(|c| c.name.clone())
}

pub(super) fn inside(
    value: &At<f64>,
    range: std::ops::RangeInclusive<f64>,
    rules: &mut Rules<'_>,
) -> f64 {
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
    let all: Vec<&str> = rules.names.props.keys().map(String::as_str).collect();
    known(what, "prop", &all, rules);
    shown(draft.shows.as_ref(), Some(what), rules);
    let (x, y) = spot(&draft.at, rules).unwrap_or((500.0, 500.0));
    Some(PropAt {
        what: what.value.clone(),
        shows: draft.shows.as_ref().map(|shows| shows.value.clone()),
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
