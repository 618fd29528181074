//! Documents: a sound one passes; each way of breaking it gets the diagnostic it deserves, in the file where it is
//! broken; whatever is cut out of a text, nothing panics.

use std::path::Path;

use press::check::{Checked, check};
use press::doc::{Block, Content, Terms};
use press::load;
use proptest::prelude::*;
use vac_xin_so::model::Lang;

use super::{art, project};

const TOML: &str = r#"
[work]
kind = "article"
audience = "teen"
number = 1
title = { vi = "Link lạ", en = "A strange link" }
summary = { vi = "Nhìn trước khi bấm.", en = "Look before you tap." }
ages = [12, 15]
minutes = 5
topics = ["scam"]
cover = "bia"
shows = ["chu-cong-an-goi"]

[[source]]
id = "nd147"
text = { vi = "Nghị định 147/2024/NĐ-CP", en = "Decree 147/2024" }
checked = "2026-11-24"

[law]
sentence = { vi = "Dưới 16 tuổi thì hỏi cha mẹ.", en = "Under 16, ask your parents." }
source = "nd147"

[[panel]]
id = "bia"
place = "plain"
alt = { vi = "Khoa cười.", en = "Khoa laughs." }
actor = [{ who = "khoa", pose = "stand", face = "joy" }]
"#;

const VI: &str = "Mở đầu.

## Nhìn {#nhin}

