//! The rules of a rulebook: each with its picture, its do and don't, and a question to be answered by pictures.

use vac_xin_so::model::{Answer, NonEmpty, PanelId, Text};

use super::{Promise, Rule};
use crate::check::Rules;
use crate::diagnostic::{At, Span};
use crate::load::{Draft, DraftDocument, DraftPictured, DraftRule, nearest};

/// Fewer rules than this are no rulebook.
const FEWEST: usize = 12;

/// Every rule, and the promise.
pub(super) fn rules_of(
    draft: &Draft,
    own: &DraftDocument,
    panels: &[PanelId],
    anchors: &mut Vec<String>,
    rules: &mut Rules<'_>,
) -> Option<(Vec<Rule>, Promise)> {
    if own.rules.len() < FEWEST {
        rules
            .found
            .error(
                &draft.span,
                format!("this rulebook has {} rules", own.rules.len()),
            )
            .hint(format!("write [[rule]] until there are {FEWEST}"));
    }
    let mut all: Vec<Rule> = Vec::new();
    for one in &own.rules {
        let Some(proven) = rule(one, panels, rules) else {
            continue;
        };
        if all.iter().any(|other| other.id == proven.id) {
            rules
                .found
                .error(&one.span, format!("there are two rules “{}”", proven.id))
                .hint("give one of them another id");
        }
        anchors.push(proven.id.clone());
        all.push(proven);
    }
    let promise = rules.missing(
        own.promise.as_ref(),
        &draft.span,
        "promise",
        "[promise] title = { vi, en }, lines = [ { vi, en } ]",
    )?;
    let title = rules.needed(
        promise.title.as_ref(),
        &promise.span,
        "title",
        "title = { vi = \"…\", en = \"…\" }",
    );
    let lines = promise
        .lines
        .iter()
        .filter_map(|line| rules.text(line, None))
        .collect();
    let lines = NonEmpty::new(lines);
    if lines.is_none() {
        rules
            .found
            .error(&promise.span, "nothing is promised")
            .hint("lines = [ { vi = \"…\", en = \"…\" } ]");
    }
    Some((
        all,
        Promise {
            title: title?,
            lines: lines?,
        },
    ))
}

fn rule(draft: &DraftRule, panels: &[PanelId], rules: &mut Rules<'_>) -> Option<Rule> {
    let of = &draft.span;
    let id = rules.missing(
        draft.id.as_ref(),
        of,
        "id",
        "every rule has an address: id = \"r4\"",
    );
    let text = |text, key: &str, rules: &mut Rules<'_>| {
        rules.needed(
            text,
            of,
            key,
            &format!("{key} = {{ vi = \"…\", en = \"…\" }}"),
        )
    };
    let title = text(draft.title.as_ref(), "title", rules);
    let why = text(draft.why.as_ref(), "why", rules);
    let question = text(draft.question.as_ref(), "question", rules);
    let panel = picture(draft.panel.as_ref(), of, "panel", panels, rules);
    let good = pictured(draft.good.as_ref(), of, "do", panels, rules);
    let bad = pictured(draft.bad.as_ref(), of, "dont", panels, rules);
    let mut answers = Vec::new();
    for (shown, answer) in &draft.answers {
        let words = &answer.text;
        let text = rules.text(words, None);
        let feedback = rules.needed(
            answer.feedback.as_ref(),
            &words.span,
            "feedback",
            "every answer gets kind words: feedback = { vi, en }",
        );
        let shown = picture(shown.as_ref(), &words.span, "picture", panels, rules);
        if let (Some(text), Some(feedback), Some(shown)) = (text, feedback, shown) {
            let right = answer.right.as_ref().is_some_and(|right| right.value);
            answers.push((
                shown,
                Answer {
                    text,
                    right,
                    feedback,
                },
            ));
        }
    }
    if draft.answers.len() < 2
        || !draft
            .answers
            .iter()
            .any(|(_, answer)| answer.right.as_ref().is_some_and(|right| right.value))
    {
        rules
            .found
            .error(of, "a question needs two answers, one of them right")
            .hint("answers = [ { picture, vi, en, right = true, feedback = { vi, en } }, … ]");
    }
    Some(Rule {
        id: id?.value.clone(),
        title: title?,
        why: why?,
        panel: panel?,
        good: good?,
        bad: bad?,
        question: question?,
        answers,
    })
}

fn pictured(
    draft: Option<&DraftPictured>,
    of: &Span,
    key: &str,
    panels: &[PanelId],
    rules: &mut Rules<'_>,
) -> Option<(PanelId, Text)> {
    let draft = rules.missing(
        draft,
        of,
        key,
        &format!("{key} = {{ picture = \"…\", vi = \"…\", en = \"…\" }}"),
    )?;
    let text = rules.text(&draft.text, None);
    let shown = picture(
        draft.picture.as_ref(),
        &draft.text.span,
        "picture",
        panels,
        rules,
    );
    Some((shown?, text?))
}

fn picture(
    name: Option<&At<String>>,
    of: &Span,
    key: &str,
    panels: &[PanelId],
    rules: &mut Rules<'_>,
) -> Option<PanelId> {
    let name = rules.missing(name, of, key, "the id of a [[panel]] of this file")?;
    let found = panels.iter().find(|id| id.as_str() == name.value).cloned();
    if found.is_none() {
        let all: Vec<&str> = panels.iter().map(PanelId::as_str).collect();
        rules
            .found
            .error(&name.span, format!("there is no panel “{}”", name.value))
            .hint(nearest(name, &all));
    }
    found
}
