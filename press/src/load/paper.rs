//! A document as its author wrote it: what it has besides a work's title, ages and panels.

use vac_xin_so::model::Lang;

use super::cursor::Cursor;
use super::draft::{DraftAnswer, DraftText};
use crate::diagnostic::{At, FileId, Span};

/// The kinds of works that are documents, not stories.
pub const DOCUMENTS: [&str; 3] = ["article", "guide", "rulebook"];

/// What only a document has.
#[derive(Clone, Debug, Default)]
pub struct DraftDocument {
    /// For whom: `child`, `teen`, `parent`, `teacher`.
    pub audience: Option<At<String>>,
    /// Its place on its shelf, from 1.
    pub number: Option<At<i64>>,
    /// The works that show it as a story.
    pub shows: Vec<At<String>>,
    /// What its facts stand on.
    pub citations: Vec<DraftCitation>,
    /// A law in one sentence.
    pub law: Option<DraftLaw>,
    /// The rules of a rulebook.
    pub rules: Vec<DraftRule>,
    /// What a class can sign.
    pub promise: Option<DraftPromise>,
    /// Its text in each language that has a file.
    pub bodies: Vec<DraftBody>,
}

/// The text of a document in a language.
#[derive(Clone, Debug)]
pub struct DraftBody {
    /// The language.
    pub lang: Lang,
    /// The file; its text is among the sources.
    pub file: FileId,
}

/// A source that a text names.
#[derive(Clone, Debug)]
pub struct DraftCitation {
    /// The whole table.
    pub span: Span,
    /// The name by which texts speak of it.
    pub id: Option<At<String>>,
    /// What readers read.
    pub text: Option<DraftText>,
    /// The day on which somebody looked: `2026-11-24`.
    pub checked: Option<At<String>>,
}

/// A law in one sentence.
#[derive(Clone, Debug)]
pub struct DraftLaw {
    /// The whole table.
    pub span: Span,
    /// The sentence.
    pub sentence: Option<DraftText>,
    /// The name of its source.
    pub source: Option<At<String>>,
}

/// A rule with its picture, its do and don't, and a question.
#[derive(Clone, Debug)]
pub struct DraftRule {
    /// The whole table.
    pub span: Span,
    /// Its name and address.
    pub id: Option<At<String>>,
    /// The rule.
    pub title: Option<DraftText>,
    /// Why.
    pub why: Option<DraftText>,
    /// Its panel.
    pub panel: Option<At<String>>,
    /// What to do.
    pub good: Option<DraftPictured>,
    /// What not to do.
    pub bad: Option<DraftPictured>,
    /// What would you do?
    pub question: Option<DraftText>,
    /// The answers, each with its picture.
    pub answers: Vec<(Option<At<String>>, DraftAnswer)>,
}

/// A small picture with words.
#[derive(Clone, Debug)]
pub struct DraftPictured {
    /// The panel.
    pub picture: Option<At<String>>,
    /// The words.
    pub text: DraftText,
}

/// A promise that a class can sign.
#[derive(Clone, Debug)]
pub struct DraftPromise {
    /// The whole table.
    pub span: Span,
    /// Its title.
    pub title: Option<DraftText>,
    /// What is promised.
    pub lines: Vec<DraftText>,
}

/// Reads what only a document has.
pub(super) fn document(work: &Cursor<'_>, root: &Cursor<'_>) -> DraftDocument {
    DraftDocument {
        audience: work.word("audience"),
        number: work.whole("number"),
        shows: work.words("shows"),
        citations: root.tables("source").into_iter().map(citation).collect(),
        law: root.table("law").map(law),
        rules: root.tables("rule").into_iter().map(rule).collect(),
        promise: root.table("promise").map(promise),
        bodies: Vec::new(),
    }
}

fn citation(table: Cursor<'_>) -> DraftCitation {
    let citation = DraftCitation {
        span: table.span.clone(),
        id: table.word("id"),
        text: table.text("text"),
        checked: table.word("checked"),
    };
    table.done();
    citation
}

fn law(table: Cursor<'_>) -> DraftLaw {
    let law = DraftLaw {
        span: table.span.clone(),
        sentence: table.text("sentence"),
        source: table.word("source"),
    };
    table.done();
    law
}

fn rule(table: Cursor<'_>) -> DraftRule {
    let rule = DraftRule {
        span: table.span.clone(),
        id: table.word("id"),
        title: table.text("title"),
        why: table.text("why"),
        panel: table.word("panel"),
        good: table.table("do").map(pictured),
        bad: table.table("dont").map(pictured),
        question: table.text("question"),
        answers: table.tables("answers").into_iter().map(answer).collect(),
    };
    table.done();
    rule
}

fn pictured(table: Cursor<'_>) -> DraftPictured {
    let pictured = DraftPictured {
        picture: table.word("picture"),
        text: table.both(),
    };
    table.done();
    pictured
}

fn answer(table: Cursor<'_>) -> (Option<At<String>>, DraftAnswer) {
    let picture = table.word("picture");
    (picture, super::read::answer(table))
}

fn promise(table: Cursor<'_>) -> DraftPromise {
    let promise = DraftPromise {
        span: table.span.clone(),
        title: table.text("title"),
        lines: table.texts("lines"),
    };
    table.done();
    promise
}
