//! What any text must be, wherever it stands.

use unicode_normalization::is_nfc;

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
