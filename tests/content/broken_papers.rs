//! Each way of breaking a document gets the diagnostic it deserves, in the file where it is broken.

use super::papers::{TOML, VI, english, read};

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
        "place = ",
        "ask = { vi = \"Sao?\", en = \"Why?\" }\nplace = ",
        "Sao?",
        "not shown to a class panel by panel",
        "into the story that shows this",
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
