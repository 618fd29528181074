//! Rules for a work as a whole: what every work must have.

use std::collections::BTreeMap;

use vac_xin_so::model::{
    Ages, Answer, Dose, NonEmpty, Panel, PanelId, Parents, Story, Text, Topic, Work, WorkId,
};

use vac_xin_so::ui::{ALL, BOOKLET, DOWNLOADS, ROOM, WORDS};

use super::broadcast::broadcast;
use super::{Audience, Proven, Rules, Site, panel, paths};
use crate::diagnostic::Span;
use crate::load::{Draft, DraftText};
use crate::staging::Staging;

/// The youngest and the oldest reader that the library speaks to.
const AGES: std::ops::RangeInclusive<i64> = 3..=17;

/// Longer than this is no story for one sitting.
const MINUTES: std::ops::RangeInclusive<i64> = 1..=30;

/// Panels with their pictures, gathered while the story is proven.
#[derive(Default)]
pub(crate) struct Pictures {
    pub(crate) stagings: BTreeMap<PanelId, Staging>,
    pub(crate) sites: BTreeMap<PanelId, Site>,
    pub(super) asks: Vec<(PanelId, Text)>,
    pub(super) ids: BTreeMap<String, Span>,
}

/// The panels of a document and the one on its cover, with their pictures.
pub(crate) fn pictured(
    draft: &Draft,
    rules: &mut Rules<'_>,
) -> (Vec<Panel>, Pictures, Option<PanelId>) {
    let mut pictures = Pictures::default();
    for ask in draft.panels.iter().filter_map(|panel| panel.ask.as_ref()) {
        rules
            .found
            .error(
                &ask.span,
                "a document is not shown to a class panel by panel",
            )
            .hint("leave the question out, or put it into the story that shows this");
    }
    let drafts = draft.panels.iter();
    let panels = drafts
        .filter_map(|own| panel::panel(own, &mut pictures, rules))
        .collect();
    if draft.panels.is_empty() {
        rules
            .found
            .error(&draft.span, "this document has no picture")
            .hint("add [[panel]] with id, place and alt, and in [work] cover = \"its id\"");
    }
    let cover = cover(draft, &pictures, rules);
    (panels, pictures, cover)
}

/// Addresses of pages of ours, which no work can have.
const TAKEN: [&str; 5] = [ALL, BOOKLET, DOWNLOADS, ROOM, WORDS];

/// Whether the folders of a work can be addresses.
pub(crate) fn named(draft: &Draft, rules: &mut Rules<'_>) -> bool {
    let top = &draft.span;
    let taken = |page: &&str| page.trim_end_matches('/') == draft.slug;
    let doors = Audience::ALL.map(Audience::folder);
    if TAKEN.iter().chain(&doors).any(taken) {
        let message = format!("“{}” is the address of a page of ours", draft.slug);
        rules.found.error(top, message).hint("rename the folder");
    }
    let mut names = |name: &str, what: &str| {
        let id: Result<WorkId, _> = name.parse();
        if let Err(why) = &id {
            rules
                .found
                .error(
                    top,
                    format!("the {what} “{name}” has no name for an address: {why}"),
                )
                .hint("rename the folder, like: kim-cuong-mien-phi");
        }
        id.is_ok()
    };
    names(&draft.slug, "work's folder") & names(&draft.shelf, "shelf's folder")
}

pub(super) fn work(draft: &Draft, rules: &mut Rules<'_>) -> Option<Proven> {
    let top = &draft.span;
    let named = named(draft, rules);
    let title = rules.needed(
        draft.title.as_ref(),
        top,
        "title",
        "in [work]: title = { vi = \"…\", en = \"…\" }",
    );
    let summary = rules.needed(
        draft.summary.as_ref(),
        top,
        "summary",
        "in [work]: summary = { vi = \"…\", en = \"…\" }",
    );
    let note = rules.needed(
        draft.note.as_ref(),
        top,
        "note",
        "in [work]: note = { … }: what should a teacher know?",
    );
    let ages = ages(draft, rules);
    let minutes = minutes(draft, rules);
    let topics = topics(draft, rules);
    let talk = texts(
        &draft.talk,
        top,
        "talk",
        "in [work]: talk = [ { vi = \"…\", en = \"…\" } ]: questions to talk about",
        rules,
    );
    let dose = dose(draft, rules);
    let parents = parents(draft, rules);
    let broadcast = broadcast(draft, rules);
    sources(draft, rules);
    let mut pictures = Pictures::default();
    let (story, found_paths) = story(draft, &mut pictures, rules);
    let cover = cover(draft, &pictures, rules);
    if !named {
        return None;
    }
    let work = Work {
        id: draft.slug.parse().ok()?,
        shelf: draft.shelf.parse().ok()?,
        title: title?,
        summary: summary?,
        ages: ages?,
        topics: topics?,
        minutes: minutes?,
        story: story?,
        talk: talk?,
        note: note?,
        dose: dose?,
    };
    let Pictures {
        stagings,
        sites,
        asks,
        ..
    } = pictures;
    Some(Proven {
        work,
        parents: parents?,
        broadcast,
        cover: cover?,
        asks,
        stagings,
        sites,
        paths: found_paths,
    })
}

