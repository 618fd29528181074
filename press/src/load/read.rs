//! Tables → [`Draft`], one function a thing.

use std::cell::RefCell;

use toml::de::DeTable;

use super::cursor::Cursor;
use super::draft::{
    Draft, DraftActor, DraftAnswer, DraftBalloon, DraftBroadcast, DraftChoice, DraftEnding,
    DraftPanel, DraftParents, DraftPassage, DraftProp, DraftScreen, DraftSet,
};
use super::paper::{self, DOCUMENTS};
use crate::diagnostic::{Diagnostics, Span};

/// Deeper nesting than this is no story. (The parser has its own guard; this one is for people.)
const DEEPEST: usize = 24;

/// Reads a work; `None` when its syntax is so broken that nothing can be said about the rest.
pub(super) fn work(
    text: &str,
    whole: &Span,
    (shelf, slug): (String, String),
    found: &mut Diagnostics,
) -> Option<Draft> {
    if let Some(at) = too_deep(text) {
        let span = Span {
            file: whole.file,
            range: at..at + 1,
        };
        found
            .error(&span, "brackets are nested too deeply here")
            .hint("no value of a work needs more than four levels");
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = Span {
            file: whole.file,
            range: error.span().unwrap_or(0..0),
        };
        found
            .error(&span, format!("this is no valid TOML: {}", error.message()))
            .hint("texts stand in double quotes; lists in […]; tables in {…}");
    }
    if !errors.is_empty() {
        return None;
    }
    let all = RefCell::new(Diagnostics::default());
    let root = Cursor::new(table.get_ref(), whole.clone(), &all);
    let draft = draft(&root, whole, shelf, slug);
    root.done();
    found.extend(all.into_inner());
    Some(draft)
}

/// The first byte that is nested deeper than [`DEEPEST`], outside of texts and comments.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut comment, mut escaped) = (0usize, None, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quoted) {
            (b'\n', _) => comment = false,
            _ if comment => {}
            (_, Some(_)) if escaped => escaped = false,
            (b'\\', Some(b'"')) => escaped = true,
            (b, Some(q)) if b == q => quoted = None,
            (b'"' | b'\'', None) => quoted = Some(byte),
            (b'#', None) => comment = true,
            (b'[' | b'{', None) => depth += 1,
            (b']' | b'}', None) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

fn draft(root: &Cursor<'_>, whole: &Span, shelf: String, slug: String) -> Draft {
    let work = root.table("work");
    let kind = work.as_ref().and_then(|w| w.word("kind"));
    let story = kind
        .as_ref()
        .is_none_or(|kind| !DOCUMENTS.contains(&kind.as_str()));
    let dose = story.then(|| root.table("dose")).flatten();
    let parents = story.then(|| root.table("parents")).flatten();
    let work_of = || work.as_ref().filter(|_| story);
    let word = |key| work.as_ref().and_then(|w| w.word(key));
    let text = |key| work.as_ref().and_then(|w| w.text(key));
    let draft = Draft {
        shelf,
        slug,
        span: whole.clone(),
        kind,
        title: text("title"),
        summary: text("summary"),
        ages: work.as_ref().map(|w| w.wholes("ages")).unwrap_or_default(),
        minutes: work.as_ref().and_then(|w| w.whole("minutes")),
        topics: work.as_ref().map(|w| w.words("topics")).unwrap_or_default(),
        cover: word("cover"),
        sources: work_of().map(|w| w.words("sources")).unwrap_or_default(),
        talk: work_of().map(|w| w.texts("talk")).unwrap_or_default(),
        note: work_of().and_then(|w| w.text("note")),
        parents: parents
            .as_ref()
            .map(|p| DraftParents {
                teaches: p.texts("teaches"),
                ask: p.texts("ask"),
                happened: p.texts("happened"),
            })
            .unwrap_or_default(),
        broadcast: root.table("broadcast").map(broadcast),
        question: dose.as_ref().and_then(|d| d.text("question")),
        answers: dose
            .as_ref()
            .map(|d| d.tables("answers").into_iter().map(answer).collect())
            .unwrap_or_default(),
        panels: root.tables("panel").into_iter().map(panel).collect(),
        passages: if story {
            root.tables("passage").into_iter().map(passage).collect()
        } else {
            Vec::new()
        },
        document: work
            .as_ref()
            .filter(|_| !story)
            .map(|work| paper::document(work, root)),
    };
    for table in [work, dose, parents].into_iter().flatten() {
        table.done();
    }
    draft
}

