//! The rulebook: what is missing in a rule is told where it is missing.

use press::check::{Content, check};
use press::load;

use super::{art, project};

/// The library's own rulebook after a change, and what is said of it.
fn told(from: &str, to: &str) -> (usize, String) {
    let path = project().join("assets/library/quy-tac/quy-tac-cua-em/work.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "the rulebook has no “{from}”");
    let mut loaded = load::texts(&path, &text.replacen(from, to, 1), &[]);
    loaded.works = load::names(&project().join("assets/library"))
        .into_iter()
        .map(|(_, slug)| slug)
        .collect();
    let checked = check(loaded, &art().names());
    let rules = checked.documents.iter().map(|own| match &own.content {
        Content::Rules(rules, _) => rules.len(),
        Content::Text(_) => 0,
    });
    (rules.sum(), checked.found.render(&checked.sources, false))
}

#[test]
fn the_rulebook_is_proven_with_all_its_rules() {
    assert_eq!(told("[promise]", "[promise]"), (12, String::new()));
}

#[test]
fn each_way_of_breaking_a_rule_is_told() {
    for (from, to, message, hint) in [
        (
            "panel = \"r1\"",
            "panel = \"r111\"",
            "there is no panel “r111”",
            "there are",
        ),
        (
            "picture = \"r1-a\"",
            "picture = \"r1-z\"",
            "there is no panel “r1-z”",
            "did you mean",
        ),
        (
            "picture = \"r1-nen\", ",
            "",
            "“picture” is missing",
            "[[panel]]",
        ),
        ("right = true, ", "", "one of them right", "right = true"),
        (
            "[promise]",
            "[promis]",
            "“promis” means nothing here",
            "did you mean “promise”",
        ),
        (
            "id = \"r2\"\ntitle",
            "id = \"r1\"\ntitle",
            "there are two rules “r1”",
            "another id",
        ),
        (
            "kind = \"rulebook\"",
            "kind = \"guide\"",
            "only a rulebook has rules",
            "rulebook",
        ),
        (
            "why = { vi",
            "wy = { vi",
            "“wy” means nothing here",
            "did you mean “why”",
        ),
        (
            "question = { vi",
            "question = { vn",
            "“vn” means nothing here",
            "vi",
        ),
    ] {
        let (rules, said) = told(from, to);
        assert!(
            said.contains(message) && said.contains(hint),
            "{from} → {to}: wanted {message}, {hint}\n{said}"
        );
        assert!(said.contains("work.toml:"), "{said}");
        assert_eq!(rules, 0, "{from}: a broken rulebook is not printed");
    }
}
