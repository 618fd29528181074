//! Random content: whatever is written, the press proves it or reports it.

use std::path::Path;

use press::check::check;
use press::load;
use press::names::Names;
use proptest::prelude::*;

use super::art;

const RIGHT: [&str; 2] = [
    include_str!("../works/right/ke/mot-truyen/work.toml"),
    include_str!("../works/right/ke/mot-tinh-huong/work.toml"),
];

fn proves_or_reports(text: &str, names: &Names) -> Result<(), TestCaseError> {
    let checked = check(
        load::text(Path::new("ke/mot-truyen/work.toml"), text),
        names,
    );
    prop_assert_eq!(
        checked.works.is_empty(),
        checked.found.has_errors(),
        "{}",
        text
    );
    let told = checked.found.render(&checked.sources, false);
    prop_assert_eq!(told.is_empty(), checked.found.is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_proven_or_reported(text in "\\PC{0,300}") {
        proves_or_reports(&text, &Names::default())?;
    }

    #[test]
    fn a_right_work_with_one_line_gone_or_doubled_is_proven_or_reported(which in 0usize..2, line in 0usize..60, double in any::<bool>()) {
        let lines: Vec<&str> = RIGHT[which].lines().collect();
        let line = line % lines.len();
        let mut changed = lines.clone();
        if double { changed.insert(line, lines[line]); } else { changed.remove(line); }
        proves_or_reports(&changed.join("\n"), &art().names())?;
    }

    #[test]
    fn a_right_work_with_one_letter_changed_is_proven_or_reported(which in 0usize..2, at in 0usize..3000, to in any::<char>()) {
        let mut letters: Vec<char> = RIGHT[which].chars().collect();
        let at = at % letters.len();
        letters[at] = to;
        proves_or_reports(&letters.into_iter().collect::<String>(), &art().names())?;
    }

    /// A random web of passages: check's verdict equals a naive search.
    #[test]
    fn reachable_and_ending_are_found_as_a_naive_search_finds_them(ways in prop::collection::vec(prop::collection::vec(0usize..7, 0..3), 1..7)) {
        let n = ways.len();
        let ways: Vec<Vec<usize>> = ways.into_iter().map(|to| to.into_iter().map(|t| t % n).collect()).collect();
        let head = RIGHT[1].split("[[passage]]").next().unwrap();
        let mut text = head.replace("cover = \"a1\"", "cover = \"q0\"");
        for (i, to) in ways.iter().enumerate() {
            text.push_str(&format!("[[passage]]\nid = \"p{i}\"\n"));
            if !to.is_empty() {
                let all: Vec<String> = to.iter().enumerate().map(|(k, t)| format!("{{ id = \"c{i}-{k}\", to = \"p{t}\", vi = \"Đi\", en = \"Go\" }}")).collect();
                text.push_str(&format!("choice = [{}]\n", all.join(", ")));
            }
            text.push_str(&format!("[[passage.panel]]\nid = \"q{i}\"\nplace = \"bedroom\"\nalt = {{ vi = \"Phòng.\", en = \"A room.\" }}\n"));
            if to.is_empty() {
                // Any decision that leads here will do for trying again.
                let from = ways.iter().position(|w| w.contains(&i)).unwrap_or(0);
                text.push_str(&format!("[passage.ending]\nkind = \"safe\"\ntitle = {{ vi = \"Hết\", en = \"End\" }}\nlearned = [{{ vi = \"À.\", en = \"Ah.\" }}]\nretry = \"p{from}\"\n"));
            }
        }
        let reached = |from: usize| {
            let (mut seen, mut open) = (vec![false; n], vec![from]);
            while let Some(at) = open.pop() {
                if !std::mem::replace(&mut seen[at], true) { open.extend(&ways[at]); }
            }
            seen
        };
        let from_start = reached(0);
        let ends = |at: usize| reached(at).iter().enumerate().any(|(i, seen)| *seen && ways[i].is_empty());
        let sound = (0..n).all(|i| from_start[i] && ends(i)) && !ways[0].is_empty();
        let checked = check(load::text(Path::new("ke/mot-truyen/work.toml"), &text), &art().names());
        prop_assert_eq!(sound, !checked.found.has_errors(), "{}\n{}", text, checked.found.render(&checked.sources, false));
    }
}
