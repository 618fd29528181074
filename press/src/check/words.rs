//! Rules for texts: complete, clean, short enough for the age, and nothing that must not be said.

use unicode_normalization::is_nfc;
use vac_xin_so::model::{BalloonKind, Text};

use super::Rules;
use crate::diagnostic::At;
use crate::load::{DraftText, TO_DO};

/// The most words of a balloon by the age of the youngest reader (our own rule: facts.md, section 6).
const WORDS: &[(u8, usize)] = &[(7, 10), (9, 14), (11, 18), (17, 24)];

/// What is never said, whatever the story (facts.md, section 10).
const NEVER: &[(&str, &str)] = &[
    ("tại con", "no blame: say what can be done now"),
    ("ai bảo", "no blame: say what can be done now"),
    ("18001567", "the number is 111"),
    ("100% an toàn", "nothing is wholly safe: say what helps"),
    ("100 % an toàn", "nothing is wholly safe: say what helps"),
    (
        "bộ lđtbxh",
        "this ministry was merged in 2025: name the service, not a ministry",
    ),
    (
        "bộ tt&tt",
        "this ministry was merged in 2025: name the service, not a ministry",
    ),
];

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
    for (message, hint) in faults(word) {
        rules.found.error(&word.span, message).hint(hint);
    }
}

/// What is wrong with a text wherever it stands, and what to do: letters in pieces, signs that cannot be seen,
/// what must not be said.
pub(crate) fn faults(text: &str) -> Vec<(String, &'static str)> {
    let mut faults = Vec::new();
    if !is_nfc(text) {
        faults.push((
            "letters and their marks are stored apart here (not NFC)".to_owned(),
            "type the text again with a Vietnamese keyboard, or normalise the file to NFC",
        ));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        faults.push((
            "a control character stands in this text".to_owned(),
            "remove what cannot be seen",
        ));
    }
    let small = text.to_lowercase();
    for (phrase, hint) in NEVER {
        if small.contains(phrase) {
            faults.push((format!("we do not say “{phrase}”"), hint));
        }
    }
    faults
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
