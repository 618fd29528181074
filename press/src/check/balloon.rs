//! Rules for balloons: everybody who speaks is known, and every kind has what it needs.

use vac_xin_so::model::{Balloon, BalloonKind, Lang, Text};

use super::Rules;
use super::panel::{character, known, spot};
use crate::diagnostic::{At, Span};
use crate::load::DraftBalloon;
use crate::staging::{Cue, Source};

/// Every kind of balloon, as authors write it.
pub(crate) const KINDS: &[(&str, BalloonKind)] = &[
    ("speech", BalloonKind::Speech),
    ("thought", BalloonKind::Thought),
    ("shout", BalloonKind::Shout),
    ("whisper", BalloonKind::Whisper),
    ("electronic", BalloonKind::Electronic),
    ("caption", BalloonKind::Caption),
    ("message", BalloonKind::Message),
    ("sound", BalloonKind::Sound),
];

/// Who can speak in a panel.
pub(super) struct Voices<'a> {
    /// The actors' names in the order of the staging.
    pub(super) actors: Vec<&'a str>,
    /// The name of the other one on a screen, and of its owner.
    pub(super) screen: Option<(Option<Text>, Option<Text>)>,
    /// Which screen it is.
    pub(super) kind: Option<&'a str>,
}

pub(super) fn balloon(
    draft: &DraftBalloon,
    voices: &Voices<'_>,
    rules: &mut Rules<'_>,
) -> Option<(Balloon, Cue, [Span; 2])> {
    let kind = rules.one_of_or(
        draft.kind.as_ref(),
        "kind of balloon",
        KINDS,
        BalloonKind::Speech,
    );
    let text = rules.text(&draft.text, Some(kind));
    let at = spot(&draft.at, rules);
    let (who, source) = match kind {
        BalloonKind::Caption | BalloonKind::Sound => {
            silent(
                draft.who.as_ref().or(draft.from.as_ref()),
                "nobody says a caption or a sound",
                rules,
            );
            (None, Source::Nobody)
        }
        BalloonKind::Message if draft.slot.is_some() => {
            slot(draft, voices, rules);
            (None, Source::Nobody)
        }
        BalloonKind::Message => message(draft, voices, rules)?,
        BalloonKind::Speech
        | BalloonKind::Thought
        | BalloonKind::Shout
        | BalloonKind::Whisper
        | BalloonKind::Electronic => {
            silent(
                draft.from.as_ref(),
                "“from” is for messages on a screen",
                rules,
            );
            let who = rules.missing(
                draft.who.as_ref(),
                &draft.text.span,
                "who",
                "who says this? who = \"mai\"; or kind = \"caption\"",
            )?;
            let name = character(who, rules)?;
            let at = |who: &At<String>| voices.actors.iter().position(|actor| *actor == who.value);
            match draft.with.as_ref().map(|with| (with, at(with))) {
                None => (Some(name), at(who).map_or(Source::Off, Source::Actor)),
                Some((with, other)) => {
                    let second = character(with, rules)?;
                    let (Some(one), Some(other)) = (at(who), other) else {
                        rules
                            .found
                            .error(&with.span, "who speaks together is in the picture")
                            .hint(
                                "add both to actor = [ … ], or let them speak one after the other",
                            );
                        return None;
                    };
                    (Some(both(&name, &second)), Source::Both(one, other))
                }
            }
        }
    };
    let span = |word: &Option<At<String>>| {
        word.as_ref()
            .map_or_else(|| draft.text.span.clone(), |w| w.span.clone())
    };
    Some((
        Balloon {
            kind,
            who,
            text: text?,
        },
        Cue {
            source,
            slot: draft.slot.as_ref().map(|slot| slot.value.clone()),
            at,
        },
        [span(&draft.text.vi), span(&draft.text.en)],
    ))
}

/// Two names as one.
fn both(one: &Text, other: &Text) -> Text {
    let join = |lang: Lang, and: &str| format!("{} {and} {}", one.in_(lang), other.in_(lang));
    Text::new(join(Lang::Vi, "và"), join(Lang::En, "and"))
}

fn silent(word: Option<&At<String>>, message: &str, rules: &mut Rules<'_>) {
    if let Some(word) = word {
        rules
            .found
            .error(&word.span, message)
            .hint("remove it, or change the kind of the balloon");
    }
}

/// Words of the screen itself: its place for them must be there.
fn slot(draft: &DraftBalloon, voices: &Voices<'_>, rules: &mut Rules<'_>) {
    let (Some(slot), Some(kind)) = (&draft.slot, voices.kind) else {
        return;
    };
    let all: Vec<&str> = rules
        .names
        .screens
        .get(kind)
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    known(slot, &format!("place for words on “{kind}”"), &all, rules);
}

fn message(
    draft: &DraftBalloon,
    voices: &Voices<'_>,
    rules: &mut Rules<'_>,
) -> Option<(Option<Text>, Source)> {
    silent(draft.who.as_ref(), "a message has “from”, not “who”", rules);
    let Some((them, me)) = &voices.screen else {
        rules
            .found
            .error(&draft.text.span, "a message needs a screen")
            .hint("give the panel screen = { kind = \"chat\", … } instead of a place");
        return None;
    };
    let from = rules.missing(
        draft.from.as_ref(),
        &draft.text.span,
        "from",
        "from = \"them\" or from = \"me\"",
    )?;
    let source = rules.one_of(
        from,
        "writer",
        &[("them", Source::Them), ("me", Source::Me)],
    )?;
    let who = if source == Source::Me {
        me.clone()
    } else {
        them.clone()
    };
    if who.is_none() && source == Source::Me {
        rules
            .found
            .error(&from.span, "whose screen is it?")
            .hint("screen = { …, me = \"mai\" }");
    }
    Some((who, source))
}
