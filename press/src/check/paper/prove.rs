//! A draft → a [`Document`], or diagnostics.

use std::collections::{BTreeMap, BTreeSet};

use vac_xin_so::model::{Lang, PanelId, Story, WorkId};

use super::rules::rules_of;
use super::{Audience, Citation, Content, Document, Kind, Law};
use crate::check::broadcast::broadcast;
use crate::check::whole::{Pictures, ages, minutes, named, pictured, topics};
use crate::check::{Proven, Rules};
use crate::diagnostic::{At, Diagnostics, Span};
use crate::doc::{Block, Known, Named, Reading};
use crate::load::{Draft, DraftBody, DraftCitation, DraftDocument, nearest};

/// The shelf of the teens' articles, and how many words each has to read.
const ARTICLES: (&str, std::ops::RangeInclusive<usize>) = ("cong-dan-so", 600..=900);

/// The shelf whose pages tell a law each.
const LAWS: &str = "luat";

/// What a document's page has, and what it wants of others.
#[derive(Debug, Default)]
pub(in crate::check) struct Outline {
    anchors: Vec<String>,
    links: Vec<(String, Option<String>, Span)>,
    terms: BTreeSet<String>,
}

/// Proves a document.
pub(in crate::check) fn document(
    draft: &Draft,
    own: &DraftDocument,
    known: &Known<'_>,
    rules: &mut Rules<'_>,
) -> Option<(Document, Outline)> {
    let top = &draft.span;
    let named = named(draft, rules);
    let hint = |key: &str| format!("in [work]: {key} = {{ vi = \"…\", en = \"…\" }}");
    let title = rules.needed(draft.title.as_ref(), top, "title", &hint("title"));
    let summary = rules.needed(draft.summary.as_ref(), top, "summary", &hint("summary"));
    let (ages, minutes, topics) = (
        ages(draft, rules),
        minutes(draft, rules),
        topics(draft, rules),
    );
    let kinds = [Kind::Article, Kind::Guide, Kind::Rulebook].map(|kind| (kind.name(), kind));
    let kind = draft
        .kind
        .as_ref()
        .and_then(|kind| rules.one_of(kind, "kind of document", &kinds));
    let audience = rules.missing(
        own.audience.as_ref(),
        top,
        "audience",
        "in [work]: audience = \"child\", \"teen\", \"parent\" or \"teacher\"",
    );
    let audiences = Audience::ALL.map(|audience| (audience.name(), audience));
    let audience = audience.and_then(|word| rules.one_of(word, "audience", &audiences));
    let number = number(draft, own, rules);
    let shows = own
        .shows
        .iter()
        .filter_map(|work| shown(work, known, rules))
        .collect();
    let citations: Vec<Citation> = own
        .citations
        .iter()
        .filter_map(|one| citation(one, rules))
        .collect();
    let law = law(draft, own, &citations, rules);
    let (panels, pictures, cover) = pictured(draft, rules);
    let ids: Vec<PanelId> = panels.iter().map(|panel| panel.id.clone()).collect();
    let mut outline = Outline::default();
    let cited: Vec<String> = citations.iter().map(|one| one.id.clone()).collect();
    let names = Named {
        panels: &ids,
        citations: &cited,
        law: law.is_some(),
    };
    let rulebook = kind == Some(Kind::Rulebook);
    let content = content(draft, own, known, rulebook, &names, &mut outline, rules);
    let meant = |name: &String| Some((name.clone(), known.terms.0.get(name)?.clone()));
    let terms = outline.terms.iter().filter_map(meant).collect();
    let Pictures {
        stagings, sites, ..
    } = pictures;
    if !named {
        return None;
    }
    let broadcast = broadcast(draft, rules);
    let document = Document {
        id: draft.slug.parse().ok()?,
        shelf: draft.shelf.parse().ok()?,
        kind: kind?,
        audience: audience?,
        title: title?,
        summary: summary?,
        ages: ages?,
        topics: topics?,
        minutes: minutes?,
        number: number?,
        shows,
        citations,
        broadcast,
        law,
        terms,
        panels,
        cover: cover?,
        stagings,
        sites,
        content: content?,
    };
    Some((document, outline))
}