fn broadcast(table: Cursor<'_>) -> DraftBroadcast {
    let broadcast = DraftBroadcast {
        span: table.span.clone(),
        short: table.text("short"),
        long: table.text("long"),
        press: table.text("press"),
    };
    table.done();
    broadcast
}

pub(super) fn answer(table: Cursor<'_>) -> DraftAnswer {
    let answer = DraftAnswer {
        text: table.both(),
        right: table.flag("right"),
        feedback: table.text("feedback"),
    };
    table.done();
    answer
}

fn panel(table: Cursor<'_>) -> DraftPanel {
    let panel = DraftPanel {
        span: table.span.clone(),
        id: table.word("id"),
        shape: table.word("shape"),
        frame: table.word("frame"),
        roll: table.number("roll"),
        effect: table.word("effect"),
        set: set(&table),
        beside: table.table("beside").map(|table| {
            let beside = set(&table);
            table.done();
            beside
        }),
        alt: table.text("alt"),
        ask: table.text("ask"),
        props: table.tables("prop").into_iter().map(prop).collect(),
        balloons: table.tables("balloon").into_iter().map(balloon).collect(),
    };
    table.done();
    panel
}

fn set(table: &Cursor<'_>) -> DraftSet {
    DraftSet {
        span: table.span.clone(),
        place: table.word("place"),
        time: table.word("time"),
        shot: table.word("shot"),
        focus: table.word("focus"),
        near: table.word("near"),
        screen: table.table("screen").map(screen),
        actors: table.tables("actor").into_iter().map(actor).collect(),
    }
}

fn screen(table: Cursor<'_>) -> DraftScreen {
    let screen = DraftScreen {
        span: table.span.clone(),
        kind: table.word("kind"),
        title: table.text("title"),
        avatar: table.word("avatar"),
        me: table.word("me"),
    };
    table.done();
    screen
}

fn actor(table: Cursor<'_>) -> DraftActor {
    let (at, x) = table.word_or_number("at");
    let actor = DraftActor {
        span: table.span.clone(),
        who: table.word("who"),
        pose: table.word("pose"),
        face: table.word("face"),
        wears: table.word("wears"),
        view: table.word("view"),
        mark: table.word("mark"),
        holds: table.word("holds"),
        shows: table.word("shows"),
        at,
        x,
        facing: table.word("facing"),
        look: table.word("look"),
        tilt: table.number("tilt"),
        scale: table.number("scale"),
        dy: table.number("dy"),
    };
    table.done();
    actor
}

fn prop(table: Cursor<'_>) -> DraftProp {
    let prop = DraftProp {
        what: table.word("what"),
        shows: table.word("shows"),
        at: table.numbers("at"),
        scale: table.number("scale"),
        turn: table.number("turn"),
    };
    table.done();
    prop
}

fn balloon(table: Cursor<'_>) -> DraftBalloon {
    let balloon = DraftBalloon {
        kind: table.word("kind"),
        who: table.word("who"),
        with: table.word("with"),
        from: table.word("from"),
        slot: table.word("slot"),
        text: table.both(),
        at: table.numbers("at"),
    };
    table.done();
    balloon
}

fn passage(table: Cursor<'_>) -> DraftPassage {
    let passage = DraftPassage {
        span: table.span.clone(),
        id: table.word("id"),
        panels: table.tables("panel").into_iter().map(panel).collect(),
        choices: table.tables("choice").into_iter().map(choice).collect(),
        ending: table.table("ending").map(ending),
    };
    table.done();
    passage
}

fn choice(table: Cursor<'_>) -> DraftChoice {
    let choice = DraftChoice {
        span: table.span.clone(),
        id: table.word("id"),
        to: table.word("to"),
        text: table.both(),
        sets: table.words("sets"),
        needs: table.words("needs"),
    };
    table.done();
    choice
}

fn ending(table: Cursor<'_>) -> DraftEnding {
    let ending = DraftEnding {
        span: table.span.clone(),
        kind: table.word("kind"),
        title: table.text("title"),
        learned: table.texts("learned"),
        retry: table.word("retry"),
    };
    table.done();
    ending
}
