//! Rules for where a panel happens: places and screens exist, and a shot has what it needs.

use vac_xin_so::model::Text;

use super::Rules;
use super::panel::{character, known};
use crate::load::{DraftScreen, DraftSet};
use crate::staging::{Focus, Screen, Set, Shot, Time};

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
    ("over-shoulder", Shot::OverShoulder),
    ("screen-in-hand", Shot::InHand),
];
const FOCUSES: &[(&str, Focus)] = &[
    ("left", Focus::Left),
    ("centre", Focus::Centre),
    ("right", Focus::Right),
];

/// Where a panel, or its other half, happens.
pub(super) fn set(draft: &DraftSet, rules: &mut Rules<'_>) -> Option<Set> {
    let shot = rules.one_of_or(draft.shot.as_ref(), "shot", SHOTS, Shot::Medium);
    foreground(draft, shot, rules);
    match (&draft.place, &draft.screen) {
        (Some(place), screen) if screen.is_none() || shot == Shot::InHand => {
            let held = match screen {
                Some(screen) => Some(window(screen, rules)?),
                None => None,
            };
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
                shot,
                focus: rules.one_of_or(draft.focus.as_ref(), "focus", FOCUSES, Focus::Centre),
                near: near.map(|near| near.value.clone()),
                held,
            })
        }
        (None, Some(screen)) => Some(Set::Screen(window(screen, rules)?)),
        (Some(place), _) => {
            rules
                .found
                .error(
                    &place.span,
                    "a panel is in a place or on a screen, not both",
                )
                .hint("remove one of them; or shot = \"screen-in-hand\" shows both");
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

pub(super) fn owners(screen: &DraftScreen, rules: &mut Rules<'_>) -> (Option<Text>, Option<Text>) {
    let them = screen.title.as_ref().and_then(|title| {
        let (vi, en) = (title.vi.as_ref()?, title.en.as_ref()?);
        Some(Text::new(vi.value.as_str(), en.value.as_str()))
    });
    let me = screen.me.as_ref().and_then(|me| character(me, rules));
    (them, me)
}

/// A screen, with all that it needs.
fn window(screen: &DraftScreen, rules: &mut Rules<'_>) -> Option<Screen> {
    let kind = rules.missing(
        screen.kind.as_ref(),
        &screen.span,
        "kind",
        "screen = { kind = \"chat\", title = { … } }",
    )?;
    let all: Vec<&str> = rules.names.screens.keys().map(String::as_str).collect();
    known(kind, "screen", &all, rules);
    if let Some(avatar) = &screen.avatar {
        let all: Vec<&str> = rules.names.props.keys().map(String::as_str).collect();
        known(avatar, "prop", &all, rules);
    }
    let title = rules.needed(
        screen.title.as_ref(),
        &screen.span,
        "title",
        "whose window is it? title = { vi = \"…\", en = \"…\" }",
    )?;
    Some(Screen {
        kind: kind.value.clone(),
        title,
        avatar: screen.avatar.as_ref().map(|a| a.value.clone()),
        me: screen.me.as_ref().map(|me| me.value.clone()),
    })
}

/// In some shots the first actor is seen from behind, before all others: it must be drawn so.
fn foreground(draft: &DraftSet, shot: Shot, rules: &mut Rules<'_>) {
    let (least, most, held) = match shot {
        Shot::OverShoulder => (2, usize::MAX, false),
        Shot::InHand => (1, 1, true),
        Shot::Wide | Shot::Full | Shot::Medium | Shot::Close => return,
    };
    let span = draft.shot.as_ref().map_or(&draft.span, |shot| &shot.span);
    if !(least..=most).contains(&draft.actors.len()) || held != draft.screen.is_some() {
        rules
            .found
            .error(span, "this shot has other needs")
            .hint("over-shoulder: two actors or more, the first is seen from behind; screen-in-hand: one actor, a place and a screen");
    }
    let Some(who) = draft.actors.first().and_then(|actor| actor.who.as_ref()) else {
        return;
    };
    let names = rules.names.characters.get(&who.value);
    if names.is_some_and(|names| !names.back) {
        rules
            .found
            .error(&who.span, format!("{} is not drawn from behind", who.value))
            .hint("put somebody else first, or draw the layer back-head");
    }
}