/// What there is to read: rules, or a text in every language.
fn content(
    draft: &Draft,
    own: &DraftDocument,
    known: &Known<'_>,
    rulebook: bool,
    names: &Named<'_>,
    outline: &mut Outline,
    rules: &mut Rules<'_>,
) -> Option<Content> {
    if rulebook {
        for body in &own.bodies {
            let whole = Span {
                file: body.file,
                range: 0..0,
            };
            rules
                .found
                .error(&whole, "a rulebook has no text of its own")
                .hint("its words stand in [[rule]]; remove this file");
        }
        let proven = rules_of(draft, own, names.panels, &mut outline.anchors, rules);
        return proven.map(|(rules, promise)| Content::Rules(rules, promise));
    }
    if let Some(rule) = own.rules.first() {
        rules
            .found
            .error(&rule.span, "only a rulebook has rules")
            .hint("write kind = \"rulebook\"");
    }
    texts(draft, own, known, names, outline, rules).map(Content::Text)
}

/// The place of a document on its shelf.
fn number(draft: &Draft, own: &DraftDocument, rules: &mut Rules<'_>) -> Option<u8> {
    let hint = "in [work]: number = 1, its place on its shelf";
    let number = rules.missing(own.number.as_ref(), &draft.span, "number", hint)?;
    let place = u8::try_from(number.value).ok().filter(|place| *place > 0);
    if place.is_none() {
        let message = format!("{} is no place on a shelf", number.value);
        rules
            .found
            .error(&number.span, message)
            .hint("number = 1 is the first");
    }
    place
}

fn shown(work: &At<String>, known: &Known<'_>, rules: &mut Rules<'_>) -> Option<WorkId> {
    if known.works.contains(&work.value) {
        return work.parse().ok();
    }
    let all: Vec<&str> = known.works.iter().map(String::as_str).collect();
    rules
        .found
        .error(&work.span, format!("there is no work “{}”", work.value))
        .hint(nearest(work, &all));
    None
}

fn citation(draft: &DraftCitation, rules: &mut Rules<'_>) -> Option<Citation> {
    let example = "[[source]] id = \"nd147\", text = { vi, en }, checked = \"2026-11-24\"";
    let id = rules.missing(draft.id.as_ref(), &draft.span, "id", example);
    let text = rules.needed(draft.text.as_ref(), &draft.span, "text", example);
    let checked = rules.missing(
        draft.checked.as_ref(),
        &draft.span,
        "checked",
        "on which day did somebody look? checked = \"2026-11-24\"",
    );
    if let Some(day) = checked
        && !is_day(day)
    {
        rules
            .found
            .error(&day.span, format!("“{}” is no day", day.value))
            .hint("checked = \"2026-11-24\"");
    }
    Some(Citation {
        id: id?.value.clone(),
        text: text?,
        checked: checked?.value.clone(),
    })
}

/// `2026-11-24`
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number =
        |part: &&str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    matches!(&parts[..], [y, m, d] if number(y, 4) && number(m, 2) && number(d, 2))
}

/// The law that a page tells. Every page of the laws has one, with its source.
fn law(
    draft: &Draft,
    own: &DraftDocument,
    citations: &[Citation],
    rules: &mut Rules<'_>,
) -> Option<Law> {
    let Some(law) = &own.law else {
        if draft.shelf == LAWS {
            rules
                .found
                .error(&draft.span, "this page tells no law")
                .hint("[law] sentence = { vi, en }, source = \"the id of a [[source]]\"");
        }
        return None;
    };
    let sentence = rules.needed(
        law.sentence.as_ref(),
        &law.span,
        "sentence",
        "the law in one sentence: sentence = { vi, en }",
    );
    let source = rules.missing(
        law.source.as_ref(),
        &law.span,
        "source",
        "source = \"the id of a [[source]]\"",
    )?;
    let Some(found) = citations.iter().find(|one| one.id == source.value) else {
        let all: Vec<&str> = citations.iter().map(|one| one.id.as_str()).collect();
        rules
            .found
            .error(
                &source.span,
                format!("there is no source “{}”", source.value),
            )
            .hint(nearest(source, &all));
        return None;
    };
    Some(Law {
        sentence: sentence?,
        source: found.clone(),
    })
}