Theo Nghị định 147/2024/NĐ-CP thì hỏi[^nd147]. Xem [chú công an](work:chu-cong-an-goi) và [mã OTP](term:otp), rồi [lên trên](#nhin).

::: figure bia
Khoa.
:::

::: law
:::

::: check hoi
Em làm gì?

- ( ) Bấm
  > Vội quá.
- (x) Hỏi
  > Đúng.
:::

::: rate that-gia Thật / Giả
Chấm đi.

- Quà đòi phí => Giả
  > Quà thật không đòi phí.
:::

::: pie ngay
Một ngày.

- Ngủ = 9
- Học = 8
- Chơi = 7
:::

::: write viet
Viết lại.

> Cậu hát chắc nhịp ghê.
:::

::: tick giu
- Nhìn
:::

::: plan 35
| phút | việc |
|---|---|
| 15 | đọc |
| 20 | nói |
:::

::: case bi-doa Bị dọa
::: say
“Con cần giúp.”
:::
::: call 111 113
:::
:::
";

/// The sound document, or what has become of it: its texts in both languages, the known works and words.
fn read(toml: &str, vi: &str, en: &str) -> Checked {
    let path = Path::new("lib/luat/mau/work.toml");
    let mut loaded = load::texts(path, toml, &[(Lang::Vi, vi), (Lang::En, en)]);
    loaded.works = vec!["chu-cong-an-goi".to_owned()];
    loaded.terms = Terms::read(&project().join("assets/i18n/terms.toml")).unwrap();
    check(loaded, &art().names())
}

/// The same text with English where a law is named: the shape is what counts.
fn english(vi: &str) -> String {
    vi.replace(
        "Theo Nghị định 147/2024/NĐ-CP thì hỏi",
        "Decree 147/2024 says ask",
    )
}

#[test]
fn a_sound_document_is_proven_block_by_block() {
    let checked = read(TOML, VI, &english(VI));
    assert!(
        checked.found.is_empty(),
        "{}",
        checked.found.render(&checked.sources, false)
    );
    let [document] = &checked.documents[..] else {
        panic!("one document")
    };
    assert!(document.terms.contains_key("otp"));
    assert_eq!(document.law.as_ref().unwrap().source.checked, "2026-11-24");
    let Content::Text(texts) = &document.content else {
        panic!("a text")
    };
    let kinds: Vec<&str> = texts[&Lang::Vi]
        .iter()
        .map(|block| match block {
            Block::Prose(_) => "prose",
            Block::Figure(..) => "figure",
            Block::Law => "law",
            Block::Check { .. } => "check",
            Block::Rate { .. } => "rate",
            Block::Pie { .. } => "pie",
            Block::Write { .. } => "write",
            Block::Tick { .. } => "tick",
            Block::Plan(35, _) => "plan",
            Block::Case { .. } => "case",
            Block::Strip(_)
            | Block::Box(..)
            | Block::Call(_)
            | Block::Sheet { .. }
            | Block::Plan(..) => "another",
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "prose", "figure", "law", "check", "rate", "pie", "write", "tick", "plan", "case"
        ]
    );
    let Block::Prose(first) = &texts[&Lang::Vi][0] else {
        panic!("prose")
    };
    assert!(
        first
            .0
            .contains("<a href=\"../chu-cong-an-goi/\">chú công an</a>"),
        "{}",
        first.0
    );
    assert!(first.0.contains("href=\"#nguon-nd147\""), "{}", first.0);
    assert!(first.0.contains("href=\"#tu-otp\""), "{}", first.0);
}

/// What is broken: in which file, what is replaced by what, and what is said: where, the message, the hint.
const BROKEN: &[(&str, &str, &str, &str, &str, &str)] = &[
    (
        "vi.md",
        "figure bia",
        "figure bai",
        "figure bai",
        "there is no panel “bai”",
        "did you mean “bia”",
    ),
    (
        "vi.md",
        "term:otp",
        "term:opt",
        "term:opt",
        "the glossary has no word “opt”",
        "did you mean “otp”",
    ),
    (
        "vi.md",
        "work:chu-cong-an-goi",
        "work:chu-cong-an",
        "work:chu-cong-an",
        "there is no work “chu-cong-an”",
        "chu-cong-an-goi",
    ),
    (
        "vi.md",
        "work:chu-cong-an-goi",
        "https://example.com",
        "https://example.com",
        "is no link of ours",
        "vn-cop.vn",
    ),
    (
        "vi.md",
        "](#nhin)",
        "](#nhinn)",
        "#nhinn",
        "there is no place “nhinn”",
        "did you mean “nhin”",
    ),
    (
        "vi.md",
        "hỏi[^nd147]",
        "hỏi",
        "Nghị định 147",
        "a law is named here without a source",
        "[^id]",
    ),
    (
        "vi.md",
        "[^nd147]",
        "[^nd174]",
        "[^nd174]",
        "there is no source “nd174”",
        "did you mean “nd147”",
    ),
    (
        "vi.md",
        "## Nhìn",
        "# Nhìn",
        "# Nhìn",
        "the title of a document stands in work.toml",
        "##",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "Mở <b>đầu</b>.",
        "<b>",
        "this is HTML",
        "directive",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "Mở đầu ![x](y.png).",
        "![x](y.png)",
        "pictures are panels here",
        "::: figure",
    ),
    (
        "vi.md",
        "::: figure bia",
        "::: figur bia",
        "::: figur bia",
        "there is no directive “figur”",
        "did you mean “figure”",
    ),
    (
        "vi.md",
        "::: law\n:::\n",
        "::: law\n",
        "",
        "this is never closed",
        "three colons",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "Mở đầu.\n\n:::\n",
        ":::",
        "nothing is to be closed here",
        "remove this line",
    ),
    (
        "vi.md",
        "  > Vội quá.\n",
        "",
        "Bấm",
        "gets no kind words",
        "> …",
    ),
    (
        "vi.md",
        "- (x) Hỏi",
        "- ( ) Hỏi",
        "::: check hoi",
        "one of them wise",
        "- (x)",
    ),
    (
        "vi.md",
        "- (x) Hỏi",
        "- Hỏi",
        "- Hỏi",
        "is this answer wise or not",
        "- (x)",
    ),
    (
        "vi.md",
        "Em làm gì?\n",
        "",
        "::: check hoi",
        "nothing is asked",
        "question",
    ),
    (
        "vi.md",
        "=> Giả",
        "=> Gỉa",
        "Gỉa",
        "is none of the labels",
        "Thật, Giả",
    ),
    (
        "vi.md",
        "Thật / Giả",
        "Thật",
        "::: rate",
        "two to four labels",
        "::: rate ID",
    ),
    (
        "vi.md",
        "  > Quà thật không đòi phí.\n",
        "",
        "Quà đòi phí",
        "nothing is said to this",
        "> …",
    ),
    (
        "vi.md",
        "Học = 8",
        "Học = 9",
        "::: pie ngay",
        "25 hours",
        "24 hours",
    ),
    (
        "vi.md",
        "Học = 8",
        "Học = tám",
        "Học = tám",
        "how many hours",
        "- Ngủ = 9",
    ),
    (
        "vi.md",
        "> Cậu hát chắc nhịp ghê.\n",
        "",
        "::: write viet",
        "one good way to say it is missing",
        "> ",
    ),
    (
        "vi.md",
        "::: tick giu\n- Nhìn\n",
        "::: tick giu\n",
        "::: tick giu",
        "nothing to tick",
        "- …",
    ),
    (
        "vi.md",
        "call 111 113",
        "call 111 115",
        "call 111 115",
        "“115” is nobody to call",
        "113",
    ),
    (
        "vi.md",
        "| 20 | nói |",
        "| 25 | nói |",
        "::: plan 35",
        "its table has 40 minutes",
        "first column",
    ),
    (
        "vi.md",
        "case bi-doa Bị dọa",
        "case bi-doa",
        "::: case bi-doa",
        "what happened?",
        "Title",
    ),
    (
        "vi.md",
        "::: say\n“Con cần giúp.”\n",
        "::: say\n",
        "::: say",
        "there is nothing in it",
        "write it",
    ),
    (
        "vi.md",
        "check hoi",
        "check giu",
        "::: tick giu",
        "the name “giu” is used twice",
        "of its own",
    ),
    (
        "vi.md",
        "check hoi",
        "check bia",
        "::: check bia",
        "the name “bia” is used twice",
        "of its own",
    ),
    (
        "vi.md",
        "check hoi",
        "check Hỏi",
        "::: check Hỏi",
        "is no name for a place",
        "like:",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "TODO",
        "TODO",
        "still to be written",
        "TODO",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "Tại con cả.",
        "Tại con cả.",
        "we do not say “tại con”",
        "no blame",
    ),
    (
        "vi.md",
        "Mở đầu.",
        "Gọi 18001567.",
        "18001567",
        "we do not say “18001567”",
        "111",
    ),
    (
        "vi.md",
        "::: law\n:::\n",
        "",
        "",
        "the law is never told",
        "::: law",
    ),
    (
        "en.md",
        "::: tick giu\n- Nhìn\n",
        "::: tick giu\n- Nhìn\n- Nghĩ\n",
        "::: tick giu",
        "tick giu with 2 items",
        "the same in every language",
    ),
    (
        "en.md",
        "::: law\n:::\n\n",
        "",
        "::: check hoi",
        "here is “check hoi",
        "the same in every language",
    ),
    (
        "en.md",
        "## Nhìn {#nhin}",
        "## Nhìn {#look}",
        "## Nhìn {#look}",
        "h2 look",
        "the same in every language",
    ),
    (
        "work.toml",
        "audience = \"teen\"",
        "audience = \"teens\"",
        "\"teens\"",
        "“teens” is no audience",
        "did you mean “teen”",
    ),
    (
        "work.toml",
        "audience = \"teen\"\n",
        "",
        "",
        "“audience” is missing",
        "child",
    ),
    (
        "work.toml",
        "number = 1\n",
        "",
        "",
        "“number” is missing",
        "number = 1",
    ),
    (
        "work.toml",
        "number = 1",
        "number = 0",
        "0",
        "0 is no place on a shelf",
        "the first",
    ),
    (
        "work.toml",
        "shows = [\"chu-cong-an-goi\"]",
        "shows = [\"chu-cong\"]",
        "\"chu-cong\"",
        "there is no work “chu-cong”",
        "chu-cong-an-goi",
    ),
    (
        "work.toml",
        "checked = \"2026-11-24\"",
        "checked = \"hôm qua\"",
        "\"hôm qua\"",
        "“hôm qua” is no day",
        "2026-11-24",
    ),
    (
        "work.toml",
        "checked = \"2026-11-24\"\n",
        "",
        "",
        "“checked” is missing",
        "on which day",
    ),
    (
        "work.toml",
        "source = \"nd147\"",
        "source = \"nd148\"",
        "\"nd148\"",
        "there is no source “nd148”",
        "did you mean “nd147”",
    ),
    (
        "work.toml",
        "[law]\nsentence = { vi = \"Dưới 16 tuổi thì hỏi cha mẹ.\", en = \"Under 16, ask your parents.\" }\nsource = \"nd147\"\n",
        "",
        "",
        "this page tells no law",
        "[law]",
    ),
    (
        "work.toml",
        "cover = \"bia\"",
        "cover = \"bai\"",
        "\"bai\"",
        "there is no panel “bai” for the cover",
        "did you mean “bia”",
    ),
    (
        "work.toml",
        "alt = { vi = \"Khoa cười.\", en = \"Khoa laughs.\" }\n",
        "",
        "",
        "“alt” is missing",
        "cannot see it",
    ),
    (
        "work.toml",
        "en = \"A strange link\"",
        "",
        "",
        "the English text is missing",
        "every language",
    ),
    (
        "work.toml",
        "topics = [\"scam\"]",
        "topics = [\"scam\"]\ntalk = []",
        "talk",
        "“talk” means nothing here",
        "there are",
    ),
    (
        "work.toml",
        "kind = \"article\"",
        "kind = \"rulebook\"",
        "",
        "this rulebook has 0 rules",
        "[[rule]]",
    ),
];

#[test]
fn every_broken_document_gets_the_diagnostic_it_deserves() {
    let english = english(VI);
    let mut wrong = Vec::new();
    for (file, from, to, place, message, hint) in BROKEN {
        let break_ = |name: &str, text: &str| {
            if name != *file {
                return text.to_owned();
            }
            let at = text
                .find(from)
                .unwrap_or_else(|| panic!("{file} has no “{from}”"));
            format!("{}{to}{}", &text[..at], &text[at + from.len()..])
        };
        let checked = read(
            &break_("work.toml", TOML),
            &break_("vi.md", VI),
            &break_("en.md", &english),
        );
        let hit = checked.found.iter().any(|found| {
            let span = &checked.sources.text(found.span.file)[found.span.range.clone()];
            let there = checked.sources.path(found.span.file).ends_with(file);
            let known = found.hint.as_deref().unwrap_or_default();
            there
                && found.message.contains(message)
                && known.contains(hint)
                && (span.contains(place) || !span.is_empty() && place.contains(span))
        });
        if !hit || !checked.documents.is_empty() {
            wrong.push(format!(
                "{file}: “{from}” → “{to}”: wanted {message}\ngot:\n{}",
                checked.found.render(&checked.sources, false)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(BROKEN.len() >= 40);
}

#[test]
fn a_missing_language_is_missed() {
    let path = Path::new("lib/luat/mau/work.toml");
    let loaded = load::texts(path, TOML, &[(Lang::Vi, VI)]);
    let checked = check(loaded, &art().names());
    assert!(checked.documents.is_empty());
    let told = checked.found.render(&checked.sources, false);
    assert!(
        told.contains("the text in English is missing") && told.contains("en.md"),
        "{told}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is cut out of a text, or put twice into it, is told or passes; nothing panics, and what was told
    /// stands in the file.
    #[test]
    fn a_text_cut_anywhere_never_panics(from in 0usize..VI.len(), len in 0usize..200, twice in any::<bool>()) {
        let floor = |mut at: usize| { at = at.min(VI.len()); while !VI.is_char_boundary(at) { at -= 1; } at };
        let (from, to) = (floor(from), floor(from + len));
        let cut = if twice { format!("{}{}", &VI[..to], &VI[from..]) } else { format!("{}{}", &VI[..from], &VI[to.max(from)..]) };
        let checked = read(TOML, &cut, &english(VI));
        for found in checked.found.iter() {
            let text = checked.sources.text(found.span.file);
            prop_assert!(found.span.range.end <= text.len() && text.is_char_boundary(found.span.range.start));
        }
    }
}
