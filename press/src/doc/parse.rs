//! A text → blocks. A directive is a line `::: name …`; it ends with a line `:::`; directives can stand inside
//! each other. What is between is Markdown.

use std::collections::{BTreeMap, BTreeSet};

use vac_xin_so::model::{Lang, PanelId};
use vac_xin_so::ui::Words;

use super::block::{Answer, Block, Box, Helper, Item, Prose, Slice};
use super::prove::Known;
use crate::check::faults;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::load::{TO_DO, nearest};

/// Every directive that is no box.
const DIRECTIVES: [&str; 13] = [
    "figure", "strip", "check", "link", "rate", "pie", "write", "tick", "call", "law", "sheet", "plan", "case",
];

/// A text being read, and what it has named so far.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) lang: Lang,
    pub(super) known: &'a Known<'a>,
    /// The names of its panels.
    pub(super) panels: &'a [PanelId],
    /// The names of its sources.
    pub(super) citations: &'a [String],
    /// Whether there is a law to tell.
    pub(super) law: bool,
    pub(super) found: &'a mut Diagnostics,
    /// The addresses on its page.
    pub(super) anchors: BTreeMap<String, Span>,
    /// Addresses on its own page that it links.
    pub(super) wanted: Vec<(String, Span)>,
    /// What it links: a work, and an address there.
    pub(super) links: Vec<(String, Option<String>, Span)>,
    /// What must be the same in every language, in order.
    pub(super) shape: Vec<(String, Span)>,
    /// The words of the glossary that it uses.
    pub(super) terms: BTreeSet<String>,
    /// The sources it has named.
    pub(super) cited: BTreeSet<String>,
    /// How many words there are to read.
    pub(super) count: usize,
    /// Whether it shows the law.
    pub(super) told_law: bool,
}

/// An item of a list in a directive: what it says, and what is said to it.
#[derive(Debug)]
struct Raw {
    text: String,
    span: Span,
    /// Label and words.
    notes: Vec<(String, String)>,
}

impl Raw {
    /// More of what was said last.
    fn go_on(&mut self, between: &str, more: &str) {
        let said = self.notes.last_mut().map_or(&mut self.text, |(_, words)| words);
        said.push_str(between);
        said.push_str(more);
    }
}

