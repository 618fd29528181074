//! A text → blocks. A directive is a line `::: name …`; it ends with a line `:::`; directives can stand inside
//! each other. What is between is Markdown.

use std::collections::{BTreeMap, BTreeSet};

use vac_xin_so::model::{Lang, PanelId};
use vac_xin_so::ui::Words;

use super::block::Block;
use super::{Known, Named};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::load::{TO_DO, nearest};

/// A text being read, and what it has named so far.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) file: FileId,
    pub(super) lang: Lang,
    pub(super) known: &'a Known<'a>,
    pub(super) named: Named<'a>,
    pub(super) found: &'a mut Diagnostics,
    /// The addresses on its page.
    pub(crate) anchors: BTreeMap<String, Span>,
    /// Addresses on its own page that it links.
    pub(crate) wanted: Vec<(String, Span)>,
    /// What it links: a work, and an address there.
    pub(crate) links: Vec<(String, Option<String>, Span)>,
    /// What must be the same in every language, in order.
    pub(crate) shape: Vec<(String, Span)>,
    /// The words of the glossary that it uses.
    pub(crate) terms: BTreeSet<String>,
    /// The sources it has named.
    pub(super) cited: BTreeSet<String>,
    /// How many words there are to read.
    pub(crate) count: usize,
    /// Whether it shows the law.
    pub(crate) told_law: bool,
}

impl<'a> Reading<'a> {
    /// A text that is going to be read: before its first word.
    pub(crate) fn of(
        file: FileId,
        lang: Lang,
        known: &'a Known<'a>,
        named: Named<'a>,
        found: &'a mut Diagnostics,
    ) -> Self {
        Self {
            text: known.sources.text(file),
            file,
            lang,
            known,
            named,
            found,
            anchors: BTreeMap::new(),
            wanted: Vec::new(),
            links: Vec::new(),
            shape: Vec::new(),
            terms: BTreeSet::new(),
            cited: BTreeSet::new(),
            count: 0,
            told_law: false,
        }
    }
}

impl Reading<'_> {
    /// The whole text.
    pub(crate) fn blocks(&mut self) -> Vec<Block> {
        self.within(0..self.text.len())
    }

    /// A stretch of the text.
    pub(super) fn within(&mut self, range: std::ops::Range<usize>) -> Vec<Block> {
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
                self.wrong(
                    &self.span(at..end),
                    "nothing is to be closed here",
                    "remove this line, or write what it closes",
                );
                (at, from) = (end, end);
                continue;
            }
            let (inside, after) = self.closed(end, range.end);
            if after.is_none() {
                self.wrong(
                    &self.span(at..end),
                    "this is never closed",
                    "end it with a line of three colons",
                );
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

    pub(super) fn line_end(&self, at: usize, end: usize) -> usize {
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

    pub(super) fn panel(&mut self, name: &str, span: &Span) -> Option<PanelId> {
        let found = self
            .named
            .panels
            .iter()
            .find(|id| id.as_str() == name)
            .cloned();
        if found.is_none() {
            let all: Vec<&str> = self.named.panels.iter().map(PanelId::as_str).collect();
            self.wrong(
                span,
                &format!("there is no panel “{name}” in work.toml"),
                &nearest(name, &all),
            );
        }
        found
    }

    pub(super) fn words(&self) -> Words {
        Words(self.lang)
    }

    pub(crate) fn wrong(&mut self, span: &Span, message: &str, hint: &str) {
        self.found.error(span, message).hint(hint);
    }

    /// An address on the page: each once, and short.
    pub(super) fn anchor(&mut self, id: &str, span: &Span) {
        if id.parse::<PanelId>().is_err() {
            self.wrong(
                span,
                &format!("“{id}” is no name for a place on the page"),
                "like: mat-khau, viec-1",
            );
            return;
        }
        let taken = self.anchors.insert(id.to_owned(), span.clone()).is_some();
        if taken || self.named.panels.iter().any(|panel| panel.as_str() == id) {
            self.wrong(
                span,
                &format!("the name “{id}” is used twice on this page"),
                "give it a name of its own",
            );
        }
    }

    pub(super) fn own_anchor(&mut self, id: &str, span: &Span) {
        self.wanted.push((id.to_owned(), span.clone()));
    }

    pub(super) fn outline(&mut self, what: String, span: &Span) {
        self.shape.push((what, span.clone()));
    }

    pub(super) fn shape_more(&mut self, count: usize) {
        if let Some((what, _)) = self.shape.last_mut() {
            what.push_str(&format!(" with {count} items"));
        }
    }

    pub(super) fn count(&mut self, text: &str) {
        self.count += text
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
    }

    /// A source that a text names: its number.
    pub(super) fn cited(&mut self, id: &str, span: &Span) -> String {
        let Some(at) = self.named.citations.iter().position(|own| own == id) else {
            let all: Vec<&str> = self.named.citations.iter().map(String::as_str).collect();
            self.wrong(
                span,
                &format!("there is no source “{id}”"),
                &format!(
                    "in work.toml: [[source]] id = \"{id}\"; {}",
                    nearest(id, &all)
                ),
            );
            return String::new();
        };
        self.cited.insert(id.to_owned());
        let label = self.words().source_of(at + 1);
        format!(
            "<sup><a href=\"#nguon-{id}\" aria-label=\"{label}\">{}</a></sup>",
            at + 1
        )
    }

    pub(super) fn term(&mut self, name: &str, span: &Span) {
        if self.known.terms.0.contains_key(name) {
            self.terms.insert(name.to_owned());
        } else {
            let all: Vec<&str> = self.known.terms.0.keys().map(String::as_str).collect();
            self.wrong(
                span,
                &format!("the glossary has no word “{name}”"),
                &nearest(name, &all),
            );
        }
    }

    pub(super) fn linked(&mut self, work: &str, anchor: Option<&str>, span: &Span) {
        if !self.known.works.iter().any(|own| own == work) {
            let all: Vec<&str> = self.known.works.iter().map(String::as_str).collect();
            self.wrong(
                span,
                &format!("there is no work “{work}”"),
                &nearest(work, &all),
            );
        }
        self.links
            .push((work.to_owned(), anchor.map(str::to_owned), span.clone()));
    }

    /// What must not be said, and what must not be left.
    pub(super) fn said(&mut self, text: &str, span: &Span) {
        for (message, hint) in crate::wording::faults(text) {
            self.wrong(span, &message, hint);
        }
        if text.contains(TO_DO) {
            let hint = format!("write it where {TO_DO} stands");
            self.wrong(span, "this is still to be written", &hint);
        }
    }
}
