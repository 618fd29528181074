//! Passages and links → scenes and choices with names of their own, from the start on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::twee::Passage;
use super::{Notes, prose};
use crate::begin::{free, slug};

/// Passages about the story, of which there is one each.
const OWN: &[&str] = &["StoryTitle", "StoryData"];

/// Passages that a story format reads as its own, by name and by tag.
const FORMAT_NAMES: &[&str] = &[
    "PassageDone",
    "PassageFooter",
    "PassageHeader",
    "PassageReady",
    "StoryAuthor",
    "StoryBanner",
    "StoryCaption",
    "StoryDisplayTitle",
    "StoryIncludes",
    "StoryInit",
    "StoryInterface",
    "StoryMenu",
    "StorySettings",
    "StoryShare",
    "StorySubtitle",
];
const FORMAT_TAGS: &[&str] = &[
    "script",
    "stylesheet",
    "widget",
    "init",
    "startup",
    "header",
    "footer",
];

/// A story as it will be written.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) title: Option<String>,
    pub(super) ifid: Option<String>,
    /// The first is the start.
    pub(super) scenes: Vec<Scene>,
}

/// A passage of the scenario.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) line: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) tags: Vec<String>,
    pub(super) comments: Vec<String>,
    pub(super) words: String,
    pub(super) next: Next,
}

/// How a passage goes on.
#[derive(Debug)]
pub(super) enum Next {
    Choices(Vec<Choice>),
    /// It ends; the passage to try again from.
    Ending {
        retry: String,
    },
}

#[derive(Debug)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) to: String,
    pub(super) text: String,
}

/// A passage with its text read.
struct Read<'a> {
    passage: Passage<'a>,
    prose: prose::Prose,
    id: String,
}

/// Makes a story of the passages of a file; nothing if none of them tells any.
pub(super) fn story(passages: Vec<Passage<'_>>, notes: &mut Notes) -> Option<Story> {
    let mut story = Story::default();
    let mut start = None;
    let (mut taken, mut own) = (BTreeSet::new(), BTreeSet::new());
    let mut all: Vec<Read<'_>> = Vec::new();
    for passage in passages {
        let code = passage
            .tags
            .iter()
            .any(|tag| FORMAT_TAGS.contains(&tag.as_str()));
        match passage.name.as_str() {
            name if OWN.contains(&name) && !own.insert(passage.name.clone()) => {
                notes.leave_out(passage.line, &format!("a second “{name}”"));
            }
            "StoryTitle" => story.title = Some(line(passage.body)),
            "StoryData" => (start, story.ifid) = data(&passage, notes),
            name if code || FORMAT_NAMES.contains(&name) => {
                notes.leave_out(
                    passage.line,
                    &format!("“{name}”, a passage of the story format,"),
                );
            }
            _ => {
                let prose = prose::read(passage.body, passage.line + 1, notes);
                let id = named(&passage.name, "doan", &mut taken);
                all.push(Read { passage, prose, id });
            }
        }
    }
    story.title = story.title.filter(|title| !title.is_empty());
    let names = names(&all, notes);
    let first = first(&all, &names, start, notes)?;
    let ways = ways(&all, &names);
    let from = reached(first, &ways);
    for (at, read) in all.iter().enumerate() {
        if at != first && !from.contains_key(&at) {
            let name = &read.passage.name;
            notes.say(
                read.passage.line,
                format!("no way from the start leads to “{name}”"),
            );
        }
    }
    let retries: Vec<usize> = (0..all.len())
        .map(|at| decision(at, first, &from, &ways))
        .collect();
    let nexts = nexts(&all, &names, &retries, &mut taken, notes);
    story.scenes = all.into_iter().zip(nexts).map(scene).collect();
    story.scenes[..=first].rotate_right(1);
    Some(story)
}