impl Reading<'_> {
    /// The whole text.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        self.within(0..self.text.len())
    }

    /// A stretch of the text.
    fn within(&mut self, range: std::ops::Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let (mut at, mut from) = (range.start, range.start);
        while at < range.end {
            let end = self.line_end(at, range.end);
            let line = self.text[at..end].trim();
            let Some(head) = line.strip_prefix(":::") else {
                at = end;
                continue;
            };
            self.flush(from..at, &mut blocks);
            if head.trim().is_empty() {
                self.wrong(&self.span(at..end), "nothing is to be closed here", "remove this line, or write what it closes");
                (at, from) = (end, end);
                continue;
            }
            let (inside, after) = self.closed(end, range.end);
            if after.is_none() {
                self.wrong(&self.span(at..end), "this is never closed", "end it with a line of three colons");
            }
            let head_span = self.span(at..end);
            let block = self.directive(head.trim(), &head_span, inside);
            blocks.extend(block);
            at = after.unwrap_or(range.end);
            from = at;
        }
        self.flush(from..range.end, &mut blocks);
        blocks
    }

    /// Markdown up to here.
    fn flush(&mut self, range: std::ops::Range<usize>, blocks: &mut Vec<Block>) {
        let text = &self.text[range.clone()];
        if !text.trim().is_empty() {
            let span = self.span(range);
            blocks.push(Block::Prose(self.prose(text, &span, true)));
        }
    }

    /// What is inside of a directive whose head ends at `from`, and where the text goes on.
    fn closed(&self, from: usize, end: usize) -> (std::ops::Range<usize>, Option<usize>) {
        let (mut at, mut depth) = (from, 1usize);
        while at < end {
            let next = self.line_end(at, end);
            if let Some(head) = self.text[at..next].trim().strip_prefix(":::") {
                if head.trim().is_empty() {
                    depth -= 1;
                } else {
                    depth += 1;
                }
                if depth == 0 {
                    return (from..at, Some(next));
                }
            }
            at = next;
        }
        (from..end, None)
    }

    fn line_end(&self, at: usize, end: usize) -> usize {
        self.text[at..end].find('\n').map_or(end, |n| at + n + 1)
    }

    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let text = &self.text[range.clone()];
        let start = range.start + (text.len() - text.trim_start().len());
        let stop = range.start + text.trim_end().len();
        Span {
            file: self.file,
            range: start..stop.max(start),
        }
    }

    fn directive(&mut self, head: &str, span: &Span, inside: std::ops::Range<usize>) -> Option<Block> {
        let (name, rest) = head.split_once(char::is_whitespace).unwrap_or((head, ""));
        let rest = rest.trim();
        let (id, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (id, title) = (id.to_owned(), title.trim().to_owned());
        self.outline(shape(name, rest, &id), span);
        if let Some(kind) = Box::ALL.into_iter().find(|kind| kind.name() == name) {
            self.count(rest);
            let inside = self.filled(span, inside);
            let title = (!rest.is_empty()).then(|| rest.to_owned());
            return Some(Block::Box(kind, title, inside));
        }
        let text = &self.text[inside.clone()];
        let inner = self.span(inside.clone());
        match name {
            "figure" => {
                let panel = self.panel(&id, span)?;
                Some(Block::Figure(panel, self.inline(text.trim(), &inner, true)))
            }
            "strip" => {
                let names: Vec<&str> = rest.split_whitespace().collect();
                let panels: Vec<PanelId> = names.iter().filter_map(|name| self.panel(name, span)).collect();
                if panels.is_empty() {
                    self.wrong(span, "a strip needs panels", "::: strip p1 p2 p3");
                }
                Some(Block::Strip(panels))
            }
            "check" | "link" => {
                self.anchor(&id, span);
                let (prompt, items) = self.items(inside, &[]);
                self.check(id, name == "link", prompt, &items, span)
            }
            "rate" => {
                self.anchor(&id, span);
                let labels: Vec<String> = title.split('/').map(|label| label.trim().to_owned()).filter(|label| !label.is_empty()).collect();
                if !(2..=4).contains(&labels.len()) {
                    self.wrong(span, "to judge, two to four labels are needed", "::: rate ID Thật / Giả");
                }
                let (prompt, items) = self.items(inside, &labels);
                self.shape_more(items.len());
                let items = items.iter().map(|item| self.rated(item, &labels)).collect();
                Some(Block::Rate { id, labels, prompt, items })
            }
            "pie" => {
                self.anchor(&id, span);
                let (prompt, items) = self.items(inside, &[]);
                self.shape_more(items.len());
                let slices: Vec<Slice> = items.iter().filter_map(|item| self.slice(item)).collect();
                let hours: u32 = slices.iter().map(|slice| u32::from(slice.hours)).sum();
                if hours != 24 || !(3..=6).contains(&slices.len()) {
                    self.wrong(span, &format!("this day has {} parts and {hours} hours", slices.len()), "three to six parts, 24 hours together: - Ngủ = 9");
                }
                Some(Block::Pie { id, prompt, slices })
            }
            "write" => {
                self.anchor(&id, span);
                let split = text.find("\n>").map_or(text.len(), |at| at + 1);
                let (prompt, example) = (text[..split].to_owned(), unquoted(&text[split..]));
                if example.trim().is_empty() {
                    self.wrong(span, "one good way to say it is missing", "write it below, behind “> ”");
                }
                let prompt = self.prose(&prompt, &inner, false);
                let example = self.prose(&example, &inner, false);
                Some(Block::Write { id, prompt, example })
            }
            "tick" => {
                self.anchor(&id, span);
                let (_, items) = self.items(inside, &[]);
                self.shape_more(items.len());
                if items.is_empty() {
                    self.wrong(span, "there is nothing to tick", "write items: - …");
                }
                let items = items.iter().map(|item| self.inline(&item.text, &item.span, false)).collect();
                Some(Block::Tick { id, items })
            }
            "call" => {
                let names: Vec<&str> = rest.split_whitespace().collect();
                let all: Vec<&str> = Helper::ALL.iter().map(|(name, _)| *name).collect();
                let mut helpers = Vec::new();
                for name in names {
                    match Helper::ALL.iter().find(|(own, _)| *own == name) {
                        Some((_, helper)) => helpers.push(*helper),
                        None => self.wrong(span, &format!("“{name}” is nobody to call"), &nearest(name, &all)),
                    }
                }
                Some(Block::Call(helpers))
            }
            "law" => {
                self.told_law = true;
                if !self.law {
                    self.wrong(span, "this document has no [law]", "in work.toml: [law] sentence = { vi, en }, source = \"…\"");
                }
                Some(Block::Law)
            }
            "sheet" => {
                self.anchor(&id, span);
                self.count(&title);
                let inside = self.filled(span, inside);
                Some(Block::Sheet { id, title, inside })
            }
            "plan" => {
                let minutes = id.parse().unwrap_or(0);
                let sum = minutes_in(text);
                if minutes == 0 || sum != Some(minutes) {
                    let sum = sum.map_or("no minutes".to_owned(), |sum| format!("{sum} minutes"));
                    self.wrong(span, &format!("this plan is for “{id}” minutes, and its table has {sum}"), "the first column of the table holds whole minutes; together they are the plan's");
                }
                let table = self.prose(text, &Span { file: self.file, range: inside }, true);
                Some(Block::Plan(minutes, table))
            }
            "case" => {
                self.anchor(&id, span);
                self.count(&title);
                if title.is_empty() {
                    self.wrong(span, "what happened?", "::: case ANCHOR Title");
                }
                let inside = self.filled(span, inside);
                Some(Block::Case { id, title, inside })
            }
            _ => {
                let boxes = Box::ALL.map(Box::name);
                let all: Vec<&str> = DIRECTIVES.into_iter().chain(boxes).collect();
                self.wrong(span, &format!("there is no directive “{name}”"), &nearest(name, &all));
                None
            }
        }
    }

    /// What is inside of a box: it must not be empty.
    fn filled(&mut self, span: &Span, inside: std::ops::Range<usize>) -> Vec<Block> {
        let blocks = self.within(inside);
        if blocks.is_empty() {
            self.wrong(span, "there is nothing in it", "write it, or remove the directive");
        }
        blocks
    }

    /// The words before the first item, and the items.
    fn items(&mut self, inside: std::ops::Range<usize>, labels: &[String]) -> (Prose, Vec<Raw>) {
        let (mut at, mut prompt) = (inside.start, inside.start..inside.start);
        let mut items: Vec<Raw> = Vec::new();
        while at < inside.end {
            let end = self.line_end(at, inside.end);
            let line = &self.text[at..end];
            let span = self.span(at..end);
            at = end;
            if let Some(text) = line.strip_prefix("- ") {
                items.push(Raw { text: text.trim().to_owned(), span, notes: Vec::new() });
                continue;
            }
            let Some(item) = items.last_mut() else {
                prompt.end = end;
                continue;
            };
            let line = line.trim();
            let note = line.split_once('>').filter(|(label, _)| {
                let label = label.trim();
                label.is_empty() || labels.iter().any(|known| known == label)
            });
            match note {
                Some((label, words)) if !label.trim().is_empty() || item.notes.is_empty() => {
                    item.notes.push((label.trim().to_owned(), words.trim().to_owned()));
                }
                Some((_, words)) => item.go_on("\n", words.trim()),
                None => item.go_on(" ", line),
            }
        }
        let text = &self.text[prompt.clone()];
        let exact = Span { file: self.file, range: prompt };
        let prompt = if text.trim().is_empty() {
            Prose::default()
        } else {
            self.prose(text, &exact, true)
        };
        (prompt, items)
    }

    fn check(&mut self, id: String, link: bool, prompt: Prose, items: &[Raw], span: &Span) -> Option<Block> {
        self.shape_more(items.len());
        if prompt.0.is_empty() {
            self.wrong(span, "nothing is asked", "write the question below this line");
        }
        let mut answers = Vec::new();
        for item in items {
            let mark = [("( )", false), ("(x)", true), ("(X)", true)].into_iter().find_map(|(mark, right)| Some((right, item.text.strip_prefix(mark)?)));
            let Some((right, text)) = mark else {
                self.wrong(&item.span, "is this answer wise or not?", "write - (x) before a wise one, - ( ) before another");
                continue;
            };
            let feedback = item.notes.first().map(|(_, words)| words.clone()).unwrap_or_default();
            if feedback.is_empty() {
                self.wrong(&item.span, "this answer gets no kind words", "write them below it:   > …");
            }
            answers.push(Answer {
                right,
                text: self.inline(text.trim(), &item.span, false),
                feedback: self.inline(&feedback, &item.span, false),
            });
        }
        if answers.len() < 2 || !answers.iter().any(|answer| answer.right) {
            self.wrong(span, "a question needs two answers, one of them wise", "- ( ) …, - (x) …, each with   > feedback");
        }
        Some(Block::Check { id, link, prompt, answers })
    }

    fn rated(&mut self, item: &Raw, labels: &[String]) -> Item {
        let (text, wise) = item.text.rsplit_once("=>").unwrap_or((&item.text, ""));
        let place = |label: &str| labels.iter().position(|own| own == label.trim());
        let mut right = Vec::new();
        for label in wise.split('|').map(str::trim).filter(|label| *label != "*") {
            match place(label) {
                Some(at) => right.push(at),
                None => {
                    let all: Vec<&str> = labels.iter().map(String::as_str).collect();
                    self.wrong(&item.span, &format!("“{label}” is none of the labels"), &format!("end it with => and a label (or * if none is wrong): {}", all.join(", ")));
                }
            }
        }
        if item.notes.is_empty() {
            self.wrong(&item.span, "nothing is said to this", "write it below:   > …");
        }
        let feedback = item.notes.iter().map(|(label, words)| (place(label), self.inline(words, &item.span, false))).collect();
        Item { text: self.inline(text.trim(), &item.span, false), right, feedback }
    }

    fn slice(&mut self, item: &Raw) -> Option<Slice> {
        let (label, hours) = item.text.rsplit_once('=').unwrap_or((&item.text, ""));
        let Ok(hours) = hours.trim().parse() else {
            self.wrong(&item.span, "how many hours?", "- Ngủ = 9");
            return None;
        };
        let hint = item.notes.first().map(|(_, words)| words.clone()).unwrap_or_default();
        Some(Slice { label: self.inline(label.trim(), &item.span, false), hours, hint: self.inline(&hint, &item.span, false) })
    }

    fn panel(&mut self, name: &str, span: &Span) -> Option<PanelId> {
        let found = self.panels.iter().find(|id| id.as_str() == name).cloned();
        if found.is_none() {
            let all: Vec<&str> = self.panels.iter().map(PanelId::as_str).collect();
            self.wrong(span, &format!("there is no panel “{name}” in work.toml"), &nearest(name, &all));
        }
        found
    }

    pub(super) fn words(&self) -> Words {
        Words(self.lang)
    }

    pub(super) fn wrong(&mut self, span: &Span, message: &str, hint: &str) {
        self.found.error(span, message).hint(hint);
    }

    /// An address on the page: each once, and short.
    pub(super) fn anchor(&mut self, id: &str, span: &Span) {
        if id.parse::<PanelId>().is_err() {
            self.wrong(span, &format!("“{id}” is no name for a place on the page"), "like: mat-khau, viec-1");
            return;
        }
        let taken = self.anchors.insert(id.to_owned(), span.clone()).is_some();
        if taken || self.panels.iter().any(|panel| panel.as_str() == id) {
            self.wrong(span, &format!("the name “{id}” is used twice on this page"), "give it a name of its own");
        }
    }

    pub(super) fn own_anchor(&mut self, id: &str, span: &Span) {
        self.wanted.push((id.to_owned(), span.clone()));
    }

    pub(super) fn outline(&mut self, what: String, span: &Span) {
        self.shape.push((what, span.clone()));
    }

    fn shape_more(&mut self, count: usize) {
        if let Some((what, _)) = self.shape.last_mut() {
            what.push_str(&format!(" with {count} items"));
        }
    }

    pub(super) fn count(&mut self, text: &str) {
        self.count += text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    }

    /// A source that a text names: its number.
    pub(super) fn cited(&mut self, id: &str, span: &Span) -> String {
        let Some(at) = self.citations.iter().position(|own| own == id) else {
            let all: Vec<&str> = self.citations.iter().map(String::as_str).collect();
            self.wrong(span, &format!("there is no source “{id}”"), &format!("in work.toml: [[source]] id = \"{id}\"; {}", nearest(id, &all)));
            return String::new();
        };
        self.cited.insert(id.to_owned());
        let label = self.words().source_of(at + 1);
        format!("<sup><a href=\"#nguon-{id}\" aria-label=\"{label}\">{}</a></sup>", at + 1)
    }

    pub(super) fn term(&mut self, name: &str, span: &Span) {
        if self.known.terms.0.contains_key(name) {
            self.terms.insert(name.to_owned());
        } else {
            let all: Vec<&str> = self.known.terms.0.keys().map(String::as_str).collect();
            self.wrong(span, &format!("the glossary has no word “{name}”"), &nearest(name, &all));
        }
    }

    pub(super) fn linked(&mut self, work: &str, anchor: Option<&str>, span: &Span) {
        if !self.known.works.iter().any(|own| own == work) {
            let all: Vec<&str> = self.known.works.iter().map(String::as_str).collect();
            self.wrong(span, &format!("there is no work “{work}”"), &nearest(work, &all));
        }
        self.links.push((work.to_owned(), anchor.map(str::to_owned), span.clone()));
    }

    /// What must not be said, and what must not be left.
    pub(super) fn said(&mut self, text: &str, span: &Span) {
        for (message, hint) in faults(text) {
            self.wrong(span, &message, hint);
        }
        if text.contains(TO_DO) {
            let hint = format!("write it where {TO_DO} stands");
            self.wrong(span, "this is still to be written", &hint);
        }
    }
}

/// What must be the same in every language: titles and labels are words, names are not.
fn shape(name: &str, rest: &str, id: &str) -> String {
    match name {
        "strip" | "call" | "figure" | "law" => format!("{name} {rest}"),
        "check" | "link" | "pie" | "write" | "tick" | "sheet" | "plan" | "case" => format!("{name} {id}"),
        "rate" => format!("{name} {id} with {} labels", rest.split('/').count()),
        _ => name.to_owned(),
    }
}

/// The words of quoted lines.
fn unquoted(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_start().trim_start_matches('>').trim_start());
    lines.collect::<Vec<_>>().join("\n")
}

/// The minutes in the first column of a table, if each row has them.
fn minutes_in(table: &str) -> Option<u16> {
    let rows = table.lines().map(str::trim).filter(|line| line.starts_with('|')).skip(2);
    let mut sum = None;
    for row in rows {
        let first: u16 = row.trim_matches('|').split('|').next()?.trim().parse().ok()?;
        sum = Some(sum.unwrap_or(0) + first);
    }
    sum
}
