//! Each folder of `tests/works/broken` breaks one rule and says at its top what it deserves.

use super::{found_in, project};

#[test]
fn every_broken_work_gets_the_diagnostic_it_deserves() {
    let mut tried = 0;
    let mut wrong = Vec::new();
    for rule in std::fs::read_dir(project().join("tests/works/broken"))
        .unwrap()
        .flatten()
    {
        let (checked, found) = found_in(&rule.path());
        let told = found.render(&checked.sources, false);
        let file = std::fs::read_dir(rule.path().join("ke"))
            .unwrap()
            .flatten()
            .next()
            .unwrap()
            .path()
            .join("work.toml");
        let text = std::fs::read_to_string(file).unwrap();
        let wanted = |what: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(&format!("# {what}: ")))
                .expect("the diagnostic it deserves")
        };
        let (offending, message) = wanted("error").split_once("   ").expect("“text”   message");
        let offending = offending.trim_matches(['“', '”']);
        let hit = found.iter().any(|d| {
            let span = &checked.sources.text(d.span.file)[d.span.range.clone()];
            d.message.contains(message)
                && d.hint
                    .as_deref()
                    .unwrap_or_default()
                    .contains(wanted("hint"))
                && (span.contains(offending) || offending.contains(span.trim_matches('"')))
        });
        if !hit || !found.has_errors() {
            wrong.push(format!(
                "{}: wanted {message}\ngot:\n{told}",
                rule.file_name().display()
            ));
        }
        // File, line and column are there for people.
        if !told.contains("work.toml:") {
            wrong.push(format!(
                "{}: no place in\n{told}",
                rule.file_name().display()
            ));
        }
        tried += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(tried >= 40, "only {tried} broken works were found");
}
