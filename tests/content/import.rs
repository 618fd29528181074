//! Twine stories become skeletons that load, and whatever does not come along is told.

use std::path::Path;

use press::check::check;
use press::import::{Import, twee};
use press::load::{self, Draft};
use proptest::prelude::*;

use super::art;

const EXAMPLE: &str = include_str!("../works/import/duong-ve-nha.twee");

fn imported(text: &str) -> Import {
    twee("duong-ve-nha.twee", text).unwrap()
}

/// The skeleton as its author will find it: it must be read without a complaint.
fn draft(import: &Import) -> Draft {
    let loaded = load::text(Path::new("ke/duong-ve-nha/work.toml"), &import.text);
    let told = loaded.found.render(&loaded.sources, false);
    assert!(loaded.found.is_empty(), "{told}\n{}", import.text);
    loaded.drafts.into_iter().next().unwrap()
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn passages_links_and_endings_come_along_with_names_of_their_own() {
    let draft = draft(&imported(EXAMPLE));
    assert_eq!(draft.title.unwrap().vi.unwrap().value, "Đường về nhà");
    let told: Vec<String> = draft
        .passages
        .iter()
        .map(|passage| {
            let choices = passage.choices.iter().map(|choice| {
                let [id, to, vi] = [&choice.id, &choice.to, &choice.text.vi]
                    .map(|word| word.as_ref().unwrap().value.as_str());
                format!("{vi} ({id}) → {to}")
            });
            let retry = passage.ending.as_ref().and_then(|e| e.retry.as_ref());
            let next: Vec<String> = choices
                .chain(retry.map(|r| format!("retry {}", r.value)))
                .collect();
            format!(
                "{}: {}",
                passage.id.as_ref().unwrap().value,
                next.join(", ")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "cong-truong: Xem tin nhắn (xem-tin-nhan) → tin-nhan, Đứng chờ cạnh bác bảo vệ (dung-cho-canh-bac-bao-ve) → cho-me",
            "tin-nhan: Ra quán nước (ra-quan-nuoc) → quan-nuoc, Gọi cho mẹ (goi-cho-me) → goi-me, Đi một mình (di-mot-minh) → di-mot-minh",
            "quan-nuoc: cổng trường (cong-truong) → cong-truong",
            "goi-me: retry tin-nhan",
            "cho-me: retry cong-truong",
            "goi-me-2: retry cong-truong",
        ]
    );
    let words = |at: usize| {
        draft.passages[at].panels[0].balloons[0]
            .text
            .vi
            .as_ref()
            .unwrap()
            .value
            .clone()
    };
    assert_eq!(
        words(2),
        "Quán vắng tanh. Bụng Mai réo, ạ. Mai quay lại cổng trường."
    );
}

#[test]
fn what_stays_behind_is_told_with_its_line() {
    assert_eq!(
        notes(&imported(EXAMPLE)),
        [
            "line 12: “UserScript”, a passage of the story format, is not carried over",
            "line 15: “UserStylesheet”, a passage of the story format, is not carried over",
            "line 18: “StoryInit”, a passage of the story format, is not carried over",
            "line 30: <<if $diem gt 0>> is not carried over",
            "line 31: [$diem to 1] is not carried over",
            "line 33: the link leads to “Đi một mình”, which is not there",
            "line 36: <b> is not carried over",
            "line 36: $ten is not carried over",
            "line 44: there is another “Gọi mẹ” in line 38, where all links lead; this one becomes “goi-me-2”",
            "line 44: no way from the start leads to “Gọi mẹ”",
        ]
    );
}

#[test]
fn a_story_without_a_start_begins_with_its_first_passage_and_says_so() {
    let told = notes(&imported(":: Một\n[[Hai]]\n:: Hai\nHết."));
    assert_eq!(
        told,
        ["line 1: there is no start “Start”; the story begins with “Một”"]
    );
    let story = imported(":: Hai\nHết.\n:: Start\n[[Hai]]");
    assert!(story.notes.is_empty());
    assert_eq!(
        draft(&story).passages[0].id.as_ref().unwrap().value,
        "start"
    );
}

#[test]
fn a_file_without_a_story_is_refused_kindly() {
    assert!(
        twee("a.txt", "Ngày xưa…")
            .unwrap_err()
            .contains("a.txt holds no passage")
    );
    assert!(
        twee("a.twee", &":: A\n".repeat(2000))
            .unwrap_err()
            .contains("too long")
    );
}

/// Whatever words are left to be written, check names them, and once they are written it has no more to say.
#[test]
fn check_tells_every_to_do_of_a_skeleton() {
    let text = imported(":: Start\nEm chọn nhé?\n[[Kể mẹ]]\n:: Kể mẹ\nMẹ ôm em.").text;
    let told = |text: &str| {
        let checked = check(
            load::text(Path::new("ke/mot/work.toml"), text),
            &art().names(),
        );
        (
            checked.found.len(),
            checked.found.render(&checked.sources, false),
        )
    };
    let (found, words) = told(&text);
    assert!(words.contains("the English text is still to be written"));
    assert!(words.contains("the Vietnamese and English text is still to be written"));
    let texts = text.matches("vi = ").count();
    let (topics, endings) = (1, 1);
    assert_eq!(found, texts + topics + endings, "{words}");
    let written = text
        .replace("topics = [\"TODO\"]", "topics = [\"stranger\"]")
        .replace("kind = \"TODO\"", "kind = \"safe\"")
        .replace("\"TODO\"", "\"À.\"");
    assert_eq!(told(&written), (0, String::new()));
}

/// A text that has much of what Twee can have.
fn twee_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n:: ".to_owned()),
        Just("\n::".to_owned()),
        Just("\n".to_owned()),
        Just("Start".to_owned()),
        Just("StoryData\n{\"start\":\"Rừng\"}".to_owned()),
        Just("Rừng".to_owned()),
        Just(" [script]".to_owned()),
        Just("[[Rừng]]".to_owned()),
        Just("[[đi->Start][$a]]".to_owned()),
        Just("<<set $x>>".to_owned()),
        Just("(if: $a)[".to_owned()),
        Just("]".to_owned()),
        Just("<b>".to_owned()),
        Just("/*".to_owned()),
        Just("*/".to_owned()),
        Just("\\".to_owned()),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// No panic; a skeleton that loads; and every passage in it, or in the report.
fn all_is_told(text: &str) -> Result<(), TestCaseError> {
    let Ok(import) = twee("x.twee", text) else {
        return Ok(());
    };
    let loaded = load::text(Path::new("ke/x/work.toml"), &import.text);
    let told = loaded.found.render(&loaded.sources, false);
    prop_assert!(loaded.found.is_empty(), "{}\n{}", told, import.text);
    prop_assert_eq!(loaded.drafts[0].passages.len(), import.passages);
    for (at, line) in text.split('\n').enumerate() {
        let own = ["StoryTitle", "StoryData"]
            .iter()
            .any(|name| line.contains(name));
        if !line.trim_start_matches('\u{feff}').starts_with("::") || own {
            continue;
        }
        let kept = import.text.contains(&format!("(line {})\n", at + 1));
        let noted = import.notes.iter().any(|note| note.line == at + 1);
        prop_assert!(kept || noted, "line {}: {}\n{}", at + 1, line, import.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_imported_or_refused(text in "(?s).{0,200}") {
        all_is_told(&text)?;
    }

    #[test]
    fn every_passage_comes_along_or_is_told(text in twee_like()) {
        all_is_told(&text)?;
    }

    #[test]
    fn the_example_with_a_letter_changed_is_still_a_story(at in 0usize..2000, to in any::<char>()) {
        let mut letters: Vec<char> = EXAMPLE.chars().collect();
        let at = at % letters.len();
        letters[at] = to;
        all_is_told(&letters.into_iter().collect::<String>())?;
    }
}
