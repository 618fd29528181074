//! Documents: a sound one passes; whatever is cut out of a text, nothing panics.

use std::path::Path;

use press::check::Content;
use press::check::{Checked, check};
use press::doc::Block;
use press::load;
use press::load::Terms;
use proptest::prelude::*;
use vac_xin_so::model::Lang;

use super::{art, project};

pub(super) const TOML: &str = r#"
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

pub(super) const VI: &str = "Mở đầu.

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
pub(super) fn read(toml: &str, vi: &str, en: &str) -> Checked {
    let path = Path::new("lib/luat/mau/work.toml");
    let mut loaded = load::texts(path, toml, &[(Lang::Vi, vi), (Lang::En, en)]);
    loaded.works = vec!["chu-cong-an-goi".to_owned()];
    loaded.terms = Terms::read(&project().join("assets/i18n/terms.toml")).unwrap();
    check(loaded, &art().names())
}

/// The same text with English where a law is named: the shape is what counts.
pub(super) fn english(vi: &str) -> String {
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