/// The text in every language, each of the same shape.
fn texts(
    draft: &Draft,
    own: &DraftDocument,
    known: &Known<'_>,
    named: &Named<'_>,
    outline: &mut Outline,
    rules: &mut Rules<'_>,
) -> Option<BTreeMap<Lang, Vec<Block>>> {
    let mut texts = BTreeMap::new();
    let mut first: Option<(Vec<(String, Span)>, Lang)> = None;
    for lang in Lang::ALL {
        let Some(DraftBody { file, .. }) = own.bodies.iter().find(|body| body.lang == lang) else {
            rules
                .found
                .error(
                    &draft.span,
                    format!("the text in {} is missing", lang.name()),
                )
                .hint(format!("write it beside work.toml, in {}.md", lang.tag()));
            continue;
        };
        let mut reading = Reading::of(*file, lang, known, *named, rules.found);
        let blocks = reading.blocks();
        whole(&mut reading, named, draft);
        match &first {
            None => first = Some((std::mem::take(&mut reading.shape), lang)),
            Some((shape, other)) => same(shape, *other, &mut reading),
        }
        outline.anchors.extend(reading.anchors.into_keys());
        outline.links.append(&mut reading.links);
        outline.terms.append(&mut reading.terms);
        texts.insert(lang, blocks);
    }
    (texts.len() == Lang::ALL.len()).then_some(texts)
}

/// What a text must have as a whole.
fn whole(reading: &mut Reading<'_>, named: &Named<'_>, draft: &Draft) {
    for (id, span) in std::mem::take(&mut reading.wanted) {
        if !reading.anchors.contains_key(&id) {
            let all: Vec<&str> = reading.anchors.keys().map(String::as_str).collect();
            let hint = nearest(&id, &all);
            reading.wrong(
                &span,
                &format!("there is no place “{id}” on this page"),
                &hint,
            );
        }
    }
    let top = Span {
        file: reading.file,
        range: 0..0,
    };
    if named.law && !reading.told_law {
        reading.wrong(
            &top,
            "the law is never told",
            "write ::: law, and ::: on the next line, where it belongs",
        );
    }
    let (shelf, words) = ARTICLES;
    if draft.shelf == shelf && !words.contains(&reading.count) {
        let message = format!("this article has {} words", reading.count);
        reading.wrong(
            &top,
            &message,
            &format!("{} to {} are read in one go", words.start(), words.end()),
        );
    }
}

/// Two languages tell the same in the same order.
fn same(shape: &[(String, Span)], other: Lang, reading: &mut Reading<'_>) {
    let own = std::mem::take(&mut reading.shape);
    for i in 0..shape.len().max(own.len()) {
        let (theirs, ours) = (shape.get(i), own.get(i));
        if theirs.map(|(what, _)| what) == ours.map(|(what, _)| what) {
            continue;
        }
        let end = Span {
            file: reading.file,
            range: reading.text.len()..reading.text.len(),
        };
        let span = ours.map_or(end, |(_, span)| span.clone());
        let none = "the end".to_owned();
        let what = ours.map_or(&none, |(what, _)| what);
        let theirs = theirs.map_or(&none, |(what, _)| what);
        let message = format!(
            "here is “{what}”, where the {} text has “{theirs}”",
            other.name()
        );
        reading.wrong(
            &span,
            &message,
            "directives, their names and their items, and headings are the same in every language",
        );
        return;
    }
}

/// Links to places on other pages lead somewhere.
pub(in crate::check) fn places(
    documents: &[(Document, Outline)],
    works: &[Proven],
    found: &mut Diagnostics,
) {
    let anchors = |slug: &str| -> Option<Vec<String>> {
        let document = documents.iter().find(|(own, _)| own.id.as_str() == slug);
        if let Some((own, outline)) = document {
            let panels = own.panels.iter().map(|panel| panel.id.to_string());
            return Some(outline.anchors.iter().cloned().chain(panels).collect());
        }
        let story = &works
            .iter()
            .find(|own| own.work.id.as_str() == slug)?
            .work
            .story;
        let mut all: Vec<String> = story.panels().map(|panel| panel.id.to_string()).collect();
        if let Story::Scenario(scenario) = story {
            all.extend(
                scenario
                    .passages
                    .iter()
                    .map(|passage| passage.id.to_string()),
            );
        }
        Some(all)
    };
    for (slug, anchor, span) in documents.iter().flat_map(|(_, outline)| &outline.links) {
        // A work that was not read this time, or that has faults of its own, is not looked into.
        if let (Some(anchor), Some(all)) = (anchor, anchors(slug))
            && !all.contains(anchor)
        {
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            found
                .error(span, format!("“{slug}” has no place “{anchor}”"))
                .hint(nearest(anchor, &all));
        }
    }
}