fn story(
    draft: &Draft,
    pictures: &mut Pictures,
    rules: &mut Rules<'_>,
) -> (Option<Story>, Option<paths::Paths>) {
    let kind = rules.missing(
        draft.kind.as_ref(),
        &draft.span,
        "kind",
        "in [work]: kind = \"comic\" or kind = \"scenario\"",
    );
    let kind = kind.and_then(|kind| {
        rules.one_of(
            kind,
            "kind of work",
            &[("comic", true), ("scenario", false)],
        )
    });
    match kind {
        None => (None, None),
        Some(true) => {
            if let Some(passage) = draft.passages.first() {
                rules
                    .found
                    .error(&passage.span, "a comic has no passages")
                    .hint("write kind = \"scenario\", or use [[panel]]");
            }
            let panels: Vec<_> = draft
                .panels
                .iter()
                .filter_map(|p| panel::panel(p, pictures, rules))
                .collect();
            if draft.panels.is_empty() {
                rules
                    .found
                    .error(&draft.span, "this comic has no panels")
                    .hint("add [[panel]] with id, place, alt and balloon");
            }
            (NonEmpty::new(panels).map(Story::Comic), None)
        }
        Some(false) => {
            if let Some(panel) = draft.panels.first() {
                rules
                    .found
                    .error(&panel.span, "a scenario's panels stand in its passages")
                    .hint("write [[passage.panel]] below a [[passage]]");
            }
            let scenario = paths::scenario(draft, pictures, rules);
            match scenario {
                Some((scenario, paths)) => (Some(Story::Scenario(scenario)), Some(paths)),
                None => (None, None),
            }
        }
    }
}

pub(crate) fn ages(draft: &Draft, rules: &mut Rules<'_>) -> Option<Ages> {
    let hint = "in [work]: ages = [7, 11], both between 3 and 17, the youngest first";
    match &draft.ages[..] {
        [min, max]
            if AGES.contains(&min.value) && AGES.contains(&max.value) && min.value <= max.value =>
        {
            Some(Ages {
                min: u8::try_from(min.value).ok()?,
                max: u8::try_from(max.value).ok()?,
            })
        }
        [first, ..] => {
            rules
                .found
                .error(&first.span, "these are no ages")
                .hint(hint);
            None
        }
        [] => {
            rules
                .found
                .error(&draft.span, "“ages” is missing")
                .hint(hint);
            None
        }
    }
}

pub(crate) fn minutes(draft: &Draft, rules: &mut Rules<'_>) -> Option<u8> {
    let minutes = rules.missing(
        draft.minutes.as_ref(),
        &draft.span,
        "minutes",
        "in [work]: minutes = 4",
    )?;
    if !MINUTES.contains(&minutes.value) {
        rules
            .found
            .error(&minutes.span, "a story takes 1 to 30 minutes")
            .hint("read it aloud with a clock, then write the minutes");
    }
    u8::try_from(minutes.value).ok()
}

pub(crate) fn topics(draft: &Draft, rules: &mut Rules<'_>) -> Option<NonEmpty<Topic>> {
    let all: Vec<(&str, Topic)> = Topic::ALL
        .iter()
        .map(|topic| (topic.name(), *topic))
        .collect();
    if draft.topics.is_empty() {
        let list: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        rules
            .found
            .error(&draft.span, "“topics” is missing")
            .hint(format!(
                "in [work]: topics = [\"…\"]; there are: {}",
                list.join(", ")
            ));
    }
    let topics = draft
        .topics
        .iter()
        .filter_map(|topic| rules.one_of(topic, "topic", &all))
        .collect();
    NonEmpty::new(topics)
}