fn scene((read, next): (Read<'_>, Next)) -> Scene {
    Scene {
        line: read.passage.line,
        id: read.id,
        name: read.passage.name,
        tags: read.passage.tags,
        comments: read.prose.comments,
        words: read.prose.words,
        next,
    }
}

/// Words in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The start and the IFID that the story's data name.
fn data(passage: &Passage<'_>, notes: &mut Notes) -> (Option<(usize, String)>, Option<String>) {
    match serde_json::from_str::<serde_json::Value>(passage.body) {
        Ok(data) => {
            let word = |key: &str| data.get(key).and_then(|v| v.as_str()).map(str::to_owned);
            let start = word("start").map(|start| (passage.line, start));
            (start, word("ifid"))
        }
        Err(why) => {
            notes.say(passage.line, format!("StoryData is no JSON: {why}"));
            (None, None)
        }
    }
}

/// A free id for a passage and its panel, which share one page.
fn named(name: &str, instead: &str, taken: &mut BTreeSet<String>) -> String {
    let base = Some(slug(name)).filter(|slug| !slug.is_empty());
    let base = base.as_deref().unwrap_or(instead);
    let id = free(base, |id| taken.contains(id) || taken.contains(&panel(id)));
    taken.insert(panel(&id));
    taken.insert(id.clone());
    id
}

/// The id of a passage's only panel.
pub(super) fn panel(passage: &str) -> String {
    format!("{passage}-1")
}

/// Where each name is found first. Twine knows one passage of a name; a second one is told.
fn names(all: &[Read<'_>], notes: &mut Notes) -> BTreeMap<String, usize> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for (at, Read { passage, id, .. }) in all.iter().enumerate() {
        if passage.name.is_empty() {
            notes.say(
                passage.line,
                format!("this passage has no name; it becomes “{id}”"),
            );
        } else if let Some(first) = names.get(&passage.name) {
            notes.say(
                passage.line,
                format!(
                    "there is another “{}” in line {}, where all links lead; this one becomes “{id}”",
                    passage.name, all[*first].passage.line
                ),
            );
        } else {
            names.insert(passage.name.clone(), at);
        }
    }
    names
}

/// The start: as the story's data say, else `Start`, else the first passage.
fn first(
    all: &[Read<'_>],
    names: &BTreeMap<String, usize>,
    start: Option<(usize, String)>,
    notes: &mut Notes,
) -> Option<usize> {
    let instead = &all.first()?.passage;
    let line = start.as_ref().map_or(instead.line, |(line, _)| *line);
    let wanted = start.map_or_else(|| "Start".to_owned(), |(_, start)| start);
    let found = names.get(&wanted).copied();
    if found.is_none() {
        let name = &instead.name;
        notes.say(
            line,
            format!("there is no start “{wanted}”; the story begins with “{name}”"),
        );
    }
    Some(found.unwrap_or(0))
}

/// Where the links of each passage lead; dead ones are left out.
fn ways(all: &[Read<'_>], names: &BTreeMap<String, usize>) -> Vec<Vec<usize>> {
    all.iter()
        .map(|read| {
            let links = read.prose.links.iter();
            links.filter_map(|l| names.get(&l.to).copied()).collect()
        })
        .collect()
}

/// All passages that can be reached, each with the one before it on a shortest way.
fn reached(first: usize, ways: &[Vec<usize>]) -> BTreeMap<usize, usize> {
    let mut from = BTreeMap::new();
    let mut open = VecDeque::from([first]);
    while let Some(at) = open.pop_front() {
        for &to in &ways[at] {
            if to != first && !from.contains_key(&to) {
                from.insert(to, at);
                open.push_back(to);
            }
        }
    }
    from
}

/// The last passage on the way to another where there was more than one way on, or else the one before it.
fn decision(at: usize, first: usize, from: &BTreeMap<usize, usize>, ways: &[Vec<usize>]) -> usize {
    let linking = || ways.iter().position(|to| to.contains(&at));
    let Some(before) = from.get(&at).copied().or_else(linking) else {
        return first;
    };
    let way = std::iter::successors(Some(before), |at| from.get(at).copied());
    // A passage no way leads to may stand in a circle: nobody walks longer than there are passages.
    let mut way = way.take(ways.len());
    way.find(|at| ways[*at].len() > 1).unwrap_or(before)
}

/// How every passage goes on. A dead link keeps a name of its own, so that check finds it too.
fn nexts(
    all: &[Read<'_>],
    names: &BTreeMap<String, usize>,
    retries: &[usize],
    taken: &mut BTreeSet<String>,
    notes: &mut Notes,
) -> Vec<Next> {
    let mut choices = BTreeSet::new();
    let mut dead: BTreeMap<String, String> = BTreeMap::new();
    let mut next = |(read, retry): (&Read<'_>, &usize)| {
        if read.prose.links.is_empty() {
            return Next::Ending {
                retry: all[*retry].id.clone(),
            };
        }
        let choice = |link: &prose::Link| {
            let to = if let Some(at) = names.get(&link.to) {
                all[*at].id.clone()
            } else {
                notes.say(
                    link.line,
                    format!("the link leads to “{}”, which is not there", link.to),
                );
                let id = || named(&link.to, "khong-co", taken);
                dead.entry(link.to.clone()).or_insert_with(id).clone()
            };
            Choice {
                id: named(&link.text, "chon", &mut choices),
                to,
                text: link.text.clone(),
            }
        };
        Next::Choices(read.prose.links.iter().map(choice).collect())
    };
    all.iter().zip(retries).map(&mut next).collect()
}
