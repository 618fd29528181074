//! Rules for texts: complete, clean, short enough for the age, and nothing that must not be said.

use vac_xin_so::model::{BalloonKind, Text};

use super::Rules;
use crate::diagnostic::At;
use crate::load::{DraftText, TO_DO};

/// The most words of a balloon by the age of the youngest reader (our own rule: facts.md, section 6).
const WORDS: &[(u8, usize)] = &[(7, 10), (9, 14), (11, 18), (17, 24)];

/// A text in every language, or diagnostics.
pub(super) fn text(
    draft: &DraftText,
    kind: Option<BalloonKind>,
    rules: &mut Rules<'_>,
) -> Option<Text> {
    to_do(draft, rules);
    let mut one = |word: Option<&At<String>>, key: &str, name: &str| {
        let Some(word) = word else {
            rules
                .found
                .error(&draft.span, format!("the {name} text is missing"))
                .hint(format!(
                    "add {key} = \"…\": every text exists in every language"
                ));
            return None;
        };
        clean(word, name, rules);
        if kind.is_some() {
            short(word, rules);
        }
        Some(word.value.trim().to_owned())
    };
    let vi = one(draft.vi.as_ref(), "vi", "Vietnamese");
    let en = one(draft.en.as_ref(), "en", "English");
    Some(Text::new(vi?, en?))
}

/// Words that are still to be written: one finding a text, however many languages wait.
fn to_do(draft: &DraftText, rules: &mut Rules<'_>) {
    let both = [(&draft.vi, "Vietnamese"), (&draft.en, "English")];
    let open: Vec<&str> = both
        .into_iter()
        .filter(|(word, _)| {
            word.as_ref()
                .is_some_and(|w| w.trim_start().starts_with(TO_DO))
        })
        .map(|(_, name)| name)
        .collect();
    if !open.is_empty() {
        rules
            .found
            .error(
                &draft.span,
                format!("the {} text is still to be written", open.join(" and ")),
            )
            .hint(format!("write it where {TO_DO} stands"));
    }
}

fn clean(word: &At<String>, name: &str, rules: &mut Rules<'_>) {
    if word.trim().is_empty() {
        rules
            .found
            .error(&word.span, format!("the {name} text is empty"))
            .hint("write it, or remove what needs it");
    }
    for (message, hint) in crate::wording::faults(word) {
        rules.found.error(&word.span, message).hint(hint);
    }
}

fn short(word: &At<String>, rules: &mut Rules<'_>) {
    let most = WORDS
        .iter()
        .find(|(age, _)| rules.youngest <= *age)
        .map_or(24, |(_, words)| *words);
    let count = word.split_whitespace().count();
    if count > most {
        rules
            .found
            .error(
                &word.span,
                format!(
                    "{count} words are too many for a reader of {}",
                    rules.youngest
                ),
            )
            .hint(format!(
                "at most {most} words in a balloon: cut, or let somebody answer in between"
            ));
    }
}