pub(super) fn texts(
    list: &[DraftText],
    of: &Span,
    key: &str,
    hint: &str,
    rules: &mut Rules<'_>,
) -> Option<NonEmpty<Text>> {
    if list.is_empty() {
        rules
            .found
            .error(of, format!("“{key}” is missing"))
            .hint(hint);
    }
    NonEmpty::new(
        list.iter()
            .filter_map(|text| rules.text(text, None))
            .collect(),
    )
}

fn dose(draft: &Draft, rules: &mut Rules<'_>) -> Option<Dose> {
    let question = rules.needed(
        draft.question.as_ref(),
        &draft.span,
        "question",
        "in [dose]: question = { vi = \"…\", en = \"…\" }",
    );
    if draft.answers.len() < 2 {
        rules
            .found
            .error(&draft.span, "the check question needs at least two answers")
            .hint("in [dose]: answers = [ { vi, en, right = true, feedback = { vi, en } }, … ]");
    }
    let mut right = false;
    let mut answers = Vec::new();
    for answer in &draft.answers {
        let text = rules.text(&answer.text, None);
        let feedback = rules.needed(
            answer.feedback.as_ref(),
            &answer.text.span,
            "feedback",
            "every answer gets kind words: feedback = { vi = \"…\", en = \"…\" }",
        );
        let is = answer.right.as_ref().is_some_and(|r| r.value);
        right |= is;
        if let (Some(text), Some(feedback)) = (text, feedback) {
            answers.push(Answer {
                text,
                right: is,
                feedback,
            });
        }
    }
    if let (false, Some(first)) = (right, draft.answers.first()) {
        rules
            .found
            .error(&first.text.span, "no answer is right")
            .hint("mark the wise one with right = true");
    }
    Some(Dose {
        question: question?,
        answers: NonEmpty::new(answers)?,
    })
}

/// What parents are told: all three lists, and exactly three questions, since nobody asks ten at dinner.
fn parents(draft: &Draft, rules: &mut Rules<'_>) -> Option<Parents> {
    let top = &draft.span;
    let mut list = |of, key: &str, what: &str| {
        let hint = format!("in [parents]: {key} = [ {{ vi = \"…\", en = \"…\" }} ]: {what}");
        texts(of, top, key, &hint, rules)
    };
    let own = &draft.parents;
    let teaches = list(&own.teaches, "teaches", "what a child practises here");
    let ask = list(&own.ask, "ask", "three questions to ask one's child");
    let happened = list(
        &own.happened,
        "happened",
        "what to do if it happened, in order",
    );
    if let [_, _, _, more, ..] = &own.ask[..] {
        rules
            .found
            .error(&more.span, "more than three questions to ask")
            .hint("keep the three that open a talk");
    }
    Some(Parents {
        teaches: teaches?,
        ask: ask?,
        happened: happened?,
    })
}

/// Facts need a source: laws and numbers to call are named only with one.
fn sources(draft: &Draft, rules: &mut Rules<'_>) {
    const FACTS: &[&str] = &["Luật ", "Nghị định", "Quyết định", "Thông tư"];
    if !draft.sources.is_empty() {
        return;
    }
    let texts = draft
        .panels
        .iter()
        .chain(draft.passages.iter().flat_map(|p| &p.panels))
        .flat_map(|p| &p.balloons);
    let parents = &draft.parents;
    let told = parents
        .teaches
        .iter()
        .chain(&parents.ask)
        .chain(&parents.happened);
    let texts = texts.map(|b| &b.text).chain(&draft.talk).chain(&draft.note);
    let texts = texts.chain(told);
    for text in texts {
        if let Some(vi) = &text.vi
            && FACTS.iter().any(|fact| vi.contains(fact))
        {
            rules
                .found
                .error(&vi.span, "a law is named, but the work has no sources")
                .hint("in [work]: sources = [\"Nghị định …, điều …: where it was read\"]");
        }
    }
}

fn cover(draft: &Draft, pictures: &Pictures, rules: &mut Rules<'_>) -> Option<PanelId> {
    let cover = rules.missing(
        draft.cover.as_ref(),
        &draft.span,
        "cover",
        "in [work]: cover = \"p3\", the panel to draw on the cover",
    )?;
    // A panel with faults of its own is there all the same.
    if !pictures.ids.contains_key(&cover.value) && !pictures.ids.is_empty() {
        let list: Vec<&str> = pictures.stagings.keys().map(PanelId::as_str).collect();
        rules
            .found
            .error(
                &cover.span,
                format!("there is no panel “{}” for the cover", cover.value),
            )
            .hint(crate::load::nearest(cover, &list));
        return None;
    }
    cover.parse().ok()
}
