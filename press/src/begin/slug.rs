//! Names for addresses, made from what people write: “Bạn Mới” → `ban-moi`.

use vac_xin_so::model::WorkId;
use vac_xin_so::reader::fold;

/// The most letters of a name that is made here: a number can still follow within an id's 40.
const LONGEST: usize = 30;

/// Letters without their marks, words joined by hyphens; empty if nothing of it can stand in a name.
#[must_use]
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let from = folded.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let mut slug = String::new();
    for word in from.split_whitespace() {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug.truncate(LONGEST);
    slug
}

/// The name itself, or the first of `name-2`, `name-3`, … that is free.
pub(crate) fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = |n: u32| match n {
        1 => name.to_owned(),
        _ => format!("{name}-{n}"),
    };
    let mut n = 1;
    while taken(&numbered(n)) {
        n += 1;
    }
    numbered(n)
}

/// Why something cannot be a work's name, and what could be instead.
pub(crate) fn refusal(name: &str, taken: impl Fn(&str) -> bool) -> Option<String> {
    let why = match name.parse::<WorkId>() {
        Ok(_) if taken(name) => "there is such a work already".to_owned(),
        Ok(_) => return None,
        Err(why) => why.to_string(),
    };
    let better = Some(slug(name)).filter(|better| !better.is_empty());
    let better = free(better.as_deref().unwrap_or("ban-moi"), taken);
    Some(format!(
        "“{name}” cannot be the name of a new work: {why}.\nHow about “{better}”?"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_was_written_without_marks() {
        assert_eq!(slug("Bạn Mới"), "ban-moi");
        assert_eq!(slug("  Đừng kể ai!  "), "dung-ke-ai");
        assert_eq!(slug("3 điều ước"), "dieu-uoc");
        assert_eq!(slug("???"), "");
    }

    #[test]
    fn a_long_name_is_cut_between_words_if_it_has_any() {
        assert_eq!(
            slug("một hai ba bốn năm sáu bảy tám chín mười"),
            "mot-hai-ba-bon-nam-sau-bay-tam"
        );
        assert_eq!(slug(&"a".repeat(99)).len(), LONGEST);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let taken = ["a", "a-2"];
        assert_eq!(free("a", |name| taken.contains(&name)), "a-3");
        assert_eq!(free("b", |name| taken.contains(&name)), "b");
    }

    #[test]
    fn a_refusal_says_why_and_what_would_do() {
        let why = refusal("Bạn Mới", |_| false).unwrap();
        assert!(why.contains("“B” cannot stand") && why.ends_with("“ban-moi”?"));
        let why = refusal("ban-moi", |name| name == "ban-moi").unwrap();
        assert!(why.contains("already") && why.ends_with("“ban-moi-2”?"));
        assert!(refusal("../ban-moi", |_| false).is_some());
        assert_eq!(refusal("ban-moi", |_| false), None);
    }
}
